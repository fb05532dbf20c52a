"""Whose verb is it? The noun phrase that is the subject of a verb, found without a parse.

Each way of finding it is a named relation: the name shows in the evidence of an answer.

=============  ============================================================
subject        **Ortega** said / **A spokesman for the agency** said
aside          **Ortega**, the school's principal, said
relative       Ortega, **who** said
shared         **Ortega** praised the staff and said
participle     **Ortega** rejected it, saying / they criticized **Ortega** for saying
infinitive     **Ortega** went on to say / it led **Ortega** to say
inverted       said **Ortega**, the school's principal
agent          was told by **Ortega**
owner          **Ortega**'s claim that
=============  ============================================================
"""

from __future__ import annotations

from typing import Literal

from attrs import evolve, frozen

from quoteattr.cues.verbs import control_verbs, forms_of
from quoteattr.mentions.mention import ONE_OF_SEVERAL, kind_of_noun, singular
from quoteattr.mentions.noun_phrases import DAYS, MONTHS, TYING, WEEKDAYS, NounPhrases, tied_before
from quoteattr.mentions.stranded import stranded_subject
from quoteattr.text.readings import DASHES
from quoteattr.text.tags import FINITE, PAUSES

Relation = Literal["subject", "aside", "relative", "shared", "participle", "infinitive", "inverted", "agent", "owner"]

_ASIDE_LIMIT = 45
#: Within how many items of "identified" the "as" stands: "identified by police **as**".
_CALLING = 5
_EMPHATIC = frozenset("himself herself themselves itself both each all".split())
#: Who is sent to somebody, or somewhere: "U.S. Ambassador **to** France".
SENT_TO = frozenset("adviser advisor aide ambassador assistant commissioner envoy representative secretary".split())
#: Offices and bodies, with a capital letter, that these prepositions go on from: "said the Ambassador **to** Ghana".
_OFFICE_FOR = {
    "in": frozenset(("secretary",)),
    "on": frozenset("adviser advisor assistant commission committee council envoy panel rapporteur subcommittee".split()),
    "to": SENT_TO,
}
#: Verbs in whose past form, without an object, somebody has been asked.
ASKED = frozenset(("asked", "questioned", "pressed"))
#: What somebody is done to who comes to have an object.
_GIVEN = frozenset(("granted", "given", "denied", "offered", "shown"))
#: Nouns that sum up the sentence before them.
_WHAT_HAPPENED = frozenset(
    "blow change claim decision departure development drop feat figure finding gap gain increase jump milestone move number outcome policy "
    "practice record result reversal rise shift sign step total turn twist".split()
)
#: Pronouns that are nothing but subjects.
_NOMINATIVE = frozenset("i he she we they".split())
#: Conjunctions that are prepositions where no verb follows.
_AS_PREPOSITION = frozenset("after before for since until".split())
_WITH_CLAUSE = _AS_PREPOSITION - {"for"}
_LEANING = _AS_PREPOSITION | {"whose"}
#: Adverbs behind which it is told when or where something is said, and those in -ly that are rather a noun's.
_IN_TURN = frozenset(
    "afterward afterwards again already also earlier later meanwhile once only soon still then thereafter too twice".split()
)
_SET_PHRASES = frozenset((("at", "first"), ("at", "last"), ("in", "private"), ("in", "public")))
_TELLING_WHEN = frozenset("after at before by during for from in on over through throughout under via".split())
_OF_THE_NOUN = frozenset("chiefly closely directly especially largely mainly mostly nearly particularly primarily recently".split())
_LATER = frozenset(("ago", "earlier", "later"))
_ABOUT = frozenset("about just less more nearly only some than".split())
_SPANS = frozenset("day hour minute moment month season second week year".split())
#: What stands before a day or a year.
_BEFORE_TIME = frozenset("around as back by earlier early in just late on recently since through until".split())
#: What begins no object.
_NO_OBJECT = _NOMINATIVE | {"that"}
_EVERYBODY = frozenset("everyone everybody all nobody none no-one anyone anybody".split())
#: What stands for people by itself: "**those** around the mayor".
_SOME_PEOPLE = frozenset("anybody anyone few many most others several some somebody someone those".split())
_OPENING_CLAUSE = frozenset(
    (
        "in on at during after before for with while as since despite according by from under when if although though inside near outside"
    ).split()
)
#: Those of them behind which a subject stands.
_SUBORDINATING = frozenset(("although", "if", "though", "while"))


#: What makes somebody do something, what only asks it of somebody, and what asks "for somebody" to do it.
MAKING = control_verbs("made")
_ASKING = control_verbs("asked")
_ASKING_FOR = control_verbs("for")
_CALLED = frozenset(forms_of("call"))


@frozen
class Subject:
    """A range of items and how it was found."""

    first: int
    last: int
    relation: Relation


