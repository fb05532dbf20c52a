"""Titles that stand right before a name: "**Sen.** Sanders", "**Director of the Ohio Department of Health** Jane Roe"."""

from __future__ import annotations

from quoteattr.mentions.bodies import is_known_organization, is_organization_word, is_place
from quoteattr.mentions.given_names import HONORIFICS, first_names
from quoteattr.mentions.mention import Mention, singular
from quoteattr.mentions.names import MODIFIERS, ends_office
from quoteattr.mentions.noun_phrases import WEEKDAYS, before_initials, first_of_names
from quoteattr.mentions.subjects import SENT_TO
from quoteattr.text.document import FIELDS, Document, TokenRange
from quoteattr.text.readings import is_ever_common_word
from quoteattr.titles.organizations import LINKING, LONGEST, QUALIFIERS, ends_city
from quoteattr.titles.phrase import NO_PART, read_phrase, short_form
from quoteattr.titles.reading import Reading
from quoteattr.titles.roles import NO_TITLE, is_role, is_role_plural

#: What may stand between another title and the name.
_ABBREVIATED = frozenset("Adv Adv. Asec. Barr. Cllr Dr Dr. Engr. Gov. Prof Prof. Rep. Rev Rev. Sen. Senator".split())
_DOCTORS = frozenset(("Dr", "Dr.", "Prof", "Prof."))
#: ... and behind a title in small letters: "spokesman **Lt.** Dave Orton", but "Detective Sgt." is one.
_RANKS = frozenset("Adm. Brig. Capt. Cmdr. Col. Cpl. Det. Gen. Lt. Maj. Sgt.".split())
#: ... and written out, behind an office that is no part of them: "spokesperson **Brigadier** Dave Orton", but not "chief Admiral".
_MILITARY = frozenset(
    "Admiral Brigadier Brigadier-General Captain Colonel General Lieutenant Lieutenant-General Major Major-General".split()
)
#: ... of those who speak for the police.
_POLICE = frozenset("Constable Cpl. Deputy Detective Inspector Officer Sergeant Superintendent Trooper".split())
#: ... or behind an office that is never a part of one: "Joint Chiefs Chairman **Gen.** Dave Orton", "Chief of Staff **Gen.** Dave Orton".
_HOLDERS = frozenset("administrator chairman chairwoman commander director minister president spokesman spokeswoman staff".split())
#: What fellows of a body are.
_FELLOWS = frozenset("distinguished junior nonresident policy postdoctoral research senior teaching visiting".split())
#: What an office may be for that is one by itself.
_NO_OFFICES = frozenset(("Justice", "Representatives"))
#: How far before a name the office of all may stand who are named with it, and how many words it has at most.
_LIST = 30
_LONGEST_OFFICE = 8
_IN_LISTS = frozenset((",", "and", "&", "of"))
_THIS = (["this"], ["last"], ["next"])


def before_name(doc: Document, m: Mention, reading: Reading) -> None:
    """Titles before the name: "former State House press secretary Joel Ernst", "Sen. Bernie Sanders"."""
    if doc.lower[m.first - 1 : m.first] in (["called"], ["named"]):
        # "a cook **named** Ana Reyes"
        return
    name = m.core[0]
    while name > 1 and doc.words[name - 1] in HONORIFICS and doc.lower[name - 2] != "first":
        # but not "**First Lady** Ana Reyes"
        name -= 1
    rank = _rank(doc, name)
    style = rank
    while style > 1 and doc.words[style - 1] in _ABBREVIATED:
        # "Prime Minister **Dr.** Hal Brody"
        style -= 1
    # "Chief of **Staff** Lt. Gen. Al Orr", "Chief of **Army Staff** Lt. Gen. Al Orr"
    of_staff = doc.lower[style - 1 : style] == ["staff"] and ["chief", "of"] in (
        doc.lower[style - 3 : style - 1],
        doc.lower[style - 4 : style - 2],
    )
    # "Cabinet member for **housing** Cllr Hal Brody"
    role_before = style > 0 and (is_role(doc, style - 1) or doc.lower[style - 1] in NO_TITLE | FIELDS)
    # nobody is a "**board Dr**"
    holds = of_staff or role_before or doc.words[style] in _DOCTORS or _office_of(doc, style) < style
    if not (0 < style < name and holds and doc.words[style - 1][-1] != "."):
        style = rank = name
    # "Committee chairman **Sen.** Hal Brody" is a senator, and the chairman; "spokesman **Lt.** Hal Brody" is the spokesman, of that rank
    reading.add(((style, rank),), None, "before the name")
    _office_before(doc, m, style, reading)
    reading.add(((rank, name),), None, "before the name")


