"""Cut windows to a time: those stay in which a sentence is dated to it, whole, so that chance is measured in it too."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.network.counting.calendar import read_calendar
from kartoteka.network.counting.namings import Namings
from kartoteka.store.appearances import Appearances
from kartoteka.types.windows import Window, WindowKind

Array = NDArray[Any]


def cut(namings: Namings, appearances: Appearances, window: Window | None, time: tuple[str, str]) -> Namings:
    """The windows (of mentions where `window` is None) that hold what is dated to a time, `since` and `until`."""
    alive = read_calendar(appearances, *time).alive
    if window is None:
        return _keep(namings, alive[namings.at], int(alive.sum()))
    if window.kind is WindowKind.TOKENS:
        living = np.bincount(namings.window, alive[namings.at]) > 0
        return _keep(namings, living[namings.window], int(living.sum()))
    read = _living_sentences(appearances, time)
    if window.kind is WindowKind.SENTENCE:
        return _keep(namings, alive[namings.at], int(read.sum()))
    if window.kind is WindowKind.SENTENCES:
        living = _any_following(appearances, read, window.reach)
    else:
        places = appearances.read_block[read]
        if window.kind is WindowKind.DOCUMENT:
            places = appearances.block_document[places]
        living = np.bincount(places, minlength=int(namings.window.max(initial=0)) + 1) > 0
    return _keep(namings, living[namings.window], int(living.sum()))


def _keep(namings: Namings, wanted: Array, windows: int) -> Namings:
    """The rows that are wanted, whole windows."""
    columns = ("window", "node", "at", "bits", "document", "after")
    return replace(namings, **{name: getattr(namings, name)[wanted] for name in columns}, windows=windows)


def _living_sentences(appearances: Appearances, time: tuple[str, str]) -> Array:
    """Whether each sentence in which anything was read is dated to a time."""
    block, sentence = appearances.read_block, appearances.read_sentence
    # As if each of them named one card.
    read = replace(appearances, card=np.zeros_like(block), block=block, sentence=sentence)
    return read_calendar(read, *time).alive


def _any_following(appearances: Appearances, living: Array, reach: int) -> Array:
    """Whether each sentence in which anything was read, or one so near behind it in its paragraph, lives."""
    sentence = appearances.read_sentence
    place = appearances.read_block * (int(sentence.max(initial=0)) + reach + 1) + sentence
    passed = np.append(0, np.cumsum(living))
    found: Array = passed[np.searchsorted(place, place + reach, side="right")] > passed[:-1]
    return found
