"""The page that hands the proposal over as a Word file.

What became of a file that was to be made, and the way to it.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace
from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.i18n import formats
from erasmus_desk.storage.drafts import safe_stem

from ...fields.choice_fields import Choice, ChoiceField
from ...fields.line_fields import LineField
from ...fields.question_box import QuestionBox, Wording
from ...i18n import plurals
from ...session.check_runner import Watch
from ...session.session import Session
from ...theme.theme import GRID, Look, set_role
from ...widgets.buttons import ButtonRow
from ...widgets.labels import wrapped
from ..base import Page
from .recipient import ALL, PARTNERS, Recipient, RecipientBox


class MadeBox(QWidget):
    """One line of how it went and, with a file, buttons to open it and its folder."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.made: Path | None = None
        self.result_label = wrapped("")
        self.open_button = QPushButton(self.tr("Open it"))
        self.open_button.clicked.connect(self._on_open)
        self.folder_button = QPushButton(self.tr("Show the folder"))
        self.folder_button.clicked.connect(self._on_folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.result_label)
        layout.addWidget(ButtonRow(self.open_button, self.folder_button))
        self.show_result("", None)

    def show_result(self, text: str, made: Path | None) -> None:
        """Say how it went; with a file, offer to open it."""
        self.made = made
        self.setVisible(bool(text))
        self.result_label.setText(text)
        set_role(self.result_label, "good" if made else "warm")
        self.open_button.setVisible(made is not None)
        self.folder_button.setVisible(made is not None)

    def _on_open(self) -> None:
        if self.made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.made)))

    def _on_folder(self) -> None:
        if self.made is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.made.parent)))


WORD, SHEET = ".docx", ".xlsx"
"""Suffixes of what can be made."""


class WordWish(Struct, frozen=True):
    """How the user wants the Word file."""

    path: Path
    profile: str
    language: str
    template: Path | None
    recipient: Recipient = field(default_factory=Recipient)
    is_sheet: bool = False
    """Whether the budget is wanted as a workbook instead of the proposal as a Word file."""


