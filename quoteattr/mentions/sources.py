"""What is a source made of? The noun phrase beside a cue, read for its name, its noun, its kind.

"the school's principal, **Natasha Ortega**"; "an ICE **spokesman**"; "**Burton** and **Nick**"; "school **officials**"; "**she**".
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from quoteattr.mentions.bodies import is_known_organization, is_organization_word
from quoteattr.mentions.given_names import first_names
from quoteattr.mentions.mention import (
    FIRST_PERSON,
    ONE_OF_SEVERAL,
    RELATIVES,
    THIRD_PERSON,
    Mention,
    gender_of_noun,
    kind_of_noun,
    own_words,
    pronoun_mention,
    singular,
)
from quoteattr.mentions.names import DEGREES, OFFICES, ends_office
from quoteattr.mentions.noun_phrases import before_initials, first_of_body
from quoteattr.mentions.where_from import country_of
from quoteattr.text.document import FIELDS, QUESTION_AND_ANSWER, Document, TokenRange, is_of_field
from quoteattr.text.readings import DASHES, is_ever_common_word
from quoteattr.text.tags import FINITE, PAUSES

_BARE_GROUPS = frozenset(
    ("some", "many", "others", "both", "those", "all", "most", "few", "several", "none", "everyone", "nobody", "anyone")
)
#: What ends the words of a phrase itself: "**everyone** but Hewitt".
_CORE_ENDS = DASHES | {"(", "[", "but", "except"}
#: How many words an office has at most between the initials of a body and a name.
_OFFICE_LIMIT = 4
#: What stands before "as" and how somebody is called.
_CALLED = frozenset("herself himself identified known name only themselves".split())
#: Nouns for companies that stand for papers as well: "his **label**, Ober Records, said".
_COMPANIES = frozenset(("label", "platform"))
#: How nouns begin for whoever speaks for somebody.
_SPEAKING_FOR = ("spokes", "aide", "adviser", "advisor", "lawyer")
_EMPHATIC = frozenset("herself himself itself themselves".split())
#: Of how much, or which part of it, a document is.
_HOW_MANY = frozenset(
    "average batch copies copy draft excerpt flurry part section series set string summary transcript trove version".split()
)
_RELATIVE_OR_PREPOSITION = frozenset("IWTVXMGS")
#: How many of them: "a **handful** of senators".
_SEVERAL = frozenset("handful lot number plenty rest".split())


@frozen
class Saying:
    """Who says something, as ranges of tokens: the source, what is said, and who is told; and whether it is a question or a reply."""

    source: TokenRange | None
    contents: tuple[TokenRange, ...] = ()
    told: TokenRange | None = None
    asks: bool = False
    replies: bool = False


def read_one(doc: Document, first: int, last: int, named: Sequence[Mention]) -> Mention:
    """The mention that a source of one speaker is; `named` are the names of the document that lie in its range, or more."""
    while first < last and (doc.words[last - 1] in ",;:" or (last - first > 1 and doc.lower[last - 1] in _EMPHATIC)):
        # "Natasha Ortega **herself**"
        last -= 1
    if last - first == 1:
        pronoun = _pronoun(doc, first)
        if pronoun is not None:
            return pronoun
    bracket = next((i for i in range(first, last) if doc.words[i] == "("), last)
    office = _behind_initials(doc, bracket, last, named) if bracket < last else None
    if office is not None:
        return _named(doc, office, first, last)
    # but not "a man **who** fought the Ober Drug Agency (ODA) plan"
    aside = "," in doc.words[first:bracket] or "W" in doc.tags[first:bracket]
    if bracket + 3 < last and not aside and doc.tags[bracket + 3] in "NA" and before_initials(doc, bracket + 2) is not None:
        # "an Ober Drug Agency (ODA) **spokeswoman**"
        return _nominal(doc, first, last, head_of(doc, bracket + 3, _core_end(doc, bracket + 3, last, named)))
    core_end = _core_end(doc, first, last, named)
    bearer = core_end
    while bearer - first > 1 and doc.words[bearer - 1] in DEGREES:
        bearer -= 1
    if any(m.core[1] == bearer and m.kind != "organization" for m in named):
        # "Simon Achebe **KC**", but not "the town's **MP**", "Dover's Labour **MP**"
        core_end = bearer
    people = [m for m in named if first <= m.core[0] and m.core[1] <= core_end and not (m.last < last and _possessive(doc, m))]
    head = head_of(doc, first, core_end)
    at_head = next((m for m in people if m.core[0] <= head < m.core[1]), None)
    if (at_head is None or at_head.kind == "organization") and people and people[-1].core[1] == core_end:
        closing = people[-1]
        owned = _is_owned_by_name(doc, first, closing.core[0] - 1) or _holds_office_at(doc, first, closing, named)
        if owned or _heads_body(doc, head, closing):
            at_head = closing
    if at_head is not None and len(at_head.name) == 1 and doc.lower[head] in doc.vocabulary.roles and len(people) > 1:
        # "**Undersecretary** for Education Mr. Toccafondi": an office, not a name
        at_head = None
    while at_head is not None and at_head.core[1] < core_end and doc.tags[at_head.core[1]] in "NA":
        # "University of Texas student body president **Sehar Memon**": the name of an organisation goes on as a title
        head = head_of(doc, at_head.core[1], core_end)
        at_head = next((m for m in people if m.core[0] <= head < m.core[1]), None)
    if at_head is not None and people[-1] is not at_head and _is_of_body(doc, at_head, people[-1], core_end):
        at_head = people[-1]
    if at_head is not None and at_head is people[-1] and (holder := _holder_behind(doc, at_head, core_end, last, named)) is not None:
        at_head = holder
    if at_head is not None and _is_office_of(doc, first, at_head):
        holder = _apposed_name(doc, first, core_end, last, head, named)
        at_head = holder if holder is not None and len(holder.name) > 1 and holder.kind in ("person", "unknown") else at_head
    if at_head is not None:
        return _named(doc, at_head, first, last)
    one_of = doc.lower[head] == "one"
    several = doc.tags[head] in "QD" or doc.lower[head] in _SEVERAL
    if several and doc.lower[head + 1 : head + 2] == ["of"] and head + 2 < core_end:
        # "one of his **advisers**, Tad Lind"; "some of his **advisers**"; "a growing number of **readers**"
        head = head_of(doc, head + 2, core_end)
    owner = _owner_of_words(doc, first, head)
    if owner:
        return read_one(doc, first, owner, named)
    apposed = _apposed_name(doc, first, core_end, last, head, named)
    mention = _nominal(doc, first, last, head)
    # "a spokeswoman for the manufacturer, **Halden Pharma**": she is no company, as "the developer, **Halden Homes**" is
    tied = doc.tags[head + 1 : head + 2] == ["I"] and mention.kind == "unnamed person"
    of_body = tied and apposed is not None and apposed.kind == "organization"
    if apposed is not None and not of_body:
        return _named(doc, apposed, first, last)
    if one_of and mention.kind == "group":
        # "**one** of the victims"
        mention.kind, mention.head = "unnamed person", singular(mention.head)
    return mention


def _is_of_body(doc: Document, body: Mention, holder: Mention, last: int) -> bool:
    """Does the source end with who holds an office at what it begins with: "Hope for Dover's director **Ann Lee**"?

    "ACLU of Ohio spokesman **Ann Lee**".
    """
    between = doc.tags[body.core[1] : holder.core[0]]
    office = doc.lower[holder.core[0] - 1] in doc.vocabulary.roles
    # "Centers for Disease Control and Prevention Director **Ann Lee**"
    beside = body.kind == "organization" and body.core[1] == holder.core[0] - 1
    linked = beside or (body.kind != "person" and doc.lower[body.core[1]] in ("at", "for", "in", "of"))
    owned = linked or "Z" in between or doc.is_possessive(body.core[1])
    return office and holder.core[1] == last and owned and not FINITE.intersection(between)


def _holder_behind(doc: Document, body: Mention, comma: int, last: int, named: Sequence[Mention]) -> Mention | None:
    """Who holds an office at what the source begins with, named in apposition: "Rights in China's spokeswoman, **Ann Lee**,"."""
    owned = any(doc.is_possessive(i) for i in range(body.core[1], comma))
    if not owned or doc.words[comma : comma + 1] != [","] or doc.lower[comma - 1] not in doc.vocabulary.roles:
        return None
    return next((m for m in named if m.first == comma + 1 and m.core[1] <= last and m.kind in ("person", "unknown")), None)


def _is_office_of(doc: Document, first: int, name: Mention) -> bool:
    """May this capitalised word be an office that no list has: "the **Sarpanch** of Rampur, Suresh Yadav"?"""
    alone = name.kind == "unknown" and len(name.name) == 1 and name.core[0] == first + 1
    return alone and doc.lower[first] == "the" and doc.lower[name.core[1] : name.core[1] + 1] == ["of"]


def _owner_of_words(doc: Document, first: int, head: int) -> int:
    """Where the owner ends whose words the phrase names: "**Lind**'s message", "**her** answer"; 0 if it names none."""
    if doc.lower[head] not in own_words():
        return 0
    possessive = next((i for i in range(head - 1, first, -1) if doc.is_possessive(i)), first)
    return possessive if possessive > first else first + 1 if doc.tags[first] == "O" else 0


def described(doc: Document, first: int, last: int) -> Mention | None:
    """The mention that a noun phrase is if its noun stands for a person: "the Vermont **senator**"."""
    mention = _nominal(doc, first, last, last - 1)
    return mention if mention.kind == "unnamed person" else None


def _pronoun(doc: Document, at: int) -> Mention | None:
    word = doc.lower[at]
    if doc.words[at] in QUESTION_AND_ANSWER & doc.turn_labels:
        return pronoun_mention(at, word)
    if doc.tags[at] == "E":
        # the WHO, the IT
        return None
    if doc.tags[at] == "U" or word in THIRD_PERSON or word in RELATIVES or word in FIRST_PERSON:
        return pronoun_mention(at, word)
    return None


def _core_end(doc: Document, first: int, last: int, named: Sequence[Mention]) -> int:
    """Where the phrase's own words end, before an apposition, a relative clause, a participle or an exception."""
    i = first + 1
    while i < last:
        word = doc.words[i]
        if word == "(" and any(m.core[0] < i < m.core[1] for m in named):
            # "Robert (Bob) Hill"
            i += 1
            continue
        if word in _CORE_ENDS or doc.tags[i] == "W" or word == "whose":
            return i
        if (
            doc.tags[i] == "P"
            and doc.tags[i - 1] == "N"
            and word not in ("named", "called")
            and i + 1 < last
            and "," not in doc.words[i:last]
        ):
            # "**the report** released in May"
            return i
        if word == "," and not any(m.core[0] < i < m.core[1] for m in named) and not _joins_fields(doc, i):
            return i
        if doc.tags[i - 1 : i + 1] == ["N", "E"] and doc.tags[first] in "DO" and _acts(doc, i, last):
            # "**the company** Ortega founded"
            return i
        i += 1
    return last


