"""Titles and affiliations, each read from a stretch of the text beside one of the person's mentions.

==================  ==================================================================================================
before the name     **Chicago Public Schools chief education officer** Bogdana Chkoumbova; **Sen.** Sanders
behind the name     Natasha Ortega, **principal of the school**, said
in front, apposed   **the school's principal**, Natasha Ortega
copula              Ortega is **the principal of the school**; Ortega was named **principal**; they named Ortega **principal**
nominal             **the Vermont senator** said (where it stands for Sanders)
brackets            Sen. Bernie Sanders (**I-Vt.**)
of joint speakers   **Council members** Al Fitch and Dana Bell
of an organisation  Natasha Ortega **of the Lakeport Zoo**; Ortega, who runs **the Lakeport Zoo**, said
==================  ==================================================================================================
"""

from __future__ import annotations

from collections.abc import Container, Sequence

import regex
from attrs import define, field, frozen

from quoteattr.lexicons import words_of
from quoteattr.mentions.mention import NATIONALITIES, PARTY_MEMBERS, Mention, kind_of_noun, singular
from quoteattr.mentions.names import DEGREES, HONORIFICS, first_names, is_known_organization, is_organization_word, is_place
from quoteattr.mentions.noun_phrases import DAYS, MONTHS
from quoteattr.text.document import Document, TokenRange
from quoteattr.text.readings import is_compound, is_ever_common_word, is_mostly_common_word
from quoteattr.text.tags import DASHES, PAUSES

#: Words that belong to the title beside its noun: "**deputy** chief", "**press** secretary", "**former** mayor".
_MODIFIERS = words_of("roles.txt", section="modifier")
#: What may stand between another title and the name.
_ABBREVIATED = frozenset("Sen. Rep. Gov. Dr. Prof. Rev.".split())
#: ... and behind a title in small letters: "spokesman **Lt.** Dave Orton", but "Detective Sgt." is one.
_RANKS = frozenset("Lt. Sgt. Capt. Col. Maj. Gen. Cpl. Cmdr. Det.".split())
_FORMS_OF_ADDRESS = frozenset(("dr.", "dr", "doctor"))
#: Which of several it is, or how many they are, which is no part of a title.
_WHICH = frozenset("next second third fourth another other one two three four five six seven eight nine ten several many both all".split())
_PARTIES = PARTY_MEMBERS | {"democratic", "gop"}
_SAYING_LEAST = PARTY_MEMBERS | _FORMS_OF_ADDRESS
#: Nouns for people that are no title: they say who somebody is to others or what happened to them.
_NO_TITLE = frozenset(
    (
        "man woman boy girl guy lady gentleman person individual father mother son daughter brother sister husband wife uncle aunt cousin "
        "nephew niece granddaughter grandson grandfather grandmother stepmother stepfather friend girlfriend boyfriend fiance fiancee "
        "colleague victim suspect shooter gunman attacker source "
        "reader caller viewer parent other child celebrity figure native winner survivor neighbor widow widower youth teenager "
        "neighbour mum dad gran grandad visitor diner worshipper co-worker taxpayer camper jogger rider fan"
    ).split()
)
#: Nouns for how many, which are no title of theirs: "half of voters".
_QUANTITIES = frozenset("half majority minority plurality dozens hundreds thousands millions couple crowd crowds".split())
#: What somebody is to a person as often as to an organisation: "Whitfield's lawyer".
_PERSONAL = frozenset(
    "lawyer attorney spokesman spokeswoman spokesperson adviser advisor aide doctor physician agent manager publicist".split()
)
#: Modifiers that more often end the name of an organisation, and the titles that they belong to all the same.
_ORGANIZING = frozenset("school district city county state council police fire national federal borough town village ward parish".split())
#: Bodies whose name is told elsewhere: "**Committee** Chair", but not "**House** Speaker".
_BODIES = frozenset("association board chapter club commission committee company department league office panel party team union".split())
_COMPOUNDS = words_of("roles.txt", section="compound")
#: Words that turn a title into another: "**former** governor".
_QUALIFIERS = frozenset("former ex- ex acting interim then then- retired late outgoing incoming past longtime".split())
#: Who is sent to somebody, or somewhere: "U.S. Ambassador **to** France".
_SENT = frozenset(("ambassador", "envoy", "adviser", "advisor", "aide", "assistant"))
#: Offices whose "of" says what for.
_OF_SOMETHING = frozenset("secretary chief department professor dean minister commissioner".split())
#: What somebody does at an organisation: "a professor who **teaches** at Holcomb State".
_WORKS = frozenset("works worked teaches taught studies studied serves served researches practices".split())
#: ... and what somebody heads.
_HEADING = frozenset(
    "leads led heads headed directs directed chairs chaired runs ran owns owned manages managed founded co-founded coaches".split()
)
_CLAUSE_ENDS = PAUSES | {";"}
_ASIDE_ENDS = _CLAUSE_ENDS | {".", "("}
#: What ties somebody to where they belong.
_BELONGING = frozenset(("of", "with", "from", "at", "for"))
_LINKING = frozenset(("of", "for", "at", "in", "with", "to", "on"))
_STATE = regex.compile(r"^(?:[RDIL]|Ind\.|Dem\.|Rep\.)?[-–]?\p{Lu}[\p{L}.]{0,12}$")
_BE = frozenset("is was are were been became becomes remains serves served works worked".split())
#: What makes of an office only a thought: "**if** Ortega is elected mayor".
_SUPPOSED = frozenset("if unless should whether would when until".split())
#: How somebody comes to an office: "was **named** principal", "the **appointment** of Ortega as principal".
_APPOINTED = frozenset(
    "appointed appoints appointment elected elects elevated hired hires named names nominated picked promoted tapped".split()
)
_LONGEST = 24
#: How many mentions back the organisation is looked for that "its director" is of.
_NEAR = 8


