"""The palettes and the style sheet."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSplitter,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.editors import apply_test_theme
from ui.theme.palettes import DARK, HIGH_CONTRAST, LIGHT, Colours, ColourScheme, choose_colours
from ui.theme.theme import GRID, set_role
from ui.widgets.buttons import push_button, text_button, tool_button
from ui.widgets.selectors import ComboBox

PALETTES = {
    ColourScheme.LIGHT: LIGHT,
    ColourScheme.DARK: DARK,
    ColourScheme.CONTRAST: HIGH_CONTRAST,
}
TEXTS = ("text", "quiet", "accent", "warm", "good")
GROUNDS = ("window", "page", "card", "accent_soft", "warm_soft", "hover")
READABLE, VISIBLE, PLAIN = 4.5, 3.0, 7.0
"""The contrast of text, of what can be used, and of text in high contrast."""

MOST_ALPHA = 255

each_palette = pytest.mark.parametrize("colours", list(PALETTES.values()), ids=list(PALETTES))
each_scheme = pytest.mark.parametrize("scheme", list(PALETTES))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    drawn = QColor(colour)
    parts = (drawn.redF(), drawn.greenF(), drawn.blueF())
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def pixels(widget: QWidget, part: QRect | None = None) -> set[str]:
    image: QImage = widget.grab(part or widget.rect()).toImage()
    places = product(range(image.width()), range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in places}


@each_palette
@pytest.mark.parametrize(("text", "ground"), list(product(TEXTS, GROUNDS)))
def test_text_can_be_read_on_every_ground(colours: Colours, text: str, ground: str) -> None:
    least = PLAIN if colours is HIGH_CONTRAST else READABLE
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= least


@pytest.mark.parametrize("colour", ["accent", "good", "warm", "card"])
def test_in_high_contrast_the_ground_of_a_bar_shows_how_long_it_can_get(colour: str) -> None:
    assert contrast(getattr(HIGH_CONTRAST, colour), HIGH_CONTRAST.bar) >= VISIBLE


@each_palette
def test_what_cannot_be_used_can_be_read_and_told_from_what_can(colours: Colours) -> None:
    least = PLAIN if colours is HIGH_CONTRAST else READABLE
    assert contrast(colours.disabled, colours.card) >= least
    assert contrast(colours.text, colours.card) >= 1.5 * contrast(colours.disabled, colours.card)


@each_palette
def test_text_on_the_accent_can_be_read(colours: Colours) -> None:
    assert contrast(colours.accent_text, colours.accent) >= READABLE


@each_palette
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("line", ["edge", "accent"])
def test_what_can_be_filled_in_and_what_has_the_focus_has_a_visible_edge(
    colours: Colours, ground: str, line: str
) -> None:
    assert contrast(getattr(colours, line), getattr(colours, ground)) >= VISIBLE


@each_palette
def test_parts_side_by_side_are_seen_and_told_apart(colours: Colours) -> None:
    assert len(set(colours.parts)) == len(colours.parts) >= 5
    assert all(contrast(one, colours.card) >= VISIBLE for one in colours.parts)


@each_scheme
def test_every_file_of_the_style_sheet_is_there(qapp: QApplication, scheme: ColourScheme) -> None:
    apply_test_theme(qapp, scheme)
    files = re.findall(r'url\("(.+?)"\)', qapp.styleSheet())
    assert len(files) >= 2
    assert [file for file in files if not Path(file).is_file()] == []


@each_scheme
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QLineEdit, QComboBox])
def test_an_empty_field_is_drawn_with_the_edge(
    qtbot: QtBot, qapp: QApplication, scheme: ColourScheme, kind: type[QWidget]
) -> None:
    theme = apply_test_theme(qapp, scheme)
    field = kind()
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(field)
    field.show()
    # A ring is drawn with smoothed edges, so its colour is looked for by its contrast.
    assert max(contrast(one, theme.colours.card) for one in pixels(field)) >= VISIBLE


@each_scheme
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_chosen_one_is_filled_with_the_accent(
    qtbot: QtBot, qapp: QApplication, scheme: ColourScheme, kind: type[QCheckBox | QRadioButton]
) -> None:
    theme = apply_test_theme(qapp, scheme)
    field = kind()
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(field)
    field.show()
    assert theme.colours.accent.lower() not in pixels(field)
    field.setChecked(True)
    assert theme.colours.accent.lower() in pixels(field)


@each_scheme
def test_the_entry_of_a_menu_that_is_chosen_can_be_read(
    qtbot: QtBot, qapp: QApplication, scheme: ColourScheme
) -> None:
    colours, menu = apply_test_theme(qapp, scheme).colours, QMenu()
    qtbot.addWidget(menu)
    entries = [menu.addAction(text) for text in ("Open", "Close")]
    menu.popup(menu.pos())
    for chosen in entries:
        menu.setActiveAction(chosen)
        for entry in entries:
            ground = colours.accent_soft if entry is chosen else colours.card
            drawn = pixels(menu, menu.actionGeometry(entry))
            assert ground.lower() in drawn
            assert max(contrast(one, ground) for one in drawn) >= READABLE


@each_scheme
def test_the_arrow_of_a_choice_has_the_colour_of_text(
    qtbot: QtBot, qapp: QApplication, scheme: ColourScheme
) -> None:
    theme = apply_test_theme(qapp, scheme)
    combo = QComboBox()
    combo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(combo)
    combo.show()
    assert theme.colours.text.lower() in pixels(combo)


@each_scheme
def test_the_arrows_of_a_file_dialog_can_be_seen(
    qtbot: QtBot, qapp: QApplication, scheme: ColourScheme
) -> None:
    apply_test_theme(qapp, scheme)
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    ground = PALETTES[scheme].window
    for name in ("backButton", "forwardButton", "toParentButton"):
        button = dialog.findChild(QToolButton, name)
        assert button is not None
        drawn = button.icon().pixmap(24, 24).toImage()
        places = product(range(drawn.width()), range(drawn.height()))
        inks = [drawn.pixelColor(*place) for place in places]
        solid = {one.name() for one in inks if one.alpha() == MOST_ALPHA}
        assert max(contrast(one, ground) for one in solid) >= READABLE, name


@each_scheme
def test_the_handle_of_a_scroll_bar_is_seen(
    qtbot: QtBot, qapp: QApplication, scheme: ColourScheme
) -> None:
    theme = apply_test_theme(qapp, scheme)
    view = QPlainTextEdit("line\n" * 100)
    qtbot.addWidget(view)
    view.show()
    bar = view.verticalScrollBar()
    assert max(contrast(one, theme.colours.card) for one in pixels(bar)) >= VISIBLE


@each_scheme
def test_a_button_that_cannot_be_pressed_looks_otherwise(
    qtbot: QtBot, qapp: QApplication, scheme: ColourScheme
) -> None:
    apply_test_theme(qapp, scheme)
    button = QPushButton("Reply")
    qtbot.addWidget(button)
    button.show()
    edge = edge_of(button)
    button.setEnabled(False)
    assert edge_of(button) != edge


def edge_of(widget: QWidget) -> list[str]:
    """Return the pixels of the upper edge."""
    image = widget.grab().toImage()
    return [image.pixelColor(x, 0).name() for x in range(image.width())]


@each_scheme
def test_the_ring_of_a_filled_button_is_apart_from_its_ground_and_nothing_moves(
    qtbot: QtBot, qapp: QApplication, scheme: ColourScheme
) -> None:
    colours = apply_test_theme(qapp, scheme).colours
    button = text_button("Create", role="primary")
    qtbot.addWidget(button)
    button.show()
    button.clearFocus()
    size = button.sizeHint()
    button.activateWindow()
    qtbot.waitUntil(button.isActiveWindow)
    button.setFocus()
    assert button.sizeHint() == size
    image = button.grab().toImage()
    edge = [image.pixelColor(x, image.height() // 2).name() for x in range(6)]
    ring, gap = colours.accent.lower(), colours.accent_text.lower()
    assert edge == [ring, ring, gap, gap, ring, ring]
    assert contrast(ring, gap) >= READABLE


@each_scheme
@pytest.mark.parametrize("role", ["", "bare"])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_sign_begins_at_the_edge_of_the_fields_around_it_and_its_focus_is_seen(
    qtbot: QtBot, qapp: QApplication, scheme: ColourScheme, kind: type[QWidget], role: str
) -> None:
    colours = apply_test_theme(qapp, scheme).colours
    sign = kind()
    set_role(sign, role)
    qtbot.addWidget(sign)
    sign.resize(sign.sizeHint())
    sign.show()
    sign.clearFocus()
    before = pixels(sign)
    image = sign.grab().toImage()
    edge = [image.pixelColor(x, image.height() // 2).name() for x in range(3)]
    is_in_card = kind is QRadioButton and role == "bare"
    assert any(contrast(one, colours.card) >= VISIBLE for one in edge) is not is_in_card
    sign.activateWindow()
    qtbot.waitUntil(sign.isActiveWindow)
    sign.setFocus()
    assert max(contrast(one, colours.page) for one in pixels(sign) - before) >= VISIBLE


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_ring_around_a_sign_whose_words_stand_beside_it_leaves_them_alone(
    qtbot: QtBot, qapp: QApplication, kind: type[QCheckBox | QRadioButton]
) -> None:
    theme = apply_test_theme(qapp)
    sign = kind()
    set_role(sign, "bare")
    qtbot.addWidget(sign)
    sign.resize(sign.sizeHint())
    sign.show()
    sign.activateWindow()
    qtbot.waitUntil(sign.isActiveWindow)
    sign.setFocus()
    assert sign.hasFocus()
    image, accent = sign.grab().toImage(), theme.colours.accent.lower()
    middle = image.height() // 2
    ring = [x for x in range(image.width()) if image.pixelColor(x, middle).name() == accent]
    assert image.width() - 1 - max(ring) >= GRID


def test_no_role_means_two_things(qapp: QApplication) -> None:
    """A label is a frame too, so that what is said of a frame's role is said of the label."""
    apply_test_theme(qapp)
    roles = {
        kind: set(re.findall(rf'\b{kind}\[role="([\w-]+)"\]', qapp.styleSheet()))
        for kind in ("QLabel", "QFrame")
    }
    assert roles["QLabel"]
    assert roles["QLabel"] & roles["QFrame"] == set()


