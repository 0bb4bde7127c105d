"""Long work reports to the window's own thread, and can be stopped."""

import gc
import sys
import threading
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from widgets.long_work import count_up, fall_down, go_on_for_ever, refuse

from kucho_desktop.core.errors import Stopped
from kucho_desktop.core.memory import give_back
from kucho_desktop.widgets import task as task_module
from kucho_desktop.widgets.job import Job, WorkBroke
from kucho_desktop.widgets.task import Progress, Task, wait_for_tasks
from kucho_desktop.widgets.working import Working


class Ear(QObject):
    """Hears results and in which thread they came."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[object, bool]] = []

    @Slot(object)
    def hear(self, said: object) -> None:
        self.heard.append((said, QThread.currentThread() is self.thread()))


@pytest.fixture
def ear(qapp) -> Ear:
    return Ear()


def test_result_arrives_on_the_main_thread(qtbot, ear):
    task = Task(lambda: 6 * 7)
    task.done.connect(ear.hear)
    task.start()
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert ear.heard == [(42, True)]


def test_failure_is_told(qtbot):
    task = Task(lambda: 1 / 0)
    with qtbot.waitSignal(task.failed) as told:
        task.start()
    assert isinstance(told.args[0], ZeroDivisionError)


def test_whoever_is_gone_is_told_nothing(qtbot):
    ear = Ear()
    begin = threading.Event()
    task = Task(begin.wait)
    task.done.connect(ear.hear)
    task.start()
    del ear
    with qtbot.waitSignal(task.done):
        begin.set()
    wait_for_tasks()


def test_work_in_a_thread_can_be_stopped(qtbot):
    progress = Progress()

    def work() -> None:
        for done in range(10**9):
            progress.tell(done, 10**9)

    task = Task(work)
    with qtbot.waitSignal(task.failed) as told:
        task.start()
        qtbot.waitUntil(lambda: progress.done > 1000)
        progress.stop()
    assert isinstance(told.args[0], Stopped)


def test_work_in_a_process_of_its_own(qtbot):
    job = Job(count_up, 5)
    with qtbot.waitSignal(job.done, timeout=20_000) as told:
        job.start()
    assert told.args == [5]
    assert (job.progress.done, job.progress.total) == (4, 5)


def test_its_failure_arrives_as_a_sentence(qtbot):
    job = Job(refuse)
    with qtbot.waitSignal(job.failed, timeout=20_000) as told:
        job.start()
    assert str(told.args[0]) == "紙がありません。"


def test_a_process_that_falls_down_is_told(qtbot):
    job = Job(fall_down)
    with qtbot.waitSignal(job.failed, timeout=20_000) as told:
        job.start()
    assert isinstance(told.args[0], WorkBroke)


def test_it_can_be_stopped(qtbot):
    job = Job(go_on_for_ever)
    job.start()
    qtbot.waitUntil(lambda: job.progress.done > 0, timeout=20_000)
    with qtbot.waitSignal(job.failed, timeout=20_000) as told:
        job.stop()
    assert isinstance(told.args[0], Stopped)


def test_the_strip_shows_how_far_it_is(qtbot):
    strip, progress = Working(), Progress()
    qtbot.addWidget(strip)
    strip.begin("名簿を読み込んでいます", progress)
    progress.tell(3, 10)
    strip._clock.timeout.emit()
    assert (strip.bar.value(), strip.bar.maximum()) == (3, 10)
    strip.stop_button.click()
    with pytest.raises(Stopped):
        progress.tell(4, 10)
    strip.end()
    assert strip.isHidden()


class Rubbish:
    """Goes round in a circle, as a page does that was left: only the search for circles ends it."""

    ended_in: ClassVar[list[str]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.ended_in.append(threading.current_thread().name)


def many_objects() -> int:
    Rubbish()
    return len([[number] for number in range(200_000)])


def test_pages_that_were_left_are_never_removed_in_another_thread(qtbot, ear):
    Rubbish.ended_in.clear()
    task = Task(many_objects)
    task.done.connect(ear.hear)
    task.start()
    qtbot.waitUntil(lambda: bool(ear.heard))
    qtbot.waitUntil(gc.isenabled)
    gc.collect()
    assert Rubbish.ended_in == [threading.current_thread().name]


def test_looking_for_rubbish_waits_for_the_last_of_several(qtbot, ear):
    begin = threading.Event()
    waiting, quick = Task(begin.wait), Task(int)
    for task in (waiting, quick):
        task.done.connect(ear.hear)
        task.start()
    qtbot.waitUntil(lambda: bool(ear.heard))
    assert not gc.isenabled()
    begin.set()
    qtbot.waitUntil(gc.isenabled)


def test_memory_is_given_back_after_a_long_work_alone(qtbot, monkeypatch):
    given = []
    monkeypatch.setattr(task_module, "give_back", lambda: given.append("back"))
    for long, expected in ((60.0, []), (-1.0, ["back"])):
        monkeypatch.setattr(task_module, "_LONG", long)
        task = Task(lambda: None)
        with qtbot.waitSignal(task.done):
            task.start()
        wait_for_tasks()
        assert given == expected


def test_memory_can_be_given_back_on_every_computer(monkeypatch):
    give_back()
    monkeypatch.setattr(sys, "platform", "win32")
    give_back()
