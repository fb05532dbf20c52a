"""Names: where they stand, which words are the name itself, which are a title before it, and what they name."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Literal

import regex
from attrs import evolve, frozen

from quoteattr.lexicons import words_of
from quoteattr.mentions.bodies import (
    OF_GOVERNMENT,
    OF_MEMBERS,
    goes_on,
    is_known_organization,
    is_nationality,
    is_organization_word,
    is_place,
    is_team,
    organization_nouns,
    spelt_out,
    whole_body_end,
)
from quoteattr.mentions.given_names import EPITHETS, HONORIFICS, Gender, first_names
from quoteattr.mentions.months import NO_NAMES, named_months
from quoteattr.text.document import FIELD_JOINTS, Document, is_of_field
from quoteattr.text.readings import MARKS, is_common_word, is_ever_common_word, is_mostly_common_word, is_small_name
from quoteattr.text.tags import NAME_PARTICLES

NameKind = Literal["person", "organization", "place", "unknown"]

#: What stands before the name of a company or group: "the airline **Ryanfly**".
_NOUNS_BEFORE = frozenset(
    (
        "agency airline alliance automaker bank brand brewer broadcaster builder carmaker carrier chain charity chipmaker company "
        "consortium drugmaker firm foundation fund giant grocer group insurer lender magazine manufacturer network newspaper nonprofit "
        "organisation organization outlet publisher regulator retailer startup supermarket supplier think-tank union utility watchdog "
        "website"
    ).split()
)
#: Within how many tokens the noun stands that says behind a name what it is.
_APPOSED = 8
#: What a company has, and nobody else.
_SHARES = frozenset("share shareholder shareholders shares stake stock".split())
#: What may follow a name as a part of it.
NUMBERS = frozenset(("II", "III", "IV"))
GENERATIONS = NUMBERS | {"Jr.", "Sr.", "Jr", "Sr"}
DEGREES = frozenset(
    (
        "Esq. M.D. MD D.O. Ph.D. PhD Ed.D. EdD Psy.D. PsyD Pharm.D. PharmD J.D. JD R.N. RN M.S.N. MSN D.N.P. DNP M.P.H. MPH M.B.A. MBA CPA "
        "DDS D.D.S. DVM D.V.M. QC KC SC MP MEP MSP MLA TD MBE OBE CBE FRCP FRCS FRCGP FRS FRSE"
    ).split()
)
SUFFIXES = GENERATIONS | DEGREES
#: What stands between an office and what it is for.
_BEFORE_FIELDS = frozenset("of for on the".split())
#: What stands before a role and is a part of the title: "**Senior Special** Assistant".
MODIFIERS = words_of("roles.txt", section="modifier")
#: The last words of the names of what has a governor, a mayor or a sheriff.
_GOVERNED = frozenset(("City", "County", "State"))
_PLACE_WORDS = frozenset(
    (
        "County Street Avenue Road Boulevard River Lake Park Island Islands Mountains Beach Valley Creek Bay Hills Heights Airport Garden "
        "Gardens Square Plaza Tower Towers Stadium Arena Terminal Building Highway Parkway Cemetery Reservoir Peninsula Harbor Harbour"
    ).split()
)
#: Who is of an organisation, and of no person.
_HEADS = frozenset(
    (
        "ceo cfo chair chairman chairwoman co-founder co-owner commissioner coroner curator director editor founder head leader manager "
        "mayor mp owner president principal spokesman spokesperson spokeswoman treasurer"
    ).split()
)
#: Whose office is called by what it is for.
_OF_DEPARTMENTS = frozenset("commissioner minister secretary undersecretary".split())
_ORDINAL = regex.compile(r"\d+(?:st|nd|rd|th)$")
#: Before a name that somebody has no more, and that is nobody else's: "**born** Ann Orr", "**née** Orr".
_BORN = frozenset(("born", "née", "nee", "né"))
#: How many words back an office is looked for before the body that it is held at.
_OFFICE = 10
#: Between how many letters initials have that name a body.
_SHORTEST, _LONGEST = 2, 8
#: Behind these a first name alone is a town's.
_WHERE = frozenset(("in", "In", "near", "outside"))
#: ... and a name that ends in a word of the language.
_BESIDE = frozenset("in near off along outside across".split())
#: Words that stand capitalised before a name without being part of it.
_NOT_NAMES = frozenset(
    (
        "Republican Republicans Democratic Democrat Democrats GOP American Former Current Longtime Then The Conservative Liberal "
        "Progressive British French German Russian Chinese Israeli Mexican Canadian Native African Black White Asian European I Mr Now "
        "Today Yesterday Wherever Whenever EDT EST AM PM At-Large Internet English Spanish "
        "Christian Muslim Jewish Catholic Class Dear CHAPTER Chapter"
    ).split()
)
#: ... and those that are surnames, where the text has the full name.
_SURNAMES_TOO = frozenset("Black Christian English French White".split())
#: ... and those that may be names by themselves: "**Mum** Kelly, 42, said".
_PARENTS = frozenset("Dad Mam Mom Mum".split())
_NEVER_NAMES = _NOT_NAMES - _SURNAMES_TOO
_GROUPS = words_of("groups.txt")
#: What may stand before "Gen".
_LESSER_RANKS = frozenset("Brig Brig. Col Col. Lt Lt. Maj Maj.".split())
#: Houses that bear somebody's name.
_HOUSES = frozenset("Café Hotel Hôtel Pension Villa".split())
#: Offices by their initials, with the noun by which whoever holds one is called: "the **PM** said".
OFFICES = {
    "ACP": "commissioner",
    "AG": "attorney general",
    "CM": "minister",
    "CP": "commissioner",
    "DA": "attorney",
    "DCP": "commissioner",
    "DGP": "director-general",
    "DIG": "inspector",
    "DSP": "superintendent",
    "IG": "inspector",
    "IGP": "inspector",
    "PM": "minister",
    "PPRO": "public relations officer",
    "SSP": "superintendent",
    "VP": "vice president",
}
#: Who is from a country of two words, and is not called so.
_FROM_TWO_WORDS = frozenset(
    (
        ("New", "Zealander"),
        ("New", "Yorker"),
        ("North", "Korean"),
        ("Northern", "Irishman"),
        ("Puerto", "Rican"),
        ("Costa", "Rican"),
        ("Saudi", "Arabian"),
        ("South", "African"),
        ("South", "Korean"),
        ("Sri", "Lankan"),
        ("West", "Indian"),
    )
)
#: What words for where somebody is from end in: "**Dover-born**".
_FROM = ("-based", "-born", "-raised")
#: What a body of a country is for: "**Cricket** Australia".
_BEFORE_COUNTRY = words_of("organizations.txt", section="before a country")
#: Who plays where: "**Center** Deandre Ayton".
_PLAYING = words_of("roles.txt", section="position")
#: What words for who does something end in, and first names do not: "**Percussionist** Ana Reyes", but not "Archer Lee Reyes".
_WHO_DOES = "ist"
#: Whose seat is where: "Tuttle, **R-Clay**", "Ortiz, **D-Pine Bluff**".
PARTY_AND_PLACE = regex.compile(r"[RDI](?:em|ep|nd)?\.?[-–]\p{Lu}")
_PARTY_MEMBERS = frozenset(("Republican", "Democrat", "Libertarian", "Independent", "Conservative", "Liberal"))
#: What may stand between the words of a name: 'Lauren "Bubba" McDonald', "Robert (Bob) Hill".
_NO_WORDS = frozenset(MARKS) | {",", "(", ")"}
#: With what the titles of some offices begin.
PEERS = frozenset(("Lady", "Lord"))
_MALE_TITLES = frozenset("Mr. Mr Monsieur Herr Signor Señor Senor King Prince Father Brother Sir Lord Pope".split())
#: Titles that a body never has: "**Mr.** Church".
_COURTESY = frozenset("Mr. Mr Mrs. Mrs Ms. Ms Miss Dr. Dr".split())
#: Offices that women hold too: "Chairman Ann Orr".
_MALE_OFFICES = frozenset("Congressman Councilman Assemblyman Chairman".split())
_FEMALE_TITLES = frozenset(
    (
        "Mrs. Mrs Ms. Ms Miss Madam Madame Mme. Mme Mademoiselle Mlle. Mlle Frau Fräulein Signora Signorina Señora Senora Señorita "
        "Congresswoman Councilwoman Assemblywoman Chairwoman Queen Princess Sister Dame Lady"
    ).split()
)


@frozen
class Name:
    """A name in the text, as ranges of tokens."""

    first: int
    last: int
    #: Where the titles written with it begin ("**Gov.** JT Presser"); `first` where there are none.
    title_first: int
    words: tuple[str, ...]
    kind: NameKind
    gender: Gender | None
    honorific: bool


def names(doc: Document) -> list[Name]:
    """All names of a document, in order.

    >>> [(n.words, n.kind) for n in names(Document("Gov. JT Presser met Natasha Ortega of the University of Michigan."))]
    [(('JT', 'Presser'), 'person'), (('Natasha', 'Ortega'), 'person'), (('University', 'of', 'Michigan'), 'organization')]
    """
    found: list[Name] = []
    words = doc.words
    i = 0
    size = len(words)
    months = named_months(doc)
    bodies = spelt_out(doc)
    # "(**Numsa**)"
    initials = {words[end + 1] for end in bodies.values()}
    acting = _called_alone(doc)
    # "the **DA** said", but not where there is a Democratic Alliance (DA)
    offices = OFFICES.keys() - {words[at + 1] for at in range(size - 1) if words[at] == "("}
    while i < size:
        if i + 2 < size and words[i + 1] in _BEFORE_FIELDS and words[i][0].isupper() and _behind_fields(doc, i + 2):
            # "**Secretary** of Health and Human Services, Ana Reyes"
            i += 2
            continue
        behind = _behind_fields(doc, i) if i and doc.tags[i] == "E" and words[i - 1] in _BEFORE_FIELDS else 0
        if behind:
            end = _run_end(doc, behind, months) if behind < size and _opens_name(doc, behind) else behind
            name = _name(doc, behind, end) if end > behind else None
            if name is not None:
                found.append(evolve(name, kind="person", honorific=True))
            i = end
            continue
        if words[i][0].isupper() and (whole := bodies.get(i) or whole_body_end(doc, i)):
            found.append(Name(i, whole, i, tuple(w for w in words[i:whole] if w != ","), "organization", None, honorific=False))
            i = whole
            continue
        if not _opens_name(doc, i) or (words[i] in NO_NAMES and i not in months) or PARTY_AND_PLACE.match(words[i]):
            i += 1
            continue
        end = _run_end(doc, i, months)
        if end == i + 1 and words[i] in offices and i and doc.lower[i - 1] == "the":
            i = end
            continue
        body_end = _behind_body(doc, i, end, acting)
        if body_end:
            found.append(Name(i, body_end, i, tuple(words[i:body_end]), "organization", None, honorific=False))
        start = body_end or _after_office(doc, i, end)
        name = _name(doc, start, _without_office(doc, start, end))
        if name is not None and name.kind == "organization" and start == i and i > 1 and _ORDINAL.match(words[i - 1]):
            # "the **9th** Circuit"
            name = evolve(name, first=i - 1, title_first=i - 1, words=(words[i - 1], *name.words))
        if name is not None:
            found.append(name if start == i else evolve(name, kind="person", honorific=not body_end))
        i = end
    alone = _alone(doc, found)
    families = {n.words[-1]: n.first for n in reversed(found) if len(n.words) > 1 and n.words[0] in first_names()}
    found = [_without_trade(doc, _without_epithet(n, alone), families) for n in _with_shops(doc, found)]
    bearers = {n.words[0] for n in found if len(n.words) == 1 and _acts(doc, n)}
    found = [evolve(n, kind="person") if _is_somebody(doc, n, bearers) else _as_body(doc, n, initials) for n in found]
    surnames = {next((w for w in reversed(name.words) if w not in SUFFIXES), "") for name in found if len(name.words) > 1}
    # not the "S" of "I/B/E/S"
    found = [n for n in found if len(n.words[0]) > 1 or len(n.words) > 1 or n.first == 0 or doc.words[n.first - 1] != "/"]
    found = [n for n in found if not (n.first and doc.lower[n.first - 1] in _BORN) and not _is_first_of_two_roles(doc, n)]
    # "President", but "Judge" where there is a Patty Judge, "White" where there is a Dana White
    return [n for n in found if len(n.words) > 1 or n.honorific or not _is_no_name(doc, n.words[0]) or n.words[0] in surnames]


def _as_body(doc: Document, n: Name, initials: Container[str]) -> Name:
    """The name of an organisation by the noun before it: "the airline **Ryanfly**", "Chipmaker **Nvidio**", or its shares; any other.

    `initials` are the short names that stand in brackets behind the whole ones.
    """
    if len(n.words) == 1 and n.words[0] in initials:
        return evolve(n, kind="organization", gender=None)
    if n.kind != "unknown" or n.honorific:
        return n
    if len(n.words) > 1 and n.words[0].lower() in _NOUNS_BEFORE and not is_organization_word(n.words[0]):
        return evolve(n, first=n.first + 1, words=n.words[1:], kind="organization", gender=None)
    named = n.first > 0 and doc.tags[n.first - 1] == "N" and doc.lower[n.first - 1] in _NOUNS_BEFORE
    body = named or _is_traded(doc, n) or _is_called_body(doc, n) or _is_several(doc, n) or _acts_with_article(doc, n)
    return evolve(n, kind="organization", gender=None) if body else n


def _acts_with_article(doc: Document, n: Name) -> bool:
    """Does an article stand before it, and a verb behind, as before no person's name: "the **Lantern** said"?"""
    article = len(n.words) == 1 and n.first > 0 and doc.lower[n.first - 1] == "the"
    return article and not n.words[0].endswith("s") and doc.tags[n.last : n.last + 1] in (["V"], ["X"], ["M"])


