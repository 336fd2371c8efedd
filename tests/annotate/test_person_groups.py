"""Who is meant by a part of a name: by what the text has told before it, and by the words beside it."""

from __future__ import annotations

import re

from kartoteka.annotate import annotate
from kartoteka.annotate.person_groups import gather_persons
from kartoteka.annotate.referents import find_referents
from kartoteka.ingest import read_text
from kartoteka.types import Document, Label, Mention

MARKED = re.compile(r"\[([^\]|]+)(?:\|([^\]]+))?\]")


def marked(text: str, lang: str) -> tuple[Document, list[Mention]]:
    """A text and its persons, who stand in square brackets: as written, then in the nominative where that differs."""
    mentions: list[Mention] = []
    plain, last = "", 0
    for match in MARKED.finditer(text):
        plain += text[last : match.start()]
        start, written = len(plain), match[1]
        plain += written
        last = match.end()
        name = match[2] or written
        mentions.append(Mention("d", start, len(plain), written, Label.PERSON, name, "test", 0, 0))
    return read_text(plain + text[last:], "d", lang=lang), mentions


def groups(text: str, lang: str = "en") -> list[list[str]]:
    """The persons of a marked text, each as what the text calls them, in its order."""
    gathered = gather_persons(*marked(text, lang))
    return sorted([m.text for m in sorted(group, key=lambda m: m.start)] for group in gathered)


def together(text: str, lang: str, *written: str) -> bool:
    """Whether one group is exactly what is written."""
    return [*written] in groups(text, lang)


def test_given_name_and_patronymic_are_those_of_the_person_with_these_initials() -> None:
    text = (
        "[Grigoriy Moiseyevich Leplevskiy] was a jurist. [Izrail' Moiseyevich] was not. [I. M. Leplevskiy] left."
    )
    assert together(text, "en", "Izrail' Moiseyevich", "I. M. Leplevskiy")
    text = "Решал [Михаил Каганович]. Брат его, [Лазарь Моисеевич], тоже. [Л. М. Каганович] молчал."
    assert together(text, "ru", "Лазарь Моисеевич", "Л. М. Каганович")


def test_a_given_name_with_a_patronymic_that_nobody_has_stays_alone() -> None:
    text = "Писав [Михайло Грушевський]. Першим ректором був [Михайло Максимович]."
    assert len(groups(text, "uk")) == 2


def test_a_surname_before_the_second_bearer_comes_is_the_firsts() -> None:
    text = "[Vsevolod Balytskyi] ruled. [Balytskyi] left. [Antin Balytskyi] taught. [Balytskyi] wept."
    assert groups(text) == [["Antin Balytskyi"], ["Balytskyi"], ["Vsevolod Balytskyi", "Balytskyi"]]


def test_a_surname_may_be_that_of_a_child_who_goes_without_one() -> None:
    text = "Приехал [Григорий Петровский]; сын его, комдив [Леонид Григорьевич], тоже. [Петровский] был доволен."
    assert ["Петровский"] in groups(text, "ru")


def test_an_inflected_surname_that_women_do_not_inflect_is_the_mans() -> None:
    text = "Прибыли [Иона Якир] и [Сарра Лазаревна Якир]. [Якира|Якир] арестовали. [Якир] и дети ждали."
    found = groups(text, "ru")
    assert ["Иона Якир", "Якира"] in found
    assert ["Якир"] in found


def test_a_verb_in_the_past_tells_whose_the_surname_is() -> None:
    text = "Прибыли [Станислав Реденс] и [Анна Реденс]. [Реденс] приказал молчать. [Реденс] уехала."
    assert groups(text, "ru") == [["Анна Реденс", "Реденс"], ["Станислав Реденс", "Реденс"]]


def test_a_wifes_form_of_the_surname_is_not_the_husbands() -> None:
    assert len(groups("[Pavlo Postyšev] came. The attack on [Postyševa] went on.")) == 2
    assert len(groups("Прийшов [Всеволод Балицький]. [Балицька] мовчала.", "uk")) == 2
    assert together("[Ljudmyla Balyc'ka] fled. [Balyc'ka] denied it.", "en", "Ljudmyla Balyc'ka", "Balyc'ka")


