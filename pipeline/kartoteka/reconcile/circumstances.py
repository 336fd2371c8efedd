"""When and in which posts a person is known to have lived: what two bearers of one name can be told apart by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kartoteka.dates.limits import OPEN, Allowed, apart, known, limits, precedes
from kartoteka.names import parse_office
from kartoteka.names.offices import same_post, tells
from kartoteka.reconcile.evidence import rules
from kartoteka.types import Life, Modality, OfficeName, Reason, Tenure
from kartoteka.types.careers import Limits

#: The feature of a reason that two were born, died or acted at other times.
LIFE = "life"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that only a living person does: the days that its date allows, and the words of the text."""

    at: Limits
    words: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post that is told from others of its kind, in the words of the text and as it is understood."""

    words: str
    name: OfficeName


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of somebody besides the name: the days of birth and death allow all that was stated of them.

    `schemes` are those by which the texts that speak of it romanize names; the lists are empty where nothing is stated.
    """

    birth: Limits = OPEN
    death: Limits = OPEN
    deeds: tuple[Deed, ...] = ()
    posts: tuple[Post, ...] = ()
    schemes: tuple[str, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether anything is known of the times."""
        return self.birth != OPEN or self.death != OPEN or bool(self.deeds)


NOTHING = Circumstances()


def find_circumstances(
    lives: Iterable[Life], tenures: Iterable[Tenure], romanized: Mapping[str, tuple[str, ...]] | None = None
) -> dict[str, Circumstances]:
    """The circumstances of each referent (by id) of whom something is stated, or whose text is `romanized` by schemes.

    A post that its own document has somebody hold after death, or as a child, is a slip and counts for nothing.
    """
    births: dict[str, Allowed] = {}
    deaths: dict[str, Allowed] = {}
    for life in lives:
        births.setdefault(life.person, Allowed()).add(limits(life.birth))
        deaths.setdefault(life.person, Allowed()).add(limits(life.death))
    deeds: dict[str, list[Deed]] = {}
    posts: dict[str, list[Post]] = {}
    for tenure in tenures:
        if tenure.holder and tenure.modality is Modality.HELD and not (tenure.honorary or tenure.designate):
            deeds.setdefault(tenure.holder, []).extend(_deeds(tenure))
            if tells(name := parse_office(tenure.office)):
                posts.setdefault(tenure.holder, []).append(Post(tenure.office, name))
    found = {}
    spelled = romanized or {}
    for person in births.keys() | deeds.keys() | posts.keys() | spelled.keys():
        birth, death = births.get(person, Allowed()).limits, deaths.get(person, Allowed()).limits
        bounds = Circumstances(birth, death)
        lived = tuple(deed for deed in deeds.get(person, ()) if _outside(bounds, deed) is None)
        found[person] = replace(
            bounds, deeds=lived, posts=tuple(posts.get(person, ())), schemes=spelled.get(person, ())
        )
    return found


def _deeds(tenure: Tenure) -> Iterator[Deed]:
    """The moments at which a tenure says its holder lived: its start, its end (which may be death), or between."""
    moments = ((tenure.start, "from"), (tenure.end, "until"), (tenure.attested, "in"))
    for span, word in moments:
        if span is not None and known(at := limits(span)):
            yield Deed(at, f"{tenure.office}, {word} {span.edtf}")


def together(several: Iterable[Circumstances]) -> Circumstances:
    """The circumstances of referents that are one: all that is stated of any."""
    listed = list(several)
    if len(listed) == 1:
        return listed[0]
    return Circumstances(
        Allowed(one.birth for one in listed).limits,
        Allowed(one.death for one in listed).limits,
        tuple(dict.fromkeys(deed for one in listed for deed in one.deeds)),
        tuple(dict.fromkeys(post for one in listed for post in one.posts)),
        tuple(dict.fromkeys(scheme for one in listed for scheme in one.schemes)),
    )


def opposed(one: Circumstances, other: Circumstances) -> Reason | None:
    """Why two cannot be one person: born or dead at other times, in office after death or as a child; None if they can.

    Sources differ on the year of a birth, and more on that of a death; only what no slip explains counts.
    """
    for event, left, right, most in (
        ("born", one.birth, other.birth, rules().births_apart),
        ("died", one.death, other.death, rules().deaths_apart),
    ):
        if apart(left, right) > most:
            return Reason(LIFE, 0.0, f"one {event} {_words(left)}, the other {_words(right)}")
    for life, doer in ((one, other), (other, one)):
        for deed in doer.deeds:
            if (why := _outside(life, deed)) is not None:
                return Reason(LIFE, 0.0, why)
    return None


def _outside(life: Circumstances, deed: Deed) -> str | None:
    if precedes(life.death, deed.at) and apart(life.death, deed.at) > rules().after_death:
        return f"one died {_words(life.death)}, the other was {deed.words}"
    if precedes(deed.at, life.birth) or _too_young(life.birth, deed.at):
        return f"one was born {_words(life.birth)}, the other was {deed.words}"
    return None


def _too_young(birth: Limits, at: Limits) -> bool:
    """Whether even the last day of a deed lies soon after the first day that the birth allows."""
    return None not in (birth[0], at[1]) and apart((None, birth[0]), (at[1], None)) < rules().of_age


def shared_post(one: Circumstances, other: Circumstances) -> Post | None:
    """A post of the second that both are said to have held; None where there is none."""
    return next((held for held in other.posts for post in one.posts if same_post(post.name, held.name)), None)


def _words(days: Limits) -> str:
    first, last = (day or "…" for day in days)
    if first[:4] == last[:4]:
        return first if first == last else first[:4]
    return f"between {first[:4]} and {last[:4]}"


def of_all(referents: Iterable[str], known_of: Mapping[str, Circumstances]) -> Circumstances:
    """What is known of these referents together."""
    return together([known_of[referent] for referent in referents if referent in known_of] or [NOTHING])
