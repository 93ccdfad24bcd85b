#!/usr/bin/env bash
# Builds Tracuu, indexes the sample corpus and starts the server on this
# machine. Installs what is missing (scripts/setup.sh). Ctrl-C stops it.
#
#   scripts/demo.sh [SOURCE…]        default SOURCE: corpus/
#
# PORT=8080 (0 takes a free port) and INDEX=build/demo-index can be set.
set -euo pipefail
cd "$(dirname "$0")/.."
sources=("$@")
((${#sources[@]})) || sources=(corpus)
index=${INDEX:-build/demo-index}

scripts/setup.sh build
cmake --preset release ${CMAKE_ARGS:-} >build-demo.log 2>&1 || {
  cat build-demo.log >&2
  exit 1
}
rm -f build-demo.log
cmake --build --preset release --target tracuu-index tracuu-serve

build/release/bin/tracuu-index build --index "$index" "${sources[@]}" || {
  # 1 means indexed, with some inputs rejected and listed.
  code=$?
  ((code == 1)) || exit "$code"
}
exec build/release/bin/tracuu-serve --index "$index" --port "${PORT:-8080}"