def _joins_fields(doc: Document, comma: int) -> bool:
    """Is it between the fields of an office: "Commissioner for Information**,** Culture and Tourism, Ana Reyes"?"""
    end = next((i for i in range(comma, len(doc)) if doc.tags[i] != "E"), len(doc))
    return end > comma and is_of_field(doc.words[end - 1])


def _behind_initials(doc: Document, at: int, last: int, named: Sequence[Mention]) -> Mention | None:
    """Who holds an office at a body whose initials stand in this bracket: "Department of Education (DepEd) Secretary **Ana Reyes**"."""
    behind = _after_bracket(doc, at, last)
    person = next((m for m in named if m.core[0] >= behind and m.core[1] <= last), None)
    if behind != at + 3 or person is None or not person.core[0] - behind <= _OFFICE_LIMIT:
        return None
    if person.core[0] == behind and ends_office(doc, at - 1):
        # "Chief Executive Officer (CEO) **Ana Reyes**"
        return person
    # "(ODA) director**,** Ana Reyes"
    office = person.core[0] - 1 - (doc.words[person.core[0] - 1] == ",")
    titled = doc.lower[office] in doc.vocabulary.roles or doc.vocabulary.is_title_word(doc.words[office])
    return person if titled and behind <= office and set(doc.tags[behind:office]) <= set("NAE") else None


