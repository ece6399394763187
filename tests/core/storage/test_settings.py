"""Settings: read as written, with defaults for what is broken."""

import json
import os
from pathlib import Path

import pytest

from erasmus_desk.errors import SaveError
from erasmus_desk.storage import settings
from erasmus_desk.storage.settings import Settings, ThemeMode


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "local" / "settings.json"


def write_settings(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)


def test_settings_are_read_as_written(path: Path) -> None:
    chosen = Settings(
        language="nl",
        proposal_language="en",
        theme=ThemeMode.DARK,
        text_scale=150,
        guidance_shown=False,
        backup_folder=Path("E:") / "Erasmus Desk backups",
        last_folder=Path("drafts"),
        recent=(Path("a.erasmus"), Path("odd \udcff.erasmus")),
    )
    settings.save(chosen, path)
    assert settings.load(path) == settings.LoadedSettings(chosen)


def test_without_a_file_the_defaults_hold(path: Path) -> None:
    assert settings.load(path) == settings.LoadedSettings(Settings())


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_broken_file_is_noted_and_falls_back(path: Path, content: bytes) -> None:
    write_settings(path, content)
    loaded = settings.load(path)
    assert loaded.settings == Settings()
    assert len(loaded.notes) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_in_the_place_of_the_settings_is_not_waited_for(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)
    assert settings.load(path).settings == Settings()


def test_a_broken_setting_falls_back_alone(path: Path) -> None:
    broken = {
        "language": "nl",
        "theme": "pink",
        "text_scale": "large",
        "guidance_shown": 1,
        "recent": ["a.erasmus", 3],
        "last_folder": [],
        "backup_folder": "E:\0",
        "wallpaper": "sea",
    }
    write_settings(path, json.dumps(broken).encode())
    loaded = settings.load(path)
    assert loaded.settings == Settings(language="nl")
    assert len(loaded.notes) == 7
    assert "unknown setting: 'wallpaper'" in loaded.notes


@pytest.mark.parametrize(("written", "read"), [(1, 50), (1000, 300), (125, 125)])
def test_text_is_never_too_small_or_too_large_to_read(path: Path, written: int, read: int) -> None:
    write_settings(path, json.dumps({"text_scale": written}).encode())
    assert settings.load(path).settings.text_scale == read


def test_no_list_of_recent_drafts_falls_back(path: Path) -> None:
    write_settings(path, b'{"recent": "a.erasmus", "text_scale": true}')
    assert settings.load(path).settings == Settings()


def test_recent_drafts_are_ten_newest_first_each_once(path: Path) -> None:
    chosen = Settings()
    for number in (*range(12), 5):
        chosen = chosen.with_recent(Path("drafts") / f"{number}.erasmus")
    names = [one.stem for one in chosen.recent]
    assert names == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
    assert chosen.last_folder == Path("drafts")
    assert Path("drafts/5.erasmus") not in chosen.without_recent(chosen.recent[0]).recent
    many = json.dumps({"recent": [str(number) for number in range(50)]}).encode()
    write_settings(path, many)
    assert len(settings.load(path).settings.recent) == 10


def test_settings_that_cannot_be_written_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "local").touch()
    with pytest.raises(SaveError):
        settings.save(Settings(), tmp_path / "local" / "settings.json")


def test_window_states_are_stored_beside_and_may_be_broken(path: Path) -> None:
    states = {"geometry": b"\x00\xff", "splitter": b""}
    settings.save_window_state(states, path)
    assert settings.load_window_state(path) == states
    settings.get_window_state_path(path).write_text(
        '{"geometry": "???", "splitter": 3, "ok": "AA=="}'
    )
    assert settings.load_window_state(path) == {"ok": b"\x00"}
    settings.get_window_state_path(path).unlink()
    assert settings.load_window_state(path) == {}


def test_a_file_with_a_broken_setting_is_kept_and_the_others_go_on(path: Path) -> None:
    content = json.dumps({"language": "nl", "theme": "pink", "wallpaper": "sea"}).encode()
    write_settings(path, content)
    loaded = settings.load(path)
    assert loaded.is_damaged
    renamed = settings.set_aside(loaded, path)
    assert renamed.read_bytes() == content
    assert settings.load(path) == settings.LoadedSettings(Settings(language="nl"))


def test_settings_of_a_newer_program_are_not_lost_by_saving(path: Path) -> None:
    write_settings(path, json.dumps({"language": "nl", "wallpaper": "sea"}).encode())
    loaded = settings.load(path)
    assert not loaded.is_damaged
    settings.save(loaded.settings, path)
    assert json.loads(path.read_bytes())["wallpaper"] == "sea"
