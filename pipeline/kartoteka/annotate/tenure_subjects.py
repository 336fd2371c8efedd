"""Whom a sentence speaks of: the subject of a verb, the person a pronoun or a missing subject stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kartoteka.annotate.tenure_agreement import agrees, subordinate
from kartoteka.annotate.tenure_grammar import Grammar
from kartoteka.annotate.tenure_rows import of_row
from kartoteka.annotate.tenure_sentences import Mark, Sentence
from kartoteka.annotate.tenure_unnamed import is_one_of_several, is_unnamed

_PERSON = re.compile(r"‹P(\d+)›")
#: Who speaks, and several unnamed ones.
_OTHERS = re.compile(r"\b(?:I|we|We|they|They|я|Я|ми|мы|Мы|Ми|вони|они)\b")
#: A clause without a subject of its own, which is the next clause's.
_PARTICIPLE = re.compile(
    r"\W*(?:Having|(?:After|Before|While|Upon|Since|Once) (?:having |being )?\w+(?:ing|ed)|[A-Z]\w+(?:ed|ing))\b"
)
#: A person and the relative clause about him or her, with nobody else's clause between.
_RELATIVE = re.compile(r"‹P(\d+)›, (?:who|що|який|яка|котрий|котра|который|которая)\b")
#: A name that closes a quotation which it does not open is part of a title.
_OPENING, _CLOSING = tuple('"“«„'), tuple('"”»')
#: The subject of a clause of time or cause, right before its verb.
_SUBORDINATED = re.compile(
    r"\b(?:[Aa]fter|[Bb]efore|[Ss]ince|[Uu]ntil|till|than|[Aa]s soon as) (?:[A-Z]\w+\.? ){0,2}(?P<holder>‹P\d+›)"
    r"(?: (?:had|has|was|were|is|be|been|being|himself|herself|soon|then|later|finally|again|[a-z]+ly)){0,3} $"
)
#: What only one person does, before a verb or at its beginning.
_SINGULAR = re.compile(r"\b(?:was|is|has)\b(?: \w+){0,3}$")
#: A whole clause of time that opens a sentence, up to the subject of the main one.
_CLAUSE_FIRST = re.compile(r"\W*(?:After|When|Once|While|Before|Until|Since)\b[^;:.]*, $")
#: A clause of time before the main one.
_WHEN = re.compile(r"\b(?:when|after|once|until|while)\W+(?:[A-Z]\w+\.? ){0,2}$", re.IGNORECASE)
#: What stands before an English subject: the sentence's beginning, a comma, a conjunction, a mark, with a title.
_LEADS = re.compile(
    r"(?:^|[,;:(—–›\"“]|\b(?:and|but|that|when|while|as|after|before|once|since|where|because|although|if|then|or))"
    r"\W*(?:[A-Z]\w+\.? ){0,2}$"
)
#: What ends the clause in which a Slavic subject may follow its verb.
_CLAUSE_END = re.compile(r"[,;:.()]| (?:і|й|та|и|а|але|но) ")
_GERUND = re.compile(r"[^\W\d]+(?:ючи|ачи|ячи|вши|вшись|ючись|ачись|ячись|аясь|аваясь)\b", re.IGNORECASE)
_GERUND_FIRST = re.compile(r"\W*(?:Будучи|[А-Я][а-яё]+(?:ая|яя|уя|ясь|ив|ав|яв|ев|шись|ши))\b")
#: A family in the genitive: «вихованка Лисенків-Старицьких».
_FAMILY = re.compile(r"[сц]ь?ких$")
#: Verbs of the gender that a pronoun has.
_VERB_LIKE = {"він": "був", "вона": "була", "он": "был", "она": "была"}
_POSSESSIVE = re.compile(r"^['’](?:s\b|(?=\s))")


@dataclass(frozen=True, slots=True)
class Focus:
    """The persons a pronoun can mean: the last subject, who the article is about, who the last sentence names.

    `topic` is the paragraph's first subject once a second sentence has gone on about him or her; `opener` is that
    subject before it has. An `entry` of a handbook goes on about its hero whoever else is named.
    """

    subject: str = ""
    protagonist: str = ""
    named: frozenset[str] = frozenset()
    opener: str = ""
    topic: str = ""
    entry: bool = False

    def antecedent(self) -> str:
        """Whom "he" means: the last subject; in a life story its hero, unless only the other was just named."""
        if self.entry or (self.protagonist and (self.protagonist in self.named or self.subject not in self.named)):
            return self.protagonist
        return self.subject


def advance(focus: Focus, sentence: Sentence, grammar: Grammar) -> Focus:
    """The focus after a sentence."""
    named = frozenset(mark.referent for mark in sentence.marks if mark.letter == "P")
    people = candidates(sentence, grammar, 0, len(sentence.text))
    if grammar.lang != "en":
        people = [p for p in people if not subordinate(sentence.text, p[0])]
    first = next(iter(people), None)
    pronoun = grammar.pronouns.search(sentence.text)
    subject = focus.antecedent() if grammar.lang == "en" and pronoun else focus.subject
    if first is not None and not (pronoun and pronoun.start() < first[0]):
        subject = first[1].referent
    if first is None and not pronoun and not subject and len(named) == 1:
        subject = next(iter(named))  # "N.'s appointment came late. He …"
    opener = focus.opener or subject
    topic = focus.topic or (subject if focus.opener == subject else "")
    if (
        topic
        and subject != topic
        and (pronoun or (grammar.lang == "en" and grammar.objects.search(sentence.text)))
    ):
        subject = topic  # somebody else's sentence, in which "he" is still the one the paragraph tells of
    return Focus(subject, focus.protagonist, named or focus.named, opener, topic, focus.entry)


def subjects(sentence: Sentence, grammar: Grammar, verb: tuple[int, int], end: int, focus: Focus) -> list[str]:
    """The referents of the subject of the verb at `verb`; its clause ends at `end`. Empty where none is seen.

    A pronoun that nobody was named for before is "", a holder whom the text does not name.

    English puts it before the verb; Ukrainian and Russian before or after it, or leave it out.
    """
    text = sentence.text
    relative = list(_RELATIVE.finditer(text, 0, verb[0]))
    if relative and not _PERSON.search(text, relative[-1].end(), verb[0]):
        return [sentence.marks[int(relative[-1][1])].referent]
    if grammar.lang == "en" and (own := of_clause(sentence, verb[0])):
        return [own]
    if grammar.lang == "en" and is_unnamed(text[: verb[0]]):
        return []
    before = list(candidates(sentence, grammar, 0, verb[0]))
    if grammar.lang != "en":
        before = [c for c in before if agrees(c[1], text[verb[0] : verb[1]], grammar.lang)]
    pronouns = list(grammar.pronouns.finditer(text, 0, verb[0]))
    if pronouns and (not before or pronouns[-1].start() > before[-1][0]):
        earlier = [c for c in before if c[0] < pronouns[-1].start()]
        if grammar.lang != "en":
            earlier = [
                c for c in earlier if agrees(c[1], _VERB_LIKE.get(pronouns[-1][0].casefold(), ""), grammar.lang)
            ]
        if grammar.lang != "en" and not earlier and (only := _only(sentence, pronouns[-1].start())):
            return [only]
        if grammar.lang == "en":
            leading = [c for c in earlier if _LEADS.search(text[: c[0]])]
            earlier = leading if leading or focus.antecedent() else earlier
        topic = focus.topic or focus.protagonist or focus.antecedent()
        aside = _CLAUSE_FIRST.match(text, 0, pronouns[-1].start()) if grammar.lang == "en" else None
        if topic and (aside or (len(earlier) == 1 and _WHEN.search(text[: earlier[0][0]]))):
            return [topic]  # "When Kosior had left, he took over": the one whom the paragraph tells of
        return [earlier[0][1].referent if earlier else focus.antecedent()]
    unnamed = [
        s for s in grammar.strangers.finditer(text, 0, verb[0]) if not _PERSON.search(text, s.end(), verb[0])
    ]
    others = sorted([*_OTHERS.finditer(text, 0, verb[0]), *unnamed], key=lambda found: found.start())
    if others and (not before or others[-1].start() > before[-1][0]):
        return []
    if before:
        row = of_row(sentence, grammar, before, verb[0], focus.antecedent()) if grammar.lang == "en" else None
        if row:
            return [row]
        alone = grammar.lang == "en" and _SINGULAR.search(text[: verb[1]])
        return [before[-1][1].referent] if alone else _with_joined(sentence, grammar, before[-1], focus)
    if grammar.lang == "en":
        opening = re.sub(
            r"‹[^›]*›|\W|\b(?:in|on|from|and|then|later|first|also|at|by)\b", "", text[: verb[0]], flags=re.I
        )
        following = candidates(sentence, grammar, verb[1], len(text))
        capacity = re.match(r"\W*As\b", text)
        if following and (capacity or _PARTICIPLE.match(text)):
            return [following[0][1].referent]
        if capacity and not grammar.pronouns.search(text, verb[1]):
            return []  # "As mayor of Lviv, the count built …"
        return [] if opening else _known(focus.antecedent())
    limit = _CLAUSE_END.search(text, verb[1], len(text))
    after = list(candidates(sentence, grammar, verb[1], max(end, limit.start() if limit else len(text))))
    if not after and (_GERUND.match(text[verb[0] :]) or _GERUND_FIRST.match(text)):
        part = text.find(";", end)
        after = list(
            candidates(sentence, grammar, end, part if part >= 0 else len(text))
        )  # «Ставши наркомом, N. …»
    return _known(after[0][1].referent if after else focus.antecedent())


def of_clause(sentence: Sentence, verb: int) -> str:
    """Whose clause of time a verb stands in: "after N. became secretary, he was removed"."""
    subject = _SUBORDINATED.search(sentence.text[:verb])
    return sentence.mark(subject["holder"]).referent if subject else ""


def _only(sentence: Sentence, place: int) -> str:
    """The one person whom a sentence names before a pronoun in whatever case: «про Петренка, який …, де він …»."""
    people = {sentence.marks[int(s[1])].referent for s in _PERSON.finditer(sentence.text, 0, place)}
    inside = re.search(r"[,(]", sentence.text[:place]) is not None
    return people.pop() if len(people) == 1 and inside else ""


def nominative(mark: Mark) -> bool:
    """Whether a name stands in the nominative: as its clean form does, word by word."""
    words, clean = mark.mention.text.casefold().split(), mark.mention.name.casefold().split()
    if _FAMILY.search(mark.mention.text):
        return False
    return sorted(words) == sorted(clean) if len(words) == len(clean) else words[-1] == clean[-1]


def _known(referent: str) -> list[str]:
    return [referent] if referent else []


def _with_joined(sentence: Sentence, grammar: Grammar, found: tuple[int, Mark], focus: Focus) -> list[str]:
    """The subject with the one it is joined to: "He and Yagoda were …"."""
    place, mark = found
    joined = grammar.joined.search(sentence.text[:place])
    if joined is None:
        return [mark.referent]
    first = joined["first"]
    return [*_known(sentence.mark(first).referent if first[0] == "‹" else focus.antecedent()), mark.referent]


def candidates(sentence: Sentence, grammar: Grammar, start: int, end: int) -> list[tuple[int, Mark]]:
    """The persons between two places who can be subjects: no possessive, no preposition before, no other case."""
    found = []
    for sign in _PERSON.finditer(sentence.text, start, end):
        mark = sentence.marks[int(sign[1])]
        before, after = sentence.text[: sign.start()], sentence.text[sign.end() :]
        closed = sentence.text[sign.end() : end].count(")") > sentence.text[sign.end() : end].count("(")
        quoted = after[:1] in _CLOSING and before[-1:] not in _OPENING
        if grammar.lang == "en" and is_one_of_several(before, mark.mention.text):
            continue
        if _POSSESSIVE.match(after) or grammar.oblique.search(before) or closed or quoted:
            continue
        if grammar.lang == "en" or nominative(mark):
            found.append((sign.start(), mark))
    return found
