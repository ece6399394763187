"""Every word of the window is gathered, translated, found again at run time, and has room."""

from __future__ import annotations

import ast
import re
import shutil
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import build_translations
import pytest
from PySide6.QtCore import QSize, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from erasmus_desk import paths
from erasmus_desk.i18n import formats, parsing
from erasmus_desk.paths import AppPaths
from erasmus_desk.storage import settings
from erasmus_desk.storage.settings import Settings
from tests import pseudo
from tests.languages import EVERY_TIME, each_language
from tests.ui.conftest import StartProgram
from tests.ui.editors import EXAMPLES, editor_of
from tests.ui.room import find_faults
from tests.ui.untranslated import DUTCH, FOLDER, english
from tests.ui.wording_walk import collect_texts, walk_window
from ui.app import build_controller
from ui.controllers.application import ApplicationController
from ui.i18n import plurals
from ui.i18n.dates import format_figures
from ui.i18n.quotes import quote
from ui.widgets.key_hints import name_keys

SOURCES: Final = build_translations.ROOT / "ui"
LANGUAGES: Final = build_translations.list_languages()
SENTENCE: Final = re.compile(r"^[^<{;]*[A-Za-z]{2,} [a-z]{2,}|^[A-Z][a-z]+( ?…)?$")
MARKS: Final = re.compile("[“”]")
"""Marks that another language writes in another way: `ui.i18n.quotes` has them."""
NAMES: Final = frozenset({"Babel", "Lucide", "Fusion"})
BEGINNINGS: Final = ("Erasmus Desk", "erasmus-desk: ")
"""Of the program's name, and of what it says to a terminal before it has a language."""


@pytest.mark.parametrize("language", each_language(LANGUAGES))
def test_the_files_hold_what_the_source_says(language: str, tmp_path: Path) -> None:
    words = build_translations.find_words(language)
    renewed = tmp_path / words.name
    shutil.copy(words, renewed)
    build_translations.update(language, renewed)
    assert renewed.read_text("utf-8") == words.read_text("utf-8"), (
        "the words of the window changed: .ci/build_translations.py --update, then translate"
    )


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    """The source of the window, parsed."""
    return {path: ast.parse(path.read_text("utf-8")) for path in SOURCES.rglob("*.py")}


def test_no_word_of_the_source_is_overlooked(trees: dict[Path, ast.Module]) -> None:
    in_source = {one for path, tree in trees.items() for one in _texts_in(path, tree)}
    assert in_source == {(one.context, one.source) for one in DUTCH}


