"""Between a cue and its content: whom it is said to, when and where; and how the content begins."""

from __future__ import annotations

from typing import Literal

from quoteattr.attribution.boundaries import WHEN_ASKED, is_finite_from
from quoteattr.attribution.frame import Range, Scene
from quoteattr.cues.verb_groups import Cue
from quoteattr.mentions.mention import kind_of_noun, singular
from quoteattr.mentions.noun_phrases import DAYS, TYING, NounPhrases
from quoteattr.text.readings import DASHES, may_be_verb
from quoteattr.text.tags import PAUSES

#: The shortest answers: "Asked if she would stay, Ortega said **no**."
YES_AND_NO = frozenset(("yes", "no"))
#: Adverbs that belong to the content and not to the cue: "said **only** five came".
_IN_CONTENT = frozenset("not only about so even there more most nearly almost maybe perhaps possibly probably".split()) | YES_AND_NO
#: What stands before a number and tells how exact it is: "said **at least** one of them left".
_AMOUNTS = tuple(
    phrase.split()
    for phrase in (
        "as many as, at least, at most, close to, fewer than, in excess of, just over, just under, less than, more than, up to, "
        "upwards of, well over, about, almost, around, nearly, over, roughly, under"
    ).split(", ")
)
#: Prepositions with which content begins: "said **despite the rain** it was on".
_OF_CONTENT = frozenset(("because", "despite", "unlike"))
#: Behind which no verb is that of the noun before: "confirmed the figure **after** it was printed".
_TELLING_WHEN = frozenset(("after", "before", "until"))
#: What a paper does to somebody: "**quoted** Ortega as saying".
QUOTING = frozenset("cite cited cites citing quote quoted quotes quoting".split())
#: What somebody is done to whose words are seen or heard: "a tape **shows** Ortega saying".
WITNESSING = frozenset(
    (
        "captured captures caught caught depicted depicts filmed heard hears overheard recorded records saw sees show showed shown shows "
        "videotaped witnessed"
    ).split()
)
#: ... and what somebody does who remembers them: 'recalled her father saying, "Eat."'.
REMEMBERING = frozenset("recall recalled recalls remember remembered remembers".split())
#: How much earlier or later, and how many items the clause behind it has.
_SPANS = frozenset("days hours minutes moments months seconds weeks years".split())
_TIME_CLAUSE = 14
#: What happens without an object.
_BEGINNING = frozenset("arrived began begins closed died ended ends left met opened returned started starts".split())
TIME_CLAUSES = frozenset(("as", "after", "before", "since", "while", "during", "following"))
_VENUES = frozenset("in on via during at by through after".split())
#: In what somebody says something.
SAID_IN = frozenset(
    (
        "address affidavit article blog book briefing broadcast call column comments complaint conference conversation debate "
        "deposition e-mail editorial email filing forum hearing interview lawsuit lecture letter livestream meeting memo memoir "
        "message newsletter note op-ed podcast post posts presentation presser rally release remarks report response sermon "
        "session speech statement statements testimony thread tweet tweets video webinar"
    ).split()
)
#: How many items an aside on whom it is told may have.
_ASIDE = 20
#: With which preposition somebody is asked to do something.
_ASKED_WITH = {"appeal": "to", "plead": "with"}
_OPENS_ASIDE = frozenset("after as before in when while".split())
_SPEAKING = frozenset(("appearing", "posting", "speaking", "talking", "testifying", "writing"))
#: With what a second clause begins behind a verb of saying.
_TURNING = frozenset(("and", "but", "yet"))
#: Verbs whose clause may begin with a preposition: "said in most cases it fails".
_SAYS = frozenset(("say", "tell", "write", "tweet", "add"))


