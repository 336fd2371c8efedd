"""Posts that the words before name: who stood in for their holder, who got "the post", who held it before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kartoteka.annotate.tenure_dates import Term, term
from kartoteka.annotate.tenure_grammar import Construction, Grammar, matches
from kartoteka.annotate.tenure_known import came_about, clause, in_sentence, near, said
from kartoteka.annotate.tenure_sentences import MARK, Sentence
from kartoteka.annotate.tenure_subjects import Focus
from kartoteka.annotate.tenure_successions import since_when
from kartoteka.types import Label, Modality, Tenure

#: How many characters on "the post" can still mean the last one that was told of.
_FAR = 300


def vacancies(sentence: Sentence, grammar: Grammar, focus: Focus, known: Sequence[Tenure]) -> Iterator[Tenure]:
    """The tenures of those who acted for the holder of a known post, followed or preceded him or her in it."""
    for construction, match in matches(grammar.actings, sentence.text):
        yield from _acting(sentence, grammar, construction, match, focus, known)
    for construction, match in matches(grammar.vacancies, sentence.text):
        yield from _filled(sentence, grammar, construction, match, known)
    for construction, match in matches(grammar.forerunners, sentence.text):
        yield from _forerunner(sentence, grammar, construction, match, focus, known)


def _acting(
    sentence: Sentence,
    grammar: Grammar,
    construction: Construction,
    match: re.Match[str],
    focus: Focus,
    known: Sequence[Tenure],
) -> Iterator[Tenure]:
    """Who stood in for another: in the last post that the other is said to have held."""
    sign, other = match["holder"], match.groupdict().get("pred") or ""
    recent = _recent(sentence, known, match.start())
    holder = sentence.mark(sign).referent if sign.startswith("‹") else focus.antecedent()
    if other:
        absent = sentence.mark(other).referent
    else:
        absent = next((t.holder for t in reversed(recent) if t.holder != holder), "")
    posts = [t for t in known if t.holder == absent and t.modality is Modality.HELD]
    if not holder or not posts or holder == absent or not came_about(sentence, grammar, match):
        return
    post, when = posts[-1], term(sentence, grammar, construction.role, match.span(), clause(sentence, match))
    opening = f"{construction.office} ({post.office})" if construction.office else f"acting {post.office}"
    office = post.office if post.acting else opening
    yield said(sentence, replace(post, office=office, office_id="", acting=True), holder, when)


def _filled(
    sentence: Sentence, grammar: Grammar, construction: Construction, match: re.Match[str], known: Sequence[Tenure]
) -> Iterator[Tenure]:
    """Who got the post that was told of last, whether or not somebody else had come into it."""
    signs = [match["holder"], match.groupdict().get("second")]
    holders = [sentence.mark(sign).referent for sign in signs if sign]
    recent = [t for t in _recent(sentence, known, match.start()) if t.holder not in holders]
    if construction.holder == "own":  # "N., who took office in 1920": in his own post, where one is known
        own = [t for t in near(sentence, known, match.start()) if t.holder in holders and t.start is None]
        recent = own or recent
    if sentence.lang != "en":  # a seat that many hold is nobody's to take
        recent = [t for t in recent if not grammar.members.search(t.office)]
    if not recent or not came_about(sentence, grammar, match):
        return
    post = _named_last(sentence, match.start(), recent[-1])
    if construction.role == "start":
        when = since_when(sentence, grammar, match)
    else:
        when = term(sentence, grammar, construction.role, match.span(), clause(sentence, match))
    for holder in holders:
        yield said(sentence, replace(post, modality=Modality.HELD), holder, when)


def _named_last(sentence: Sentence, before: int, post: Tenure) -> Tenure:
    """The post that a Slavic sentence names last before a place, nobody's yet or the known one's."""
    named = [m for m in MARK.finditer(sentence.text, 0, before) if m[1] == "O"] if sentence.lang != "en" else []
    mark = sentence.marks[int(named[-1][2])] if named else None
    if mark is None or mark.mention.id in post.evidence:
        return post
    body = next((referent for mention, referent in mark.inner if mention.label == Label.ORG), "")
    return replace(
        post, office=mark.mention.text, office_id=mark.referent, org=body, place="", evidence=(mark.mention.id,)
    )


def _forerunner(
    sentence: Sentence,
    grammar: Grammar,
    construction: Construction,
    match: re.Match[str],
    focus: Focus,
    known: Sequence[Tenure],
) -> Iterator[Tenure]:
    """Who was somebody's predecessor in the post that was told of last; a verb of replacing dates the end of that."""
    sign = match.groupdict().get("next") or ""
    holder = sentence.mark(match["holder"]).referent
    told = in_sentence(sentence, known, match.start())
    if construction.role == "end" and not told and sentence.text[: match.start()].strip():
        return  # "He preferred Kyiv, where he relieved N.": in a post that is not told
    after = sentence.mark(sign).referent if sign else (told[-1].holder if told else focus.antecedent())
    posts = [t for t in _recent(sentence, known, match.start()) if t.holder == after]
    if posts and holder != after and posts[-1].modality is Modality.HELD:
        left = posts[-1].start if construction.role == "end" else None
        yield said(sentence, posts[-1], holder, Term(end=left), successor=after)


def _recent(sentence: Sentence, known: Sequence[Tenure], before: int) -> list[Tenure]:
    """What was told in this sentence, else in the one before it that told of a tenure."""
    here = in_sentence(sentence, known, before)
    last = near(sentence, known, before)[-1:]
    if here or not last or sentence.passage[0] - last[0].passage[1] > _FAR:
        return here
    return [t for t in known if t.passage == last[0].passage]
