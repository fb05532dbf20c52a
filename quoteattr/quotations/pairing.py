"""Pair the marks, paragraph by paragraph, so that one bad mark harms its own paragraph at most.

Double marks first: straight, curly, guillemets, low-9, two apostrophes, two backquotes, in any mixture. Single marks
count where no double mark is open, and apostrophes, plural possessives, ``'tis`` and ``'90s`` are told apart from them. A paragraph
that ends inside a quotation is joined with the next if that one re-opens it, as newspapers do, or closes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from quoteattr.quotations.marks import DOUBLE, SINGLE, Facing, facing
from quoteattr.text.document import Document, TokenRange
from quoteattr.text.sentences import TAG_VERBS
from quoteattr.text.tags import FINITE

_ELISIONS = frozenset("tis twas em til cause round bout tween n nuff".split())
#: Through how many paragraphs without a mark a quotation goes on that a later one closes.
_BARE_PARAGRAPHS = 3
#: How many words the name in a tag has at most.
_NAME_LIMIT = 5
_STOPS = frozenset((".", ",", "?", "!", "…", ";", ":", "...", "—", "-"))


@frozen
class Quotation:
    """A stretch of tokens between quotation marks, marks included.

    >>> doc = Document('"I am," she said, "not done.')
    >>> [(doc.slice(q.first, q.last), q.closed) for q in quotations(doc)]
    [('"I am,"', True), ('"not done.', False)]
    """

    first: int
    last: int
    #: Is there a closing mark?
    closed: bool
    #: Are the marks single ones?
    single: bool
    #: Does it go on with the quotation before it, which the paragraph before left open?
    continues: bool
    #: Is there an opening mark? None where it goes on without one.
    opened: bool = True

    @property
    def inside(self) -> TokenRange:
        """The range of its words, without the marks."""
        return self.first + self.opened, self.last - self.closed


def quotations(doc: Document) -> list[Quotation]:
    """The outermost quotations of a document, in order and disjoint."""
    found: list[Quotation] = []
    #: The quotation that was left open, and how many were found up to it.
    left_open: Quotation | None = None
    so_far = 0
    #: The paragraphs without a mark behind it.
    bare: list[TokenRange] = []
    for (first, last), interposed in zip(doc.paragraphs, doc.interposed, strict=True):
        if interposed:
            continue
        begin = first
        mark = _first_double(doc, first, last)
        if left_open is not None and mark < 0 and _is_reported(doc, first, last):
            # the mark that should close it is missing
            found[so_far - 1] = _before_tag(doc, left_open)
            left_open = None
        if left_open is not None and mark < 0 and not left_open.single and len(bare) < _BARE_PARAGRAPHS:
            bare.append((first, last))
            found += _in_paragraph(doc, first, last)
            continue
        if left_open is not None and _closes(doc, first, mark) and not left_open.single:
            # what was opened in another paragraph is closed here
            found[so_far:] = [Quotation(*span, closed=False, single=False, continues=True, opened=False) for span in bare]
            begin = mark + 1
            found.append(Quotation(first, begin, closed=True, single=False, continues=True, opened=False))
            left_open = None
        here = _in_paragraph(doc, begin, last)
        if left_open is not None and not bare and here and here[0].first == first and here[0].single == left_open.single:
            here[0] = evolve(here[0], continues=True)
        elif left_open is not None:
            found[so_far - 1] = _before_tag(doc, left_open)
        bare = []
        found += here
        so_far = len(found)
        left_open = here[-1] if here and not here[-1].closed and here[-1].last == last else None
    if left_open is not None:
        found[so_far - 1] = _before_tag(doc, left_open)
    return found


def _before_tag(doc: Document, one: Quotation) -> Quotation:
    """A quotation that nothing closes, without the tag in it: '"It is late, **said Natasha Ortega.**'."""
    return evolve(one, last=_tag_inside(doc, one.first, one.last) or one.last)


def _closes(doc: Document, first: int, mark: int) -> bool:
    """Does this mark, the first of the paragraph that begins there, close what another opened?"""
    return mark > first and facing(doc.text, doc.starts[mark], doc.ends[mark]) is Facing.CLOSES and _is_told(doc, first, mark)


def _is_reported(doc: Document, first: int, last: int) -> bool:
    """Does this paragraph without marks tell what somebody says: "Through all of this, **Ortega says** they had no warning."?"""
    said = (i for i in range(first + 1, last - 1) if doc.lower[i] in ("said", "says"))
    return any(doc.tags[i - 1] == "E" and doc.tags[i + 1] in "SDUOEN" for i in said)


def _is_told(doc: Document, first: int, last: int) -> bool:
    """Is it a part of what is said, and not the name below it: '"It is late.' / 'Natasha Ortega, the principal"'?"""
    return doc.words[first][0].islower() or any(kind in FINITE for kind in doc.tags[first:last])


def _first_double(doc: Document, first: int, last: int) -> int:
    """The first double mark of a paragraph; -1 if it has none."""
    return next((i for i in range(first, last) if doc.words[i] in DOUBLE and not (doc.words[i] == '"' and _is_inches(doc, i))), -1)


def quotation_of(doc: Document, found: Sequence[Quotation]) -> list[int]:
    """For each token, the index of the quotation in which it stands, or -1."""
    of = [-1] * len(doc)
    for number, q in enumerate(found):
        of[q.first : q.last] = [number] * (q.last - q.first)
    return of


def _in_paragraph(doc: Document, first: int, last: int) -> list[Quotation]:
    words, starts, ends, text = doc.words, doc.starts, doc.ends, doc.text
    doubles = [
        (i, facing(text, starts[i], ends[i]))
        for i in range(first, last)
        if words[i] in DOUBLE and not (words[i] == '"' and _is_inches(doc, i))
    ]
    found = []
    at = first
    if doubles and doubles[0][1] is Facing.CLOSES and _is_before_tag(doc, doubles[0][0], last):
        # 'We had no warning**,"** Ortega said.': the mark that opens it is missing
        mark, _ = doubles.pop(0)
        begin = max(first, doc.sentences[doc.sentence_of[mark]][0])
        found.append(Quotation(begin, mark + 1, closed=True, single=False, continues=False, opened=False))
        at = mark + 1
    spans = _pair_doubles(doc, doubles, last)
    for begin, end, closed in spans:
        found += _singles(doc, at, begin)
        found.append(Quotation(begin, end, closed, single=False, continues=False))
        at = end
    found += _singles(doc, at, last)
    return found


def _is_before_tag(doc: Document, mark: int, last: int) -> bool:
    """Does this mark end what is said before a tag: 'It is late,**"** Ortega said.', 'Is it late?**"** asked the mayor.'?"""
    if not mark or mark + 2 >= last:
        return False
    behind = mark + 1
    verb = next((i for i in range(behind, min(last, behind + _NAME_LIMIT)) if doc.tags[i] not in "EU"), behind)
    if doc.words[mark - 1] not in (",", "?", "!") and (doc.words[mark] != "”" or doc.lower[verb] not in ("said", "says")):
        return False
    return doc.lower[verb] in TAG_VERBS and (verb > behind or doc.tags[verb + 1] in "EUD")


def _is_inches(doc: Document, i: int) -> bool:
    """Is the mark an inch sign: 5'10"?"""
    return i > 0 and doc.ends[i - 1] == doc.starts[i] and doc.words[i - 1].isdigit() and i > 1 and doc.words[i - 2] in "'’"


