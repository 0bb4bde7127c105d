"""Papers about bodies outside and about who calls whom."""

from kucho_desktop.contacts.papers.call_list import call_list
from kucho_desktop.contacts.papers.cards import call_cards
from kucho_desktop.contacts.papers.directory import body_list, where_to_turn
from kucho_desktop.contacts.papers.tree import tree_paper

__all__ = ["body_list", "call_cards", "call_list", "tree_paper", "where_to_turn"]
