"""Where a Cyrillic form leaves two nominatives, the document's full names decide; else it stays."""

from __future__ import annotations

import kartoteka
from kartoteka.types import Label


def people(text: str, lang: str) -> list[str]:
    (reading,) = kartoteka.read([text], lang)
    return [m.name for m in reading.mentions if m.label is Label.PERSON]


def test_a_man_in_the_genitive_is_no_woman_of_that_name() -> None:
    text = "Владислав Рыбаков уехал. О судьбе Владислава Рыбакова писали. Владислав Рыбаков вернулся."
    assert set(people(text, "ru")) == {"Владислав Рыбаков"}


def test_a_lone_surname_takes_the_gender_of_its_bearer() -> None:
    text = "Художниця Марія Синякова жила в Харкові. Синякова навчалася у Москві."
    assert set(people(text, "uk")) == {"Марія Синякова", "Синякова"}


def test_a_woman_keeps_a_name_that_a_man_could_have_in_the_genitive() -> None:
    text = "Олександр Бабенко і Олександра Бабенко працювали разом."
    assert people(text, "uk") == ["Олександр Бабенко", "Олександра Бабенко"]