def addressee(scene: Scene, cue: Cue, at: int) -> tuple[Range | None, int]:
    """Who is told, and the item behind: "told **reporters**", "said to **her**"."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    size = len(tags)
    if lower[at - 1] in cue.verb.particles:
        # "warned **of the risk**"
        return None, at
    if cue.verb.lemma in ("tell", "ask", "remind") and scene.is_title(at):
        # a programme: 'told **"Good Morning Ohio,"** adding that'
        return (at, at + 1), at + 1
    if _is_tale(scene, cue, at):
        return None, at
    if lower[at : at + 1] == [_ASKED_WITH.get(cue.verb.lemma)]:
        # "appealed **to the residents of Dover** to register"
        last = phrases.by_start.get(at + 1, at)
        while lower[last : last + 1] in (["of"], ["and"], ["in"]) and last + 1 in phrases.by_start:
            last = phrases.by_start[last + 1]
        return ((at + 1, last), last) if tags[last : last + 1] == "T" and last > at else (None, at)
    if cue.verb.takes_addressee and at < size and ((crowd := _crowd_end(phrases, at)) or lower[at] == "those"):
        last = _list_end(scene, crowd or at + 1)
        follows = tags[last] if last < size else "."
        if last in phrases.by_start and phrases.is_time(last, phrases.by_start[last]):
            # "asked him **seven times** who paid"
            follows = "R"
        if cue.verb.lemma == "urge" and follows in "I,." and lower[last : last + 1] != ["of"] and _is_thing(scene, last - 1):
            # "urged **caution** for now", but not "urged the board **for a delay**"
            return None, at
        # '"Is it late?" Ortega asked **the judge**.'
        asked = follows == "." and cue.verb.lemma == "ask" and _is_somebody(scene, last - 1)
        if not cue.verb.takes_object or asked or follows in "ISTWRK,":
            while (end := _crowd_end(phrases, last + 1)) and (
                lower[last] in ("of", "and")
                or (lower[last] in ("at", "for") and tags[end - 1] == "E")
                # "asked anyone **with information** to call", "told a crowd of 400 **at the fair** that"
                or (
                    lower[last] in TYING
                    and lower[last] not in cue.verb.particles
                    and _opens_content(scene, end, infinitive=cue.verb.takes_infinitive)
                )
            ):
                last = end
            if last < size and tags[last] in "VXM" and tags[at] != "E" and cue.verb.lemma not in ("tell", "remind"):
                return None, at
            if tags[last : last + 1] == "Z" and tags[last + 1 : last + 2] in ("K", "k"):
                # a programme: 'told NBX's "Good Morning Ohio" that'
                last += 2
            if tags[last : last + 1] == "Z" and tags[last + 1 : last + 2] not in ("N", "A", "E") and tags[last + 2 : last + 3] != "V":
                # "told **Becker's** that", but not "told a crowd at Wexler's that spilled out"
                last += 1
            if lower[last : last + 1] == ["("] and lower[last + 2 : last + 3] == [")"]:
                # "told the Associated Press **(AP)**"
                last += 3
            if lower[last : last + 1] == ["on"] and scene.is_title(last + 1) and _opens_content(scene, last + 2):
                # 'told Ann Orr **on "Good Morning Ohio"** that'
                last += 2
            last = _reduced_relative_end(phrases, _behind_relative(scene, last))
            return (at, before_time(phrases, at, last)), _behind_apposition(scene, last)
    another = lower[at + 1 : at + 2] == ["another"]
    to_somebody = at + 1 < size and lower[at] == "to" and (another or at + 1 in phrases.by_start)
    if to_somebody and cue.verb.cue_class in ("speech", "manner", "question"):
        last = phrases.by_start.get(at + 1, at + 2)
        body = phrases.by_start.get(last + 1, size) if lower[last : last + 1] == ["of"] else size
        about = cue.verb.particles - {"of"}
        if body < size and lower[body] in about:
            # "spoke to **the Board of Directors** about a plan"
            last = body
        second_verb = tags[last : last + 2] in ("CV", "CX", "CR")
        if last < size and (tags[last] in "K,.:" or lower[last] == "that" or second_verb or lower[last] in about):
            return (at + 1, last), last
    return None, at


def _crowd_end(phrases: NounPhrases, at: int) -> int:
    """Where a phrase that begins at this item ends, with how many: "**more than 400 people**", "**about 400 people**"; 0 if none does."""
    lower, tags = phrases.passage.lower, phrases.passage.tags
    than = 2 * (lower[at + 1 : at + 2] == ["than"] and lower[at] in ("fewer", "less", "more"))
    about = than or int(tags[at : at + 2] == "RQ")
    return phrases.by_start.get(at + about, 0) or phrases.by_start.get(at, 0)


def _is_somebody(scene: Scene, head: int) -> bool:
    """Is it a name, a pronoun, or a noun for people?"""
    people = ("unnamed person", "group")
    return scene.tags[head] in "EU" or kind_of_noun(scene.lower[head], scene.passage.vocabulary.roles) in people


def _is_thing(scene: Scene, head: int) -> bool:
    """Is it no name, and no noun for people or a body?"""
    body = kind_of_noun(scene.lower[head], scene.passage.vocabulary.roles) == "organization"
    return not (body or _is_somebody(scene, head))


def _is_tale(scene: Scene, cue: Cue, at: int) -> bool:
    """Is it what is told, and not whom: "told **the story** of a woman who lost her farm"?"""
    last = scene.phrases.by_start.get(at, at)
    return (
        cue.verb.lemma == "tell" and last > at and scene.lower[last - 1] in _TALES and scene.lower[last : last + 1] in (["of"], ["about"])
    )


def _list_end(scene: Scene, at: int) -> int:
    """Where a list of those who are told ends: "told students**, teachers and parents** that"; the same item where there is none."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    end, joined = at, False
    while lower[end : end + 1] == [","] or (end > at and not joined and tags[end : end + 1] == "C"):
        first = end + 1 + (tags[end + 1 : end + 2] == "C")
        if first not in phrases.by_start:
            return at
        joined = "C" in tags[end : phrases.by_start[first]]
        end = phrases.by_start[first]
    return end if joined and (_opens_content(scene, end) or lower[end : end + 1] == [":"]) else at


