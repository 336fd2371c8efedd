"""Each form of text becomes typed blocks that read as a reader reads them."""

from __future__ import annotations

import pytest

from kartoteka.ingest import read_text
from kartoteka.types import Document


def shown(document: Document) -> list[tuple[str, str, str]]:
    return [(block.kind, block.key, document.reading(block)) for block in document.blocks]


MARKDOWN = """# The Commissars of Education

*Olena Shevchenko*

Mykola **Skrypnyk** replaced _Oleksandr Shumsky_ in 1927.[^1] See [the decree](https://example.org/d "D").

> The school is
> the front.
>
> So he said.

- Kharkiv was the capital.
* Kyiv became it in 1934.

| Name | From | To |
|------|------|----|
| Hrynko | 1920 | 1922 |

## Further reading

- Martin, T. *The Affirmative Action Empire*. Ithaca, 2001.

[^1]: TsDAHOU, f. 1, op. 20.
"""


def test_markdown() -> None:
    document = read_text(MARKDOWN, "x")

    assert document.meta["form"] == "plain"
    assert (document.title, document.meta["author"]) == ("The Commissars of Education", "Olena Shevchenko")
    assert shown(document) == [
        ("heading", "1", "The Commissars of Education"),
        ("prose", "", "Olena Shevchenko"),
        ("prose", "", "Mykola Skrypnyk replaced Oleksandr Shumsky in 1927. See the decree."),
        ("quote", "", "The school is\nthe front."),
        ("quote", "", "So he said."),
        ("prose", "", "Kharkiv was the capital."),
        ("prose", "", "Kyiv became it in 1934."),
        ("table", "", "Name | From | To"),
        ("table", "Name | From | To", "Hrynko | 1920 | 1922"),
        ("heading", "2", "Further reading"),
        ("bibliography", "", "Martin, T. The Affirmative Action Empire. Ithaca, 2001."),
        ("note", "1", "TsDAHOU, f. 1, op. 20."),
    ]


def test_hard_wrapped_lines_are_one_paragraph_and_cut_words_are_mended() -> None:
    """A hyphen stays in a name, in a compound that the text writes elsewhere, between figures."""
    text = (
        "У грудні 1932 року до Харкова прибув особливий уповнова-\n"
        "жений ОДПУ. У Івано-\nФранківську про це не знали, а будь-\nякий "
        "хлібозаготівельник знав. Суспільно-політичне життя, суспільно-\nполітичне слово.\n"
    )
    document = read_text(text, "x", "uk")

    assert document.reading(document.blocks[0]) == (
        "У грудні 1932 року до Харкова прибув особливий уповноважений ОДПУ. У Івано-Франківську про це не знали, "
        "а будь-який хлібозаготівельник знав. Суспільно-політичне життя, суспільно-політичне слово."
    )


def test_a_line_is_a_paragraph_where_the_text_is_not_wrapped() -> None:
    """A caption of one name does not run into the sentence under it."""
    long = "Старожилы не могли вспомнить, кто тогда ведал школами, " * 5
    document = read_text(f"Влас Чубарь\n{long.strip()}.\nСоветник ничего не сказал.", "x")

    assert [text.split()[0] for _, _, text in shown(document)] == ["Влас", "Старожилы", "Советник"]


def test_markers_of_notes_are_no_text_but_editors_brackets_are() -> None:
    text = "He left in 1934.[9][10] On 2[8] June O[leksandr] Shumsky[a] wrote¹ of 5 м² of land; 3 * 4 = 12."
    document = read_text(text, "x")

    assert document.reading(document.blocks[0]) == (
        "He left in 1934. On 2[8] June O[leksandr] Shumsky wrote of 5 м² of land; 3 * 4 = 12."
    )


WIKI = """= Панас Любченко =

Панас Любченко
- Посада: Голова Раднаркому УСРР
- Початок терміну: 28 квітня 1934
- Наступник2:

Любченко очолив уряд у 1934 році.

== Родина ==
Його брат Микола був письменником.

== Джерела ==
* Шаповал Ю. Людина і система. Київ, 1994.

=== Архіви ===
ЦДАГО України, ф. 1.

== Примітки ==
1. Там само.
"""


def test_wiki_text() -> None:
    document = read_text(WIKI, "x")

    assert (document.meta["form"], document.title, document.lang) == ("wiki", "Панас Любченко", "uk")
    assert shown(document) == [
        ("heading", "1", "Панас Любченко"),
        ("infobox", "Name", "Панас Любченко"),
        ("infobox", "Посада", "Голова Раднаркому УСРР"),
        ("infobox", "Початок терміну", "28 квітня 1934"),
        ("prose", "", "Любченко очолив уряд у 1934 році."),
        ("heading", "2", "Родина"),
        ("prose", "", "Його брат Микола був письменником."),
        ("heading", "2", "Джерела"),
        ("bibliography", "", "Шаповал Ю. Людина і система. Київ, 1994."),
        ("heading", "3", "Архіви"),
        ("bibliography", "", "ЦДАГО України, ф. 1."),
        ("heading", "2", "Примітки"),
        ("note", "1", "Там само."),
    ]


