"""Where does reported content begin and end? The reporter's own words around it are left out.

"said **that A and that B**"; "said **it was late**, but officials disagreed"; "said **it was late**, adding that ...".
Every comma, conjunction and preposition after the content's beginning is a place where it may end; a weighted decision over
named features (what stands there, what follows, is the clause complete so far) tells how likely, and the likeliest place wins.
"""

from __future__ import annotations

from collections.abc import Iterator

from quoteattr.attribution.weights import probability, weights
from quoteattr.cues.verb_groups import NAMING, Cue
from quoteattr.cues.verbs import CueVerb
from quoteattr.mentions.noun_phrases import TYING, NounPhrases
from quoteattr.quotations.passages import Passage
from quoteattr.text.readings import DASHES
from quoteattr.text.tags import PAUSES

_MAY_END_BEFORE = frozenset(",CISWTRGKk:")
_SEPARATORS = PAUSES | {";"}
#: The ways in which content begins as a clause, which has a verb.
_CLAUSES = frozenset(("that", "clause"))
#: How many places before a cue its content may begin at, beside the sentence's own beginning, and how many items are looked at from each,
#: so that the time is linear in any text.
_STARTS = 60
_REACH = 200
_LEANING = frozenset("after before when while if because since although though as once until unless".split())
#: Among how many items the word stands with which a sentence leans on its main clause: "Two years **after** Hill said".
_LEAD = 3
#: How many items before its cue a relative pronoun stands at most.
_NEAR_RELATIVE = 8
#: What the reporter sets beside it: "said they liked it**, compared with** a third in May".
_COMPARED = ([",", "compared"], [",", "according"])
#: How the question is told behind an answer: '"No," Lind said **when asked** about it'.
WHEN_ASKED = tuple([when, asked] for when in ("when", "after") for asked in ("asked", "pressed", "questioned"))
#: Words that features name as they are; all others stand as their kind.
FUNCTION_WORDS = frozenset(
    (
        "the a an that to of for in on at by with from about as and or but if when while he she it they we i you his her their its this "
        "these those not n't n’t never no will would could should may might can must has have had is was are were be been being do does "
        "did who which what there where why how because although though since after before until unless so then also than according "
        "including during amid against into over out up whether whose whom"
    ).split()
)


def content_start(passage: Passage, phrases: NounPhrases, end: int, cue: Cue) -> int:
    """Where content that stands before its cue begins, given where it ends.

    The whole sentence so far, as a rule; a part of it in "Agents came, but **they were not let in**, officials said".
    """
    table = weights("start")
    # "(**It is late**, officials said.)"
    first = int(passage.lower[0] in "([" and end > 1 and {")", "]"}.isdisjoint(passage.lower[:end]))
    first = _after_contrast(passage, phrases, first, end)
    survival = 1.0
    best, best_at = 0.0, first
    verb = next((i for i in range(end - 1, first - 1, -1) if passage.tags[i] in "VXMKk"), end)
    for at in possible_starts(passage, first, end):
        if at > verb:
            # "The path is the same: **singing in markets**, she said": no clause begins behind the last verb
            continue
        chance = 1.0 if at == first else probability(table, start_features(passage, phrases, first, at, end, cue))
        if survival * chance > best:
            best, best_at = survival * chance, at
        survival *= 1 - chance
        if survival < best:
            break
    return best_at


def _after_contrast(passage: Passage, phrases: NounPhrases, first: int, end: int) -> int:
    """Behind a semicolon, or a whole clause and ", but", only the clause next to the cue is surely the source's.

    "Agents came, but **they were not let in**, officials said": annotators differ on the first clause; claiming less is
    the lesser error. But whoever says "I" or "we" says it all.
    """
    tags, lower = passage.tags, passage.lower
    for at in range(end - 1, max(first + 2, end - _REACH), -1):
        if lower[at - 1] == ";" and not finite_verbs(tags, at, end) and "K" not in tags[at:end]:
            # "The vote is near; **Russia**, diplomats said, **will be against it**"
            return at
        if lower[at - 1] == ";" and "K" in tags[at:end] and "K" in tags[first:at] and "V" in tags[first:at]:
            # '"We won," Ortega said; **"They lost,"** Lind said.'
            return at
        if (
            lower[at - 1] == ":"
            and at > first + 3
            and finite_verbs(tags, first, at)
            and finite_verbs(tags, at, end)
            and "K" not in tags[first:at]
        ):
            # "The owner agrees: **receipts are up**, she says"
            return at
        joined = lower[at - 1] == "but" and lower[at - 2] == ","
        if joined and finite_verbs(tags, first, at - 2) and _FIRST_PERSON.isdisjoint(lower[first : at - 2]):
            last = phrases.by_start.get(at)
            if last is not None and last < end and tags[last] in "VXMR":
                return at
    return first


