"""A file with nothing of the proposal is refused; what is only similar waits for a person."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from erasmus_desk.call.form import QuestionType
from erasmus_desk.draft import review_state
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.draft.review_state import UnresolvedReason
from erasmus_desk.errors import ReturnedError
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.export.export import ExportRequest
from erasmus_desk.review_import import importer
from erasmus_desk.review_import.decisions import AcceptMode, apply_decisions, auto_decisions
from erasmus_desk.review_import.importer import ImportContext
from erasmus_desk.review_import.result import ImportResult, MergeStatus
from erasmus_desk.round_trip.record import SentRecord
from erasmus_desk.storage import drafts
from tests.core.desk_process import make_draft, run_copy
from tests.core.review_import.corpus.drafts import RESOURCES, RETURNED, load_library
from tests.core.review_import.corpus.stored import Stored, list_stored, load_sent_model
from tests.core.review_import.importing import import_into, shorten
from tests.core.review_import.strangers import KINDS, LIBRARY, ROOT, Victim, write_stranger
from tests.core.reviewed import pack_parts, read_parts, remove_record

SAMPLES = ROOT / "tests" / "samples" / "word"
SHARE = 3
"""Files of each kind; `make prove` tries more."""


VICTIMS = {
    "ka2-2017": SAMPLES / "draft.erasmus",
    "ka210-2026": RESOURCES / "examples" / "schaduwkaart.erasmus",
    "ka220-2026": RESOURCES / "examples" / "the-empty-chair.erasmus",
    "lump-sums": RETURNED / "drafts" / "garden-fr.erasmus",
    "work-packages": RETURNED / "drafts" / "orchards-pt.erasmus",
}
"""A proposal of each call, shipped or invented."""


@cache
def load_victim(call: str = "ka2-2017") -> Victim:
    draft = drafts.read(VICTIMS[call]).draft
    return Victim(draft, LIBRARY.load_pack(draft.pack.id))


@cache
def load_short() -> Victim:
    """The draft of the samples with two organisations, and one item of all other lists."""
    whole = load_victim()
    return Victim(shorten(whole.draft, organisations=2), whole.pack)


@cache
def load_context(call: str = "ka2-2017") -> ImportContext:
    victim = load_victim(call)
    records = tuple(export.build_current_records(victim.draft, LIBRARY, RESOURCES))
    return ImportContext(
        victim.draft,
        victim.pack,
        lambda language: LIBRARY.load_texts(victim.pack.id, language),
        current_records=lambda: records,
    )


def refuse(content: bytes, folder: Path, call: str = "ka2-2017") -> str:
    """Import a file that must be refused; return the id of the message."""
    path = folder / "file.docx"
    path.write_bytes(content)
    with pytest.raises(ReturnedError) as caught:
        importer.import_files([path], load_context(call))
    return caught.value.message_id


def write_lines(*texts: str) -> bytes:
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def import_lines(folder: Path, *texts: str) -> ImportResult:
    (folder / "file.docx").write_bytes(write_lines(*texts))
    return importer.import_files([folder / "file.docx"], load_context())


def list_unresolved(
    result: ImportResult, mode: AcceptMode
) -> tuple[review_state.UnresolvedItem, ...]:
    """Return what is left to a person; no answer of the draft may change without one."""
    victim = load_victim()
    applied = apply_decisions(victim.draft, victim.pack.form, result, auto_decisions(result, mode))
    changed = [one.key for one in applied.change_set.changes]
    assert [key for key in changed if not review_state.is_desk_key(key)] == []
    return applied.unresolved


@pytest.mark.parametrize("number", range(SHARE))
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("call", VICTIMS)
@pytest.mark.share(17)
def test_a_stranger_is_refused(call: str, kind: str, number: int, tmp_path: Path) -> None:
    content = write_stranger(kind, number, load_victim(call))
    assert refuse(content, tmp_path, call) == "returned.stranger"


def test_strangers_meet_a_proposal_of_every_call() -> None:
    calls = {one for one in LIBRARY.list_packs() if LIBRARY.load_pack(one).role("organisations")}
    assert set(VICTIMS) == calls


@pytest.mark.parametrize("name", ["u4-invoice.docx", "u1-table-only.docx"])
@pytest.mark.parametrize("mode", ["none", "all"])
@pytest.mark.share(2)
def test_merge_refuses_a_stranger_in_one_line_and_writes_nothing(
    name: str, mode: str, tmp_path: Path
) -> None:
    for one in (name, "draft.erasmus"):
        (tmp_path / one).write_bytes((SAMPLES / one).read_bytes())
    done = run_copy(tmp_path, "merge", "draft.erasmus", name, "--accept", mode)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"erasmus-desk: {name} contains no text of this proposal. "
        "Choose the Word file that was made from this proposal.\n"
    )
    draft = tmp_path / "draft.erasmus"
    assert draft.read_bytes() == (SAMPLES / "draft.erasmus").read_bytes()


def list_other_drafts() -> list[Draft]:
    """Return drafts of the same call, one of them of the same kind and field."""
    path = RESOURCES / "examples" / "goede-praktijk-school.erasmus"
    return [drafts.read(path).draft, make_draft()]


def export_other(draft: Draft) -> bytes:
    return export.render_word(draft, LIBRARY, RESOURCES, ExportRequest()).content


def test_our_own_file_of_another_draft_is_refused(tmp_path: Path) -> None:
    for other in list_other_drafts():
        assert refuse(export_other(other), tmp_path).startswith("returned.foreign")


def test_our_own_file_of_another_draft_is_refused_without_its_record_and_id(tmp_path: Path) -> None:
    for other in list_other_drafts():
        members = read_parts(remove_record(export_other(other)))
        core = members["docProps/core.xml"].replace(other.id.encode(), b"")
        file = pack_parts({**members, "docProps/core.xml": core})
        assert refuse(file, tmp_path) == "returned.stranger"


def test_a_copy_of_the_draft_under_another_id_is_another_proposal(tmp_path: Path) -> None:
    other = replace(load_short().draft, id="0" * 32)
    assert refuse(export_other(other), tmp_path).startswith("returned.foreign")


def longest_answer(victim: Victim | None = None) -> tuple[Key, str]:
    victim = victim or load_victim()
    texts = set(victim.texts)
    return next(
        (key, value)
        for key, value in victim.draft.answers.items()
        if value == max(texts, key=len) and isinstance(value, str)
    )


def test_an_answer_in_somebody_elses_file_is_offered_and_never_applied(tmp_path: Path) -> None:
    key, text = longest_answer()
    first, *rest = text.split("\n")
    changed = first.replace(first.split()[4], "quokka", 1)
    result = import_lines(tmp_path, "Dear colleague,", changed, *rest, "Best wishes", "Ana")
    for mode in AcceptMode:
        unresolved = list_unresolved(result, mode)
        (guess,) = [one for one in unresolved if one.reason is UnresolvedReason.GUESS]
        assert guess.near == key
        assert "quokka" in guess.text


def test_the_rest_of_somebody_elses_file_is_one_item(tmp_path: Path) -> None:
    _, text = longest_answer()
    others = [f"Words of somebody else, number {number}." for number in range(140)]
    texts = [*load_victim().texts]
    # The texts of organisations stand behind what is proposed in our own file, so they come last.
    result = import_lines(tmp_path, *others, *text.split("\n"), *texts[:12])
    unplaced = [
        one
        for one in list_unresolved(result, AcceptMode.ALL)
        if one.reason in {UnresolvedReason.UNPLACED, UnresolvedReason.FIXED}
    ]
    assert len(unplaced) == 1
    assert all(one in unplaced[0].text for one in others)


def test_one_sentence_in_a_long_file_is_no_text_of_the_proposal(tmp_path: Path) -> None:
    _, text = longest_answer()
    others = [f"Words of somebody else, number {number}." for number in range(140)]
    assert refuse(write_lines(*others, text[:90]), tmp_path) == "returned.stranger"


UNMARKED = [one for one in list_stored() if one.program == "pandoc"]


@pytest.mark.parametrize("one", UNMARKED, ids=str)
@pytest.mark.parametrize("mode", [AcceptMode.CLEAR, AcceptMode.ALL])
@pytest.mark.share(5)
def test_without_record_tags_and_bookmarks_nothing_is_applied(
    one: Stored, mode: AcceptMode
) -> None:
    model = load_sent_model(one.folder, one.model)
    context = ImportContext(
        model.draft,
        model.pack,
        lambda language: load_library().load_texts(model.pack.id, language),
        stored_records=lambda: (model.sent,),
        current_records=lambda: (model.sent,),
    )
    result = importer.import_files([one.path], context)
    decisions = auto_decisions(result, mode)
    applied = apply_decisions(model.draft, model.pack.form, result, decisions)
    after = model.draft.apply(*applied.change_set.changes).answers
    ours = {key: value for key, value in after.items() if not review_state.is_desk_key(key)}
    assert ours == {
        key: value
        for key, value in model.draft.answers.items()
        if not review_state.is_desk_key(key)
    }


# What a partner filled in, in a program that dropped all marks


PARTNER_TEXT = "We run two rooms for machine tools and teach in four languages."


def remove_marks(content: bytes) -> bytes:
    """Remove the record, the identifier, and all controls and bookmarks."""
    members = read_parts(remove_record(content))
    body = members["word/document.xml"].decode()
    body = re.sub(r"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt>|</?w:sdtContent>", "", body, flags=re.DOTALL)
    body = re.sub(r"<w:bookmark(Start|End) [^>]*/>", "", body)
    core = re.sub(rb"<dc:identifier>.*?</dc:identifier>", b"", members["docProps/core.xml"])
    return pack_parts({**members, "word/document.xml": body.encode(), "docProps/core.xml": core})


def empty_partner() -> tuple[Draft, str]:
    """The short draft before it had texts, with a partner whose name alone is known."""
    victim = load_short()
    draft, item = victim.draft, victim.draft.items("organisations")[1]
    names = {"org.name_lat", "org.country"}
    questions = victim.pack.form.questions
    texts = {name for name, one in questions.items() if one.type is QuestionType.TEXT}
    answers = [key for key in draft.keys_of_item(item) if key.question not in names]
    answers += [key for key in draft.answers if key.question in texts and key.item != item]
    return draft.apply(*(draft.change(key, None) for key in answers)), item


def fill(content: bytes) -> bytes:
    """Answer the question of the background in words."""
    members = read_parts(content)
    body = members["word/document.xml"].decode()
    at = body.index("Please fill in", body.index("Please briefly present"))
    body = body[:at] + PARTNER_TEXT + body[at + len("Please fill in") :]
    return pack_parts({**members, "word/document.xml": body.encode()})


def write_pack(draft: Draft, item: str) -> tuple[bytes, SentRecord]:
    request = ExportRequest(Profile.PARTNERS, "en", partner=item)
    (record,) = export.build_partner_records(draft, LIBRARY, RESOURCES, item, "en")
    return export.render_word(draft, LIBRARY, RESOURCES, request).content, record


def test_an_empty_file_for_a_partner_is_known_without_any_mark(tmp_path: Path) -> None:
    draft, item = empty_partner()
    sent, record = write_pack(draft, item)
    path = tmp_path / "returned.docx"
    path.write_bytes(remove_marks(fill(sent)))
    with pytest.raises(ReturnedError) as caught:
        import_into(draft, path)
    assert caught.value.message_id == "returned.stranger"  # nothing here says that it was sent
    result = import_into(draft, path, [record])
    for mode in AcceptMode:
        pack = load_short().pack
        applied = apply_decisions(draft, pack.form, result, auto_decisions(result, mode))
        keys = {one.key for one in applied.change_set.changes}
        assert {key for key in keys if not review_state.is_desk_key(key)} == set()
        (guess,) = [one for one in applied.unresolved if PARTNER_TEXT in one.text]
        assert guess.near == Key("bg.present", item)


def test_files_of_others_for_the_same_partner_stay_strangers(tmp_path: Path) -> None:
    draft, item = empty_partner()
    _, record = write_pack(draft, item)
    title, name = draft.text("prj.title"), draft.text("org.name_lat", item)
    other = draft.apply(draft.change(Key("prj.title"), "Another project of the same schools"))
    renamed = draft.apply(draft.change(Key("org.name_lat", item), "Another school"))
    letter = write_lines(
        "Dear colleague,", title, name, "Please send us your answers.", PARTNER_TEXT
    )
    packs = [remove_marks(fill(write_pack(one, item)[0])) for one in (other, renamed)]
    for number, content in enumerate((*packs, letter)):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(content)
        with pytest.raises(ReturnedError) as caught:
            import_into(draft, path, [record])
        assert caught.value.message_id == "returned.stranger"


# Whose text it is says a mark; what was sent, a record


def test_an_older_text_of_ours_replaces_nothing_where_no_record_says_what_was_sent(
    tmp_path: Path,
) -> None:
    victim = load_short()
    key, text = longest_answer(victim)
    later = victim.draft.apply(victim.draft.change(key, f"{text} And more since then."))
    later = replace(later, modified=later.modified + timedelta(days=1))
    path = tmp_path / "returned.docx"
    path.write_bytes(remove_record(export_other(victim.draft)))
    result = import_into(later, path)
    for mode in AcceptMode:
        decisions = auto_decisions(result, mode)
        applied = apply_decisions(later, victim.pack.form, result, decisions)
        changed = [one.key for one in applied.change_set.changes]
        assert [one for one in changed if not review_state.is_desk_key(one)] == []
        (item,) = applied.unresolved
        assert (item.near, item.reason) == (key, UnresolvedReason.GUESS)


def test_a_row_of_ours_since_is_not_removed_where_no_record_says_what_was_sent(
    tmp_path: Path,
) -> None:
    victim = load_short()
    draft = victim.draft
    *kept, last = draft.items("organisations")
    sent = draft.apply(draft.change(Key("organisations"), tuple(kept)))
    later = replace(draft, modified=draft.modified + timedelta(days=1))
    path = tmp_path / "returned.docx"
    path.write_bytes(remove_record(export_other(sent)))
    result = import_into(later, path)
    for mode in AcceptMode:
        decisions = auto_decisions(result, mode)
        after = later.apply(
            *apply_decisions(later, victim.pack.form, result, decisions).change_set.changes
        )
        assert after.items("organisations") == (*kept, last)


def test_with_the_record_kept_here_it_is_known_who_changed_what(tmp_path: Path) -> None:
    victim = load_short()
    key, text = longest_answer(victim)
    later = victim.draft.apply(victim.draft.change(key, f"{text} And more since then."))
    later = replace(later, modified=later.modified + timedelta(days=1))
    path = tmp_path / "returned.docx"
    path.write_bytes(remove_record(export_other(victim.draft)))
    result = import_into(
        later, path, export.build_current_records(victim.draft, LIBRARY, RESOURCES)
    )
    assert [(one.key, one.status) for one in result.answers] == [(key, MergeStatus.KEPT)]
    assert (result.rows, result.unresolved) == ((), ())
