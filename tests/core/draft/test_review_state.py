"""The state of a review is part of the draft."""

from datetime import UTC, date, datetime

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format, reconcile, review_state
from erasmus_desk.draft.create import create_draft
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.review_state import (
    Comment,
    CommentThread,
    SharedCopy,
    UnresolvedItem,
    UnresolvedReason,
)
from erasmus_desk.paths import find_paths

_COPY = SharedCopy("s1", "abc", "partners", "School", "2026-11-23T10:00:00+00:00", "o2")
_COMMENT = Comment("n1", "Ann Example", "2026-11-23T11:00:00+00:00", "Why?")
_THREAD = CommentThread("t1", Key("des.why", "o2"), "these words", False, (_COMMENT,))
_ITEM = UnresolvedItem(
    "w1", UnresolvedReason.UNPLACED, "a line", "", Key("des.why"), "Ann", "2026-11-23", "a.docx"
)


def _draft() -> Draft:
    pack = Library(find_paths().calls).load_pack("ka2-2017")
    return create_draft(
        pack, {"kind": "good-practice", "field": "school"}, datetime(2026, 11, 23, tzinfo=UTC)
    )


def test_a_copy_is_outstanding_until_it_is_returned() -> None:
    draft = _draft()
    draft = draft.apply(*review_state.add_shared_copy(draft, _COPY).changes)
    assert review_state.list_outstanding_copies(draft) == (_COPY,)

    draft = draft.apply(*review_state.mark_returned(draft, "s1", "2026-12-01").changes)
    assert review_state.list_outstanding_copies(draft) == ()
    assert review_state.list_shared_copies(draft)[0].returned_at == "2026-12-01"


def test_the_reply_date_is_kept() -> None:
    draft = _draft()
    copy = SharedCopy("s2", "x", "partners", "School", "now", reply_by=date(2027, 1, 5))

    draft = draft.apply(*review_state.add_shared_copy(draft, copy).changes)

    assert review_state.list_shared_copies(draft) == (copy,)


def test_a_reply_is_added_to_a_thread_once() -> None:
    draft = _draft()
    draft = draft.apply(*review_state.update_thread(draft, _THREAD))
    assert review_state.list_threads_at(draft, Key("des.why", "o2")) == (_THREAD,)

    reply = Comment("n2", "Bo", "later", "Because.")
    longer = CommentThread("t1", _THREAD.key, "these words", True, (_COMMENT, reply))
    draft = draft.apply(*review_state.update_thread(draft, longer))
    assert review_state.list_threads(draft) == (longer,)
    assert review_state.update_thread(draft, longer) == ()


def test_an_unresolved_item_is_added_once_and_can_be_discarded() -> None:
    draft = _draft()
    draft = draft.apply(*review_state.add_unresolved(draft, (_ITEM, _ITEM)))
    assert review_state.list_unresolved(draft) == (_ITEM,)
    assert review_state.add_unresolved(draft, (_ITEM,)) == ()

    change_set = review_state.discard_unresolved(draft, "w1")
    emptied = draft.apply(*change_set.changes)
    assert review_state.list_unresolved(emptied) == ()
    assert not list(emptied.keys_of_item("w1"))
    assert emptied.apply(*change_set.invert().changes).answers == draft.answers


def test_review_state_survives_the_file_and_a_new_revision_of_the_call() -> None:
    pack = Library(find_paths().calls).load_pack("ka2-2017")
    draft = _draft()
    draft = draft.apply(*review_state.update_thread(draft, _THREAD))
    draft = draft.apply(*review_state.add_unresolved(draft, (_ITEM,)))

    reopened = file_format.decode(file_format.encode(draft)).draft
    reconciled = reconcile.reconcile_draft(reopened, pack)

    assert review_state.list_threads(reconciled) == (_THREAD,)
    assert review_state.list_unresolved(reconciled) == (_ITEM,)
    assert reconciled.orphans == ()
