"""The steps of the guided start: those for which the call has questions, and their names."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from erasmus_desk.call.model import Pack


class StartStep(StrEnum):
    """One page of the guided start."""

    PATH = "path"
    CALL = "call"
    KIND = "kind"
    FIELD = "field"
    PRIORITIES = "priorities"
    IDENTITY = "identity"
    SUMMARY = "summary"


def list_steps(pack: Pack) -> tuple[StartStep, ...]:
    """Return the steps of a call in their order."""
    needed = {
        StartStep.KIND: bool(pack.kinds),
        StartStep.FIELD: bool(pack.fields),
        StartStep.PRIORITIES: bool(pack.role("main_priority")),
    }
    return tuple(step for step in StartStep if needed.get(step, True))


def ask_step(step: StartStep) -> str:
    """Return the question of a step, the title of its page."""
    questions = {
        StartStep.PATH: QCoreApplication.translate("StartStep", "What do you want to do?"),
        StartStep.CALL: QCoreApplication.translate("StartStep", "For which call?"),
        StartStep.KIND: QCoreApplication.translate("StartStep", "Which project type?"),
        StartStep.FIELD: QCoreApplication.translate(
            "StartStep", "Which field is the project mainly for?"
        ),
        StartStep.PRIORITIES: QCoreApplication.translate("StartStep", "Which priorities?"),
        StartStep.IDENTITY: QCoreApplication.translate("StartStep", "Title and applicant"),
        StartStep.SUMMARY: QCoreApplication.translate("StartStep", "Your choices"),
    }
    return questions[step]


def name_step(step: StartStep) -> str:
    """Return the name of a step in the list of steps."""
    names = {
        StartStep.PATH: QCoreApplication.translate("StartStep", "The right action"),
        StartStep.CALL: QCoreApplication.translate("StartStep", "Call"),
        StartStep.KIND: QCoreApplication.translate("StartStep", "Project type"),
        StartStep.FIELD: QCoreApplication.translate("StartStep", "Field"),
        StartStep.PRIORITIES: QCoreApplication.translate("StartStep", "Priorities"),
        StartStep.IDENTITY: QCoreApplication.translate("StartStep", "Title and applicant"),
        StartStep.SUMMARY: QCoreApplication.translate("StartStep", "Summary"),
    }
    return names[step]