@frozen
class TitleSpan:
    """A title as it stands in the text, as a range of tokens, and how it was found."""

    first: int
    last: int
    rule: str


@define(slots=True)
class Reading:
    """The titles and affiliations of one entity, in the order in which they were read."""

    found: dict[TokenRange, TitleSpan] = field(factory=dict)
    affiliations: list[TitleSpan] = field(factory=list)

    @property
    def titles(self) -> list[TitleSpan]:
        """The titles."""
        return list(self.found.values())

    def add(self, spans: tuple[TokenRange, ...], affiliation: TokenRange | None, rule: str) -> None:
        """Add a title, its shortest form first, and where the person holds it."""
        for first, last in spans:
            if first < last:
                self.found.setdefault((first, last), TitleSpan(first, last, rule))
        if affiliation is not None and affiliation[0] < affiliation[1]:
            self.affiliations.append(TitleSpan(*affiliation, rule))


def titles_of(doc: Document, mentions: Sequence[Mention], chain: Sequence[int], surnames: Container[str]) -> Reading:
    """What the mentions of one chain say of the person's titles and affiliations; `surnames` are those of the article's people."""
    reading = Reading()
    late = Reading()
    for i in chain:
        m = mentions[i]
        if m.quoted and m.utterance < 0 and m.form != "name":
            continue
        if m.form == "name":
            _before(doc, m, reading)
            _apposed_in_front(doc, m, reading)
            _behind(doc, m, reading)
            _as_in_front(doc, m, reading)
            _tied(doc, m, reading)
            _owned(doc, m, reading)
            if doc.lower[m.first] == "its":
                _of_it(doc, mentions, i, reading)
            if m.shared is not None:
                _phrase(doc, *m.shared, reading, "of joint speakers")
            _copula(doc, m, late)
            _at_work(doc, m, late)
            _brackets(doc, m, late)
        elif m.form == "nominal" and m.utterance >= 0 and m.kind in ("unnamed person", "group"):
            _nominal(doc, m, late)
    for span, title in late.found.items():
        reading.found.setdefault(span, title)
    reading.affiliations = [a for a in reading.affiliations + late.affiliations if not _is_persons(doc, a, surnames)]
    # what says least of an office comes last: "Democrat", "Dr."
    reading.found = dict(sorted(reading.found.items(), key=lambda item: doc.lower[item[0][1] - 1] in _SAYING_LEAST))
    return reading


def _is_persons(doc: Document, body: TitleSpan, surnames: Container[str]) -> bool:
    """Is who owns it somebody, and no organisation: "**Fifita**'s captain", where Sione Fifita is one of the article's people?"""
    owned = doc.tags[body.last : body.last + 1] == ["Z"] or (body.last < len(doc) and doc.is_apostrophe(body.last))
    alone = body.last - body.first == 1 and doc.words[body.first] in surnames
    # "**Judge Alma Terrell**'s clerk"
    return owned and (alone or (doc.vocabulary.is_title_word(doc.words[body.first]) and not is_organization_word(doc.words[body.last - 1])))


def _is_role(doc: Document, i: int) -> bool:
    word = doc.lower[i]
    if word in _NO_TITLE and not (word == "lady" and i and doc.lower[i - 1] == "first"):
        return False
    return word in doc.vocabulary.roles or doc.vocabulary.is_title_word(doc.words[i])


def _is_role_plural(doc: Document, i: int) -> bool:
    word = singular(doc.lower[i])
    return word != doc.lower[i] and word in doc.vocabulary.roles and word not in _NO_TITLE


def _is_which(doc: Document, i: int) -> bool:
    """Does a word stand here that only says which of several, or how many: "**two** commissioners", not "**two** of the commissioners"?"""
    return doc.lower[i] in _WHICH and doc.lower[i + 1] != "of"


