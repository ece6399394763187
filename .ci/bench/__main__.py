"""`make bench`: the marks of speed and memory, side by side with their yardsticks.

Ratios from one run on one machine, never a test with a time limit. Nothing else should run on
the machine meanwhile. Exit code 0 whatever comes out: the table is the result.
"""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

import commands  # noqa: E402 - the checkout must be on the path first
import imports  # noqa: E402
import pixels  # noqa: E402
import spelling  # noqa: E402
import windows  # noqa: E402
from marks import Mark, table  # noqa: E402

from erasmus_desk.call.library import Library  # noqa: E402
from erasmus_desk.draft import file_format  # noqa: E402
from tests.drafts_made import (  # noqa: E402
    ROWS,
    TEXTS,
    WORDS,
    make_heavy_draft,
)
from tests.plans_made import make_large_plan  # noqa: E402

CALL = "ka2-2017"
HEAVY = "the heavy draft"
EXAMPLES = {"KA210": "schaduwkaart", "KA220": "the-empty-chair"}
"""Complete proposals for the calls with lump sums, as long as real ones."""


def main() -> int:
    """Measure, print the table, and say what stands behind it."""
    library = Library((ROOT / "resources" / "calls",))
    pack = library.load_pack(CALL)
    draft = make_heavy_draft(pack)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        heavy, text = folder / "heavy.erasmus", folder / "heavy.md"
        heavy.write_bytes(file_format.encode(draft, (*pack.form.lists, *pack.form.questions)))
        markdown = commands.as_markdown(draft, pack, library.load_texts(CALL, pack.main_language))
        text.write_text(markdown, encoding="utf-8")
        size = heavy.stat().st_size
        marks = [
            *windows.measure(heavy),
            *spelling.measure(),
            pixels.measure(heavy, text, folder),
            commands.checks(HEAVY, draft, pack),
            commands.budget("40 activities and 30 partners", make_large_plan(), pack),
            commands.export(heavy, text, folder),
            *imports.measure(draft, pack, library, ROOT / "resources", folder),
            *measure_examples(library, folder),
        ]
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    print(
        f"Heavy draft: {TEXTS} answers of {WORDS} words, {ROWS} rows, {len(draft.answers)} "
        f"answers in all, {size // 1000} kB. Medians of {windows.REPEATS} runs taken in turn.\n"
    )
    print(table(marks))
    return 0


def measure_examples(library: Library, folder: Path) -> Iterator[Mark]:
    """Measure the examples of the calls with lump sums."""
    for call, name in EXAMPLES.items():
        file, text = ROOT / "resources" / "examples" / f"{name}.erasmus", folder / f"{name}.md"
        draft = file_format.decode(file.read_bytes()).draft
        pack = library.load_pack(draft.pack.id)
        texts = library.load_texts(pack.id, pack.main_language)
        text.write_text(commands.as_markdown(draft, pack, texts), encoding="utf-8")
        what = f"the example of {call}"
        yield commands.checks(what, draft, pack)
        yield commands.budget(what, draft, pack)
        yield from windows.measure_keys(file, f", in {what}", windows.FEWER_KEYS)
        yield commands.export_example(what, file, text, folder)


if __name__ == "__main__":
    sys.exit(main())
