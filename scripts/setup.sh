#!/usr/bin/env bash
# Installs what is missing to build (default) or also to test Tracuu.
#
#   scripts/setup.sh [build|test]
#
# On Debian and Ubuntu it installs packages with apt-get, by sudo unless run as
# root, and says which. On any other system it only says what is needed. When
# nothing is missing it does nothing and takes no time.
set -euo pipefail
purpose=${1:-build}

build_packages=(
  cmake ninja-build g++ pkg-config
  libxapian-dev        # the index
  libicu-dev           # Unicode
  libcpp-httplib-dev   # the HTTP server
  nlohmann-json3-dev   # JSON and CBOR
  libcli11-dev         # command lines
  libtomlplusplus-dev  # configuration files
  libspdlog-dev        # logs
  libgumbo-dev         # HTML5
  libarchive-dev       # .gz and .zst
  libxml2-dev          # the XML of .docx
  zlib1g-dev           # the members of .warc.gz
  libbrotli-dev        # pages in a WARC as servers packed them
  libroaring-dev       # sets of matching articles
  libssl-dev           # SHA-256
  libjemalloc-dev      # the programs' allocator
)
test_packages=(
  doctest-dev
  poppler-utils        # pdftotext; without it the tests of .pdf are skipped
  chromium             # browser tests
  python3              # lint, evaluation
  mold                 # links the many test programs quickly
)

needed=("${build_packages[@]}")
if [[ $purpose == test ]]; then
  needed+=("${test_packages[@]}")
  # Any Node.js from 18 on will do, wherever it comes from.
  command -v node >/dev/null || needed+=(nodejs)
  command -v npm >/dev/null || needed+=(npm)
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This is not Debian or Ubuntu, so nothing was installed." >&2
  echo "Tracuu needs what these Debian packages hold:" >&2
  printf '  %s\n' "${needed[@]}" >&2
  echo "If they are there under other names, the build goes on." >&2
  exit 0
fi

missing=()
for package in "${needed[@]}"; do
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] && continue
  # A tool that came another way (python3 from a version manager) counts too.
  case $package in
    cmake | g++ | python3 | chromium)
      command -v "$package" >/dev/null && continue ;;
    ninja-build) command -v ninja >/dev/null && continue ;;
    pkg-config) command -v pkg-config >/dev/null && continue ;;
  esac
  missing+=("$package")
done
((${#missing[@]})) || exit 0

echo "Installing: ${missing[*]}"
as_root=()
if ((EUID != 0)); then
  if ! command -v sudo >/dev/null; then
    echo "Run as root: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
