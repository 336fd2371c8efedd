"""Each component is of use by itself in a blank pipeline of anybody's, and what it finds travels with the Doc."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import kartoteka.annotate  # registers the components
from kartoteka.annotate.findings import found
from kartoteka.types import Label

README = Path(__file__).parent.parent.parent / "README.md"
TEXTS = {
    "en": "In March 1921 Vasyl Mantsev became people's commissar of the GPU in Kharkiv.",
    "uk": "У березні 1932 року Станіслав Косіор, нарком і голова ДПУ УСРР, приїхав до Харкова.",
    "ru": "В марте 1932 года Всеволод Балицкий, нарком и председатель ГПУ УССР, приехал в Харьков.",
}
#: What each finder must find of its label in the three texts.
FINDS = {
    "kartoteka_dates": (Label.DATE, {"en": "March 1921", "uk": "березні 1932 року", "ru": "марте 1932 года"}),
    "kartoteka_people": (Label.PERSON, {"en": "Vasyl Mantsev", "uk": "Станіслав Косіор", "ru": "Всеволод Балицкий"}),
    "kartoteka_places": (Label.PLACE, {"en": "Kharkiv", "uk": "Харкова", "ru": "Харьков"}),
    "kartoteka_organizations": (Label.ORG, {"en": "GPU", "uk": "ДПУ УСРР", "ru": "ГПУ УССР"}),
    "kartoteka_offices": (Label.OFFICE, {"en": "people's commissar of the GPU", "uk": "нарком", "ru": "нарком"}),
}  # fmt: skip
EACH = [(component, lang) for component in FINDS for lang in TEXTS]


def blank(lang: str, *components: str) -> Language:
    nlp = spacy.blank(lang)
    for component in components:
        nlp.add_pipe(component)
    return nlp


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.ents]


def test_every_finder_is_tried() -> None:
    others = {"kartoteka_recognizer", "kartoteka_sentences", "kartoteka_citations", "kartoteka_arbiter"}
    assert set(kartoteka.annotate.COMPONENTS) - set(FINDS) == others


@pytest.mark.parametrize(("component", "lang"), EACH)
def test_a_finder_alone_finds_its_own_and_the_arbiter_shows_it(component: str, lang: str) -> None:
    label, expected = FINDS[component]
    text = TEXTS[lang]
    doc = blank(lang, component)(text)
    assert doc.text == text
    assert any(text[f.start : f.end].startswith(expected[lang]) for f in found(doc, label))
    assert {f.label for f in found(doc)} == {label}
    shown = [words for words, _ in names(blank(lang, component, "kartoteka_arbiter")(text))]
    assert any(words.startswith(expected[lang]) for words in shown)


@pytest.mark.parametrize("lang", TEXTS)
def test_sentences_alone_are_marked(lang: str) -> None:
    doc = blank(lang, "kartoteka_sentences")(f"{TEXTS[lang]} {TEXTS[lang]}")
    assert [sentence.text for sentence in doc.sents] == [TEXTS[lang]] * 2


@pytest.mark.parametrize("lang", TEXTS)
def test_the_arbiter_alone_and_an_empty_text_do_no_harm(lang: str) -> None:
    assert names(blank(lang, "kartoteka_arbiter")(TEXTS[lang])) == []
    for component in kartoteka.annotate.COMPONENTS:
        assert names(blank(lang, component)("")) == []


@pytest.mark.parametrize(("component", "lang"), EACH)
def test_a_stream_gives_what_single_texts_give(component: str, lang: str) -> None:
    nlp = blank(lang, component, "kartoteka_arbiter")
    texts = [TEXTS[lang], "", TEXTS[lang].split(", ")[0] + "."]
    assert [found(doc) for doc in nlp.pipe(texts, batch_size=2)] == [found(nlp(text)) for text in texts]


@pytest.mark.parametrize("lang", TEXTS)
def test_a_pipeline_can_be_saved_and_loaded(lang: str, tmp_path: Path) -> None:
    nlp = blank(lang, *kartoteka.annotate.COMPONENTS)
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.pipe_names == list(kartoteka.annotate.COMPONENTS)
    assert names(again(TEXTS[lang])) == names(nlp(TEXTS[lang])) != []


@pytest.mark.parametrize("lang", TEXTS)
def test_a_doc_travels_in_a_docbin_with_all_that_was_found(lang: str) -> None:
    nlp = blank(lang, *kartoteka.annotate.COMPONENTS)
    docs = [nlp(TEXTS[lang]), nlp(TEXTS[lang].upper())]
    packed = DocBin(docs=docs, store_user_data=True).to_bytes()
    for doc, again in zip(docs, DocBin().from_bytes(packed).get_docs(nlp.vocab), strict=True):
        assert names(again) == names(doc)
        assert found(again) == found(doc)
        spans = [[(s.text, s.label_, s.id_, s.kb_id_) for s in d.spans["kartoteka"]] for d in (again, doc)]
        assert spans[0] == spans[1]


def test_the_value_of_a_date_comes_along() -> None:
    doc = blank("uk", "kartoteka_dates")(TEXTS["uk"])
    (date,) = doc.spans["kartoteka"]
    assert (date.text, date.kb_id_) == ("березні 1932 року", "1932-03")


def test_entities_of_the_pipeline_before_it_stay_until_the_arbiter_is_asked() -> None:
    nlp = blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "MONTH", "pattern": "March"}])
    nlp.add_pipe("kartoteka_people")
    assert names(nlp(TEXTS["en"])) == [("March", "MONTH")]


def test_the_example_of_the_readme_runs() -> None:
    text = README.read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_doctest(text.replace("```", ""), {}, "README", str(README), 0)
    assert any("kartoteka_people" in example.source for example in examples.examples)
    assert doctest.DocTestRunner(verbose=False).run(examples).failed == 0
