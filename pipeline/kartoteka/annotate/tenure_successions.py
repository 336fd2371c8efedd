"""Statements about a post that was named before: "N. took his place", "he held this post until 1934".

Which post is meant must be beyond doubt: the same sentence names it, the one or two before it do, or it is the only
one of its holder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kartoteka.annotate.tenure_dates import Term, alone, halves, term
from kartoteka.annotate.tenure_grammar import Construction, Grammar
from kartoteka.annotate.tenure_merging import merge_tenures
from kartoteka.annotate.tenure_modality import modality
from kartoteka.annotate.tenure_sentences import MARK, Sentence
from kartoteka.annotate.tenure_subjects import Focus, nominative, subjects
from kartoteka.types import Modality, Tenure

_DATE = re.compile(r"‹D\d+›")
_SEPARATOR = re.compile(r"[,;(]| (?:and|but|і|й|та|и|а|но|але) ")
#: How many statements may stand between a post and the words that refer to it.
_NEAR = 3


def of_known_posts(
    sentence: Sentence, grammar: Grammar, focus: Focus, known: Sequence[Tenure]
) -> Iterator[Tenure]:
    """The tenures of a sentence whose posts were named before; `known` are those so far, the sentence's own last."""
    found: list[Tenure] = []
    for construction in grammar.successions:
        for match in construction.pattern.finditer(sentence.text):
            found += _succession(sentence, grammar, match, focus, [*known, *found])
    for construction in grammar.deputies:
        for match in construction.pattern.finditer(sentence.text):
            found += _deputy(sentence, grammar, construction, match, focus, [*known, *found])
    for construction in grammar.references:
        for match in construction.pattern.finditer(sentence.text):
            found += _reference(sentence, grammar, match, focus, [*known, *found])
    for construction in grammar.endings:
        for match in construction.pattern.finditer(sentence.text):
            found += _ending(sentence, grammar, match, focus, [*known, *found])
    yield from found


def _succession(
    sentence: Sentence, grammar: Grammar, match: re.Match[str], focus: Focus, known: Sequence[Tenure]
) -> Iterator[Tenure]:
    """The successor's tenure, and the end of the one before where the sentence dates it."""
    holder, before = _both(sentence, grammar, match, focus, known)
    if not holder or not before or holder == before or not _came_about(sentence, grammar, match):
        return
    when = _since_when(sentence, grammar, match)
    post = _post(sentence, grammar, match, before, known, when)
    if post is None or _stated(known, holder, before):
        return
    yield _said(sentence, post, holder, when, predecessor=before)
    if post.end is None and when.start is not None:
        yield _said(sentence, post, before, Term(end=when.start, evidence=when.evidence), successor=holder)


def _deputy(
    sentence: Sentence,
    grammar: Grammar,
    construction: Construction,
    match: re.Match[str],
    focus: Focus,
    known: Sequence[Tenure],
) -> Iterator[Tenure]:
    """Whose deputy somebody was: the post takes its name from the superior's."""
    holder, superior = _both(sentence, grammar, match, focus, known)
    if not holder or not superior or holder == superior or not _came_about(sentence, grammar, match):
        return
    post = _post(sentence, grammar, match, superior, known, Term())
    if post is not None:
        cyrillic = sentence.lang != "en"
        office = f"{construction.office} ({post.office})" if cyrillic else f"{construction.office} {post.office}"
        when = term(sentence, grammar, construction.role, match.span(), _clause(sentence, match))
        yield _said(sentence, replace(post, office=office, office_id="", acting=False), holder, when)


