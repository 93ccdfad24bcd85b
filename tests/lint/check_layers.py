#!/usr/bin/env python3
"""Fails if a file includes a header from a layer it may not know about.

    check_layers.py [ROOT]

The table below is the one in docs/architecture.md: a folder stands for all its
headers. THIRD_PARTY says which folders may see which library; a library that
is not listed may be used anywhere.
"""

import pathlib
import re
import sys

BASE, TEXT = "common/base", "common/text"
DOMAIN, INDEX = "common/domain", "common/index"
COMMON = {BASE, TEXT, DOMAIN, INDEX}
MAY_INCLUDE = {
    BASE: set(),
    TEXT: {BASE},
    DOMAIN: {BASE, TEXT},
    INDEX: {BASE, TEXT, DOMAIN},
    "indexer/encoding": {BASE, TEXT, DOMAIN},
    "indexer/readers": {BASE, TEXT, DOMAIN, "indexer/encoding"},
    "indexer/reading": {BASE, TEXT, DOMAIN, "indexer/encoding",
                        "indexer/readers"},
    "indexer/extract": {BASE, TEXT, DOMAIN},
    "indexer/overrides": {BASE, TEXT, DOMAIN, "indexer/extract"},
    "indexer/build": COMMON | {"indexer/readers", "indexer/reading",
                               "indexer/extract", "indexer/overrides",
                               "indexer/publish"},
    "indexer/publish": {BASE, INDEX},
    "indexer/commands": COMMON | {"indexer/readers", "indexer/reading",
                                  "indexer/extract", "indexer/overrides",
                                  "indexer/build", "indexer/publish"},
    "indexer": {BASE, "indexer/commands", "indexer/reading"},
    "server/search": COMMON,
    "server/http": COMMON | {"server/search"},
    "server": {BASE, "server/search", "server/http"},
}
THIRD_PARTY = {
    "xapian.h": {INDEX, "indexer/build", "indexer/publish",
                 "indexer/commands", "server/search"},
    "httplib.h": {"server/http"},
    "gumbo.h": {"indexer/reading"},
    "unicode/": {TEXT, "indexer/encoding", "indexer/readers"},
    "roaring/": {"server/search"},
    "archive.h": {"indexer/readers"},
    "libxml/": {"indexer/readers"},
    "zlib.h": {"indexer/readers"},
    "brotli/": {"indexer/readers"},
    "openssl/": {BASE},
    "toml++/": {"server"},
    "CLI/": {"indexer", "indexer/commands", "server"},
    "nlohmann/": {INDEX, "indexer/readers", "indexer/reading",
                  "indexer/build", "indexer/publish", "indexer/commands",
                  "server/http"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.MULTILINE)


def sources(root, folder):
    for pattern in ("*.h", "*.cc"):
        yield from sorted((root / folder).glob(pattern))


def violations(root):
    for layer, allowed in MAY_INCLUDE.items():
        for path in sources(root, layer):
            where = path.relative_to(root)
            for header in INCLUDE.findall(path.read_text("utf-8")):
                folder = header.rpartition("/")[0]
                if folder in MAY_INCLUDE and folder != layer \
                        and folder not in allowed:
                    yield f"{where}: {layer} may not include {header}"
                for library, folders in THIRD_PARTY.items():
                    if header.startswith(library) and layer not in folders:
                        yield f"{where}: {layer} may not use {header}"
    known = set(MAY_INCLUDE)
    for top in ("common", "indexer", "server"):
        for path in sorted((root / top).rglob("*.h")):
            folder = str(path.parent.relative_to(root))
            if folder not in known:
                yield f"{path.relative_to(root)}: {folder} has no row here"


def main():
    default = pathlib.Path(__file__).resolve().parents[2]
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    found = list(violations(root.resolve()))
    print("\n".join(found) if found else "layers: ok")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
