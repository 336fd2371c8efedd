"""English subjects that are no person of the text: things, several unnamed people, one of a party's members."""

from __future__ import annotations

import re

#: An English subject that is no name: "until the firm was expelled", "his brother was appointed".
_THING = re.compile(
    r"(?:^|[,;:]|\b(?:and|but|until|till|when|while|whereas|because|since|after|before|that|as|if|where|though|although|once))"
    r"\W*(?:the|this|these|those|its|an?|his|her|their|another|some|all|both|many|most|several|two|three|no)\s"
    r"(?!latter|former)(?:(?!(?:he|she|it|they|we|i|who|which|whom|and|but|to|whose)\s)[a-z][\w’'-]*\s){1,4}$",
    re.IGNORECASE,
)
#: What leads a clause about a thing or several people: "the circle that governed", "the men who led".
_ANTECEDENT = re.compile(
    r"\b(?:that|which|(?:those|men|women|people|[a-z]{3,}[^s\W]s) who)"
    r"(?: (?:had|has|have|then|once|now|still|[a-z]+ly)){0,3} $"
)
#: What stands before a party's name that its member is called by.
_ONE = re.compile(r"\b(?:another|fellow|one more|an?) $")


def is_unnamed(before: str) -> bool:
    """Whether the words before a verb end with its subject, and that is nobody by name: "the firm", "men who"."""
    return _THING.search(before) is not None or _ANTECEDENT.search(before) is not None


def is_one_of_several(before: str, name: str) -> bool:
    """Whether a single word is what somebody else is called, not a name: "N., another Borotbist, was"."""
    return " " not in name and _ONE.search(before) is not None
