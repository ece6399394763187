"""Packs, drafts and files that the tests of the Word proposal share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Draft
from erasmus_desk.export.export import ExportedFile, ExportRequest, render_word

ROOT = Path(__file__).resolve().parents[3]
RESOURCES = ROOT / "resources"
GOLDEN = ROOT / "tests" / "golden" / "export"

Golden = Callable[[str, str], None]
Render = Callable[..., ExportedFile]

KEPT = 12
"""Rendered files that are kept for the tests that follow."""


@pytest.fixture(scope="session")
def resources() -> Path:
    return RESOURCES


@pytest.fixture(scope="session")
def library() -> Library:
    return Library((RESOURCES / "calls", ROOT / "tests" / "packs" / "valid"))


@pytest.fixture(scope="session")
def style() -> bytes:
    return (RESOURCES / "styles" / "proposal.docx").read_bytes()


EXAMPLES = sorted((RESOURCES / "examples").glob("*.erasmus"))


@pytest.fixture(scope="session")
def rendered(library: Library, resources: Path) -> Render:
    """Return a function that renders a Word file, the same one for tests that only look at it."""
    kept: dict[tuple[str, str], ExportedFile] = {}

    def render(draft: Draft, request: ExportRequest | None = None) -> ExportedFile:
        key = repr(draft), repr(request)
        made = kept.pop(key, None) or render_word(draft, library, resources, request)
        kept[key] = made
        if len(kept) > KEPT:
            del kept[next(iter(kept))]
        return made

    return render


of_2017 = pytest.mark.parametrize(
    "example",
    [path for path in EXAMPLES if b'"ka2-2017"' in path.read_bytes()[:1000]],
    ids=lambda path: path.stem,
    indirect=True,
)
"""Only the examples of the form whose parts have letters."""


@pytest.fixture(scope="session", params=EXAMPLES, ids=lambda p: p.stem)
def example(request: pytest.FixtureRequest) -> Draft:
    """Each of the shipped examples in turn."""
    path: Path = request.param
    return file_format.decode(path.read_bytes()).draft


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the one kept under a name, or keeps it with `--update-golden`."""
    renew = bool(request.config.getoption("--update-golden"))

    def compare(name: str, content: str) -> None:
        kept = GOLDEN / name
        if renew:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(content, encoding="utf-8", newline="\n")
        assert content == kept.read_text(encoding="utf-8")

    return compare
