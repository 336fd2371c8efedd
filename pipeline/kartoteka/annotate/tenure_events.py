"""Where a sentence states that somebody held a post: the post, the words that say so, and who is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kartoteka.annotate.office_words import slavic
from kartoteka.annotate.tenure_grammar import Construction, Grammar
from kartoteka.annotate.tenure_modality import modality
from kartoteka.annotate.tenure_sentences import Mark, Sentence
from kartoteka.annotate.tenure_subjects import Focus, appointed, nominative, subjects
from kartoteka.types import Modality

_OFFICE = re.compile(r"‹O(\d+)›")
_INSTRUMENTAL = re.compile(r"(?:им|ім|ою|ею|ом|ем|єм|ям|ым|ой|ей|ём|йом|ьом|ами|ями)$", re.IGNORECASE)
_NOMINAL = re.compile(r"^[\s\-*•–—]*(?:[^‹.]{0,16}‹D\d+›[^‹.\w]{0,12}?)(?:—|–|-|:|,)?\s*$")
_INITIAL = re.compile(r"^[\s\-*•–—\"«“\[(]*(?:the |then |former |колишній |бывший )*$", re.IGNORECASE)
_FAR_TITLE = re.compile(r"^(?:,[^‹,;.]+(?:‹[DGB]\d+›[^‹,;.]*)*,|(?: [^‹,;.]{1,45})) (?P<holder>‹P\d+›)")
_DEFINITE = re.compile(r"(?:\b(?:the|former|then|its|their)|^[\s\[(\"“«]*) ?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """One post of an event, and where its mark stands; `later` where "and then" comes before it."""

    start: int
    end: int
    mark: Mark
    later: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A statement of the sentence: `span` runs from its verb to its last post or body.

    `holders` are empty where only the one who was replaced is known.

    `companion` shares the last post ("along with N."). `office` and `body` stand for the posts where a verb alone
    tells ("headed the GPU").
    """

    role: str
    span: tuple[int, int]
    holders: tuple[str, ...]
    posts: tuple[Post, ...] = ()
    office: str = ""
    body: Mark | None = None
    predecessor: str = ""
    companion: str = ""
    modality: Modality = Modality.HELD
    rule: str = ""
    marks: tuple[Mark, ...] = field(default=())


def find_events(sentence: Sentence, grammar: Grammar, focus: Focus) -> list[Event]:
    """The statements of a sentence, in order; posts that nobody is said to hold make none."""
    events: list[Event] = []
    near = focus
    for chain in _chains(sentence, grammar):
        event = _of_chain(sentence, grammar, chain, near)
        if event is not None:
            events.append(event)
            # A pronoun after a statement means the one of whom it was made.
            near = (
                Focus(event.holders[0], "", frozenset(event.holders[:1])) if event.rule and event.holders else near
            )
    events += _of_verbs(sentence, grammar, focus)
    return sorted(events, key=lambda event: event.span)


def _chains(sentence: Sentence, grammar: Grammar) -> list[list[Post]]:
    """The posts of the sentence, coordinated ones together."""
    chains: list[list[Post]] = []
    for sign in _OFFICE.finditer(sentence.text):
        mark = sentence.marks[int(sign[1])]
        post = Post(sign.start(), sign.end(), mark)
        between = sentence.text[chains[-1][-1].end : sign.start()] if chains else "‹"
        if grammar.later.fullmatch(between):
            chains[-1].append(Post(sign.start(), sign.end(), mark, later=True))
        elif grammar.coordination.fullmatch(between):
            chains[-1].append(post)
        else:
            chains.append([post])
    return [part for chain in chains for part in _parted(sentence, grammar, chain)]


def _parted(sentence: Sentence, grammar: Grammar, chain: list[Post]) -> list[list[Post]]:
    """A title before a name leaves the list before it: "P, head of the GPU, and Commissar Q"."""
    before = sentence.text[: chain[0].start]
    titled = grammar.title.match(sentence.text[chain[-1].end :])
    if len(chain) > 1 and titled and (grammar.apposition.search(before) or _trigger(sentence, grammar, chain[0])):
        return [chain[:-1], chain[-1:]]
    return [chain]


def _of_chain(sentence: Sentence, grammar: Grammar, chain: list[Post], focus: Focus) -> Event | None:
    first, last = chain[0], chain[-1]
    before, after = sentence.text[: first.start], sentence.text[last.end :]
    span, posts = (first.start, last.end), tuple(chain)
    title = grammar.title.match(after)
    found = _trigger(sentence, grammar, first)
    if title and _may_be_titled(sentence, grammar, last, title["holder"]):
        if found and grammar.lang != "en" and not found[0].case and nominative(sentence.mark(title["holder"])):
            span = (found[1].start("verb"), span[1])
            return Event(
                found[0].role, span, (sentence.mark(title["holder"]).referent,), posts, rule=found[0].name
            )
        return Event("title", (span[0], last.end + title.end()), (sentence.mark(title["holder"]).referent,), posts)
    if apposed := grammar.apposition.search(before):
        holder = sentence.mark(apposed["holder"])
        return Event("apposition", span, (holder.referent,), posts, marks=(holder,))
    if found:
        return _triggered(sentence, grammar, posts, found, focus)
    described = grammar.described.match(after) if _DEFINITE.search(before) else None
    if described is None and _INITIAL.match(before):
        described = _FAR_TITLE.match(after)
    if described and (grammar.lang == "en" or nominative(sentence.mark(described["holder"]))):
        if grammar.lang == "en" and not after.startswith((",", "],", "),")):
            return None
        return Event("title", span, (sentence.mark(described["holder"]).referent,), posts)
    if grammar.lang != "en" and _NOMINAL.match(before) and (holder_id := focus.protagonist or focus.subject):
        return Event("state", span, (holder_id,), posts)
    return None


