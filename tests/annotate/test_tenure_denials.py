"""Posts that were given but never taken up, and dates that only attest a post."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kartoteka.types import Modality, Tenure

ReadTenures = Callable[..., list[Tenure]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "In [D:May 1920=1920-05] [P:Ivan Hal] was appointed [O:rector of the [B:Institute]]. "
            "He never took up the post.",
        ),
        (
            "en",
            "In [D:May 1920=1920-05] [P:Ivan Hal] was appointed [O:rector of the [B:Institute]]. "
            "But he was not allowed to take up his duties.",
        ),
        (
            "uk",
            "У [D:травні 1920 року=1920-05] [P:Іван Галь] став [O:ректором [B:Інституту]]. "
            "До виконання обов’язків він так і не приступив.",
        ),
        (
            "ru",
            "В [D:мае 1920 года=1920-05] [P:Иван Галь] стал [O:ректором [B:Института]]. В должность он не вступил.",
        ),
    ],
)
def test_a_post_never_taken_up_is_prevented_and_not_held(read_tenures: ReadTenures, lang: str, text: str) -> None:
    found = read_tenures(text, lang=lang)
    assert [(t.modality, t.start.edtf if t.start else "") for t in found] == [(Modality.PREVENTED, "1920-05")]


def test_a_dismissal_after_it_still_ends_the_post(read_tenures: ReadTenures) -> None:
    found = read_tenures(
        "In [D:May 1920=1920-05] [P:Ivan Hal] was appointed [O:rector of the [B:Institute]]. He was not allowed to "
        "take up his duties, and on [D:19 June 1920=1920-06-19] he was dismissed from the post."
    )
    held = [t for t in found if t.modality is Modality.HELD]
    assert [(t.start and t.start.edtf, t.end and t.end.edtf) for t in held] == [("1920-05", "1920-06-19")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "In [D:1926=1926] [P:Ivan Hal] was [O:rector of the [B:Institute]]."),
        ("uk", "У [D:1926 році=1926] [P:Іван Галь] був [O:ректором [B:Інституту]]."),
        ("ru", "В [D:1926 году=1926] [P:Иван Галь] был [O:ректором [B:Института]]."),
    ],
)
def test_a_year_in_which_it_was_held_attests_a_post(read_tenures: ReadTenures, lang: str, text: str) -> None:
    (tenure,) = read_tenures(text, lang=lang)
    assert (tenure.start, tenure.end) == (None, None)
    assert tenure.attested is not None and tenure.attested.edtf == "1926"
