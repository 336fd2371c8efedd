"""A text that keeps to one romanization takes doubts about its spellings away."""

from __future__ import annotations

from kartoteka.annotate import annotate
from kartoteka.ingest import read_text
from kartoteka.reconcile import resolve
from kartoteka.reconcile.circumstances import Circumstances
from kartoteka.reconcile.spelling import as_written
from kartoteka.types import Label, Referent, Verdict


def test_only_what_the_scheme_writes_is_confirmed() -> None:
    german, british = ["ru-german"], ["uk-national"]
    found = as_written(["Wsewolod Balizki"], ["Всеволод Балицкий"], german)
    assert found is not None
    assert "Balizki is Балицкий by the scheme of its text" in found.detail
    assert as_written(["Wsewolod Balizki"], ["Всеволод Балицкий"], british) is None
    assert as_written(["Wsewolod Balizki"], ["Wsewolod Balizki"], german) is None


def test_a_doubtful_spelling_is_sure_in_a_text_that_writes_so() -> None:
    left = Referent("a", "a", Label.PERSON, "Nikolai Jeschow", ("Nikolai Jeschow",), ("a#0",))
    right = Referent("b", "b", Label.PERSON, "Николай Ежов", ("Николай Ежов",), ("b#0",))
    (plain,) = resolve([left, right]).judgements
    (found,) = resolve([left, right], known={"a": Circumstances(schemes=("ru-german",))}).judgements
    assert plain.verdict is found.verdict is Verdict.SAME
    assert plain.score < found.score
    assert found.reasons[-1].detail == "Jeschow is Ежов by the scheme of its text, Russian in German"


def test_a_document_remembers_how_it_romanizes() -> None:
    names = (
        "Stanisław Kosior, Włas Czubar, Mykoła Skrypnyk, Wsewołod Bałycki, Hryhorij Petrowski, Ołeksandr Szumski"
    )
    reading = next(annotate([read_text(f"The leaders were {names}.", "d", lang="en")]))
    assert "uk-polish" in reading.document.meta["romanization"].split()
    short = next(annotate([read_text("Kosior met Chubar.", "d", lang="en")]))
    assert "romanization" not in short.document.meta