def _rank(doc: Document, name: int) -> int:
    """Where the rank before a name begins that is no part of the office before it; the name if there is none."""
    rank = name
    while rank > 0 and doc.words[rank - 1] in _RANKS:
        rank -= 1
    if rank and (doc.words[rank - 1][0].islower() or doc.lower[rank - 1] in _HOLDERS):
        return rank
    rank = name
    while rank > 1 and doc.words[rank - 1] in _MILITARY:
        rank -= 1
    rank -= rank > 1 and doc.words[rank - 1] in _POLICE and doc.words[rank - 2].startswith("spokes")
    office = doc.words[rank - 1]
    return rank if rank and office.islower() and is_role(doc, rank - 1) and office not in MODIFIERS | {"chief"} else name


def _office_of(doc: Document, name: int) -> int:
    """Where an office with what it is for begins before a name: "**Minister of Justice** Hal Brody"; the name if none does."""
    at = name - 1
    while at > max(0, name - LONGEST) and doc.tags[at] == "E":
        at -= 1
    at -= doc.lower[at] == "the"
    if not 0 < at < name - 1 or doc.lower[at] not in ("of", "for", "on") or not is_role(doc, at - 1):
        return name
    first = at - 1
    while first > 0 and doc.tags[first - 1] in "NAE" and doc.sentence_of[first - 1] == doc.sentence_of[name]:
        first -= 1
    return first


