"""Who said what, and as what."""
