"""An invented hotel and retail group: its people, what they see, and what they say. Nobody in it is real.

Calibrated on the 2015 survey by VitalSmarts (n = 991): 19 incidents seen per employee and year, 7 %
of people always speak up. Everything comes from one seed, so two demos of a size are alike.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from speakup.people.staff import Row

DOMAIN = "harbour.example"
ORGANISATION = "Harbour Group"
SEEN_PER_YEAR = 19.0
ALWAYS_SPEAK_UP = 0.07
SPOKE_UP_AT_FIRST = 0.24  # of moments, among everybody else, in the first quarter
GAIN_PER_QUARTER = 0.014  # as people get used to the guide

FIRST_NAMES = {
    "en": "Amber Callum Daisy Ewan Freya Gareth Harriet Imogen Jasper Kieran Lottie Miles Nadia Owen Poppy",
    "nl": "Bram Femke Joost Lotte Maarten Noor Pieter Roos Sander Tess Willem Yara Hidde Jet Koen",
    "de": "Anke Bernd Clara Dieter Elke Florian Greta Henning Jule Karsten Leonie Matthias Nele Ralf Svenja",
    "et": "Aivar Birgit Helen Indrek Kadri Laura Marko Neeme Piret Rein Siim Triin Urmas Veiko Liis",
    "ru": "Alina Boris Darya Egor Galina Kirill Larisa Maxim Nina Oleg Polina Roman Svetlana Timur Vera",
}
LAST_NAMES = {
    "en": "Ashby Barlow Cartwright Dunmore Ellery Fairfax Garland Holloway Kershaw Langford Marsden Norwood",
    "nl": "Aalbers Brouwer Coster Dijkman Evers Groenveld Hoekstra Jongsma Kuiper Lammers Molenaar Postma",
    "de": "Albrecht Brandt Drescher Eichhorn Fiedler Grothe Hartwig Kessler Lindner Nagel Reuter Vogt",
    "et": "Allik Ilves Jarv Kask Laas Mets Nurm Ots Parn Raud Sepp Tamm",
    "ru": "Belova Danilov Fomin Gusev Kozlov Lebedev Morozova Orlov Sokolova Titov Volkov Zaitsev",
}
SPOKEN_AT = {"en": 0.3, "nl": 0.28, "de": 0.18, "et": 0.14, "ru": 0.1}

# Division → houses → teams, each with its share of the people.
DIVISIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "Hotels": {
        "Hotel Zuid": ("Front desk", "Housekeeping", "Kitchen and restaurant", "Events"),
        "Hotel Noord": ("Front desk", "Housekeeping", "Kitchen and restaurant"),
        "Hotel Tallinn": ("Front desk", "Housekeeping", "Kitchen and restaurant"),
        "Hotel Elbe": ("Front desk", "Housekeeping", "Restaurant"),
    },
    "Shops": {
        "Shop Central": ("Tills", "Floor", "Service desk"),
        "Shop Riverside": ("Tills", "Floor", "Service desk"),
        "Shop Station": ("Tills", "Floor"),
        "Shop Airport": ("Tills", "Floor"),
    },
    "Customer care": {
        "Phone": ("Bookings", "Orders", "Complaints"),
        "Online": ("Chat", "E-mail"),
    },
    "Head office": {"Support": ("Finance", "People and training", "Systems")},
}

CAST = (
    ("Mia Visser", "mia", f"{ORGANISATION} / Hotels / Hotel Zuid / Front desk", "member", "en"),
    ("Jonas Berg", "jonas", f"{ORGANISATION} / Hotels / Hotel Zuid / Front desk", "member", "en"),
    ("Priit Saar", "priit", f"{ORGANISATION} / Hotels / Hotel Zuid", "manager", "en"),
    ("Lena Groot", "lena", f"{ORGANISATION} / Head office", "leader", "en"),
    (
        "Olga Petrova",
        "olga",
        f"{ORGANISATION} / Hotels / Hotel Noord / Front desk",
        "steward",
        "en",
    ),
    ("Ilse Maas", "ilse", f"{ORGANISATION} / Shops / Shop Central / Service desk", "steward", "en"),
)


@dataclass
class Temper:
    """How one invented person behaves, drawn once."""

    rate: float  # moments written down per quarter
    always: bool
    speaks: float
    seed: int = field(repr=False)


def staff(people: int, seed: int) -> list[Row]:
    """The cast that visitors sign in as, and as many others as asked for."""
    rng = Random(seed)  # noqa: S311  an invented company needs no secrets
    found = [row(name, f"{who}@{DOMAIN}", unit, role, lang) for name, who, unit, role, lang in CAST]
    teams = [
        f"{ORGANISATION} / {division} / {house} / {team}"
        for division, houses in DIVISIONS.items()
        for house, names in houses.items()
        for team in names
    ]
    weights = [rng.uniform(0.6, 1.5) for _ in teams]
    taken = {person.email for person in found}
    managed: set[str] = set()
    while len(found) < people:
        found.append(_someone(rng, rng.choices(teams, weights)[0], taken, managed))
    return found


def _someone(rng: Random, unit: str, taken: set[str], managed: set[str]) -> Row:
    language = rng.choices(list(SPOKEN_AT), list(SPOKEN_AT.values()))[0]
    first = rng.choice(FIRST_NAMES[language].split())
    last = rng.choice(LAST_NAMES[language].split())
    email = _free_address(f"{first}.{last}".lower(), taken)
    role = "member" if unit in managed else "manager"
    managed.add(unit)
    return row(f"{first} {last}", email, unit, role, language)


def row(name: str, email: str, unit: str, role: str, language: str) -> Row:
    """One line of the staff list, as `import_staff` reads it."""
    return Row(0, name, email, tuple(unit.split(" / ")), frozenset({"member", role}), language)


def _free_address(wanted: str, taken: set[str]) -> str:
    number, email = 1, f"{wanted}@{DOMAIN}"
    while email in taken:
        number += 1
        email = f"{wanted}{number}@{DOMAIN}"
    taken.add(email)
    return email


def temper(rng: Random) -> Temper:
    """Gamma-distributed rates: some see much, a good third of people write nothing in most months."""
    return Temper(
        rate=rng.gammavariate(1.4, SEEN_PER_YEAR / 4 / 1.4),
        always=rng.random() < ALWAYS_SPEAK_UP,
        speaks=rng.betavariate(2.0, 6.0) / 0.25,
        seed=rng.getrandbits(32),
    )


def lively(temper: Temper) -> Temper:
    return replace(temper, rate=SEEN_PER_YEAR / 4 + 2, speaks=1.4)


@dataclass(frozen=True)
class Moment:
    """What somebody noticed on one day, ready for the log form."""

    day: date
    standard: str
    impact: str
    outcome: str
    cause: str
    channel: str
    customer: str
    silence: str


def moments(
    who: Temper, standards: list[str], first: date, last: date, number: int
) -> Iterator[Moment]:
    """What one person writes down in the quarter from `first` to `last`, the `number`-th of the demo."""
    rng = Random(who.seed * 1000 + number)  # noqa: S311
    weights = [1.0 + (index * 7 + 3) % 5 for index in range(len(standards))]
    for _ in range(_poisson(rng, who.rate)):
        outcome = _outcome(rng, who, number)
        yield Moment(
            day=first + timedelta(days=rng.randrange((last - first).days + 1)),
            standard=rng.choices(standards, weights)[0],
            impact=rng.choices(("helped", "annoyed", "unhappy", "lost"), (3, 5, 3, 1))[0],
            outcome=outcome,
            cause=rng.choices(CAUSES, (6, 4, 3, 4, 4, 3, 5))[0],
            channel=rng.choices(("in_person", "phone", "chat", "email"), (6, 2, 1, 1))[0],
            customer=rng.choices(("private", "business"), (5, 1))[0],
            silence=rng.choice(SILENCES) if outcome == "stayed_silent" else "",
        )


CAUSES = ("staffing", "tools", "policy", "training", "handover", "attitude", "unknown")
SILENCES = ("feared_hurt", "unsure", "feared_trouble", "no_moment", "not_mine")


def _outcome(rng: Random, who: Temper, number: int) -> str:
    chance = min(0.9, (SPOKE_UP_AT_FIRST + GAIN_PER_QUARTER * number) * who.speaks)
    if not who.always and rng.random() > chance:
        return "stayed_silent"
    return rng.choices(("stepped_in", "spoke_in_person", "sent_note"), (5, 3, 2))[0]


def _poisson(rng: Random, mean: float) -> int:
    """Knuth's product of uniforms: fine for the small means here."""
    limit, product, count = math.exp(-mean), rng.random(), 0
    while product > limit:
        product *= rng.random()
        count += 1
    return count


@dataclass(frozen=True)
class Note:
    opening: str
    fact: str
    impact: str
    question: str
    offer: str
    answer: str


NOTES = (
    Note(
        "You may not have noticed, it was a busy hour.",
        "Yesterday around four a guest asked for a late check-out and was asked to call back.",
        "He came to me again ten minutes later and said he felt sent away.",
        "Was there something that kept you from deciding it yourself?",
        "I can show you where the late check-outs are listed, it took me months to find.",
        "Thank you, I did not know that list existed. Show me on Thursday?",
    ),
    Note(
        "I am sure you meant well, and I may have missed the start of it.",
        "This morning a customer asked twice where the adapters are, and the answer was a nod to the left.",
        "She walked to the door without one.",
        "How did it look from your side?",
        "Shall we swap for an hour tomorrow, so that you get away from the till?",
        "",
    ),
    Note(
        "You handle the difficult calls better than most of us.",
        "On Monday a caller was on hold for eleven minutes before the transfer.",
        "When I picked up he had already decided to cancel.",
        "Did the other line not show as free?",
        "I could keep an eye on your queue when you are in a long one.",
        "The other line did show as busy. Let us ask for a second look at it together.",
    ),
)
