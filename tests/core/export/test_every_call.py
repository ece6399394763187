"""What holds of the files of one call holds of all: those that are shipped, and invented ones.

The invented ones have other sections, money, lists and languages, and were added by files alone.
"""

import re
from pathlib import Path

import pytest

from erasmus_desk.call.library import Library
from erasmus_desk.draft import file_format
from erasmus_desk.draft.model import Change, Key
from erasmus_desk.export import export
from erasmus_desk.export.document.blocks import WHOLE_PROFILES, Profile
from tests.core.export.gardens import validate_word_file
from tests.core.export.parsed import list_paragraph_lines
from tests.core.review_import.corpus.drafts import load_model, read_draft
from tests.core.review_import.corpus.expected import UNTOUCHED, import_and_check
from tests.docx_lint import lint

DRAFTS = {
    "ka2-2017": "innovation-en",
    "ka210-2026": "activities-nl",
    "ka220-2026": "packages-en",
    "work-packages": "orchards-pt",
    "lump-sums": "garden-fr",
}
"""A draft of each call that has organisations."""


def test_every_call_has_a_draft_here(library: Library) -> None:
    calls = {name for name in library.list_packs() if library.load_pack(name).role("organisations")}
    assert set(DRAFTS) == calls


@pytest.mark.parametrize("profile", WHOLE_PROFILES)
@pytest.mark.parametrize("call", DRAFTS)
@pytest.mark.share
def test_the_word_file_is_valid_accessible_and_the_same_each_time(
    call: str, profile: Profile, library: Library, resources: Path, tmp_path: Path
) -> None:
    draft = read_draft(DRAFTS[call])
    assert draft.pack.id == call
    request = export.ExportRequest(profile)
    first, second = (
        export.render_word(draft, library, resources, request).content for _ in range(2)
    )
    assert first == second
    assert lint(first) == []
    assert validate_word_file(first, tmp_path) == []


@pytest.mark.parametrize("call", DRAFTS)
def test_the_file_of_each_partner_is_valid_accessible_and_the_same_each_time(
    call: str, library: Library, resources: Path, tmp_path: Path
) -> None:
    draft = read_draft(DRAFTS[call])
    pack = library.load_pack(call)
    for partner, _ in export.list_partners(draft, pack):
        beside = export.suggest_second_language(draft, pack, pack.main_language)
        request = export.ExportRequest(Profile.PARTNERS, partner=partner, second_language=beside)
        first, second = (
            export.render_word(draft, library, resources, request).content for _ in range(2)
        )
        assert first == second
        assert lint(first) == []
        assert validate_word_file(first, tmp_path) == []


@pytest.mark.parametrize("call", DRAFTS)
def test_the_workbook_is_the_same_each_time(call: str, library: Library, resources: Path) -> None:
    draft = read_draft(DRAFTS[call])
    first, second = (export.render_workbook(draft, library, resources) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("call", DRAFTS)
def test_a_file_that_comes_back_untouched_changes_nothing(call: str, tmp_path: Path) -> None:
    model = load_model(DRAFTS[call])
    path = tmp_path / "returned.docx"
    path.write_bytes(model.content)
    found = import_and_check(path, model, UNTOUCHED, "untouched", (model.sent,))
    assert (found.misses, found.lost, found.risen) == ((), (), ())


@pytest.mark.parametrize("name", ["innovation-vet", "goede-praktijk-school", "the-empty-chair"])
def test_in_french_no_sign_stands_without_its_space(
    name: str, library: Library, resources: Path
) -> None:
    """What the writers typed is left as it is."""
    draft = file_format.decode((resources / "examples" / f"{name}.erasmus").read_bytes()).draft
    language = Key(library.load_pack(draft.pack.id).role("language"))
    draft = draft.apply(Change(language, draft.get(language), "fr"))
    typed = " ".join(map(str, draft.answers.values()))
    request = export.ExportRequest(Profile.CLEAN, has_budget_lines=True)
    content = export.render_word(draft, library, resources, request).content
    text = " ".join(list_paragraph_lines(content))
    close = [one for one in re.findall(r"[\w).]+[;:!?](?= )", text) if one not in typed]
    assert close == []