def _acts(doc: Document, first: int, last: int) -> bool:
    """Does a name begin here that a verb follows at once, with nothing else behind it?"""
    end = first
    while end < last and doc.tags[end] == "E":
        end += 1
    return end == last - 1 and doc.tags[end] in "VP"


def head_of(doc: Document, first: int, last: int) -> int:
    """The token that says what the phrase is: its last noun before any preposition."""
    i = first
    tags = doc.tags
    while i < last and not (i > first and _follows_noun(doc, i, last)):
        # "the secretary **of state**'s office"
        i += 3 if doc.lower[i + 1 : i + 3] == ["of", "state"] and tags[i + 3 : i + 4] == ["Z"] else 1
    i = min(i, last)
    owned = _owned_by_body(doc, i, last)
    if owned:
        return head_of(doc, owned, last)
    end = i
    while end > first + 1 and tags[end - 1] not in "NEQAUPZk":
        end -= 1
    if tags[end - 1] == "Z" and end - 2 >= first:
        return end - 2
    return end - 1


def _owned_by_body(doc: Document, at: int, last: int) -> int:
    """Where an officer of a body begins whose name goes on here: "the Bank **of** England's **governor**"; 0 if none does."""
    owner = next((i for i in range(at + 1, last) if doc.tags[i] != "E"), last)
    if owner == last or first_of_body(doc, at + 1, last) > at:
        return 0
    noun = owner + 1
    while noun < last and doc.tags[noun] in "NAE" and doc.lower[noun] not in doc.vocabulary.roles:
        noun += 1
    return owner + 1 if noun < last and doc.lower[noun] in doc.vocabulary.roles else 0


