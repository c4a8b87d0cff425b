#!/usr/bin/env python3
"""Random pages in a browser: `test.py [PAGES]`, run where `cargo` finds the crate.

The trees that `DOMParser` builds are held against those of the reference reader, of which a test of the
crate writes down all that can matter: text, blocks, and tables with their cells and spans. Without scripts,
as a `DOMParser` is, `noscript` is another element: pages with one are left out.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "page"))
from browser import Browser  # noqa: E402

BATCH = 200


def written(pages):
    """What the test of the crate writes: the kinds of elements, and pages with their trees."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "soups.json"
        run = ["cargo", "test", "--lib", "soups_for_a_browser", "--", "--ignored"]
        subprocess.run(run, check=True, env=os.environ | {"GONGKAI_SOUPS": str(pages), "GONGKAI_SOUP_FILE": str(path)})
        return json.loads(path.read_text())


def main():
    soups = written(sys.argv[1] if len(sys.argv) > 1 else 20_000)
    browser = Browser()
    browser.run(f"window.kinds = {json.dumps(soups['kinds'])}; window.foreign = {json.dumps(soups['foreign'])};")
    browser.run((HERE / "tree.js").read_text())
    pages, others = soups["pages"], []
    for start in range(0, len(pages), BATCH):
        batch = pages[start : start + BATCH]
        trees = browser.run(f"{json.dumps([page for page, _ in batch])}.map(tree)")
        others += [(page, is_, tree) for (page, is_), tree in zip(batch, trees) if is_ != tree]
    version = browser.call("Browser.getVersion")["product"]
    browser.close()
    for page, is_, tree in others[:10]:
        print(f"\nof {page!r}\nthe reference builds\n  {is_!r}\nand the browser\n  {tree!r}")
    print(f"{version}: {len(pages)} pages, {len(others)} read otherwise")
    return 1 if others else 0


if __name__ == "__main__":
    sys.exit(main())