def subject_of(phrases: NounPhrases, at: int) -> Subject | None:
    """The subject right before a verb group that begins at this item."""
    passage = phrases.passage
    tags, lower = passage.tags, passage.lower
    end = at
    while end and tags[end - 1] == "R":
        end -= 1
    end = _before_adverbial(phrases, end)
    if end and lower[end] in _LATER:
        end = _before_span_of_time(phrases, end)
    if not end:
        return None
    if tags[end - 1] == "W" or (lower[end - 1] == "that" and end > 1 and tags[end - 2] in "NE,"):
        return Subject(end - 1, end, "relative") if lower[end - 1] in ("who", "which", "that", "whom") else None
    begins, end = _without_time(phrases, end)
    if begins is None and end < at and lower[end] not in PAUSES:
        # "**Ortega** two days later": read as one phrase
        begins = next((a for a, b in phrases.spans if a < end < b <= at), None)
    if begins is not None:
        begins = _behind_date(phrases, begins, end)
        if lower[begins] in _EMPHATIC and end - begins == 1 and begins in phrases.by_end:
            # "Richards and Menendez **both** said"
            begins = phrases.by_end[begins]
        contact = _behind_object(phrases, begins, end, at)
        if contact:
            return Subject(contact, end, "subject")
        # "on Thursday **Ober Drug Agency (ODA) head Ana Reyes**"
        first = _behind_date(phrases, _widen(phrases, begins), end)
        if first > 3 and tags[first - 1] in "XV" and lower[first - 2] == "who" and lower[first - 3] == "," and first - 3 in phrases.by_end:
            # the comma after the aside is missing: "Ortega, who is the principal said"
            return Subject(phrases.by_end[first - 3], end, "aside")
        # "off Dover", "bound for Dover"
        governed = first > 0 and (tags[first - 1] in "IVPGTS" or tags[first - 2 : first] == "TB" or lower[first - 1] == "off")
        unclosed = _before_open_aside(phrases, first, end) if governed else None
        stranded = stranded_subject(phrases, first, governed=governed) if unclosed is None else None
        if stranded is not None:
            return Subject(stranded, end, "aside")
        if unclosed is not None:
            return unclosed
        if first > 1 and tags[first - 1] == "I" and tags[first - 2] in "XM":
            # "Trump has on many occasions claimed"
            begin = first - 2
            while begin and tags[begin - 1] in "XMR":
                begin -= 1
            return subject_of(phrases, begin)
        verb = passage.vocabulary.verbs.get(lower[first - 1]) if first > 0 and tags[first - 1] == "V" else None
        # "Democrats who **opposed the bill** said", but "the man who **said** Ortega told"
        # "**The nurse who found Lind** said": without a verb before, "said" is the main one
        relative = first > 1 and tags[first - 2 : first] == "WV" and not FINITE.intersection(tags[: first - 2])
        taken = tags[first - 1] == "V" and (verb is None or not verb.takes_clause or relative)
        object_of_verb = first > 0 and (tags[first - 1] in "PB" or taken)
        if first and lower[end - 1] not in _NOMINATIVE and (tags[first - 1] in "IT" or object_of_verb):
            clause = _before_clause(phrases, end)
            if clause is not None:
                # "**teachers who spoke at the meeting** said"; "**nurses who have seen a summary** said"
                return clause
            sent = _before_participle(phrases, first) if tags[first - 1] == "I" else None
            if sent is not None and _widen(phrases, sent) == 0:
                # "**Emails sent by the mayor through an aide** show"
                return Subject(0, end, "subject")
        named = _named_before(phrases, first, at)
        if named >= 0:
            return Subject(named, end, "aside")
        opening = _opening_subject(phrases, first, at) if governed else None
        if opening is not None:
            return opening
        name = phrases.by_end.get(first - 1, -1)
        if lower[first - 1] == "," and tags[first] == "D" and name >= 0 and tags[first - 2] == "E" and name and tags[name - 1] == "K":
            # the comma after the aside is missing: '"...," Ortega, the principal said'
            return Subject(name, end, "aside")
        return Subject(first, end, "subject")
    opening = _opening_subject(phrases, end, at) if tags[end - 1] in "NEQPV" else None
    if opening is not None:
        return opening
    standing = end - (end > 1 and tags[end - 1] == "A")
    if standing > 1 and tags[standing - 1] == "G" and standing - 1 in phrases.by_end and (standing < at or tags[at] == "R"):
        # "A man standing nearby said", "a nurse speaking anonymously said"
        return Subject(_widen(phrases, phrases.by_end[standing - 1]), at, "subject")
    if end > 1 and tags[end - 1] in "PV" and end - 1 in phrases.by_end and (end < at or tags[end - 1] == "V"):
        # "A complaint filed Monday says", "half of those polled said"
        return Subject(_widen(phrases, phrases.by_end[end - 1]), at, "subject")
    if lower[end - 1] in ")]":
        opened = opening_bracket(lower, end - 1)
        if opened and opened in phrases.by_end:
            return Subject(_widen(phrases, phrases.by_end[opened]), end, "subject")
        if opened and lower[opened - 1] == ",":
            end = opened
    if lower[end - 1] == "," or lower[end - 1] in DASHES:
        beside = _before_aside(phrases, end)
        if beside is None or beside.relation == "relative":
            beside = _before_relative_with_commas(phrases, end) or beside
        return beside or _before_stray_comma(phrases, end, at)
    clause = _before_clause(phrases, end)
    if clause is not None:
        return clause
    if tags[end - 1] in "Kk":
        # its own closing comma is inside the marks: 'Ortega, citing "the magic of the school," said'
        return _before_aside(phrases, end, mark=",", segment_end=end)
    return None


def _behind_date(phrases: NounPhrases, first: int, last: int) -> int:
    """Where the subject begins behind a date that is read as one phrase with it: "on Monday **Mayor Ana Reyes**", "on 3 May **police**"."""
    lower, tags = phrases.passage.lower, phrases.passage.tags
    at = first + (lower[first] in WEEKDAYS)
    if at > first and at < last:
        at += lower[at] in ("afternoon", "evening", "morning", "night")
    for day, month in ((at, at + 1), (at + 1, at)):
        if at + 2 < last and lower[day].isdecimal() and lower[month] in MONTHS:
            # "Monday **3 October** one councillor", "**Oct. 3** police"
            return at + 2 if tags[at + 2] != "Z" else first
    # "on Thursday **Kenyan police**", but not "Thursday **prayers**"
    apart = tags[last - 1] == "E" or (lower[first - 1 : first] == ["on"] and at < last and tags[at] in "EAD")
    return at if at < last and apart and tags[at] != "Z" else first


def _before_open_aside(phrases: NounPhrases, near: int, end: int) -> Subject | None:
    """The subject whose aside lacks its second comma: "**Ortega**, who lives near the plant said".

    `near` is where the phrase begins that stands nearest before the verb.
    """
    tags, lower = phrases.passage.tags, phrases.passage.lower
    for i in range(near - 1, max(1, near - _ASIDE_LIMIT), -1):
        if lower[i] in ("who", "whose") and lower[i - 1] == "," and i - 1 in phrases.by_end:
            acts = any(kind in FINITE for kind in tags[i + 1 : near])
            return Subject(_widen(phrases, phrases.by_end[i - 1]), end, "aside") if acts else None
        if tags[i] in "KkSW." or lower[i] in ",;:":
            return None
    return None


def _opening_subject(phrases: NounPhrases, near: int, at: int) -> Subject | None:
    """The phrase that opens the clause, where all verbs up to this one are of relative clauses or participles.

    "**The captain of the boat that sank off Dover** said"; "**The lawyer for the man accused of shooting Ortega** said". `near` is where
    the phrase begins that stands nearest before the verb.
    """
    tags, lower = phrases.passage.tags, phrases.passage.lower
    begin = next((i + 1 for i in range(near - 1, max(-1, near - _ASIDE_LIMIT), -1) if tags[i] in "Kk.;" or lower[i] in _CLAUSE_STARTERS), 0)
    while begin < near and tags[begin] in "RC":
        begin += 1
    # "As **one man watching the game** put it"
    begin += begin == 0 and lower[0] == "as"
    # "**both of** the officers involved"
    several = tags[begin : begin + 2] == "DI" and lower[begin + 1] == "of"
    last = phrases.by_start.get(begin + 2 * several, at)
    opens = last < near and (tags[last] in "IWPGT" or lower[last] in _LEANING) and tags[begin] != "U" and not phrases.is_time(begin, last)
    # no "eight to" three, and nothing behind "that ..." or "... and"
    if not opens or tags[last - 1 : last + 1] == "QT" or lower[near] in _NO_OBJECT or tags[near - 1] == "C":
        return None
    thing = tags[last - 1] == "N" and kind_of_noun(lower[last - 1], phrases.passage.vocabulary.roles) == "unknown"
    return Subject(begin, at, "subject") if not thing and _leans_all(phrases, last, near) else None


def _leans_all(phrases: NounPhrases, first: int, last: int) -> bool:
    """Are all verbs of this range those of relative clauses, each with a verb of its own, or participles without an object?"""
    tags, lower, verbs = phrases.passage.tags, phrases.passage.lower, phrases.passage.vocabulary.verbs
    relative = False
    # "a bill that would help **died** after its author *conceded*": the relative clause has its verb already
    acting = ""
    for i in range(first, last):
        if tags[i] == "W" or lower[i] == "whose":
            relative, acting = True, ""
        elif lower[i] in _AS_PREPOSITION:
            # "who ran **before** his knee blew out"
            acting = ""
        elif tags[i] in FINITE and tags[i - 1] not in "VXMRC":
            if acting and acting not in verbs:
                return False
            acting = lower[i]
        # "the KGB **planted** articles": no participle has an object
        acts = tags[i] == "P" and i + 1 in phrases.by_start and not phrases.is_time(i + 1, phrases.by_start[i + 1])
        if (not relative and (tags[i] in FINITE or acts)) or (tags[i] == "S" and lower[i] not in _AS_PREPOSITION):
            return False
    # but not "a man who **officials** said was late"
    pronoun = tags.rfind("W", first, last)
    return pronoun < 0 or bool(FINITE.intersection(tags[pronoun:last]))


