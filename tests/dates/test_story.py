"""Which date a story stands at: digressions into other times do not carry it away."""

from __future__ import annotations

import pytest

from kartoteka.dates import read_dates

STORIES = [
    ("a flashback ends with its sentence", "en",
     "The rising began on 22 January 1863. Traugutt, who had entered the army in May 1844, joined it. In July he led.",
     ["1863-01-22", "1844-05", "1863-07"]),
    ("within its sentence it goes on", "uk",
     "Вона прибула 4 березня 1930 р. Такого не бачили з весни 1919-го, коли в липні палили хутори. У червні зникла.",
     ["1930-03-04", "1919-21", "1919-07", "1930-06"]),
    ("two sentences of another time are the story", "en",
     "He was shot on 3 May 1937. He was born in March 1892. In June 1913 he left school. In August he was drafted.",
     ["1937-05-03", "1892-03", "1913-06", "1913-08"]),
    ("a printing much later is the author's time", "en",
     "The diet met on 6 October 1788. His letters, printed only in 1858, say little. In December he left.",
     ["1788-10-06", "1858", "1788-12"]),
    ("even within its sentence", "en",
     "He was taken on 11 April 1864. The diary, published in 1894, breaks off in May.",
     ["1864-04-11", "1894", "1864-05"]),
    ("but a step counts from it", "uk",
     "У березні 1918 р. він очолив уряд. Вивезений 1939 року, помер через три роки. У квітні 1918 р. рада зникла.",
     ["1918-03", "1939", "1942", "1918-04"]),
    ("a story that lasts until a late year has come there", "uk",
     "30 липня 1776 р. його привезли. У казематі він пробув до 1801 року. Прощення надійшло у квітні.",
     ["1776-07-30", "1801", "1801-04"]),
    ("what stands in brackets counts there", "ru",
     "25 марта 1918 г. провозгласили независимость. Луцкевич (род. в 1884 г.) возглавил её осенью 1918 г. В мае жил.",
     ["1918-03-25", "1884", "1918-23", "1919-05"]),
    ("the story's own year says nothing new", "uk",
     "21 липня 1929 р. його взяли. Щоденник за 1923–1929 рр. вилучили. У листопаді про це написали.",
     ["1929-07-21", "1923/1929", "1929-11"]),
    ("an explicit year sets right one that was inferred", "en",
     "In November 1942 they attacked. In January they came to the river. On 5 July 1943 it began. In August it ended.",
     ["1942-11", "1943-01", "1943-07-05", "1943-08"]),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "lang", "text", "values"), STORIES)
def test_a_story(fact: str, lang: str, text: str, values: list[str]) -> None:
    assert [date.span.edtf for date in read_dates(text, lang)] == values, fact
