"""The command: who said what, in files and folders, as a table, a page or data."""

from quoteattr.command.main import main

__all__ = ["main"]
