"""The quotations that prove a tie."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kartoteka.network import build_graph
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Passage, Reading, TimeSpan

NAMES = {name: (Label.PERSON, name.lower()) for name in ("Stalin", "Kosior", "Redens")}
DATES = {str(year): TimeSpan(str(year), str(year), f"{year}-01-01", f"{year}-12-31") for year in range(1928, 1939)}
Tell = Callable[..., Store]


@pytest.fixture
def tell(make_reading: Callable[..., Reading], make_project: Callable[..., Store]) -> Tell:
    """Builds a project of documents, each a list of paragraphs of one sentence or several."""

    def make(**documents: list[str | list[str]]) -> Store:
        def blocks(paragraphs: list[str | list[str]]) -> list[tuple[BlockKind, list[str]]]:
            return [(BlockKind.PROSE, [p] if isinstance(p, str) else p) for p in paragraphs]

        readings = (make_reading(name, blocks(told), NAMES, dates=DATES) for name, told in documents.items())
        return make_project(*readings)

    return make


def passages(store: Store, **options: object) -> tuple[Passage, ...]:
    found: tuple[Passage, ...] = build_graph(store, **options).edges["kosior", "stalin"]["passages"]  # type: ignore[arg-type]
    return found


def met(year: int) -> str:
    return f"In {year} Stalin received Kosior."


def test_different_documents_go_before_several_passages_of_one(tell: Tell) -> None:
    store = tell(a=[met(1930), met(1931), met(1932)], b=[met(1933)])
    assert [p.document for p in passages(store)] == ["a", "a", "b"]
    assert [p.document for p in passages(store, quotations=2)] == ["a", "b"]


def test_of_many_documents_those_that_lie_apart_in_time_are_quoted(tell: Tell) -> None:
    store = tell(a=[met(1931)], b=[met(1930)], c=[met(1928)], d=[met(1937)], e=[met(1929)])
    assert sorted(p.text[3:7] for p in passages(store)) == ["1928", "1930", "1937"]


def test_of_one_document_passages_spread_over_its_years_are_quoted(tell: Tell) -> None:
    store = tell(a=[met(year) for year in range(1928, 1939)])
    assert [p.text[3:7] for p in passages(store)] == ["1928", "1929", "1938"]


def test_a_sentence_is_quoted_once_however_many_windows_it_opens(tell: Tell) -> None:
    store = tell(a=["Stalin, Kosior, Stalin and Kosior were there."])
    assert build_graph(store, window="tokens:5").edges["kosior", "stalin"]["count"] == 3
    assert len(passages(store, window="tokens:5")) == 1


def test_a_sentence_that_names_both_goes_before_two_that_name_one_each(tell: Tell) -> None:
    store = tell(a=[["Stalin spoke.", "Redens wrote.", "Kosior sat.", "Kosior greeted Stalin."], "Kosior."])
    assert [p.text for p in passages(store, window="paragraph")] == ["Kosior greeted Stalin."]
    assert [p.text for p in passages(store, window="document")] == ["Kosior greeted Stalin."]


def test_two_of_one_paragraph_are_quoted_with_what_stands_between(tell: Tell) -> None:
    store = tell(a=[["Stalin spoke.", "All wrote.", "Kosior sat."]])
    assert [p.text for p in passages(store, window="paragraph")] == ["Stalin spoke. All wrote. Kosior sat."]


def test_two_who_stand_far_apart_have_a_passage_each_even_where_one_is_asked_for(tell: Tell) -> None:
    far = tell(a=["Stalin spoke.", "Kosior sat."], b=["Kosior left.", "Stalin slept."])
    assert [p.text for p in passages(far, window="document")] == ["Stalin spoke.", "Kosior sat."]
    assert len(passages(far, window="document", quotations=1)) == 2
    assert len(passages(far, window="document", quotations=4)) == 4
    long = tell(a=[["Stalin spoke.", *["They went on and on."] * 100, "Kosior sat."]])
    assert [p.text for p in passages(long, window="paragraph")] == ["Stalin spoke.", "Kosior sat."]


def test_a_dated_passage_is_quoted_before_an_undated_list(tell: Tell) -> None:
    store = tell(a=["Present: Stalin, Kosior.", met(1935)], b=["Stalin, Kosior and Redens sat."])
    assert [p.text for p in passages(store, quotations=2)] == [met(1935), "Present: Stalin, Kosior."]
    assert passages(store, quotations=1)[0].text == met(1935)


def test_a_passage_with_its_own_date_is_quoted_before_one_whose_paragraph_has_it(tell: Tell) -> None:
    store = tell(
        a=[["Stalin and Kosior sat.", "It was 1931.", met(1935)]], b=[["Kosior greeted Stalin.", "1937."]]
    )
    found = [p.text for p in passages(store, quotations=2)]
    assert found == [met(1935), "Kosior greeted Stalin."]


def test_a_tie_tells_whether_its_sentences_or_its_paragraphs_are_dated(tell: Tell) -> None:
    paragraph = ["Stalin received Kosior.", "It was 1931."]
    tie = build_graph(tell(a=[paragraph])).edges["kosior", "stalin"]
    assert (tie["dated_by"], tie["first"]) == ("paragraph", "1931-01-01")
    tie = build_graph(tell(a=[paragraph], b=[met(1935)])).edges["kosior", "stalin"]
    assert (tie["dated_by"], tie["first"], tie["last"]) == ("sentence", "1931-01-01", "1935-12-31")
    assert "dated_by" not in build_graph(tell(a=["Stalin received Kosior."])).edges["kosior", "stalin"]
