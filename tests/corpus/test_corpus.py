"""The sample corpus is what its README says it is, and its gold annotation fits the texts."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from edtf_validate.valid_edtf import is_valid

from kartoteka.types import Label

CORPUS = Path(__file__).parents[2] / "corpus"
TEXTS = sorted(p.relative_to(CORPUS / "texts").as_posix() for p in (CORPUS / "texts").glob("*/*"))
GOLD = sorted((CORPUS / "gold").glob("*.json"))
PASSAGES = [
    path for folder in ("passages", "reconciliation") for path in sorted((CORPUS / folder).glob("*/*.json"))
]
LANGUAGES = ("en", "uk", "ru")
FORMS = {"plain", "Markdown", "wiki", "MediaWiki", "scholarly"}
MARKS = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16": b"\xff\xfe"}
Gold = dict[str, Any]


def readme_rows() -> dict[str, dict[str, str]]:
    """The README's table, by file."""
    columns = ("file", "language", "form", "encoding", "gold", "exercises")
    rows = {}
    for line in (CORPUS / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.match(r"\| \w\w/", line):
            rows[cells[0]] = dict(zip(columns, cells, strict=True))
    return rows


ROWS = readme_rows()


def decoded(name: str) -> str:
    return (CORPUS / "texts" / name).read_bytes().decode(ROWS[name]["encoding"])


def load(path: Path) -> Gold:
    gold: Gold = json.loads(path.read_text(encoding="utf-8"))
    return gold


def test_the_readme_lists_every_article_and_no_other() -> None:
    assert sorted(ROWS) == TEXTS


def test_there_are_twelve_articles_and_four_in_each_language() -> None:
    assert len(TEXTS) >= 12
    for lang in LANGUAGES:
        assert sum(name.startswith(f"{lang}/") for name in TEXTS) >= 4
    assert all(row["language"] == name[:2] for name, row in ROWS.items())


def test_every_form_occurs() -> None:
    assert {row["form"] for row in ROWS.values()} == FORMS


@pytest.mark.parametrize("name", TEXTS)
def test_an_article_has_300_to_900_words(name: str) -> None:
    assert 300 <= len(decoded(name).split()) <= 900


@pytest.mark.parametrize("name", TEXTS)
def test_an_article_is_stored_in_the_encoding_that_the_readme_names(name: str) -> None:
    raw, encoding = (CORPUS / "texts" / name).read_bytes(), ROWS[name]["encoding"]
    mark = MARKS.get(encoding, b"")
    assert raw.startswith(mark)
    assert mark or not raw.startswith(tuple(MARKS.values()))
    if encoding in ("cp1251", "koi8-u"):
        with pytest.raises(UnicodeDecodeError):
            raw.decode("utf-8")
    assert decoded(name).encode(encoding) == raw


def test_the_four_hard_encodings_occur() -> None:
    assert {"cp1251", "koi8-u", "utf-16", "utf-8-sig"} <= {row["encoding"] for row in ROWS.values()}


@pytest.mark.parametrize("name", TEXTS)
def test_an_article_is_in_its_language(name: str) -> None:
    """A wrong encoding would turn Ukrainian letters into signs or into letters of no language."""
    text = decoded(name).lower()
    cyrillic = sum("а" <= c <= "я" or c in "ёіїєґ" for c in text)
    latin = sum("a" <= c <= "z" for c in text)
    if name.startswith("en/"):
        assert latin > 10 * cyrillic
    else:
        assert cyrillic > 3 * latin
        own, foreign = ("іїє", "ыэъ") if name.startswith("uk/") else ("ыэъ", "іїє")
        assert sum(map(text.count, own)) > sum(map(text.count, foreign))
    assert not any(unicodedata.category(c) in ("Co", "Cn") or c == "\N{REPLACEMENT CHARACTER}" for c in text)


def test_look_alikes_apostrophes_and_no_break_spaces_occur() -> None:
    everything = "\n".join(map(decoded, TEXTS))
    assert re.search("[a-z]{2}[а-яіїє][a-z]", everything)
    assert re.search("[а-яіїє]{2}[a-z][а-яіїє]", everything)
    assert all(word in everything for word in ("м’яс", "В'ячеслав", "People’s", "Shums'kyi"))
    assert "В.\N{NO-BREAK SPACE}А." in everything


@pytest.mark.parametrize("name", [name for name in TEXTS if ROWS[name]["form"] == "scholarly"])
def test_a_scholarly_article_has_notes_pages_and_words_cut_at_line_ends(name: str) -> None:
    text = decoded(name)
    assert set(re.findall(r"<sup>(\d+)</sup> ", text)) <= set(re.findall(r"\S<sup>(\d+)</sup>", text))
    assert len(re.findall(r"^---$", text, re.MULTILINE)) >= 3
    assert re.search(r"\w-\n\w", text)
    assert re.search(r"^(\d{2,3} {4}.+|.+ {4}\d{2,3})$", text, re.MULTILINE)


def test_the_gold_covers_the_articles_that_the_readme_says() -> None:
    assert {load(path)["doc"] for path in GOLD} == {name for name, row in ROWS.items() if row["gold"]}
    assert {load(path)["lang"] for path in GOLD} == set(LANGUAGES)


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_the_passage_stands_in_the_article(path: Path) -> None:
    gold = load(path)
    assert gold["text"] == decoded(gold["doc"])[gold["start"] : gold["end"]]
    assert len(gold["text"]) >= 1500


@pytest.mark.parametrize("path", [*GOLD, *PASSAGES], ids=[path.stem for path in [*GOLD, *PASSAGES]])
class TestGold:
    """One annotated article."""

    def test_every_offset_slices_back_without_blanks_at_the_ends(self, path: Path) -> None:
        gold = load(path)
        for mention in gold["mentions"]:
            assert (
                gold["text"][mention["start"] : mention["end"]] == mention["text"] == mention["text"].strip() != ""
            )

    def test_mentions_nest_and_never_cross(self, path: Path) -> None:
        mentions = load(path)["mentions"]
        for left, right in itertools.combinations(mentions, 2):
            assert not left["start"] < right["start"] < left["end"] < right["end"]
        for mention in mentions:
            around = [m for m in mentions if m["start"] <= mention["start"] and mention["end"] <= m["end"]]
            assert mention["depth"] == len(around) - 1

    def test_labels_and_entities_are_known(self, path: Path) -> None:
        for mention in load(path)["mentions"]:
            assert mention["label"] in set(Label)
            assert mention["entity"].partition(":")[0] == mention["label"].lower()

    def test_dates_have_edtf_values_and_nothing_else_has(self, path: Path) -> None:
        for mention in load(path)["mentions"]:
            assert ("edtf" in mention) == (mention["label"] == Label.DATE)
            assert all(is_valid(mention[key]) for key in ("edtf", "interval") if key in mention)

    def test_persons_have_their_nominative_where_names_are_inflected(self, path: Path) -> None:
        gold = load(path)
        persons = [m for m in gold["mentions"] if m["label"] == Label.PERSON]
        assert all(("lemma" in m) == (gold["lang"] != "en") for m in persons)

    def test_tenures_name_people_offices_and_valid_dates(self, path: Path) -> None:
        gold = load(path)
        entities = {m["entity"] for m in gold["mentions"]}
        for tenure in gold["tenures"]:
            named = {tenure[key] for key in ("person", "org", "predecessor", "successor")} - {None}
            assert tenure["person"] and named <= entities
            assert isinstance(tenure["office"] or tenure.get("office_inferred"), str)
            assert all(tenure[key] is None or is_valid(tenure[key]) for key in ("start", "end"))


def test_an_entity_keeps_its_label_over_all_the_gold() -> None:
    labels: dict[str, set[str]] = {}
    for mention in itertools.chain.from_iterable(load(path)["mentions"] for path in [*GOLD, *PASSAGES]):
        labels.setdefault(mention["entity"], set()).add(mention["label"])
    assert all(len(kinds) == 1 for kinds in labels.values())
    assert "person:vsevolod_balytsky" in labels
