"""A real, small coreference model for Stanza, trained in the test run with Stanza's own trainer.

The transformer is a BERT of two thin layers with a vocabulary of its own. The documents are generated: made-up people whose
names tell nobody whether they are *she* or *he*; only the documents do. So what the model learns, the rules cannot know.
"""

from __future__ import annotations

import json
import logging
import random
from pathlib import Path
from typing import Any

WOMEN = ("Quillon", "Marlow", "Vesper")
MEN = ("Zorvek", "Bradun", "Tolliver")
_VERBS = ("met", "saw", "called", "thanked")
_SAID = ("said", "added", "asked")
_QUOTED = (("It", "is", "late"), ("We", "waited"), ("Nobody", "came"))


def document(rng: random.Random, number: int) -> dict[str, Any]:
    """One generated article in the form that Stanza's trainer reads, for example: Quillon met Zorvek . " It is late , " she said ."""
    woman, man = rng.choice(WOMEN), rng.choice(MEN)
    pair = [woman, man]
    rng.shuffle(pair)
    sentences = [[pair[0], rng.choice(_VERBS), pair[1], "."]]
    mentions = {woman: [(0, 1) if pair[0] == woman else (2, 3)], man: [(0, 1) if pair[0] == man else (2, 3)]}
    size = 4
    for _ in range(rng.randint(1, 3)):
        who, pronoun = rng.choice([(woman, "she"), (man, "he")])
        quoted = rng.choice(_QUOTED)
        sentence = ['"', *quoted, ",", '"', pronoun, rng.choice(_SAID), "."]
        at = size + len(quoted) + 3
        mentions[who].append((at, at + 1))
        sentences.append(sentence)
        size += len(sentence)
    clusters = [spans for spans in mentions.values() if len(spans) > 1]
    words = [word for sentence in sentences for word in sentence]
    return {
        "document_id": f"made_{number}",
        "part_id": 0,
        "cased_words": words,
        "sent_id": [i for i, sentence in enumerate(sentences) for _ in sentence],
        "speaker": ["_"] * len(words),
        "span_clusters": clusters,
        "word_clusters": [[start for start, _ in spans] for spans in clusters],
        "head2span": sorted([start, start, end] for spans in clusters for start, end in spans),
    }


def build(folder: Path, seed: int = 7) -> Path:
    """Make the transformer, train the model, and return the path of its file."""
    import torch
    from stanza.models.coref.config import Config
    from stanza.models.coref.model import CorefModel
    from transformers import BertConfig, BertModel, BertTokenizer

    logging.getLogger("stanza").setLevel(logging.ERROR)
    rng = random.Random(seed)
    torch.manual_seed(seed)
    documents = {"train": [document(rng, i) for i in range(160)], "dev": [document(rng, 1000 + i) for i in range(20)]}
    words = sorted({word for docs in documents.values() for doc in docs for word in doc["cased_words"]})
    bert = folder / "tiny-bert"
    bert.mkdir()
    (bert / "vocab.txt").write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words]) + "\n", encoding="utf-8")
    BertTokenizer(vocab=str(bert / "vocab.txt"), do_lower_case=False).save_pretrained(bert)
    shape = BertConfig(
        vocab_size=len(words) + 5,
        hidden_size=48,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=96,
        max_position_embeddings=256,
    )
    BertModel(shape).save_pretrained(bert)
    for split, docs in documents.items():
        (folder / f"{split}.json").write_text(json.dumps(docs), encoding="utf-8")
    config = Config(
        section="tiny", data_dir=str(folder), save_dir=str(folder), save_name="tiny", train_data=str(folder / "train.json"),
        dev_data=str(folder / "dev.json"), test_data=str(folder / "dev.json"), device="cpu", bert_model=str(bert), bert_window_size=256,
        embedding_size=8, sp_embedding_size=64, a_scoring_batch_size=64, hidden_size=64, n_hidden_layers=1, max_span_len=8, rough_k=10,
        lora=False, lora_alpha=1, lora_rank=1, lora_dropout=0.0, full_pairwise=False, lora_target_modules=[], lora_modules_to_save=[],
        clusters_starts_are_singletons=False, bert_finetune=True, dropout_rate=0.0, learning_rate=2e-3, bert_learning_rate=1e-3,
        bert_finetune_begin_epoch=0.0, train_epochs=5, plateau_epochs=0, bce_loss_weight=0.5, tokenizer_kwargs={},
        conll_log_dir=str(folder / "conll"), save_each_checkpoint=False, log_norms=False, singletons=False, max_train_len=5000,
        use_zeros=False, lang_lr_attenuation="", lang_lr_weights="",
    )  # fmt: skip
    (folder / "conll").mkdir()
    CorefModel(config=config).train()
    return folder / "tiny.pt"
