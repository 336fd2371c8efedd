"""A name in one language in full, where its given name is attested in another alone: «П. Постишев» is Павло."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from kartoteka.names.persons.forenames import begins, given_agreement
from kartoteka.names.persons.given import classes, given_names
from kartoteka.names.persons.parse import PersonName, is_initial
from kartoteka.names.persons.translations import russian_given
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.romanization.recognize import writes
from kartoteka.romanization.romanize import romanize
from kartoteka.romanization.schemes import schemes

#: The table of given names calls each by the Ukrainian form in this scheme.
_TABLE = "uk-national"
#: A spelling of a given name is another's from this agreement on.
_ONE_GIVEN = 0.8


def completed(name: PersonName, own: Iterable[PersonName], others: Iterable[PersonName], lang: str) -> PersonName:
    """A Cyrillic name with all that is known of given name and patronymic.

    `own` are the person's names in the same language: what they attest comes first. Of `others`, in any language, a
    full given name counts where the table of given names tells its form in `lang`, and the initial fits it.
    """
    attested = [one for one in own if _is_full(one.given) and _may_be(name, one.given)]
    if not _is_full(name.given) and attested:
        name = replace(name, given=attested[0].given)
    if not _is_full(name.given):
        forms = {given_in(lang, one.given) for one in others if _is_full(one.given)}
        form = forms.pop() if len(forms) == 1 else ""
        name = replace(name, given=form) if form and _may_be(name, form) else name
    fathers = [one for one in attested if _is_full(one.patronymic) and _may_be(name, one.given)]
    if fathers and not _is_full(name.patronymic):
        return replace(name, patronymic=fathers[0].patronymic)
    # Nobody is called "Nikita S. Khrushchev": an initial goes with another.
    return name if not _is_full(name.given) or _is_full(name.patronymic) else replace(name, patronymic="")


def loses(name: PersonName, others: Iterable[PersonName], *, patronymics: bool) -> bool:
    """Whether a name lacks a given name or initial that others have, or a patronymic (with `patronymics`)."""
    listed = list(others)
    if any(_is_full(one.given) for one in listed) and not _is_full(name.given):
        return True
    if any(one.given and one.surname for one in listed) and not (name.given and name.surname):
        return True
    return patronymics and any(_is_full(one.patronymic) for one in listed) and not _is_full(name.patronymic)


def _is_full(part: str) -> bool:
    return bool(part) and not any(is_initial(word) for word in part.split())


def _may_be(name: PersonName, given: str) -> bool:
    if not name.given:
        return True
    return (
        begins(given, name.given) if is_initial(name.given) else given_agreement(name.given, given) >= _ONE_GIVEN
    )


@lru_cache(maxsize=50_000)
def given_in(lang: str, given: str) -> str:
    """The Ukrainian (uk) or Russian (ru) form of a given name; "" where the tables leave a doubt.

    Only a name in Ukrainian, Russian or Belarusian, or what a scheme makes of it, is certain: Józef need not be Йосип.
    """
    known = classes(given).sure
    if len(known) != 1:
        return ""
    row = given_names()[next(iter(known))]
    ukrainian = next((form for form in row.regional if romanize(form, _TABLE) == row.name), "")
    russian = next((form for form in russian_given(ukrainian) if form in row.regional), "")
    forms = {"uk": ukrainian, "ru": russian}
    native = any(_writes(form, given, one) for one, form in forms.items() if form) or given in row.regional
    return forms.get(lang, "") if native else ""


def _writes(form: str, given: str, lang: str) -> bool:
    if CYRILLIC.search(given):
        return form == given
    return any(writes(form, given, name) for name, scheme in schemes().items() if scheme.lang == lang)
