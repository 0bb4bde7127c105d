"""Papers about posts, officers, turns and departments."""

from kucho_desktop.officers.papers.lists import (
    adviser_list,
    nomination_list,
    post_list,
    relief_list,
    training_list,
)
from kucho_desktop.officers.papers.officer_lists import officer_list, past_officers
from kucho_desktop.officers.papers.organisation import department_members, organisation_chart
from kucho_desktop.officers.papers.rotas import turns_paper

__all__ = [
    "adviser_list",
    "department_members",
    "nomination_list",
    "officer_list",
    "organisation_chart",
    "past_officers",
    "post_list",
    "relief_list",
    "training_list",
    "turns_paper",
]
