"""The controller of review imports: it reads Word files in a thread and applies the decisions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import ReturnedError
from erasmus_desk.export import export
from erasmus_desk.paths import AppPaths
from erasmus_desk.review_import import earlier_proposal, importer
from erasmus_desk.review_import.decisions import apply_decisions
from erasmus_desk.review_import.importer import ImportContext
from erasmus_desk.review_import.result import ImportResult
from erasmus_desk.storage import sent_records
from erasmus_desk.storage.drafts import list_drafts

from ..i18n import plurals
from ..main_window.window import MainWindow, Wanted
from ..pages.base import Page
from ..pages.feedback.page import FeedbackPage
from ..pages.review_import.decision_model import DecisionModel
from ..pages.review_import.page import ReviewImportPage
from ..session.session import Session
from .long_work import Cancellation, LongWork
from .undo_offer import UndoOffer

BuildResult = Callable[[ImportContext], ImportResult]
"""Returns what the files that were read change in a draft."""
Reading = tuple[BuildResult, ImportResult]
"""The files that were read, and the result of their import."""
TOPIC, START = "import", "start"
"""The topic of the notifications, and an answer: start a new proposal from the file."""
IMPORTED, LEAVING = "imported", "decisions"
"""Topics: files were imported; decisions are not applied yet, and the user wants to leave."""
APPLY, GO_ON, STAY = "apply", "go-on", "stay"


class ReviewImportController(QObject):
    """Imports Word files into the open draft, which changes only when the user applies them."""

    start_requested = Signal(object)
    """Start a new proposal from the Word file with this path."""
    applied = Signal(str)
    """The names of the files whose changes are in the draft now."""

    def __init__(self, window: MainWindow, paths: AppPaths) -> None:
        super().__init__(window)
        self._window = window
        self._paths = paths
        self.work = LongWork(window, TOPIC)
        self._build_result: BuildResult | None = None
        self._merged_into: Draft | None = None
        """The draft that the result is for."""
        self._unknown: Path | None = None
        self._names = ""
        self._undo_offer = UndoOffer(window, IMPORTED)
        self._wanted: Wanted = _do_nothing
        window.ask_first = self._ask_first
        window.notice_answered.connect(self._on_answered)
        window.draft_closed.connect(self._leave)

    def attach(self, page: Page) -> None:
        """Connect to the signals of a page."""
        if isinstance(page, FeedbackPage):
            page.import_requested.connect(self.choose_files)
            if self._window.editor is not None:
                page.export_requested.connect(self._window.editor.show_export)
        elif isinstance(page, ReviewImportPage):
            page.refresh_requested.connect(self._update_result)
            page.apply_requested.connect(self._apply)
            page.cancel_requested.connect(self._close)

    def choose_files(self) -> None:
        """Ask for Word files and import them."""
        if self._window.opened is None:
            return
        title, kinds = self.tr("Import reviewed Word file"), self.tr("Word files (*.docx)")
        folder = str(self._window.opened.session.path.parent)
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title, folder, kinds)
        if chosen:
            self.import_files(tuple(map(Path, chosen)))

    def import_files(self, paths: tuple[Path, ...]) -> None:
        """Start to read files in a thread, unless one is reading already.

        Without an open draft, the draft that the first file was made from is opened.
        """
        if not (self._window.opened or self._open_draft_of(paths[0])):
            return
        opened = self._window.opened
        if opened is None or self._ask_first(partial(self.import_files, paths)):
            return
        names = ", ".join(path.name for path in paths)
        session, context = opened.session, self._build_context(opened.session)
        languages = [context.texts(one) for one in session.pack.languages]

        def read(_: Cancellation) -> Reading:
            build = _open_files(paths, context, languages)
            return build, build(context)

        show = partial(self._show, context.draft, session, names)
        self.work.run(self.tr("Reading {}…").format(names), read, show)

    def _open_draft_of(self, path: Path) -> bool:
        """Open the draft that a file was made from, if it is in the folder of drafts."""
        try:
            draft_id = importer.read_draft_id(path)
        except ReturnedError as problem:
            _shorten(problem)
            self._window.show_error(problem, path=path.name)
            return False
        for listed in list_drafts(self._window.draft_manager.folder):
            if listed.draft is not None and listed.draft.id == draft_id:
                return self._window.open_draft(listed.path)
        text = self.tr(
            "First open the proposal that {} was made from. Then import the file again."
        ).format(path.name)
        self._unknown = path
        self._notify(text, (START, self.tr("Start a new proposal from it")))
        return False

    def _on_answered(self, topic: str, answer: str) -> None:
        if (topic, answer) == (TOPIC, START) and self._unknown is not None:
            self._window.notifications.clear(TOPIC)
            self.start_requested.emit(self._unknown)
        editor = self._window.editor
        if topic != LEAVING or editor is None or editor.import_decisions is None:
            return
        if answer == APPLY:
            self._apply(editor.import_decisions)
        elif answer == GO_ON:
            editor.close_review_import()
        if answer in (APPLY, GO_ON):
            self._wanted()

    def _ask_first(self, wanted: Wanted) -> bool:
        """Ask what becomes of decisions that are not applied, and return whether there are any.

        Those on another version are not asked about: it is in the version history.
        """
        editor = self._window.editor
        model = editor.import_decisions if editor is not None else None
        count = model.decided_count if model is not None and not model.is_version else 0
        if count:
            self._wanted = wanted
            self._window.notify(
                LEAVING,
                self.tr("Your decisions on the reviewed file are not applied yet."),
                (APPLY, plurals.decisions(count)),
                (GO_ON, self.tr("Leave without applying them")),
                (STAY, self.tr("Stay here")),
            )
        return bool(count)

    def _close(self) -> None:
        """Close the import, unless there are decisions to ask about."""
        editor = self._window.editor
        if editor is not None and not self._ask_first(_do_nothing):
            editor.close_review_import()

    def _leave(self) -> None:
        """Read no more: no thread runs on without its draft."""
        self._wanted = _do_nothing
        self.work.cancel()
        self.work.wait()

    def _show(
        self, draft: Draft, session: Session, names: str, get_reading: Callable[[], Reading]
    ) -> None:
        """Show what the files change, unless another draft is open now."""
        with self._window.showing_errors():
            try:
                build, result = get_reading()
            except ReturnedError as problem:
                _shorten(problem)
                raise
            opened, editor = self._window.opened, self._window.editor
            if opened and editor and opened.session is session:
                self._build_result, self._names, self._merged_into = build, names, draft
                editor.show_review_import(DecisionModel(result))

    def _update_result(self, model: DecisionModel) -> None:
        """Merge the files again if the draft has changed since."""
        opened = self._window.opened
        if opened is None or self._build_result is None:
            return
        if opened.session.draft is not self._merged_into:
            self._merged_into = opened.session.draft
            model.replace_result(self._build_result(self._build_context(opened.session)))

    def _apply(self, model: DecisionModel) -> None:
        """Apply the decisions as one undo step."""
        opened, editor = self._window.opened, self._window.editor
        if opened is None or editor is None:
            return
        self._update_result(model)
        session = opened.session
        at = datetime.now(UTC).isoformat(timespec="seconds")
        applied = apply_decisions(session.draft, session.form, model.result, model.decisions, at)
        session.perform(applied.change_set)
        self.applied.emit(self._names)
        self._build_result = None
        editor.close_review_import()
        text = self.tr("Imported.")
        if applied.unresolved:
            text = f"{text} {plurals.open_decisions(len(applied.unresolved))}"
        self._undo_offer.show(text, is_change=bool(applied.change_set.changes))

    def _notify(self, text: str, *answers: tuple[str, str]) -> None:
        self._window.notify(TOPIC, text, *answers)

    def _build_context(self, session: Session) -> ImportContext:
        library, pack, draft = self._window.draft_manager.library, session.pack, session.draft
        return ImportContext(
            draft,
            pack,
            partial(library.load_texts, pack.id, revision=pack.revision),
            partial(sent_records.find_all, self._paths.sent_records, draft),
            partial(export.build_current_records, draft, library, self._paths.resources),
            partial(export.build_partner_records, draft, library, self._paths.resources),
        )


def _do_nothing() -> None:
    """Nothing else is wanted."""


def _shorten(problem: ReturnedError) -> None:
    """Name the file of an error without its folder, which the user has just seen."""
    if "path" in problem.facts:
        problem.facts["path"] = Path(str(problem.facts["path"])).name


def _open_files(
    paths: tuple[Path, ...], context: ImportContext, languages: Sequence[Texts]
) -> BuildResult:
    """Read files; for a new draft, files of others may offer what is below the form's questions.

    Raises ReturnedError as `importer.open_files` does.
    """
    try:
        files = importer.open_files(paths, context)
    except ReturnedError as problem:
        is_of_others = problem.message_id.startswith(("returned.stranger", "returned.foreign"))
        if not (is_of_others and earlier_proposal.is_new(context.draft, context.pack)):
            raise
        documents = earlier_proposal.read_files(paths)
        return lambda now: earlier_proposal.offer_answers(documents, now.draft, now.pack, languages)
    return lambda now: importer.build_result(files, now)
