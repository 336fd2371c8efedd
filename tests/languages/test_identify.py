"""The language of a sentence is told reliably, that of a name is the document's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.ingest import read_text
from kartoteka.languages.identify import identify

SENTENCES = [
    ("uk", "Навесні 1933 року секретар обкому виїхав до району."),
    ("uk", "Народний комісаріат освіти УСРР: люди й роки"),
    ("uk", "Листи з фронту до матері та батька"),
    ("ru", "В марте 1937 года его перевели в Куйбышев."),
    ("ru", "Процесс по делу об отравлении скота: следователи и судьи"),
    ("ru", "Председатель Совнаркома приехал из Москвы с докладом."),
    ("ru", "Въ 1917 году онъ былъ избранъ предсѣдателемъ управы."),
    ("en", "She was elected chair of the teachers' union in Kharkiv."),
    ("en", "The Affirmative Action Empire: Nations and Nationalism in the Soviet Union"),
    ("en", "Balyts'kyi, Kosior and Chubar were all members of the Politburo."),
    ("uk-Latn", "Narysy istorii Kharkivs'koho universytetu ta ioho vykladachiv u 1920-kh rokakh"),
    ("uk-Latn", "Tsentral'nyi derzhavnyi arkhiv vyshchykh orhaniv vlady ta upravlinnia Ukraïny"),
    ("ru-Latn", "Rossiiskii gosudarstvennyi arkhiv noveishei istorii i ego fondy"),
    ("ru-Latn", "See N. N., Organy gosudarstvennoi bezopasnosti na Ukraine: Sbornik dokumentov (Moscow, 1999)."),
    ("pl", "Raport polskiego konsula o głodzie na wsi ukraińskiej i o przesiedleniach"),
    ("de", "Die deutsche Botschaft berichtete über die Lage und den Hunger auf dem Lande."),
]


@pytest.mark.parametrize(("lang", "sentence"), SENTENCES)
def test_a_sentence_or_title(lang: str, sentence: str) -> None:
    assert identify(sentence) == lang


@pytest.mark.parametrize("name", ["Казимир Малевич", "Тарас Федорович", "1932–1933"])
@pytest.mark.parametrize("default", ["uk", "ru"])
def test_a_bare_name_takes_the_default(name: str, default: str) -> None:
    assert identify(name, default) == default


def test_a_name_in_latin_letters_is_english_unless_told_otherwise() -> None:
    assert identify("Vsevolod Balytsky") == "en"
    assert identify("Vsevolod Balytsky", "uk") == "en"
    assert identify("f. 1, op. 16", "uk-Latn") == "uk-Latn"


def test_letters_of_one_language_alone_decide_against_the_default() -> None:
    assert identify("Київ", "ru") == "uk"
    assert identify("объявлены", "uk") == "ru"


def test_blocks_of_a_document_have_their_own_languages() -> None:
    """The document has that of most of its body; a language asked for overrules it, letters overrule that."""
    text = (
        "# The files\n\nThe files on the case were opened in the archives of Kyiv after 1991.<sup>1</sup>\n\n"
        "Справу було порушено у 1929 році.<sup>2</sup>\n\n---\n\n<sup>1</sup> See *Narysy z istoriï mista: "
        "liudy, podiï, dzherela* (Kyiv, 1990).\n\n"
        "<sup>2</sup> Там же, с. 4; см. также дело, которое было открыто."
    )
    document = read_text(text, "x")

    assert document.lang == "en"
    assert [block.lang for block in document.blocks] == ["en", "en", "uk", "uk-Latn", "ru"]
    asked = read_text(text, "x", lang="ru")
    assert asked.lang == "ru" and [block.lang for block in asked.blocks][:3] == ["en", "en", "uk"]


@given(st.text(max_size=80), st.sampled_from(["", "en", "uk", "ru"]))
@settings(max_examples=100, deadline=None)
def test_any_text_has_one_of_the_known_tags(text: str, default: str) -> None:
    assert identify(text, default) in {"en", "uk", "ru", "uk-Latn", "ru-Latn", "pl", "de", default}
