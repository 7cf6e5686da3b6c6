"""An ablation, nothing that is used: the full reader's encoder as a flat tagger. What do the links add, cue by cue?

One linear layer gives every token one of seven labels: none, or first or further token of a cue, source or content.
Which belong together is not decided. Start, passages, noise, rates, seed are train.py's; PolNeAR's train lessons teach.

    python flat.py LESSONS START

Printed are P, R and F1 on dev: pieces as sets of role, first and last token over all attributions of a text, cut where
a block opens. bench:full counts by words, so that a mark at an edge does not matter (here it is an error), and against
all marks (lessons hold those in a cue's window). "Ceiling" is what the gold labels themselves reach: 100, as PolNeAR's
marks do not overlap; counted as bench:full does, sources 99.9, cues 100 and contents 95.8 (recall 92.1).
"""

import argparse
import json
import random
import time

import torch
import torch.nn.functional as F

from lessons import Batch, batches, load
from model import WIDTH, Reader

parser = argparse.ArgumentParser()
parser.add_argument("lessons", help="folder that writeLessons.ts wrote")
parser.add_argument("start", help="model.safetensors of all-MiniLM-L6-v2")
parser.add_argument("--epochs", type=int, default=3)
parser.add_argument("--limit", type=int, default=None, help="only so many texts (to try things)")
parser.add_argument("--labels", help="file for the labels that dev gets")
args = parser.parse_args()

# A token of several has the first of these. Labels are 2 k + 1 for the first, 2 k + 2 for a further token of role k.
ROLES = ("cue", "source", "content")
PIECES, SEED = 3500, 20161108  # word pieces a batch
torch.manual_seed(SEED)
torch.set_num_threads(2)
meta = json.load(open(f"{args.lessons}/meta.json"))


def runs(labels, base, begin):
    """The runs, half-open, that the labels first, inner, last and single mark, which `begin` is the first of."""
    at = lambda *which: [base + i for i, y in enumerate(labels) if y in which]
    return {(first, last + 1) for first, last in zip(at(begin, begin + 3), at(begin + 2, begin + 3))}


def pieces_of(labels, opens):
    """The pieces that flat labels mark: number of the role, first, last. None goes on where a block opens."""
    role = [(y - 1) // 2 for y in labels]
    edge = lambda i: labels[i] % 2 == 1 or opens[i] or role[i] != role[i - 1]
    edges = [0, *(i for i in range(1, len(labels)) if edge(i)), len(labels)]
    return {(role[a], a, b) for a, b in zip(edges, edges[1:]) if labels[a]}


def prepared(file):
    """Lessons with all pieces of outermost statements as `gold`, and flat labels in place of those of cues."""
    texts = load(f"{args.lessons}/{file}")[: args.limit]
    for text in texts:
        opens = [meta["features"] - 2 in columns for columns in text["features"]]
        marks = {(0, *run) for level in text["cues"] for run in runs(level["labels"], level["first"], 1)}
        for w in text["roles"]:
            marks.add((0, w["cueFirst"], w["cueLast"]))
            marks |= {(role, *run) for role, begin in ((1, 1), (2, 5)) for run in runs(w["labels"], w["first"], begin)}
        gold, labels = set(), [0] * len(opens)
        for role, first, last in sorted(marks, key=lambda x: (x[0], x[1], -x[2])):
            edges = [first, *(i for i in range(first + 1, last) if opens[i]), last]
            gold |= {(role, a, b) for a, b in zip(edges, edges[1:])}
            labels[first:last] = [y or 2 * role + (2 if k else 1) for k, y in enumerate(labels[first:last])]
        text.update(gold=gold, opens=opens, statements=len(text["roles"]), roles=[], nestedRoles=[])
        text["cues"] = [{"first": 0, "last": len(labels), "labels": labels}]
    return texts


def score(name, labelled):
    found = [pieces_of(y, text["opens"]) for text, y in zip(dev, labelled)]
    for role, called in enumerate(ROLES):
        of = lambda sets: sum(x[0] == role for some in sets for x in some)
        hit, mine, gold = of(f & t["gold"] for f, t in zip(found, dev)), of(found), of(t["gold"] for t in dev)
        p, r, f1 = 100 * hit / max(1, mine), 100 * hit / max(1, gold), 200 * hit / max(1, mine + gold)
        print(f"{name}: {called:8} P {p:.1f}  R {r:.1f}  F1 {f1:.1f}  of {gold}", flush=True)


def scores_of(batch):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return tagger(encoder(batch.pieces, batch.features, batch.mask, batch.first, batch.last)[0]).float()


def tried():
    """The labels that dev gets, and how they do."""
    encoder.eval()
    began = time.time()
    with torch.no_grad():
        found = [scores_of(b).argmax(2).flatten()[b.places].tolist() for b in (Batch([text], meta) for text in dev)]
    print(f"{len(dev) / (time.time() - began):.1f} texts a second")
    score("flat tagger", found)
    return found


news, dev = prepared("train.jsonl"), prepared("dev.jsonl")
score("ceiling", [text["cues"][0]["labels"] for text in dev])
reader = Reader(meta["features"])
reader.start_from(args.start)
encoder, tagger = reader.encoder, torch.nn.Linear(WIDTH, 2 * len(ROLES) + 1)
for part in (encoder.words, encoder.positions, encoder.cues, encoder.nested_cues):
    part.requires_grad_(False)
heads = [encoder.features.weight, *tagger.parameters()]
body = [p for p in encoder.parameters() if p.requires_grad and p is not encoder.features.weight]
rates = [{"params": body, "lr": 2e-4}, {"params": heads, "lr": 6e-4}]
optimizer = torch.optim.AdamW(rates, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
total = sum(1 for _ in batches(news, [], 0, PIECES, SEED)) * args.epochs
warm = max(1, total // 10)
share = lambda step: min((step + 1) / warm, max(0.0, (total - step) / max(1, total - warm)))
schedule, started, step = torch.optim.lr_scheduler.LambdaLR(optimizer, share), time.time(), 0
for epoch in range(args.epochs):
    encoder.train()
    noise = random.Random(SEED * 1000 + epoch)
    for texts in batches(news, [], 0, PIECES, SEED + epoch):
        batch = Batch(texts, meta, noise)
        loss = F.cross_entropy(scores_of(batch).flatten(0, 1), batch.cues.flatten(), ignore_index=-100, reduction="sum")
        loss /= max(1, sum(text["statements"] for text in texts))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*body, *heads], 1.0)
        optimizer.step()
        schedule.step()
        if (step := step + 1) % 20 == 0 or step == total:
            print(f"{time.time() - started:6.0f} s  step {step} of {total}  loss {loss.item():.3f}", flush=True)
    found = tried()
    if args.labels:
        json.dump([{"name": text["name"], "labels": y} for text, y in zip(dev, found)], open(args.labels, "w"))