def test_an_infobox_of_strokes() -> None:
    """A line in bold is the key of the line under it."""
    text = (
        "Vlas Chubar   \n---   \nHead of government   \n**In office**   \n1923–1934   \n"
        "Preceded by| Christian Rakovsky   \nSucceeded by| Panas Liubchenko   \nBorn| 1891   \n\nHe was shot."
    )
    document = read_text(text, "x")

    assert shown(document) == [
        ("heading", "2", "Vlas Chubar"),
        ("infobox", "", "Head of government"),
        ("infobox", "In office", "1923–1934"),
        ("infobox", "Preceded by", "Christian Rakovsky"),
        ("infobox", "Succeeded by", "Panas Liubchenko"),
        ("infobox", "Born", "1891"),
        ("prose", "", "He was shot."),
    ]


def test_columns_under_dashes_are_a_row_each() -> None:
    text = (
        "  Name              Term of Office\n  ----------------- ----------------\n"
        "  Emanuel Kviring   1923–1925\n  Lazar Kaganovich  1925–1928\n"
    )
    document = read_text(text, "x")

    assert shown(document)[1:] == [
        ("table", "Name | Term of Office", "Emanuel Kviring   1923–1925"),
        ("table", "Name | Term of Office", "Lazar Kaganovich  1925–1928"),
    ]


MEDIAWIKI = """{{Short description|Politician}}
{{Infobox officeholder
| name = Panas Liubchenko
| image = L.jpg
| office = Chairman of the [[Council of People's Commissars (Ukraine)|Radnarkom]]
| term_start2 = {{start date|1934|4|28}}
| term_end = 30 August 1937<ref>Archive, f. 1.</ref>
| party = [[Borotbists]] (1918)<br />[[CP(b)U]] (1920)
}}
'''Panas Liubchenko''' ({{lang-uk|Панас Любченко}}) was a politician.<ref name="a">{{cite book |last=Mace
|title=Communism}}</ref> He<!-- a comment --> led the ''government''.

[[File:Foo.jpg|thumb|In [[Kyiv]]]]
{| class="wikitable"
|+ Posts
! Post !! From
|-
| Secretary || 1927
|-
| style="x" | Premier
| 1934
|}

== Career ==
* In 1921 he headed the [[Kyiv]] committee.{{citation needed|date=May 2020}}

[[Category:Politicians]]
"""


def test_mediawiki_source() -> None:
    document = read_text(MEDIAWIKI, "x")

    assert (document.meta["form"], document.title) == ("mediawiki", "Panas Liubchenko")
    assert shown(document) == [
        ("infobox", "name", "Panas Liubchenko"),
        ("infobox", "office", "Chairman of the Radnarkom"),
        ("infobox", "term_start2", "1934|4|28"),
        ("infobox", "term_end", "30 August 1937"),
        ("note", "", "Archive, f. 1."),
        ("infobox", "party", "Borotbists (1918)"),
        ("infobox", "party", "CP(b)U (1920)"),
        ("prose", "", "Panas Liubchenko (Панас Любченко) was a politician. He led the government."),
        ("note", "", "Mace\nCommunism"),
        ("table", "", "Post !! From"),
        ("table", "Post | From", "Secretary || 1927"),
        ("table", "Post | From", "Premier\n1934"),
        ("heading", "2", "Career"),
        ("prose", "", "In 1921 he headed the Kyiv committee."),
    ]


@pytest.mark.parametrize("deep", ["{{a|" * 5000, "[[" * 5000, "{{" * 20_000 + "x" + "}}" * 20_000])
def test_endless_nesting_is_read_as_plain_text(deep: str) -> None:
    assert read_text("[[a]] [[b]] [[c]] {{d}} " + deep, "x").meta["form"] != "mediawiki"


def test_a_title_is_a_heading_near_the_start_a_short_first_line_or_the_name_given() -> None:
    assert read_text("Станіслав Реденс\n\nПерший абзац про нього. Він довгий.", "x").title == "Станіслав Реденс"
    assert read_text("He was appointed.\n\nThe Famine\n\nIt began.\n\nIt went on.", "x", title="p").title == "p"
    assert read_text("A sentence is no title.", "a/b.txt").title == "a/b.txt"


def test_a_blank_text_and_an_unknown_language_are_refused() -> None:
    with pytest.raises(ValueError, match="x: there is no text"):
        read_text(" \n", "x")
    with pytest.raises(ValueError, match="no language 'fr'"):
        read_text("Texte", "x", "fr")


def test_stress_marks_are_read_over_and_stay_in_the_source() -> None:
    text = "Мико\u0301ла Олексі\u0301йович Скри\u0301пник (1872—1933) — діяч, що був наркомом освіти."
    document = read_text(text, "skrypnyk")
    (block,) = document.blocks
    assert document.reading(block).startswith("Микола Олексійович Скрипник")
    start, end = block.source(0, len("Микола"))
    assert document.text[start:end] == "Мико\u0301ла"
