"""Many pairs of names are judged as each would be alone."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.names import compare_persons
from kartoteka.names.lists.batch import judge, judge_texts, read_names
from kartoteka.names.persons.compare import score_persons
from kartoteka.names.sounds.distance import likeness
from kartoteka.names.sounds.likenesses import likenesses, read_sounds
from kartoteka.romanization import romanize
from kartoteka.types import Verdict

VERDICTS = {Verdict.SAME: 1, Verdict.UNSURE: 0, Verdict.DIFFERENT: -1}

CYRILLIC = [
    "Всеволод Аполлонович Балицький",
    "Балицкий В. А.",
    "Станіслав Вікентійович Косіор",
    "Йосип Косіор",
    "Микола Скрипник",
    "Николай Алексеевич Скрыпник",
    "Григорій Петровський",
    "Григория Ивановича Петровского",
    "Панас Любченко",
    "Марія Петрова",
    "Иван Петров",
    "Шевченко Тарас Григорович",
    "І. П. Шевченко",
    "Євген Коновалець",
    "Юрій Коцюбинський",
    "Ю. Коцюбинский",
    "Христиан Раковский",
    "Лев Давидович Троцький",
    "Влас Чубар",
    "Грушевський",
    "Вікентій Павлович Затонський",
    "Оксана Петрусенко",
    "Софія Тобілевич",
    "Аляксандр Чарвякоў",
    "Змітро Жылуновіч",
    "Нестор Панчик",
    "Нестор Панчук",
]
LATIN = [
    "Wsewolod Balitzkij",
    "Bałycki",
    "S. V. Kosior",
    "KOSSIOR Stanislas",
    "Nikolaus Skrypnyk",
    "Joseph Stalin",
    "Iosif Vissarionovich Dzhugashvili (Stalin)",
    "Friedrich von Bohlen",
    "Nowakowska-Kowalska, Maria",
    "Józef Piłsudski",
    "Arsh Bukellal",
    "Bukellal Arsh",
    "Kreshchatyk",
    "Vladimir",
    "Vsevolod Apollonovich",
    "",
    "1937",
    "😀",
    "x" * 400,
    "Ivan Petrenko, Jr.",
    "Tomáš Masaryk",
    "Jana Masaryková",
]
SCHEMES = ["uk-national", "uk-scholarly", "uk-german", "ru-ala-lc", "ru-french", "uk-polish"]
NAMES = [*CYRILLIC, *LATIN, *(romanize(name, scheme) for name in CYRILLIC for scheme in SCHEMES)]


def test_every_two_of_two_hundred_names_are_judged_as_alone() -> None:
    pairs = list(product(range(len(NAMES)), repeat=2))
    left, right = (np.array(side) for side in zip(*pairs, strict=True))
    found = judge(read_names(NAMES), left, right)
    alone = [score_persons(NAMES[a], NAMES[b]) for a, b in pairs]

    assert len(pairs) > 30_000
    assert found.scores == pytest.approx([one.score for one in alone], abs=1e-9)
    assert found.verdicts.tolist() == [VERDICTS[one.verdict] for one in alone]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=30))
@settings(max_examples=30, deadline=None)
def test_the_company_of_a_pair_does_not_change_its_judgement(pairs: list[tuple[str, str]]) -> None:
    found = judge_texts([left for left, _ in pairs], [right for _, right in pairs])

    assert found.scores == pytest.approx([compare_persons(*pair).score for pair in pairs], abs=1e-9)


@given(
    st.lists(
        st.text(alphabet="абвгдеєжзиіїйклмнопрстуфхцчшщьюяёыэabcdefghijklmnopqrstuvwxyzčšžłńʹ'", max_size=70),
        min_size=1,
        max_size=12,
    )
)
@settings(max_examples=150, deadline=None)
def test_words_of_any_length_sound_together_as_they_sound_alone(words: list[str]) -> None:
    left, right = (side.ravel() for side in np.meshgrid(np.arange(len(words)), np.arange(len(words))))
    found = likenesses(read_sounds(words), left, right)

    assert found == pytest.approx(
        [likeness(words[a], words[b]) for a, b in zip(left, right, strict=True)], abs=1e-9
    )
