"""The page for saving the proposal as a Word file and the budget as a workbook."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout

from erasmus_desk.draft.model import Key, Value
from erasmus_desk.file_suffixes import WORD_SUFFIX, WORKBOOK_SUFFIX
from erasmus_desk.storage.file_names import join_file_stem

from ...dialogs.save_path import ask_path_with_suffix
from ...fields.base import Field
from ...fields.choice_fields import ChoiceField
from ...fields.question_box import QuestionBox
from ...fields.values import Choice, QuestionText
from ...i18n import plurals
from ...session.check_runner import CheckRunner
from ...session.session import Session
from ...theme.theme import GRID, Theme, find_text_scale
from ...widgets.buttons import text_button
from ...widgets.labels import wrapped_label
from ...widgets.layouts import STRETCH, add_content, build_column
from ..base import Page
from ..left_bar import LeftBar
from .options import ExportOptions, WordChoices
from .papers import PAPERS, PapersBox
from .recipient import RecipientBox, build_language_choices
from .result_box import ExportResultBox
from .saving_buttons import SavingButtons
from .template_field import TemplateField
from .version_rows import CLEAN_PROFILE, ChoiceRows, name_versions

BUDGET_TOTALS, BUDGET_LINES = "totals", "lines"
TWO_COLUMNS, MAX_WIDTH = 800, 1120
"""Pixels at 100 % from which two columns stand side by side, and the most of both."""
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
PAGES_FROM, PAGES, BESIDE_PAGES = 1000, 800, 496
"""Pixels at 100 % from which the pages of the file are beside, their most, and what they leave."""


class ExportPage(Page):
    """Profile, recipient, language and template of the Word file, and the buttons to save."""

    needs_width: ClassVar[bool] = True

    export_requested = Signal(object)
    """The `ExportOptions`."""
    preview_requested = Signal()
    options_changed = Signal(object)
    """The `ExportOptions`, while pages of such a file are in sight."""

    def __init__(
        self, session: Session, runner: CheckRunner, profiles: tuple[str, ...], theme: Theme
    ) -> None:
        """Build the fields; the first of the `profiles` is the default."""
        super().__init__("", is_centred=True)
        self.limit_column(MAX_WIDTH)
        self.set_title(self.tr("Word file"))
        self._session = session
        self._runner = runner
        self._theme = theme
        self.profile = profiles[0]
        self.language = ""
        """The language of the headings, empty before the page was shown."""
        self._template = ""
        self._budget = BUDGET_TOTALS
        hint = self.tr("Save your proposal as a Word file and send it to your partners.")
        self.result_box = ExportResultBox()
        self._columns = QBoxLayout(ACROSS)
        self._columns.addLayout(self._build_versions(profiles), 1)
        self._columns.addLayout(self._build_fields(), 1)
        add_content(self.column, wrapped_label(hint, "quiet"), self.result_box, self._columns)
        self._build_bar()

    def _build_versions(self, profiles: tuple[str, ...]) -> QVBoxLayout:
        """Build what the file is for: a row for each profile."""
        names = {one: name_versions().get(one, (one, "")) for one in (*profiles, PAPERS)}
        self.profile_field = ChoiceRows(names)
        self.profile_field.edited.connect(partial(self._on_edited, Key("profile")))
        heading = wrapped_label(self.tr("What is the file for?"), "label")
        return build_column(None, heading, self.profile_field, STRETCH, margins=(0, 1, 0, 0))

    def _build_fields(self) -> QVBoxLayout:
        """Build to whom it goes, in which language and on which paper."""
        self.recipient_box = RecipientBox(self._session, self._theme)
        self.recipient_box.edited.connect(self._show_pages)
        self.papers_box = PapersBox(self._theme)
        self.language_field = ChoiceField(build_language_choices(self._session))
        language = self.tr("Language of headings and questions")
        totals = self.tr("Totals only; the Excel workbook has every line")
        every = Choice(BUDGET_LINES, self.tr("Every line, at the end"))
        self.budget_field = ChoiceField((Choice(BUDGET_TOTALS, totals), every))
        theme = self._theme
        self._budget_box = build_box("budget", self.budget_field, self.tr("Budget"), theme)
        self.template_field = TemplateField()
        template = self.tr("Your school’s template (optional)")
        boxes = (
            self._budget_box,
            build_box("language", self.language_field, language, theme),
            build_box("template", self.template_field, template, theme),
        )
        for box in boxes:
            box.edited.connect(self._on_edited)
        boxes[-1].setToolTip(self.tr("Its styles, header, logo and margins are used."))
        above = (self.papers_box, self.recipient_box)
        return build_column(None, *above, *boxes, STRETCH, spacing=1.5)

    def _build_bar(self) -> None:
        """Build what stays in sight: whether something is missing, and the buttons to save."""
        self.export_button = text_button(self.tr("Save as Word…"), self._on_export, "primary")
        self.workbook_button = text_button(self.tr("Save budget as Excel…"), self.ask_for_workbook)
        self.workbook_button.setToolTip(self.tr("An Excel workbook with formulas."))
        self.preview_button = text_button(self.tr("Preview and PDF…"), self.preview_requested)
        self.preview_button.setToolTip(self.tr("See the pages, and save them as a PDF."))
        missing = self.tr("See what is missing")
        self.checks_button = text_button(missing, self.checks_requested, "link")
        others = (self.workbook_button, self.preview_button)
        self.saving = SavingButtons(self._theme, self.export_button, *others)
        self.bar = LeftBar(self._theme, self.checks_button, self.saving)
        self.dock(self.bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two halves side by side, or below each other."""
        super().resizeEvent(event)
        margins = self.bar.contents_margins()
        self.saving.fit(self.width() - margins.left() - margins.right())
        self._show_pages()
        is_beside = self.viewport().width() >= TWO_COLUMNS * find_text_scale(self)
        self._columns.setDirection(ACROSS if is_beside else DOWN)
        self._columns.setSpacing(GRID * (4 if is_beside else 2))

    def _show_pages(self) -> None:
        """Show the pages where there is room, of a file that has some."""
        options, scale = self.build_options(Path()), find_text_scale(self)
        width = find_pages_width(self.width() / scale) if options.has_pages else 0
        self.show_beside(round(width * scale))
        if width and self.isVisible():
            self.options_changed.emit(options)

    def on_changes(self, keys: frozenset[Key]) -> None:
        """Show the pages of the draft as it is now."""
        super().on_changes(keys)
        self._show_pages()

    def refresh(self) -> None:
        """Show the number of problems and the current choices."""
        self._runner.run_now()
        progress = self._runner.progress
        blocking = plurals.count_blocking(progress.problems, progress.gaps)
        status = self.tr("Nothing is missing or wrong.")
        if blocking:
            status = self.tr("{} before you submit.").format(blocking)
        self.bar.show_left(status, "", is_even=not blocking, is_over=bool(progress.problems))
        self.checks_button.setVisible(bool(blocking))
        pack = self._session.pack
        if not self.language:
            language = self._session.draft.text(pack.role("language"))
            self.language = language if language in pack.languages else pack.main_language
        self.recipient_box.refresh()
        self._show_profile()
        self.language_field.set_value(self.language)
        self.budget_field.set_value(self._budget)
        self.template_field.set_value(self._template or None)
        self._show_pages()

    def build_options(self, path: Path) -> ExportOptions:
        """Return the current choices for a file at a path."""
        template = Path(self._template) if self._template else None
        recipient = self.recipient_box.build_recipient(self.profile)
        has_lines = self._budget == BUDGET_LINES
        papers = self.papers_box.kind if self.profile == PAPERS else ""
        return ExportOptions(
            path, self.profile, self.language, template, recipient, has_lines, papers=papers
        )

    def read_choices(self) -> WordChoices:
        """Return what is chosen, and where the last file was saved."""
        chosen = self.profile, self.language, self._template, self._budget
        recipient, last = dict(self.recipient_box.values), self.result_box.path
        return WordChoices(*chosen, self.papers_box.kind, recipient, last)

    def take_choices(self, choices: object) -> None:
        """Choose what was chosen on the page that this one takes the place of."""
        if isinstance(choices, WordChoices):
            self.profile, self.language = choices.profile, choices.language
            self._template, self._budget = choices.template, choices.budget
            self.papers_box.show_kind(choices.papers)
            self.recipient_box.take_values(choices.recipient)
            self.result_box.path = choices.last_path

    def _show_profile(self) -> None:
        """Show what can be chosen for a version: others have all budget lines or none."""
        has_papers = self.profile == PAPERS
        self.profile_field.show_choice(self.profile)
        self.recipient_box.show_profile(self.profile)
        self.recipient_box.setVisible(not has_papers)
        self.papers_box.setVisible(has_papers)
        has_budget = bool(self._session.pack.funding.rules)
        workbook = (self.workbook_button,) if has_budget else ()
        self.saving.offer(*workbook, *(() if has_papers else (self.preview_button,)))
        self._budget_box.setVisible(has_budget and self.profile == CLEAN_PROFILE)

    def _on_edited(self, key: Key, value: Value | None) -> None:
        text = str(value) if value else ""
        match key.question:
            case "profile":
                self.profile = text or self.profile
                self._show_profile()
            case "budget":
                self._budget = text or self._budget
            case "language":
                self.language = text or self.language
            case _:
                self._template = text
        self._show_pages()

    def _on_export(self) -> None:
        error = self.recipient_box.find_error(self.profile)
        if error:
            self.result_box.show_result(error, None)
            return
        if self.build_options(Path()).needs_folder:
            title, folder = self.tr("A folder for the files"), str(self._session.path.parent)
            chosen = QFileDialog.getExistingDirectory(self, title, folder)
        else:
            title, kinds = self.tr("Save as Word"), self.tr("Word files (*.docx)")
            chosen = ask_path_with_suffix(self, title, self._propose_path(WORD_SUFFIX), kinds)
        if chosen:
            self.export_requested.emit(self.build_options(Path(chosen)))

    def ask_for_workbook(self) -> None:
        """Ask where to save the budget as a workbook, and save it."""
        title, kinds = self.tr("Save budget as Excel"), self.tr("Excel workbooks (*.xlsx)")
        chosen = ask_path_with_suffix(self, title, self._propose_path(WORKBOOK_SUFFIX), kinds)
        if chosen:
            self.export_requested.emit(replace(self.build_options(Path(chosen)), is_workbook=True))

    def _propose_path(self, suffix: str) -> Path:
        partner = self.recipient_box.get_partner_name(self.profile)
        return propose_path(self._session.path, partner, self.result_box.path, suffix)


def propose_path(draft: Path, partner: str, last: Path | None, suffix: str) -> Path:
    """Return a path beside the draft, with the partner's name, else that of the last export."""
    if suffix == WORD_SUFFIX and partner:
        return draft.with_name(f"{join_file_stem(draft.stem, partner)}{suffix}")
    return last if last and last.suffix == suffix else draft.with_suffix(suffix)


def build_box(name: str, field: Field, title: str, theme: Theme) -> QuestionBox:
    """Build a choice below its name."""
    box = QuestionBox(Key(name), field, QuestionText(title, ""), theme)
    box.set_small()
    return box


def find_pages_width(width: float) -> float:
    """Return the width of the pages beside the choices on a page, 0 without room; at 100 %."""
    return min(width - BESIDE_PAGES, PAGES) if width >= PAGES_FROM else 0
