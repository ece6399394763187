"""A second calculation of the grant, from the fact sheet of the call, in whole cents.

It shares no line with `erasmus_desk.budget`, so that an error in one of them shows.
"""

import math
from dataclasses import dataclass, field

# 4.4: days worked, by the group of the country. Staff in this order.
STAFF = ("manager", "teacher", "technician", "administrative")
DAY_RATES = {
    1: (294, 241, 190, 157),
    2: (280, 214, 162, 131),
    3: (164, 137, 102, 78),
    4: (88, 74, 55, 39),
}
PROGRAMME = {
    1: ["DK", "IE", "LU", "NL", "AT", "SE", "LI", "NO"],
    2: ["BE", "DE", "FR", "IT", "FI", "GB", "IS"],
    3: ["CZ", "GR", "ES", "CY", "MT", "PT", "SI"],
    4: ["BG", "EE", "HR", "LV", "LT", "HU", "PL", "RO", "SK", "MK", "TR"],
}
OTHERS = {
    1: ["AU", "CA", "KW", "MO", "MC", "QA", "SM", "CH", "US"],
    2: ["AD", "BN", "JP", "NZ", "SG", "AE", "VA"],
    3: ["BS", "BH", "GQ", "HK", "IL", "KR", "OM", "SA", "TW"],
}
# 4.6.4: day 1-14, 15-60, 61 and later; pupils a month. By receiving country.
LONG = {
    "BE": (105, 74, 53, 110),
    "BG": (105, 74, 53, 70),
    "CZ": (105, 74, 53, 90),
    "DK": (120, 84, 60, 145),
    "DE": (90, 63, 45, 105),
    "EE": (75, 53, 38, 85),
    "IE": (120, 84, 60, 125),
    "GR": (105, 74, 53, 100),
    "ES": (90, 63, 45, 105),
    "FR": (105, 74, 53, 115),
    "HR": (75, 53, 38, 90),
    "IT": (105, 74, 53, 115),
    "CY": (105, 74, 53, 110),
    "LV": (90, 63, 45, 80),
    "LT": (75, 53, 38, 80),
    "LU": (105, 74, 53, 110),
    "HU": (105, 74, 53, 90),
    "MT": (90, 63, 45, 110),
    "NL": (120, 84, 60, 110),
    "AT": (105, 74, 53, 115),
    "PL": (105, 74, 53, 85),
    "PT": (90, 63, 45, 100),
    "RO": (105, 74, 53, 60),
    "SI": (75, 53, 38, 85),
    "SK": (90, 63, 45, 95),
    "FI": (105, 74, 53, 125),
    "SE": (120, 84, 60, 115),
    "GB": (120, 84, 60, 140),
    "MK": (90, 63, 45, 60),
    "IS": (105, 74, 53, 135),
    "LI": (105, 74, 53, 120),
    "NO": (105, 74, 53, 135),
    "TR": (105, 74, 53, 80),
}
# Towns with degrees north and east, as an atlas has them.
TOWNS = {
    "Lommel": ("BE", 51.23, 5.31),
    "Utrecht": ("NL", 52.09, 5.12),
    "Porto": ("PT", 41.15, -8.61),
    "Lyon": ("FR", 45.75, 4.85),
    "Helsinki": ("FI", 60.17, 24.94),
    "Sofia": ("BG", 42.70, 23.32),
    "Ankara": ("TR", 39.92, 32.85),
    "Zagreb": ("HR", 45.81, 15.98),
    "Copenhagen": ("DK", 55.68, 12.57),
    "Reykjavik": ("IS", 64.14, -21.90),
    "Tbilisi": ("GE", 41.69, 44.80),
    "Geneva": ("CH", 46.20, 6.15),
    "Tel Aviv": ("IL", 32.08, 34.78),
}


@dataclass(frozen=True)
class Trip:
    """Who of which organisation (by place in the list) goes; `km` where it was typed."""

    organisation: int
    persons: int
    accompanying: int = 0
    travel_days: int = 0
    km: int | None = None
    topup: int = 0
    linguistic: int = 0


@dataclass(frozen=True)
class Stay:
    """An activity: its type (`sp-staff` …), the town, days and months, who goes."""

    kind: str
    town: str
    days: int
    months: int
    trips: tuple[Trip, ...]


@dataclass(frozen=True)
class Plan:
    """A project in numbers; `subject` is its field."""

    months: int
    towns: tuple[str, ...]
    outputs: tuple[tuple[tuple[int, str, int], ...], ...] = ()
    events: tuple[tuple[int, int, int], ...] = ()
    meetings: tuple[tuple[str, tuple[Trip, ...]], ...] = ()
    stays: tuple[Stay, ...] = ()
    special: tuple[tuple[int, int], ...] = ()
    exceptional: tuple[tuple[int, int], ...] = ()
    subject: str = "school"


Lines = list[tuple[int, int]]


@dataclass
class PlanResult:
    """What the second calculation finds, in cents: (organisation, amount) by category.

    `unfunded` are the amounts of persons who get no grant.
    """

    categories: dict[str, list[tuple[int, int]]] = field(
        default_factory=dict[str, list[tuple[int, int]]]
    )
    unfunded: int = 0

    def add(self, category: str, organisation: int, euros: int) -> None:
        self.categories.setdefault(category, []).append((organisation, 100 * euros))

    def total(self) -> int:
        return sum(amount for lines in self.categories.values() for _, amount in lines)

    def category(self, category: str) -> int:
        return sum(amount for _, amount in self.categories.get(category, []))

    def organisation(self, place: int) -> int:
        return sum(
            amount
            for lines in self.categories.values()
            for owner, amount in lines
            if owner == place
        )


