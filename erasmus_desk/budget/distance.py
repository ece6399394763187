"""Cities and the kilometres between them."""

from __future__ import annotations

import enum
import math
import re
import unicodedata
from decimal import Decimal
from typing import Final

from msgspec import Struct

EARTH_RADIUS: Final = 6371.0088
"""Kilometres: the mean radius of the earth (IUGG). The Commission does not say which radius its
calculator uses; others differ by 0.2 %, which is why a distance near the edge of a band is
reported (`erasmus_desk.budget.rates.find_near_edge`)."""
SAME_PLACE_DISTANCE: Final = 10
"""Kilometres within which places of one name count as the same place."""

_PLAIN_LETTERS: Final = str.maketrans(
    {
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "\u0131": "i",
    }
)
_SEPARATORS: Final = re.compile(r"[^\w]+|_+")


class CityKind(enum.Enum):
    """What a place is, by the letter in the list.

    A district that the list lacks has the degrees of its city, and a number of inhabitants that
    says no more than whether it is larger than a village.
    """

    PLACE = ""
    SEAT = "s"
    DISTRICT = "d"
    SECTION = "x"


class City(Struct, frozen=True):
    """A place of the list: its name, country (ISO 3166), degrees north and east.

    `region` is the code of its region; `apart` tells it apart from others of its name: its
    region, the city it is a district of, or a town nearby.
    """

    name: str
    country: str
    north: float
    east: float
    region: str = ""
    population: int = 0
    kind: CityKind = CityKind.PLACE
    apart: str = ""

    @property
    def label(self) -> str:
        """The name with what tells the place apart: `Halle (Vlaams-Brabant)`."""
        is_told = self.apart and normalise_name(self.apart) != normalise_name(self.name)
        return f"{self.name} ({self.apart})" if is_told else self.name


def normalise_name(name: str) -> str:
    """Return a name without accents, capitals and punctuation, as in the list."""
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN_LETTERS))
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    return _SEPARATORS.sub(" ", letters).strip()


def compute_distance(start: City, end: City) -> Decimal:
    """Return the great-circle distance in kilometres, one way, to two decimals.

    The Commission's distance calculator uses a great circle too.
    """
    north, other = math.radians(start.north), math.radians(end.north)
    across = math.radians(end.east - start.east)
    half = math.sin((other - north) / 2) ** 2
    half += math.cos(north) * math.cos(other) * math.sin(across / 2) ** 2
    return Decimal(f"{2 * EARTH_RADIUS * math.asin(math.sqrt(half)):.2f}")