def _opens_content(scene: Scene, at: int, *, infinitive: bool = True) -> bool:
    """Does what is told surely begin here: with "that" or "whether", an infinitive, a quotation?"""
    word = scene.lower[at] if at < len(scene.tags) else ""
    return word in ("that", "whether", "if") or (infinitive and word in ("to", "not")) or scene.is_quotation(at)


def _behind_apposition(scene: Scene, at: int) -> int:
    """Where what begins behind an aside on whom it is told: "told his son**, Eli,** to sell it", "asked Orr**, who is 80,** whether".

    The same item where nothing does.
    """
    tags, lower = scene.tags, scene.lower
    name = scene.phrases.by_start.get(at + 1, at) if lower[at : at + 1] == [","] else at
    if name > at and tags[name - 1] == "E" and lower[name : name + 1] == [":"]:
        return name
    if lower[at : at + 1] != [","] or (name == at and lower[at + 1 : at + 2] not in (["who"], ["whose"])):
        return at
    behind = next((i + 1 for i in range(at + 2, min(at + _ASIDE, len(tags) - 1)) if lower[i] == ","), at)
    aside = name == at or not scene.has_finite(at + 1, behind)
    # "told Orr**, the mayor,** it was late"
    content = _opens_content(scene, behind) or (name > at and is_clause(scene, behind))
    return behind if behind > at and aside and "K" not in tags[at:behind] and content else at


def _behind_relative(scene: Scene, at: int) -> int:
    """Where what begins behind whom it is told: "told the nurses **who saved her** that"; the same item where nothing does."""
    if scene.lower[at : at + 1] != ["who"]:
        return at
    behind = next((i for i in range(at + 1, scene.passage.end) if scene.tags[i] in "SK," or scene.lower[i] in ("that", ":")), at)
    said = behind > at and (scene.lower[behind] == "that" or scene.is_quotation(behind + (scene.lower[behind] == ",")))
    return behind if said else at


def before_time(phrases: NounPhrases, first: int, last: int) -> int:
    """Where the phrase ends without the time that stands behind it: "told **the board** last week"."""
    begin = next((i for i in range(last - 1, max(first, last - 4), -1) if phrases.is_time(i, last)), last)
    return begin if phrases.passage.tags[begin - 1] in "NEU" else last


def _colon_behind(scene: Scene, at: int) -> int:
    """The colon before a quotation that ends the aside that begins here; 0 for none."""
    colon = next((i for i in range(at, min(len(scene.tags) - 1, at + 15)) if scene.lower[i] == ":" or scene.tags[i] in "K."), 0)
    return colon if colon and scene.lower[colon] == ":" and scene.is_quotation(colon + 1) else 0


_HIMSELF = frozenset("herself himself itself themselves".split())
_TIMES_OF_DAY = (["morning"], ["afternoon"], ["evening"], ["night"])