def _before(doc: Document, m: Mention, reading: Reading) -> None:
    """Titles before the name: "former State House press secretary Joel Ernst", "Sen. Bernie Sanders"."""
    name = m.core[0]
    while name > 1 and doc.words[name - 1] in HONORIFICS and doc.lower[name - 2] != "first":
        # but not "**First Lady** Ana Reyes"
        name -= 1
    rank = name > 1 and doc.words[name - 1] in _RANKS and doc.words[name - 2][0].islower()
    if name > 1 and (rank or doc.words[name - 1] in _ABBREVIATED) and _is_role(doc, name - 2) and doc.words[name - 2][-1] != ".":
        # "Committee chairman **Sen.** Hal Brody" is a senator, and the chairman
        reading.add(((name - 1, name),), None, "before the name")
        name -= 1
    office = _office_written_out(doc, name)
    if office < name:
        _phrase(doc, office, name, reading, "before the name")
        return
    tags, sentence = doc.tags, doc.sentence_of
    first = name
    limit = max(0, name - 14)
    while first > limit and sentence[first - 1] == sentence[name]:
        before = first - 1
        if doc.lower[before] == "fellow":
            # "**fellow** Regent Ana Reyes" is a regent
            break
        of = doc.lower[before - 1 : before + 1] == ["of", "the"] and first < name and before > 1 and _is_role(doc, before - 2)
        if of:
            # "Secretary **of the** Commonwealth Al Kolb"
            first -= 2
            continue
        if (tags[before] in "NAEPGQZ" and not (tags[before] == "P" and tags[before - 1] in "X,")) or (
            doc.lower[before] in ("of", "for", "to", "and", "&")
            and first < name
            and before > 0
            and tags[before - 1] in "NE"
            and (_inside_title(doc, before, name) or (doc.words[before] == "&" and doc.words[first][0].isupper()))
        ):
            first -= 1
        else:
            break
    role = next((i for i in range(name - 1, first - 1, -1) if _is_role(doc, i)), -1)
    if doc.lower[name - 1] == "elder" and doc.lower[name - 2] == "the":
        # "the **elder** Ruelas" holds no office
        return
    behind = doc.lower[m.core[1]] if doc.tags[m.core[1] : m.core[1] + 1] == ["N"] else ""
    if behind and doc.words[role][0].islower() and (doc.tags[first - 1] == "D" or singular(behind) != behind):
        # "a **senior** Trump adviser"
        return
    if role < 0 or (role < name - 1 and not _of_phrase(doc, role + 1, name)):
        return
    short, affiliation = _split(doc, first, role, name)
    if short - 2 >= first and doc.lower[short - 1] in ("and", "&") and _is_role(doc, short - 2):
        # "Acme **President and CEO** Dana Bell"
        short, affiliation = _split(doc, first, short - 2, name)
    reading.add(((short, name), (first, name)), affiliation, "before the name")


def _office_written_out(doc: Document, name: int) -> int:
    """Where an office begins that the body it is held at ends: "**director of the Ohio Department of Health** Jane Roe"; else the name."""
    found = name
    body = False
    at = name - 1
    while doc.tags[name - 1] == "E" and at > max(0, name - _LONGEST) and doc.sentence_of[at] == doc.sentence_of[name]:
        word = doc.words[at]
        linked = doc.lower[at] in _LINKING
        if linked and doc.lower[at] != "to" and body and _is_role(doc, at - 1):
            found = at - 1
            while found > 0 and doc.tags[found - 1] in "NAEP" and doc.sentence_of[found - 1] == doc.sentence_of[name]:
                found -= 1
            at = found - 1
            continue
        joins = linked or doc.lower[at] in ("and", "&") or (doc.tags[at] == "D" and doc.lower[at - 1] in _LINKING)
        if (not joins and doc.tags[at] not in "NAEGZ") or word in first_names() or (found == name and _is_role(doc, at)):
            break
        body = body or (word[0].isupper() and (is_organization_word(word) or is_place(word) or not is_ever_common_word(word)))
        at -= 1
    return found


def _inside_title(doc: Document, at: int, name: int) -> bool:
    """Is this "of" one inside a title: "secretary **of** state Hillary Clinton"?"""
    if doc.lower[at] == "to":
        return doc.lower[at - 1] in _SENT
    return (doc.lower[at] == "of" and _is_role(doc, at - 1)) or (
        doc.lower[at] in ("for", "and", "&") and any(_is_role(doc, k) for k in range(max(0, at - 3), at))
    )


def _of_phrase(doc: Document, first: int, last: int) -> bool:
    return doc.lower[first] in ("of", "for", "to") and last - first < 7


def _split(doc: Document, first: int, role: int, last: int) -> tuple[int, TokenRange | None]:
    """Where the title's shortest proper form begins, and the affiliation before it."""
    short = role
    while short > first:
        word, lower = doc.words[short - 1], doc.lower[short - 1]
        before = doc.tags[short - 1]
        compound = f"{lower} {doc.lower[short]}"
        # "Lyle **County Sheriff**" is the sheriff of Lyle County
        named = word == "County" and short - 1 > first and doc.tags[short - 2] == "E"
        if short == role and compound in _COMPOUNDS and not named:
            short -= 1
            continue
        if (
            doc.sentences[doc.sentence_of[short - 1]][0] == short - 1
            and _is_of_language(doc, short - 1)
            and word[1:].islower()
            and doc.words[role][0].islower()
        ):
            # "**Point** guard Lena Marsh": a capital that only opens the sentence
            short -= 1
            continue
        if word[0].isupper() and lower in _ORGANIZING and (named or compound not in _COMPOUNDS):
            # "Millbrook Unified School District Superintendent"
            break
        # "Dover **General** nurse"
        of_name = doc.words[short][0].islower() and short - 1 > first and before == doc.tags[short - 2] == "E" and lower not in _PARTIES
        # but not "Board of **Supervisors** President"
        titled = lower in _MODIFIERS or (word in doc.vocabulary.title_words and before == "E" and doc.lower[short - 2] != "of")
        if (before in "NAPG" and word[0].islower()) or (titled and not of_name):
            short -= 1
        else:
            break
    while short < role and (doc.lower[short] in ("'s", "’s") or doc.tags[short] in "DOZ"):
        short += 1
    if any(doc.lower[i] in _QUALIFIERS for i in range(first, short)):
        # "Former Ohio Gov.": without its first word it would say something else
        return next(i for i in range(first, short) if doc.lower[i] in _QUALIFIERS), _capitals_before(doc, first, short, role)
    affiliation = _capitals_before(doc, first, short, role)
    if (
        affiliation is not None
        and affiliation[1] - affiliation[0] == 1
        and doc.lower[affiliation[0]] in _ORGANIZING
        and doc.tags[first] == "Q"
    ):
        # "**3rd Ward** Councilman Phil Aiello"
        return first, None
    alone = affiliation is None or affiliation == (first, short)
    generic = doc.lower[first] in _ORGANIZING or doc.lower[first] in _BODIES or _is_of_office(doc, first)
    if alone and short == first + 1 and doc.words[role][0].isupper() and generic:
        # "**County** Registrar Phil Aiello", "**Committee** Chair Phil Aiello", "**Library** Director Phil Aiello"
        return first, None
    return short, affiliation


