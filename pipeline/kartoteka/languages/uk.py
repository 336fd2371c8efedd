"""Ukrainian: names in seven cases."""

from __future__ import annotations

from functools import partial

from kartoteka.languages.base import Language
from kartoteka.languages.declension import decline

UKRAINIAN = Language("uk", "Ukrainian", partial(decline, lang="uk"))