def _pair_doubles(doc: Document, marks: list[tuple[int, Facing]], last: int) -> list[tuple[int, int, bool]]:
    """The outermost pairs as (first, last, closed)."""
    balanced = sum(f is Facing.OPENS for _, f in marks) == sum(f is Facing.CLOSES for _, f in marks)
    pairs: list[tuple[int, int, bool]] = []
    stack: list[int] = []
    for number, (i, way) in enumerate(marks):
        if way is Facing.EITHER:
            way = Facing.CLOSES if stack else Facing.OPENS
        if way is Facing.CLOSES and not stack and marks[number + 1 : number + 2] and marks[number + 1][1] is way and _introduced(doc, i):
            way = Facing.OPENS
        if way is Facing.OPENS:
            if stack and not (balanced and doc.words[i - 1] not in _STOPS):
                # opened twice: the first one was never closed; it holds its own sentence, no more
                _close_early(doc, stack[0], i, pairs)
                stack = []
            stack.append(i)
        elif stack:
            begin = stack.pop()
            if not stack:
                pairs.append((begin, i + 1, True))
    if stack:
        pairs.append((stack[0], last, False))
    return pairs


def _introduced(doc: Document, i: int) -> bool:
    """Are words introduced here, whatever way the mark faces: "**"** It is late." opens a paragraph, 'Lind said,**"** It is late."'?"""
    if doc.sentences[doc.sentence_of[i]][0] == i and (i == 0 or doc.ends[i - 1] == doc.starts[i]):
        # "Lind said.**”**It is late."
        return True
    if i == doc.paragraphs[doc.paragraph_of[i]][0]:
        return True
    return i > 1 and doc.words[i - 1] in (",", ":") and doc.lower[i - 2] in TAG_VERBS


