"""Posts as a historian would underline them: the whole phrase, nothing more, in three languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import kartoteka.annotate.offices  # noqa: F401  (registers the component)
from kartoteka.annotate import findings
from kartoteka.annotate.findings import Finding
from kartoteka.annotate.offices import find_offices
from kartoteka.types import Label


def posts(text: str, lang: str = "en", **named: str) -> list[str]:
    """The posts found, given names by label: org="NKVD|GPU" marks each first occurrence."""
    labels = {"org": Label.ORG, "place": Label.PLACE, "person": Label.PERSON, "date": Label.DATE}
    known = [
        Finding(text.index(name), text.index(name) + len(name), labels[key], "test")
        for key, names in named.items()
        for name in names.split("|")
    ]
    return [text[f.start : f.end] for f in find_offices(text, lang, known)]


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        ("He was deputy head of the OGPU of the USSR.", {"org": "OGPU"}, ["deputy head of the OGPU of the USSR"]),
        (
            "He was appointed OGPU special representative in Ukraine, while …",
            {"org": "OGPU", "place": "Ukraine"},
            ["OGPU special representative in Ukraine"],
        ),
        (
            "the OGPU’s special plenipotentiary in Ukraine",
            {"org": "OGPU", "place": "Ukraine"},
            ["special plenipotentiary in Ukraine"],
        ),
        (
            "Red Army commander (Kyiv Military District) Iona Yakir",
            {"org": "Red Army", "person": "Iona Yakir"},
            ["Red Army commander"],
        ),
        (
            "the Ukraine People’s Commissar for Internal Affairs signed it",
            {"place": "Ukraine"},
            ["Ukraine People’s Commissar for Internal Affairs"],
        ),
        (
            "Commissar of State Security 1st Class of the NKVD",
            {"org": "NKVD"},
            ["Commissar of State Security 1st Class"],
        ),
        ("head of the GPU in 1934 again", {"org": "GPU", "date": "1934"}, ["head of the GPU"]),
        (
            "full member of the newly formed Politburo in 1926",
            {"org": "Politburo", "date": "1926"},
            ["full member of the newly formed Politburo"],
        ),
        (
            "commander and commissar of the 2nd Brigade",
            {"org": "2nd Brigade"},
            ["commander and commissar of the 2nd Brigade"],
        ),
        (
            "secretary of the committee, director of the plant and head of the commission",
            {},
            ["secretary of the committee", "director of the plant", "head of the commission"],
        ),
        (
            "People's Commissar (Minister) for Defence in 1934",
            {"date": "1934"},
            ["People's Commissar (Minister) for Defence"],
        ),
        ("Prince Konstanty, palatine of Kyiv, and the king", {"place": "Kyiv"}, ["palatine of Kyiv", "king"]),
    ],
)
def test_english_posts_are_whole_phrases(text: str, named: dict[str, str], expected: list[str]) -> None:
    found = posts(text, **named)
    assert [post for post in found if post != "Prince"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "He headed the GPU and led a brigade.",
        "The heads of households and local officials came to the Council of People's Commissars.",
        "A member of the family and a member of the Society of Jesus met the chief reason for it.",
        "The column was led by the head of the column.",
    ],
)
def test_verbs_generic_plurals_and_plain_membership_are_no_posts(text: str) -> None:
    assert posts(text, org="Council of People's Commissars" if "Council" in text else "") in ([], [""])


@pytest.mark.parametrize(
    ("lang", "text", "named", "expected"),
    [
        (
            "uk",
            "його обрано першим секретарем ЦК КП(б)У у січні",
            {"org": "ЦК КП(б)У"},
            ["першим секретарем ЦК КП(б)У"],
        ),
        (
            "uk",
            "нарком внутрішніх справ УСРР Балицький",
            {"person": "Балицький"},
            ["нарком внутрішніх справ УСРР"],
        ),
        (
            "uk",
            "обіймав посаду корсунського полковника і згодом",
            {},
            ["корсунського полковника"],
        ),
        (
            "uk",
            "старший викладач російської словесності в другій Київській гімназії",
            {},
            ["старший викладач російської словесності"],
        ),
        ("uk", "колишній гетьман ще деякий час брав участь", {}, ["гетьман"]),
        (
            "uk",
            "начальник обласного управління НКВС підписав наказ",
            {"org": "НКВС"},
            ["начальник обласного управління НКВС"],
        ),
        (
            "ru",
            "заместителем наркома внутренних дел СССР Бельским",
            {"place": "СССР", "person": "Бельским"},
            ["заместителем наркома внутренних дел СССР"],
        ),
        ("ru", "и врио прокурора УССР Ячениным", {"place": "УССР", "person": "Ячениным"}, ["врио прокурора УССР"]),
        (
            "ru",
            "кандидат в члены Политбюро и член профсоюза",
            {"org": "Политбюро"},
            ["кандидат в члены Политбюро"],
        ),
        (
            "ru",
            "директор по связям с общественностью ОАО «Заря» уехал",
            {"org": "ОАО «Заря»"},
            ["директор по связям с общественностью ОАО «Заря»"],
        ),
        ("ru", "премьера фильма прошла успешно", {}, []),
    ],
)
def test_ukrainian_and_russian_posts(lang: str, text: str, named: dict[str, str], expected: list[str]) -> None:
    assert posts(text, lang, **named) == expected


def test_the_component_adds_posts_and_drops_a_body_that_is_the_post_itself() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kartoteka_offices")
    doc = nlp.make_doc("Mykola Skrypnyk, People's Commissar for Education in the UkrSSR, spoke.")
    start = doc.text.index("People's")
    findings.add(doc, [Finding(start, start + len("People's Commissar for Education"), Label.ORG, "recognizer")])
    doc = nlp.get_pipe("kartoteka_offices")(doc)
    found = [(doc.text[f.start : f.end], f.label) for f in findings.found(doc)]
    assert found == [("People's Commissar for Education in the UkrSSR", Label.OFFICE)]


def test_a_language_without_a_table_has_no_posts() -> None:
    assert find_offices("przewodniczący rady", "pl", []) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "head",
                "of",
                "the",
                "GPU",
                "and",
                "deputy",
                "chairman",
                "Kyiv",
                "нарком",
                "справ",
                "голова",
                "(",
                ")",
                ",",
                "1st",
            ]
        ),
        max_size=14,
    ),
    st.sampled_from(["en", "uk", "ru"]),
)
def test_posts_never_overlap_and_stay_in_the_text(words: list[str], lang: str) -> None:
    text = " ".join(words)
    found = find_offices(text, lang, [])
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
