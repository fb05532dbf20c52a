"""Content before a cue, or around it: where it begins, whether it is more than when or where something was said, and where it goes on."""

from __future__ import annotations

from quoteattr.attribution.boundaries import clause_end, content_start, finite_verbs, is_finite_from
from quoteattr.attribution.frame import Frame, Range, Scene
from quoteattr.attribution.openings import SAID_IN, YES_AND_NO, is_clause
from quoteattr.cues.verb_groups import Cue
from quoteattr.mentions.subjects import ASKED, Subject
from quoteattr.text.readings import DASHES, may_be_verb
from quoteattr.text.tags import PAUSES

#: Words that begin the clause before a cue that tells when or why it was said.
_CIRCUMSTANCE = frozenset("when while after as before since until once although though because whenever asked".split())
#: Words with which content goes on behind a tag between commas: "no different, he said, **from** ...".
_GOES_ON = frozenset("by from than rather because if unless until without despite including".split())
#: What somebody does whose words are not told.
_SPEAKING = frozenset("chat laugh shout sing speak talk yell".split())
_WOULD = frozenset(("'d", "’d"))
#: With which word an answer begins that has no verb.
_NOT_SO = YES_AND_NO | {"not", "never", "hardly"}


def said_before(scene: Scene, cue: Cue, left: int, at: int, start: str) -> Range | None:
    """The content before a tag whose words begin at `left`; `at` is where and `start` how something begins behind the tag."""
    article = scene.phrases.by_end.get(left, 0)
    if scene.tags[left - 1 : left] == "N" and scene.lower[article] in ("a", "an") and scene.lower[article - 1 : article] == [","]:
        # "said it was late**, a claim** Ortega disputes"
        return None
    front = front_of(scene, cue, left) if cue.form == "finite" or (cue.form == "infinitive" and left < cue.first) else None
    if front is None:
        return None
    if not is_full(scene, front) and (start != "comma" or rest_of(scene, cue, at + 1, front) is None):
        return front if start == "comma quote" and _is_subject_of_quotation(scene, front, at + 1) else None
    would = "M" in scene.tags[left : cue.at] or not _WOULD.isdisjoint(scene.lower[left : cue.at])
    if would and scene.lower[front[0]] in ("if", "whenever"):
        # "**If they asked**, Ortega would answer"
        return None
    if start not in ("", "comma") and _is_said_in(scene, front):
        # 'In a letter sent to the "Ober community," Ortega said **they had no warning**'
        return None
    if scene.lower[front[0]] in ASKED or scene.lower[left] == "whose":
        # "**Asked about the bill**, Ortega said no."; "**Ortega**, whose class wrote to the mayor, was there"
        return None
    if start == "comma quote" and scene.starts_upper(at + 1) and _is_circumstance(scene, front):
        return None
    if at < len(scene.lower) and scene.lower[at] in YES_AND_NO and scene.is_quotation(front[1] - 1) and is_said(scene, front):
        # 'He went on about "the system," and Ortega said **yes**.'
        return None
    return front


def _is_said_in(scene: Scene, front: Range) -> bool:
    """Does it tell no more than in what something was said: "**In a letter** sent to parents"?"""
    last = scene.phrases.by_start.get(front[0] + 1, 0)
    return scene.lower[front[0]] in ("at", "during", "in", "on") and 0 < last <= front[1] and scene.lower[last - 1] in SAID_IN


def front_of(scene: Scene, cue: Cue, left: int) -> Range | None:
    """The content that may stand before a tag whose words begin at this item."""
    if left < 1:
        return None
    end = left
    if scene.lower[end - 1] in PAUSES:
        end -= 1
    elif not scene.is_quotation(end - 1):
        return None
    if end > 1 and scene.lower[end] in DASHES and scene.is_quotation(end - 1) and scene.lower[end - 2] in DASHES:
        # 'Orr lamented it - **"Is it over?"** - and riders who came said': an aside
        return None
    if end < 1:
        return None
    if end < left and scene.tags[end - 1] in "WSC":
        # "He went to Hawaii, **where**, he said, there are no foxes"
        return end - 1, end
    start = _behind_other_words(scene, content_start(scene.passage, scene.phrases, end, cue), end)
    return (start, end) if start < end else None


def _behind_other_words(scene: Scene, start: int, end: int) -> int:
    """Where the words before a tag begin that are not those of an earlier cue; `end` for none.

    'Lund said it mattered: **"I will vote,"** the speaker said', but not 'Lund told me: "I will vote," Ortega said', who recalls it.
    In '"Nobody," Lund warned, "will. This," he added, "is it"' the second quotation belongs to the first tag.
    """
    if not scene.is_quotation(end - 1):
        return start
    for verb, subject in scene.known.items():
        if start < verb < end - 1:
            if start < subject.first and scene.tags[start : subject.first].strip("Kk") == "" and scene.lower[end - 2] == ",":
                return end
            if scene.lower[end - 2] == ":" and scene.starts_upper(end - 1) and scene.has_finite(verb + 1, end - 2):
                return end - 1
    return start


