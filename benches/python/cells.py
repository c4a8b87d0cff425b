#!/usr/bin/env python3
"""cells.py [RUNS]: what the HTML libraries of Python take to read the cells of the pages of the bench `speed`.

They are put into a virtual environment of their own from PyPI. The pages come from the bench, which is then run
on them in the same minutes; every time is given as a multiple of gongkai's `document`, which reads the text
outside of tables too.
"""

import io
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import venv

PACKAGES = ["lxml", "pandas", "html5lib", "selectolax", "beautifulsoup4"]
HERE = pathlib.Path(__file__).resolve()


def with_lxml(page):
    import lxml.html

    rows = lxml.html.fromstring(page).iter("tr")
    return [[cell.text_content().strip() for cell in row if cell.tag in ("td", "th")] for row in rows]


def with_pandas(page):
    import pandas

    return [row for table in pandas.read_html(io.StringIO(page)) for row in table.values.tolist()]


def with_selectolax(page):
    from selectolax.lexbor import LexborHTMLParser

    rows = LexborHTMLParser(page).css("tr")
    return [[cell.text().strip() for cell in row.css("td, th")] for row in rows]


def soup(parser):
    def read(page):
        from bs4 import BeautifulSoup

        rows = BeautifulSoup(page, parser).find_all("tr")
        return [[cell.get_text().strip() for cell in row.find_all(["td", "th"])] for row in rows]

    return read


READERS = {
    "selectolax (lexbor)": (with_selectolax, "selectolax"),
    "lxml": (with_lxml, "lxml"),
    "pandas.read_html (lxml)": (with_pandas, "pandas"),
    "BeautifulSoup (lxml)": (soup("lxml"), "beautifulsoup4"),
    "BeautifulSoup (html.parser)": (soup("html.parser"), "beautifulsoup4"),
}


def measure(page, runs):
    """The median time of each reader, in nanoseconds, all of them in turn."""
    times = {name: [] for name in READERS}
    for number in range(runs + 1):
        for name, (read, _) in READERS.items():
            start = time.perf_counter_ns()
            cells = read(page)
            took = time.perf_counter_ns() - start
            assert sum(len(row) for row in cells) > 200, f"{name} found {cells}"
            if number:  # The first run imports the library.
                times[name].append(took)
    return {name: statistics.median(taken) for name, taken in times.items()}


def rust(*arguments):
    command = ["cargo", "bench", "--quiet", "--bench", "speed", "--", *map(str, arguments)]
    return subprocess.run(command, cwd=HERE.parents[2], check=True, text=True, stdout=subprocess.PIPE).stdout


def main(runs):
    from importlib.metadata import version

    with tempfile.TemporaryDirectory() as folder:
        rust("--write", folder)
        for path in sorted(pathlib.Path(folder).glob("*.html")):
            page = path.read_text(encoding="utf-8")
            own = re.search(r"document: text to pieces +(\d+) ns", rust("--only", path))
            own = int(own.group(1))
            print(f"\n{path.name}, {len(page.encode())} bytes\n  {'gongkai, document':<36} {own:>12} ns")
            for name, took in sorted(measure(page, runs).items(), key=lambda item: item[1]):
                named = f"{name} {version(READERS[name][1])}"
                print(f"  {named:<36} {took:>12.0f} ns {took / own:>8.1f} x")


if __name__ == "__main__":
    if os.environ.get("GONGKAI_CELLS_PYTHON") != sys.executable:
        folder = pathlib.Path(tempfile.gettempdir()) / "gongkai-cells"
        python = folder / "bin" / "python"
        if not python.exists():
            venv.create(folder, with_pip=True)
            subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        os.environ["GONGKAI_CELLS_PYTHON"] = str(python)
        os.execv(python, [str(python), *sys.argv])
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
