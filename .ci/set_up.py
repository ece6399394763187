"""Make this checkout ready: uv, the pinned packages, and what Qt needs of the system.

Run by `make`. It installs what is missing and nothing else: uv into `.tools/`, the packages into
`.venv/`, and on Debian and its kin the system libraries of Qt, if there is the right to do so.
Standard library only, since it runs before anything is there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
UV_HOME = ROOT / ".tools" / "uv"
UV_PIN = ROOT / ".ci" / "requirements-uv.txt"
PINS = ROOT / "requirements-dev.txt"
READY = ENVIRONMENT / ".ready"
OLDEST = (3, 11)

# What PySide6's own libraries and its platform plugins (xcb, wayland, offscreen) leave to the
# system, and one font, without which every text is a row of boxes.
QT_PACKAGES = (
    "fonts-dejavu-core libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libopengl0 "
    "libwayland-client0 libwayland-cursor0 libwayland-egl1 libx11-xcb1 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 "
    "libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 libxkbcommon-x11-0 libxkbcommon0"
)

# Run by the new Python: prints what is missing, nothing if all is there.
QT_PROBE = """
import ctypes, pathlib
try:
    import PySide6.QtSvg, PySide6.QtWidgets
    plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    for name in ("libqoffscreen.so", "libqxcb.so"):
        ctypes.CDLL(str(plugins / name))
    from PySide6.QtGui import QFontDatabase, QGuiApplication
    application = QGuiApplication(["probe"])
    if not QFontDatabase.families():
        print("no font is installed")
except (ImportError, OSError) as fault:
    print(fault)
"""


class SetUpError(Exception):
    """Something is missing that this script cannot bring; says what, and how to mend it."""


class QtLacksLibrariesError(SetUpError):
    """Qt cannot load; the commands of the program work all the same."""


def main() -> int:
    """Set up and return the exit code; every failure is one line that says what to do."""
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        return complain(f"Python 3.11 or newer is needed, this is {found}: make PYTHON=python3.12")
    try:
        uv = find_uv()
        make_environment(uv)
        if sys.platform == "linux":
            bring_qt_libraries()
    except QtLacksLibrariesError as fault:
        # Not marked as ready: the next `make` looks again. `make run` goes on and exports.
        say(f"not complete: {fault}")
        return 0
    except SetUpError as fault:
        return complain(str(fault))
    READY.touch()
    return 0


def find_uv() -> Path:
    """Return the pinned uv of this checkout, installed by pip if it is not there yet."""
    uv = UV_HOME / "bin" / "uv"
    pin = UV_PIN.read_text(encoding="utf-8")
    mark = UV_HOME / "pin.txt"
    if uv.exists() and mark.exists() and mark.read_text(encoding="utf-8") == pin:
        return uv
    say("uv, into .tools/")
    shutil.rmtree(UV_HOME, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    # A target folder is outside the system's Python, so that PEP 668 has nothing to object to.
    place = ["--no-deps", "--require-hashes", "--target", str(UV_HOME), "-r", str(UV_PIN)]
    # pip refuses a target folder together with a user's setting `user = true`, and warns root.
    quiet = {**os.environ, "PIP_USER": "0", "PIP_ROOT_USER_ACTION": "ignore"}
    if subprocess.run([*pip, *place], env=quiet, check=False).returncode == 0:
        mark.write_text(pin, encoding="utf-8")
        return uv
    found = shutil.which("uv")
    if found:
        say(f"pip could not bring the pinned uv; going on with {found}")
        return Path(found)
    message = (
        "pip could not install uv (its words are above). On Debian: apt-get install python3-pip"
    )
    raise SetUpError(message)


def make_environment(uv: Path) -> None:
    """Make `.venv` and give it exactly the pinned packages."""
    environment = uv_environment()
    if not PYTHON.exists():
        command = [uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable]
        demand([*command, ENVIRONMENT], environment, "The environment .venv could not be made")
    say("the pinned packages, into .venv/")
    command = [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", PYTHON, PINS]
    demand(command, environment, "The pinned packages could not be installed")


def uv_environment() -> dict[str, str]:
    """Let uv see the package index and certificates that pip was told of, and touch no other."""
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    environment.pop("VIRTUAL_ENV", None)
    if not {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & environment.keys():
        index = environment.get("PIP_INDEX_URL") or pip_setting("global.index-url")
        if index:
            environment["UV_DEFAULT_INDEX"] = index
    if "SSL_CERT_FILE" not in environment:
        certificates = environment.get("PIP_CERT") or pip_setting("global.cert")
        if certificates:
            environment["SSL_CERT_FILE"] = certificates
    home = environment.get("HOME", "")
    if not home or not os.access(home, os.W_OK):
        environment.setdefault("UV_CACHE_DIR", str(ROOT / ".tools" / "cache"))
    return environment


def pip_setting(name: str) -> str:
    """Return one setting from pip's own files, or nothing."""
    command = [sys.executable, "-m", "pip", "config", "get", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def bring_qt_libraries() -> None:
    """Install the system libraries that Qt misses, or name them."""
    missing = missing_for_qt()
    if not missing:
        return
    right = [] if os.geteuid() == 0 else ["sudo", "-n"]
    install = f"{' '.join(right)} apt-get install -y --no-install-recommends {QT_PACKAGES}".strip()
    if not shutil.which("apt-get") or not may_install(right):
        message = (
            f"Qt lacks libraries here. On Debian or Ubuntu: sudo apt-get install {QT_PACKAGES}"
        )
        raise QtLacksLibrariesError(message)
    say(f"the system libraries that Qt needs ({missing})")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = [*right, "apt-get", "-qq"]
    keep_quiet([*apt, "update"], environment)  # may fail in part; the next line decides
    done = keep_quiet(
        [*apt, "install", "-y", "--no-install-recommends", *QT_PACKAGES.split()], environment
    )
    if done.returncode:
        print(done.stdout, done.stderr, sep="", end="")
        message = f"this failed, as said above: {install}"
        raise QtLacksLibrariesError(message)
    missing = missing_for_qt()
    if missing:
        message = f"Qt still does not load ({missing})"
        raise QtLacksLibrariesError(message)


def missing_for_qt() -> str:
    """Return what keeps Qt from loading, empty if nothing does."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [PYTHON, "-c", QT_PROBE], env=environment, capture_output=True, text=True, check=False
    )
    said = done.stdout.strip()
    return said or ("" if done.returncode == 0 else f"Qt stopped with code {done.returncode}")


def may_install(right: list[str]) -> bool:
    """Return whether apt-get may be used without asking anybody for a password."""
    if not right:
        return True
    if not shutil.which(right[0]):
        return False
    return keep_quiet([*right, "true"], dict(os.environ)).returncode == 0


def keep_quiet(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command without showing what it says."""
    return subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def demand(command: list[str | Path], environment: dict[str, str], failure: str) -> None:
    """Run a command that must succeed."""
    if subprocess.run(command, env=environment, check=False).returncode:
        message = f"{failure} (the reason is above)."
        raise SetUpError(message)


def say(what: str) -> None:
    """One line of progress."""
    print(f"Setting up: {what}", flush=True)


def complain(what: str) -> int:
    """One line on standard error; the exit code of a set-up that failed."""
    print(f"Set-up stopped: {what}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
