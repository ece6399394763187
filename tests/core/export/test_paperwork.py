"""Letters to sign, the list of annexes and the partner sheets, made from the same data."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Change, Draft
from erasmus_desk.draft.organisations import list_partners
from erasmus_desk.draft.papers import PaperStep, PaperworkKind, find_paper_key
from erasmus_desk.errors import ChoiceError
from erasmus_desk.export.paperwork import PaperworkFile, PaperworkRequest, render_paperwork
from tests.core.export.conftest import EXAMPLES
from tests.core.export.gardens import make_garden, read_part, validate_word_file
from tests.core.export.laid_out import lay_out_pages, needs_pages
from tests.core.export.plans import make_plan
from tests.core.review_import.corpus.drafts import read_draft
from tests.docx_lint import lint


def render(
    kind: PaperworkKind, draft: Draft, library: Library, resources: Path, language: str = "en"
) -> tuple[PaperworkFile, ...]:
    return render_paperwork(draft, library, resources, PaperworkRequest(kind, language))


def read_words(content: bytes) -> str:
    body = read_part(content, "word/document.xml")
    return " ".join(re.sub(r"<[^>]*>", " ", body).replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def plan() -> Draft:
    """A proposal of six organisations under the call of 2017."""
    return make_plan(6, 2, 2, 2, 2)


def list_cases() -> Iterator[Draft]:
    yield from (read_draft(name) for name in ("activities-nl", "packages-en", "orchards-pt"))
    yield make_garden()


def test_papers_of_every_call_are_valid_accessible_and_the_same_each_time(
    plan: Draft, library: Library, resources: Path, tmp_path: Path
) -> None:
    for draft in (plan, *list_cases()):
        for kind in PaperworkKind:
            files, again = (render(kind, draft, library, resources) for _ in range(2))
            assert files == again
            assert validate_word_file(files[-1].content, tmp_path) == []
            assert lint(files[-1].content) == []


def test_a_letter_has_the_words_of_the_call_and_names_both(
    plan: Draft, library: Library, resources: Path
) -> None:
    pack = library.load_pack(plan.pack.id)
    files = render(PaperworkKind.LETTERS, plan, library, resources)
    assert len(files) == len(list_partners(plan, pack))
    assert files[0].name == "AIRWISE - Mandate - Secondary school Porto 2.docx"
    words = read_words(files[0].content)
    assert "Secondary school Porto 2 takes part in the project" in words
    assert "sign the grant agreement and its amendments" in words
    assert "{" not in words


def test_a_call_without_words_has_a_plain_mandate(library: Library, resources: Path) -> None:
    files = render(PaperworkKind.LETTERS, make_garden(), library, resources)
    assert "School of the Thorn authorises School of the Rose" in read_words(files[0].content)


def test_the_annexes_say_who_owes_what(plan: Draft, library: Library, resources: Path) -> None:
    first, second, *_ = list_partners(plan, library.load_pack(plan.pack.id))
    days = {
        find_paper_key("mandate", first, PaperStep.RECEIVED): date(2017, 3, 4),
        find_paper_key("mandate", second, PaperStep.SENT): date(2017, 3, 1),
    }
    draft = plan.apply(*(Change(key, None, day) for key, day in days.items()))
    (file,) = render(PaperworkKind.ANNEXES, draft, library, resources)
    words = read_words(file.content)
    assert "1 of 5 received" in words
    missing = words.partition("1 of 5 received. Missing:")[2].partition("Organisation")[0]
    assert "Secondary school Porto 2" not in missing
    assert "4 March 2017" in words
    assert "0 of 1 received" in words


def test_a_sheet_has_only_the_tasks_and_the_money_of_its_partner(
    plan: Draft, library: Library, resources: Path
) -> None:
    files = render(PaperworkKind.SHEETS, plan, library, resources)
    words = read_words(files[0].content)
    assert "Secondary school Porto 2" in words
    for part in ("Tasks", "Money", "Dates", "to be signed"):
        assert part in words
    others = [f"{place}" for place in (3, 4, 5) if f"Secondary school Porto {place}" in words]
    assert others == []


def test_papers_for_nobody_are_refused(library: Library, resources: Path, plan: Draft) -> None:
    alone = plan.apply(
        Change(next(iter(k for k in plan.answers if str(k) == "organisations")), None, ("p0",))
    )
    with pytest.raises(ChoiceError) as caught:
        render(PaperworkKind.SHEETS, alone, library, resources)
    assert caught.value.message_id == "choice.partner-none"


@needs_pages
@pytest.mark.prove
def test_a_partner_sheet_is_one_page(library: Library, resources: Path, tmp_path: Path) -> None:
    files: dict[str, bytes] = {}
    drafts = [file_format.decode(path.read_bytes()).draft for path in EXAMPLES]
    for place, draft in enumerate((*drafts, make_plan(8, 30, 30, 30, 30))):
        for language in ("en", "nl"):
            for number, file in enumerate(
                render(PaperworkKind.SHEETS, draft, library, resources, language)
            ):
                files[f"{place}-{language}-{number}"] = file.content
    pages = lay_out_pages(files, tmp_path)
    assert {name: len(found) for name, found in pages.items() if len(found) != 1} == {}
