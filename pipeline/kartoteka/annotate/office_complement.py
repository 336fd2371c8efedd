"""The complement of an English post: where "of the OGPU in Ukraine" ends, without a tagger."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_words import EnglishWords, lowered
from kartoteka.types import Label

_TOKEN = re.compile(
    r"[^\W\d_][\w’'.&/-]*\w(?:\([^()\s]{1,3}\)\w*|(?<=s)['’](?=\s[a-z]))?|[^\W\d_]|\d+(?:st|nd|rd|th)\b"
)
_AND = re.compile(r"(?:,)?\s+and\s+(?:the\s+)?|,\s+(?=[A-Z])")
_PARENTHESIS = re.compile(r"\s+\([^()\n\d]{2,60}\)(?=\s+(?:of|for)\s)")
_OWN = re.compile(r"(?:its|our|their)\s+")
_CAPITAL = re.compile(r"[A-Z][a-z]")
_FROM = re.compile(r"\s+from\s+(?:the\s+)?")
_SOME = re.compile(r"an?\s+")
_OWNED = re.compile(r"['’]s\s(?:[A-Z][\w’-]+\s){0,2}")
_QUOTED = re.compile(r"[\"“«„]([A-ZА-ЯІЇЄҐ][^\"“”«»„\n]{1,60})[\"”»“]")
_CONVOCATION = re.compile(
    r"\s+of\s+(?:the\s+)?(?:two|three|four|five|six|seven|several|first|second|third|[a-z]+th|\d+\w*|[IVX]+)\b"
    r"(?:\W{1,3}\w+){0,4}?\s+convocations?\b"
)
_ITEM = re.compile(r"(?:the )?[a-z]+ and (?!the )([a-z]+) ([a-z]+)\b")
_FACTION = re.compile(r"\([bmBM]\)\w*")
_MAX_LOWER = 4
#: Whose complement may be two fields, and the second of them, behind which another phrase begins.
_OF_FIELDS = ("minister", "commissar", "secretary", "commissioner")
_FIELD = re.compile(r"\s+and\s+([a-z]{4,})(?=[,.;:)]|\s(?:of|in|from|until|since|for|by|at|on|under|to|and)\b|$)")


def grow_right(text: str, end: int, findings: Sequence[Finding], words: EnglishWords, head: str) -> int:
    """Where the complements of the post end."""
    for _ in range(6):
        if parenthesis := _PARENTHESIS.match(text, end):
            end = parenthesis.end()
        link = words.links.match(text, end)
        if head in words.from_heads and (land := _land(text, end, findings)):
            return land.end
        if not link or (link[1] == "to" and head not in words.to_heads) or _CONVOCATION.match(text, end):
            return end
        if link[1] in ("to", "under") and (superior := words.heads.match(text, link.end())):
            return (
                grow_right(text, superior.end(), findings, words, lowered(superior[0])) if link[1] == "to" else end
            )
        start = _opened(text, link.end(), words)
        reached = _noun_phrase(text, start, findings, words) if start else link.end()
        if link[1] == "of" and head.endswith(_OF_FIELDS):
            reached = _second_field(text, reached, words)
        name = text[link.end() : reached]
        if link[1] != "of" and _is_title(text, start, reached, findings):
            return end
        if reached <= (start or reached) or (link[1] in words.local and not re.search(r"[A-Z]|\d", name)):
            return end
        if (link[1] == "for" and words.periods.match(name)) or words.personal.fullmatch(name.rstrip()):
            return end
        end = reached
    return end


def _land(text: str, end: int, findings: Sequence[Finding]) -> Finding | None:
    """The land that somebody is "from" whom it elects: senator from Perm Krai."""
    link = _FROM.match(text, end)
    return next((f for f in findings if f.start == link.end() and f.label is Label.PLACE), None) if link else None


def _second_field(text: str, reached: int, words: EnglishWords) -> int:
    """Where the complement of a minister ends that has two fields: "of press and propaganda"."""
    second = _FIELD.match(text, reached) if text[reached - 1].islower() else None
    if second is None or second[1] in words.stops or words.heads.match(text, second.start(1)):
        return reached
    return second.end(1)


def _is_title(text: str, start: int, reached: int, findings: Sequence[Finding]) -> bool:
    """Whether the words of a noun phrase are the title of the person behind them: "adjutant to General N."."""
    if any(start <= f.start < reached and f.label in (Label.ORG, Label.PLACE) for f in findings):
        return False
    return any(f.label is Label.PERSON and f.start == reached + 1 for f in findings)


def _opened(text: str, start: int, words: EnglishWords) -> int:
    """Where the noun phrase goes on after "its" or "a", 0 where no kind of body follows them: head of a family."""
    opening = _OWN.match(text, start) or _SOME.match(text, start)
    if opening is None:
        return start
    named = opening.re is _OWN and _CAPITAL.match(text, opening.end())
    return opening.end() if named or words.some_body.match(text, opening.end()) else 0


def _noun_phrase(text: str, start: int, findings: Sequence[Finding], words: EnglishWords) -> int:
    """Where the noun phrase that begins at `start` ends; `start` itself where there is none."""
    end, position, lower, previous = start, start, 0, ""
    item = _ITEM.match(text, start)
    if item and not {item[1], item[2]} & words.stops and not item[2].endswith("ed"):
        position = item.start(2)
    while True:
        finding = _covering(findings, position)
        closing = finding is not None and finding.label in (Label.PERSON, Label.DATE)
        if finding is not None and closing and not _is_namesake(text, finding, words):
            return end
        quoted = _QUOTED.match(text, position)
        if quoted and (finding is None or finding.start > position):
            return quoted.end()
        token = _TOKEN.match(text, position)
        if finding is not None and (owned := _owned(text, finding, words)):
            return owned
        if finding is not None:
            faction = _FACTION.match(text, finding.end)
            end, previous, lower = faction.end() if faction else finding.end, "Name", 0
        elif token is None or not (_belongs(text, token, previous, lower, words) or _is_whole(text, token, start)):
            return end
        else:
            end, previous = token.end(), token[0]
            lower = lower + 1 if token[0].islower() else 0
        joint = re.match(r"[ \u00a0\n]", text[end:]) or _joint(text, end, previous, findings, words)
        if joint is None:
            return end
        position = end + joint.end()
        if joint[0].isspace() and (more := _joint(text, end, previous, findings, words)):
            position = end + more.end()


def _owned(text: str, finding: Finding, words: EnglishWords) -> int:
    """Where a body's or land's own department ends: "head of the Security Service's Odesa department", 0 for none."""
    found = _OWNED.match(text, finding.end) if finding.label in (Label.ORG, Label.PLACE) else None
    kind = words.some_body.match(text, found.end()) if found else None
    return kind.end() if kind else 0


def _is_namesake(text: str, finding: Finding, words: EnglishWords) -> bool:
    """Whether a body is named after a person: "of the Stefan Batory University"."""
    following = re.compile(r"\s([A-Z]\w+)").match(text, finding.end)
    return finding.label is Label.PERSON and following is not None and lowered(following[1]) in words.bodies


def _joint(
    text: str, end: int, previous: str, findings: Sequence[Finding], words: EnglishWords
) -> re.Match[str] | None:
    """The "and" (or comma of a list) that carries the noun phrase on to another name, not to another clause."""
    joint = _AND.match(text[end:])
    if joint is None or not previous[:1].isupper():
        return None
    following = end + joint.end()
    finding = _covering(findings, following)
    if joint[0].startswith(",") and "and" not in joint[0] and not _is_listed(text, finding, findings):
        return None
    if finding is not None:
        return joint if finding.label in (Label.ORG, Label.PLACE) else None
    token = _TOKEN.match(text, following)
    if not token or not token[0][0].isupper() or lowered(token[0]) in words.stops:
        return None
    return None if _starts_post(text, following, words) else joint


def _is_listed(text: str, finding: Finding | None, findings: Sequence[Finding]) -> bool:
    """Whether a body after a comma is followed by "and" and another one: head of the Revkom, Duma and Council."""
    if finding is None or finding.label is not Label.ORG:
        return False
    last = _AND.match(text, finding.end)
    other = _covering(findings, last.end()) if last and "and" in last[0] else None
    return other is not None and other.label is Label.ORG


def _starts_post(text: str, start: int, words: EnglishWords) -> bool:
    """Whether another post begins here, within its first three words."""
    ahead = re.split(r"\sand\s|[,.;]", text[start : start + 60])[0]
    return any(
        words.heads.match(text, start + word.start()) for word in list(re.finditer(r"\w[\w’'-]*", ahead))[:4]
    )


def _belongs(text: str, token: re.Match[str], previous: str, lower: int, words: EnglishWords) -> bool:
    """Whether a word can go on the name of a body or field, without a tagger."""
    word = lowered(token[0]).rstrip(".")
    if words.seats.match(text, token.start()):
        return True
    if word in words.stops or (word.endswith("'s") and not token[0][0].isupper()):
        return False
    if token[0][0].isupper() or token[0][0].isdigit():
        return True
    if lower >= _MAX_LOWER or (
        word.endswith("ly") and word not in words.participles and not re.match(r"\s+\w+ed\s", text[token.end() :])
    ):
        return False
    participle = word.endswith(("ed", "ing")) and word not in words.participles
    # "of the evacuated plant", "the Prosvita reading room": right after the article a participle is an attribute.
    attribute = previous in ("", "Name") and words.some_body.match(text, token.end() + 1) is not None
    return not participle or previous.endswith("ly") or attribute


def _is_whole(text: str, token: re.Match[str], start: int) -> bool:
    """Whether "all" opens the name of a country: tsar of All Russia, patriarch of all Rus."""
    return (
        token.start() == start and lowered(token[0]) == "all" and bool(re.match(r"\s[A-Z]", text[token.end() :]))
    )


def _covering(findings: Sequence[Finding], position: int) -> Finding | None:
    """The longest finding that begins here, or covers this place."""
    best = None
    for finding in findings:
        if finding.start > position:
            break
        if finding.end > position and (best is None or finding.end > best.end):
            best = finding
    return best
