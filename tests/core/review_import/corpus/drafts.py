"""The drafts of the corpus: small and complete, with texts that are hard to preserve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.library import Library
from erasmus_desk.call.model import Pack
from erasmus_desk.draft import file_format
from erasmus_desk.draft.list_changes import add_item
from erasmus_desk.draft.model import Change, Draft, Key, Value
from erasmus_desk.draft.visibility import visible_questions
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.round_trip.record import BlockRole, SentRecord
from tests.core.complete import complete_draft, put_role, start_draft

ROOT = Path(__file__).resolve().parents[4]
RESOURCES = ROOT / "resources"
RETURNED = ROOT / "tests" / "returned"
WORDS = ("abel", "baker", "cesar", "dora")
"""Words that stand once in each long text, each with the number of the text; `abel` and `baker`
in its first line, the others in a later one. Blanks stand around the middle two."""

_EMPTY = ("tpm.purpose", "bud.comment")
"""Long answers that nobody has given yet, as far as they may be left out."""
_SHAPES = (
    "The school {abel} reports {baker} each term.\n\nLater the pupils {cesar} show {dora} here.",
    "Aims {abel} and {baker} of the term:\n- boards {cesar} and {dora} for all\n- a trip\n\nDone.",
    "Month {abel}\twith {baker} done\n\tThen {cesar} and {dora} follow",
    "“Say {abel}”, 'then' {baker} says 🙂👩‍🏫 \"now\".\nIt isn't {cesar} but {dora}…",
    "Σχολείο {abel} και {baker} στη Λάρισα.\n\nمدرسة {cesar} و {dora} هنا. Szkoła, İzmir, Łódź.",
    "Odd\x0bsigns {abel} in {baker} here\x01.\r\nAnd {cesar} with {dora} too.\u2028End",
    "  Two  blanks {abel} and  {baker} hard\u00a0blank \n\n\nThree on {cesar} and {dora} end.  \n",
)


@dataclass(frozen=True, slots=True)
class Model:
    """A draft with its Word file `content` and the record `sent` of that file."""

    name: str
    draft: Draft
    pack: Pack
    content: bytes
    sent: SentRecord

    @property
    def texts(self) -> tuple[Key, ...]:
        """Return the long answers in the file, in order."""
        questions = self.pack.form.questions
        keys = (
            one.key
            for one in self.sent.blocks
            if one.role is BlockRole.ANSWER and not one.is_placeholder
        )
        return tuple(
            key for key in keys if key and questions[key.question].type is QuestionType.TEXT
        )


@dataclass(frozen=True, slots=True)
class _Plan:
    call: str
    profile: Profile
    language: str
    choices: Mapping[str, Value]
    organisations: int
    beside: str = ""


_INNOVATION = {"kind": "innovation", "field": "school", "language": "en"}
_PRACTICE = {"kind": "good-practice", "field": "vet", "language": "nl"}
_SMALL = {"field": "school", "language": "nl"}
_LARGE = {"field": "adult", "language": "en"}
_PLANS = {
    "innovation-en": _Plan("ka2-2017", Profile.CLEAN, "en", _INNOVATION, 2),
    "practice-nl": _Plan("ka2-2017", Profile.CLEAN, "nl", _PRACTICE, 2),
    "questions-nl": _Plan("ka2-2017", Profile.QUESTIONS, "nl", _PRACTICE, 1),
    "partner-en": _Plan("ka2-2017", Profile.PARTNERS, "en", _INNOVATION, 2),
    "partner-nl": _Plan("ka2-2017", Profile.PARTNERS, "nl", _PRACTICE, 2, beside="en"),
    "garden-fr": _Plan("lump-sums", Profile.QUESTIONS, "fr", {"kind": "large"}, 2),
    "activities-nl": _Plan("ka210-2026", Profile.CLEAN, "nl", _SMALL, 2),
    "packages-en": _Plan("ka220-2026", Profile.CLEAN, "en", _LARGE, 3),
    "orchards-pt": _Plan("work-packages", Profile.QUESTIONS, "pt", {"kind": "small"}, 2),
}
PLANNED = ("activities-nl", "packages-en", "orchards-pt")
"""Drafts of the calls with lump sums: two items of each list of a plan, with what is inside."""
NAMES = tuple(_PLANS)


@cache
def load_library() -> Library:
    return Library((RESOURCES / "calls", ROOT / "tests" / "packs" / "valid"))


@cache
def load_model(name: str) -> Model:
    """Return a model with a Word file exported now from the stored draft."""
    draft = read_draft(name)
    made = export.render_word(draft, load_library(), RESOURCES, _build_request(_PLANS[name], draft))
    return Model(name, draft, load_library().load_pack(draft.pack.id), made.content, made.sent)


@cache
def read_draft(name: str, folder: Path = RETURNED) -> Draft:
    return file_format.decode((folder / "drafts" / f"{name}.erasmus").read_bytes()).draft


def write_drafts(names: Iterable[str] = NAMES) -> None:
    """Write the drafts of the corpus, the same each time."""
    for name in names:
        draft = _build_draft(name, _PLANS[name])
        form = load_library().load_pack(draft.pack.id).form
        path = RETURNED / "drafts" / f"{name}.erasmus"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file_format.encode(draft, (*form.lists, *form.questions)))


def _build_request(plan: _Plan, draft: Draft) -> export.ExportRequest:
    partners = plan.profile is Profile.PARTNERS
    partner = draft.items("organisations")[-1] if partners else ""
    return export.ExportRequest(
        plan.profile, plan.language, partner=partner, second_language=plan.beside
    )


def _build_draft(name: str, plan: _Plan) -> Draft:
    pack = load_library().load_pack(plan.call)
    draft = start_draft(pack, **dict(plan.choices))
    if name in PLANNED:
        draft = _add_plan(draft, pack)
    draft = complete_draft(_say_yes(draft, pack), pack, plan.organisations, words=3)
    if pack.role("title"):
        draft = put_role(draft, pack, "title", f"Boards that measure, {name}")
    if name == "innovation-en":
        draft = _add_meeting(draft)
    return replace(_rename_items(_fill_texts(draft, pack), name), id=f"corpus-{name}")


def _say_yes(draft: Draft, pack: Pack) -> Draft:
    """Return the draft with a yes at every question that asks more after one."""
    asked = (one for one in visible_questions(draft, pack) if not one.key.item)
    yes = (one.key for one in asked if one.question.type is QuestionType.YESNO)
    return draft.apply(*(Change(key, draft.get(key), True) for key in yes))


def _add_meeting(draft: Draft) -> Draft:
    """Return the draft with a meeting without purpose, to which all travel."""
    partners = draft.items("organisations")
    answers: dict[Key, Value] = {
        Key("meetings"): ("kick-off",),
        Key("tpm.title", "kick-off"): "Kick-off by the river",
        Key("tpm.city", "kick-off"): "Lommel",
        Key("tpm.start", "kick-off"): date(2018, 1, 10),
        Key("tpm.end", "kick-off"): date(2018, 1, 12),
        Key("meeting_travel", "kick-off"): tuple(f"travel-{one}" for one in partners),
    }
    for place, partner in enumerate(partners):
        answers[Key("trv.organisation", f"travel-{partner}")] = partner
        answers[Key("trv.persons", f"travel-{partner}")] = place + 2
    return draft.apply(*(Change(key, None, value) for key, value in answers.items()))


def _add_plan(draft: Draft, pack: Pack) -> Draft:
    """Return the draft with two items in each list of a plan, and a row in each list inside."""
    for spec in pack.form.lists.values():
        for item in ("p1", "p2") if spec.plan else ():
            draft = draft.apply(*add_item(draft, spec.id, f"{spec.id}-{item}").changes)
            draft = _add_rows(draft, pack, spec.id, f"{spec.id}-{item}")
    return draft


def _add_rows(draft: Draft, pack: Pack, owner: str, item: str) -> Draft:
    for name in pack.form.nested_lists(owner):
        row = f"{item}-{name}"
        draft = draft.apply(*add_item(draft, name, row, item).changes)
        draft = _add_rows(draft, pack, name, row)
    return draft


def _fill_texts(draft: Draft, pack: Pack) -> Draft:
    """Return the draft with a different text at every question for text."""
    changes: list[Change] = []
    for number, one in enumerate(visible_questions(draft, pack)):
        old = draft.get(one.key)
        if one.question.type is QuestionType.TEXT and one.key.question not in _EMPTY:
            words = {word: f"{word}{number:03}" for word in WORDS}
            text = _SHAPES[len(changes) % len(_SHAPES)].format(**words)
            changes.append(Change(one.key, old, text))
        elif isinstance(old, str) and old.startswith("Answer "):
            changes.append(Change(one.key, old, f"Entry{number:03} of house {number}"))
    return draft.apply(*changes)


def _rename_items(draft: Draft, name: str) -> Draft:
    """Return the draft with item ids that are the same each time."""
    items = sorted({key.item for key in draft.answers if key.item})
    order = draft.items("organisations") or draft.items("members")
    known = [*order, *(one for one in items if one not in order)]
    ids = {item: f"i{place:02}{name[:3]}" for place, item in enumerate(known)}

    def renamed(value: Value) -> Value:
        if isinstance(value, tuple):
            return tuple(ids.get(one, one) for one in value)
        return ids.get(value, value) if isinstance(value, str) else value

    answers = {
        Key(key.question, ids.get(key.item, "")): renamed(value)
        for key, value in draft.answers.items()
    }
    return replace(draft, answers=MappingProxyType(answers))