def _follows_noun(doc: Document, at: int, last: int) -> bool:
    """Does what is tied to a noun begin here: an official **of** ..., an expert **hired** by ..., a union **representing** staff?"""
    tags = doc.tags
    after = tags[at + 1] if at + 1 < last else ""
    if tags[at] == "G" and tags[at - 1] in "ZDO":
        # "the agency's **acting** deputy director"
        return False
    if tags[at] == "G" and after in ("N", "E"):
        # "the PAC **supporting** Lind", but "a school board **planning** director"
        return (tags[at - 1] == "N" or tags[at - 1] == after == "E") and not any(
            doc.lower[i] in doc.vocabulary.roles for i in range(at + 1, last)
        )
    noun = tags[at - 1] in "NE" or doc.lower[at - 1] in _BARE_GROUPS
    if doc.lower[at] in ("close", "familiar") and after in ("I", "T") and noun:
        # "a source **close** to the company", "those **familiar** with it"
        return True
    if doc.lower[at] == "not" and noun and at + 1 < last and (tags[at + 1] == "I" or _follows_noun(doc, at + 1, last)):
        # "a doctor **not** involved in it", "a delegate **not** on the list"
        return True
    return tags[at] in _RELATIVE_OR_PREPOSITION or (tags[at] == "P" and (noun or doc.lower[at - 1] == "not") and after in ("I", "T"))


def _possessive(doc: Document, mention: Mention) -> bool:
    """Is the name followed by 's and more: "Hillary Clinton's campaign"?"""
    return mention.last + 1 < len(doc) and doc.tags[mention.last] == "Z" and doc.tags[mention.last + 1] in "NAE"