def content_opening(scene: Scene, at: int, *, infinitive: bool = False) -> tuple[int, Range | None]:
    """The item at which the content begins, and the venue: what stands between, "on Saturday in a statement", is passed over.

    `infinitive` tells that the content may be one: "promised on Saturday at a rally **to end it**".
    """
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    size = len(tags)
    venue: Range | None = None
    i = at
    while i < size and not _opens_amount(scene, i):
        # "said **only** that", 'said **only**, "No."'
        only = lower[i : i + 1] == ["only"] and lower[i + 1 : i + 2] in (["that"], [","], [":"])
        if tags[i] == "R" and (only or lower[i] not in _IN_CONTENT) and lower[i + 1 : i + 2] != ["of"]:
            i += 1
        elif lower[i] in _HIMSELF and (lower[i + 1 : i + 2] in (["that"], [","], [":"]) or scene.is_quotation(i + 1)):
            # "told me **himself** that"
            i += 1
        elif lower[i : i + 2] in (["this", ":"], ["it", "best"]):
            # 'said **this**: "No."'
            i += 1
        elif i in phrases.by_start and phrases.is_time(i, phrases.by_start[i]):
            if tags[phrases.by_start[i] : phrases.by_start[i] + 1] in ("V", "X", "M"):
                # "said **2019** was a wet year"
                break
            i = phrases.by_start[i]
        elif lower[i] in DAYS and tags[i] == "E" and tags[i + 1 : i + 2] != "Z":
            # "made clear **Tuesday night** that"
            i += 1 + (lower[i + 1 : i + 2] in _TIMES_OF_DAY)
        elif (behind := _behind_time_clause(scene, i)) > i:
            i = behind
        elif lower[i : i + 2] == ["ahead", "of"] and i + 2 in phrases.by_start:
            i = phrases.by_start[i + 2]
        elif (
            (lower[i] == "this" or lower[i : i + 2] == ["the", "following"])
            and (colon := _colon_behind(scene, i))
            and not scene.has_finite(i, colon)
        ):
            # 'said **the following**: "No."', 'posted **this on her page**: "No."'
            i = colon
        elif lower[i : i + 2] in WHEN_ASKED and (colon := _colon_behind(scene, i)):
            # 'said **when asked about it**: "No."'
            i = colon
        elif (
            (tags[i] == "I" or lower[i] in TIME_CLAUSES)
            and lower[i] != "that"
            and not (lower[i] in _OF_CONTENT and is_clause(scene, i + 1))
            and (i + 1 in phrases.by_start or (i + 1 < size and tags[i + 1] in "GKk"))
        ):
            end = _phrase_end(phrases, i)
            if end is None or lower[end - 1] == ",":
                break
            if (noun := _venue_before_subject(scene, i, end)) > 0:
                venue, i = venue or (i, noun), noun
                break
            follows = tags[end] if end < size else "."
            # 'said in a statement **—** "No."'
            dash = end < size and lower[end] in DASHES and scene.is_quotation(end + 1)
            settled = end >= size or follows in ".KS" or lower[end] in ("that", ":", ",") or dash
            verb = phrases.by_start.get(end, size)
            while verb < size and lower[verb] == "of" and verb + 1 in phrases.by_start:
                verb = phrases.by_start[verb + 1]
            # 'said in an email the rent **"reflects the market"**'
            clause = verb < size and (tags[verb] in "VXM" or scene.opens_with_verb(verb, sentence=True))
            if not (settled or clause or follows in "RI" or (infinitive and follows == "T")):
                break
            if clause and not settled and tags[end] not in "UDO":
                break
            if lower[i] == "about" and _is_told_of(scene, i, end):
                break
            if lower[i] in _VENUES and not phrases.is_time(i + 1, end):
                venue = venue or (i, end)
            i = end
        else:
            break
    if i < size and lower[i] in PAUSES:
        behind = _behind_aside(scene, i)
        if behind:
            i = behind
    return i, venue


def _opens_amount(scene: Scene, at: int) -> bool:
    """Does a number begin here with what tells how exact it is: "said **as many as 20** people were hurt"?"""
    end = next((at + len(phrase) for phrase in _AMOUNTS if scene.lower[at : at + len(phrase)] == phrase), at)
    return end > at and (scene.tags[end : end + 1] == "Q" or scene.lower[end : end + 1] == ["half"])


def _venue_before_subject(scene: Scene, at: int, last: int) -> int:
    """Where the venue ends whose noun looks like one with the subject behind it: "said **in a statement** *demand was high*"; 0 if none."""
    if scene.lower[at] not in _VENUES or scene.tags[at + 1] not in "DO" or scene.tags[last : last + 1] not in ("V", "X", "M"):
        return 0
    noun = next((i for i in range(at + 2, last - 1) if scene.lower[i] in SAID_IN), 0)
    subject = noun > 0 and set(scene.tags[noun + 1 : last]) <= set("NAE") and scene.lower[last + 1 : last + 2] != ["that"]
    return noun + 1 if subject and scene.lower[last] not in scene.verbs else 0


def _is_told_of(scene: Scene, about: int, end: int) -> bool:
    """Does a clause tell more of what something is about: "told the court **about** a call *he had* with Lund"?

    But not "said **about** the call *that it was late*".
    """
    contact = scene.tags[end : end + 1] in ("U", "D", "O", "E") and is_clause(scene, end)
    relative = (
        scene.lower[end : end + 1] == ["that"] and scene.tags[end - 1] == "N" and scene.lower[about - 1] not in ("said", "says", "say")
    )
    return contact or relative


