"""Successors and deputies whose post only the other's tells: "N. took his place", "his deputy was M.".

Which post is meant must be beyond doubt: the same sentence names it, or those right before it do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kartoteka.annotate.tenure_dates import Term, alone, halves, term
from kartoteka.annotate.tenure_grammar import Construction, Grammar, matches
from kartoteka.annotate.tenure_known import came_about, clause, in_sentence, near, place_of, said
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.annotate.tenure_subjects import Focus, nominative, subjects
from kartoteka.types import Modality, Tenure

#: Several posts at once.
_SEVERAL = re.compile(r"\b(?:цих|тих|этих|тех|обоих|обеих|обох) (?:посад|пост|долж)")


def successions(sentence: Sentence, grammar: Grammar, focus: Focus, known: Sequence[Tenure]) -> Iterator[Tenure]:
    """The tenures of a sentence's successors and deputies; `known` are those so far, the sentence's own last."""
    found: list[Tenure] = []
    for construction, match in matches(grammar.successions, sentence.text):
        found += _succession(sentence, grammar, construction, match, focus, [*known, *found])
    for construction, match in matches(grammar.deputies, sentence.text):
        found += _deputy(sentence, grammar, construction, match, focus, [*known, *found])
    yield from found


def _succession(
    sentence: Sentence,
    grammar: Grammar,
    construction: Construction,
    match: re.Match[str],
    focus: Focus,
    known: Sequence[Tenure],
) -> Iterator[Tenure]:
    """The successor's tenure, and the end of the one before where a verb of replacing dates it."""
    holder, before = _both(sentence, grammar, match, focus, known)
    if not holder or not before or holder == before or not came_about(sentence, grammar, match):
        return
    if construction.role == "own":
        yield from _followed(sentence, match, holder, before, known)
        return
    when = since_when(sentence, grammar, match)
    post = _post(sentence, grammar, match, before, known, when, at_once=not construction.weak)
    if post is None or _stated(known, holder, before):
        return
    yield said(sentence, post, holder, when, predecessor=before)
    if post.end is None and when.start is not None and not construction.weak:
        yield said(sentence, post, before, Term(end=when.start, evidence=when.evidence), successor=holder)


def _followed(
    sentence: Sentence, match: re.Match[str], holder: str, before: str, known: Sequence[Tenure]
) -> Iterator[Tenure]:
    """Who held before somebody the post, or the several posts, that was told of last: «на цих посадах змінив N.»."""
    own = [t for t in near(sentence, known) if t.holder == holder and t.modality == Modality.HELD]
    several = _SEVERAL.search(match[0]) is not None
    for post in own[-1:] if not several else [t for t in own if t.passage == own[-1].passage]:
        yield said(sentence, post, before, Term(end=post.start), successor=holder)


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
    if not holder or not superior or holder == superior or not came_about(sentence, grammar, match):
        return
    post = _post(sentence, grammar, match, superior, known, Term())
    if post is not None:
        cyrillic = sentence.lang != "en"
        office = f"{construction.office} ({post.office})" if cyrillic else f"{construction.office} {post.office}"
        when = term(sentence, grammar, construction.role, match.span(), clause(sentence, match))
        yield said(sentence, replace(post, office=office, office_id="", acting=False), holder, when)


def since_when(sentence: Sentence, grammar: Grammar, match: re.Match[str]) -> Term:
    """When a successor came: "until 1934, when N. took his place", else the date of the clause."""
    when = grammar.dates["when"].search(sentence.text[: match.start()].rstrip())
    if when is None:
        begin = max(
            match.start(),
            sentence.text.rfind(",", 0, match.start("holder")) if match.groupdict().get("holder") else 0,
        )
        return term(sentence, grammar, "start", (begin, match.end()), clause(sentence, match))
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
    end = match.end() if sentence.lang != "en" else None
    told = [t.holder for t in in_sentence(sentence, known, end) if t.holder != new]
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


def _post(
    sentence: Sentence,
    grammar: Grammar,
    match: re.Match[str],
    before: str,
    known: Sequence[Tenure],
    when: Term,
    *,
    at_once: bool = False,
) -> Tenure | None:
    """The predecessor's tenure whose post is meant, None where it is not certain.

    `at_once`: a verb of replacing goes with the last post that its own sentence tells of.
    """
    where = grammar.dates["where"].match(sentence.text[match.end() :]) or _somewhere(sentence, grammar, match)
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
    # "He handed over the fleet and became head of …", "was succeeded by N. and sent as": no post told of behind.
    told = in_sentence(sentence, known, match.end())
    held = [t for t in held if t.passage != sentence.passage or t in told]
    if not held:
        return None
    left = [t for t in held if t.end and when.start and t.end.edtf == when.start.edtf]
    if left:
        return left[-1]
    if held[-1] in in_sentence(sentence, known) and _moved(sentence, grammar, held[-1]):
        held = [t for t in held if t.passage != sentence.passage and t.end is None]
        return held[-1] if len({t.office_id or t.office.casefold() for t in held}) == 1 else None
    last, offices = held[-1], {t.office_id or t.office.casefold() for t in held}
    if last not in near(sentence, known):
        return None
    # "In July he became minister. His successor was N.": in the post that he had left, or in the new one?
    named = (match.groupdict().get("pred") or "").startswith("‹") and last.passage == sentence.passage
    later = when.start is not None and last.start is not None and last.start.edtf < when.start.edtf
    here = last.passage == sentence.passage
    only = (here and at_once) or (len(offices) == 1 and (here or last.start is None))
    certain = named or later or last.end is not None or only
    return last if certain else None


def _somewhere(sentence: Sentence, grammar: Grammar, match: re.Match[str]) -> re.Match[str] | None:
    """Where somebody was replaced, told before the verb: «у Харкові його замінив N.» is said of the post left there."""
    begin = clause(sentence, match)[0]
    return grammar.dates["elsewhere"].search(sentence.text, begin, match.end()) if sentence.lang != "en" else None


def _moved(sentence: Sentence, grammar: Grammar, post: Tenure) -> bool:
    """Whether its sentence says that somebody was transferred to a post: whoever follows got the one that was left."""
    moved, place = grammar.dates.get("moved"), place_of(sentence, post)
    return moved is not None and moved.search(sentence.text, max(0, place - 90), place) is not None


def _stated(known: Sequence[Tenure], holder: str, before: str) -> bool:
    return any(tenure.holder == holder and tenure.predecessor == before for tenure in known)
