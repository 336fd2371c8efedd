"""Tenures from running text: statements with their holders, posts, bodies, dates, predecessors and successors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kartoteka.annotate.tenure_appointers import with_appointers
from kartoteka.annotate.tenure_bodies import body_and_place, each_body
from kartoteka.annotate.tenure_brackets import adjoined, behind_holder, bracketed
from kartoteka.annotate.tenure_confirmations import confirmations
from kartoteka.annotate.tenure_dates import Term, term
from kartoteka.annotate.tenure_denials import denials
from kartoteka.annotate.tenure_events import find_events
from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_posts import Event, Post
from kartoteka.annotate.tenure_references import references
from kartoteka.annotate.tenure_sentences import Mark, Sentence
from kartoteka.annotate.tenure_standing import standings
from kartoteka.annotate.tenure_subjects import Focus
from kartoteka.annotate.tenure_successions import successions
from kartoteka.annotate.tenure_vacancies import vacancies
from kartoteka.types import Document, Label, Modality, Tenure

#: How many of the last statements "his successor" and "this post" can refer to.
_REMEMBERED = 300
_HIS_OWN = re.compile(
    r", [\"“]?(?:who|whom|whose|[a-z]+ed|який|якого|котр\w+|котор\w+"
    r"|[а-яіїєґё]+(?:шого|шегося|вшего|нного|ного|того))\b"
)
#: What goes on about the last of several posts.
_ONE_OF_THEM = re.compile(
    r"(?: \([^()]{0,60}\))?, (?:which"
    r"|(?:an?|the|this|that) (?:post|position|office|job|role|title|rank|command|dignity))\b"
)
_UNDATED = ("title", "apposition")
_SHARING = re.compile(r",? (?:and|while|whereas|і|й|та|и)(?: ‹P\d+›)?(?: was| were)? ?")


def read_sentence(
    document: Document, sentence: Sentence, grammar: Grammar, focus: Focus, known: list[Tenure]
) -> list[Tenure]:
    """The tenures that one sentence states; `known` are those of the document so far, the last at the end."""
    grammar = grammar.within(sentence.text)
    events = with_appointers(sentence, grammar, focus, find_events(sentence, grammar, focus))
    found: list[Tenure] = []
    for number, event in enumerate(events):
        floor = _floor(sentence, events, number)
        behind = (e.span[0] for e in events[number + 1 :] if e.span[0] >= event.span[1])
        ceiling = next(behind, len(sentence.text))
        made = list(_tenures(document, sentence, grammar, event, (floor, ceiling)))
        if event.role == "retain" and found and _bare(event):
            continue
        found += made
    before = known[-_REMEMBERED:]
    if before or found:
        found += successions(sentence, grammar, focus, [*before, *found])
        found += vacancies(sentence, grammar, focus, [*before, *found])
        found += confirmations(sentence, grammar, focus, [*before, *found])
    if (before or found) and any(mark.letter == "D" for mark in sentence.marks):
        found += references(sentence, grammar, focus, [*before, *found])
    if grammar.denials and (before or found):
        found += denials(sentence, grammar, focus, [*before, *found])
    return found


def read_titles(document: Document, sentence: Sentence, grammar: Grammar) -> list[Tenure]:
    """The posts that stand before a name ("Esztergom cardinal Tamás Bakócz"): all that a bare field can state."""
    events = [event for event in find_events(sentence, grammar, Focus()) if event.role == "title"]
    return [t for e in events for t in _tenures(document, sentence, grammar, e, (0, len(sentence.text)))]


def _floor(sentence: Sentence, events: list[Event], number: int) -> int:
    """Where the dates of an event may begin: after the one before, unless both share a verb phrase."""
    told = [e for e in events[:number] if e.role not in _UNDATED]
    if not told:
        return 0
    between = sentence.text[told[-1].span[1] : events[number].span[0]]
    shares = events[number].shares or (told[-1].role == events[number].role and _SHARING.fullmatch(between))
    return _floor(sentence, events, events.index(told[-1])) if shares else told[-1].span[1]


def _is_rank(post: Post | None, grammar: Grammar) -> bool:
    return post is not None and grammar.ranks.search(post.mark.mention.text) is not None


def _bare(event: Event) -> bool:
    return len(event.posts) == 1 and " " not in event.posts[0].mark.mention.text


def _tenures(
    document: Document, sentence: Sentence, grammar: Grammar, event: Event, bounds: tuple[int, int]
) -> Iterator[Tenure]:
    predecessor = event.predecessor or _predecessor(sentence, grammar, event.span[1])
    shared = _event_term(sentence, grammar, event, bounds)
    last, ended = event.posts[-1:], shared
    for post, own in _terms(sentence, grammar, event, bounds, shared):
        if _is_rank(post, grammar):
            continue
        # "Secretary of the Committee and of the City, in place of N.": N. is said to have been the latter.
        followed = bool(event.predecessor) or post is None or post in last
        ended = own if followed else ended
        end = post.end if post else event.span[1]
        terms = bracketed(sentence, grammar, end, event.role) or behind_holder(
            sentence, grammar, event.span[1], end
        )
        for one in terms or [own]:
            companions = (event.companion,) if event.companion and post is event.posts[-1] else ()
            for holder in (*event.holders, *companions):
                made = _tenure(document, sentence, event, (holder, post), one, predecessor if followed else "")
                yield from each_body(post, made)
    if event.holders and event.posts and (other := grammar.elliptic.match(sentence.text[event.span[1] :])):
        yield _of_another_body(document, sentence, event, sentence.mark(other["body"]))
    if predecessor and event.modality == "held":
        group = event if event.predecessor else replace(event, posts=last)
        yield from _of_predecessor(document, sentence, grammar, group, predecessor, ended)
    elif event.predecessor and event.role == "start" and event.posts:
        held = replace(event, modality=Modality.HELD)  # whom somebody was only to replace did hold the post
        yield from _of_predecessor(document, sentence, grammar, held, predecessor, Term())


def _of_another_body(document: Document, sentence: Sentence, event: Event, body: Mark) -> Tenure:
    """The same post at another body: "commissar of the 28th Battalion and then the 41st Brigade"."""
    post = event.posts[-1]
    bodies = [m for m, _ in post.mark.inner if m.label == Label.ORG]
    words = post.mark.mention.text
    opening = words[: bodies[0].start - post.mark.mention.start] if bodies else f"{words} "
    made = _tenure(document, sentence, event, (event.holders[0], post), Term(), "")
    evidence = (*made.evidence, body.mention.id)
    return replace(made, office=opening + body.mention.text, office_id="", org=body.referent, evidence=evidence)


def _terms(
    sentence: Sentence, grammar: Grammar, event: Event, bounds: tuple[int, int], shared: Term
) -> Iterator[tuple[Post | None, Term]]:
    """Each post of an event with its term: the event's, or its own where dates of its own go with it."""
    if not event.posts:
        yield None, shared
        return
    opening = [n for n, post in enumerate(event.posts) if n == 0 or post.fresh is not None]
    for first, behind in pairwise([*opening, len(event.posts)]):
        posts = event.posts[first:behind]
        ceiling = event.posts[behind].fresh if behind < len(event.posts) else bounds[1]
        own = shared
        if first or behind < len(event.posts):
            span = (posts[0].start if first else min(event.span[0], posts[0].start), posts[-1].end)
            floor = posts[0].fresh if first else bounds[0]
            own = _term(sentence, grammar, event, span, (floor or 0, ceiling or bounds[1]))
        yield from ((post, own) for post in posts)