def _is_of_office(doc: Document, first: int) -> bool:
    """Is the word that opens its sentence no organisation, but a part of the office behind it: "**Library** Director Phil Aiello"?"""
    word = doc.lower[first]
    opens = doc.sentences[doc.sentence_of[first]][0] == first and doc.words[first + 1][-1] != "."
    return opens and is_mostly_common_word(word) and doc.tags[first] in "NE" and word not in NATIONALITIES and word not in _PARTIES


def _is_of_language(doc: Document, at: int) -> bool:
    """Is this capitalised word more often none: "**Point** guard", "**Third-grade** teacher", "**Tenant** organizer"?"""
    word = doc.words[at]
    return is_mostly_common_word(word) or is_compound(word) or word.lower() in doc.vocabulary.roles


def _capitals_before(doc: Document, first: int, end: int, role: int) -> TokenRange | None:
    """The organisation that stands right before a title."""
    owned = end > first and (doc.tags[end - 1] == "Z" or doc.is_apostrophe(end - 1))
    end -= owned
    begin = end
    opening = end - 1 == doc.sentences[doc.sentence_of[end - 1]][0]
    common = doc.tags[end - 1] != "E" or (_is_of_language(doc, end - 1) and not is_known_organization(doc.words[end - 1]))
    if not owned and opening and common:
        # "**Three-time** champion Jo Lind", "**Tenant** groups"
        return None
    while begin > first and (
        (doc.tags[begin - 1] in "ENA" and doc.words[begin - 1][0].isupper())
        or ((begin == end or owned) and doc.tags[begin - 1] == "N" and doc.words[begin - 1][0].islower())
        or (doc.words[begin - 1] == "&" and begin < end)
    ):
        begin -= 1
    while begin < end and (doc.lower[begin] in _QUALIFIERS or doc.lower[begin].endswith("-based")):
        begin += 1
    if (
        1 < begin < end
        and doc.lower[begin - 1] == "and"
        and doc.words[begin - 2][0].isupper()
        and is_mostly_common_word(doc.words[begin - 2])
    ):
        # "**Parks and Recreation** Director"
        begin -= 2
    if 1 < begin < end and doc.lower[begin - 1] == "of" and is_organization_word(doc.words[begin - 2]):
        # "**Bank of America** analyst"
        begin -= 2
    if (
        begin - 1 > first
        and doc.tags[begin - 1] == "Z"
        and doc.words[begin - 2] in first_names()
        and is_organization_word(doc.words[end - 1])
    ):
        # "**Dana's Diner** owner"
        return begin - 2, end
    if not owned and begin - 1 > first and doc.tags[begin - 1] == "Z" and doc.words[begin - 2].isupper():
        # "the **NAACP**'s Southern regional director"
        return begin - 2, begin - 1
    if begin == end or (owned and _is_no_organization(doc, begin, end, role)):
        return None
    return begin, end


def _is_no_organization(doc: Document, first: int, last: int, role: int) -> bool:
    """Is whose lawyer or engineer somebody is a person or a thing: "**Whitfield**'s lawyer", "the **project**'s engineer"?"""
    word = doc.words[last - 1]
    if word[0].islower():
        return kind_of_noun(word, ()) != "organization"
    if last - first == 1:
        return doc.lower[role] in _PERSONAL and not (word.isupper() or is_organization_word(word) or is_place(word))
    return doc.words[first] in first_names() and not is_organization_word(word)