def test_marks_grow_with_the_type(qtbot: QtBot, qapp: QApplication) -> None:
    heights: list[int] = []
    for scale in (100, 200):
        apply_test_theme(qapp, text_scale=scale)
        box = QCheckBox()
        qtbot.addWidget(box)
        heights.append(box.sizeHint().height())
    assert heights[1] >= heights[0] * 1.5


@pytest.mark.parametrize("text_scale", [100, 125, 150, 200])
def test_what_stands_in_one_line_is_equally_high(
    qtbot: QtBot, qapp: QApplication, text_scale: int
) -> None:
    icon = apply_test_theme(qapp, text_scale=text_scale).icon("x")
    widgets = (
        text_button("Save"),
        push_button(icon, "Save"),
        tool_button(icon, "Save"),
        QLineEdit(),
        ComboBox(),
    )
    for widget in widgets:
        qtbot.addWidget(widget)
        widget.ensurePolished()
    assert len({widget.sizeHint().height() for widget in widgets}) == 1


def test_panes_are_parted_by_a_line_of_one_pixel(qtbot: QtBot, qapp: QApplication) -> None:
    apply_test_theme(qapp)
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    for _ in range(2):
        splitter.addWidget(QLabel())
    splitter.show()
    assert splitter.handleWidth() == 1