def _behind_time_clause(scene: Scene, at: int) -> int:
    """The "that" behind a clause that says when it was said; the same item if there is none.

    "said **moments before Ortega left** that it was late"; "said **when asked about it** that it was late".
    """
    tags, lower = scene.tags, scene.lower
    first = at
    while tags[first : first + 1] in ("Q", "A", "R") and first < at + 2:
        first += 1
    first += lower[first : first + 1] != [] and lower[first] in _SPANS
    if lower[first : first + 1] not in (["after"], ["before"], ["as"], ["when"], ["while"]):
        return at
    asked = lower[first : first + 2] in WHEN_ASKED
    if not asked and first + 1 not in scene.phrases.by_start:
        return at
    that = next((i for i in range(first + 2, min(first + _TIME_CLAUSE, scene.passage.end)) if tags[i] in "KkC,;" or lower[i] == "that"), at)
    verbs = [i for i in range(first + 1, that) if tags[i] in "VXM"]
    if that == at or lower[that] != "that" or not (verbs or asked) or not is_clause(scene, that + 1):
        return at
    if asked and not verbs:
        return that
    # "after she learned **that** it was", but "before it began **that** it was"
    known = verbs[-1] == that - 1 and lower[verbs[-1]] not in _BEGINNING
    return at if known or tags[that - 1] == "A" else that


def venue_in_front(phrases: NounPhrases, source: int) -> Range | None:
    """The venue that the sentence begins with, right before its subject: "**In a statement**, Ortega said", "Speaking **at a rally**, ...".

    But not "In Ohio, Ortega said".
    """
    passage = phrases.passage
    first = int(passage.lower[0] in _SPEAKING)
    last = source - 1
    if last <= first + 1 or passage.lower[last] != "," or passage.lower[first] not in _VENUES:
        return None
    end = _phrase_end(phrases, first)
    while end is not None and end < last and passage.tags[end] in "IT" and end + 1 in phrases.by_start:
        # "In a letter **to parents**", "at a rally **in Dover**"
        end = phrases.by_start[end + 1]
    said_in = first > 0 or not SAID_IN.isdisjoint(passage.lower[first:last])
    verb = any(kind in "VXMK" for kind in passage.tags[first:last])
    return (first, last) if said_in and end is not None and end <= last and not verb else None


def said_there(phrases: NounPhrases, at: int) -> Literal["where", "when", ""]:
    """Does here stand where or when it was said: 'called it "late" **in a note to clients**', '**on Monday**'; not "late" **in theory**?"""
    lower = phrases.passage.lower
    end = phrases.by_start.get(at + 1)
    if end is None or lower[at] not in _VENUES:
        return ""
    if phrases.is_time(at + 1, end) or lower[end - 1] in DAYS:
        return "when"
    return "where" if lower[end - 1] in SAID_IN else ""


def _behind_aside(scene: Scene, at: int) -> int:
    """The item after an aside that begins at this comma and that *that* or a quotation follows; 0 if there is none.

    "said on Monday, in reference to the vote, **that** ..."; "said, per a translator, **that** ...".
    """
    tags, lower = scene.tags, scene.lower
    own = scene.verbs.get(lower[at + 1]) if tags[at + 1 : at + 2] == "G" else None
    if lower[at] == "," and own is not None and own.cue_class != "manner":
        # a cue of its own: 'said, **adding**, "None."', but not 'said, **laughing**, "None."'
        return 0
    for i in range(at + 1, min(len(tags) - 1, at + 20)):
        if tags[i] in "K." or lower[i] in ";:":
            return 0
        if lower[i] == lower[at]:
            # "in a statement, **released late Friday**, that"
            sent = tags[at + 1] == "V" and lower[at + 1].endswith("ed")
            # "told reporters, **in a voice that shook**, that"; "said, **as she left**, that"
            manner = tags[at + 1] == "W" or lower[at + 1] in _OPENS_ASIDE
            short = lower[at] != "," or manner or not scene.has_finite(at + 1 + sent, i)
            said = (lower[i + 1] == "that" and tags[i + 1] == "S") or tags[i + 1] == "K"
            if not short or said:
                return i + 1 if short else 0
    return 0


