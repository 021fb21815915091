"""The fingerprint of what compiles an episode."""

import ast
import importlib.metadata
import sys
from pathlib import Path

import pytest

import store
from store.archive import fingerprint as fingerprinting
from store.archive.fingerprint import LIBRARIES, fingerprint, sources

ROOT = Path(store.__path__[0])


def imported(module: Path) -> set[str]:
    """Return the names of the packages that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_every_library_that_the_code_uses_counts() -> None:
    modules = [module for module in ROOT.rglob("*.py") if "database" not in module.relative_to(ROOT).parts]
    used = set.union(*map(imported, modules)) - {"store"} - sys.stdlib_module_names
    distributions = importlib.metadata.packages_distributions()
    assert {name for package in used for name in distributions[package]} <= set(LIBRARIES)


def test_every_module_but_the_databases_counts() -> None:
    counted = {str(source) for source in sources(ROOT)}
    assert {str(ROOT / name) for name in ("words.py", "archive/compiled.py", "language/irregular.txt")} <= counted
    assert not any("database" in Path(name).relative_to(ROOT).parts for name in counted)


def test_any_change_of_a_module_or_a_library_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "words.py").write_text("a = 1\n")
    monkeypatch.setattr(fingerprinting, "files", lambda _: tmp_path)
    seen = {fingerprint()}
    for change in (
        lambda: (tmp_path / "words.py").write_text("a = 2\n"),
        lambda: (tmp_path / "more.py").write_text(""),
        lambda: monkeypatch.setattr(fingerprinting, "version", lambda _: "9"),
    ):
        fingerprint.cache_clear()
        change()
        seen.add(fingerprint())
    fingerprint.cache_clear()
    assert len(seen) == 4
