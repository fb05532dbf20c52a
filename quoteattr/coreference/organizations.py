"""What an organisation is called: by its initials, by its first word, or by what it is.

==================  ======================================================================
initials            the Centers for Disease Control and Prevention: **CDC**; P&G, the MoD
the first word      **Goldman**, of Goldman Sachs; not "Bank", of the Bank of America
a word of the name  **the department**, of the Department of Justice
what it is          **the union**, of the United Auto Workers; **the company**, of Acme Corp.
==================  ======================================================================
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quoteattr.lexicons import sets_of, words_of
from quoteattr.mentions.bodies import is_known_organization, is_nationality, is_organization_word, is_place, is_team
from quoteattr.mentions.given_names import first_names
from quoteattr.mentions.names import NUMBERS
from quoteattr.mentions.noun_phrases import MONTHS
from quoteattr.text.readings import is_ever_common_word

_COMPANY_NAMES = words_of("organizations.txt", section="company")
_COMPANIES = words_of("known_organizations.txt", section="company")
#: What a team may be called.
_CLUB = frozenset("club franchise outfit side".split())
#: What a company may be called.
_COMPANY = frozenset(
    (
        "airline automaker bank brewer carmaker carrier chain chipmaker company corporation developer drugmaker firm giant grocer insurer "
        "lender maker manufacturer retailer start-up startup supermarket utility"
    ).split()
)
#: What a company is called by what it does, which no company of another trade is.
_SECTORS = frozenset("airline automaker bank brewer carmaker drugmaker insurer lender railroad utility".split())
_ALIKE = {"automaker": ("carmaker",), "carmaker": ("automaker",), "bank": ("lender",), "lender": ("bank",)}
#: What bears the name of who made it.
_PAPERS = frozenset(("Index", "Poll", "Report", "Survey"))
#: What a body whose name has the word may be called with a capital: "**Council** spokesman Bo Dunn".
_KINDS = frozenset(
    (
        "Agency Association Authority Board Bureau Chamber Club College Commission Committee Council Department Federation "
        "Foundation Fund Guild Hospital Institute League Ministry Museum School Society Trust Union University"
    ).split()
)
#: From how many letters on initials are told as a name.
_FEWEST = 2


def short_names(name: tuple[str, ...]) -> Iterator[str]:
    """What stands for the name by itself, in small letters.

    >>> list(short_names(("Centers", "for", "Disease", "Control", "and", "Prevention")))
    ['cdcp', 'cfdcap', 'cdc']
    >>> list(short_names(("Johnson", "&", "Johnson"))), list(short_names(("Goldman", "Sachs")))
    (['jj', 'j&j'], ['gs', 'goldman'])
    """
    small = [not word[0].isupper() for word in name]
    capitals = "".join(word[0] for word, is_small in zip(name, small, strict=True) if not is_small).lower()
    if len(capitals) >= _FEWEST:
        yield capitals
    if any(small) and "&" not in name:
        # "MoD"
        yield "".join(word[0] for word in name).lower()
    joined = next((i for i, word in enumerate(name) if word in ("and", "&")), 0)
    if joined > 1:
        # without what "and" adds: CDC
        yield "".join(word[0] for word in name[:joined] if word[0].isupper()).lower()
    elif joined == 1 and len(name[joined:]) == _FEWEST:
        yield f"{name[0][0]}&{name[2][0]}".lower()
    if len(name) > 1 and not joined and _may_stand_alone(name):
        yield name[0].lower()


def _may_stand_alone(name: tuple[str, ...]) -> bool:
    """Is the first word of a name enough to tell whose it is: "**Goldman** Sachs", but not "**Chicago** Bulls", "**Mercy** Hospital"?"""
    word = name[0]
    if word[0].islower() or is_place(word) or is_nationality(word) or word in first_names() or word.lower() in MONTHS:
        return False
    if name[-1] in _PAPERS or name[-1] in NUMBERS or name[-1].isdecimal():
        # "Ober" is not the **Ober II**, which it makes
        return False
    if name[-1] in _COMPANY_NAMES or is_known_organization(" ".join(name)):
        return True
    # "CNN" is not CNN Worldwide
    return not (is_ever_common_word(word) or is_organization_word(word) or is_known_organization(word))


def is_only_kind(name: tuple[str, ...]) -> bool:
    """Is this only what a body is, whose name the article has elsewhere: "**Council** spokesman", but not "**House** Speaker"?

    >>> is_only_kind(("Council",)), is_only_kind(("Dover", "Council"))
    (True, False)
    """
    return len(name) == 1 and name[0] in _KINDS


def has_in_name(name: tuple[str, ...], head: str) -> bool:
    """Is this noun what the name says it is, and one for organisations: "the **department**", of the Department of Justice?

    Not what only tells more of it: "the **union**", of Union Pacific Corp.

    >>> has_in_name(("Department", "of", "Justice"), "department"), has_in_name(("Department", "of", "Justice"), "justice")
    (True, False)
    """
    if name[-1].lower() == head:
        return "of" not in name
    word = head.capitalize()
    return is_organization_word(word) and any(one == word and then[0].islower() for one, then in pairwise(name))


def is_called(name: tuple[str, ...], head: str) -> bool:
    """Does the name say that it is this: "the **department**", of the Department of Justice; "the **airline**", of Delta Airlines?

    >>> is_called(("Ober", "Airlines"), "airline"), is_called(("Ober", "Airlines"), "bank"), is_called(("Ober", "Airlines"), "company")
    (True, False, False)
    """
    return has_in_name(name, head) or (head in _SECTORS and name[-1] in sets_of("organization_kinds.tsv").get(head, frozenset()))


def may_be_called(name: tuple[str, ...], head: str) -> bool:
    """May "the union", "the company" be this organisation, by the words of its name or because it is well known?

    >>> may_be_called(("United", "Auto", "Workers"), "union"), may_be_called(("United", "Auto", "Workers"), "company")
    (True, False)
    """
    kinds = sets_of("organization_kinds.tsv").get(head, frozenset()) - {head.capitalize()}
    if is_called(name, head):
        return True
    if head in _SECTORS and any(is_called(name, other) for other in _SECTORS if other not in (head, *_ALIKE.get(head, ()))):
        # "the **airline**" is no bank
        return False
    official = head in ("group", "organization", "organisation") and name[-1] in ("Committee", "Council")
    return not official and (is_company(name, head) or not kinds.isdisjoint(name))


def may_be_company(name: tuple[str, ...], head: str) -> bool:
    """May "the company" be whom this name, which tells nothing of what it is, names?

    >>> may_be_company(("Vexo",), "company"), may_be_company(("Vexo",), "union"), may_be_company(("Natasha", "Ortega"), "company")
    (True, False, False)
    """
    told = any(is_organization_word(word) or is_place(word) or word in first_names() for word in name)
    return head in _COMPANY and head != "developer" and not told and not is_known_organization(" ".join(name)) and not name[0].isupper()


def is_company(name: tuple[str, ...], head: str) -> bool:
    """Is this a company, and the noun what companies are called: "the **company**", "the **carmaker**"?"""
    return head in _COMPANY and (name[-1] in _COMPANY_NAMES or " ".join(name) in _COMPANIES)


def is_club(name: tuple[str, ...], head: str) -> bool:
    """Is this a team, and the noun what teams are called: "the **club**"?

    >>> is_club(("Chicago", "Bulls"), "franchise"), is_club(("Arsenal",), "club"), is_club(("Natasha", "Ortega"), "club")
    (True, True, False)
    """
    return head in _CLUB and is_team(name)
