"""Households to write to, of every kind that needs care."""

from kucho_desktop.association.store import change_association, name_association
from kucho_desktop.core.book import Book
from kucho_desktop.households import store
from kucho_desktop.households.model import Member
from kucho_desktop.tonarigumi.store import add_tonarigumi

PLACE = {"postal_code": "399-8205", "address": "安曇野市豊科1234-5"}


def fill(book: Book) -> dict[str, int]:
    """Ids by what each is."""
    name_association(book, name="梓野区", chief="丸山 治")
    change_association(book, "chief_address", "安曇野市豊科4932-26")
    group = add_tonarigumi(book, "第1隣組")

    def add(head: str, **said) -> int:
        return store.add_household(book, head, tonarigumi_id=group, **{**PLACE, **said})

    ids = {
        "couple": add("髙橋 一郎", kana="たかはし いちろう", yago="山ノ神屋"),
        "alone": add("𠮷田 清"),
        "office": add("梓野運送", membership="office"),
        "empty": add("空き家", membership="empty"),
        "not_joined": add("島田 学", membership="none"),
        "nowhere": add("小松 光", address="", postal_code=""),
    }
    couple = store.household(book, ids["couple"])
    assert couple is not None
    family = (
        Member(0, relation="妻", name="髙橋 和子", kana="たかはし かずこ"),
        Member(0, relation="長男", name="髙橋 茂", kana="たかはし しげる"),
        Member(0, relation="母", name=""),
    )
    store.change_members(book, ids["couple"], (*couple.members, *family))
    return ids
