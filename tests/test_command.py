"""The command: formats, files and folders, what fails, what goes on."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from quoteattr import Article, attribute
from quoteattr.command import main

EXAMPLE = Path(__file__).parents[1] / "docs" / "example-article.txt"
REYES = '"It is late," said Ana Reyes, the mayor.'
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with five articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(REYES, encoding="utf-8")
    return folder


def test_a_table(capsys: Captured) -> None:
    assert main([str(EXAMPLE)]) == 0
    out = capsys.readouterr().out
    assert "Carmen Delgado" in out
    assert "facilities director" in out
    assert "spokeswoman for the" in out
    assert "\x1b" not in out


def test_the_table_tells_what_was_not_said(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_text("The mayor, Ellen Brandt, would not say what the work will cost.", encoding="utf-8")
    main([str(tmp_path / "a.txt")])
    assert "indirect, person, negated" in capsys.readouterr().out


def test_explained(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_text(REYES, encoding="utf-8")
    assert main(["--explain", str(tmp_path / "a.txt")]) == 0
    assert 'tag after "said"; inverted "Ana Reyes, the mayor"' in capsys.readouterr().out


def test_a_story(tmp_path: Path, capsys: Captured) -> None:
    story = ('"Is it late, Bo?" asked Ann Moor.', '"Not yet."', 'Ann took her coat. "Shall we go?"', '"We might," he said.')
    (tmp_path / "a.txt").write_text("\n\n".join(story), encoding="utf-8")
    answers = []
    for genre in ("news", "fiction"):
        assert main(["--genre", genre, "--format", "json", str(tmp_path / "a.txt")]) == 0
        data = json.loads(capsys.readouterr().out)
        del data["file"]
        answers.append([a.speaker and a.speaker.name for a in Article.from_dict(data)])
    assert answers[1] == ["Ann Moor", "Bo", "Ann Moor", "Bo"] != answers[0]


def test_json_of_one_file_is_the_article(capsys: Captured) -> None:
    assert main(["--format", "json", str(EXAMPLE)]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data.pop("file") == str(EXAMPLE)
    assert Article.from_dict(data) == attribute(EXAMPLE.read_text(encoding="utf-8"))


def test_csv_has_a_row_for_each_attribution(news: Path, capsys: Captured) -> None:
    assert main(["--format", "csv", "--quiet", str(news)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(Path(row["file"]).name, row["speaker"], row["title"]) for row in rows] == [
        (f"{n}.txt", "Ana Reyes", "mayor") for n in range(5)
    ]


@pytest.mark.parametrize(("form", "suffix"), [("html", ".html"), ("tei", ".xml"), ("webannotation", ".json")])
def test_one_document_for_each_article(news: Path, tmp_path: Path, form: str, suffix: str) -> None:
    out = tmp_path / "out"
    assert main(["--format", form, "--quiet", "-o", str(out), str(news)]) == 0
    assert sorted(p.name for p in out.iterdir()) == [f"{n}{suffix}" for n in range(5)]
    assert all("Ana Reyes" in p.read_text(encoding="utf-8") for p in out.iterdir())


def test_articles_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "news.txt").write_text(REYES, encoding="utf-8")
    assert main(["--format", "html", "--quiet", "-o", str(tmp_path / "out"), str(tmp_path / "a"), str(tmp_path / "b")]) == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["news-2.html", "news.html"]


def test_only_what_is_wanted(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a.txt").write_text(REYES + " Tom Brask said it was early.", encoding="utf-8")
    main(["--format", "csv", "--kinds", "indirect", str(tmp_path / "a.txt")])
    assert "Ana" not in (out := capsys.readouterr().out)
    assert "Tom Brask" in out
    main(["--format", "csv", "--min-confidence", "0.96", str(tmp_path / "a.txt")])
    assert "Tom" not in (out := capsys.readouterr().out)
    assert "Ana Reyes" in out


def test_an_interrupted_run_goes_on(news: Path, tmp_path: Path, capsys: Captured) -> None:
    out = tmp_path / "out.jsonl"
    run = ["--format", "jsonl", "-o", str(out), str(news)]
    assert main(run) == 0
    whole = out.read_bytes()
    lines = whole.splitlines(keepends=True)
    # as a run leaves it that was killed within the third line
    out.write_bytes(b"".join(lines[:2]) + lines[2][:30])
    capsys.readouterr()
    assert main(run) == 0
    assert out.read_bytes() == whole
    assert "2 done before" in capsys.readouterr().err


def test_another_file_is_not_written_over(news: Path, tmp_path: Path, capsys: Captured) -> None:
    other = tmp_path / "notes.jsonl"
    other.write_text("my notes\n", encoding="utf-8")
    assert main(["--format", "jsonl", "-o", str(other), str(news)]) == 2
    assert "name another file" in capsys.readouterr().err
    assert other.read_text(encoding="utf-8") == "my notes\n"


def test_parquet_goes_on_too(news: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out"
    run = ["--format", "parquet", "--quiet", "-o", str(out), str(news)]
    assert main(run) == 0
    (news / "late.txt").write_text(REYES, encoding="utf-8")
    assert main(run) == 0
    assert sorted(p.name for p in out.iterdir()) == ["part-00000.parquet", "part-00001.parquet"]
    table = parquet.read_table(out)
    assert sorted(Path(name).name for name in table["file"].to_pylist()) == [*(f"{n}.txt" for n in range(5)), "late.txt"]
    assert table["attributions"].to_pylist()[0][0]["speakers"][0]["name"] == "Ana Reyes"


def test_the_summary_counts_words_and_quotes(news: Path, capsys: Captured) -> None:
    (news / "bad.txt").write_bytes(b"caf\xe9")
    assert main(["--format", "csv", str(news)]) == 1
    err = capsys.readouterr().err
    assert "5 read, 1 failed" in err
    assert "Ana Reyes  5               15" in err


def test_bad_files_get_one_line_and_the_others_are_done(tmp_path: Path, capsys: Captured) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes(b"caf\xe9")
    assert main(["--quiet", str(tmp_path / "gone.txt"), str(latin), str(EXAMPLE)]) == 1
    printed = capsys.readouterr()
    assert len(printed.err.splitlines()) == 2
    assert "iconv" in printed.err
    assert "Carmen Delgado" in printed.out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--format", "pdf", "x"], "is not one of"),
        (["--kinds", "loud", "x"], "direct, mixed, indirect"),
        (["--min-confidence", "2", "x"], "0<=x<=1"),
        (["--coreference", "magic", "x"], '"rules"'),
        (["--format", "parquet", "x"], "folder"),
        (["--format", "csv", "-o", ".", "x"], "is a folder"),
    ],
)
def test_wrong_use_names_the_way_out(arguments: list[str], hint: str, capsys: Captured) -> None:
    assert main(arguments) == 2
    assert hint in capsys.readouterr().err


def test_several_pages_need_a_folder(news: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["--format", "html", "-o", str(tmp_path / "one.html"), str(news)]) == 2
    assert "folder" in capsys.readouterr().err


def test_standard_input_and_colour() -> None:
    run = subprocess.run([sys.executable, "-m", "quoteattr", "-"], input=REYES.encode(), capture_output=True, check=True)
    assert b"Ana Reyes" in run.stdout
    assert b"\x1b" not in run.stdout


def test_no_colour_where_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda stream=None, color=None: not (True if color is None else color))
    monkeypatch.setattr("click._compat.should_strip_ansi", lambda stream=None, color=None: not (True if color is None else color))
    main([str(EXAMPLE)])
    coloured = capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    main([str(EXAMPLE)])
    assert "\x1b[1m" in coloured
    assert "\x1b" not in capsys.readouterr().out


def test_a_terminal_gets_no_control_characters(tmp_path: Path, capsys: Captured) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text('"No \x1b[31mway," said Ana Reyes.', encoding="utf-8")
    main([str(hostile)])
    assert "\x1b" not in capsys.readouterr().out


def test_help_has_examples(capsys: Captured) -> None:
    assert main(["--help"]) == 0
    assert "quoteattr --format html -o page.html a.txt" in capsys.readouterr().out
