#!/usr/bin/env bash
# Installs what is missing (scripts/setup.sh), builds Tracuu and runs every
# test: unit tests under AddressSanitizer and UBSan, the threaded ones under
# ThreadSanitizer, then lint, quality, end-to-end and browser tests with the
# release build's programs.
#
#   scripts/test.sh [quick]      quick: the release build alone, its unit tests
#                                included
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$*"; }
build_and_test() {  # PRESET TARGET [CTEST_ARGUMENT…]
  local preset=$1 target=$2
  shift 2
  step "build: $preset"
  cmake --preset "$preset" -Wno-dev >/dev/null
  cmake --build --preset "$preset" --target "$target"
  step "test: $preset"
  ctest --preset "$preset" -j "$(nproc)" --timeout 600 "$@"
}

step "packages"
scripts/setup.sh test
# Playwright needs Node.js 20; Debian 12 has 18.
node_major=$(node -p 'process.versions.node.split(".")[0]')
if ((node_major < 20)); then
  echo "Node.js $node_major is too old for the browser tests; taking 20 from npm"
  npm install --prefix build/node --no-audit --no-fund --loglevel=error node@20
  export PATH="$PWD/build/node/node_modules/node/bin:$PATH"
fi
(cd tests/web && npm ci --no-audit --no-fund --loglevel=error)

if [[ ${1:-} == quick ]]; then
  build_and_test release all
else
  build_and_test debug all -LE 'web|release-only'
  build_and_test tsan threaded_tests -L threads
  build_and_test release deployed_programs -L 'web|release-only'
fi
