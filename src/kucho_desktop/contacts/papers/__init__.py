"""Papers about bodies outside and about who calls whom."""

from kucho_desktop.contacts.papers.directory import body_list, where_to_turn

__all__ = ["body_list", "where_to_turn"]
