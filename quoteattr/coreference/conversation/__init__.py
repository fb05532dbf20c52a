"""Who speaks in a story: one speaker a paragraph, decided for a whole conversation at once.

In a dialogue most quotations have no cue, and most cues have a pronoun. What tells the speaker is the layout, whom the narration is about,
who is called by name, and who spoke before:

=================  ====================================================================
same paragraph     "It is late," said Ann. She looked out. **"Too late."**
action beat        **"It is late."** Ann looked out of the window.
answers            "Is it late, Ann?" asked Bo. / **"Very late."**
alternating turns  "It is late," said Ann. / "Not yet," said Bo. / **"It is for me."**
in the scene       Ann came in with the lamp. / **"It is late."**
=================  ====================================================================

`people` gathers who is in the story, `turns` reads each paragraph, `features` names what speaks for somebody, `decide` finds the likeliest
row of speakers. Only for ``genre="fiction"``: in news the next paragraph is the same speaker's more often than not.
"""

from quoteattr.coreference.conversation.whose_turn import Told, whose_turn

__all__ = ["Told", "whose_turn"]
