"""Recommendations found by rule: invented dialogues of many phrasings, and the seed without its notes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.books import books
from store.episode import Episode
from store.formats import read
from store.question import ListBooks
from store.recommendations import recommendations
from store.transcript import Header, Line, Transcript

TALK = ["We talked about the city and its rivers.", "It was a long winter."] * 3
ASKED = "What are three books you'd recommend to the audience?"
DIGEST = "0" * 64

# What is asked and answered, and the titles and authors that are to be heard in it.
PHRASINGS: list[tuple[list[str], list[tuple[str, str]]]] = [
    (
        [
            "Any book recommendations for our listeners?",
            "Sure. I'd recommend The Salt Roads by Nalo Benning. It changed how I see trade.",
        ],
        [("The Salt Roads", "Nalo Benning")],
    ),
    (
        [
            "What should people read if they want to go deeper?",
            "I would start with Rivers of Iron.",
            "It's by Selma Okafor, and it is beautifully written.",
        ],
        [("Rivers of Iron", "Selma Okafor")],
    ),
    (
        [
            "Is there a book that has influenced you most?",
            "There's a book by Ingrid Vossberg called The Patient Machine.",
            "I read it every year.",
        ],
        [("The Patient Machine", "Ingrid Vossberg")],
    ),
    (
        [
            "What books have had an impact on you?",
            "Oh, that's hard. Ingrid Vossberg's The Patient Machine is one I come back to.",
            "And then Quiet Harbors by Tomas Lindqvist.",
        ],
        [("The Patient Machine", "Ingrid Vossberg"), ("Quiet Harbors", "Tomas Lindqvist")],
    ),
    (
        [
            "What are three books you'd recommend to the audience?",
            "Number one, Glass Mountain, by Oriel Katz.",
            "Second is a novel, The Weight of Snow, by a Finnish writer, Pekka Virtanen.",
            "And third, my favorite, the House of Small Hours by Dana Whitcombe.",
        ],
        [
            ("Glass Mountain", "Oriel Katz"),
            ("The Weight of Snow", "Pekka Virtanen"),
            ("House of Small Hours", "Dana Whitcombe"),
        ],
    ),
    (
        [
            "So, our final question, three book recommendations.",
            "Okay. So the first is Tomorrow's Orchard by Lena Farrow.",
            "It is about patience.",
        ],
        [("Tomorrow's Orchard", "Lena Farrow")],
    ),
    (
        [
            "What are you reading right now that you love?",
            "I just finished Burning Maps, which is a wonderful novel.",
            "The author is Petra Solheim.",
        ],
        [("Burning Maps", "Petra Solheim")],
    ),
    (
        ["Are there any books you would suggest?", "Yes, the book is called Against Hurry.", "It's by Mirela Antonov."],
        [("Against Hurry", "Mirela Antonov")],
    ),
    (
        [
            "What books would you tell everyone to read?",
            "Middlemarch.",
            "I think everybody should read Middlemarch at least twice.",
        ],
        [("Middlemarch", "")],
    ),
    (
        [
            "Can you recommend a book or two?",
            "I loved Salt and Silence by Arun Mehta and The Long Ledger by Beatriz Couto.",
        ],
        [("Salt and Silence", "Arun Mehta"), ("The Long Ledger", "Beatriz Couto")],
    ),
    (
        [
            "What three books have shaped you?",
            "One is why otters hold hands by Robert Sallow.",
            "It explains a lot about stress.",
        ],
        [("why otters hold hands", "Robert Sallow")],
    ),
    (
        [
            "If you could recommend one book to our listeners, what would it be?",
            "It would be Nineteen Lighthouses, a memoir by Hester Quill.",
        ],
        [("Nineteen Lighthouses", "Hester Quill")],
    ),
    (
        [
            "What's a book that you give as a gift?",
            "I give people A Field Guide to Getting Home.",
            "It's short and it's kind.",
        ],
        [("A Field Guide to Getting Home", "")],
    ),
    (
        [
            "Which books do you recommend?",
            "David Merrow, The Hollow Crowd.",
            "It's the best thing on panics.",
            "And Susan Pell, Bread and Numbers.",
        ],
        [("The Hollow Crowd", "David Merrow"), ("Bread and Numbers", "Susan Pell")],
    ),
    (
        [
            "Give us a few book recommendations before you go.",
            "Well, Lena Farrow has a new book called The Ninth Canal, which is superb.",
            "I'd also say Iron Gardens.",
        ],
        [("The Ninth Canal", "Lena Farrow"), ("Iron Gardens", "")],
    ),
    (
        ["What would you recommend people read?", "Anything by Lena Farrow, honestly."],
        [("Anything by Lena Farrow", "Lena Farrow")],
    ),
    (
        [
            "What's on your nightstand, what are you reading?",
            "Right now it's The Cartographer's Debt by Joan Abernathy.",
            "I'm halfway through.",
        ],
        [("The Cartographer's Debt", "Joan Abernathy")],
    ),
    (
        [
            "What are three books you'd recommend?",
            "The first one is by Lena Farrow and it's called The Ninth Canal.",
            "The second one is The Red Loom.",
            "That was written by Hester Quill in the nineties.",
            "And the last one, everyone knows it, is War and Weather.",
        ],
        [("The Ninth Canal", "Lena Farrow"), ("The Red Loom", "Hester Quill"), ("War and Weather", "")],
    ),
    (["Do you have a favorite book?", "My favorite book is The Ninth Canal."], [("The Ninth Canal", "")]),
    (
        [
            "What books inspired you to become a scientist?",
            "Richard Vane's book, The Blind Gardener, was huge for me.",
            "Also Chaos and Order by James Glade.",
        ],
        [("The Blind Gardener", "Richard Vane"), ("Chaos and Order", "James Glade")],
    ),
    (
        [
            "I always ask my guests for book recommendations. What have you got?",
            "So I've been obsessed with this trilogy, The Three Tides, by Lu Yaming.",
        ],
        [("The Three Tides", "Lu Yaming")],
    ),
    (
        [
            "Final question, what books should our listeners pick up?",
            "I really liked Invisible Ledgers, by Tom Harrow and Beth Lowe.",
        ],
        [("Invisible Ledgers", "Tom Harrow and Beth Lowe")],
    ),
    (
        [
            "What are some books people should read on this?",
            "The classic is The Death and Life of Small Towns by Jan Jacoby.",
            "There's also Order Without Plans from Alan Bertrand.",
        ],
        [("The Death and Life of Small Towns", "Jan Jacoby"), ("Order Without Plans", "Alan Bertrand")],
    ),
    (
        [
            "Any reading recommendations?",
            "You should check out Seeing Like a River by James Scotter, and also Hester Quill's memoir.",
        ],
        [("Seeing Like a River", "James Scotter")],
    ),
    (
        [
            "What three books would you recommend?",
            "Okay, well, Team of Strangers by Doris Kern.",
            "I also love The Fifth Season, N.K. Jemson.",
            "It's science fiction.",
        ],
        [("Team of Strangers", "Doris Kern"), ("The Fifth Season", "N.K. Jemson")],
    ),
]
NONE_MADE = [
    [
        "What do you make of the new tariffs?",
        "They are a mistake, and the Treasury knows it.",
        "President Trump said so in the Wall Street Journal.",
    ],
    [
        "What did you learn while writing your book?",
        "I learned that Washington moves slowly.",
        "The Supreme Court moves slower.",
    ],
    [
        "Do you recommend a particular treatment?",
        "I recommend physical therapy and Vitamin D.",
        "Talk to Stanford Health.",
    ],
    ["You read a lot of history, what did you think of the speech?", "I think George Washington would have laughed."],
    [
        "What are three books you'd recommend to the audience?",
        "Oh, I don't read books any more.",
        "I spend my time in the garden.",
        "Thank you very much.",
    ],
    [
        "You recommend a movie, Mansfield Meadow, which is now in theaters. Why?",
        "The director, Patricia Rozema, is a friend.",
    ],
]


def _episode(lines: list[str], description: str = "", speakers: list[str] | None = None) -> Episode:
    who = speakers or [""] * len(lines)
    said = tuple(
        Line(at, text, speaker=name or None) for at, (text, name) in enumerate(zip(lines, who, strict=True), 1)
    )
    return Episode(Transcript(Path("talk.txt"), DIGEST, Header(duration=600.0, description=description), said))


def _found(lines: list[str], description: str = "") -> list[tuple[str, str, str]]:
    found = recommendations(_episode([*TALK, *lines], description))
    return [(one.title, one.author, one.status) for one in found]


@pytest.fixture(scope="module")
def bare(seed: Path) -> Episode:
    """The seed, its notes taken away."""
    return Episode(read(seed))


@pytest.mark.parametrize(("lines", "wanted"), PHRASINGS)
def test_each_phrasing_gives_titles_and_authors_as_heard(lines: list[str], wanted: list[tuple[str, str]]) -> None:
    assert [(title, author) for title, author, _ in _found(lines)] == wanted


@pytest.mark.parametrize("lines", NONE_MADE)
def test_where_none_is_made_none_is_invented(lines: list[str]) -> None:
    assert _found(lines) == []


def test_seed_without_notes_gives_its_three_and_those_set_aside(bare: Episode) -> None:
    answer = books(bare, ListBooks())
    assert [(book.title, book.author) for book in answer.by_status("recommended")] == [
        ("Chagall", "Jackie Wulschlager"),
        ("Invisible China", "Scott Rosell"),
        ("Classified", "David Bernstein"),
    ]
    assert [(book.title, book.author) for book in answer.by_status("set_aside")] == [
        ("Picasso", "John Richardson"),
        ("Red Carpet", "Eric Schwartzle"),
        ("Indigenous Continent", "Teka Hema-Linen"),
    ]
    assert answer.by_status("mentioned") == ()


def test_seed_without_notes_gives_each_reason_in_the_guests_words(bare: Episode) -> None:
    reasons = {book.title: book.reason.text for book in books(bare, ListBooks()).books if book.reason}
    assert "It's my favorite biography in the arts." in reasons["Chagall"]
    assert reasons["Chagall"].endswith("Anyway, Wulschlager's Chagall is great.")
    assert reasons["Red Carpet"].endswith("because I've done that on someone else's podcast.")
    assert reasons["Indigenous Continent"].endswith("I won't do that here because I did that on a previous podcast.")
    assert reasons["Classified"].endswith("where we are in the culture today.")
    assert not any("strategy" in reason or "thank you" in reason for reason in reasons.values())


def test_all_is_verbatim_and_unreviewed(bare: Episode) -> None:
    answer = books(bare, ListBooks())
    for book in answer.books:
        assert not book.reviewed
        assert book.title in bare.text
        assert book.author in bare.text
    for quote in answer.quotes:
        assert quote.text == bare.text[quote.span.start : quote.span.end]


def test_notes_come_first_where_they_have_books(episode: Episode) -> None:
    assert all(book.reviewed for book in books(episode, ListBooks()).books)


def test_episode_that_a_person_has_reviewed_has_only_what_the_notes_say(opened: Callable[..., Episode]) -> None:
    lines = [*TALK, ASKED, "I'd recommend The Ninth Canal by Lena Farrow."]
    assert books(opened(lines), ListBooks()).found
    assert not books(opened(lines, "reviewed = true"), ListBooks()).found


@pytest.mark.parametrize(
    "words",
    [
        "I won't do Quiet Harbors by Tomas Lindqvist, because everybody does.",
        "I'd say Quiet Harbors by Tomas Lindqvist, but let's leave that aside.",
        "Quiet Harbors by Tomas Lindqvist is one I'm not going to recommend.",
    ],
)
def test_explicit_words_set_a_book_aside(words: str) -> None:
    found = _found([ASKED, words, "So I'll do The Ninth Canal by Lena Farrow."])
    assert [status for _, _, status in found] == ["set_aside", "recommended"]


def test_praise_that_sounds_like_a_refusal_is_praise() -> None:
    found = _found([ASKED, "I can't recommend The Ninth Canal by Lena Farrow highly enough."])
    assert found == [("The Ninth Canal", "Lena Farrow", "recommended")]


def test_explicit_recommendation_counts_anywhere() -> None:
    found = _found(["I highly recommend Lena Farrow's book The Ninth Canal.", *TALK])
    assert found == [("The Ninth Canal", "Lena Farrow", "recommended")]


def test_book_that_is_only_named_is_mentioned() -> None:
    assert _found(["There was an odd book called The Ninth Canal."]) == [("The Ninth Canal", "", "mentioned")]


def test_description_puts_right_what_was_misheard() -> None:
    listed = "A talk.\n\nBook Recommendations:\n\nThe Ninth Canal: A History (https://a.b) by Lena Farrow\n"
    found = _found([ASKED, "The ninth canal, it is a marvel.", "I read it twice."], listed)
    assert found == [("The Ninth Canal: A History", "Lena Farrow", "recommended")]


def test_book_that_only_the_description_names_cannot_be_quoted() -> None:
    assert _found(TALK, "Book Recommendations:\nThe Ninth Canal by Lena Farrow\n") == []


def test_listed_book_that_is_said_elsewhere_is_mentioned() -> None:
    listed = "Books mentioned:\n- The Ninth Canal: https://a.b/c\n"
    assert _found(["He kept the ninth canal by his bed."], listed) == [("The Ninth Canal", "", "mentioned")]


def test_answer_ends_with_the_goodbye() -> None:
    lines = [
        ASKED,
        "The Ninth Canal by Lena Farrow.",
        "Bo, thank you very much.",
        "Hot Coals by Ann Reed is on next week.",
    ]
    assert _found(lines) == [("The Ninth Canal", "Lena Farrow", "recommended")]


def test_reason_stops_before_the_next_book() -> None:
    lines = [ASKED, "The first is The Ninth Canal by Lena Farrow.", "It is about patience.", "The next one is strange."]
    (one,) = recommendations(episode := _episode([*TALK, *lines, "But I forget its name."]))
    assert one.reason is not None
    assert episode.spoken[one.reason].endswith("It is about patience.")


def test_askers_own_words_recommend_nothing_where_speakers_are_known() -> None:
    lines = [ASKED, "Like Hot Coals by Ann Reed.", "The Ninth Canal by Lena Farrow."]
    (one,) = recommendations(_episode(lines, speakers=["Ada", "Ada", "Bo"]))
    assert (one.title, one.by) == ("The Ninth Canal", "Bo")


def test_transcript_in_capitals_gives_nothing() -> None:
    assert recommendations(_episode([line.upper() for line in [*TALK, ASKED, "I'd read The Ninth Canal."]])) == ()
