"""The last touch to a household: what its note says of it, and people without a name."""

from collections.abc import Mapping

from kucho_desktop.core.i18n import _
from kucho_desktop.exchange.cells import DEDUCED
from kucho_desktop.exchange.drafts import BETWEEN, Draft, Said
from kucho_desktop.exchange.knowledge import Knowledge
from kucho_desktop.exchange.meaning import words_of
from kucho_desktop.exchange.names import class_in_note, house_name_in
from kucho_desktop.exchange.roles import Roles
from kucho_desktop.exchange.roster import Record

Words = Mapping[str, Mapping[str, str]]


def telling_words(knowledge: Knowledge) -> Words:
    """By field, the words that tell something in a note; 正 or 店 alone could be anything."""
    return {
        name: {
            word: code
            for word, code in words_of(found, f"household.{name}", knowledge).items()
            if len(word) > 1
        }
        for name in knowledge.wanted.from_notes
        if (found := knowledge.wanted.household_field(name))
    }


class Finisher:
    """Turns drafts into records."""

    def __init__(self, roles: Roles, said: Said, classes: Words) -> None:
        self._roles, self._said, self._classes = roles, said, classes
        self._wanted = roles.wanted

    def finished(self, draft: Draft) -> Record:
        """Deduce what notes say, and add the people of whom only the number is known."""
        values, wanted = draft.values, self._wanted
        if wanted.note in values:
            self._from_note(values[wanted.note], draft)
        if draft.notes:
            pieces = [values.get(wanted.note, ""), *draft.notes]
            values[wanted.note] = BETWEEN.join(filter(None, pieces))
        if draft.count is not None and draft.count != len(draft.people):
            self._agree_on_count(draft, draft.count)
        return Record(self._said.sheet, draft.row, draft.group, values, tuple(draft.people))

    def _agree_on_count(self, draft: Draft, count: int) -> None:
        """人数 against the names: more people are unnamed ones, fewer are told."""
        named = len(draft.people)
        if count > named:
            draft.people += [{} for _unnamed in range(count - named)]
        elif count == 0 and self._nobody_lives(draft):
            self._keep_house_name(draft)
        else:
            reason = _("{count} people are counted here, but {named} are named.")
            self._said.problem(draft.row, reason.format(count=count, named=named))

    def _nobody_lives(self, draft: Draft) -> bool:
        unlived = self._wanted.unlived
        return any(draft.values.get(name) in unlived for name in self._classes)

    def _keep_house_name(self, draft: Draft) -> None:
        wanted = self._wanted
        house = draft.people[0]
        names = {wanted.head: house.get(wanted.name), wanted.head_kana: house.get(wanted.kana)}
        draft.values |= {key: name for key, name in names.items() if name}
        draft.people = []

    def _from_note(self, note: str, draft: Draft) -> None:
        wanted = self._wanted
        for name, words in self._classes.items():
            code = class_in_note(note, words) if words and not draft.values.get(name) else ""
            if code:
                draft.values[name] = code
                self._deduced(name, note, code, draft)
        if wanted.house_name not in self._roles.filled and wanted.household_field(
            wanted.house_name
        ):
            house = house_name_in(note)
            if house:
                draft.values[wanted.house_name] = house
                draft.values.pop(wanted.note)
                self._deduced(wanted.house_name, note, house, draft)

    def _deduced(self, name: str, note: str, now: str, draft: Draft) -> None:
        found = self._wanted.household_field(name)
        self._said.repair(draft.row, found.title if found else name, DEDUCED, note, now)
