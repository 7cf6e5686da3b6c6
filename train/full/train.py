"""Trains the full reader. See README.md; `run.sh` calls this."""

import argparse
import json
import random
import time

import torch
import torch.nn.functional as F

from lessons import Batch, batches, load
from model import Reader, chain_loss

parser = argparse.ArgumentParser()
parser.add_argument("lessons", help="folder that writeLessons.ts wrote")
parser.add_argument("start", help="model.safetensors of all-MiniLM-L6-v2")
parser.add_argument("out", help="file for the weights")
parser.add_argument("--epochs", type=int, default=8)
parser.add_argument("--rate", type=float, default=2e-4)
parser.add_argument("--head-rate", type=float, default=6e-4)
parser.add_argument("--own-times", type=int, default=2)
parser.add_argument("--pieces", type=int, default=4500, help="word pieces a batch")
parser.add_argument("--seed", type=int, default=20161108)
parser.add_argument("--without-held-out", action="store_true", help="keep away from the texts the judge learns from")
parser.add_argument("--limit", type=int, default=None, help="only so many texts (to try things)")
parser.add_argument("--check", type=int, default=1, help="look at dev every so many epochs")
args = parser.parse_args()

torch.manual_seed(args.seed)
torch.set_num_threads(2)
meta = json.load(open(f"{args.lessons}/meta.json"))
news = load(f"{args.lessons}/train.jsonl")
own = load(f"{args.lessons}/own.jsonl")
dev = load(f"{args.lessons}/dev.jsonl")
if args.without_held_out:
    news, own = ([t for t in texts if not t["heldOut"]] for texts in (news, own))
if args.limit:
    news, own, dev = news[: args.limit], own[: args.limit], news[: args.limit]

model = Reader(meta["features"])
model.start_from(args.start)
# What single words mean is left as it is.
model.encoder.words.weight.requires_grad_(False)
model.encoder.positions.weight.requires_grad_(False)
heads, body = [], []
for name, p in model.named_parameters():
    fresh = any(part in name for part in ("cues", "features", "roles.distance", "roles.cue", "roles.nested", "roles.labels", "moves"))
    if p.requires_grad:
        (heads if fresh else body).append(p)
optimizer = torch.optim.AdamW(
    [{"params": body, "lr": args.rate}, {"params": heads, "lr": args.head_rate}], weight_decay=0.01, betas=(0.9, 0.98), fused=True
)
total = sum(1 for _ in batches(news, own, args.own_times, args.pieces, args.seed)) * args.epochs
warm = max(1, total // 10)
schedule = torch.optim.lr_scheduler.LambdaLR(
    optimizer, lambda step: min((step + 1) / warm, max(0.0, (total - step) / max(1, total - warm)))
)


def run(batch):
    """Scores of cues, of nested cues, and of the roles in each group of windows."""
    tokens, cues, nested = model.encoder(batch.pieces, batch.features, batch.mask, batch.first, batch.last)
    row = tokens.reshape(-1, tokens.shape[2])[batch.places]
    roles = [model.roles(row[g.tokens], g.distance, g.cue_share, g.nested, g.mask) for g in batch.groups]
    return cues, nested, roles


def losses(batch):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        cues, nested, roles = run(batch)
    flat = lambda scores, labels: F.cross_entropy(scores.float().flatten(0, 1), labels.flatten(), ignore_index=-100, reduction="sum")
    role = torch.tensor(0.0)
    for scores, g in zip(roles, batch.groups):
        role = role + chain_loss(scores, model.moves, g.labels, g.lengths, g.cue_mask).sum()
    return flat(cues, batch.cues), flat(nested, batch.nested_cues), role


def check():
    """On dev: F1 of the first words of cues, and the mean loss of a window around a marked cue. Only looked at."""
    model.eval()
    hit = found = gold = windows = 0
    loss = 0.0
    with torch.no_grad():
        for k in range(0, len(dev), 6):
            batch = Batch(dev[k : k + 6], meta)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                cues, _, roles = run(batch)
            mine, theirs = cues.argmax(2), batch.cues
            begins = (theirs == 1) | (theirs == 4)
            gold += begins.sum().item()
            found += ((mine == 1) | (mine == 4))[theirs >= 0].sum().item()
            hit += ((mine == theirs) & begins).sum().item()
            for scores, g in zip(roles, batch.groups):
                loss += chain_loss(scores, model.moves, g.labels, g.lengths, g.cue_mask).sum().item()
            windows += len(batch.windows)
    model.train()
    return 2 * hit / max(1, found + gold), loss / max(1, windows)


started = time.time()
step = 0
for epoch in range(args.epochs):
    model.train()
    sums = [0.0, 0.0, 0.0]
    noise = random.Random(args.seed * 1000 + epoch)
    for texts in batches(news, own, args.own_times, args.pieces, args.seed + epoch):
        batch = Batch(texts, meta, noise)
        cue, inner, role = losses(batch)
        loss = (cue + inner + role) / max(1, len(batch.windows))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        step += 1
        for k, value in enumerate((cue, inner, role)):
            sums[k] += value.item()
        if step % 40 == 0:
            print(f"{time.time() - started:6.0f} s  step {step} of {total}  loss {loss.item():.3f}", flush=True)
    line = f"{time.time() - started:6.0f} s  epoch {epoch + 1} of {args.epochs}  losses {' '.join(f'{s:.0f}' for s in sums)}"
    if (epoch + 1) % args.check == 0 or epoch + 1 == args.epochs:
        cue, role = check()
        line += f"  dev: first words of cues {100 * cue:.1f}, loss of a window {role:.3f}"
    print(line, flush=True)
    torch.save(model.state_dict(), args.out)
