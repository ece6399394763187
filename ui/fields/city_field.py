"""The field for a place: it offers places with their region, and says which one is understood."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QListView, QStyledItemDelegate

from erasmus_desk.budget.city_lists import load_cities
from erasmus_desk.budget.distance import City, CityKind, normalise_name
from erasmus_desk.budget.place_search import (
    PART,
    SEVERAL,
    SMALL,
    Match,
    find_place,
    name_place,
    suggest_places,
)
from erasmus_desk.draft.model import Value

from ..theme.theme import set_role
from ..widgets.accessibility import announce, set_accessible_name
from ..widgets.labels import wrapped_label
from ..widgets.layouts import build_column
from .base import Field
from .line_fields import LineField

SHOWN_PLACES = 8
"""Places of the list that are seen without scrolling."""


class CityField(Field):
    """A line for a place in a country that another question asks for.

    While somebody types, a list offers the places that begin so; nothing is chosen unless it is
    marked in the list. What is not certain about the place is said below the line.
    """

    def __init__(self, get_country: Callable[[], str]) -> None:
        super().__init__()
        self._get_country = get_country
        self._name, self._description = "", ""
        self._has_remarks = False
        self._typed = ""
        self.line_field = LineField()
        self.line = self.line_field.line
        self.note = wrapped_label("", "quiet")
        self.note.hide()
        self._completer: QCompleter | None = None
        self._list: QListView | None = None
        self._places = QStringListModel(self)
        self._offered: dict[str, City] = {}
        build_column(self, self.line_field, self.note, spacing=0.5)
        self.watch_focus(self.line)
        self.line_field.edited.connect(self._on_edited)
        self.line.textEdited.connect(self._on_typed)

    def set_value(self, value: Value | None) -> None:
        """Show a place and what is understood by it."""
        self.line_field.set_value(value)
        self._typed = "" if value is None else str(value)
        if not self.line.hasFocus():
            self._show_note()

    def set_name(self, text: str, description: str = "") -> None:
        """Set the name of the field for assistive technology; what is understood follows."""
        self._name, self._description = text, description
        sentence = self.note.text() if self.note.isVisibleTo(self) else ""
        set_accessible_name(self.line, text, f"{description} {sentence}".strip())

    def set_has_remarks(self, *, has_remarks: bool) -> None:
        """Leave what is not certain to the findings, if they say it."""
        if self._has_remarks != has_remarks:
            self._has_remarks = has_remarks
            self._show_note()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say which place is understood once the focus leaves."""
        if watched is self.line and isinstance(event, QFocusEvent) and _is_left(event):
            self._show_note()
        return super().eventFilter(watched, event)

    def _on_edited(self, value: Value | None) -> None:
        self._typed = "" if value is None else str(value)
        self.note.hide()
        self.edited.emit(value)

    def _on_typed(self, text: str) -> None:
        country = self._get_country()
        found = suggest_places(load_cities(), text, country) if country else ()
        self._offered = {city.label: city for city in found}
        if not self._offered or list(self._offered) == [text]:
            if self._list is not None:
                self._list.hide()
            return
        completer = self._completer = self._completer or self._build_completer()
        if list(self._offered) != self._places.stringList():
            self._places.setStringList(list(self._offered))
        completer.complete()
        announce(self.line, self.tr("Places: {}").format(", ".join(self._offered)))

    def _build_completer(self) -> QCompleter:
        completer = QCompleter(self._places, self)
        completer.setWidget(self.line)
        # All of the list fits. In the unfiltered mode, Enter would choose the first place of it.
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCompletionPrefix("")
        completer.setMaxVisibleItems(SHOWN_PLACES)
        self._list = QListView(self)
        completer.setPopup(self._list)
        self._list.setItemDelegate(QStyledItemDelegate(self._list))  # the completer's has no theme
        set_role(self._list, "places")
        set_accessible_name(self._list, self.tr("Places that begin with what you typed"))
        completer.activated.connect(self._on_chosen)
        return completer

    def _on_chosen(self, label: str) -> None:
        city = self._offered.get(label)
        if city is not None:
            chosen = name_place(load_cities(), city)
            self.line_field.set_value(chosen)
            self._typed = chosen
            self.edited.emit(chosen)
            self._show_note()

    def _show_note(self) -> None:
        country = self._get_country()
        text = self._describe(find_place(load_cities(), self._typed, country)) if country else ""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.set_name(self._name, self._description)

    def _describe(self, match: Match | None) -> str:
        """Return what to say about the place that is understood, or nothing."""
        if match is None:
            is_typed = bool(normalise_name(self._typed))
            return (
                self.tr("We do not know this place.") if is_typed and not self._has_remarks else ""
            )
        if match.doubt:
            return "" if self._has_remarks else self._describe_doubt(match)
        if match.city.kind is CityKind.DISTRICT:
            return self.tr("The distance is measured from {}.").format(match.city.apart)
        is_plain = normalise_name(match.city.name) in normalise_name(self._typed)
        return "" if is_plain else self.tr("Understood as {}.").format(match.city.label)

    def _describe_doubt(self, match: Match) -> str:
        texts = {
            SEVERAL: self.tr("Understood as {}. Choose another one from the list while you type."),
            SMALL: self.tr("Understood as the small place {}."),
            PART: self.tr("Understood as {}. The rest is not known."),
        }
        text = texts[match.doubt].format(match.city.label)
        if match.others:
            also, others = self.tr("There is also: {}."), ", ".join(match.list_others())
            return f"{text} {also.format(others)}"
        return text


def _is_left(event: QFocusEvent) -> bool:
    """Return whether the focus goes elsewhere; while the list is open, the line gets the keys."""
    return event.lostFocus() and event.reason() is not Qt.FocusReason.PopupFocusReason