class WordPage(Page):
    """Profile, language, template and place of the Word file; then make it and open it."""

    export_wanted = Signal(object)
    """A `WordWish`."""
    review_wanted = Signal()
    preview_wanted = Signal()

    def __init__(
        self, session: Session, watch: Watch, profiles: tuple[str, ...], look: Look
    ) -> None:
        """Build the choices; `profiles` are those the export knows, the first is preset."""
        super().__init__("")
        self.set_title(self.tr("Word file"))
        self._session = session
        self._watch = watch
        self._profile = profiles[0]
        self._language = ""
        self._template = ""
        self.column.addWidget(
            wrapped(self.tr("The proposal as a formatted Word file, fit to send round."), "quiet")
        )
        self.state_label = wrapped("")
        self.column.addWidget(self.state_label)
        self.review_button = QPushButton(self.tr("See what is missing"))
        set_role(self.review_button, "link")
        self.review_button.clicked.connect(self.review_wanted)
        self.column.addWidget(self.review_button)
        names = {
            "clean": self.tr("Fit to send: questions and answers only"),
            "questions": self.tr("For working: with guidance and character counts"),
            PARTNERS: self.tr("For one partner: only its own part, to fill in"),
        }
        choices = tuple(Choice(one, names.get(one, one)) for one in profiles)
        self.profile_field = ChoiceField(choices)
        self._add("profile", self.profile_field, self.tr("What goes in"), look)
        self.recipient_box = RecipientBox(session, look)
        self.column.addWidget(self.recipient_box)
        languages = tuple(
            Choice(one, formats.language_name(one, session.texts.language))
            for one in session.pack.languages
        )
        self.language_field = ChoiceField(languages)
        self._add("language", self.language_field, self.tr("Language of the headings"), look)
        self.template_field = LineField()
        box = self._add(
            "template", self.template_field, self.tr("Your school's template (optional)"), look
        )
        self.browse_button = QPushButton(self.tr("Browse …"))
        self.browse_button.clicked.connect(self._on_browse)
        self.template_field.row.addWidget(self.browse_button)
        box.setToolTip(self.tr("Its styles, header, logo and margins are used."))
        self._build_end()

    def _build_end(self) -> None:
        self.export_button = QPushButton(self.tr("Make the Word file …"))
        set_role(self.export_button, "primary")
        self.export_button.clicked.connect(self._on_export)
        self.sheet_button = QPushButton(self.tr("Make the budget sheet …"))
        self.sheet_button.setToolTip(self.tr("The budget as a workbook with live formulas."))
        self.sheet_button.clicked.connect(self._on_sheet)
        if not self._session.pack.money.rules:
            self.sheet_button.hide()
        self.preview_button = QPushButton(self.tr("Preview and PDF …"))
        self.preview_button.setToolTip(self.tr("The pages as they will be, also as a PDF."))
        self.preview_button.clicked.connect(self.preview_wanted)
        self.made_box = MadeBox()
        self.column.addSpacing(GRID)
        self.column.addWidget(ButtonRow(self.export_button, self.preview_button, self.sheet_button))
        self.column.addWidget(self.made_box)

    def _add(
        self, name: str, field: ChoiceField | LineField, title: str, look: Look
    ) -> QuestionBox:
        box = QuestionBox(Key(name), field, Wording(title, ""), look)
        box.edited.connect(self._on_edited)
        self.column.addWidget(box)
        return box

    def refresh(self) -> None:
        """Show what still blocks sending, and the choices."""
        self._watch.renew()
        blocking = self._watch.blocking
        said = self.tr("Nothing blocks sending.")
        if blocking:
            said = self.tr("{} before sending; the Word file can be made all the same.").format(
                plurals.problems(blocking)
            )
        self.state_label.setText(said)
        self.review_button.setVisible(blocking > 0)
        role = self._session.pack.role("language")
        own = self._session.draft.text(role)
        known = self._session.pack.languages
        preset = own if own in known else self._session.pack.main_language
        self._language = self._language or preset
        self.profile_field.set_value(self._profile)
        self.recipient_box.refresh()
        self.recipient_box.show_profile(self._profile)
        self.language_field.set_value(self._language)
        self.template_field.set_value(self._template or None)

    @property
    def profile(self) -> str:
        """What is to go in."""
        return self._profile

    @property
    def language(self) -> str:
        """The language of the headings; empty before it was shown."""
        return self._language

    def show_result(self, text: str, made: Path | None) -> None:
        """Say how the export went; with a file, offer to open it."""
        self.made_box.show_result(text, made)

    def wish(self, path: Path) -> WordWish:
        """Give the present choices for a file at `path`."""
        template = Path(self._template) if self._template else None
        to = self.recipient_box.recipient(self._profile)
        return WordWish(path, self._profile, self._language, template, to)

    def _on_edited(self, key: Key, value: Value | None) -> None:
        text = str(value) if value else ""
        match key.question:
            case "profile":
                self._profile = text or self._profile
                self.recipient_box.show_profile(self._profile)
            case "language":
                self._language = text or self._language
            case _:
                self._template = text

    def _on_browse(self) -> None:
        chosen = ask_template(self, self.tr("Template"), self.tr("Word files (*.docx)"))
        if chosen:
            self._template = chosen
            self.template_field.set_value(chosen)

    def _on_export(self) -> None:
        obstacle = self.recipient_box.obstacle(self._profile)
        if obstacle:
            self.show_result(obstacle, None)
            return
        if self.wish(Path()).recipient.partner == ALL:
            folder = str(self._session.path.parent)
            chosen = ask_folder(self, self.tr("A folder for the files"), folder)
        else:
            chosen = self._ask(WORD, self.tr("Make the Word file"), self.tr("Word files (*.docx)"))
        if chosen:
            self.export_wanted.emit(self.wish(Path(chosen)))

    def _on_sheet(self) -> None:
        title, kinds = self.tr("Make the budget sheet"), self.tr("Workbooks (*.xlsx)")
        chosen = self._ask(SHEET, title, kinds)
        if chosen:
            self.export_wanted.emit(replace(self.wish(Path(chosen)), is_sheet=True))

    def _ask(self, suffix: str, title: str, kinds: str) -> str:
        """Ask where a file shall go; what is chosen gets its suffix and takes no other's place."""
        chosen = ask_target(self, title, str(self._proposed(suffix)), kinds)
        if chosen and Path(chosen).suffix.lower() != suffix:
            named = Path(f"{chosen}{suffix}")
            # The dialog did not ask about this name; where it is taken, it has to.
            chosen = ask_target(self, title, str(named), kinds) if named.exists() else str(named)
        return chosen

    def _proposed(self, suffix: str) -> Path:
        """Give where the file may go: where the last one went, named after the partner."""
        path = self._session.path
        partner = self.recipient_box.partner_name(self._profile)
        if suffix == WORD and partner:
            return path.with_name(f"{path.stem} - {safe_stem(partner)}{suffix}")
        made = self.made_box.made
        return made if made and made.suffix == suffix else path.with_suffix(suffix)


def ask_target(parent: Page, title: str, proposed: str, kinds: str) -> str:
    """Ask where a file shall go; gives an empty string if nowhere."""
    return QFileDialog.getSaveFileName(parent, title, proposed, kinds)[0]


def ask_folder(parent: Page, title: str, proposed: str) -> str:
    """Ask for a folder; gives an empty string if none is chosen."""
    return QFileDialog.getExistingDirectory(parent, title, proposed)


def ask_template(parent: Page, title: str, kinds: str) -> str:
    """Ask for an existing file; gives an empty string if none is chosen."""
    return QFileDialog.getOpenFileName(parent, title, "", kinds)[0]
