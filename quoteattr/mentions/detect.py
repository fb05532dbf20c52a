"""All mentions of a document that coreference works with: its names, its sources, and the pronouns between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence

from quoteattr.mentions.joint import read_source, share_surname
from quoteattr.mentions.mention import KIN, RELATIVES, Mention, SourceKind, gender_of_noun, kind_of_noun, name_mention, pronoun_mention
from quoteattr.mentions.names import DEGREES, names
from quoteattr.mentions.noun_phrases import TYING, NounPhrases
from quoteattr.mentions.sources import Saying, described, read_one
from quoteattr.mentions.subjects import opening_bracket
from quoteattr.quotations import Quotation, quotation_of
from quoteattr.quotations.passages import Passage
from quoteattr.text.document import Document, TokenRange
from quoteattr.text.readings import DASHES
from quoteattr.text.tags import FINITE, PAUSES

_REFLEXIVES = frozenset(("himself", "herself", "itself", "themselves"))
#: How many words may stand before a name as what somebody is.
_WORDS_BEFORE = 5
#: When somebody is what an apposition says.
_AT_ONE_TIME = frozenset("then now once still formerly later also".split())
#: How many words may tell of the first of the two things that somebody is.
_WORDS_OF_OFFICE = 10
_INDEFINITE = frozenset(("a", "an", "one"))
#: Who is met in crimes and accidents, and verbs whose object tells what somebody is.
_ACTED_ON = frozenset(
    "accused assailant attacker boy burglar driver girl gunman inmate intruder man motorist passenger patient pedestrian prisoner robber "
    "shooter suspect teen teenager thief victim woman".split()
)
_BEING = frozenset("be became become remain remained".split())
#: What stands before what somebody is.
_EQUATING = PAUSES | {"as", "like", "became", "becoming", "remains", "remained", "called"}
_PEOPLE = frozenset(("unnamed person", "group"))
_PRONOUNS = frozenset(("he", "she", "his", "her", "him"))
_RELATIVES = frozenset(("who", "whose"))
#: How many words the owner's name has at most, and the possessive behind it.
_OWNER = 5
#: What opens a clause that tells more of who is named before it.
_RELATED = frozenset(("who", "whom", "whose"))
#: What opens one without a verb.
_ASIDES = frozenset("alongside formerly like not once together unlike".split())
#: How many words back a first "who" is looked for.
_REACH = 40


def mentions(
    doc: Document,
    quotations: list[Quotation],
    phrases: list[NounPhrases],
    sayings: Sequence[Saying],
    *,
    fiction: bool = False,
) -> tuple[list[Mention], list[list[int]]]:
    """The mentions in text order, and for each source the mentions that it consists of, by index.

    `phrases` are the noun phrases of each passage. A name that is part of a source is a mention of its own only if the source is not named
    by it. In news "his mother" is somebody who has no name there; with `fiction` it is nobody new, as in a story she mostly has one.
    """
    in_quotation = [number >= 0 for number in quotation_of(doc, quotations)]
    in_report = [False] * len(doc)
    for saying in sayings:
        for first, last in saying.contents:
            in_report[first:last] = [True] * (last - first)
    subjects = {last: (first, behind) for first, last, behind in _subjects(phrases)}
    passage_of = _passage_of(doc, phrases)
    named = [name_mention(name) for name in names(doc)]
    surnames = {m.name[-1] for m in named if len(m.name) > 1}
    # "**Tom** and Ann Lind run the shop", who need not be sources
    share_surname(doc, named, surnames)
    starts = [m.first for m in named]
    parts: list[list[Mention]] = []
    taken: set[tuple[int, int]] = set()
    for number, saying in enumerate(sayings):
        if saying.source is None:
            parts.append([])
            continue
        first, last = saying.source
        inside = named[bisect_left(starts, first) : bisect_left(starts, last)]
        if last - first == 1 and doc.lower[first] in RELATIVES and doc.tags[first] != "E":
            first, last, inside = _antecedent(phrases[passage_of[first]], first, named, starts) or (first, last, inside)
        found = read_source(doc, first, last, inside)
        share_surname(doc, found, surnames)
        for mention in found:
            mention.utterance = number
            mention.told = saying.told
            mention.asks = saying.asks
            mention.replies = saying.replies
            mention.subject = True
            if mention.form == "name":
                taken.add(mention.core)
        parts.append(found)
    everything = [m for m in named if m.core not in taken]
    seen: dict[tuple[int, int], Mention] = {}
    for found in parts:
        for k, mention in enumerate(found):
            known = seen.setdefault((mention.first, mention.last), mention)
            found[k] = known
            if known is mention:
                everything.append(mention)
    sources_at = {m.first for m in seen.values() if m.form == "pronoun"}
    for i, word in enumerate(doc.lower):
        if word in _PRONOUNS and i not in sources_at and not in_quotation[i]:
            everything.append(pronoun_mention(i, word))
    for m in named:
        noun = (_comma_before(doc, m) or m.first) - 1
        if m.gender is None and noun >= 0 and (noun < m.first - 1 or doc.lower[noun] in KIN):
            # "her mother, **Galina Petrov**,"; "his sister **Ngaire**"
            m.gender = gender_of_noun(doc.lower[noun])
        if m.kind == "unknown" and noun > 0 and doc.lower[noun] in KIN and doc.tags[noun - 1] in "OZA":
            m.kind = "person"
        # "bus driver **Kunle Afolabi** had slept"
        in_role = m.first > 0 and doc.tags[m.first - 1] == "N" and doc.lower[m.first - 1] in doc.vocabulary.roles
        if m.kind == "unknown" and len(m.name) > 1 and (in_role or _is_apposed(doc, m) or _is_described(doc, m)):
            m.kind = "person"
    ends = {m.core[1] for m in everything}
    # "the Rt Hon **Jane Roe MP**"
    ends |= {m.core[1] + 1 for m in named if DEGREES.issuperset(doc.words[m.core[1] : m.core[1] + 1])}
    # "his daughter, **Denise Hale**,", "his daughter, **the Rev. Denise Hale**,"
    ends |= {noun for m in named if m.kind == "person" and len(m.name) > 1 and (noun := _comma_before(doc, m)) > 0}
    names_end = {m.core[1] for m in named if m.kind in ("person", "unknown")}
    for last, (first, behind) in subjects.items():
        # "Williams, **then the chairman**, called"; "Williams, a lawyer and **now a judge**, called"
        comma = _before_first_of_several(doc, first - 1 - (first > 1 and doc.lower[first - 1] in _AT_ONE_TIME))
        apposed = comma > 0 and doc.words[comma] in PAUSES and doc.tags[comma - 1] == "E"
        told = doc.lower[comma - 1 : comma + 1] in (["who", "is"], ["who", "was"])
        if ((apposed and comma in names_end) or told) and behind < len(doc) and doc.words[behind] in PAUSES:
            # "Williams, **the chairman** of the board, called", "Williams, who is **the chairman**, called"
            continue
        # "**Jo Lind's sister** called", but not "Williams, **Lind's friend**, called"
        somebodys = (
            doc.tags[first] in "DO" or doc.lower[first] in ("one", "someone", "somebody") or ("Z" in doc.tags[first:last] and not apposed)
        )
        if last not in ends and (doc.tags[first] == "D" if fiction else somebodys) and not in_quotation[first]:
            person = described(doc, first, last)
            if person is not None:
                everything.append(person)
    if any(m.head == "they" and m.form == "pronoun" for m in seen.values()):
        # "**Residents** packed the hall. They said"
        speaking = {i for m in seen.values() for i in range(m.first, m.last)}
        for last, (first, _) in subjects.items():
            several = doc.tags[last - 1] in "NE" and kind_of_noun(doc.lower[last - 1], doc.vocabulary.roles) == "group"
            silent = several and last not in ends and not in_quotation[first]
            if silent and first not in speaking:
                everything.append(read_one(doc, first, last, ()))
    for last, first in () if fiction else _met(phrases):
        person = described(doc, first, last) if last not in ends and last not in subjects and not in_quotation[first] else None
        if person is not None and (person.gender is not None or person.head in _ACTED_ON):
            everything.append(person)
    for m in everything:
        m.quoted = in_quotation[m.first]
        m.reported = in_report[m.first]
        # "the Department **of** Justice"
        m.aside = m.form == "name" and _is_aside(doc, m, names_end)
        acting = m.core[1] in subjects or any(doc.lower[i] == "of" and i in subjects for i in range(*m.core))
        m.subject = m.subject or (acting and not m.aside)
        m.passage = passage_of[m.first]
    everything.sort(key=lambda m: (m.first, m.last))
    number_of = {id(m): i for i, m in enumerate(everything)}
    return everything, [[number_of[id(m)] for m in found] for found in parts]


def _is_aside(doc: Document, m: Mention, names_end: Container[int]) -> bool:
    """Does it only tell of somebody named before it: "Ortega, whose father, **Bo Lind**, was hurt"; "Ortega, a friend of **Bo Lind**"?"""
    opening = doc.sentences[doc.sentence_of[m.first]][0]
    # not the comma of "whose father, **Bo Lind**"
    last = m.first if m.first - 1 in names_end else _comma_before(doc, m) or m.first
    first = next((i for i in range(last - 1, opening, -1) if doc.words[i] == "," or doc.lower[i] in _RELATED), opening)
    if doc.lower[first] in _RELATED:
        # "It was Ortega who beat **Bo Lind**"
        return first - (doc.words[first - 1] == ",") in names_end
    if doc.words[first] != "," or first not in names_end:
        return _is_behind_object(doc, m, names_end)
    first += 1
    between = doc.tags[first : m.first]
    if doc.lower[first : first + 3] == ["as", "well", "as"] or doc.is_possessive(m.core[1]):
        # "Ortega, **Bo Lind**'s lawyer"
        return first == m.first - 3 * (doc.lower[first] == "as")
    opens = doc.tags[first] == "D" or doc.lower[first] in _ASIDES
    return opens and (doc.tags[m.first - 1] == "I" or m.first - 1 == first) and FINITE.isdisjoint(between)


def _is_behind_object(doc: Document, m: Mention, names_end: Container[int]) -> bool:
    """Does it stand behind the object of its clause: "The party chose Ortega over **Bo Lind**", "hired Ortega to replace **Bo Lind**"?"""
    governed = doc.tags[m.first - 1] in "IGB" if m.first else False
    if not governed or doc.lower[m.first - 1] in ("by", "as"):
        return False
    opening = doc.sentences[doc.sentence_of[m.first]][0]
    last = next((i for i in range(m.first - 1, opening, -1) if doc.tags[i] in "VXMSWC." or i in names_end), opening)
    begin = last
    while begin > opening and doc.tags[begin - 1] == "E":
        begin -= 1
    # but not "replaced Ortega with **Bo Lind**"
    replaced = doc.lower[begin - 1].startswith("replac") and doc.lower[m.first - 1] == "with"
    return begin < last and last in names_end and begin > opening and doc.tags[begin - 1] == "V" and not replaced


def _before_first_of_several(doc: Document, tie: int) -> int:
    """The comma before the first of what somebody is, from the "and" before the last: "Ortega**,** a judge and a poet"; else that token."""
    first = tie
    while doc.lower[tie] == "and" and tie - first < _WORDS_OF_OFFICE and doc.tags[first - 1] in "DOANEZI":
        first -= 1
    return first - 1 if first < tie and doc.tags[first] in "DON" and doc.words[first - 1] == "," else tie


def _comma_before(doc: Document, m: Mention) -> int:
    """The comma before a name and what stands with it; 0 if there is none.

    "Her husband**,** the painter Max Orr", "her father**,** a plumber named Bo Orr".
    """
    at = m.first - 1
    while at > 0 and m.first - at < _WORDS_BEFORE and (doc.tags[at] in "NA" or doc.lower[at] == "named") and doc.words[at][0].islower():
        at -= 1
    at -= at > 0 and doc.lower[at] in ("the", "a", "an")
    return at if at > 0 and doc.words[at] == "," else 0


def _is_apposed(doc: Document, m: Mention) -> bool:
    """Does the name stand between commas behind what somebody is: "his agent, **Paolo Rizzi**, was"?"""
    behind = doc.words[m.last] if m.last < len(doc) else "."
    return (
        m.first > 1 and doc.words[m.first - 1] == "," and doc.lower[m.first - 2] in doc.vocabulary.roles and behind in (",", ".", ";", ")")
    )


def _is_described(doc: Document, m: Mention) -> bool:
    """Does behind the name stand what somebody is: "**Fran Moody**, a retired librarian who"?"""
    at = m.last
    if doc.words[at : at + 1] != [","] or doc.lower[at + 1 : at + 2] not in (["a"], ["an"]):
        return False
    end = at + 2
    while end < len(doc) and doc.tags[end] in "NA":
        end += 1
    return doc.lower[end - 1] in doc.vocabulary.roles


def _passage_of(doc: Document, phrases: list[NounPhrases]) -> list[int]:
    numbers = [0] * (len(doc) + 1)
    for number, here in enumerate(phrases):
        first, last = here.passage.tokens(0, len(here.passage))
        numbers[first:last] = [number] * (last - first)
    return numbers


def _subjects(phrases: list[NounPhrases]) -> Iterator[tuple[int, int, int]]:
    """The noun phrases that are the subject of a finite verb, or the topic of their sentence.

    The first token of each, the one behind it, and the one behind what is tied to it.
    """
    for here in phrases:
        passage = here.passage
        tags, lower = passage.tags, passage.lower
        for first, last in here.spans:
            after = last
            while after + 1 < len(tags) and lower[after] in TYING and after + 1 in here.by_start:
                # "**Ruthie Beam** of the Blue Moon agrees", "**A man** in a Bruins jersey stood up"
                after = here.by_start[after + 1]
            while after < len(tags) and (tags[after] == "R" or lower[after] in _REFLEXIVES):
                after += 1
            # "**Ortega** worries", "Does **Ortega** worry?"
            verb = after < len(tags) and (tags[after] in "VXM" or (tags[after] == "B" and first > 0 and tags[first - 1] in "XM"))
            aside = _has_aside(passage, first, last, after)
            new = after < len(tags) and (tags[after] in "GP" or lower[after] == "who") and _is_new(here, first, after)
            # "the children of Al Lind, a miller, and **Ida (Orr) Lind**", but not "Lind left, and **Orr**, laughing, ran"
            listed = aside and not verb and first > 0 and tags[first - 1] == "C" and FINITE.isdisjoint(tags[after:])
            joined = listed and not FINITE.isdisjoint(tags[:first])
            governed = joined or (first > 0 and tags[first - 1] in "ITVG")
            topic = lower[max(0, first - 2) : first] == ["as", "for"]
            # "Then there was **the woman** at the counter."
            topic = topic or (first > 1 and lower[first - 2] == "there" and tags[first - 1] == "X")
            # "It angered **Ortega**, who had voted for it"
            told_more = lower[last : last + 2] in ([",", "who"], [",", "whose"])
            topic = topic or (told_more and last - first > 1 and tags[last - 1] == "E")
            if ((verb or aside or new) and not governed) or topic:
                yield passage.firsts[first], passage.lasts[last - 1], passage.lasts[after - 1]


def _has_aside(passage: Passage, first: int, last: int, after: int) -> bool:
    """Does an aside begin at this item that tells more of the noun phrase: "Ortega, **the principal**"; "Ortega, **Bo Lind's lawyer**"?"""
    tags, lower = passage.tags, passage.lower
    if after + 1 >= len(tags):
        return False
    if lower[after] != ",":
        return lower[after] == "(" or lower[after] in DASHES
    owner = set(tags[first:last]) == {"E"} and tags[after + 1 : after + _OWNER].lstrip("E")[:1] == "Z"
    return owner or tags[after + 1] in "DOWNAQIGPV" or (first > 0 and lower[first - 1] == "," and tags[after + 1] in "XM")


def _met(phrases: list[NounPhrases]) -> Iterator[TokenRange]:
    """The noun phrases that bring in somebody who is no subject, "Ortega met **a woman** at the door": the token behind, and the first.

    But not what somebody is: "Ortega, **a woman** of few words", "Ortega became a star as **a man**". Of those with "the", only
    whoever police act on: "Officers found **the driver**".
    """
    for here in phrases:
        passage = here.passage
        for first, last in here.spans:
            before = passage.lower[first - 1] if first else ","
            new = passage.lower[first] in _INDEFINITE and before not in _EQUATING and passage.tags[first - 1] != "X"
            if new or _is_acted_on(passage, first, last):
                yield passage.lasts[last - 1], passage.firsts[first]


def _is_acted_on(passage: Passage, first: int, last: int) -> bool:
    """Is something done to who was met in a crime or an accident: "Police arrested **the suspect**", "spoke with **the driver**"?"""
    if passage.lower[first] not in ("the", "another") or passage.lower[last - 1] not in _ACTED_ON or not first:
        return False
    before = first - 1 - (passage.tags[first - 1] == "I" and passage.lower[first - 1] in ("with", "to"))
    return before >= 0 and passage.tags[before] in "VB" and passage.lower[before] not in _BEING


def _is_new(phrases: NounPhrases, first: int, after: int) -> bool:
    """Is somebody new told of: "**A woman** who lives nearby stopped", but not "A woman who knows bread, *Dana Foss* runs the shop"?

    Also "**The man** who found her has not slept".
    """
    tags, lower = phrases.passage.tags, phrases.passage.lower
    if (
        (lower[first] not in _INDEFINITE and not (lower[first] == "the" and lower[after] == "who"))
        or (first and tags[first - 1] not in "SC")
        or lower[after] in ("named", "called")
    ):
        return False
    comma = next((i for i in range(after, len(tags)) if lower[i] == ","), len(tags))
    return tags[comma + 1 : comma + 2] != "E"


def _somebody_ends(named: Sequence[Mention], starts: Sequence[int], last: int) -> bool:
    """Does a name end here that may be somebody's?"""
    m = named[bisect_left(starts, last) - 1] if starts else None
    return m is not None and m.last == last and m.kind in ("person", "unknown")