def possible_starts(passage: Passage, first: int, end: int) -> list[int]:
    """The items at which content before a cue may begin, the nearest to the cue first and `first` last."""
    tags, lower = passage.tags, passage.lower
    found = []
    depth = 0
    aside = False
    for i in range(end - 1, first, -1):
        word = lower[i - 1]
        if lower[i] in (")", "]"):
            depth += 1
        elif lower[i] in ("(", "["):
            depth = max(0, depth - 1)
        elif word in DASHES and (aside or tags[i] in "VXM"):
            # neither dash of "What it means — for now — **is** unclear, she says"
            aside = not aside
        elif not depth and (word in _SEPARATORS or word == ":" or tags[i - 1] in "CK" or tags[i] in "SK" or word in ("that", "as")):
            found.append(i)
            if len(found) == _STARTS:
                break
    return [*found, first]


def start_features(passage: Passage, phrases: NounPhrases, first: int, at: int, end: int, cue: Cue) -> list[str]:
    """What speaks for and against content beginning at this item."""
    tags = passage.tags
    here, after, before, earlier = (named(passage, i) for i in (at, at + 1, at - 1, at - 2))
    inside = finite_verbs(tags, at, min(end, at + _REACH))
    outside = finite_verbs(tags, max(first, at - _REACH), at)
    cue_before = any(tags[i] == "V" and _cue_verb(passage, i) is not None for i in range(max(first, at - _REACH), at))
    whole, left = min(inside, 2), min(outside, 2)
    return [
        "bias",
        f"here={here}",
        f"before={before}",
        f"before={earlier} {before}",
        f"before={before} here={here}",
        f"before={earlier} {before} here={here}",
        f"here={here} {after}",
        f"finite={whole}",
        f"left finite={left}",
        f"before={before} finite={whole}",
        f"before={before} finite={whole} left={left}",
        f"before={earlier} {before} finite={whole} left={left}",
        f"cue left={cue_before}",
        f"cue left={cue_before} before={before}",
        f"lemma={cue.verb.lemma} before={before}",
        f"length={min(end - at, 30) // 4}",
        f"left length={min(at - first, 30) // 4}",
        f"quoted inside={'K' in tags[at:end]}",
        f"quoted left={'K' in tags[first:at]} before={before}",
        f"subject={at in phrases.by_start} before={before}",
    ]


#: Words that stand for what was said before, and what begins no part of it behind them.
_POINTING = frozenset("it so this".split())
#: Words of whoever speaks about themselves.
_FIRST_PERSON = frozenset(("i", "we", "my", "our"))
_ADMITTING = frozenset(("although", "and", "but", "though", "while", "yet"))
#: Behind which somebody else may go on: "said it was late, **while** the mayor said it was early".
_CONTRASTING = frozenset(("although", "and", "but", "though", "whereas", "while"))
_MEANWHILE = frozenset(("before", "but", "only", "while"))
_BEFORE_SAYING = frozenset(("after", "as", "because"))
#: What somebody does who says something, and what they do who hear it.
_GESTURES = frozenset(
    "chuckling crying gesturing grinning laughing nodding pointing shaking shrugging sighing smiling sobbing tearing wiping weeping".split()
)
#: What somebody does then who has said something.
_DONE_BY_SPEAKERS = frozenset("apologized apologised hung laughed nodded paused recanted shrugged smiled walked wept".split())
_REACTIONS = frozenset("applause boos cheers chuckles gasps jeers laughs laughter".split())
_BEHIND_POINTING = frozenset("after at before during in on through via when while".split())


