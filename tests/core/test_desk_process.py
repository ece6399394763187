"""A command in a copy of this process does and says what it does in one of its own."""

from pathlib import Path

import pytest

from erasmus_desk.draft import file_format
from tests.core.desk_process import (
    CompletedCommand,
    Files,
    make_draft,
    run_copy,
    run_desk,
    snapshot,
)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "plan.erasmus", "--json"),
        ("export", "plan.erasmus", "--language", "nl"),
        ("merge", "plan.erasmus", "gone.docx"),
        ("history", "plan.erasmus", "--no-such-option"),
        ("unknown",),
    ],
    ids=lambda arguments: arguments[0],
)
@pytest.mark.parametrize("language", ["C", "nl_BE.UTF-8"])
@pytest.mark.share(4)
def test_a_copy_is_like_a_process_of_its_own(
    arguments: tuple[str, ...], language: str, tmp_path: Path
) -> None:
    here = Path.cwd()
    found: list[tuple[CompletedCommand, Files]] = []
    for name, run in (("own", run_desk), ("copy", run_copy)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "plan.erasmus").write_bytes(file_format.encode(make_draft()))
        found.append((run(folder, *arguments, language=language), snapshot(folder)))
    (own, files), (copied, files_of_copy) = found
    assert (own.returncode, own.stdout, own.stderr) == (
        copied.returncode,
        copied.stdout,
        copied.stderr,
    )
    assert list(files) == list(files_of_copy)
    assert Path.cwd() == here
