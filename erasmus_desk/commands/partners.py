"""`export --profile partners`: one Word file for one partner, or one for each in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from erasmus_desk import atomic
from erasmus_desk.call.model import Pack
from erasmus_desk.commands import files
from erasmus_desk.commands.desk import Desk, Outcome, patiently
from erasmus_desk.commands.request import Export
from erasmus_desk.draft.model import Draft
from erasmus_desk.errors import ChoiceError, TargetRefused
from erasmus_desk.export import write

ALL = "all"
"""Instead of one organisation: all partners, each in a file of its own."""
NONE = "none"
"""Instead of a second language: no second language."""


def run(desk: Desk, asked: Export, draft: Draft, pack: Pack) -> Outcome:
    """Write the files. Raises ChoiceError, TemplateError or SaveError."""
    if asked.sheet:
        raise ChoiceError("partner-sheet")
    if asked.pdf:
        raise ChoiceError("partner-pdf")
    reply_by = _reply_by(asked.reply_by)
    beside = _beside(asked, draft, pack)
    targets = dict(_targets(asked, draft, desk, _chosen(asked.partner, draft, pack)))
    files.spare_draft(asked.file, *targets)
    templates = [files.template(asked.template, target) for target in targets]
    found = draft, desk.library, desk.places.resources
    # All are made before the first is written: either all can be, or nothing is written.
    made = {
        target: write.made(
            *found, write.Wish(asked.profile, asked.language, house, partner, reply_by, beside)
        )
        for (target, partner), house in zip(targets.items(), templates, strict=True)
    }
    if asked.partner == ALL:
        _make(Path(asked.output) if asked.output else None)
    for target, file in made.items():
        patiently(lambda at=target, new=file.content: atomic.write(at, new))
        files.shelve(desk, file.sent, file.part)
    return Outcome(tuple(desk.sentences.say("export.done", path=str(one)) for one in made))


def refuse_elsewhere(asked: Export) -> None:
    """Refuse what only a file for partners knows. Raises ChoiceError."""
    wanted = {"--partner": asked.partner, "--reply-by": asked.reply_by, "--beside": asked.beside}
    for option, given in wanted.items():
        if given:
            raise ChoiceError("partner-profile", option=option)


def _chosen(wanted: str, draft: Draft, pack: Pack) -> tuple[str, ...]:
    """Give the organisations that are meant: by id, by number in the list, or by name."""
    known = write.partners(draft, pack)
    everybody = tuple(item for item, _ in known)
    if not known or (wanted == ALL and not everybody[1:]):
        raise ChoiceError("partner-none")
    if not wanted:
        raise ChoiceError("partner-missing", known=write.told(known))
    if wanted == ALL:
        return everybody[1:]
    if wanted in everybody:
        return (wanted,)
    if wanted.isdecimal() and 1 <= int(wanted) <= len(known):
        return (everybody[int(wanted) - 1],)
    meant = [item for item in everybody if wanted.casefold() in _names(item, draft, pack)]
    if len(meant) > 1:
        raise ChoiceError("partner-several", chosen=wanted, known=write.told(known))
    if not meant:
        raise ChoiceError("partner", chosen=wanted, known=write.told(known))
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
    return asked.beside or write.language_beside(draft, pack, asked.language)


def _targets(
    asked: Export, draft: Draft, desk: Desk, chosen: Iterable[str]
) -> Iterator[tuple[Path, str]]:
    """Give a place for each organisation."""
    if asked.output and asked.partner != ALL:
        yield from ((Path(asked.output), partner) for partner in chosen)
        return
    folder = Path(asked.output) if asked.output else Path(asked.file).parent
    for partner, name in write.names_for(chosen, draft, desk.library):
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
        raise atomic.refusal(problem, folder, making=True) from problem