def _event_term(sentence: Sentence, grammar: Grammar, event: Event, bounds: tuple[int, int]) -> Term:
    """The term that the whole event shares; what follows the name of a predecessor belongs to it."""
    if event.term is not None:
        return event.term
    if _tells_of_last(sentence, event):
        bounds = bounds[0], event.span[1]
    past = grammar.predecessor.match(sentence.text[event.span[1] : event.span[1] + 200])
    end = event.span[1] + past.end() if past and not event.predecessor else event.span[1]
    if past and _HIS_OWN.match(sentence.text[end:]):
        bounds = bounds[0], end  # "in place of N., shot in July 1937": what follows is told of N.
    return _term(sentence, grammar, event, (event.span[0], end), bounds)


def _tells_of_last(sentence: Sentence, event: Event) -> bool:
    """Whether what follows several posts dates only the last: "rector (1641), bishop (1650), which he was until"."""
    if len(event.posts) < 2:
        return False
    own_dates = "‹D" in sentence.text[event.posts[0].end : event.posts[-1].start]
    return own_dates and _ONE_OF_THEM.match(sentence.text, event.span[1]) is not None


def _term(
    sentence: Sentence, grammar: Grammar, event: Event, span: tuple[int, int], bounds: tuple[int, int]
) -> Term:
    if event.role in _UNDATED:
        return adjoined(sentence, grammar, span[1], bounds[1]) if event.role == "apposition" else Term()
    floor = span[0] if event.enclosed else bounds[0]
    return term(sentence, grammar, event.role, span, (floor, bounds[1]))


def _tenure(
    document: Document,
    sentence: Sentence,
    event: Event,
    held: tuple[str, Post | None],
    when: Term,
    predecessor: str,
) -> Tenure:
    holder, post = held
    office = post.mark.mention.text if post else event.office
    org, place = body_and_place(sentence, event, post)
    before = sentence.text[: post.start] if post else ""
    standing = standings(office, before, told=event.role not in _UNDATED)
    evidence = [m.mention.id for m in (post.mark if post else event.body,) if m is not None]
    named = (holder, predecessor, event.appointer)
    people = [m.mention.id for m in sentence.marks if m.letter in "PB" and m.referent and m.referent in named]
    return Tenure(
        document.id,
        holder,
        re.sub(r"\s+", " ", office),
        office_id=post.mark.referent if post else "",
        org=org,
        place=place,
        start=when.start,
        end=when.end,
        predecessor=predecessor,
        acting="acting" in standing,
        modality=event.modality,
        source=sentence.block.kind,
        passage=sentence.passage,
        evidence=tuple(dict.fromkeys([*people, *evidence, *when.evidence])),
        attested=None if when.start or when.end else when.attested,
        former="former" in standing,
        designate="designate" in standing,
        honorary="honorary" in standing,
        appointer=event.appointer,
    )


def _predecessor(sentence: Sentence, grammar: Grammar, end: int) -> str:
    match = grammar.predecessor.match(sentence.text[end : end + 200])
    return sentence.mark(match["pred"]).referent if match else ""


def _of_predecessor(
    document: Document, sentence: Sentence, grammar: Grammar, event: Event, predecessor: str, when: Term
) -> Iterator[Tenure]:
    """The tenure of the one who was replaced; it ends as the successor's begins where the verb is "replaced"."""
    past = grammar.predecessor.match(sentence.text[event.span[1] : event.span[1] + 200])
    dated = event.predecessor or (past and past.groupdict().get("left"))
    ended = Term(end=when.start if dated else None, evidence=when.evidence)
    for post in event.posts or (None,):
        made = _tenure(document, sentence, event, (predecessor, post), ended, "")
        yield replace(made, successor=next(iter(event.holders), ""), appointer="")