def test_a_lady_is_not_the_man_of_the_surname() -> None:
    text = "[Joseph Stalin] spoke. Mme. [Stalin] was dead. [Stalin] left."
    document, mentions = marked(text, "en")
    names = [set(referent.names) for referent in find_referents(document, mentions)]
    assert names == [{"Joseph Stalin", "Stalin"}, {"Mme Stalin"}]


def test_a_nickname_is_that_of_the_only_bearer_of_the_name() -> None:
    assert together("[Станіслав Косіор] приїхав. Казали: [Стах] лютий.", "uk", "Станіслав Косіор", "Стах")
    text = "[Станіслав Косіор] приїхав. [Станіслав Реденс] теж. Казали: [Стах] лютий."
    assert ["Стах"] in groups(text, "uk")


def test_a_given_name_before_its_bearer_is_a_relatives_or_a_nom_de_guerre() -> None:
    text = "Имя [Артёма|Артём] носят шахты. Сын его, [Артём Фёдорович Сергеев], стал артиллеристом."
    assert len(groups(text, "ru")) == 2
    text = "Его брат [Владислав] уехал. Позже [Владислав Косиор] писал из ссылки."
    assert together(text, "ru", "Владислав", "Владислав Косиор")


def test_an_initial_is_read_as_the_text_spells_the_names() -> None:
    text = "Були [Панас Петрович Любченко] й [Аркадій Любченко]. [А. Любченко] дожив до війни."
    assert together(text, "uk", "Аркадій Любченко", "А. Любченко")


def test_a_text_can_tell_two_of_one_name_apart() -> None:
    text = (
        "One folder is on [Mykhailo Vasylovych Rudenko], shot in 1937. The younger [Mykhailo Vasylovych Rudenko] "
        "was chairman in 1950. [M. V. Rudenko] signed."
    )
    assert groups(text) == [["M. V. Rudenko"], ["Mykhailo Vasylovych Rudenko"], ["Mykhailo Vasylovych Rudenko"]]
    text = "[M. Liubchenko] is Mariia. The [M. Liubchenko] whose satires were praised was another person."
    assert len(groups(text)) == 2


def test_monsieur_is_no_initial_beside_other_french_titles() -> None:
    text = "[Vlas Tchubar] came. [M. Tchubar], the Premier, spoke to Mme. [Stalin]."
    names = [referent.names for referent in find_referents(*marked(text, "en"))]
    assert names == [("Vlas Tchubar", "Tchubar"), ("Mme Stalin",)]
    assert len(groups("[Vlas Tchubar] came. [M. Tchubar] spoke.")) == 2


def test_the_word_before_a_surname_tells_whose_it_is() -> None:
    text = "Были [Фёдор Андреевич Сергеев] и [Ф. И. Сергеев], горный инженер. Инженеру [Сергееву|Сергеев] писали."
    assert ["Ф. И. Сергеев", "Сергееву"] in groups(text, "ru")
    text = "Были [Фёдор Андреевич Сергеев] и [А. И. Сергеев], горный инженер. Товарищу [Сергееву|Сергеев] писали."
    assert ["Сергееву"] in groups(text, "ru")


def test_two_surnames_of_one_sound_but_a_letter_are_two_persons_in_one_text() -> None:
    text = "The poet Ivan Lucevič lived in Minsk. The archaeologist Ivan Luckievič died in Zakopane."
    reading = next(annotate([read_text(text, "d", lang="en")]))
    assert {"Ivan Lucevič", "Ivan Luckievič"} <= {r.name for r in reading.referents}


def test_a_namesake_of_somebodys_civil_name_stays_himself() -> None:
    text = "Совнарком вёл Григорий Иванович Старый, настоящая фамилия — Борисов. Инженер Г. А. Борисов арестован."
    reading = next(annotate([read_text(text, "d", lang="ru")]))
    (engineer,) = [r for r in reading.referents if "Г. А. Борисов" in r.names]
    assert "Григорий Иванович Старый" not in engineer.names
