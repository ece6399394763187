"""Check call packs for meaning: what no schema can see.

Usage: check_packs.py [FOLDER ...]

Without folders every pack under resources/calls is checked. Each fault is one line with file,
path, code and what was found. Exit 0: no fault. 1: faults. 2: a folder is no pack.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# A script sees its own folder only; the core lies beside it, installed or not.
sys.path.append(str(ROOT))

import pack_references  # noqa: E402
import pack_sources  # noqa: E402
import pack_words  # noqa: E402

from erasmus_desk.call.library import Library  # noqa: E402
from erasmus_desk.errors import (  # noqa: E402
    Fault,
    PackInvalid,
)

SHIPPED = ROOT / "resources" / "calls"


def check(folder: Path) -> tuple[Fault, ...]:
    """Return every fault of the pack in a folder.

    A pack that cannot be read has only the faults of reading: the rest would be guesses.
    """
    try:
        pack = Library((folder.parent,)).load_pack(folder.name)
    except PackInvalid as problem:
        return problem.faults
    return (
        *pack_references.faults(pack, folder.name),
        *pack_words.faults(pack, folder),
        *pack_sources.faults(pack, folder),
    )


def packs_in(folder: Path) -> tuple[Path, ...]:
    """Return the folder itself if it is a pack, else the packs that lie in it."""
    if (folder / "pack.json").is_file():
        return (folder,)
    return tuple(sorted(place.parent for place in folder.glob("*/pack.json")))


def main(arguments: list[str]) -> int:
    """Check the packs named, or all that are shipped, and print every fault."""
    named = [Path(argument).resolve() for argument in arguments] or [SHIPPED]
    count = 0
    for folder in named:
        packs = packs_in(folder)
        if not packs:
            print(f"{folder.name}: no call pack lies here", file=sys.stderr)
            return 2
        for place in packs:
            found = check(place)
            count += len(found)
            print(*found, sep="\n", end="\n" if found else "")
            print(f"{place.name}: {f'faults: {len(found)}' if found else 'sound'}")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
