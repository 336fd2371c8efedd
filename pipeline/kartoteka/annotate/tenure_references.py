"""Statements that date a post named before: "he held this post until 1934", "in May he was dismissed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kartoteka.annotate.tenure_dates import Term, term
from kartoteka.annotate.tenure_grammar import Construction, Grammar, matches
from kartoteka.annotate.tenure_known import came_about, clause, in_sentence, near, said
from kartoteka.annotate.tenure_merging import merge_tenures
from kartoteka.annotate.tenure_sentences import MARK, Sentence
from kartoteka.annotate.tenure_subjects import Focus, candidates, of_clause
from kartoteka.types import Modality, Tenure

#: "Released" is told of prisoners too: it ends a post where words of work, or a reason, go with it.
_RELEASED = re.compile(r"(?:був |було |была |был )?(?:звільн|освобо)", re.IGNORECASE)
_FROM_WORK = re.compile(
    r"посад|пост[аіуе]?\b|обов|робот|служб|должн|обязан|работ|командув|командов|уряд|керівн|керувал|руковод|управл|завід"
    r"|завед|[зс]в['’]?я[зв]|відстав|отстав|власн|собств|пенс|хвороб|болезн|вік|возраст|наказ|указ|приказ|президент"
)


def references(sentence: Sentence, grammar: Grammar, focus: Focus, known: Sequence[Tenure]) -> Iterator[Tenure]:
    """The beginnings and ends that a sentence gives to posts named before; `known` are the tenures so far."""
    found: list[Tenure] = []
    for construction, match in matches(grammar.references, sentence.text):
        found += _reference(sentence, grammar, construction, match, focus, [*known, *found])
    for construction, match in matches(grammar.endings, sentence.text):
        found += _ending(sentence, grammar, construction, match, focus, [*known, *found])
    yield from found


def _reference(
    sentence: Sentence,
    grammar: Grammar,
    construction: Construction,
    match: re.Match[str],
    focus: Focus,
    known: Sequence[Tenure],
) -> Iterator[Tenure]:
    """The dates of "he held this post from 1923 until 1931": his own last post, or the last one that was named."""
    when = term(
        sentence, grammar, construction.role or "state", match.span(), (match.start(), clause(sentence, match)[1])
    )
    recent = [t for t in near(sentence, known, match.start()) if t.modality == Modality.HELD]
    if not recent or not (when.start or when.end):
        return
    sign = match.groupdict().get("holder") or ""
    holder = sentence.mark(sign).referent if sign.startswith("‹") else ""
    told = _told(sentence, known, match.start())
    if not told and sentence.text[: match.start()].endswith("where "):
        return  # "transferred to Kharkiv, where he remained until 1930": in a post that is not told
    if not holder:
        holder = _foremost(told).holder if told else focus.antecedent()
    own = [t for t in recent if t.holder == holder]
    post = own[-1] if own else recent[-1]
    if grammar.lang != "en" and own and own[-1].passage != sentence.passage:
        post = ([t for t in own if t.end is None] or own)[-1]  # not the one just said to have ended
    if own or sign.startswith("‹"):
        yield said(sentence, post, holder, when)


def _told(sentence: Sentence, known: Sequence[Tenure], before: int) -> list[Tenure]:
    """What a sentence has told before a place, of those whom it does not name behind it only."""
    named: dict[str, int] = {}
    for sign in MARK.finditer(sentence.text):
        if sign[1] == "P":
            named.setdefault(sentence.marks[int(sign[2])].referent, sign.start())
    return [t for t in in_sentence(sentence, known, before) if named.get(t.holder, 0) < before]


def _foremost(told: Sequence[Tenure]) -> Tenure:
    """Whom a sentence goes on about: of a succession the one who came, else the last one it told of."""
    came = [tenure for tenure in told if tenure.predecessor]
    return (came or list(told))[-1]


def _first_subject(sentence: Sentence, grammar: Grammar, verb: int, focus: Focus) -> str:
    """Whom a sentence is about that goes on with "and resigned": its first subject, unless a clause of time has it."""
    opening = sentence.text.rfind(";", 0, verb) + 1
    people = candidates(sentence, grammar, opening, verb)
    first = next(((p, m) for p, m in people if not of_clause(sentence, sentence.text.index("›", p) + 2)), None)
    pronoun = grammar.pronouns.search(sentence.text, opening, verb)
    if pronoun and (first is None or pronoun.start() < first[0]):
        return focus.antecedent()
    return first[1].referent if first else ""


def _ending(
    sentence: Sentence,
    grammar: Grammar,
    construction: Construction,
    match: re.Match[str],
    focus: Focus,
    known: Sequence[Tenure],
) -> Iterator[Tenure]:
    """The end of a post that the sentence does not name: "in May he was dismissed"."""
    told = _told(sentence, known, match.start("verb"))
    sign = match.groupdict().get("who") or ""
    # "…, but was dismissed": of whom the sentence told before, and of nobody else.
    alone = "" if sign in (",", "but", "and", "who") else focus.antecedent()
    meant = _foremost(told).holder if told else alone
    if told and sentence.lang == "en" and (first := _first_subject(sentence, grammar, match.start("verb"), focus)):
        meant = first if sign != "who" else meant
    holder = sentence.mark(sign).referent if sign.startswith("‹") else meant
    if not holder or any(t.holder == holder and t.end for t in in_sentence(sentence, known)):
        return
    earlier = [t for t in known if t.passage != sentence.passage] + told
    held = merge_tenures([t for t in earlier if t.holder == holder and t.modality == Modality.HELD])
    open_ = [t for t in held if t.end is None and not grammar.members.search(t.office)]
    if construction.role == "member":
        seats = [t for t in held if grammar.members.search(t.office) and t.start is not None]
        open_ = [t for t in (seats or held)[-1:] if t.end is None]
    elif construction.role == "body":
        open_ = [t for t in open_ if t.org and t.org == sentence.mark(match["body"]).referent]
    elif _RELEASED.match(match["verb"]) and not _FROM_WORK.search(sentence.text, max(0, match.start() - 60)):
        return
    when = term(sentence, grammar, "end", match.span("verb"), clause(sentence, match))
    if when.end is None or not came_about(sentence, grammar, match):
        return
    if same := [t for t in held if t.end is not None and t.end.edtf == when.end.edtf]:
        yield said(sentence, same[-1], holder, Term(end=when.end, evidence=when.evidence))
        return
    if not open_:
        return
    if any(
        t.end is not None and (t.end.latest or t.end.edtf) >= (when.end.earliest or when.end.edtf) for t in held
    ):
        return  # what ended then is another post
    begun = [t for t in open_ if t.start is not None] or open_
    if len(begun) == 1 or begun[-1].start is not None:
        yield said(sentence, begun[-1], holder, Term(end=when.end, evidence=when.evidence))
