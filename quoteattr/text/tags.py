"""What kind of word is each token? One letter a token, from a word list and the neighbours on both sides.

The letters: N noun, E name, A adjective, R adverb, V finite verb, B base form of a verb, X form of *be*, *have* or *do*, G -ing form,
P participle, M modal, T *to*, C coordinating conjunction, D determiner, O possessive pronoun, U pronoun, W wh-word, Q number,
I preposition, S subordinating conjunction, Z possessive *'s*; and for punctuation: ``.`` sentence end, ``"`` quotation mark,
``,`` all other.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import log

from quoteattr.lexicons import lines_of, words_of

#: Score by kind of word: (kind, log-probability in hundredths).
Readings = tuple[tuple[str, int], ...]

MARKS = frozenset(("''", "``", *"\"“”„‟«»‹›'‘’‚‛`"))
DASHES = frozenset(("—", "–", "-", "--", "―"))
_SENTENCE_END = frozenset((".", "?", "!", "…"))
#: Small words inside names: "Michery el Soheil", "Ursula von der Leyen".
NAME_PARTICLES = frozenset("al el de del della der den van von bin ibn ben da dos du la le di y".split())
_CAUSING = frozenset(
    "help helps helped helping let lets make makes made making see sees saw seen seeing hear hears heard watch watched have had has "
    "do does did to will would can could may might should must cannot 'll ’ll 'd ’d not n't n’t rather than bid please".split()
)
_PAPERS = frozenset("report study letter lawsuit complaint memo statement poll survey article paper document email filing ad".split())
_LIMITS = frozenset(("least", "most"))
_NOT = frozenset(("not", "n't", "n’t"))
_DO = frozenset(("do", "does", "did"))
_LIKE_PRONOUNS = frozenset(("who", "us", "it"))
_NAME: Readings = (("E", 0),)
_NOUN: Readings = (("N", 0),)
#: An unknown word in -ed: "the storm **exacerbated** it".
_REGULAR_PAST: Readings = (("V", -70), ("P", -90), ("A", -180))
#: How often a word must be a past tense to be read as one where its clause has no other verb.
_OFTEN = -180
_NAMED = frozenset(("named", "called"))
_ARTICLES = frozenset(("a", "an"))
#: "a **second-year** guard", "a follow-up"
_COMPOUND: Readings = (("N", -60), ("A", -80))
_ADJECTIVE: Readings = (("A", 0),)
_ADVERB: Readings = (("R", 0),)
_NUMBER: Readings = (("Q", 0),)
_COMMA: Readings = ((",", 0),)
_CLITICS: dict[str, Readings] = {
    "s": (("Z", -10), ("X", -160)),
    "re": (("X", 0),),
    "ve": (("X", 0),),
    "m": (("X", 0),),
    "ll": (("M", 0),),
    "d": (("M", -50), ("X", -90)),
}
_MARK: Readings = (('"', 0),)
_END: Readings = ((".", 0),)
# Read as such whatever their neighbours are and however they are written.
_CLOSED = frozenset("DOUCTMXWSI")


class _Words:
    """The counted readings of words and endings, and how kinds of word follow one another."""

    def __init__(self) -> None:
        self.words = {word: _readings(counts) for word, counts in _rows("words.tsv")}
        self.words |= dict.fromkeys(("n't", "n’t", "n‘t"), _ADVERB)
        self.words["cannot"] = (("M", 0),)
        # too rare a verb for the counts: "the report states that"
        self.words["states"] = (("N", -5), ("V", -300))
        #: "co-founder", "paddler", whose endings could be a verb's
        self.roles = frozenset(words_of("roles.txt", section="role"))
        self.endings = {ending: _readings(counts) for ending, counts in _rows("endings.tsv")}
        self.left: dict[str, int] = {}
        self.right: dict[str, int] = {}
        for line in lines_of("tag_pairs.tsv"):
            side, first, second, score = line.split("\t")
            (self.left if side == "left" else self.right)[first + second] = int(score)

    def lower(self, word: str) -> Readings:
        """The readings of a word written small."""
        found = self.words.get(word)
        if found is None:
            if word in self.roles:
                return _NOUN
            if word.endswith("ed"):
                # "exacerbated", but "a **well-placed** source"
                return _ADJECTIVE if "-" in word else _REGULAR_PAST
            if "-" in word[1:-1]:
                return _COMPOUND
            found = self.endings.get(word[-3:]) or self.endings.get(word[-2:]) or _NOUN
        if found[0][0] == "E" or len(found) > 1:
            return tuple(r for r in found if r[0] != "E") or _NOUN
        return found


def _rows(name: str) -> list[tuple[str, str]]:
    rows = []
    for line in lines_of(name):
        word, counts = line.split("\t")
        rows.append((word, counts))
    return rows


def _readings(counts: str) -> Readings:
    return tuple((c[0], round(100 * log(int(c[1:]) / 100))) for c in counts.split())


@cache
def _loaded() -> _Words:
    return _Words()


@cache
def _readings_of_mark(token: str) -> Readings:
    if token in _SENTENCE_END or token.startswith(".."):
        return _END
    return _MARK if token in MARKS else _COMMA


def is_common_word(word: str) -> bool:
    """Is this word, whatever its letters' case, one that is seldom a name: "State", "Crooked"?"""
    found = _loaded().words.get(word.lower())
    return found is not None and all(kind != "E" for kind, _ in found)


