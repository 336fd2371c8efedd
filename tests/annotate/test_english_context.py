"""What stands around an English name sets a recognizer's label right over the whole document."""

from __future__ import annotations

from kartoteka.annotate.english_context import relabelled
from kartoteka.annotate.findings import Finding
from kartoteka.types import Label


def finding(text: str, name: str, label: Label, rule: str = "recognizer.spacy-en") -> Finding:
    start = text.index(name)
    return Finding(start, start + len(name), label, rule, 0.4)


def labels(*blocks: tuple[str, str, Label]) -> list[list[Label]]:
    given = [(text, "en", [finding(text, name, label)]) for text, name, label in blocks]
    return [[f.label for f in found] for found in relabelled(given)]


def test_a_preposition_makes_a_place_in_every_block() -> None:
    blocks = [
        ("The lords of Zbarazhets kept it.", "Zbarazhets", Label.PERSON),
        ("He lived in Zbarazhets.", "Zbarazhets", Label.ORG),
    ]
    assert labels(*blocks) == [[Label.PLACE], [Label.PLACE]]


def test_a_name_between_known_places_is_a_place() -> None:
    assert labels(("from Uman, Korsun and elsewhere", "Korsun", Label.PERSON)) == [[Label.PLACE]]


def test_who_writes_and_marries_is_a_person() -> None:
    assert labels(("Kviring wrote to the centre.", "Kviring", Label.ORG)) == [[Label.PERSON]]
    assert labels(("She married Kviring there.", "Kviring", Label.PLACE)) == [[Label.PERSON]]


def test_a_single_unknown_word_is_no_institution_without_a_sign() -> None:
    assert labels(("Karachays lived there.", "Karachays", Label.ORG)) == [[]]
    assert labels(("It was printed by Ukrderzhvydav.", "Ukrderzhvydav", Label.ORG)) == [[Label.ORG]]


def test_what_the_recognizer_is_sure_of_stands() -> None:
    text = "He lived in Zbarazhets."
    sure = Finding(12, 22, Label.PERSON, "recognizer.en", 0.6)
    assert relabelled([(text, "en", [sure])]) == [[sure]]


def test_rules_and_other_languages_are_left_alone() -> None:
    text = "жил в Збараже"
    mine = Finding(6, 13, Label.PERSON, "recognizer.slovnet-ru", 0.4)
    assert relabelled([(text, "ru", [mine])]) == [[mine]]
    english = "in Kyiv"
    rule = finding(english, "Kyiv", Label.ORG, "organizations.head")
    assert relabelled([(english, "en", [rule])]) == [[rule]]


def test_a_possessive_tells_nothing_of_its_owner() -> None:
    assert labels(("found in Kviring's letter", "Kviring", Label.PERSON)) == [[Label.PERSON]]
