"""The store keeps what it is given: unchanged, whole, and for as long as it is wanted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kartoteka.store import Store
from kartoteka.types import (
    Block,
    BlockKind,
    Decision,
    Document,
    Entity,
    Judgement,
    Label,
    Mention,
    Modality,
    Reading,
    Reason,
    Referent,
    Ruling,
    Side,
    Tenure,
    TimeSpan,
    Verdict,
)

TEXT = (
    "Всеволод Балицький\n\n"
    "In 1931 Balyts'kyi left Kharkiv for Moscow. [12] He came back\n--- 7 ---\nin February 1933."
)
SINCE = TimeSpan("1931", "1931/..", "1931-01-01", None, "circa", "gregorian", "anchor", "5 May 1931")


def a_mention(
    text: str, label: Label, block: int, value: TimeSpan | None = None, document: str = "a.txt"
) -> Mention:
    start = TEXT.index(text)
    return Mention(document, start, start + len(text), text, label, text, "by hand", block, block, value)


@pytest.fixture
def reading() -> Reading:
    start = TEXT.index("In 1931")
    blocks = (
        Block(BlockKind.HEADING, ((0, 18),), "1", "uk"),
        Block(BlockKind.PROSE, ((start, TEXT.index(" [12]")), (TEXT.index(" He"), TEXT.index("--- 7")))),
        Block(BlockKind.NOTE, (), "3"),
    )
    document = Document(
        "a.txt", "Балицький", "en", TEXT, blocks, "/texts/a.txt", {"author": "Шаповал", "year": "2002"}
    )
    mentions = (
        a_mention("Всеволод Балицький", Label.PERSON, 0),
        a_mention("Balyts'kyi", Label.PERSON, 1),
        a_mention("Kharkiv", Label.PLACE, 1),
        a_mention("1931", Label.DATE, 1, SINCE),
    )
    referents = (
        Referent(
            "r-1",
            "a.txt",
            Label.PERSON,
            mentions[0].text,
            ("Всеволод Балицький", "Balyts'kyi"),
            (mentions[0].id, mentions[1].id),
            "uk",
        ),
        Referent("r-2", "a.txt", Label.PLACE, "Kharkiv", ("Kharkiv",), (mentions[2].id,)),
    )
    tenures = (
        Tenure(
            "a.txt",
            "r-1",
            "head",
            place="r-2",
            start=SINCE,
            acting=True,
            modality=Modality.PROPOSED,
            inferred=True,
            attested=SINCE,
            further=((3, 9),),
            appointer="r-2",
        ),
        Tenure(
            "a.txt", "", "chief", end=SINCE, source=BlockKind.INFOBOX, passage=(3, 9), evidence=(mentions[1].id,)
        ),
    )
    return Reading(document, mentions, referents, tenures)


def rows(store: Store) -> list[tuple[object, ...]]:
    """Every row of every table, to see that nothing at all has changed."""
    connection = store._connection
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return [(table, *row) for table in sorted(tables) for row in connection.execute(f"SELECT * FROM {table}")]


def cards() -> list[Entity]:
    names = ("Всеволод Балицький", "Balyts'kyi")
    return [
        Entity("person-1", Label.PERSON, "Всеволод Балицький", names, ("r-1",), 2, 1),
        Entity("place-1", Label.PLACE, "Kharkiv", ("Kharkiv",), ("r-2",), 1, 1),
    ]


def test_everything_of_a_reading_comes_back_equal(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    assert store.document("a.txt") == reading.document
    assert list(store.documents()) == [reading.document]
    assert tuple(store.mentions()) == tuple(store.mentions("a.txt")) == reading.mentions
    assert tuple(store.referents()) == reading.referents
    assert list(store.referents(Label.PLACE)) == [reading.referents[1]]
    assert tuple(store.tenures()) == reading.tenures


def test_a_document_is_known_by_its_fingerprint_alone(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    assert store.known("a.txt", "print")
    assert not store.known("a.txt", "another")
    assert not store.known("b.txt", "print")


def test_the_same_content_again_leaves_every_row_as_it_was(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    store.set_resolution((), cards())
    before = rows(store)
    store.put(reading, "print")
    assert rows(store) == before
    store.put(reading, "rules of next year")
    assert store.known("a.txt", "rules of next year")
    assert list(store.entities()) == cards()


def test_a_changed_document_replaces_its_reading_and_keeps_the_cards_that_still_stand(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    store.set_resolution((), cards())
    document = replace(reading.document, title="Balyts'kyi", meta={})
    changed = Reading(document, reading.mentions[:2], reading.referents[:1])
    store.put(changed, "new print")
    assert store.document("a.txt") == document
    assert tuple(store.mentions()) == changed.mentions
    assert list(store.tenures()) == []
    assert store.entity_of() == {"r-1": "person-1"}
    assert [entity.id for entity in store.entities()] == ["person-1"]
    assert [passage.document for passage in store.search("балицький")] == ["a.txt"]


def test_a_removed_document_takes_all_that_was_read_in_it(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    store.set_resolution((), cards())
    store.remove("a.txt")
    assert set(store.counts().values()) == {0}
    assert list(store.search("Kharkiv")) == []
    with pytest.raises(LookupError, match=r"'a\.txt'"):
        store.remove("a.txt")


def test_unknown_documents_and_cards_are_named() -> None:
    store = Store()
    with pytest.raises(LookupError, match="nowhere"):
        store.document("nowhere")
    with pytest.raises(LookupError, match="nobody"):
        store.entity("nobody")


def test_a_reading_that_does_not_hold_together_is_refused_whole(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    before = rows(store)
    mention, referent = reading.mentions[1], reading.referents[0]
    wrong = {
        "not the text at its place": replace(reading, mentions=(replace(mention, text="Balytsky"),)),
        "occurs 2 times": replace(reading, mentions=(*reading.mentions, mention)),
        "stands in no block": replace(reading, mentions=(replace(mention, block=3),)),
        "belongs to the document": replace(reading, mentions=(replace(mention, document="b.txt"),)),
        "which the reading does not hold": replace(reading, mentions=reading.mentions[:1]),
        "names r-9": replace(reading, tenures=(replace(reading.tenures[0], holder="r-9"),)),
        "referent id r-1": replace(reading, referents=(referent, referent)),
    }
    for words, case in wrong.items():
        with pytest.raises(ValueError, match=rf"a\.txt.*{words}"):
            store.put(case, "other")
    assert rows(store) == before


def test_a_referent_id_belongs_to_one_document(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    other = Document("b.txt", "", "en", TEXT, (Block(BlockKind.PROSE, ((0, len(TEXT)),)),))
    mention = a_mention("Kharkiv", Label.PLACE, 0, document="b.txt")
    referent = Referent("r-2", "b.txt", Label.PLACE, "Kharkiv", ("Kharkiv",), (mention.id,))
    with pytest.raises(ValueError, match=r"r-2 is already one of a\.txt"):
        store.put(Reading(other, (mention,), (referent,)), "print")
    assert [document.id for document in store.documents()] == ["a.txt"]


def test_cards_come_back_in_order_and_stand_on_known_referents(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    store.set_resolution((), reversed(cards()))
    assert list(store.entities()) == cards()
    assert list(store.entities(Label.PLACE)) == cards()[1:]
    assert store.entity("person-1") == cards()[0]
    with pytest.raises(ValueError, match="r-7"):
        store.set_resolution((), [replace(cards()[0], referents=("r-7",))])
    with pytest.raises(ValueError, match="two cards, person-1 and person-2"):
        store.set_resolution((), [cards()[0], replace(cards()[0], id="person-2")])
    assert list(store.entities()) == cards()


def test_every_mention_is_told_with_its_block_and_card(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    store.set_resolution((), cards())
    told = [(mention.text, kind.value, entity) for mention, kind, entity in store.attributed_mentions()]
    assert told == [
        ("Всеволод Балицький", "heading", "person-1"),
        ("1931", "prose", ""),
        ("Balyts'kyi", "prose", "person-1"),
        ("Kharkiv", "prose", "place-1"),
    ]


def test_decisions_are_numbered_dated_and_survive_undoing_and_rereading(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    balytsky = Side("Всеволод Балицький", "a.txt", (("a.txt", "Всеволода Балицького"),))
    made = [
        Decision(Ruling.DIFFERENT, Label.PERSON, (balytsky, Side("Redens")), "Olena", "так у Шаповала", "Kharkiv"),
        Decision(Ruling.UNKNOWN, Label.PERSON, (Side("Ivanov"),), "Olena"),
    ]
    first, second = store.decide(*made)
    store.undo(first)
    store.remove("a.txt")
    listed = list(store.decisions())
    assert [(one.number, bool(one.undone)) for one in listed] == [(first, True), (second, False)]
    assert [replace(one, number=0, made="", undone="") for one in listed] == made
    assert all(one.made.endswith("Z") for one in listed)
    for number in (first, 99):
        with pytest.raises(LookupError, match=str(number)):
            store.undo(second, number)
    assert not list(store.decisions())[1].undone


def test_the_machine_replaces_its_own_judgements_and_never_a_persons(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    machine = Judgement("r-1", "r-2", Verdict.UNSURE, 0.4, "machine", (Reason("surname", 0.4, "y/i"),))
    person = Decision(Ruling.DIFFERENT, Label.PERSON, (Side("Balytsky"), Side("Redens")), "Olena")
    store.set_resolution([machine], ())
    store.decide(person)
    assert list(store.judgements()) == [machine]
    store.set_resolution((), ())
    assert list(store.judgements()) == []
    assert len(list(store.decisions())) == 1
    with pytest.raises(ValueError, match="r-5"):
        store.set_resolution([machine, replace(machine, left="r-5")], ())


def test_what_is_ignored_is_in_no_list_and_its_terms_are_none(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    place, bare = reading.mentions[2].id, reading.mentions[1].id
    store.set_resolution((), cards()[:1], [place, bare])
    assert [mention.text for mention, _, _ in store.attributed_mentions()] == ["Всеволод Балицький", "1931"]
    assert [(tenure.office, tenure.place) for tenure in store.tenures()] == [("head", ""), ("chief", "")]
    assert [tenure.appointer for tenure in store.tenures()] == ["", ""]
    assert tuple(store.tenures(whole=True)) == reading.tenures
    store.set_resolution((), cards()[1:], [bare, reading.mentions[0].id])
    assert [tenure.office for tenure in store.tenures()] == ["chief"]
    assert store.appearances(frozenset(Label)).start.tolist() == [reading.mentions[2].start]
    store.set_resolution((), cards())
    assert tuple(store.tenures()) == reading.tenures


def test_search_finds_words_whatever_their_apostrophe_accent_or_syntax(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    quoted = "In 1931 Balyts'kyi left Kharkiv for Moscow."
    for query in ("Balyts'kyi", "balyts’kyi", "KHARKIV moscow", '"left Kharkiv"', "Mosc*", "Khárkiv"):
        assert [passage.text for passage in store.search(query)] == [quoted], query
    for query in ("", "  ", '"', "NEAR(", "Kharkiv: AND (", "nothing", "\0"):
        assert list(store.search(query)) == [], query


def test_a_found_passage_is_verbatim_across_a_page_break(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    (passage,) = store.search("Kharkiv")
    assert TEXT[passage.start : passage.end] == passage.text


def test_counts_say_how_much_there_is(reading: Reading) -> None:
    store = Store()
    store.put(reading, "print")
    store.set_resolution((), cards())
    store.decide(Decision(Ruling.IGNORE, Label.PLACE, (Side("Kharkiv"),), "Olena"))
    assert store.counts() == {
        "documents": 1,
        "words": 2 + 10,
        "mentions": 4,
        "referents": 2,
        "tenures": 2,
        "entities": 2,
        "spellings": 3,
        "decisions": 1,
    }
