"""「話したこと」: the talks with a household, newest first, with the form of one."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.core.book import Book
from kucho_desktop.core.dates import show_date
from kucho_desktop.core.errors import KuchoError
from kucho_desktop.core.fields import field_named
from kucho_desktop.core.i18n import _
from kucho_desktop.households import store
from kucho_desktop.households.model.ties.talks import Talk
from kucho_desktop.households.page.sheet.entries import TAB, Entries
from kucho_desktop.widgets.form import Form, Section
from kucho_desktop.widgets.parts import button, column, words
from kucho_desktop.widgets.wrapping import Wrapping

_LINES = (Section("", [("talked_on", "way"), "said", "next_step", "next_on"]),)
_SHOWN = 8


def in_words(talk: Talk) -> str:
    """「令和8年11月3日(火) 訪問：…」."""
    head = f"{show_date(talk.talked_on)} {field_named(Talk, 'way').text(talk)}"
    said = " ".join(talk.said.split())
    return _("{member}: {item}").format(member=head, item=said) if said else head


def step_in_words(talk: Talk) -> str:
    """「次にすること：… （…まで）」, empty where there is none."""
    if not talk.next_step:
        return ""
    day = show_date(talk.next_on)
    text = _("{step} (by {day})").format(step=talk.next_step, day=day) if day else talk.next_step
    if talk.done:
        return _("Done: {what}").format(what=text)
    return _("Next step: {step}").format(step=text)


class Talks(Entries[Talk]):
    """opened: whether a talk is being written now."""

    opened = Signal(bool)

    def __init__(self, book: Book) -> None:
        super().__init__(book, _("Write down a talk…"))
        self.none = words(_("No talk is written down yet."), "second")
        self.heading = words(_("Talks"), "heading")
        layout = column(self.heading, Wrapping(self.add))
        layout.addLayout(self._form_place)
        layout.addWidget(self.problem)
        layout.addLayout(self._ends)
        layout.addWidget(self.none)
        layout.addLayout(self._list)
        self.setLayout(layout)
        self._close()

    def show_household(self, household: int) -> None:
        """Show the talks of this one, newest first."""
        talks = store.talks_of(self._book, household) if household else []
        if not self._begin_list(household, talks):
            return
        self.none.setVisible(not talks)
        for talk in talks[:_SHOWN]:
            self._show_line(talk)
        self._put_in_order()

    def _show_line(self, talk: Talk) -> None:
        self._list.addWidget(words(in_words(talk)))
        today = self._today().isoformat()
        step = step_in_words(talk)
        if step:
            self._list.addWidget(words(step, "look" if talk.is_due(today) else "second"))
        done = None
        if talk.is_open:
            done = button(_("The next step is done"), icon="check", value=str(talk.id))
            done.setAccessibleDescription(step)
            done.chosen.connect(self._finish)
        change = button(_("Change…"), role="quiet", value=str(talk.id))
        change.setAccessibleDescription(in_words(talk))
        change.chosen.connect(self._change)
        self._add_line(done, change)

    def _in_order(self, buttons: list[QWidget], form: list[QWidget]) -> list[QWidget]:
        return [*form, *buttons]

    # the form of one

    def _new(self) -> Talk:
        """A talk of today."""
        return Talk(household_id=self._household, talked_on=self._today().isoformat())

    def _make_form(self) -> Form:
        return Form(Talk, _LINES, today=self._today)

    def _ways(self) -> tuple[Callable[[Book, Talk], object], Callable[[Book, Talk], object]]:
        return store.keep_talk, _remove_talk

    @Slot(str)
    def _change(self, id_: str) -> None:
        self._open(next(talk for talk in self.entries if talk.id == int(id_)))

    def _open(self, entry: Talk) -> None:
        super()._open(entry)
        self.opened.emit(True)

    def _focus_form(self) -> None:
        assert self.form is not None
        is_new = self.told is not None and not self.told.id
        self.form.boxes["said" if is_new else "talked_on"].edit.setFocus(TAB)

    @Slot(str)
    def _finish(self, id_: str) -> None:
        """The focus stays where the next thing is done."""
        try:
            store.finish_step(self._book, int(id_))
        except KuchoError as error:
            self._say(str(error))
        else:
            self.add.setFocus(TAB)
            self.done.emit(self._book.undo_label())

    def _close(self) -> None:
        super()._close()
        self.opened.emit(False)


def _remove_talk(book: Book, talk: Talk) -> None:
    store.remove_talk(book, talk.id)