def _office_before(doc: Document, m: Mention, name: int, reading: Reading) -> None:
    """The office before a name, whose rank, if there is one, begins at `name`."""
    if doc.words[max(0, name - 3) : name : 2] == ["(", ")"] and ends_office(doc, name - 4):
        # "**Chief Executive Officer** (CEO) Ana Reyes"
        name -= 3
    if doc.lower[max(0, name - 3) : name] == ["hall", "of", "famer"]:
        reading.add(((name - 3, name),), None, "before the name")
        return
    # "Secretary for **Justice** Hal Brody" is no justice
    office = _office_of(doc, name) if doc.words[name - 1] in _NO_OFFICES else _office_written_out(doc, name)
    if office < name:
        read_phrase(doc, office, name, reading, "before the name")
        return
    tags, sentence = doc.tags, doc.sentence_of
    first = name
    limit = max(0, name - 14)
    while first > limit and sentence[first - 1] == sentence[name]:
        before = first - 1
        if doc.lower[before] == "fellow" and not (first == name and doc.lower[before - 1] in _FELLOWS):
            # "**fellow** Regent Ana Reyes" is a regent, but "senior **fellow** Ana Reyes"
            break
        if first < name and (doc.lower[before] in WEEKDAYS or (tags[before] == "N" and doc.lower[before - 1 : before] in _THIS)):
            # "this **week** Mayor Ana Reyes", "on **Monday** Mayor Ana Reyes"
            break
        if first < name and (of_initials := before_initials(doc, before)) is not None:
            # "**Ober Drug Agency (ODA)** spokesman Ana Reyes"
            first = of_initials[0]
            break
        tie = doc.lower[before - 1] if doc.lower[before] == "the" and first < name and before > 1 else ""
        if (tie == "of" and is_role(doc, before - 2)) or (tie == "to" and doc.lower[before - 2] in SENT_TO):
            # "Secretary **of the** Commonwealth Al Kolb", "Ambassador **to the** United Nations Al Kolb"
            first -= 2
            continue
        if (
            doc.is_apostrophe(before)
            or (tags[before] in "NAEPGQZ" and not (tags[before] == "P" and tags[before - 1] in "X,"))
            or (
                doc.lower[before] in ("of", "for", "to", "in", "on", "and", "&")
                and first < name
                and before > 0
                and tags[before - 1] in "NE"
                and (_inside_title(doc, before, name) or (doc.words[before] == "&" and doc.words[first][0].isupper()))
            )
        ):
            first -= 1
        else:
            break
    while first < name and tags[first] == "G" and tags[first - 1] not in "DO" and doc.lower[first] not in MODIFIERS:
        # "while **praising** coach Ana Reyes", but "**visiting** professor Ana Reyes"
        first += 1
    body = _body_in_front(doc, first, name)
    if body is not None:
        # "**Department of Labor** spokesman Ana Reyes"
        reading.add(((body[1], name), (body[0], name)), body, "before the name")
        return
    # "Vice **chancellor** for student affairs Al Kolb"
    role = next((i for i in range(name - 1, first - 1, -1) if is_role(doc, i) and (i == name - 1 or _of_phrase(doc, i + 1, name))), -1)
    if doc.lower[name - 1] == "elder" and doc.lower[name - 2] == "the":
        # "the **elder** Ruelas" holds no office
        return
    behind = doc.lower[m.core[1]] if doc.tags[m.core[1] : m.core[1] + 1] == ["N"] else ""
    if behind and doc.words[role][0].islower() and (doc.tags[first - 1] == "D" or singular(behind) != behind):
        # "a **senior** Trump adviser"
        return
    if role < 0:
        return
    short, affiliation = short_form(doc, first, role, name)
    if short - 2 >= first and doc.lower[short - 1] in ("and", "&") and is_role(doc, short - 2):
        joined = short_form(doc, first, short - 2, name)
        if doc.lower[short] in QUALIFIERS:
            # "Lawyer **and former Dover Mayor** Dana Bell"
            reading.add(((joined[0], short - 1), (first, short - 1)), joined[1], "before the name")
            first = short
        else:
            # "Acme **President and CEO** Dana Bell"
            short, affiliation = joined
    while first < short and doc.lower[first] in NO_PART:
        # "Newly **elected** Dover Mayor Dana Bell"
        first += 1
    if affiliation is not None:
        # "**Bank of England** governor"
        first = min(first, affiliation[0])
    reading.add(((short, name), (first, name)), affiliation, "before the name")


def _body_in_front(doc: Document, first: int, name: int) -> TokenRange | None:
    """The body named with "of" or "for" before an office: "**Chamber of Commerce** president Ana Reyes"."""
    # "**University of Texas at Austin** professor Ana Reyes"
    campus = first > 3 and doc.lower[first - 1] == "at" and doc.lower[first - 3] == "of"
    tied = first > 1 and (campus or doc.lower[first - 1] in ("of", "for"))
    # "Department of Energy **Chief of Staff** Ana Reyes"
    office = next((i - 1 for i in range(first + 2, name) if doc.lower[i] == "of" and is_role(doc, i - 1)), name - 1)
    if not tied or doc.tags[first] != "E" or not is_role(doc, office):
        return None
    begin = first - 4 if campus else first - 2
    if not (doc.words[begin][0].isupper() and (is_organization_word(doc.words[begin]) or is_known_organization(doc.words[begin]))):
        return None
    end = next((i for i in range(first, office) if doc.words[i][0].islower()), office)
    if doc.lower[office] == "officer":
        # "Department of Energy **Chief Medical Officer** Ana Reyes"
        end = next((i for i in range(first, end) if doc.lower[i] == "chief"), end)
    while first + 1 < end and doc.lower[end - 1] in MODIFIERS and not ends_city(doc, end - 1):
        if " ".join(doc.lower[end - 2 : end]) in FIELDS:
            # "**Department of Homeland Security** Secretary Ana Reyes"
            break
        # "**Board of Education** Vice President Ana Reyes"
        end -= 1
    if end == first or is_role(doc, end - 1):
        return None
    return first_of_names(doc, begin), end


