"""Fetching Stanza's model, and telling what works on this machine."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from quoteattr.errors import DownloadFailed, StanzaMissing


def default_model_dir() -> Path:
    """Where Stanza keeps its models on this machine.

    Raises `StanzaMissing` if there is no Stanza to ask.
    """
    try:
        from stanza.resources.common import DEFAULT_MODEL_DIR
    except ImportError as error:
        raise StanzaMissing(error) from error
    return Path(DEFAULT_MODEL_DIR)


def download(package: str | None = None, model_dir: str | Path | None = None) -> list[tuple[Path, int]]:
    """Fetch Stanza's English coreference model; returns each file with its size in bytes.

    Stanza shows a progress bar. The files go to a folder beside the others first and are moved in when all are there, so that a broken
    download leaves nothing half-written. Raises `StanzaMissing` and `DownloadFailed`.
    """
    target = Path(model_dir) if model_dir is not None else default_model_dir()
    try:
        import stanza
    except ImportError as error:
        raise StanzaMissing(error) from error
    made = not target.exists()
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".quoteattr-", dir=target) as folder:
        try:
            stanza.download("en", model_dir=folder, processors={"coref": package or "default"}, package=None)
        except Exception as error:
            _remove_if_empty(target, Path(folder), made)
            raise DownloadFailed(error) from error
        found = []
        for path in sorted(p for p in Path(folder).rglob("*") if p.is_file()):
            place = target / path.relative_to(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(path, place)
            found.append((place, place.stat().st_size))
    return found


def _remove_if_empty(target: Path, folder: Path, made: bool) -> None:
    """Take away the folder that was made for nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    if made and not any(p != folder for p in target.iterdir()):
        shutil.rmtree(target, ignore_errors=True)


def diagnosis(model_dir: str | Path | None = None) -> Iterator[tuple[str, bool, str]]:
    """What works here: (what, does it, why or why not)."""
    yield "rules", True, "built in"
    parts = {name: _version_of(name) for name in ("stanza", "torch", "transformers", "peft")}
    for name, number in parts.items():
        yield name, number is not None, number or 'not installed; pip install "quoteattr[stanza]"'
    if parts["stanza"] is None:
        yield "stanza coreference", False, "Stanza is not installed"
        return
    folder = Path(model_dir) if model_dir is not None else default_model_dir()
    models = sorted(folder.glob("en/coref/*.pt"))
    if not models:
        yield "stanza coreference", False, f"no English coreference model in {folder}; fetch it with: quoteattr download"
        return
    ready = None not in parts.values()
    for model in models:
        yield "stanza coreference", ready, f"{model} ({os.path.getsize(model) / 1e6:.0f} MB)"


def _version_of(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
