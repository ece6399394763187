"""The desk as its launcher opens it, watched until it can be used: `opened.py [FILE]`."""

from __future__ import annotations

import sys

from ready import take_over

from erasmus_desk.__main__ import main

if __name__ == "__main__":
    take_over()
    sys.exit(main(sys.argv[1:]))
