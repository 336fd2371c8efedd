"""What persons decided holds for spellings and documents, whatever comes, and never more than they said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from kartoteka.project import DATABASE, Project
from kartoteka.reconcile.replay import open_register, touched
from kartoteka.types import BlockKind, Label, Life, Reading, Ruling, TimeSpan

PERSON, ORG, PLACE = Label.PERSON, Label.ORG, Label.PLACE
Names = dict[str, tuple[Label, str]]
#: Gives a project texts, each a document's id and its sentences, and makes the cards.
Give = Callable[..., None]


@pytest.fixture
def project(tmp_path: Path) -> Iterable[Project]:
    with Project(tmp_path / "out") as work:
        yield work


@pytest.fixture
def give(make_reading: Callable[..., Reading]) -> Give:
    """Puts documents, each by the names of its persons or by names with labels, into a project and reconciles.

    "Stanislav Kosior = Kosior" are names of one person in the document; "[ORG] GPU" is another label.
    """

    def put(project: Project, **documents: tuple[str, ...]) -> None:
        for identity, things in documents.items():
            names: Names = {}
            for thing in things:
                label = Label(thing[1 : thing.index("]")]) if thing.startswith("[") else PERSON
                spellings = thing.rpartition("] ")[2].split(" = ")
                names |= dict.fromkeys(spellings, (label, spellings[0]))
            sentences = [f"There was {name}." for name in names]
            project.store.put(make_reading(identity, [(BlockKind.PROSE, sentences)], names), "print")
        project.reconcile()

    return put


def cards(project: Project) -> set[frozenset[str]]:
    """What stands on each card: "Kosior@a"."""
    who = {one.id: f"{one.name}@{one.document}" for one in project.store.referents()}
    return {frozenset(who[one] for one in card.referents) for card in project.store.entities()}


def together(project: Project, *who: str) -> bool:
    return any(set(who) <= card for card in cards(project))


def why(project: Project) -> list[str]:
    return [standing.why for standing in project.standings()]


def test_same_holds_for_texts_that_come_later(project: Project, give: Give) -> None:
    give(project, a=("Joseph Stalin",), b=("Koba",))
    assert project.decide("same", "Koba", "Joseph Stalin", by="Olena") == 1
    give(project, c=("Koba",), d=("Joseph Stalin = Stalin",))
    assert together(project, "Joseph Stalin@a", "Koba@b", "Koba@c", "Joseph Stalin@d")


def test_same_in_one_document_holds_there_alone(project: Project, give: Give) -> None:
    give(project, a=("Joseph Stalin",), b=("Koba",), c=("Koba",))
    project.decide("same", "Koba@b", "Joseph Stalin", by="Olena")
    project.reconcile()
    assert together(project, "Joseph Stalin@a", "Koba@b") and not together(project, "Koba@b", "Koba@c")


def test_same_beside_a_name_holds_where_a_text_names_both(project: Project, give: Give) -> None:
    give(project, a=("Joseph Stalin", "[PLACE] Tiflis"), b=("Koba", "[PLACE] Old Tiflis"), c=("Koba",))
    project.decide("same", "Koba", "Joseph Stalin", by="Olena", beside="tiflis")
    give(project, d=("Koba", "[PLACE] Tiflis"), e=("Koba", "[PLACE] Tiflisky"))
    assert together(project, "Joseph Stalin@a", "Koba@b", "Koba@d")
    assert not together(project, "Joseph Stalin@a", "Koba@c") and not together(project, "Koba@b", "Koba@e")


def test_a_spelling_on_several_cards_is_refused_with_the_cards_named(project: Project, give: Give) -> None:
    give(project, a=("Stanislav Kosior = Kosior",), b=("Iosif Kosior = Kosior",), c=("С. В.",))
    with pytest.raises(ValueError, match=r"2 cards: .*Iosif Kosior.*Stanislav Kosior.*'Kosior@[ab]'") as refused:
        project.decide("same", "Kosior", "С. В.", by="Olena")
    assert all(card.id in str(refused.value) for card in project.store.entities(PERSON) if "Kosior" in card.name)
    project.decide("same", "Kosior@a", "С. В.", by="Olena")
    project.reconcile()
    assert together(project, "Stanislav Kosior@a", "С. В.@c")
    assert not together(project, "Stanislav Kosior@a", "Iosif Kosior@b")


def test_a_second_bearer_of_a_spelling_is_not_drawn_in_and_the_doubt_is_reported(
    project: Project, give: Give
) -> None:
    give(project, a=("Stanislav Kosior = Kosior",), b=("Kosior",), c=("Генсек",))
    project.decide("same", "Kosior", "Генсек", by="Olena")
    give(project, d=("Iosif Kosior = Kosior",), e=("Kosior",), f=("Iosif Kosior",))
    assert together(project, "Stanislav Kosior@a", "Kosior@b", "Генсек@c")
    assert not together(project, "Stanislav Kosior@a", "Iosif Kosior@d")
    assert not together(project, "Stanislav Kosior@a", "Kosior@e")
    (doubt,) = why(project)
    assert "Iosif Kosior or Stanislav Kosior" in doubt and "only in the documents that it was made on" in doubt


def test_a_bare_surname_beside_two_namesakes_in_another_text_is_not_drawn_in(project: Project, give: Give) -> None:
    give(project, a=("Stanislav Kosior = Kosior",), c=("Генсек",))
    project.decide("same", "Kosior", "Генсек", by="Olena")
    give(project, d=("Iosif Kosior", "Stanislav Kosior", "Kosior"))
    assert together(project, "Stanislav Kosior@a", "Генсек@c")
    assert not together(project, "Stanislav Kosior@a", "Kosior@d")


def test_different_parts_two_spellings_of_one_card_and_texts_that_come_later(project: Project, give: Give) -> None:
    give(project, a=("Vsevolod Balytsky",), b=("Vsevolod Balitsky",), c=("Vsevolod Balitsky",))
    assert len(cards(project)) == 1
    project.decide("different", "Vsevolod Balytsky", "Vsevolod Balitsky", by="Olena")
    give(project, d=("Vsevolod Balytsky",))
    assert cards(project) == {
        frozenset({"Vsevolod Balytsky@a", "Vsevolod Balytsky@d"}),
        frozenset({"Vsevolod Balitsky@b", "Vsevolod Balitsky@c"}),
    }


def test_two_cards_told_apart_by_their_ids_stay_apart_with_all_their_spellings(
    project: Project, give: Give
) -> None:
    give(project, a=("Vasyl Petrenko = V. Petrenko",), b=("Vasyl Petrenko",), c=("Volodymyr Petrenko",))
    ids = {card.name: card.id for card in project.store.entities()}
    project.decide("different", ids["Vasyl Petrenko"], ids["Volodymyr Petrenko"], by="Olena")
    ((left, right),) = (one.sides for one in project.store.decisions())
    assert (left.spelling, left.document, right.spelling) == ("Vasyl Petrenko", "", "Volodymyr Petrenko")
    assert left.places == (("a", "V. Petrenko"), ("a", "Vasyl Petrenko"), ("b", "Vasyl Petrenko"))


def test_a_card_without_a_spelling_of_its_own_is_known_by_a_document(project: Project, give: Give) -> None:
    give(project, a=("Ivan Petrenko",), b=("Ivan Petrenko",))
    project.decide("different", "Ivan Petrenko@a", "Ivan Petrenko@b", by="Olena")
    give(project, c=("Petrenko the Elder",))
    first = project.store.entity_of()["a/Ivan Petrenko"]
    project.decide("same", first, "Petrenko the Elder", by="Olena")
    project.reconcile()
    assert together(project, "Ivan Petrenko@a", "Petrenko the Elder@c")
    assert not together(project, "Ivan Petrenko@a", "Ivan Petrenko@b")


def test_what_names_nothing_has_no_card_and_is_in_no_list(project: Project, give: Give, tmp_path: Path) -> None:
    give(project, a=("Stanislav Kosior", "Див"), b=("Див", "[PLACE] Див"))
    project.decide("ignore", "Див", by="Olena", label=PERSON)
    project.reconcile()
    assert cards(project) == {frozenset({"Stanislav Kosior@a"}), frozenset({"Див@b"})}
    assert {(m.text, m.label) for m, _, _ in project.store.attributed_mentions()} == {
        ("Stanislav Kosior", PERSON),
        ("Див", PLACE),
    }
    assert [edge for edge in project.graph(window="document").edges if "Див" in edge] == []
    give(project, c=("Див",))
    assert not any("Див@c" in card for card in cards(project))
    project.undo(1)
    project.reconcile()
    assert any("Див@a" in card for card in cards(project))


def test_ignoring_one_spelling_leaves_the_person_the_others(project: Project, give: Give) -> None:
    give(project, a=("Stanislav Kosior = Kosior",), b=("Kosior",))
    project.decide("ignore", "Kosior", by="Olena", document="a")
    project.reconcile()
    spellings = {card.variants: card.mentions for card in project.store.entities()}
    assert spellings == {("Kosior", "Stanislav Kosior"): 2}
    assert sorted((m.text, m.document) for m, _, card in project.store.attributed_mentions() if card) == [
        ("Kosior", "b"),
        ("Stanislav Kosior", "a"),
    ]


def test_whom_nobody_can_name_has_a_card_in_each_document_and_is_no_case(project: Project, give: Give) -> None:
    give(project, a=("Ivanov",), b=("Ivanov",), c=("Petro Ivanov = Ivanov",))
    assert len(cards(project)) == 1
    project.decide("unknown", "Ivanov", by="Olena")
    give(project, d=("Ivanov",), e=("Ivan Ivanov",))
    apart = {frozenset({f"Ivanov@{document}"}) for document in "abd"}
    assert cards(project) == apart | {frozenset({"Petro Ivanov@c"}), frozenset({"Ivan Ivanov@e"})}
    nameless = {f"{document}/Ivanov" for document in "abd"}
    assert not any({judged.left, judged.right} & nameless for judged in project.store.judgements())
    ids = {card.id for card in project.store.entities()}
    project.reconcile()
    assert {card.id for card in project.store.entities()} == ids


def test_bodies_and_places_are_decided_upon_alike(project: Project, give: Give) -> None:
    give(project, a=("[ORG] GPU",), b=("[ORG] The Firm",), c=("[PLACE] Yuzovka",), d=("[PLACE] Stalino",))
    project.decide("same", "GPU", "The Firm", by="Olena")
    project.decide("same", "Yuzovka", "Stalino", by="Olena")
    project.reconcile()
    assert together(project, "GPU@a", "The Firm@b") and together(project, "Yuzovka@c", "Stalino@d")
    with pytest.raises(ValueError, match="'GPU' is an ORG, 'Stalino' a PLACE: never the same"):
        project.decide("same", "GPU", "Stalino", by="Olena")


def test_a_spelling_of_two_kinds_asks_for_the_kind(project: Project, give: Give) -> None:
    give(project, a=("Chubar",), b=("Vlas",), c=("[PLACE] Chubar",))
    with pytest.raises(ValueError, match="a PERSON or a PLACE: say which with --label"):
        project.decide("ignore", "Chubar", by="Olena")
    assert project.decide("ignore", "Chubar", by="Olena", label=PLACE) == 1
    assert project.decide("same", "Chubar", "Vlas", by="Olena") == 2
    with pytest.raises(LookupError, match="no ORG is called 'Vlas', but a PERSON"):
        project.decide("unknown", "Vlas", by="Olena", label=ORG)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("same", "Koba", "Nobody"), "no card 'Nobody'"),
        (("same", "Koba", "Koba"), "name the same mentions"),
        (("same", "Koba"), "same takes 2 names, not 1"),
        (("ignore", "Koba", "Stalin"), "ignore takes 1 names, not 2"),
        (("same", "Koba@nowhere", "Stalin"), "no card 'Koba@nowhere'"),
    ],
)
def test_what_cannot_be_decided_says_why(
    project: Project, give: Give, names: tuple[str, ...], message: str
) -> None:
    give(project, a=("Koba",), b=("Stalin",))
    with pytest.raises((LookupError, ValueError), match=message):
        project.decide(*names, by="Olena")
    assert not list(project.store.decisions())


def test_a_contradiction_is_refused_with_the_whole_chain_named(project: Project, give: Give) -> None:
    give(project, a=("Koba",), b=("Stalin",), c=("Soso",), d=("Yagoda",))
    project.decide("same", "Koba", "Stalin", by="Olena")
    project.decide("same", "Stalin", "Soso", by="Taras", because="his mother's letters")
    with pytest.raises(ValueError) as refused:
        project.decide("different", "Soso", "Koba", by="Iryna")
    message = str(refused.value)
    for part in ("“Soso” and “Koba” are not one", "decision 1", "decision 2", "Olena", "Taras", "undo 1 or 2"):
        assert part in message
    project.decide("different", "Yagoda", "Koba", by="Iryna")
    with pytest.raises(ValueError, match=r"decision 1.*decision 2.*decision 3"):
        project.decide("same", "Yagoda", "Soso", by="Iryna")
    project.undo(2)
    assert project.decide("same", "Yagoda", "Soso", by="Iryna") == 4


def test_different_says_nothing_of_third_parties(project: Project, give: Give) -> None:
    give(project, a=("Ivan Petrenko",), b=("Petrenko Ivan",), c=("Ivan Petrenko",))
    project.decide("different", "Ivan Petrenko@a", "Petrenko Ivan", by="Olena")
    project.decide("different", "Petrenko Ivan", "Ivan Petrenko@c", by="Olena")
    project.reconcile()
    assert together(project, "Ivan Petrenko@a", "Ivan Petrenko@c")


@pytest.mark.parametrize("ruling", ["ignore", "unknown"])
def test_what_is_nobody_is_not_the_same_as_anybody(project: Project, give: Give, ruling: str) -> None:
    give(project, a=("Koba",), b=("Stalin",))
    project.decide(ruling, "Koba", by="Olena")
    with pytest.raises(ValueError, match=r"decision 1.*undo 1"):
        project.decide("same", "Koba", "Stalin", by="Taras")
    project.undo(1)
    project.decide("same", "Koba", "Stalin", by="Taras")
    with pytest.raises(ValueError, match="decision 2"):
        project.decide(ruling, "Koba", by="Olena")


def test_a_decision_waits_for_its_document_and_says_so(
    project: Project, give: Give, make_reading: Callable[..., Reading]
) -> None:
    give(project, a=("Koba",), b=("Stalin",))
    project.decide("same", "Koba", "Stalin@b", by="Olena")
    project.store.remove("b")
    project.reconcile()
    assert why(project) == ["the document b is not in the project"]
    assert not project.standings()[0].applies
    give(project, b=("Stalin",))
    assert why(project) == [""] and together(project, "Koba@a", "Stalin@b")


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        ({"a": ("Soso",)}, "nothing in the project bears the spelling “Koba” any more"),
        ({"a": ("[PLACE] Koba",)}, "“Koba” is PLACE now, not PERSON"),
        ({}, "the documents that it was made on are gone, and no other names “Koba”"),
    ],
)
def test_a_decision_that_no_longer_applies_says_why(
    project: Project, give: Give, later: dict[str, tuple[str, ...]], reason: str
) -> None:
    give(project, a=("Koba",), b=("Stalin",))
    project.decide("same", "Koba", "Stalin", by="Olena")
    project.store.remove("a")
    give(project, **later)
    assert why(project) == [reason]
    give(project, a=("Koba",))
    assert why(project) == [""] and together(project, "Koba@a", "Stalin@b")


def test_new_rules_that_spell_a_name_otherwise_do_not_lose_it(
    project: Project, give: Give, make_reading: Callable[..., Reading]
) -> None:
    give(project, a=("Косіора",), b=("Станіслав",))
    project.decide("same", "Косіора", "Станіслав", by="Olena")
    reading = make_reading("a", [(BlockKind.PROSE, ["There was Косіора."])], {"Косіора": (PERSON, "Косіора")})
    (referent,) = reading.referents
    renamed = replace(referent, id="a/new", name="Косіор", names=("Косіор",))
    mentions = tuple(replace(mention, name="Косіор") for mention in reading.mentions)
    project.store.put(replace(reading, mentions=mentions, referents=(renamed,)), "new rules")
    project.reconcile()
    assert together(project, "Косіор@a", "Станіслав@b") and why(project) == [""]


def test_texts_that_make_two_decisions_contradict_leave_the_later_and_report_the_other(
    project: Project, give: Give
) -> None:
    give(project, a=("Koba",), b=("Stalin",), c=("Soso",))
    project.decide("same", "Koba", "Stalin", by="Olena")
    project.decide("different", "Soso", "Stalin", by="Taras")
    give(project, d=("Koba = Soso",))
    first, second = project.standings()
    assert second.applies and not first.applies
    assert "contradicts decision 2" in first.why
    assert not together(project, "Soso@c", "Stalin@b")


def test_the_words_of_the_text_are_taken_for_their_clean_name(
    project: Project, make_reading: Callable[..., Reading]
) -> None:
    reading = make_reading("a", [(BlockKind.PROSE, ["Бачили Косіора."])], {"Косіора": (PERSON, "kosior")})
    clean = replace(
        reading,
        mentions=tuple(replace(mention, name="Косіор") for mention in reading.mentions),
        referents=tuple(replace(one, name="Косіор", names=("Косіор",)) for one in reading.referents),
    )
    project.store.put(clean, "print")
    project.reconcile()
    project.decide("unknown", "Косіора", by="Olena")
    (decision,) = project.store.decisions()
    assert decision.sides[0].spelling == "Косіор" and decision.sides[0].places == (("a", "Косіора"),)


def test_what_an_older_version_decided_on_a_referent_waits_for_it(project: Project, give: Give) -> None:
    from kartoteka.types import Decision, Side

    give(project, a=("Koba",), b=("Stalin",))
    project.store.decide(Decision(Ruling.SAME, PERSON, (Side("a/Koba"), Side("b/Stalin")), "Olena"))
    project.reconcile()
    assert together(project, "Koba@a", "Stalin@b")
    project.store.remove("a")
    assert not project.standings()[0].applies


def test_touched_are_all_whom_a_decision_can_bear_on(project: Project, give: Give) -> None:
    give(project, a=("Koba", "Yagoda"), b=("Stalin",), c=("Koba",), d=("Redens",))
    project.decide("same", "Koba", "Stalin", by="Olena")
    (decision,) = project.store.decisions()
    found = touched(decision, open_register(project.store))
    assert {"a/Koba", "b/Stalin", "c/Koba"} <= found and "d/Redens" not in found


def test_decisions_stay_with_the_project(project: Project, give: Give) -> None:
    give(project, a=("Koba",), b=("Stalin",))
    project.decide("same", "Koba", "Stalin", by="Olena", because="see Montefiore")
    with Project((project.folder / DATABASE).parent) as again:
        (decision,) = again.store.decisions()
    assert (decision.by, decision.because) == ("Olena", "see Montefiore") and decision.made.endswith("Z")


def test_a_namesake_of_another_time_is_not_drawn_in(
    project: Project, give: Give, make_reading: Callable[..., Reading]
) -> None:
    give(project, b=("Іван Петренко",))

    def dead(identity: str, year: str) -> None:
        name = "Ivan Petrenko"
        reading = make_reading(identity, [(BlockKind.PROSE, [f"There was {name}."])], {name: (PERSON, name)})
        died = Life(identity, f"{identity}/{name}", death=TimeSpan(year, year, f"{year}-01-01", f"{year}-12-31"))
        project.store.put(replace(reading, lives=(died,)), "print")
        project.reconcile()

    dead("a", "1937")
    project.decide("same", "Ivan Petrenko", "Іван Петренко", by="Olena")
    dead("c", "1989")
    assert together(project, "Ivan Petrenko@a", "Іван Петренко@b")
    assert not together(project, "Ivan Petrenko@a", "Ivan Petrenko@c")
    assert "two people by now: one died 1937" in why(project)[0]


def test_an_at_sign_in_a_documents_name_is_no_hindrance(project: Project, give: Give) -> None:
    give(project, **{"ivan@mail.txt": ("Koba",), "b": ("Stalin",)})
    project.decide("same", "Koba@ivan@mail.txt", "Stalin", by="Olena")
    (decision,) = project.store.decisions()
    assert (decision.sides[0].spelling, decision.sides[0].document) == ("Koba", "ivan@mail.txt")


def test_before_the_cards_are_made_two_bearers_of_a_spelling_are_not_joined_either(
    project: Project, give: Give, make_reading: Callable[..., Reading]
) -> None:
    give(project, a=("Stanislav Kosior = Kosior",), b=("Генсек",))
    names = {"Iosif Kosior": (PERSON, "iosif"), "Kosior": (PERSON, "iosif")}
    project.store.put(make_reading("c", [(BlockKind.PROSE, ["Iosif Kosior.", "Kosior."])], names), "print")
    with pytest.raises(
        ValueError, match="Iosif Kosior or Stanislav Kosior by now: run `kartoteka reconcile` first"
    ):
        project.decide("same", "Kosior", "Генсек", by="Olena")
    project.decide("same", "Kosior@a", "Генсек", by="Olena")
    project.reconcile()
    assert together(project, "Stanislav Kosior@a", "Генсек@b") and len(cards(project)) == 2


def test_whoever_would_come_along_against_the_name_is_told_and_needs_the_card_s_id(
    project: Project, give: Give
) -> None:
    give(project, a=("Sergei Kamenev = Kamenev",), b=("Lev Kamenev",), c=("Lev Rosenfeld",))
    sergei = next(card for card in project.store.entities() if card.name == "Sergei Kamenev")
    with pytest.raises(
        ValueError, match=rf"'Kamenev' stands on the card of Sergei Kamenev \({sergei.id}\).*'Kamenev@a'"
    ):
        project.decide("same", "Kamenev", "Lev Kamenev", by="Olena")
    with pytest.raises(
        ValueError, match=r"tell them apart first \(kartoteka decide different 'Kamenev@a' 'Sergei Ka"
    ):
        project.decide("same", "Lev Kamenev", "Kamenev@a", by="Olena")
    project.decide("same", "Lev Kamenev", "Lev Rosenfeld", by="Olena")
    project.decide("different", "Kamenev@a", "Sergei Kamenev@a", by="Olena")
    project.reconcile()
    project.decide("same", "Lev Kamenev", "Kamenev@a", by="Olena")
    project.reconcile()
    assert together(project, "Lev Kamenev@b", "Kamenev@a", "Lev Rosenfeld@c")
    assert not together(project, "Lev Kamenev@b", "Sergei Kamenev@a")


def test_a_card_given_by_its_id_is_joined_with_all_that_stands_on_it(project: Project, give: Give) -> None:
    give(project, a=("Sergei Kamenev = Kamenev",), b=("Lev Kamenev",))
    ids = {card.name: card.id for card in project.store.entities()}
    project.decide("same", ids["Sergei Kamenev"], ids["Lev Kamenev"], by="Olena")
    project.reconcile()
    assert together(project, "Sergei Kamenev@a", "Lev Kamenev@b")


def test_a_surname_of_several_is_told_from_somebody_only_by_id_or_in_a_document(
    project: Project, give: Give
) -> None:
    give(project, a=("Lev Kamenev = Kamenev",), b=("Sergei Kamenev = Kamenev",), c=("Lev Rosenfeld",))
    with pytest.raises(ValueError, match=r"'Kamenev' stands on 2 cards: Lev Kamenev .*Sergei Kamenev"):
        project.decide("different", "Lev Rosenfeld", "Kamenev", by="Olena")
    project.decide("different", "Lev Rosenfeld", "Kamenev@b", by="Olena")


def test_who_has_a_fuller_name_in_each_text_is_not_unknown_and_that_is_said(project: Project, give: Give) -> None:
    give(project, a=("Lev Kamenev = Kamenev",))
    with pytest.raises(
        ValueError, match=r"every document that names 'Kamenev' gives a fuller name \(Lev Kamenev\)"
    ):
        project.decide("unknown", "Kamenev", by="Olena")


def test_two_stay_joined_where_a_third_of_the_name_is_ignored(project: Project, give: Give) -> None:
    give(project, a=("Stanislav Kosior", "Iosif Kosior"), b=("Iosif Kosior",))
    project.decide("same", "Iosif Kosior", "Stanislav Kosior", by="Olena")
    project.decide("ignore", "Iosif Kosior", by="Olena", document="a")
    project.reconcile()
    assert cards(project) == {frozenset({"Stanislav Kosior@a", "Iosif Kosior@b"})}
