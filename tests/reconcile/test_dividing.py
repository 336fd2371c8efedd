"""What was read as one in a text is two where a person says so, with all that follows, until that is undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from kartoteka.project import Project
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Life, Reading, Tenure, TimeSpan

PERSON = Label.PERSON
Make = Callable[..., Reading]

BERIA = (
    "Нина Гегечкори вышла замуж в 1922 году.",
    "Её сын Серго Берия стал инженером.",
    "С. Берия руководил бюро, а Гегечкори работала в академии.",
)
KUK = (
    "Василь Кук очолив УПА у 1950 році.",
    "Його зв'язковий Василь загинув того ж року, а Кук уцілів.",
    "Василя поховали вночі.",
)
KAMENEVS = (
    "Lev Kamenev chaired the Moscow Soviet.",
    "Sergei Kamenev commanded the Red Army from 1919.",
    "S. S. Kamenev met L. B. Kamenev; Kamenev said nothing.",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterable[Project]:
    with Project(tmp_path / "out") as work:
        yield work


@pytest.fixture
def one_referent(make_reading: Make) -> Make:
    """Makes a text in which all these names, each perhaps in another form, were read as those of one person."""

    def make(identity: str, sentences: tuple[str, ...], who: str, names: tuple[str, ...]) -> Reading:
        listed = dict.fromkeys(names, (PERSON, who))
        return make_reading(identity, [(BlockKind.PROSE, sentences)], listed)

    return make


def people(store: Store) -> set[frozenset[str]]:
    """The spellings on each card."""
    return {frozenset(card.variants) for card in store.entities(PERSON)}


def state(project: Project) -> tuple[object, ...]:
    """All that exports are made from."""
    store = project.store
    return (
        {(card.id, card.name, card.variants, card.referents, card.mentions) for card in store.entities()},
        sorted(store.referents(), key=lambda one: one.id),
        list(store.tenures()),
        list(store.lives()),
        {(mention.id, card) for mention, _, card in store.attributed_mentions()},
    )


@pytest.fixture
def beria(one_referent: Make) -> Reading:
    names = ("Нина Гегечкори", "Серго Берия", "С. Берия", "Гегечкори")
    reading = one_referent("beria", BERIA, "nina", names)
    engineer = next(one for one in reading.mentions if one.text == "С. Берия")
    bride = next(one for one in reading.mentions if one.text == "Нина Гегечкори")
    post = Tenure("beria", "beria/nina", "руководитель бюро", passage=(76, 110), evidence=(engineer.id,))
    wedding = Life("beria", "beria/nina", TimeSpan("1905", "1905", "1905-01-01", "1905-12-31"), None, (bride.id,))
    return replace(reading, tenures=(post,), lives=(wedding,))


def test_a_mother_and_her_son_are_told_apart_with_all_their_forms(project: Project, beria: Reading) -> None:
    project.store.put(beria, "print")
    project.reconcile()
    assert len(people(project.store)) == 1
    project.decide("different", "Серго Берия", "Нина Гегечкори", by="Olena")
    project.reconcile()
    assert people(project.store) == {
        frozenset({"Серго Берия", "С. Берия"}),
        frozenset({"Нина Гегечкори", "Гегечкори"}),
    }


def test_posts_and_lives_follow_the_mentions_that_state_them(project: Project, beria: Reading) -> None:
    project.store.put(beria, "print")
    project.decide("different", "Нина Гегечкори", "Серго Берия", by="Olena")
    project.reconcile()
    name_of = {one.id: one.name for one in project.store.referents()}
    assert [name_of[one.holder] for one in project.store.tenures()] == ["Серго Берия"]
    assert [name_of[one.person] for one in project.store.lives()] == ["Нина Гегечкори"]


def test_undoing_puts_back_what_was_read(project: Project, beria: Reading) -> None:
    project.store.put(beria, "print")
    project.reconcile()
    before = state(project)
    project.decide("different", "Серго Берия", "Нина Гегечкори", by="Olena")
    project.reconcile()
    assert state(project) != before
    assert project.store.reading("beria") == beria
    project.undo(1)
    project.reconcile()
    assert state(project) == before
    assert not project.store.parted()


def test_it_holds_when_the_text_is_read_again_and_is_the_same_step_by_step(
    project: Project, beria: Reading, one_referent: Make
) -> None:
    project.store.put(beria, "print")
    project.decide("different", "Серго Берия", "Нина Гегечкори", by="Olena")
    project.reconcile()
    divided = state(project)
    project.store.put(beria, "another print")
    assert state(project) == divided
    longer = (*BERIA, "Серго Берия умер в Киеве.")
    project.store.put(one_referent("beria", longer, "nina", ("Нина Гегечкори", "Серго Берия")), "print")
    project.store.put(one_referent("tbilisi", ("Серго Берия учился в Тбилиси.",), "sergo", ("Серго Берия",)), "p")
    project.reconcile()
    looked_at = state(project)
    assert {len(card.referents) for card in project.store.entities()} == {1, 2}
    assert people(project.store) == {frozenset({"Серго Берия"}), frozenset({"Нина Гегечкори"})}
    project.reconcile(anew=True)
    assert state(project) == looked_at


def test_a_courier_called_by_his_given_name_is_not_the_commander_of_that_name(
    project: Project, one_referent: Make
) -> None:
    reading = one_referent("upa", KUK, "kuk", ("Василь Кук", "Василь", "Кук", "Василя"))
    courier = [replace(one, name="Василь") if one.text == "Василя" else one for one in reading.mentions]
    (kuk,) = reading.referents
    names = tuple(name for name in kuk.names if name != "Василя")
    project.store.put(replace(reading, mentions=tuple(courier), referents=(replace(kuk, names=names),)), "print")
    project.store.put(one_referent("kyiv", ("Василь Кук жив у Києві.",), "kuk", ("Василь Кук",)), "print")
    project.reconcile()
    project.decide("different", "Василь", "Василь Кук", by="Olena")
    project.reconcile()
    assert people(project.store) == {frozenset({"Василь Кук", "Кук"}), frozenset({"Василь"})}
    card_of = {(m.document, m.text): card for m, _, card in project.store.attributed_mentions()}
    assert card_of["upa", "Василя"] == card_of["upa", "Василь"] != card_of["upa", "Кук"]
    assert card_of["upa", "Василь Кук"] == card_of["kyiv", "Василь Кук"]
    assert [side.document for side in next(project.store.decisions()).sides] == ["upa", ""]


def test_two_of_one_surname_share_what_can_be_either_s_with_the_first(
    project: Project, one_referent: Make
) -> None:
    names = ("Lev Kamenev", "Sergei Kamenev", "S. S. Kamenev", "L. B. Kamenev", "Kamenev")
    project.store.put(one_referent("moscow", KAMENEVS, "lev", names), "print")
    project.decide("different", "Sergei Kamenev", "Lev Kamenev", by="Olena")
    project.reconcile()
    assert people(project.store) == {
        frozenset({"Lev Kamenev", "L. B. Kamenev", "Kamenev"}),
        frozenset({"Sergei Kamenev", "S. S. Kamenev"}),
    }


def test_a_namesake_whom_a_later_text_calls_by_both_is_not_divided(project: Project, one_referent: Make) -> None:
    """Who is told from Iosif Kosior is the Kosior of the first text: elsewhere Kosior may be Iosif."""
    project.store.put(one_referent("a", ("Kosior came.",), "k", ("Kosior",)), "print")
    project.store.put(one_referent("b", ("Iosif Kosior left.",), "i", ("Iosif Kosior",)), "print")
    project.decide("different", "Kosior", "Iosif Kosior", by="Olena")
    both = one_referent("c", ("Iosif Kosior spoke. Then Kosior left.",), "i", ("Iosif Kosior", "Kosior"))
    project.store.put(both, "print")
    project.reconcile()
    assert not project.store.parted()


def test_a_form_of_a_name_in_several_texts_is_told_from_it_in_one_that_is_named(
    project: Project, one_referent: Make
) -> None:
    for document in ("upa", "oun"):
        project.store.put(one_referent(document, KUK[:2], "kuk", ("Василь Кук", "Василь")), "print")
    project.reconcile()
    with pytest.raises(
        ValueError, match=r"'Василь' goes with 'Василь Кук' in 2 documents \(oun, upa\).*'Василь@oun'"
    ):
        project.decide("different", "Василь", "Василь Кук", by="Olena")
    project.decide("different", "Василь@upa", "Василь Кук", by="Olena")
    project.reconcile()
    assert project.store.parted() == {"upa"}


def test_somebody_unknown_is_taken_off_the_card_of_another(project: Project, beria: Reading) -> None:
    project.store.put(beria, "print")
    project.reconcile()
    project.decide("unknown", "Серго Берия", by="Olena")
    project.reconcile()
    assert people(project.store) == {
        frozenset({"Серго Берия", "С. Берия"}),
        frozenset({"Нина Гегечкори", "Гегечкори"}),
    }
    project.undo(1)
    project.reconcile()
    assert len(people(project.store)) == 1


def test_what_names_nothing_takes_its_posts_off_the_card(project: Project, beria: Reading) -> None:
    project.store.put(beria, "print")
    project.reconcile()
    project.decide("ignore", "Серго Берия", by="Olena")
    project.reconcile()
    nina = next(card for card in project.store.entities() if "Нина Гегечкори" in card.variants)
    assert set(nina.variants) == {"Нина Гегечкори", "Гегечкори"}
    name_of = {one.id: one.name for one in project.store.referents()}
    assert "Нина Гегечкори" not in {name_of[one.holder] for one in project.store.tenures()}


def test_two_that_are_joined_by_way_of_another_are_not_divided(
    project: Project, beria: Reading, one_referent: Make
) -> None:
    project.store.put(beria, "print")
    project.store.put(one_referent("x", ("Георгий был там.",), "g", ("Георгий",)), "print")
    project.decide("same", "Серго Берия", "Георгий", by="Olena")
    project.decide("same", "Нина Гегечкори", "Георгий", by="Olena")
    with pytest.raises(ValueError, match=r"decision 1: .*; decision 2: "):
        project.decide("different", "Серго Берия", "Нина Гегечкори", by="Olena")


def test_who_was_told_apart_is_not_joined_again_by_a_person(project: Project, beria: Reading) -> None:
    project.store.put(beria, "print")
    project.decide("different", "Серго Берия", "Нина Гегечкори", by="Olena")
    with pytest.raises(
        ValueError, match=r"contradicts .*decision 1: “Серго Берия” and “Нина Гегечкори” are not one"
    ):
        project.decide("same", "Серго Берия", "Нина Гегечкори", by="Taras")


def test_a_fuller_name_of_the_person_who_is_taken_off_counts(project: Project, one_referent: Make) -> None:
    text = ("Нина Гегечкори вышла замуж.", "Серго Берия, то есть Серго Лаврентьевич Берия, стал инженером.")
    names = ("Нина Гегечкори", "Серго Берия", "Серго Лаврентьевич Берия")
    project.store.put(one_referent("beria", text, "nina", names), "print")
    project.reconcile()
    with pytest.raises(ValueError, match=r"gives a fuller name \(Серго Лаврентьевич Берия\)"):
        project.decide("unknown", "Серго Берия", by="Olena")


def test_a_predecessor_and_his_namesake_in_office_are_each_their_own(project: Project, one_referent: Make) -> None:
    text = ("Lev Kamenev was succeeded by Sergei Kamenev.",)
    reading = one_referent("soviet", text, "k", ("Lev Kamenev", "Sergei Kamenev"))
    both = tuple(mention.id for mention in reading.mentions)
    post = Tenure("soviet", "soviet/k", "chairman", successor="soviet/k", passage=(0, 44), evidence=both)
    project.store.put(replace(reading, tenures=(post,)), "print")
    project.decide("different", "Lev Kamenev", "Sergei Kamenev", by="Olena")
    project.reconcile()
    name_of = {one.id: one.name for one in project.store.referents()}
    assert [(name_of[one.holder], name_of[one.successor]) for one in project.store.tenures()] == [
        ("Lev Kamenev", "Sergei Kamenev")
    ]


def test_whoever_appoints_a_namesake_is_another_than_the_appointed(project: Project, one_referent: Make) -> None:
    text = ("Lev Kamenev was appointed by Sergei Kamenev.",)
    reading = one_referent("soviet", text, "k", ("Lev Kamenev", "Sergei Kamenev"))
    both = tuple(mention.id for mention in reading.mentions)
    post = Tenure("soviet", "soviet/k", "envoy", passage=(0, 44), evidence=both, appointer="soviet/k")
    project.store.put(replace(reading, tenures=(post,)), "print")
    project.decide("different", "Lev Kamenev", "Sergei Kamenev", by="Olena")
    project.reconcile()
    name_of = {one.id: one.name for one in project.store.referents()}
    assert [(name_of[one.holder], name_of[one.appointer]) for one in project.store.tenures()] == [
        ("Lev Kamenev", "Sergei Kamenev")
    ]


def test_other_kinds_of_things_are_divided_too(project: Project, make_reading: Make) -> None:
    names = dict.fromkeys(("ДПУ УСРР", "НКВС УРСР"), (Label.ORG, "police"))
    sentences = ("ДПУ УСРР діяло до 1934 року.", "НКВС УРСР діяв після.")
    project.store.put(make_reading("police", [(BlockKind.PROSE, sentences)], names), "print")
    project.decide("different", "ДПУ УСРР", "НКВС УРСР", by="Olena")
    project.reconcile()
    assert {card.variants for card in project.store.entities()} == {("ДПУ УСРР",), ("НКВС УРСР",)}
