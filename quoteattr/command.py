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
from quoteattr.errors import CoreferenceError, UnknownCoreference
from quoteattr.result.types import Article, Attribution

_EXAMPLES = """examples:
  quoteattr article.txt                   a table on the terminal
  quoteattr --json article.txt > out.json everything, as JSON
  cat article.txt | quoteattr -           from standard input
  quoteattr --coreference stanza a.txt    with Stanza's coreference (after quoteattr download)
  quoteattr doctor                        which coreference works here, and why not
"""
_WIDEST_QUOTE = 72


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0 if every file was read, 1 if one was not, 2 for wrong arguments."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["download"]:
        return _download(given[1:])
    if given[:1] == ["doctor"]:
        return _doctor(given[1:])
    parser = argparse.ArgumentParser(
        prog="quoteattr", description=__doc__, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text file in UTF-8, or - for standard input")
    parser.add_argument("--json", action="store_true", help="print the whole answer as JSON, one object for each file")
    parser.add_argument("--coreference", default="rules", metavar="NAME", help="rules (the default), stanza or stanza:MODEL_PATH")
    parser.add_argument("--version", action="version", version=f"%(prog)s {_version()}")
    args = parser.parse_args(given)
    try:
        attributor = Attributor(coreference=args.coreference)
    except UnknownCoreference as error:
        parser.error(str(error))
    failed = False
    for name in args.files:
        try:
            article = attributor.attribute(_read(name))
        except (OSError, UnicodeDecodeError, CoreferenceError) as error:
            print(f"quoteattr: {name}: {_plainly(error)}", file=sys.stderr)
            failed = True
            continue
        if args.json:
            print(json.dumps({"file": name, **article.to_dict()}, ensure_ascii=False))
        else:
            if len(args.files) > 1:
                print(f"{name}:")
            _print_table(article, sys.stdout)
    return 1 if failed else 0


def _download(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="quoteattr download", description="Fetch Stanza's English coreference model.")
    parser.add_argument("--package", default=None, help="another of Stanza's coreference models than its default")
    parser.add_argument("--model-dir", default=None, help="where Stanza keeps its models, if not in its own place")
    args = parser.parse_args(arguments)
    from quoteattr.coreference.model_files import download

    try:
        for path, size in download(args.package, args.model_dir):
            print(f"{size / 1e6:8.1f} MB  {path}")
    except CoreferenceError as error:
        print(f"quoteattr: {error}", file=sys.stderr)
        return 1
    return 0


def _doctor(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="quoteattr doctor", description="Tell which coreference works here, and why not.")
    parser.add_argument("--model-dir", default=None, help="where Stanza keeps its models, if not in its own place")
    args = parser.parse_args(arguments)
    from quoteattr.coreference.model_files import diagnosis

    print(f"quoteattr {_version()}, Python {sys.version.split()[0]}")
    for what, works, detail in diagnosis(args.model_dir):
        print(f"{'works' if works else 'no   '}  {what}: {detail}")
    return 0


def _version() -> str:
    from quoteattr import __version__

    return __version__


def _read(name: str) -> str:
    if name == "-":
        return sys.stdin.buffer.read().decode("utf-8-sig")
    with open(name, encoding="utf-8-sig", newline="") as file:
        return file.read()


def _plainly(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 text (byte {error.start}); convert it first, for example with iconv -t UTF-8"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


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