def _is_several(doc: Document, n: Name) -> bool:
    """Has it a verb of many: "**Ober Rovers have** confirmed it", but not "Lind and **Orr have**", "does **Orr have** it"?"""
    before = doc.tags[n.first - 1] if n.first else "."
    joined = before in ",C&XM" or doc.lower[n.first - 1] in ("and", "or", "nor", "&")
    return doc.tags[n.last : n.last + 1] == ["X"] and doc.lower[n.last] in ("are", "have") and not (n.first and joined)


def _is_called_body(doc: Document, n: Name) -> bool:
    """Is it told behind the name that it is an organisation: "**IG Metall**, the German union, said"?"""
    at = n.last + 1
    if doc.words[n.last : at] != [","]:
        return False
    if doc.lower[at : at + 1] == ["which"]:
        # "**Ober Vale**, which makes chips, said"
        return True
    if doc.tags[at : at + 1] not in (["D"], ["O"]):
        return False
    end = next((i for i in range(at + 1, min(len(doc), at + _APPOSED)) if doc.tags[i] not in "NAEGPQ"), at + 1)
    noun = doc.lower[end - 1]
    body = doc.tags[end - 1] == "N" and noun in organization_nouns() | _NOUNS_BEFORE and noun not in doc.vocabulary.roles
    return body and end < len(doc) and doc.tags[end] in ",.IW"


