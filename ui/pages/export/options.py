"""What is chosen for a file: how it is to be written, and what the page remembers of that."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field

from erasmus_desk.draft.model import Value

from .papers import FOLDER_PAPERS
from .recipient import ALL_PARTNERS, PARTNER_PROFILE, Recipient


class ExportOptions(Struct, frozen=True):
    """The user's choices for a Word file or a workbook."""

    path: Path
    profile: str
    language: str
    template: Path | None
    recipient: Recipient = field(default_factory=Recipient)
    has_budget_lines: bool = False
    is_workbook: bool = False
    """Whether to save the budget as a workbook instead of the proposal as a Word file."""
    papers: str = ""
    """Which papers to save instead of the proposal."""

    @property
    def has_pages(self) -> bool:
        """Whether it is a text for somebody, whose pages can be shown."""
        has_reader = bool(self.recipient.partner) or self.profile != PARTNER_PROFILE
        return has_reader and not self.papers

    @property
    def needs_folder(self) -> bool:
        """Whether there is a file for each partner, so that the path is a folder."""
        return self.recipient.partner == ALL_PARTNERS or self.papers in FOLDER_PAPERS


class WordChoices(Struct, frozen=True):
    """What is chosen on the page, for the page that is built anew in another language or theme."""

    profile: str
    language: str
    template: str
    budget: str
    papers: str
    recipient: dict[str, Value | None]
    last_path: Path | None
