"""The palettes: light, dark, and one of high contrast."""

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
    CONTRAST = "contrast"


class Colours(Struct, frozen=True):
    """One palette; the contrast of text and background is at least 4.5 : 1, in high contrast 7 : 1.

    `edge` outlines whatever can be filled in, with a contrast of at least 3 : 1; `border` and
    `line` are decoration. `warm` is for what is wrong or overdue, and for nothing else; the waves
    below words that are `misspelled` have at least 3 : 1. `series` are the colours of charts, in
    their order; each part of a chart has a label besides. `parts` are those of parts side by side,
    of at least 3 : 1 with `card`; each part has a pattern besides.
    """

    scheme: ColourScheme
    window: str
    page: str
    card: str
    line: str
    border: str
    edge: str
    text: str
    quiet: str
    disabled: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    accent_line: str
    warm: str
    warm_soft: str
    good: str
    good_soft: str
    hover: str
    bar: str
    inserted: str
    deleted: str
    misspelled: str
    series: tuple[str, ...]
    parts: tuple[str, ...]


LIGHT = Colours(
    scheme=ColourScheme.LIGHT,
    window="#F1F4F8",
    page="#FAFBFD",
    card="#FFFFFF",
    line="#E1E6ED",
    border="#C6CFDA",
    edge="#76849A",
    text="#1B2430",
    quiet="#526070",
    disabled="#526070",
    accent="#1D4E89",
    accent_hover="#163D6C",
    accent_text="#FFFFFF",
    accent_soft="#E3ECF7",
    accent_line="#A9C3E2",
    warm="#A3480B",
    warm_soft="#FCEFE4",
    good="#1E6B3C",
    good_soft="#E5F2EA",
    hover="#EDF1F6",
    bar="#DCE3EC",
    inserted="#DDEFE3",
    deleted="#FBE3D3",
    misspelled="#D11A2A",
    series=("#1D4E89", "#4E7FB8", "#8FB3DB", "#5E6B7B"),
    parts=("#1D4E89", "#4E7FB8", "#6D4BA8", "#0B7285", "#5E6B7B"),
)
DARK = Colours(
    scheme=ColourScheme.DARK,
    window="#161B22",
    page="#1B222B",
    card="#232C37",
    line="#323E4D",
    border="#47556A",
    edge="#7488A3",
    text="#E9EEF4",
    quiet="#AAB7C6",
    disabled="#AAB7C6",
    accent="#8AB8F0",
    accent_hover="#A9CBF5",
    accent_text="#10202F",
    accent_soft="#29394D",
    accent_line="#4A6A92",
    warm="#F2A46B",
    warm_soft="#3B2C20",
    good="#7FCB9B",
    good_soft="#21382C",
    hover="#2A3542",
    bar="#3A4757",
    inserted="#21402F",
    deleted="#4B3020",
    misspelled="#FF6B6B",
    series=("#8AB8F0", "#5F8CC2", "#476A96", "#9AA8B8"),
    parts=("#8AB8F0", "#5F8CC2", "#B79CEB", "#4FB3C4", "#9AA8B8"),
)
HIGH_CONTRAST = Colours(
    scheme=ColourScheme.CONTRAST,
    window="#000000",
    page="#000000",
    card="#000000",
    line="#8C8C8C",
    border="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    quiet="#E6E6E6",
    disabled="#A0A0A0",
    accent="#7CC4FF",
    accent_hover="#B8DFFF",
    accent_text="#000000",
    accent_soft="#003055",
    accent_line="#7CC4FF",
    warm="#FFB066",
    warm_soft="#3D2200",
    good="#86E3A4",
    good_soft="#003A18",
    hover="#2E2E2E",
    bar="#606060",
    inserted="#003A18",
    deleted="#3D2200",
    misspelled="#FF5C5C",
    series=("#7CC4FF", "#B8DFFF", "#FFFFFF", "#E6E6E6"),
    parts=("#7CC4FF", "#FFFFFF", "#C9A6FF", "#5FE0E0", "#B8B8B8"),
)


def choose_colours(scheme: ColourScheme) -> Colours:
    """Return the palette of a scheme; `SYSTEM` follows the desktop."""
    if scheme is ColourScheme.SYSTEM:
        if wants_high_contrast():
            return HIGH_CONTRAST
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return {ColourScheme.DARK: DARK, ColourScheme.CONTRAST: HIGH_CONTRAST}.get(scheme, LIGHT)


def wants_high_contrast() -> bool:
    """Return whether the desktop is set to high contrast."""
    hints = QGuiApplication.styleHints()
    preference = hints.accessibility().contrastPreference()
    return preference is Qt.ContrastPreference.HighContrast


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
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return palette
