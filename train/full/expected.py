"""Writes the labels that Python gives fifty texts, for sameLabels.ts to compare with: by the exported networks and by the trained ones."""

import json
import sys

import numpy as np
import onnxruntime
import torch

from lessons import LONGEST, load, passages_of
from model import Reader, distances

TEXTS = 50
lessons, weights, base, out = sys.argv[1:]
meta = json.load(open(f"{lessons}/meta.json"))
model = Reader(meta["features"])
model.load_state_dict(torch.load(weights, map_location="cpu"))
model.eval()
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 2
session = lambda part: onnxruntime.InferenceSession(f"{base}.{part}.onnx", options, providers=["CPUExecutionProvider"])
encoder, roles = session("encoder"), session("roles")

found = []
with torch.no_grad():
    for text in load(f"{lessons}/dev.jsonl")[:TEXTS]:
        begin = text["start"]
        rows = {"exported": ([], []), "trained": ([], [])}  # token vectors, cue labels
        for first, last in passages_of(text, LONGEST):
            pieces = [meta["first"], *text["pieces"][begin[first] : begin[last]], meta["last"]]
            features = np.zeros((1, len(pieces), meta["features"]), np.float32)
            firsts, lasts = [], []
            for i in range(first, last):
                a, b = begin[i] - begin[first] + 1, begin[i + 1] - begin[first] + 1
                firsts.append(a)
                lasts.append(b - 1)
                features[0, a:b, text["features"][i]] = 1
            feeds = dict(pieces=np.array([pieces]), features=features, first=np.array([firsts]), last=np.array([lasts]))
            tokens, cues, _ = encoder.run(None, feeds)
            rows["exported"][0].append(tokens[0])
            rows["exported"][1].extend(cues[0].argmax(1).tolist())
            t = {name: torch.tensor(value) for name, value in feeds.items()}
            tokens, cues, _ = model.encoder(t["pieces"], t["features"], None, t["first"], t["last"])
            rows["trained"][0].append(tokens[0].numpy())
            rows["trained"][1].extend(cues[0].argmax(1).tolist())
        vectors = {k: np.concatenate(v[0]) for k, v in rows.items()}
        windows = {"exported": [], "trained": []}
        for w in text["roles"]:
            a, b, c, d = w["first"], w["last"], w["cueFirst"], w["cueLast"]
            cue = np.zeros((1, b - a), np.float32)
            cue[0, c - a : d - a] = 1 / (d - c)
            rest = dict(distance=np.array([distances(a, b, c, d)]), cue=cue, nested=np.zeros(1, np.float32), mask=np.zeros((1, b - a), np.float32))
            labels = roles.run(None, dict(tokens=vectors["exported"][None, a:b], **rest))[0]
            windows["exported"].append(labels[0].argmax(1).tolist())
            t = {name: torch.tensor(value) for name, value in rest.items()}
            labels = model.roles(torch.tensor(vectors["trained"][None, a:b]), t["distance"], t["cue"], t["nested"], None)
            windows["trained"].append(labels[0].argmax(1).tolist())
        found.append({"name": text["name"], **{k: {"cues": rows[k][1], "roles": windows[k]} for k in rows}})
json.dump(found, open(out, "w"))
