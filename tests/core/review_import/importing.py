"""Importing of a file into a draft, without anything stored on this computer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from erasmus_desk.call.library import Library
from erasmus_desk.draft.list_changes import remove_item
from erasmus_desk.draft.model import Draft
from erasmus_desk.export import export
from erasmus_desk.review_import.importer import ImportContext, import_files
from erasmus_desk.review_import.result import ImportResult
from erasmus_desk.round_trip.record import SentRecord
from erasmus_desk.storage import drafts
from tests.core.review_import.exported import RESOURCES

LIBRARY = Library((RESOURCES / "calls",))


def read_example(name: str) -> Draft:
    """Return one of the examples."""
    return drafts.read(RESOURCES / "examples" / f"{name}.erasmus").draft


EXAMPLE = read_example("innovation-vet")


def shorten(draft: Draft, **kept: int) -> Draft:
    """Return a draft with one item of each list, or so many: its file is a third as long."""
    form = LIBRARY.load_pack(draft.pack.id).form
    for name in form.lists:
        for item in draft.items(name)[kept.get(name, 1) :]:
            draft = draft.apply(*remove_item(draft, name, item, form=form).changes)
    return draft


def import_into(draft: Draft, path: Path, stored: Iterable[SentRecord] = ()) -> ImportResult:
    """Import a file into a draft; `stored` are the records on this computer."""
    context = ImportContext(
        draft,
        LIBRARY.load_pack(draft.pack.id),
        partial(LIBRARY.load_texts, draft.pack.id),
        lambda: stored,
        partial(export.build_current_records, draft, LIBRARY, RESOURCES),
        partial(export.build_partner_records, draft, LIBRARY, RESOURCES),
    )
    return import_files([path], context)
