"""Schemes write what their standards say, and what they write is recognized."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from transliterate import translit

from kartoteka.names import compare_persons
from kartoteka.names.sounds.distance import likeness
from kartoteka.romanization import readings, romanize, schemes
from kartoteka.types import Verdict

UKRAINIAN = (
    "Балицький Скрипник Шаповал Косіор Чубар Любченко Хвильовий Грушевський Петлюра Щербицький Єфремов Затонський "
    "Леплевський Якір Постишев Шумський Волобуєв Чувирін Сухомлин Хатаєвич Дерібас Зозуля Їжакевич"
)
RUSSIAN = (
    "Балицкий Ежов Хрущёв Ягода Каганович Люшков Менжинский Дзержинский Щёлоков Жданов Цюрупа Орджоникидзе Фрунзе "
    "Тухачевский Егоров Шверник Чуйков Юденич Якир Эйхе Хлевнюк Пятаков Подвойский Буденный Рыков"
)
BELARUSIAN = (
    "Чарвякоў Галадзед Жылуновіч Ігнатоўскі Тарашкевіч Луцкевіч Ластоўскі Купала Колас Багдановіч Гарэцкі Шаранговіч "
    "Гікала Цанава Панамарэнка Машэраў Быкаў Караткевіч Дзяржынскі Язвін Эпімах Ермаловіч Сяднёў Няміга Пуцьята"
)
SURNAMES = {"uk": UKRAINIAN.split(), "ru": RUSSIAN.split(), "be": BELARUSIAN.split()}
GIVEN = {
    "uk": ["Микола", "Юрій", "Олексій"],
    "ru": ["Николай", "Юрий", "Алексей"],
    "be": ["Мікалай", "Юрый", "Аляксей"],
}
READ_BACK = {
    "uk": ["Шаповал", "Скрипник", "Ворона"],
    "ru": ["Шаповал", "Скрыпник", "Ворона"],
    "be": ["Шапавал", "Варона"],
}


@pytest.mark.parametrize(
    ("scheme", "name", "latin"),
    [
        ("uk-national", "Всеволод Балицький", "Vsevolod Balytskyi"),
        ("uk-national", "Згурський, Їжакевич, Юрій Знам'янко", "Zghurskyi, Yizhakevych, Yurii Znamianko"),
        ("uk-ala-lc", "Балицький", "Balyt͡sʹkyĭ"),
        ("uk-ala-lc-simple", "В. А. Балицький", "V. A. Balyts'kyi"),
        ("uk-bgn-pcgn", "Балицький", "Balyts'kyy"),
        ("uk-scholarly", "Щербицький", "Ščerbyc'kyj"),
        ("uk-iso9", "Балицький", "Balicʹkij"),
        ("uk-german", "Юрій Шаповал", "Jurij Schapowal"),
        ("uk-french", "Юрій Шаповал", "Iouri Chapoval"),
        ("uk-polish", "Всеволод Балицький, Леся Лященко", "Wsewołod Bałycki, Łesia Laszczenko"),
        ("uk-national-1996", "Балицький, Щербак", "Balyts'kyi, Scherbak"),
        ("uk-passport-2004-other", "Балицький", "Balyts'cyi"),
        ("uk-passport-2007", "Юрій Їжак, Гриценко", "Iurii Izhak, Grytsenko"),
        ("uk-british", "Балицький", "Balȳts'kȳĭ"),
        ("uk-dstu-a", "Згурський, Щусь", "Zğursjkyj, Ŝusj"),
        ("uk-dstu-b", "Згурський, Їжак", "Zghursjkyj, Jizhak"),
        ("uk-gost-1971", "Балицький", "Balic'kij"),
        ("uk-gost-1986", "Щербицький", "Ščerbic'kij"),
        ("uk-iso9-1968", "Хвильовий, Їжак", "Chvylʹovyj, Ïžak"),
        ("uk-girodet", "Балицький", "Balytskyy"),
        ("uk-german-sh", "Жадан, Косіор", "Shadan, Kossior"),
        ("uk-english", "Зеленський, Ющенко, Єхануров, Київ", "Zelensky, Yushchenko, Yekhanurov, Kyiv"),
        ("uk-czech", "Зеленський, Шевченко, Тимошенко", "Zelenskyj, Ševčenko, Tymošenko"),
        ("uk-dutch", "Віктор Ющенко, Зеленський", "Viktor Joesjtsjenko, Zelensky"),
        ("uk-hungarian", "Юлія Тимошенко, Зеленський", "Julija Timosenko, Zelenszkij"),
        ("ru-ala-lc-simple", "Юрий Андреев", "Iurii Andreev"),
        ("ru-bgn-pcgn", "Ежов и Андреев", "Yezhov i Andreyev"),
        ("ru-scholarly", "Хрущёв", "Xruščëv"),
        ("ru-iso9", "Щёлоков", "Ŝëlokov"),
        ("ru-gost-b", "Балицкий", "Baliczkij"),
        ("ru-passport", "Подъячев Юрий", "Podieiachev Iurii"),
        ("ru-german", "Николай Ежов, Хрущёв", "Nikolai Jeschow, Chruschtschow"),
        ("ru-french", "Ежов, Чехов, Пушкин", "Iejov, Tchekhov, Pouchkine"),
        ("ru-polish", "Лаврентий Берия, Горький, Пугачёв", "Ławrientij Bierija, Gor´ki, Pugaczow"),
        ("ru-german", "Косиор, Писарев, Новороссийск", "Kossior, Pissarew, Noworossijsk"),
        ("ru-german-sh", "Жданов", "Shdanow"),
        ("ru-iso9-1968", "Хрущёв", "Chruščëv"),
        ("ru-gost-1971", "Хрущёв, Буденный", "Khrushhjov, Budennyjj"),
        ("ru-gost-52535", "Цюрупа", "Tciurupa"),
        ("ru-passport-1997", "Савельев, Юрий", "Savelyev, Yuriy"),
        ("ru-passport-1997-french", "Пушкин, Борисов", "Pouchkine, Borissov"),
        ("ru-passport-2000", "Ельцин, Киселёв", "Yel'tsin, Kiselyev"),
        ("ru-british", "Чайковский, Крылов", "Chaĭkovsky, Krȳlov"),
        ("ru-english", "Ельцин, Горбачёв, Чайковский, Берия", "Yeltsin, Gorbachev, Chaykovsky, Beria"),
        ("ru-polish", "Ильич, Ильин, Афанасьев, Арсеньев", "Iljicz, Iljin, Afanasjew, Arsienjew"),
        ("ru-german", "Ильич, Ильин, Зиновьев", "Iljitsch, Iljin, Sinowjew"),
        ("uk-polish", "Третьяк, Дьяченко, Луньов, Кузьмін", "Tretjak, Djaczenko, Łuniow, Kuźmin"),
        ("uk-french", "Луньов, Третьяк", "Louniov, Tretiak"),
        ("be-polish", "Ільін, Лявонцьеў", "Iljin, Lawoncjeu"),
        ("ru-czech", "Тургенев, Тютчев, Будённый, Ильич", "Turgeněv, Ťutčev, Buďonnyj, Iljič"),
        ("ru-dutch", "Хрущёв, Пушкин, Достоевский", "Chroesjtsjov, Poesjkin, Dostojevski"),
        ("ru-hungarian", "Брежнев, Медведев, Путин, Хрущёв", "Brezsnyev, Medvegyev, Putyin, Hruscsov"),
        ("be-national", "Чарвякоў, Сяднёў", "Čarviakoŭ, Siadnioŭ"),
        ("be-lacinka", "Ластоўскі, Луцкевіч", "Łastoŭski, Łuckievič"),
        ("be-ala-lc", "Жылуновіч", "Z͡hylunovich"),
        ("be-ala-lc-simple", "Юрый Жылуновіч", "Iuryi Zhylunovich"),
        ("be-scholarly", "Чарвякоў", "Čarvjakoŭ"),
        ("be-iso9", "Гарэцкі", "Garèckì"),
        ("be-bgn-pcgn", "Быкаў, Віцебск", "Bykaw, Vitsyebsk"),
        ("be-passport", "Аляксандр Ціханоўскі, Юрый", "Aliaksandr Tsikhanouski, Yuryi"),
        ("be-german", "Васіль Быкаў, Някляеў", "Wassil Bykau, Njakljajeu"),
        ("be-polish", "Святлана Георгіеўна Ціханоўская", "Swiatłana Hieorhijeuna Cichanouska"),
    ],
)
def test_a_scheme_writes_what_its_standard_says(scheme: str, name: str, latin: str) -> None:
    assert romanize(name, scheme) == latin


def test_capitals_follow_the_original() -> None:
    assert romanize("Щербицький ЩЕРБИЦЬКИЙ Щ", "uk-national") == "Shcherbytskyi SHCHERBYTSKYI Shch"


def test_stress_marks_and_letters_put_together_of_two_characters_do_not_part_a_word() -> None:
    assert romanize("Бали́цький, И\u0306ордан", "ru-bgn-pcgn") == romanize("Балицький, Йордан", "ru-bgn-pcgn")


@pytest.mark.parametrize(
    ("text", "scheme", "latin"),
    [
        ("Ежов, Быков", "uk-german", "Eschow, Bykow"),
        ("Їжакевич", "ru-polish", "Jiżakiewicz"),
        ("Їжакевич", "ru-passport", "Izhakevich"),
        ("Быкаў", "ru-passport", "Bykau"),
        ("Щукін", "be-national", "Ščukin"),
        ("Қазақ, Његош, Мѣна", "uk-national", "Kazak, Nehosh, Mena"),
    ],
)
def test_a_letter_that_the_language_lacks_is_written_all_the_same(text: str, scheme: str, latin: str) -> None:
    assert romanize(text, scheme) == latin


def test_latin_and_figures_stay() -> None:
    assert romanize("NKVD, 1937 р.", "uk-national") == "NKVD, 1937 r."


def test_an_unknown_scheme_is_named_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"no scheme 'uk-telegram'. Known: .*uk-national"):
        romanize("Київ", "uk-telegram")


@pytest.mark.parametrize("scheme", sorted(schemes()))
def test_surnames_in_every_scheme_are_judged_the_same_as_their_cyrillic(scheme: str) -> None:
    lang = schemes()[scheme].lang
    missed = []
    for number, surname in enumerate(SURNAMES[lang]):
        name = f"{GIVEN[lang][number % 3]} {surname}"
        if compare_persons(name, romanize(name, scheme)).verdict is not Verdict.SAME:
            missed.append(surname)

    assert missed == []


@pytest.mark.parametrize("lang", ["uk", "ru"])
def test_an_independent_romanization_is_recognized(lang: str) -> None:
    """That of `transliterate`, which leaves ё in Cyrillic."""
    surnames = [s for s in SURNAMES[lang] if "ё" not in s]
    unlike = [s for s in surnames if likeness(translit(s.lower(), lang, reversed=True), s) < 0.8]

    assert unlike == []


@pytest.mark.parametrize("scheme", sorted(schemes()))
def test_a_romanized_surname_is_read_back(scheme: str) -> None:
    for surname in READ_BACK[schemes()[scheme].lang]:
        assert surname in list(readings(romanize(surname, scheme), scheme))


@given(st.text(alphabet="абвгдеклмнопрстухцчшю", min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_every_reading_romanizes_to_the_text(word: str) -> None:
    latin = romanize(word, "uk-national")
    found = list(readings(latin, "uk-national"))

    assert found
    assert all(romanize(reading, "uk-national") == latin for reading in found)


def test_a_spelling_of_another_scheme_has_no_reading() -> None:
    assert list(readings("Schapowal", "uk-national")) == []