def _reference(
    sentence: Sentence, grammar: Grammar, match: re.Match[str], focus: Focus, known: Sequence[Tenure]
) -> Iterator[Tenure]:
    """The dates of "he held this post from 1923 until 1931": his own last post, or the last one that was named."""
    when = term(sentence, grammar, "state", match.span(), (match.start(), _clause(sentence, match)[1]))
    recent = [t for t in _near(sentence, known, match.start()) if t.modality == Modality.HELD]
    if not recent or not (when.start or when.end):
        return
    sign = match.groupdict().get("holder") or ""
    holder = sentence.mark(sign).referent if sign.startswith("‹") else ""
    told = _in_sentence(sentence, known, match.start())
    if not holder:
        holder = told[-1].holder if told else focus.antecedent()
    own = [t for t in recent if t.holder == holder]
    post = own[-1] if own else recent[-1]
    if own or sign.startswith("‹"):
        yield _said(sentence, post, holder, when)


def _ending(
    sentence: Sentence, grammar: Grammar, match: re.Match[str], focus: Focus, known: Sequence[Tenure]
) -> Iterator[Tenure]:
    """The end of a post that the sentence does not name: "in May he was dismissed"."""
    told = _in_sentence(sentence, known, match.start())
    sign = match.groupdict().get("who") or ""
    if sign.startswith("‹"):
        holder = sentence.mark(sign).referent
    else:
        holder = told[-1].holder if told else focus.antecedent()
    if not holder or any(t.holder == holder and t.end for t in _in_sentence(sentence, known)):
        return
    earlier = [t for t in known if t.passage != sentence.passage] + told
    held = merge_tenures([t for t in earlier if t.holder == holder and t.modality == Modality.HELD])
    open_ = [t for t in held if t.end is None and not grammar.members.search(t.office)]
    when = term(sentence, grammar, "end", match.span(), _clause(sentence, match))
    if not open_ or when.end is None or not _came_about(sentence, grammar, match):
        return
    if any(t.end is not None and (t.end.latest or "") >= (when.end.earliest or "9") for t in held):
        return  # what ended then is another post
    begun = [t for t in open_ if t.start is not None] or open_
    if len(begun) == 1 or begun[-1].start is not None:
        yield _said(sentence, begun[-1], holder, Term(end=when.end, evidence=when.evidence))


def _said(
    sentence: Sentence, post: Tenure, holder: str, when: Term, *, predecessor: str = "", successor: str = ""
) -> Tenure:
    """The tenure of a known post by another holder or with other dates, resting on this sentence too."""
    people = [m.mention.id for m in sentence.marks if m.letter == "P" and m.referent in (holder, predecessor)]
    return replace(
        post,
        holder=holder,
        start=when.start,
        end=when.end,
        predecessor=predecessor,
        successor=successor,
        source=sentence.block.kind,
        passage=sentence.passage,
        evidence=tuple(dict.fromkeys((*people, *when.evidence, *post.evidence))),
    )


def _came_about(sentence: Sentence, grammar: Grammar, match: re.Match[str]) -> bool:
    return modality(sentence, grammar, match.span("verb")) == Modality.HELD