def is_ever_common_word(word: str) -> bool:
    """Is this word, whatever its letters' case, one that is more than a name: "Education", "Treasury"?"""
    found = _loaded().words.get(word.lower())
    return found is not None and any(kind != "E" for kind, _ in found)


def is_mostly_common_word(word: str) -> bool:
    """Is this word, whatever its letters' case, one that is more often no name than one: "Point", but not "Facebook"?"""
    found = _loaded().words.get(word.lower())
    return found is not None and found[0][0] != "E"


def tag(tokens: Sequence[str], lower: Sequence[str], *, headline: bool = False) -> list[str]:
    """The kind of each token, one letter a token. In a headline capital letters say nothing.

    >>> words = "The spokesman told reports that claims that he reports are claims .".split()
    >>> "".join(tag(words, words))
    'ENVNSNSUVXN.'
    """
    lexicon = _loaded()
    words = lexicon.words
    small = lexicon.lower
    memo: dict[str, Readings] = {}
    options: list[Readings] = []
    initial = True
    for token, low in zip(tokens, lower, strict=True):
        first = token[0]
        if first.islower():
            found = memo.get(token)
            if found is None:
                found = memo[token] = small(low)
        elif not headline and len(token) > 1 and token.isupper() and low in _LIKE_PRONOUNS:
            # the WHO, the US, IT workers
            found = _NAME
        elif first.isupper():
            known = words.get(low)
            if known is None:
                # at the beginning of a sentence: "**Fishermen** said"
                found = _NOUN if initial and len(low) > 6 and low.endswith("men") else _NAME
            elif initial or headline or known[0][0] in _CLOSED:
                found = known
            else:
                found = _NAME
        elif first.isdigit() or (first in "$£€¥" and len(token) > 1):
            found = _NUMBER
        elif len(token) > 1 and low[1:] in _CLITICS:
            found = _CLITICS[low[1:]]
        else:
            found = _readings_of_mark(token) if len(token) < 4 else _NOUN
        initial = found is _END or ((initial or found is _MARK) and not first.isalnum())
        options.append(found)
    return _choose(options, lower, lexicon)


