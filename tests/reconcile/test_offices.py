"""Posts come onto one card only by what they say of body and land; bare ones stay with their documents."""

from __future__ import annotations

from kartoteka.reconcile import resolve
from kartoteka.types import Label, Referent


def a_post(document: str, *names: str) -> Referent:
    return Referent(f"{document}/{names[0]}", document, Label.OFFICE, names[0], names, (f"{document}#0",))


def cards(*referents: Referent) -> set[frozenset[str]]:
    return {frozenset(entity.referents) for entity in resolve(referents).entities}


def test_one_post_in_three_languages_is_one_card() -> None:
    posts = (
        a_post("a", "People's Commissar for Education of the Ukrainian SSR"),
        a_post("b", "нарком освіти УСРР", "нарком"),
        a_post("c", "народный комиссар просвещения Украины"),
        a_post("d", "заместитель наркома просвещения УССР"),
        a_post("e", "нарком просвещения РСФСР"),
    )
    assert cards(*posts) == {
        frozenset(post.id for post in posts[:3]),
        frozenset({posts[3].id}),
        frozenset({posts[4].id}),
    }


def test_a_post_of_no_body_is_its_documents_own() -> None:
    names = ("chairman", "first secretary", "нарком", "head of the department", "Minister of Finance")
    posts = [a_post(document, name) for document in ("a", "b") for name in names]
    assert cards(*posts) == {frozenset({post.id}) for post in posts}


def test_a_bare_post_does_not_go_to_the_only_card_of_its_role() -> None:
    posts = (a_post("a", "chairman of the OGPU"), a_post("a", "chairman"), a_post("b", "chairman"))
    assert cards(*posts) == {frozenset({post.id}) for post in posts}


def test_a_name_that_says_nothing_of_a_post_is_its_documents_own() -> None:
    posts = (a_post("a", "turner"), a_post("b", "turner"))
    assert cards(*posts) == {frozenset({post.id}) for post in posts}