def _is_traded(doc: Document, n: Name) -> bool:
    """Has it shares: "shares in **Gridworks**", "a stake in **Gridworks**", "**Gridworks** shares fell", not "Lind shares his story"?"""
    before = n.first > 1 and doc.lower[n.first - 2] in _SHARES and doc.lower[n.first - 1] in ("in", "of")
    return before or (doc.lower[n.last : n.last + 1] in (["shares"], ["stock"]) and doc.tags[n.last] == "N")


def _is_first_of_two_roles(doc: Document, n: Name) -> bool:
    """Is it what somebody is, with a capital that only opens the sentence: "**Comedian** and author Bo Dunn"?"""
    roles = doc.vocabulary.roles
    joined = doc.lower[n.last : n.last + 1] == ["and"] and not roles.isdisjoint(doc.lower[n.last + 1 : n.last + 2])
    return joined and len(n.words) == 1 and n.words[0].lower() in roles


def _is_no_name(doc: Document, word: str) -> bool:
    """Is this capitalised word by itself nobody's name, unless it is a surname in the text: "Judge", "White", "Cops"?"""
    group = word.lower() in _GROUPS and not is_organization_word(word)
    return word in _SURNAMES_TOO or group or doc.vocabulary.is_title_word(word)


def _is_written_as_name(word: str) -> bool:
    """Is it written as the words of a name are: "**Leyen**", "**von**", "**al-Assad**"?"""
    return word[0].isupper() or word in NAME_PARTICLES or is_small_name(word)