def _named_before(phrases: NounPhrases, first: int, verb: int) -> int:
    """Where the name begins whose aside lacks its second comma: "**Jo Lind (D-Ohio)**, a backer of the bill told reporters"; -1 if none.

    Only of a name that the sentence begins with.
    """
    tags, lower = phrases.passage.tags, phrases.passage.lower
    # "**Jo Lind**, vice president of the bank told reporters"
    office = tags[first] in "NA" and lower[phrases.by_start.get(first, first + 1) - 1] in phrases.passage.vocabulary.roles
    if first < 2 or not (lower[first] in ("a", "an") or office) or lower[first - 1] != "," or lower[verb + 1 : verb + 2] == [","]:
        return -1
    last = opening_bracket(lower, first - 2) if lower[first - 2] == ")" else first - 1
    name = phrases.by_end.get(last, -1)
    opens = name == 0 or (name > 0 and tags[name - 1] == "K")
    return name if opens and tags[last - 1] == "E" and not phrases.is_time(name, last) and last - name > 1 else -1


def _behind_object(phrases: NounPhrases, first: int, last: int, verb: int) -> int:
    """Where the subject of a clause begins that its object stands right before; 0 for no such.

    'a move **local leaders** denounced'; "said it was late, a claim **Ortega** disputes"
    """
    tags, lower = phrases.passage.tags, phrases.passage.lower
    known = phrases.passage.vocabulary.verbs.get(lower[verb])
    plural = tags[last - 1] == "E" or singular(lower[last - 1]) != lower[last - 1]
    if lower[first] not in ("a", "an") or not plural or known is None:
        return 0
    begin = last - 1
    while begin > first + 1 and tags[begin - 1] in ("E" if tags[last - 1] == "E" else "AE"):
        begin -= 1
    if begin == first + 1 or tags[begin - 1] != "N":
        return 0
    noun = lower[begin - 1]
    thing = noun in _WHAT_HAPPENED or ("-" not in noun and kind_of_noun(noun, phrases.passage.vocabulary.roles) == "unknown")
    return begin if known.cue_class == "judgement" or (thing and lower[first - 1 : first] == [","]) else 0


def _before_clause(phrases: NounPhrases, end: int) -> Subject | None:
    """The subject before a relative clause without commas: "**Friends who saw him** say", "**a group that opposed it** said"."""
    passage = phrases.passage
    tags, lower = passage.tags, passage.lower
    for i in range(end - 1, max(0, end - 20), -1):
        if tags[i] == "W" and lower[i] in ("who", "that", "which") and i in phrases.by_end:
            verbs = len(_finite_verbs(phrases, i, end))
            thing = lower[i] == "who" and tags[i - 1] == "N" and kind_of_noun(lower[i - 1], passage.vocabulary.roles) == "unknown"
            outer = _before_clause(phrases, i) if thing and verbs else None
            if outer is not None:
                # "**people who live in this street** who saw it": the street saw nothing
                return evolve(outer, last=end)
            if tags[end - 1] != "C" and (lower[i] == "who" or verbs == 1):
                return Subject(_widen(phrases, phrases.by_end[i]), end, "subject") if verbs else None
        if tags[i] in "K." or lower[i] in ",;:":
            return None
    return None


def _before_adverbial(phrases: NounPhrases, end: int) -> int:
    """Where it begins to be told when or where the subject before it says something; the same item if that is not told.

    "Ortega **later in the day** said"; "Ortega **also Monday** said"; "Ortega, the principal, **in a statement** said".
    """
    tags, lower = phrases.passage.tags, phrases.passage.lower
    if tuple(lower[max(0, end - 2) : end]) in _SET_PHRASES and end - 2 in phrases.by_end:
        return end - 2
    first = phrases.by_end.get(end)
    while first:
        tied = tags[first - 1] in "IST" and lower[first - 1] != "of"
        if not tied and not phrases.is_time(first, end):
            return end
        begin = adverbs = first - tied
        while begin and tags[begin - 1] == "R" and _goes_on(lower[begin - 1]):
            begin -= 1
        before = _before_span_of_time(phrases, begin) if begin < adverbs and lower[begin] in _LATER else begin
        if not tied or _tells_when(phrases, first):
            subject = phrases.by_end.get(before)
            named = before < begin or (subject is not None and begin < adverbs and not phrases.is_time(subject, before))
            if named or (before and lower[before - 1] in _NOMINATIVE):
                return before
            if before > 1 and lower[before - 1] == "," and _before_aside(phrases, before) is not None:
                return before
        if begin < adverbs:
            return end
        first = phrases.by_end.get(before)
    return end


def _tells_when(phrases: NounPhrases, first: int) -> bool:
    """Does the preposition before this phrase tell when or where something is said: "**in** May", but not "after *Lind* said"?"""
    word = phrases.passage.lower[first - 1]
    clause = word in _AS_PREPOSITION and may_speak(phrases, Subject(first, phrases.by_start[first], "subject"))
    return word in _TELLING_WHEN and not clause


def _goes_on(adverb: str) -> bool:
    """Is it an adverb of what somebody does, not of who somebody is: "**later** in May", but not "mostly from Dover"?"""
    return adverb in _IN_TURN or (adverb.endswith("ly") and adverb not in _OF_THE_NOUN)


def _before_span_of_time(phrases: NounPhrases, end: int) -> int:
    """Where the span before "later" begins: "Ortega **two days** later said"; the same item if there is none."""
    if singular(phrases.passage.lower[end - 1]) not in _SPANS:
        return end
    begin = end - 1
    while begin > 0 and (phrases.passage.tags[begin - 1] in "QDA" or phrases.passage.lower[begin - 1] in _ABOUT):
        begin -= 1
    return begin


def _without_time(phrases: NounPhrases, end: int) -> tuple[int | None, int]:
    """The phrase that ends here, without a day behind it: "**Ortega** on Monday said", "**The board** Tuesday said".

    Where it begins (None if no phrase ends here) and where it ends.
    """
    first = phrases.by_end.get(end)
    if first is not None and phrases.is_time(first, end) and first > 0:
        before = first
        while before > 1 and phrases.passage.lower[before - 1] in _BEFORE_TIME:
            # "on Monday", "back in May", "as recently as Monday"
            before -= 1
        filed = before > 1 and phrases.passage.tags[before - 1] in "PV" and before - 1 in phrases.by_end
        if before in phrases.by_end or filed or (before and phrases.passage.lower[before - 1] in ",)"):
            # "**The order filed** Friday said"
            return phrases.by_end.get(before), before
    lower = phrases.passage.lower
    weekday = phrases.passage.tags[end - 1] == "E" and lower[end - 1] in WEEKDAYS
    time = end - 1 if weekday or lower[end - 1] in ("today", "yesterday", "tonight") else end - 2
    if first is not None and time > first and phrases.is_time(time, end):
        while time > first + 1 and lower[time - 1] in _BEFORE_TIME:
            time -= 1
        # "**The Department of Agriculture** last week forecast", "**Ober** late Monday said"
        return phrases.by_end.get(time, first), time
    return first, end


