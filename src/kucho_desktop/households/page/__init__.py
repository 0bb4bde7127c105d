"""The room of the households: a list, and the sheet of the one that is selected."""

from kucho_desktop.households.page.households import HouseholdsPage

__all__ = ["HouseholdsPage"]
