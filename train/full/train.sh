#!/bin/sh
# From raw data to models/reader-full-en-1.*: 80 minutes on two cores. HEARSAY_DATA names the folder that holds polnear/.
# WORK is where the lessons, the Python environment and checkpoints are kept; a folder that is made new unless it is given.
set -eu
: "${HEARSAY_DATA:?must name the folder that holds polnear/}"
. "$(dirname "$0")/../environment.sh"
cp "$start/vocab.txt" "$root/models/reader-full-en-1.vocab.txt"

node "$root/train/full/writeLessons.ts" "$work/lessons"
features=$("$python" -c 'import json, sys; print(json.load(open(sys.argv[1]))["features"])' "$work/lessons/meta.json")

# Large blocks of memory are kept instead of being given back and asked for again at every step.
train() {
  GLIBC_TUNABLES=glibc.malloc.hugetlb=1:glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=17179869184 \
    "$python" "$here/train.py" "$work/lessons" "$start/model.safetensors" "$@"
}

# The networks that read.
train "$work/all.pt" --epochs 6 --pieces 3500
"$python" "$here/export.py" "$work/all.pt" "$root/models/reader-full-en-1" --features "$features"
mv "$root/models/reader-full-en-1.moves.json" "$work/all.moves.json"

# Networks that have not seen every third text, and the judge that learns from what they propose there.
train "$work/kept.pt" --epochs 4 --pieces 3500 --without-held-out
"$python" "$here/export.py" "$work/kept.pt" "$work/kept" --features "$features"
node "$root/train/full/judge.ts" "$work/kept" "$work/all.moves.json"
node "$root/train/full/calibrate.ts"
node "$root/train/sums.ts"

# The exported networks give the same labels here as in Python.
"$python" "$here/expected.py" "$work/lessons" "$work/all.pt" "$root/models/reader-full-en-1" "$work/expected.json"
node "$root/train/full/sameLabels.ts" "$work/expected.json"
