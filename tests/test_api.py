"""The public contract beyond the tables: errors and fields."""

from __future__ import annotations

from typing import Any

import pytest

import quoteattr
from quoteattr import Article, Attributor, BadArticle, NotText, UnknownCoreference, attribute


@pytest.mark.parametrize("wrong", [None, 3, b'"No," he said.', ["text"]])
def test_only_strings_are_texts(wrong: Any) -> None:
    with pytest.raises(NotText, match="must be a str"):
        attribute(wrong)


def test_not_text_is_a_type_error_that_says_how_to_decode() -> None:
    with pytest.raises(TypeError, match="decode"):
        attribute(b"x")  # type: ignore[arg-type]


def test_unknown_coreference_names_the_choices() -> None:
    with pytest.raises(UnknownCoreference, match='"rules"'):
        Attributor(coreference="magic")


@pytest.mark.parametrize("wrong", [{}, {"format": 99}, {"format": 1}, {"format": 1, "speakers": 3}, {"format": 1, "text": 1}])
def test_bad_dictionaries_get_a_clear_error(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadArticle):
        Article.from_dict(wrong)
    with pytest.raises(BadArticle, match="dictionary"):
        Article.from_dict([])  # type: ignore[arg-type]


def test_results_are_frozen() -> None:
    article = attribute('"No," said Ana Reyes.')
    with pytest.raises(AttributeError):
        article.attributions[0].confidence = 1.0  # type: ignore[misc]
    assert not hasattr(article.attributions[0], "__dict__")


def test_fields_of_one_attribution() -> None:
    text = 'Natasha Ortega, the principal, told reporters in a statement, "We had no warning."'
    [a] = attribute(text)
    assert a.kind == "direct"
    assert a.cue is not None
    assert (a.cue.lemma, a.cue.cue_class, a.cue.negated, a.cue.modal) == ("tell", "speech", False, False)
    assert a.addressee is not None
    assert a.addressee.text == "reporters"
    assert a.venue is not None
    assert a.venue.of(text) == "in a statement"
    assert a.speaker is not None
    assert [t.text for t in a.speaker.titles] == ["principal", "the principal"] or [t.text for t in a.speaker.titles] == ["principal"]
    assert a.evidence[0].rule == "tag before"
    assert [s.of(text) for s in a.evidence[0].spans] == ["told"]


def test_negation_and_modality_are_recorded() -> None:
    negated = attribute("The mayor, Ellen Brandt, did not say when the work would start.")
    modal = attribute("Critics might say that the plan is too slow.")
    assert [a.cue.negated for a in negated if a.cue] == [True]
    assert [a.cue.modal for a in modal if a.cue] == [True]


def test_refusals_are_kept_apart() -> None:
    text = "Acme Corp. declined to comment. A spokeswoman for the mayor did not respond to a request for comment."
    article = attribute(text)
    assert not article.attributions
    assert [(r.speaker.label if r.speaker else None, article.words(r.span)) for r in article.refusals] == [
        ("Acme Corp.", "declined to comment"),
        ("spokeswoman for the mayor", "did not respond"),
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ana Reyes declined comment.", "declined comment"),
        ("Ana Reyes declined an interview request.", "declined an interview request"),
        ("Ana Reyes turned down several requests for an interview.", "turned down several requests for an interview"),
        ("Ana Reyes refused to be interviewed.", "refused to be interviewed"),
        ("A message left for Ana Reyes, who is ill, was not returned.", "was not returned"),
        ("Phone calls seeking comment from the agency went unanswered.", "went unanswered"),
        ("The books of the library were not returned.", None),
        ("Ana Reyes, however, refused to give a date.", "refused to give"),
        ("Ana Reyes refused to give ground.", None),
        ("Ana Reyes wouldn't comment on the case.", "wouldn't comment"),
        ("Ana Reyes chose not to comment.", "chose not to comment"),
        ("Ana Reyes did not immediately return a call.", "did not immediately return"),
        ("Ana Reyes did not return the books.", None),
        ("Ana Reyes has yet to respond.", "has yet to respond"),
        ("Ana Reyes was not immediately available for comment.", "was not immediately available for comment"),
        ("Ana Reyes was not available on Friday.", None),
        ("Ana Reyes has been approached for comment.", "has been approached for comment"),
        ("Ana Reyes was asked for comment and laughed.", None),
        ("Ana Reyes referred all questions to the police.", "referred all questions to"),
        ("Ana Reyes declined a second term after the interview.", None),
    ],
)
def test_refused_talks(sentence: str, words: str | None) -> None:
    article = attribute(sentence)
    assert [article.words(r.span) for r in article.refusals] == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana Reyes said in a statement that it was late.", "in a statement"),
        ("In a statement, Ana Reyes said it was late.", "In a statement"),
        ("In a letter to parents, the principal, Ana Reyes, said it was late.", "In a letter to parents"),
        ("Speaking at a rally in Dover, Ana Reyes said it was late.", "at a rally in Dover"),
        ("In Ohio, Ana Reyes said it was late.", None),
        ("On Monday, Ana Reyes said it was late.", None),
    ],
)
def test_venues_stand_before_and_behind(text: str, words: str | None) -> None:
    article = attribute(text)
    [attribution] = article
    assert (attribution.venue and article.words(attribution.venue)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A nurse who declined to give her last name said it was late.", "declined to give her last name"),
        ("A nurse who asked that her name not be used said it was late.", "asked that her name not be used"),
        ("An anonymous nurse said it was late.", "anonymous"),
        ("A nurse who cannot be named for legal reasons said it was late.", "cannot be named"),
        ("A nurse, identified only as Ana, said it was late.", "identified only as"),
        ("Ana, not her real name, said it was late.", "not her real name"),
        ('"It is late," a nurse said. She asked not to be named.', "asked not to be named"),
        ("Ana Reyes declined to give her age and said it was late.", None),
    ],
)
def test_anonymity_has_many_forms(text: str, words: str | None) -> None:
    article = attribute(text)
    [attribution] = article
    assert attribution.speaker is not None
    assert (attribution.speaker.anonymity and article.words(attribution.speaker.anonymity)) == words


