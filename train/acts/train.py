"""Trains the network of acts and exports it. See README.md; `train.sh` calls this."""

import argparse
import json
import os
import random
import sys
import time

import onnx
import torch
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../full"))
from model import Layer, Reader, WIDTH  # noqa: E402

parser = argparse.ArgumentParser()
parser.add_argument("lessons", help="folder that writeLessons.ts wrote")
parser.add_argument("start", help="model.safetensors of all-MiniLM-L6-v2")
parser.add_argument("out", help="the .onnx file")
parser.add_argument("--without", default="", help="a set to keep away from and to measure on, beside those never taught")
parser.add_argument("--teach", default="teach", help="sets to learn from, separated by ;")
parser.add_argument("--teachers", type=int, default=2)
parser.add_argument("--teacher-epochs", type=int, default=5)
parser.add_argument("--epochs", type=int, default=3)
parser.add_argument("--layers", type=int, default=3)
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--seed", type=int, default=20170131)
args = parser.parse_args()

ACTS, PARTS, FLAGS = 18, 5, 4
FOR_THE_RULES = 5.0
BATCH = 32
torch.set_num_threads(args.threads)


class ActNet(nn.Module):
    """Word pieces of a statement to scores of acts."""

    def __init__(self, layers, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(160, WIDTH)
        self.parts = nn.Embedding(PARTS, WIDTH)
        self.flags = nn.Linear(FLAGS, WIDTH, bias=False)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.pool = nn.Linear(2 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, ACTS)
        self.dropout = dropout
        nn.init.normal_(self.parts.weight, std=0.02)
        nn.init.zeros_(self.flags.weight)

    def forward(self, pieces, parts, flags, mask):
        drop = lambda x: F.dropout(x, self.dropout, self.training)
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.parts(parts)
        head = self.flags(flags).unsqueeze(1)
        x = drop(self.norm(torch.cat([x[:, :1] + head, x[:, 1:]], 1)))
        for layer in self.layers:
            x = layer(x, mask)
        content = (parts == 3).to(x.dtype).unsqueeze(2)
        mean = (x * content).sum(1) / content.sum(1).clamp_min(1)
        pooled = torch.tanh(self.pool(drop(torch.cat([x[:, 0], mean], 1))))
        return self.out(drop(pooled))


def starting(layers):
    reader = Reader(FLAGS)
    reader.start_from(args.start)
    net = ActNet(layers)
    e = reader.encoder
    net.words.load_state_dict(e.words.state_dict())
    net.positions.weight.data.copy_(e.positions.weight[: net.positions.num_embeddings])
    net.norm.load_state_dict(e.norm.state_dict())
    for mine, theirs in zip(net.layers, e.layers):
        mine.load_state_dict(theirs.state_dict())
    return net


def batch(lessons):
    n = max(len(x["pieces"]) for x in lessons)
    pieces, parts = torch.zeros(len(lessons), n, dtype=torch.long), torch.zeros(len(lessons), n, dtype=torch.long)
    mask = torch.full((len(lessons), 1, 1, n), -1e4)
    for i, x in enumerate(lessons):
        k = len(x["pieces"])
        pieces[i, :k], parts[i, :k], mask[i, 0, 0, :k] = torch.tensor(x["pieces"]), torch.tensor(x["parts"]), 0.0
    return pieces, parts, torch.tensor([x["flags"] for x in lessons]).float(), mask


def scores(net, lessons):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return net(*batch(lessons)).float()


def shares(net, lessons):
    """The shares of acts of every lesson."""
    net.eval()
    order = sorted(range(len(lessons)), key=lambda i: len(lessons[i]["pieces"]))
    found = torch.zeros(len(lessons), ACTS)
    with torch.no_grad():
        for k in range(0, len(order), 64):
            some = order[k : k + 64]
            found[some] = torch.softmax(scores(net, [lessons[i] for i in some]), 1)
    net.train()
    return found


def measure(name, net, marked):
    """As the reader decides: where the words name the act the rules, else the network with some weight for the rules."""
    for which in sorted({x["set"] for x in marked}):
        some = [x for x in marked if x["set"] == which]
        votes = shares(net, some)
        for i, x in enumerate(some):
            votes[i, x["rule"]] *= 1e9 if x["named"] else FOR_THE_RULES
        given = votes.argmax(1).tolist()
        right = [x["act"] for x in some]
        f1 = []
        for act in set(right):
            hit = sum(a == b == act for a, b in zip(right, given))
            f1.append(200 * hit / (right.count(act) + given.count(act)))
        rules = 100 * sum(x["rule"] == x["act"] for x in some) / len(some)
        print(
            f"{name}: {which}: {len(some)} statements, right {100 * sum(a == b for a, b in zip(right, given)) / len(some):.1f} %"
            f" (rules alone {rules:.1f} %), macro F1 {sum(f1) / len(f1):.1f}",
            flush=True,
        )


def train(name, net, lessons, targets, epochs, rate, seed):
    torch.manual_seed(seed)
    chance = random.Random(seed)
    net.words.weight.requires_grad_(False)
    net.positions.weight.requires_grad_(False)
    fresh = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith(("layers", "norm"))]
    body = [p for n, p in net.named_parameters() if p.requires_grad and n.startswith(("layers", "norm"))]
    optimizer = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": fresh, "lr": 5 * rate}], weight_decay=0.01, fused=True)
    total = epochs * ((len(lessons) + BATCH - 1) // BATCH)
    warm = max(1, total // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (total - step) / max(1, total - warm)))
    )
    started, step = time.time(), 0
    net.train()
    for epoch in range(epochs):
        order = list(range(len(lessons)))
        chance.shuffle(order)
        runs = [sorted(order[k : k + 20 * BATCH], key=lambda i: len(lessons[i]["pieces"])) for k in range(0, len(order), 20 * BATCH)]
        rows = [run[k : k + BATCH] for run in runs for k in range(0, len(run), BATCH)]
        chance.shuffle(rows)
        loss_sum = 0.0
        for some in rows:
            loss = F.cross_entropy(scores(net, [lessons[i] for i in some]), targets[some])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_([p for p in net.parameters() if p.requires_grad], 1.0)
            optimizer.step()
            schedule.step()
            loss_sum += loss.item()
            step += 1
            if step % 200 == 0:
                print(f"{name}: {time.time() - started:5.0f} s  step {step} of {total}", flush=True)
        print(f"{name}: {time.time() - started:5.0f} s  epoch {epoch + 1} of {epochs}  loss {loss_sum / len(rows):.3f}", flush=True)


def lines(file):
    with open(f"{args.lessons}/{file}") as f:
        return [json.loads(line) for line in f]


marked, unmarked = lines("marked.jsonl"), lines("unmarked.jsonl")
taught = [x for x in marked if x["set"] in args.teach.split(";")]
kept = [x for x in marked if x["set"] not in args.teach.split(";")]
sure = torch.full((len(taught), ACTS), 0.05 / ACTS)
for i, x in enumerate(taught):
    sure[i, x["act"]] += 0.95

# Teachers with all six layers learn from the marks; the small network learns from the marks and from what they say of other texts.
opinion = torch.zeros(len(unmarked), ACTS)
mine = torch.zeros(len(taught), ACTS)
for k in range(args.teachers):
    torch.manual_seed(args.seed + k)
    teacher = starting(6)
    train(f"teacher {k + 1}", teacher, taught, sure, args.teacher_epochs, 8e-5, args.seed + k)
    measure(f"teacher {k + 1}", teacher, kept)
    opinion += shares(teacher, unmarked) / args.teachers
    mine += shares(teacher, taught) / args.teachers
torch.manual_seed(args.seed)
net = starting(args.layers)
for k, layer in enumerate(net.layers):
    layer.load_state_dict(teacher.layers[k * 5 // max(1, args.layers - 1)].state_dict())
for part in ("parts", "flags", "norm", "pool", "out"):
    getattr(net, part).load_state_dict(getattr(teacher, part).state_dict())
lessons = unmarked + taught + taught
targets = torch.cat([opinion, sure, (sure + mine) / 2])
train("small", net, lessons, targets, args.epochs, 1.5e-4, args.seed)
measure("small", net, kept)
torch.save(net.state_dict(), f"{args.out}.pt")


class SmallTable(nn.Module):
    """Vectors of the word pieces that occur, 8-bit integers with a step for each row; all others share the row of the unknown piece."""

    def __init__(self, embedding, rows, unknown):
        super().__init__()
        weight = embedding.weight.data[rows]
        step = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        place = torch.full((embedding.num_embeddings,), rows.index(unknown), dtype=torch.int32)
        place[torch.tensor(rows)] = torch.arange(len(rows), dtype=torch.int32)
        self.register_buffer("rows", torch.round(weight / step).to(torch.int8))
        self.register_buffer("step", step)
        self.register_buffer("place", place)

    def forward(self, pieces):
        row = self.place[pieces].long()
        return self.rows[row].float() * self.step[row]


class Alone(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = net

    def forward(self, pieces, parts, flags):
        return self.net(pieces, parts, flags, None)


UNKNOWN = 100
times = torch.bincount(torch.tensor([p for x in unmarked + taught for p in x["pieces"]]), minlength=30522)
rows = sorted({UNKNOWN, *torch.nonzero(times >= 2).flatten().tolist()})
net.eval()
net.words = SmallTable(net.words, rows, UNKNOWN)
measure("small, fewer pieces", net, kept)
n = 40
whole = f"{args.out}.whole"
torch.onnx.export(
    Alone(),
    (torch.ones(1, n, dtype=torch.long), torch.ones(1, n, dtype=torch.long), torch.zeros(1, FLAGS)),
    whole,
    input_names=["pieces", "parts", "flags"],
    output_names=["acts"],
    dynamic_axes={"pieces": {1: "n"}, "parts": {1: "n"}},
    opset_version=17,
    dynamo=False,
)
quantize_dynamic(whole, args.out, op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8)
os.remove(whole)
onnx.checker.check_model(args.out)
print(args.out, os.path.getsize(args.out), "bytes,", len(rows), "word pieces")
