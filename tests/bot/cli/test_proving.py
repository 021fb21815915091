"""The verbs that prove."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.cli.conftest import Run

QUOTE = {
    *("text", "display", "speaker", "voice", "lines", "start", "estimated", "error", "url", "score", "episode"),
    "corrections",
}
VERIFY = {"text", "verdict", "quote", "nearest", "speaker_matches", "differences", "similarity"}
MENTIONS = {"name", "count", "by_speaker", "mentions"}


def assert_is_a_quote(quote: dict[str, Any], said: str, more: frozenset[str] = frozenset()) -> None:
    assert quote.keys() == QUOTE | more
    assert quote["text"] in said
    first, last = quote["lines"]
    assert 12 <= first <= last <= 940
    assert quote["score"] is None or isinstance(quote["score"], float)


def test_exact_claim_prints_the_contracts_object(run: Run, said: str) -> None:
    printed = run("verify", "MOST COUPS FAIL", "--json")
    assert (printed.status, printed.err) == (0, "")
    form = printed.json
    assert_is_a_quote(form.pop("quote"), said)
    assert form == {
        "text": "MOST COUPS FAIL",
        "verdict": "exact",
        "nearest": None,
        "speaker_matches": None,
        "differences": [],
        "similarity": 1.0,
    }


def test_near_claim_prints_its_differences(run: Run, said: str) -> None:
    printed = run("verify", "They advanced about 215 miles outside Moscow", "--json", "--speaker", "klein")
    assert printed.status == 0
    form = printed.json
    assert form.keys() == VERIFY
    assert_is_a_quote(form["quote"], said)
    assert (form["verdict"], form["speaker_matches"], form["nearest"]) == ("near", True, None)
    assert form["differences"] == [{"claimed": "215", "said": "125"}]
    assert form["similarity"] == pytest.approx(6 / 7, abs=1e-3)


def test_words_over_a_change_of_speaker_are_said_between_both(run: Run) -> None:
    claim = "What are three books you'd recommend to the audience? Oh my god, only three?"
    assert run("verify", claim, "--json", "--speaker", "Kotkin").json["speaker_matches"] is False
    printed = run("verify", claim).out
    assert "But not by one person alone." in printed
    assert "Between them: Ezra Klein, Stephen Kotkin." in printed


def test_wrong_speaker_is_told_beside_the_verdict(run: Run) -> None:
    form = run("verify", "Most coups fail", "--json", "--speaker", "Ezra Klein").json
    assert (form["verdict"], form["speaker_matches"]) == ("exact", False)


def test_claim_that_was_never_said_is_printed_with_status_1(run: Run, said: str) -> None:
    printed = run("verify", "Putin will be gone before Christmas", "--json")
    assert (printed.status, printed.err) == (1, "")
    form = printed.json
    assert form.keys() == VERIFY
    assert (form["verdict"], form["quote"], form["differences"]) == ("not_found", None, [])
    assert (form["speaker_matches"], 0 <= form["similarity"] < 0.6) == (None, True)
    assert_is_a_quote(form["nearest"], said)


def test_claims_on_standard_input_are_answered_in_order(run: Run, talk: Path) -> None:
    claims = "A bridge is a promise that two shores make\n\nzeppelins over Mostar\n?!\na bridge is no promise"
    printed = run("verify", "-", "--episode", talk, "--speaker", "host", stdin=claims)
    assert (printed.status, printed.err) == (0, "")
    exact, blank, unsaid, marks, near = map(json.loads, printed.out.splitlines())
    assert blank.keys() == marks.keys() == {"error"}
    assert "no words" in blank["error"]
    assert [form["text"] for form in (exact, unsaid, near)] == [claims.splitlines()[at] for at in (0, 2, 4)]
    assert [form["verdict"] for form in (exact, unsaid, near)] == ["exact", "not_found", "near"]
    assert (exact["speaker_matches"], unsaid["speaker_matches"]) == (True, None)
    assert all(form.keys() == VERIFY for form in (exact, unsaid, near))


def test_claim_may_be_2000_characters_and_no_more(run: Run, talk: Path) -> None:
    assert run("verify", "bridge ".ljust(2000, "x"), "--episode", talk, "--json").status == 1
    error = run("verify", "x" * 2001, "--episode", talk).error
    assert "2001 characters" in error
    assert "2000" in error
    assert "500" in run("mentions", "x" * 501, "--episode", talk).error


@pytest.mark.parametrize("verb", ["verify", "mentions"])
@pytest.mark.parametrize("text", ["", "  ", "?!", "…"])
def test_nothing_is_refused(run: Run, talk: Path, verb: str, text: str) -> None:
    assert "no words" in run(verb, text, "--episode", talk, "--json").error


def test_unknown_speaker_is_refused_once(run: Run, talk: Path) -> None:
    assert "Ada Host, Bo Guest" in run("verify", "bridge", "--speaker", "Putin", "--episode", talk).error
    assert "Ada Host" in run("verify", "-", "--speaker", "Putin", "--episode", talk, stdin="a\nb\n").error


def test_exact_claim_in_readable_text(run: Run, talk: Path) -> None:
    printed = run("verify", "the river there is GREEN", "--episode", talk)
    assert printed.status == 0
    assert printed.out.startswith(
        "Said, word for word.\n\nWhat was said:\n“The river there is green, and very cold.”\n"
    )
    assert "Bo Guest · ≈ 0:" in printed.out
    assert printed.out.endswith("A Show · On Bridges · 2023-06-30 · word for word from the transcript\n")


def test_near_claim_in_readable_text_names_what_differs_and_who_said_it(run: Run, talk: Path) -> None:
    out = run("verify", "the river there is not green and cold", "--episode", talk, "--speaker", "ada").out
    assert out.startswith("Not quite what was said. But by somebody else.")
    assert "% of the words agree" in out
    assert "A “not” was lost or gained" in out
    assert "added: “not”" in out
    assert "left out: “very”" in out
    assert "It was Bo Guest who said it." in out


def test_unsaid_claim_in_readable_text_marks_the_closest(run: Run, talk: Path) -> None:
    printed = run("verify", "every bridge falls down in the end, my friends", "--episode", talk)
    assert printed.status == 1
    assert printed.out.startswith("Not said in this episode.\n\nThe closest sentence, which is another:\n“")


def test_mentions_print_the_contracts_object(run: Run, said: str) -> None:
    printed = run("mentions", "pergozhin", "--json")
    assert (printed.status, printed.err) == (0, "")
    form = printed.json
    assert form.keys() == MENTIONS
    assert form["name"] == "Prigozhin"
    assert form["by_speaker"].keys() == {"Stephen Kotkin", "Ezra Klein"}
    assert form["count"] == sum(form["by_speaker"].values())
    assert form["count"] == sum(mention["occurrences"] for mention in form["mentions"]) > 20
    for mention in form["mentions"]:
        assert_is_a_quote(mention, said, frozenset({"occurrences"}))
        assert mention["display"].count("Prigozhin") == mention["occurrences"]


@pytest.mark.parametrize("as_json", [True, False])
def test_what_is_never_said_has_status_1(run: Run, talk: Path, *, as_json: bool) -> None:
    printed = run("mentions", "zeppelin", "--episode", talk, *(["--json"] if as_json else []))
    assert (printed.status, printed.err) == (1, "")
    if as_json:
        assert printed.json == {"name": "zeppelin", "count": 0, "by_speaker": {}, "mentions": []}
    else:
        assert printed.out.startswith("“zeppelin” is never said in this episode.\n")


def test_mentions_in_readable_text_list_every_sentence(run: Run, talk: Path) -> None:
    out = run("mentions", "bridge", "--episode", talk).out
    assert out.startswith("“bridge” is said 3 times (Bo Guest 2, Ada Host 1).\n")
    places = [out.index(text) for text in ("A bridge is a promise", "the old bridge at Mostar", "The Bridge over")]
    assert places == sorted(places)


def test_mentions_of_nobody_knows_whom_stand_under_the_empty_name(run: Run, write: Any) -> None:
    path = write("A bridge.", "A bridge, a bridge.")
    assert run("mentions", "bridge", "--episode", path, "--json").json["by_speaker"] == {"": 3}
    assert "(speaker unknown 3)" in run("mentions", "bridge", "--episode", path).out


def test_names_on_standard_input_are_counted_in_order(run: Run, talk: Path) -> None:
    printed = run("mentions", "-", "--episode", talk, stdin="bridge\n \nzeppelin\n")
    assert (printed.status, printed.err) == (0, "")
    bridge, blank, zeppelin = map(json.loads, printed.out.splitlines())
    assert (bridge["name"], bridge["count"]) == ("bridge", 3)
    assert blank.keys() == {"error"}
    assert (zeppelin["name"], zeppelin["count"]) == ("zeppelin", 0)
