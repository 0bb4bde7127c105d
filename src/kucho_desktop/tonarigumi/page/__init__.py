"""The room of the groups."""

from kucho_desktop.tonarigumi.page.groups import TonarigumiPage
from kucho_desktop.tonarigumi.page.regrouping import Houses

__all__ = ["Houses", "TonarigumiPage"]
