"""The trained networks on sentences that they did not learn from."""

from __future__ import annotations

import pytest

from kartoteka.recognition import recognizer as module
from kartoteka.recognition.recognizer import recognizer

TEXTS = {
    "en": [
        "In 1932 Stanislav Kosior came to Kharkiv.",
        "",
        "Balyts'kyi wrote to Moscow. Nobody answered him there.",
    ],
    "uk": ["У 1932 році Станіслав Косіор приїхав до Харкова.", "", "Балицькому писали з Москви."],
    "ru": ["В 1932 году Станислав Косиор приехал в Харьков.", "", "Балицкому писали из Москвы."],
}


def told(lang: str, texts: list[str]) -> list[list[tuple[str, str]]]:
    found = recognizer(lang).names(texts)
    return [
        [(text[n.start : n.end], str(n.label)) for n in names] for text, names in zip(texts, found, strict=True)
    ]


@pytest.mark.parametrize("lang", TEXTS)
def test_persons_and_places_are_told(lang: str) -> None:
    full, nothing, inflected = told(lang, TEXTS[lang])
    assert [label for _, label in full] == ["PERSON", "PLACE"]
    assert nothing == []
    assert [label for _, label in inflected] == ["PERSON", "PLACE"]


@pytest.mark.parametrize("lang", TEXTS)
def test_a_text_reads_the_same_alone_in_a_batch_and_in_portions(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = told(lang, TEXTS[lang])
    assert [told(lang, [text])[0] for text in TEXTS[lang]] == together
    monkeypatch.setattr(module, "AT_ONCE", 1)
    assert told(lang, TEXTS[lang]) == together


def test_no_texts_have_no_names() -> None:
    assert recognizer("en").names([]) == []


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'pl'"):
        recognizer("pl")