def _heads_body(doc: Document, head: int, name: Mention) -> bool:
    """Is the name that of a body's head: "Bureau of Ferries Director **Ron Kolb**", but not "Office of Mayor Ron Kolb"?"""
    roles = doc.vocabulary.roles
    between = doc.tags[head + 1 : name.core[0]]
    office = name.core[0] == head + 3 and doc.vocabulary.is_title_word(doc.words[head + 2])
    body = is_organization_word(doc.words[head]) and between[:1] == ["I"] and not office
    # "Bureau of Ferries Chief **of** Staff Ron Kolb"
    ties = (i for i in range(head + 2, name.core[0]) if doc.tags[i] not in "EA")
    return body and name.honorific and all(doc.lower[i] == "of" and doc.lower[i - 1] in roles for i in ties)


def _apposed_name(doc: Document, first: int, core_end: int, last: int, head: int, named: Sequence[Mention]) -> Mention | None:
    """The name in apposition: "the school's principal, Natasha Ortega"; "Vice President for News Dave Gorab"."""
    words, noun = doc.vocabulary, doc.lower[head]
    # "one of the **farmers**, Cal Lund"; "**one** of them, Cal Lund"
    one = (doc.lower[first] == "one" and (singular(noun) in words.roles or noun in ("one", "them", "us"))) or noun in ONE_OF_SEVERAL
    office = one or noun in words.roles or doc.words[head] in words.title_words
    kind = "unnamed person" if office else kind_of_noun(noun, words.roles)
    after = _after_bracket(doc, core_end, last)
    if after < last and doc.tags[after] == "W":
        # "the prosecutor **who tried the case**, Martin Hale"
        after = next((i for i in range(after, last) if doc.words[i] == ","), after)
    if kind == "organization" or noun in _COMPANIES:
        return _apposed_organization(doc, after, last, named)
    if kind not in ("unnamed person", "unknown") or _speaks_for_office(doc, head, core_end):
        return None
    for m in named:
        if m.kind not in ("person", "unknown") or _names_office(doc, m, last, named):
            continue
        given = _is_given(doc, core_end, m.first) and not doc.is_possessive(m.core[1])
        if m.first > core_end and (given or doc.lower[m.first - 1] in ("named", "called")):
            # "the conductor, a retired letter carrier **named Bert Aldous**"; "a guard, who gave his name only **as Bert**"
            return m
        if m.core[0] < head or (kind == "unknown" and m.kind != "person"):
            continue
        if after < last and m.first == after + 1 and doc.words[after] in PAUSES and m.last <= last:
            return m
        if (
            after < m.core[0]
            and m.last <= last
            and doc.words[after] in PAUSES
            and all(
                doc.tags[i] in "NAEQZ" for i in range(after + 1 + (doc.lower[after + 1] == "the" or doc.tags[after + 1] == "O"), m.core[0])
            )
        ):
            # "his attorney, **public defender** Jonah Abrams"; "a witness, **81-year-old** Ida Ober"
            return m
        if after < m.core[0] and m.last <= last and doc.tags[first] not in "DO" and _are_offices(doc, after + 1, m.core[0]):
            # "chairman, **president and CEO**, Al Lund"
            return m
        if m.last != core_end or m.core[0] <= head:
            continue
        # "a researcher at the University of Leeds **Dr Al Pruitt**"
        behind_body = any(o.last == m.first and o.kind == "organization" and _is_place_of_work(doc, o.first) for o in named)
        small = doc.tags[first] in "DO" or doc.words[head][0].islower()
        if kind == "unnamed person" and small and not behind_body and _is_governed(doc, head, m):
            continue
        if (len(m.name) > 1 and m.kind == "person" and doc.tags[m.core[0] - 1] in "NEAQ") or m.honorific:
            return m
    # "the developer, **Crestview Partners**, said"
    return _apposed_organization(doc, after, last, named, ("organization",))


