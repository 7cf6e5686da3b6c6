"""Texts to learn from, as writeLessons.ts wrote them, in batches."""

import json
import random

import torch

from model import distances, NEVER

# Longer windows are cut around their cue while learning; hardly one in five hundred is.
WIDEST = 160

# Word pieces of a passage, as LONGEST_PASSAGE of inputs.ts.
LONGEST = 190


def load(file, weight=1):
    with open(file, encoding="utf8") as lines:
        texts = [json.loads(line) for line in lines]
    for text in texts:
        text["weight"] = weight
    return texts


def passages_of(text, longest, start=0):
    """Whole sentences, as many as fit into `longest` pieces; the first passage holds `start` fewer. As inputs.ts does."""
    begin = text["start"]
    found, first, size, end = [], 0, start, 0
    for a, b in text["sentences"]:
        if size + begin[b] - begin[a] > longest and end > first:
            found.append((first, end))
            first, size = end, 0
        for i in range(a, b):
            length = begin[i + 1] - begin[i]
            if size + length > longest and end > first:
                found.append((first, end))
                first, size = end, 0
            size += length
            end = i + 1
    if end > first:
        found.append((first, end))
    return found


def joined(texts):
    """Several short texts as one, in which nothing points from one to the other."""
    whole = {k: [] for k in ("pieces", "features", "sentences", "cues", "roles", "nestedCues", "nestedRoles")}
    start = [0]
    for text in texts:
        shift = len(start) - 1
        base = start[-1]
        whole["pieces"] += text["pieces"]
        whole["features"] += text["features"]
        start += [base + s for s in text["start"][1:]]
        whole["sentences"] += [(a + shift, b + shift) for a, b in text["sentences"]]
        move = lambda x, keys: {**x, **{k: x[k] + shift for k in keys}}
        for k in ("cues", "nestedCues"):
            whole[k] += [move(x, ("first", "last")) for x in text[k]]
        for k in ("roles", "nestedRoles"):
            whole[k] += [move(x, ("first", "last", "cueFirst", "cueLast")) for x in text[k]]
    whole["start"] = start
    whole["own"] = True
    return whole


