"""The packages are built, say what Debian's tools want to hear, and work in a bare Debian 12."""

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from package import windows

ROOT = Path(__file__).resolve().parents[2]
BUILD = [sys.executable, str(ROOT / ".ci" / "build_package.py")]
STAGE = ROOT / "build" / "package" / "deb" / "root" / "usr" / "share"

pytestmark = pytest.mark.prove
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="these packages are for Linux")


def run(*command: str | Path, **more: str) -> str:
    """Run a command that must succeed and return what it says; skip the test if it is not here."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **more},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(said: str) -> Path:
    """Return the file that the last line of a build names."""
    return ROOT / said.splitlines()[-1].split(": ")[0]


@pytest.fixture(scope="module")
def program() -> str:
    """Build the program and return what its proof says."""
    return run(*BUILD, "program")


@pytest.fixture(scope="module")
def deb(program: str) -> Path:
    if shutil.which("dpkg-shlibdeps") is None:
        pytest.skip("dpkg-dev is not installed")
    return built(run(*BUILD, "deb"))


@pytest.fixture(scope="module")
def archive(program: str) -> Path:
    """Build the portable program."""
    return built(run(*BUILD, "portable"))


@pytest.fixture
def portable(archive: Path, tmp_path: Path) -> Iterator[Path]:
    """Return the unpacked portable program, as on a stick."""
    with tarfile.open(archive) as file:
        file.extractall(tmp_path, filter="data")
    yield tmp_path / "erasmus-desk"
    shutil.rmtree(tmp_path / "erasmus-desk")


@on_linux
def test_the_program_works_and_writes_the_files_of_the_checkout(program: str) -> None:
    assert "files are the checkout's to the byte" in program
    folder = ROOT / "build" / "package" / "erasmus-desk"
    names = {path.name.lower() for path in folder.rglob("*")}
    assert not [name for name in names if "network" in name or name.startswith(("_ssl", "libgtk"))]
    notices = (folder / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    for made in ("GNU LESSER GENERAL PUBLIC LICENSE", "python-docx", "lxml", "Lucide", "GeoNames"):
        assert made in notices


@on_linux
def test_the_portable_program_writes_into_its_own_folder_only(
    portable: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    example = next((portable / "_internal/resources/examples").glob("*.erasmus"))
    run(
        portable / "erasmus-desk",
        *("export", example, "-o", tmp_path / "a.docx"),
        HOME=str(home),
        ERASMUS_DESK_HOME="",
    )
    assert (portable / "ErasmusDeskData" / "local" / "sent").is_dir()
    assert list(home.rglob("*")) == []


@on_linux
def test_debian_has_nothing_against_the_package(deb: Path) -> None:
    assert run("lintian", "--fail-on", "error", deb).strip() == ""
    entry = STAGE / "applications" / "erasmus-desk.desktop"
    assert run("desktop-file-validate", entry).strip() == ""
    (about,) = (STAGE / "metainfo").iterdir()
    run("appstreamcli", "validate", "--no-net", about)
    said = run("man", "--local-file", "--warnings", STAGE / "man/man1/erasmus-desk.1.gz")
    assert "desktop-entry" in said


@on_linux
def test_the_steps_of_the_guide_work_in_a_bare_debian(deb: Path, archive: Path) -> None:
    if os.geteuid() != 0 or shutil.which("mmdebstrap") is None:
        pytest.skip("a bare system needs mmdebstrap and its rights")
    said = run(ROOT / ".ci" / "package" / "on_debian.sh", deb, archive)
    steps = [line for line in said.splitlines() if not line.startswith("==")]
    assert [line for line in steps if not line.startswith("ok ")] == []
    assert said.endswith(f"== all {len(steps)} steps\n")


def test_the_setup_of_windows_compiles_without_a_warning(tmp_path: Path) -> None:
    if shutil.which("makensis") is None:
        pytest.skip("nsis is not installed")
    folder = tmp_path / "program"
    (folder / "_internal").mkdir(parents=True)
    for name in ("Erasmus Desk.exe", "erasmus-desk.exe", "_internal/library.dll"):
        (folder / name).write_bytes(b"stands in for the program")
    made = windows.build_setup(folder, tmp_path / "erasmus-desk-setup.exe")
    assert made.read_bytes()[:2] == b"MZ"