def _are_offices(doc: Document, first: int, last: int) -> bool:
    """Are these words offices in a row, before whoever holds them: "chairman, **president and CEO,** Al Lund"?"""
    last -= doc.words[last - 1] == ","
    joints = [i for i in range(first, last) if doc.words[i] in (",", "and", "&")]
    roles = doc.vocabulary.roles
    offices = all(doc.lower[i - 1] in roles and doc.tags[i + 1] in "NE" for i in joints if first < i < last - 1)
    return bool(joints) and first < joints[0] and offices and doc.lower[last - 1] in roles


def _speaks_for_office(doc: Document, head: int, last: int) -> bool:
    """Does somebody speak for who holds an office, so that either may be named behind it: "a spokesman for **the Bishop of Ober**, Bo Lee"?

    But not "a spokesman for the mayor, Bo Lee", as American papers have it: he is the spokesman.
    """
    if doc.lower[head + 1 : head + 3] != ["for", "the"] or not doc.lower[head].startswith(_SPEAKING_FOR):
        return False
    end = next((i for i in range(head + 3, last) if not doc.words[i][0].isupper()), last)
    return end > head + 3 and doc.lower[end - 1] in doc.vocabulary.roles and not doc.is_possessive(end)


def _names_office(doc: Document, name: Mention, last: int, named: Sequence[Mention]) -> bool:
    """Does it only say where an office is held, whose holder is named behind it: "its director, former **Ober** banker Dana Bell"?"""
    behind = name.core[1]
    end = next((i for i in range(behind, last) if doc.tags[i] not in "NA"), last)
    office = end > behind and doc.lower[end - 1] in doc.vocabulary.roles
    return office and any(m.first == end and m.last <= last for m in named)


def _is_given(doc: Document, first: int, name: int) -> bool:
    """Is it how somebody is called: "who gave only her first name, **Dawn**", "identified by police as **Bert**", "who goes by Bert"?"""
    before = doc.lower[max(first, name - 5) : name]
    called = before[-1:] == ["as"] and not _CALLED.isdisjoint(before)
    return called or before[-2:] in (["name", ","], ["surname", ","], ["goes", "by"])


def _holds_office_at(doc: Document, first: int, holder: Mention, named: Sequence[Mention]) -> bool:
    """Does the source begin with the body whose office the name holds: "**Friends of the Earth**'s policy chief Dana Bell"?"""
    begin = first + (doc.tags[first] == "D")
    owned = any(m.core[0] == begin and m.kind == "organization" and doc.is_possessive(m.core[1]) for m in named)
    return owned and doc.lower[holder.core[0] - 1] in doc.vocabulary.roles


def _is_owned_by_name(doc: Document, first: int, at: int) -> bool:
    """Does the possessive of nothing but a name stand here: "the Dover Chamber of Commerce**'s** Dana Bell"?"""
    owner = range(first + (doc.lower[first] == "the"), at)
    return at > first and doc.tags[at] == "Z" and all(doc.tags[i] == "E" or doc.lower[i] == "of" for i in owner)


def _is_governed(doc: Document, head: int, m: Mention) -> bool:
    """Does the name stand with its office behind a preposition?

    "A spokesman **for Gov. Al Pruitt**", "a source **close to Mr. Sen**", but not "the vice president **for News** Al Pruitt".
    """
    first = m.core[0]
    if m.honorific and doc.lower[first - 2] in FIELDS:
        # "cabinet member for **housing** Cllr Al Pruitt"
        return False
    while first > head + 1 and doc.tags[first - 1] in "NEAQ":
        first -= 1
    before = m.core[0] - 1
    office = m.honorific or doc.vocabulary.is_title_word(doc.words[before]) or doc.lower[before] in doc.vocabulary.roles
    # "the widow **of the late Al Pruitt**"
    first -= doc.tags[first - 1] == "D"
    return (office or doc.tags[before] == "A") and doc.tags[first - 1] in "IT"


