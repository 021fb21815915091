"""Whether somebody asks in another language than the rules read: English."""

from store.language.stopwords import STOP
from store.words import words

# Small words of other languages that English does not have, as folded ones.
_SMALL = """
aan ab aber al als anche ao as au auch auf aus aux avec bei bin bist ce ces cette che chi come como con cosa cual
cuando da dann dans das dass dat de degli dei del dela dele della delle dem den der des detto deze di dice dicen dich
dijo disse dit doch donc donde door dos dove du e een ein eine einen einer el ela ele ella elle elles ellos em en er
es essa esse est esta este esto et ete etre eu euch foi fur geen gesagt gezegd gibt gli ha habe haben hablan hanno
hast hay heeft het hij hoe ich ihm ihn ihr ik il ils im io isso ist ja je jetzt kan kann kein keine la las le les leur
lo los lui ma maar mais mas met mi mich mir mit muy na naar nach nas ne nel nella nicht niet no noch non nos nous nur
o oder of om omdat ook os ou over par para parla parle pas perche pero piu por porque pour pourquoi qu quand quando
que quel quelle quello quem questa questo qui quien quoi sa sagt sagte se sehr ses sich sie sin sind sobre son sono
sont su sul sulla sur sus te tiene tu uber uit uma un una und une uno uns van voce vom von voor vous waarom wann
wanneer war warum was wat we weil wenn wer werden wie wieder wij wird wo wordt wurde y ya ze zegt zei zijn zu zum zur
"""
_FOREIGN = (
    frozenset(_SMALL.split())
    - STOP
    - {"do", "no", "son", "war", "dice", "also", "come", "den", "dem", "hat", "we", "of"}
)
# Of two words that English lacks, and at least as many as it has, a language can be told.
_ENOUGH = 2
_LATIN = 0x250


def is_foreign(text: str) -> bool:
    """Tell whether a text is in another language or script."""
    letters = [letter for letter in text if letter.isalpha()]
    if letters and sum(ord(letter) >= _LATIN for letter in letters) > len(letters) / 2:
        return True
    said = [word.plain for word in words(text)]
    foreign = sum(word in _FOREIGN for word in said)
    return foreign >= _ENOUGH and foreign >= sum(word in STOP for word in said)