def test_the_system_decides_where_nothing_is_set(qapp: QApplication) -> None:
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert choose_colours(ColourScheme.SYSTEM) is (DARK if is_dark else LIGHT)


def test_a_role_given_later_is_shown(qtbot: QtBot, qapp: QApplication) -> None:
    theme = apply_test_theme(qapp)
    label = QLabel("Attention")
    qtbot.addWidget(label)
    set_role(label, "warm")
    label.show()
    assert label.palette().color(label.foregroundRole()).name() == theme.colours.warm.lower()
    set_role(label, "good")
    assert label.palette().color(label.foregroundRole()).name() == theme.colours.good.lower()


@each_scheme
def test_the_words_of_a_link_begin_and_end_at_its_edges_and_its_focus_is_seen(
    qtbot: QtBot, qapp: QApplication, scheme: ColourScheme
) -> None:
    theme = apply_test_theme(qapp, scheme)
    link, label = text_button("HMH", role="link"), QLabel("HMH")
    for widget in (link, label):
        qtbot.addWidget(widget)
        widget.adjustSize()
    assert abs(link.sizeHint().width() - label.sizeHint().width()) <= 1
    image = link.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0).name()
    columns = range(image.width())
    inked = [x for x in columns if column_of(image, x) - {ground}]
    assert inked[0] <= 2
    assert inked[-1] >= image.width() - 3
    at_rest = pixels(link)
    with qtbot.waitActive(link):
        link.show()
    link.setFocus()
    assert theme.colours.accent_soft.lower() in pixels(link) - at_rest


def column_of(image: QImage, x: int) -> set[str]:
    return {image.pixelColor(x, y).name() for y in range(image.height())}