def is_full(scene: Scene, front: Range) -> bool:
    """Has it a finite verb, or a quotation, or does it bid, or say no: "**Not so fast**, said Ortega"? Is it more than "In Ohio,"?"""
    if scene.lower[front[0]] in _NOT_SO or scene.tags[front[0]] == "B":
        return True
    words, kinds = scene.lower[slice(*front)], scene.tags[slice(*front)]
    if kinds[0] == "I" and scene.is_quotation(front[1] - 1) and "what" in words and sum(kind in "VXM" for kind in kinds) == 1:
        # 'Last May, under what he called **"the old way,"** the inn charged him'
        return False
    titled = scene.tags[front[0]] not in "KG" and scene.tags[front[0] : front[0] + 2] != "IG" and scene.is_title(front[1] - 1)
    if titled and not finite_verbs(scene.tags, *front):
        # 'In an interview, which aired on **"Meet the Mayor,"** Ortega said'; 'Lind, host of **"Good Morning,"** said'
        return False
    finite = scene.has_finite(*front) or _acts_behind_aside(scene, front)
    return "K" in scene.tags[front[0] : front[1]] or finite or _is_full_headline(scene, front)


def _acts_behind_aside(scene: Scene, front: Range) -> bool:
    """Is what may be a participle the verb of a subject before an aside: "**The driver**, who was hurt, **fled** on foot, said Ortega"?"""
    comma = scene.phrases.by_start.get(front[0], front[1])
    if scene.lower[comma] != "," or scene.phrases.is_time(front[0], comma):
        return False
    behind = (i for i in range(comma + 2, front[1]) if scene.lower[i - 1] == "," and scene.tags[i] == "P")
    return any(may_be_verb(scene.lower[i]) for i in behind)


def _is_full_headline(scene: Scene, front: Range) -> bool:
    """Is it a clause of a headline: "**Bridge to close in May**, council says", '**Bridge "safe" despite cracks**, council insists'?"""
    if "." in scene.tags or not scene.passage.opens_paragraph:
        return False
    verb = scene.phrases.by_start.get(front[0], len(scene.tags))
    return scene.tags[verb : verb + 2] in ("TB", "TX") or scene.tags[verb : verb + 1] == "k"


def _is_subject_of_quotation(scene: Scene, front: Range, quotation: int) -> bool:
    """Is it a subject whose verb is quoted: '**Her client**, she said, **"never took a dime"**'?"""
    first, last = front
    while first < last and scene.tags[first] in "CR":
        first += 1
    end = scene.phrases.by_start.get(first, -1)
    while end < last and scene.lower[end : end + 1] == ["of"]:
        end = scene.phrases.by_start.get(end + 1, last + 1)
    return end == last and not scene.phrases.is_time(first, last) and not scene.starts_upper(quotation)


def _is_circumstance(scene: Scene, front: Range) -> bool:
    """Does it tell when or why the sentence behind the cue was said: '**When Reyes left**, Ortega said, "It is late."'?"""
    first = front[0]
    while scene.tags[first] == "R" and first + 1 < front[1]:
        # 'Soon **after Reyes left**, Ortega said, "It is late."'
        first += 1
    for i in range(front[0] + 2, front[1] - 1):
        joined = scene.tags[i - 1] == "C" and scene.lower[i - 2] == ","
        later = scene.lower[i - 1] == "," and not scene.has_finite(front[0], i)
        if scene.lower[i] in _CIRCUMSTANCE and (joined or later):
            # 'Reyes left, **and when asked why**, she said, "No."'; 'In May, **as Reyes left**, she said, "No."'
            first = i
    word, kind = scene.lower[first], scene.tags[first]
    return not any(scene.is_quotation(i) for i in range(*front)) and (word in _CIRCUMSTANCE or kind in "GPW")


def is_where(scene: Scene, front: Range, at: int) -> bool:
    """Is it only said where or when they said so: "The plant will close, officials said **at a hearing where dozens spoke**"?"""
    told = scene.tags[at] == "I" or (scene.tags[at] == "S" and scene.lower[at] in ("as", "while", "after", "before"))
    return told and scene.has_finite(*front) and not _is_circumstance(scene, front)


def is_said(scene: Scene, front: Range) -> bool:
    """Is the quotation at the front what was said, and not a title: 'On "Face the Nation," Ortega said'?"""
    return scene.is_quotation(front[0]) or scene.has_finite(*front)


def fronted(
    scene: Scene, cue: Cue, source: Subject | None, front: Range, at: int, start: str, told: Range | None, venue: Range | None
) -> Frame:
    """The frame of a tag behind content that may go on behind it: "We had no warning, **Ortega said**"."""
    contents = [front]
    quoted = "K" in scene.tags[front[0] : front[1]]
    shape = "tag after" if scene.is_quotation(front[1] - 1) else "clause before"
    if start == "comma quote":
        contents.append((at + 1, max(scene.quotations_from(at + 1), at + 2)))
        shape = "tag inside"
    elif start == "comma":
        rest = rest_of(scene, cue, at + 1, front)
        if rest:
            contents.append(rest)
            shape = "tag inside" if quoted else "clause around"
    return Frame(cue, source, tuple(contents), shape, "quote" if quoted else "clause", told, venue)