def _is_place_of_work(doc: Document, body: int) -> bool:
    """Is it said that somebody is there: "a researcher **at** the University of Leeds"?"""
    return doc.lower[body - 1 - (doc.lower[body - 1] == "the")] in ("at", "in")


def _apposed_organization(
    doc: Document, comma: int, last: int, named: Sequence[Mention], kinds: tuple[str, ...] = ("organization", "unknown")
) -> Mention | None:
    """The name between commas behind a noun for an organisation: "one river agency, **the Coastal Commission**, said"."""
    begin = comma + 1 + (doc.lower[comma + 1 : comma + 2] == ["the"])
    if comma >= len(doc) or doc.words[comma] not in PAUSES:
        return None
    return next((m for m in named if m.core[0] == begin and m.kind in kinds and m.core[1] == last), None)


def _after_bracket(doc: Document, at: int, last: int) -> int:
    """Behind the bracket that begins here, if one does: "the head of CEI **(Italian bishops)**, Nunzio Gallo"."""
    if at < last and doc.words[at] == "(":
        return next((i + 1 for i in range(at, last) if doc.words[i] == ")"), at)
    return at


def _named(doc: Document, name: Mention, first: int, last: int) -> Mention:
    kind = name.kind
    label = " ".join(name.name)
    if kind == "organization" and label in doc.turn_labels and label.isupper() and not is_known_organization(label):
        # "**COOPER:** Was it late?"
        kind = "person"
    common = is_ever_common_word(name.name[0]) and name.name[0] not in first_names()
    paper = len(name.name) == 2 and common and bool(country_of(name.name[1]))
    if kind in ("unknown", "place") and (paper or _is_one_of_bodies(doc, name.core[1])):
        # "**Information Nigeria** reports"
        kind = "organization"
    if kind == "unknown" and len(name.name) == 1 and name.head.endswith("s") and doc.lower[name.core[0] - 1] == "the":
        # "the **Gunners** said", "the **Orrs** said"
        kind = "group"
    if kind in ("unknown", "place") and (
        (name.first > first and doc.lower[name.first - 1] in doc.vocabulary.roles) or (len(name.name) > 1 and kind == "unknown")
    ):
        kind = "person"
    gender = name.gender
    if gender is None:
        gender = next((g for i in range(first, name.core[0]) if (g := gender_of_noun(doc.lower[i])) and doc.tags[i] == "N"), None)
    return Mention(first, last, "name", kind, name.head, name.name, name.core, name.honorific, gender)


def _is_one_of_bodies(doc: Document, at: int) -> bool:
    """Is it told behind a name that it is one of several bodies: "Montefiore**, one of the three hospitals**, said"?"""
    if doc.lower[at : at + 3] != [",", "one", "of"]:
        return False
    end = at + 3
    while end < len(doc) and doc.tags[end] in "DOANQ":
        end += 1
    return kind_of_noun(doc.lower[end - 1], doc.vocabulary.roles) == "organization"


def _nominal(doc: Document, first: int, last: int, head: int) -> Mention:
    word = doc.lower[head]
    kind = kind_of_noun(word, doc.vocabulary.roles)
    if kind == "unknown" and word in _HOW_MANY and doc.lower[head + 1 : head + 2] == ["of"] and head + 2 < last:
        # "a **copy** of the memo"
        kind = "document" if kind_of_noun(doc.lower[head_of(doc, head + 2, last)], ()) == "document" else kind
    if doc.tags[head] == "E":
        kind = "unnamed person" if doc.words[head] in OFFICES else "organization" if kind == "unknown" else kind
    if kind == "unknown" and (word in _BARE_GROUPS or (doc.tags[head] == "Q" and word != "one")):
        # "47 percent", "three in ten"
        kind = "group"
    if kind == "unknown" and doc.tags[head] in "NE" and singular(word) != word and word[0] != "@":
        kind = "group"
    return Mention(first, last, "nominal", kind, word, core=(first, head + 1), gender=gender_of_noun(word))
