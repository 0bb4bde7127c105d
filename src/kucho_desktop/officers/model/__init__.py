"""Posts and who holds them, turns, reliefs, departments, advice, nominations."""

from kucho_desktop.officers.model.advice import Adviser, Training
from kucho_desktop.officers.model.departments import Department, DepartmentTask
from kucho_desktop.officers.model.nominations import Candidate, Nomination
from kucho_desktop.officers.model.posts import READY_POSTS, Appointment, Post, ReadyPost
from kucho_desktop.officers.model.reliefs import OFFICE, WORK, Relief
from kucho_desktop.officers.model.seats import Seat

__all__ = [
    "OFFICE",
    "READY_POSTS",
    "WORK",
    "Adviser",
    "Appointment",
    "Candidate",
    "Department",
    "DepartmentTask",
    "Nomination",
    "Post",
    "ReadyPost",
    "Relief",
    "Seat",
    "Training",
]
