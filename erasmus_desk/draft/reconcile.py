"""Answers whose question a call no longer asks: kept apart, and back when it asks again."""

from __future__ import annotations

from types import MappingProxyType

from msgspec.structs import replace

from erasmus_desk.call.form import Form, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Draft, Key, Orphan, PackRef, Value
from erasmus_desk.draft.review_state import is_own

_WITHOUT_ANSWER = (QuestionType.TABLE, QuestionType.COMPUTED, QuestionType.STATIC)


def settle(draft: Draft, pack: Pack, texts: Texts | None = None) -> Draft:
    """Give the draft as this revision of its call can hold it; no answer is lost or altered.

    Answers that no question takes become orphans, worded as `gone.<question>` of `texts` says
    (else by the id of the question). Orphans return as soon as a question takes them again and
    has no answer. A draft that fits comes back as it is.
    """
    gone = {key: value for key, value in draft.answers.items() if not _takes_answer(pack.form, key)}
    back: dict[Key, Value] = {}
    left: list[Orphan] = []
    for orphan in draft.orphans:
        if _returns(orphan, draft, pack.form) and orphan.key not in back:
            back[orphan.key] = orphan.value
        else:
            left.append(orphan)
    if not gone and not back:
        return draft
    kept = {key: value for key, value in draft.answers.items() if key not in gone}
    new = [Orphan(key, gone[key], _wording(key, texts)) for key in sorted(gone)]
    known = {(orphan.key, orphan.value) for orphan in left}
    return replace(
        draft,
        pack=PackRef(pack.id, pack.edition, pack.revision),
        answers=MappingProxyType(kept | back),
        orphans=(*left, *(one for one in new if (one.key, one.value) not in known)),
    )


def _takes_answer(form: Form, key: Key) -> bool:
    question = form.questions.get(key.question)
    if question is None:
        return key.question in form.lists or is_own(key)
    return question.type not in _WITHOUT_ANSWER


def _returns(orphan: Orphan, draft: Draft, form: Form) -> bool:
    """Tell whether an orphan has a place again.

    One without wording never had its question taken away: the file held two answers to one
    question, and the other one counts, even after it was deleted.
    """
    if not orphan.wording or orphan.key in draft.answers:
        return False
    return _takes_answer(form, orphan.key)


def _wording(key: Key, texts: Texts | None) -> str:
    return (texts.get(f"gone.{key.question}") if texts else "") or key.question
