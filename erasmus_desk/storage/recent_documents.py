"""The list of recently used documents of a freedesktop desktop, which files and menus show there.

Qt has nothing for it. The list is shared by all programs, so what they wrote stays as it is, byte
for byte: one entry is added, or its time is renewed. A list that looks like anything else than
what GLib writes is left alone.
"""

from __future__ import annotations

import logging
import re
from datetime import UTC, datetime
from pathlib import Path

from erasmus_desk.atomic_file import write
from erasmus_desk.errors import SaveError
from erasmus_desk.path_checks import may_exist

MEDIA_TYPE = "application/x-erasmus-desk"
NAME, COMMAND = "Erasmus Desk", "'erasmus-desk %f'"
MOST_BYTES = 16_000_000
EMPTY = """<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0"
      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
>
</xbel>
"""
ENTRY = """  <bookmark href={href} added="{now}" modified="{now}" visited="{now}">
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="{media_type}"/>
        <bookmark:applications>
          {application}
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>
"""
APPLICATION = '<bookmark:application name="{name}" exec="{command}" modified="{now}" count="1"/>'
END = "</xbel>"
NAMESPACES = ("xmlns:bookmark=", "xmlns:mime=")
TIMES = re.compile(r'\b(modified|visited)="[^"]*"')
log = logging.getLogger("erasmus_desk.storage.recent_documents")


def add(listed: Path, document: Path, now: datetime | None = None) -> bool:
    """Add a document to the list at `listed`, or renew its time; return whether that was done.

    Nothing is raised: the list is a convenience, and another program may hold it.
    """
    moment = (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        before = _read(listed)
        after = insert(before, document.absolute().as_uri(), moment)
        if after is None:
            return False
        write(listed, after.encode("utf-8", "surrogateescape"))
    except (OSError, ValueError, SaveError) as problem:
        log.info("recent documents of the desktop not written: %s", problem)
        return False
    return True


def insert(text: str, address: str, now: str) -> str | None:
    """Return the list with an address, used now; `None` for what is no such list."""
    body = text.rstrip()
    if not body.endswith(END) or not all(one in body for one in NAMESPACES):
        return None
    application = APPLICATION.format(name=NAME, command=_quote(COMMAND), now=now)
    href = f'"{_quote(address)}"'
    entry = re.search(rf"<bookmark href={re.escape(href)}[^>]*>.*?</bookmark>", body, re.DOTALL)
    if entry is None:
        made = ENTRY.format(href=href, now=now, media_type=MEDIA_TYPE, application=application)
        return f"{body.removesuffix(END)}{made}{END}\n"
    head, mark, rest = entry[0].partition(">")
    renewed = TIMES.sub(rf'\1="{now}"', head) + mark + _renew(rest, application)
    return f"{body[: entry.start()]}{renewed}{body[entry.end() :]}\n"


def _renew(inside: str, application: str) -> str:
    """Return the inside of an entry with this program among those that used the document."""
    own = re.compile(rf'<bookmark:application name="{re.escape(NAME)}"[^>]*/>')
    if own.search(inside):
        return own.sub(lambda _: application, inside, count=1)
    closing = "</bookmark:applications>"
    return inside.replace(closing, f"{application}{closing}", 1)


def _read(listed: Path) -> str:
    """Return the list; an empty one where there is none. Raises OSError and ValueError."""
    if not may_exist(listed):
        return EMPTY
    if listed.stat().st_size > MOST_BYTES:
        raise ValueError("too large")
    return listed.read_bytes().decode("utf-8", "surrogateescape")


def _quote(text: str) -> str:
    """Return a text as an attribute; what else XML reserves is no part of an address."""
    return text.replace("&", "&amp;").replace("'", "&apos;")
