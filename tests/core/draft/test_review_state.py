"""What others said and what waits is kept with the draft like every answer."""

from datetime import UTC, date, datetime

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format, reconcile, review_state
from erasmus_desk.draft.create import begin
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.review_state import Note, Sending, Thread, Waiting, Why
from erasmus_desk.paths import places

_SENDING = Sending("s1", "abc", "partners", "School", "2026-11-23T10:00:00+00:00", "o2")
_NOTE = Note("n1", "Ann Example", "2026-11-23T11:00:00+00:00", "Why?")
_THREAD = Thread("t1", Key("des.why", "o2"), "these words", False, (_NOTE,))
_WAITING = Waiting("w1", Why.UNPLACED, "a line", "", Key("des.why"), "Ann", "2026-11-23", "a.docx")


def _draft() -> Draft:
    pack = Library(places().calls).pack("ka2-2017")
    return begin(
        pack, {"kind": "good-practice", "field": "school"}, datetime(2026, 11, 23, tzinfo=UTC)
    )


def test_a_file_is_away_until_it_is_back() -> None:
    draft = _draft()
    draft = draft.apply(*review_state.sent_out(draft, _SENDING).changes)
    assert review_state.away(draft) == (_SENDING,)

    draft = draft.apply(*review_state.come_back(draft, "s1", "2026-12-01").changes)
    assert review_state.away(draft) == ()
    assert review_state.sendings(draft)[0].back == "2026-12-01"


def test_the_day_to_answer_by_is_kept() -> None:
    draft = _draft()
    sending = Sending("s2", "x", "partners", "School", "now", reply_by=date(2027, 1, 5))

    draft = draft.apply(*review_state.sent_out(draft, sending).changes)

    assert review_state.sendings(draft) == (sending,)


def test_a_thread_takes_replies_and_none_twice() -> None:
    draft = _draft()
    draft = draft.apply(*review_state.thread_put(draft, _THREAD))
    assert review_state.threads_at(draft, Key("des.why", "o2")) == (_THREAD,)

    reply = Note("n2", "Bo", "later", "Because.")
    longer = Thread("t1", _THREAD.key, "these words", True, (_NOTE, reply))
    draft = draft.apply(*review_state.thread_put(draft, longer))
    assert review_state.threads(draft) == (longer,)
    assert review_state.thread_put(draft, longer) == ()


def test_the_tray_holds_a_thing_once_until_it_is_dealt_with() -> None:
    draft = _draft()
    draft = draft.apply(*review_state.tray_put(draft, (_WAITING, _WAITING)))
    assert review_state.tray(draft) == (_WAITING,)
    assert review_state.tray_put(draft, (_WAITING,)) == ()

    step = review_state.taken_out(draft, "w1")
    emptied = draft.apply(*step.changes)
    assert review_state.tray(emptied) == ()
    assert not list(emptied.keys_of_item("w1"))
    assert emptied.apply(*step.inverse().changes).answers == draft.answers


def test_it_survives_the_file_and_the_next_revision_of_the_call() -> None:
    pack = Library(places().calls).pack("ka2-2017")
    draft = _draft()
    draft = draft.apply(*review_state.thread_put(draft, _THREAD))
    draft = draft.apply(*review_state.tray_put(draft, (_WAITING,)))

    back = file_format.decode(file_format.encode(draft)).draft
    settled = reconcile.settle(back, pack)

    assert review_state.threads(settled) == (_THREAD,)
    assert review_state.tray(settled) == (_WAITING,)
    assert settled.orphans == ()
