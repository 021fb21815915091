"""The wheel carries all that the bot needs: seeds, default configuration, migrations, catalogue."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(built, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the wheel is unpacked, as an installation without its dependencies would be."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, empty: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # The checkout's own packages must not be found: the unpacked wheel stands before everything else.
    code = (
        f"import sys; sys.path.insert(0, {str(installed)!r}); import bot.__main__, store; "
        f"assert bot.__file__.startswith({str(installed)!r}) and store.__file__.startswith({str(installed)!r}); "
        "sys.argv[0] = 'on-the-record'; bot.__main__.main()"
    )
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=empty,
        env={**kept, "HOME": str(empty), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_question_is_answered_from_the_wheel_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "quote", "implausible deniability", "--json", "--limit", "1")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)["answers"][0]
    assert "implausible deniability" in answer["text"]
    assert answer["speaker"] == "Stephen Kotkin"
    assert list(tmp_path.iterdir()) == []


def test_the_database_is_made_with_the_wheels_migrations(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "database", "upgrade")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "on-the-record.db").exists()


def test_the_bot_is_put_together_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "run")
    assert done.returncode == 2
    assert "DISCORD_TOKEN" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_wheel_holds_two_packages_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"bot", "store"}
