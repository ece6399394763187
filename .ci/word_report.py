"""`make word-report`: pages and page numbers of the Word files, and what comes back of them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.core.export.word_report import format_examples, format_files, format_random  # noqa: E402

DRAFTS = 50

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(format_examples(Path(name)))
        print(f"\n{format_random(Path(name), DRAFTS)}")
        print(f"\n{format_files(Path(name))}")