def _opens_name(doc: Document, at: int) -> bool:
    """May a name begin here: "**Leyen**", "**von** der Leyen", but not "**de** AP", "**Hall** of Famer Ray Lund"?"""
    if doc.words[at : at + 3] == ["Hall", "of", "Famer"]:
        return False
    particle = doc.words[at] in NAME_PARTICLES
    return doc.tags[at] == "E" and _is_written_as_name(doc.words[at]) and not (particle and doc.words[at + 1].isupper())


def _with_shops(doc: Document, found: list[Name]) -> list[Name]:
    """The names, those of shops and hospitals with their possessive: "**St. Luke's** said", "**Macy's**, which", "according to **Macy's**."

    But not "a friend of Lind's, who", nor where somebody is called so elsewhere, or says something: "views like Lind's, but **Lind** said".
    """
    people = {n.words[-1] for n in found if len(n.words) > 1 or n.honorific or _says(doc, n)}
    owning = [doc.tags[n.last : n.last + 1] == ["Z"] and _may_be_shop(n, people) for n in found]
    shops = {n.words for n, owns in zip(found, owning, strict=True) if owns and _owns_nothing(doc, n)}
    whole = []
    for n, owns in zip(found, owning, strict=True):
        # where it ends a sentence it may be somebody's: "a friend of Lind's."
        ends = n.words in shops and doc.tags[n.last + 1 : n.last + 2] == ["."]
        if owns and (ends or _owns_nothing(doc, n)):
            n = evolve(n, last=n.last + 1, words=(*n.words, doc.words[n.last]), kind="organization", gender=None)
        whole.append(n)
    return whole


def _says(doc: Document, n: Name) -> bool:
    """Does it say something: "**Lind** also said"?"""
    at = n.last + (doc.tags[n.last : n.last + 1] == ["R"])
    return doc.lower[at : at + 1] in (["said"], ["says"])


def _may_be_shop(n: Name, people: Container[str]) -> bool:
    """Is it one word by which nobody in the text is called, or a saint's name?"""
    return n.words[0] == "St." or (len(n.words) == 1 and not n.honorific and n.words[0] not in people)


def _owns_nothing(doc: Document, n: Name) -> bool:
    """Is the possessive behind a name part of it, with nothing that is owned: "**Macy's** said", "**Macy's**, which"?"""
    behind = n.last + 1
    closes = doc.tags[behind : behind + 1] in (["V"], ["X"], ["M"]) or doc.words[behind : behind + 1] == [","]
    return closes and (n.first == 0 or doc.lower[n.first - 1] != "of")


def _alone(doc: Document, found: Sequence[Name]) -> frozenset[str]:
    """The words by which somebody or something without an article is called: "said **Basil**", but not "the Navy"."""
    return frozenset(n.words[0] for n in found if len(n.words) == 1 and not (n.first and doc.lower[n.first - 1] == "the"))


def _without_epithet(name: Name, alone: Container[str]) -> Name:
    """The name of who is called so elsewhere, without what is said of him: "Poor **Basil**", "Old **Stephen**", "Spaniard **Marsh**"."""
    said = len(name.words) == 2 and not name.honorific and (name.words[0] in EPITHETS or _is_of_country(name.words[0]))
    if said and name.words[1] in alone:
        return evolve(name, first=name.last - 1, words=name.words[1:], gender=first_names().get(name.words[1]))
    return name


def _without_trade(doc: Document, name: Name, families: Mapping[str, int]) -> Name:
    """The surname of who was named in full before, without what he does: "Jeweler **Reyes**", behind "Ana Reyes".

    `families` tell where a surname first has a first name.
    """
    word = name.words[0]
    does = name.kind != "organization" and len(name.words) == 2 and not name.honorific and word not in first_names()
    if does and word.lower() in doc.vocabulary.roles and families.get(name.words[1], name.first) < name.first:
        return evolve(name, first=name.last - 1, words=name.words[1:], kind="person", honorific=True, gender=None)
    return name


def _is_of_country(word: str) -> bool:
    """Is it what somebody from a country is called, and no first name: "Spaniard", but not "Finn"?"""
    return is_nationality(word) and word not in first_names()


def _acts(doc: Document, name: Name) -> bool:
    """Does the name do something, as somebody called so by the surname does: "**Park** fell", "said **Park**", but not "the Park"?"""
    before = doc.lower[name.first - 1] if name.first else ""
    return before != "the" and (before == "said" or doc.tags[name.last : name.last + 1] in (["V"], ["X"], ["M"]))


#: What a body may be called as well as somebody.
_OF_BODIES_TOO = frozenset(
    "backer builder contractor developer leader maker manager member operator owner partner provider publisher sponsor".split()
)