def clause_end(passage: Passage, phrases: NounPhrases, begin: int, cue: Cue, start: str) -> int:
    """Where the content that begins at this item ends: before the reporter goes on."""
    table = weights("end")
    survival = 1.0
    last = _phrase_limit(passage, begin) if start in ("object", "to") else passage.end
    if start == "particle":
        # "is calling for a cut in May**;** Lind thinks it will be late"
        last = next((i for i in range(begin + 1, last) if passage.lower[i] == ";"), last)
    last = min(last, _next_saying(passage, begin), _next_speaker(passage, phrases, begin))
    if start not in _CLAUSES:
        last = min(last, _behind_snippet(passage, begin, cue))
    if begin == cue.last or passage.lower[begin - 1] != ",":
        last = min(last, _main_clause(passage, phrases, begin, cue, start))
    best, best_at = 0.0, last
    for at, features in endings(passage, phrases, begin, cue, start):
        chance = probability(table, features)
        if survival * chance > best:
            best, best_at = survival * chance, at
        survival *= 1 - chance
        if survival < best or at >= last:
            break
    return min(best_at, last) if survival <= best else last


def _behind_snippet(passage: Passage, begin: int, cue: Cue) -> int:
    """Where a relative clause ends with quoted words, before the main verb: 'Hill, **whom Lind has called a "liar,"** won'."""
    tags, lower = passage.tags, passage.lower
    relative = next((i for i in range(cue.first - 1, max(-1, cue.first - _NEAR_RELATIVE), -1) if tags[i] in "W,.;K"), -1)
    if relative < 0 or tags[relative] != "W":
        return passage.end
    for i in range(begin, passage.end - 1):
        behind = i + 1 + (lower[i + 1] == ",")
        if tags[i] in "Kk" and behind < passage.end and tags[behind] in "VXMP":
            return i + 1
    return passage.end


def _main_clause(passage: Passage, phrases: NounPhrases, begin: int, cue: Cue, start: str) -> int:
    """Where the clause begins that the cue's own clause leans on: "When Orr said **that it was safe**, few believed him"."""
    tags = passage.tags
    # "But **when**", "Two years **after**"
    leaning = next((i for i in range(min(_LEAD, cue.first)) if passage.lower[i] in _LEANING), -1)
    # "When Orr **wanted** to say"
    own = cue.form in ("infinitive", "participle")
    if leaning < 0 or finite_verbs(tags, 0, cue.first) > own or "," in passage.lower[leaning : cue.first]:
        return passage.end
    if cue.verb.cue_class != "question" and leans(passage, begin):
        # "When Orr said that **when it rained**, it leaked, few believed him"
        return passage.end
    for at in range(begin + 1, passage.end - 1):
        if tags[at] != "," or tags[at + 1] == "C" or _inside_phrase(tags, at):
            continue
        whole = start not in _CLAUSES or finite_verbs(tags, begin, at)
        goes_on = whole and any(kind in "VXMP" for kind in tags[at : passage.end])
        if goes_on or _what_follows(passage, phrases, at).startswith("subject"):
            return at
    return passage.end


def _phrase_limit(passage: Passage, begin: int) -> int:
    """Where an object or infinitive ends at the latest: at a semicolon, or before "and" with a second verb of the same subject."""
    tags, lower = passage.tags, passage.lower
    if lower[begin] in _POINTING and begin + 1 < passage.end and lower[begin + 1] in _BEHIND_POINTING:
        # "disclosed **this** in a statement"
        return begin + 1
    for i in range(begin + 1, passage.end):
        if lower[i] == ";":
            return i
        saying = _cue_verb(passage, i + 2) if lower[i] in _BEFORE_SAYING and tags[i + 1 : i + 3] == "UV" else None
        if saying is not None and saying.takes_clause and saying.cue_class in ("speech", "claim"):
            # "demands answers **after she says** her son was lost"
            return i
        second = tags[i] == "C" and is_finite_from(tags, i + 1) and lower[i + 1] not in ("be", "have", "do")
        if second and not any(kind in "VXMWSK" for kind in tags[begin:i]):
            # "confirmed the figure **but declined** to say more"
            return i
    return passage.end


def _next_saying(passage: Passage, begin: int) -> int:
    """Where the source goes on, by one of the rules below; or another: "welcomed it**, with** Ober **saying** that"."""
    tags = passage.tags
    other = 0
    for i in range(begin + 1, passage.end - 1):
        if any(rule(passage, i) for rule in _GOING_ON):
            return i
        if tags[i] in ",;":
            other = i if passage.lower[i + 1] == "with" else 0
        elif (
            other and tags[i] == "G" and passage.lower[i] in passage.vocabulary.verbs and tags[i - 1] in "NEU" and "Q" not in tags[other:i]
        ):
            # "welcomed the ruling**, with Crane calling** it late"
            return other
    return passage.end


