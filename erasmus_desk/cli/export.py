"""`export`: the proposal as a Word file and as a PDF, its budget as a sheet.

`export --profile partners`: one Word file for one partner, or one for each in a folder.

Which files a command may read a template from and write to, and what it keeps of them.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from erasmus_desk import atomic_file
from erasmus_desk.call.model import Pack
from erasmus_desk.cli.context import Desk, Outcome, patiently
from erasmus_desk.cli.requests import Export
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import ChoiceError, PrinterError, SaveError, TargetRefused, TemplateError
from erasmus_desk.export import export, page_requirements
from erasmus_desk.export.document.blocks import Profile
from erasmus_desk.round_trip.record import Sent
from erasmus_desk.storage import sent_records


def template_path(name: str, target: Path) -> Path | None:
    """Give the template that is named, if one is. Raises TemplateError."""
    if not name:
        return None
    found = Path(name)
    if not found.exists():
        raise TemplateError("missing", path=name)
    if found.is_dir():
        raise TemplateError("not-docx", path=name)
    if is_same(target, found):
        raise TemplateError("is-output", path=name)
    return found


def spare_draft(draft: str, *targets: Path) -> None:
    """Refuse to write onto the draft itself. Raises TargetRefused."""
    for path in targets:
        if is_same(path, Path(draft)):
            raise TargetRefused("is-draft", path=str(path))


def shelve(desk: Desk, sent: Sent, part: bytes) -> None:
    """Keep the record of a file for the day it comes home without its own.

    The file has been written by now, and carries the record too: where there is no room for
    another, the command has done what it was asked for.
    """
    with contextlib.suppress(SaveError):
        sent_records.put(desk.places.sent, sent, part)


def is_same(one: Path, other: Path) -> bool:
    """Tell whether two names lead to one file, be it by a link or in other letters."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))


ALL = "all"
"""Instead of one organisation: all partners, each in a file of its own."""
NONE = "none"
"""Instead of a second language: no second language."""


def run_partners(desk: Desk, asked: Export, draft: Draft, pack: Pack) -> Outcome:
    """Write the files. Raises ChoiceError, TemplateError or SaveError."""
    if asked.sheet:
        raise ChoiceError("partner-sheet")
    if asked.pdf:
        raise ChoiceError("partner-pdf")
    reply_by = _reply_by(asked.reply_by)
    beside = _beside(asked, draft, pack)
    targets = dict(_targets(asked, draft, desk, _chosen(asked.partner, draft, pack)))
    spare_draft(asked.file, *targets)
    templates = [template_path(asked.template, target) for target in targets]
    found = draft, desk.library, desk.places.resources
    # All are made before the first is written: either all can be, or nothing is written.
    made = {
        target: export.made(
            *found, export.Wish(asked.profile, asked.language, house, partner, reply_by, beside)
        )
        for (target, partner), house in zip(targets.items(), templates, strict=True)
    }
    if asked.partner == ALL:
        _make(Path(asked.output) if asked.output else None)
    for target, file in made.items():
        patiently(lambda at=target, new=file.content: atomic_file.write(at, new))
        shelve(desk, file.sent, file.part)
    return Outcome(tuple(desk.sentences.say("export.done", path=str(one)) for one in made))


def refuse_elsewhere(asked: Export) -> None:
    """Refuse what only a file for partners knows. Raises ChoiceError."""
    wanted = {"--partner": asked.partner, "--reply-by": asked.reply_by, "--beside": asked.beside}
    for option, given in wanted.items():
        if given:
            raise ChoiceError("partner-profile", option=option)


def _chosen(wanted: str, draft: Draft, pack: Pack) -> tuple[str, ...]:
    """Give the organisations that are meant: by id, by number in the list, or by name."""
    known = export.partners(draft, pack)
    everybody = tuple(item for item, _ in known)
    if not known or (wanted == ALL and not everybody[1:]):
        raise ChoiceError("partner-none")
    if not wanted:
        raise ChoiceError("partner-missing", known=export.told(known))
    if wanted == ALL:
        return everybody[1:]
    if wanted in everybody:
        return (wanted,)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(known):
        return (everybody[int(wanted) - 1],)
    meant = [item for item in everybody if wanted.casefold() in _names(item, draft, pack)]
    if len(meant) > 1:
        raise ChoiceError("partner-several", chosen=wanted, known=export.told(known))
    if not meant:
        raise ChoiceError("partner", chosen=wanted, known=export.told(known))
    return tuple(meant)


