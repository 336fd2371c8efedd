"""Posts that a verb alone tells of: "headed the GPU", "a brigade led by N.", «комісію очолив N.»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kartoteka.annotate.tenure_grammar import Construction, Grammar
from kartoteka.annotate.tenure_modality import modality
from kartoteka.annotate.tenure_posts import Event
from kartoteka.annotate.tenure_sentences import Mark, Sentence
from kartoteka.annotate.tenure_subjects import Focus, nominative, subjects
from kartoteka.languages.genitives import genitive_phrase, is_plural
from kartoteka.languages.morphology import is_genitive

#: Articles and pronouns that are no part of a body's name.
_DETERMINER = re.compile(
    r"^(?:the|a|an|its|this|наш\w*|сво[їєюя]\w*|його|її|їхн\w*|ц(?:ей|ю|им|ією|е|ього|ієї)|вс(?:ю|ім|ією)|эт\w+|его|её|ее|их"
    r"|весь|всю|всем|всей|сво\w{1,2}) ",
    re.IGNORECASE,
)

_LOWER_WORD = re.compile(r" ([а-яіїєґё][а-яіїєґё’'-]{3,})(?![\w’'-])")
_FIRST_WORD = re.compile(r"[а-яіїєґёА-ЯІЇЄҐЁ’'-]+ (?=[а-яіїєґёА-ЯІЇЄҐЁ])")
_NAME_BEHIND = re.compile(r" [«\"“]?‹B\d+›[»\"”]?")


def of_verbs(sentence: Sentence, grammar: Grammar, focus: Focus) -> list[Event]:
    """The headships that verbs tell of; where two patterns meet the first counts."""
    found = [
        event
        for construction in grammar.passives
        for match in construction.pattern.finditer(sentence.text)
        for event in _passive(sentence, construction, match)
    ]
    taken = [event.span for event in found]
    for construction in (*grammar.clauses, *grammar.verbs):
        for match in construction.pattern.finditer(sentence.text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if construction in grammar.clauses:
                made = _clause(sentence, grammar, construction, match, focus)
            else:
                made = _of_verb(sentence, grammar, construction, match, focus)
            found += made
            taken += [match.span()] if made else []
    return found


def _passive(sentence: Sentence, construction: Construction, match: re.Match[str]) -> list[Event]:
    """The heads that a participle's phrase names: "led first by N. and, from 1921, by M."."""
    groups = match.groupdict()
    people = [groups.get("late") or match["holder"], groups.get("second")]
    office, body = _headship(sentence, construction, match["body"], match["body"])
    event = Event(
        construction.role,
        match.span(),
        tuple(sentence.mark(person).referent for person in people if person),
        office=office,
        body=body,
        rule=construction.name,
        enclosed=True,
    )
    events = [event]
    while construction.more and (more := construction.more.match(sentence.text[events[-1].span[1] :])):
        start = events[-1].span[1]
        holders = (sentence.mark(more["holder"]).referent,)
        events.append(replace(event, span=(start + 1, start + more.end()), holders=holders))
    return events


def _clause(
    sentence: Sentence, grammar: Grammar, construction: Construction, match: re.Match[str], focus: Focus
) -> list[Event]:
    """A body before the verb and its head behind it; nobody's where the name is no subject."""
    named = match["holder"].startswith("‹")
    if named and grammar.lang != "en" and not nominative(sentence.mark(match["holder"])):
        return []
    holder = sentence.mark(match["holder"]).referent if named else focus.antecedent()
    if not holder or not _is_one_body(sentence, construction, match["body"]):
        return []
    office, body = _headship(sentence, construction, match["body"], match["body"])
    giver = (
        subjects(sentence, grammar, match.span("verb"), match.end(), focus)
        if construction.holder == "giver"
        else []
    )
    event = Event(
        construction.role,
        match.span(),
        (holder,),
        office=office,
        body=body,
        predecessor=giver[0] if giver and giver[0] != holder else "",
        modality=modality(sentence, grammar, match.span("verb")),
        rule=construction.name,
    )
    return [event, *_others(sentence, construction, event)]


def _others(sentence: Sentence, construction: Construction, event: Event) -> Iterator[Event]:
    """The further heads of a list: «керували N. (1921–30), M. та, з 1951, K.»."""
    end = event.span[1]
    while construction.more and (more := construction.more.match(sentence.text[end:])):
        holder = sentence.mark(more["holder"])
        if sentence.lang != "en" and not nominative(holder):
            return
        yield replace(event, span=(end + 1, end + more.end()), holders=(holder.referent,))
        end += more.end()