def _phrase_end(phrases: NounPhrases, at: int) -> int | None:
    """Where the prepositional phrase that begins at this item ends, with its "of" phrases."""
    tags, lower = phrases.passage.tags, phrases.passage.lower
    if tags[at + 1 : at + 2] in ("K", "k") and lower[at + 2 : at + 3] in (["that"], ["on"]):
        # 'said on "Good Morning Ohio" that'
        return at + 2
    if at + 1 not in phrases.by_start:
        return phrases.by_start[at + 2] if tags[at + 1] == "G" and at + 2 in phrases.by_start else None
    end = phrases.by_start[at + 1]
    if tags[end : end + 1] == "Z" and tags[end + 1 : end + 2] in ("K", "k"):
        # "said on NBX's \"Good Morning Ohio\" that"
        end += 2
    end = _reduced_relative_end(phrases, end)
    while end < len(lower) and lower[end] in ("of", "with", "for", "and") and end + 1 in phrases.by_start:
        after = phrases.by_start[end + 1]
        if lower[end] == "and" and after < len(lower) and tags[after] in "VXM":
            break
        end = after
    if end + 1 < len(lower) and lower[end] == "," and tags[end - 1] == "E" == tags[end + 1] and end + 1 in phrases.by_start:
        # a place and its state: "in Toledo, Ohio, that"
        place = phrases.by_start[end + 1]
        if place < len(lower) and lower[place] in (",", ".", "that", "on"):
            end = place + (lower[place] == ",")
    return end


def _reduced_relative_end(phrases: NounPhrases, at: int) -> int:
    """Behind what tells more of the venue, before the content: "in a letter **accompanying the report** that", "**sent to staff** that"."""
    tags, lower = phrases.passage.tags, phrases.passage.lower
    if tags[at : at + 1] not in ("G", "P") and lower[at : at + 1] not in (["assembled"], ["gathered"], ["packed"]):
        return at
    if tags[at + 1 : at + 2] in ("I", "R") and lower[at + 2 : at + 3] == ["that"]:
        # "supporters **waiting outside** that"
        return at + 2
    end = phrases.by_start.get(at + 1 + (tags[at + 1 : at + 2] in ("I", "T")), at)
    while end > at and (
        (end in phrases.by_start and phrases.is_time(end, phrases.by_start[end]))
        or (tags[end : end + 1] == "I" and end + 1 in phrases.by_start)
    ):
        # "gathered in the hall **Monday**", "**at the school**"
        end = phrases.by_start[end + (tags[end] == "I" and end not in phrases.by_start)]
    return end if end > at and end < len(lower) and (lower[end] in ("that", ":", ",") or tags[end] == "K") else at


_NOT_SAID = frozenset(("anonymity",))
_TALES = frozenset("story stories tale tales anecdote anecdotes".split())


