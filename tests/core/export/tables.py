"""Tables and workbooks as a reader finds them: words and figures read back out of the files."""

import csv
import re
import subprocess
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Rows = list[list[str]]


def read_tables(content: bytes) -> dict[str, list[Rows]]:
    """Every table of a Word file by its title, as rows of the words in their cells."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        body = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - made here
    found: dict[str, list[Rows]] = {}
    for table in body.iter(f"{W}tbl"):
        title = table.find(f"{W}tblPr/{W}tblCaption")
        assert title is not None
        rows = [[_words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        found.setdefault(title.get(f"{W}val", ""), []).append(rows)
    return found


def _words(cell: ET.Element) -> str:
    parts = ["".join(run.text or "" for run in one.iter(f"{W}t")) for one in cell.iter(f"{W}p")]
    return "\n".join(parts)


def parse_dutch(figure: str) -> Decimal:
    """Read an amount as it is written in Dutch: `12.345,67`."""
    return Decimal(figure.replace(".", "").replace(",", "."))


def remove_values(book: bytes) -> bytes:
    """Return a workbook with formulas without values, so that programs calculate them."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("xl/worksheets/"):
                content = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", content)
            new.writestr(name, content)
    return target.getvalue()


def calculate_sheets(book: bytes, folder: Path) -> list[Rows]:
    """Return the tabs of a workbook in their order, each formula calculated by LibreOffice."""
    return calculate_books({"book": book}, folder)["book"]


def calculate_books(books: Mapping[str, bytes], folder: Path) -> dict[str, list[Rows]]:
    """Return the same of several workbooks, all calculated in one go."""
    for name, book in books.items():
        (folder / f"{name}.xlsx").write_bytes(remove_values(book))
    # Separator, quotes, UTF-8, first line, then: values as they are, all tabs, one file each.
    how = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", how, "--outdir", str(folder)]
    paths = [str(folder / f"{name}.xlsx") for name in books]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=180)
    return {
        name: [_read_csv(folder / f"{name}-{tab}.csv") for tab in list_sheets(book)]
        for name, book in books.items()
    }


def _read_csv(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def list_sheets(book: bytes) -> list[str]:
    """Return the names of the tabs of a workbook."""
    with zipfile.ZipFile(BytesIO(book)) as archive:
        return re.findall(r'<sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
