"""The pages as a reader turns them: filled, nothing cut, no heading alone at the foot."""

import subprocess
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Change, Draft, Key
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import (
    WHOLE_PROFILES,
    Contents,
    Document,
    Heading,
    Profile,
    Question,
)
from erasmus_desk.export.word import writer as word
from erasmus_desk.export.word.font_widths import FontWidths
from tests.core.export import parsed
from tests.core.export.conftest import RESOURCES, ROOT
from tests.core.export.gardens import build_garden_document, make_garden
from tests.core.export.laid_out import Page, count_pages, lay_out, needs_pages, read_pages
from tests.core.export.plans import make_plan
from tests.plans_made import make_large_plan

pytestmark = needs_pages

FULL = 0.4
"""So much of a page is filled at least, unless a part of the proposal ends on it."""
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = "https://www.example.org/a/very/long/address/without/any/blank/which/goes/on.html?x=1"
NAMES = (
    *("بيت الحكمة مدرسة ثانوية", "בית ספר תיכון רמות", "Ελληνικό Γυμνάσιο Αθηνών"),
    *("Гимназия „Никола Вапцаров“", "Şişli Öğretmenler Ortaokulu", "Szkoła Źródło Łódź"),
    *(LONG_WORD, ADDRESS, "ACME 2000 בית Ltd", "Lycée d’Œuvres"),
)


def library() -> Library:
    return Library((RESOURCES / "calls", ROOT / "tests" / "packs" / "valid"))


def strange() -> Draft:
    """A plan whose names are in many scripts, or longer than any column."""
    draft = make_plan(len(NAMES), 2, 1, 1, 2)
    answers = {f"org.name_lat@p{place}": name for place, name in enumerate(NAMES)}
    answers |= {f"org.city@p{place}": name for place, name in enumerate(NAMES)}
    answers |= {f"org.website@p{place}": ADDRESS for place in range(len(NAMES))}
    answers |= {"io.title@o0": NAMES[0], "io.title@o1": LONG_WORD, "ltt.title@a0": ADDRESS}
    answers |= {"spc.description@s1": "long text " * 700, "exc.description@x1": ADDRESS * 4}
    keys = ((Key.parse(key), value) for key, value in answers.items())
    return draft.apply(*(Change(key, draft.get(key), value) for key, value in keys))


def examples() -> dict[str, Draft]:
    return {
        path.stem: file_format.decode(path.read_bytes()).draft
        for path in sorted((RESOURCES / "examples").glob("*.erasmus"))
    }


SHARE, REST = "share", "rest"


def list_requests(part: str) -> Iterator[tuple[str, Draft, export.ExportRequest]]:
    """Return what is exported in a part of the cases.

    An example of an old and of a new call is in the share, as an assessor gets it, in a language.
    """
    if part == SHARE:
        yield "strange", strange(), export.ExportRequest(language="en")
    else:
        yield "large", make_large_plan(), export.ExportRequest(language="en")
    for (first, (name, draft)), profile, (second, language) in product(
        enumerate(examples().items()), WHOLE_PROFILES, enumerate(("en", "nl", "fr", "de"))
    ):
        is_short = profile is Profile.CLEAN and (first, second) in {(0, 0), (3, 1)}
        if is_short == (part == SHARE):
            yield name, draft, export.ExportRequest(profile, language)


@pytest.fixture(scope="module", params=[SHARE, pytest.param(REST, marks=pytest.mark.prove)])
def made(request: pytest.FixtureRequest) -> dict[str, Document]:
    """Each draft as blocks, by name, profile and language."""
    return {
        f"{name}-{one.profile}-{one.language}": export.build_document(
            draft, library(), RESOURCES, one
        )
        for name, draft, one in list_requests(request.param)
    }


only_share = pytest.mark.parametrize("made", [SHARE], indirect=True)
only_rest = pytest.mark.parametrize(
    "made", [pytest.param(REST, marks=pytest.mark.prove)], indirect=True
)


@pytest.fixture(scope="module")
def files(made: dict[str, Document]) -> dict[str, bytes]:
    """The Word file of each."""
    style = (RESOURCES / "styles" / "proposal.docx").read_bytes()
    fonts = FontWidths.load(RESOURCES)
    return {name: word.render(document, style, fonts=fonts) for name, document in made.items()}


GARDEN = "garden"


