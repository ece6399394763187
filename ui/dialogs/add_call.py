"""The dialog that shows a call from a file before it is added."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.i18n.formats import capitalise, join_label, name_language
from erasmus_desk.packs.added_calls import Effect

from ..i18n.dates import format_deadline
from ..theme.theme import GRID
from ..widgets.labels import break_addresses, wrapped_label
from .base import Dialog


class AddCallDialog(Dialog):
    """What a call is, who says so, and what adding it does; accepted if it is to be added."""

    def __init__(
        self, parent: QWidget, pack: Pack, texts: Texts, effect: Effect, file: str
    ) -> None:
        """Show a call from a `file`, in the language of its texts."""
        super().__init__(parent, 72)
        self.set_title(self.tr("Add this call?"))
        self.body.addWidget(wrapped_label(texts.get("pack.name"), "title"))
        self.body.addWidget(wrapped_label(describe_effect(effect, pack)))
        for name, lines in self._list_facts(pack, texts, file):
            self.body.addSpacing(GRID // 2)
            self.body.addWidget(wrapped_label(name, "label"))
            for line in lines:
                self.body.addWidget(wrapped_label(line))
        self.body.addStretch(1)
        self.add_button(self.tr("Cancel"), self.reject)
        add = self.add_button(self.tr("Add the call"), self.accept, "primary")
        add.setDefault(True)

    def _list_facts(self, pack: Pack, texts: Texts, file: str) -> list[tuple[str, list[str]]]:
        kinds = [texts.get(f"kind.{one.id}.name") for one in pack.kinds]
        fields = [texts.get(f"field.{one.id}.name") for one in pack.fields]
        languages = [name_language(one, texts.language) for one in pack.languages]
        deadlines = [
            join_label(
                texts.get(f"deadline.{one.id}.name"),
                format_deadline(one.at, texts.language),
                texts.language,
            )
            for one in pack.deadlines
        ]
        # Addresses may break at their marks.
        titles = {one: f"{texts.source_title(one)} {one.address}" for one in pack.sources.values()}
        sources = [
            break_addresses(title.strip()) for one, title in titles.items() if not one.is_missing
        ]
        missing = [title.strip() for one, title in titles.items() if one.is_missing]
        state = " ".join((_name_state(pack.state), *texts.paragraphs("pack.state")))
        facts = (
            (self.tr("State"), [state]),
            (self.tr("Deadlines"), deadlines),
            (self.tr("Project types"), kinds),
            (self.tr("Fields"), fields),
            (self.tr("Languages"), [capitalise(", ".join(languages))]),
            (self.tr("Sources"), sources),
            (self.tr("Facts without a source"), missing),
            (self.tr("File"), [file]),
        )
        return [(name, lines) for name, lines in facts if lines]


def describe_effect(effect: Effect, pack: Pack) -> str:
    """Return what adding a call does."""
    if effect is Effect.REVISION:
        text = QCoreApplication.translate(
            "AddCallDialog",
            "This is revision {0} of a call that you have. New proposals will use it. Your "
            "proposals stay on the revision they have now.",
        )
        return text.format(pack.revision)
    return QCoreApplication.translate(
        "AddCallDialog",
        "The call is added to those of Erasmus Desk. No proposal is changed. Add it only if you "
        "trust who sent it.",
    )


def _name_state(state: str) -> str:
    names = {
        "open": QCoreApplication.translate("AddCallDialog", "Open."),
        "closed": QCoreApplication.translate("AddCallDialog", "Closed."),
        "provisional": QCoreApplication.translate("AddCallDialog", "Provisional."),
    }
    return names[state]
