"""Words that Qt's own dialogs lack in Japanese; seen where the system has no dialogs of its own.

Qt brings translations of itself (qtbase_ja.qm), which newer texts have not reached yet.
"""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator

from kucho_desktop.core.i18n import N_, _, language

_MISSING = {
    ("QFileDialog", "&Look in:"): N_("&Look in:"),
    ("QFileDialog", "Look in:"): N_("Look in:"),
    ("QFileDialog", "Files of &type:"): N_("Files of &type:"),
    ("QFileDialog", "Files of type:"): N_("Files of type:"),
    ("QPrintSettingsOutput", "Pages"): N_("Pages:"),
    ("QPrintSettingsOutput", "Page &Set:"): N_("Page &Set:"),
    ("QPrintSettingsOutput", "Double Sided Printing"): N_("Double Sided Printing"),
    ("QPrintSettingsOutput", "Off"): N_("Off (one side)"),
    ("QPrintSettingsOutput", "Long side binding"): N_("Long side binding"),
    ("QPrintSettingsOutput", "Short side binding"): N_("Short side binding"),
    (
        "QPrintSettingsOutput",
        "Specify pages or ranges separated by commas. Ranges are specified by two numbers"
        " separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.",
    ): N_("Pages or ranges, separated by commas: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."),
}


class MissingWords(QTranslator):
    """Asked only for what Qt's own translation does not say."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """None leaves the text to the next one that may know it."""
        known = _MISSING.get((context, source))
        return _(known) if known is not None else None

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def translators(parent: QObject) -> list[QTranslator]:
    """To be installed in this order: the one that is asked first comes last."""
    made: list[QTranslator] = [MissingWords(parent)]
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own = QTranslator(parent)
    if own.load(QLocale(language()), "qtbase", "_", folder):
        made.append(own)
    return made