def _ends_with_another(phrases: NounPhrases, first: int, last: int) -> bool:
    """Is a name read as one phrase with the thing before it: "(in one of) **her speeches Ortega** (said)", but not "the mayor Ortega"?"""
    passage = phrases.passage
    name = last
    while name > first and passage.tags[name - 1] == "E":
        name -= 1
    thing = kind_of_noun(passage.lower[name - 1], passage.vocabulary.roles) in ("document", "unknown")
    return first < name < last and passage.tags[name - 1] == "N" and thing


def _widen(phrases: NounPhrases, first: int) -> int:
    """Add what a noun phrase is tied to on its left: "officials at the agency", "Burton and Nick"."""
    passage = phrases.passage
    tags, lower = passage.tags, passage.lower
    near, near_end = first, phrases.by_start.get(first, first + 1)
    while first > 1:
        word = lower[first - 1]
        if tags[first - 1] in "IT" and word in TYING and (first - 1) in phrases.by_end:
            left = phrases.by_end[first - 1]
            # "shortly after **doctors at** Mercy Hospital said", but not "after a vote in Ohio said"
            people = kind_of_noun(lower[first - 2], passage.vocabulary.roles) in ("group", "unnamed person")
            # "after **the mayor of** Dover said", but not "in one of her speeches Ortega said"
            of_it = word == "of" and lower[left] != "least" and not _ends_with_another(phrases, near, near_end)
            of_clause = of_it or lower[left - 1] == "as" or (people and lower[left - 1] in _AS_PREPOSITION)
            opens = _opens_clause(tags, lower, left) and not of_clause
            if opens or (phrases.is_time(left, first - 1) and word != "of"):
                break
            object_of_verb = left > 0 and (tags[left - 1] in "VBX" or (tags[left - 1] == "G" and left - 1 not in phrases.by_end))
            if tags[left] == "U" or (object_of_verb and word != "of"):
                break
            first = left
        elif (word == "of" and tags[first - 2] == "D") or (word in TYING and lower[first - 2] in _SOME_PEOPLE):
            # "**some of** his neighbors", "**those around** the mayor"
            first -= 2
        elif first > 2 and tags[first - 1] in "IT" and tags[first - 2] in "AP" and lower[first - 3] in _SOME_PEOPLE:
            # "**those close to** the mayor"
            first -= 3
        elif word in ("but", "except") and lower[first - 2] in _EVERYBODY:
            # "everyone but Hewitt"
            first -= 2
        elif tags[first - 1] == "P" and word in ("named", "called", "turned") and (first - 1) in phrases.by_end:
            # "a woman named Natasha Ortega", "the actor turned politician"
            first = phrases.by_end[first - 1]
        elif tags[first - 1] == "G" and (first - 1) in phrases.by_end:
            # "a study documenting the decline", "journals including Science"
            left = phrases.by_end[first - 1]
            if tags[left] == "U" or (left > 0 and tags[left - 1] in "VBXI"):
                break
            first = left
        elif (
            tags[first - 1] in "IT"
            and first > 2
            and (tags[first - 2] in "AGP" or lower[first - 2] in ("close", "not"))
            and (leans := first - 2 - (lower[first - 3] == "not")) in phrases.by_end
        ):
            # "people familiar with the matter", "officials briefed on the talks", "a delegate not on the list", "a nurse speaking on ...",
            # "a doctor not involved in it"
            first = phrases.by_end[leans]
        elif (
            tags[first - 2 : first] == "PI"
            and word != "as"
            and lower[max(0, first - 3)] in ("and", "or")
            and (sent := _before_participle(phrases, first - 3)) is not None
        ):
            # "**a memo** sent last week **and obtained by** the Courier"
            first = sent
        elif word in ("as", "like") and (group := _before_examples(phrases, first)) is not None:
            first = group
        elif word == ")" and tags[max(0, first - 4) : first] in ("E,E,", "N,E,", "Z,E,") and first - 3 in phrases.by_end:
            # "**Ober Drug Agency (ODA)** spokesman Al Orr", "**the agency's (ODA)** account"
            first = phrases.by_end[first - 3]
        elif (
            (word == "and" or (word == "," and "and" in lower[first:near]))
            and lower[first - 2] == ")"
            and (opened := opening_bracket(lower, first - 2)) in phrases.by_end
        ):
            # "**Ray Lund (D-Utah), Al Brandt (R-Ohio)** and Dana Bell"
            first = phrases.by_end[opened]
        elif (word in ("and", "or", "nor", "&") and (first - 1) in phrases.by_end) or (word == "," and _is_list(phrases, first)):
            left = phrases.by_end[first - 1]
            before = left - 1
            # "the Department of **Justice**, FBI and ATF"
            tied = before in phrases.by_end and lower[before] in TYING and tags[first - 2] == tags[first] == "E"
            if word == "," and before >= 0 and tags[before] in "VBGIT" and not tied:
                break
            governed = before >= 0 and tags[before] in "VBGIT" and not (tags[before] == "I" and before > 0 and before in phrases.by_end)
            if governed and _before_examples(phrases, left) is None:
                break
            if _opens_clause(tags, lower, left) or phrases.is_time(left, first - 1):
                break
            thing = tags[first - 2] == "N" and kind_of_noun(lower[first - 2], passage.vocabulary.roles) == "unknown"
            if lower[first] in _NOMINATIVE and thing:
                # "have lived there for 31 years and **I** say"
                break
            of_thing = tags[before] == "I" and before in phrases.by_end and tags[before - 1] == "N" and tags[near_end - 1] == "E"
            if word == "and" and of_thing and kind_of_noun(lower[before - 1], passage.vocabulary.roles) == "unknown":
                # "cut their price target for the company and **its head, Dana Bell,** said"
                break
            first = left
        elif (listed := _serial_list(phrases, first)) is not None:
            first = listed
        else:
            break
    # "**Neither** Fitch nor Bell", "**neither of** the two"
    of = first > 1 and lower[first - 1] == "of"
    before = first - 1 - of
    return before if before >= 0 and lower[before] in ("neither", "either") else first


def _before_participle(phrases: NounPhrases, end: int) -> int | None:
    """Where the phrase begins that a participle without a verb of its own follows: "**a memo** sent to staff last week"."""
    tags = phrases.passage.tags
    for i in range(end - 1, max(-1, end - _ASIDE_LIMIT), -1):
        if tags[i] in "VXM.K":
            return None
        if tags[i] == "P" and i in phrases.by_end:
            return phrases.by_end[i]
    return None


def _before_examples(phrases: NounPhrases, first: int) -> int | None:
    """Where the group begins that a name is an example of: "**neighbors** such as Ortega", "**neighbors** like Ortega"."""
    tags, lower = phrases.passage.tags, phrases.passage.lower
    end = first - 1 - (lower[first - 2 : first] == ["such", "as"])
    if end not in phrases.by_end or (lower[first - 1] == "as" and end == first - 1) or tags[first] != "E":
        return None
    several = kind_of_noun(lower[end - 1], phrases.passage.vocabulary.roles) == "group"
    return phrases.by_end[end] if several and tags[end - 1] == "N" else None


