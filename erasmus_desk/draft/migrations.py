"""Old draft files made new, one version at a time."""

from __future__ import annotations

from collections.abc import Callable

Members = dict[str, object]
"""The members of a draft file, as JSON gave them."""

Migration = Callable[[Members], Members]
"""Takes the members of one version and gives those of the next; it alters nothing it is given."""

MIGRATIONS: tuple[Migration, ...] = ()
"""The first leads from version 1 to 2, and so on. Each version that ever was keeps a sample in
`tests/drafts/v<n>/`, and a migration without one fails the tests."""

CURRENT = len(MIGRATIONS) + 1
"""The version this program writes."""


def migrated(
    members: Members, version: int, migrations: tuple[Migration, ...] = MIGRATIONS
) -> Members:
    """Give the members as the last of the `migrations` leaves them."""
    for migration in migrations[version - 1 :]:
        members = migration(members)
    return members