def _may_be_titled(sentence: Sentence, grammar: Grammar, post: Post, sign: str) -> bool:
    """Whether the name after a post is its holder's, not that of the one whom the post serves."""
    if grammar.lang == "en" or nominative(sentence.mark(sign)):
        return True
    words = post.mark.mention.text.split()
    serves = slavic(grammar.lang).person.match(words[-1])
    return not serves or bool(_INSTRUMENTAL.search(words[-1]))


def _trigger(sentence: Sentence, grammar: Grammar, post: Post) -> tuple[Construction, re.Match[str]] | None:
    """The construction before a post whose verb stands nearest to it."""
    text, floor = sentence.text, max(0, post.start - 220)
    best: tuple[Construction, re.Match[str]] | None = None
    for construction in grammar.triggers:
        match = construction.pattern.search(text[: post.start], floor)
        if match is None or (construction.case and not _instrumental(post)):
            continue
        if best is None or (not construction.weak, match.start("verb")) > (
            not best[0].weak,
            best[1].start("verb"),
        ):
            best = construction, match
    return best


def _instrumental(post: Post) -> bool:
    words = re.findall(r"[\w’'-]+", post.mark.mention.text)
    return any(_INSTRUMENTAL.search(word) for word in words[:3])


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
    predecessor = sentence.mark(groups["pred"]).referent if groups.get("pred") else ""
    given = groups.get("object") or ""
    if given.startswith("‹"):
        holders = [sentence.mark(given).referent]
    elif given:
        holders = [focus.antecedent()] if focus.antecedent() else []
    elif construction.holder == "object":
        holders = appointed(sentence, grammar, verb, posts[-1].end, focus)
    else:
        holders = subjects(sentence, grammar, verb, posts[0].start, focus)
    holders = [holder for holder in holders if holder and holder != predecessor]
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
        modality=modality(sentence, grammar, verb),
        rule=construction.name,
    )


def _of_verbs(sentence: Sentence, grammar: Grammar, focus: Focus) -> list[Event]:
    """What "headed the GPU" and "a brigade headed by N." tell without naming a post."""
    found: list[Event] = []
    for construction in grammar.passives:
        for match in construction.pattern.finditer(sentence.text):
            people = [match["holder"], match.groupdict().get("second")]
            holders = tuple(sentence.mark(person).referent for person in people if person)
            body = sentence.mark(match["body"])
            office = _headship(construction.office, body.mention.text)
            found.append(
                Event(construction.role, match.span(), holders, office=office, body=body, rule=construction.name)
            )
    taken = [event.span for event in found]
    for construction in grammar.verbs:
        for match in construction.pattern.finditer(sentence.text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found += _of_verb(sentence, grammar, construction, match, focus)
                taken.append(match.span())
    return found


def _of_verb(
    sentence: Sentence, grammar: Grammar, construction: Construction, match: re.Match[str], focus: Focus
) -> list[Event]:
    verb = match.span("verb")
    holders = tuple(subjects(sentence, grammar, verb, len(sentence.text), focus))
    if not holders:
        return []
    signs = [(match["body"], match["object"], match.end())]
    while construction.more and (more := _further(sentence, construction.more, signs[-1][2])):
        signs.append((more["body"], more["body"], more.end()))
    return [
        Event(
            construction.role,
            (verb[0] if number == 0 else end - len(body), end),
            holders,
            office=_headship(construction.office, sentence.unfold(text)),
            body=sentence.mark(body),
            modality=modality(sentence, grammar, verb),
            rule=construction.name,
        )
        for number, (body, text, end) in enumerate(signs)
    ]


def _headship(office: str, body: str) -> str:
    """The post that a verb tells of: "head of the GPU"; declined bodies stand in brackets: "керівник (загін)"."""
    bare = re.sub(r"^(?:the|a|an) ", "", body)
    return f"{office} ({bare})" if re.search(r"[а-яіїєґё]{3,}", bare) else f"{office} {bare}"


def _further(sentence: Sentence, more: re.Pattern[str], end: int) -> re.Match[str] | None:
    """The next body of a list, after what stands in brackets behind the one before."""
    brackets = re.compile(r" ?\([^()]*\)").match(sentence.text, end)
    position = brackets.end() if brackets else end
    return re.compile(more.pattern.removeprefix("^"), more.flags).match(sentence.text, position)
