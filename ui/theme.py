"""The look: an 8-pixel grid, two palettes, type sizes and icons."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

GRID = 8
"""Pixels of one step of the grid; margins and gaps are multiples of it."""
LEAST_POINTS = 10.0
"""Smallest type; some systems say nothing, or 9."""
COLUMN = 720
"""Most pixels a column of text is wide at 100 %: about 80 characters."""


class Scheme(StrEnum):
    """Which palette to show."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Colours(NamedTuple):
    """One palette. Text on its grounds keeps a contrast of at least 4.5 : 1.

    `edge` outlines what can be filled in and keeps 3 : 1; `border` only parts and groups.
    """

    scheme: Scheme
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
    scheme=Scheme.LIGHT,
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
    scheme=Scheme.DARK,
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


def apply(app: QApplication, look: Look, text_scale: int) -> None:
    """Give the application its palette and type size (`text_scale` in percent)."""
    app.setPalette(_palette(look.colours))
    font = app.font()
    # Later the application's font is ours: the system's size is noted before it is changed.
    system = app.property("systemPoints") or max(font.pointSizeF(), 0) or LEAST_POINTS
    app.setProperty("systemPoints", system)
    font.setPointSizeF(max(system * text_scale / 100, LEAST_POINTS))
    app.setFont(font)
    points = font.pointSizeF()
    app.setStyleSheet(_sheet(look.colours, points) + _marks(look, points))


