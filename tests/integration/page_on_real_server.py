#!/usr/bin/env python3
"""The browser tests of tests/web against the real server and the sample corpus.

    TRACUU_BIN=build/release/bin tests/integration/page_on_real_server.py
"""

import os
import subprocess
import sys

import programs


def main():
    programs.require_programs()
    with programs.temporary_folder() as folder:
        programs.build(folder / "index", programs.CORPUS)
        with programs.Server(folder / "index") as server:
            server.wait_ready()
            return subprocess.run(
                ["npm", "--silent", "run", "test:e2e"],
                cwd=programs.ROOT / "tests/web", check=False,
                env={**os.environ, "TRACUU_URL": server.url}).returncode


if __name__ == "__main__":
    sys.exit(main())
