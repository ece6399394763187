"""The pages of the guided start for a call."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from erasmus_desk.call.library import Library
from erasmus_desk.i18n.messages import Messages

from ..session.session import Session
from ..theme.theme import Theme
from .call_pages import CallPage, PathPage
from .final_pages import IdentityPage, WizardPrioritiesPage
from .kind_pages import FieldPage, KindPage
from .page import WizardPage
from .start_list import StepText
from .steps import StartStep, list_steps, name_step
from .summary_page import SummaryPage


class StartTexts(Struct, frozen=True):
    """The texts of the pages: calls in a language, messages of checks, folder of proposals."""

    library: Library
    language: str
    messages: Messages
    folder: str


FirstPages = tuple[PathPage, CallPage]
"""The pages that any call has: what the user wants to do, and the call that serves it."""


def build_pages(
    session: Session,
    first: tuple[WizardPage, ...],
    advice: dict[str, str],
    texts: StartTexts,
    theme: Theme,
) -> list[WizardPage]:
    """Return the pages for which the call has questions, after the `first`, which any call has.

    `advice` has the answers that lead to a project type, which change with those of the user.
    """
    pack = session.pack
    pages = [*first]

    def read_answer(step: StartStep) -> str:
        return next((page.get_answer() for page in pages if page.step is step), "")

    build: dict[StartStep, Callable[[], WizardPage]] = {
        StartStep.KIND: lambda: KindPage(session, theme, advice),
        StartStep.FIELD: lambda: FieldPage(session, theme),
        StartStep.PRIORITIES: lambda: WizardPrioritiesPage(session, theme),
        StartStep.IDENTITY: lambda: IdentityPage(session, theme, texts.messages),
        StartStep.SUMMARY: lambda: SummaryPage(
            session, texts.folder, theme, texts.messages, read_answer, list_steps(pack)
        ),
    }
    pages += [build[step]() for step in list_steps(pack) if step in build]
    return pages


def build_first_pages(call: str, path: str, texts: StartTexts, theme: Theme) -> FirstPages:
    """Return the pages that lead to a call; `path` is what the user wants to do."""
    return (
        PathPage(texts.library, texts.language, call, path, theme),
        CallPage(texts.library, texts.language, call, theme),
    )


def describe_steps(pages: list[WizardPage], current: int, furthest: int) -> tuple[StepText, ...]:
    """Return what the list of the steps shows; `furthest` is the last page that was shown."""
    texts: list[StepText] = []
    for index, page in enumerate(pages):
        answer, is_current = page.get_answer(), index == current
        is_done = index <= furthest and bool(answer) and not page.find_obstacle()
        name = name_step(page.step)
        texts.append(StepText(name, answer, is_current=is_current, is_done=is_done))
    return tuple(texts)
