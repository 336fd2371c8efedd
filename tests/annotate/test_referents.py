"""Within a document a surname goes with its full name, unless two could bear it."""

from __future__ import annotations

from kartoteka.annotate.referents import find_referents
from kartoteka.types import Document, Label, Mention


def referents(*named: tuple[str, Label], title: str = "") -> list[set[str]]:
    document = Document("d", title, "en", "", ())
    mentions = [
        Mention("d", i * 100, i * 100 + len(name), name, label, name, "test", 0, i)
        for i, (name, label) in enumerate(named)
    ]
    return [set(r.names) for r in find_referents(document, mentions)]


def persons(*names: str, title: str = "") -> list[set[str]]:
    return referents(*((name, Label.PERSON) for name in names), title=title)


def test_spellings_of_one_person_are_one_referent() -> None:
    assert persons("Vsevolod Balytsky", "Balytsky", "V. Balitsky") == [
        {"Vsevolod Balytsky", "Balytsky", "V. Balitsky"}
    ]


def test_a_surname_that_two_bear_stays_by_itself() -> None:
    assert len(persons("Stanislav Kosior", "Iosif Kosior", "Kosior")) == 3


def test_whom_the_title_names_gets_the_bare_surname() -> None:
    groups = persons("Stanislav Kosior", "Iosif Kosior", "Kosior", title="Stanislav Kosior")
    assert {"Stanislav Kosior", "Kosior"} in groups


def test_institutions_meet_by_the_gazetteer_and_labels_never_mix() -> None:
    org, place = Label.ORG, Label.PLACE
    assert referents(("OGPU", org), ("OGPU of the USSR", org)) == [{"OGPU", "OGPU of the USSR"}]
    assert len(referents(("Kyiv", place), ("Kyiv", org))) == 2


def test_ids_do_not_depend_on_where_a_thing_stands() -> None:
    document = Document("d", "", "en", "", ())
    mention = Mention("d", 5, 10, "Redens", Label.PERSON, "Stanislav Redens", "test", 0, 0)
    moved = Mention("d", 50, 55, "Redens", Label.PERSON, "Stanislav Redens", "other", 1, 3)
    assert find_referents(document, [mention])[0].id == find_referents(document, [moved])[0].id


def test_dates_are_no_referents() -> None:
    assert referents(("1937", Label.DATE)) == []
