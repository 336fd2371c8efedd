"""Russian: names in six cases."""

from __future__ import annotations

from functools import partial

from kartoteka.languages.base import Language
from kartoteka.languages.declension import decline

RUSSIAN = Language("ru", "Russian", partial(decline, lang="ru"))
