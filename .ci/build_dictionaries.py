"""Take the dictionaries of the spelling out of packages of Debian, each with its licence.

`build_dictionaries.py FOLDER`

FOLDER has the packages of `DICTIONARIES`, got there by `apt-get download`. A file whose digest is
not the one below is refused, so that the result is the same on every machine. Only dictionaries are
here whose licence allows to hand them on beside a program under another one; see
docs/decisions/0059-spelling.md for what each licence asks, and why German and Italian are missing.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "dictionaries"
LICENCES = Path("/usr/share/common-licenses")
NOTICE = "LICENSE.txt"


class Source(NamedTuple):
    """A dictionary: its language, its package, its files by digest, and whose it is.

    `licence` is the one that we use it under, `offered` all that its authors offer.
    """

    language: str
    name: str
    package: str
    version: str
    affixes: str
    words: str
    title: str
    origin: str
    copyright: str
    offered: str
    licence: str


_LIBRE = "https://git.libreoffice.org/dictionaries, 7.5.0"
DICTIONARIES = (
    Source(
        "el", "el_GR", "hunspell-el", "1:7.5.0-1",
        "868dfe13ad7d34251915a745e44d38542831463d56e60732ba3a5bc1dcca582a",
        "e5b9b9c2cf05bbc59e03fe302b462dae85968f822f4fc219a8ed2879d6943720",
        "Greek dictionary", _LIBRE,
        "2002 Evripidis Papakostas, 2006 Steve Stavropoulos",
        "MPL 1.1, GPL 2 or LGPL 2.1", "MPL-1.1",
    ),
    Source(
        "en", "en_GB", "hunspell-en-gb", "1:7.5.0-1",
        "d9de51fae3020ddea29285e0e2ec59efd123e799798044d75c26367c5874f96c",
        "3debccf0d99c9a4112824eac0cd43a0693b3aea125850d8b539f771e6c060d89",
        "British English dictionary, version 3.1.4 of 2022-11-01", _LIBRE,
        "David Bartlett, Andrew Brown, Marco A.G.Pinto; first list of words by Kevin Atkinson",
        "LGPL", "LGPL-2.1",
    ),
    Source(
        "es", "es_ES", "hunspell-es", "1:7.5.0-1",
        "459fcfa76382eb2333a3c2833053b3c37bb92345add3f8ad61e94e4413402c40",
        "7a32942f6936329ea0bc311a6288d193a29cb05b3dd79a2e6115a335f7197f5e",
        "Spanish dictionary", _LIBRE,
        "Santiago Bosio",
        "GPL 3, LGPL 3 or MPL 1.1, or a later version of each", "MPL-1.1",
    ),
    Source(
        "fr", "fr", "hunspell-fr-classical", "1:7.0-1",
        "b0aa05cec5f2de2372c3ab6b2726288c39fcb384e602dbade97e91020edc25a7",
        "4b1415593d599dbd943dde6d00515bbde3b4287ab62666242d959f74ddb16a6e",
        "Dictionnaire orthographique français “classique”, 7.0", "https://grammalecte.net",
        "2007-2018 Dicollecte contributors (https://grammalecte.net/members.php?prj=fr)",
        "MPL 2.0", "MPL-2.0",
    ),
    Source(
        "nl", "nl", "hunspell-nl", "2:2.20.19-2",
        "8b6ee59821b306c829b42faf4350b71a23a415b46621d9ae0c3164a2c94ed1e1",
        "9e5c975c2b501f55ea5a704e72d0727e9ae6f55980cc37a0290c40098d59414a",
        "OpenTaal, 2.20.19", "https://github.com/OpenTaal/opentaal-hunspell",
        "1996 Nederlandstalige TeX Gebruikersgroep; 2001-2005 Simon Brouwer and others; "
        "2006-2010 OpenTaal; 2020 OpenTaal (Simon Brouwer, Sander van Geloven)",
        "revised BSD licence or CC BY 3.0", "BSD",
    ),
    Source(
        "pl", "pl_PL", "hunspell-pl", "1:7.5.0-1",
        "7c37b9bde78054e43365b488a13859094c88bc66664b5b7a7bb073626454b38e",
        "215fd73aa47b11e7fdd2e4d655e9fe37be4acdae16ff833badcfdfce79110aad",
        "Polish dictionary (sjp.pl)", _LIBRE,
        "Marek Futrega and the contributors of sjp.pl",
        "GPL, LGPL, MPL, Apache 2.0 or CC SA 1.0", "Apache-2.0",
    ),
    Source(
        "tr", "tr_TR", "hunspell-tr", "1:7.5.0-1",
        "d221e3032a8a53adfa67292145a63fdf402ba20038f382931b4e9788662fd427",
        "2bfbc4ec08be10fa2dc34092d7ae96a2c03d1cc9b0c05992e9473e08de4afe19",
        "Turkish dictionary", _LIBRE,
        "Harun Reşit Zafer",
        "MPL 2.0", "MPL-2.0",
    ),
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Write all dictionaries; the exit code is 1 for one that is missing or another one."""
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    for source in DICTIONARIES:
        try:
            size = build(source, Path(arguments[0]))
        except (LookupError, OSError, subprocess.CalledProcessError) as fault:
            sys.stderr.write(f"{source.language}: {fault}\n")
            return 1
        print(f"{source.language}: {size:,} bytes")
    return 0


def build(source: Source, packages: Path) -> int:
    """Write one dictionary with its notice and return its size in bytes."""
    version = source.version.replace(":", "%3a")
    package = packages / f"{source.package}_{version}_all.deb"
    folder = TARGET / source.language
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        unpacked = Path(name)
        subprocess.run(["dpkg-deb", "-x", package, unpacked], check=True)
        size = 0
        for suffix, expected in ((".aff", source.affixes), (".dic", source.words)):
            file = unpacked / "usr/share/hunspell" / f"{source.name}{suffix}"
            content = file.read_bytes()
            found = hashlib.sha256(content).hexdigest()
            if found != expected:
                raise LookupError(f"{file.name} is another one: {found}")
            (folder / file.name).write_bytes(content)
            size += len(content)
        terms = _read_terms(source, unpacked)
    (folder / NOTICE).write_text(f"{describe(source)}\n{terms.strip()}\n", encoding="utf-8")
    return size


def describe(source: Source) -> str:
    """Return whose a dictionary is, where it is from, and under which licence we hand it on."""
    return (
        f"{source.name}.aff, {source.name}.dic: {source.title}\n"
        f"Copyright: {source.copyright}\n"
        f"From: {source.origin}, by the package {source.package} {source.version} of Debian\n"
        "The files are unchanged.\n"
        f"Offered under: {source.offered}\n"
        f"Handed on with Erasmus Desk under: {source.licence}, which follows\n"
    )


def _read_terms(source: Source, unpacked: Path) -> str:
    """Return the text of the licence: OpenTaal's is in its package, the others are well known."""
    if source.licence != "BSD":
        return (LICENCES / source.licence).read_text(encoding="utf-8")
    text = (unpacked / "usr/share/doc" / source.package / "copyright").read_text(encoding="utf-8")
    start = text.index("BSD-license (revised version)")
    return text[start : text.index("\t\t\t****", start)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
