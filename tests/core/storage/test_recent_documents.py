"""The desktop's list of recent documents: one entry is added, and what others wrote stays."""

from __future__ import annotations

import ctypes
import ctypes.util
from datetime import UTC, datetime
from pathlib import Path

import pytest

from erasmus_desk.storage.recent_documents import MEDIA_TYPE, NAME, add
from tests.core.elsewhere import POSIX_ONLY

FIRST, LATER = datetime(2026, 11, 2, 9, 0, tzinfo=UTC), datetime(2026, 11, 3, 10, 30, tzinfo=UTC)
OTHERS = """<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0"
      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
>
  <bookmark href="file:///a/letter.odt" added="2026-01-01T00:00:00Z" modified="2026-01-01T00:00:00Z" visited="2026-01-01T00:00:00Z">
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="application/vnd.oasis.opendocument.text"/>
        <bookmark:applications>
          <bookmark:application name="Writer" exec="&apos;soffice %u&apos;" modified="2026-01-01T00:00:00Z" count="7"/>
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>
</xbel>"""  # noqa: E501 - as GLib writes it


@pytest.mark.parametrize("before", [None, OTHERS])
def test_a_document_is_added_once_and_its_time_renewed(tmp_path: Path, before: str | None) -> None:
    listed, document = tmp_path / "recently-used.xbel", tmp_path / "Één & 'ander'.erasmus"
    if before is not None:
        listed.write_text(before, encoding="utf-8")
    assert add(listed, document, FIRST)
    assert add(listed, document, LATER)
    text = listed.read_text(encoding="utf-8")
    assert text.count(document.as_uri().replace("&", "&amp;")) == 1
    assert text.count('modified="2026-11-03T10:30:00Z"') == 2
    assert 'added="2026-11-02T09:00:00Z"' in text
    if before is not None:
        assert text.startswith(before.removesuffix("</xbel>"))


@POSIX_ONLY
def test_an_entry_of_another_program_keeps_that_program(tmp_path: Path) -> None:
    listed = tmp_path / "recently-used.xbel"
    listed.write_text(OTHERS, encoding="utf-8")
    assert add(listed, Path("/a/letter.odt"), LATER)
    text = listed.read_text(encoding="utf-8")
    assert "soffice" in text
    assert text.count("<bookmark ") == 1
    assert text.count("<bookmark:application ") == 2


@pytest.mark.parametrize("damaged", ["", "<xbel", OTHERS[:-8], "<xbel></xbel>", "\udcff\x00"])
def test_what_is_no_such_list_is_left_alone(tmp_path: Path, damaged: str) -> None:
    listed = tmp_path / "recently-used.xbel"
    listed.write_bytes(damaged.encode("utf-8", "surrogateescape"))
    assert not add(listed, tmp_path / "a.erasmus", FIRST)
    assert listed.read_bytes() == damaged.encode("utf-8", "surrogateescape")


def test_a_list_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    assert not add(tmp_path, tmp_path / "a.erasmus", FIRST)


GLIB = ctypes.util.find_library("glib-2.0")


@pytest.mark.skipif(GLIB is None, reason="GLib is not installed")
def test_glib_reads_the_list(tmp_path: Path) -> None:
    listed, document = tmp_path / "recently-used.xbel", tmp_path / "Één & ander.erasmus"
    listed.write_text(OTHERS, encoding="utf-8")
    assert add(listed, document, FIRST)
    assert add(listed, Path("/a/letter.odt"), LATER)
    glib = ctypes.CDLL(GLIB)
    glib.g_bookmark_file_new.restype = ctypes.c_void_p
    glib.g_bookmark_file_get_mime_type.restype = ctypes.c_char_p
    found, problem = ctypes.c_void_p(glib.g_bookmark_file_new()), ctypes.c_void_p()
    path = str(listed).encode()
    assert glib.g_bookmark_file_load_from_file(found, path, ctypes.byref(problem))
    assert glib.g_bookmark_file_get_size(found) == 2
    uri, other = document.as_uri().encode(), b"file:///a/letter.odt"
    assert glib.g_bookmark_file_get_mime_type(found, uri, None) == MEDIA_TYPE.encode()
    assert glib.g_bookmark_file_has_application(found, uri, NAME.encode(), None)
    assert glib.g_bookmark_file_has_application(found, other, NAME.encode(), None)
    assert glib.g_bookmark_file_has_application(found, other, b"Writer", None)