def _when_asked(passage: Passage, at: int) -> bool:
    """Does what the answer was to begin here: 'Lind answered "yes" **when asked if** she was sorry'?"""
    lower = passage.lower
    asked = lower[at : at + 2] in WHEN_ASKED and passage.tags[at - 1] != "C"
    return asked and lower[at + 2 : at + 3] in (["if"], ["whether"], ["about"], ["why"], ["how"], ["what"])


def _compares(passage: Passage, at: int) -> bool:
    """ "said it was late**, compared with** four in ten who said", but not "said that, according to Lund, it was late"."""
    return passage.lower[at : at + 2] in _COMPARED and passage.lower[at - 1] != "that"


def _adds(passage: Passage, at: int) -> bool:
    """ "said it was late**, adding** that"; "said it was late **but declined** to say why"; "say it is late **but add** that"."""
    tags, lower = passage.tags, passage.lower
    if not ((tags[at] == "," and tags[at + 1] == "G") or (lower[at] == "but" and tags[at + 1] in "VB")):
        return False
    # if something is said: "answered the letter, saying (1)" goes on in a list
    said = tags[at + 2 : at + 3].isalpha() and _says(passage, at + 1, ("speech", "claim"))
    return said or lower[at + 1] in ("citing", "declined", "refused")


def _adds_meanwhile(passage: Passage, at: int) -> bool:
    """ "said it was late **while adding** that", "**but warning** that", "**before claiming** that"."""
    # but not "while testifying before the board"
    adds = passage.lower[at] in _MEANWHILE and passage.tags[at + 1] == "G" and passage.tags[at + 2 : at + 3] != "I"
    return adds and _says(passage, at + 1, ("speech", "claim"))


def _admits(passage: Passage, at: int) -> bool:
    """ "told reporters it was late**, though he acknowledged** that", "**but she did not say** why"."""
    tags = passage.tags
    if tags[at] != "," or passage.lower[at + 1] not in _ADMITTING or tags[at + 2 : at + 3] != "U":
        return False
    verb = at + 3
    while verb < passage.end and tags[verb] in "XMR":
        verb += 1
    return tags[verb : verb + 1] in ("V", "B", "P") and _says(passage, verb, ("speech", "claim", "admission"))


def _calls(passage: Passage, at: int) -> bool:
    """'said they would look at the plan**, which he called** "late"'."""
    tags = passage.tags
    # but not "if it passed, which he called unlikely, it would help"
    behind = tags[at + 1 : passage.end]
    ends = "," not in behind and ("K" in behind or "k" in behind)
    return ends and tags[at : at + 4] == ",WUV" and _says(passage, at + 3, ("speech", "claim", "judgement"), clause=False)


def _says(passage: Passage, at: int, classes: tuple[str, ...], *, clause: bool = True) -> bool:
    """Is this a cue verb of one of these classes, which takes a clause?"""
    verb = _cue_verb(passage, at)
    return verb is not None and (verb.takes_clause or not clause) and verb.cue_class in classes


def _does_not_say(passage: Passage, at: int) -> bool:
    """ "said it was late **but did not say** why"."""
    lower = passage.lower
    denied = lower[at] == "but" and passage.tags[at + 1] == "X" and lower[at + 2 : at + 3] in (["not"], ["n't"], ["n’t"])
    return denied and _says(passage, at + 3, ("speech", "claim"), clause=False)


def _did_too(passage: Passage, at: int) -> bool:
    """ "said it was late**, as did Lund**"; "said it was late**, and so has** the mayor"."""
    lower = passage.lower
    so = lower[at + 1 : at + 3] == ["and", "so"]
    likened = so or lower[at + 1] == "as"
    return lower[at] == "," and likened and lower[at + 2 + so : at + 3 + so] in (["did"], ["does"], ["has"], ["have"])


def _gestures(passage: Passage, at: int) -> bool:
    """ "said it was late**, shaking her head**", "**, her voice breaking**", "**to applause**"."""
    tags, lower = passage.tags, passage.lower
    if lower[at] == "to":
        return lower[at + 1] in _REACTIONS and not tags[at + 2 : at + 3].isalpha()
    voice = tags[at : at + 2] == ",O" and lower[at + 2 : at + 3] in (["voice"], ["eyes"], ["hands"]) and tags[at + 3 : at + 4] == "G"
    reacting = lower[at + 1] in ("drawing", "eliciting", "getting") and not _REACTIONS.isdisjoint(lower[at + 2 : at + 4])
    return voice or (lower[at] == "," and (lower[at + 1] in _GESTURES or reacting))


