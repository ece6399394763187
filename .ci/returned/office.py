"""Drives LibreOffice: opens files, changes them as a reviewer would, and saves them.

Run by the Python that knows LibreOffice (Debian: package python3-uno); it reads one order a line
as JSON and answers each with a line of JSON. Only the standard library is at hand.
"""

# The methods of the office take truth values by their place, and have no types.
# ruff: noqa: ANN401, FBT003
# pyright: reportMissingImports=false, reportUnknownVariableType=false
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

Action = Mapping[str, Any]

PIPE = "returned-corpus"
FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8"}
ACCEPT, REJECT = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges"


def main() -> int:
    """Start an office with a profile of its own, carry out the orders, and end it."""
    profile = Path(sys.argv[1])
    office = subprocess.Popen(
        [
            *("soffice", "--headless", "--norestore", "--nologo"),
            f"-env:UserInstallation={profile.as_uri()}",
            f"--accept=pipe,name={PIPE};urp;",
        ],
        stderr=subprocess.DEVNULL,
    )
    desk = Desk(_context(office))
    for line in sys.stdin:
        order = json.loads(line)
        try:
            desk.carry_out(order)
            answer = {"target": order["target"]}
        except Exception as problem:  # noqa: BLE001 - told to who ordered it
            answer = {"target": order["target"], "problem": f"{type(problem).__name__}: {problem}"}
        print(json.dumps(answer), flush=True)
    desk.end()
    return office.wait(60)


def _context(office: subprocess.Popen[bytes]) -> Any:
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() is not None:
                raise
            time.sleep(0.5)
    raise TimeoutError


def _property(name: str, value: object) -> Any:
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


