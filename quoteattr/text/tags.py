"""What kind of word is each token? One letter a token, those of `quoteattr.text.readings`.

Where a token may be several kinds, what stands around it decides, by counted weights: `features` names what is looked at,
``tag_weights.tsv`` has what each speaks for. The weights were learned by ``benchmarks/train_tags.py`` (an averaged perceptron,
M. Collins, 2002, "Discriminative training methods for hidden Markov models", EMNLP).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from math import inf

from quoteattr.lexicons import sections_of, words_of
from quoteattr.text.readings import DASHES, NAME, Reading, readings

#: The tags of finite verbs.
FINITE = frozenset("VXM")
#: Of what somebody is accused.
_CRIMES = frozenset("arson assault bribery corruption fraud manslaughter murder rape robbery stabbing terror theft".split())
#: What stands around an aside or an apposition.
PAUSES = DASHES | {","}
#: Small words inside names: "Michery el Soheil", "Ursula von der Leyen".
NAME_PARTICLES = frozenset(
    (
        "af al ap arap av ben bin bint binti da dalla de degli del dela della dello delos den der di dos du el ibn la le ole ould ter ul "
        "ur van von y zu zum zur"
    ).split()
)
#: Those with which a surname may begin by itself, and the tags behind which they are common nouns.
_OPENING_PARTICLES = frozenset("al bin da de del dela della delos den di du ibn van von".split())
_OWNING = (["A"], ["D"], ["O"], ["Q"], ["Z"])
#: What no clause goes on behind, as far as finding its verb goes.
_CLAUSE_ENDS = frozenset('.,"SWC')
_DO = frozenset(("do", "does", "did"))
_ASKING = _DO | frozenset("will would can could should may might must".split())
#: How many tokens away the rules look for the rest of a sentence, so that their time is linear in any text.
_REACH = 60
#: What was done with an interview or a statement in which something is said.
_MADE_PUBLIC = frozenset("aired broadcast filed issued posted published recorded released sent shared streamed taped televised".split())
#: With what it is told by how much: "dropped by **a third**".
_FRACTIONS = frozenset("about almost half more nearly quarter third up".split())
_ARTICLES = frozenset(("a", "an"))
_PLURALS = frozenset(("people", "police", "men", "women"))

#: The plainest verbs of saying.
_SAYS = frozenset("said says say".split())
#: What a shop or hospital with a possessive does: "Wexler's **said**".
_SAID = frozenset("said says announced reported told declined".split())
#: Behind which a clause stands without an addressee.
_CLAIMED = frozenset("added adds argued argues believes claimed claims insisted insists said says".split())
#: What is done with a clause behind it, as often as it is a noun of many.
_FORESEEING = frozenset("claims estimates forecasts projects reports".split())
#: What stands for several by itself.
_MANY = frozenset("all both few many most others several some".split())
#: What a body does with a month behind it: "the city **reported** in May".
_TOLD = frozenset(
    (
        "acknowledged admitted announced argued claimed complained conceded concluded confirmed disclosed explained insisted maintained "
        "noted predicted report reported reports revealed stated warned"
    ).split()
)
_BODIES = words_of("organizations.txt", section="noun")
#: The last words of the names of bodies.
_LAST_WORDS_OF_BODIES = frozenset(word.lower() for word in words_of("organizations.txt", section="name"))
_ROLES = words_of("roles.txt", section="role")
_DOCUMENTS = words_of("documents.txt")
_POSITIONS = words_of("roles.txt", section="position")
_TITLES = frozenset(word.lower() for word in words_of("roles.txt", section="capitalised"))
#: Nouns that researchers and doctors tell something with.
_REPORT = frozenset(("note", "report"))
#: What stands before the position of a player, and may be a verb.
_SIDES = frozenset("defensive left offensive right running starting tight".split())
#: What somebody does to whoever says something: "**heard** a man shout".
_HEARING = frozenset("hear heard hears overheard".split())
#: What somebody does who calls something so.
_CALLED = frozenset(
    "billed blasted branded called criticized decried deemed denounced derided described dismissed dubbed hailed labeled mocked praised "
    "slammed termed".split()
)
#: What happens to nothing else, and is done to nobody.
_INTRANSITIVE = frozenset(
    (
        "apologized appeared arrived complained cried died disappeared emerged erupted graduated happened laughed nodded occurred remained "
        "resigned responded shrugged smiled testified vanished wept"
    ).split()
)
#: Behind which a clause tells when.
_WHEN = frozenset(("after", "before", "until"))
#: What opens a clause of time or reason, and one that is set against the one before.
_TIME_OPENERS = frozenset("after as because before once since when while".split())
_OPENS_TIME_CLAUSE = _TIME_OPENERS | _WHEN
_CONTRASTS = frozenset(("although", "and", "but", "though"))
#: What tells how exact the number behind it is, and what stands for a number: "**over** half".
_BEFORE_NUMBER = frozenset("as at of over than to under".split())
_SHARES = frozenset("half least most".split())
#: What ties two nouns to one subject: "half **of** the", "its share **in** its".
_TIED = (["of", "the"], ["of", "its"], ["in", "its"], ["of", "their"], ["in", "their"])

#: What the choice looks at, in the order of `features`.
FEATURES = (
    "two before",
    "two after",
    "before, word",
    "word, after",
    "word before",
    "word after",
    "before, verbs",
    "before, verbs, after",
    "before, ending",
    "ending, after",
    "word before, word",
    "word, word after",
    "before, role, after",
    "before, number, verbs",
)
#: Whether the clause has a finite verb before a token, and behind it.
_VERBS = {(False, False): "-", (True, False): "b", (False, True): "a", (True, True): "ba"}

#: The weights of the kinds, in hundredths, by what is seen.
Table = dict[str, dict[str, int]]
#: Told of a choice: the token, what was looked at, the kind chosen.
Learn = Callable[[int, tuple[str, ...], str], None]
#: Asked of a token: its place, what it may be, the words, the kinds chosen.
Rule = Callable[[int, str, Sequence[str], Sequence[str]], str]


def features(at: int, lower: Sequence[str], found: Sequence[Reading], tags: Sequence[str], verbs: str) -> tuple[str, ...]:
    """What the choice for this token looks at: the kinds chosen before it, the kinds that the tokens behind it may be, the words.

    `verbs` tells whether the clause has a finite verb before the token and whether it surely has one behind it: "-", "b", "a" or "ba".
    """
    word, before = lower[at], tags[-1] if tags else "."
    earlier = tags[-2] if len(tags) > 1 else "."
    after = found[at + 1].kinds[:2] if at + 1 < len(found) else "."
    later = found[at + 2].kinds[:2] if at + 2 < len(found) else "."
    left = lower[at - 1] if at else ""
    right = lower[at + 1] if at + 1 < len(lower) else ""
    return (
        earlier + before,
        f"{after} {later}",
        f"{before} {word}",
        f"{word} {after}",
        left,
        right,
        f"{before} {verbs}",
        f"{_not_adverb(tags)} {verbs} {after}",
        f"{before} {word[-3:]}",
        f"{word[-3:]} {after}",
        f"{left} {word}",
        f"{word} {right}",
        f"{before} {word in _ROLES} {after}",
        f"{before} {_is_plural(left)} {word[-1] == 's'} {verbs}",
    )


@cache
def _tables() -> tuple[Table, ...]:
    """The weights by feature, value and kind, in hundredths."""
    sections = sections_of("tag_weights.tsv")
    rows = ((line.split("\t") for line in sections[feature]) for feature in FEATURES)
    return tuple({value: {w[0]: int(w[1:]) for w in weights.split()} for weights, value in pairs} for pairs in rows)


def tag(tokens: Sequence[str], lower: Sequence[str], paragraphs: Sequence[tuple[int, int]] = (), *, headline: bool = False) -> list[str]:
    """The kind of each token, one letter a token. In a headline capital letters say nothing.

    `paragraphs` are the ranges of tokens that are read by themselves, one after the other; without them all is one.

    >>> words = "she reports that reports of a fire are false .".split()
    >>> "".join(tag(words, words))
    'UVSNIDNXA.'
    """
    paragraphs = paragraphs or [(0, len(tokens))]
    found = readings(tokens, lower, {first for first, _ in paragraphs}, headline=headline)
    tags: list[str] = []
    for _, last in paragraphs:
        # 'The department notes:' and the quotation in the next paragraph are one sentence
        if lower[last - 1 : last] != [":"] or last == len(lower):
            tags += _read_together(lower[len(tags) : last], found[len(tags) : last])
    return tags


def _read_together(lower: Sequence[str], found: Sequence[Reading]) -> list[str]:
    tags = choose(lower, found, _tables())
    open_choices = [at for at, reading in enumerate(found) if len(reading.kinds) > 1]
    for rule, chosen in _RULES:
        for at in open_choices:
            if tags[at] in chosen:
                tags[at] = rule(at, found[at].kinds, lower, tags) or tags[at]
    return tags


# -- what the weights cannot know: rules for a word that may be several kinds. Each is asked where the kind that was chosen is one of
# those beside it in `_RULES`, and gives the kind that it must be, or "". --


def _closing_verb(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "..., the complaint **states**."; '"...," a voice in the ad **states**.'; '"...," the Saudis **state** in the paper.'

    "..., researchers **report** in Nature", "..., Ortega and her colleagues **report** Monday"
    """
    behind = "".join(tags[at + 1 : at + 2])
    if (
        "V" in kinds
        and lower[at] in _REPORT
        and lower[at - 1 : at] != ["police"]
        and behind != ""
        and (behind in "IRED" or lower[at + 1] == "today")
    ):
        first = _run_start(at, tags, "NAO")
        joined = first > 1 and lower[first - 1] == "and" and tags[first - 2] == "E"
        first = _run_start(first - 1, tags, "E") if joined else first - (first > 0 and tags[first - 1] == "D")
        tells = tags[at - 1] == "N" and _is_plural(lower[at - 1]) and first > 0 and tags[first - 1] in ',"'
        return "V" if tells and not any(kind in "VXM" for kind in _rest(at, tags)) else ""
    if "V" not in kinds or behind not in (".", "I"):
        return ""
    if behind == "." and at > 1 and tags[at - 1] == '"' and lower[at - 2] == ",":
        # 'Ortega, calling it "late," **left**.'
        return "V"
    if behind == "." and at > 1 and lower[at - 1] == ",":
        # '"...," the statement, seen by the Courier, **read**.'
        comma = next((i for i in range(at - 2, max(0, at - _REACH), -1) if tags[i] in ",."), 0)
        phrase = _run_start(comma, tags, "DOANEZ")
        return "V" if lower[comma] == "," and lower[comma - 1] in _DOCUMENTS and 0 < phrase < comma and tags[phrase - 1] == '"' else ""
    first = _run_start(at, tags, "NEAZ")
    named = first < at and (lower[at] == "read" or _is_plural(lower[at - 1]) != lower[at].endswith("s"))
    first -= first > 0 and tags[first - 1] in "DO"
    if behind == "." and named and first and tags[first - 1] in ',"':
        return "V"
    # what is tied to its subject
    tied = _run_start(at, tags, "NEADI")
    apart = tags[tied - 1] == '"' and lower[tied - 2] in (",", "?", "!") if tied > 1 else False
    # "..., a letter to parents **claims**."
    apart = apart or (behind == "." and tied > 0 and tags[tied - 1] == "," and _heads_document(tied, first, lower, tags))
    agrees = lower[at].endswith("s") if tied < first else named and tied < at
    return "V" if apart and agrees and tags[tied] in "DE" and not any(kind in "VXM" for kind in _rest(at, tags)) else ""