def _is_somebody(doc: Document, name: Name, acting: Container[str]) -> bool:
    """Is a name that may be a place's or a body's somebody's: "rookie **Deion Park**", "**Ellen Park** fell. Park said"?"""
    given = len(name.words) > 1 and name.words[0] in first_names() and name.words[-1] in acting
    owner = name.first - 1
    # "**Morgan Stanley's** Joe Park cut"
    owned = owner > 0 and doc.is_possessive(owner) and not is_place(doc.words[owner - 1]) and name.words[0] in first_names()
    given = given or (owned and doc.tags[name.last : name.last + 1] in (["V"], ["X"]))
    if name.kind == "place":
        return given or (len(name.words) > 1 and name.first > 0 and doc.lower[name.first - 1] in doc.vocabulary.roles)
    short = name.kind == "organization" and len(name.words) == 2 and name.words[-1][-1] != "s"
    if name.kind == "organization" and name.words[0] in first_names() and not is_place(name.words[0]):
        initial = len(name.words) == 3 and is_initial(name.words[1])
        return (short and given) or ((short or initial) and _is_told_office(doc, name.last))
    return short and given


def _is_told_office(doc: Document, comma: int) -> bool:
    """Does an apposition behind this comma tell what a person is, and no body: "Ann Church**, a lawyer**"?"""
    first = comma + 1 + (doc.lower[comma + 1 : comma + 2] in (["a"], ["an"], ["the"]))
    end = next((i for i in range(first, min(first + 5, len(doc))) if doc.tags[i] not in "NAE"), first)
    role = doc.lower[end - 1] if end > first else ""
    return doc.words[comma : comma + 1] == [","] and role in doc.vocabulary.roles and role not in _OF_BODIES_TOO


def _run_end(doc: Document, first: int, months: Container[int]) -> int:
    """Where a run of name words that begins at this token ends; at these tokens a month is one of them."""
    words, tags, sentence = doc.words, doc.tags, doc.sentence_of
    end = first + 1
    size = len(words)
    here = sentence[first]
    while end < size and sentence[end] == here:
        word = words[end]
        if (
            (tags[end] == "E" and (word not in NO_NAMES or end in months) and _is_written_as_name(word))
            or word in SUFFIXES
            or (tags[end] == "Q" and word in ("II", "III", "IV"))
        ):
            end += 1
        elif word == "," and (tags[end] == "E" or (end + 1 < size and words[end + 1] in SUFFIXES)):
            # "Acme Foods**, Inc.**", "Al Lund**, Jr.**"
            end += 2
        elif word in MARKS and end + 3 < size and tags[end + 1] == "E" and words[end + 2] in MARKS and tags[end + 3] == "E":
            # Lauren "Bubba" McDonald
            end += 4
        elif words[end : end + 3 : 2] == ["(", ")"] and "".join(tags[end - 1 : end + 4]) == "E,E,E" and not _has_initials(doc, end - 1):
            # Robert (Bob) Hill
            end += 4
        elif further := goes_on(doc, first, end):
            end = further
        else:
            break
    return end


def _has_initials(doc: Document, last: int) -> bool:
    """Do the initials of a body or an office stand behind this token, and no nickname: "Chief Executive **Officer** (CEO) Ana Reyes"?"""
    return doc.words[last + 2].isupper() and (is_organization_word(doc.words[last]) or ends_office(doc, last))


def ends_office(doc: Document, last: int) -> bool:
    """Does an office end with this token: "Chief Executive **Officer**", "Commissioner of **Police**"?"""
    roles = doc.vocabulary.roles
    return doc.lower[last] in roles or (last > 1 and doc.lower[last - 1] == "of" and doc.lower[last - 2] in roles)


def _after_office(doc: Document, first: int, last: int) -> int:
    """Where a run's name begins, behind the words of an office: "Minister of **Education** Stefania Giannini"."""
    article = first > 0 and doc.words[first - 1] == "the"
    of = first - 1 - article
    if not _is_behind_office(doc, of):
        return first
    body = doc.words[first] in first_names() or is_organization_word(doc.words[last - 1])
    given = 0 if body else next((i for i in range(first + 1, last - 1) if doc.words[i] in first_names()), 0)
    if given:
        # "Archbishop of **Canterbury** Jo Lind", "Chancellor of the **Exchequer** Jo Lind"
        return given
    # "Secretary of **State Ober**", but not "Secretary of Homeland Security"
    bare = doc.lower[of - 1] in _OF_DEPARTMENTS and not is_of_field(doc.words[last - 1])
    at = first
    while at < last - (1 if bare else 2) and is_of_field(doc.words[at]) and doc.words[at] not in first_names():
        at += 1
    known = doc.words[at] in first_names()
    if not known and (article or is_ever_common_word(doc.words[at]) or is_organization_word(doc.words[last - 1])):
        # "Secretary of the **Commonwealth** Al Brenner", but not "head of the Federal Bureau of Ferries"
        return first
    return at


def _behind_fields(doc: Document, first: int) -> int:
    """Where the fields of an office end that begin here: "Commissioner for **Information, Culture and Tourism** Ana Reyes"; 0 for none."""
    of = first - 1 - (first > 1 and doc.words[first - 1] == "the")
    if (
        doc.tags[first] != "E"
        or doc.words[of] not in _BEFORE_FIELDS
        or not (_is_behind_office(doc, of) or (of > 0 and doc.words[of] == "on"))
    ):
        return 0
    at, joined = first, False
    while at < len(doc) and doc.tags[at] == "E" and doc.words[at] not in first_names():
        joins = doc.words[at] in FIELD_JOINTS
        if not (joins or is_of_field(doc.words[at])):
            break
        joined |= joins
        at += 1
    return at if joined else 0


