"""依頼事務の棚卸し: what is asked every year, how many hours it takes, whether it is needed."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kucho_desktop.circulars import store
from kucho_desktop.circulars.model import CityRequest
from kucho_desktop.circulars.model.requests import (
    CLASSES,
    hours_text,
    minutes_by_month,
    minutes_by_office,
    month_name,
    said_before,
    whole_hours,
)
from kucho_desktop.core.book import Book
from kucho_desktop.core.i18n import _
from kucho_desktop.widgets import theme
from kucho_desktop.widgets.charts import Bars, Level, Upright
from kucho_desktop.widgets.form import Section
from kucho_desktop.widgets.kept_tab import About, KeptTab
from kucho_desktop.widgets.parts import Card, Flow, button, column, words
from kucho_desktop.widgets.suggesting import Suggesting

_MOST_OFFICES = 12


def _title(request: CityRequest) -> str:
    return request.title


def _about() -> About:
    return About(
        title=_("Requests of a year"),
        what_for=_(
            "What the city and others ask every year, the time it takes, and what we think."
        ),
        adds=_("Write down a request"),
        removes=_("Written by mistake: remove"),
        removed=_("The request was removed"),
        shelf=store.REQUESTS,
        columns=[("title", 14), ("office", 9), ("class_", 6), ("minutes", 6), ("needed", 9)],
        spare=["needed", "class_"],
        sections=[
            Section("", ["title", "office", "class_"]),
            Section("", ["minutes", "times", "months", "pay"]),
            Section("", ["needed", "opinion", "note"]),
        ],
        needs=["title"],
        title_of=_title,
    )


class RequestsTab(KeptTab):
    """With the hours of the year as a chart, in place of the list while one looks at it."""

    def __init__(self, book: Book) -> None:
        self._every: list[CityRequest] = []
        self.look = button(_("Hours as a chart"), self._look)
        self.look.setCheckable(True)
        self.sum = words("", "second", wrap=False)
        self.sum.setMinimumHeight(theme.now().target)
        self.months = Upright(_("Hours in each month"))
        self.offices = Level(_("Hours for each office"))
        super().__init__(book, _about())
        self.chart = Card()
        inside = column(
            words(_("Hours in each month"), "heading"),
            self.months,
            words(_("Hours for each office"), "heading"),
            self.offices,
            None,
        )
        self.chart.body.addWidget(Flow(inside), 1)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.chart)
        self.chart.hide()
        Suggesting(self.form.boxes["office"], self._offices)
        Suggesting(self.form.boxes["class_"], self._classes)

    def beside_add(self) -> Sequence[QWidget]:
        return (self.look, self.sum)

    def records(self) -> list[CityRequest]:
        self._every = store.REQUESTS.all(self._book)
        minutes = sum(each.minutes_a_year for each in self._every)
        said = _("{count} requests, {time} a year")
        self.sum.setText(said.format(count=len(self._every), time=hours_text(minutes)))
        self._show_hours()
        return self._every

    def _show_hours(self) -> None:
        title = (_("Hours"),)
        months = minutes_by_month(self._every)
        bars = [Bars(month_name(each), (whole_hours(months[each]),)) for each in months]
        self.months.show_bars(title, bars)
        offices = list(minutes_by_office(self._every).items())[:_MOST_OFFICES]
        self.offices.show_bars(
            title, [Bars(name or _("(not said)"), (whole_hours(time),)) for name, time in offices]
        )

    @Slot()
    def _look(self) -> None:
        self.finish()
        self.chart.setVisible(self.look.isChecked())
        self.side.setHidden(self.look.isChecked())

    def select(self, id_: int) -> None:
        if self.look.isChecked():
            self.look.click()
        super().select(id_)

    @Slot()
    def begin_new(self) -> None:
        if self.look.isChecked():
            self.look.click()
        super().begin_new()

    def _offices(self, typed: str) -> list[str]:
        return self._said("office", [each.office for each in self._every], typed)

    def _classes(self, typed: str) -> list[str]:
        usual = [_(each) for each in CLASSES]
        return self._said("class_", [*usual, *(each.class_ for each in self._every)], typed)

    def _said(self, name: str, texts: Sequence[str], typed: str) -> list[str]:
        kept = getattr(self.form.record, name, "")
        return [] if typed and typed == kept else said_before(texts, typed)