def compute_plan(plan: Plan) -> PlanResult:
    """Compute a plan."""
    result = PlanResult()
    for place in range(len(plan.towns)):
        # 4.2: 500 and 250 a month, ten organisations at most.
        result.add("pmi", place, (500 if place == 0 else 250 if place < 10 else 0) * plan.months)
    for town, trips in plan.meetings:
        for trip in trips:
            home = plan.towns[trip.organisation]
            km = trip.km if trip.km is not None else compute_town_distance(home, town)
            rate = 0 if km < 100 else 575 if km < 2000 else 760
            result.add("tpm", trip.organisation, rate * trip.persons)
    for output in plan.outputs:
        for organisation, staff, days in output:
            group = find_group(TOWNS[plan.towns[organisation]][0])
            rate = DAY_RATES[group][STAFF.index(staff)]
            result.add("io", organisation, rate * days)
    for leader, local, foreign in plan.events:
        result.add("me", leader, 100 * local + 200 * foreign)
    for stay in plan.stays:
        for trip in stay.trips:
            add_travel(result, plan, stay, trip)
            add_individual_support(result, plan, stay, trip)
            lost = count_lost(plan, stay, trip, trip.linguistic)
            result.add("ltt-linguistic", trip.organisation, 150 * (trip.linguistic - lost))
            result.unfunded += 150_00 * lost
    result.categories["special-needs"] = list(plan.special)
    result.categories["exceptional"] = [
        (who, (cents * 75 + 50) // 100) for who, cents in plan.exceptional
    ]
    apply_ceiling(result, "me", 30_000)
    apply_ceiling(result, "exceptional", 50_000)
    return result


def add_travel(result: PlanResult, plan: Plan, stay: Stay, trip: Trip) -> None:
    """4.6.2: by the two bands, for participants and who goes with them; 180 for far homes."""
    home = plan.towns[trip.organisation]
    km = trip.km if trip.km is not None else compute_town_distance(home, stay.town)
    rate = 0 if km < 100 else 275 if km < 2000 else 360
    for each, number in ((rate, trip.persons + trip.accompanying), (180, trip.topup)):
        lost = count_lost(plan, stay, trip, number)
        result.add("ltt-travel", trip.organisation, each * (number - lost))
        result.unfunded += 100 * each * lost


def count_lost(plan: Plan, stay: Stay, trip: Trip, number: int) -> int:
    """Return how many get no grant: 4.6.1, learners and long stays of Partner-Country staff.

    Who goes with learners is paid. A long stay of staff in a school project is paid.
    """
    country = TOWNS[plan.towns[trip.organisation]][0]
    if any(country in countries for countries in PROGRAMME.values()):
        return 0
    if stay.kind in ("lp-teach", "lp-youthw"):
        return 0 if plan.subject == "school" else min(number, trip.persons + trip.accompanying)
    return 0 if stay.kind == "sp-staff" else min(number, trip.persons)


def add_individual_support(result: PlanResult, plan: Plan, stay: Stay, trip: Trip) -> None:
    """4.6.3 and 4.6.4."""
    lost = count_lost(plan, stay, trip, trip.persons + trip.accompanying)
    for persons, accompanying, is_paid in (
        (trip.persons, 0, lost == 0),
        (0, trip.accompanying, lost <= trip.persons),
    ):
        amount = find_support(stay, persons, accompanying, trip.travel_days)
        if is_paid:
            result.add("ltt-individual", trip.organisation, amount)
        else:
            result.unfunded += 100 * amount


def find_support(stay: Stay, persons: int, accompanying: int, travel_days: int) -> int:
    """Return the euros for the days of participants, or of those who go with them."""
    days = stay.days + travel_days
    country = TOWNS[stay.town][0]
    amount = 0
    if stay.kind == "lp-pupil":
        if country in LONG:
            amount = persons * stay.months * LONG[country][3]
        return amount  # no rate is known for who goes with them
    for day in range(1, days + 1):
        if stay.kind in ("lp-teach", "lp-youthw"):
            if country in LONG:
                amount += persons * LONG[country][0 if day < 15 else 1 if day < 61 else 2]
        elif day < 61:
            staff = 100 if day < 15 else 70
            learner = 55 if day < 15 else 40
            amount += persons * (staff if stay.kind == "sp-staff" else learner)
        if day < 61:
            amount += accompanying * (100 if day < 15 else 70)
    return amount


def apply_ceiling(result: PlanResult, category: str, most: int) -> None:
    """Leave no more than the ceiling; what is over goes from the last backwards."""
    lines = result.categories.get(category, [])
    over = result.category(category) - 100 * most
    for place in range(len(lines) - 1, -1, -1):
        if over <= 0:
            break
        owner, amount = lines[place]
        gone = min(over, amount)
        lines[place] = (owner, amount - gone)
        over -= gone


def find_group(country: str) -> int:
    """Return the group of a country."""
    for groups in (PROGRAMME, OTHERS):
        for group, countries in groups.items():
            if country in countries:
                return group
    return 4


def compute_town_distance(start: str, end: str) -> float:
    """Return the kilometres of the straight line, by the spherical law of cosines."""
    if start == end:
        return 0.0
    (_, north, east), (_, north2, east2) = TOWNS[start], TOWNS[end]
    angle = math.sin(math.radians(north)) * math.sin(math.radians(north2)) + math.cos(
        math.radians(north)
    ) * math.cos(math.radians(north2)) * math.cos(math.radians(east2 - east))
    return 6371 * math.acos(min(1.0, angle))
