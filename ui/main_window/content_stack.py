"""What the window shows: its content, and for a while a page over it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget


class ContentStack(QStackedWidget):
    """One content at a time; a page over it is only read, and leaves the content as it is."""

    replaced = Signal()
    """Another content is shown; the one before is deleted."""

    @property
    def content(self) -> QWidget | None:
        """The content, also while a page is shown over it."""
        return self.widget(0)

    def show_content(self, widget: QWidget) -> None:
        """Show a widget in place of all before, which are deleted."""
        while (old := self.widget(0)) is not None:
            self.removeWidget(old)
            old.deleteLater()
        self.addWidget(widget)
        self.setCurrentWidget(widget)
        self.replaced.emit()

    def show_over(self, page: QWidget) -> None:
        """Show a page over the content, in place of another one."""
        self.close_over()
        self.addWidget(page)
        self.setCurrentWidget(page)

    def close_over(self) -> None:
        """Show the content again; the focus goes back to where it was.

        What had it may have been hidden meanwhile, as the list of steps is in a narrow window.
        """
        page = self.widget(1)
        if page is not None:
            self.setCurrentIndex(0)
            focus = QApplication.focusWidget()
            if focus is not None and not focus.isVisible():
                self.focusNextChild()
            self.removeWidget(page)
            page.deleteLater()
