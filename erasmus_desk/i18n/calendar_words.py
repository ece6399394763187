"""The names of months and of week days in the languages of the programme, folded.

A date that is being typed is read at every key, and a library with these names takes longer to
load than a key may take. Names are without accents and in lower case, as `fold` makes them; forms
that do not begin with one another are separated by a slash. Source: Unicode CLDR.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

_LETTERS: Final = str.maketrans(
    {"ł": "l", "ı": "i", "ø": "o", "đ": "d", "þ": "th", "ð": "d", "æ": "ae"}
)
_SHORTEST_MONTH: Final = 3
"""Letters from which the beginning of a name is read."""
_SHORTEST_DAY: Final = 2
"""As above, of a week day in the language of the reader or in English."""

MONTHS: Final[Mapping[str, str]] = {
    "en": "january february march april may june july august september october november december",
    "nl": (
        "januari februari maart/mrt april mei juni juli augustus september oktober november "
        "december"
    ),
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "de": (
        "januar februar marz/mrz/maerz april mai juni juli august september oktober november "
        "dezember"
    ),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre "
        "noviembre diciembre"
    ),
    "it": (
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre"
    ),
    "pt": (
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro"
    ),
    "pl": (
        "stycznia/styczen lutego/luty marca/marzec kwietnia/kwiecien maja czerwca/czerwiec "
        "lipca/lipiec sierpnia/sierpien wrzesnia/wrzesien pazdziernika listopada "
        "grudnia/grudzien"
    ),
    "cs": (
        "ledna/leden unora brezna/brezen dubna/duben kvetna/kveten cervna/cvn/cerven "
        "cervence/cvc/cervenec srpna/srpen zari rijna/rijen listopadu prosince/prosinec"
    ),
    "sk": (
        "januara februara marca/marec aprila maja juna jula augusta septembra/september "
        "oktobra/oktober novembra/november decembra/december"
    ),
    "sl": "januar februar marec april maj junij julij avgust september oktober november december",
    "hr": (
        "sijecnja/sijecanj veljace/veljaca ozujka/ozujak travnja/travanj svibnja/svibanj "
        "lipnja/lipanj srpnja/srpanj kolovoza rujna/rujan listopada studenoga/studeni "
        "prosinca/prosinac"
    ),
    "hu": (
        "januar februar marcius aprilis majus junius julius augusztus szeptember oktober "
        "november december"
    ),
    "ro": (
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie "
        "noiembrie/nov decembrie"
    ),
    "bg": "януари февруари март април маи юни юли август септември октомври ноември декември",
    "el": (
        "ιανουαριου/ιανουαριοσ φεβρουαριου/φεβρουαριοσ μαρτιου/μαρτιοσ απριλιου/απριλιοσ "
        "μαιου/μαιοσ ιουνιου/ιουνιοσ ιουλιου/ιουλιοσ αυγουστου/αυγουστοσ "
        "σεπτεμβριου/σεπτεμβριοσ οκτωβριου/οκτωβριοσ νοεμβριου/νοεμβριοσ "
        "δεκεμβριου/δεκεμβριοσ"
    ),
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": (
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta "
        "elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"
    ),
    "et": (
        "jaanuar veebruar marts aprill mai juuni juuli august september oktoober november detsember"
    ),
    "lv": (
        "janvaris februaris marts aprilis maijs junijs julijs augusts septembris oktobris "
        "novembris decembris"
    ),
    "lt": (
        "sausio/sausis vasario/vasaris kovo/kovas balandzio/balandis geguzes "
        "birzelio/birzelis liepos/liepa rugpjucio/rugpjutis rugsejo/rugsejis spalio/spalis "
        "lapkricio/lapkritis gruodzio/gruodis"
    ),
    "mt": "jannar frar marzu april mejju gunju lulju awwissu settembru ottubru novembru dicembru",
    "ga": (
        "eanair feabhra marta aibrean bealtaine meitheamh iuil lunasa mfomh dfomh samhain nollaig"
    ),
    "tr": "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "is": "januar februar mars april mai juni juli agust september oktober november desember",
    "mk": "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    "sr": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "sr-latn": "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nentor dhjetor",
}
"""The twelve months of each language, January first."""
WEEK_DAYS: Final[Mapping[str, str]] = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "es": "lunes martes miercoles jueves viernes sabado domingo",
    "it": "lunedi martedi mercoledi giovedi venerdi sabato domenica",
    "pt": "segunda terca quarta quinta sexta sabado domingo",
    "pl": "poniedzialek wtorek sroda czwartek piatek/pt sobota niedziela",
    "cs": "pondeli utery streda ctvrtek patek sobota nedele",
    "sk": "pondelok utorok streda stvrtok piatok sobota nedela",
    "sl": "ponedeljek torek sreda cetrtek petek sobota nedelja",
    "hr": "ponedjeljak utorak srijeda cetvrtak petak subota nedjelja",
    "hu": "hetfo/h kedd/k szerda csutortok pentek/p szombat vasarnap/v",
    "ro": "luni marti miercuri joi vineri sambata duminica",
    "bg": "понеделник/пн вторник сряда четвъртък/чт петък/пт събота/сб неделя/нд",
    "el": "δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη",
    "da": "mandag tirsdag onsdag torsdag fredag lordag sondag",
    "sv": "mandag tisdag onsdag torsdag fredag lordag sondag",
    "nb": "mandag tirsdag onsdag torsdag fredag lordag sondag",
    "fi": "maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina",
    "et": "esmaspaev/e teisipaev/t kolmapaev/k neljapaev/n reede/r laupaev/l puhapaev/p",
    "lv": "pirmdiena otrdiena tresdiena ceturtdiena piektdiena sestdiena svetdiena",
    "lt": (
        "pirmadienis/pr antradienis treciadienis ketvirtadienis/kt penktadienis/pn "
        "sestadienis/st sekmadienis/sk"
    ),
    "mt": "tnejn tlieta erbgħa ħamis gimgħa sibt ħadd",
    "ga": "luain/luan mairt ceadaoin deardaoin haoine/aoine sathairn domhnaigh",
    "tr": "pazartesi/pzt sali carsamba persembe cuma cumartesi/cmt pazar",
    "is": "manudagur thridjudagur midvikudagur fimmtudagur fostudagur laugardagur sunnudagur",
    "mk": "понеделник вторник среда четврток петок сабота недела",
    "sr": "понедељак уторак среда четвртак петак субота недеља",
    "sr-latn": "ponedeljak utorak sreda cetvrtak petak subota nedelja",
    "sq": "hene marte merkure enjte premte shtune diel",
}
"""The seven days of each language, Monday first."""
WORDS_OF_DATES: Final = frozenset(
    {
        "st",
        "ta",
        "nd",
        "rd",
        "th",
        "of",
        "on",
        "the",
        "le",
        "la",
        "il",
        "el",
        "de",
        "den",
        "der",
        "del",
        "di",
        "d",
        "er",
        "re",
        "e",
        "a",
        "o",
        "gada",
        "g",
        "m",
        "r",
        "г",
        "год",
        "op",
    }
)
"""Words of dates other than names: endings of ordinal numbers, and words for `of` and `year`."""


def fold(text: str) -> str:
    """Return a text in lower case and without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def find_month(word: str, language: str) -> int | None:
    """Return the number of a month by its folded name or the beginning of it.

    The names of `language` and of English come first, then those of all other languages if they
    agree: `listopad` is October in one language and November in two.
    """
    for languages in _in_order(language):
        for is_match in (str.__eq__, _begins_month):
            found = {
                number
                for code in languages
                for number, names in enumerate(MONTHS[code].split(), start=1)
                if any(is_match(name, word) for name in names.split("/"))
            }
            if found:
                return found.pop() if len(found) == 1 else None
    return None


def is_week_day(word: str, language: str) -> bool:
    """Return whether a folded word is the name of a week day, or the beginning of one."""
    own, others = _in_order(language)
    return _begins_day(word, own, _SHORTEST_DAY) or _begins_day(word, others, _SHORTEST_MONTH)


def _begins_day(word: str, languages: tuple[str, ...], least: int) -> bool:
    names = (
        name for code in languages for day in WEEK_DAYS[code].split() for name in day.split("/")
    )
    return len(word) >= least and any(name.startswith(word) for name in names)


def _in_order(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the language with English, and all other languages."""
    own = tuple(code for code in ("en", language.partition("-")[0]) if code in MONTHS)
    return own, tuple(code for code in MONTHS if code not in own)


def _begins_month(name: str, word: str) -> bool:
    return len(word) >= _SHORTEST_MONTH and name.startswith(word)