def _choose(options: Sequence[Readings], lower: Sequence[str], lexicon: _Words) -> list[str]:
    """Where a word has several readings, the one that agrees best with the word before and the word after."""
    left, right = lexicon.left, lexicon.right
    tags: list[str] = []
    lone: list[int] = []
    before = "."
    last = len(options) - 1
    for i, found in enumerate(options):
        low = lower[i]
        if before == "E" and i < last and lower[i] in NAME_PARTICLES and options[i + 1] is _NAME:
            kind = "E"
        elif len(found) == 1:
            kind = found[0][0]
        else:
            after = options[i + 1][0][0] if i < last else "."
            best = -10_000
            kind = ""
            for option, score in found:
                score += left[before + option] + right[option + after]
                if score > best:
                    best, kind = score, option
        if kind == "B" and (before in "NEU" or tags[-2:] == ["D", "P"]) and not any(lower[k] in _CAUSING for k in range(max(0, i - 6), i)):
            # "smugglers **dig** tunnels": a present tense, except behind "help", "let", "see" and the like
            kind = "V"
        elif kind == "N" and i and i < last and lower[i - 1] in _PAPERS and any(o == "V" for o, _ in found):
            # "the report **states** that", "..., the report **states**."
            closing = options[i + 1] is _END and i > 2 and lower[i - 3] in (",", '"', "”")
            kind = "V" if lower[i + 1] == "that" or options[i + 1] is _MARK or closing else kind
        elif kind == "N" and before in "NEU" and i < last and lower[i + 1] == "out" and any(o in "VB" for o, _ in found):
            # "leaders **point** out"
            kind = "V"
        elif kind == "N" and before in "NE" and i < last and lower[i + 1] == "that" and _agrees(lower[i - 1], lower[i], found):
            # "experts **note** that", "the campaign **projects** that"
            kind = "V"
        elif kind in "NV" and i > 1 and lower[i - 1] in _NOT and lower[i - 2] in _DO and any(o == "B" for o, _ in found):
            # "they did n't **report** it"
            kind = "B"
        elif kind == "N" and before == "E" and i < last and options[i + 1] is _END and any(o == "V" for o, _ in found):
            # "..., the Lakeport Tribune **reports**."
            name = len(tags)
            while name and tags[name - 1] in "ENA":
                name -= 1
            name -= name > 0 and tags[name - 1] == "D"
            kind = "V" if name > 0 and tags[name - 1] in ',"' else kind
        elif kind == "V" and before in "NE" and i < last and lower[i + 1] == "by" and any(o == "P" for o, _ in found):
            # "an expert **hired** by others"
            kind = "P"
        elif kind == "B" and before == "." and i + 1 < last and lower[i + 1] in lexicon.roles and options[i + 2] is _NAME:
            # "**Finance** chief Natasha Ortega"
            kind = "N"
        elif kind == "B" and before in '."' and i + 1 < last and lower[i + 1] in ("of", "for") and options[i + 2] is _NAME:
            # "**Transport** for London"
            kind = "N" if any(o == "N" for o, _ in found) else kind
        elif kind == "V" and low == "works" and i and lower[i - 1] == "public":
            kind = "N"
        elif (
            kind in "VB"
            and low in lexicon.roles
            and i < last
            and options[i + 1] is _NAME
            and (before in 'A,."' or (i and lower[i - 1] in lexicon.roles))
        ):
            # "sophomore **guard** Lena Marsh"; '"...," **witness** Lena Marsh said'
            kind = "N"
        elif low == "at" and i < last and lower[i + 1] in _LIMITS:
            # "**at** least one agency"
            kind = "R"
        elif low in _LIMITS and i and lower[i - 1] == "at":
            kind = "R"
        elif kind == "N" and before == "I" and len(tags) > 1 and tags[-2] == "D":
            # "an **inside** source": no preposition follows a determiner
            tags[-1] = "A"
        if (
            low in _NAMED
            and before == "N"
            and i < last
            and options[i + 1][0][0] == "E"
            and not _ARTICLES.isdisjoint(lower[max(0, i - 5) : i])
        ):
            # "a letter carrier **named** Bert Aldous"
            tags.append("P")
            before = "P"
            continue
        tags.append(kind)
        if kind == "P" and (before in "NEU" or (i and lower[i - 1] == ")")) and i < last and lower[i + 1] != "by":
            lone.append(i)
        if kind != "R":
            before = kind
    for i in lone:
        if any(option == "V" and score > _OFTEN for option, score in options[i]) and _is_only_verb(tags, i):
            # "the agency **paid** twice"
            tags[i] = "V"
    return tags


def _agrees(noun: str, word: str, found: Readings) -> bool:
    """May this word be the present tense of a verb whose subject is the noun before it?"""
    plural = noun.endswith("s") or noun in ("police", "people", "women", "men")
    return plural != word.endswith("s") and any(option in "VB" for option, _ in found)


def _is_only_verb(tags: Sequence[str], at: int) -> bool:
    """Has the clause that this word stands in no other finite verb?"""
    for step in (-1, 1):
        i = at + step
        while 0 <= i < len(tags) and tags[i] not in '.,"SWC':
            if tags[i] in "VXM":
                return False
            i += step
    return True