def start_kind(scene: Scene, cue: Cue, at: int, after: int, told: Range | None) -> str:
    """How the content at this item begins; empty where none does.

    `after` is the item behind the cue (and whom it is told), before anything was passed over.
    """
    tags, lower, phrases, verb = scene.tags, scene.lower, scene.phrases, cue.verb
    size = scene.passage.end
    if at >= len(tags):
        return ""
    word, kind = lower[at], tags[at]
    if word == ":" or (word == ";" and at == after and scene.is_quotation(at + 1) and "K" not in tags[:at]):
        # 'He remarked; "It is late."'
        return "colon"
    if kind in "Kk":
        return "quote"
    if at >= size:
        return ""
    if word == "," or word in DASHES:
        return "comma quote" if scene.is_quotation(at + 1) else "comma"
    if word == "that" and at > after and lower[at - 1] == "now":
        # "asked a question **now that** it is late"
        return ""
    is_time = at in phrases.by_start and phrases.is_time(at, phrases.by_start[at])
    # "fired back **that**"
    phrasal = cue.last > cue.at + 1 and lower[cue.last - 1] in verb.particles
    bare = verb.takes_that and kind == "S" and is_clause(scene, at + 1)
    if verb.cue_class == "question" and _is_about_name(lower, at):
        # "asked **to be identified** only as Tom", "asked **that her name not be used**": that is how the paper calls them
        return ""
    noun = phrases.by_end.get(at, -1)
    apart = after <= noun or (told is not None and word == "that")
    if kind == "W" and apart and not phrases.is_time(noun, at) and tags[at + 1 : at + 2] in ("V", "X", "M"):
        # "spoke on a base **that overlooks** the bay", "told a crowd **that included** nurses"
        return ""
    if word == "that" and _is_relative(scene, after, at, clause=verb.takes_clause):
        # "testified in **a case that Lind brought**"
        return ""
    if word == "that" and not is_time and (verb.takes_clause or verb.takes_object or phrasal or bare):
        return "that"
    if word in YES_AND_NO and verb.lemma == "say" and (at + 1 >= size or tags[at + 1] in ",CIT"):
        return "object"
    infinitive = word == "to" and at + 1 < len(tags) and tags[at + 1] in "BXRKk"
    if infinitive and told is None and verb.lemma == "appeal":
        # "appealed to swing voters", "appealed to have it overturned"
        return ""
    if infinitive and (after == at or verb.cue_class == "commissive") and (verb.takes_infinitive or verb.takes_clause):
        return "to" if verb.takes_infinitive or (verb.lemma == "tell" and told is not None) else ""
    if word == "not" and told is not None and verb.takes_infinitive and lower[at + 1 : at + 2] == ["to"]:
        # "told reporters **not to worry**"
        return "to"
    if word == "of" and told is None and cue.last == cue.at + 1 and "of" not in verb.particles:
        # "countered with an ad **of its own**"
        return ""
    if word == "it" and lower[at + 1 : at + 2] == [","]:
        # "nobody would say **it**, so he did"
        return ""
    if word in _NOT_SAID:
        # "insisted on **anonymity**"
        return ""
    if word == "who" and told is not None and tags[at - 1] in "NE" and verb.cue_class != "question":
        # "told the nurses **who saved her**"
        return ""
    if kind == "W" or word in ("if", "whether"):
        # "criticized **what** was done", but "spoke **when** the mayor arrived"
        object_clause = verb.takes_object and word not in ("when", "where")
        return "question" if verb.takes_clause or verb.takes_addressee or object_clause else ""
    if verb.particles and ((lower[at - 1] in verb.particles and cue.last == at) or word in verb.particles):
        return "particle" if at in phrases.by_start or kind in "DANEGOQUPWI" else ""
    relative = tags.rfind("W", max(0, cue.first - 5), cue.first)
    # "laws that courts said **discriminated**", "a decision they say **allowed** it"
    begins_relative = relative >= 0 and phrases.by_start.get(relative + 1) == cue.first
    contact = tags[cue.first - 1 : cue.first] == "U" and tags[cue.first - 2 : cue.first - 1] == "N"
    gap = kind in "VXM" or (kind == "P" and (begins_relative or contact))
    perfect = tags[at - 1] == "P" and relative > 0 and tags[relative - 1] != "I"
    if gap and verb.takes_clause and at == cue.last and cue.first > 1 and (tags[at - 1] == "V" or perfect):
        # "which officials said **will take effect**"
        return "gap"
    if kind not in "UDOANEQGPRCSI" or (kind == "C" and (tags[at + 1 : at + 2] in ("V", "X") or (at == cue.last and word in _TURNING))):
        # "tweeted to Ahmed **and** said", "argued **and** wept": a second verb; "agreed **but Reyes said** no": a second clause
        return ""
    if verb.takes_infinitive and told is not None and word == "to":
        return "to"
    if _is_seen_saying(scene, cue, at):
        return ""
    if verb.takes_clause and (is_clause(scene, at) or (not verb.takes_object and scene.has_finite(at, size))):
        return "clause"
    if verb.lemma in _SAYS and lower[at : at + 2] in (["the", "same"], ["the", "opposite"], ["as", "much"]):
        return "object"
    if verb.takes_infinitive and _with_infinitive(phrases, at):
        return "to"
    if _is_tale(scene, cue, at):
        return "object"
    # "apologized to the families **he had robbed**"
    whom = at > after and lower[after] == "to" and kind == "U"
    if verb.takes_object and not whom and (at in phrases.by_start or kind in "DANEGOQU"):
        return "object"
    if told is not None and word == "about" and tags[at + 1 : at + 2] == "Q" and _begins_clause(scene, at + 1):
        # "told the Courier **about 40 people were hurt**"
        return "clause"
    if told is not None and kind in "IS" and word in ("about", "of", "against"):
        return "preposition"
    if verb.lemma in _SAYS and kind in "IS" and scene.has_finite(at, size):
        return "clause"
    if (verb.lemma == "tell" and told is not None and _ends_in_verb(scene, at)) or (
        verb.lemma == "say" and told is None and (size - phrases.by_start.get(at, size) > 1 or _ends_in_verb(scene, at))
    ):
        # a clause whose verb was not recognised: "said smugglers **dig** tunnels"
        return "clause"
    return ""


