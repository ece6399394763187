"""What goes into the packaged program, and what PyInstaller would add that no user needs.

Names are those inside the package, with `/`: `PySide6/Qt/plugins/platforms/libqxcb.so`.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

# No part of the program goes to the network, and nobody programs in the package.
EXCLUDED_MODULES = (
    "PySide6.QtNetwork",
    "_hashlib",
    "_ssl",
    "asyncio",
    "curses",
    "distutils",
    "doctest",
    "ftplib",
    "http",
    "lib2to3",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "multiprocessing",
    "pdb",
    "pydoc",
    "pytz",
    "readline",
    "setuptools",
    "smtplib",
    "ssl",
    "tkinter",
    "unittest",
    "urllib.request",
    "webbrowser",
    "xmlrpc",
)
PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qico", "qjpeg", "qsvg"),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "platforms": ("qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"),
    "platformthemes": ("qxdgdesktopportal",),
    "styles": ("*",),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
}
"""The plugins of Qt that are needed on some system: screens, keyboards, pictures, native files."""
UNUSED_LIBRARIES = (
    "PySide6/QtNetwork*",
    "*Qt6Network*",
    "*QtNetwork.framework*",
    "*opengl32sw*",
    "*d3dcompiler*",
    "docx/templates/default-docx-template/*",
    # The dictionary and the sources that the wheel of Hunspell has beside its library.
    "hunspell/dictionaries/*",
    "hunspell/*.cpp",
    "hunspell/*.pxd",
    "hunspell/*.pyx",
)
SYSTEM_LIBRARIES = (
    "libX11*",
    "libdbus-1.so*",
    "libexpat.so*",
    "libfontconfig.so*",
    "libfreetype.so*",
    "libgcc_s.so*",
    "libglib-2.0.so*",
    "libgthread-2.0.so*",
    "libstdc++.so*",
    "libxcb-glx.so*",
    "libxcb-randr.so*",
    "libxcb-render.so*",
    "libxcb-shape.so*",
    "libxcb-shm.so*",
    "libxcb-sync.so*",
    "libxcb-xfixes.so*",
    "libz.so*",
)
"""Libraries of a Linux desktop that must be the system's own: they belong to its fonts, its display
and its graphics, and a copy of another age than those fails."""
_PLUGIN = re.compile(r"plugins/([^/]+)/([^/]+)$")
_QT_WORDS = re.compile(r"translations/[^/]+\.qm$")
_LOCALE = re.compile(r"babel/locale-data/([^/]+)\.dat$")


def is_needed(name: str, words: Iterable[str], locales: Iterable[str]) -> bool:
    """Return whether a file goes into the package.

    `words` are the languages of the interface, `locales` those in which numbers and dates are
    written; both as the codes of their files (`nl`, `nl_BE`).
    """
    if any(fnmatch.fnmatch(name, one) for one in UNUSED_LIBRARIES):
        return False
    if found := _LOCALE.search(name):
        return found[1] in locales
    if name.startswith("PySide6/") and (found := _QT_WORDS.search(name)):
        return any(name.endswith(f"/qtbase_{one}.qm") for one in words)
    if name.startswith("PySide6/") and (found := _PLUGIN.search(name)):
        known = PLUGINS.get(found[1], ())
        plugin = PurePosixPath(found[2]).stem.removeprefix("lib")
        return any(fnmatch.fnmatch(plugin, one) for one in known)
    return True


def is_of_system(name: str) -> bool:
    """Return whether a library of Linux is left to the system."""
    return any(fnmatch.fnmatch(PurePosixPath(name).name, one) for one in SYSTEM_LIBRARIES)


def list_locales(
    languages: Iterable[str], likely: Mapping[str, str], parents: Mapping[str, str]
) -> frozenset[str]:
    """Return the names of babel's files for languages, in their main countries.

    `likely` gives the main script and country of a language (`nl` → `nl_Latn_NL`), `parents` the
    locale whose data another one completes, where its name does not say it (`nb` → `no`).
    """
    found = {"root", "en_GB", "nl_BE", "pt_PT"}
    for language in languages:
        parts = language.split("-")
        code = "_".join([parts[0], *(part.title() for part in parts[1:])])
        found.update((parts[0], code, f"{code}_{likely.get(code, code).split('_')[-1]}"))
    for locale in tuple(found):
        while (locale := parents.get(locale, "")) and locale not in found:
            found.add(locale)
    return frozenset(found)


def keep_reachable(
    names: Iterable[str], roots: Callable[[str], bool], needs: Callable[[str], Iterable[str]]
) -> frozenset[str]:
    """Return the libraries that are asked for, directly or by others that are.

    `roots` says which are loaded by name, `needs` which file names a library is linked to.
    Libraries of plugins that were left out are thus left out too.
    """
    by_file: dict[str, list[str]] = {}
    for name in names:
        by_file.setdefault(PurePosixPath(name).name, []).append(name)
    found: set[str] = set()
    waiting = [name for group in by_file.values() for name in group if roots(name)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            for wanted in needs(name):
                waiting += by_file.get(wanted, [])
    return frozenset(found)
