from collections.abc import Callable
from pathlib import Path

import pytest

from store import formats
from store.errors import TranscriptError
from store.transcript import Transcript


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Transcript]:
    def written_and_read(content: str | bytes, name: str = "talk.txt") -> Transcript:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return formats.read(path)

    return written_and_read


@pytest.fixture
def refused(read: Callable[..., Transcript], tmp_path: Path) -> Callable[..., TranscriptError]:
    def refusal(content: str | bytes) -> TranscriptError:
        with pytest.raises(TranscriptError) as caught:
            read(content)
        error = caught.value
        assert error.path == tmp_path / "talk.txt"
        assert str(error).startswith(str(error.path))
        assert error.what in str(error)
        assert error.cure in str(error)
        assert "\n" not in str(error)
        return error

    return refusal
