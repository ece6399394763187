"""The recipe of the packaged program: what goes in, what stays out, and what the system is told."""

import configparser
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from package import contents, info

from erasmus_desk.i18n.messages import list_languages

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "resources" / "desktop"
PLUGINS = "PySide6/Qt/plugins/"


@pytest.mark.parametrize(
    ("name", "is_in"),
    [
        (f"{PLUGINS}platforms/libqxcb.so", True),
        (f"{PLUGINS}platforms/libqwayland.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        (f"{PLUGINS}platforms/libqcocoa.dylib", True),
        (f"{PLUGINS}platforms/libqvnc.so", False),
        (f"{PLUGINS}platformthemes/libqgtk3.so", False),
        (f"{PLUGINS}imageformats/libqsvg.so", True),
        (f"{PLUGINS}tls/libqopensslbackend.so", False),
        ("PySide6/Qt/translations/qtbase_nl.qm", True),
        ("PySide6/Qt/translations/qtbase_ko.qm", False),
        ("PySide6/Qt/translations/qt_help_nl.qm", False),
        ("resources/translations/erasmus_desk_nl.qm", True),
        ("babel/locale-data/nl.dat", True),
        ("babel/locale-data/zu.dat", False),
        ("PySide6/QtNetwork.abi3.so", False),
        ("PySide6/Qt6Network.dll", False),
        ("PySide6/QtWidgets.abi3.so", True),
        ("hunspell/hunspell.cp311-win_amd64.pyd", True),
        ("hunspell/hunspell.cpython-311-x86_64-linux-gnu.so", True),
        ("hunspell/hunspell.pyx", False),
    ],
)
def test_a_file_is_in_the_package_if_a_user_needs_it(name: str, is_in: bool) -> None:
    assert contents.is_needed(name, ["en", "nl"], ["en", "nl"]) is is_in


def test_the_data_of_a_language_come_with_those_that_they_complete() -> None:
    likely = {"nb": "nb_Latn_NO", "sr_Latn": "sr_Latn_RS"}
    parents = {"nb": "no", "en_GB": "en_001"}
    found = contents.list_locales(["nb", "sr-latn", "en"], likely, parents)
    assert found >= {"root", "nb", "nb_NO", "no", "sr", "sr_Latn", "sr_Latn_RS", "en_GB", "en_001"}


def test_a_library_is_in_the_package_if_something_in_it_asks_for_it() -> None:
    needs = {"a.so": ["lib1.so"], "x/lib1.so": ["lib2.so"], "lib3.so": ["lib2.so"]}
    names = ["a.so", "x/lib1.so", "lib2.so", "lib3.so"]
    kept = contents.keep_reachable(
        names, lambda name: name == "a.so", lambda one: needs.get(one, [])
    )
    assert kept == {"a.so", "x/lib1.so", "lib2.so"}


def test_the_system_is_told_one_type_of_file_everywhere() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(DESKTOP / "erasmus-desk.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["MimeType"] == f"{info.MEDIA_TYPE};"
    tree = ET.parse(DESKTOP / "erasmus-desk.xml")  # noqa: S314 - our own file
    kinds = [one.get("type") for one in tree.iter() if one.tag.endswith("}mime-type")]
    globs = [one.get("pattern") for one in tree.iter() if one.tag.endswith("}glob")]
    assert (kinds, globs) == ([info.MEDIA_TYPE], [f"*{info.SUFFIX}"])
    about = (ROOT / ".ci" / "package" / "linux" / "metainfo.xml").read_text(encoding="utf-8")
    assert f"<id>{info.IDENTIFIER}</id>" in about
    assert f"<mediatype>{info.MEDIA_TYPE}</mediatype>" in about
    setup = (ROOT / ".ci" / "package" / "windows" / "setup.nsi").read_text(encoding="utf-8")
    assert f'"Software\\Classes\\{info.SUFFIX}"' in setup


def test_the_system_shows_the_program_in_each_language_of_the_program() -> None:
    spoken = set(list_languages(ROOT / "resources" / "sentences")) - {"en"}
    entry = (DESKTOP / "erasmus-desk.desktop").read_text(encoding="utf-8")
    for name in ("GenericName", "Comment", "Keywords"):
        assert set(re.findall(rf"^{name}\[(\w+)\]=.", entry, re.MULTILINE)) == spoken, name
    for file, tags in (
        (DESKTOP / "erasmus-desk.xml", ("comment",)),
        (ROOT / ".ci" / "package" / "linux" / "metainfo.xml", ("summary", "p", "caption")),
    ):
        text = file.read_text(encoding="utf-8")
        for tag in tags:
            said = re.findall(rf'<{tag}(?: xml:lang="(\w+)")?>', text)
            # Each language as often as the main one, which has no mark.
            count = {one: said.count(one) for one in {"", *said}}
            assert count == dict.fromkeys({"", *spoken}, said.count("")), (file.name, tag)


def test_the_pins_of_the_package_agree_with_those_of_the_program() -> None:
    def pins(path: Path) -> dict[str, str]:
        lines = path.read_text(encoding="utf-8").splitlines()
        named = (line.split()[0] for line in lines if "==" in line and line[0].isalpha())
        return dict(one.split("==", 1) for one in named)

    program, package = pins(ROOT / "requirements.txt"), pins(ROOT / ".ci/package/requirements.txt")
    assert "pyinstaller" in package
    assert "pyinstaller" not in pins(ROOT / "requirements-dev.txt")
    assert [name for name in package if program.get(name, package[name]) != package[name]] == []
