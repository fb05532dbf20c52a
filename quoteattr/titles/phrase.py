"""A noun phrase read as a title: its noun with what belongs to it, then all of it, and where the office is held."""

from __future__ import annotations

from quoteattr.lexicons import words_of
from quoteattr.mentions.bodies import OF_MEMBERS, is_known_organization, is_organization_word
from quoteattr.mentions.mention import NATIONALITIES
from quoteattr.mentions.names import MODIFIERS, PEERS
from quoteattr.mentions.noun_phrases import DAYS, MONTHS, before_initials, first_of_body
from quoteattr.text.document import FIELD_JOINTS, FIELDS, Document, TokenRange, is_of_field
from quoteattr.text.readings import is_ever_common_word, is_proper_adjective
from quoteattr.titles.organizations import (
    CLAUSE_ENDS,
    EMPLOYED,
    LINKING,
    LONGEST,
    QUALIFIERS,
    UNDER,
    affiliation_behind,
    capitals_before,
    ends_city,
    field_end,
    is_of_language,
    is_region,
)
from quoteattr.titles.reading import Reading
from quoteattr.titles.roles import PARTIES, WHICH, is_role, is_role_plural, is_which

#: Words that belong to the title beside its noun: "**deputy** chief", "**press** secretary", "**former** mayor".
#: Modifiers that more often end the name of an organisation, and the titles that they belong to all the same.
_ORGANIZING = frozenset("school district city county state council police fire national federal borough town village ward parish".split())
#: What stands before a title without being a part of it.
NO_PART = frozenset("own elected hired noted re-elected newly excellency highness honor honour majesty worship".split())
#: Bodies whose name is told elsewhere: "**Committee** Chair", but not "**House** Speaker".
_BODIES = frozenset("association board chapter club commission committee company department league office panel party team union".split())
#: Whose attorney or deputy is an office.
_OF_OFFICE = {
    "state": ("attorney",),
    "commonwealth": ("attorney",),
    "sheriff": tuple("capt. captain deputy det. detective lieutenant lt. sergeant sgt. spokesman spokesperson spokeswoman".split()),
}
#: What somebody who holds an office may have people in.
_OFFICES = frozenset("department office".split())
#: Before how many there are: "one of **about** 12 plaintiffs".
_SOME = frozenset("about around more nearly roughly some than".split())
_COMPOUNDS = words_of("roles.txt", section="compound")
#: What says no more of an office, but since when it is held: "the head of the agency **after** the merger".
_WHEN = frozenset("after amid before despite during since until when".split())
#: How many digits a year has.
_YEAR = 4
#: What a town's officers are in charge of, and who is in charge of something.
_DEPARTMENTS = words_of("roles.txt", section="department") | words_of("roles.txt", section="modifier")
_OFFICERS = frozenset("administrator commissioner coordinator director manager superintendent supervisor".split())
#: Offices whose "of" says what for.
_OF_SOMETHING = frozenset("secretary chief department professor dean minister commissioner superintendent".split())
#: Offices whose "for" does too.
_FOR_SOMETHING = frozenset("chancellor director minister provost superintendent".split())


