"""The taught model as int8 ONNX, in plain operations: one text, no padding, as `index.reranker` runs it."""

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
from index.embed import BUNDLED_DIMENSIONS

OPSET = 17


class Plain(nn.Module):
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
            states = _through(layer, states, heads)
        logits: Tensor = self.model.head(states.mean(1))
        return logits.squeeze(-1)


def _through(layer: Any, states: Tensor, heads: int) -> Tensor:
    """One layer of BERT: attention, then the two dense layers, each added to what came in."""
    width = BUNDLED_DIMENSIONS // heads

    def parted(values: Tensor) -> Tensor:
        return values.view(1, -1, heads, width).transpose(1, 2)

    own = layer.attention.self
    asked, keys, values = parted(own.query(states)), parted(own.key(states)), parted(own.value(states))
    heeded = torch.softmax(asked @ keys.transpose(-1, -2) / math.sqrt(width), -1)
    told = (heeded @ values).transpose(1, 2).reshape(1, -1, heads * width)
    states = layer.attention.output.LayerNorm(layer.attention.output.dense(told) + states)
    inner = nn.functional.gelu(layer.intermediate.dense(states))
    made: Tensor = layer.output.LayerNorm(layer.output.dense(inner) + states)
    return made


def export(model: CrossEncoder, out: Path) -> None:
    """Writes the model to `out`, whole or not at all."""
    example = model.encode(["Who?"], ["Lamps: the man who was here"])
    names = ["input_ids", "token_type_ids"]
    with TemporaryDirectory() as folder:
        exact, small = Path(folder, "exact.onnx"), Path(folder, "small.onnx")
        torch.onnx.export(
            Plain(model).eval(),
            tuple(example[name] for name in names),
            str(exact),
            input_names=names,
            output_names=["score"],
            dynamic_axes={name: {1: "tokens"} for name in names},
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(exact, small, weight_type=QuantType.QInt8, per_channel=True)
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(small, out)