def colours_for(scheme: Scheme) -> Colours:
    """Give the palette of a scheme; `SYSTEM` follows the desktop."""
    if scheme is Scheme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a part in the style sheet (`title`, `quiet`, `card`, `primary` …)."""
    is_first = widget.property("role") is None and not widget.isVisible()
    widget.setProperty("role", role)
    if is_first:
        widget.ensurePolished()
    else:
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _palette(colours: Colours) -> QPalette:
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


def _sheet(c: Colours, points: float) -> str:
    return f"""
    QWidget[role="title"] {{ font-size: {points * 1.9:.1f}pt; font-weight: 600; }}
    QWidget[role="heading"] {{ font-size: {points * 1.3:.1f}pt; font-weight: 600; }}
    QWidget[role="label"] {{ font-weight: 600; }}
    QWidget[role="quiet"] {{ color: {c.quiet}; }}
    QWidget[role="mark"] {{ color: {c.quiet}; font-size: {points * 0.85:.1f}pt; }}
    QWidget[role="warm"] {{ color: {c.warm}; }}
    QWidget[role="good"] {{ color: {c.good}; }}
    QFrame[role="card"] {{ background: {c.card}; border: 1px solid {c.border};
        border-radius: 8px; }}
    QFrame[role="card"]:focus {{ border: 2px solid {c.accent}; }}
    QFrame[role="chosen"] {{ background: {c.accent_soft}; border: 2px solid {c.accent};
        border-radius: 8px; }}
    QFrame[role="notice"] {{ background: {c.warm_soft}; border: 1px solid {c.warm};
        border-radius: 8px; }}
    QFrame[role="side"] {{ background: {c.window}; border: none; }}
    QFrame[role="page"], QScrollArea[role="page"], QWidget[role="page"] {{
        background: {c.page}; border: none; }}
    QPushButton, QToolButton[role="plain"] {{ padding: 6px 14px; border-radius: 6px;
        border: 1px solid {c.border}; background: {c.card}; }}
    QPushButton:hover, QToolButton:hover {{ background: {c.accent_soft}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 5px 13px; }}
    QToolButton[role="plain"] {{ padding: 6px; }}
    QToolButton:focus {{ border: 2px solid {c.accent}; padding: 5px; }}
    QPushButton:disabled {{ color: {c.quiet}; background: {c.window}; }}
    QPushButton[role="primary"] {{ background: {c.accent}; color: {c.accent_text};
        border-color: {c.accent}; font-weight: 600; }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[role="primary"]:disabled {{ background: {c.window}; color: {c.quiet};
        border-color: {c.border}; }}
    QPushButton[role="link"] {{ border: none; background: transparent; color: {c.accent};
        text-align: left; padding: 2px; }}
    QPushButton[role="link"]:focus {{ border: 1px solid {c.accent}; padding: 1px; }}
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QListView, QTreeView {{
        background: {c.card}; border: 1px solid {c.edge}; border-radius: 6px; padding: 5px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QListView:focus,
    QTreeView:focus {{
        border: 2px solid {c.accent}; padding: 4px; }}
    QCheckBox, QRadioButton {{ spacing: 8px; padding: 3px; border: 1px solid transparent;
        border-radius: 4px; }}
    QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {c.accent}; }}
    QComboBox::drop-down {{ border: none; width: 28px; }}
    QComboBox QAbstractItemView {{ background: {c.card}; border: 1px solid {c.border};
        selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {c.border}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter {{ qproperty-handleWidth: 1; }}
    QSplitter::handle {{ background: {c.border}; }}
    QHeaderView::section {{ background: {c.page}; color: {c.quiet}; border: none;
        border-bottom: 1px solid {c.border}; padding: 6px; }}
    QListView::item {{ padding: 6px; border-radius: 6px; }}
    QTreeView::item {{ padding: 5px 2px; }}
    QListView::item:selected, QTreeView::item:selected {{
        background: {c.accent_soft}; color: {c.text}; }}
    QListView[role="steps"] {{ border: none; background: transparent; padding: 0; }}
    QListView[role="steps"]:focus {{ border: 1px solid {c.accent}; }}
    QToolTip {{ background: {c.card}; color: {c.text}; border: 1px solid {c.border}; }}
    QProgressBar {{ border: 1px solid {c.border}; border-radius: 4px; background: {c.page};
        max-height: 8px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    """


def _marks(look: Look, points: float) -> str:
    """Give the rules for arrows, boxes and buttons to tick, which grow with the type."""
    c, box = look.colours, round(points * 1.6)
    arrow, tick = (
        look.icons.file(f"{name}-{c.scheme.value}").as_posix() for name in ("arrow", "tick")
    )
    ring = round(box * 0.3)
    inside = box + 2 - 2 * ring
    return f"""
    QComboBox::down-arrow {{ image: url("{arrow}"); width: {box}px; height: {box}px; }}
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{
        width: {box}px; height: {box}px; background: {c.card}; border: 1px solid {c.edge}; }}
    QCheckBox::indicator, QListView::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: {box // 2 + 1}px; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {c.accent}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{
        background: {c.accent}; border-color: {c.accent}; image: url("{tick}"); }}
    QListView::item {{ min-height: {box}px; }}
    QRadioButton::indicator:checked {{ width: {inside}px; height: {inside}px;
        border: {ring}px solid {c.accent}; }}
    """


class Icons:
    """Icons of one family (Lucide, ISC licence), drawn in a colour of the palette."""

    def __init__(self, folder: Path) -> None:
        """Read icons from `folder` when they are first asked for."""
        self._folder = folder
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, colour: str) -> QIcon:
        """Give an icon in a colour; an unknown name gives an empty icon."""
        found = self._drawn.get((name, colour))
        if found is None:
            found = self._drawn[name, colour] = self._draw(name, colour)
        return found

    def file(self, name: str) -> Path:
        """Give the file of an icon, for a style sheet."""
        return self._folder / f"{name}.svg"

    def _draw(self, name: str, colour: str) -> QIcon:
        icon = QIcon()
        file = self._folder / f"{name}.svg"
        if not file.is_file():
            return icon
        svg = file.read_text(encoding="utf-8").replace("currentColor", colour)
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        for size in (16, 20, 24, 32, 48, 64):
            pixmap = QPixmap(QSize(size, size))
            pixmap.fill(QColor(0, 0, 0, 0))
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, size, size))
            painter.end()
            icon.addPixmap(pixmap)
        return icon


class Look(NamedTuple):
    """The palette and the icons, handed to whoever draws."""

    colours: Colours
    icons: Icons

    def icon(self, name: str) -> QIcon:
        """Give an icon in the colour of text."""
        return self.icons.icon(name, self.colours.text)

    def accent_icon(self, name: str) -> QIcon:
        """Give an icon in the accent colour."""
        return self.icons.icon(name, self.colours.accent)

    def warm_icon(self, name: str) -> QIcon:
        """Give an icon in the colour of what needs attention."""
        return self.icons.icon(name, self.colours.warm)

    def good_icon(self, name: str) -> QIcon:
        """Give an icon in the colour of what is done."""
        return self.icons.icon(name, self.colours.good)