def _serial_list(phrases: NounPhrases, first: int) -> int | None:
    """Where a list with a comma before its "and" begins, of which this phrase is the last.

    "**Ober, Lind, and** Hale"; "**Ober, a nurse, and** Hale".
    """
    tags, lower = phrases.passage.tags, phrases.passage.lower
    if first < 3 or lower[first - 1] not in ("and", "or") or lower[first - 2] != ",":
        return None
    one = _with_aside(phrases, first - 2)
    if one is not None and (tags[first] in "EDO" or lower[first] == "others"):
        return one
    comma = first - 2
    begin = first
    members = 0
    while comma > 0 and lower[comma] == "," and comma in phrases.by_end and not phrases.is_time(phrases.by_end[comma], comma):
        begin = phrases.by_end[comma]
        members += 1
        comma = begin - 1
    tied = comma in phrases.by_end and lower[comma] in TYING
    governed = comma >= 0 and tags[comma] in "VBGIT" and not tied
    return begin if members > 1 and not governed else None


def _with_aside(phrases: NounPhrases, end: int) -> int | None:
    """Where a name begins whose aside ends at this comma: "**Ober**, a nurse, and Hale".

    One aside only, and what the name is tied to is left to the caller: `_before_aside` would come back here for each comma before.
    """
    tags, lower = phrases.passage.tags, phrases.passage.lower
    comma = next((i for i in range(end - 1, max(0, end - _ASIDE_LIMIT), -1) if lower[i] == "," or tags[i] in ".Kk"), 0)
    left = phrases.by_end.get(comma)
    if left is None or lower[comma] != "," or not _aside_kind(phrases, comma + 1, end) or phrases.is_time(left, comma):
        return None
    before = left - 1
    tied = before in phrases.by_end and lower[before] in ("of", "from")
    return left if left == 0 or tied or tags[before] in "KSC," else None


def _is_list(phrases: NounPhrases, first: int) -> bool:
    """Is the comma before this phrase one of a list: "A, B and C"?"""
    if (first - 1) not in phrases.by_end:
        return False
    last = phrases.by_start.get(first)
    lower = phrases.passage.lower
    if last is not None and "and" in lower[first:last]:
        # "Ober, **Lind and others**"
        return True
    return last is not None and last < len(lower) and lower[last] in ("and", ",") and _ends_in_and(phrases, last)


def _ends_in_and(phrases: NounPhrases, at: int) -> bool:
    lower = phrases.passage.lower
    for _ in range(4):
        if at < len(lower) and lower[at] == "and":
            return at + 1 in phrases.by_start
        if at + 1 < len(lower) and lower[at] == "," and lower[at + 1] == "and":
            return at + 2 in phrases.by_start
        if at < len(lower) and lower[at] == "," and at + 1 in phrases.by_start:
            member, at = at + 1, phrases.by_start[at + 1]
            if "and" in lower[member:at]:
                # "Ober, Hale, **Lind and others**"
                return True
        else:
            return False
    return False


def _opens_clause(tags: str, lower: list[str], left: int) -> bool:
    """Is the phrase that begins here inside a prepositional phrase that opens a clause: "In a statement Ortega said"?"""
    before = left - 1
    if before < 0 or lower[before] not in _OPENING_CLAUSE or tags[before] == "R":
        return False
    if lower[before] in _SUBORDINATING and tags[before] == "S":
        # "it was late, **while Orr**, the mayor, said"
        return False
    return before == 0 or lower[before - 1] in (",", "but", "and") or tags[before - 1] in "SKR,"


def opening_bracket(lower: list[str], close: int) -> int:
    """Where the bracket opens that closes at this item; 0 for none near."""
    depth = 0
    for i in range(close, max(-1, close - _ASIDE_LIMIT), -1):
        if lower[i] in ")]":
            depth += 1
        elif lower[i] in "([":
            depth -= 1
            if not depth:
                return i
    return 0


def _before_aside(phrases: NounPhrases, end: int, mark: str = "", segment_end: int = 0) -> Subject | None:
    """The subject before an aside between commas or dashes that ends at this item.

    "Ortega, the school's principal, said"; "Hill, 45, of Queens, said"; "Cable, who replaced Farron, said".
    """
    passage = phrases.passage
    tags, lower = passage.tags, passage.lower
    mark = mark or lower[end - 1]
    stop = max(0, end - _ASIDE_LIMIT)
    best: Subject | None = None
    segment_end = segment_end or end - 1
    i = segment_end - 1
    while i > stop:
        if lower[i] == mark or (mark in DASHES and lower[i] in DASHES):
            kind = _aside_kind(phrases, i + 1, segment_end)
            if not kind and mark in DASHES and tags[i + 1] == "U" and phrases.by_end.get(i) == 0:
                # "Ortega — **she is the principal** — said"
                kind = "other"
            whose = lower[i + 1] == "whose" and not any(tag in FINITE for tag in tags[i + 1 : end])
            if not kind or whose:
                # "Hollis, **whose manager**, Ana Reyes, said": the verb is hers
                break
            left = phrases.by_end.get(i)
            if left is None and lower[i - 1] in ("there", "here"):
                left = phrases.by_end.get(i - 1)
            if left is None and lower[i - 1] in ("who", "which") and i > 1 and lower[i - 2] == ",":
                # "their leaders, **who**, on a call Friday, said"
                return Subject(i - 1, i, "relative")
            if left is None and lower[i - 1] in ONE_OF_SEVERAL:
                # "**Another**, retired teacher Hal Ortiz, said"; "**A third**, Hal Ortiz, said"
                left = i - 1 - (tags[i - 2] == "D" and i > 1)
            if left is None and tags[i - 1] == "W" and lower[i - 2] == "of" and i > 2 and tags[i - 3] in "QDAN":
                # "nurses, **one of whom, Kelsey Brandt,** told the panel"
                return Subject(i - 3, end, "aside")
            if left is None and lower[i - 1] in ")]":
                left = phrases.by_end.get(opening_bracket(lower, i - 1))
            if left is not None and left and (tags[left - 1] in "VI" or lower[i - 1] in ("name", "surname")):
                # "**The prosecutor who tried the case**, Martin Hale, said"; "**A man who would only give his surname**, Hale, said"
                clause = _before_clause(phrases, i)
                left = clause.first if clause is not None and len(_finite_verbs(phrases, clause.first, i)) == 1 else left
            if left is not None and phrases.is_time(left, i) and left in phrases.by_end:
                # "nurses hired in Ohio **this week**, including Reyes, said"
                left = phrases.by_end[left]
            if left is not None and not phrases.is_time(left, i):
                first = _widen(phrases, left)
                # "as Ortega, the principal, put it"
                likened = first > 0 and lower[first - 1] == "as"
                before = tags[first - 1] if first else "."
                # "was **heart failure**, his wife, Ana Reyes, said"; "opened **a shelter**, its director, Sam Lind, said"
                acted_on = kind == "apposition" and (before in "XP" or (before == "V" and lower[first - 1] not in passage.vocabulary.verbs))
                # "plans to expand **it**, a spokesman, Greg Hines, said"
                # "comes a day after **the Post**, which had left, said"
                # "The bill died after **Sam Orr**, the mayor, said"
                somebody = tags[i - 1] == "E" and bool(FINITE.intersection(tags[: max(0, first - 1)]))
                in_clause = first > 0 and lower[first - 1] in _WITH_CLAUSE and (kind == "relative" or somebody)
                # "Paying **tribute**, his mother, Jo Lind, said"; "In a letter regarding **the plan**, Lind, the mayor, said"
                opening = kind == "apposition" and before == "G" and tags.lstrip("CR")[:1] in ("I", "G") and "," not in lower[:first]
                # "Lind, while addressing **hundreds of voters in Ober**, a suburb, said"
                opening = opening or (kind == "apposition" and before == "G" and lower[first - 2] in ("when", "whilst", "while"))
                governed = not likened and not in_clause and (before in "ITB" or acted_on or opening or _opens_clause(tags, lower, first))
                if not governed:
                    best = Subject(first, end, "aside")
                    listed = first > 0 and lower[first - 1] == ","
                    if not listed and (tags[i - 1] == "E" or kind == "relative"):
                        break
            segment_end = i
        elif tags[i] == "." or lower[i] in ";:":
            break
        i -= 1
    return best


