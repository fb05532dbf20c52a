"""The command: who said what, as a table or as JSON."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Sequence
from typing import TextIO

from tabulate import tabulate

from quoteattr.attributor import Attributor
from quoteattr.result.types import Article, Attribution

_EXAMPLES = """examples:
  quoteattr article.txt                   a table on the terminal
  quoteattr --json article.txt > out.json everything, as JSON
  cat article.txt | quoteattr -           from standard input
"""
_WIDEST_QUOTE = 72


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0 if every file was read, 1 if one was not, 2 for wrong arguments."""
    parser = argparse.ArgumentParser(
        prog="quoteattr", description=__doc__, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text file in UTF-8, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print the whole answer as JSON, one object for each file")
    parser.add_argument("--version", action="version", version=f"%(prog)s {_version()}")
    args = parser.parse_args(arguments)
    attributor = Attributor()
    failed = False
    for name in args.files:
        try:
            text = _read(name)
        except (OSError, UnicodeDecodeError) as error:
            print(f"quoteattr: {name}: {_plainly(error)}", file=sys.stderr)
            failed = True
            continue
        article = attributor.attribute(text)
        if args.json:
            print(json.dumps({"file": name, **article.to_dict()}, ensure_ascii=False))
        else:
            if len(args.files) > 1:
                print(f"{name}:")
            _print_table(article, sys.stdout)
    return 1 if failed else 0


def _version() -> str:
    from quoteattr import __version__

    return __version__


def _read(name: str) -> str:
    if name == "-":
        return sys.stdin.buffer.read().decode("utf-8-sig")
    with open(name, encoding="utf-8-sig", newline="") as file:
        return file.read()


def _plainly(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 text (byte {error.start}); convert it first, for example with iconv -t UTF-8"
    return error.strerror or str(error)


def _print_table(article: Article, out: TextIO) -> None:
    rows = [_row(article, a) for a in article]
    if not rows:
        print("no quotations with a source found", file=out)
        return
    width = max(30, min(_WIDEST_QUOTE, shutil.get_terminal_size((140, 20)).columns - 68))
    headers = "quote speaker title kind confidence".split()
    print(
        tabulate(rows, headers=headers, tablefmt="simple", floatfmt=".2f", maxcolwidths=[width, 22, 22, None, None], disable_numparse=True),
        file=out,
    )
    print(file=out)


def _row(article: Article, attribution: Attribution) -> list[str]:
    words = " … ".join(" ".join(article.words(span).split()) for span in attribution.content)
    speaker = attribution.speaker
    who = " and ".join(s.label for s in attribution.speakers) or f"unknown: {attribution.reason}"
    title = (speaker.title or "") if speaker else ""
    kind = f"{attribution.kind}, {speaker.kind}" if speaker else attribution.kind
    return [_printable(words), _printable(who), _printable(title), kind, f"{attribution.confidence:.2f}"]


def _printable(words: str) -> str:
    """Without control characters, which a terminal would obey."""
    return "".join(ch if ch.isprintable() else "\ufffd" for ch in words)


if __name__ == "__main__":
    sys.exit(main())
