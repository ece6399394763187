"""What is said of a change: its place in the form, who made it, and the length it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from erasmus_desk import text_length
from erasmus_desk.draft import review_state
from erasmus_desk.draft.review_state import UnresolvedItem, UnresolvedReason
from erasmus_desk.i18n import formats
from erasmus_desk.review_import.result import AnswerMerge, FormatLoss, LossKind

from ...i18n import plurals
from ...i18n.joined import join_parts, keep_together
from ...session.session import Session
from ..question_texts import format_moment, name_answer
from . import decision_model, versions
from .decision_model import DecisionModel, Entry


def not_placed() -> str:
    """Return the words for text whose question is not known."""
    return QCoreApplication.translate("ReviewImport", "Not placed yet")


def describe_nothing(*, is_version: bool) -> str:
    """Return that there is nothing to decide on."""
    if is_version:
        return QCoreApplication.translate(
            "ReviewImport", "The other version has nothing that yours does not have."
        )
    return QCoreApplication.translate(
        "ReviewImport",
        "Nobody changed an answer. If you import the file, its comments are kept, and it no "
        "longer counts as waiting for reply.",
    )


def describe_applying(*, is_version: bool) -> str:
    """Return what applying the decisions does, and where the rest is kept."""
    if is_version:
        return QCoreApplication.translate(
            "ReviewImport",
            "Nothing in your proposal changes until you apply. Applying is one step, which Undo "
            "reverses. What you have not decided is kept under Comments and files, and all of the "
            "other version under Version history.",
        )
    return QCoreApplication.translate(
        "ReviewImport",
        "Nothing in your proposal changes until you apply. Applying is one step, which Undo "
        "reverses. Comments and what you have not decided are kept under Comments and files.",
    )


def summarise(model: DecisionModel, session: Session) -> str:
    """Return the files, who sent them back, and how much came with them."""
    result, language = model.result, session.texts.language
    parts = [", ".join(result.files)]
    for copy in review_state.list_shared_copies(session.draft):
        if copy.state in result.returned_states:
            sent = QCoreApplication.translate("ReviewImport", "from {0}, sent {1}")
            moment = format_moment(copy.sent_at, language)
            parts.append(sent.format(copy.recipient or "–", moment))
    parts.append(plurals.unchanged(result.unchanged_count))
    if model.own_count:
        parts.append(plurals.changed_by_you(model.own_count))
    if result.threads:
        parts.append(plurals.comments(len(result.threads)))
    if result.unresolved:
        parts.append(plurals.unmatched_texts(len(result.unresolved)))
    return "\n".join((join_parts(*parts), *_describe_other_losses(model, session)))


def describe_origin(entry: Entry, session: Session, *, names_file: bool) -> str:
    """Return the section of the form, who changed the answer and when, and if asked the file."""
    parts: list[str] = []
    key = decision_model.find_key(entry)
    section = session.form.section_of(key.question) if key is not None else None
    if section is not None:
        parts.append(session.texts.get(f"section.{section.id}.title") or section.id)
    if isinstance(entry, UnresolvedItem):
        moment = format_moment(entry.at, session.texts.language) if entry.at else ""
        parts += (entry.author, keep_together(moment), entry.file if names_file else "")
    elif isinstance(entry, AnswerMerge):
        if len(entry.theirs) == 1:
            theirs = entry.theirs[0]
            file = theirs.file if names_file else ""
            parts.append(versions.describe_origin(theirs.by, file, session))
    else:
        file = entry.file if names_file else ""
        parts.append(versions.describe_origin(entry.by, file, session))
    return join_parts(*parts)


def describe_reason(item: UnresolvedItem) -> str:
    """Return why a text is not placed, and that it is kept."""
    if item.reason is UnresolvedReason.FIXED:
        return QCoreApplication.translate(
            "ReviewImport", "The reviewer changed a heading or a question. These texts are fixed."
        )
    return QCoreApplication.translate("ReviewImport", "Nothing to decide: it is kept for later.")


def describe_losses(losses: Iterable[FormatLoss]) -> str:
    """Return which formatting did not come along, a sentence for each."""
    words = {
        LossKind.TABLE: QCoreApplication.translate(
            "ReviewImport", "The table in it is now text, a row on a line: {}"
        ),
        LossKind.SUPERSCRIPT: QCoreApplication.translate(
            "ReviewImport", "“{}” has lost its superscript."
        ),
        LossKind.SUBSCRIPT: QCoreApplication.translate(
            "ReviewImport", "“{}” has lost its subscript."
        ),
    }
    return "\n".join(words[one.kind].format(one.text) for one in losses)


def _describe_other_losses(model: DecisionModel, session: Session) -> Iterator[str]:
    """Yield the same for answers that nobody changed otherwise, each with its name."""
    changed = {decision_model.find_key(item) for item in model.items}
    for one in model.result.losses:
        if one.key not in changed:
            yield f"{name_answer(one.key, session)}: {describe_losses([one])}"


def describe_length(entry: Entry, session: Session) -> str:
    """Return the length of a text now and once accepted, where the question has a limit."""
    if not isinstance(entry, AnswerMerge) or not entry.can_merge:
        return ""
    question = session.form.questions.get(entry.key.question)
    limit = question.limit if question is not None else None
    if limit is None or not isinstance(entry.merged, str):
        return ""
    mine = entry.mine if isinstance(entry.mine, str) else ""
    now, then = (text_length.count_length(text, limit.rule) for text in (mine, entry.merged))
    if then > limit.most:
        return plurals.characters_over(then - limit.most)
    text = QCoreApplication.translate("ReviewImport", "{0} → {1} of {2} characters")
    numbers = (now, then, limit.most)
    return text.format(*(formats.format_number(one, session.texts.language) for one in numbers))