def _without_office(doc: Document, first: int, last: int) -> int:
    """Where the name of a body ends before an office that goes on: "Department of Energy | **Chief** of Staff Jane Roe"."""
    if last - first < 3 or doc.lower[last : last + 1] not in (["of"], ["for"]) or doc.lower[last - 1] not in doc.vocabulary.roles:
        return last
    # "Kent State | **Commissioner** for Schools"
    state = doc.words[first] in first_names() and doc.words[last - 2] in _GOVERNED
    return last - 1 if state or {"of", "&"}.intersection(doc.words[first : last - 1]) else last


def _is_behind_office(doc: Document, of: int) -> bool:
    """Is this the "of" or "for" behind an office: "Minister **of** Arts", "Minister of State **for** Finance"?"""
    if of < 1 or doc.words[of] not in ("of", "for"):
        return False
    office = of - 3 if of > 2 and doc.words[of - 2 : of] == ["of", "State"] else of - 1
    return doc.lower[office].removeprefix("then-") in doc.vocabulary.roles


def _behind_body(doc: Document, first: int, last: int, acting: Container[str]) -> int:
    """Where the name begins of who holds an office at the body before it: "director of the **Ohio Department of Health** Jane Roe".

    `acting` are the words by which somebody is called elsewhere. 0 where there is none: "the head of the Jane Roe Foundation", "a school in
    Dover Heights".
    """
    words = doc.words
    given = next((i for i in range(last - 2, first, -1) if words[i] in first_names() and not is_place(words[i])), 0)
    if not given and last - first > 2 and words[last - 1] in acting and not is_ever_common_word(words[last - 2]):
        # "a student at **Ohio State** Amneh Jafari", where "Jafari said" stands elsewhere
        given = last - 2
    if not given and (doc.lower[first - 1] in ("to", "the") or _is_behind_office(doc, first - 1)):
        # "ambassador to the **United States** Hamdullah Mohib", "envoy for **Syria** Ramzi Aldin"
        given = next(
            (
                i
                for i in range(last - 2, first, -1)
                if words[i][0].isupper() and (is_place(" ".join(words[first:i])) or is_known_organization(" ".join(words[first:i])))
            ),
            0,
        )
    if not given or words[given - 1][0].islower() or is_organization_word(words[last - 1]) or words[last - 1] in _PLACE_WORDS:
        return 0
    end = given
    while end - 1 > first and (words[end - 1] in HONORIFICS or doc.vocabulary.is_title_word(words[end - 1])):
        # "a researcher at the **University of Leeds** Dr Jane Roe"
        end -= 1
    office = first - 1 - (doc.lower[first - 1] in ("the", "his", "her", "its"))
    if doc.tags[office] == "Z":
        # "director of aviation at **Dover's** Logan Airport Jane Roe"
        office -= 1
        while office > 0 and doc.tags[office] == "E":
            office -= 1
    held = office > 0 and doc.lower[office] in ("of", "for", "at", "in", "to") and doc.sentence_of[office] == doc.sentence_of[first]
    body = (
        held
        and (
            is_known_organization(" ".join(words[first:end]))
            # "fire chief in **Dover** Jane Roe", "mayor of **Leeds** Jane Roe"
            or doc.lower[office] == "in"
            or is_place(" ".join(words[first:end]))
            or all(is_place(word) for word in words[first:end])
            or any(is_organization_word(word) or word in OF_GOVERNMENT for word in words[first:end])
            # "governor of **Kent State** Jane Roe"
            or words[end - 1] in _GOVERNED
            # "general secretary of the **NASUWT** Jane Roe"
            or (end == first + 1 and _SHORTEST < len(words[first]) < _LONGEST and words[first].isupper())
        )
    )
    # "founder of **Acme** Jane Roe", but not "lawyer for Tavon Jane Roe"
    headed = (
        held and doc.lower[office - 1] in _HEADS and not doc.vocabulary.is_title_word(words[first]) and words[first] not in first_names()
    )
    return end if (body and _holds_office(doc, office)) or headed else 0


def _called_alone(doc: Document) -> frozenset[str]:
    """The surnames, or what looks like them, by which somebody does something: "**Jafari** said"."""
    tags = doc.tags
    return frozenset(
        doc.words[i]
        for i in range(len(doc) - 1)
        if tags[i] == "E" and tags[i + 1] in "VX" and (i == 0 or (tags[i - 1] != "E" and doc.lower[i - 1] != "the"))
    )


def _holds_office(doc: Document, at: int) -> bool:
    """Does this preposition tie what follows to a role: "**director** of", "executive **director** of the northern branch of"?"""
    for i in range(at - 1, max(-1, at - _OFFICE), -1):
        if doc.lower[i] in doc.vocabulary.roles or doc.vocabulary.is_title_word(doc.words[i]):
            return doc.tags[i + 1] == "I"
        if doc.tags[i] not in "NAEDI":
            return False
    return False


def _is_role_before(doc: Document, word: str, rest: Sequence[str]) -> bool:
    """Is this word no part of the name behind it: "**Glaciologist** Gil Vance", "**Attorneys** Jo Lind and"?

    But it is in "Marine Le Pen", "Baker Vance" and "Cook Political Report".
    """
    several = word.lower().removesuffix("s") in doc.vocabulary.roles
    if len(rest) == 1:
        # "**Twins** Al and Tim Ober"
        return several and word[-1] == "s" and word not in first_names() and rest[0] in first_names()
    # "**Center** Deandre Ayton"
    plays = word.lower() in _PLAYING and len(rest) == 2
    return (
        (several or plays or word.lower() in doc.vocabulary.roles)
        and word not in first_names()
        and (rest[0].lower() not in NAME_PARTICLES or rest[0] in first_names())
        and (rest[0] in first_names() or not is_common_word(rest[0]))
    )


