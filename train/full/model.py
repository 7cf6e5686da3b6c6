"""The full reader's network: an encoder over word pieces, a tagger of cues, and layers that read one cue at a time."""

import math

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

WIDTH, HEADS, ENCODER_LAYERS, ROLE_LAYERS = 384, 12, 6, 2
CUE_LABELS, ROLE_LABELS = 5, 10
# Distances from the cue, in tokens: one step each up to FINE, then coarser.
FINE, COARSE = 24, 8
DISTANCES = 2 * (FINE + COARSE) + 1

NEVER = -1e4


class Layer(nn.Module):
    """One layer of BERT (post-norm), as in all-MiniLM-L6-v2."""

    def __init__(self, dropout):
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x, mask):
        """x: [batch, length, WIDTH]; mask: [batch, 1, 1, length] to add to the attention scores, or None."""
        b, n, _ = x.shape
        split = lambda t: t.view(b, n, HEADS, WIDTH // HEADS).transpose(1, 2)
        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        if mask is None or self.training or torch.onnx.is_in_onnx_export():
            # Written out: this form is the one exported, and PyTorch's own is slow to learn through on a CPU.
            scores = (q / math.sqrt(WIDTH // HEADS)) @ k.transpose(2, 3)
            mixed = torch.softmax(scores if mask is None else scores + mask.to(scores.dtype), -1) @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(b, n, WIDTH)
        drop = self.dropout if self.training else 0.0
        x = self.norm1(x + F.dropout(self.out(mixed), drop, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), drop, self.training))


class Encoder(nn.Module):
    """Word pieces and features of one or more passages to one vector a token, and the scores of cue labels."""

    def __init__(self, features, vocabulary=30522, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.features = nn.Linear(features, WIDTH, bias=False)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(ENCODER_LAYERS))
        self.cues = nn.Linear(WIDTH, CUE_LABELS)
        self.nested_cues = nn.Linear(WIDTH, CUE_LABELS)
        self.dropout = dropout
        nn.init.zeros_(self.features.weight)

    def forward(self, pieces, features, mask, first, last):
        """pieces: [batch, length]; features: [batch, length, columns]; first, last: [batch, tokens], each token's outermost pieces."""
        n = pieces.shape[1]
        x = self.words(pieces) + self.positions.weight[:n] + self.features(features)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        take = lambda index: torch.gather(x, 1, index.unsqueeze(2).expand(-1, -1, WIDTH))
        tokens = (take(first) + take(last)) * 0.5
        return tokens, self.cues(tokens), self.nested_cues(tokens)


class Roles(nn.Module):
    """Reads one cue: the vectors of a window of tokens to scores of the labels that give it source and content."""

    def __init__(self, dropout=0.1):
        super().__init__()
        self.distance = nn.Embedding(DISTANCES, WIDTH)
        self.cue = nn.Linear(WIDTH, WIDTH)
        self.nested = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(ROLE_LAYERS))
        self.labels = nn.Linear(WIDTH, ROLE_LABELS)
        self.dropout = dropout
        nn.init.normal_(self.distance.weight, std=0.02)
        nn.init.zeros_(self.cue.weight)
        nn.init.zeros_(self.cue.bias)

    def forward(self, tokens, distance, cue, nested, mask):
        """tokens: [batch, length, WIDTH]; distance: [batch, length]; cue: [batch, length], its share in the cue; nested: [batch]."""
        head = (tokens * cue.unsqueeze(2).to(tokens.dtype)).sum(1, keepdim=True)
        x = tokens + self.distance(distance) + self.cue(head) + nested.view(-1, 1, 1).to(tokens.dtype) * self.nested
        x = F.dropout(self.norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return self.labels(x)


class Reader(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.encoder = Encoder(features)
        self.roles = Roles()
        # Moves of the chain of roles; those that are not allowed are ruled out when it is used.
        self.moves = nn.Parameter(torch.zeros(ROLE_LABELS, ROLE_LABELS))

    def start_from(self, file):
        """Takes the weights of all-MiniLM-L6-v2; the layers that read a cue start as its last ones."""
        known = load_file(file)
        known = {name.removeprefix("bert."): value for name, value in known.items()}
        put = lambda module, name: (
            module.weight.data.copy_(known[f"{name}.weight"]),
            module.bias.data.copy_(known[f"{name}.bias"]),
        )
        e = self.encoder
        e.words.weight.data.copy_(known["embeddings.word_embeddings.weight"])
        e.positions.weight.data.copy_(
            known["embeddings.position_embeddings.weight"] + known["embeddings.token_type_embeddings.weight"][0]
        )
        put(e.norm, "embeddings.LayerNorm")

        def layer(into, number):
            name = f"encoder.layer.{number}"
            put(into.query, f"{name}.attention.self.query")
            put(into.key, f"{name}.attention.self.key")
            put(into.value, f"{name}.attention.self.value")
            put(into.out, f"{name}.attention.output.dense")
            put(into.norm1, f"{name}.attention.output.LayerNorm")
            put(into.up, f"{name}.intermediate.dense")
            put(into.down, f"{name}.output.dense")
            put(into.norm2, f"{name}.output.LayerNorm")

        for number, into in enumerate(e.layers):
            layer(into, number)
        for k, into in enumerate(self.roles.layers):
            layer(into, ENCODER_LAYERS - ROLE_LAYERS + k)


def distances(first, last, cue_first, cue_last):
    """The number of the step between each token of a window and the cue; the middle one for the cue itself."""
    found = []
    for i in range(first, last):
        if cue_first <= i < cue_last:
            found.append(FINE + COARSE)
            continue
        d = cue_first - i if i < cue_first else i - cue_last + 1
        step = d if d <= FINE else min(FINE + COARSE, FINE + 1 + int(math.log2(d / FINE) * 3))
        found.append(FINE + COARSE - step if i < cue_first else FINE + COARSE + step)
    return found


def allowed_moves():
    """Which role label may follow which, begin, and end a window: as ROLE_FIELD of the fast reader."""
    opens = {"O", "SB", "SU", "CB", "CU", "Q"}
    labels = ["O", "SB", "SI", "SE", "SU", "CB", "CI", "CE", "CU", "Q"]
    follow = lambda x: {x[0] + "I", x[0] + "E"} if x[-1] in "BI" and len(x) == 2 else opens
    move = torch.tensor([[y in follow(x) for y in labels] for x in labels])
    begin = torch.tensor([y in opens for y in labels])
    end = torch.tensor([not (len(y) == 2 and y[-1] in "BI") for y in labels])
    return move, begin, end


def chain_loss(scores, moves, labels, lengths, cue_mask):
    """Minus the log-likelihood of the label rows, where the cue's label is known beforehand. All in float32."""
    move_ok, begin_ok, end_ok = allowed_moves()
    b, n, y = scores.shape
    scores = scores.float()
    held = torch.nn.functional.one_hot(torch.full((b, n), y - 1), y).bool()
    scores = scores.masked_fill(held != cue_mask.unsqueeze(2), NEVER)
    moves = moves.masked_fill(~move_ok, NEVER)
    row = scores[:, 0] + torch.where(begin_ok, 0.0, NEVER)
    rows = [row]
    for i in range(1, n):
        row = torch.logsumexp(row.unsqueeze(2) + moves.unsqueeze(0), 1) + scores[:, i]
        rows.append(row)
    at_end = torch.stack(rows, 1)[torch.arange(b), lengths - 1] + torch.where(end_ok, 0.0, NEVER)
    everything = torch.logsumexp(at_end, 1)
    inside = torch.arange(n).unsqueeze(0) < lengths.unsqueeze(1)
    right = (scores.gather(2, labels.unsqueeze(2)).squeeze(2) * inside).sum(1)
    steps = moves[labels[:, :-1], labels[:, 1:]] * inside[:, 1:]
    return everything - right - steps.sum(1)
