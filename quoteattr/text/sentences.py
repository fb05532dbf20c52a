"""Where do sentences end? Not after "Gov.", and not inside '"Why now?" she asked.'"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quoteattr.lexicons import words_of
from quoteattr.text.readings import MARKS, begins_behind_letter
from quoteattr.text.tokens import ABBREVIATIONS, BINDING_ABBREVIATIONS

_END = frozenset((".", "?", "!", "…"))
#: Marks that only open, so that they begin the next sentence where the space before them is missing.
_OPENING_MARKS = frozenset("“„")
_CLOSERS = frozenset((")", "]", "}"))
_OPENERS = frozenset(("(", "[", "{"))
_HOURS = frozenset(("a.m.", "p.m.", "A.M.", "P.M."))
#: What may follow an hour in its sentence: "at 9 p.m. **Tuesday**", "at 9 p.m. **Eastern**".
_BEHIND_HOURS = words_of("calendar.txt")
#: Verbs that make the name after a closed quotation its tag: '"Why now?" Ortega asked.'
TAG_VERBS = words_of("tag_verbs.txt")
#: ... and those that do so only where the sentence ends behind them: '"Why now?" Ortega **shot back**.'
_CLOSING_TAG_VERBS = words_of("closing_tag_verbs.txt")
_PARTICLES = frozenset("again angrily back in out up".split())
#: Verbs by which what follows answers the quotation before.
_REPLYING = frozenset("answered answers replied replies responded responds".split())
#: What may stand before the verb of a tag: '"Why now?" she quietly asked.', '"Why now?" Ortega's mother asked.'
_TAG_WORDS = frozenset("ENUDOANRZ")
#: How many tokens a sentence may have, and where a longer one is parted.
_LONGEST = 300
_PAUSES = frozenset((",", ";", ":", "—", "–", "|"))
#: How many words the aside in a tag may have, and what follows the verb.
_ASIDE = 30
_ADJUNCT = 12
_TELLING = frozenset(("tells", "told"))
#: What a sign does, and a crowd.
_READING = frozenset(("chant", "chanted", "chants", "read", "reads"))


def sentences(
    starts: Sequence[int],
    ends: Sequence[int],
    words: Sequence[str],
    lower: Sequence[str],
    tags: Sequence[str],
    first: int,
    last: int,
) -> list[tuple[int, int]]:
    """The sentences of one paragraph as ranges of tokens, end exclusive; the paragraph is tokens first to last."""
    found = []
    begin = first
    i = first
    opens = _Opening(words, starts, ends, first, last)
    while i < last:
        word = words[i]
        full_stop = word in _END or (len(word) > 1 and word[0] == "." and word[1] == ".")
        lettered = i + 1 < last and begins_behind_letter(words, i + 1)
        if not full_stop and not (word[-1] == "." and len(word) > 1 and (_may_end(word) or lettered)):
            i += 1
            continue
        end = i + 1
        quoted = False
        while (
            end < last
            and starts[end] == ends[end - 1]
            and (words[end] in MARKS or words[end] in _CLOSERS or words[end] in _END)
            and not opens(end)
        ):
            quoted = quoted or words[end] in MARKS
            end += 1
        if end < last and _begins(words, lower, tags, starts, ends, end, full_stop, quoted, opens(end), word):
            found.append((begin, end))
            begin = end
        i = end
    if begin < last:
        found.append((begin, last))
    return [piece for whole in found for piece in _pieces(words, *whole)]


class _Opening:
    """Does a mark without a space on either side open: "he left.**“**We know,” she said"; a straight one by how many stand before it?

    One that faces the wrong way too, where nothing is open: "Ortega said.**”**We know it." It is asked from left to right, so that the
    marks are counted once.
    """

    def __init__(self, words: Sequence[str], starts: Sequence[int], ends: Sequence[int], first: int, last: int) -> None:
        self.words, self.starts, self.ends, self.counted, self.last = words, starts, ends, first, last
        self.marks = self.open = 0

    def __call__(self, at: int) -> bool:
        word = self.words[at]
        if word in _OPENING_MARKS or word not in '"”':
            return word in _OPENING_MARKS
        behind = at + 1
        if behind == self.last or self.starts[behind] != self.ends[at] or not self.words[behind][0].isalnum():
            return False
        passed = self.words[self.counted : at]
        self.marks += passed.count('"')
        self.open += passed.count("“") - passed.count("”")
        self.counted = at
        return self.marks % 2 == 0 if word == '"' else self.open == 0 and self.words[behind][0].isupper()


def _pieces(words: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A sentence, in pieces if nobody would write one so long: speech recognition gives no full stops, tables have none.

    What looks for the rest of a sentence so takes no longer for a longer text. A piece ends behind a comma where there is one.
    """
    while last - first > _LONGEST:
        end = next((i for i in range(first + _LONGEST, first + _LONGEST // 2, -1) if words[i - 1] in _PAUSES), first + _LONGEST)
        yield first, end
        first = end
    yield first, last


def _may_end(word: str) -> bool:
    """May an abbreviation close a sentence? "U.S." and "Inc." may, "Sen." and the "B." of a name may not."""
    stem = word[:-1]
    return len(stem) > 1 and stem not in BINDING_ABBREVIATIONS and (stem in ABBREVIATIONS or "." in stem)


def _begins(
    words: Sequence[str],
    lower: Sequence[str],
    tags: Sequence[str],
    starts: Sequence[int],
    ends: Sequence[int],
    at: int,
    full_stop: bool,
    quoted: bool,
    opens: bool,
    stop: str,
) -> bool:
    """Does a new sentence begin at this token, after a stop?"""
    word = words[at]
    if starts[at] == ends[at - 1] and not quoted:
        # the space is missing: "It was late.Ortega left.", "I saw it on TV.Ortega left.", 'It was "late".Ortega left.'
        before = words[at - 2] if at > 1 and full_stop else ""
        closed = before in MARKS or (len(before) > 1 and (before.islower() or before.isdigit() or before.isupper() or opens))
        return closed and (opens or (word[:1].isupper() and (word[1:2].islower() or word in ("A", "I"))))
    first = word[0]
    if first.islower():
        return False
    if stop in _HOURS and first.isupper():
        return word not in _BEHIND_HOURS
    if not full_stop:
        # "U.S. The" but not "U.S. Senate": only a word that is no name begins a sentence after an abbreviation
        return (first.isupper() and tags[at] in "DUCWISOXR" and lower[at] != "i") or (
            word in MARKS and words[min(at + 1, len(words) - 1)][0].isupper()
        )
    if quoted and first in "—–-―~":
        # a name may sign the quotation: '"Never again." — Natasha Ortega'
        return False
    if quoted and first.isupper() and not _is_introduced(words, lower, tags, at) and _is_tag(words, lower, tags, at, stop):
        return False
    return first.isupper() or first.isdigit() or word in MARKS or word in _OPENERS or (not first.isalnum() and word not in ",;:%)]}")


def _is_introduced(words: Sequence[str], lower: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Is it told before the quotation who says it: 'Fans **chanted** "Stop!" Ortega told them to go home.'?"""
    opening = next((i for i in range(at - 2, 0, -1) if words[i] in MARKS), 0)
    verb = opening - 1 - (words[opening - 1] in (",", ":"))
    return 0 < verb < opening and (lower[verb] in TAG_VERBS or lower[verb] in _READING) and tags[verb - 1] in "NEU"


def _is_tag(words: Sequence[str], lower: Sequence[str], tags: Sequence[str], at: int, stop: str) -> bool:
    """Is this the tag of the quotation before: a name or pronoun, then a verb of saying?

    A comma would stand where a full stop does, so that '"We won." He added, "Twice."' has two sentences.
    """
    # '"We won." **A spokesman for Ortega** said.'
    longest, allowed = (12, _TAG_WORDS | {"I"}) if stop == "." else (6, _TAG_WORDS)
    for i in range(at, min(at + longest, len(words))):
        if lower[i] in _CLOSING_TAG_VERBS and i > at and stop != ".":
            end = i + 1 + (lower[i + 1 : i + 2] != [] and lower[i + 1] in _PARTICLES)
            return end == len(words) or words[end] in (",", ";") or _says_nothing_else(words, lower, tags, end - 1)
        if lower[i] in TAG_VERBS and i > at:
            after = words[i + 1] if i + 1 < len(words) else "."
            if stop == ".":
                return _says_nothing_else(words, lower, tags, i)
            if (
                after == ","
                and words[i + 2 : i + 3]
                and words[i + 2] in MARKS
                and ((tags[at] == "U" and words[at] != "I") or lower[i] in _REPLYING)
            ):
                # '"Why now?" He answered, **"Because."**', but not '"Why now?" Ortega asked, "and why here?"'
                return not words[i + 3 : i + 4] or not words[i + 3][0].isupper()
            return after in (".", ",", ";") or (tags[at] in "EU" and i - at < 5 and after not in (":", "that"))
        if words[i] == "," and i > at and (tags[at] in "EN" or (stop == "." and tags[at] in "DO")):
            return _is_tag_behind_aside(words, lower, tags, i, stop)
        if tags[i] not in allowed:
            return False
    return False


def _is_tag_behind_aside(words: Sequence[str], lower: Sequence[str], tags: Sequence[str], at: int, stop: str) -> bool:
    """Does the aside that begins at this comma end before a verb of saying: '"Why now?" Ortega, the principal, asked.'?"""
    for i in range(at + 1, min(at + _ASIDE, len(words) - 2)):
        if words[i] in _END or words[i] in MARKS:
            return False
        if words[i] == "," and lower[i + 1] in TAG_VERBS:
            ends = stop != "." and (words[i + 2] in (",", ";") or tags[i + 2] in "RI")
            return ends or _says_nothing_else(words, lower, tags, i + 1)
    return False


def _says_nothing_else(words: Sequence[str], lower: Sequence[str], tags: Sequence[str], verb: int) -> bool:
    """Does the sentence end with no more than to whom, when and where it was said: '"We won." Ortega **told the Courier on Monday**.'?"""
    at = verb + 1
    if lower[verb] in _TELLING:
        told = at
        at += at < len(words) and tags[at] == "D"
        if not (at < len(words) and (tags[at] in "EU" or (tags[at] == "N" and words[at][-1] == "s"))):
            return False
        at += 1
        while told < at < len(words) and tags[at] == "E":
            at += 1
    elif at < len(words) and words[at] in _BEHIND_HOURS:
        at += 1
    if at < len(words) and words[at] != "." and tags[at] not in "IR":
        return False
    limit = min(at + _ADJUNCT, len(words))
    end = next((i for i in range(at, limit) if tags[i] not in "IRDNEAOQ"), limit)
    return end == len(words) or words[end] == "."
