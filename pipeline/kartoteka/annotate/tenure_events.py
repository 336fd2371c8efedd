"""Where a sentence states that somebody held a post: the post, the words that say so, and who is meant."""

from __future__ import annotations

import re
from dataclasses import replace

from kartoteka.annotate.tenure_agreement import apposed as agree
from kartoteka.annotate.tenure_appointees import appointed
from kartoteka.annotate.tenure_appointers import appointer, is_title_of
from kartoteka.annotate.tenure_grammar import Construction, Grammar
from kartoteka.annotate.tenure_known import RELATIVE
from kartoteka.annotate.tenure_lines import of_lines
from kartoteka.annotate.tenure_lines_english import english_lines
from kartoteka.annotate.tenure_lists import of_lists
from kartoteka.annotate.tenure_modality import modality
from kartoteka.annotate.tenure_posts import (
    Event,
    Post,
    chains,
    held_by,
    inverted,
    preceding,
    trigger,
)
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.annotate.tenure_subjects import Focus, candidates, nominative, of_clause, subjects
from kartoteka.annotate.tenure_titles import described, nominal, rostered, titled
from kartoteka.annotate.tenure_verbs import of_verbs

#: A subject right before "appointed" is the one who appoints, and whom is not told.
_ACTIVE = re.compile(r"(?:‹[PB]\d+›|\b(?:he|she|they|who|which|to|had|has|have)) $", re.IGNORECASE)

#: What makes a participle of "appointed", and a post's own holder right behind it.
_PASSIVE = re.compile(r"(?:\b(?:was|were|is|are|be|been|being|got|get)|^|[,;(])\W*(?:[a-z]+ly )?$")
_ITS_HOLDER = re.compile(r", ‹P\d+›,")
_POSSESSED = re.compile(r"\b(?:his|her|its|their|the) $")

#: «Уже не князем, а намісником.»
_DENIED = re.compile(r"(?:^|\W)не (?:так(?:ий)? )?$", re.IGNORECASE)


def find_events(sentence: Sentence, grammar: Grammar, focus: Focus) -> list[Event]:
    """The statements of a sentence, in order; posts that nobody is said to hold make none."""
    lines = english_lines if grammar.lang == "en" else of_lines
    events = lines(sentence, grammar, focus)
    events += of_lists(sentence, grammar)
    told = {event.span for event in events}
    events += of_verbs(sentence, grammar, focus)
    near = focus
    for chain in chains(sentence, grammar):
        left = [post for post in chain if (post.start, post.end) not in told]
        if not left:
            continue
        event = _of_chain(sentence, grammar, left, near)
        if event is not None and event.role == "same":
            event = _as_before(event, events, grammar.lang)
        if event is not None:
            events.append(event)
            # A pronoun after a statement means the one of whom it was made.
            aside = grammar.lang == "en" and of_clause(sentence, event.span[0])
            if event.rule and event.holders and not aside:
                near = Focus(event.holders[0], "", frozenset(event.holders[:1]))
    held = [e for e in events if not e.posts or not _is_unofficial(sentence, grammar, e.posts[0])]
    return sorted(held, key=lambda event: event.span)


def _as_before(event: Event, events: list[Event], lang: str) -> Event | None:
    """A statement that shares the verb of the one before it: "A. was rector, B. dean"; None where there is none."""
    earlier = [e for e in events if e.rule and e.span[0] < event.span[0]]
    told = max(earlier, key=lambda e: e.span, default=None)
    if told is None:
        return replace(event, role="state") if event.rule == "combined" else None
    # A Slavic "а" parts the two clauses, and the date before it goes with both.
    begin = event.span[0] if lang == "en" else told.span[0]
    role = "state" if told.role == "retain" else told.role
    return replace(event, role=role, span=(begin, event.span[1]), modality=told.modality, shares=True)