def _then_acts(passage: Passage, at: int) -> bool:
    """ "denied that they met**, then hung up**", but not "said the car hit a wall, then burned" """
    lower = passage.lower
    return lower[at : at + 2] == [",", "then"] and passage.tags[at + 2 : at + 3] in ("V", "P") and lower[at + 2] in _DONE_BY_SPEAKERS


_GOING_ON = (_when_asked, _compares, _adds, _adds_meanwhile, _admits, _calls, _does_not_say, _did_too, _gestures, _then_acts)


def _next_speaker(passage: Passage, phrases: NounPhrases, begin: int) -> int:
    """Where somebody else with an aside goes on: "told the court he is innocent **and his lawyer, Dana Bell, said** he will appeal"."""
    tags, lower = passage.tags, passage.lower
    for i in range(begin + 1, passage.end - 2):
        if tags[i] == "C" and lower[i + 1] == "one" and any(kind in "VXM" for kind in tags[begin:i]):
            # "one in three said they would **and one in four said** they would not"
            share = next((k for k in range(i + 2, min(i + 6, passage.end - 1)) if tags[k] not in "IQNE"), i)
            if tags[share] == "V" and _cue_verb(passage, share) is not None:
                return i
        if lower[i] in (",", ";") and _is_next_of_list(passage, phrases, i):
            return i
        # the comma may be a quotation's own: 'called it "late**," although Orr called** it "early"'
        joint = i + (lower[i] == ",")
        apart = joint > i or tags[i - 1] in "Kk"
        told = apart and lower[joint] in _CONTRASTING and (tags[i - 1] in "Kk" or finite_verbs(tags, begin, i) > 0)
        if told and _says_so(passage, phrases, joint + 1):
            # "said it was late**, while the mayor of Dover said** it was early"
            return i
        comma = phrases.by_start.get(i + 1, 0) if tags[i] == "C" else 0
        if not comma or lower[comma : comma + 1] != [","]:
            continue
        close = next((k for k in range(comma + 1, min(comma + 12, passage.end - 1)) if lower[k] == "," or tags[k] in "VXMKSW"), 0)
        verb = _cue_verb(passage, close + 1) if close and lower[close] == "," and tags[close + 1] == "V" else None
        if verb is not None and ((verb.takes_clause and verb.cue_class == "speech") or verb.lemma in NAMING):
            return i
    return passage.end


def _says_so(passage: Passage, phrases: NounPhrases, at: int) -> bool:
    """Does somebody stand here, with what is tied to them, who says something: "**the mayor of Dover said** it was early"?"""
    last = phrases.by_start.get(at, 0)
    while at < last < passage.end and passage.lower[last] in TYING and last + 1 in phrases.by_start:
        last = phrases.by_start[last + 1]
    verb = _cue_verb(passage, last) if at < last < passage.end - 1 and passage.tags[last] == "V" else None
    return verb is not None and ((verb.takes_clause and verb.cue_class == "speech") or verb.lemma in NAMING)


def _is_next_of_list(passage: Passage, phrases: NounPhrases, at: int) -> bool:
    """ "praise from Al Orr, who said it was fine**, and from Bo Lind, who called** it late"; "Al Orr, who said so**; Bo Lind, who**" """
    tags, lower = passage.tags, passage.lower
    first = at + 1 + (tags[at + 1] == "C")
    if first == at + 1 and lower[at] == ",":
        return False
    first += tags[first] == "I"
    last = phrases.by_start.get(first, 0)
    named = tags[last - 1 : last] == "E" and lower[last : last + 2] == [",", "who"]
    return named and last + 2 < passage.end and _cue_verb(passage, last + 2) is not None


def is_finite_from(tags: str, at: int) -> bool:
    """Is the word at this item a finite verb, adverbs passed over?"""
    while at < len(tags) and tags[at] == "R":
        at += 1
    return tags[at : at + 1] in ("V", "X", "M")


