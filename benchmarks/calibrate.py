"""Measure how often each rule is right on annotated articles, and write the table that confidence is read from.

Usage: python benchmarks/calibrate.py polnear.train.jsonl gum_coref.train.jsonl [--model coref.pt --speakers resolution.dev.jsonl]

The first file (content, cue and source annotated) gives the share of attributions whose content and source are right, by the rule that made
them and how sure its decision was. The second (all coreference annotated) gives the share of sources that were resolved to the right
person, by the form of the source. Shares are drawn towards their parent's (the rule over all steps) as if 20 examples of it had been
seen, so that a rule seen twice claims nothing. With a model for Stanza and articles whose speakers are annotated, also the share that is
right where rules and chains agree, disagree, or one of them speaks alone; without, those rows stay as they are.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gold import Gold, pronoun_labels, read, same_person

import quoteattr.lexicons
from quoteattr import Attribution, Attributor
from quoteattr.attribution.confidence import Resolved, rule_key
from quoteattr.coreference.rules import chains_by_rules
from quoteattr.coreference.stanza_backend import StanzaCoreference
from quoteattr.evaluate import same_name
from quoteattr.lexicons import lines_of
from quoteattr.mentions.mention import Mention
from quoteattr.result.build import SUPPORT_RULES

_TABLE = Path(quoteattr.lexicons.__file__).parent / "confidence.tsv"
#: The genres of GUM in which somebody reports what others said.
GENRES = frozenset(("news", "bio", "interview", "letter", "court"))
_WEIGHT_OF_PARENT = 20


def rule_outcomes(golds: list[Gold]) -> Iterator[tuple[str, bool]]:
    """For each utterance, the row of the table and whether its content and source are right."""
    for gold in golds:
        for utterance in gold.said():
            source = gold.doc.chars(*utterance.source) if utterance.source else None
            yield rule_key(utterance), gold.is_right((gold.doc.chars(*c) for c in utterance.contents), source)


def form_outcomes(documents: list[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """For each mention that was given a name it does not have itself, the row of the table and whether it is the right person's."""
    for given in documents:
        if given["genre"] not in GENRES:
            continue
        gold = Gold.of({"text": given["text"], "quotes": []})
        found = gold.mentions()
        rules = chains_by_rules(gold.doc, found)
        chain_of = {i: chain for chain in rules.chains for i in chain}
        clusters = [cluster_of(gold, given["mentions"], m) for m in found]
        for i, mention in enumerate(found):
            named = [k for k in chain_of.get(i, []) if found[k].name]
            if not named or clusters[i] is None or mention.quoted or mention.kind in ("place", "organization") or mention.form == "pronoun":
                continue
            best = max(named, key=lambda k: (len(found[k].name), -found[k].first))
            if found[best].name != mention.name and clusters[best] is not None:
                yield Resolved(mention, True, i in rules.shared, rules.chances.get(i)).key, clusters[best] == clusters[i]


def pronoun_outcomes(documents: list[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """For each labelled "he" and "she" that was given a name, the row of the table and whether it is the right person's."""
    labels = pronoun_labels("measure")
    for given in documents:
        if given["id"] not in labels:
            continue
        gold = Gold.of({"text": given["text"], "quotes": []})
        found = gold.mentions()
        rules = chains_by_rules(gold.doc, found)
        for chain in rules.chains:
            name = max((found[k].name for k in chain), key=len)
            for i in chain:
                person = labels[given["id"]].get(gold.doc.chars(*found[i].core)[0])
                if person is not None and name and found[i].form == "pronoun":
                    yield Resolved(found[i], True, chance=rules.chances.get(i)).key, same_person(" ".join(name), person)


def cluster_of(gold: Gold, annotated: list[dict[str, Any]], mention: Mention) -> str | None:
    """The annotated cluster of a mention of a person: of the smallest annotated mention whose head lies in it."""
    start, end = gold.doc.chars(*mention.core)
    inside = [(m["end"] - m["start"], m["cluster"]) for m in annotated if m["type"] == "person" and start <= m["head"][0] < end]
    return min(inside)[1] if inside else None


def support_outcomes(documents: list[dict[str, Any]], model: Path) -> Iterator[tuple[str, bool]]:
    """For each attribution with a pronoun or description as its source, who supports its speaker and whether that is right."""
    attributor = Attributor(coreference=StanzaCoreference(model_path=model))
    names = {rule: support for support, rule in SUPPORT_RULES.items()}
    for given in documents:
        for attribution in attributor.attribute(given["text"]):
            support = next((names[e.rule] for e in attribution.evidence if e.rule in names), None)
            quote = next((q for q in given["quotes"] if q.get("speakers") and _meets(attribution, q)), None)
            if support is not None and quote is not None:
                label = attribution.speaker.label if attribution.speaker else ""
                yield f"supported {support}", same_name(label, quote["speakers"])


def _meets(attribution: Attribution, quote: dict[str, Any]) -> bool:
    first = attribution.content[0]
    return any(start < first.end and first.start < end for start, end in quote["content"])


def shares(outcomes: list[tuple[str, bool]]) -> dict[str, tuple[float, int]]:
    """The share of right answers by row, and by the row without its last word, with how many were seen."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for key, outcome in outcomes:
        for row in (key, key.rsplit(" ", 1)[0], "all"):
            seen[row] += 1
            right[row] += outcome
    table: dict[str, tuple[float, int]] = {"all": (right["all"] / seen["all"], seen["all"])}
    for row in sorted(seen, key=lambda r: (r.count(" "), r)):
        if row == "all":
            continue
        parent = table.get(row.rsplit(" ", 1)[0], table["all"])[0]
        weight = _WEIGHT_OF_PARENT
        if row.startswith("resolved") and row[-1] in "012345":
            # a choice that was hardly one is seldom seen: it claims half what others of its form do, half what it claimed itself
            parent, weight = (parent + int(row[-1]) / 10 + 0.05) / 2, weight // 2
        table[row] = ((right[row] + weight * parent) / (seen[row] + weight), seen[row])
    return table


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("attributions", type=Path)
    parser.add_argument("coreference", type=Path)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--speakers", type=Path)
    args = parser.parse_args()
    old = (line.split("\t") for line in lines_of("confidence.tsv") if line.startswith("supported"))
    supported = {row: (float(share), int(seen)) for row, share, seen in old}
    if args.model is not None:
        supported = {row: value for row, value in shares(list(support_outcomes(read(args.speakers), args.model))).items() if " " in row}
    table = shares(list(rule_outcomes([Gold.of(given) for given in read(args.attributions)])))
    table.pop("all")
    resolved = shares([*form_outcomes(read(args.coreference)), *pronoun_outcomes(read(args.attributions))])
    resolved.pop("all")
    lines = [
        "# How often attributions made by a rule were right: rule, nearness of the source, are words quoted, step (0 to 9+); share; seen."
    ]
    lines += [
        f"# Content and source on {args.attributions.name}; 'resolved ...', the speaker of a source so written, on {args.coreference.name}."
    ]
    lines += ["# Made by benchmarks/calibrate.py."]
    lines += [f"{row}\t{share:.3f}\t{seen}" for row, (share, seen) in sorted((table | resolved | supported).items())]
    _TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 3} rows")


if __name__ == "__main__":
    main()
