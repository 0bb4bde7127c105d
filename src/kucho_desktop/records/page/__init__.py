"""The pages of the records, as tabs of one page."""

from kucho_desktop.records.page.records import RecordsPage

__all__ = ["RecordsPage"]