def _of_verb(
    sentence: Sentence, grammar: Grammar, construction: Construction, match: re.Match[str], focus: Focus
) -> list[Event]:
    verb = match.span("verb")
    end = len(sentence.text) if sentence.lang == "en" else match.end()
    holders = tuple(subjects(sentence, grammar, verb, end, focus))
    if not holders:
        return []
    predecessor = sentence.mark(match["pred"]).referent if match.groupdict().get("pred") else ""
    end = _complement(sentence, construction, match.end())
    words = match["object"] if predecessor else sentence.text[match.start("object") : end]
    if not _is_one_body(sentence, construction, words):
        return []
    if construction.seats and not construction.seats.search(sentence.unfold(words)):
        return []
    signs = [(match["body"], words, end)]
    while construction.more and (more := _further(sentence, construction.more, signs[-1][2])):
        signs.append((more["body"], more["body"], more.end()))
    told = [
        (number, end, *_headship(sentence, construction, body, text), body)
        for number, (body, text, end) in enumerate(signs)
    ]
    return [
        Event(
            construction.role,
            (verb[0] if number == 0 else end - len(sign), end),
            holders,
            office=office,
            body=body,
            predecessor=predecessor,
            modality=modality(sentence, grammar, verb, end),
            rule=construction.name,
        )
        for number, end, office, body, sign in told
    ]


def _complement(sentence: Sentence, construction: Construction, end: int) -> int:
    """Where a Slavic body's name ends with the genitives that follow it: «кафедрою | загальної хірургії ‹B3›»."""
    if sentence.lang == "en" or sentence.text[end - 1] in '›»”"' or not construction.case:
        return end
    while (word := _LOWER_WORD.match(sentence.text, end)) and is_genitive(word[1], sentence.lang):
        end = word.end()
    name = _NAME_BEHIND.match(sentence.text, end)
    return name.end() if name else end


def _is_one_body(sentence: Sentence, construction: Construction, words: str) -> bool:
    """Whether the object of a Slavic verb of heading is a body: no troops in general, no words that do not agree."""
    if sentence.lang == "en" or construction.case in ("", "keep") or "‹B" in words:
        return True
    bare, genitive = _in_genitive(sentence.unfold(words), sentence.lang, construction.case)
    return genitive is not None and not is_plural(bare, sentence.lang, construction.case)


def _in_genitive(words: str, lang: str, case: str) -> tuple[str, str | None]:
    """A body's name without the words before it that are no part of it, and its genitive, None where none is known."""
    bare = _DETERMINER.sub("", words)
    while (genitive := genitive_phrase(bare, lang, case)) is None and (first := _FIRST_WORD.match(bare)):
        bare = bare[first.end() :]
    return bare, genitive


def _headship(sentence: Sentence, construction: Construction, sign: str, words: str) -> tuple[str, Mark | None]:
    """The post that a verb tells of and its body, None for an unnamed one.

    "head of the GPU", «командир 4-ї дивізії»; declined bodies whose genitive is not known stand in brackets.
    """
    bare = _DETERMINER.sub("", sentence.unfold(words))
    inner = re.search(r"‹B\d+›", sign)
    body = sentence.mark(inner[0]) if inner else None
    if construction.case == "keep" or not re.search(r"[а-яіїєґё]{3,}", bare):
        return f"{construction.office} {bare}", body
    genitive = _in_genitive(bare, sentence.lang, construction.case)[1]
    if genitive is None and body:
        bare = body.mention.text
        genitive = genitive_phrase(bare, sentence.lang, construction.case or "any")
    if genitive and "‹" not in words:
        genitive = genitive[0].lower() + genitive[1:]
    return f"{construction.office} {genitive or f'({bare})'}", body


def _further(sentence: Sentence, more: re.Pattern[str], end: int) -> re.Match[str] | None:
    """The next body of a list, after what stands in brackets behind the one before."""
    brackets = re.compile(r" ?\([^()]{0,200}\)").match(sentence.text, end)
    position = brackets.end() if brackets else end
    return re.compile(more.pattern.removeprefix("^"), more.flags).match(sentence.text, position)
