"""Posts that stand beside a name or open a sentence, without a verb: titles, descriptions, lines of a life."""

from __future__ import annotations

import re

from kartoteka.annotate.office_slavic_words import slavic
from kartoteka.annotate.tenure_agreement import is_anothers, share_case
from kartoteka.annotate.tenure_grammar import Construction, Grammar
from kartoteka.annotate.tenure_lines import acts
from kartoteka.annotate.tenure_modality import modality
from kartoteka.annotate.tenure_posts import INSTRUMENTAL, Event, Post, following, instrumental, preceding
from kartoteka.annotate.tenure_sentences import Sentence
from kartoteka.annotate.tenure_subjects import Focus, nominative

_NOMINAL = re.compile(r"^[\s\-*•–—]*(?:[^‹.]{0,16}‹D\d+›[^‹.\w]{0,12}?)(?:—|–|-|:|,)?\s*$")
_INITIAL = re.compile(r"^[\s\-*•–—\"«“\[(]*(?:the |then |former |as |колишній |бывший )*$", re.IGNORECASE)
_FAR_TITLE = re.compile(r"^(?:,[^‹,;.]+(?:‹[DGB]\d+›[^‹,;.]*)*,|(?: [^‹,;.]{1,45})) (?P<holder>‹P\d+›)")
_PERSON = re.compile(r"‹P\d+›")
#: «Провести на пост председателя N.»: for a post, of which no verb tells that it was got.
_FOR_POST = re.compile(r"\b(?:на|в) (?:пост|должность|посаду|место|місце) $")
#: A post whose last words are another's title: "deputy to Metropolitan N.", "aide to President N.".
_OF_SUPERIOR = re.compile(r"\bto (?:the )?(?:[A-Z][\w’'-]+ ?){1,3}$")
_DEFINITE = re.compile(r"(?:\b(?:the|former|then|its|their|his|her|our|my) |\[|^[\s\[(\"“«]*)$", re.IGNORECASE)


def rostered(sentence: Sentence, grammar: Grammar, posts: tuple[Post, ...]) -> Event | None:
    """A line of a list of holders: «голова правління — N., секретар — M.»."""
    if grammar.lang == "en" or instrumental(posts[-1]):
        return None
    named = grammar.lines["named"].match(following(sentence, posts[-1]))
    if named is None or not nominative(sentence.mark(named["holder"])):
        return None
    span = (posts[-1].start, posts[-1].end)
    return Event("title", span, (sentence.mark(named["holder"]).referent,), posts[-1:])


def titled(
    sentence: Sentence,
    grammar: Grammar,
    posts: tuple[Post, ...],
    found: tuple[Construction, re.Match[str]] | None,
) -> Event | None:
    """A post right before a name."""
    title = grammar.title.match(following(sentence, posts[-1]))
    if title is None or _serves(sentence, grammar, posts, title["holder"]):
        return None
    span, holder = (posts[0].start, posts[-1].end), (sentence.mark(title["holder"]).referent,)
    fits = nominative(sentence.mark(title["holder"]))
    if found and found[0].holder == "object":
        fits = fits or _active(found[1]["verb"])
    if found and grammar.lang != "en" and fits and (not found[0].case or instrumental(posts[-1])):
        came = modality(sentence, grammar, found[1].span("verb"), span[1])
        begin = found[1].start("verb")
        return Event(found[0].role, (begin, span[1]), holder, posts, modality=came, rule=found[0].name)
    if not _may_be_titled(sentence, grammar, posts[-1], title["holder"]) or _FOR_POST.search(
        preceding(sentence, posts[0])
    ):
        return None
    if "‹D" in title[0] and "(" not in title[0]:  # «директор з 1993 по 2007 рік N.»
        return Event("state", span, holder, posts)
    return Event("title", (span[0], span[1] + title.end()), holder, posts)