def _before_relative_with_commas(phrases: NounPhrases, end: int) -> Subject | None:
    """The name that opens its clause, before a relative clause with commas of its own that ends at this item.

    "**Ortega**, who, like many others, lost her job, said"; "**Ortega, 45**, whose brother, Al, is a cook, said".
    """
    tags, lower = phrases.passage.tags, phrases.passage.lower
    for i in range(end - 2, max(1, end - _ASIDE_LIMIT), -1):
        if tags[i] in "KkS." or lower[i] in ";:":
            return None
        if lower[i] in ("who", "whose") and lower[i - 1] == ",":
            aged = tags[i - 2] == "Q" and lower[i - 3] == ","
            left = phrases.by_end.get(i - 3 if aged else i - 1)
            opens = left is not None and (left == 0 or tags[left - 1] in "Kk") and "E" in tags[left:i]
            # but not "their leaders, who, on a call Friday, said"
            return Subject(left, end, "aside") if left is not None and opens and FINITE.intersection(tags[i : end - 1]) else None
    return None


def _before_stray_comma(phrases: NounPhrases, end: int, at: int) -> Subject | None:
    """The subject before a comma that should not be there: "**Lydia Buch for Food Standards**, says that ..."."""
    tags, lower = phrases.passage.tags, phrases.passage.lower
    clause = tags[at : at + 1] == "X" or (at + 1 < len(tags) and (tags[at + 1] in "UK" or lower[at + 1] == "that"))
    last = opening_bracket(lower, end - 2) if end > 1 and lower[end - 2] == ")" else end - 1
    left = phrases.by_end.get(last)
    # "**Sen. Jo Lind (D-Ohio)**, said after lunch that"
    clause = clause or last < end - 1
    if left is None or not clause or lower[end - 1] != "," or phrases.is_time(left, end - 1):
        return None
    first = _widen(phrases, left)
    whole = first == 0 or tags[first - 1] == "."
    return Subject(first, end, "aside") if whole and "E" in tags[first:end] else None


def _aside_kind(phrases: NounPhrases, first: int, last: int) -> str:
    """What an aside is by how it begins; empty if it cannot be one."""
    if first >= last:
        return ""
    tags, lower = phrases.passage.tags, phrases.passage.lower
    if lower[first : first + 2] == ["and", ","]:
        # "leaders — **and, in particular, Ana Reyes** — said"
        return "other"
    if lower[first] == "and" and first + 1 < last and tags[first + 1] in "DNAE":
        # "Ortega, the principal, **and head of the board**, said"
        first += 1
    kind = tags[first]
    if lower[first + 1 : first + 3] in (["of", "whom"], ["of", "which"]):
        # "Two former aides, **both of whom asked not to be named**, said"
        return "relative"
    if lower[first] in ASKED and first + 1 < last and tags[first + 1] in "SWIT":
        # "Ortega, **asked whether she would resign**, said"
        return "other"
    if lower[first] in _GIVEN and not any(tags[i] in "VXM" for i in range(first + 1, last)):
        # "One aide, **granted anonymity to speak freely**, said"
        return "other"
    if lower[first] in _EMPHATIC or (
        kind == "V" and not lower[first].endswith("s") and (last - first == 1 or tags[first + 1] in "ITR" or lower[first + 1] in DAYS)
    ):
        # "Ortega, **himself up for election**, said"; "Ortega, **struck by her story**, said"
        return "other" if not any(tags[i] in "VXM" for i in range(first + 1, last)) else ""
    if kind == "W" or lower[first] == "whose" or (kind == "I" and first + 1 < last and tags[first + 1] == "W"):
        return "relative"
    if kind in "DOANEQPGIRTZ" or (kind == "S" and lower[first] in ("as", "like", "while")):
        if tags[last - 1] == "K" and kind not in "GPW" and not (kind in "DN" and tags[last - 2] in "NIZ"):
            # but "Lind, **the baker known as "Crumb,"** said"
            return ""
        if kind == "I" and any(lower[i : i + 2] == ["not", "to"] for i in range(first + 1, last)):
            # "warned the guide, **during a call, not to dive**, said"
            return ""
        finite = any(tags[i] in "VXM" for i in range(first, last))
        if finite and kind in "DONEAQ" and not any(tags[i] == "W" or lower[i] == "whose" for i in range(first, last)):
            return ""
        return "apposition" if kind in "DOANE" else "other"
    return ""


def governing_subject(phrases: NounPhrases, at: int, known: dict[int, Subject]) -> Subject | None:
    """The subject of the finite verb nearest before this item: "Ortega went on to say".

    `known` gives the subjects of verbs that have been found already, by the item of the verb.
    """
    for verb, begin in reversed(_finite_verbs(phrases, 0, at)):
        found = known.get(verb) or subject_of(phrases, begin)
        if found is not None:
            return found
    return None


def made_to(phrases: NounPhrases, at: int) -> Subject | None:
    """Who does because of another what the infinitive at this item tells: "It led **Ortega** to say", "forced **the mayor** to admit"."""
    first = tied_before(phrases, at)
    if not first or phrases.passage.lower[first - 1] not in MAKING or phrases.passage.lower[at] != "to":
        return None
    made = Subject(first, at, "infinitive")
    return made if may_speak(phrases, made) else None


def is_asked_to(phrases: NounPhrases, at: int) -> bool:
    """Is somebody asked to do what the infinitive at this item tells, who may not: "asked **the mayor** to explain"?"""
    lower = phrases.passage.lower
    first = tied_before(phrases, at)
    if not first or lower[at] != "to":
        return False
    verb, before = lower[first - 1], lower[max(0, first - 2)]
    return (
        verb in _ASKING
        # "would **like** Ortega to say", "**waited for** him to say", "**called on** him to say"
        or (verb == "like" and before in ("would", "'d", "’d"))
        or (verb == "for" and before in _ASKING_FOR)
        or (verb in ("on", "upon") and before in _CALLED)
    )


def may_speak(phrases: NounPhrases, subject: Subject) -> bool:
    """May this be who speaks, a name, a pronoun, or a noun for people, a body or a paper, and no "meeting"?"""
    passage = phrases.passage
    # "**Lind**'s words"
    last = subject.last if subject.relation == "agent" else phrases.by_start.get(subject.first, subject.last)
    if passage.lower[subject.first] in ("there", "it", "this", "that"):
        return False
    if passage.lower[last - 1][0] == "@":
        return True
    return passage.tags[last - 1] != "N" or kind_of_noun(passage.lower[last - 1], passage.vocabulary.roles) != "unknown"