def endings(passage: Passage, phrases: NounPhrases, begin: int, cue: Cue, start: str) -> Iterator[tuple[int, list[str]]]:
    """Each place where content may end before its passage does, from left to right, with its features."""
    finite = -leans(passage, begin)
    opener = _opener(passage, cue)
    counted = begin
    for at in possible_ends(passage, begin):
        if at >= passage.end:
            return
        finite += finite_verbs(passage.tags, counted, at)
        counted = at
        if start in _CLAUSES and finite < 1 and _is_aside(passage, at) and not _may_be_clause(passage.tags, begin, at):
            # "said that**, given the weather,** the gates stayed shut": no clause ends before its verb
            continue
        yield at, end_features(passage, phrases, begin, cue, start, opener, at, finite)


def _may_be_clause(tags: str, first: int, last: int) -> bool:
    """Is there a quotation in this range that may have the clause's verb in it, and not one that leans: 'the call **to "come"**'?"""
    return any(tags[i] == "K" and (i == first or tags[i - 1] not in "TIDAO") for i in range(first, last))


def _is_aside(passage: Passage, at: int) -> bool:
    """Does a comma or dash stand here, behind which there is a verb, and no "and" or "but" with another?"""
    opens = at + (passage.lower[at] in _SEPARATORS)
    if passage.lower[opens - 1] not in _SEPARATORS or opens >= passage.end:
        return False
    # the verb may stand in a quotation: 'the report, **which came in May**, "goes to the heart of it"'
    quoted = passage.tags[opens] == "W" and "K" in passage.tags[at : passage.end]
    return passage.tags[opens] != "C" and (quoted or finite_verbs(passage.tags, at, passage.end) > 0)


def leans(passage: Passage, begin: int) -> bool:
    """Does content begin with a clause that leans on the next: "said **after they left**, the doors were shut"?"""
    at = begin + (passage.lower[begin] == "that")
    at += passage.lower[at : at + 1] == [","]
    by_the_time = passage.lower[at : at + 3] == ["by", "the", "time"]
    return at < len(passage) and (passage.tags[at] == "S" or passage.lower[at] in _LEANING or by_the_time)


def finite_verbs(tags: str, first: int, last: int) -> int:
    """How many finite verbs, those of relative clauses left out: "the judge, who **died**, ..." has none."""
    return sum(tags[i] in "VXM" and (i == 0 or tags[i - 1] != "W") for i in range(first, last))


def possible_ends(passage: Passage, begin: int) -> list[int]:
    """The items before which content may end: none inside brackets, and the passage's end last."""
    tags, lower = passage.tags, passage.lower
    end = passage.end
    found = []
    depth = 0
    for i in range(begin, end):
        word = lower[i]
        if word in ("(", "["):
            if not depth and i > begin:
                found.append(i)
            depth += 1
        elif word in (")", "]"):
            depth = max(0, depth - 1)
        elif (
            not depth
            and i > begin
            and (tags[i] in _MAY_END_BEFORE or word in DASHES or tags[i - 1] in "Kk")
            and not _inside_phrase(tags, i)
            and not _shares_object(passage, i)
        ):
            found.append(i)
    if leans(passage, begin):
        # the clause that it leans on has to come first
        comma = next((i for i in found if lower[i] == "," and i > begin + 1), -1)
        if comma > 0 and finite_verbs(tags, comma, end):
            found = [i for i in found if i > comma]
    found.append(end)
    return found


def _inside_phrase(tags: str, at: int) -> bool:
    """Is this item inside a noun phrase: "an illicit**,** insecure server", 'a "smart" **meter**', 'the "quiet" **solar** panels'?"""
    noun = tags[at : at + 1] == "N" or tags[at : at + 2] in ("AN", "AE")
    # but not "it was safe**,** few believed"
    return (tags[at - 1 : at + 2] == "A,A" and tags[at + 2 : at + 3] not in ("V", "X", "M")) or (
        tags[at - 1] in "Kk" and noun and tags[at - 2 : at - 1] in ("D", "A", "O")
    )


def _shares_object(passage: Passage, at: int) -> bool:
    """Does this "and" join two verbs with one object: "said the man ambushed **and** attacked the driver"?"""
    tags = passage.tags
    joined = tags[at - 1 : at + 2] == "VCV" and tags[at + 2 : at + 3] in tuple("DOUENA")
    return joined and not _says(passage, at + 1, ("speech", "claim"), clause=False)