def _heads_document(first: int, end: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Is what the words from the first on are about a document: "**a letter** to parents"?"""
    tie = next((i for i in range(first, end) if tags[i] == "I"), end)
    return first < tie < end and lower[tie - 1] in _DOCUMENTS


def _run_start(at: int, tags: Sequence[str], kinds: str) -> int:
    """Where the run of words of these kinds begins that ends before a token; the token if there is none."""
    first, limit = at, max(0, at - _REACH)
    while first > limit and tags[first - 1] in kinds:
        first -= 1
    return first


def _rest(at: int, tags: Sequence[str], stops: str = '.,"') -> Sequence[str]:
    """The kinds of the words behind a token in its sentence, up to its first comma, or another stop."""
    end = next((i for i in range(at + 1, min(len(tags), at + _REACH)) if tags[i] in stops), at + 1)
    return tags[at + 1 : end]


def _cue_verb(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Officials at the depot **estimate** that ..."; 'The department **notes**, "..."'; 'A banner **read** "Go"'"""
    if lower[at] == "read" and tags[at + 1 : at + 2] == ['"']:
        return "V"
    that = lower[at + 1 : at + 2] == ["that"] or list(tags[at + 1 : at + 3]) == [",", '"']
    if tags[at - 1 : at] == ["Q"] and tags[at - 2 : at - 1] in (["N"], ["E"]) and that and "V" in kinds:
        # "Article 9 **affirms**:"
        return "V"
    if not that or not ("V" in kinds or "B" in kinds):
        return ""
    limit = max(0, at - _REACH)
    if lower[at - 1] in PAUSES:
        # "The lawsuit — filed in May — **claims** that"; "Ortega, who lives nearby, **cautions** that"
        first = next((i for i in range(at - 2, limit, -1) if lower[i] == lower[at - 1]), 0)
        head = first - 1
    else:
        head, first = at - 1, at
        while first > limit and tags[first - 1] in "NEADOI":
            first -= 1
            if tags[first] == "I" and first and tags[first - 1] in "NE":
                head = first - 1
            elif tags[first] == "I" and first > 1 and tags[first - 1] == "P" and tags[first - 2] in "NE":
                # "Records reviewed by the Courier **show** that"
                first -= 1
                head = first - 1
    if head < 0 or (tags[head] not in "NE" and lower[head] not in _DOCUMENTS):
        return ""
    sentence = next((i for i in range(first - 1, limit, -1) if tags[i] == "."), limit - 1)
    alone = not any(kind in "VXM" for kind in tags[sentence + 1 : first])
    return "V" if alone and _is_plural(lower[head]) != lower[at].endswith("s") else ""


def _document(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "The **filing** claims it was late" """
    return "N" if "N" in kinds and tags[at - 1 : at] in (["D"], ["O"]) and lower[at] in _DOCUMENTS else ""


def _field(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "the head of financial **reporting** Natasha Ortega said", "head of **planning** at the council" """
    first = _run_start(at, tags, "AN")
    office = first > 1 and lower[first - 1] == "of" and lower[first - 2] in _ROLES
    return "N" if office and "N" in kinds and "".join(tags[at + 1 : at + 2]) in "EI,.VXC" else ""


def _inverted_cue(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """'"...," **read** the email.'; '"...," **say** officials.'"""
    inverted = "V" in kinds and at > 1 and tags[at - 1] == '"' and lower[at - 2] == ","
    return "V" if inverted and tags[at + 1 : at + 2] != [] and tags[at + 1] in "DENAUOQ" else ""


def _saying(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """'They heard Ortega **shouting**, "Get out!"'; 'They heard Ortega **shout** "Get out!"'"""
    kind = "G" if lower[at].endswith("ing") else "B"
    if kind not in kinds or "".join(tags[at + 1 : at + 3]).lstrip(",")[:1] != '"':
        return ""
    first = _run_start(at, tags, "DOANEU")
    # but not 'told **the hearing**: "No."'
    seen = 0 < first < at and tags[at - 1] != "D" and tags[first - 1] == "V" and (kind == "G" or lower[first - 1] in _HEARING)
    return kind if seen else ""


def _owner(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "the state ethics **commission**'s chairman" """
    return "N" if "N" in kinds and tags[at + 1 : at + 2] == ["Z"] else ""


def _owner_alone(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "a doctor at **St. Brendan's**, said": no verb ends before a mark; "**Wexler's** said it would close", which is a shop.

    "told **Wexler's** the road was shut"
    """
    says = tags[at - 1 : at] == ["E"] and ((lower[at + 1 : at + 2] != [] and lower[at + 1] in _SAID) or lower[at - 2 : at - 1] == ["told"])
    return "Z" if "Z" in kinds and (says or tags[at + 1 : at + 2] in ([","], ["."], ['"'])) else ""


def _shop_reports(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Wexler's **reports** that sales fell", but not "Ortega's reports that sales fell are late", which has a verb more."""
    owner = at > 1 and lower[at].endswith("s") and tags[at - 1] == "Z" and tags[at - 2] == "E" and lower[at + 1 : at + 2] == ["that"]
    if not owner or "V" not in kinds:
        return ""
    opens = _run_start(at - 1, tags, "E")
    behind = _rest(at, tags)
    return "V" if (opens == 0 or tags[opens - 1] in '."') and sum(kind in "VXM" for kind in behind) == 1 else ""


def _head_noun(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "an **official** there"; "an **independent** from Maine"; "a new **pump**; ..."; "the team's operations **lead**, ..." """
    if tags[at + 1 : at + 2] in (["N"], ["E"], ["A"], ["Q"]):
        return ""
    if lower[at] in _ROLES and (tags[at] == "A" or (tags[at + 1 : at + 2] == [","] and tags[at - 1 : at] in (["N"], ["Z"], ["A"]))):
        return "N"
    first = _run_start(at, tags, "A")
    article = first > 0 and lower[first - 1] in _ARTICLES
    return "N" if article and (tags[at] != "A" or tags[at + 1 : at + 2] in (["I"], ["V"], ["X"], ["M"], ["R"])) else ""


def _modifier(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "the owner and **head** baker"; "**Finance** chief Natasha Ortega"; '"...," **witness** Ray Lund said'; "**Senior** Ray Lund said"

    "said resident and **retired** chemist Ray Lund"; "said **injured** driver Ray Lund"; "Ortega, **lead** author of it, said"
    """
    before = tags[at - 1] if at else "."
    behind = "".join(tags[at + 1 : at + 3])
    if lower[at] == "acting" and behind == "EE" and (lower[at + 1] in _TITLES or before in ',."'):
        # "**Acting** Mayor Ray Lund said", "**Acting** U.S. Attorney Ray Lund said"
        return "A"
    if lower[at] == "retired" and behind[:1] in ("N", "E", "A") and before in '",.CDO':
        # '"...," **retired** Air Force general Ray Lund said'
        return "A"
    if lower[at] == "registered" and lower[at + 1 : at + 2] == ["voters"] and before not in "UX":
        # "most Democratic **registered** voters say"
        return "A"
    if tags[at] == "G" and before in ',."' and behind == "NV" and lower[at + 1] in _DOCUMENTS and _is_plural(lower[at + 1]):
        # "He left, **charging** documents said"
        return "A"
    role = lower[at + 1 : at + 2] != [] and lower[at + 1] in _ROLES
    if role and tags[at] in "PG" and behind == "NE" and lower[at - 1 : at] in (["said"], ["says"]):
        return "A"
    if role and lower[at] in ("head", "lead") and before == "," and "".join(tags[at + 2 : at + 3]) in (",", "I"):
        return "A"
    if role and lower[at] == "head" and tags[at] == "V" and before == "E" and behind == "N,":
        # "the FC Ober **head** coach, Ray Lund, said"
        return "N"
    role_and = at > 1 and before == "C" and tags[at - 2] == "N" and lower[at - 2] in _ROLES
    if tags[at] in "VP" and role_and and behind == "NE" and role:
        return "A"
    if tags[at] in "VB" and "N" in kinds:
        if behind[:1] == "N" and role:
            return "N" if role_and or behind == "NE" else ""
        if behind == "EE" and lower[at + 1] in _TITLES and before in ',."':
            # '"We see it," **Fire** Capt. Ray Lund said'
            return "N"
        # '"...," said **advocate** Ray Lund'
        inverted = at > 1 and lower[at - 1] in _SAYS and tags[at - 2] in '",'
        return "N" if behind[:1] == "E" and lower[at] in _ROLES and (before in 'A,."' or lower[at - 1] in _ROLES or inverted) else ""
    return "A" if tags[at] == "E" and "A" in kinds and before == "." and behind == "EE" and lower[at] in _ROLES else ""


def _accused(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Murder **accused** Ray Lund said", "on behalf of **accused** Ray Lund": who somebody is in court, and no verb."""
    named = lower[at] == "accused" and tags[at + 1 : at + 3] == ["E", "E"] and at > 0
    return "N" if named and (lower[at - 1] in _CRIMES or tags[at - 1] == "I") else ""


#: How many words a player's position has at most, with the team and the age: "the **20-year-old Red Sox second baseman**".
_LONGEST_POSITION = 5


def _player(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "said Utah **forward** Ray Lund"; "said **left** tackle Ray Lund"; "said **running** back Ray Lund" """
    if lower[at] in _POSITIONS:
        return "N" if _is_position(at, lower, tags) or _is_speaking_player(at, lower, tags) else ""
    if tags[at] == "E" or at + 1 == len(lower) or lower[at + 1] not in _POSITIONS:
        return ""
    opens = at == 0 or tags[at - 1] in ',."' or lower[at - 1] in _SAYS
    return "A" if opens and _is_position(at + 1, lower, tags) else ""


def _is_speaking_player(at: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """ "the Dover **forward** said", "said the small **forward**.", "the running **back** told reporters" """
    first = at - 1
    while first > 0 and at - first < _LONGEST_POSITION and (tags[first] in "EQAN" or lower[first] == "running"):
        first -= 1
    if lower[first : first + 1] != ["the"] or first == at:
        return False
    saying = lower[at + 1 : at + 2] in (["added"], ["said"], ["says"], ["told"])
    return saying or (first > 0 and lower[first - 1] in _SAYS and tags[at + 1 : at + 2] in ([], ["."], [","], ["I"], ["W"]))


def _is_position(at: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does the position of a player stand between what says more of it and a name?"""
    return at > 0 and list(tags[at + 1 : at + 3]) == ["E", "E"] and (tags[at - 1] in "ENA" or lower[at - 1] in _SIDES)


def _behind_article(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "told a **packed** Parliament": no finite verb stands behind an article; "Ortega on the **verdict**: ..." """
    if lower[at - 1 : at] not in (["a"], ["an"], ["the"]):
        return ""
    if tags[at + 1 : at + 2] in (["N"], ["E"], ["A"]):
        return next((kind for kind in "APN" if kind in kinds), "")
    return "N" if "N" in kinds and lower[at + 1 : at + 2] in ([":"], ["("], [","]) else ""


def _closing_noun(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """'Ortega, on the courthouse **steps**: "No."', but not 'A sign on the door **reads**: "Go home."'"""
    if "N" not in kinds or lower[at + 1 : at + 2] != [":"] or lower[at] in ("read", "reads"):
        return ""
    first = _run_start(at, tags, "DOANEZ")
    return "N" if first < at and tags[first - 1 : first] == ["I"] else ""


def _share_of_people(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "found 71% **argue** with their kids" """
    return "V" if "V" in kinds and tags[at - 1 : at] == ["Q"] and lower[at - 1].endswith("%") else ""


def _plural_subject(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Russia, **diplomats** said, ...": of two words that could be verbs the first is the subject of the second."""
    both = tags[at + 1 : at + 2] == ["V"] and "N" in kinds
    # "**Public works** says it is late"
    after_noun = tags[at - 1 : at] == ["N"] and lower[at - 1 : at + 1] != ["public", "works"]
    return "N" if both and lower[at].endswith("s") and not after_noun else ""


def _question_verb(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Does Imogen Vale **worry**?" """
    if "B" not in kinds or tags[at - 1 : at] not in (["N"], ["E"], ["U"]):
        return ""
    first = _run_start(at, tags, "DOANEUZ")
    opens = first == 1 or (first > 1 and tags[first - 2] in '."')
    return "B" if opens and lower[first - 1] in _ASKING else ""


def _verb_of_whose(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Ortega, whose property **borders** the site, said": a clause has a verb."""
    if "V" not in kinds or tags[at - 1 : at] not in (["N"], ["E"]):
        return ""
    first = _run_start(at, tags, "NEA")
    if lower[first - 1 : first] != ["whose"]:
        return ""
    end = next((i for i in range(at + 1, min(at + _REACH, len(tags))) if tags[i] in ",.VXM"), len(tags))
    return "V" if tags[end : end + 1] == [","] else ""


def _verb_of_relative(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "the bulbs, which **sprout** in May", "the dog that **bit** Lind", but not "the bulbs which experts dug up" """
    if "V" not in kinds or at < 2 or tags[at + 1 : at + 2] == []:
        return ""
    if tags[at + 1] == "V" and tags[at - 1] == "E":
        # "the dog that Lind **bit** said"
        first = _run_start(at, tags, "E")
        return "V" if lower[first - 1] in ("that", "which", "whom", "where") and tags[first - 1] in "WS" else ""
    relative = lower[at - 1] in ("which", "who") or (lower[at - 1] == "that" and tags[at - 1] == "W")
    return (
        "V"
        if relative and tags[at - 2] in "NE," and tags[at + 1] not in "VXMN" and (tags[at + 1] != "E" or not _is_plural(lower[at]))
        else ""
    )


def _near(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "twelve people **near** Dover" """
    return "I" if "I" in kinds and lower[at] == "near" and tags[at + 1 : at + 2] in (["E"], ["D"]) and at and tags[at - 1] in "NEP" else ""


def _before_relative(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "the **fire** that killed two", "the ferry **blaze** that", but not "the latest polls **show** that has changed" """
    if "N" not in kinds or lower[at + 1 : at + 2] != ["that"] or tags[at + 1] != "W":
        return ""
    first = _run_start(at, tags, "NA")
    noun = (
        first
        and tags[first - 1] in "DO"
        and (first == at or tags[at - 1] == "A" or not (_is_plural(lower[at - 1]) or lower[at][-1] == "s"))
    )
    return "N" if noun else ""


def _behind_relative(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "said the bridge, which opened in 1931, **needs** repairs", but not "the bridge, which opened in 1931, records show" """
    comma = _relative_before(at, lower, tags)
    closed = comma < at and lower[at - 1] == ","
    if not closed or "V" not in kinds or tags[at + 1 : at + 2] == [] or tags[at + 1] in "VXM" or tags[comma - 1] not in "NE":
        return ""
    agrees = _is_plural(lower[comma - 1]) != lower[at].endswith("s")
    return "V" if agrees and any(kind in "VXM" for kind in tags[comma:at]) else ""


def _contact_verb(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """'a move local leaders **denounced** as "reckless"', 'a step the mayor **called** "bold"': who did so stands before it."""
    if "V" not in kinds or lower[at] not in _CALLED:
        return ""
    if lower[at - 1] == "," and _is_whose_words(at, lower, tags):
        return "V"
    if tags[at - 1] not in "NE":
        return ""
    first = _run_start(at, tags, "NAE")
    determined = first - (first > 0 and tags[first - 1] in "DQO")
    if determined > 1 and lower[determined - 1] in ("that", "which", "what", "whom") and tags[determined - 2] not in "VX":
        # 'a spill that one engineer **called** "a gift"'
        return "V"
    if first > 1 and lower[first - 1] == "the" and tags[first - 2] == "N":
        return "V"
    several = _is_plural(lower[at - 1]) or tags[at - 1] == "E"
    return "V" if several and first and lower[first - 1] in _ARTICLES and "N" in tags[first : at - 1] else ""


def _is_whose_words(at: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does an aside end here that stands behind who "what" is said by: "in what Lind, a friend, **called** a mess"?"""
    comma = next((i for i in range(at - 2, max(0, at - _REACH), -1) if lower[i] == "," or tags[i] in '."'), 0)
    first = _run_start(comma, tags, "NEA")
    return 0 < first < comma and lower[comma] == "," and lower[first - 1] == "what"


def _reduced_relative(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "A banner **unfurled** at the whistle read ..."; "officials **involved** in the talks said": the main verb comes later."""
    if "P" not in kinds or tags[at - 1 : at] not in (["N"], ["E"]):
        return ""
    article = _run_start(at, tags, "AN") - 1
    if (
        lower[at] in _MADE_PUBLIC
        and article > 1
        and tags[article - 1 : article + 1] == ["I", "D"]
        and "V" in tags[max(0, at - _REACH) : at]
    ):
        # "told the Courier in an interview **aired** Sunday that"
        return "P"
    if tags[at + 1 : at + 2] != ["I"]:
        return ""
    if tags[at - 1] == "E":
        return "P" if _is_apposed(at, lower, tags) else ""
    if lower[at] in ("assembled", "gathered") and lower[at - 2 : at - 1] in (["tell"], ["telling"], ["told"]):
        # "told reporters **gathered** in Dover that"
        return "P"
    behind = next((i for i in range(at + 2, min(at + _REACH, len(tags))) if tags[i] not in "DOANEQIZ"), len(tags))
    if tags[behind : behind + 1] == [","]:
        # "the payments **owed** to marketers, about 120 million, would be late"
        behind = next((i + 1 for i in range(behind + 1, min(behind + 8, len(tags))) if tags[i] == ","), behind)
    return "P" if behind < len(tags) and tags[behind] in "VXM" and tags[behind - 1] != "I" else ""


def _is_apposed(at: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does an apposition stand here, of which this tells more: "Ortega, of a lobby **allied** with farmers, said"?"""
    first = _run_start(at, tags, "NEA")
    comma = next((i for i in range(at + 1, min(len(tags) - 1, at + _REACH)) if tags[i] in ',."'), at)
    return first > 1 and tags[first - 1] == "D" and lower[first - 2] == "," and lower[comma] == "," and tags[comma + 1] in "VXM"


def _coordinated(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Sailors with no map of it **balked** at the plan and said it was late": both are verbs of theirs."""
    if "V" not in kinds or tags[at - 1 : at] != ["N"] or tags[at + 1 : at + 2] != ["I"]:
        return ""
    end = at + 1
    while end < min(len(tags), at + _REACH) and tags[end] in "DOANEQIZG":
        end += 1
    both = tags[end : end + 2] == ["C", "V"]
    return "V" if both and not any(kind in "VXM" for kind in _since(at, tags)) else ""


def _since(at: int, tags: Sequence[str]) -> Sequence[str]:
    """The kinds of the words before a token in its sentence."""
    first = at
    while first > max(0, at - _REACH) and tags[first - 1] not in '."':
        first -= 1
    return tags[first:at]


def _before_time_clause(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "The meeting **ended** after Ortega rose", "The shop **closed** on Friday after Ortega left": the clause behind has its own verb."""
    if "V" not in kinds or tags[at - 1 : at] != ["N"]:
        return ""
    when = at + 1
    while when < min(at + _REACH, len(tags)) and lower[when] not in _OPENS_TIME_CLAUSE and tags[when] in "DOANEQI":
        when += 1
    if lower[when : when + 1] == [] or lower[when] not in (_WHEN if when == at + 1 else _OPENS_TIME_CLAUSE):
        return ""
    end = when + 1
    while end < min(at + _REACH, len(tags)) and tags[end] in "DOANEQ":
        end += 1
    if tags[end : end + 1] == [","] and tags[end - 1] == "E":
        # "failed after Ortega, **the mayor**, said"
        close = next((i for i in range(end + 1, min(end + _REACH, len(tags))) if tags[i] not in "DOANEQI"), end)
        end = close + 1 if lower[close] == "," and close > end else end
        return "V" if tags[end : end + 1] != [] and tags[end] in "VXM" else ""
    # but not "The report **released** on Friday after the vote said"
    noun = lower[end - 1]
    somebody = when == at + 1 or tags[end - 1] == "E" or not _ROLES.isdisjoint((noun, noun.removesuffix("s"), noun.removesuffix("es")))
    somebody = somebody or (tags[end + 1 : end + 2] == ["S"] and (noun in _DOCUMENTS or noun in _BODIES))
    return "V" if end > when + 1 and somebody and tags[end : end + 1] != [] and tags[end] in "VXM" else ""


def _in_time_clause(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Prices fell after the mayor **warned** of a drought", but not "after the mayor elected in May resigned" """
    noun = _run_start(at, tags, "R")
    if "V" not in kinds or tags[noun - 1 : noun] != ["N"] or lower[at + 1 : at + 2] == ["by"]:
        return ""
    if noun == at and lower[at - 1] not in _ROLES and not lower[at - 1].endswith("maker"):
        return ""
    first = _run_start(noun, tags, "DOANEZ")
    when = first > 0 and (lower[first - 1] in _TIME_OPENERS or (noun < at and lower[first - 1] in _CONTRASTS))
    return "V" if when and not any(kind in "VXM" for kind in _rest(at, tags)) else ""


def _since_then(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Ortega has **since** said so." """
    return "R" if lower[at] == "since" and tags[at - 1 : at] == ["X"] and tags[at + 1 : at + 2] in (["V"], ["P"]) else ""


def _perfect(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "He's **said** so." """
    if "P" not in kinds:
        return ""
    before = at - 1
    while before > max(0, at - _REACH) and tags[before] == "R":
        before -= 1
    return "P" if before >= 0 and tags[before] == "X" and lower[before] not in _DO else ""


def _asked(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Ortega, **asked** about the plan: ..." """
    aside = lower[at] == "asked" and at > 1 and lower[at - 1] == "," and tags[at - 2] in "NE"
    return "P" if aside and tags[at + 1 : at + 2] in (["I"], ["S"], ["W"]) else ""


def _verb_of_many(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Most **succeed**, notes Ray Lund."; "Some **carried** signs that read", but not "Some injured workers said"."""
    if "V" in kinds and lower[at - 1 : at] == ["one"] and tags[at - 2 : at - 1] == ['"'] and tags[at + 1 : at + 2] in ([], ["."], ["I"]):
        # '"It is late," one **posted**.'
        return "V"
    many = "V" in kinds and lower[at - 1 : at] != [] and lower[at - 1] in _MANY
    if not many or tags[at - 2 : at - 1] not in ([], ["."], ['"'], [","]):
        return ""
    return "V" if tags[at] == "B" or _is_only_finite(at, lower, tags) else ""


def _is_only_finite(at: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Has the sentence no other verb that may be its own, but those of relative clauses, and does an object follow?"""
    if tags[at + 1 : at + 2] not in (["N"], ["D"], ["A"], ["E"], ["O"]):
        return False
    relative = False
    for i in range(at + 1, min(len(tags), at + _REACH)):
        if tags[i] == ".":
            break
        if tags[i] in "VXM" and not relative and tags[i - 1] != "V":
            return False
        relative = tags[i] == "W" or (relative and tags[i] not in "VXM")
    return True


def _most(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "**Most** said they were worried." """
    opens = at == 0 or tags[at - 1] in '.,"SC'
    return "D" if lower[at] == "most" and opens and tags[at + 1 : at + 2] in (["V"], ["X"], ["M"]) else ""


def _least(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "but at **least** coach Ray Lund said so": no part of his title."""
    titled = tags[at + 1 : at + 2] == ["E"] or (tags[at + 1 : at + 2] == ["N"] and lower[at + 1] in _ROLES)
    return "R" if titled and lower[at - 1 : at + 1] == ["at", "least"] else ""


def _for(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Veterans **for** Peace said": no conjunction where no clause stands before it."""
    if lower[at] != "for" or tags[at - 1 : at] not in (["N"], ["E"]):
        return ""
    first = _run_start(at, tags, "DOANEQZI")
    return "I" if first == 0 or tags[first - 1] in '."' else ""


def _opens_name(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "**Mercy** Hospital closed.": a capital that opens a sentence, and a name that ends as those of bodies do"""
    opens = at == 0 or tags[at - 1] == "."
    named = tags[at + 1 : at + 2] == ["E"] and tags[at + 2 : at + 3] != ["E"] and lower[at + 1] in _LAST_WORDS_OF_BODIES
    return "E" if opens and named and lower[at] not in _ROLES else ""


def _opening(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "**While** critics argue that it is late, ..."; "**Presumptive** nominee Ray Lund said": seldom another kind than elsewhere."""
    if at and tags[at - 1] not in '.,"':
        return ""
    return kinds[0] if kinds[0] == "S" or (kinds[0] == "A" and tags[at] == "B" and tags[at + 1 : at + 2] in (["E"], ["N"])) else ""


def _like(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "**Like** many others, Ortega said": about as many as that only where no sentence opens."""
    return "I" if lower[at] == "like" and (at == 0 or tags[at - 1] in '."') and tags[at + 1 : at + 2] == ["Q"] else ""


def _compound_verb(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Ortega **second-guessed** herself." """
    compound = "V" in kinds and "-" in lower[at] and tags[at - 1 : at] in (["E"], ["U"], ["N"])
    return "V" if compound and tags[at + 1 : at + 2] in (["U"], ["O"], ["D"]) else ""


def _told_behind(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Ridership fell, the department **reported** in August, and trips grew."; "a team of physicists **reports** today in Nature" """
    behind = lower[at + 1 : at + 2]
    when = (tags[at + 1 : at + 2] in (["I"], [","]) and behind != ["by"]) or behind == ["today"]
    if "V" not in kinds or lower[at] not in _TOLD or not when or tags[at - 1 : at] not in (["N"], ["E"], ["G"]):
        return ""
    first = _run_start(at, tags, "DOANEGZ")
    if first > 2 and lower[first - 1] == "of" and tags[first - 2] == "N":
        first = _run_start(first - 1, tags, "DAN")
    apart = 1 < first < at and lower[first - 1] == "," and tags[first] in "DOE"
    return "V" if apart and any(kind in "VX" for kind in tags[max(0, first - _REACH) : first]) else ""


def _told_somebody(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Ortega once again **told** reporters that it was late"; "Ortega, the principal, flatly **told** her so" """
    begin = _run_start(at, tags, "R")
    somebody = tags[at + 1 : at + 2] in (["N"], ["E"], ["D"]) or lower[at + 1 : at + 2] in (["her"], ["him"], ["them"], ["us"])
    return "V" if begin < at and begin and tags[begin - 1] in "NEU," and lower[at] == "told" and somebody else ""


def _noted(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "said Ortega, **noted** author of six books", but not "said Ortega, noted chairman Lind"."""
    if lower[at] != "noted" or tags[at - 2 : at] != ["E", ","]:
        return ""
    name = _run_start(at - 1, tags, "E")
    end = next((i for i in range(at + 1, len(tags)) if tags[i] not in "NAC"), len(tags))
    return "A" if lower[name - 1] in _SAYS and not _ROLES.isdisjoint(lower[at + 1 : end]) and tags[end : end + 1] != ["E"] else ""


def _turned(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "an actor **turned** politician": what somebody was, and is now."""
    return "P" if lower[at] == "turned" and tags[at - 1 : at] in (["N"], ["E"]) and not _ROLES.isdisjoint(lower[at + 1 : at + 2]) else ""


def _without_object(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "The bill **died** in the Senate after its author conceded": what takes no object has no participle behind its noun."""
    return "V" if "V" in kinds and lower[at] in _INTRANSITIVE and tags[at - 1 : at] in (["N"], ["E"], ["Z"]) else ""


def _only_verb(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """'Ortega, calling it "a failure," **resigned**.': every sentence has a verb."""
    # "the report released **by** the city", but "a woman stopped **by** on Monday"
    by = lower[at + 1 : at + 2] == ["by"] and tags[at + 2 : at + 3] not in (["."], ["I"])
    if "V" not in kinds or by or not at or tags[at - 1] not in 'NEU,"RZ':
        return ""
    relative = _relative_before(at, lower, tags)
    subject = at
    while subject > max(0, at - _REACH) and (
        tags[subject - 1] in "DOANEQUR" or lower[subject - 1 : subject + 1] in _TIED or _is_about_how_many(subject - 1, lower, tags)
    ):
        subject -= 1
    if 0 < subject < at and lower[subject - 1] == "what":
        # "in what a judge **called** a mess"
        return "V"
    # "Ortega said no one **called**."; "told reporters the team **played** well"
    told = lower[subject - 1] in ("told", "tells") and any(
        tags[i] in "NEU" and (tags[i + 1] in "DOEUQ" or _is_about_how_many(i + 1, lower, tags)) for i in range(subject, at - 1)
    )
    saying = tags[subject - 1] == "V" and (lower[subject - 1] in _SAYS or told)
    # "Ortega, who farms there**, said** growers **needed** rain", but not '"It is late," **said** a man **named** Lind'
    taking = tags[subject - 2] == "," and tags[at + 1 : at + 2] in (["N"], ["D"], ["O"], ["A"], ["Q"])
    said = 1 < subject < at and saying and (tags[subject - 2] not in '",' or taking)
    closed = tags[at - 1] == "," and "," in _since(at - 1, tags)
    for step in (1,) if said else (-1, 1):
        i = (relative if step < 0 else at) + step
        # "Ortega, the principal, **informed** parents that it was late": the verb of "that" is another
        ends = '."S' if step > 0 and relative < at else ".S" if step > 0 and tags[at - 1] == "," else "."
        while 0 <= i < len(tags) and abs(i - at) < _REACH and tags[i] not in ends and lower[i] != ";":
            if step > 0 and relative < at and lower[i] in _TIME_OPENERS:
                # "A bill that would help **died** after its author conceded": another clause's verb
                break
            if step > 0 and tags[i] == "V" and tags[i - 1] == "C" and closed:
                # "Ortega, a spokesman, **apologized** for it, but said it was late": a second verb
                break
            if tags[i] in "VXM" and not (step > 0 and tags[at - 1] == "N" and _is_inverted(i, lower, tags)):
                return ""
            i += step
    return "V"


def _is_about_how_many(at: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does this word only tell how exact a number is: "**over** 20 people", "**at** least one", "up **to** half"?"""
    return tags[at] in "IT" and lower[at] in _BEFORE_NUMBER and (tags[at + 1] == "Q" or lower[at + 1] in _SHARES)


def _foresees(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "ABARE **forecasts** canola production will drop": behind a name that opens the sentence, with a clause behind it."""
    opens = _run_start(at, tags, "E")
    opening = opens < at and (opens == 0 or tags[opens - 1] in '."')
    if lower[at] not in _FORESEEING or not opening or "V" not in kinds:
        return ""
    behind = at + 1
    while behind < len(tags) and tags[behind] in "NA":
        behind += 1
    return "V" if behind > at + 1 and tags[behind : behind + 1] in (["M"], ["X"]) else ""


def _verb_of_what_is_said(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Ortega said the plan **costs** money": a clause has a verb; but not '"...," said the parks director'."""
    if (
        "V" not in kinds
        or not lower[at].endswith("s")
        or lower[at - 1].endswith("s")
        or tags[at + 1 : at + 2] not in (["N"], ["D"], ["A"], ["Q"])
    ):
        return ""
    said = _run_start(at, tags, "DANEOQ") - 1
    first = said
    said -= lower[said] == "that"
    # "told **reporters the** plan costs money", but not "told a Senate estimates hearing"
    named = tags[at - 1] == "E"
    behind = any(kind in "DO" for kind in tags[said + 2 : at]) or (named and at - said > 2 and lower[said + 1].endswith("s"))
    claimed = lower[said] in _CLAIMED or (lower[said] == "told" and behind)
    told = claimed and said > 0 and tags[said] == "V" and tags[said - 1] in "NEU" and at - first > 2 - named
    return "V" if told and not any(kind in "VXM" for kind in _rest(at, tags, '."')) else ""


def _verb_before_tag(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "The growth in sales **hinges** on the price of oil, analysts say.": what they say has a verb."""
    behind = lower[at + 1 : at + 2]
    noun = tags[at] == "N" and tags[at + 1 : at + 2] not in (["I"], ["D"], ["O"], ["T"], ["Q"]) and behind not in (["last"], ["next"])
    # "sales **dropped by** a third", but not "sales hurt by the storm"
    by = behind == ["by"] and tags[at + 2 : at + 3] != ["Q"] and _FRACTIONS.isdisjoint(lower[at + 2 : at + 4])
    if "V" not in kinds or tags[at - 1 : at] not in (["N"], ["E"]) or noun or by:
        return ""
    first = next((i + 1 for i in range(at - 1, max(-1, at - _REACH), -1) if tags[i] == "."), 0)
    comma = next((i for i in range(at + 1, min(len(tags), at + _REACH)) if tags[i] in '.,"SWC'), at)
    tag = comma + 1
    while tags[tag : tag + 1] in (["D"], ["A"], ["N"], ["E"], ["O"], ["U"]) and tag < comma + _REACH:
        tag += 1
    told = lower[comma] == "," and tag > comma + 1 and lower[tag : tag + 1] != [] and lower[tag] in _SAYS | _TOLD
    ends = tags[tag + 1 : tag + 2] in ([], ["."])
    return "V" if told and ends and not any(tags[i] in 'VXM",' for i in range(first, comma) if i != at) else ""


def _is_inverted(at: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Is it a verb of saying that its subject stands behind: "The crew worked on sewers, **said** foreman Ray Lund"?"""
    return lower[at] in _SAYS and lower[at - 1] == "," and at + 1 < len(tags) and tags[at + 1] in "NEDA"


def _opens_relative(at: int, lower: Sequence[str], tags: Sequence[str]) -> bool:
    """Does a relative clause begin here whose subject this is: "those **who** have", "a bill **that** would"?"""
    return lower[at] == "who" or (lower[at] == "that" and tags[at : at + 2] == ["W", "M"])


def _noun_behind_cue(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "Ortega said **nitrogen** dioxide causes asthma": no base form stands between a verb of saying and a noun."""
    said = at > 0 and lower[at - 1] in _SAYS and tags[at - 1] == "V"
    return "N" if said and "N" in kinds and tags[at + 1 : at + 2] == ["N"] else ""


def _relative_before(at: int, lower: Sequence[str], tags: Sequence[str]) -> int:
    """Where the relative clause begins that ends before this token: "Ortega**,** who led it, called"; the token if there is none.

    "Those **who** have seen it called it late."
    """
    if lower[at - 1 : at] != [","]:
        who = next((i for i in range(at - 2, max(0, at - _REACH), -1) if _opens_relative(i, lower, tags) or tags[i] in '.,"S'), at)
        groups = sum(tags[i] in "VXM" and tags[i - 1] not in "VXMR" for i in range(who + 1, at))
        return who if who < at and _opens_relative(who, lower, tags) and tags[who - 1] in "NED" and groups == 1 else at
    for i in range(at - 2, max(0, at - _REACH), -1):
        if tags[i] == ".":
            break
        if lower[i] in ("who", "whose", "which") and lower[i - 1] == "," and tags[i - 2] in "NE,.":
            return i - 1
    return at


def _behind_however(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "She agreed, however, **that** local rules apply"."""
    aside = at > 3 and lower[at - 1] == "," == lower[at - 3] and tags[at - 2] == "R"
    return "S" if aside and lower[at] == "that" and "S" in kinds and tags[at - 4] in "VB" else ""


def _verb_of_aged(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "the 11-year-old **told** a dispatcher", but not "the 11-year-old **told** by a friend"."""
    aged = at > 1 and lower[at - 1].endswith("-year-old") and tags[at - 2] in "DO" and lower[at + 1 : at + 2] != ["by"]
    return "V" if aged and "V" in kinds else ""


def _verb_of_tag(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """'"It is late," the group **posted** in a statement.', but not '"It is late," a note **posted** by the group said'."""
    if "V" not in kinds or tags[at + 1 : at + 2] not in (["I"], ["R"], ["."], [","]) or lower[at + 1] == "by":
        return ""
    first = _run_start(at, tags, "NAEO")
    first -= first > 0 and tags[first - 1] == "D"
    behind_quote = 1 < first < at and tags[first - 1] == '"' and lower[first - 2] in (",", "?", "!")
    return "V" if behind_quote and not any(kind in "VXM" for kind in _rest(at, tags)) else ""


def _meeting(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "told a Senate estimates **hearing** that", but not "a man hearing voices"."""
    if lower[at] not in ("hearing", "briefing", "meeting") or "N" not in kinds or tags[at + 1 : at + 2] not in (["I"], ["S"], [","], ["."]):
        return ""
    first = _run_start(at, tags, "NEA")
    return "N" if tags[first - 1 : first] == ["D"] else ""


def _release(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "said in a press **release** that it was late"."""
    return "N" if lower[at] in ("release", "releases") and lower[at - 1 : at] in (["press"], ["news"], ["media"]) else ""


def _outside(at: int, kinds: str, lower: Sequence[str], tags: Sequence[str]) -> str:
    """ "said **outside** court that", "those **around** Lee", "**Outside** court, Lee said", but not "an outside firm"."""
    somewhere = lower[at] in ("around", "near", "outside") and tags[at + 1 : at + 2] in (["N"], ["E"])
    before = tags[at - 1] if at else "."
    opens = before in ".," and tags[at + 2 : at + 3] == [","]
    return "I" if somewhere and (opens or before in "VNEU" or (at > 0 and lower[at - 1] == "those")) else ""


_RULES: tuple[tuple[Rule, str], ...] = (
    (_outside, "AR"),
    (_noun_behind_cue, "B"),
    (_behind_however, "D"),
    (_meeting, "G"),
    (_document, "G"),
    (_field, "G"),
    (_release, "VB"),
    (_verb_of_aged, "P"),
    (_verb_of_tag, "P"),
    (_owner, "VB"),
    (_owner_alone, "X"),
    (_closing_verb, "NB"),
    (_shop_reports, "N"),
    (_cue_verb, "N"),
    (_inverted_cue, "B"),
    (_saying, "N"),
    (_head_noun, "AVB"),
    (_accused, "VP"),
    (_player, "VBAGRNP"),
    (_modifier, "VBEPGN"),
    (_behind_article, "V"),
    (_closing_noun, "V"),
    (_share_of_people, "B"),
    (_plural_subject, "V"),
    (_question_verb, "N"),
    (_verb_of_whose, "N"),
    (_near, "AR"),
    (_before_relative, "VB"),
    (_verb_of_relative, "NB"),
    (_behind_relative, "NB"),
    (_contact_verb, "P"),
    (_reduced_relative, "V"),
    (_turned, "V"),
    (_noted, "VP"),
    (_before_time_clause, "VP"),
    (_in_time_clause, "P"),
    (_since_then, "IS"),
    (_perfect, "V"),
    (_asked, "V"),
    (_for, "S"),
    (_most, "AR"),
    (_least, "A"),
    (_verb_of_many, "BP"),
    (_opens_name, "N"),
    (_opening, "NB"),
    (_like, "R"),
    (_compound_verb, "A"),
    (_told_behind, "PN"),
    (_told_somebody, "P"),
    (_coordinated, "P"),
    (_without_object, "P"),
    (_only_verb, "PA"),
    (_verb_before_tag, "NPBA"),
    (_foresees, "N"),
    (_verb_of_what_is_said, "N"),
)


# -- the weighted choice ------------------------------------------------------------------------------------------------


def choose(lower: Sequence[str], found: Sequence[Reading], tables: Sequence[Table], learn: Learn | None = None) -> list[str]:
    """The kind of each token, from left to right: the one for which the weights of all features and its own count speak most.

    `learn` is told of every choice (the token's place, its features, the kind chosen) and may change the tables.
    """
    tags: list[str] = []
    behind = _verb_behind(found)
    weights_of = [table.get for table in tables]
    has_verb = False
    for at, reading in enumerate(found):
        kinds = reading.kinds
        if lower[at] in NAME_PARTICLES and _is_in_name(at, lower, found, tags):
            kind = "E"
        elif len(kinds) == 1:
            kind = kinds
        else:
            looked_at = features(at, lower, found, tags, _VERBS[has_verb, behind[at]])
            known = [weights for get, value in zip(weights_of, looked_at, strict=True) if (weights := get(value)) is not None]
            kind, most = "", -inf
            for option, score in zip(kinds, reading.scores, strict=True):
                total: float = score
                for weights in known:
                    if option in weights:
                        total += weights[option]
                if total > most:
                    kind, most = option, total
            if learn is not None:
                learn(at, looked_at, kind)
        tags.append(kind)
        has_verb = kind in "VXM" or (has_verb and kind not in _CLAUSE_ENDS)
    return tags


def _is_in_name(at: int, lower: Sequence[str], found: Sequence[Reading], tags: Sequence[str]) -> bool:
    """Is this particle part of a name: "Ursula **von der** Leyen", "said **de** Villepin", but not "the **van** Ober drove"?"""
    inside = bool(tags) and tags[-1] == "E"
    return (inside or (lower[at] in _OPENING_PARTICLES and tags[-1:] not in _OWNING)) and _name_goes_on(at + 1, lower, found)


def _name_goes_on(at: int, lower: Sequence[str], found: Sequence[Reading]) -> bool:
    """Does a name stand here, behind another particle at most: "Ursula von **der Leyen**"?"""
    at += lower[at : at + 1] != [] and lower[at] in NAME_PARTICLES
    return found[at : at + 1] == [NAME]


def _verb_behind(found: Sequence[Reading]) -> list[bool]:
    """Has the rest of the clause behind each token a word that can only be a finite verb?"""
    behind = [False] * len(found)
    for at in range(len(found) - 2, -1, -1):
        kinds = found[at + 1].kinds
        behind[at] = kinds[0] not in _CLAUSE_ENDS and (behind[at + 1] or kinds[0] in "XM" or kinds == "V")
    return behind


def _not_adverb(tags: Sequence[str]) -> str:
    return next((kind for kind in reversed(tags[-_REACH:]) if kind != "R"), ".")


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word in _PLURALS
