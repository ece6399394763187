"""Whole proposals of the usual size, cut from the examples: nothing is left to do in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from typing import Final

from erasmus_desk import paths
from erasmus_desk.call.form import QuestionType
from erasmus_desk.call.model import Pack
from erasmus_desk.draft.list_changes import remove_item
from erasmus_desk.draft.model import Draft, Key
from erasmus_desk.storage import drafts

EXAMPLES: Final = {"innovation": "innovation-vet", "good-practice": "goede-praktijk-school"}
SIZES: Final = {"organisations": 4, "meetings": 3, "activities": 2, "outputs": 1, "events": 1}
"""Items that are kept of each list."""
HOSTED: Final = {"meetings": "tpm", "activities": "ltt"}
"""Lists whose items a partner hosts, with what the names of their questions begin with."""
COMMENT: Final = "The partners pay themselves what the grant does not cover."
"""In place of the text that names the sums of the example."""


def make_whole_proposal(pack: Pack, kind: str, language: str) -> Draft:
    """Return a finished proposal: four partners, three meetings, two learning activities.

    An innovation project has an output and an event besides. All texts are there.
    """
    examples = paths.find_paths().resources / "examples"
    draft = drafts.read(examples / f"{EXAMPLES[kind]}.erasmus").draft
    for list_id, size in SIZES.items():
        for item in draft.items(list_id)[size:]:
            draft = _remove(draft, pack, list_id, item)
    draft = _choose_hosts(draft)
    for list_id, parent, item in list(_find_orphans(draft, pack)):
        draft = _remove(draft, pack, list_id, item, parent)
    summary = draft.text("sum.en") or f"{COMMENT}\n{draft.text('sum.text')}"
    texts = {
        "bud.comment": COMMENT,
        "sum.en": None if language == "en" else summary,
        pack.role("language"): language,
    }
    return draft.apply(*(draft.change(Key(name), text) for name, text in texts.items()))


def _remove(draft: Draft, pack: Pack, list_id: str, item: str, parent: str = "") -> Draft:
    return draft.apply(*remove_item(draft, list_id, item, parent, form=pack.form).changes)


def _choose_hosts(draft: Draft) -> Draft:
    """Let the partners that are left be hosts, each at its own place."""
    for list_id, prefix in HOSTED.items():
        partners = cycle(draft.items("organisations"))
        for item, partner in zip(draft.items(list_id), partners, strict=False):
            host = draft.text(f"{prefix}.host", item) or partner
            answers = {f"{prefix}.host": host}
            for name in ("city", "country"):
                answers[f"{prefix}.{name}"] = draft.text(f"org.{name}", host)
            changes = (draft.change(Key(name, item), value) for name, value in answers.items())
            draft = draft.apply(*changes)
    return draft


def _find_orphans(draft: Draft, pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of partners that are gone, and those of hosts."""
    hosts = {
        item: draft.text(f"{prefix}.host", item)
        for list_id, prefix in HOSTED.items()
        for item in draft.items(list_id)
    }
    for spec in pack.form.lists.values():
        if pack.form.questions[spec.name].type is not QuestionType.ITEM:
            continue
        for parent in draft.items(spec.parent) if spec.parent else ("",):
            for item in draft.items(spec.id, parent):
                if draft.text(spec.name, item) in ("", hosts.get(parent)):
                    yield spec.id, parent, item