def _kind_at(passage: Passage, end: int) -> SourceKind:
    """What the noun that ends here stands for."""
    return kind_of_noun(passage.lower[end - 1], passage.vocabulary.roles)


def _is_thing(passage: Passage, end: int) -> bool:
    """Does a noun end here that is neither people nor a body: "a **report** from"?"""
    return passage.tags[end - 1] == "N" and _kind_at(passage, end) in ("document", "unknown")


def _antecedent(phrases: NounPhrases, source: int, named: list[Mention], starts: list[int]) -> tuple[int, int, list[Mention]] | None:
    """The noun phrase that *who* or *which* stands for: the one right before it."""
    passage = phrases.passage
    item = next((i for i, first in enumerate(passage.firsts) if first == source), 0)
    if item and passage.tags[item - 1] == "C":
        # "*Ortega*, who came late and **who** said", "*Ortega*, whose son came and **who** said"
        item = next((i for i in range(item - 1, max(0, item - _REACH), -1) if passage.lower[i] in _RELATIVES), item)
    end = item
    while end and (passage.lower[end - 1] in PAUSES or passage.tags[end - 1] in "I"):
        end -= 1
    if end and passage.lower[end - 1] == ")":
        # "Al Brandt **(D-Ohio)**, who"
        end = opening_bracket(passage.lower, end - 1)
    if end not in phrases.by_end:
        return None
    begin = phrases.by_end[end]
    if begin > 2 and passage.lower[begin - 2 : begin] == [",", "not"] and begin - 2 in phrases.by_end:
        # "it was **Ortega**, not Lind, who"
        begin, end = phrases.by_end[begin - 2], begin - 2
    who = passage.lower[item].startswith("who")
    if who and begin > 1 and passage.tags[begin:end] == "Q" and passage.lower[begin - 1] == "," and begin - 1 in phrases.by_end:
        # "**Frank Doyle**, 88, who"
        begin, end = phrases.by_end[begin - 1], begin - 1
    by_name = who and _somebody_ends(named, starts, passage.lasts[end - 1])
    tie = begin - 1
    # "the objections of **ranchers, who**", "a letter from the **head of the school, who**"
    at_person = who and _kind_at(passage, end) in _PEOPLE
    while (
        tie > 0
        and not at_person
        # "a report from **Jo Lind, who**", but "a **friend of Jo Lind, who**"
        and not (by_name and _is_thing(passage, tie))
        and passage.lower[tie] in ("of", "for", "at", "from", "in", "with")
        and tie in phrases.by_end
        and passage.lower[item] != "which"
    ):
        at_person = who and _kind_at(passage, tie) == "unnamed person"
        begin = phrases.by_end[tie]
        tie = begin - 1
    if passage.lower[begin] in ("a", "an") and begin > 1 and passage.lower[begin - 1] == ",":
        # "**Jeanette Cabral**, a nurse at the hospital, who", "**Jeanette Cabral** (D-Ohio), a nurse who"
        name = opening_bracket(passage.lower, begin - 2) if passage.lower[begin - 2] == ")" else begin - 1
        if passage.tags[name - 1] == "E":
            begin, end = phrases.by_end.get(name, begin), name
    if who and begin > 1 and passage.lower[begin - 1] in ("of", "from") and passage.lower[begin - 2] == ",":
        # "Frank Doyle, 88, **of Salem, who**"
        name = begin - 2
        name -= 2 * (passage.tags[name - 1] == "Q" and passage.lower[name - 2] == ",")
        if passage.tags[name - 1] == "E":
            begin, end = phrases.by_end.get(name, begin), name
    first, last = passage.firsts[begin], passage.lasts[end - 1]
    # "the Food and Drug Administration, **which**"
    near = named[max(0, bisect_left(starts, first) - 1) : bisect_left(starts, last)]
    first = min([first, *(m.first for m in near if m.last == last)])
    return first, last, named[bisect_left(starts, first) : bisect_left(starts, last)]
