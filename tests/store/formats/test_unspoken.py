"""What nobody says is refused; what is only poorly written down is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import TranscriptError
from store.formats import parse

PASSWD = "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\n"
SETTINGS = '[database]\nurl = "sqlite:///talk.db"\nretention_days = 90\nports = [80, 443]\n'
CODE = Path(__file__).parent.joinpath("test_plain_text.py").read_text("utf-8")
ENCODED = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w\n" * 9
POOR = {
    "no stops and no capitals": "so i went there and you know it was raining\n"
    "and he goes what is this and i said rain\n",
    "one long row": "and then we walked on and on and nobody knew the way back " * 40,
    "numbers": "the score was 3 2 and then 4 2 in the 81st minute\nthat is 9 of 12 games since 1998\n",
    "asides in brackets": "[Music]\n[Applause] thank you (laughs) thank you\n[inaudible] 12:30 he said\n",
    "bold names": "**ANNA:** Welcome to the show.\n\n**BEN:** Thank you, Anna.\n",
    "slashes of a careful typist": "he/she said yes/no and/or maybe/never\n"
    "I/we think so too, all of us who were there that day\n",
    "Chinese": "我们今天谈谈天气。你觉得明天会下雨吗?\n我觉得会的,因为云很低。\n",
    "Thai": "วันนี้อากาศดีมาก เราไปเดินเล่นกันเถอะ\nได้เลย ไปกันเถอะ\n",
    "Arabic": "مرحبا بكم في البرنامج\nشكرا جزيلا على الدعوة\n",  # noqa: RUF001 - Arabic
    "Hindi": "आज हम मौसम की बात करेंगे\nजी हाँ, ज़रूर\n",
    "addresses": "go to https://example.com/a/b?c=d&e=f#g and www.example.org/x_y/z today\nthat is where you find it\n",
    "one word": "Hello\n",
}


@pytest.mark.parametrize(
    "text",
    [PASSWD, SETTINGS, CODE, ENCODED],
    ids=["accounts", "settings", "source code", "encoded data"],
)
def test_what_nobody_says_is_refused_with_what_it_is_and_what_to_do(text: str) -> None:
    with pytest.raises(TranscriptError, match="not as speech; give a transcript"):
        parse(Path("some.txt"), text.encode())


@pytest.mark.parametrize("text", POOR.values(), ids=POOR.keys())
def test_poor_transcript_is_read(text: str) -> None:
    assert parse(Path("some.txt"), text.encode()).lines
