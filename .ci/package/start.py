"""The program that PyInstaller freezes: the launcher, as `python -m erasmus_desk` starts it."""

from __future__ import annotations

import sys

from erasmus_desk.__main__ import main

sys.exit(main())
