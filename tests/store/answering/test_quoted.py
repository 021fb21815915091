# ruff: noqa: RUF001 - quotation marks of all kinds
import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.answering.quoted import MOST, quoted


@pytest.mark.parametrize(
    ("message", "texts"),
    [
        ("He said “the mystique was gone” today", ["the mystique was gone"]),
        ('He said "the mystique was gone" today', ["the mystique was gone"]),
        ("Er sagte „es ist vorbei“ und »nicht mehr«", ["es ist vorbei", "nicht mehr"]),
        ("Il dit « c’est fini » hier", ["c’est fini"]),
        ("‹one thing› and ‘another thing’ and 'a third thing'", ["one thing", "another thing", "a third thing"]),
        ("彼は「もう終わりだと思う」と言った", ["もう終わりだと思う"]),
        ("> Most coups fail.\nlol no", ["Most coups fail."]),
        ("> Most coups fail.\n> Trust me.\nand\n> Not this one.", ["Most coups fail. Trust me.", "Not this one."]),
        (">>> Most coups fail.\nTrust me.", ["Most coups fail. Trust me."]),
        ("> Most coups fail.\n> — Stephen Kotkin", ["Most coups fail."]),
        ('> Kotkin: "Most coups fail, my friend."', ["Most coups fail, my friend."]),
        ('> Kotkin said that the so-called "deep state" is no state at all', None),
        ("“outer ‘inner words’ words” after", ["outer ‘inner words’ words"]),
        ("**“bold words”** and ||“hidden words”||", ["bold words", "hidden words"]),
        ("“one\ntwo” and “three\n\nfour", ["one two"]),
        ("no quotes at all", ["no quotes at all"]),
        ("the dogs' house and the cats' house", ["the dogs' house and the cats' house"]),
        ("don't, it's 'fine'", ["don't, it's 'fine'"]),
        ('she said "yes"', ['she said "yes"']),
        ("“open for ever", ["“open for ever"]),
        ("<@123> <:smile:5> https://a.example/“x” all of it", ["all of it"]),
        ("“Most coups fail” – “MOST COUPS FAIL!”", ["Most coups fail"]),
        ("😀 <a:dance:5> <@!7> <#8> <@&9>", []),
        ("", []),
    ],
)
def test_quotes_are_found(message: str, texts: list[str] | None) -> None:
    assert list(quoted(message).texts) == (texts if texts is not None else [message.removeprefix("> ")])


def test_more_than_can_be_shown_are_counted() -> None:
    found = quoted(" ".join(f"“quote {number}”" for number in range(9)))
    assert [text.split()[1] for text in found.texts] == [str(number) for number in range(MOST)]
    assert found.left_out == 9 - MOST


@given(st.text(alphabet=st.characters() | st.sampled_from("“”„«»\"'> \n*_`<"), max_size=200))
def test_any_message_is_taken(message: str) -> None:
    found = quoted(message)
    assert len(found.texts) == len(set(found.texts)) <= MOST
    assert all(text == " ".join(text.split()) != "" for text in found.texts)


@pytest.mark.parametrize("part", ["“", "“„«‹「", " 'a", "> \n", '"', "*_`", '> "a b" c ', "\n> '", "“a\n\n"])
def test_hostile_message_is_read_in_one_go(part: str) -> None:
    assert quoted(part * (4_000 // len(part))).left_out >= 0
