"""`make returned-report`: how many of the returned files are imported as they should be."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.core.review_import.corpus.report import (  # noqa: E402
    collect_results,
    format_table,
)

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(format_table(collect_results(Path(name))))
