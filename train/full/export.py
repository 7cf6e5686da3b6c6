"""Exports trained weights to ONNX with 8-bit weights: OUT.encoder.onnx and OUT.roles.onnx, and the moves to OUT.moves.json."""

import argparse
import json
import os

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from model import Reader

parser = argparse.ArgumentParser()
parser.add_argument("weights")
parser.add_argument("out", help="files begin with this")
parser.add_argument("--features", type=int, required=True)
parser.add_argument("--float", action="store_true", help="keep 32-bit numbers, to compare with")
args = parser.parse_args()


class SmallTable(nn.Module):
    """An embedding whose rows are 8-bit integers, each row with a step of its own."""

    def __init__(self, embedding):
        super().__init__()
        weight = embedding.weight.data
        step = weight.abs().amax(1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("rows", torch.round(weight / step).to(torch.int8))
        self.register_buffer("step", step)

    def forward(self, index):
        return self.rows[index].float() * self.step[index]


model = Reader(args.features)
model.load_state_dict(torch.load(args.weights, map_location="cpu"))
model.eval()
if not args.float:
    model.encoder.words = SmallTable(model.encoder.words)


class EncoderAlone(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = model.encoder

    def forward(self, pieces, features, first, last):
        return self.encoder(pieces, features, None, first, last)


class RolesAlone(nn.Module):
    def __init__(self):
        super().__init__()
        self.roles = model.roles

    def forward(self, tokens, distance, cue, nested, mask):
        return self.roles(tokens, distance, cue, nested, mask.unsqueeze(1).unsqueeze(1))


def export(module, inputs, names, outputs, axes, file):
    whole = f"{file}.whole"
    torch.onnx.export(module, inputs, whole, input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)
    if args.float:
        os.replace(whole, file)
    else:
        quantize_dynamic(whole, file, op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8)
        os.remove(whole)
    onnx.checker.check_model(file)
    print(file, os.path.getsize(file))


n, t, b = 40, 30, 2
export(
    EncoderAlone(),
    (torch.ones(1, n, dtype=torch.long), torch.zeros(1, n, args.features), torch.arange(t).unsqueeze(0), torch.arange(t).unsqueeze(0)),
    ["pieces", "features", "first", "last"],
    ["tokens", "cues", "nestedCues"],
    {"pieces": {1: "n"}, "features": {1: "n"}, "first": {1: "t"}, "last": {1: "t"}},
    f"{args.out}.encoder.onnx",
)
export(
    RolesAlone(),
    (torch.zeros(b, t, 384), torch.zeros(b, t, dtype=torch.long), torch.zeros(b, t), torch.zeros(b), torch.zeros(b, t)),
    ["tokens", "distance", "cue", "nested", "mask"],
    ["labels"],
    {"tokens": {0: "b", 1: "t"}, "distance": {0: "b", 1: "t"}, "cue": {0: "b", 1: "t"}, "nested": {0: "b"}, "mask": {0: "b", 1: "t"}},
    f"{args.out}.roles.onnx",
)
with open(f"{args.out}.moves.json", "w") as file:
    json.dump(model.moves.detach().flatten().tolist(), file)
