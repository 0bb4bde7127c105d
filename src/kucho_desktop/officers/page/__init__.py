"""The pages of the posts and officers, as parts of one page."""

from kucho_desktop.officers.page.officers import OfficersPage

__all__ = ["OfficersPage"]