def read_phrase(doc: Document, first: int, last: int, reading: Reading, rule: str) -> bool:
    """Read a noun phrase as a title: its noun with its modifiers, then with what is tied to it."""
    while first < last - 1 and (doc.tags[first] in "DORC" or doc.words[first] in ",“\"'‘" or is_which(doc, first)):
        first += 1
    if first + 2 < last and doc.lower[first] in WHICH:
        # "one of the district's student directors", "one of **about 12** plaintiffs"
        begin = next((i for i in range(first + 2, last) if doc.tags[i] not in "QR" and doc.lower[i] not in _SOME), last)
        return read_phrase(doc, begin, last, reading, rule)
    head = -1
    tie = next((at for at in range(first, last) if doc.tags[at] not in "NAE"), last)
    # "the **Bank of England's** governor"
    i = tie + 1 if tie < last and (first_of_body(doc, tie + 1, last) <= tie or _is_in_body(doc, first, tie, last)) else first
    while i < last and (doc.tags[i] in "NAEPGQZRk" or doc.is_apostrophe(i) or before_initials(doc, i + 2) is not None):
        if doc.words[i] == "(":
            # "the Ober Drug Agency **(ODA)** administrator"
            i += 2
        elif doc.tags[i] in "NEA" and (is_role(doc, i) or is_role_plural(doc, i)):
            head = i
        i += 1
    if head < 0:
        return False
    noun_end = head + 1 + (doc.lower[head + 1 : head + 2] in (["emeritus"], ["emerita"]))
    if doc.words[head][0].isupper() and (body := _body_without_tie(doc, noun_end, last)):
        # "Executive Director **FIEL**", "President **Dover Food Bank**"
        short, _ = short_form(doc, first, head, noun_end)
        reading.add(((short, noun_end),), body, rule)
        return True
    if noun_end < i and doc.tags[noun_end] in "NE" and noun_end + 1 == i and not is_role(doc, noun_end):
        # "Gold Star mother" but not "press freedom": the role must close its phrase
        return False
    if noun_end + 1 < i and doc.is_possessive(noun_end):
        # "the **mayor's** daughter"
        return False
    core_end = office_end(doc, head, noun_end, last)
    short, affiliation = short_form(doc, first, head, core_end)
    core_end = _second_office(doc, core_end, last)
    full_end = core_end
    while full_end < last and (
        doc.tags[full_end] in "NAEPGQZDOIRTk" or doc.lower[full_end] in ("and", "&", *LINKING) or doc.is_apostrophe(full_end)
    ):
        joins = doc.lower[full_end] == "and" and full_end + 1 < last and doc.tags[full_end + 1] in "DO"
        behind_it = doc.lower[full_end + 1] if doc.lower[full_end] in ("in", "on", "from") and full_end + 1 < last else ""
        dated = behind_it in DAYS | MONTHS or (len(behind_it) == _YEAR and behind_it.isdigit())
        if joins or dated or doc.lower[full_end] in _WHEN:
            # "the chief executive **in March**"
            break
        full_end += 1
    while full_end > core_end and doc.tags[full_end - 1] in "DOIRCT":
        full_end -= 1
    behind = affiliation_behind(doc, core_end, full_end)
    if behind is None and full_end + 1 < len(doc) and doc.lower[full_end] == "who" and doc.lower[full_end + 1] in EMPLOYED:
        # "a professor who teaches child psychology at Holcomb State University"
        behind = affiliation_behind(doc, full_end, clause_end(doc, full_end))
    owned = affiliation is not None and doc.is_possessive(affiliation[1])
    # "**UN** special envoy for Syria"
    sent = owned or doc.lower[head] == "envoy"
    if behind is not None and affiliation is not None and ((sent and is_region(doc, *behind)) or doc.lower[behind[0] - 1] == "in"):
        # "**Ober Bank's** chief economist for Europe", "an **Ober Agency** glaciologist in Anchorage"
        behind = affiliation
    reading.add(((short, core_end), (first, full_end)), behind or affiliation, rule)
    return True


def _is_in_body(doc: Document, first: int, tie: int, last: int) -> bool:
    """Does this "of", "and" or "&" belong to the name of a body whose office follows: "the **Bank of Ober** president"?"""
    if not first < tie < last - 2 or doc.tags[tie + 1] != "E" or not doc.words[tie - 1][0].isupper():
        return False
    return doc.words[tie] in ("and", "&") or (doc.lower[tie] == "of" and is_organization_word(doc.words[tie - 1]))


def _body_without_tie(doc: Document, first: int, last: int) -> TokenRange | None:
    """The organisation right behind an office that ends the phrase: "Executive Director **FIEL**"."""
    names = first < last and all(kind == "E" for kind in doc.tags[first:last])
    acronym = names and last - first == 1 and doc.words[first].isupper() and len(doc.words[first]) > 2
    body = acronym or (names and last - first > 1 and is_organization_word(doc.words[last - 1]))
    return (first, last) if body or (names and is_known_organization(" ".join(doc.words[first:last]))) else None