def test_anonymity_is_what_the_text_says() -> None:
    text = (
        "A custodian, who asked not to be named because he feared for his job, said the pipes had been patched. A clerk said so many times."
    )
    article = attribute(text)
    assert (article.speakers[0].label, article.speakers[0].anonymous) == ("custodian", True)
    assert article.speakers[0].anonymity is not None
    assert article.words(article.speakers[0].anonymity) == "asked not to be named"


def test_thoughts_are_asked_for() -> None:
    text = "Ellen Brandt believes that the pipes are safe."
    assert not attribute(text).attributions
    [a] = Attributor(thoughts=True).attribute(text)
    assert a.cue is not None
    assert a.cue.cue_class == "thought"


def test_affiliation_has_its_place() -> None:
    text = "Chicago Public Schools chief education officer Bogdana Chkoumbova said the doors stayed shut."
    [speaker] = attribute(text).speakers
    assert speaker.affiliation is not None
    assert speaker.affiliation.text == "Chicago Public Schools"
    assert text[speaker.affiliation.span.start : speaker.affiliation.span.end] == "Chicago Public Schools"


def test_evidence_names_the_full_name() -> None:
    text = 'Natasha Ortega waited. "No," Ortega said.'
    [a] = attribute(text)
    assert a.evidence[-1].rule == "short name of"
    assert [text[s.start : s.end] for s in a.evidence[-1].spans] == ["Natasha Ortega"]


class _OneChain:
    """A caller's own coreference: everything is one person."""

    name = "everybody is one"

    def chains(self, document: Any, mentions: Any) -> list[list[tuple[int, int]]]:
        return [[(m.first, m.last) for m in mentions]]


def test_the_callers_own_coreference_answers() -> None:
    article = Attributor(coreference=_OneChain()).attribute('The district closed. Ana Reyes left. "No," it said.')
    assert article.coreference == "everybody is one"
    assert [a.speaker.name for a in article if a.speaker] == ["Ana Reyes"]


def test_the_version_is_one() -> None:
    assert quoteattr.__version__.count(".") == 2


@pytest.mark.parametrize(
    ("text", "negated", "modal"),
    [
        ("Natasha Ortega did not make clear that the gates were open.", True, False),
        ("Natasha Ortega made it clear that the gates were open.", False, False),
        ('"It is late," was all Natasha Ortega would say.', False, True),
        ("Natasha Ortega stopped short of saying that the gates were open.", True, False),
        ("Natasha Ortega left without saying why the gates were open.", True, False),
        ("Neither Natasha Ortega nor Jo Lind said the gates were open.", True, False),
        ("Nobody at the school said the gates were open.", True, False),
    ],
)
def test_a_cue_tells_that_it_was_not_said(text: str, negated: bool, modal: bool) -> None:
    [a] = attribute(text)
    assert a.cue is not None
    assert (a.cue.negated, a.cue.modal) == (negated, modal)
