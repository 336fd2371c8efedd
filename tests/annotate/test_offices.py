"""Posts as a historian would underline them: the whole phrase, nothing more, in three languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import kartoteka.annotate.offices  # noqa: F401  (registers the component)
from kartoteka.annotate import findings
from kartoteka.annotate.findings import Finding
from kartoteka.annotate.offices import find_offices
from kartoteka.types import Label


def posts(text: str, lang: str = "en", **named: str) -> list[str]:
    """The posts found, given names by label: org="NKVD|GPU" marks each first occurrence."""
    labels = {"org": Label.ORG, "place": Label.PLACE, "person": Label.PERSON, "date": Label.DATE}
    known = [
        Finding(text.index(name), text.index(name) + len(name), labels[key], "test")
        for key, names in named.items()
        for name in names.split("|")
    ]
    return [text[f.start : f.end] for f in find_offices(text, lang, known)]


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        ("She was deputy chair of the Rada of the UNR.", {"org": "Rada"}, ["deputy chair of the Rada of the UNR"]),
        (
            "They chose a Narkompros chief inspector in Podillia, because …",
            {"org": "Narkompros", "place": "Podillia"},
            ["Narkompros chief inspector in Podillia"],
        ),
        (
            "the Sejm’s permanent representative in Lviv",
            {"org": "Sejm", "place": "Lviv"},
            ["permanent representative in Lviv"],
        ),
        (
            "Black Sea Fleet commander (Sevastopol) Ivan Kozhanov",
            {"org": "Black Sea Fleet", "person": "Ivan Kozhanov"},
            ["Black Sea Fleet commander"],
        ),
        (
            "the Crimea People’s Commissar for Public Health signed it",
            {"place": "Crimea"},
            ["Crimea People’s Commissar for Public Health"],
        ),
        (
            "Quartermaster of Supply 2nd Class of the Artillery Academy",
            {"org": "Artillery Academy"},
            ["Quartermaster of Supply 2nd Class"],
        ),
        ("rector of the KhINO in 1925 again", {"org": "KhINO", "date": "1925"}, ["rector of the KhINO"]),
        (
            "full member of the freshly elected Orgburo in 1924",
            {"org": "Orgburo", "date": "1924"},
            ["full member of the freshly elected Orgburo"],
        ),
        (
            "rector and dean of the Medical Institute",
            {"org": "Medical Institute"},
            ["rector and dean of the Medical Institute"],
        ),
        (
            "secretary of the committee, director of the plant and head of the commission",
            {},
            ["secretary of the committee", "director of the plant", "head of the commission"],
        ),
        (
            "General Secretary (Minister) for Finance in 1917",
            {"date": "1917"},
            ["General Secretary (Minister) for Finance"],
        ),
        ("Prince Konstanty, palatine of Kyiv, and the king", {"place": "Kyiv"}, ["palatine of Kyiv", "king"]),
        (
            "To: Secretary of the Donbas Obkom Comrade Sarkisov, Procurator of Donbas Comrade Ivanov",
            {"org": "Donbas Obkom", "person": "Sarkisov|Ivanov"},
            ["Secretary of the Donbas Obkom", "Procurator of Donbas"],
        ),
        ("the Don ataman and the nazir of trade", {"place": "Don"}, ["Don ataman", "nazir of trade"]),
        ("first secretary of the CP(b)T since 1930", {"org": "CP"}, ["first secretary of the CP(b)T"]),
        ("head of supply in the camp, an assistant for supply", {}, ["head of supply", "assistant for supply"]),
        ("the patriarch of all Rus and the minister of all trades", {}, ["patriarch of all Rus", "minister"]),
        ("Her deputy was Petrenko; deputies came.", {"person": "Petrenko"}, ["deputy"]),
        (
            "chairpersons of the Poltava Revkom, Poltava Duma and Poltava Council in 1920",
            {"org": "Poltava Revkom|Poltava Duma|Poltava Council", "date": "1920"},
            ["chairpersons of the Poltava Revkom, Poltava Duma and Poltava Council"],
        ),
        (
            "Captain of State Security Bondar, commissar of state security 2nd rank",
            {"person": "Bondar"},
            ["Captain of State Security", "commissar of state security 2nd rank"],
        ),
        ("a manager of mines rather than a clerk", {}, ["manager of mines"]),
        ("under Field Marshal Eichhorn, Marshal of the Soviet Union", {}, ["Marshal of the Soviet Union"]),
        ("They expelled Timur Khan and the khan of Khiva.", {"person": "Timur Khan"}, ["khan of Khiva"]),
        ("| Portfolio | Minister | Took office |", {}, []),
        ("| Minister | Ivan Honta |", {"person": "Ivan Honta"}, ["Minister"]),
    ],
)
def test_english_posts_are_whole_phrases(text: str, named: dict[str, str], expected: list[str]) -> None:
    found = posts(text, **named)
    assert [post for post in found if post != "Prince"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "He headed the GPU and led a brigade.",
        "The heads of households and local officials came to the Council of People's Commissars.",
        "A member of the family and a member of the Society of Jesus met the chief reason for it.",
        "The column was led by the head of the column.",
    ],
)
def test_verbs_generic_plurals_and_plain_membership_are_no_posts(text: str) -> None:
    assert posts(text, org="Council of People's Commissars" if "Council" in text else "") in ([], [""])


@pytest.mark.parametrize(
    ("lang", "text", "named", "expected"),
    [
        (
            "uk",
            "його обрано першим секретарем ЦК КП(б)У у січні",
            {"org": "ЦК КП(б)У"},
            ["першим секретарем ЦК КП(б)У"],
        ),
        (
            "uk",
            "нарком внутрішніх справ УСРР Балицький",
            {"person": "Балицький"},
            ["нарком внутрішніх справ УСРР"],
        ),
        (
            "uk",
            "зажив слави уманського полковника й пізніше",
            {},
            ["уманського полковника"],
        ),
        (
            "uk",
            "старший викладач грецької мови в Полтавській семінарії",
            {},
            ["старший викладач грецької мови"],
        ),
        ("uk", "колишній гетьман тоді довго мешкав у Німеччині", {}, ["гетьман"]),
        (
            "uk",
            "начальник обласного управління НКВС підписав наказ",
            {"org": "НКВС"},
            ["начальник обласного управління НКВС"],
        ),
        (
            "ru",
            "заместителем наркома путей сообщения СССР Лившицем",
            {"place": "СССР", "person": "Лившицем"},
            ["заместителем наркома путей сообщения СССР"],
        ),
        (
            "ru",
            "а врио губернатора Крыма Осиповым",
            {"place": "Крыма", "person": "Осиповым"},
            ["врио губернатора Крыма"],
        ),
        (
            "ru",
            "кандидат в члены Политбюро и член профсоюза",
            {"org": "Политбюро"},
            ["кандидат в члены Политбюро"],
        ),
        (
            "ru",
            "инспектор по работе с беспризорниками ОНО «Заря» уехал",
            {"org": "ОНО «Заря»"},
            ["инспектор по работе с беспризорниками ОНО «Заря»"],
        ),
        (
            "ru",
            "начальник отдела по борьбе с бандитизмом с июня служил в Умани",
            {"date": "июня"},
            ["начальник отдела по борьбе с бандитизмом"],
        ),
        ("ru", "секретарь по пропаганде с женой приехал", {}, ["секретарь по пропаганде"]),
        ("uk", "радник зі зв’язків із пресою виступив", {}, ["радник зі зв’язків із пресою"]),
        ("ru", "премьера фильма прошла успешно", {}, []),
        ("ru", "премьера документального фильма", {}, []),
        (
            "ru",
            "заведующим отделом печати ЦК, командующим войсками округа, управляющим делами СНК",
            {"org": "ЦК|СНК"},
            ["заведующим отделом печати ЦК", "командующим войсками округа", "управляющим делами СНК"],
        ),
        (
            "ru",
            "зам. пред. ГПУ УССР и врид. нач. Секр. отд. ОГПУ",
            {"org": "ГПУ УССР|ОГПУ"},
            ["зам. пред. ГПУ УССР", "врид. нач. Секр. отд. ОГПУ"],
        ),
        ("ru", "товарищ министра торговли и товарищ Иванов", {"person": "Иванов"}, ["товарищ министра торговли"]),
        ("ru", "Военный и земский комиссар прибыл", {}, ["Военный и земский комиссар"]),
        ("ru", "выбрали Раевского министром", {}, ["министром"]),
        (
            "ru",
            "главы английской торговой миссии полковника Уорда",
            {"person": "Уорда"},
            ["главы английской торговой миссии"],
        ),
        ("ru", "губернатор штата Техас подписал", {"place": "Техас"}, ["губернатор штата Техас"]),
        (
            "ru",
            "член ЦК КП(б)У, член РКП(б), член Союза художников СССР",
            {"org": "ЦК КП(б)У|РКП(б)|Союза художников СССР"},
            ["член ЦК КП(б)У"],
        ),
        (
            "ru",
            "депутат от Полтавской губернии",
            {"place": "Полтавской губернии"},
            ["депутат от Полтавской губернии"],
        ),
        ("ru", "пароход «Царь Михаил» и «временный правитель»", {}, ["временный правитель"]),
        ("ru", "инспектор по управлению сетью, начальник которой уехал", {}, ["инспектор по управлению сетью"]),
        (
            "ru",
            "исполняющего обязанности прокурора Крыма",
            {"place": "Крыма"},
            ["исполняющего обязанности прокурора Крыма"],
        ),
        ("ru", "глава МИД Дании прибыли не ждал", {"org": "МИД Дании"}, ["глава МИД Дании"]),
        (
            "ru",
            "секретарь Курского обкома и горкома партии",
            {"org": "Курского обкома|горкома"},
            ["секретарь Курского обкома и горкома партии"],
        ),
        ("uk", "посол Литви в Туреччині", {"place": "Литви|Туреччині"}, ["посол Литви в Туреччині"]),
        ("ru", "служил директором; директор ушёл", {}, ["директором"]),
        (
            "uk",
            "завідуючий відділом агітації, суддя Верховного суду",
            {},
            ["завідуючий відділом агітації", "суддя Верховного суду"],
        ),
        ("uk", "уповноважений банк видав уповноваженому ЦК", {"org": "ЦК"}, ["уповноваженому ЦК"]),
        ("uk", "Секретареві райкому тов. Шульзі", {"person": "Шульзі"}, ["Секретареві райкому"]),
        ("uk", "Голові райвиконкому тов. Шульзі", {"org": "райвиконкому тов"}, ["Голові райвиконкому"]),
        ("uk", "співав Тарас Гетьман", {"person": "Тарас Гетьман"}, []),
        ("uk", "указ президента України «Про свято»", {"place": "України"}, ["президента України"]),
        ("uk", "слухач міг забути, вчитель про це знав", {}, []),
        ("uk", "т. в. о. начальника управління", {}, ["т. в. о. начальника управління"]),
    ],
)
def test_ukrainian_and_russian_posts(lang: str, text: str, named: dict[str, str], expected: list[str]) -> None:
    assert posts(text, lang, **named) == expected


@pytest.mark.parametrize(
    ("lang", "text", "named", "expected"),
    [
        ("uk", "староста луцький і воєвода волинський прибули", {}, ["староста луцький", "воєвода волинський"]),
        ("ru", "митрополит Тобольский и всея Сибири", {"place": "Сибири"}, ["митрополит Тобольский"]),
        ("ru", "патриарх Московский и всея Руси", {}, ["патриарх Московский и всея Руси"]),
        ("ru", "епископ Пензенский Иоанн", {"person": "Пензенский Иоанн"}, ["епископ Пензенский"]),
        ("ru", "писарь земский луцкий умер", {}, ["писарь земский луцкий"]),
    ],
)
def test_an_adjective_may_follow_the_title_it_belongs_to(
    lang: str, text: str, named: dict[str, str], expected: list[str]
) -> None:
    assert posts(text, lang, **named) == expected


@pytest.mark.parametrize(
    ("lang", "text", "named", "expected"),
    [
        ("uk", "деканка факультету, згодом проректорка", {}, ["деканка факультету", "проректорка"]),
        ("uk", "заступниці завідувачки кафедри", {}, ["заступниці завідувачки кафедри"]),
        ("ru", "директриса 3-й гимназии", {}, ["директриса 3-й гимназии"]),
        ("ru", "заведующая яслями", {}, ["заведующая яслями"]),
    ],
)
def test_women_hold_posts(lang: str, text: str, named: dict[str, str], expected: list[str]) -> None:
    assert posts(text, lang, **named) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("uk", "екс-голова вийшов, віцеспікер лишився", ["екс-голова", "віцеспікер"]),
        ("ru", "экс-вице-премьер и облпрокурор", ["экс-вице-премьер", "облпрокурор"]),
        ("ru", "замминистра культуры", ["замминистра культуры"]),
        ("ru", "подполковник запаса, архивный работник", []),
    ],
)
def test_what_is_written_on_to_a_post_belongs_to_it(lang: str, text: str, expected: list[str]) -> None:
    assert posts(text, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text", "named", "expected"),
    [
        ("ru", "депутаты Бундестага ушли", {"org": "Бундестага"}, ["депутаты Бундестага"]),
        ("ru", "короли Кнут и Олаф", {"person": "Кнут|Олаф"}, ["короли"]),
        ("ru", "депутаты и министры спорили", {}, []),
        ("uk", "перші секретарі обкомів мовчали", {"org": "обкомів"}, []),
        ("uk", "при королі Яні", {"person": "Яні"}, ["королі"]),
        ("ru", "член совета директоров банка", {}, ["член совета директоров банка"]),
        ("ru", "на совете директоров «Волги»", {"org": "«Волги»"}, []),
        ("ru", "его метили в губернаторы Тамбова", {"place": "Тамбова"}, ["губернаторы Тамбова"]),
    ],
)
def test_a_plural_is_a_post_where_it_means_certain_holders(
    lang: str, text: str, named: dict[str, str], expected: list[str]
) -> None:
    assert posts(text, lang, **named) == expected


@pytest.mark.parametrize(
    ("lang", "text", "named", "expected"),
    [
        ("uk", "редактор Ганна Сова й поет", {"person": "Ганна Сова"}, ["редактор"]),
        ("uk", "професор Ганна Сова й поет", {"person": "Ганна Сова"}, []),
        ("ru", "числился делопроизводителем с весны", {}, ["делопроизводителем"]),
        ("ru", "ассистент, доцент, декан", {}, ["ассистент", "доцент", "декан"]),
        ("ru", "редактор прочёл рукопись", {}, []),
    ],
)
def test_a_bare_noun_is_a_post_beside_its_holder_a_verb_of_service_or_another_post(
    lang: str, text: str, named: dict[str, str], expected: list[str]
) -> None:
    assert posts(text, lang, **named) == expected


@pytest.mark.parametrize(
    ("lang", "text", "named", "expected"),
    [
        ("ru", "во главе отряда и в главе книги", {}, []),
        ("ru", "тайный советник Лев Орлов", {"person": "Лев Орлов"}, []),
        ("ru", "князь А. Б. Лобанов", {"person": "А. Б. Лобанов"}, []),
        ("uk", "князь Острозький зник", {"person": "Острозький"}, []),
        ("uk", "князь Гліб Юрійович", {"person": "Гліб Юрійович"}, ["князь"]),
        ("ru", "глава семьи и министр сельского хозяйства", {}, ["министр сельского хозяйства"]),
        ("ru", "врач и главный врач больницы", {}, ["главный врач больницы"]),
        ("uk", "слідчого управління не чекали, слідчий відділ теж", {}, []),
        ("uk", "він пристав до повстанців", {"org": "повстанців"}, []),
        ("ru", "лидер партии и лидер гонки", {}, ["лидер партии"]),
        ("uk", "офіцер штабу корпусу, хоробрий офіцер", {}, ["офіцер штабу корпусу"]),
    ],
)
def test_ranks_nobles_set_phrases_and_callings_are_no_posts(
    lang: str, text: str, named: dict[str, str], expected: list[str]
) -> None:
    assert posts(text, lang, **named) == expected


@pytest.mark.parametrize(
    ("lang", "text", "named", "expected"),
    [
        ("ru", "директор бани № 7 и гараж", {}, ["директор бани № 7"]),
        ("ru", "глава «Севкабеля» уехал", {}, ["глава «Севкабеля»"]),
        (
            "ru",
            "нач. УНКВД по Омской обл. Горбач",
            {"org": "УНКВД", "place": "Омской обл"},
            ["нач. УНКВД по Омской обл."],
        ),
        ("ru", "зам. нач. 4-го отд. УГБ", {"org": "УГБ", "date": "4-го"}, ["зам. нач. 4-го отд. УГБ"]),
        ("ru", "адъютант при командующем войсками округа", {}, ["адъютант при командующем войсками округа"]),
        ("ru", "пред. губЧК в мае", {"date": "мае"}, ["пред. губЧК"]),
        ("uk", "голова спілки пекарів Данило Тур", {"person": "Данило Тур"}, ["голова спілки пекарів"]),
        ("uk", "намісник Почаївсько-Успенської лаври", {}, ["намісник Почаївсько-Успенської лаври"]),
        ("uk", "проректор з наукової роботи", {}, ["проректор з наукової роботи"]),
        ("uk", "ректор з Полтави", {"place": "Полтави"}, ["ректор"]),
        ("uk", "посол до сейму Данило Тур", {"person": "Данило Тур"}, ["посол до сейму"]),
        ("uk", "сотенним писарем у Сорочинцях", {"place": "Сорочинцях"}, ["сотенним писарем у Сорочинцях"]),
        ("uk", "голова Спілки сотник Гук", {"org": "Спілки сотник", "person": "Гук"}, ["голова Спілки"]),
    ],
)
def test_numbers_quotes_fields_and_places_complete_a_post(
    lang: str, text: str, named: dict[str, str], expected: list[str]
) -> None:
    assert posts(text, lang, **named) == expected


@pytest.mark.parametrize(
    ("lang", "text", "named", "expected"),
    [
        (
            "uk",
            "третій секретар місії Литви у Празі",
            {"place": "Литви|Празі"},
            ["третій секретар місії Литви у Празі"],
        ),
        ("ru", "атташе посольства в Осло уехал", {"place": "Осло"}, ["атташе посольства в Осло"]),
        ("ru", "директор завода в Осло", {"place": "Осло"}, ["директор завода"]),
        ("ru", "посол к турецкому султану", {}, ["посол к турецкому султану"]),
        ("uk", "посланник до Порти", {"place": "Порти"}, ["посланник до Порти"]),
        ("uk", "послу Чехії у Відні новий наказ", {"place": "Чехії|Відні"}, ["послу Чехії у Відні"]),
        ("ru", "посланником в Тегеран", {"place": "Тегеран"}, ["посланником в Тегеран"]),
        ("uk", "депутат міськради від спілки", {"org": "міськради"}, ["депутат міськради"]),
        ("uk", "голова комітету з нагляду за цінами", {}, ["голова комітету з нагляду за цінами"]),
        ("uk", "голова комітету з початку війни", {}, ["голова комітету"]),
        ("uk", "голова комітету з Полтави", {"place": "Полтави"}, ["голова комітету"]),
        ("uk", "слідчий прокуратури м. Ромни", {"place": "Ромни"}, ["слідчий прокуратури м. Ромни"]),
        ("ru", "министр по болезни отсутствовал", {}, ["министр"]),
        ("uk", "радник посольства при послові Гуку", {"person": "Гуку"}, ["радник посольства", "послові"]),
        ("uk", "прем'єр Грузії в екзилі", {"place": "Грузії"}, ["прем'єр Грузії в екзилі"]),
        (
            "uk",
            "депутат Сейму 3–4-го скликань",
            {"org": "Сейму"},
            ["депутат Сейму 3–4-го скликань"],
        ),
        (
            "ru",
            "депутат Рады IV—V созывов",
            {"org": "Рады"},
            ["депутат Рады IV—V созывов"],
        ),
        ("ru", "председатель Лубянского уездного комитета", {}, ["председатель Лубянского уездного комитета"]),
        ("ru", "3-й секретарь райкома", {"org": "райкома"}, ["3-й секретарь райкома"]),
        ("uk", "нарком внутр. справ УСРР", {"org": "УСРР"}, ["нарком внутр. справ УСРР"]),
        ("uk", "міністр з питань Brexit", {}, ["міністр з питань Brexit"]),
    ],
)
def test_missions_errands_fields_and_sittings_end_a_post(
    lang: str, text: str, named: dict[str, str], expected: list[str]
) -> None:
    assert posts(text, lang, **named) == expected


@pytest.mark.parametrize(
    ("lang", "text", "named", "expected"),
    [
        ("uk", "єпископ Холмський, Белзький і Буський", {}, ["єпископ Холмський, Белзький і Буський"]),
        ("uk", "єпископ Холмський помер", {"person": "Холмський"}, ["єпископ Холмський"]),
        ("uk", "митрополит Шептицький помер", {"person": "Шептицький"}, ["митрополит"]),
        (
            "uk",
            "став овруцьким, мозирським і пінським старостою",
            {},
            ["овруцьким, мозирським і пінським старостою"],
        ),
        ("uk", "бачив Маньківського і повітового старосту", {}, ["повітового старосту"]),
        ("ru", "викария Бендерской епархии", {}, ["викария Бендерской епархии"]),
        (
            "uk",
            "єпископа-помічника й лікаря-хірурга лікарні",
            {},
            ["єпископа-помічника", "лікаря-хірурга лікарні"],
        ),
        ("uk", "папа Урбан II скликав собор", {"person": "Урбан II"}, ["папа"]),
    ],
)
def test_adjectives_in_a_row_and_words_written_on_belong_to_the_post(
    lang: str, text: str, named: dict[str, str], expected: list[str]
) -> None:
    assert posts(text, lang, **named) == expected


@pytest.mark.parametrize(
    ("lang", "text", "named", "expected"),
    [
        ("ru", "Директором стала Анна Лань.", {"person": "Анна Лань"}, ["Директором"]),
        ("uk", "редактор — Анна Лань", {"person": "Анна Лань"}, ["редактор"]),
        ("ru", "С 1931 года — инструктор, учился", {"date": "1931 года"}, ["инструктор"]),
        ("ru", "С 1931 года инспектор, с 1934 года в отставке", {"date": "1931 года|1934 года"}, ["инспектор"]),
        ("ru", "В 1931 году инспектор, узнав о пожаре, уехал", {"date": "1931 году"}, []),
        ("uk", "потім заступник цього ж тресту", {}, ["заступник"]),
        (
            "uk",
            "інструктор, другий секретар райкому",
            {"org": "райкому"},
            ["інструктор", "другий секретар райкому"],
        ),
        ("ru", "губернский врач А. Лунь", {"person": "А. Лунь"}, ["губернский врач"]),
        ("ru", "сотрудник органов безопасности, сотрудник ЧК", {"org": "ЧК"}, ["сотрудник ЧК"]),
        ("ru", "прибыли 15 депутатов и 4 сенатора", {}, []),
        ("uk", "кабінет міністрів Данії", {"place": "Данії"}, []),
        ("uk", "керуючі посади, керуючий трестом", {}, ["керуючий трестом"]),
        ("uk", "провідник ідей, провідник ОУН", {"org": "ОУН"}, ["провідник ОУН"]),
    ],
)
def test_holders_dates_and_rows_make_a_post_of_a_bare_noun_and_counts_do_not(
    lang: str, text: str, named: dict[str, str], expected: list[str]
) -> None:
    assert posts(text, lang, **named) == expected


def test_a_see_taken_for_the_surname_of_its_bishop_is_no_person() -> None:
    nlp = spacy.blank("uk")
    nlp.add_pipe("kartoteka_offices")
    doc = nlp.make_doc("архієпископ Полоцький виїхав")
    findings.add(doc, [Finding(12, 21, Label.PERSON, "title", 0.58)])
    found = findings.found(nlp.get_pipe("kartoteka_offices")(doc))
    assert [(doc.text[f.start : f.end], f.label) for f in found] == [("архієпископ Полоцький", Label.OFFICE)]


def test_a_see_between_title_and_name_is_no_part_of_the_person() -> None:
    nlp = spacy.blank("ru")
    nlp.add_pipe("kartoteka_offices")
    doc = nlp.make_doc("Епископ Рязанский Алексий служил")
    findings.add(doc, [Finding(8, 25, Label.PERSON, "network", 0.6)])
    found = findings.found(nlp.get_pipe("kartoteka_offices")(doc))
    assert [doc.text[f.start : f.end] for f in found] == ["Епископ Рязанский", "Алексий"]


def test_the_component_adds_posts_and_drops_a_body_that_is_the_post_itself() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kartoteka_offices")
    doc = nlp.make_doc("Dmytro Lebed, Deputy Chairman for Transport in the RSFSR, spoke.")
    start = doc.text.index("Deputy")
    findings.add(doc, [Finding(start, start + len("Deputy Chairman for Transport"), Label.ORG, "recognizer")])
    doc = nlp.get_pipe("kartoteka_offices")(doc)
    found = [(doc.text[f.start : f.end], f.label) for f in findings.found(doc)]
    assert found == [("Deputy Chairman for Transport in the RSFSR", Label.OFFICE)]


def test_a_post_before_the_name_is_no_part_of_the_person() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kartoteka_offices")
    doc = nlp.make_doc("They met Emir Said Mirza there.")
    findings.add(doc, [Finding(9, 24, Label.PERSON, "recognizer", 0.8)])
    found = findings.found(nlp.get_pipe("kartoteka_offices")(doc))
    assert [(doc.text[f.start : f.end], f.label) for f in found] == [
        ("Emir", Label.OFFICE),
        ("Said Mirza", Label.PERSON),
    ]


def test_an_adjective_of_place_taken_for_a_surname_does_not_end_the_post() -> None:
    nlp = spacy.blank("uk")
    nlp.add_pipe("kartoteka_offices")
    doc = nlp.make_doc("Перший секретар Сумського обкому КПУ виїхав")
    findings.add(doc, [Finding(16, 25, Label.PERSON, "surname", 0.6), Finding(16, 36, Label.ORG, "network", 0.4)])
    found = findings.found(nlp.get_pipe("kartoteka_offices")(doc), Label.OFFICE)
    assert [doc.text[f.start : f.end] for f in found] == ["Перший секретар Сумського обкому КПУ"]


def test_a_language_without_a_table_has_no_posts() -> None:
    assert find_offices("przewodniczący rady", "pl", []) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "head",
                "of",
                "the",
                "GPU",
                "and",
                "deputy",
                "chairman",
                "Kyiv",
                "нарком",
                "справ",
                "голова",
                "(",
                ")",
                ",",
                "1st",
            ]
        ),
        max_size=14,
    ),
    st.sampled_from(["en", "uk", "ru"]),
)
def test_posts_never_overlap_and_stay_in_the_text(words: list[str], lang: str) -> None:
    text = " ".join(words)
    found = find_offices(text, lang, [])
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