def _serves(sentence: Sentence, grammar: Grammar, posts: tuple[Post, ...], sign: str) -> bool:
    """Whether the name behind a Slavic post is that of the one whom its holder, named before, serves.

    «N. призначили заступником голови Раднаркому Власа Чубаря», «был заместителем Серго Орджоникидзе».
    """
    if grammar.lang == "en" or not instrumental(posts[-1]) or not _PERSON.search(sentence.text, 0, posts[0].start):
        return False
    words = re.findall(r"[\w’'-]+", posts[-1].mark.mention.text)
    deputy = any(slavic(grammar.lang).deputies.match(word) for word in words[:3])
    return deputy and (len(words) == 1 or not nominative(sentence.mark(sign)))


def _active(verb: str) -> bool:
    """Whether a Slavic verb that appoints somebody has an object: «обрали головою Петренка»."""
    return (
        re.search(r"(?:ли|ло|ив|ав|ила|ил|ал|ла|ено|єно|ано|уто|ито|ють|ає|ают|ает)$", verb.split()[-1])
        is not None
    )


def described(sentence: Sentence, grammar: Grammar, posts: tuple[Post, ...]) -> Event | None:
    """A post that opens a sentence or has the article, its holder behind a comma."""
    before, after = preceding(sentence, posts[0]), following(sentence, posts[-1])
    described = grammar.described.match(after) if _DEFINITE.search(before) or _INITIAL.match(before) else None
    if described is None and _INITIAL.match(before) and (grammar.lang == "en" or not instrumental(posts[0])):
        described = _FAR_TITLE.match(after)
    if described is None or (grammar.lang == "en" and not after.startswith((",", "],", "),"))):
        return None
    if grammar.lang != "en" and not nominative(sentence.mark(described["holder"])):
        return None
    holder = sentence.mark(described["holder"]).referent
    return Event("title", (posts[0].start, posts[-1].end), (holder,), posts)


def nominal(sentence: Sentence, grammar: Grammar, posts: tuple[Post, ...], focus: Focus) -> Event | None:
    """A line of a Slavic life: "В 1992–2010 годах — мэр Москвы"."""
    holder = focus.protagonist or focus.subject
    if grammar.lang == "en":
        return _fronted(sentence, grammar, posts, focus)
    if not holder or not _NOMINAL.match(sentence.text[: posts[0].start][:120]):
        return None
    behind = re.match(r"[^,;:(—–]*", sentence.text[posts[-1].end :])
    if posts[0].start > 120 or (behind and acts(behind[0], grammar.lang)):
        return None
    return Event("state", (posts[0].start, posts[-1].end), (holder,), posts)


def _fronted(sentence: Sentence, grammar: Grammar, posts: tuple[Post, ...], focus: Focus) -> Event | None:
    """Posts that open an English sentence: "Rector since 1920, he …", or are all of it: "Mayor of Kyiv (1918)."."""
    before = sentence.text[: posts[0].start]
    listed = before.endswith(": ") and "‹P" not in sentence.text
    if not focus.antecedent() or not (listed or _INITIAL.match(before)):
        return None
    behind = sentence.text[posts[-1].end :]
    if not grammar.lines["fronted"].match(behind) and not grammar.lines["alone"].match(behind):
        return None
    return Event("state", (posts[0].start, posts[-1].end), (focus.antecedent(),), posts, rule="fronted")


def _may_be_titled(sentence: Sentence, grammar: Grammar, post: Post, sign: str) -> bool:
    """Whether the name after a post is its holder's, not that of the one whom the post serves."""
    if grammar.lang == "en":
        return not _OF_SUPERIOR.search(post.mark.mention.text)
    words = post.mark.mention.text.split()
    name = sentence.mark(sign).mention.text
    if nominative(sentence.mark(sign)):
        return not is_anothers(words[0], name, grammar.lang)
    if not share_case(words[0], name, grammar.lang):
        return False
    serves = slavic(grammar.lang).person.match(words[-1])
    return not serves or bool(INSTRUMENTAL.search(words[-1]))
