"""To which body and place a post belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kartoteka.annotate.tenure_posts import Event, Post
from kartoteka.annotate.tenure_sentences import Mark, Sentence
from kartoteka.types import Label, Tenure

#: What joins the posts of an English row that share a body; a comma alone does not.
_AND = re.compile(r"(?:, (?:[a-z]+ )*‹O\d+›)*(?: \([^()]*\))?,? (?:and|or|as well as|then)\b")
_AT = re.compile(r"^ ?\(?(?:at |in |of |with )?(?:the )?(?P<body>‹B\d+›)")
_JOINED = re.compile(r",? (?:and|та|і|й|и) (?:the )?")


def each_body(post: Post | None, made: Tenure) -> Iterator[Tenure]:
    """One tenure for each of the coordinated bodies of a post: "governor of Podolia and of Volhynia"."""
    inner = [(m, r) for m, r in post.mark.inner if m.label == Label.ORG] if post else []
    office = post.mark.mention if post else None
    joined = [
        (first, second)
        for first, second in pairwise(inner)
        if office and _JOINED.fullmatch(office.text[first[0].end - office.start : second[0].start - office.start])
    ]
    if not joined or office is None:
        yield made
        return
    opening = office.text[: joined[0][0][0].start - office.start]
    for body, referent in (joined[0][0], *(second for _, second in joined)):
        yield replace(made, office=re.sub(r"\s+", " ", opening + body.text), org=referent)


def body_and_place(sentence: Sentence, event: Event, post: Post | None) -> tuple[str, str]:
    """The referents of the body and of the place that the post belongs to, "" where none is named."""
    if post is None:
        return (event.body.referent if event.body else ""), ""
    org, place = _inner(post.mark)
    if not org and (beside := _AT.match(sentence.text[post.end :])):
        org = sentence.mark(beside["body"]).referent
    if not org and not _has_complement(post):
        org = _shared_body(sentence, event, post)
    return org, place


def _shared_body(sentence: Sentence, event: Event, post: Post) -> str:
    """The body that a post has in common with the next ones of its row: "secretary and then director of the museum"."""
    following = [p for p in event.posts if p.start > post.start and p.fresh is None]
    if sentence.lang == "en" and following and not _AND.match(sentence.text, post.end, following[-1].start):
        return ""
    return next((name for p in following if (name := _inner(p.mark)[0])), "")


def _has_complement(post: Post) -> bool:
    """Whether a post names its own field or body: "head of the commission", not "assistant chief"."""
    words = post.mark.mention.text.split()
    return len(words) > 3 or any(word in ("of", "for", "in") for word in words)


def _inner(mark: Mark) -> tuple[str, str]:
    bodies = [(m, referent) for m, referent in mark.inner if m.label == Label.ORG]
    places = [
        (m, referent)
        for m, referent in mark.inner
        if m.label == Label.PLACE and not any(b.start <= m.start and m.end <= b.end for b, _ in bodies)
    ]
    longest = max(bodies, key=lambda item: (item[0].end - item[0].start, -item[0].start), default=None)
    return (longest[1] if longest else ""), (places[0][1] if places else "")
