from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from store.episode import Episode
from store.question import Correction, Quote, Span

Opened = Callable[..., Episode]


def whole(episode: Episode) -> Span:
    return Span(0, len(episode.text))


def test_name_split_over_two_lines_is_put_right(opened: Opened) -> None:
    episode = opened(
        ["I read Teka", "Hema-Linen's book."], '[[names]]\nmeant = "Pekka Hämäläinen"\nheard = ["Teka Hema-Linen"]'
    )
    quote = episode.quote(whole(episode))
    assert quote.text == "I read Teka Hema-Linen's book."
    assert quote.display == "I read Pekka Hämäläinen's book."
    assert quote.corrections == (Correction("Teka Hema-Linen", "Pekka Hämäläinen", 12),)


def test_longest_of_overlapping_names_is_meant(opened: Opened) -> None:
    episode = opened(
        ["Hema-Linen, and Hema again."],
        '[[names]]\nmeant = "Short"\nheard = ["Hema"]\n[[names]]\nmeant = "Long"\nheard = ["Hema-Linen"]',
    )
    assert episode.quote(whole(episode)).display == "Long, and Short again."


def test_correction_for_some_lines_leaves_the_others(opened: Opened) -> None:
    episode = opened(["Take tongue.", "Take tongue."], '[[names]]\nmeant = "tongs"\nheard = ["tongue"]\nlines = [13]')
    quote = episode.quote(whole(episode))
    assert quote.display == "Take tongue. Take tongs."
    assert quote.corrections == (Correction("tongue", "tongs", 13),)


def test_only_whole_words_are_names_and_case_counts(opened: Opened) -> None:
    episode = opened(["Joe, Joel, joe, anti-Joe and Joe's."], '[[names]]\nmeant = "Jo"\nheard = ["Joe"]')
    assert episode.quote(whole(episode)).display == "Jo, Joel, joe, anti-Jo and Jo's."


def test_name_cut_by_the_end_of_a_quote_stays_as_heard(opened: Opened) -> None:
    episode = opened(["By Joe Khan."], '[[names]]\nmeant = "Joe Kahn"\nheard = ["Joe Khan"]')
    quote = episode.quote(Span(0, 6))
    assert (quote.text, quote.display, quote.corrections) == ("By Joe", "By Joe", ())


def test_every_note_of_a_misheard_name_is_put_right_somewhere(episode: Episode) -> None:
    display = episode.quote(whole(episode)).display
    put_right = {(place.heard, place.meant) for place in episode.glossary.misheard}
    assert all(put_right & {(heard, note.meant) for heard in note.heard} for note in episode.notes.names)
    assert "Evgeny Prigozhin who swore" in display
    assert "Pergozhin" not in display


@given(data=st.data())
@settings(deadline=None, max_examples=200)
def test_display_is_the_text_with_its_corrections_made(
    episode: Episode, check_quote: Callable[[Quote], None], data: st.DataObject
) -> None:
    turn = data.draw(st.sampled_from(episode.turns)).span
    start = data.draw(st.integers(turn.start, turn.end - 1))
    span = Span(start, min(turn.end, data.draw(st.integers(start + 1, start + 3000))))
    words = episode.spoken[span]
    span = Span(span.start + len(words) - len(words.lstrip()), span.end - (len(words) - len(words.rstrip())))
    if span.start < span.end:
        check_quote(episode.quote(span))
