"""Who says this, here? Quotation, cue and mention brought together by named rules."""
