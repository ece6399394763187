"""The theme: an 8-pixel grid, colours, type sizes and icons."""

from __future__ import annotations

from math import ceil
from pathlib import Path
from string import Template

from msgspec import Struct
from msgspec.structs import asdict
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QGuiApplication, QIcon
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from .palettes import Colours, ColourScheme, build_palette
from .svg_icon import add_drawing

GRID = 8
"""Pixels of one step of the grid; margins and gaps are multiples of it."""
MIN_POINT_SIZE = 10.0
"""Smallest type size; some systems report 9 or nothing."""
STYLE_SHEET = Path(__file__).with_name("window.qss")
LINE_HEIGHT = 18
"""Pixels of a line of text at 100 %."""
ICON_SIZES = (16, 20, 24, 32, 48, 64)
"""Pixels of an icon, also for screens of twice the density."""
LARGEST_ICON = 32
"""Pixels of the largest icon on a screen of usual density; one of another density needs more."""
TEXT_PADDING, ADDED_TO_TOOL = 6, 3
"""Pixels above and below the text of a button, and those that Qt adds to one with an icon alone."""
COLUMN_WIDTH = 720
"""Maximum width of a text column in pixels at 100 %: about 80 characters."""


def apply_theme(app: QApplication, theme: Theme, text_scale: int) -> None:
    """Apply palette, type size (`text_scale` in percent) and stylesheet to the application."""
    app.setPalette(build_palette(theme.colours))
    font = app.font()
    # The size of the system is kept, as the font is changed here.
    system = app.property("systemPoints") or max(font.pointSizeF(), 0) or MIN_POINT_SIZE
    app.setProperty("systemPoints", system)
    font.setPointSizeF(max(system * text_scale / 100, MIN_POINT_SIZE))
    app.setFont(font)
    # Qt works a style sheet out anew for every widget, also one that is the same as before.
    style_sheet = _build_style_sheet(theme, font)
    if app.styleSheet() != style_sheet:
        app.setStyleSheet(style_sheet)


def _build_style_sheet(theme: Theme, font: QFont) -> str:
    """Return the style sheet for a font."""
    points = font.pointSizeF()
    line = ceil(QFontMetricsF(font).height())
    # A button with an icon alone is as high as one with words, to which Qt adds nothing.
    tool = line - find_icon_size(line) - ADDED_TO_TOOL + 2 * TEXT_PADDING
    colours = theme.colours
    scheme, is_contrast = colours.scheme.value, colours.scheme is ColourScheme.CONTRAST
    # Check boxes and radio buttons grow with the type size.
    box = round(points * 1.6)
    ring = round(box * 0.3)
    return Template(STYLE_SHEET.read_text(encoding="utf-8")).substitute(
        asdict(colours),
        # Where colours are few, a line says what elsewhere a colour does.
        disabled_line="dashed" if is_contrast else "solid",
        selected_line=colours.accent if is_contrast else "transparent",
        title_size=f"{points * 1.7:.1f}",
        heading_size=f"{points * 1.23:.1f}",
        figure_size=f"{points * 1.8:.1f}",
        answer_size=f"{points * 1.15:.1f}",
        writing_size=f"{points * 1.23:.1f}",
        mark_size=f"{points * 0.9:.1f}",
        arrow=theme.icons.file(f"arrow-{scheme}").as_posix(),
        back=theme.icons.file(f"back-{scheme}").as_posix(),
        forward=theme.icons.file(f"forward-{scheme}").as_posix(),
        up=theme.icons.file(f"up-{scheme}").as_posix(),
        focus_ring=theme.icons.file(f"ring-{scheme}").as_posix(),
        tick=theme.icons.file(f"tick-{scheme}").as_posix(),
        field=line + 2,
        icon=find_icon_size(line),
        tool_above=-(-tool // 2),
        tool_below=tool // 2,
        tool_above_in=-(-tool // 2) - 1,
        tool_below_in=tool // 2 - 1,
        box=box,
        ring=ring,
        inside=box + 2 - 2 * ring,
        radius=box // 2 + 1,
        ring_radius=box // 2 + 4,
    )


def find_icon_size(height: int) -> int:
    """Return the size of an icon beside text whose lines have a height, in pixels."""
    fitting = (size for size in ICON_SIZES if size <= min(height, LARGEST_ICON))
    return max(fitting, default=ICON_SIZES[0])


def list_pixel_ratios() -> list[float]:
    """Return the densities of the screens, without doubles, lowest first."""
    return sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()})


def find_text_scale(widget: QWidget) -> float:
    """Return how many times larger than at 100 % the text of a widget is, at least 1."""
    return max(widget.fontMetrics().height() / LINE_HEIGHT, 1)


def set_role(widget: QWidget, role: str) -> None:
    """Set the role of a widget in the stylesheet (`title`, `quiet`, `card`, `primary` …)."""
    widget.setProperty("role", role)
    # What has no style yet gets it when it is shown; earlier, Qt would work it out anew each
    # time that something around the widget is put into something else.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        # It may be wider or narrower now, of which the style does not tell the layouts.
        widget.updateGeometry()


class Icons:
    """Icons of one family (Lucide, ISC licence), drawn in a colour of the palette."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int], QIcon] = {}

    def icon(self, name: str, colour: str, size: int = 0) -> QIcon:
        """Return an icon in a colour; an empty icon for an unknown name.

        It is drawn for a size in pixels, otherwise for that beside text; others are scaled from the
        largest one.
        """
        size = size or find_icon_size(QFontMetrics(QGuiApplication.font()).height())
        icon = self._drawn.get((name, colour, size))
        if icon is None:
            icon = self._drawn[name, colour, size] = self._draw(name, colour, size)
        return icon

    def file(self, name: str) -> Path:
        """Return the file of an icon, for the stylesheet."""
        return self._folder / f"{name}.svg"

    def _draw(self, name: str, colour: str, size: int) -> QIcon:
        icon = QIcon()
        try:
            svg = self.file(name).read_bytes().replace(b"currentColor", colour.encode())
        except OSError:
            return icon
        renderer = QSvgRenderer(QByteArray(svg))
        ratios = [1, *list_pixel_ratios()]
        sizes = {ceil(one * ratio) for one in (size, LARGEST_ICON) for ratio in ratios}
        add_drawing(icon, renderer, sorted(sizes))
        return icon


class Theme(Struct, frozen=True):
    """The colours and icons for everything that is drawn."""

    colours: Colours
    icons: Icons

    def icon(self, name: str) -> QIcon:
        """Return an icon in the colour of text."""
        return self.icons.icon(name, self.colours.text)

    def quiet_icon(self, name: str) -> QIcon:
        """Return an icon in the colour of second lines."""
        return self.icons.icon(name, self.colours.quiet)

    def accent_icon(self, name: str) -> QIcon:
        """Return an icon in the accent colour."""
        return self.icons.icon(name, self.colours.accent)

    def warm_icon(self, name: str) -> QIcon:
        """Return an icon in the warning colour."""
        return self.icons.icon(name, self.colours.warm)

    def good_icon(self, name: str) -> QIcon:
        """Return an icon in the colour of success."""
        return self.icons.icon(name, self.colours.good)
