"""What kinds of word may each token be, before its neighbours are looked at? From a counted word list, endings and letters.

The letters: N noun, E name, A adjective, R adverb, V finite verb, B base form of a verb, X form of *be*, *have* or *do*, G -ing form,
P participle, M modal, T *to*, C coordinating conjunction, D determiner, O possessive pronoun, U pronoun, W wh-word, Q number,
I preposition, S subordinating conjunction, Z possessive *'s*; and for punctuation: ``.`` sentence end, ``"`` quotation mark,
``,`` all other.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import cache
from math import log

import regex
from attrs import frozen

from quoteattr.lexicons import lines_of, words_of

MARKS = frozenset(("''", "``", "‘‘", "’’", "‘’", *"\"“”„‟«»‹›'‘’‚‛`"))
DASHES = frozenset(("—", "–", "-", "--", "―"))
_APOSTROPHES = frozenset(("'", "’"))
#: How many tokens may stand between the beginning of a paragraph and what stands behind its dateline.
_DATELINE = 10
#: "al-Assad", "d'Estaing", "kaZwelithini", "duPlessis"; "eBay"
_SMALL_NAME = regex.compile(
    r"ka\p{Lu}|\p{Ll}\p{Lu}\p{Ll}|(?:d[aeiu]|de[lnr]|dos|l[ae]|v[ao]n)\p{Lu}\p{Ll}|(?:a[dlrsz]|ash|[eu]l)-\p{Lu}|(?:d|dell|l)['’]\p{Lu}"
)
#: "D", "R-Clay"
_PARTY = regex.compile(r"[RDI](?:-\p{Lu}[\p{L}.]*)?$")
_SENTENCE_END = frozenset((".", "?", "!", "…"))
#: What a company is in law, which may stand behind a comma in its name: "Acme Foods, **Inc.**".
LEGAL_FORMS = frozenset("Inc. Inc L.L.C. LLC L.L.P. LLP L.P. LP Ltd. Ltd N.A. P.C. PLC PLLC S.A.".split())
_LIKE_PRONOUNS = frozenset(("who", "us", "it"))
#: What begins a sentence behind a letter with a full stop, which is an initial otherwise: "the vote on Proposition D. **He** said".
_SUBJECTS = frozenset("He It She The They We".split())
#: Kinds that a word is read as however it is written.
_CLOSED = frozenset("DOUCTMXWSI")
#: Whose something is, also in a name.
_OWNERS = frozenset("my our your".split())
#: Kinds of word that no cue has for its subject.
_NO_SUBJECT = frozenset("BVPARI")
_SAID = (["said"], ["says"])
_TOLD = (["said"], ["told"])
#: Nouns that say something without an article: "Management said".
_BARE = frozenset(
    "another boss coach command counsel defence defense dad evidence faculty gossip hubby intelligence labor labour law leadership legend "
    "management mom mother father mum nobody none one opposition prosecution research rumor rumour science scripture someone staff "
    "tradition word".split()
)
#: With what an aside on somebody begins.
_OPENS_ASIDE = frozenset(
    (
        "a also an at formerly from herself himself however in like meanwhile now of once one speaking still the then too who whom whose "
        "with"
    ).split()
)
#: The log-probability, in hundredths, of a kind that a word was not counted as but may be by its form.
_RARE = -400
#: ... of a kind that a word is in three of four cases, in one of six.
_MOSTLY = -29
_OFTEN = -179


@frozen(eq=False)
class Reading:
    """The kinds that a token may be, the likeliest first, with the log-probability of each in hundredths."""

    kinds: str
    scores: tuple[int, ...]

    @property
    def likeliest(self) -> str:
        """The kind that it is most often."""
        return self.kinds[0]


def _reading(counts: str) -> Reading:
    """From "N54 V46": a kind and in how many of a hundred cases."""
    pairs = counts.split()
    return Reading("".join(pair[0] for pair in pairs), tuple(round(100 * log(int(pair[1:]) / 100)) for pair in pairs))


NAME = Reading("E", (0,))
END = Reading(".", (0,))
_NOUN = Reading("N", (0,))
_ADJECTIVE = Reading("A", (0,))
_NUMBER = Reading("Q", (0,))
#: How the plurals of things end, and no surname.
_OF_THINGS = ("ances", "ences", "isms", "ities", "logies", "nesses", "ships", "sions", "tions")
#: How words end that stand without an article as no name for one does: "Hawkers", "Privacy".
_NOT_OF_ONE = ("cy", "ing", "ment", "ness", "s", "tion", "ty")
#: How much speaks for a kind that a word was never counted as.
_TOO = -200
_COMMA = Reading(",", (0,))
_MARK = Reading('"', (0,))
#: Words that the counts, made by a tagger, have otherwise.
_CERTAIN = {"n't": "R", "n’t": "R", "n‘t": "R", "cannot": "M", "both": "D", "many": "Q", "several": "Q", "aloud": "R"}
_CERTAIN |= dict.fromkeys("duopoly gadfly homily lily oligopoly panoply underbelly".split(), "N")
#: An unknown word in -ed: "the storm **exacerbated** it".
_REGULAR_PAST = Reading("VPA", (-70, -90, -180))
#: "reckons", of which only "reckon" was counted
_PRESENT = Reading("VN", (-20, -170))
#: "a **second-year** guard", "a follow-up"
_COMPOUND = Reading("NA", (-60, -80))
#: "a **well-placed** source", seldom "she **second-guessed** herself"
_COMPOUND_PAST = Reading("AV", (0, _RARE))
_CLITICS = {
    "s": Reading("ZX", (-10, -160)),
    "re": Reading("X", (0,)),
    "ve": Reading("X", (0,)),
    "m": Reading("X", (0,)),
    "ll": Reading("M", (0,)),
    "d": Reading("MX", (-50, -90)),
}


#: Nouns that are verbs too, too rarely for the counts: "the report states that".
_RARELY_VERBS = (
    "states borders issues details documents names questions contacts benefits rates contests bemoans cautions coos croons deadpans "
    "screams ventures"
).split()
#: Verbs that were never counted.
_UNCOUNTED = (
    "bawl bemoan croak croon decree decry deem drawl exclaim extol gasp growl harrumph holler laud malign murmur proclaim prophesy rant "
    "rasp sob squeal upbraid weep"
).split()


#: Nouns and adjectives that are verbs too, behind "to" for the most part: "urged them to **lodge** complaints".
_VERBS_TOO = (
    "fast-track flout foil greenlight grill groom helm jeer lodge maim mentor muzzle nab picket pilot query raid rout scam scar shun snub "
    "source stab stalk stun table torch trounce tutor unnerve voice"
).split()


class _Words:
    """The counted readings of words and endings."""

    def __init__(self) -> None:
        self.words = {word: _with_twin(word, _reading(counts)) for word, counts in _rows("words.tsv")}
        self.words |= {word: Reading(kind, (0,)) for word, kind in _CERTAIN.items()}
        self.words |= {word: Reading("NV", (-5, -300)) for word in _RARELY_VERBS}
        for word in _VERBS_TOO:
            self.words[word] = _with(self.words.get(word, _NOUN), "B")
        self.words |= dict.fromkeys(_UNCOUNTED, Reading("BVN", (-30, -140, -140)))
        # "**charging** documents"
        self.words["charging"] = _with(self.words["charging"], "A")
        # "An **affidavit** says", whose ending is an adjective's
        documents = {noun: self.words.get(noun, _NOUN) for noun in words_of("documents.txt")}
        self.words |= {noun: _with(counted, "N") for noun, counted in documents.items() if counted.likeliest not in _CLOSED}
        #: "co-founder", "paddler", whose endings could be a verb's
        self.roles = words_of("roles.txt", section="role")
        #: "Doctors", which are people too where a capital only opens a sentence
        groups = words_of("groups.txt")
        self.plurals = groups | {_plural(role) for role in self.roles}
        #: Who and what may say something without an article: "Resident Jo Lind", "Police said", "Management said"
        self.bare = self.roles | groups | words_of("organizations.txt", section="noun") | _BARE
        self.first_names = words_of("first_names.txt")
        self.endings = {ending: _reading(counts) for ending, counts in _rows("endings.tsv")}

    def small(self, word: str) -> Reading:
        """The reading of a word written small."""
        found = self.words.get(word)
        if found is None:
            if word in self.roles or (word in self.plurals and word[:-1] in self.roles):
                # "..., **researchers** in Dover said", whose ending may be a verb's
                return _NOUN
            if word.endswith("ed"):
                return _COMPOUND_PAST if "-" in word else _REGULAR_PAST
            if "-" in word[1:-1]:
                return _COMPOUND
            base = self.words.get(word[:-1]) if word[-1] == "s" else None
            if base is not None and base.likeliest in "BV":
                return _PRESENT
            found = self.endings.get(word[-3:]) or self.endings.get(word[-2:]) or _NOUN
        return _not_a_name(found) if "E" in found.kinds else found


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"


def _with_twin(word: str, counted: Reading) -> Reading:
    """A verb form that looks like one it was counted as: "urged" is past tense and participle, "rely" base form and present."""
    kinds = counted.kinds
    twin = ""
    if word.endswith("ed") and len(word) > 4 and ("P" in kinds) != ("V" in kinds):
        twin = "V" if "P" in kinds else "P"
    elif "B" in kinds and "V" not in kinds:
        twin = "V"
    return Reading(kinds + twin, (*counted.scores, _RARE)) if twin else counted


def _with(counted: Reading, kind: str) -> Reading:
    """A reading with one kind more, if it has not that already."""
    return counted if kind in counted.kinds else Reading(counted.kinds + kind, (*counted.scores, _TOO))


def _not_a_name(found: Reading) -> Reading:
    pairs = [pair for pair in zip(found.kinds, found.scores, strict=True) if pair[0] != "E"]
    return Reading("".join(kind for kind, _ in pairs), tuple(score for _, score in pairs)) if pairs else _NOUN


def _rows(name: str) -> Iterable[tuple[str, str]]:
    for line in lines_of(name):
        word, counts = line.split("\t")
        yield word, counts


@cache
def _loaded() -> _Words:
    return _Words()


@cache
def _reading_of_mark(token: str) -> Reading:
    if token in _SENTENCE_END or token.startswith(".."):
        return END
    return _MARK if token in MARKS else _COMMA


def _times_within(word: str, tokens: Sequence[str], opening: Container[int]) -> int:
    """How often does this word stand with its capital inside a sentence?"""
    places = (at for at, token in enumerate(tokens) if token == word and at > 0 and at not in opening)
    return sum(tokens[at - 1] not in _SENTENCE_END and tokens[at - 1] not in MARKS for at in places)


def readings(tokens: Sequence[str], lower: Sequence[str], opening: Container[int] = (0,), *, headline: bool = False) -> list[Reading]:
    """What each token may be; `opening` are those that begin a paragraph. In a headline capital letters say nothing.

    >>> [reading.kinds for reading in readings(["He", "reports", "Smith"], ["he", "reports", "smith"])]
    ['U', 'NV', 'E']
    """
    lexicon = _loaded()
    words = lexicon.words
    memo: dict[str, Reading] = {}
    #: Does a word with a capital stand without one as often elsewhere?
    small_too: dict[str, bool] = {}
    found: list[Reading] = []
    #: Names for the most part, whose capital says nothing where they stand.
    doubtful: list[int] = []
    #: "Will", "May", "Were"
    modal: list[int] = []
    #: "Banks", "Pound", "Young"
    common: list[int] = []
    initial = True
    for at, (token, low) in enumerate(zip(tokens, lower, strict=True)):
        first = token[0]
        behind_dateline = _begins_behind_dateline(tokens, at, opening)
        initial = initial or at in opening or begins_behind_letter(tokens, at) or behind_dateline
        if first.islower():
            reading = memo.get(token)
            if reading is None:
                reading = memo[token] = NAME if is_small_name(token) else lexicon.small(low)
            if low == "away" and lower[at - 1 : at] == ["the"]:
                # "the **away** side"
                reading = _ADJECTIVE
        elif not headline and len(token) > 1 and token.isupper() and low in _LIKE_PRONOUNS:
            # the WHO, the US, IT workers
            reading = NAME
        elif first.isupper() and _is_initial(token, tokens[at + 1 : at + 2]):
            # "A K Menon"
            reading = NAME
        elif first.isupper():
            known = words.get(low)
            if initial and low in lexicon.plurals and (known is None or known.likeliest == "E" or behind_dateline):
                # "**Doctors** warned of it"
                reading = _NOUN
                doubtful.append(at)
            elif known is None:
                # at the beginning of a sentence: "**Fishermen** said", "**Inventions** came to him"
                reading = _NOUN if initial and (low.endswith(_OF_THINGS) or (len(low) > 6 and low.endswith("men"))) else NAME
                if initial and low.endswith(_NOT_OF_ONE) and token not in small_too:
                    small_too[token] = 0 < tokens.count(low) >= _times_within(token, tokens, opening)
                if initial and small_too.get(token):
                    # "**Hawkers** in the town said", where "the hawkers' leader" stands elsewhere
                    reading = lexicon.small(low)
                elif initial and is_compound(token):
                    reading = _COMPOUND
                elif initial and low.startswith("un") and low.endswith(("ed", "able", "ible")):
                    # "**Undrafted** rookie Jo Lind said"
                    reading = _ADJECTIVE
            elif not (initial or headline) and (
                known.likeliest == "M" or (known.likeliest == "X" and found and tokens[at - 1] in lexicon.first_names)
            ):
                # "Ada **Will**", "in **May**", "Samuel **Were**"
                reading = NAME
            elif (
                low in _OWNERS
                and not (initial or headline)
                and at + 1 < len(tokens)
                and tokens[at - 1][0].isupper()
                and tokens[at + 1][0].isupper()
            ):
                # "campaign group Save **Our** Pier"
                reading = NAME
            elif initial or headline or known.likeliest in _CLOSED:
                reading = known
                if known.likeliest in "MX":
                    modal.append(at)
                if known.likeliest in "NVBA" and low not in lexicon.plurals:
                    common.append(at)
                if known.likeliest == "E":
                    doubtful.append(at)
                elif known.likeliest in _NO_SUBJECT and found and found[-1] is _MARK and lower[at + 1 : at + 2] in _SAID and low != "so":
                    # '"...," **Read** said'
                    reading = NAME
            else:
                reading = NAME
        elif first.isdigit() or (first in "$£€¥" and len(token) > 1):
            reading = _NUMBER
        elif len(token) > 1 and low[1:] in _CLITICS:
            reading = _CLITICS[low[1:]]
        elif token == "," and found and found[-1] is NAME and tokens[at + 1 : at + 2] != [] and tokens[at + 1] in LEGAL_FORMS:
            # "Acme Foods**,** Inc."
            reading = NAME
        elif token == "/" and found and found[-1].likeliest == "N":
            # "**writer/**director Natasha Ortega"
            reading = _NOUN
        else:
            reading = _reading_of_mark(token) if len(token) < 4 else _NOUN
        # 'Lauren "Bubba**"** Price'
        nicknamed = reading is _MARK and at > 2 and found[-1] is NAME is found[-3] and found[-2] is _MARK
        # "the Dover Nurses**'** Association"
        owned = reading is _MARK and token in _APOSTROPHES and at > 0 and found[-1] is NAME and lower[at - 1][-1] == "s"
        initial = reading is END or ((initial or reading is _MARK) and not first.isalnum() and not (nicknamed or owned))
        found.append(reading)
    names = {lower[at] for at, reading in enumerate(found) if reading is NAME}
    #: Without those that only begin a longer name: "the **Nurses** Association"
    alone = {lower[at] for at, reading in enumerate(found) if reading is NAME and found[at + 1 : at + 2] != [NAME]}
    for at in doubtful:
        named = lower[at] in (alone if lower[at] in lexicon.plurals else names)
        if named or (found[at] is not _NOUN and found[at].scores[0] >= _MOSTLY):
            # "**Sanders** agrees", where "Mr. Sanders" stands elsewhere
            found[at] = NAME
    if not headline:
        for at in common + modal:
            if tokens[at] in lexicon.first_names and found[at + 1 : at + 2] == [NAME] and _is_followed(at, found):
                # "**Dawn** Price fixes roads", "**Will** Young says"
                found[at] = NAME
    for at in modal:
        if lower[at] in names and at + 1 < len(found) and found[at + 1].likeliest in "VX":
            # "**Will** called it late", where "Ada Will" stands elsewhere
            found[at] = NAME
    for at in common:
        # "**Target** said sales fell": a common noun would have an article
        tells = lower[at + 1 : at + 2] in _TOLD and lower[at] not in lexicon.bare and not lower[at].endswith("s")
        # "**Moss** (R-Clay) said"
        seated = tokens[at + 1 : at + 2] == ["("] and tokens[at + 2 : at + 3] != [] and _PARTY.match(tokens[at + 2])
        if tells or seated:
            found[at] = NAME
    if common:
        surnames = {
            lower[at]
            for at in range(1, len(found))
            if found[at] is NAME is found[at - 1] and (lower[at - 1] not in words or tokens[at - 1] in lexicon.first_names)
        }
        for at in common:
            if lower[at] not in surnames or at + 1 >= len(found):
                continue
            age = lower[at + 1 : at + 4 : 2] == [",", ","] and found[at + 2] is _NUMBER
            aside = lower[at + 1] == "," and at + 2 < len(found) and (lower[at + 2] in _OPENS_ASIDE or _PARTY.match(tokens[at + 2]))
            behind = next((i for i in range(at + 1, len(found)) if found[i].likeliest != "R"), at)
            if age or aside or found[at + 1].likeliest in "VXZ" or "V" in found[behind].kinds[:2]:
                # "**Banks** wept", "**Page** once wrote", "**Pound**, 71, told", "**Park**, of Dover, ran",
                # where "Tia Banks" and "Nigel Pound" stand elsewhere
                found[at] = NAME
    return found


def begins_behind_letter(tokens: Sequence[str], at: int) -> bool:
    """Does a sentence begin here, behind a letter with a full stop: "moved to Building B. **She** said"?"""
    return tokens[at] in _SUBJECTS and at > 0 and len(tokens[at - 1]) == 2 and tokens[at - 1][1] == "." and tokens[at - 1][0].isupper()


def _begins_behind_dateline(tokens: Sequence[str], at: int, opening: Container[int]) -> bool:
    """Does an article begin here: "DOVER, Ohio (AP) — **Police** said", "DOVER — **Police** said"?"""
    if at < 2 or tokens[at - 1] not in DASHES:
        return False
    place = tokens[at - 2].isupper() and len(tokens[at - 2]) > 2
    near = range(at - _DATELINE, at - 2) if tokens[at - 2] == ")" else range(at - 3, at - 1) if place else range(0)
    return any(k in opening for k in near)


def is_small_name(token: str) -> bool:
    """Is it a name that begins with a small letter: "**al-Assad**", "**d'Estaing**", "**eBay**"?"""
    return _SMALL_NAME.match(token) is not None


def _is_initial(token: str, behind: Sequence[str]) -> bool:
    """Is it the first of two initials without full stops: "**A** K Menon"?"""
    return token == "A" and behind != [] and len(behind[0]) == 1 and behind[0].isupper()


def _is_followed(at: int, found: Sequence[Reading]) -> bool:
    """Is this word, with a name behind it, a name too: "**Will** Young says", but not "**Will** Young win?"?"""
    return found[at].likeliest != "M" or (at + 2 < len(found) and found[at + 2].likeliest in "VX" and "B" not in found[at + 2].kinds)


def is_compound(token: str) -> bool:
    """Is it two words of the language, of which only the first has a capital: "**Three-time** champion Jo Lind"?"""
    before, _, behind = token.partition("-")
    return behind != "" and behind == behind.lower() and is_mostly_common_word(before)


def is_common_word(word: str) -> bool:
    """Is this word, whatever its letters' case, one that is seldom a name: "State", "Crooked"?"""
    found = _loaded().words.get(word.lower())
    return found is not None and "E" not in found.kinds


def is_ever_common_word(word: str) -> bool:
    """Is this word, whatever its letters' case, one that is more than a name: "Education", "Treasury"?"""
    found = _loaded().words.get(word.lower())
    return found is not None and found.kinds != "E"


def is_proper_adjective(word: str) -> bool:
    """Is this word, whatever its letters' case, an adjective that has a capital everywhere: "Greek", "Catholic"?"""
    found = _loaded().words.get(word.lower())
    if found is None or "A" not in found.kinds:
        return False
    return word.endswith("ish") or ("E" in found.kinds and found.scores[found.kinds.index("E")] > _OFTEN)


def may_be_verb(word: str) -> bool:
    """May this word in -s be a verb: "leaks", "floods", but not "words"?"""
    words = _loaded().words
    return any(found is not None and not {"V", "B"}.isdisjoint(found.kinds) for found in (words.get(word), words.get(word[:-1])))


def is_mostly_common_word(word: str) -> bool:
    """Is this word, whatever its letters' case, one that is more often no name than one: "Point", but not "Facebook"?"""
    found = _loaded().words.get(word.lower())
    return found is not None and found.likeliest != "E"