def end_features(passage: Passage, phrases: NounPhrases, begin: int, cue: Cue, start: str, opener: str, at: int, finite: int) -> list[str]:
    """What speaks for and against an end before this item."""
    tags = passage.tags
    here, after, later = (named(passage, i) for i in (at, at + 1, at + 2))
    before = tags[at - 1]
    whole = max(0, min(finite, 2))
    follows = _what_follows(passage, phrases, at)
    rest = tags[at : passage.end]
    features = [
        "bias",
        f"here={here}",
        f"here={here} {after}",
        f"here={here} {after} {later}",
        f"before={before}",
        f"before={before} here={here}",
        f"finite={whole}",
        f"here={here} finite={whole}",
        f"here={here} start={start}",
        f"here={here} class={cue.verb.cue_class}",
        f"here={here} start={start} finite={whole}",
        f"here={here} {after} finite={whole}",
        f"here={here} lemma={cue.verb.lemma}",
        f"length={min(at - begin, 40) // 4}",
        f"here={here} length={min(at - begin, 24) // 6}",
        f"follows={follows}",
        f"follows={follows} here={here}",
        f"follows={follows} here={here} start={start}",
        f"follows={follows} here={here} finite={whole}",
        f"opener={opener} here={here}",
        f"opener={opener} follows={follows}",
        f"opener={opener} follows={follows} here={here}",
        f"opener={opener} follows={follows} finite={whole}",
        f"rest finite={min(2, sum(kind in 'VXM' for kind in rest))}",
        f"rest quoted={'K' in rest}",
        f"rest length={min(len(rest), 30) // 5}",
    ]
    if "K" in tags[begin:at]:
        features += ["quoted", f"quoted here={here}"]
    if before in "Kk":
        features += [f"after quotation={before} here={here}", f"after quotation={before} follows={follows}"]
    if tags[begin] == "K":
        features.append(f"begins quoted here={here}")
    return features


def _opener(passage: Passage, cue: Cue) -> str:
    """What clause the cue stands in: "**When** Ortega said it was late, ..." has another one behind it, and "the man **who** said so"."""
    tags, lower = passage.tags, passage.lower
    for i in range(cue.first - 1, max(-1, cue.first - _REACH), -1):
        if (tags[i] == "S" or lower[i] in _LEANING) and (i == 0 or tags[i - 1] == "C" or lower[i - 1] in ",;"):
            return "clause leans" if i else "sentence leans"
        if tags[i] == "W":
            return "relative"
        if lower[i] in ",;":
            break
    opens = not finite_verbs(tags, 0, cue.first)
    if tags[cue.at] == "G":
        return "opening participle" if opens else "participle"
    phrase = opens and cue.first > 0 and tags[0] == "I" and "," not in lower[: cue.first]
    return "opening phrase" if phrase else "main"


def named(passage: Passage, at: int) -> str:
    """An item as features name it: function words and marks as they are, others by their kind."""
    if at >= len(passage):
        return "$"
    word = passage.lower[at]
    kind = passage.tags[at]
    return word if word in FUNCTION_WORDS or (not word[0].isalnum() and kind not in "Kk") else kind


def _what_follows(passage: Passage, phrases: NounPhrases, at: int) -> str:
    """What the words after a separator are: a cue, a new subject with its verb, a phrase."""
    tags, size = passage.tags, len(passage)
    i = at
    if tags[i] in ",C" or passage.lower[i] in _SEPARATORS:
        i += 1
    if i < size and tags[i] == "C":
        i += 1
    while i < size and tags[i] == "R":
        i += 1
    if i >= size:
        return "none"
    cue = _cue_verb(passage, i)
    if cue is not None:
        return f"cue {tags[i]} {cue.cue_class}"
    last = phrases.by_start.get(i)
    if last is None:
        return "verb" if tags[i] in "VXM" else tags[i]
    verb = last
    while verb < size and tags[verb] in "RXM":
        verb += 1
    cue = _cue_verb(passage, verb)
    if cue is not None:
        return f"subject, cue {cue.cue_class}"
    return "subject, verb" if (verb > last and any(k in "XM" for k in tags[last:verb])) or (verb < size and tags[verb] == "V") else "phrase"


def _cue_verb(passage: Passage, at: int) -> CueVerb | None:
    if at >= len(passage) or passage.tags[at] not in "VGBP":
        return None
    verb = passage.vocabulary.verbs.get(passage.lower[at])
    # "and notified their lawyers" goes on with the content
    return None if verb is not None and verb.takes_addressee and verb.lemma not in ("tell", "ask", "warn") else verb
