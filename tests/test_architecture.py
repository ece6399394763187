"""The rules of the house that no linter guards."""

import ast
import re
import tokenize
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

import pytest

Node = TypeVar("Node", bound=ast.AST)

ROOT = Path(__file__).resolve().parent.parent
CORE = sorted((ROOT / "erasmus_desk").rglob("*.py"))
WINDOW = sorted((ROOT / "ui").rglob("*.py"))
SCRIPTS = sorted((ROOT / ".ci").rglob("*.py"))

MAX_LINES = 400
MAX_CLASS_LINES = 200
MAX_INNER_IMPORTS = 20
MAX_TYPE_CHECKING = 5
# What may be longer, and why. A line goes when its file is cut in two.
LONGER_FILES: dict[str, str] = {}
LONGER_CLASSES: dict[str, str] = {}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    with tokenize.open(path) as source:
        return ast.parse(source.read(), str(path))


@cache
def _sort_nodes(path: Path) -> dict[type[ast.AST], list[ast.AST]]:
    found: dict[type[ast.AST], list[ast.AST]] = {}
    for node in ast.walk(tree_of(path)):
        found.setdefault(type(node), []).append(node)
    return found


def nodes_of(path: Path, kind: type[Node]) -> list[Node]:
    """Return the nodes of a kind in a file. The tree is walked once for all tests."""
    return cast("list[Node]", _sort_nodes(path).get(kind, []))


@pytest.fixture(autouse=True, scope="module")
def no_tree_is_left() -> Iterator[None]:
    """Forget the trees: in the tests that follow, garbage would be looked for in them."""
    yield
    _sort_nodes.cache_clear()
    tree_of.cache_clear()


def imports_of(path: Path) -> Iterator[str]:
    """Return the absolute imports of a file, those inside functions too."""
    for node in nodes_of(path, ast.Import):
        yield from (alias.name for alias in node.names)
    for node in nodes_of(path, ast.ImportFrom):
        if not node.level:
            yield node.module or ""


def roots_of(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports_of(path)}


def each(paths: list[Path]) -> Callable[[Callable[[Path], None]], Callable[[], None]]:
    """Check every file in one test: one for each took longer to count than to run."""

    def decorate(check: Callable[[Path], None]) -> Callable[[], None]:
        def check_all() -> None:
            faults: list[str] = []
            for path in paths:
                try:
                    check(path)
                except AssertionError as fault:
                    faults.append(f"{name_of(path)}: {fault}")
            assert "\n".join(faults) == ""

        return check_all

    return decorate


@each(WINDOW)
def test_the_window_layer_imports_itself_relatively_so_that_it_works_in_a_wheel(path: Path) -> None:
    assert "ui" not in roots_of(path)
    assert not [name for name in imports_of(path) if name.startswith("erasmus_desk.ui")]


@each(WINDOW)
def test_no_set_of_keys_is_what_another_one_leaves(path: Path) -> None:
    # On Windows the values are signed, and Python takes all modifiers out of such a rest.
    rests = [
        node
        for node in nodes_of(path, ast.UnaryOp)
        if isinstance(node.op, ast.Invert) and ast.unparse(node.operand).endswith("Modifier")
    ]
    assert not rests


@each(CORE)
def test_the_core_knows_neither_qt_nor_the_window(path: Path) -> None:
    assert not roots_of(path) & {"PySide6", "shiboken6", "ui"}


@each([*WINDOW, *(ROOT / "tests" / "ui").rglob("*.py")])
def test_no_item_of_a_layout_is_asked_for(path: Path) -> None:
    # See `list_widgets` in `ui/widgets/layouts.py`.
    asked = [
        node
        for node in nodes_of(path, ast.Call)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "itemAt"
    ]
    assert asked == []


LOOKS = {
    "erasmus_desk/paths.py",
    "erasmus_desk/cli/desktop_entry.py",
    "erasmus_desk/spelling/protocol.py",
    "ui/session/single_instance.py",
}
"""They ask of the program itself, or of a file of this user that they have just used."""


SPEAKS_SQLITE = {
    "erasmus_desk/storage/journal_file.py",
    "erasmus_desk/storage/journal_salvage.py",
}


@each([*CORE, *WINDOW])
def test_only_the_journal_speaks_to_sqlite(path: Path) -> None:
    if name_of(path) not in SPEAKS_SQLITE:
        assert "sqlite3" not in roots_of(path)


@each([*CORE, *WINDOW])
def test_nothing_shipped_can_open_a_socket(path: Path) -> None:
    network = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "xmlrpc"}
    asked = {name for name in imports_of(path) if name.split(".")[0] in network}
    assert asked <= {"urllib.parse"}
    assert "PySide6.QtNetwork" not in set(imports_of(path))


