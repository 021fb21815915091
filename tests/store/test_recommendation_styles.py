"""Answers as guests give them on several kinds of shows, invented, and as a recogniser writes them down."""

from pathlib import Path

import pytest

from store.episode import Episode
from store.recommendations import recommendations
from store.transcript import Header, Line, Transcript

TALK = ["We talked about the city and its rivers.", "It was a long winter."] * 3
# What is asked and answered, a line each, and the titles and authors of what is recommended.
SPOKEN: list[tuple[str, list[tuple[str, str]]]] = [
    (
        """
        So we always end with the same question, what are three books you'd recommend to the audience?
        So one that I've been thinking about a lot is The Unquiet Shore by Marta
        Delacroix, which is a history of the fishing towns of Brittany, and it's just gorgeous.
        The second is a novel, it's called A Year of Small Rain.
        It's by an Irish writer named Colm Havery.
        And then the third, this is a bit of a cheat, but I'd say anything by Octavia Lund.
        Thank you so much for being here.
        """,
        [("The Unquiet Shore", "Marta Delacroix"), ("A Year of Small Rain", "Colm Havery")],
    ),
    (
        """
        Let me then ask our final question, what are three books you'd recommend?
        Right, okay, so I've got three.
        Benedict Orr's The Machinery of Hope, which really changed how I think about institutions.
        Then a very old one, The Long Revolution by Raymond Willard.
        And finally, for fun, Murder at the Observatory.
        Wonderful.
        Thank you very much.
        """,
        [
            ("The Machinery of Hope", "Benedict Orr"),
            ("The Long Revolution", "Raymond Willard"),
            ("Murder at the Observatory", ""),
        ],
    ),
    (
        """
        All right, last question. Book recommendations?
        Yeah, I mean, the obvious one is the power worker, no, sorry, The Grid by Gretchen Backe.
        Everyone should read it.
        And I'd also say Energy and Empire by Vaclav Novy.
        It's dense but it pays off.
        """,
        [("The Grid", "Gretchen Backe"), ("Energy and Empire", "Vaclav Novy")],
    ),
    (
        """
        What's the best book you've read this year?
        Oh man. Probably The Covenant of Salt.
        Abraham Vergis wrote it, it's this giant multi generational thing.
        """,
        [("The Covenant of Salt", "Abraham Vergis")],
    ),
    (
        """
        If somebody wants to learn more about mushrooms, what should they read?
        Start with Entangled Roots by Merlin Shaw.
        It's the most readable thing on fungi that there is.
        """,
        [("Entangled Roots", "Merlin Shaw")],
    ),
    (
        """
        Any books that you keep coming back to?
        I reread Meditations every January.
        And Seneca's letters, of course.
        """,
        [("Meditations", "")],
    ),
    (
        """
        Before you go, can you give our listeners two or three books to read?
        Sure, I would recommend people read Station Nineteen, that's by Emily Mandle,
        and The Overgrowth by Richard Power,
        and Parable of the Grower by Octavia Butter.
        """,
        [
            ("Station Nineteen", "Emily Mandle"),
            ("The Overgrowth", "Richard Power"),
            ("Parable of the Grower", "Octavia Butter"),
        ],
    ),
    (
        """
        Rapid fire. Favorite book?
        East of Paradise, John Steinman.
        Favorite movie?
        The Godmother.
        """,
        [("East of Paradise", "John Steinman")],
    ),
    (
        """
        What's on your nightstand?
        Right now I'm reading The Wager of Winds by David Gram, and I'm halfway through Lonesome Pigeon.
        """,
        [("The Wager of Winds", "David Gram"), ("Lonesome Pigeon", "")],
    ),
    (
        """
        Which book influenced you most as a scientist?
        There's a book by Thomas Cune, The Structure of Scientific Evolutions, that I read when I was nineteen.
        It blew my mind.
        """,
        [("The Structure of Scientific Evolutions", "Thomas Cune")],
    ),
    (
        """
        Do you have a book recommendation for parents?
        I do. It's called Good Outside.
        It's by Dr. Becky Kenner, and my wife and I both read it twice.
        """,
        [("Good Outside", "Dr. Becky Kenner")],
    ),
    (
        """
        I want to ask you about books, which ones should our listeners pick up?
        Number one, Capital and Ideas.
        Number two, The Great Convergence by Richard Baldwin Hayes.
        And number three would be Trade Wars Are Class Wars, which I think is the best book on trade in a decade.
        """,
        [
            ("Capital and Ideas", ""),
            ("The Great Convergence", "Richard Baldwin Hayes"),
            ("Trade Wars Are Class Wars", ""),
        ],
    ),
    (
        """
        What would you recommend for people who want to understand Iran?
        I'd send them to All the Shah's Horses, Stephen Kinder's book.
        And then Persepolis Falling, which is a graphic novel.
        """,
        [("All the Shah's Horses", "Stephen Kinder"), ("Persepolis Falling", "")],
    ),
    (
        """
        Could you leave us with a few book recommendations?
        I could recommend The Prize of Oil, but everyone has read that, so I won't.
        Instead I'd go with Crude Nation by Raul Gallego.
        """,
        [("Crude Nation", "Raul Gallego")],
    ),
    (
        """
        As always, we end with book recommendations. What do you have for us?
        I've got one nonfiction and one fiction.
        The nonfiction is Invisible Ladies, that's Caroline Perrez, about data bias.
        The fiction is Klara and the Moon by Kazuo Ishikawa.
        """,
        [("Invisible Ladies", "Caroline Perrez"), ("Klara and the Moon", "Kazuo Ishikawa")],
    ),
    (
        """
        Is there a book you wish every senator would read?
        Yeah. Amusing Ourselves Awake.
        Neil Postmon.
        It's from the eighties and it's all in there.
        """,
        [("Amusing Ourselves Awake", "Neil Postmon")],
    ),
    (
        """
        What are you reading lately that's good?
        A friend gave me Braiding Sweetwater by Robin Wall Kimmel.
        I can't stop talking about it.
        """,
        [("Braiding Sweetwater", "Robin Wall Kimmel")],
    ),
    (
        """
        So tell us, what books shaped how you think about cities?
        Jane Jacob's Death and Life of Great Cities, naturally.
        And The High Cost of Free Lunch by Donald Shoop.
        """,
        [("Death and Life of Great Cities", "Jane Jacob"), ("The High Cost of Free Lunch", "Donald Shoop")],
    ),
]
# What recommends no book: films, podcasts, newspapers, people, firms.
OF_OTHER_THINGS = [
    """
    What's your favorite movie of all time?
    Probably The Seventh Seagull.
    And a podcast I love is Radio Attic.
    """,
    """
    What podcasts do you listen to?
    I listen to The Daily Bread and Hard Work, and I read The Economist.
    """,
    """
    What are three books you'd recommend?
    I'm going to pass on that one, I only listen to music.
    Lately a lot of Bill Evans and Keith Jarrell.
    """,
    """
    You write in your book, The Age of Steam, that rivers matter. Why?
    Because Boston and New York were built on them.
    The Erie Canal was the start of it.
    """,
    """
    What did you make of the Booker Prize this year?
    I thought Penguin Random House would win, and HarperCollins was a surprise.
    """,
    """
    Are there any TV shows that you'd recommend?
    Yes, Slow Donkeys on Apple TV, and Succession Planning on HBO.
    """,
    """
    Do you read a lot?
    Not as much as I'd like.
    I have two kids and I run a company, Blue River Robotics, in San Jose.
    """,
    """
    How should people follow your work?
    I'm at the University of Michigan, and I write for The Atlantic and Foreign Affairs.
    """,
    """
    What's your advice to young people?
    Work with people you admire.
    I worked for Warren Buffer and Charlie Mongol, and I learned more than at Harvard Business School.
    """,
    """
    What are some reading habits of yours?
    I read the New York Times and the Wall Street Journal before breakfast.
    """,
]


