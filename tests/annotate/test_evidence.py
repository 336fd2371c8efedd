"""What one passage tells of a name counts in the whole document."""

from __future__ import annotations

from kartoteka.annotate.evidence import repeated_names
from kartoteka.annotate.findings import Finding
from kartoteka.types import Label


def person(text: str, name: str, weight: float, rule: str) -> Finding:
    start = text.index(name)
    return Finding(start, start + len(name), Label.PERSON, rule, weight)


def found(text: str, findings: list[Finding]) -> set[str]:
    return {text[f.start : f.end] for f in findings if f.label is Label.PERSON}


def best(text: str, findings: list[Finding]) -> str:
    return max(
        (f for f in findings if f.label is Label.PERSON), key=lambda f: f.weight and (f.weight, f.end - f.start)
    ).rule


def test_a_surname_is_found_wherever_it_stands_alone() -> None:
    full, alone = "Портрет Миколи Скрипника.", "За Скрипником поїхали."
    blocks = repeated_names(
        [(full, "uk", [person(full, "Миколи Скрипника", 0.73, "persons.given-name")]), (alone, "uk", [])]
    )
    assert found(alone, blocks[1]) == {"Скрипником"}


def test_an_unsure_name_vouches_for_nobody() -> None:
    full, alone = "He met John Rutland.", "Rutland is a county."
    blocks = repeated_names(
        [(full, "en", [person(full, "John Rutland", 0.4, "recognizer.spacy-en")]), (alone, "en", [])]
    )
    assert found(alone, blocks[1]) == set()


def test_a_recognizers_full_name_outweighs_the_surname_in_it() -> None:
    sure, other = "В. А. Квачков подписал.", "Ушёл Ледли Квачков."
    blocks = repeated_names(
        [
            (sure, "ru", [person(sure, "В. А. Квачков", 0.72, "persons.initials")]),
            (other, "ru", [person(other, "Ледли Квачков", 0.4, "recognizer.slovnet-ru")]),
        ]
    )
    assert best(other, blocks[1]) == "recognizer.slovnet-ru"


def test_two_surnames_in_two_cases_stay_two_persons() -> None:
    sure, other = "П. П. Постышев и С. В. Косиор.", "и Постышеву Косиор уступал"
    known = [
        person(sure, "П. П. Постышев", 0.72, "persons.initials"),
        person(sure, "С. В. Косиор", 0.72, "persons.initials"),
    ]
    both = [person(other, "Постышеву Косиор", 0.4, "recognizer.slovnet-ru")]
    findings = repeated_names([(sure, "ru", known), (other, "ru", both)])[1]
    assert best(other, findings) == "persons.repeated"


def test_a_word_that_opens_a_sentence_gets_no_vote() -> None:
    text = "Гора стояла. Гора мовчала. Гора чекала."
    starts = [i for i in range(len(text)) if text.startswith("Гора", i)]
    votes = [Finding(i, i + 4, Label.PERSON, "recognizer.slovnet-ru", 0.4) for i in starts]
    assert all(f.rule != "persons.voted" for f in repeated_names([(text, "uk", votes)])[0])
