"""Citations in many styles and three languages: who and what they name, and what in them names nothing."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.annotate.arbiter import settle_in
from kartoteka.annotate.citations import cited, read_citations, unnamed
from kartoteka.annotate.findings import Finding, add, found
from kartoteka.types import Label


def named(text: str, lang: str) -> str:
    """What the grammar finds, as "PE name=clean form | OR name"."""
    settled = settle_in(text, lang, read_citations(text, lang).findings)
    return " | ".join(f"{f.label[:2]} {text[f.start : f.end]}{_clean(text, f)}" for f in settled)


def _clean(text: str, finding: Finding) -> str:
    return f"={finding.name}" if finding.name not in {"", text[finding.start : finding.end]} else ""


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "Olena Kravets, The Harvest Committees of Poltava, 1920–1933 (Toronto: Canadian Institute of "
            "Ukrainian Studies Press, 1998), 45–47.",
            "en",
            "PE Olena Kravets | PL Toronto | OR Canadian Institute of Ukrainian Studies Press",
        ),
        (
            "Kravets, Olena. The Harvest Committees of Poltava. Toronto: University of Toronto Press, 1998.",
            "en",
            "PE Kravets, Olena=Olena Kravets | PL Toronto | OR University of Toronto Press",
        ),
        (
            "Danylo Hnatiuk and Petro Savchuk, eds., Voices from the Steppe (Cambridge, Mass.: Harvard "
            "University Press, 2003), 12.",
            "en",
            "PE Danylo Hnatiuk | PE Petro Savchuk | PL Cambridge | PL Mass. | OR Harvard University Press",
        ),
        (
            "Hnatiuk, D. P., Savchuk, P., and Melnyk, O. (eds.), Famine and Memory, London and New York: "
            "Routledge, 2011, pp. 3–19.",
            "en",
            "PE Hnatiuk, D. P. | PE Savchuk, P. | PE Melnyk, O. | PL London | PL New York | OR Routledge",
        ),
        (
            "P. Savchuk, ed. and trans., Letters of a Commissar, 2 vols. (Oxford: Clarendon Press, 1977), 2:114.",
            "en",
            "PE P. Savchuk | PL Oxford | OR Clarendon Press",
        ),
        (
            'Iryna Voloshyn, "Grain and Power in the Donbas," Slavic Review 58, no. 3 (Fall 1999): 512–34.',
            "en",
            "PE Iryna Voloshyn | OR Slavic Review",
        ),
        (
            'I. Voloshyn, "Grain and Power," Journal of Modern History, vol. 12, no. 2, 1988, p. 44.',
            "en",
            "PE I. Voloshyn | OR Journal of Modern History",
        ),
        (
            'Iryna Voloshyn, "The Kharkiv Militia, 1919–1925" (PhD diss., University of Alberta, 2004), 88.',
            "en",
            "PE Iryna Voloshyn",
        ),
        (
            'Voloshyn, "Grain and Power," 515; Hnatiuk, Voices, 3; Savchuk, Letters, 2:115.',
            "en",
            "PE Voloshyn | PE Hnatiuk | PE Savchuk",
        ),
        (
            "Ibid., 12; op. cit., p. 4; Shapoval, Chekisty, 45.",
            "en",
            "PE Shapoval",
        ),
        (
            'M. Tkachenko, "Spravy Postysheva i Kosiora," Arkhivy Ukraïny, no. 4 (1999): 12–30.',
            "en",
            "PE M. Tkachenko | PE Postysheva=Postyshev | PE Kosiora=Kosior | OR Arkhivy Ukraïny",
        ),
        (
            "A. Petrushenko, Delo Chubaria: Dokumenty (Moscow and Leningrad: Nauka, 1966), 14.",
            "en",
            "PE A. Petrushenko | PE Chubaria=Chubar | PL Moscow | PL Leningrad | OR Nauka",
        ),
        (
            "Mezhdu Stalinym i Trotskim: Perepiska Rakovskogo, comp. L. Gorbunova (Moscow: Rosspen, 2001).",
            "en",
            "PE Stalinym=Stalin | PE Trotskim=Trotskii | PE Rakovskogo=Rakovskii | PE L. Gorbunova | PL "
            "Moscow | OR Rosspen",
        ),
        (
            "Rossiiskii gosudarstvennyi arkhiv sotsial'no-politicheskoi istorii (hereafter RGASPI), f. "
            "17, op. 3, d. 914, l. 13ob.",
            "en",
            "OR Rossiiskii gosudarstvennyi arkhiv sotsial'no-politicheskoi istorii | OR RGASPI",
        ),
        (
            "GARF, f. R-5446, op. 1, d. 12, ll. 3–5.",
            "en",
            "OR GARF",
        ),
        (
            "Derzhavnyi arkhiv Kharkivs'koï oblasti (DAKhO), f. R-845, op. 2, spr. 11, ark. 7 zv.",
            "en",
            "OR Derzhavnyi arkhiv Kharkivs'koï oblasti | OR DAKhO",
        ),
        (
            "TsDAVO Ukraïny, f. 1, op. 6, spr. 4, ark. 10; TsDAHO Ukraïny, f. 1, op. 20, spr. 1234, ark. 5–7.",
            "en",
            "OR TsDAVO Ukraïny | OR TsDAHO Ukraïny",
        ),
        (
            "Central State Archive of Public Organizations of Ukraine, fond 1, list 20, file 15, sheet 4.",
            "en",
            "OR Central State Archive of Public Organizations of Ukraine",
        ),
        (
            "Visti VUTsVK, 12 March 1930; Komunist (Kharkiv), 3 April 1932, p. 2; Pravda, 14 July 1933.",
            "en",
            "OR Visti VUTsVK | OR Komunist | OR Pravda",
        ),
        (
            "Khlevniuk, O. V. Politbiuro: mekhanizmy politicheskoi vlasti v 1930-e gody. Moskva: ROSSPEN, 1996.",
            "en",
            "PE Khlevniuk, O. V. | PL Moskva | OR ROSSPEN",
        ),
        (
            "Valerii Vasyl'iev and Lynne Viola, Kolektyvizatsiia i selians'kyi opir na Ukraïni "
            "(Vinnytsia: Lohos, 1997), pp. 5, 17.",
            "en",
            "PE Valerii Vasyl'iev | PE Lynne Viola | PL Vinnytsia | OR Lohos",
        ),
        (
            'Oksana Bilous, "Recruiting Informers," in Petro Savchuk and Danylo Hnatiuk (eds.), Policing '
            "the Borderlands (Edmonton: CIUS Press, 2009), pp. 101–28.",
            "en",
            "PE Oksana Bilous | PE Petro Savchuk | PE Danylo Hnatiuk | PL Edmonton | OR CIUS Press",
        ),
        (
            'Oksana Bilous, "Recruiting Informers," in Policing the Borderlands, ed. Petro Savchuk '
            "(Edmonton, 2009), pp. 101–28.",
            "en",
            "PE Oksana Bilous | PE Petro Savchuk | PL Edmonton",
        ),
        (
            'See D. Hnatiuk, "Mykola Skrypnyk i natsional\'ne pytannia," in Problemy istoriï Ukraïny, vyp.'
            " 4, ed. S. Kulchytsky (Kyiv: Instytut istorii Ukraïny, 1995), 34.",
            "en",
            "PE D. Hnatiuk | PE Mykola Skrypnyk | OR Problemy istoriï Ukraïny | PE S. Kulchytsky | PL "
            "Kyiv | OR Instytut istorii Ukraïny",
        ),
        (
            "Кравець О. П. Комітети незаможних селян на Полтавщині. — Харків : Основа, 1998. — 312 с.",
            "uk",
            "PE Кравець О. П. | PL Харків | OR Основа",
        ),
        (
            "Кравець О., Савчук П. Архівні джерела до біографії Петровського // Український історичний "
            "журнал. — 1999. — № 4. — С. 12–30.",
            "uk",
            "PE Кравець О. | PE Савчук П. | PE Петровського=Петровський | OR Український історичний журнал",
        ),
        (
            "Савчук П. Листи наркома / упоряд. Д. П. Гнатюк, О. Мельник; відп. ред. І. Волошин. — К. : "
            "Наук. думка, 1977. — Т. 2. — 415 с.",
            "uk",
            "PE Савчук П. | PE Д. П. Гнатюк | PE О. Мельник | PE І. Волошин | PL К.=Київ | OR Наук. думка",
        ),
        (
            "Волошин І. О. Діяльність міліції Харкова (1919–1925 рр.) : дис. … канд. іст. наук. — Харків,"
            " 2004. — 188 арк.",
            "uk",
            "PE Волошин І. О.",
        ),
        (
            "Гнатюк Д. Про Скрипника і Хвильового // З архівів ВУЧК–ГПУ–НКВД–КГБ. 2000. № 2/4. С. 365–380.",
            "uk",
            "PE Гнатюк Д. | PE Скрипника=Скрипник | PE Хвильового=Хвильовий | OR З архівів ВУЧК–ГПУ–НКВД–КГБ",
        ),
        (
            "Центральний державний архів громадських об'єднань України (далі — ЦДАГО України), ф. 1, оп. "
            "20, спр. 1234, арк. 5–7 зв.",
            "uk",
            "OR Центральний державний архів громадських об'єднань України | OR ЦДАГО України",
        ),
        (
            "Держархів Харківської обл., ф. Р-845, оп. 2, спр. 11, арк. 7.",
            "uk",
            "OR Держархів Харківської обл.",
        ),
        (
            "Савчук П. Вказ. праця. — С. 45.",
            "uk",
            "PE Савчук П.",
        ),
        (
            "Вісті ВУЦВК. — 1930. — 12 березня; Комуніст. — 1932. — 3 квіт.",
            "uk",
            "OR Вісті ВУЦВК | OR Комуніст",
        ),
        (
            "Збірник документів / за ред. П. Савчука та Д. Гнатюка. — Київ; Львів: Світ, 1994. — С. 3.",
            "uk",
            "PE П. Савчука | PE Д. Гнатюка | PL Київ | PL Львів | OR Світ",
        ),
        (
            "Гнатюк Д. П. та ін. Репресії на Поділлі. — Вінниця: ДП «ДКФ», 2007.",
            "uk",
            "PE Гнатюк Д. П. | PL Вінниця | OR ДП «ДКФ»",
        ),
        (
            "Мельников О. В. Политбюро и деревня: механизмы власти. М.: РОССПЭН, 1996. С. 45.",
            "ru",
            "PE Мельников О. В. | PL М.=Москва | OR РОССПЭН",
        ),
        (
            "Мельников О. В., Зайцева Н. И. Переписка Сталина и Молотова // Вопросы истории. 1995. № 3. С. 12–20.",
            "ru",
            "PE Мельников О. В. | PE Зайцева Н. И. | PE Сталина=Сталин | PE Молотова=Молотов | OR Вопросы истории",
        ),
        (
            "РГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 12; Там же. Оп. 162. Д. 14. Л. 17–18 об.",
            "ru",
            "OR РГАСПИ",
        ),
        (
            "ГАРФ, ф. Р-5446, оп. 1, д. 12, лл. 3–5.",
            "ru",
            "OR ГАРФ",
        ),
        (
            "Государственный архив Российской Федерации (далее — ГАРФ). Ф. 374. Оп. 27. Д. 1897. Л. 5.",
            "ru",
            "OR Государственный архив Российской Федерации | OR ГАРФ",
        ),
        (
            "Сталин и Каганович. Переписка. 1931–1936 гг. / сост. О. В. Мельников, Р. У. Зайцев; отв. "
            "ред. П. Савин. М., 2001. С. 274.",
            "ru",
            "PE Сталин | PE Каганович | PE О. В. Мельников | PE Р. У. Зайцев | PE П. Савин | PL М.=Москва",
        ),
        (
            "Савин П. Дело Косиора. Л.: Лениздат, 1989; Он же. Записки. СПб.: Наука, 1999. С. 3.",
            "ru",
            "PE Савин П. | PL Л.=Ленинград | OR Лениздат | PL СПб.=Санкт-Петербург | OR Наука",
        ),
        (
            "Документы ВЧК / под ред. В. Виноградова и А. Литвина. М.; Смоленск: Олимп, 1998.",
            "ru",
            "PE В. Виноградова | PE А. Литвина | PL М.=Москва | PL Смоленск | OR Олимп",
        ),
        (
            "Правда. 1933. 14 июля; Известия. 1932. 3 апр.",
            "ru",
            "OR Правда | OR Известия",
        ),
        (
            "Зайцев Р. Указ. соч. С. 45; Там же. С. 46.",
            "ru",
            "PE Зайцев Р.",
        ),
        (
            "См.: Савин П. Чекисты Украины: Дис. … канд. ист. наук. М., 2004. С. 88.",
            "ru",
            "PE Савин П. | PL М.=Москва",
        ),
        (
            "Про це писав ще П. Савчук (Савчук П. Листи наркома. К., 1977. С. 12), а згодом і «Вісті» від"
            " 12 березня 1930 р.",
            "uk",
            "PE П. Савчук | PE Савчук П. | PL К.=Київ",
        ),
        (
            "The decree was printed in Visti (see Savchuk, Letters, 45) and later reprinted (ed. D. "
            "Hnatiuk, Kyiv: Osnova, 1991).",
            "en",
            "PE Savchuk | PE D. Hnatiuk | PL Kyiv | OR Osnova",
        ),
        (
            "Stalin i Chubar': Perepiska, 1928–1936 gg. (Moscow: Nauka, 2002), p. 274.",
            "en",
            "PE Stalin | PE Chubar' | PL Moscow | OR Nauka",
        ),
        (
            'V. Petrushenko, "Pis\'ma Lazarya Kaganovicha Kosioru," Voprosy istorii, no. 4 (1990): 3–18; '
            "idem, Zhizn' Petrovskogo (Kharkiv, 1991).",
            "en",
            "PE V. Petrushenko | PE Lazarya Kaganovicha=Lazar' Kaganovich | PE Kosioru=Kosior | OR "
            "Voprosy istorii | PE Petrovskogo=Petrovskii | PL Kharkiv",
        ),
        (
            "Tragediia Dona, pod red. V. P. Danilova (Moscow: Nauka, 2001).",
            "en",
            "PE V. P. Danilova=V. P. Danilov | PL Moscow | OR Nauka",
        ),
    ],
)
def test_a_citation_names(text: str, lang: str, expected: str) -> None:
    assert named(text, lang) == expected


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Kosior had told Chubar about it in 1933, and Postyshev left on 5 May.", "en"),
        ("They left for Sonnenberg: a new life, 1991 onwards, and the order was signed on p. 5.", "en"),
        ("He led the Troika (Grigory Zinoviev, Lev Kamenev) until the plan of 12 villages failed.", "en"),
        ("У Львові 30 червня 1941 року Степана Бандери не було — Акта ще не читали.", "uk"),
        ("Олекса Багрій (1884-1938) народився у Жорнищах.", "uk"),
        ("Он жил на ул. Попова, 16 / 17 и в 1937 г. работал на заводе № 4.", "ru"),
        ("Ibid., 12; op. cit., p. 4.", "en"),
        ("Там само. — Арк. 12. Там само, арк. 15.", "uk"),
        ("Там же. С. 46; указ. соч., с. 3.", "ru"),
        ("It was “a blow to the plan.” On 18 November 1932 the bureau met. “Never.” In 1933, 12 men left.", "en"),
        ("", "en"),
    ],
)
def test_prose_and_references_to_what_was_cited_name_nothing(text: str, lang: str) -> None:
    assert named(text, lang) == ""


@pytest.mark.parametrize(
    ("text", "lang", "stretches"),
    [
        ("HDA SBU, Kyiv, spr. 51206 FP, ark. 18.", "en", ["spr. 51206 FP, ark. 18"]),
        ("РГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 12 об.", "ru", ["Ф. 17. Оп. 3. Д. 5. Л. 12 об."]),
        ("ДАХО, ф. Р-845, оп. 2, спр. 11, арк. 7 зв., 9", "uk", ["ф. Р-845, оп. 2, спр. 11, арк. 7 зв., 9"]),
        ("Ibid., vol. 3, pp. 12–14.", "en", ["Ibid.", "vol. 3", "pp. 12–14"]),
        ("Вказ. праця. — С. 45.", "uk", ["Вказ. праця", "С. 45"]),
        ("He came on 5 May 1933.", "en", []),
    ],
)
def test_shelfmarks_and_pages_name_nothing(text: str, lang: str, stretches: list[str]) -> None:
    assert [text[start:end] for start, end in unnamed(text)] == stretches


def test_what_a_citation_speaks_against_goes() -> None:
    text = "A. Petrushenko, Delo Chubaria: Dokumenty (Moscow: Nauka, 1966); TsDAHOU, f. 1, spr. 3 FP, ark. 4."

    def seen(name: str, label: Label, rule: str = "recognizer.of-news", weight: float = 0.4) -> Finding:
        return Finding(text.index(name), text.index(name) + len(name), label, rule, weight)

    before = [
        seen("Delo Chubaria", Label.PERSON),
        seen("Dokumenty", Label.PERSON),
        seen("FP", Label.ORG, "organizations.abbreviation", 0.45),
        seen("TsDAHOU", Label.ORG, "organizations.gazetteer", 0.68),
    ]
    kept = {(text[f.start : f.end], f.label) for f in settle_in(text, "en", cited(text, "en", before))}
    assert kept == {
        ("A. Petrushenko", Label.PERSON),
        ("Chubaria", Label.PERSON),
        ("Moscow", Label.PLACE),
        ("Nauka", Label.ORG),
        ("TsDAHOU", Label.ORG),
    }


def test_a_repeated_reference_makes_no_person_of_its_words() -> None:
    text = "Савчук П. Вказ. праця. — С. 45."
    start = text.index("П.")
    wrong = Finding(start, start + len("П. Вказ"), Label.PERSON, "persons.initials", 0.72)
    assert [text[f.start : f.end] for f in cited(text, "uk", [wrong])] == ["Савчук П."]


def test_the_component_works_in_a_pipeline_of_ones_own() -> None:
    nlp = spacy.blank("ru")
    nlp.add_pipe("kartoteka_citations")
    doc = nlp.make_doc("Савин П. Записки. Л.: Лениздат, 1989. С. 3.")
    add(doc, [Finding(39, 43, Label.ORG, "recognizer.of-news", 0.4)])
    doc = nlp.get_pipe("kartoteka_citations")(doc)
    assert [doc.text[f.start : f.end] for f in found(doc)] == ["Савин П.", "Л.", "Лениздат"]


PIECES = [
    "Shapoval", "Iu. Shapoval", "ed.", "comp.", "(Kyiv: Abrys, 1997)", ", ", " ", ". ", "; ", "p. 12", "Ibid.", "f. 1",
    "op. 2", "spr. 3", "TsDAHOU", "Савчук П.", "упоряд.", " // ", "М., 2001", "«Вісті»", "Arkhiv", "(", ")", "1933",
    '"Delo Chubaria,"', "Voprosy istorii", "no. 4", "idem", "— К.:", "та", "and", "’", "Ф. 17", "Л. 12 об.", "\n",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=14), lang=st.sampled_from(["en", "uk", "ru"]))
def test_whatever_is_cited_lies_in_the_text_and_out_of_what_names_nothing(pieces: list[str], lang: str) -> None:
    text = "".join(pieces)
    findings = list(read_citations(text, lang).findings)
    assert all(0 <= f.start < f.end <= len(text) and text[f.start : f.end].strip() for f in findings)
    assert all(f.label in {Label.PERSON, Label.ORG, Label.PLACE} for f in findings)
    assert all(start < end <= len(text) for start, end in unnamed(text))