@each(WINDOW)
def test_whatever_the_wheel_or_a_shortcut_would_change_is_one_of_our_widgets(path: Path) -> None:
    changed_unasked = {
        "QComboBox",
        "QTabBar",
        "QSpinBox",
        "QDoubleSpinBox",
        "QDateEdit",
        "QSlider",
        "QRadioButton",
    }
    if name_of(path) != "ui/widgets/selectors.py":
        names = {node.id for node in nodes_of(path, ast.Name)}
        assert not changed_unasked & names


@each(WINDOW)
def test_hairlines_are_painted_sharp(path: Path) -> None:
    # `drawLine` with smoothed edges halves a line of one pixel; these draw dashes and on paper.
    thick = {"ui/charts/gantt_painter.py", "ui/page_layout/painter.py"}
    attributes = (node.attr for node in nodes_of(path, ast.Attribute))
    assert name_of(path) in thick or "drawLine" not in attributes


@each(WINDOW)
def test_icons_grow_with_the_text(path: Path) -> None:
    fixed = [
        node.lineno
        for node in nodes_of(path, ast.Call)
        if isinstance(node.func, ast.Attribute)
        and node.func.attr == "pixmap"
        and any(isinstance(one, ast.Constant) for one in node.args)
    ]
    assert fixed == []


@each([*CORE, *WINDOW])
def test_only_path_checks_asks_what_is_at_a_path(path: Path) -> None:
    # These raise where nobody may look; `resolve` for a link to itself and a folder that is gone.
    raising = {"is_file", "is_dir", "exists", "resolve"}
    asked = [
        node.func.attr
        for node in nodes_of(path, ast.Call)
        if isinstance(node.func, ast.Attribute) and not node.args and node.func.attr in raising
    ]
    assert not asked or name_of(path) in LOOKS


@each([*CORE, *WINDOW])
def test_only_the_commands_print(path: Path) -> None:
    if name_of(path) != "erasmus_desk/cli/main.py":
        calls = [node.func for node in nodes_of(path, ast.Call)]
        assert not [call for call in calls if isinstance(call, ast.Name) and call.id == "print"]


@each([*CORE, *WINDOW])
def test_every_module_opens_with_one_sentence_on_its_purpose(path: Path) -> None:
    assert (ast.get_docstring(tree_of(path)) or "").split("\n", 1)[0].endswith((".", ":", "?"))


@each([*CORE, *WINDOW, *SCRIPTS])
def test_a_file_is_short_enough_to_be_read_in_one_go(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MAX_LINES or name_of(path) in LONGER_FILES


@each([*CORE, *WINDOW])
def test_a_class_is_short_enough_to_have_one_purpose(path: Path) -> None:
    long = {node.name for node in nodes_of(path, ast.ClassDef) if _lines(node) > MAX_CLASS_LINES}
    assert long <= LONGER_CLASSES.keys()


def _lines(node: ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_exception_has_outlived_its_reason() -> None:
    lengths = {
        name_of(path): len(path.read_text("utf-8").splitlines()) for path in (*CORE, *WINDOW)
    }
    assert [name for name in LONGER_FILES if lengths.get(name, 0) <= MAX_LINES] == []


def test_the_walks_of_the_architecture_name_files_that_are_there_and_at_most_twelve() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    walks = [part for part in text.split("\n## ") if part.startswith("From ")]
    assert len(walks) == 3
    for walk in walks:
        steps = re.findall(r"^\d+\. `([^`]+)`", walk, re.MULTILINE)
        assert 5 < len(steps) <= 12
        named = re.findall(r"`((?:ui|erasmus_desk)/[a-z_/]+\.py)`", walk)
        assert [name for name in named if not (ROOT / name).is_file()] == []


def test_imports_inside_functions_are_few_and_none_is_for_types_alone() -> None:
    inner = [
        f"{name_of(path)}:{node.lineno}"
        for path in (*CORE, *WINDOW)
        for function in nodes_of(path, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert len(set(inner)) <= MAX_INNER_IMPORTS, inner
    typed = [path for path in (*CORE, *WINDOW) if "TYPE_CHECKING" in path.read_text("utf-8")]
    assert len(typed) <= MAX_TYPE_CHECKING


def test_the_types_of_every_folder_are_checked() -> None:
    """The type checker passes over a hidden folder in silence if it is no project of its own."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = set(settings["tool"]["pyright"]["include"])
    folders = {path.relative_to(ROOT).parts[0] for path in (*CORE, *WINDOW, *SCRIPTS)} | {"tests"}
    hidden = {name for name in folders if name.startswith(".")}
    assert included == folders - hidden
    for name in hidden:
        assert (ROOT / name / "pyrightconfig.json").is_file()
        assert f"pyright -p {name}\n" in (ROOT / "Makefile").read_text(encoding="utf-8")
