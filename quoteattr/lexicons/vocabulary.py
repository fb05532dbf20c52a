"""The words that tell who says something, and as what: cue verbs and titles, as shipped or as the caller changed them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import get_args

from attrs import evolve, frozen

from quoteattr.cues.verbs import CueClass, CueVerb, cue_verbs, forms_of
from quoteattr.errors import BadSettings
from quoteattr.lexicons import words_of

#: A title that stands behind an hour, too.
_PREMIER = "PM"
#: What words for professions end in, of which no list has all.
_ENDINGS = tuple(words_of("roles.txt", section="ending"))


@frozen(eq=False)
class Vocabulary:
    """The cue verbs by each of their forms, the nouns for what people are, and the capitalised titles before names."""

    verbs: Mapping[str, CueVerb]
    roles: frozenset[str]
    title_words: frozenset[str]

    def is_title_word(self, word: str) -> bool:
        """Is a capitalised word one for an office before a name: Mayor, Gov., Mayor-elect, Then-Mayor, Senators?"""
        if word in self.title_words:
            return True
        before, _, behind = word.partition("-")
        return (behind in ("elect", "designate") and before in self.title_words) or (
            before.lower() in ("then", "ex", "vice", "co") and not self.title_words.isdisjoint((behind, behind.capitalize()))
        )

    def of_text(self, words: Sequence[str], lower: Iterable[str]) -> Vocabulary:
        """The vocabulary for these words, which `lower` has in small letters.

        With the nouns among them that by their ending are professions: "paleoecologist"; and without the "PM" of a text with hours: "5 PM".
        """
        more = {word for word in lower if word.endswith(_ENDINGS)} - self.roles
        hour = _PREMIER in words and any(word == _PREMIER and before[-1].isdigit() for before, word in pairwise(words))
        if not (more or hour):
            return self
        return evolve(self, roles=self.roles | more, title_words=self.title_words - {_PREMIER} if hour else self.title_words)

    def changed(self, cues: Mapping[str, CueClass | None], titles: Iterable[str]) -> Vocabulary:
        """The vocabulary with other cue verbs and more titles.

        `cues` gives verbs in their dictionary form a class, or None to take them out; a verb that is new takes a clause ("yodeled that"),
        one that is known keeps what it takes. `titles` are nouns for offices and professions ("harbormaster"), read before names
        ("Harbormaster Ana Reyes") and beside them. Raises `BadSettings` for a class that does not exist or a word that is not one.

        >>> vocabulary = standard().changed({"yodel": "speech", "note": None}, ["harbormaster"])
        >>> vocabulary.verbs["yodeled"].cue_class, "noted" in vocabulary.verbs, "Harbormaster" in vocabulary.title_words
        ('speech', False, True)
        """
        verbs = dict(self.verbs)
        for lemma, cue_class in cues.items():
            if not lemma.isalpha() or not lemma.islower():
                raise BadSettings(f"a cue is a verb in its dictionary form, like 'say', not {lemma!r}")
            if cue_class is not None and cue_class not in get_args(CueClass):
                raise BadSettings(
                    f"the class of a cue is one of {', '.join(get_args(CueClass))}, or None to take it out, not {cue_class!r}"
                )
            known = [form for form, verb in verbs.items() if verb.lemma == lemma]
            for form in known or forms_of(lemma):
                if cue_class is None:
                    verbs.pop(form, None)
                else:
                    verbs[form] = evolve(verbs[form], cue_class=cue_class) if known else CueVerb(lemma, cue_class, takes_clause=True)
        words = [title.strip() for title in titles]
        if not all(words):
            raise BadSettings("a title is a noun, like 'harbormaster', not an empty word")
        return Vocabulary(
            verbs,
            self.roles | {word.lower() for word in words},
            self.title_words | {word[0].upper() + word[1:] for word in words},
        )


@cache
def standard() -> Vocabulary:
    """The vocabulary as shipped."""
    titles = words_of("roles.txt", section="capitalised") | words_of("roles.txt", section="plural")
    return Vocabulary(cue_verbs(), words_of("roles.txt", section="role"), titles)