def office_end(doc: Document, head: int, noun_end: int, last: int) -> int:
    """Where an office ends whose noun ends at `noun_end`: "editor **in chief**", "director **of marketing**", "secretary **of state**"."""
    end = noun_end
    if doc.lower[end : end + 2] in (["in", "chief"], ["at", "large"], ["pro", "tem"], ["pro", "tempore"]) and end + 2 <= last:
        # "editor in chief"
        end += 2
    elif doc.lower[end - 1 : end + 2] in (["member", "of", "parliament"], ["members", "of", "parliament"]) and end + 2 <= last:
        # "Member **of Parliament** for Dover"
        end += 2
    elif doc.lower[end - 1 : end + 3] == ["minister", "in", "the", "presidency"] and end + 3 <= last:
        end += 3
    elif end + 1 < last and doc.lower[end] == "of" and (field := field_end(doc, end, last)):
        # "Director of **Policy and Advocacy** at Acme Corp."
        end = field
    elif end + 1 < last and _has_field(doc, head, end):
        end += 2
        while end < last and (doc.tags[end] in "NAG" or (doc.lower[end] in ("and", ",") and _is_field_behind(doc, end + 1, last))):
            end += 1
    elif (
        end + 1 < last
        and doc.lower[end - 1 : end + 1] == ["head", "of"]
        and doc.words[end + 1] in ("State", "Government")
        and doc.tags[end + 2 : end + 3] != ["E"]
    ):
        # "Head of **State**"
        end += 2
    elif doc.lower[head] in _OF_SOMETHING and doc.lower[end : end + 1] in (["of"], ["for"]):
        the = doc.lower[end : end + 2] == ["of", "the"] and doc.lower[head] == "secretary"
        if doc.lower[end : end + 2] == ["for", "the"] and doc.words[end + 2 : end + 3] != [] and doc.words[end + 2][0].isupper():
            # "Commissioner for **the Environment**", but not "press secretary for the Ober committee"
            behind = next((i for i in range(end + 2, last) if doc.tags[i] != "E"), last)
            the = doc.lower[head] in ("commissioner", "minister", "secretary") and doc.tags[behind : behind + 1] != ["N"]
        of = end + 1 + the
        if of < last and doc.tags[of] in "NE" and is_ever_common_word(doc.words[of]):
            # "Secretary of State", "Minister for Foreign Affairs", but not "fire chief of Lakeport"
            named = next((i for i in range(of + 1, last) if doc.tags[i] != "E"), last)
            # but not "of the **National Union** of Teachers", "of the **Teachers'** Association", "for **Central Plains Conference**"
            # "Minister for **Information and Broadcasting**"
            fields = doc.lower[head] == "minister" and all(is_of_field(word) or word in FIELD_JOINTS for word in doc.words[of:named])
            # "of the **Royal College** of Nursing"
            several = (named - of > 2 or doc.lower[named : named + 1] == ["of"]) and not fields
            body = doc.words[named - 1] in OF_MEMBERS or (several and is_organization_word(doc.words[named - 1]))
            if not body and not doc.is_possessive(named):
                # "Commissioner for **Information, Culture and Tourism**"
                end = next((i for i in range(of + 1, named) if not (is_of_field(doc.words[i]) or doc.lower[i] in FIELD_JOINTS)), named)
    return end


def _is_field_behind(doc: Document, at: int, last: int) -> bool:
    """Does another field stand here: "professor of law **and economics**", "of civil **and environmental engineering**"?"""
    kinds = doc.tags[at : min(at + 2, last)]
    return kinds[:1] in (["N"], ["G"]) or kinds == ["A", "N"]


