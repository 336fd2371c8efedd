"""Where a sentence states that somebody held a post: the post, the words that say so, and who is meant."""

from __future__ import annotations

import re
from dataclasses import replace

from kartoteka.annotate.office_slavic_words import slavic
from kartoteka.annotate.tenure_grammar import Construction, Grammar
from kartoteka.annotate.tenure_lines import of_lines
from kartoteka.annotate.tenure_lines_english import english_lines
from kartoteka.annotate.tenure_modality import modality
from kartoteka.annotate.tenure_posts import (
    INSTRUMENTAL,
    Event,
    Post,
    chains,
    following,
    held_by,
    instrumental,
    inverted,
    preceding,
    trigger,
)
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.annotate.tenure_subjects import Focus, appointed, candidates, nominative, subjects
from kartoteka.annotate.tenure_verbs import of_verbs

_NOMINAL = re.compile(r"^[\s\-*•–—]*(?:[^‹.]{0,16}‹D\d+›[^‹.\w]{0,12}?)(?:—|–|-|:|,)?\s*$")
_INITIAL = re.compile(r"^[\s\-*•–—\"«“\[(]*(?:the |then |former |as |колишній |бывший )*$", re.IGNORECASE)
_FAR_TITLE = re.compile(r"^(?:,[^‹,;.]+(?:‹[DGB]\d+›[^‹,;.]*)*,|(?: [^‹,;.]{1,45})) (?P<holder>‹P\d+›)")
#: A subject right before "appointed" is the one who appoints, and whom is not told.
_ACTIVE = re.compile(r"(?:‹[PB]\d+›|\b(?:he|she|they|who|which|to|had|has|have)) $", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:\b(?:the|former|then|its|their|his|her|our|my) |\[|^[\s\[(\"“«]*)$", re.IGNORECASE)


def find_events(sentence: Sentence, grammar: Grammar, focus: Focus) -> list[Event]:
    """The statements of a sentence, in order; posts that nobody is said to hold make none."""
    lines = english_lines if grammar.lang == "en" else of_lines
    events = lines(sentence, grammar, focus)
    told = {event.span for event in events}
    events += of_verbs(sentence, grammar, focus)
    near = focus
    for chain in chains(sentence, grammar):
        if any((post.start, post.end) in told for post in chain):
            continue
        event = _of_chain(sentence, grammar, chain, near)
        if event is not None and event.role == "same":
            event = _as_before(event, events)
        if event is not None:
            events.append(event)
            # A pronoun after a statement means the one of whom it was made.
            near = (
                Focus(event.holders[0], "", frozenset(event.holders[:1])) if event.rule and event.holders else near
            )
    return sorted(events, key=lambda event: event.span)


def _as_before(event: Event, events: list[Event]) -> Event | None:
    """A statement that shares the verb of the one before it: "A. was rector, B. dean"; None where there is none."""
    earlier = [e for e in events if e.rule and e.span[0] < event.span[0]]
    told = max(earlier, key=lambda e: e.span, default=None)
    if told is None:
        return replace(event, role="state") if event.rule == "combined" else None
    return replace(
        event, role="state" if told.role == "retain" else told.role, modality=told.modality, shares=True
    )


def _of_chain(sentence: Sentence, grammar: Grammar, chain: list[Post], focus: Focus) -> Event | None:
    posts = tuple(chain)
    if event := _of_inverted(sentence, grammar, posts, focus):
        return event
    found = trigger(sentence, grammar, chain[0])
    if event := _titled(sentence, grammar, posts, found):
        return event
    if apposed := grammar.apposition.search(preceding(sentence, chain[0])):
        holder = sentence.mark(apposed["holder"])
        return Event("apposition", (chain[0].start, chain[-1].end), (holder.referent,), posts, marks=(holder,))
    if found:
        told = _triggered(sentence, grammar, posts, found, focus)
        if told or not found[0].weak:
            return told
    return _described(sentence, grammar, posts) or _nominal(sentence, grammar, posts, focus)


def _of_inverted(sentence: Sentence, grammar: Grammar, posts: tuple[Post, ...], focus: Focus) -> Event | None:
    """A post before its verb and holder: "The first rector was N.", "Посаду ректора з 1883 року обіймав N."."""
    found = inverted(sentence, grammar, posts[-1])
    if found is None:
        return None
    construction, match, begin = found
    end = posts[-1].end
    verb = end + match.start("verb"), end + match.end("verb")
    groups = match.groupdict()
    before = construction.before.search(preceding(sentence, posts[-1])) if construction.before else None
    sign = groups.get("pred") or (before.groupdict().get("pred") if before else "") or ""
    predecessor = _person(sentence, sign, focus)
    holder = _holder(sentence, grammar, match, end, focus)
    if not holder or holder == predecessor:
        return None
    return Event(
        construction.role,
        (min(begin, posts[0].start), end + match.end()),
        (holder,),
        posts,
        predecessor=predecessor,
        modality=modality(sentence, grammar, verb),
        rule=construction.name,
    )


def _person(sentence: Sentence, sign: str, focus: Focus) -> str:
    """The referent of a mark, or whom a pronoun means; "" for no words."""
    if not sign:
        return ""
    return sentence.mark(sign).referent if sign.startswith("‹") else focus.antecedent()


def _holder(sentence: Sentence, grammar: Grammar, match: re.Match[str], end: int, focus: Focus) -> str:
    """Who holds the post before an inverted construction; a pronoun, or nobody, means the last subject."""
    sign = held_by(match)
    if sign.startswith("‹"):
        return sentence.mark(sign).referent
    earlier = candidates(sentence, grammar, 0, end)
    return earlier[-1][1].referent if earlier else focus.antecedent()


def _titled(
    sentence: Sentence,
    grammar: Grammar,
    posts: tuple[Post, ...],
    found: tuple[Construction, re.Match[str]] | None,
) -> Event | None:
    """A post right before a name."""
    title = grammar.title.match(following(sentence, posts[-1]))
    if title is None or not _may_be_titled(sentence, grammar, posts[-1], title["holder"]):
        return None
    span, holder = (posts[0].start, posts[-1].end), (sentence.mark(title["holder"]).referent,)
    fits = nominative(sentence.mark(title["holder"]))
    if found and found[0].holder == "object":
        fits = fits or _active(found[1]["verb"])
    if found and grammar.lang != "en" and fits and (not found[0].case or instrumental(posts[-1])):
        came = modality(sentence, grammar, found[1].span("verb"), span[1])
        begin = found[1].start("verb")
        return Event(found[0].role, (begin, span[1]), holder, posts, modality=came, rule=found[0].name)
    return Event("title", (span[0], span[1] + title.end()), holder, posts)


def _active(verb: str) -> bool:
    """Whether a Slavic verb that appoints somebody has an object: «обрали головою Петренка»."""
    return (
        re.search(r"(?:ли|ло|ив|ав|ила|ил|ал|ла|ено|єно|ано|уто|ито|ють|ає|ают|ает)$", verb.split()[-1])
        is not None
    )


def _described(sentence: Sentence, grammar: Grammar, posts: tuple[Post, ...]) -> Event | None:
    """A post that opens a sentence or has the article, its holder behind a comma."""
    before, after = preceding(sentence, posts[0]), following(sentence, posts[-1])
    described = grammar.described.match(after) if _DEFINITE.search(before) or _INITIAL.match(before) else None
    if described is None and _INITIAL.match(before) and (grammar.lang == "en" or not instrumental(posts[0])):
        described = _FAR_TITLE.match(after)
    if described is None or (grammar.lang == "en" and not after.startswith((",", "],", "),"))):
        return None
    if grammar.lang != "en" and not nominative(sentence.mark(described["holder"])):
        return None
    holder = sentence.mark(described["holder"]).referent
    return Event("title", (posts[0].start, posts[-1].end), (holder,), posts)


def _nominal(sentence: Sentence, grammar: Grammar, posts: tuple[Post, ...], focus: Focus) -> Event | None:
    """A line of a Slavic life: "В 1992–2010 годах — мэр Москвы"."""
    holder = focus.protagonist or focus.subject
    if grammar.lang == "en":
        return _fronted(sentence, grammar, posts, focus)
    if not holder or not _NOMINAL.match(sentence.text[: posts[0].start][:120]):
        return None
    if posts[0].start > 120:
        return None
    return Event("state", (posts[0].start, posts[-1].end), (holder,), posts)


def _fronted(sentence: Sentence, grammar: Grammar, posts: tuple[Post, ...], focus: Focus) -> Event | None:
    """Posts that open an English sentence: "Rector since 1920, he …", or are all of it: "Mayor of Kyiv (1918)."."""
    before = sentence.text[: posts[0].start]
    listed = before.endswith(": ") and "‹P" not in sentence.text
    if not focus.antecedent() or not (listed or _INITIAL.match(before)):
        return None
    behind = sentence.text[posts[-1].end :]
    if not grammar.lines["fronted"].match(behind) and not grammar.lines["alone"].match(behind):
        return None
    return Event("state", (posts[0].start, posts[-1].end), (focus.antecedent(),), posts, rule="fronted")


def _may_be_titled(sentence: Sentence, grammar: Grammar, post: Post, sign: str) -> bool:
    """Whether the name after a post is its holder's, not that of the one whom the post serves."""
    if grammar.lang == "en" or nominative(sentence.mark(sign)):
        return True
    words = post.mark.mention.text.split()
    serves = slavic(grammar.lang).person.match(words[-1])
    return not serves or bool(INSTRUMENTAL.search(words[-1]))


def _triggered(
    sentence: Sentence,
    grammar: Grammar,
    posts: tuple[Post, ...],
    found: tuple[Construction, re.Match[str]],
    focus: Focus,
) -> Event | None:
    construction, match = found
    verb, span = match.span("verb"), (match.start("verb"), posts[-1].end)
    groups = match.groupdict()
    predecessor = _person(sentence, groups.get("pred") or "", focus)
    given = groups.get("object") or ""
    if given.startswith("‹"):
        if construction.role == "same" and _under(sentence, grammar, match.start("object")):
            return None
        holders = [sentence.mark(given).referent]
    elif given and not given.endswith("self"):
        holders = [focus.antecedent()] if focus.antecedent() else []
    elif construction.holder == "passive" and _ACTIVE.search(sentence.text[: verb[0]]):
        return None
    elif construction.holder == "object":
        holders = appointed(sentence, grammar, verb, posts[-1].end, focus)
    else:
        holders = subjects(sentence, grammar, verb, posts[0].start, focus)
    if predecessor in holders and not (groups.get("pred") or "").startswith("‹"):
        predecessor = ""
    holders = [holder for holder in holders if not holder or holder != predecessor]
    if not holders and not predecessor:
        return None
    companion = grammar.companion.match(sentence.text[posts[-1].end :])
    return Event(
        construction.role,
        span,
        tuple(holders),
        posts,
        predecessor=predecessor,
        companion=sentence.mark(companion["holder"]).referent if companion else "",
        modality=modality(sentence, grammar, verb, posts[-1].end),
        rule=construction.name,
    )


def _under(sentence: Sentence, grammar: Grammar, place: int) -> bool:
    """Whether a name goes with a preposition other than "with": "under Cherkassky as director"."""
    oblique = grammar.oblique.search(sentence.text[:place])
    return oblique is not None and "with" not in oblique[0].split()
