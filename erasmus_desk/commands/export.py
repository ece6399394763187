"""`export`: the proposal as a Word file, its budget as a sheet."""

from __future__ import annotations

import os
from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.commands.desk import Desk, Outcome, patiently
from erasmus_desk.commands.request import Export
from erasmus_desk.errors import ChoiceError, TargetRefused, TemplateError
from erasmus_desk.export import write

SUFFIX = ".docx"


def run(desk: Desk, asked: Export) -> Outcome:
    """Write the Word file. Raises DraftError, PackError, ChoiceError, TemplateError, SaveError."""
    opened, pack = desk.open(asked.file)
    if asked.language and asked.language not in _languages(pack):
        known = ", ".join(_languages(pack))
        raise ChoiceError("language", chosen=asked.language, known=known, call=pack.id)
    target = Path(asked.output) if asked.output else Path(asked.file).with_suffix(SUFFIX)
    template = _template(asked.template, target)
    sheet = Path(asked.sheet) if asked.sheet else None
    for path in (target, sheet):
        if path and _is_same(path, Path(asked.file)):
            raise TargetRefused("is-draft", path=str(path))
    if sheet and _is_same(sheet, target):
        raise TargetRefused("is-other", path=str(sheet))
    how = write.Wish(asked.profile, asked.language, template)
    found = opened.draft, desk.library, desk.places.resources
    patiently(lambda: write.export(*found, target, how))
    say = desk.sentences.say
    if sheet is None:
        return Outcome((say("export.done", path=str(target)),))
    patiently(lambda: write.export_sheet(*found, sheet, asked.language))
    done = say("export.done", path=str(target)), say("export.sheet-done", path=str(sheet))
    return Outcome(done)


def _languages(pack: Pack) -> tuple[str, ...]:
    """Give the languages a proposal may be in, or those the call has words in."""
    question = pack.question(pack.role("language"))
    offered = pack.option_set(question) if question else None
    return tuple(option.id for option in offered.options) if offered else pack.languages


def _template(name: str, target: Path) -> Path | None:
    if not name:
        return None
    template = Path(name)
    if not template.exists():
        raise TemplateError("missing", path=name)
    if template.is_dir():
        raise TemplateError("not-docx", path=name)
    if _is_same(target, template):
        raise TemplateError("is-output", path=name)
    return template


def _is_same(one: Path, other: Path) -> bool:
    """Tell whether two names lead to one file, be it by a link or in other letters."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))
