"""The word pieces' vectors that late interaction matches, and how they are taught. Imports torch and transformers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, normalize, softplus
from torch.nn.utils.rnn import pad_sequence
from transformers import AutoModel, AutoTokenizer

from eval.training.candidates import Group
from index.late import open_pieces

DIMENSIONS = 128  # of the 768 that a piece has in the base
ROUNDS, AT_ONCE, OTHERS = 2, 48, 4  # over the groups; questions a step; texts of a question beside an answer
VECTOR_RATE, WEIGHT_RATE, LAST_RATE = 1e-3, 2e-2, 0.03  # the steepest, and what is left of it at the end
MOST_PIECES = 160  # of a text
PIECES_AT_ONCE = 512  # read by the base
RAREST, FREQUENT = 3.0, -2.0  # weights to begin with, before softplus: by how rare a piece is
NEARLY_WHOLE = 3.0  # before the logistic function: what a piece that is told counts, to begin with
SHARPNESS = 2.5  # its logarithm, to begin with


class TokenVectors(nn.Module):
    """A vector for each word piece, its weight in a question and in a text."""

    def __init__(self, vectors: Tensor, asked: Tensor) -> None:
        """`vectors`: (pieces, dimensions); `asked`: (pieces,), weights before softplus."""
        super().__init__()
        self.vectors = nn.Embedding(vectors.shape[0], vectors.shape[1], _weight=vectors.clone())
        self.asked = nn.Parameter(asked.clone())
        self.told = nn.Parameter(torch.full_like(asked, NEARLY_WHOLE))
        self.sharpness = nn.Parameter(torch.tensor(SHARPNESS))

    def forward(self, questions: Sequence[Sequence[int]], texts: Sequence[Sequence[int]]) -> Tensor:
        """Pieces of questions and of texts -> (questions, texts): how well each meets each, up to 1."""
        asked, is_asked = _padded(questions)
        told, is_told = _padded(texts)
        weight = softplus(self.asked[asked]) * is_asked
        weight = weight / weight.sum(1, keepdim=True)
        sought = normalize(self.vectors(asked), dim=-1) * weight.unsqueeze(-1)
        held = normalize(self.vectors(told), dim=-1) * torch.sigmoid(self.told[told]).unsqueeze(-1)
        likeness = torch.einsum("qad,tbd->qtab", sought, held)
        return likeness.masked_fill(~is_told[None, :, None, :], -1e3).amax(-1).sum(-1)

    def save(self, out: Path) -> None:
        """As `index.late` reads it."""
        with torch.no_grad():
            vectors = normalize(self.vectors.weight, dim=1).numpy()
            whole = np.round(127 * vectors / np.abs(vectors).max(axis=1, keepdims=True)).astype(np.int8)
            asked, told = softplus(self.asked).numpy(), torch.sigmoid(self.told).numpy()
        with out.open("wb") as file:
            np.savez_compressed(
                file, vectors=whole, asked=asked.astype(np.float16), told=told.astype(np.float16)
            )


def _padded(pieces: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    rows = [torch.tensor(each or [0]) for each in pieces]
    return pad_sequence(rows, batch_first=True), pad_sequence(
        [torch.ones_like(each, dtype=torch.bool) for each in rows], batch_first=True
    )


def untaught(folder: Path, groups: Iterable[Group]) -> TokenVectors:
    """What the model in `folder` makes of each piece alone, along the directions in which pieces differ most; rare
    pieces weigh most."""
    tokenizer: Any = AutoTokenizer.from_pretrained(str(folder), local_files_only=True)
    model: Any = AutoModel.from_pretrained(str(folder), add_pooling_layer=False, local_files_only=True).eval()
    known = open_pieces().get_vocab()
    ids = tokenizer.convert_tokens_to_ids(sorted(known, key=lambda piece: known[piece]))
    alone = torch.tensor([[tokenizer.cls_token_id, each, tokenizer.sep_token_id] for each in ids])
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        read = [
            model(input_ids=part).last_hidden_state.mean(1) for part in torch.split(alone, PIECES_AT_ONCE)
        ]
    states = torch.cat(read).float()
    states = states - states.mean(0)
    directions = torch.linalg.eigh(states.T @ states).eigenvectors[:, -DIMENSIONS:]
    said = Counter(chain.from_iterable(_pieces([text for each in groups for text in each.answers])))
    rarity = -torch.log(torch.tensor([1.0 + said[at] for at in range(len(ids))]))
    rarity = (rarity - rarity.min()) / max(1e-6, float(rarity.max() - rarity.min()))
    return TokenVectors(normalize(states @ directions, dim=1), FREQUENT + (RAREST - FREQUENT) * rarity)


def teach_late(
    model: TokenVectors, groups: Sequence[Group], draw: np.random.Generator, tell: Callable[[str], None]
) -> None:
    """Changes the vectors and weights: an answer is to meet its question better than the other texts of its own and of
    the questions beside it. Groups without an answer are left out."""
    groups = [each for each in groups if each.answers]
    rates = (VECTOR_RATE, WEIGHT_RATE)
    others = (model.asked, model.told, model.sharpness)
    optimiser = torch.optim.Adam(
        [{"params": model.vectors.parameters(), "lr": rates[0]}, {"params": others, "lr": rates[1]}]
    )
    order = np.concatenate([draw.permutation(len(groups)) for _ in range(ROUNDS)])
    steps = max(1, len(order) // AT_ONCE)
    for step in range(steps):
        for part, rate in zip(optimiser.param_groups, rates, strict=True):
            part["lr"] = rate * max(LAST_RATE, 1.0 - step / steps)
        loss = _loss(model, [groups[at] for at in order[step * AT_ONCE : (step + 1) * AT_ONCE]], draw)
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        optimiser.step()
        if (step + 1) % 50 == 0 or step + 1 == steps:
            tell(f"step {step + 1} of {steps}, loss {loss.item():.3f}")


def _loss(model: TokenVectors, chosen: Sequence[Group], draw: np.random.Generator) -> Tensor:
    texts: list[str] = []
    right: list[int] = []
    for group in chosen:
        right.append(len(texts))
        others = [group.others[at] for at in draw.permutation(len(group.others))]
        others.sort(key=lambda text: text not in group.near)
        texts += [group.answers[draw.integers(len(group.answers))], *others[:OTHERS]]
    met = model(_pieces([each.question for each in chosen]), _pieces(texts)) * model.sharpness.exp()
    also = torch.tensor(
        [
            [at != own and text in group.answers for at, text in enumerate(texts)]
            for group, own in zip(chosen, right, strict=True)
        ]
    )
    return cross_entropy(met.masked_fill(also, -1e4), torch.tensor(right))


def _pieces(texts: Sequence[str]) -> list[list[int]]:
    encoded = open_pieces().encode_batch_fast(list(texts), add_special_tokens=False)
    return [each.ids[:MOST_PIECES] for each in encoded]
