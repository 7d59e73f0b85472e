"""A taught model as int8 ONNX, in plain operations: one text, no padding, as `index.reranker` runs it.

Both read the tokens of BERT's vocabulary, as the bundled tokenizer numbers them. MPNet's is the same but for its
separators: its word table is put in BERT's order, and the second separator it is used to between two texts is added.
"""

from __future__ import annotations

import math
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from eval.training.model import CrossEncoder
from index.reranker import TOKENS

OPSET = 17
BERT_WORDS, BERT_START, BERT_END = 30_522, 101, 102  # size of its vocabulary; [CLS] and [SEP]
MPNET_START, MPNET_END = 0, 2  # <s> and </s>
MPNET_LATER = 4  # by how much MPNet numbers a word later than BERT
MPNET_PLACE = 2  # where its places begin


class PlainBert(nn.Module):
    """The same network for one text. Shapes (1, tokens) twice -> (1,)."""

    def __init__(self, model: CrossEncoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, token_type_ids: Tensor) -> Tensor:
        table = self.model.encoder.embeddings
        places = torch.arange(input_ids.shape[1]).unsqueeze(0)
        words = table.word_embeddings(input_ids) + table.position_embeddings(places)
        states = table.LayerNorm(words + table.token_type_embeddings(token_type_ids))
        heads = self.model.encoder.config.num_attention_heads
        for layer in self.model.encoder.encoder.layer:
            own = layer.attention.self
            told = _heed(heads, own.query(states), own.key(states), own.value(states))
            states = layer.attention.output.LayerNorm(layer.attention.output.dense(told) + states)
            states = _think(layer, states)
        return _judge(self.model, states)


class PlainMPNet(nn.Module):
    """The same network for one text numbered as BERT numbers it. Shapes (1, tokens) twice -> (1,)."""

    near: Tensor

    def __init__(self, model: CrossEncoder) -> None:
        super().__init__()
        self.model = model
        known = model.encoder.embeddings.word_embeddings.weight.detach()
        words = known[MPNET_LATER : MPNET_LATER + BERT_WORDS].clone()
        words[BERT_START], words[BERT_END] = known[MPNET_START], known[MPNET_END]
        self.words = nn.Embedding(BERT_WORDS, words.shape[1], _weight=words)
        with torch.no_grad():
            example = torch.zeros(1, TOKENS + 1, model.encoder.config.hidden_size)
            self.register_buffer("near", model.encoder.encoder.compute_position_bias(example).clone())

    def forward(self, input_ids: Tensor, token_type_ids: Tensor) -> Tensor:
        asked = (1 - token_type_ids).sum()
        end = torch.full((1, 1), BERT_END, dtype=torch.long)
        ids = torch.cat([input_ids[:, :asked], end, input_ids[:, asked:]], 1)
        length = ids.shape[1]
        table = self.model.encoder.embeddings
        places = torch.arange(length).unsqueeze(0) + MPNET_PLACE
        states = table.LayerNorm(self.words(ids) + table.position_embeddings(places))
        near = self.near[:, :, :length, :length]
        heads = self.model.encoder.config.num_attention_heads
        for layer in self.model.encoder.encoder.layer:
            own = layer.attention.attn
            told = own.o(_heed(heads, own.q(states), own.k(states), own.v(states), near))
            states = _think(layer, layer.attention.LayerNorm(told + states))
        return _judge(self.model, states)


def _heed(heads: int, asked: Tensor, keys: Tensor, values: Tensor, near: Tensor | float = 0.0) -> Tensor:
    """Attention: shapes (1, tokens, dimensions) three times -> the same; `near` is (1, heads, tokens, tokens)."""
    width = asked.shape[-1] // heads

    def parted(states: Tensor) -> Tensor:
        return states.view(1, -1, heads, width).transpose(1, 2)

    heeded = torch.softmax(parted(asked) @ parted(keys).transpose(-1, -2) / math.sqrt(width) + near, -1)
    return (heeded @ parted(values)).transpose(1, 2).reshape(1, -1, heads * width)


def _think(layer: Any, states: Tensor) -> Tensor:
    """The two dense layers, added to what came in."""
    inner = nn.functional.gelu(layer.intermediate.dense(states))
    made: Tensor = layer.output.LayerNorm(layer.output.dense(inner) + states)
    return made


def _judge(model: CrossEncoder, states: Tensor) -> Tensor:
    logits: Tensor = model.head(states.mean(1))
    return logits.squeeze(-1)


def export(model: CrossEncoder, out: Path) -> None:
    """Writes the model to `out`, whole or not at all."""
    names = ["input_ids", "token_type_ids"]
    example = (torch.tensor([[BERT_START, 2040, BERT_END, 5585, BERT_END]]), torch.tensor([[0, 0, 0, 1, 1]]))
    plain = PlainMPNet(model) if model.is_relative else PlainBert(model)
    with TemporaryDirectory() as folder:
        exact, tight = Path(folder, "exact.onnx"), Path(folder, "tight.onnx")
        torch.onnx.export(
            plain.eval(),
            example,
            str(exact),
            input_names=names,
            output_names=["score"],
            dynamic_axes={name: {1: "tokens"} for name in names},
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(exact, tight, weight_type=QuantType.QInt8, per_channel=True)
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(tight, out)