@pytest.fixture(scope="module")
def laid_out(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each as PDF, and a small proposal."""
    style = (RESOURCES / "styles" / "proposal.docx").read_bytes()
    small = word.render(build_garden_document(make_garden(), library(), RESOURCES), style)
    return lay_out({**files, GARDEN: small}, tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def shown(made: dict[str, Document], laid_out: dict[str, Path]) -> dict[str, list[Page]]:
    """The pages of each."""
    return {name: read_pages(laid_out[name]) for name in made}


def test_no_page_is_half_empty_but_where_a_part_ends(
    made: dict[str, Document], shown: dict[str, list[Page]]
) -> None:
    for name, found in shown.items():
        first = _first(made[name], found)
        inside = list(pairwise(found))[first:]
        low = [
            (place, round(page.filled, 2))
            for place, (page, following) in enumerate(inside, start=first + 1)
            if page.filled < FULL and page.is_wide == following.is_wide
        ]
        assert low == [], name


def _first(document: Document, found: list[Page]) -> int:
    """The place of the first page behind the cover, the page at a glance and the contents."""
    contents = next(at for at, one in enumerate(document.blocks) if isinstance(one, Contents))
    head = next(block for block in document.blocks[contents:] if isinstance(block, Heading))
    words = [*([f"{head.number}."] if head.number else []), *head.text.text.split()]
    starts = [[word.text for word in page.words[: len(words)]] for page in found]
    if words in starts:
        return starts.index(words)
    # A short first chapter is below the contents, which name it too.
    texts = (" ".join(word.text for word in page.words) for page in found)
    return next(place for place, text in enumerate(texts) if " ".join(words) in text)


def test_no_heading_and_no_question_is_at_the_bottom_of_a_page(
    made: dict[str, Document], shown: dict[str, list[Page]]
) -> None:
    for name, found in shown.items():
        heads = [one for one in made[name].blocks if isinstance(one, Heading | Question)]
        titles = {" ".join(one.text.text.split()) for one in heads}
        # A line of an answer may be the title of a record, but not with its number.
        bare = {
            " ".join(one.text.text.split())
            for one in heads
            if not isinstance(one, Heading) or not one.number
        }
        first = _first(made[name], found)
        feet = [(place, page.last_line) for place, page in enumerate(found[first:], start=first)]
        assert [foot for foot in feet if foot[1].partition(". ")[2] in titles] == [], name
        assert [foot for foot in feet if foot[1] in bare] == [], name


def test_headings_are_on_the_pages_that_the_contents_name(
    files: dict[str, bytes], shown: dict[str, list[Page]]
) -> None:
    for name, found in shown.items():
        if name.startswith("strange"):
            # Some of its names run from right to left: their words are in another order.
            continue
        texts = [" ".join(word.text for word in page.words) for page in found]
        entries = [
            (" ".join(title.split()), int(page) - 1)
            for title, page in parsed.list_page_numbers(files[name])
        ]
        wrong = [title for title, at in entries if title not in texts[at]]
        assert len(wrong) <= 1, (name, wrong)
        far = [title for title, at in entries if title not in " ".join(texts[at - 1 : at + 2])]
        assert far == [], name


def test_no_word_is_outside_the_margins(shown: dict[str, list[Page]]) -> None:
    for name, found in shown.items():
        out = [
            (place, word.text)
            for place, page in enumerate(found, start=1)
            for word in page.words
            if word.left < 72 or word.right > page.width - 72
        ]
        assert out == [], name


@only_share
def test_names_of_every_script_are_whole_on_the_pages(shown: dict[str, list[Page]]) -> None:
    text = {word.text for page in shown["strange-clean-en"] for word in page.words}
    for name in ("Γυμνάσιο", "Гимназия", "Öğretmenler", "Źródło", "d’Œuvres"):
        assert name in text
    letters = "".join(text)
    assert set("بيتالحكمة") <= set(letters) | set(" ")
    assert set("ביתספרתיכון") <= set(letters)


@only_rest
def test_a_plan_of_forty_activities_keeps_to_a_length_that_can_be_read(
    shown: dict[str, list[Page]],
) -> None:
    found = shown["large-clean-en"]
    wide = [page for page in found if page.is_wide]
    assert len(wide) < 32
    assert len(found) < 115


@only_share
def test_a_small_proposal_keeps_to_the_pages_that_its_call_allows(
    laid_out: dict[str, Path],
) -> None:
    layout = library().load_pack("lump-sums").layout
    assert layout is not None
    assert layout.pages is not None
    assert count_pages(laid_out[GARDEN]) <= layout.pages.value


def test_an_example_is_laid_out_in_our_font_with_all_its_text(
    laid_out: dict[str, Path], shown: dict[str, list[Page]]
) -> None:
    drafts = {
        f"{stem}-{Profile.CLEAN}-{language}": draft
        for stem, draft in examples().items()
        for language in ("en", "nl")
    }
    there = drafts.keys() & shown.keys()
    assert len(there) > 1
    for name in there:
        pages = len(shown[name])
        assert 20 <= pages <= 95
        fonts = run("pdffonts", str(laid_out[name]))
        # The boxes of tick lists are in no text font; everything else must be.
        strange = [line for line in fonts.splitlines()[2:] if "Liberation" not in line]
        assert all("DejaVu" in line or "Symbol" in line for line in strange)
        text = " ".join(run("pdftotext", "-layout", str(laid_out[name]), "-").split())
        assert f"{pages} " in text
        answers = drafts[name].answers.values()
        long = [one for one in answers if isinstance(one, str) and len(one) > 400]
        assert len(long) > 20
        assert [one for one in long if one.split()[-1] not in text] == []


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
