"""The main window: it shows the home page, the wizard or an open draft."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QToolButton, QWidget

from erasmus_desk.errors import DeskError
from erasmus_desk.i18n.messages import Messages
from erasmus_desk.path_checks import is_same_path

from ..session.services import Services
from ..session.single_instance import InstanceListener
from ..theme.appearance import Appearance
from ..theme.theme import Theme
from ..widgets.context_menu import is_menu_key, open_context_menu
from ..widgets.layouts import build_column
from .content_stack import ContentStack
from .notice_bar import Notification, NotificationBar

if TYPE_CHECKING:
    from erasmus_desk.draft.model import ChangeSet

    from ..session.draft_manager import DraftManager, OpenDraft
    from ..session.session import Session
    from .editor import DraftView, Editor
    from .save_trouble import SaveTrouble
    from .top_bar import TopBar

LEAST_SIZE = (683, 480)
"""Pixels: half the screen of a school laptop."""

Wanted = Callable[[], object]
"""What is done once the content may be left: another page, another draft, closing."""
Secure = Callable[[], bool]
"""Saves the content; returns whether nothing of it is lost without the window."""


class FileDropWindow(QMainWindow):
    """A window that takes files dropped on it."""

    files_dropped = Signal(object)
    """The paths of the dropped files, as a tuple."""
    activated = Signal()
    escaped = Signal()
    """Esc was pressed, and nothing that has the focus knows what to do with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(*LEAST_SIZE)
        self.setAcceptDrops(True)

    def changeEvent(self, event: QEvent) -> None:
        """Report that the user comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button on Enter alone too, as in dialogs; open menus by Shift+F10."""
        widget = self.focusWidget()
        if is_menu_key(event):
            open_context_menu(widget)
            return
        keypad = Qt.KeyboardModifier.KeypadModifier
        is_alone = event.modifiers() | keypad == keypad
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and is_alone and isinstance(widget, QPushButton | QToolButton):
            widget.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept any files: of one that cannot be read, its reader says why and what to do."""
        if _dragged_files(event):
            _accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Report the dropped files."""
        if files := _dragged_files(event):
            _accept_copy(event)
            self.files_dropped.emit(files)


class SecuredWindow(FileDropWindow):
    """A window whose content is secured before it is left; every way out goes through `secure`."""

    leaving_refused = Signal(object)
    """Leaving would lose text: what was wanted, to be done if the user goes on all the same."""

    def __init__(self) -> None:
        super().__init__()
        self._secure_content: Secure | None = None
        self._may_lose_text = False
        self.ask_first: Callable[[Wanted], bool] | None = None
        """Asks about what is kept nowhere else, and returns whether there was such a thing."""

    def secure(self, wanted: Wanted) -> bool:
        """Return whether the content can be left; else ask the user, who may go on to `wanted`.

        Nothing is asked while all text is in the file, the journal or a recovery copy.
        """
        if self.save_content() or self._may_lose_text:
            return self._may_lose_text or self.ask_first is None or not self.ask_first(wanted)
        self.leaving_refused.emit(wanted)
        return False

    def save_content(self) -> bool:
        """Save what is shown; return whether nothing of it would be lost without the window."""
        return self._secure_content is None or self._secure_content()

    def may_close(self, opened: OpenDraft | None) -> bool:
        """Return whether the user knows what the file does not contain, though it is kept."""
        if opened is None or opened.autosave.status.error is None or self._may_lose_text:
            return True
        self.leaving_refused.emit(self.close)
        return False

    def go_on(self, wanted: Wanted) -> None:
        """Do what was wanted, even if text is lost; the user has confirmed it."""
        self._may_lose_text = True
        try:
            wanted()
        finally:
            self._may_lose_text = False