class Desk:
    """A running LibreOffice."""

    def __init__(self, context: Any) -> None:
        self._context = context
        self._desktop = self._made("com.sun.star.frame.Desktop")
        self._dispatcher = self._made("com.sun.star.frame.DispatchHelper")

    def _made(self, service: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(service, self._context)

    def end(self) -> None:
        """Close the office."""
        self._desktop.terminate()

    def carry_out(self, order: Action) -> None:
        """Open a file, do what is ordered, and save it, perhaps through other formats."""
        source = Path(order["source"])
        document = self._open(source)
        try:
            for action in order.get("actions", ()):
                getattr(self, f"_{action['do']}")(document, action)
            for number, suffix in enumerate(order.get("through", ())):
                between = Path(order["target"]).with_name(f"through{number}{suffix}")
                self._save(document, between)
                document.close(True)
                document = self._open(between)
            self._save(document, Path(order["target"]))
        finally:
            document.close(True)

    def _open(self, path: Path) -> Any:
        return self._desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, ())

    def _save(self, document: Any, path: Path) -> None:
        document.storeToURL(path.as_uri(), (_property("FilterName", FILTERS[path.suffix]),))

    def _dispatch(self, document: Any, command: str, **values: object) -> None:
        frame = document.CurrentController.Frame
        given = tuple(_property(name, value) for name, value in values.items())
        self._dispatcher.executeDispatch(frame, command, "", 0, given)

    def _found(self, document: Any, words: str, nth: int = 0) -> Any:
        search = document.createSearchDescriptor()
        search.SearchString, search.SearchCaseSensitive = words, True
        found = document.findAll(search)
        if not found.Count:
            raise LookupError(words)
        return found.getByIndex(nth if nth >= 0 else found.Count + nth)

    def _by(self, _: Any, action: Action) -> None:
        """Change the name of the user."""
        given, _, family = action["name"].partition(" ")
        provider = self._made("com.sun.star.configuration.ConfigurationProvider")
        access = provider.createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess",
            (_property("nodepath", "/org.openoffice.UserProfile/Data"),),
        )
        access.setPropertyValue("givenname", given)
        access.setPropertyValue("sn", family)
        access.commitChanges()

    def _track(self, document: Any, action: Action) -> None:
        document.RecordChanges = action["on"]

    def _type(self, document: Any, action: Action) -> None:
        found = self._found(document, action["behind"])
        cursor = found.Text.createTextCursorByRange(found.End)
        cursor.Text.insertString(cursor, action["text"], False)

    def _strike(self, document: Any, action: Action) -> None:
        self._found(document, action["words"]).setString("")

    def _replace(self, document: Any, action: Action) -> None:
        found = self._found(document, action["words"], action.get("nth", 0))
        found.setString(action["text"])

    def _split(self, document: Any, action: Action) -> None:
        found = self._found(document, action["before"])
        cursor = found.Text.createTextCursorByRange(found.Start)
        cursor.goLeft(1, True)
        cursor.setString("")
        cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)

    def _join(self, document: Any, action: Action) -> None:
        """Replace the end of the paragraph with these words by a space."""
        found = self._found(document, action["with"])
        cursor = found.Text.createTextCursorByRange(found.End)
        cursor.gotoEndOfParagraph(False)
        cursor.goRight(1, True)
        cursor.setString(" ")

    def _between(self, document: Any, action: Action) -> Any:
        """Return a cursor from the start of some words to the end of others."""
        first, last = (self._found(document, action[name]) for name in ("from", "to"))
        cursor = first.Text.createTextCursorByRange(first.Start)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoRange(last.End, True)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def _empty(self, document: Any, action: Action) -> None:
        self._between(document, action).setString("")

    def _line(self, document: Any, action: Action) -> None:
        """Add a paragraph with text behind the one with these words."""
        found = self._found(document, action["behind"])
        cursor = found.Text.createTextCursorByRange(found.End)
        cursor.gotoEndOfParagraph(False)
        cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.Text.insertString(cursor, action["text"], False)

    def _comment(self, document: Any, action: Action) -> None:
        found = self._found(document, action["on"])
        self._by(document, {"name": action["by"]})
        view = document.CurrentController.ViewCursor
        view.gotoRange(found.Start, False)
        view.gotoRange(found.End, True)
        self._dispatch(document, ".uno:InsertAnnotation", Text=action["text"])
        if action.get("resolved"):
            self._notes(document)[-1].Resolved = True

    def _reply(self, document: Any, action: Action) -> None:
        """Answer the only comment."""
        self._by(document, {"name": action["by"]})
        note = self._notes(document)[-1]
        self._dispatch(document, ".uno:ReplyComment", Id=note.Name, Text=action["text"])
        reply = self._notes(document)[-1]
        reply.Content = action["text"]

    def _notes(self, document: Any) -> list[Any]:
        fields = document.TextFields.createEnumeration()
        notes: list[Any] = []
        while fields.hasMoreElements():
            field = fields.nextElement()
            if field.supportsService("com.sun.star.text.textfield.Annotation"):
                notes.append(field)
        return notes

    def _cell(self, document: Any, words: str) -> tuple[Any, int]:
        found = self._found(document, words)
        table, cell = found.TextTable, found.Cell
        return table, int("".join(sign for sign in cell.CellName if sign.isdigit())) - 1

    def _row_add(self, document: Any, action: Action) -> None:
        table, row = self._cell(document, action["behind"])
        table.Rows.insertByIndex(row + 1, 1)
        for column, words in enumerate(action["cells"]):
            table.getCellByPosition(column, row + 1).setString(words)

    def _row_remove(self, document: Any, action: Action) -> None:
        table, row = self._cell(document, action["with"])
        table.Rows.removeByIndex(row, 1)

    def _move(self, document: Any, action: Action) -> None:
        """Cut from one paragraph to before another, and paste before a third."""
        view = document.CurrentController.ViewCursor
        first, end = (self._found(document, action[name], -1) for name in ("from", "until"))
        view.gotoRange(first.Start, False)
        view.gotoRange(end.Start, True)
        self._dispatch(document, ".uno:Cut")
        target = self._found(document, action["before"], -1)
        view.gotoRange(target.Start, False)
        self._dispatch(document, ".uno:Paste")

    def _accept(self, document: Any, _: Action) -> None:
        self._dispatch(document, ACCEPT)

    def _reject(self, document: Any, _: Action) -> None:
        self._dispatch(document, REJECT)


if __name__ == "__main__":
    sys.exit(main())