class Batch:
    """Some texts as tensors. `tokens` of all passages are joined in one row that windows point into."""

    def __init__(self, texts, meta, noise=None):
        rows = []  # pieces, feature columns per piece, first and last piece of each token
        cue_labels, nested_labels = [], []
        self.windows = []
        base = 0
        for text in texts:
            longest, offset = (LONGEST, 0) if noise is None else (noise.choice((190, 150, 110)), noise.randrange(0, 80))
            count = len(text["start"]) - 1
            cues = [-100] * count
            nested = [-100] * count
            for level in text["cues"]:
                for i, y in enumerate(level["labels"]):
                    cues[level["first"] + i] = y if y >= 0 else -100
            if text.get("own"):
                # Nobody is nested outside the contents of our own texts.
                nested = [0] * count
                for level in text["nestedCues"]:
                    for i, y in enumerate(level["labels"]):
                        at = level["first"] + i
                        nested[at] = -100 if y < 0 else y if y > 0 or nested[at] <= 0 else nested[at]
            begin = text["start"]
            for first, last in passages_of(text, longest, offset):
                hide = set()
                if noise is not None:
                    for columns, chance in ((meta["noisy"]["shape"], 0.08), (meta["noisy"]["quotation"], 0.06)):
                        if noise.random() < chance:
                            hide |= set(range(*columns))
                pieces, columns, firsts, lasts = [meta["first"]], [[]], [], []
                for i in range(first, last):
                    firsts.append(len(pieces))
                    pieces += text["pieces"][begin[i] : begin[i + 1]]
                    known = [c for c in text["features"][i] if c not in hide]
                    columns += [known] * (begin[i + 1] - begin[i])
                    lasts.append(len(pieces) - 1)
                rows.append((pieces + [meta["last"]], columns + [[]], firsts, lasts))
                cue_labels.append(cues[first:last])
                nested_labels.append(nested[first:last])
            for kind, is_nested in (("roles", 0), ("nestedRoles", 1)):
                for w in text[kind]:
                    labels, first, last = w["labels"], w["first"], w["last"]
                    if noise is not None and last - first > WIDEST:
                        low = max(first, w["cueFirst"] - WIDEST // 2)
                        high = min(last, w["cueLast"] + WIDEST // 2)
                        labels = ends_closed(labels[low - first : high - first])
                        first, last = low, high
                    self.windows.append((base + first, base + last, base + w["cueFirst"], base + w["cueLast"], is_nested, labels))
            base += count
        self.count = base
        b = len(rows)
        n = max(len(r[0]) for r in rows)
        t = max(len(r[2]) for r in rows)
        self.pieces = torch.zeros(b, n, dtype=torch.long)
        self.features = torch.zeros(b, n, meta["features"])
        self.mask = torch.full((b, 1, 1, n), NEVER)
        self.first = torch.zeros(b, t, dtype=torch.long)
        self.last = torch.zeros(b, t, dtype=torch.long)
        self.cues = torch.full((b, t), -100)
        self.nested_cues = torch.full((b, t), -100)
        # Where the tokens of all passages, one after the other, stand in the rows.
        self.places = torch.zeros(base, dtype=torch.long)
        at = 0
        for k, (pieces, columns, firsts, lasts) in enumerate(rows):
            self.pieces[k, : len(pieces)] = torch.tensor(pieces)
            where = [(i, c) for i, known in enumerate(columns) for c in known]
            if where:
                i, c = zip(*where)
                self.features[k, list(i), list(c)] = 1.0
            self.mask[k, 0, 0, : len(pieces)] = 0.0
            m = len(firsts)
            self.first[k, :m] = torch.tensor(firsts)
            self.last[k, :m] = torch.tensor(lasts)
            self.cues[k, :m] = torch.tensor(cue_labels[k])
            self.nested_cues[k, :m] = torch.tensor(nested_labels[k])
            self.places[at : at + m] = torch.arange(m) + k * t
            at += m
        # Windows of like length are read together, so that little is read in vain.
        self.groups = []
        some = []
        for w in sorted(self.windows, key=lambda w: w[1] - w[0]):
            length = w[1] - w[0]
            if some and (length > 1.3 * (some[0][1] - some[0][0]) + 6 or length * len(some) > 8000):
                self.groups.append(Windows(some))
                some = []
            some.append(w)
        if some:
            self.groups.append(Windows(some))


class Windows:
    """Some windows of a batch, each around one cue, as tensors; `tokens` point into the row of all tokens."""

    def __init__(self, windows):
        self.lengths = torch.tensor([w[1] - w[0] for w in windows], dtype=torch.long)
        b, n = len(windows), int(self.lengths.max())
        self.tokens = torch.zeros(b, n, dtype=torch.long)
        self.distance = torch.zeros(b, n, dtype=torch.long)
        self.cue_share = torch.zeros(b, n)
        self.cue_mask = torch.zeros(b, n, dtype=torch.bool)
        self.mask = torch.full((b, 1, 1, n), NEVER)
        self.labels = torch.zeros(b, n, dtype=torch.long)
        self.nested = torch.tensor([float(w[4]) for w in windows])
        for k, (first, last, cue_first, cue_last, _, labels) in enumerate(windows):
            m = last - first
            self.tokens[k, :m] = torch.arange(first, last)
            self.distance[k, :m] = torch.tensor(distances(first, last, cue_first, cue_last))
            self.cue_share[k, cue_first - first : cue_last - first] = 1 / (cue_last - cue_first)
            self.cue_mask[k, cue_first - first : cue_last - first] = True
            self.mask[k, 0, 0, :m] = 0.0
            if labels is not None:
                self.labels[k, :m] = torch.tensor(labels)


def ends_closed(labels):
    """A row of labels cut out of a longer one, its first and last runs made whole again."""
    labels = list(labels)
    for begin in (1, 5):
        b, i, e, u = range(begin, begin + 4)
        if labels[0] == i:
            labels[0] = b
        elif labels[0] == e:
            labels[0] = u
        if labels[-1] == i:
            labels[-1] = e
        elif labels[-1] == b:
            labels[-1] = u
    return labels


def batches(news, own, own_times, pieces_each, seed):
    """One epoch: texts in random order, own ones joined by a few, about `pieces_each` word pieces a batch."""
    noise = random.Random(seed)
    texts = list(news)
    for _ in range(own_times):
        order = list(own)
        noise.shuffle(order)
        while order:
            some = [order.pop() for _ in range(min(len(order), noise.choice((1, 2, 4, 8))))]
            texts.append(joined(some))
    noise.shuffle(texts)
    batch, size = [], 0
    for text in texts:
        batch.append(text)
        size += len(text["pieces"])
        if size >= pieces_each:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
