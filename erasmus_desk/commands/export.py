"""`export`: the proposal as a Word file, its budget as a sheet."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.commands import files, partners
from erasmus_desk.commands.desk import Desk, Outcome, patiently
from erasmus_desk.commands.request import Export
from erasmus_desk.errors import ChoiceError, TargetRefused
from erasmus_desk.export import write
from erasmus_desk.export.blocks import Profile

SUFFIX = ".docx"


def run(desk: Desk, asked: Export) -> Outcome:
    """Write the Word file. Raises DraftError, PackError, ChoiceError, TemplateError, SaveError."""
    opened, pack = desk.open(asked.file)
    if asked.language and asked.language not in _languages(pack):
        known = ", ".join(_languages(pack))
        raise ChoiceError("language", chosen=asked.language, known=known, call=pack.id)
    if asked.profile is Profile.PARTNERS:
        return partners.run(desk, asked, opened.draft, pack)
    partners.refuse_elsewhere(asked)
    target = Path(asked.output) if asked.output else Path(asked.file).with_suffix(SUFFIX)
    template = files.template(asked.template, target)
    sheet = Path(asked.sheet) if asked.sheet else None
    files.spare_draft(asked.file, target, *([sheet] if sheet else []))
    if sheet and files.is_same(sheet, target):
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
