"""`make returned-report`: how many of the returned files come home as they should."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.core.exchange.corpus_report import results, table  # noqa: E402 - see above

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(table(results(Path(name))))