def _clause(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    """The stretch around a match whose dates are its own: its clause, or the sentence's opening where none is before."""
    cuts = [m.end() for m in _SEPARATOR.finditer(sentence.text, 0, match.start())]
    opening = (
        cuts and _DATE.search(sentence.text, 0, cuts[0]) and len(cuts) == 1 and "," in sentence.text[: cuts[0]]
    )
    behind = re.compile(r"[;(]").search(sentence.text, match.end())
    return (0 if not cuts or opening else cuts[-1]), (behind.start() if behind else len(sentence.text))


def _since_when(sentence: Sentence, grammar: Grammar, match: re.Match[str]) -> Term:
    """When a successor came: "until 1934, when N. took his place", else the date of the clause."""
    when = grammar.dates["when"].search(sentence.text[: match.start()].rstrip())
    if when is None:
        begin = max(
            match.start(),
            sentence.text.rfind(",", 0, match.start("holder")) if match.groupdict().get("holder") else 0,
        )
        return term(sentence, grammar, "start", (begin, match.end()), _clause(sentence, match))
    mention = sentence.mark(when["date"]).mention
    if mention.value is None or not mention.value.edtf:
        return Term()
    return Term(halves(mention.value)[1] or alone(mention.value), None, (mention.id,))


def _both(
    sentence: Sentence, grammar: Grammar, match: re.Match[str], focus: Focus, known: Sequence[Tenure]
) -> tuple[str, str]:
    """The referents of the successor and of the one before; "" where it is not clear who is meant."""
    groups = match.groupdict()
    holder = groups.get("holder") or ""
    if holder.startswith("‹"):
        if sentence.lang != "en" and not groups.get("given") and not nominative(sentence.mark(holder)):
            return "", ""
        new = sentence.mark(holder).referent
    else:
        found = subjects(sentence, grammar, match.span("verb"), match.end(), focus)
        new = found[0] if found else ""
    named = groups.get("pred") or ""
    if named.startswith("‹"):
        mark = sentence.mark(named)
        return (
            (new, mark.referent) if sentence.lang == "en" or not _same_case(sentence, holder, named) else ("", "")
        )
    told = [t.holder for t in _in_sentence(sentence, known) if t.holder != new]
    if told:
        return new, told[-1]
    last = next((t for t in reversed(known) if t.passage != sentence.passage), None)
    if last is not None and last.end is not None and last.holder != new and last.source == sentence.block.kind:
        return new, last.holder  # who has just left his post is the one whose place was free
    return new, focus.antecedent()


def _same_case(sentence: Sentence, holder: str, named: str) -> bool:
    """Whether both names stand in the nominative, so that it is not told who followed whom."""
    return (
        holder.startswith("‹")
        and nominative(sentence.mark(holder))
        and nominative(sentence.mark(named))
        and (sentence.text.index(holder) < sentence.text.index(named))
    )


def _in_sentence(sentence: Sentence, known: Sequence[Tenure], before: int | None = None) -> list[Tenure]:
    """What was stated in this sentence: all of it, or only what stands `before` a place."""
    here = [t for t in known if t.passage == sentence.passage]
    return here if before is None else [t for t in here if _place(sentence, t) < before]


def _place(sentence: Sentence, tenure: Tenure) -> int:
    """Where a sentence names a tenure's post or body; 0 where it names none."""
    places = [
        sign.start()
        for sign in MARK.finditer(sentence.text)
        if sign[1] in "OB" and sentence.marks[int(sign[2])].mention.id in tenure.evidence
    ]
    return min(places, default=0)


def _near(sentence: Sentence, known: Sequence[Tenure], before: int | None = None) -> list[Tenure]:
    """What was stated in this sentence and in the last ones before it."""
    return [
        *[t for t in known if t.passage != sentence.passage][-_NEAR:],
        *_in_sentence(sentence, known, before),
    ]


def _post(
    sentence: Sentence, grammar: Grammar, match: re.Match[str], before: str, known: Sequence[Tenure], when: Term
) -> Tenure | None:
    """The predecessor's tenure whose post is meant, None where it is not certain."""
    where = grammar.dates["where"].match(sentence.text[match.end() :])
    place = sentence.mark(where["place"]) if where else None
    held = [
        t
        for t in known
        if t.holder == before and t.modality == Modality.HELD and not grammar.members.search(t.office)
    ]
    if place is not None:
        same = [
            t for t in held if place.referent == t.place or place.mention.name.casefold() in t.office.casefold()
        ]
        return same[-1] if same else None
    if not held:
        return None
    left = [t for t in held if t.end and when.start and t.end.edtf == when.start.edtf]
    if left:
        return left[-1]
    last, offices = held[-1], {t.office_id or t.office.casefold() for t in held}
    if last not in _near(sentence, known):
        return None
    # "In July he became minister. His successor was N.": in the post that he had left, or in the new one?
    named = (match.groupdict().get("pred") or "").startswith("‹") and last.passage == sentence.passage
    later = when.start is not None and last.start is not None and last.start.edtf < when.start.edtf
    certain = named or later or last.end is not None or (last.start is None and len(offices) == 1)
    return last if certain else None


def _stated(known: Sequence[Tenure], holder: str, before: str) -> bool:
    return any(tenure.holder == holder and tenure.predecessor == before for tenure in known)