def _of_chain(sentence: Sentence, grammar: Grammar, chain: list[Post], focus: Focus) -> Event | None:
    posts = tuple(chain)
    if grammar.lang != "en" and _DENIED.search(preceding(sentence, chain[0])):
        return None
    if event := _of_inverted(sentence, grammar, posts, focus):
        return event
    if event := rostered(sentence, grammar, posts):
        return event
    found = trigger(sentence, grammar, chain[0])
    giver = _giver(sentence, grammar, focus, posts, found)
    if giver and is_title_of(sentence, chain[-1], giver):
        return titled(sentence, grammar, posts, None)
    if found and found[0].only and not found[0].only.search(posts[0].mark.mention.text):
        return None  # "they called him head of a plot" appoints nobody
    event = titled(sentence, grammar, posts, found)
    if event and (not giver or giver not in event.holders):
        return event
    if apposed := grammar.apposition.search(preceding(sentence, chain[0])):
        holder = sentence.mark(apposed["holder"])
        first = chain[0].mark.mention.text.split()[0]
        if grammar.lang != "en" and not agree(first, holder, grammar.lang, upright=nominative(holder)):
            return _triggered(sentence, grammar, posts, found, focus, giver) if found else None
        return Event("apposition", (chain[0].start, chain[-1].end), (holder.referent,), posts, marks=(holder,))
    if found and found[0].holder == "passive" and _names_another(sentence, chain, found[1]):
        return described(sentence, grammar, posts)
    if found:
        told = _triggered(sentence, grammar, posts, found, focus, giver)
        if told or not found[0].weak:
            return told
    return described(sentence, grammar, posts) or nominal(sentence, grammar, posts, focus)


def _giver(
    sentence: Sentence,
    grammar: Grammar,
    focus: Focus,
    posts: tuple[Post, ...],
    found: tuple[Construction, re.Match[str]] | None,
) -> str:
    """Who gave a post by a verb before it, "" where nobody is told to."""
    if found is None or found[0].role != "start":
        return ""
    return appointer(sentence, grammar, focus, (found[1].start("verb"), posts[-1].end))


def _names_another(sentence: Sentence, chain: list[Post], match: re.Match[str]) -> bool:
    """Whether an active verb's object is a post with its holder behind it: "she named her deputy, N., as minister"."""
    if match.groupdict().get("object") or _PASSIVE.search(sentence.text[: match.start("verb")]):
        return False
    held = _ITS_HOLDER.match(sentence.text, chain[-1].end) is not None
    return held and _POSSESSED.search(preceding(sentence, chain[0])) is not None


def _is_unofficial(sentence: Sentence, grammar: Grammar, post: Post) -> bool:
    """Whether the words before a post, or its own first one, say that its holder has the power but not the office."""
    first = f" {post.mark.mention.text.split()[0]} "
    return any(grammar.modality["unofficial"].search(words) for words in (preceding(sentence, post), first))


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
        enclosed=before is not None and RELATIVE.search(before[0]) is not None,
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


def _triggered(
    sentence: Sentence,
    grammar: Grammar,
    posts: tuple[Post, ...],
    found: tuple[Construction, re.Match[str]],
    focus: Focus,
    giver: str,
) -> Event | None:
    construction, match = found
    verb, span = match.span("verb"), (match.start("verb"), posts[-1].end)
    groups = match.groupdict()
    predecessor = _person(sentence, groups.get("pred") or "", focus)
    given = groups.get("object") or ""
    if given.startswith("‹"):
        if construction.role == "same" and _under(sentence, grammar, match.start("object")):
            return None
        if grammar.lang != "en" and not nominative(sentence.mark(given)):
            return None
        holders = [sentence.mark(given).referent]
    elif given and not given.endswith("self"):
        holders = [focus.antecedent()] if focus.antecedent() else []
    elif construction.holder == "passive" and not given and _ACTIVE.search(sentence.text[: verb[0]]):
        return None
    elif construction.holder == "object":
        holders = appointed(sentence, grammar, verb, posts[-1].end, focus, giver=giver)
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
