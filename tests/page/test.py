#!/usr/bin/env python3
"""Audit pages in a browser: `test.py BINARIES [SHOTS]`.

BINARIES is the folder of the examples `check` and `audit`; SHOTS, if given, gets pictures and a PDF
of every page. Fails on any complaint of the browser, any link that does not land where it should,
text without contrast, a page wider than its window, and if a page made wrong on purpose passes.
"""

import base64
import json
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from browser import Browser  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent.parent / "examples" / "data"
PROBE = (HERE / "probe.js").read_text()

EVIL = "</title></style><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\u0000\"'&amp;"


def run(program, *arguments, text=None):
    """What an example prints; its exit status speaks of the report and not of itself."""
    done = subprocess.run([program, *arguments], input=text, capture_output=True, text=True, encoding="utf-8")
    if done.returncode > 1:
        raise SystemExit(f"{program} {arguments}: {done.stderr}")
    return done.stdout


def passage(audit, section, words, paragraph=None):
    """The place of some words in the prose of a section."""
    def texts(part):
        return part.get("paragraphs", []) + [text for inner in part.get("parts", []) for text in texts(inner)]
    for at, text in enumerate(texts(audit["report"][section])):
        if words in text and paragraph in (None, at):
            start = len(text[: text.index(words)].encode())
            return {"section": section, "paragraph": at, "start": start, "end": start + len(words.encode())}
    raise SystemExit(f"no prose says {words}")


def finding(audit, rule, severity, zh, en, **more):
    base = {"rule": rule, "severity": severity, "cells": [], "expected": None, "actual": None, "place": None}
    audit["findings"].append(base | {"cause": None, "message": {"zh": zh, "en": en}} | more)


def marked(audit):
    """Claims and findings about prose on top of what the page has, overlapping."""
    def total(row):
        return f"applications.{row}.total"
    said = [("31件", [total("received")], []), ("28件", ["applications.received.natural_person"], [])]
    said += [("30件", [total("received"), total("carried_in")], [total("carried_out")])]
    audit["claims"] = [
        {"passage": passage(audit, "overview", words), "plus": plus, "minus": minus, "value": words[:-1]}
        for words, plus, minus in said
    ]
    words = "办结30件，结转"
    zh, en = "办结数与表三不符", "the number concluded is not that of table 3"
    where = passage(audit, "overview", words)
    finding(audit, "prose-figure", "warning", zh, en, passage=where, cells=[total("outcomes.total")])
    where = passage(audit, "improvement", "下一步")
    finding(audit, "prose-plan", "note", "改进措施过于笼统", "the plan is vague", passage=where)
    cause = {"cell": "applications.outcomes.granted.total", "printed": "32", "suggested": "23"}
    for one in audit["findings"][:2]:
        one["cause"] = cause
    audit["inferred"] = [f"applications.carried_out.{kind}" for kind in ("natural_person", "enterprise", "total")]


def hostile(audit):
    """Everything that a page could say to break out, and passages that make no sense."""
    marked(audit)
    report = audit["report"]
    report["title"] = report["agency"] = EVIL
    report["overview"]["heading"] = EVIL
    report["other_matters"] = {"heading": EVIL, "paragraphs": [EVIL * 3, "", "长" * 500, "x" * 2000]}
    report["extra_rows"] = [{"table": "applications", "label": EVIL, "values": [EVIL] * 9}]
    report["applications"]["received"]["research"] = {"unreadable": "<b>1</b>"}
    senseless = [(0, 99999), (1, 2), (5, 3), (3, 3)]
    for start, end in senseless:
        where = {"section": "overview", "paragraph": 1, "start": start, "end": end}
        finding(audit, EVIL, "error", EVIL, EVIL, passage=where)
    for section, paragraph in ((None, None), (None, 77), ("challenges", None), ("overview", 2**50)):
        where = {"section": section, "paragraph": paragraph, "start": 0, "end": 3}
        finding(audit, EVIL, "note", EVIL, EVIL, passage=where)
    audit["outcomes"] = {EVIL: {"status": "skipped", "reason": {"code": "blank", "zh": EVIL, "en": EVIL}}}