class NotifyingWindow(SecuredWindow):
    """A window whose content has notifications above it, in the language of the interface."""

    notice_answered = Signal(str, str)
    """The topic of a notification and the id of the answer."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        central = QWidget()
        self._notifications: NotificationBar | None = None
        self.stack = ContentStack()
        self._layout = build_column(central, self.stack, spacing=0)
        self._layout.setStretchFactor(self.stack, 1)
        self.setCentralWidget(central)

    @property
    def notifications(self) -> NotificationBar:
        """The bar above the page, built with the first notification."""
        if self._notifications is None:
            self._notifications = NotificationBar(self.theme)
            self._notifications.answered.connect(self.notice_answered)
            self._layout.insertWidget(0, self._notifications)
        self._notifications.use_theme(self.theme)
        return self._notifications

    @property
    def theme(self) -> Theme:
        """Palette and icons."""
        return self._appearance.theme

    @property
    def messages(self) -> Messages:
        """The messages of the core in the language of the interface."""
        return self._appearance.messages

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self._appearance.language

    def notify(self, topic: str, text: str, *answers: tuple[str, str]) -> None:
        """Show a notification above the page; each answer has an id and a label."""
        self.notifications.show_notification(Notification(topic, text, answers))

    def show_error(self, problem: DeskError, topic: str = "error", **values: object) -> None:
        """Show what happened, what is safe and what to do; `values` add to those of the error."""
        error = self.messages.format_error(problem, **values)
        self.notify(topic, " ".join(filter(None, (error.what, error.safe, error.do))))

    def show_notice(self, notice: DeskError | None) -> None:
        """Show what a part of the program has to say, if anything."""
        if notice is not None:
            self.show_error(notice, "notice")

    @contextmanager
    def showing_errors(self) -> Generator[None]:
        """Show an error where it would be raised."""
        try:
            yield
        except DeskError as problem:
            self.show_error(problem)


class MainWindow(NotifyingWindow):
    """The main window: it shows one page or one open draft, which it saves before it closes."""

    draft_opening = Signal()
    """Emitted before the editor of a draft is built."""
    draft_opened = Signal(object)
    draft_closing = Signal()
    """Emitted while the draft that is about to be closed can still be changed and saved."""
    draft_closed = Signal()
    editor_built = Signal()
    page_built = Signal(str, object)
    """The step and the page that was built for it, for the controllers that serve it."""
    conflicted = Signal()
    """Somebody else changed, renamed or removed the open file; the user is to decide."""

    def __init__(
        self,
        services: Services,
        appearance: Appearance,
        instance_folder: Path,
        build_view: Callable[[OpenDraft], DraftView],
    ) -> None:
        """Build an empty window; other instances send requests through `instance_folder`.

        `build_view` builds the view of a draft, which is more than half of the program.
        """
        super().__init__(appearance)
        self._services = services
        self._build_view = build_view
        self._instance_folder = instance_folder
        self._listener: InstanceListener | None = None
        self.opened: OpenDraft | None = None
        self.editor: Editor | None = None
        self.top_bar: TopBar | None = None
        self.save_trouble: SaveTrouble | None = None
        self._show_title()

    @property
    def draft_manager(self) -> DraftManager:
        """The manager that opens and closes drafts."""
        return self._services.draft_manager

    def show_page(self, page: QWidget, wanted: Wanted, secure: Secure | None = None) -> bool:
        """Show a page in place of an open draft, unless `secure` asks first; then it is dropped.

        `secure` is called in its turn before the page is left.
        """
        if not self.secure(wanted):
            page.deleteLater()
            return False
        self._close_draft()
        self._show(page)
        self._secure_content = secure
        return True

    def open_draft(
        self, path: Path, recovered: ChangeSet | None = None, *, reopen: bool = False
    ) -> bool:
        """Open a draft in the editor; return whether it is open then.

        A draft that is open already is left alone, unless `reopen` is set.
        """
        if not reopen and self.opened is not None and _is_same(self.opened.session.path, path):
            return True
        if not self.secure(partial(self.open_draft, path, recovered, reopen=reopen)):
            return False
        try:
            opened = self.draft_manager.open(path, self.language, recovered)
        except DeskError as problem:
            self.show_error(problem)
            return False
        self._close_draft()
        self.draft_manager.lock(opened)
        self.opened = opened
        self._secure_content = opened.autosave.secure
        opened.autosave.conflicted.connect(self.conflicted)
        opened.session.undo_stack.cleanChanged.connect(self._show_title)
        opened.session.path_changed.connect(self._show_title)
        opened.session.changed.connect(self._show_title)
        self.draft_opening.emit()
        self._show_editor(opened)
        self.draft_opened.emit(opened)
        return True

    def rebuild_editor(self) -> None:
        """Rebuild the editor of the open draft after a change of language or theme."""
        if self.opened is None or self.editor is None:
            return
        step = self.editor.step
        session = self.opened.session
        session.texts = self.draft_manager.library.load_texts(
            session.pack.id, self.language, session.pack.revision
        )
        decisions, choices = self.editor.import_decisions, self.editor.stack.read_choices()
        self._show_editor(self.opened)
        self.editor.stack.take_choices(choices)
        if decisions is not None:
            self.editor.show_review_import(decisions)
        self.editor.show_step(step)

    def _close_draft(self) -> None:
        """Save and close the open draft, if there is one; all its text is secured before."""
        self._secure_content = None
        if self.opened is None:
            return
        self.draft_closing.emit()
        self.draft_manager.close(self.opened)
        self.opened = None
        self.editor = None
        self.top_bar = self.save_trouble = None
        self._listener = None
        self.draft_closed.emit()
        self._show_title()

    def bring_to_front(self) -> None:
        """Raise the window, also from the minimised state."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def menu_actions(self) -> tuple[QAction, ...]:
        """Return the actions of the menus."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        return tuple(self.findChildren(QAction, options=direct))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless text would be lost: then the user is asked first."""
        if self.secure(self.close) and self.may_close(self.opened):
            self._close_draft()
            super().closeEvent(event)
        else:
            event.ignore()

    def _show_editor(self, opened: OpenDraft) -> None:
        view = self._build_view(opened)
        self.top_bar, self.editor, self.save_trouble = view.top_bar, view.editor, view.save_trouble
        # The last words must not wait for their timer while a page is built.
        self.editor.stack.page_due.connect(opened.autosave.write_journal)
        self.editor.step_changed.connect(self._on_step_changed)
        self._listener = InstanceListener(self._instance_folder, opened.session.path)
        self._listener.activation_requested.connect(self.bring_to_front)
        opened.session.path_changed.connect(self._listener.listen_for)
        self._show(view)
        self.editor.focus_page()
        self._show_title()
        self.editor_built.emit()

    def _show(self, widget: QWidget) -> None:
        """Show a widget in place of the one before, which is deleted."""
        if self.stack.count() and self._notifications is not None:
            self._notifications.clear()
        self.stack.show_content(widget)

    def _on_step_changed(self) -> None:
        if self.opened is not None:
            self.opened.autosave.save()

    def _show_title(self) -> None:
        session = self.opened.session if self.opened is not None else None
        self.setWindowTitle(_title(session))
        is_modified = session is not None and not session.undo_stack.isClean()
        if is_modified != self.isWindowModified():  # Qt would tell all widgets with each key
            self.setWindowModified(is_modified)


def _dragged_files(event: QDropEvent) -> tuple[Path, ...]:
    """Return the dragged files that are on this machine, if they can be left where they are."""
    if not event.possibleActions() & Qt.DropAction.CopyAction:
        return ()
    urls = event.mimeData().urls()
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())


def _accept_copy(event: QDropEvent) -> None:
    """Accept files as a copy: where a move is accepted, a file manager may delete its files."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _title(session: Session | None) -> str:
    """Return the title of the window; Qt puts its mark of unsaved changes at `[*]`."""
    if session is None:
        return "Erasmus Desk"
    title = session.draft.text(session.pack.role("title")) or session.path.stem
    return f"{title}[*] – Erasmus Desk"


def _is_same(one: Path, other: Path) -> bool:
    """Return whether two paths lead to the same file."""
    return is_same_path(one, other)