def _close_early(doc: Document, begin: int, limit: int, pairs: list[tuple[int, int, bool]]) -> None:
    """End a quotation that nobody closed where its sentence does, or before its tag."""
    end = _tag_inside(doc, begin, limit) or min(doc.sentences[doc.sentence_of[begin]][1], limit)
    if end > begin + 1:
        pairs.append((begin, end, False))


def _tag_inside(doc: Document, begin: int, limit: int) -> int:
    """Where what is said ends before a tag that no mark parts from it: '"It is late**,** said Natasha Ortega.'; 0 if no tag is there."""
    for i in range(begin + 2, limit - 2):
        if doc.words[i] != ",":
            continue
        # "It is late,' said Natasha Ortega."
        behind = i + 1 + (doc.words[i + 1] in SINGLE)
        if doc.lower[behind] in ("said", "says") and doc.tags[behind + 1 : behind + 2] == ["E"]:
            return behind
        verb = next((j for j in range(behind, limit - 1) if doc.tags[j] != "E"), limit)
        if verb > behind and doc.lower[verb : verb + 1] in (["said"], ["says"]) and doc.words[verb + 1] in (".", ","):
            return behind
    return 0


def _singles(doc: Document, first: int, last: int) -> list[Quotation]:
    """Quotations in single marks within a range of tokens that holds no double mark."""
    words = doc.words
    found = []
    i = first
    while i < last:
        if words[i] in SINGLE and _opens_single(doc, i, last):
            end = _closing_single(doc, i, last)
            if end or _is_left_open(doc, i, last):
                found.append(Quotation(i, end or last, closed=end > 0, single=True, continues=False))
                i = end or last
                continue
        i += 1
    return found


def _opens_single(doc: Document, i: int, last: int) -> bool:
    if i + 1 >= last or doc.ends[i] != doc.starts[i + 1]:
        return False
    if facing(doc.text, doc.starts[i], doc.ends[i]) is not Facing.OPENS:
        return False
    after = doc.lower[i + 1]
    if doc.words[i] in "'’" and after in _ELISIONS:
        return False
    return after[0].isalnum() or after[0] in "[(…$£€."


def _is_left_open(doc: Document, i: int, last: int) -> bool:
    """Is the rest of the paragraph quoted, and the next goes on with it: "Lind said: **'It is late.**"; "**'We know it.**"?"""
    first, end = doc.paragraphs[doc.paragraph_of[i]]
    begins = i == first or doc.words[i - 1] == ":"
    return last == end and begins and doc.words[i + 1][0].isupper() and doc.words[last - 1] in _STOPS


def _closing_single(doc: Document, begin: int, last: int) -> int:
    """Where the quotation that a single mark opens ends, exclusive; 0 if nowhere.

    The mark after "families" in 'the families' rights' may be an apostrophe: a mark after an s without a stop before it
    closes only if no better one follows.
    """
    words = doc.words
    doubtful = 0
    for i in range(begin + 2, last):
        if words[i] not in SINGLE or doc.starts[i] != doc.ends[i - 1]:
            if doubtful and words[i] in SINGLE and facing(doc.text, doc.starts[i], doc.ends[i]) is Facing.OPENS:
                break
            continue
        way = facing(doc.text, doc.starts[i], doc.ends[i])
        if way is Facing.OPENS:
            continue
        if words[i - 1] in _STOPS or words[i - 1][-1] not in "sS" or (i + 1 < last and words[i + 1] in _STOPS):
            return i + 1
        doubtful = doubtful or i + 1
    return doubtful