def _office_written_out(doc: Document, name: int) -> int:
    """Where an office begins that the body it is held at ends: "**director of the Ohio Department of Health** Jane Roe"; else the name."""
    found = name
    body = False
    at = name - 1
    while doc.tags[name - 1] == "E" and at > max(0, name - LONGEST) and doc.sentence_of[at] == doc.sentence_of[name]:
        word = doc.words[at]
        linked = doc.lower[at] in LINKING
        if linked and doc.lower[at] != "to" and body and is_role(doc, at - 1):
            found = at - 1
            while found > 0 and doc.tags[found - 1] in "NAEP" and doc.sentence_of[found - 1] == doc.sentence_of[name]:
                found -= 1
            at = found - 1
            continue
        joins = linked or doc.lower[at] in ("and", "&") or (doc.tags[at] == "D" and doc.lower[at - 1] in LINKING) or doc.is_apostrophe(at)
        if (
            (not joins and doc.tags[at] not in "NAEGZ")
            or (word in first_names() and not body)
            or (found == name and not body and is_role(doc, at))
        ):
            break
        body = body or (word[0].isupper() and (is_organization_word(word) or is_place(word) or not is_ever_common_word(word)))
        at -= 1
    return found


def _inside_title(doc: Document, at: int, name: int) -> bool:
    """Is this "of" one inside a title: "secretary **of** state Hillary Clinton", but not "a spokesman **for** Gov. Ray Lund"?"""
    holder = (
        doc.tags[at + 1] in "EN"
        and "and" not in doc.lower[at:name]
        and (doc.vocabulary.is_title_word(doc.words[name - 1]) or is_role(doc, name - 1))
    )
    if holder and doc.lower[at] in ("for", "of", "to"):
        return False
    if doc.lower[at] == "to":
        return doc.lower[at - 1] in SENT_TO
    if doc.lower[at] in ("of", "in", "on"):
        return is_role(doc, at - 1)
    # "Tim **Cook** and Samsung co-chief"
    role = next((k for k in range(at - 1, max(-1, at - 4), -1) if is_role(doc, k) and doc.words[k - 1] not in first_names()), -1)
    # but not "Councilwoman **Ana Reyes** and Councilman Ron Lind"
    named = role < at - 1 and doc.tags[role + 1] == "E"
    return doc.lower[at] in ("for", "and", "&") and role >= 0 and not named


def _of_phrase(doc: Document, first: int, last: int) -> bool:
    return doc.lower[first] in ("of", "for", "to", "in", "on") and last - first < 7


def of_several(doc: Document, m: Mention, reading: Reading) -> None:
    """The office of all who are named behind it: "**Judges** Ann Lee and Bo Orr met"; "**Two governors**, Ann Lee and Bo Orr, left"."""
    opening = doc.sentences[doc.sentence_of[m.first]][0]
    near = range(m.core[0] - 1, max(opening, m.core[0] - _LIST) - 1, -1)
    office = next((i for i in near if _is_office_of_several(doc, i) or not (doc.tags[i] == "E" or doc.lower[i] in _IN_LISTS)), opening)
    end = m.core[1]
    while end < len(doc) and (doc.tags[end] == "E" or doc.lower[end] in ("and", "&")):
        end += 1
    listed = not {"and", "&"}.isdisjoint(doc.lower[office + 1 : end]) and (doc.tags[office + 1] == "E" or doc.words[office + 1] == ",")
    if not listed or not _is_office_of_several(doc, office):
        return
    first = office
    while first > max(opening, office - _LONGEST_OFFICE) and doc.tags[first - 1] in "NAEDOQZ":
        first -= 1
    if doc.words[office + 1] == ",":
        closed = doc.words[end : end + 1] == [","] and doc.words[office + 2 : end].count(",") == 0
        if not closed or doc.tags[first] not in "DOQ":
            # "According to officers, Ann Lee and Bo Orr left"
            return
    read_phrase(doc, first, office + 1, reading, "of joint speakers")


def _is_office_of_several(doc: Document, i: int) -> bool:
    word = doc.words[i]
    return is_role_plural(doc, i) or (word in doc.vocabulary.title_words and word.rstrip(".").endswith("s"))
