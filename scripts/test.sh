#!/usr/bin/env bash
# Installs what is missing (scripts/setup.sh), builds Tracuu and runs every
# test: lint, unit tests under AddressSanitizer and UBSan, the threaded ones
# under ThreadSanitizer, then everything on the release build, end-to-end and
# browser tests included.
#
#   scripts/test.sh [quick]      quick: the release build's tests only
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$*"; }
build_and_test() {  # PRESET [CTEST_ARGUMENT…]
  local preset=$1
  shift
  step "build: $preset"
  cmake --preset "$preset" -Wno-dev >/dev/null
  cmake --build --preset "$preset"
  step "test: $preset"
  ctest --preset "$preset" -j "$(nproc)" --timeout 600 "$@"
}

step "packages"
scripts/setup.sh test
(cd tests/web && npm ci --no-audit --no-fund --loglevel=error)

if [[ ${1:-} != quick ]]; then
  build_and_test debug -LE 'web|release-only'
  build_and_test tsan -L threads
fi
build_and_test release
