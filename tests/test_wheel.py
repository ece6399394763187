"""The wheel in an empty environment is the whole program: nothing is missing, nothing extra."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from erasmus_desk import __version__

ROOT = Path(__file__).resolve().parent.parent
# What uv says when nobody answers, as against an index that has no such file.
UNREACHABLE = ("error sending request", "dns error", "tcp connect", "timed out")

IMPORT_ALL = """
import importlib, pkgutil, erasmus_desk

def stop(name):
    raise ImportError(name)

names = [found.name for found in pkgutil.walk_packages(
    erasmus_desk.__path__, "erasmus_desk.", onerror=stop)]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


class Installed:
    """An environment that holds the wheel and what it needs, far from the checkout."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.bin / "python"
        self.away = folder / "away"
        self.away.mkdir()
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        self.environment = {
            **kept,
            "ERASMUS_DESK_HOME": str(folder / "home"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
        """Run a command from another folder than the checkout."""
        return subprocess.run(
            command,
            cwd=self.away,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def desk(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the installed command."""
        return self.run([self.bin / "erasmus-desk", *arguments])


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the sources as git has them."""
    folder = tmp_path_factory.mktemp("dist") / "sources"
    copy_sources(folder)
    done = build(folder)
    assert done.returncode == 0, done.stderr
    (built,) = (folder / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    place = Installed(tmp_path_factory.mktemp("elsewhere"))
    own = ROOT / ".tools" / "uv" / "bin" / "uv"
    uv = str(own) if own.exists() else shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not here to make an empty environment")
    environment = uv_environment()
    into = [uv, "pip", "install", "--quiet", "--python", str(place.python)]
    for command in (
        [uv, "venv", "--quiet", "--python", sys.executable, str(place.folder / "env")],
        [*into, "--require-hashes", "-r", str(ROOT / "requirements.txt")],
        [*into, "--no-deps", "--no-index", str(wheel)],
    ):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if any(words in done.stderr.lower() for words in UNREACHABLE):
            pytest.skip("the package index cannot be reached, and the pins are not in uv's cache")
        assert done.returncode == 0, done.stderr
    return place


def uv_environment() -> dict[str, str]:
    """As the set-up of the checkout does it: uv goes where pip was told to go."""
    spec = importlib.util.spec_from_file_location("set_up", ROOT / ".ci" / "set_up.py")
    assert spec is not None
    assert spec.loader is not None
    set_up = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(set_up)
    return cast("dict[str, str]", set_up.uv_environment())


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build a wheel of the sources in a folder."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", "dist"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def copy_sources(folder: Path, *left_out: str) -> None:
    """Copy the sources as git has them, without compiled translations."""
    ignored = shutil.ignore_patterns("*.qm", "__pycache__", *left_out)
    for name in ("erasmus_desk", "ui", "resources", ".ci", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder / name)


def test_a_build_compiles_the_translations(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    translations = sorted((ROOT / "resources" / "translations").glob("*.ts"))
    assert translations
    for source in translations:
        assert f"erasmus_desk/resources/translations/{source.stem}.qm" in names
    for icon in (ROOT / "resources" / "icons").iterdir():
        assert f"erasmus_desk/resources/icons/{icon.name}" in names


def test_a_build_without_translations_fails_and_says_so(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    copy_sources(sources, "cities", "ka2-2017")
    (sources / "resources" / "translations" / "erasmus_desk_nl.ts").write_bytes(b"<TS>")
    done = build(sources)
    assert done.returncode != 0
    assert "lrelease" in done.stderr
    assert not list(sources.glob("dist/*.whl"))


def test_a_package_index_shows_the_pictures_of_the_readme(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith("METADATA")]
        text = archive.read(name).decode("utf-8")
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)
    assert pictures
    assert [one for one in pictures if not one.startswith("https://")] == []


def test_the_wheel_puts_one_package_into_site_packages(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"erasmus_desk"}


@pytest.mark.parametrize("folder", ["erasmus_desk", "ui", "resources"])
def test_every_file_of_the_checkout_is_in_the_wheel(wheel: Path, folder: str) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    inside = folder if folder == "erasmus_desk" else f"erasmus_desk/{folder}"
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    expected = {
        f"{inside}/{path.relative_to(ROOT / folder).as_posix()}"
        for path in files
        if "__pycache__" not in path.parts and not path.name.startswith(".")
    }
    assert expected - names == set()


def test_every_installed_module_can_be_imported(installed: Installed) -> None:
    done = installed.run([installed.python, "-P", "-W", "error", "-c", IMPORT_ALL])
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > len(list((ROOT / "erasmus_desk").rglob("*.py"))) / 2


def test_the_installed_command_knows_the_calls(installed: Installed) -> None:
    done = installed.desk("calls")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ka2-2017" in done.stdout


def test_the_installed_command_says_its_version(installed: Installed) -> None:
    done = installed.desk("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout


def test_the_installed_command_exports_a_shipped_example(installed: Installed) -> None:
    site = next((installed.folder / "env").rglob("erasmus_desk/resources/examples"))
    example = min(site.glob("*.erasmus"))
    done = installed.desk("export", str(example), "-o", "proposal.docx")
    assert (done.returncode, done.stderr) == (0, "")
    assert "word/document.xml" in zipfile.ZipFile(installed.away / "proposal.docx").namelist()


def test_the_installed_window_opens_and_closes(installed: Installed) -> None:
    done = installed.desk("--self-test")
    assert (done.returncode, done.stderr) == (0, "")
