"""`export`: the proposal as a Word file and as a PDF, its budget as a sheet."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk import atomic
from erasmus_desk.call.model import Pack
from erasmus_desk.commands import files, partners
from erasmus_desk.commands.desk import Desk, Outcome, patiently
from erasmus_desk.commands.request import Export
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import ChoiceError, PrinterError, TargetRefused
from erasmus_desk.export import layout, printing, write
from erasmus_desk.export.blocks import Profile

SUFFIX = ".docx"


def run(desk: Desk, asked: Export) -> Outcome:
    """Write the files, or none of them.

    Raises DraftError, PackError, ChoiceError, TemplateError, PrinterError or
    SaveError.
    """
    opened, pack = desk.open(asked.file)
    if asked.language and asked.language not in _languages(pack):
        known = ", ".join(_languages(pack))
        raise ChoiceError("language", chosen=asked.language, known=known, call=pack.id)
    if asked.profile is Profile.PARTNERS:
        return partners.run(desk, asked, opened.draft, pack)
    partners.refuse_elsewhere(asked)
    target = Path(asked.output) if asked.output else Path(asked.file).with_suffix(SUFFIX)
    template = files.template(asked.template, target)
    sheet, pdf = (Path(one) if one else None for one in (asked.sheet, asked.pdf))
    _refuse_twice(asked, [target, *(one for one in (sheet, pdf) if one)])
    how = write.Wish(asked.profile, asked.language, template)
    found = opened.draft, desk.library, desk.places.resources
    # Made before anything is written: where there is no Qt, nothing shall be.
    printed = _printed(desk, opened.draft, how) if pdf else b""
    file = write.made(*found, how)
    broken = layout.breaches(file.content, pack.layout)
    patiently(lambda: atomic.write(target, file.content))
    files.shelve(desk, file.sent, file.part)
    say = desk.sentences.say
    done = [say("export.done", path=str(target))]
    if pdf:
        patiently(lambda: atomic.write(pdf, printed))
        done.append(say("export.pdf-done", path=str(pdf)))
    if sheet:
        patiently(lambda: write.export_sheet(*found, sheet, asked.language))
        done.append(say("export.sheet-done", path=str(sheet)))
    notices = tuple(layout.told(breach, desk.sentences) for breach in broken)
    return Outcome(tuple(done), notices=notices)


def _refuse_twice(asked: Export, targets: list[Path]) -> None:
    """Refuse to write onto the draft, or two files onto one. Raises TargetRefused."""
    files.spare_draft(asked.file, *targets)
    for place, path in enumerate(targets):
        if any(files.is_same(path, other) for other in targets[:place]):
            raise TargetRefused("is-other", path=str(path))


def _printed(desk: Desk, draft: Draft, how: write.Wish) -> bytes:
    if desk.printer is None:
        raise PrinterError
    return printing.pdf(draft, desk.library, desk.places.resources, desk.printer, how)


def _languages(pack: Pack) -> tuple[str, ...]:
    """Give the languages a proposal may be in, or those the call has words in."""
    question = pack.question(pack.role("language"))
    offered = pack.option_set(question) if question else None
    return tuple(option.id for option in offered.options) if offered else pack.languages