def _apposed_in_front(doc: Document, m: Mention, reading: Reading) -> None:
    """ "**the school's principal**, Natasha Ortega"."""
    before = m.core[0] - 1
    while before > 0 and (doc.words[before] in HONORIFICS or doc.vocabulary.is_title_word(doc.words[before])):
        # "the chief executive, **Dr.** Lena Marsh"; "its chairwoman, **Judge** Coral Beattie"
        before -= 1
    named = doc.lower[before] in ("named", "called") and before > 0
    last = before if named else m.first - 1
    if m.first < before and (doc.words[before] in PAUSES or named):
        # "**the conductor**, a retired letter carrier named Bert Aldous"
        first, last = m.first, next((i for i in range(m.first, before) if doc.words[i] in PAUSES), before)
    elif last > 0 and (doc.words[last] in PAUSES or named) and doc.tags[last - 1] in "NE":
        first = _noun_phrase_before(doc, last)
        if len(m.name) > 1:
            first = _tied_office(doc, first)
        owned = "Z" in doc.tags[first:last] and (first == 0 or doc.tags[first - 1] not in "ITCBV")
        if (not owned and (first == 0 or doc.tags[first - 1] not in "DO")) or (
            len(m.name) == 1 and first > 1 and doc.tags[first - 2] in "ITCB"
        ):
            # nor "the daughter of **a school cook**, Vale won a prize"
            return
        opening = doc.sentences[doc.sentence_of[first]][0]
        verb = m.core[1] if m.first == m.core[0] else len(doc)
        opens = opening >= first - (doc.tags[first - 1] in "DO") and doc.words[verb + 1 : verb + 2] != [","]
        if not opens and doc.tags[verb : verb + 1] in (["V"], ["X"], ["M"]):
            # "It will hurt **the mayor of Dover**, Ana Reyes said", but "**A school cook**, Ana Reyes said she knew"
            return
    else:
        return
    if doc.words[last] in DASHES and _is_role_plural(doc, last - 1):
        # "the other candidates — Ana Reyes, Ron Lind — said"
        return
    _phrase(doc, first, last, reading, "in front, apposed")


def _tied_office(doc: Document, first: int) -> int:
    """Where the office begins that this noun phrase is tied to; the same token if there is none.

    "the mayor's **chief of staff**, Ana Reyes"; "the **head of pediatrics at** Dover General, Ana Reyes".
    """
    begin = first
    for _ in range(2):
        tie = begin - 1 - (begin > 0 and doc.tags[begin - 1] in "DO")
        if tie < 1 or doc.lower[tie] not in _BELONGING:
            return first
        begin = _noun_phrase_before(doc, tie)
        if begin < tie and _is_role(doc, tie - 1) and (doc.words[tie - 1][0].islower() or doc.tags[begin - 1] == "D"):
            return begin
    return first


def _noun_phrase_before(doc: Document, last: int) -> int:
    """Where the noun phrase that ends here begins, without its article."""
    first = last
    while (
        first > 0
        and last - first < 12
        and (doc.tags[first - 1] in "NAEPZQG" or doc.is_apostrophe(first - 1))
        and doc.sentence_of[first - 1] == doc.sentence_of[last - 1]
    ):
        first -= 1
    return first


def _phrase(doc: Document, first: int, last: int, reading: Reading, rule: str) -> bool:
    """Read a noun phrase as a title: its noun with its modifiers, then with what is tied to it."""
    while first < last - 1 and (doc.tags[first] in "DORC" or doc.words[first] in ",“\"'‘" or _is_which(doc, first)):
        first += 1
    if first + 2 < last and doc.lower[first] in _WHICH:
        # "one of the district's student directors"
        return _phrase(doc, first + 2, last, reading, rule)
    head = -1
    i = first
    while i < last and (doc.tags[i] in "NAEPGQZRk" or doc.is_apostrophe(i)):
        if doc.tags[i] in "NEA" and (_is_role(doc, i) or _is_role_plural(doc, i)):
            head = i
        i += 1
    if head < 0:
        return False
    noun_end = head + 1 + (doc.lower[head + 1 : head + 2] in (["emeritus"], ["emerita"]))
    if noun_end < i and doc.tags[noun_end] in "NE" and noun_end + 1 == i and not _is_role(doc, noun_end):
        # "Gold Star mother" but not "press freedom": the role must close its phrase
        return False
    if noun_end + 1 < i and (doc.tags[noun_end] == "Z" or doc.is_apostrophe(noun_end)):
        # "the **mayor's** daughter"
        return False
    core_end = noun_end
    if (
        doc.lower[core_end : core_end + 2] in (["in", "chief"], ["at", "large"], ["pro", "tem"], ["pro", "tempore"])
        and core_end + 2 <= last
    ):
        # "editor in chief"
        core_end += 2
    elif core_end + 1 < last and doc.lower[core_end] == "of" and doc.tags[core_end + 1] in "NAG":
        core_end += 2
        while core_end < last and (
            doc.tags[core_end] in "NAG" or (doc.lower[core_end] in ("and", ",") and core_end + 1 < last and doc.tags[core_end + 1] in "NG")
        ):
            core_end += 1
    elif doc.lower[head] in _OF_SOMETHING and doc.lower[core_end : core_end + 1] in (["of"], ["for"]):
        of = core_end + 1 + (doc.lower[head] == "secretary" and doc.lower[core_end : core_end + 2] == ["of", "the"])
        if of < last and doc.tags[of] in "NE" and is_ever_common_word(doc.words[of]):
            # "Secretary of State", "Minister for Housing", but not "fire chief of Lakeport"
            core_end = of + 1
    short, affiliation = _split(doc, first, head, core_end)
    core_end = _second_office(doc, core_end, last)
    full_end = core_end
    while full_end < last and (doc.tags[full_end] in "NAEPGQZDOIQRTk" or doc.lower[full_end] in ("and", "&", *_LINKING)):
        if doc.lower[full_end] == "and" and full_end + 1 < last and doc.tags[full_end + 1] in "DO":
            break
        full_end += 1
    while full_end > core_end and doc.tags[full_end - 1] in "DOIRC":
        full_end -= 1
    behind = _affiliation_behind(doc, core_end, full_end)
    if behind is None and full_end + 1 < len(doc) and doc.lower[full_end] == "who" and doc.lower[full_end + 1] in _WORKS | _HEADING:
        # "a professor who teaches child psychology at Holcomb State University"
        behind = _affiliation_behind(doc, full_end, _clause_end(doc, full_end))
    reading.add(((short, core_end), (first, full_end)), behind or affiliation, rule)
    return True