def _is_relative(scene: Scene, after: int, at: int, *, clause: bool) -> bool:
    """Does this "that" tell of the noun before it: "testified in a case **that** Lind brought", but not "said in a note **that** he left"?

    `clause` says whether the cue's verb takes a clause with *that*.
    """
    lower, tags, phrases = scene.lower, scene.tags, scene.phrases
    noun = phrases.by_end.get(at, -1)
    if noun <= after:
        return False
    if lower[noun - 1] in ("amid", "amidst"):
        # "said on Sunday **amid reports that** they had met"
        return True
    if not clause and "against" in lower[after:at]:
        # "appealed against an order **that** Lind made"
        return True
    known = lower[at - 1] in SAID_IN or kind_of_noun(lower[at - 1], scene.passage.vocabulary.roles) != "unknown"
    if known or lower[noun] not in ("a", "an") or tags[at - 1] != "N" or phrases.is_time(noun, at):
        return False
    verb = phrases.by_start.get(at + 1, at)
    return verb > at and tags[verb : verb + 1] == "V" and tags[verb + 1 : verb + 2] in ("", ".", ",", "I")


def _begins_clause(scene: Scene, at: int) -> bool:
    """Do a noun phrase and its finite verb stand here?"""
    last = scene.phrases.by_start.get(at, at)
    return last > at and scene.tags[last : last + 1] in ("V", "X", "M")


def _ends_in_verb(scene: Scene, at: int) -> bool:
    """May the noun phrase here be a clause whose verb was not recognised: "said **the roof leaks**", "said **her son plays** there"?"""
    last = scene.phrases.by_start.get(at, at)
    if last - at < 3 or scene.tags[at] not in "DO" or scene.tags[last - 2 : last] != "NN":
        return False
    subject, verb = scene.lower[last - 2 : last]
    return verb.endswith("s") and singular(subject) == subject and may_be_verb(verb)


def _is_about_name(lower: list[str], at: int) -> bool:
    """Is it asked here how to be called: "asked **not to be named**", "asked **that her last name be withheld**"?"""
    begin = at + (lower[at] == "not")
    if lower[begin : begin + 2] == ["to", "be"]:
        return lower[begin + 2 : begin + 3] in (["called"], ["identified"], ["named"], ["quoted"])
    return lower[at] == "that" and not {"name", "names"}.isdisjoint(lower[at + 2 : at + 4])


def _is_seen_saying(scene: Scene, cue: Cue, at: int) -> bool:
    """Is the object of this cue somebody seen or heard saying something: "A tape shows **Ortega telling** a clerk to go"?"""
    behind = scene.phrases.by_start.get(at, len(scene.tags))
    says = scene.tags[behind : behind + 1] == "G" and scene.lower[behind] in scene.verbs
    # "recalled *Ortega* telling her that it was late" is the other's tale, but for a quotation
    whom = behind + 1 + (scene.tags[behind + 1 : behind + 2] == "U")
    quoted = scene.tags[whom : whom + 2].lstrip(".,")[:1] == "K"
    told = scene.lower[cue.at] in WITNESSING or (scene.lower[cue.at] in REMEMBERING and quoted)
    return says and told


def is_clause(scene: Scene, at: int) -> bool:
    """Does a clause begin at this item: a noun phrase, then soon a finite verb?"""
    tags, lower = scene.tags, scene.lower
    if at >= len(tags):
        return False
    if tags[at] in "ISG":
        return scene.has_finite(at, scene.passage.end)
    if tags[at : at + 2] in ("WX", "WV", "WM") and lower[at] == "that":
        # "as he pointed out, **that is** the law"
        return True
    i = at
    while i < len(tags) and tags[i] == "R":
        i += 1
    relative = 0
    for j in range(i + 1, min(scene.passage.end, i + 30)):
        if tags[j] == "C" and not relative and is_finite_from(tags, j + 1):
            # "confirmed the figure **but declined** to say more": a second verb of the same subject
            return False
        if lower[j] in _TELLING_WHEN and tags[j] in "SI" and not relative:
            # "confirmed the figure **after** it was printed": no subject with its verb
            return False
        if tags[j] in "VXMK" or scene.opens_with_verb(j):
            if tags[j - 1] == "W" or lower[j - 1] == "that":
                relative += 1
            elif relative:
                relative -= 1
            else:
                return True
        elif lower[j] == ";" or (lower[j] in ",:" and j - i > 12):
            return False
    return False


def _with_infinitive(phrases: NounPhrases, at: int) -> bool:
    """ "urged **parents to** wait"."""
    tags, lower = phrases.passage.tags, phrases.passage.lower
    last = phrases.by_start.get(at)
    while last is not None and last < len(tags) and lower[last] in ("of", "and", "in", "at", "for", "with", ","):
        last = phrases.by_start.get(last + 1)
    return last is not None and last + 1 < len(tags) and (tags[last] == "T" or lower[last] in ("to", "not"))
