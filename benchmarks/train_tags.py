"""Learn what kind of word each word is, from articles whose words are tagged, and write the counts and weights into the package.

Usage: python benchmarks/train_tags.py TAGGED.jsonl[:TIMES] ... [--dev TAGGED.jsonl] [--only words,weights]

TAGGED.jsonl is made by `tag_with_spacy.py`; with TIMES its words count that often in the word list. Writes

words     words.tsv: what kinds each word may be and in how many of a hundred cases; endings.tsv: the same of rare words by ending
weights   tag_weights.tsv: what chooses among them where a word may be several kinds, an averaged perceptron; those of features seen
          often enough, rounded to tenths

and prints how many of the words that may be several kinds get the kind that the articles have.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import define, field, frozen
from gold import LEXICONS, read

from quoteattr.lexicons import sections_of, words_of
from quoteattr.text.readings import Reading, readings
from quoteattr.text.tags import FEATURES, Table, choose
from quoteattr.text.tokens import tokenize

_KIND_OF_TAG = {
    "NN": "N", "NNS": "N", "NNP": "E", "NNPS": "E", "JJ": "A", "JJR": "A", "JJS": "A", "RB": "R", "RBR": "R", "RBS": "R", "VBD": "V",
    "VBZ": "V", "VBP": "V", "VB": "B", "VBG": "G", "VBN": "P", "MD": "M", "TO": "T", "CC": "C", "DT": "D", "PDT": "D", "PRP$": "O",
    "WP$": "O", "PRP": "U", "WDT": "W", "WP": "W", "WRB": "W", "CD": "Q", "EX": "U", "POS": "Z", "RP": "R", "UH": "R", "FW": "N", "IN": "I",
}  # fmt: skip
_AUXILIARIES = frozenset("am is are was were be been being have has had having do does did 's 're 've 'm 'd ’s ’re ’ve ’m ’d".split())
_PASSES = 5
_STEP = 100
_SEEN_AT_LEAST = 10
_SMALLEST = 80
_NO_TABLES: tuple[Table, ...] = tuple({} for _ in FEATURES)
_WORDS_ABOUT = """\
# What kind of word each word may be, and in how many of a hundred cases: N noun, E proper name, A adjective, R adverb,
# V finite verb, B base form, X form of be/have/do, G -ing form, P participle, M modal, T to, C coordinating conjunction,
# D determiner, O possessive pronoun, U pronoun, W wh-word, Q number, I preposition, S subordinating conjunction, Z possessive 's.
# Counted over 1.1 million words (PolNeAR train, GUM, LitBank, PDNC) as tagged by spaCy 3.8 en_core_web_sm; words of six weighted
# counts or more; nouns that their ending tells are left out. Made by benchmarks/train_tags.py.
"""
_ENDINGS_ABOUT = "# The same for words that are not in words.tsv, by their last three or two letters.\n"
_WEIGHTS_ABOUT = """\
# What speaks for which kind of word where a word may be several (features of quoteattr/text/tags.py): weights in hundredths by kind, and
# what is seen. Learned from what words.tsv was counted from. Made by benchmarks/train_tags.py.
"""


@frozen
class Tagged:
    """An article's words as the library cuts them, with the kind of each; empty where the tagger cut otherwise."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    kinds: tuple[str, ...]
    times: int

    @classmethod
    def of(cls, text: str, words: Iterable[tuple[int, int, str, bool]], times: int) -> Tagged:
        """From a line of the tagged file."""
        kinds = {(start, end): _kind(text[start:end], tag, mark) for start, end, tag, mark in words}
        starts, ends = tokenize(text)
        cut = tuple(text[start:end] for start, end in zip(starts, ends, strict=True))
        return cls(cut, tuple(map(str.lower, cut)), tuple(kinds.get(span, "") for span in zip(starts, ends, strict=True)), times)


def _kind(word: str, tag: str, mark: bool) -> str:
    if word.lower() in _AUXILIARIES and tag != "POS":
        return "X"
    return "S" if tag == "IN" and mark else _KIND_OF_TAG.get(tag, "")


# -- words and endings --------------------------------------------------------------------------------------------------