def _name(doc: Document, first: int, last: int) -> Name | None:
    words = doc.words
    if _is_member(doc, first, last):
        return None
    while last - first > 1 and words[last - 1] in DEGREES:
        # "Jane Roe**, Ph.D.**", "Jane Roe **KC**"
        last -= 1 + (words[last - 2] == "," and last - first > 2)
    run = words[first:last]
    start = first
    honorific = False
    gender: Gender | None = None
    for i in range(last - 1, first - 1, -1):
        word = words[i]
        titled = word in HONORIFICS or doc.vocabulary.is_title_word(word) or _is_title_here(doc, i, first, last)
        named = i + 2 < last and words[i + 1] in first_names() and word.lower() in doc.vocabulary.roles
        if not titled and i > first and not named:
            continue
        rest = [w for w in words[i + 1 : last] if w not in SUFFIXES and w not in _NO_WORDS]
        if rest and (titled or _is_role_before(doc, word, rest)) and not (word in first_names() and len(rest) == 1):
            start = i + 1
            honorific = True
            gender = "male" if word in _MALE_TITLES else "female" if word in _FEMALE_TITLES else None
            break
    final = next((w for w in reversed(run) if w not in SUFFIXES), run[-1])
    offices = [i for i, word in enumerate(run) if word == "of" and i and doc.vocabulary.is_title_word(run[i - 1])]
    if offices:
        # "Secretary of State Hillary Clinton", "Department of Energy Chief of Staff Hillary Clinton"
        office = first + offices[-1] + 1
        given = next((i for i in range(office + 1, last - 1) if words[i] in first_names()), last - 2)
        if given <= office:
            return None
        kept = tuple(w for w in words[given:last] if w not in _NO_WORDS)
        return Name(given, last, first, kept, "person", first_names().get(kept[0]), honorific=True)
    body = "of" in run and is_organization_word(run[run.index("of") - 1])
    if not body and _is_description(doc, run, final):
        # but "the Department of **Justice**"
        return None
    # "Bureau of Prisons Director **Ron** Lind"
    given_name = words[start] if honorific else ""
    person = given_name in first_names() or (honorific and last - start == 2 and start - first > 2 and not _is_of_body(words[start:last]))
    # "Mr. **Church**", "**Church**, 63, said"
    person = person or (honorific and last - start == 1 and words[start - 1] in _COURTESY) or _with_age(words, last)
    center = "for" in run and is_organization_word(run[run.index("for") - 1])
    organization = not person and (is_organization_word(final) or center or any(w in ("of", "&", "and") for w in run))
    # "the **Colombian Red Cross**"
    of_country = len(run) > 2 and is_nationality(run[0]) and is_known_organization(" ".join(run[1:]))
    if organization or of_country or is_known_organization(" ".join(run)):
        return Name(first, last, first, tuple(w for w in run if w != ","), "organization", None, honorific=False)
    given_names = first_names()
    if start == first or last - start > 2:
        at = next((i for i in range(start, last - 1) if words[i] in given_names and words[i + 1] not in SUFFIXES), -1)
        before = words[at - 1] if at > start else ""
        if before and (
            before in _NOT_NAMES
            or is_common_word(before)
            # "Ambassador to **France** Ana Reyes"
            or (is_place(before) and before not in given_names)
            or (before not in given_names and not is_initial(before) and (at - start != 1 or _is_description_before(doc, first, at, last)))
        ):
            start = at
        if at < 0 and start == first and _is_description_before(doc, first, first + 1, last):
            # "**Witness** Dee Park", where Dee is no first name that is known
            start += 1
    while start < last - 1 and words[start] in _NOT_NAMES | _PARENTS and not honorific and not _is_given_anyway(run):
        start += 1
    of_place = start < last - 1 and words[start].endswith(_FROM)
    if of_place or (start < last - 1 and _is_of_country(words[start]) and (last - start > 2 or words[start + 1] in given_names)):
        # "**Spaniard** Luis Marsh", "the **Dover-born** Marsh"
        start += 1
    if start >= last:
        return None
    kept = tuple(w for w in words[start:last] if w not in _NO_WORDS)
    if not kept or (kept[0] in _NEVER_NAMES and len(kept) == 1 and not honorific):
        return None
    if len(kept) == 1 and is_nationality(kept[0].removesuffix("s")) and start > 0 and doc.tags[start - 1] in "DAQ":
        # "the **Italian**"
        return None
    kind = _kind(kept, honorific or _with_age(words, last), words, first)
    if kind in ("person", "unknown") and gender is None and (len(kept) > 1 or not honorific):
        gender = given_names.get(kept[0])
    if gender is None and start > first and words[start - 1] in _MALE_OFFICES:
        gender = "male"
    return Name(start, last, first, kept, kind, gender, honorific)


def _is_of_body(words: Sequence[str]) -> bool:
    """Is one of these words a body's or a place's: "Department of Justice Secretary **Ohio Council**"?"""
    return any(is_organization_word(word) or is_place(word) or is_ever_common_word(word) for word in words)