def episode(text: str, speakers: list[str] | None = None) -> Episode:
    rows = [*TALK, *(row.strip() for row in text.strip().splitlines())]
    named = ["", *[""] * (len(TALK) - 1), *(speakers or [""] * len(rows))]
    said = tuple(
        Line(at, row, speaker=name or None) for at, (row, name) in enumerate(zip(rows, named, strict=False), 1)
    )
    return Episode(Transcript(Path("talk.txt"), "0" * 64, Header(duration=600.0), said))


def recommended(talk: Episode) -> list[tuple[str, str]]:
    return [(one.title, one.author) for one in recommendations(talk) if one.status == "recommended"]


@pytest.mark.parametrize(("text", "wanted"), SPOKEN)
def test_titles_and_authors_as_heard(text: str, wanted: list[tuple[str, str]]) -> None:
    assert recommended(episode(text)) == wanted


@pytest.mark.parametrize("text", OF_OTHER_THINGS)
def test_other_things_are_no_books(text: str) -> None:
    assert recommended(episode(text)) == []


def test_answer_ends_where_other_things_are_asked_for() -> None:
    text = """
    What are two or three books that you recommend most?
    Setting the Chairs by Danny Meir.
    What's a favorite recent movie or TV show?
    I loved Slow Donkeys, and The Bear Hunt is a masterpiece.
    """
    assert recommended(episode(text)) == [("Setting the Chairs", "Danny Meir")]


def test_answer_ends_where_the_asker_goes_on() -> None:
    text = """
    What are two or three books that you recommend most?
    Setting the Chairs by Danny Meir.
    And how do you decide whom to hire when nobody has done the job before?
    I read resumes from Stanford Labs and then Blue River Robotics first.
    """
    talk = episode(text, ["Ann", "Bo", "Ann", "Bo"])
    assert recommended(talk) == [("Setting the Chairs", "Danny Meir")]


def test_question_that_is_only_told_of_is_none() -> None:
    text = """
    I always ask people, what book do you recommend most to others?
    We developed it at Harbor Ventures, and then Character grew out of that.
    """
    assert recommended(episode(text)) == []


def test_quoted_speech_is_no_title() -> None:
    text = """
    What are two books that you'd recommend?
    One is Leadership and Self Doubt, and it says, "Nobody can be a better version of you."
    """
    assert recommended(episode(text)) == [("Leadership and Self Doubt", "")]


def test_speakers_and_their_own_books_are_not_recommended() -> None:
    text = """
    What book should everybody read?
    I wrote a book called Quiet Equations, and I say in the book, Ann, that it is hard.
    """
    found = recommendations(episode(text, ["Ann", "Bo"]))
    assert [(one.title, one.status) for one in found] == [("Quiet Equations", "mentioned")]
