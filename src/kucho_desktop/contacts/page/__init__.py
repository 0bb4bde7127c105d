"""The pages of the contacts, as parts of one page."""

from kucho_desktop.contacts.page.contacts import ContactsPage

__all__ = ["ContactsPage"]