def _texts_in(path: Path, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield context and text of every call that translates, from the syntax tree."""
    nodes = list(ast.walk(tree))
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    for node in nodes:
        if not isinstance(node, ast.Call):
            continue
        texts = [_text(argument) for argument in node.args]
        match node.func:
            case ast.Attribute(attr="tr"):
                inside = [one for one in classes if _holds(one, node)]
                assert texts[0], f"{path.name}:{node.lineno}: tr takes a constant text"
                yield inside[-1].name, texts[0]
            case ast.Attribute(attr="translate", value=ast.Name("QCoreApplication")) if texts[0]:
                assert texts[1], f"{path.name}:{node.lineno}: translate takes a constant text"
                yield texts[0], texts[1]
            case ast.Name("tr"):
                assert texts[0], f"{path.name}:{node.lineno}: tr takes a constant text"
                yield "", texts[0]
            case _:
                pass


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _holds(outer: ast.ClassDef, inner: ast.Call) -> bool:
    return outer.lineno <= inner.lineno <= (outer.end_lineno or 0)


def test_no_sentence_of_the_source_is_kept_from_translation(
    trees: dict[Path, ast.Module],
) -> None:
    untranslated = [
        f"{path.name}:{node.lineno}: {node.value}"
        for path, tree in trees.items()
        # What a page is made of bears the names of styles and of the format of the file.
        if path.parent.name not in {"page_layout", "pdf"}
        for node in _untranslated(tree)
    ]
    assert untranslated == []


def _untranslated(tree: ast.Module) -> Iterator[ast.Constant]:
    """Yield the texts that look like a sentence and are not translated."""
    passed: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                passed.add(node.value)
            case ast.Raise():
                passed |= set(ast.walk(node))
            case ast.Call(
                func=ast.Attribute(attr="tr" | "translate" | "info" | "warning" | "critical")
            ):
                passed |= set(ast.walk(node))
            case ast.Call(func=ast.Name("tr" | "print")):
                passed |= set(ast.walk(node))
            case _:
                pass
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed:
            is_name = node.value in NAMES or node.value.startswith(BEGINNINGS)
            is_word = SENTENCE.search(node.value) or MARKS.search(node.value)
            if is_word and not is_name:
                yield node


def test_what_counts_has_plural_forms() -> None:
    for one in DUTCH:
        assert one.is_plural == bool(re.search("%L?n", one.source)), one.source


@pytest.mark.parametrize("language", each_language(LANGUAGES))
def test_no_two_entries_of_a_menu_answer_to_one_key(
    language: str, start_program: StartProgram
) -> None:
    bar = start_program(Settings(language=language)).window.menuBar()
    menus = [bar, *(menu for menu in bar.findChildren(QMenu) if menu.actions())]
    for menu in menus:
        found = (re.search("&(.)", action.text()) for action in menu.actions())
        keys = [one[1].lower() for one in found if one]
        assert len(set(keys)) == len(keys), [action.text() for action in menu.actions()]


@pytest.mark.parametrize(("language", "n", "words"), [
    ("en", 1, "1 day to the deadline"),
    ("en", 0, "0 days to the deadline"),
    ("en", 12, "12 days to the deadline"),
    ("nl", 1, "nog 1 dag tot de deadline"),
    ("nl", 0, "nog 0 dagen tot de deadline"),
    ("nl", 12, "nog 12 dagen tot de deadline"),
])  # fmt: skip
def test_numbers_take_the_right_form(
    qapp: QApplication, tmp_path: Path, language: str, n: int, words: str
) -> None:
    built = tmp_path / "words.qm"
    build_translations.compile_translation(FOLDER / f"erasmus_desk_{language}.ts", built)
    translator = QTranslator()
    assert translator.load(str(built))
    qapp.installTranslator(translator)
    assert plurals.days_left(n) == words
    qapp.removeTranslator(translator)


@pytest.mark.parametrize(
    ("language", "figures", "quoted"),
    [
        ("en", "03-10-2017", "“Robots”"),
        ("nl", "03-10-2017", "“Robots”"),
        ("fr", "03/10/2017", "«\u202fRobots\u202f»"),
        ("de", "03.10.2017", "„Robots“"),
    ],
)
def test_figures_and_quotations_have_the_signs_of_the_language(
    language: str, figures: str, quoted: str, start_program: StartProgram
) -> None:
    start_program(Settings(language=language))
    assert format_figures(date(2017, 10, 3)) == figures
    assert parsing.parse_date(figures, language) == date(2017, 10, 3)
    assert quote("Robots") == quoted
    for count in (plurals.characters_over, plurals.characters_left, plurals.words_over):
        assert formats.format_number(189_300, language) in count(189_300)


@pytest.mark.parametrize(("language", "held"), [("en", "Ctrl+Shift+←"), ("de", "Strg+Umschalt+←")])
def test_keys_that_are_held_have_the_names_of_the_language(
    language: str, held: str, start_program: StartProgram
) -> None:
    controller = start_program(Settings(language=language), EXAMPLES[0])
    shift = Qt.KeyboardModifier.ShiftModifier
    both = Qt.KeyboardModifier.ControlModifier | shift
    assert name_keys(both, "←") == held
    editor_of(controller).show_step("timeline")
    shown = collect_texts(controller.window)
    assert {name_keys(shift, "←/→"), name_keys(both, "←/→")} <= shown


def test_a_program_that_ended_leaves_no_words_behind(start_program: StartProgram) -> None:
    controller = start_program(Settings(language="nl"))
    assert QApplication.translate("Menus", "&File") == "&Bestand"
    # The controller lives on, as it does with the report of a test that fails.
    controller.shut_down()
    assert QApplication.translate("Menus", "&File") == "&File"


@pytest.fixture
def start_pseudo(
    qapp: QApplication, qtbot: QtBot, home: Path, tmp_path: Path
) -> Iterator[ApplicationController]:
    """Start the program in a language that was added by files alone."""
    kept = paths.find_paths()
    resources = tmp_path / "resources"
    pseudo.copy_resources(kept.resources, resources)
    pseudo.add_language(resources)
    settings.save(Settings(language=pseudo.CODE), kept.settings)
    controller = build_controller(qapp, AppPaths(resources, kept.drafts, kept.local))
    controller.start()
    controller.window.resize(1366, 768)
    qtbot.addWidget(controller.window)
    yield controller
    controller.apply_settings(Settings(language="en"))
    controller.shut_down()


def test_the_check_for_english_finds_what_it_should() -> None:
    found = english({"Saved 14:02", "Opgeslagen om 14:02", "Remove", "Replace…", "3 comment(s)"})
    assert found == ["3 comment(s)", "Remove", "Replace…", "Saved 14:02"]


def test_a_language_is_files_alone_and_long_words_have_room(
    start_pseudo: ApplicationController,
) -> None:
    controller = start_pseudo
    controller.window.setWindowState(Qt.WindowState.WindowNoState)
    room = QSize(1280, 800)
    controller.window.resize(room)
    faults: list[str] = []
    heard: set[str] = set()
    for name, part in walk_window(controller, EXAMPLES[0]):
        texts = collect_texts(part)
        heard |= texts
        faults += [f"{name}: not translated: {text}" for text in english(texts)]
        faults += [f"{name}: {fault}" for fault in find_faults(part, room)]
    assert not faults
    # The walk goes everywhere, or else it proves little.
    reached = sum("~]" in text for text in heard)
    assert reached > len(DUTCH) // 2
    pack = controller.draft_manager.library.load_pack("ka2-2017")
    of_pack = controller.draft_manager.library.load_texts(pack.id, pseudo.CODE)
    assert {text.language for text in of_pack.entries.values()} == {pseudo.CODE}
    assert heard & {"\n".join(text.paragraphs) for text in of_pack.entries.values()}
    box = QTextEdit()
    menu = box.createStandardContextMenu()
    assert all("~]" in action.text() for action in menu.actions() if action.text())


@pytest.mark.prove
@pytest.mark.parametrize("language", [one for one in LANGUAGES if one not in EVERY_TIME])
@pytest.mark.parametrize(("width", "scale"), [(683, 100), (683, 200), (1366, 100)])
def test_the_words_of_a_language_have_room(
    width: int, scale: int, language: str, start_program: StartProgram
) -> None:
    controller = start_program(Settings(language=language, text_scale=scale))
    controller.window.setWindowState(Qt.WindowState.WindowNoState)
    room = QSize(width, 768)
    controller.window.resize(room)
    faults = [
        f"{name}: {fault}"
        for name, part in walk_window(controller, EXAMPLES[0])
        for fault in find_faults(part, room)
    ]
    assert not faults


def test_the_pseudo_language_is_far_from_english() -> None:
    assert pseudo.pseudo("Saved {}") == "[Šâvéď {} ~~~]"
    assert pseudo.pseudo("%n day(s)").startswith("[%n ďâý(š) ~~~")
    assert not unicodedata.normalize("NFC", pseudo.pseudo("Open")).isascii()
