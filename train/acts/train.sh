#!/bin/sh
# From marks and texts to models/acts-en-1.onnx. HEARSAY_DATA names the folder that holds polnear/, basil/, kcna-2011/, timex/ and gum/.
# THREADS is how many processors it takes (2). WORK is where lessons and the Python environment are kept; a folder that is made new unless it is given.
set -eu
: "${HEARSAY_DATA:?must name the folder that holds the corpora}"
. "$(dirname "$0")/../environment.sh"

node "$root/train/acts/writeLessons.ts" "$work/lessons"
"$python" "$here/train.py" "$work/lessons" "$start/model.safetensors" "$work/acts-en-1.onnx" --threads "${THREADS:-2}"
cp "$work/acts-en-1.onnx" "$root/models/acts-en-1.onnx"
node "$root/train/sums.ts"