def _second_office(doc: Document, at: int, last: int) -> int:
    """Where the second of two offices in one breath ends: "president **and chief executive**", but not "a nurse and mother of two"."""
    if at + 1 >= last or doc.lower[at] not in ("and", "&"):
        return at
    end = at + 1
    while end < last and doc.tags[end] in "NAE":
        end += 1
    return end if end > at + 1 and _is_role(doc, end - 1) else at


def _clause_end(doc: Document, first: int) -> int:
    """Where the relative clause that begins at this token ends: at the next comma or with its sentence."""
    end = first
    last = min(doc.sentences[doc.sentence_of[first]][1], first + _LONGEST)
    while end < last and doc.words[end] not in _CLAUSE_ENDS:
        end += 1
    return end


def _affiliation_behind(doc: Document, first: int, last: int) -> TokenRange | None:
    """The organisation behind a title: "director of pupil services at **Lakeview Union High School District**"."""
    return next((body for i in range(first, last) if doc.lower[i] in _LINKING and (body := _body(doc, i + 1, last))), None)


def _body(doc: Document, first: int, last: int) -> TokenRange | None:
    """The organisation named behind a preposition: at "the **Ohio Department of Health**"."""
    begin = first
    while begin < last and (
        (doc.tags[begin] in "DOANZ" and not doc.words[begin][0].isupper())
        or doc.words[begin] == "The"
        # "the **44,000-member** Educators United"
        or doc.lower[begin].endswith(("-based", "-member"))
    ):
        begin += 1
    end = begin
    while end < last and (
        doc.tags[end] in "E"
        or (end > begin and doc.tags[end] == "Z" and end + 1 < last and doc.tags[end + 1] == "E")
        or (doc.lower[end] in ("of", "and", "&", "for") and end > begin and end + 1 < last and doc.tags[end + 1] == "E")
        or (doc.lower[end] == "on" and is_organization_word(doc.words[end - 1]) and end > begin and doc.tags[end + 1 : end + 2] == ["E"])
    ):
        end += 1
    whole = _whole_body(doc, end, last)
    # not "president of the **Dover** branch of the NAACP"
    names_part = whole == end < last and doc.tags[end] == "N"
    return (begin, whole) if end > begin and not names_part and not (end == begin + 1 and doc.lower[begin] in DAYS | MONTHS) else None


def _whole_body(doc: Document, end: int, last: int) -> int:
    """Where an organisation's name ends with its number or its noun: "Local **481**", "the Treasury **committee**", "Ober's **lab**"."""
    if end < last and doc.tags[end] == "Q" and doc.words[end].isdigit():
        return end + 1
    noun = end + (end < last and doc.tags[end] == "Z")
    while noun < last and doc.tags[noun] in "NA":
        noun += 1
    return noun if noun > end and (kind_of_noun(doc.lower[noun - 1], ()) == "organization" or doc.lower[noun - 1] == "police") else end


def _as_in_front(doc: Document, m: Mention, reading: Reading) -> None:
    """ "**As head of the agency**, Natasha Ortega said"; only where the sentence begins so."""
    first = doc.sentences[doc.sentence_of[m.core[0]]][0]
    comma = m.first - 1
    if doc.lower[first] == "as" and first < comma - 1 and doc.words[comma] == "," and not any(t in "VXM" for t in doc.tags[first:comma]):
        _phrase(doc, first + 1, comma, reading, "as, in front")


def _tied(doc: Document, m: Mention, reading: Reading) -> None:
    """The organisation that a person is of: "Natasha Ortega **of the Lakeport Zoo**"; "Natasha Ortega, **with Acme Corp.**, said"."""
    at = m.core[1]
    comma = doc.words[at : at + 1] == [","]
    at += comma
    one_phrase = m.utterance >= 0 and m.last > at + 1
    tie = doc.lower[at] if at + 1 < len(doc) else ""
    if not (tie == "of" or (tie == "with" and not comma) or (one_phrase and tie in _BELONGING)):
        return
    found = _body(doc, at + 1, min(len(doc), at + _LONGEST))
    if found is None:
        return
    based = doc.lower[found[0] - 1].endswith("-based")
    if found[0] <= at + 2 + based and (based or _names_body(doc, *found)):
        # it stands beside the name, and goes before what the title says
        reading.affiliations.insert(0, TitleSpan(*found, "of an organisation"))


def _of_it(doc: Document, mentions: Sequence[Mention], at: int, reading: Reading) -> None:
    """Whose somebody is, named in this sentence or the one before: "**The Red Cross** opened a shelter, its director, Sam Lind, said"."""
    here = doc.sentence_of[mentions[at].first]
    for m in reversed(mentions[max(0, at - _NEAR) : at]):
        if here - doc.sentence_of[m.first] > 1:
            return
        body = m.kind == "organization" or (m.kind == "unknown" and len(m.name) > 1 and doc.lower[m.core[0] - 1] == "the")
        if body and m.form == "name" and m.subject and not m.quoted:
            reading.affiliations.append(TitleSpan(*m.core, "of an organisation"))
            return