def as_put(
    scene: Scene, cue: Cue, source: Subject, at: int, content_at: int, start: str, told: Range | None, venue: Range | None
) -> Frame | None:
    """ "As Ortega put it, they had no warning."; "They had no warning, as Ortega said."""
    if cue.verb.lemma in _SPEAKING:
        # "As Ortega **talked**, he looked away"; '"It is late," he said as Ortega **spoke**.'
        return None
    # "They can stay, **and as Ortega noted**, they will"
    joined = at > 0 and scene.tags[at - 1] in "CR" and (at == 1 or scene.lower[at - 2] in (",", ";"))
    # "**However, as** Ortega said, they will"
    joined = joined or (at == 2 and scene.lower[1] == "," and scene.tags[0] in "CR")
    if at == 0 or joined:
        begin = content_at + 1
        if start != "comma" or not (scene.is_quotation(begin) or is_clause(scene, begin)):
            return None
        end = clause_end(scene.passage, scene.phrases, begin, cue, "as")
        return Frame(cue, source, ((begin, end),), "clause after", "as", told, venue)
    front = front_of(scene, cue, at)
    if front is None:
        return None
    apart = "," in scene.lower[at - 3 : at]
    cued = any(scene.tags[i] == "V" and scene.lower[i] in scene.verbs for i in range(*front))
    if cued and not apart and scene.is_quotation(front[1] - 1):
        # 'The crowd **chanted "No more" as** Ortega spoke'
        return None
    if not is_full(scene, front):
        # "Weeks ago, as the Post reported, they were talking"
        rest = rest_of(scene, cue, content_at + 1, front) if start == "comma" else None
        return Frame(cue, source, (front, rest), "clause around", "as", told, venue) if rest else None
    return Frame(cue, source, (front,), "clause before", "as", told, venue)


def rest_of(scene: Scene, cue: Cue, at: int, front: Range) -> Range | None:
    """The content that goes on behind a tag between commas: "The hashtag, he said, **was popular**"."""
    tags, lower, phrases = scene.tags, scene.lower, scene.phrases
    end = scene.passage.end
    if at >= end:
        return None
    kind = tags[at]
    whole = any(k in "VXMK" for k in tags[front[0] : front[1]])
    # "**When the bear came**, Ortega said, **she dropped to the ground**"
    circumstance = lower[front[0]] in _CIRCUMSTANCE and cue.verb.takes_clause and kind != "R"
    leans = tags[front[0]] in "ISRG" or circumstance or not whole
    if leans and kind in "DOANEQURI" and (is_clause(scene, at) or (not whole and (kind == "R" or not scene.has_finite(at, end)))):
        return at, clause_end(scene.passage, phrases, at, cue, "rest")
    # but not "**Moderated by Reyes**, the forum asked questions, **and each was given time**"
    told = whole or tags[front[0]] == "B"
    joined = kind == "C" and lower[at] in ("and", "or") and told and any(k in "VXMK" for k in tags[at:end])
    narrated = not any(k in "Kk" for k in tags[at:end]) and front[1] - front[0] == 1
    if joined and scene.is_quotation(front[1] - 1) and (narrated or is_finite_from(tags, at + 1)):
        # '"No," said Reyes, **and looked up**.'; '"Sit," she commands, **and a visitor sits**.'
        return None
    bare = kind == "P" and not whole
    # "They had, Ortega said, **no warning**"; "It was, Ortega said, **in bad shape**"
    broken = (tags[front[1] - 1] in "XM" and kind in "DOANEQURPG") or (tags[front[1] - 1] == "X" and kind == "I")
    clause = (kind == "S" and lower[at] != "as") or (leans and lower[at] == "when")
    # "It is the staff, Ortega said, **that leaves**", "It took days, Ortega said, **to find out**"
    cleft = lower[front[0]] == "it" and (lower[at] in ("that", "who") or (kind == "T" and tags[at + 1 : at + 2] == "B"))
    if not (kind in "VXM" or bare or broken or lower[at] in _GOES_ON or joined or clause or cleft):
        return None
    if (kind == "C" or (kind == "V" and whole)) and (lower[at] in scene.verbs or (at + 1 < end and lower[at + 1] in scene.verbs)):
        return None
    if scene.is_quotation(front[1] - 1) and lower[at] in _GOES_ON and not any(k in "VXMKk" for k in tags[at:end]):
        # '"No," said Reyes, **by telephone**.'
        return None
    verb = phrases.by_start.get(at + 1, end)
    if kind in "SC" and verb < end and tags[verb] == "V" and lower[verb] in scene.verbs:
        # "..., Ruiz said, while Brandt said": that is somebody else's
        return None
    return at, clause_end(scene.passage, phrases, at, cue, "that" if cleft and kind != "T" else "rest")