def _has_field(doc: Document, head: int, tie: int) -> bool:
    """Is an office for something: "director **of marketing**", "minister **for information and broadcasting**"?"""
    # "vice president **for research**", but not "the president for life", "director for drivers"
    held_for = doc.lower[head] in _FOR_SOMETHING or doc.lower[head - 1 : head + 1] == ["vice", "president"]
    held_for = held_for and not is_role_plural(doc, tie + 1)
    of = doc.lower[tie] == "of" or (doc.lower[tie] == "for" and held_for)
    return of and doc.tags[tie + 1] in "NAG"


def _second_office(doc: Document, at: int, last: int) -> int:
    """Where the second of two offices in one breath ends: "president **and chief executive**", but not "a nurse and mother of two"."""
    if at + 1 >= last or doc.lower[at] not in ("and", "&"):
        return at
    end = at + 1
    while end < last and doc.tags[end] in "NAE":
        end += 1
    return end if end > at + 1 and is_role(doc, end - 1) else at


def short_form(doc: Document, first: int, role: int, last: int) -> tuple[int, TokenRange | None]:
    """Where the title's shortest proper form begins, and the affiliation before it."""
    initials = next((i for i in range(role - 1, first, -1) if doc.words[i] == ")"), first)
    body = before_initials(doc, initials)
    if body is not None and first <= body[0]:
        # "**Ober Drug Agency** (ODA) spokesman"
        return short_form(doc, initials + 1, role, last)[0], body
    # "His **Honour** Judge Phil Aiello"
    first += first < role and doc.lower[first] in NO_PART
    short = role
    if doc.lower[max(first, role - 3) : role + 1] == ["police", "and", "crime", "commissioner"]:
        short -= 3
    officer = doc.lower[role] in _OFFICERS and doc.words[role][0].isupper()
    while short > first:
        word, lower = doc.words[short - 1], doc.lower[short - 1]
        if officer and lower == "and" and short - 2 >= first and {doc.lower[short - 2], doc.lower[short]} <= _DEPARTMENTS:
            # "**Parks and** Recreation Director"
            short -= 2
            continue
        before = doc.tags[short - 1]
        field = short == role and short - 2 >= first and f"{doc.lower[short - 2]} {lower}" in FIELDS
        if field and doc.words[role][0].isupper():
            # "**Homeland Security** Secretary"
            short -= 2
            continue
        compound = f"{lower} {doc.lower[short]}"
        # "Lyle **County Sheriff**" is the sheriff of Lyle County
        named = word == "County" and short - 1 > first and doc.tags[short - 2] == "E"
        if short == role and compound in _COMPOUNDS and not named:
            short -= 1
            continue
        if (
            doc.opens(short - 1)
            and (before == "N" or is_of_language(doc, short - 1))
            and word[1:].islower()
            and doc.words[role][0].islower()
            and not is_known_organization(word)
        ):
            # "**Point** guard Lena Marsh": a capital that only opens the sentence
            short -= 1
            continue
        if word[0].isupper() and lower in _ORGANIZING and (named or compound not in _COMPOUNDS):
            # "Millbrook Unified School District Superintendent"
            break
        # "Dover **General** nurse"
        of_name = doc.words[short][0].islower() and short - 1 > first and before == doc.tags[short - 2] == "E" and lower not in PARTIES
        # "**Liberal Democrat** MP"
        of_name = of_name or (short - 1 > first and is_known_organization(f"{doc.words[short - 2]} {word}"))
        # "Reserve Bank of **Kansas City** President"
        of_name = of_name or ends_city(doc, short - 1)
        # but not "Board of **Supervisors** President"
        in_charge = officer and lower in _DEPARTMENTS
        named_so = word in doc.vocabulary.title_words and before == "E" and doc.lower[short - 2] != "of"
        titled = in_charge or lower in MODIFIERS or word in PEERS or named_so
        # "the *reason* **President** Phil Aiello"
        other = before == "N" and word[0].islower() and doc.words[short][0].isupper()
        if other and not (lower in _ORGANIZING | _BODIES or lower in MODIFIERS or is_role(doc, short - 1)):
            return short, None
        if lower in _OFFICES and short - 2 > first and doc.is_possessive(short - 2):
            # "**county sheriff's office** spokesman Phil Aiello"
            begin = next((i for i in range(short - 3, first - 1, -1) if doc.tags[i] not in "NAE"), first - 1) + 1
            return short, (begin, short)
        if (before in "NAPG" and word[0].islower() and lower not in NO_PART) or (titled and not of_name):
            short -= 1
        else:
            break
    while short < role and (doc.lower[short] in ("'s", "’s") or doc.tags[short] in "DOZ"):
        short += 1
    if (
        short == role > first + 1
        and doc.tags[short - 1] == "Z"
        and doc.lower[role] in _OF_OFFICE.get(doc.lower[short - 2].removeprefix("then-"), ())
    ):
        # "**State's** Attorney", "**sheriff's** deputy"
        short -= 2
        while short > first and doc.lower[short - 1].removeprefix("then-") in UNDER:
            # "**Assistant** State's Attorney"
            short -= 1
        return short, capitals_before(doc, first, short, role)
    if any(doc.lower[i] in QUALIFIERS for i in range(first, short)):
        # "Former Ohio Gov.": without its first word it would say something else
        return next(i for i in range(first, short) if doc.lower[i] in QUALIFIERS), capitals_before(doc, first, short, role)
    affiliation = capitals_before(doc, first, short, role)
    if affiliation == (short - 1, short) and short - 2 > first and doc.tags[short - 2] == "Z" and doc.lower[short - 1] in _ORGANIZING:
        # "Ghana's **National Security Minister**"
        short -= 1
        affiliation = capitals_before(doc, first, short, role)
    if affiliation is not None and doc.tags[affiliation[0] - 1] == "Z" and affiliation[0] - 1 > first and _is_field_of(doc, *affiliation):
        # "Lyle County's **Emergency Management Planner**"
        short = affiliation[0]
        affiliation = capitals_before(doc, first, short, role)
    if (
        affiliation is not None
        and affiliation[1] - affiliation[0] == 1
        and doc.lower[affiliation[0]] in _ORGANIZING
        and doc.tags[first] == "Q"
    ):
        # "**3rd Ward** Councilman Phil Aiello"
        return first, None
    alone = affiliation is None or affiliation == (first, short)
    if not (alone and first < short and doc.words[role][0].isupper()):
        return short, affiliation
    generic = doc.lower[first] in _ORGANIZING or doc.lower[first] in _BODIES or _is_of_office(doc, first)
    if short == first + 1 and generic:
        # "**County** Registrar Phil Aiello", "**Committee** Chair Phil Aiello", "**Library** Director Phil Aiello"
        return first, None
    return (first, None) if _is_field_of(doc, first, short) else (short, affiliation)


def _is_field_of(doc: Document, first: int, last: int) -> bool:
    """Are the words before an office a part of it: "**Public Works** Director", but not "Supreme Court Justice", "White House Counsel"?"""
    body = is_organization_word(doc.words[last - 1]) or is_known_organization(" ".join(doc.words[first:last]))
    return not body and all(_is_of_office(doc, i) for i in range(first, last))


def _is_of_office(doc: Document, first: int) -> bool:
    """Is the word before an office no organisation, but a part of the office: "**Library** Director Phil Aiello"?"""
    word = doc.lower[first]
    return (
        doc.words[first + 1][-1] != "."
        and is_of_language(doc, first)
        and doc.tags[first] in "NE"
        and word not in NATIONALITIES
        and word not in PARTIES
        and not (doc.words[first].isupper() or is_known_organization(doc.words[first]) or is_proper_adjective(word))
    )


def clause_end(doc: Document, first: int) -> int:
    """Where the relative clause that begins at this token ends: at the next comma or with its sentence."""
    end = first
    last = min(doc.sentences[doc.sentence_of[first]][1], first + LONGEST)
    while end < last and doc.words[end] not in CLAUSE_ENDS:
        end += 1
    return end