def acting_subject(phrases: NounPhrases, at: int, known: dict[int, Subject]) -> Subject | None:
    """The subject of the main clause before this item; where that is nobody who speaks, the nearest who may.

    "The meeting ended after **Quill** stood up and told a reporter"; "It began as **players** came, shouting".
    """
    main = main_subject(phrases, at, known)
    # '"No," said Ortega, who watched as **Spann** stood up and told a reporter'
    inside = main is not None and main.relation == "inverted" and main.first < at < main.last
    if main is None or (may_speak(phrases, main) and not inside):
        return main
    near = governing_subject(phrases, at, known)
    return near if near is not None and may_speak(phrases, near) and not (inside and near.relation == "relative") else main


#: With what a clause begins that tells when or under which condition the main one is so.
_OPENS_CLAUSE = frozenset("when while as after before if although".split())


def main_subject(phrases: NounPhrases, at: int, known: dict[int, Subject]) -> Subject | None:
    """The subject of the main clause before this item, which a participle or a second verb leans on.

    "**Ortega** rejected what critics claim, saying"; "As the board met, **Ortega** rose and said". A clause behind *that*, *who* or
    *as*, or behind a verb of saying, is no main clause.
    """
    passage = phrases.passage
    tags, lower = passage.tags, passage.lower
    main: Subject | None = None
    fallback: Subject | None = None
    if at and lower[at - 1] == "," and known:
        # "The plan costs too much, **Brandt** said, adding": the tag is the main clause
        near = max(known)
        # "The plan costs too much, said **Brandt**, adding"
        after = known[near].last if known[near].relation == "inverted" else near + 1
        while after < at - 1 and (tags[after] == "R" or (after in phrases.by_start and phrases.is_time(after, phrases.by_start[after]))):
            after = phrases.by_start.get(after, after + 1)
        if after == at - 1 and known[near].relation != "relative":
            return known[near]
    subordinate = bool(tags) and (tags[0] == "S" or lower[0] in _OPENS_CLAUSE)
    for verb, begin in _finite_verbs(phrases, 0, at):
        found = known.get(verb) or subject_of(phrases, begin)
        if found is not None and lower[found.first] == "whose":
            # "**Ortega**, whose son, Dale, was 12, said"
            left = phrases.by_end.get(found.first - 1)
            ends = next((i for i in range(verb, at) if lower[i] in _CLAUSE_STARTERS), at)
            closed = ends in (at - 1, at) and lower[ends : ends + 1] == [","]
            found = Subject(_widen(phrases, left), at, "aside") if left is not None and closed else None
        if found is None:
            continue
        fallback = fallback or found
        if found.relation == "relative" or (found.first and tags[found.first - 1] == "W"):
            # "Ortega, **who** sits on a board; the rate at which **banks** lend"
            continue
        before = found.first - 1
        opens = before < 0 or lower[before] in _CLAUSE_STARTERS or tags[before] in "K" or (before == 0 and tags[0] in "CR")
        if main is None and ((subordinate and before <= 0) or (before > 0 and tags[before] == "S")):
            # "Asked whether **she** would stay, Ortega laughed and said"
            continue
        # ", while **Lund** gave it three stars and called it late"
        contrasted = before > 0 and lower[before] in ("while", "whereas") and tags[at : at + 1] == "C"
        joined = contrasted or (before > 0 and tags[before] == "C")
        coordinated = joined and (lower[before - 1] in (",", ";") or tags[before - 1] in "K")
        # "Lind called, but when they left, **Ortega** shrugged and said"
        opened = next((i for i in range(before - 1, 0, -1) if lower[i] == "," or (tags[i] == "C" and lower[i + 1] in _OPENS_CLAUSE)), 0)
        coordinated = coordinated or (before > 0 and lower[before] == "," and tags[opened] == "C")
        if (main is None and (opens or tags[before] in ",RIC" or not subordinate)) or (
            main is not None and (coordinated or lower[before] == ";")
        ):
            main = found
    return main or fallback


def accompanied(phrases: NounPhrases, at: int) -> Subject | None:
    """Who does it beside the main clause: "They shrugged, **with four in 10** saying that it was late, and **others** calling it early"."""
    passage = phrases.passage
    tags, lower = passage.tags, passage.lower
    if tags[at] != "G" or not lower[at].endswith("ing") or not at:
        return None
    end = at - (lower[at - 1] in ("all", "both", "each"))
    alone = at - 1 if tags[at - 1] in "DQ" or lower[at - 1] == "others" else -1
    first = phrases.by_end.get(end, alone)
    while first > 0 and lower[first - 1] in ("in", "and", ",", "of") and first - 1 in phrases.by_end:
        first = phrases.by_end[first - 1]
    with_them = first > 1 and lower[first - 1] == "with" and lower[first - 2] == ","
    # "with one calling it late **and another** hailing it"
    again = first > 1 and lower[first - 1] in ("and", "while") and _is_accompanied(phrases, first - 1)
    return Subject(first, end, "participle") if with_them or again else None


def _is_accompanied(phrases: NounPhrases, at: int) -> bool:
    """Does the clause before this item belong to somebody behind ", with": "They left**, with one calling it late** and another ..."?"""
    verb = next((i for i in range(at - 1, max(0, at - _ASIDE_LIMIT), -1) if phrases.passage.tags[i] in (*FINITE, "G")), 0)
    return verb > 0 and accompanied(phrases, verb) is not None


def owner(phrases: NounPhrases, at: int, between: str, reach: int = _ASIDE_LIMIT) -> Subject | None:
    """Whose it is, by a possessive before this item: "**Ortega**'s claim", "**her** warning".

    `between` are the kinds of words that may stand between the two, `reach` is how many items back the possessive may stand.
    """
    tags = phrases.passage.tags
    for i in range(at - 1, max(-1, at - reach - 1), -1):
        if tags[i] == "O":
            return Subject(i, i + 1, "owner")
        if tags[i] == "Z":
            first = next((a for a, b in phrases.spans if a < i < b or b == i), None)
            return Subject(first, i, "owner") if first is not None else None
        if tags[i] not in between:
            return None
    return None


def blamed(phrases: NounPhrases, at: int) -> Subject | None:
    """The person that a verb before "for saying" acts on: "Hall attacked **Dunn** for saying"; but "Hall drew criticism for saying"."""
    tags, lower = phrases.passage.tags, phrases.passage.lower
    if at < 2 or lower[at - 1] != "for":
        return None
    for verb in range(at - 2, max(-1, at - _ASIDE_LIMIT), -1):
        if tags[verb] == "V":
            last = phrases.by_start.get(verb + 1)
            if last is None or last >= at or tags[last : last + 1] == "Z":
                return None
            someone = (
                tags[last - 1] == "E" or lower[verb + 1] in ("him", "her", "them") or lower[last - 1] in phrases.passage.vocabulary.roles
            )
            return Subject(verb + 1, last, "participle") if someone and not phrases.is_time(verb + 1, last) else None
        if tags[verb] in ".;:KSW":
            return None
    return None


_CLAUSE_STARTERS = PAUSES | {";", ":"}


def _finite_verbs(phrases: NounPhrases, first: int, last: int) -> list[tuple[int, int]]:
    """The finite verbs in a range as (verb, begin of its group)."""
    tags = phrases.passage.tags
    found = []
    i = first
    while i < last:
        if tags[i] in FINITE:
            begin = i
            while begin > first and tags[begin - 1] == "R":
                begin -= 1
            end = i
            while end + 1 < last and tags[end + 1] in "XMRPGB":
                end += 1
            found.append((end if tags[end] not in "R" else i, begin))
            i = end + 1
        else:
            i += 1
    return found


