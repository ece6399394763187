"""`export --papers`: letters to sign, the list of annexes, or a sheet for each partner."""

from __future__ import annotations

from pathlib import Path

from erasmus_desk.cli import export as command
from erasmus_desk.cli.arguments import Export
from erasmus_desk.cli.context import CommandContext, CommandResult, refuse_suffix
from erasmus_desk.draft.papers import PaperworkKind
from erasmus_desk.errors import ChoiceError
from erasmus_desk.export.paperwork import PaperworkRequest, render_paperwork
from erasmus_desk.file_suffixes import WORD_SUFFIX
from erasmus_desk.path_checks import is_folder


def run(context: CommandContext, request: Export) -> CommandResult:
    """Write the papers, all or none.

    Raises DraftError, PackError, ChoiceError, TemplateError or SaveError.
    """
    draft, pack = command.open_for_export(context, request)
    kind = PaperworkKind(request.papers)
    _refuse_other_options(request, kind)
    partner = ""
    if request.partner and request.partner != command.ALL_PARTNERS:
        (partner,) = command.choose_partners(request.partner, draft, pack)
    target = Path(request.output or request.file)
    template = command.find_template(request.template, target)
    files = render_paperwork(
        draft,
        context.library,
        context.places.resources,
        PaperworkRequest(kind, request.language, template, partner),
    )
    if not files:
        raise ChoiceError("papers-none")
    is_named = bool(request.output) and len(files) == 1 and not is_folder(target)
    if is_named:
        command.refuse_targets(request.file, target)
        refuse_suffix(request.output, WORD_SUFFIX)
        targets = [target]
    else:
        folder = target if request.output else target.parent
        targets = [folder / file.name for file in files]
        command.refuse_targets(request.file, *targets)
        if request.output:
            command.make_folder(folder)
    outputs = command.OutputFiles(context, request.file, "export.kept-paper")
    for path, file in zip(targets, files, strict=True):
        outputs.plan("export.done", path, file.content, is_named=is_named)
    outputs.write()
    macros = command.describe_macros(context, request.template, files)
    return outputs.result(*macros)


def _refuse_other_options(request: Export, kind: PaperworkKind) -> None:
    """Raise ChoiceError for an option that says something about the proposal only."""
    options = {
        "--sheet": request.sheet,
        "--pdf": request.pdf,
        "--reply-by": request.reply_by,
        "--beside": request.beside,
        "--budget": request.budget,
        "--partner": request.partner if kind is PaperworkKind.ANNEXES else "",
    }
    for option, value in options.items():
        if value:
            raise ChoiceError("papers-only", option=option)
