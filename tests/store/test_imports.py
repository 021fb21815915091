"""Importing any module of the store reads no file but Python's own."""

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import importlib, json, os, pkgutil, sys

opened = []
code = (".py", ".pyc", ".so", ".pyd", ".pth")
# Python and what is installed in it may read what they like.
python = tuple(os.path.realpath(path) for path in {sys.prefix, sys.base_prefix, sys.exec_prefix})

def hook(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        path = os.path.realpath(os.fsdecode(args[0]))
        if not path.endswith(code) and not path.startswith(python):
            opened.append(path)

sys.addaudithook(hook)
import store
names = [found.name for found in pkgutil.walk_packages(store.__path__, "store.") if ".migrations" not in found.name]
for name in names:
    before = len(opened)
    importlib.import_module(name)
    opened[before:] = [f"{name}: {path}" for path in opened[before:]]
print(json.dumps({"names": names, "opened": opened, "discord": "discord" in sys.modules}))
"""


def test_importing_any_module_of_the_store_reads_no_file_and_no_discord() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    found = json.loads(done.stdout)
    assert {"store.desk", "store.formats.whisper_markdown", "store.search"} <= set(found["names"])
    assert found["opened"] == []
    assert not found["discord"]
