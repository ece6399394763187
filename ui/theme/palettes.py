"""The two palettes, light and dark."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


class ColourScheme(StrEnum):
    """The choice of a palette."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Colours(Struct, frozen=True):
    """One palette; the contrast of text and background is at least 4.5 : 1.

    `edge` outlines inputs with a contrast of at least 3 : 1; `border` is decoration.
    """

    scheme: ColourScheme
    window: str
    page: str
    card: str
    border: str
    edge: str
    text: str
    quiet: str
    accent: str
    accent_text: str
    accent_soft: str
    warm: str
    warm_soft: str
    good: str


LIGHT = Colours(
    scheme=ColourScheme.LIGHT,
    window="#F3F5F8",
    page="#FAFBFC",
    card="#FFFFFF",
    border="#C9D1DC",
    edge="#76849A",
    text="#1B2430",
    quiet="#526070",
    accent="#1D4E89",
    accent_text="#FFFFFF",
    accent_soft="#E3ECF7",
    warm="#A3480B",
    warm_soft="#FCEBDD",
    good="#1E6B3C",
)
DARK = Colours(
    scheme=ColourScheme.DARK,
    window="#161B22",
    page="#1B222B",
    card="#232C37",
    border="#47556A",
    edge="#7488A3",
    text="#E9EEF4",
    quiet="#AAB7C6",
    accent="#8AB8F0",
    accent_text="#10202F",
    accent_soft="#29394D",
    warm="#F2A46B",
    warm_soft="#43301F",
    good="#7FCB9B",
)


def choose_colours(scheme: ColourScheme) -> Colours:
    """Return the palette of a scheme; `SYSTEM` follows the desktop."""
    if scheme is ColourScheme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if scheme is ColourScheme.DARK else LIGHT


def build_palette(colours: Colours) -> QPalette:
    """Build the palette of Qt."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.page,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.quiet,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.accent_text,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.quiet))
    return palette