def pages(binaries, folder):
    """The pages by name: from files, and from audits to which something was done."""
    check, audit = binaries / "check", binaries / "audit"
    files = {"sample": DATA / "sample.txt", "clean": DATA / "sample.html"}
    files |= {file.stem: file for file in sorted(HERE.glob("*.txt"))}
    for name, file in files.items():
        for language in ("zh", "en"):
            page = folder / f"{name}-{language}.html"
            run(audit, file, "--lang", language, "-o", page)
            yield page
    for change in (marked, hostile):
        said = json.loads(run(check, "--format", "json", HERE / "faulty-2021.txt"))
        change(said)
        for language in ("zh", "en"):
            page = folder / f"{change.__name__}-{language}.html"
            run(audit, "-", "--lang", language, "-o", page, text=json.dumps(said))
            yield page


def complaints(browser, page):
    """What the browser had to say about loading a page."""
    for event in browser.events:
        method, what = event.get("method"), event.get("params", {})
        if method in ("Runtime.exceptionThrown", "Network.loadingFailed", "Page.javascriptDialogOpening"):
            yield f"{method}: {what}"
        if method == "Runtime.consoleAPICalled" and what["type"] in ("error", "warning", "assert"):
            yield f"console: {what['args']}"
        if method == "Log.entryAdded" and what["entry"]["level"] in ("error", "warning"):
            yield f"log: {what['entry']['text']}"
        if method == "Network.requestWillBeSent" and what["request"]["url"].partition("#")[0] != page.as_uri():
            yield f"asks for {what['request']['url']}"


def faults(browser, page, shots=None):
    """Everything that is wrong with a page, in every way of looking at it."""
    found = []
    looks = {"light": {}, "dark": {"dark": True}, "phone": {"width": 360, "height": 740}}
    for name, look in looks.items():
        browser.look(**look)
        browser.open(page.as_uri())
        said = list(complaints(browser, page)) + browser.run(PROBE)
        found += [f"{page.name} {name}: {what}" for what in said]
        if shots:
            browser.open(page.as_uri())
            shoot(browser, shots / f"{page.stem}-{name}.png")
    found += keyboard(browser, page)
    browser.look(dark=True, media="print")
    if browser.run("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)":
        found.append(f"{page.name}: paper is not white")
    pdf = base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])
    if not pdf.startswith(b"%PDF") or len(pdf) < 10_000:
        found.append(f"{page.name}: cannot be printed")
    if shots:
        (shots / f"{page.stem}.pdf").write_bytes(pdf)
    return found


def keyboard(browser, page):
    """The first stop of the keyboard leads past the contents."""
    browser.look()
    browser.open(page.as_uri())
    for kind in ("keyDown", "keyUp"):
        browser.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    first = browser.run(
        "(() => { const at = document.activeElement; return [at.className, at.getBoundingClientRect().left >= 0]; })()"
    )
    return [] if first == ["skip", True] else [f"{page.name}: the first stop is {first}"]


def shoot(browser, file):
    height = browser.run("document.documentElement.scrollHeight")
    size = browser.run("[innerWidth, innerHeight]")
    clip = {"x": 0, "y": 0, "width": size[0], "height": height, "scale": 1}
    shot = browser.call("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)
    file.write_bytes(base64.b64decode(shot["data"]))


SPOILED = {
    "leads nowhere": ('id="finding-1"', 'id="finding-one"'),
    "is there twice": ('id="finding-2"', 'id="finding-1"'),
    "nothing leads back": ('class="ref error"', 'class="ref error" href="#report" data-was'),
    "is only": ("--ink: #", "--ink: #999999; --gone: #"),
    "wide in a window": ("overflow-x: auto", "overflow-x: visible"),
    "log: ": ("<main>", '<main><img src="picture.png">'),
    "asks for": ("default-src 'none'", "default-src *"),
    "the first stop": ('class="skip"', 'class="skip" hidden'),
}


def spoiled(browser, page, folder):
    """Pages made wrong on purpose; each must be found out."""
    text = page.read_text()
    for fault, (old, new) in SPOILED.items():
        if old not in text:
            yield f"nothing to spoil: {old}"
            continue
        wrong = text.replace(old, new)
        if fault == "asks for":
            wrong = wrong.replace("<main>", '<main><img src="picture.png">')
        file = folder / "spoiled.html"
        file.write_text(wrong)
        if not any(fault in found for found in faults(browser, file)):
            yield f"not found out: {fault}"


def main():
    binaries = pathlib.Path(sys.argv[1]).resolve()
    shots = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
    found, count = [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        browser = Browser()
        try:
            for page in pages(binaries, folder):
                found += faults(browser, page, shots)
                count += 1
            found += spoiled(browser, folder / "marked-zh.html", folder)
        finally:
            browser.close()
    print("\n".join(found) or f"{count} pages are well, and {len(SPOILED)} spoiled ones were found out")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
