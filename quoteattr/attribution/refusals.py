"""Who declined to say anything: "declined to comment", "did not respond", "could not be reached".

Newsrooms count these beside the quotations: they show whom the reporter asked.

===============  ====================================================================
declined         **declined to comment**, **refused to give** a date
turned down      **declined an interview**, **ignored requests for comment**
would not        **would not comment**, **chose not to comment**, **could not discuss**
no answer        **did not respond**, **did not return** a call, **has yet to respond**
out of reach     **could not be reached**, **was unavailable for comment**
no comment       **had no comment**
asked            **has been approached for comment**
unanswered       calls to the office **were not returned**, a message for Ortega **went unanswered**
passed on        **referred questions to** the police
===============  ====================================================================
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

import regex
from attrs import frozen

from quoteattr.mentions.noun_phrases import NounPhrases
from quoteattr.mentions.subjects import main_subject, subject_of
from quoteattr.text.document import TokenRange

#: What somebody who refuses does not do.
SPEAK = frozenset("comment answer discuss elaborate respond speak talk".split())
#: The refusals in the small words of a passage, with one space between two tokens. What only tells that it is one is looked ahead to.
_REFUSED = regex.compile(
    rf"""\b(?:
    (?:declin|refus)(?:e|es|ed|ing)[ ]to[ ](?:{"|".join(sorted(SPEAK))}|be[ ](?:interviewed|drawn)
        |(?:give|offer|provide|release|share)(?=[ ](?:\S+[ ]){{0,3}}(?:answers?|comments?|dates?|details?|explanations?|figures?
            |information|interviews?|numbers?|reasons?|specifics|statements?|timeline)\b))
    |(?:(?:declin|refus)(?:e|es|ed|ing)|turned[ ]down|ignored)[ ]
        (?:(?:down|a|an|any|all|every|multiple|several|repeated|numerous|many|to|be|being|requests?|for)[ ]){{0,6}}
        (?:comment|interview(?:s|ed)?)\b(?:[ ]requests?)?
    |(?:would|will|could|can|ca|wo)[ ](?:not|n't|n’t)[ ](?:comment|discuss|elaborate|be[ ]drawn)
    |(?:do|does|did)[ ](?:not|n't|n’t)[ ](?:(?:want|wish)[ ]to[ ])?(?:comment|elaborate)
    |(?:chose|opted|preferred)[ ]not[ ]to[ ](?:comment|discuss|elaborate|speak)
    |(?:did|do|does|had|has|have)[ ](?:not|n't|n’t|never)[ ](?:\w+ly[ ])?(?:respond|repl[yi]|answer|comment
        |return(?:ed)?(?=[ ](?:\S+[ ]){{0,5}}(?:calls?|emails?|messages?)\b))(?:ed)?
    |never[ ](?:responded|replied)
    |(?:had|has|have)[ ]yet[ ]to[ ](?:answer|comment|reply|respond)
    |could[ ](?:not|n't|n’t)[ ](?:immediately[ ])?be[ ](?:contacted|reached)
    |(?:is|are|was|were)[ ](?:unavailable|not[ ](?:immediately[ ])?available)[ ](?:for|to)[ ](?:an[ ])?(?:comment|interview|speak)
    |(?:had|has|have|made|offered)[ ]no[ ](?:further[ ]|immediate[ ])?comment
    |(?:(?:had|has|have)[ ]been|was|were)[ ](?:approached|asked|contacted)[ ](?:for[ ](?:a[ ])?|to[ ])(?:comment|response|statement)
        (?=[ ][.;])
    |(?:deferred|referred)[ ](?:\S+[ ]){{0,3}}(?:inquiries|questions|comment|reporters?)[ ]to
    )(?=[ ]|$)""",
    regex.VERBOSE,
)

#: What is not answered.
_UNANSWERED = regex.compile(
    r"\b(?:(?:is|are|was|were)[ ](?:not|n't|n’t)[ ](?:immediately[ ])?(?:answered|returned)|went[ ](?:unanswered|unreturned))(?=[ ]|$)"
)
_SENT = frozenset(
    "call calls e-mail e-mails email emails inquiries inquiry message messages request requests text texts voicemail voicemails".split()
)
#: Before whom it is sent to.
_SENT_TO = frozenset("at for from to with".split())
_SOUGHT = frozenset("comment comments information interview interviews response".split())
#: One of these stands in every refusal.
_TELLING = SPEAK | frozenset(
    (
        "answered comments commented contacted drawn give inquiries interview interviewed interviews offer provide questions reached "
        "release replied reply reporter reporters responded response return returned share statement unanswered unreturned"
    ).split()
)


@frozen
class Refused:
    """A refusal, as ranges of tokens."""

    words: TokenRange
    source: TokenRange | None


def refusals(phrases: NounPhrases) -> list[Refused]:
    """The refusals in the reporter's words of a passage, given with its noun phrases."""
    passage = phrases.passage
    if _TELLING.isdisjoint(passage.lower):
        return []
    starts = list(accumulate((len(word) + 1 for word in passage.lower), initial=0))
    text = " ".join(passage.lower)
    found: list[Refused] = []
    for pattern in (_REFUSED, _UNANSWERED):
        for match in pattern.finditer(text):
            first, last = bisect_right(starts, match.start()) - 1, bisect_right(starts, match.end() - 1)
            source: TokenRange | None = None
            if pattern is _UNANSWERED:
                addressee = _sent_to(phrases, first)
                if addressee is None:
                    continue
                source = passage.tokens(*addressee)
            else:
                subject = subject_of(phrases, first) or main_subject(phrases, first, {})
                source = passage.tokens(subject.first, subject.last) if subject is not None else None
            found.append(Refused(passage.tokens(first, last), source))
    return sorted(found, key=lambda refused: refused.words)


def _sent_to(phrases: NounPhrases, verb: int) -> tuple[int, int] | None:
    """To whom what is not answered was sent, as items: "a message left for **Ortega** was not returned"; None where that is not told."""
    lower = phrases.passage.lower
    sent = next((i for i in range(verb - 1, -1, -1) if lower[i] in _SENT), verb)
    for i in range(sent + 1, verb - 1):
        end = phrases.by_start.get(i + 1)
        if lower[i] in _SENT_TO and end is not None and lower[end - 1] not in _SOUGHT:
            return i + 1, end
    return None
