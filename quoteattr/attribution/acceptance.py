"""Does the cue report what somebody says here? "He said no" does, "a program called Head Start" does not.

A weighted decision over named features of the frame: the verb, what stands before and after it, how its source was found, what the
content looks like.
"""

from __future__ import annotations

from quoteattr.attribution.boundaries import named
from quoteattr.attribution.frame import Frame
from quoteattr.attribution.openings import QUOTING, TIME_CLAUSES, WITNESSING
from quoteattr.cues.verb_groups import NAMING, Cue
from quoteattr.mentions.noun_phrases import TIMES
from quoteattr.mentions.subjects import MAKING, Subject
from quoteattr.quotations.passages import Passage
from quoteattr.text.tags import FINITE

#: How many words a time has at most with which a sentence opens: "On Sunday morning".
_OPENING_TIME = 4


def frame_features(passage: Passage, frame: Frame) -> list[str]:
    """What speaks for and against a frame."""
    cue, verb = frame.cue, frame.cue.verb
    tags, lower = passage.tags, passage.lower
    lemma, start = verb.lemma, frame.start
    relation = frame.source.relation if frame.source is not None else "none"
    source = source_class(passage, frame)
    features = [
        "bias",
        f"lemma={lemma}",
        f"lemma={lemma} start={start}",
        f"class={verb.cue_class} start={start}",
        f"lemma={lemma} form={cue.form}",
        f"shape={frame.shape}",
        f"start={start}",
        f"form={cue.form}",
        f"relation={relation}",
        f"relation={relation} form={cue.form}",
        f"source={source}",
        f"source={source} class={verb.cue_class}",
        f"kind={tags[cue.at]}",
        f"next={_neighbour(passage, cue.last)}",
        f"previous={_neighbour(passage, cue.first - 1)}",
    ]
    if cue.negated:
        features.append("negated")
    if cue.modal:
        features += ["modal", f"modal lemma={lemma}"]
    if frame.source is not None:
        features += [
            f"before source={_before_source(passage, frame.source, frame.cue)}",
            f"source length={min(8, frame.source.last - frame.source.first)}",
        ]
    if frame.contents:
        # of "**which** officials said **will end in May**" the clause tells more
        first, last = frame.contents[-1 if start == "gap" else 0]
        content = tags[first:last]
        finite = any(kind in "VXM" for kind in content)
        features += [
            f"content length={min(12, (last - first) // 2)}",
            f"content finite={finite}",
            f"content quoted={'K' in content}",
            f"content snippet={'k' in content}",
            f"start={start} finite={finite}",
            f"to the end={frame.contents[-1][1] >= passage.end}",
        ]
    else:
        features.append("no content")
    if passage.headline:
        features += ["headline", f"headline shape={frame.shape}"]
    if frame.shape == "label":
        features.append(f"label start={start}")
    if lower[-1] == "?":
        features.append("question")
    if frame.addressee is not None:
        features.append("addressee")
    if frame.venue is not None:
        features.append("venue")
    return features


def source_class(passage: Passage, frame: Frame) -> str:
    """What the source is, for features: the pronoun itself, a name, or how a nominal begins."""
    source = frame.source
    if source is None:
        return "none"
    if source.relation == "relative" or passage.tags[source.first] == "U":
        return passage.lower[source.first]
    head = source.first
    while head < source.last and passage.tags[head] not in "I,TW":
        head += 1
    if head > source.first and passage.tags[head - 1] == "E":
        return "name" if passage.tags[source.first] != "D" else "the name"
    return f"nominal {passage.tags[source.first]}"


def _before_source(passage: Passage, source: Subject, cue: Cue) -> str:
    """What stands before the source; a comma where one is left out: "but as he left **he** told a reporter".

    Nothing if a paper quotes it, or if it is seen saying it or made to say it, as there is nothing before "**Ortega** was quoted as
    saying": "the Courier quoted **Ortega** as saying", "a tape shows **Ortega** saying", "it led **Ortega** to say".
    """
    first = source.first
    before = passage.lower[first - 1] if first else ""
    quoted = before in QUOTING and passage.lower[cue.at - 1] == "as"
    made = before in MAKING and cue.form == "infinitive"
    if quoted or made or (before in WITNESSING and passage.tags[cue.at] in "GB"):
        return "^"
    clause = passage.tags[max(0, first - 3) : first] == "SUV" and passage.lower[first - 3] in TIME_CLAUSES
    # "..., while **Lund** gave it three stars and called it late"
    contrasted = source.relation == "shared" and before in ("while", "whereas")
    # "On Sunday morning **Ortega** said", "This week **Ortega** said": where papers leave out the comma
    timed = before in TIMES and first <= _OPENING_TIME and not FINITE.intersection(passage.tags[:first])
    # '"It is late," said **Lund**, adding that', 'said **Lund**, and added that'
    said = passage.vocabulary.verbs.get(before) if first and passage.tags[first - 1] == "V" and passage.tags[cue.at] in "GV" else None
    inverted = source.relation in ("participle", "shared") and said is not None and said.takes_clause and cue.verb.lemma != "speak"
    if before == "that" and cue.verb.lemma in NAMING and passage.tags[cue.last : cue.last + 1] in ("K", "k"):
        # 'a plan **that** critics call "cruel"' is as sure as one "which" they call so
        return "which"
    return "," if clause or contrasted or timed or inverted else _neighbour(passage, first - 1)


def _neighbour(passage: Passage, at: int) -> str:
    return "^" if at < 0 else named(passage, at)
