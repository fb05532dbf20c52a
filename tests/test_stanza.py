"""Stanza's coreference, the real thing: its pipeline loads a model that its trainer made, and no class of it is stood in for."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
import stanza
from small_model import MEN, WOMEN
from stanza.models.coref.coref_chain import CorefChain, CorefMention

from quoteattr import (
    Article,
    Attributor,
    CoreferenceError,
    CoreferenceFailed,
    DocumentMisaligned,
    DownloadFailed,
    ModelDamaged,
    ModelMissing,
    StanzaCoreference,
    StanzaMissing,
    TransformersMissing,
    attribute,
    coreference_from,
)
from quoteattr.command import main
from quoteattr.coreference.model_files import download
from quoteattr.coreference.stanza_backend import windows
from quoteattr.text.document import Document

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def backend(model_path: Path) -> Iterator[StanzaCoreference]:
    with StanzaCoreference(model_path=model_path) as coreference:
        yield coreference


def speakers(article: Article) -> list[str | None]:
    return [a.speaker.name if a.speaker else None for a in article]


# -- what the rules alone could not know -------------------------------------------------------------------------------

PAIRS = [(woman, man) for woman in WOMEN for man in MEN]


@pytest.mark.parametrize(("woman", "man"), PAIRS)
def test_the_model_knows_who_she_and_he_are(backend: StanzaCoreference, woman: str, man: str) -> None:
    attributor = Attributor(coreference=backend)
    assert speakers(attributor.attribute(f'{woman} met {man}. "It is late," she said.')) == [woman]
    assert speakers(attributor.attribute(f'{woman} met {man}. "It is late," he said.')) == [man]


def test_the_rules_alone_do_not_know() -> None:
    guesses = [
        speakers(attribute(f'{woman} met {man}. "It is late," {pronoun} said.')) for woman, man in PAIRS for pronoun in ("she", "he")
    ]
    right = [[name] for woman, man in PAIRS for name in (woman, man)]
    assert guesses != right


def test_who_supports_a_speaker_is_evidence(backend: StanzaCoreference) -> None:
    article = Attributor(coreference=backend).attribute('Quillon met Zorvek. "It is late," she said.')
    assert article.coreference == "stanza"
    assert article.attributions[0].evidence[-1].rule in ("rules and coreference agree", "rules and coreference name two people")


def test_agreement_is_surer_than_disagreement(backend: StanzaCoreference) -> None:
    attributor = Attributor(coreference=backend)
    by_rule = {
        a.evidence[-1].rule: a.confidence
        for woman, man in PAIRS
        for pronoun in ("she", "he")
        for a in attributor.attribute(f'{woman} met {man}. "It is late," {pronoun} said.')
    }
    assert by_rule["rules and coreference agree"] > by_rule["rules and coreference name two people"]


# -- one pipeline ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("odd", ["\x00", "\x07", "\u0301", "\u200b", "\u2060", "\ufe0f", "\ufffd", "\ue000", "\u0e31"])
def test_a_character_that_the_model_cannot_see_is_no_failure(backend: StanzaCoreference, odd: str) -> None:
    article = Attributor(coreference=backend).attribute(f'{odd} 10 July\n\nQuillon met Zorvek. "It is late," she said.')
    assert speakers(article) == ["Quillon"]


def test_threads_share_one_pipeline(model_path: Path) -> None:
    coreference = StanzaCoreference(model_path=model_path, threads=1)
    attributor = Attributor(coreference=coreference)
    texts = [f'{woman} met {man}. "It is late," she said.' for woman, man in PAIRS]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(attributor.attribute, texts))
    assert together == [attributor.attribute(text) for text in texts]
    coreference.close()


def test_a_pickled_copy_loads_the_model_again(backend: StanzaCoreference) -> None:
    copy = pickle.loads(pickle.dumps(Attributor(coreference=backend)))
    text = 'Quillon met Zorvek. "It is late," she said.'
    assert copy.attribute(text) == Attributor(coreference=backend).attribute(text)


def test_many_texts_go_through_one_model(backend: StanzaCoreference) -> None:
    texts = ['Quillon met Zorvek. "It is late," she said.', "", 'Bradun saw Vesper. "We waited," he said.']
    articles = list(Attributor(coreference=backend).attribute_many(texts))
    assert [speakers(a) for a in articles if isinstance(a, Article)] == [["Quillon"], [], ["Bradun"]]


def test_a_coreference_named_with_its_path(model_path: Path) -> None:
    attributor = Attributor(coreference=f"stanza:{model_path}")
    assert speakers(attributor.attribute('Quillon met Zorvek. "It is late," he said.')) == ["Zorvek"]


def test_the_command_takes_it(model_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text('Quillon met Zorvek. "It is late," he said.', encoding="utf-8")
    assert main(["--coreference", f"stanza:{model_path}", str(file)]) == 0
    assert "Zorvek" in capsys.readouterr().out


# -- long documents ----------------------------------------------------------------------------------------------------


def test_windows_cover_every_sentence_and_overlap() -> None:
    doc = Document("\n\n".join(f"This is paragraph {i}. It is short." for i in range(40)))
    found = list(windows(doc, 60, 20))
    assert {s for window in found for s in window} == set(doc.sentences)
    assert all(set(a) & set(b) for a, b in pairwise(found))
    assert all(window[-1][1] - window[0][0] <= 60 for window in found)


def test_a_paragraph_longer_than_the_window_is_its_own() -> None:
    doc = Document("word " * 200 + "\n\nShort one.")
    assert len(list(windows(doc, 50, 10))) == 2


def test_chains_of_overlapping_windows_are_joined(model_path: Path) -> None:
    coreference = StanzaCoreference(model_path=model_path, window=45, overlap=30)
    paragraphs = ["Quillon met Zorvek .", '" It is late , " she said .', '" We waited , " she said .', '" Nobody came , " she said .']
    doc = Document("\n\n".join(paragraphs))
    assert len(list(windows(doc, 25, 16))) > 1
    coreference.window, coreference.overlap = 25, 16
    [chain] = [c for c in coreference.chains(doc) if any(doc.words[first] == "Quillon" for first, _ in c)]
    assert len({doc.paragraph_of[first] for first, _ in chain}) > 2


# -- a document that the caller has ------------------------------------------------------------------------------------


def by_hand(sentences: list[list[str]], chains: list[list[tuple[object, object, object]]], text: str | None = None) -> stanza.Document:
    """A Stanza document with chains put on by hand; offsets as Stanza gives them for pretokenized text."""
    tokens = []
    at = 0
    for sentence in sentences:
        row = []
        for i, word in enumerate(sentence):
            row.append({"id": i + 1, "text": word, "start_char": at, "end_char": at + len(word)})
            at += len(word) + 1
        tokens.append(row)
    doc = stanza.Document(tokens, text=text or " ".join(word for sentence in sentences for word in sentence))
    doc.coref = [CorefChain(i, [CorefMention(*m) for m in mentions], "_", 0) for i, mentions in enumerate(chains)]
    return doc


TEXT = 'Marlow   met Zorvek.\n\n"It is late," she said.'
SENTENCES = [["Marlow", "met", "Zorvek", "."], ['"', "It", "is", "late", ",", '"', "she", "said", "."]]


def test_a_document_by_hand_is_aligned_by_characters() -> None:
    doc = by_hand(SENTENCES, [[(0, 2, 3), (1, 6, 7)]])
    article = Attributor(coreference=coreference_from(doc)).attribute(TEXT)
    assert article.coreference == "stanza document"
    assert speakers(article) == ["Zorvek"]


def test_a_document_of_a_part_of_the_text() -> None:
    doc = by_hand(SENTENCES, [[(0, 2, 3), (1, 6, 7)]])
    article = Attributor(coreference=coreference_from(doc)).attribute(f"The fair opened at noon.\n\n{TEXT}\n\nIt rained later.")
    assert speakers(article) == ["Zorvek"]


def test_a_document_from_its_serialized_form() -> None:
    # Stanza 1.15 cannot serialize a document that has chains already, so they are put on afterwards
    bare = stanza.Document([[{"id": i + 1, "text": w} for i, w in enumerate(s)] for s in SENTENCES], text="")
    again = stanza.Document.from_serialized(bare.to_serialized())
    again.coref = [CorefChain(0, [CorefMention(0, 2, 3), CorefMention(1, 6, 7)], "Zorvek", 0)]
    assert speakers(Attributor(coreference=coreference_from(again)).attribute(TEXT)) == ["Zorvek"]


@pytest.mark.parametrize(
    "chains",
    [
        [],
        [[]],
        [[(0, 0, 1)]],
        [[(0, (1, 1), (1, 1)), (1, 6, 7)]],
        [[(0, 0, 3), (0, 2, 3), (1, 6, 7)]],
        [[(0, 0, 1), (1, 6, 7)], [(0, 2, 3), (1, 6, 7)]],
    ],
    ids=["no chain", "an empty chain", "a chain of one", "a zero node", "overlapping mentions", "a word in two chains"],
)
def test_every_edge_of_chains_is_survived(chains: list[list[tuple[object, object, object]]]) -> None:
    doc = stanza.Document([[{"id": i + 1, "text": w} for i, w in enumerate(s)] for s in SENTENCES], text="")
    doc._coref = [CorefChain(i, [CorefMention(*m) for m in mentions], "_", None) for i, mentions in enumerate(chains)]
    assert len(Attributor(coreference=coreference_from(doc)).attribute(TEXT)) == 1


def test_a_document_of_another_text_shows_where() -> None:
    doc = by_hand([["Marlow", "met", "Tolliver", "."]], [])
    with pytest.raises(DocumentMisaligned, match="Marlow"):
        Attributor(coreference=coreference_from(doc)).attribute(TEXT)


def test_two_full_names_are_never_one_person() -> None:
    text = 'Ana Reyes met Eva Lund. "It is late," Lund said.'
    doc = by_hand(
        [["Ana", "Reyes", "met", "Eva", "Lund", "."], ['"', "It", "is", "late", ",", '"', "Lund", "said", "."]],
        [[(0, 0, 2), (0, 3, 5), (1, 6, 7)]],
    )
    assert speakers(Attributor(coreference=coreference_from(doc)).attribute(text)) == ["Eva Lund"]


def test_a_chain_does_not_overrule_a_gender() -> None:
    text = 'Mary Reyes met Tom Lund. "It is late," she said.'
    doc = by_hand(
        [["Mary", "Reyes", "met", "Tom", "Lund", "."], ['"', "It", "is", "late", ",", '"', "she", "said", "."]], [[(0, 3, 5), (1, 6, 7)]]
    )
    assert speakers(Attributor(coreference=coreference_from(doc)).attribute(text)) == ["Mary Reyes"]


# -- errors ------------------------------------------------------------------------------------------------------------


def test_a_missing_model_names_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="quoteattr download"):
        Attributor(coreference=f"stanza:{tmp_path / 'gone.pt'}").attribute("Text.")
    with pytest.raises(ModelMissing, match="quoteattr download"):
        Attributor(coreference=StanzaCoreference(model_dir=tmp_path)).attribute("Text.")


@pytest.mark.parametrize("content", [b"", b"no model at all", b"PK\x03\x04broken"])
def test_a_damaged_model_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "damaged.pt"
    file.write_bytes(content)
    with pytest.raises(ModelDamaged, match=r"damaged\.pt"):
        Attributor(coreference=f"stanza:{file}").attribute("Text.")


def test_a_model_of_another_kind_is_told(tmp_path: Path) -> None:
    import torch

    file = tmp_path / "other.pt"
    torch.save({"weights": torch.zeros(2)}, file)
    with pytest.raises(ModelDamaged, match=r"other\.pt"):
        Attributor(coreference=f"stanza:{file}").attribute("Text.")


def test_the_rules_may_answer_instead(tmp_path: Path) -> None:
    attributor = Attributor(coreference=f"stanza:{tmp_path / 'gone.pt'}", fallback="rules")
    article = attributor.attribute('"No," said Ana Reyes.')
    assert speakers(article) == ["Ana Reyes"]
    assert article.coreference.startswith("rules (stanza failed: ")


class _FailsOnRain(StanzaCoreference):
    """The real backend, with a pipeline that breaks on one text, as a model may."""

    def _loaded(self) -> object:
        pipeline = super()._loaded()

        def run(words: list[list[str]]) -> stanza.Document:
            if any("rain" in sentence for sentence in words):
                raise ValueError("The coref model predicted a span that crossed two sentences!")
            document: stanza.Document = pipeline(words)
            return document

        return run


def test_one_failing_document_does_not_stop_the_others(model_path: Path) -> None:
    attributor = Attributor(coreference=_FailsOnRain(model_path=model_path))
    texts = ['Quillon met Zorvek. "It is late," she said.', "There was rain.", 'Bradun saw Vesper. "We waited," he said.']
    found = list(attributor.attribute_many(texts, errors="yield"))
    assert [type(one) for one in found] == [Article, CoreferenceFailed, Article]
    with pytest.raises(CoreferenceFailed, match="crossed two sentences"):
        list(attributor.attribute_many(texts))


_WITHOUT = """
import sys
sys.modules[{name!r}] = None
from quoteattr import Attributor, CoreferenceError
try:
    Attributor(coreference="stanza:{path}").attribute("Text.")
except CoreferenceError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize(("name", "error"), [("stanza", StanzaMissing), ("torch", StanzaMissing), ("transformers", TransformersMissing)])
def test_a_missing_library_names_the_way_out(model_path: Path, name: str, error: type[CoreferenceError]) -> None:
    code = _WITHOUT.format(name=name, path=model_path)
    printed = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.startswith(error.__name__)
    assert "pip install" in printed


def test_importing_the_library_imports_neither() -> None:
    code = "import quoteattr, sys; assert not {'torch', 'stanza', 'cattrs', 'tabulate'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_download_without_a_network_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    folder = tmp_path / "models"
    with pytest.raises(DownloadFailed, match="nothing was left behind"):
        download(model_dir=folder)
    assert not folder.exists()
    assert main(["download", "--model-dir", str(folder)]) == 1
    assert "could not be fetched" in capsys.readouterr().err


def test_the_doctor_tells_what_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--model-dir", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "works  rules" in printed
    assert "quoteattr download" in printed