def _names_body(doc: Document, first: int, last: int) -> bool:
    """Does this name name an organisation, by its words or because all know it: "Dover Land Trust", "Wells Fargo"?"""
    named = doc.words[first:last]
    return is_known_organization(" ".join(named)) or any(_is_of_body(word) for word in named)


def _is_of_body(word: str) -> bool:
    """Does a name with this word name an organisation: Trust, Apple, ACLU?"""
    acronym = 2 < len(word) < 7 and word.isalpha() and word.isupper()
    return is_organization_word(word) or is_known_organization(word) or acronym or word == "&"


def _owned(doc: Document, m: Mention, reading: Reading) -> None:
    """Whose somebody is, right before the name: "**CNN**'s Natasha Ortega", "**the Bears**' Tony Grist"."""
    end = m.core[0] - 1
    if end < 1 or len(m.name) < 2 or not (doc.tags[end] == "Z" or doc.is_apostrophe(end)):
        return
    first = end
    while first > 0 and (doc.tags[first - 1] == "E" or (doc.lower[first - 1] == "of" and first < end and doc.tags[first - 2] == "E")):
        first -= 1
    if first < end and doc.words[first] not in first_names():
        reading.affiliations.append(TitleSpan(first, end, "of an organisation"))


def _behind(doc: Document, m: Mention, reading: Reading) -> None:
    """ "Natasha Ortega, **principal of the school**, said"; "said Stanley Lowe, **a seventh-grade biology teacher at Fenwick**."""
    at = _behind_degrees(doc, m.core[1])
    for i in range(m.core[1], at):
        if _is_role(doc, i):
            # "Jane Roe **MP**", "Jane Roe, **MP for Dover**, said"
            _phrase(doc, i, _clause_end(doc, i) if doc.lower[i + 1 : i + 2] == ["for"] else i + 1, reading, "behind the name")
    size = len(doc)
    here = doc.sentence_of[m.core[0]]
    if at < size and doc.words[at] == "(":
        close = next((i for i in range(at, min(size, at + 8)) if doc.words[i] == ")"), 0)
        at = close + 1 if close else at
    if doc.lower[at : at + 1] == ["of"]:
        at = _behind_place(doc, at)
    if at + 1 >= size or doc.words[at] not in PAUSES:
        return
    at += 1
    if doc.tags[at] == "Q" and at + 1 < size and doc.words[at + 1] == ",":
        at += 2
    if at < size and doc.lower[at] == "of":
        comma = next((i for i in range(at, min(size, at + 8)) if doc.words[i] == ","), 0)
        at = comma + 1 if comma else at
    for _ in range(3):
        if at >= size or doc.sentence_of[at] != here or doc.lower[at] == "whose":
            return
        if doc.lower[at] in ("as", "himself", "herself") and at + 1 < size and doc.tags[at + 1] in "DO":
            # "Hollis, as the first woman at its head, ..."; "Hollis, herself a nurse, ..."
            at += 1
        clause = doc.lower[at] == "who" and at + 2 < size and doc.lower[at + 1] in _BE
        if clause:
            at += 2 + (doc.lower[at + 2] == "as")
        end = at
        while (
            end < size
            and end - at < _LONGEST
            and doc.sentence_of[end] == here
            and doc.words[end] not in _ASIDE_ENDS
            and (doc.tags[end] not in 'VXMW"' or doc.is_apostrophe(end))
        ):
            end += 1
        inside = m.utterance >= 0 and m.last >= end
        if not clause and not inside and end < size and doc.tags[end] in "VXM" and doc.tags[at] in "DONAE":
            # "Ortega, the board said": a subject of its own
            return
        if not inside and end + 1 < size and doc.words[end] == "," and doc.tags[end + 1] == "E" and doc.tags[m.first - 1] in "IT":
            # "questions from Ortega, **the board's attorney**, Hugh Tillery, said"
            return
        # "Carson's longtime friend **and adviser**"
        role = next((i for i in range(at, end) if _is_role(doc, i)), -1)
        both = [i for i in range(at, end - 1) if doc.lower[i] == "and"]
        joined = next((i for i in both if doc.tags[i + 1] in "DO" or (i < role and doc.words[i + 1].islower())), -1)
        if not _phrase(doc, at, joined if joined > 0 else end, reading, "behind the name") and joined < 0:
            return
        if joined > 0:
            _phrase(doc, joined + 1, end, reading, "behind the name")
        if end < size and doc.lower[end] == "and":
            at = end + 1
        else:
            return


def _behind_degrees(doc: Document, at: int) -> int:
    """Behind the degrees of a name: "Jane Roe**, M.D.**, director of the clinic"."""
    while at + 1 < len(doc) and (doc.words[at] in DEGREES or (doc.words[at] == "," and doc.words[at + 1] in DEGREES)):
        at += 1 + (doc.words[at] == ",")
    return at


