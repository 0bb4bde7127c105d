"""The word for each person's relation when somebody else becomes the head."""

import unicodedata

from kucho_desktop.households.model.choices import HEAD

_PARTNERS = {"妻": "夫", "夫": "妻"}
_PARENTS = {"妻": "母", "夫": "父", "父": "祖父", "母": "祖母"}
_GRANDCHILDREN = {"孫": "子", "ひ孫": "孫", "曾孫": "孫"}
_CHILDREN = frozenset({"子", "息子", "娘", "長子", "養子", "養女"})
_ORDINALS = "長次二三四五六七"
_STAY_FOR_PARTNER = frozenset({"孫", "ひ孫", "曾孫", "同居人"})


def relation_after(became: str, relation: str, gender: str = "", partner: str = "") -> str:
    """How a person is related to the new head; "" where the words do not tell.

    became: the new head's relation to the last one. relation: the person's, HEAD for the last head
    himself; gender: of the person. partner: 妻 or 夫 of the last head, where there is one.
    """
    if relation == "同居人":
        return relation
    if became in _PARTNERS:
        return _seen_by_partner(became, relation)
    if _is_child(became):
        return _seen_by_child(became, relation, gender, partner)
    return ""


def _seen_by_partner(became: str, relation: str) -> str:
    if relation == HEAD:
        return _PARTNERS[became]
    plain = relation.split("の")[0]
    return relation if _is_child(plain) or plain in _STAY_FOR_PARTNER else ""


def _seen_by_child(became: str, relation: str, gender: str, partner: str) -> str:
    if relation == HEAD:
        by_gender = {"male": "父", "female": "母"}.get(gender, "")
        return by_gender or _PARENTS.get(_PARTNERS.get(partner, ""), "")
    if relation in _PARENTS:
        return _PARENTS[relation]
    for word in _PARTNERS:
        if relation in (f"{became}の{word}", f"子の{word}"):
            return word
    return _GRANDCHILDREN.get(relation, "")


def _is_child(relation: str) -> bool:
    plain = unicodedata.normalize("NFKC", relation)
    return plain in _CHILDREN or (len(plain) == 2 and plain[0] in _ORDINALS and plain[1] in "男女")
