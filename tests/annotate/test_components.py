"""Each component is of use in anybody's spaCy pipeline, and its Docs travel."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

import kartoteka
from kartoteka.annotate import COMPONENTS, load


def test_a_component_alone_shows_what_it_finds() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kartoteka_dates")
    doc = nlp("He left in late November 1932.")
    (span,) = doc.spans["kartoteka"]
    assert (span.text, span.label_, span.kb_id_) == ("late November 1932", "DATE", "1932-11")


def test_the_arbiter_gives_doc_ents_the_outermost() -> None:
    nlp = spacy.blank("uk")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    doc = nlp("Головою ДПУ УСРР був Станіслав Реденс.")
    assert [(e.text, e.label_) for e in doc.ents] == [
        ("Головою ДПУ УСРР", "OFFICE"),
        ("Станіслав Реденс", "PERSON"),
    ]
    assert ("ДПУ УСРР", "ORG") in {(s.text, s.label_) for s in doc.spans["kartoteka"]}


def test_a_doc_can_be_written_and_read() -> None:
    nlp = load("en")
    doc = nlp("Mantsev came to Kharkiv in March 1921.")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [s.text for s in again.spans["kartoteka"]] == [s.text for s in doc.spans["kartoteka"]]


@pytest.mark.parametrize("lang", ["en", "uk", "ru"])
def test_no_component_lacks_what_it_requires(lang: str) -> None:
    assert not any(load(lang).analyze_pipes()["problems"].values())


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'pl'"):
        load("pl")


def test_a_run_of_signs_is_read_over() -> None:
    (reading,) = kartoteka.read(["Kosior " + "(" * 100_000 + " spoke in Kharkiv."])
    assert "Kharkiv" in {m.text for m in reading.mentions}
