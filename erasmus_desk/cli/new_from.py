"""The command `new --from`: create a draft with the answers of an earlier proposal to decide on.

A module of its own, as only few commands load what reads Word files.
"""

from __future__ import annotations

from pathlib import Path

from erasmus_desk.call.model import Pack
from erasmus_desk.cli import new
from erasmus_desk.cli.arguments import New
from erasmus_desk.cli.context import CommandContext, CommandResult
from erasmus_desk.draft.model import Draft
from erasmus_desk.review_import import decisions, earlier_proposal
from erasmus_desk.review_import.decisions import ImportDecisions


def run(context: CommandContext, request: New) -> CommandResult:
    """Create the draft. Raises ReturnedError, or what `new.run` does; then nothing was written."""

    def offer_answers(draft: Draft, pack: Pack) -> tuple[Draft, int]:
        languages = [
            context.library.load_texts(pack.id, one, pack.revision) for one in pack.languages
        ]
        files = earlier_proposal.read_files([Path(request.earlier)])
        result = earlier_proposal.offer_answers(files, draft, pack, languages)
        applied = decisions.apply_decisions(draft, pack.form, result, ImportDecisions())
        return draft.apply(*applied.change_set.changes), len(result.answers)

    return new.run(context, request, offer_answers)
