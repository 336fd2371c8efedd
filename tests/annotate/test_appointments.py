"""Who appointed whom: subjects, agents, orders and bodies, in active and passive clauses of three languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kartoteka.types import Modality, Tenure

Read = Callable[..., list[Tenure]]


def given(tenures: list[Tenure]) -> list[tuple[str, str]]:
    """Each holder and who gave the office, for the tenures that tell."""
    return [(t.holder[2:], t.appointer[2:]) for t in tenures if t.appointer]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[P:Stalin] appointed [P:Balytsky] [O:head of the GPU].", ("Balytsky", "Stalin")),
        (
            "In [D:1931=1931], [P:Stalin] personally appointed [P:Redens] [O:head of the GPU].",
            ("Redens", "Stalin"),
        ),
        ("[P:Balytsky] was appointed [O:head of the GPU] by [P:Stalin].", ("Balytsky", "Stalin")),
        ("[P:Redens] was appointed by [P:Kaganovich] as [O:head of the GPU].", ("Redens", "Kaganovich")),
        (
            "[P:Leplevsky] was appointed [O:head of the secret-political department] in [D:1930=1930] by [P:Balytsky].",
            ("Leplevsky", "Balytsky"),
        ),
        ("[P:Balytsky] had been appointed by [P:Yagoda] [O:deputy chairman of the OGPU].", ("Balytsky", "Yagoda")),
        (
            "[B:The Politburo] appointed [P:Postyshev] [O:second secretary of the Central Committee].",
            ("Postyshev", "The Politburo"),
        ),
        (
            "[P:Postyshev] was appointed [O:second secretary] by the [B:Politburo] in [D:January 1933=1933-01].",
            ("Postyshev", "Politburo"),
        ),
        ("[P:Leplevsky] was named [O:people's commissar] by order of [P:Yezhov].", ("Leplevsky", "Yezhov")),
        ("On the orders of [P:Yezhov], [P:Leplevsky] was appointed [O:commissar].", ("Leplevsky", "Yezhov")),
        ("By [P:Yezhov]'s order [P:Uspensky] was named [O:people's commissar].", ("Uspensky", "Yezhov")),
        ("[P:Uspensky] was appointed [O:people's commissar] on [P:Yezhov]'s orders.", ("Uspensky", "Yezhov")),
        (
            "By a decree of the [B:Presidium], [P:Korotchenko] was appointed [O:chairman].",
            ("Korotchenko", "Presidium"),
        ),
        ("[P:Yezhov] made [P:Uspensky] [O:people's commissar].", ("Uspensky", "Yezhov")),
        ("[P:Lyushkov], whom [P:Yezhov] had appointed [O:head of the NKVD], fled.", ("Lyushkov", "Yezhov")),
        ("[P:Yezhov], who appointed [P:Lyushkov] [O:head of the NKVD], was shot.", ("Lyushkov", "Yezhov")),
        (
            "[P:Yezhov]'s appointment of [P:Uspensky] as [O:people's commissar] amazed all.",
            ("Uspensky", "Yezhov"),
        ),
        (
            "[P:Stalin] dismissed [P:Redens] and appointed [P:Balytsky] [O:head of the GPU].",
            ("Balytsky", "Stalin"),
        ),
        (
            "[P:Skoropadsky] named [P:Lyzohub] [O:prime minister] in [D:May 1918=1918-05].",
            ("Lyzohub", "Skoropadsky"),
        ),
        (
            "[P:Lyzohub] was appointed [O:prime minister] by [O:Hetman] [P:Skoropadsky].",
            ("Lyzohub", "Skoropadsky"),
        ),
        (
            "[P:Lyzohub] was appointed by [O:Hetman] [P:Skoropadsky] as [O:prime minister].",
            ("Lyzohub", "Skoropadsky"),
        ),
        (
            "[P:Kaganovich], [O:first secretary], appointed [P:Skrypnyk] [O:commissar of education].",
            ("Skrypnyk", "Kaganovich"),
        ),
        (
            "[P:Stalin], who feared [P:Chubar], appointed [P:Postyshev] [O:second secretary].",
            ("Postyshev", "Stalin"),
        ),
        ("[P:Dzerzhinsky] sent [P:Mantsev] to [G:Kyiv] as [O:head of the Cheka].", ("Mantsev", "Dzerzhinsky")),
        (
            "[P:Mantsev] was sent to [G:Kyiv] by [P:Dzerzhinsky] as [O:head of the Cheka].",
            ("Mantsev", "Dzerzhinsky"),
        ),
        ("[P:Petliura] appointed [P:Tiutiunnyk] [O:commander] in [D:1919=1919].", ("Tiutiunnyk", "Petliura")),
        (
            "Only [P:Bulgakov], appointed [O:rector] by [P:Petliura], stayed.",
            ("Bulgakov", "Petliura"),
        ),
        ("[P:Khrushchev] promoted [P:Korniiets] to [O:chairman of the council].", ("Korniiets", "Khrushchev")),
        (
            "When [P:Kosior] had left, the [B:Central Committee] confirmed [P:Khataevich] as [O:secretary].",
            ("Khataevich", "Central Committee"),
        ),
        (
            "After [P:Mantsev] fell ill, [P:Dzerzhinsky] named [P:Balytsky] [O:his deputy].",
            ("Balytsky", "Dzerzhinsky"),
        ),
    ],
)
def test_english_tells_who_appointed(text: str, expected: tuple[str, str], read_tenures: Read) -> None:
    assert expected in given(read_tenures(text))


@pytest.mark.parametrize(
    "text",
    [
        "On [P:Postyshev]'s proposal [P:Balytsky] became [O:head of the GPU].",
        "On [P:Postyshev]'s recommendation [P:Balytsky] was appointed [O:head of the GPU].",
        "[P:Balytsky] was appointed [O:head of the GPU] at the suggestion of [P:Postyshev].",
        "[P:Balytsky] was appointed [O:head of the GPU] with the support of [P:Kaganovich].",
        "[P:Balytsky] was appointed [O:head of the GPU], replacing [P:Redens].",
        "[P:Balytsky] was appointed [O:head of the GPU], succeeded by [P:Redens].",
        "[P:Balytsky] succeeded [P:Mantsev] as [O:head of the GPU].",
        "[P:Chubar] was elected [O:chairman] by the [B:Congress].",
        "The [B:Congress] elected [P:Chubar] [O:chairman].",
        "[P:Sheptytsky] consecrated [P:Khomyshyn] [O:bishop].",
        "[P:Balytsky] was appointed [O:deputy chairman] under [P:Mantsev].",
        "[P:Balytsky] was appointed [O:head of the section] founded by [P:Mantsev].",
        "[P:Balytsky] was appointed [O:head of the GPU] together with [P:Redens].",
        "[P:Balytsky] was named [O:head of the GPU] by [D:1923=1923].",
        "[P:Balytsky] was appointed [O:head of the GPU] on the death of [P:Dzerzhinsky].",
        "[P:Kosior] and [P:Postyshev] were appointed [O:secretaries].",
        "[P:Kosior] criticised [P:Balytsky], appointed [O:head of the GPU] in [D:1923=1923].",
        "[P:Redens] dismissed [P:Kosior] and was appointed [O:head of the GPU].",
        "[P:Petrov] wrote that [P:Balytsky] was appointed [O:head of the GPU].",
        "The son of [P:Kosior] was appointed [O:head of the plant].",
        "[P:Balytsky] was appointed [O:head of the GPU] and met by [P:Kosior].",
        "[P:Balytsky] was appointed [O:head of the GPU] by the time [P:Dzerzhinsky] died.",
        "Known to [P:Stalin], [P:Redens] was appointed [O:head of the GPU].",
        "[P:Stalin] congratulated [P:Redens], who was appointed [O:head of the GPU].",
        "Recommended by [P:Kaganovich], [P:Redens] was appointed [O:head of the GPU].",
        "Trusted by [P:Stalin], [P:Redens] became [O:head of the GPU].",
        "[P:Redens] became [O:head of the GPU] thanks to [P:Stalin].",
        "[P:Redens] was appointed [O:head of the GPU] by [P:Stalin]'s enemies.",
        "[P:Redens] was appointed [O:head of the commission] headed by [P:Stalin].",
        "[P:Redens] was appointed [O:head of the GPU] in place of [P:Balytsky].",
    ],
)
def test_english_that_tells_of_no_appointer_names_none(text: str, read_tenures: Read) -> None:
    assert given(read_tenures(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[P:Сталін] призначив [P:Балицького=Балицький] [O:головою ДПУ].", ("Балицький", "Сталін")),
        (
            "У [D:липні 1931=1931-07] [P:Сталін] особисто призначив [P:Реденса=Реденс] [O:головою ДПУ].",
            ("Реденс", "Сталін"),
        ),
        ("[P:Балицького=Балицький] призначив [O:головою ДПУ] [P:Сталін].", ("Балицький", "Сталін")),
        ("[P:Балицького=Балицький] [P:Сталін] призначив [O:головою ДПУ].", ("Балицький", "Сталін")),
        ("[P:Балицький] був призначений [P:Сталіним=Сталін] [O:головою ДПУ].", ("Балицький", "Сталін")),
        (
            "[P:Леплевський] був призначений [O:начальником відділу] [P:Балицьким=Балицький].",
            ("Леплевський", "Балицький"),
        ),
        ("[P:Кагановичем=Каганович] [P:Постишев] був призначений [O:секретарем].", ("Постишев", "Каганович")),
        ("[O:Головою ДПУ] [P:Сталін] призначив [P:Балицького=Балицький].", ("Балицький", "Сталін")),
        ("[O:Головою ДПУ] [P:Балицького=Балицький] призначив [P:Сталін].", ("Балицький", "Сталін")),
        ("[B:Політбюро] призначило [P:Постишева=Постишев] [O:другим секретарем].", ("Постишев", "Політбюро")),
        ("[P:Постишева=Постишев] призначено [B:Політбюро] [O:другим секретарем].", ("Постишев", "Політбюро")),
        (
            "[P:Шумського=Шумський] було призначено [B:Раднаркомом] [O:наркомом освіти].",
            ("Шумський", "Раднаркомом"),
        ),
        (
            "За наказом [P:Єжова=Єжов] [P:Леплевського=Леплевський] призначено [O:наркомом].",
            ("Леплевський", "Єжов"),
        ),
        (
            "Наказом [O:наркома] [P:Єжова=Єжов] [P:Люшкова=Люшков] призначено [O:начальником управління].",
            ("Люшков", "Єжов"),
        ),
        (
            "[P:Успенського=Успенський] було призначено [O:наркомом] наказом [P:Єжова=Єжов].",
            ("Успенський", "Єжов"),
        ),
        (
            "Постановою [B:ЦВК СРСР] від [D:11 липня 1934 року=1934-07-11] [P:Ягода] призначений [O:наркомом].",
            ("Ягода", "ЦВК СРСР"),
        ),
        (
            "[P:Сталін] звільнив [P:Реденса=Реденс] і призначив [P:Балицького=Балицький] [O:головою ДПУ].",
            ("Балицький", "Сталін"),
        ),
        ("[P:Люшков], якого [P:Єжов] призначив [O:начальником управління], утік.", ("Люшков", "Єжов")),
        ("[P:Єжов], який призначив [P:Люшкова=Люшков] [O:начальником управління], зник.", ("Люшков", "Єжов")),
        (
            "[O:Гетьман] [P:Скоропадський] призначив [P:Лизогуба=Лизогуб] [O:головою ради].",
            ("Лизогуб", "Скоропадський"),
        ),
        (
            "[P:Лизогуб] був призначений [O:гетьманом] [P:Скоропадським=Скоропадський] [O:головою ради].",
            ("Лизогуб", "Скоропадський"),
        ),
        (
            "Указом [O:гетьмана] [P:Скоропадського=Скоропадський] [P:Лизогуба=Лизогуб] призначено [O:головою ради].",
            ("Лизогуб", "Скоропадський"),
        ),
        ("[B:Директорія] призначила [P:Мартоса=Мартос] [O:головою ради].", ("Мартос", "Директорія")),
        ("Призначений [P:Єжовим=Єжов] [O:наркомом], [P:Успенський] прибув до Києва.", ("Успенський", "Єжов")),
        (
            "[P:Хрущов], прибувши до Києва, призначив [P:Коротченка=Коротченко] [O:головою Раднаркому].",
            ("Коротченко", "Хрущов"),
        ),
        (
            "Після призначення [P:Кагановичем=Каганович] [O:секретарем окружкому] [P:Постишев] переїхав.",
            ("Постишев", "Каганович"),
        ),
        ("[P:Ягода] перевів [P:Балицького=Балицький] [O:заступником голови].", ("Балицький", "Ягода")),
        ("[P:Петлюра] затвердив [P:Тютюнника=Тютюнник] [O:командувачем групи].", ("Тютюнник", "Петлюра")),
        (
            "[P:Болбочана=Болбочан] призначив [P:Петлюра] на посаду [O:командувача корпусу].",
            ("Болбочан", "Петлюра"),
        ),
        ("[P:Коллонтай] призначила [P:Галя=Галь] [O:своїм секретарем].", ("Галь", "Коллонтай")),
    ],
)
def test_ukrainian_tells_who_appointed(text: str, expected: tuple[str, str], read_tenures: Read) -> None:
    assert expected in given(read_tenures(text, lang="uk"))


@pytest.mark.parametrize(
    "text",
    [
        "На пропозицію [P:Постишева=Постишев] [P:Балицький] став [O:головою ДПУ].",
        "За пропозицією [P:Постишева=Постишев] [P:Балицького=Балицький] призначено [O:головою ДПУ].",
        "За рекомендацією [P:Кагановича=Каганович] [P:Реденса=Реденс] призначено [O:головою ДПУ].",
        "З ініціативи [P:Сталіна=Сталін] [P:Реденс] був призначений [O:головою ДПУ].",
        "[P:Балицький] змінив [P:Реденса=Реденс] на посаді [O:голови ДПУ].",
        "[P:Балицького=Балицький] призначено [O:головою ДПУ] замість [P:Реденса=Реденс].",
        "[P:Балицького=Балицький] призначили [O:головою ДПУ] разом із [P:Реденсом=Реденс].",
        "Разом із [P:Реденсом=Реденс] [P:Балицький] був призначений [O:членом колегії].",
        "[P:Чубаря=Чубар] з'їзд обрав [O:головою].",
        "[B:З'їзд] обрав [P:Чубаря=Чубар] [O:головою].",
        "[P:Балицький] був призначений [O:заступником] при [P:Манцеві=Манцев].",
        "Зустрівшись із [P:Сталіним=Сталін], [P:Реденс] був призначений [O:головою ДПУ].",
        "[P:Балицький] був призначений [O:головою комісії], керованої [P:Постишевим=Постишев].",
        "Він зустрівся з призначеним [O:головою ДПУ] [P:Балицьким=Балицький].",
        "[P:Косіор] і [P:Постишев] були призначені [O:секретарями].",
        "[P:Сталін] погодився, і [P:Балицького=Балицький] призначили [O:головою ДПУ].",
        "[P:Сталін] привітав [P:Реденса=Реденс], якого призначили [O:головою ДПУ].",
        "Дізнавшись про арешт [P:Манцева=Манцев], [P:Балицького=Балицький] призначили [O:головою ДПУ].",
        "[P:Балицький] писав, що його призначено [O:головою ДПУ].",
        "Син [P:Косіора=Косіор] був призначений [O:директором заводу].",
        "[P:Шептицький] висвятив [P:Хомишина=Хомишин] [O:єпископом].",
        "[P:Реденс] був призначений [O:головою ДПУ] перед [P:Балицьким=Балицький].",
        "[P:Реденс], знайомий зі [P:Сталіним=Сталін], був призначений [O:головою ДПУ].",
        "Заарештований [P:Єжовим=Єжов], [P:Балицький] доти був [O:наркомом].",
        "[P:Балицький] був [O:наркомом], якого ненавидів [P:Єжов].",
        "На засіданні [B:Політбюро] [P:Балицького=Балицький] призначено [O:головою ДПУ].",
        "[P:Сталін] призначив зустріч, а [P:Балицький] став [O:головою ДПУ].",
        "За підтримки [P:Кагановича=Каганович] призначений [O:секретарем] [P:Постишев] переїхав.",
        "[P:Балицький] призначив засідання, на якому [O:головою] став [P:Реденс].",
        "[P:Балицького=Балицький] призначили [O:головою ДПУ], а [P:Реденса=Реденс] відкликав [P:Сталін].",
    ],
)
def test_ukrainian_that_tells_of_no_appointer_names_none(text: str, read_tenures: Read) -> None:
    assert given(read_tenures(text, lang="uk")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[P:Сталин] назначил [P:Балицкого=Балицкий] [O:председателем ГПУ].", ("Балицкий", "Сталин")),
        (
            "В [D:июле 1931=1931-07] [P:Сталин] лично назначил [P:Реденса=Реденс] [O:председателем ГПУ].",
            ("Реденс", "Сталин"),
        ),
        ("[P:Балицкого=Балицкий] назначил [O:председателем ГПУ] [P:Сталин].", ("Балицкий", "Сталин")),
        ("[P:Балицкого=Балицкий] [P:Сталин] назначил [O:председателем ГПУ].", ("Балицкий", "Сталин")),
        ("[P:Балицкий] был назначен [P:Сталиным=Сталин] [O:председателем ГПУ].", ("Балицкий", "Сталин")),
        (
            "[P:Леплевский] был назначен [O:начальником отдела] [P:Балицким=Балицкий].",
            ("Леплевский", "Балицкий"),
        ),
        ("[P:Кагановичем=Каганович] [P:Постышев] был назначен [O:секретарём].", ("Постышев", "Каганович")),
        ("[O:Председателем ГПУ] [P:Сталин] назначил [P:Балицкого=Балицкий].", ("Балицкий", "Сталин")),
        ("[O:Председателем ГПУ] [P:Балицкого=Балицкий] назначил [P:Сталин].", ("Балицкий", "Сталин")),
        ("[B:Политбюро] назначило [P:Постышева=Постышев] [O:вторым секретарём].", ("Постышев", "Политбюро")),
        ("[P:Постышев] назначен [B:Политбюро] [O:вторым секретарём].", ("Постышев", "Политбюро")),
        (
            "[P:Шумский] был назначен [B:Совнаркомом] [O:наркомом просвещения].",
            ("Шумский", "Совнаркомом"),
        ),
        ("По приказу [P:Ежова=Ежов] [P:Леплевский] был назначен [O:наркомом].", ("Леплевский", "Ежов")),
        (
            "Приказом [O:наркома] [P:Ежова=Ежов] [P:Люшков] был назначен [O:начальником управления].",
            ("Люшков", "Ежов"),
        ),
        ("[P:Успенский] был назначен [O:наркомом] приказом [P:Ежова=Ежов].", ("Успенский", "Ежов")),
        (
            "Постановлением [B:ЦИК СССР] от [D:11 июля 1934 года=1934-07-11] [P:Ягода] назначен [O:наркомом].",
            ("Ягода", "ЦИК СССР"),
        ),
        (
            "[P:Сталин] снял [P:Реденса=Реденс] и назначил [P:Балицкого=Балицкий] [O:председателем ГПУ].",
            ("Балицкий", "Сталин"),
        ),
        ("[P:Люшков], которого [P:Ежов] назначил [O:начальником управления], бежал.", ("Люшков", "Ежов")),
        ("[P:Ежов], который назначил [P:Люшкова=Люшков] [O:начальником управления], исчез.", ("Люшков", "Ежов")),
        (
            "[O:Гетман] [P:Скоропадский] назначил [P:Лизогуба=Лизогуб] [O:председателем совета].",
            ("Лизогуб", "Скоропадский"),
        ),
        (
            "[P:Лизогуб] был назначен [O:гетманом] [P:Скоропадским=Скоропадский] [O:председателем совета].",
            ("Лизогуб", "Скоропадский"),
        ),
        (
            "Указом [O:гетмана] [P:Скоропадского=Скоропадский] [P:Лизогуб] назначен [O:председателем совета].",
            ("Лизогуб", "Скоропадский"),
        ),
        ("[B:Директория] назначила [P:Мартоса=Мартос] [O:председателем совета].", ("Мартос", "Директория")),
        ("Назначенный [P:Ежовым=Ежов] [O:наркомом], [P:Успенский] прибыл в Киев.", ("Успенский", "Ежов")),
        (
            "[P:Врангель], прибыв в Крым, назначил [P:Кривошеина=Кривошеин] [O:главой правительства].",
            ("Кривошеин", "Врангель"),
        ),
        (
            "После назначения [P:Кагановичем=Каганович] [O:секретарём окружкома] [P:Постышев] переехал.",
            ("Постышев", "Каганович"),
        ),
        ("[P:Дзержинский] направил [P:Манцева=Манцев] [O:председателем ЧК].", ("Манцев", "Дзержинский")),
        ("[P:Деникин] утвердил [P:Драгомирова=Драгомиров] [O:главноначальствующим].", ("Драгомиров", "Деникин")),
        (
            "[P:Махно] назначил [P:Каретникова=Каретников] на должность [O:командира корпуса].",
            ("Каретников", "Махно"),
        ),
        ("[P:Каретникова=Каретников] назначил [P:Махно] на пост [O:командира корпуса].", ("Каретников", "Махно")),
    ],
)
def test_russian_tells_who_appointed(text: str, expected: tuple[str, str], read_tenures: Read) -> None:
    assert expected in given(read_tenures(text, lang="ru"))


@pytest.mark.parametrize(
    "text",
    [
        "По предложению [P:Постышева=Постышев] [P:Балицкий] стал [O:председателем ГПУ].",
        "По предложению [P:Постышева=Постышев] [P:Балицкий] назначен [O:председателем ГПУ].",
        "По рекомендации [P:Кагановича=Каганович] [P:Реденс] назначен [O:председателем ГПУ].",
        "По инициативе [P:Сталина=Сталин] [P:Реденс] был назначен [O:председателем ГПУ].",
        "[P:Балицкий] сменил [P:Реденса=Реденс] на посту [O:председателя ГПУ].",
        "[P:Балицкий] назначен [O:председателем ГПУ] вместо [P:Реденса=Реденс].",
        "[P:Балицкий] назначен [O:председателем ГПУ] вместе с [P:Реденсом=Реденс].",
        "Вместе с [P:Реденсом=Реденс] [P:Балицкий] был назначен [O:членом коллегии].",
        "[P:Чубаря=Чубарь] съезд избрал [O:председателем].",
        "[B:Съезд] избрал [P:Чубаря=Чубарь] [O:председателем].",
        "[P:Балицкий] был назначен [O:заместителем] при [P:Манцеве=Манцев].",
        "Встретившись со [P:Сталиным=Сталин], [P:Реденс] был назначен [O:председателем ГПУ].",
        "[P:Балицкий] был назначен [O:председателем комиссии], созданной [P:Постышевым=Постышев].",
        "Он встретился с назначенным [O:председателем ГПУ] [P:Балицким=Балицкий].",
        "[P:Косиор] и [P:Постышев] были назначены [O:секретарями].",
        "[P:Сталин] согласился, и [P:Балицкого=Балицкий] назначили [O:председателем ГПУ].",
        "[P:Сталин] поздравил [P:Реденса=Реденс], которого назначили [O:председателем ГПУ].",
        "Узнав об аресте [P:Манцева=Манцев], [P:Балицкого=Балицкий] назначили [O:председателем ГПУ].",
        "[P:Балицкий] писал, что он назначен [O:председателем ГПУ].",
        "Сын [P:Косиора=Косиор] был назначен [O:директором завода].",
        "[P:Тихон] рукоположил [P:Алексия=Алексий] во [O:епископа].",
        "[P:Реденс] был назначен [O:председателем ГПУ] перед [P:Балицким=Балицкий].",
        "[P:Реденс], знакомый со [P:Сталиным=Сталин], был назначен [O:председателем ГПУ].",
        "Арестованный [P:Ежовым=Ежов], [P:Балицкий] до того был [O:наркомом].",
        "[P:Балицкий] был [O:наркомом], которого ненавидел [P:Ежов].",
        "На заседании [B:Политбюро] [P:Балицкий] назначен [O:председателем ГПУ].",
        "[P:Сталин] назначил встречу, а [P:Балицкий] стал [O:председателем ГПУ].",
        "При поддержке [P:Кагановича=Каганович] назначенный [O:секретарём] [P:Постышев] переехал.",
        "[P:Балицкий] назначил заседание, на котором [O:председателем] стал [P:Реденс].",
        "[P:Балицкого=Балицкий] назначили [O:председателем ГПУ], а [P:Реденса=Реденс] отозвал [P:Сталин].",
    ],
)
def test_russian_that_tells_of_no_appointer_names_none(text: str, read_tenures: Read) -> None:
    assert given(read_tenures(text, lang="ru")) == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "[P:Balytsky] came in [D:1923=1923]. He appointed [P:Redens] [O:deputy head].",
            ("Redens", "Balytsky"),
        ),
        ("en", "[P:Redens] stayed. [P:Stalin] named him [O:head of the GPU].", ("Redens", "Stalin")),
        (
            "uk",
            "[P:Балицький] прибув. Він призначив [P:Реденса=Реденс] [O:заступником].",
            ("Реденс", "Балицький"),
        ),
        (
            "uk",
            "[P:Балицький] прибув. Призначив [P:Реденса=Реденс] [O:заступником голови].",
            ("Реденс", "Балицький"),
        ),
        (
            "ru",
            "[P:Балицкий] прибыл. Он назначил [P:Реденса=Реденс] [O:заместителем главы].",
            ("Реденс", "Балицкий"),
        ),
        (
            "ru",
            "[P:Красин] прибыл. Он работал при [P:Чичерине=Чичерин], а [P:Ленин] назначил его [O:послом].",
            ("Красин", "Ленин"),
        ),
        ("ru", "[P:Балицкий] прибыл. Назначил [P:Реденса=Реденс] [O:заместителем главы].", ("Реденс", "Балицкий")),
    ],
)
def test_a_pronoun_that_appoints_is_the_one_told_of(
    lang: str, text: str, expected: tuple[str, str], read_tenures: Read
) -> None:
    assert given(read_tenures(text, lang=lang)) == [expected]


def test_one_verb_gives_several_posts(read_tenures: Read) -> None:
    text = "[P:Stalin] appointed [P:Postyshev] [O:second secretary] and [P:Balytsky] [O:head of the GPU]."
    assert given(read_tenures(text)) == [("Postyshev", "Stalin"), ("Balytsky", "Stalin")]
    text = "[P:Скоропадський] призначив [P:Лизогуба=Лизогуб] [O:головою ради] та [O:міністром внутрішніх справ]."
    assert given(read_tenures(text, lang="uk")) == [("Лизогуб", "Скоропадський")] * 2


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "[P:Redens] was to be appointed [O:head] by [P:Stalin].", (Modality.PROPOSED, "Stalin")),
        ("en", "[P:Redens] was never appointed [O:head] by [P:Stalin].", (Modality.PREVENTED, "Stalin")),
        ("uk", "[P:Реденс] мав бути призначений [P:Сталіним=Сталін] [O:головою].", (Modality.PROPOSED, "Сталін")),
        ("ru", "[P:Реденс] мог быть назначен [P:Сталиным=Сталин] [O:главой].", (Modality.PROPOSED, "Сталин")),
    ],
)
def test_what_did_not_come_about_keeps_who_was_to_give_it(
    lang: str, text: str, expected: tuple[Modality, str], read_tenures: Read
) -> None:
    (tenure,) = read_tenures(text, lang=lang)
    assert (tenure.modality, tenure.appointer[2:]) == expected


def test_the_one_who_appoints_is_in_evidence_and_gives_the_next_holder_nothing(read_tenures: Read) -> None:
    text = (
        "[P:Stalin] appointed [P:Redens] [O:head of the GPU]. In [D:1933=1933] [P:Balytsky] succeeded [P:Redens]."
    )
    tenures = read_tenures(text)
    assert given(tenures) == [("Redens", "Stalin")]
    assert {t.holder[2:] for t in tenures} == {"Redens", "Balytsky"}
    (first,) = (t for t in tenures if t.appointer)
    assert {"0-6-PERSON", "17-23-PERSON"} <= {name.partition("#")[2] for name in first.evidence}


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        (
            "Even though [P:Balytsky] had already taken up his duties as [O:head of the GPU], he was officially"
            " confirmed in this post by the [B:Politburo] only on [D:17 February=1933-02-17].",
            "en",
            "1933-02-17",
        ),
        (
            "[P:Balytsky] became [O:head of the GPU]. The [B:Politburo] confirmed him in this post on"
            " [D:17 February=1933-02-17].",
            "en",
            "1933-02-17",
        ),
        ("[P:Balytsky] became [O:head of the GPU] and was confirmed in that office by [B:Politburo].", "en", ""),
        (
            "[P:Балицький] став [O:головою ДПУ]. [B:Політбюро] затвердило його на цій посаді [D:17 лютого=1933-02-17].",
            "uk",
            "1933-02-17",
        ),
        (
            "[P:Балицький] очолив [B:ДПУ], а [D:17 лютого=1933-02-17] був затверджений на цій посаді рішенням"
            " [B:Політбюро].",
            "uk",
            "1933-02-17",
        ),
        (
            "[P:Балицкий] стал [O:председателем ГПУ]. [B:Политбюро] утвердило его в этой должности"
            " [D:17 февраля=1933-02-17].",
            "ru",
            "1933-02-17",
        ),
        (
            "[P:Балицкий] стал [O:председателем ГПУ]. Он был утверждён в этой должности решением [B:Политбюро].",
            "ru",
            "",
        ),
    ],
)
def test_who_confirmed_somebody_in_a_post_named_before_gave_it(
    text: str, lang: str, day: str, read_tenures: Read
) -> None:
    (tenure,) = [t for t in read_tenures(text, lang=lang) if t.appointer]
    assert tenure.holder[2:] in ("Balytsky", "Балицький", "Балицкий")
    assert tenure.appointer[2:] in ("Politburo", "Політбюро", "Политбюро")
    assert (tenure.start.edtf if tenure.start else "") == day


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("[P:Balytsky] was [O:acting head of the GPU]. He was confirmed in the post by [P:Stalin].", "en"),
        ("[P:Balytsky] was [O:head of the GPU]. He was never confirmed in this post by the [B:Politburo].", "en"),
        ("[P:Balytsky] was [O:head of the GPU]. [P:Redens] was confirmed in his post by the [B:Politburo].", "en"),
        ("[P:Balytsky] was [O:head of the GPU]. This was confirmed in the press by the [B:Politburo].", "en"),
        ("[P:Balytsky] was [O:head of the GPU]. He was confirmed in this belief by [P:Stalin].", "en"),
        ("[P:Балицький] був [O:головою ДПУ]. Його не затвердили на цій посаді.", "uk"),
        ("[P:Балицкий] был [O:председателем ГПУ]. [P:Сталин] не утвердил его в этой должности.", "ru"),
        ("[P:Балицкий] был [O:председателем ГПУ]. [P:Сталин] утвердил его в этом мнении.", "ru"),
    ],
)
def test_who_did_not_confirm_somebody_in_a_known_post_gave_none(text: str, lang: str, read_tenures: Read) -> None:
    assert [t.appointer for t in read_tenures(text, lang=lang) if t.appointer] == []
