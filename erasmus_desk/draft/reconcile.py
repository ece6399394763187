"""Drafts fitted to a revision of their call: orphans for answers whose question is gone."""

from __future__ import annotations

from types import MappingProxyType

from msgspec.structs import replace

from erasmus_desk.call.form import Form, QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.call.texts import Texts
from erasmus_desk.draft.model import Change, Draft, Key, Orphan, PackRef, Value
from erasmus_desk.draft.review_state import is_desk_key

_WITHOUT_ANSWER = (QuestionType.TABLE, QuestionType.COMPUTED, QuestionType.STATIC)


def reconcile_draft(draft: Draft, pack: Pack, texts: Texts | None = None) -> Draft:
    """Return the draft for this revision of its call; no answer is lost or altered.

    Answers without a question become orphans, labelled by the text `gone.<question>` (else by
    the id of the question). An orphan becomes an answer again when its question exists and has
    none. An item that a merged or damaged file lists twice is listed where it comes first, as it
    would be sent and paid twice. A draft that fits is returned unchanged.
    """
    settled = _settle_questions(draft, pack, texts)
    repeats = _find_repeats(settled, pack.form)
    return settled.apply(*repeats) if repeats else settled


def _settle_questions(draft: Draft, pack: Pack, texts: Texts | None) -> Draft:
    """Return the draft with the orphans that this revision of its call makes and takes back."""
    gone = {key: value for key, value in draft.answers.items() if not _takes_answer(pack.form, key)}
    restored: dict[Key, Value] = {}
    remaining: list[Orphan] = []
    for orphan in draft.orphans:
        if _is_restorable(orphan, draft, pack.form) and orphan.key not in restored:
            restored[orphan.key] = orphan.value
        else:
            remaining.append(orphan)
    if not gone and not restored:
        return draft
    kept = {key: value for key, value in draft.answers.items() if key not in gone}
    new = [Orphan(key, gone[key], _wording(key, texts)) for key in sorted(gone)]
    known = {(orphan.key, orphan.value) for orphan in remaining}
    return replace(
        draft,
        pack=PackRef(pack.id, pack.edition, pack.revision),
        answers=MappingProxyType(kept | restored),
        orphans=(*remaining, *(one for one in new if (one.key, one.value) not in known)),
    )


def _find_repeats(draft: Draft, form: Form) -> tuple[Change, ...]:
    """Return the changes by which each item of the proposal is listed once."""
    seen: set[tuple[str, str]] = set()
    changes: list[Change] = []

    def visit(key: Key) -> None:
        listed = draft.items(key.question, key.item)
        items: list[str] = []
        for item in listed:
            if item and (key.question, item) not in seen:
                seen.add((key.question, item))
                items.append(item)
        if len(items) < len(listed):
            changes.append(draft.change(key, tuple(items)))
        for name in form.nested_lists(key.question):
            for item in items:
                visit(Key(name, item))

    for spec in form.lists.values():
        if not spec.parent:
            visit(Key(spec.id))
    return tuple(changes)


def _takes_answer(form: Form, key: Key) -> bool:
    question = form.questions.get(key.question)
    if question is None:
        return key.question in form.lists or is_desk_key(key)
    return question.type not in _WITHOUT_ANSWER


def _is_restorable(orphan: Orphan, draft: Draft, form: Form) -> bool:
    """Return whether an orphan can be an answer again.

    One without wording is the second answer to a question in a merged file; the first counts,
    even after it was deleted.
    """
    is_free = bool(orphan.wording) and orphan.key not in draft.answers
    return is_free and _takes_answer(form, orphan.key)


def _wording(key: Key, texts: Texts | None) -> str:
    return (texts.get(f"gone.{key.question}") if texts else "") or key.question