def following_subject(phrases: NounPhrases, at: int) -> Subject | None:
    """The subject of the clause after the comma that ends a participle clause: "Calling it a disgrace, Ortega vowed"."""
    passage = phrases.passage
    tags, lower = passage.tags, passage.lower
    for i in range(at, len(tags)):
        if (lower[i] == "," or tags[i] in "Kk") and i + 1 in phrases.by_start:
            last = phrases.by_start[i + 1]
            if lower[last : last + 1] == ["of"] and tags[last + 1 : last + 2] == "E" and last + 1 in phrases.by_start:
                # "Asked about it, **University of Maine professor Natasha Ortega** said"
                last = phrases.by_start[last + 1]
            if last < len(tags) and (tags[last] in "VXMR,I"):
                return Subject(i + 1, last, "participle")
    return None


def inverted_subject(phrases: NounPhrases, at: int) -> Subject | None:
    """The subject right after a verb: "said Ortega, the school's principal"."""
    passage = phrases.passage
    tags, lower = passage.tags, passage.lower
    while at < len(tags) and tags[at] == "R" and at not in phrases.by_start:
        at += 1
    if tags[at : at + 1] == "D" and lower[at] != "each" and lower[at + 1 : at + 2] == ["of"] and at + 2 in phrases.by_start:
        # '"It is late," said **some of the workers**.'
        return Subject(at, extend_right(phrases, at + 2, phrases.by_start[at + 2]), "inverted")
    if tags[at : at + 1] == "P" and tags[at + 1 : at + 2] == "E" and at + 1 in phrases.by_start:
        # "said **retired Dover General nurse** Natasha Ortega"
        last = phrases.by_start[at + 1]
        return Subject(at, extend_right(phrases, at + 1, last), "inverted") if tags[last - 1] == "E" else None
    if at not in phrases.by_start:
        # '"It is the parents," said **another**.'
        return Subject(at, at + 1, "inverted") if lower[at : at + 1] == ["another"] else None
    last = phrases.by_start[at]
    # "read *it*", "said **nothing**"
    object_pronoun = last - at == 1 and tags[at] != "E" and lower[at] in ("it", "him", "her", "them", "us", "me", "nothing", "little")
    if phrases.is_time(at, last) or (last < len(tags) and tags[last] in "VXM") or object_pronoun:
        return None
    return Subject(at, extend_right(phrases, at, last), "inverted")


def extend_right(phrases: NounPhrases, first: int, last: int) -> int:
    """Where a noun phrase ends with what is tied to it on the right: "of ...", ", the school's principal", ", who ..."."""
    passage = phrases.passage
    tags, lower = passage.tags, passage.lower
    size = len(tags)
    pronoun = tags[first] == "U"
    while last < size:
        word = lower[last]
        if word in TYING and tags[last] in "ITS" and last + 1 in phrases.by_start and not pronoun:
            end = phrases.by_start[last + 1]
            named = tags[last - 1] == "E" and not (tags[end - 1] == "E" and lower[last - 1] in _OFFICE_FOR.get(word, ()))
            if phrases.is_time(last + 1, end) or (word in ("in", "on", "at", "about", "to") and named):
                break
            last = end
        elif tags[last] in "AP" and tags[last + 1 : last + 2] in ("I", "T") and last + 2 in phrases.by_start and not pronoun:
            # "a source **close to Mr. Sen**", "an official **briefed on the talks**"
            last = phrases.by_start[last + 2]
        elif (called := _called(phrases, last)) and not pronoun:
            last = called
        elif word == "who" and tags[last - 1] == "N":
            # "an aide **who asked for silence**"
            end = _aside_end(phrases, last)
            if tags[end : end + 1] in ("K", "k"):
                # "an official **who oversaw the case and called it** "small""
                break
            last = end
        elif word == "(" and not pronoun:
            close = next((i for i in range(last, min(size, last + 12)) if lower[i] == ")"), 0)
            if not close:
                break
            # "said an Ober Drug Agency (ODA) **spokeswoman**"
            of_body = close == last + 2 and tags[last - 1] in "EZ" and tags[close - 1] == "E" and tags[close + 1 : close + 2] in ("N", "A")
            last = phrases.by_start.get(close + 1, close + 1) if of_body else close + 1
        elif word in ("and", "&") and last + 1 in phrases.by_start:
            end = phrases.by_start[last + 1]
            if end < size and tags[end] in "VXM":
                break
            last = end
        elif lower[last : last + 2] == [",", "and"] and tags[last + 2 : last + 3] in ("E", "O") and "W" not in tags[first:last]:
            # "said Al Brandt, of Dover, **and Dana Bell**", but not "..., and Bell laughed"
            end = phrases.by_start.get(last + 2, size)
            if end == size or tags[end] in "VXM":
                break
            last = end
        elif word == "," and not pronoun and last + 1 < size:
            end = _aside_end(phrases, last + 1)
            if not end:
                break
            last = end
        else:
            break
    return last


def _aside_end(phrases: NounPhrases, first: int) -> int:
    """Where an aside after a name ends (without its closing comma); 0 if none begins here."""
    tags, lower = phrases.passage.tags, phrases.passage.lower
    size = len(tags)
    if lower[first] in ("who", "whose", "which"):
        for i in range(first, min(size, first + _ASIDE_LIMIT)):
            if lower[i] in (",", ";") or tags[i] in ".K":
                return i
        return size
    if tags[first] == "Q" and first + 1 <= size and (first + 1 == size or lower[first + 1] in ",."):
        return first + 1
    if (
        lower[first] in ("of", "an", "a", "the", "chief", "director", "president")
        or tags[first] in "DOANE"
        or lower[first].endswith("-year-old")
    ):
        end = phrases.by_start.get(first + 1 if lower[first] == "of" else first)
        if end is None or (end < size and tags[end] in "VXM"):
            return 0
        if tags[first] in "DQ" and lower[end - 1] in _WHAT_HAPPENED:
            # "according to two aides, **a move** that few expected"
            return 0
        end = _tied(phrases, end)
        # "a letter carrier **named Bert Aldous**"
        return _called(phrases, end) or end
    return _called(phrases, first)


def _called(phrases: NounPhrases, at: int) -> int:
    """Where what somebody is called ends: "a woman **named Ana Reyes**", "a man **identified only as Bert**"; 0 if nothing begins here."""
    tags, lower = phrases.passage.tags, phrases.passage.lower
    name = at + 1
    if lower[at : at + 1] in (["identified"], ["known"]):
        behind = next((i for i in range(name, min(at + _CALLING, len(tags))) if lower[i] == "as"), at)
        name = behind + 1 if behind > at and not FINITE.intersection(tags[name:behind]) else at
    elif lower[at : at + 1] not in (["named"], ["called"]):
        return 0
    return phrases.by_start.get(name, 0) if name > at and tags[name : name + 1] == "E" else 0


def _tied(phrases: NounPhrases, last: int) -> int:
    tags, lower = phrases.passage.tags, phrases.passage.lower
    while last < len(tags) and (lower[last] in TYING or lower[last] in ("and", "who")):
        if lower[last] == "who":
            for i in range(last, min(len(tags), last + _ASIDE_LIMIT)):
                if lower[i] in (",", ";") or tags[i] in ".K":
                    return i
            return len(tags)
        end = phrases.by_start.get(last + 1)
        if end is None or (end < len(tags) and tags[end] in "VXM" and lower[last] == "and"):
            break
        last = end
    return last