def write_words(articles: Sequence[Tagged]) -> None:
    """Count the kinds of each word and ending, and write the lists."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    endings: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for low, kind in zip(article.lower, article.kinds, strict=True):
            if kind:
                words[low][kind] += article.times
    seen = {word: kinds.total() for word, kinds in words.items()}
    for article in articles:
        for word, low, kind in zip(article.words, article.lower, article.kinds, strict=True):
            if kind and kind in "NARVBGP" and word == low and seen[low] <= 12 and len(low) > 4:
                endings[low[-3:]][kind] += 1
                endings[low[-2:]][kind] += 1
    roles = words_of("roles.txt", section="role")
    rows = []
    for word, kinds in sorted(words.items()):
        if not re.fullmatch(r"[a-z][a-z'’&-]*", word) or seen[word] < 6:
            continue
        [(kind, times)] = kinds.most_common(1)
        told = kind == "E" or (kind == "N" and seen[word] < 60 and endings.get(word[-3:], Counter("N")).most_common(1)[0][0] == "N")
        rare_role = word in roles and seen[word] < 60
        if not rare_role and not (times > 0.98 * seen[word] and told):
            rows.append(f"{word}\t{_shares(kinds)}\n")
    (LEXICONS / "words.tsv").write_text(_WORDS_ABOUT + "".join(rows), encoding="utf-8")
    rows = [f"{ending}\t{_shares(kinds)}\n" for ending, kinds in sorted(endings.items()) if kinds.total() >= 25 and ending.isalpha()]
    (LEXICONS / "endings.tsv").write_text(_ENDINGS_ABOUT + "".join(rows), encoding="utf-8")
    sections_of.cache_clear()


def _shares(kinds: Counter[str]) -> str:
    shares = ((kind, times / kinds.total()) for kind, times in kinds.most_common(4))
    return " ".join(f"{kind}{min(round(100 * share), 99)}" for kind, share in shares if share >= 0.02)


# -- weights ------------------------------------------------------------------------------------------------------------


@define
class Perceptron:
    """Weights that move when a choice is wrong, and the mean of what they were all the time."""

    tables: tuple[Table, ...]
    choices: int = 0
    _sums: Counter[tuple[int, str, str]] = field(factory=Counter)
    _moved: dict[tuple[int, str, str], int] = field(factory=dict)

    def learn(self, looked_at: Sequence[str], chosen: str, right: str) -> None:
        """Take notice of one choice."""
        self.choices += 1
        if chosen == right:
            return
        for feature, value in enumerate(looked_at):
            weights = self.tables[feature].get(value)
            if weights is None:
                continue
            for kind, step in ((right, _STEP), (chosen, -_STEP)):
                place = (feature, value, kind)
                weight = weights.get(kind, 0)
                self._sums[place] += (self.choices - self._moved.get(place, 0)) * weight
                self._moved[place] = self.choices
                weights[kind] = weight + step

    def mean(self) -> tuple[Table, ...]:
        """The mean weights that are worth keeping."""
        kept: tuple[Table, ...] = tuple({} for _ in FEATURES)
        for (feature, value, kind), total in self._sums.items():
            unmoved = self.choices - self._moved[feature, value, kind]
            weight = round((total + unmoved * self.tables[feature][value][kind]) / self.choices / 10) * 10
            if abs(weight) >= _SMALLEST:
                kept[feature].setdefault(value, {})[kind] = weight
        return kept


def learned(articles: Sequence[Tagged]) -> tuple[Table, ...]:
    """The weights that choose best among the readings of these articles' words."""
    seen: Counter[tuple[int, str]] = Counter()
    order = [(article, readings(article.words, article.lower)) for article in articles]
    for article, found in order:
        choose(article.lower, found, _NO_TABLES, lambda at, looked_at, kind: seen.update(enumerate(looked_at)))
    tables: tuple[Table, ...] = tuple({} for _ in FEATURES)
    for (feature, value), times in seen.items():
        if times >= _SEEN_AT_LEAST and value.isprintable():
            tables[feature][value] = {}
    perceptron = Perceptron(tables)
    shuffle = random.Random(1).shuffle
    for _ in range(_PASSES):
        shuffle(order)
        for article, found in order:
            _choose(article, found, perceptron.tables, perceptron)
    return perceptron.mean()


def _choose(article: Tagged, found: Sequence[Reading], tables: Sequence[Table], perceptron: Perceptron | None = None) -> tuple[int, int]:
    """How many of the words that may be several kinds got the right one, and of how many."""
    right = asked = 0

    def learn(at: int, looked_at: Sequence[str], chosen: str) -> None:
        nonlocal right, asked
        kind = article.kinds[at]
        if kind and kind in found[at].kinds:
            asked += 1
            right += chosen == kind
            if perceptron is not None:
                perceptron.learn(looked_at, chosen, kind)

    choose(article.lower, found, tables, learn)
    return right, asked


def write_weights(tables: Sequence[Table]) -> None:
    """Write the weights into the package."""
    rows = []
    for feature, table in zip(FEATURES, tables, strict=True):
        rows.append(f"[{feature}]\n")
        for value, weights in sorted(table.items()):
            rows.append(" ".join(f"{kind}{weight:+}" for kind, weight in sorted(weights.items())) + f"\t{value}\n")
    (LEXICONS / "tag_weights.tsv").write_text(_WEIGHTS_ABOUT + "".join(rows), encoding="utf-8")


def main() -> None:
    """Read the command line and do it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tagged", nargs="+")
    parser.add_argument("--dev", nargs="*", type=Path, default=[])
    parser.add_argument("--only", default="words,weights")
    arguments = parser.parse_args()
    only = arguments.only.split(",")
    articles = []
    for name in arguments.tagged:
        path, _, times = name.partition(":")
        articles += [Tagged.of(line["text"], line["words"], int(times or 1)) for line in read(Path(path))]
    if "words" in only:
        write_words(articles)
    if "weights" in only:
        tables = learned(articles)
        write_weights(tables)
        print(f"{sum(map(len, tables))} weights")
        for path in arguments.dev:
            others = [Tagged.of(line["text"], line["words"], 1) for line in read(path)]
            counts = [_choose(article, readings(article.words, article.lower), tables) for article in others]
            right, asked = (sum(column) for column in zip(*counts, strict=True))
            print(f"{path.name}: {right} of {asked} right ({right / asked:.3f})")


if __name__ == "__main__":
    main()