def _is_title_here(doc: Document, at: int, first: int, last: int) -> bool:
    """Is it the title that it seldom is: "Council **Member** Jane Roe", "Maj **Gen** Roe", "**Gen** Jane Roe", but not "Gen Nakatani"?"""
    word, before = doc.words[at], doc.words[at - 1] if at > first else ""
    if word == "Gen":
        return before in _LESSER_RANKS or (last - at > 2 and doc.words[at + 1] in first_names())
    return word == "Member" and before in OF_MEMBERS


def _is_given_anyway(run: Sequence[str]) -> bool:
    """Is the first of two words a first name, though it is an adjective too: "**Christian** Ostrander"?"""
    return len(run) == 2 and run[0] in first_names() and not (is_common_word(run[1]) or run[1] in first_names())


def _is_description(doc: Document, run: list[str], final: str) -> bool:
    """Is it "the **Wisconsin Republican**" or "the **Vice President**", capitalised but no name?"""
    if run[0] in PEERS and len(run) > 1 and all(word.lower() in doc.vocabulary.roles or word.lower() in MODIFIERS for word in run[1:]):
        # "the **Lord Chief Justice**"
        return True
    # "**Senior Special Assistant** on Media"
    modified = final.lower() in doc.vocabulary.roles and all(word.lower() in MODIFIERS for word in run[:-1])
    described = modified or final in _PARTY_MEMBERS or any(doc.vocabulary.is_title_word(word) for word in (final, final.capitalize()))
    return described and len(run) > 1 and not any(w in first_names() or w in HONORIFICS or is_initial(w) for w in run[:-1])


def _is_member(doc: Document, first: int, last: int) -> bool:
    """Is it who sits for a place or a party, or is from one, with no name: "the **Dover West MP**", but not "Jane Roe **MP**"?"""
    seat = doc.words[last - 1].removesuffix("s")
    determined = first > 0 and doc.lower[first - 1] in ("the", "a")
    if determined and last - first == 2 and (doc.words[first], seat) in _FROM_TWO_WORDS:
        # "the **New Zealander**"
        return True
    if seat not in DEGREES or seat.lower() not in doc.vocabulary.roles:
        return False
    if last - first == 1:
        return doc.words[first] != seat
    # but "the Rt Hon **Jane Roe** MP"
    named = not first_names().keys().isdisjoint(doc.words[first : last - 2])
    return last - first == 2 or (first > 0 and doc.tags[first - 1] in "DQAOZ" and not named)


def _is_description_before(doc: Document, first: int, at: int, last: int) -> bool:
    """Is the one capitalised word before a first name and surname no name: "**Neighbor** Ana Reyes", at the beginning of a sentence?"""
    word = doc.words[first]
    opens = doc.sentences[doc.sentence_of[first]][0] == first
    return (
        opens
        and at == first + 1
        and last - at > 1
        and word not in first_names()
        and doc.lower[first + 1] not in NAME_PARTICLES
        and (word.lower().rsplit("-", 1)[-1] in doc.vocabulary.roles or (word.endswith(_WHO_DOES) and doc.words[at] in first_names()))
    )


def _with_age(words: list[str], at: int) -> bool:
    """Does an age follow the name, as only a person's does: "Ortega**, 43,**"?"""
    age = words[at + 1] if at + 2 < len(words) and words[at] == "," == words[at + 2] else ""
    return age.isascii() and age.isdigit() and 0 < int(age) < 120


def is_initial(word: str) -> bool:
    """Is it one letter, with a full stop or without: the J. of "Donald J. Trump"?"""
    return len(word.strip(".")) == 1


def _kind(name: tuple[str, ...], honorific: bool, words: list[str], first: int) -> NameKind:
    if honorific:
        return "person"
    # "**Cricket Australia**"
    of_country = len(name) == 2 and name[0] in _BEFORE_COUNTRY and is_place(name[1])
    # "**CBS** New York", "**BBC** Scotland"
    station = len(name) > 1 and name[0].isupper() and 2 < len(name[0]) < 6 and is_place(" ".join(name[1:]))
    # "the **Ontario** NDP", "the **Scottish** SNP"
    party = len(name) > 1 and name[-1].isupper() and 2 < len(name[-1]) < 6 and name[-1].isalpha() and is_place(" ".join(name[:-1]))
    if of_country or station or party or is_team(name) or is_known_organization(" ".join(name)):
        return "organization"
    if len(name) > 1 and (name[-1] in _PLACE_WORDS or name[0] in _HOUSES):
        return "place"
    if len(name) == 1:
        word = name[0]
        if is_place(word) or (word in first_names() and first and words[first - 1] in _WHERE):
            # "in **Orlando**"
            return "place"
        if 1 < len(word) < 8 and word.isupper() and word.isalpha():
            return "organization"
        return "person" if word in first_names() else "unknown"
    if name[0] in first_names() and first and words[first - 1].lower() == "the" and is_mostly_common_word(name[-1]):
        # "the **Rusty Anchor**"
        return "organization"
    if name[0] in first_names() and first and words[first - 1] in _BESIDE and is_mostly_common_word(name[-1]):
        # "the flats off **Sandy Neck**"
        return "place"
    if name[0] in first_names() or any(is_initial(w) for w in name[:-1]):
        return "person"
    if all(w.isupper() and w.isalpha() and 1 < len(w) < 8 for w in name):
        return "organization" if len(name) == 1 else "unknown"
    if (is_place(name[0]) and is_place(name[-1])) or is_place(" ".join(name)):
        return "place"
    return "unknown"