def _behind_place(doc: Document, at: int) -> int:
    """The comma behind where somebody is from: "Jane Roe of **Dover, Maine**, a nurse"; the same token where none follows."""
    end = at + 1
    while end < len(doc) and (doc.tags[end] == "E" or (doc.words[end] == "," and doc.tags[end + 1 : end + 2] == ["E"])):
        end += 1
    return end if end > at + 1 and doc.words[end : end + 1] == [","] else at


def _copula(doc: Document, m: Mention, reading: Reading) -> None:
    """ "Ortega is **the principal of the school**"; "Ortega was named **principal**"; "the board named Ortega **principal**"."""
    at = m.core[1]
    here = doc.sentence_of[m.core[0]]
    opening = doc.sentences[here][0]
    if not _SUPPOSED.isdisjoint(doc.lower[opening : m.first]):
        # "If Ortega is elected mayor"
        return
    named = next((i for i in range(m.first - 1, max(opening, m.first - 4), -1) if doc.lower[i] in _APPOINTED), -1)
    at += doc.lower[at : at + 1] in (["has"], ["had"])
    if at + 2 >= len(doc):
        return
    if named >= 0 and doc.tags[named] in "VN" and doc.tags[m.first - 1] in "VI":
        # "hired Ortega **as its principal**", "the appointment of Ortega **as principal**"
        at += doc.lower[at] == "as"
    elif doc.lower[at] in _BE and not (doc.tags[m.core[0] - 1] in "IT" and m.core[0] > 0):
        at += 1 + (doc.lower[at + 1] in ("been", "as"))
        if doc.lower[at] in _APPOINTED:
            at += 1 + (doc.lower[at + 1 : at + 2] in (["as"], ["to"]))
    else:
        return
    bare = doc.tags[at] not in "DO"
    end = at
    while (
        end < len(doc)
        and end - at < _LONGEST
        and doc.sentence_of[end] == here
        and doc.words[end] not in (",", ";", ".")
        and doc.tags[end] not in 'VXMW"'
        and not (bare and doc.lower[end] in ("in", "on", "from", "after", "until", "since"))
    ):
        end += 1
    office = next((i for i in range(at, min(end, at + 4)) if doc.tags[i] == "N" and _is_role(doc, i)), -1)
    if not bare or (office >= 0 and set(doc.tags[at:office]) <= set("NAE")):
        _phrase(doc, at, end, reading, "copula")


def _at_work(doc: Document, m: Mention, reading: Reading) -> None:
    """Where somebody works: "Ortega, who runs the **Lakeport Zoo**, said"; "Ortega works for **Acme Corp.**" """
    at = m.core[1]
    aside = doc.words[at : at + 1] == [","]
    # "Ortega, 58, **who**"; "Ortega, a mother of two **who**"
    last = min(doc.sentences[doc.sentence_of[m.core[0]]][1], at + _LONGEST)
    who = next((i for i in range(at, last) if doc.lower[i] == "who" or doc.tags[i] in "VXM"), last) if aside else at - 1
    verb = who + 1
    if (
        verb >= last
        or doc.lower[verb] not in _WORKS | _HEADING
        or (aside and doc.lower[who] != "who")
        or (not aside and doc.tags[verb] not in "VN")
    ):
        return
    end = next((i for i in range(verb + 1, last) if doc.words[i] in _CLAUSE_ENDS or doc.tags[i] in 'VXMW"'), last)
    found = _body(doc, verb + 1, end) if doc.lower[verb] in _HEADING else _affiliation_behind(doc, verb + 1, end)
    if found is not None and (found[1] - found[0] > 1 or _is_of_body(doc.words[found[0]])) and _names_body(doc, *found):
        reading.affiliations.append(TitleSpan(*found, "of an organisation"))


def _brackets(doc: Document, m: Mention, reading: Reading) -> None:
    """ "Sen. Bernie Sanders (**I-Vt.**)"."""
    at = m.core[1]
    if at + 2 < len(doc) and doc.words[at] == "(":
        close = next((i for i in range(at, min(len(doc), at + 6)) if doc.words[i] == ")"), 0)
        if close and _STATE.match(doc.slice(at + 1, close).replace(" ", "")) and m.honorific:
            reading.affiliations.append(TitleSpan(at + 1, close, "brackets"))


def _nominal(doc: Document, m: Mention, reading: Reading) -> None:
    """ "**the Vermont senator** said"; "an **ICE spokesman** said"; "school **officials** said"."""
    head = m.core[1] - 1
    word = doc.lower[head]
    plural = m.kind == "group" or m.head != word
    if (
        word in _NO_TITLE
        or word in _QUANTITIES
        or singular(word) in _NO_TITLE
        or singular(word) in NATIONALITIES
        or (not plural and not _is_role(doc, head))
        or (plural and kind_of_noun(word, doc.vocabulary.roles) != "group")
    ):
        return
    first = m.first
    if first + 2 <= head and doc.tags[first] in "DQA" and doc.lower[first + 1] == "of":
        # "some of **Ober's advisers**"
        first += 2
    while first < head and (doc.tags[first] in "DOR" or _is_which(doc, first)):
        first += 1
    short, affiliation = _split(doc, first, head, head + 1)
    clause = next((i for i in range(head + 1, m.last) if doc.tags[i] in "WVXM" or doc.words[i] in PAUSES), m.last)
    behind = _affiliation_behind(doc, head + 1, clause)
    reading.add(((short, head + 1), (first, head + 1)), affiliation or behind, "nominal")