def _names(item: str, draft: Draft, pack: Pack) -> set[str]:
    roles = ("organisation_name", "organisation_name_national", "organisation_acronym")
    found = (draft.text(pack.role(role), item).strip().casefold() for role in roles)
    return {name for name in found if name}


def _reply_by(wanted: str) -> date | None:
    if not wanted:
        return None
    try:
        day = date.fromisoformat(wanted)
    except ValueError as problem:
        raise ChoiceError("reply-by", chosen=wanted) from problem
    if day < datetime.now(UTC).astimezone().date():
        raise ChoiceError("reply-by-past", chosen=day)
    return day


def _beside(asked: Export, draft: Draft, pack: Pack) -> str:
    if asked.beside == NONE:
        return ""
    if asked.beside and asked.beside not in pack.languages:
        known = ", ".join(pack.languages)
        raise ChoiceError("beside", chosen=asked.beside, known=known, call=pack.id)
    return asked.beside or export.language_beside(draft, pack, asked.language)


def _targets(
    asked: Export, draft: Draft, desk: Desk, chosen: Iterable[str]
) -> Iterator[tuple[Path, str]]:
    """Give a place for each organisation."""
    if asked.output and asked.partner != ALL:
        yield from ((Path(asked.output), partner) for partner in chosen)
        return
    folder = Path(asked.output) if asked.output else Path(asked.file).parent
    for partner, name in export.names_for(chosen, draft, desk.library):
        yield folder / name, partner


def _make(folder: Path | None) -> None:
    """Make the folder for all files, but none above it. Raises SaveError."""
    if folder is None:
        return
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError as problem:
        raise TargetRefused("no-folder", path=str(folder)) from problem
    except (OSError, ValueError) as problem:
        raise atomic_file.refusal(problem, folder, making=True) from problem


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
        return run_partners(desk, asked, opened.draft, pack)
    refuse_elsewhere(asked)
    target = Path(asked.output) if asked.output else Path(asked.file).with_suffix(SUFFIX)
    template = template_path(asked.template, target)
    sheet, pdf = (Path(one) if one else None for one in (asked.sheet, asked.pdf))
    _refuse_twice(asked, [target, *(one for one in (sheet, pdf) if one)])
    how = export.Wish(asked.profile, asked.language, template)
    found = opened.draft, desk.library, desk.places.resources
    # Made before anything is written: where there is no Qt, nothing shall be.
    printed = _printed(desk, opened.draft, how) if pdf else b""
    file = export.made(*found, how)
    broken = page_requirements.breaches(file.content, pack.layout)
    patiently(lambda: atomic_file.write(target, file.content))
    shelve(desk, file.sent, file.part)
    say = desk.sentences.say
    done = [say("export.done", path=str(target))]
    if pdf:
        patiently(lambda: atomic_file.write(pdf, printed))
        done.append(say("export.pdf-done", path=str(pdf)))
    if sheet:
        patiently(lambda: export.export_sheet(*found, sheet, asked.language))
        done.append(say("export.sheet-done", path=str(sheet)))
    notices = tuple(page_requirements.told(breach, desk.sentences) for breach in broken)
    return Outcome(tuple(done), notices=notices)


def _refuse_twice(asked: Export, targets: list[Path]) -> None:
    """Refuse to write onto the draft, or two files onto one. Raises TargetRefused."""
    spare_draft(asked.file, *targets)
    for place, path in enumerate(targets):
        if any(is_same(path, other) for other in targets[:place]):
            raise TargetRefused("is-other", path=str(path))


def _printed(desk: Desk, draft: Draft, how: export.Wish) -> bytes:
    if desk.printer is None:
        raise PrinterError
    return export.pdf(draft, desk.library, desk.places.resources, desk.printer, how)


def _languages(pack: Pack) -> tuple[str, ...]:
    """Give the languages a proposal may be in, or those the call has words in."""
    question = pack.question(pack.role("language"))
    offered = pack.option_set(question) if question else None
    return tuple(option.id for option in offered.options) if offered else pack.languages
