#!/usr/bin/env python3
"""Makes the PDF fixtures of this directory, and reports.json, which says what each of them prints.

usage: make.py [NAME…]

Needs chromium, soffice (LibreOffice Writer and Calc), qpdf, pdftoppm, the fonts Noto Serif CJK and WenQuanYi
Zen Hei, and from PyPI reportlab, pikepdf and pillow. The bodies and all figures are made up.
"""
import json, os, random, subprocess, sys, tempfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
KINDS = ["natural_person", "enterprise", "research", "public_welfare", "legal_service", "other"]
HEADS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
GROUPS = [
    ("（三）不予公开", "denied", [("1.属于国家秘密", "state_secret"), ("2.其他法律行政法规禁止公开", "prohibited_by_law"),
      ("3.危及“三安全一稳定”", "security_and_stability"), ("4.保护第三方合法权益", "third_party_rights"),
      ("5.属于三类内部事务信息", "internal_affairs"), ("6.属于四类过程性信息", "process_information"),
      ("7.属于行政执法案卷", "enforcement_files"), ("8.属于行政查询事项", "administrative_inquiry")]),
    ("（四）无法提供", "unavailable", [("1.本机关不掌握相关政府信息", "not_held"), ("2.没有现成信息需要另行制作", "needs_creation"),
      ("3.补正后申请内容仍不明确", "still_unclear")]),
    ("（五）不予处理", "not_processed", [("1.信访举报投诉类申请", "petition"), ("2.重复申请", "duplicate"),
      ("3.要求提供公开出版物", "publication_request"), ("4.无正当理由大量反复申请", "excessive"),
      ("5.要求行政机关确认或重新出具已获取信息", "confirmation")]),
    ("（六）其他处理", "other", [("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "not_supplemented"),
      ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "fee_unpaid"), ("3.其他", "other")]),
]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
CHALLENGES = ["review", "direct_suits", "suits_after_review"]


class Figures(dict):
    """The cells of a report by path, whose sums hold."""

    def __init__(self, seed, edition):
        self.dice, self.edition, self.rows = random.Random(seed), edition, []
        self.groups = GROUPS if edition == 2021 else GROUPS[:3]
        items = ["granted", "partly_granted"] + [f"{g}.{i}" for _, g, items in self.groups for _, i in items]
        items += [] if edition == 2021 else ["other"]
        columns = [[self.few() for _ in items] for _ in KINDS]
        for item, counts in zip(items, zip(*columns)):
            self.row(f"outcomes.{item}", counts)
        totals = [sum(column) for column in columns]
        self.row("outcomes.total", totals)
        out = [min(self.few(), total) for total in totals]
        carried = [self.few() for _ in KINDS]
        self.row("carried_in", carried)
        self.row("received", [t + o - c if t + o >= c else 0 for t, o, c in zip(totals, out, carried)])
        self.row("carried_out", [r + c - t for r, c, t in zip(
            [self[f"applications.received.{k}"] for k in KINDS], carried, totals)])
        for group in CHALLENGES:
            counts = [self.few() for _ in range(4)]
            for name, count in zip(["upheld", "corrected", "other", "pending", "total"], counts + [sum(counts)]):
                self[f"challenges.{group}.{name}"] = count
        for path, value in self.proactive():
            self["proactive." + path] = value

    def few(self):
        return self.dice.choice([0, 0, 0, 1, 2, 3, 7, 10, 11, 22, 100, 101, 1206])

    def row(self, name, counts):
        for kind, count in zip(KINDS + ["total"], list(counts) + [sum(counts)]):
            self[f"applications.{name}.{kind}"] = count

    def proactive(self):
        few = self.few
        if self.edition == 2021:
            yield from [("rules.issued", 1), ("rules.repealed", 0), ("rules.in_force", 11),
                        ("normative_documents.issued", 7), ("normative_documents.repealed", 2),
                        ("normative_documents.in_force", 122), ("licensing.decisions", 21470 + few()),
                        ("penalties.decisions", 860 + few()), ("coercion.decisions", few()), ("fees.amount", "1616.25")]
        else:
            for name in ["rules", "normative_documents"]:
                yield from [(f"{name}.made", 2), (f"{name}.published", 2), (f"{name}.total", 33 + few())]
            for name in ["licensing", "other_services", "penalties", "coercion"]:
                yield from [(f"{name}.previous_items", 40 + few()), (f"{name}.change", few() - 3), (f"{name}.decisions", few())]
            yield from [("fees.previous_items", 5), ("fees.change", 0), ("procurement.items", 12), ("procurement.amount", "3300.5")]

    # A table is rows of (text, columns, rows); a text from the report is its number.
    def seven(self, name):
        return [(str(self[f"applications.{name}.{kind}"]), 1, 1) for kind in KINDS + ["total"]]

    def applications(self):
        span = 22 if self.edition == 2021 else 20
        rows = [[("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), ("申请人情况", 7, 1)],
                [("自然人", 1, 2), ("法人或其他组织", 5, 1), ("总计", 1, 2)],
                [(head, 1, 1) for head in HEADS[1:6]],
                [("一、本年新收政府信息公开申请数量", 3, 1)] + self.seven("received"),
                [("二、上年结转政府信息公开申请数量", 3, 1)] + self.seven("carried_in"),
                [("三、本年度办理结果", 1, span), ("（一）予以公开", 2, 1)] + self.seven("outcomes.granted"),
                [("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2, 1)] + self.seven("outcomes.partly_granted")]
        for label, group, items in self.groups:
            for at, (item, path) in enumerate(items):
                first = [(label, 1, len(items))] if at == 0 else []
                rows.append(first + [(item, 1, 1)] + self.seven(f"outcomes.{group}.{path}"))
        if self.edition == 2019:
            rows.append([("（六）其他处理", 2, 1)] + self.seven("outcomes.other"))
        rows.append([("（七）总计", 2, 1)] + self.seven("outcomes.total"))
        rows.append([("四、结转下年度继续办理", 3, 1)] + self.seven("carried_out"))
        return rows

    def block(self, item, heads, rows):
        get = lambda path: (str(self["proactive." + path]), 1, 1)
        wide = lambda cells: cells[:-1] + [(cells[-1][0], 4 - len(cells) + 1, 1)]
        yield [(f"第二十条第（{item}）项", 4, 1)]
        yield wide([("信息内容", 1, 1)] + [(head, 1, 1) for head in heads])
        for label, path, columns in rows:
            yield wide([(label, 1, 1)] + [get(f"{path}.{column}") for column in columns])

    def disclosed(self):
        rows = []
        if self.edition == 2021:
            three = ["issued", "repealed", "in_force"]
            rows += self.block("一", ["本年制发件数", "本年废止件数", "现行有效件数"],
                               [("规章", "rules", three), ("行政规范性文件", "normative_documents", three)])
            rows += self.block("五", ["本年处理决定数量"], [("行政许可", "licensing", ["decisions"])])
            rows += self.block("六", ["本年处理决定数量"], [("行政处罚", "penalties", ["decisions"]), ("行政强制", "coercion", ["decisions"])])
            rows += self.block("八", ["本年收费金额（单位：万元）"], [("行政事业性收费", "fees", ["amount"])])
        else:
            made, items = ["made", "published", "total"], ["previous_items", "change", "decisions"]
            heads = ["上一年项目数量", "本年增/减", "处理决定数量"]
            rows += self.block("一", ["本年新制作数量", "本年新公开数量", "对外公开总数量"],
                               [("规章", "rules", made), ("规范性文件", "normative_documents", made)])
            rows += self.block("五", heads, [("行政许可", "licensing", items), ("其他对外管理服务事项", "other_services", items)])
            rows += self.block("六", heads, [("行政处罚", "penalties", items), ("行政强制", "coercion", items)])
            rows += self.block("八", heads[:2], [("行政事业性收费", "fees", items[:2])])
            rows += self.block("九", ["采购项目数量", "采购总金额"], [("政府集中采购", "procurement", ["items", "amount"])])
        return rows

    def challenges(self):
        numbers = [(str(self[f"challenges.{g}.{n}"]), 1, 1) for g in CHALLENGES for n in ["upheld", "corrected", "other", "pending", "total"]]
        return [[("行政复议", 5, 1), ("行政诉讼", 10, 1)],
                [(name, 1, 2) for name in OUTCOMES] + [("未经复议直接起诉", 5, 1), ("复议后起诉", 5, 1)],
                [(name, 1, 1) for name in OUTCOMES * 2], numbers]


def blocks(name, agency, year, figures, long=False):
    """The page: ("title" | "heading" | "text", text) and ("table", rows, head rows, widths)."""
    grow = "每一项都落实到科室和人，逐月核对，逐项销号，做到有部署、有检查、有回音。" * (6 if long else 1)
    yield "title", f"{agency}{year}年政府信息公开工作年度报告"
    yield "text", (f"根据《中华人民共和国政府信息公开条例》的规定，{agency}编制本报告。本报告所列数据的统计期限自{year}年1月1日起"
                   f"至{year}年12月31日止。")
    yield "heading", "一、总体情况"
    yield "text", f"（一）主动公开。把与群众办事有关的目录、标准、结果一次列全，常年更新。{grow}"
    yield "text", f"（二）依申请公开。申请的登记、答复、归档由专人经办，答复前一律过法制关。{grow}"
    yield "text", f"（三）政府信息管理。文件起草时写明公开属性，发布前查验来源，失效后及时标注。{grow}"
    yield "text", f"（四）平台建设。专栏按法定内容重新排布，检索能到条目。{grow}"
    yield "text", f"（五）监督保障。工作考核纳入年度目标，社会评议由第三方承办，未发生责任追究的情形。{grow}"
    yield "heading", "二、主动公开政府信息情况"
    yield "table", figures.disclosed(), 0, [25, 25, 25, 25]
    yield "heading", "三、收到和处理政府信息公开申请情况"
    yield "table", figures.applications(), 3, [5, 15, 24, 8, 8, 8, 8, 8, 8, 8]
    yield "heading", "四、政府信息公开行政复议、行政诉讼情况"
    yield "table", figures.challenges(), 3, [1] * 15
    yield "heading", "五、存在的主要问题及改进情况"
    yield "text", "目录更新有时迟于文件印发。下一年把更新时限写进办文流程，超时自动提醒。"
    yield "heading", "六、其他需要报告的事项"
    yield "text", "本年度未收取信息处理费。"


def html(page, css):
    out = [f"<!DOCTYPE html><html lang=zh><meta charset=utf-8><style>{css}</style><body>"]
    for kind, *rest in page:
        if kind != "table":
            out.append({"title": "<h1>{}</h1>", "heading": "<h2>{}</h2>", "text": "<p>{}</p>"}[kind].format(escape(rest[0])))
            continue
        rows, heads, widths = rest
        out.append("<table><colgroup>" + "".join(f"<col style='width:{100 * w / sum(widths):.2f}%'>" for w in widths) + "</colgroup>")
        for at, row in enumerate(rows):
            out.append("<thead>" * (at == 0 < heads) + "<tbody>" * (at == heads) + "<tr>")
            out += [f"<td colspan={c} rowspan={r}>{escape(text)}</td>" for text, c, r in row]
            out.append("</tr>" + "</thead>" * (at + 1 == heads))
        out.append("</table>")
    return "\n".join(out)


CSS = """
@page { size: A4; margin: 2cm }
body { font: 12pt/1.8 'Noto Serif CJK SC' } p { text-indent: 2em; text-align: justify; margin: 0 }
h1 { font-size: 20pt; text-align: center } h2 { font-size: 14pt; margin: 8pt 0 } h1, h2 { font-weight: normal }
table { width: 100%; table-layout: fixed; font-size: 9pt; line-height: 1.4; margin: 6pt 0; text-align: center }
td { padding: 3pt 1pt; overflow-wrap: anywhere }
"""
COLLAPSED = CSS + "table { border-collapse: collapse } td { border: 1px solid #333 }"
HEI = "body { font-family: 'WenQuanYi Zen Hei' }"
SEPARATE = CSS + HEI + ("@page { size: A4 landscape } table { border: 1px outset gray; border-spacing: 2px } td { border: 1px inset gray }"
                  " td:nth-child(odd) { background: #eef }")
BARE = CSS + HEI + "table { border-collapse: collapse } td { border: 0 }"


def chromium(source, target, *options):
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", *options, f"--print-to-pdf={target}", source.as_uri())


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def covered(rows, office="text"):
    """The rows of a table as OpenDocument has them: a merged cell, then those that it covers."""
    taken, width = {}, sum(columns for _, columns, _ in rows[0])
    for at, row in enumerate(rows):
        line, column, cells = [], 0, iter(row)
        while column < width:
            if (at, column) in taken:
                line.append("<table:covered-table-cell/>"); column += 1; continue
            text, c, r = next(cells)
            taken.update({(y, x): True for y in range(at, at + r) for x in range(column, column + c)})
            number = office == "sheet" and text.replace(".", "").lstrip("-").isdigit()
            value = f' office:value-type="float" office:value="{text}"' if number else ""
            line.append(f'<table:table-cell table:style-name="cell" table:number-columns-spanned="{c}" table:number-rows-spanned="{r}"{value}>'
                        f'<text:p text:style-name="cellp">{escape(text)}</text:p></table:table-cell>')
            line += ["<table:covered-table-cell/>"] * (c - 1)
            column += c
        yield "<table:table-row>" + "".join(line) + "</table:table-row>"


NAMES = dict(office="office", style="style", text="text", table="table", fo="xsl-fo-compatible", svg="svg-compatible")
SPACES = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for n, u in NAMES.items())


def fods(page):
    """A sheet of Calc, fitted to the width of its pages; tables under each other, fifteen columns wide."""
    rows = []
    for kind, *rest in page:
        if kind != "table":
            rows.append(f'<table:table-row table:style-name="high"><table:table-cell table:style-name="plain" table:number-columns-spanned="15"><text:p>{escape(rest[0])}</text:p></table:table-cell></table:table-row>')
        else:
            rows += covered(rest[0], "sheet")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:styles><style:style style:name="Default" style:family="table-cell"><style:text-properties style:font-name-asian="Noto Serif CJK SC" fo:font-size="9pt" style:font-size-asian="9pt"/></style:style></office:styles>
<office:automatic-styles><style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:wrap-option="wrap" style:vertical-align="middle"/><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="plain" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>
<style:style style:name="high" style:family="table-row"><style:table-row-properties style:row-height="1.2cm"/></style:style>
<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="2.4cm"/></style:style>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles>
<office:body><office:spreadsheet><table:table table:name="年报"><table:table-column table:style-name="wide" table:number-columns-repeated="15"/>{"".join(rows)}</table:table></office:spreadsheet></office:body></office:document>"""


def fodt(page):
    """A Writer document; its tables break over pages, their heads are repeated."""
    body, styles = [], []
    for kind, *rest in page:
        if kind != "table":
            body.append(f'<text:p text:style-name="{kind}">{escape(rest[0])}</text:p>'); continue
        rows, heads, widths = rest
        name = f"t{len(styles)}"
        for at, w in enumerate(widths):
            styles.append(f'<style:style style:name="{name}c{at}" style:family="table-column"><style:table-column-properties style:column-width="{17 * w / sum(widths):.3f}cm"/></style:style>')
        lines = list(covered(rows))
        body.append(f'<table:table table:name="{name}" table:style-name="table">' + "".join(f'<table:table-column table:style-name="{name}c{at}"/>' for at in range(len(widths)))
                    + (f"<table:table-header-rows>{''.join(lines[:heads])}</table:table-header-rows>" if heads else "") + "".join(lines[heads:]) + "</table:table>")
    font = 'style:font-name-asian="Noto Serif CJK SC" style:font-name="Liberation Serif"'
    para = lambda name, props, size: (f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties {props}/>'
                                      f'<style:text-properties {font} fo:font-size="{size}pt" style:font-size-asian="{size}pt"/></style:style>')
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Noto Serif CJK SC" svg:font-family="'Noto Serif CJK SC'"/><style:font-face style:name="Liberation Serif" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles>{para("title", 'fo:text-align="center"', 20)}{para("heading", '', 14)}{para("text", 'fo:text-indent="0.85cm" fo:text-align="justify"', 12)}{para("cellp", 'fo:text-align="center"', 9)}</office:styles>
<office:automatic-styles>{"".join(styles)}
<style:style style:name="table" style:family="table"><style:table-properties style:width="17cm" table:align="center"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.05cm" style:vertical-align="middle"/></style:style>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:header><text:p>内部编号 澄公开〔2024〕3号</text:p></style:header>
<style:footer><text:p style:parent-style-name="cellp">— <text:page-number text:select-page="current">1</text:page-number> —</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>{"".join(body)}</office:text></office:body></office:document>"""


def soffice(source, directory):
    run("soffice", "--headless", f"-env:UserInstallation=file://{directory}/profile", "--convert-to", "pdf", "--outdir", directory, source)


def rects(page, target, bold):
    """Drawn by hand: rules are thin rectangles, the font is not embedded, digits are drawn twice for bold."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas, y = Canvas(str(target), pagesize=(595, 842), invariant=1), 780

    def text(x, y, string, size=9):
        canvas.setFont("STSong-Light", size)
        canvas.drawString(x, y, string)
        if bold:
            canvas.drawString(x + 0.35, y, string)

    def turn():
        nonlocal y
        canvas.showPage()
        y = 780

    for kind, *rest in page:
        if kind != "table":
            for at in range(0, len(rest[0]), 40):
                if y < 80: turn()
                text(60 if at else 84, y, rest[0][at:at + 40], 11); y -= 20
            continue
        rows, heads, widths = rest
        edges = [60 + 475 * sum(widths[:at]) / sum(widths) for at in range(len(widths) + 1)]
        taken, tops, height = {}, [], 22
        if y - height * len(rows) < 60: turn()
        for row in rows:
            tops.append(y); y -= height
        for at, row in enumerate(rows):
            column = 0
            for string, c, r in row:
                while (at, column) in taken: column += 1
                for yy in range(at, at + r):
                    for xx in range(column, column + c): taken[yy, xx] = True
                top, bottom = tops[at], tops[at] - height * r
                left, right = edges[column], edges[column + c]
                for box in [(left, top, right - left, .5), (left, bottom, right - left, .5), (left, bottom, .5, top - bottom), (right, bottom, .5, top - bottom)]:
                    canvas.rect(*box, stroke=0, fill=1)
                fit = max(1, int((right - left - 2) / 7))
                lines = [string[i:i + fit] for i in range(0, len(string), fit)] if not string.replace(".", "").lstrip("-").isdigit() else [string]
                size = min(7, (top - bottom - 2) / len(lines))
                for i, line in enumerate(lines):
                    text(left + 1.5, (top + bottom) / 2 + size * (len(lines) / 2 - i - .9), line, size)
                column += c
        y -= 20
    canvas.save()


def scans(source, target, hidden):
    """Pictures of the pages, with or without a hidden layer of recognised text."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas
    with tempfile.TemporaryDirectory() as work:
        run("pdftoppm", "-r", 40, "-gray", "-jpeg", "-jpegopt", "quality=20", source, f"{work}/page")
        canvas = Canvas(str(target), pagesize=(595, 842), invariant=1)
        for picture in sorted(Path(work).glob("*.jpg")):
            canvas.drawImage(ImageReader(str(picture)), 0, 0, 595, 842)
            if hidden:
                words = canvas.beginText(60, 700)
                words.setTextRenderMode(3)
                words.setFont("Helvetica", 9)
                words.textLine("1 2 3 4 5 6 7")
                canvas.drawText(words)
            canvas.showPage()
        canvas.save()


def main():
    names = set(sys.argv[1:])
    wanted = lambda name: not names or name in names
    reports = {
        "writer": ("澄岭县人民政府", 2023, Figures(1, 2021)), "chromium": ("望津市农业农村局", 2024, Figures(2, 2021)),
        "calc": ("云岭市人民政府", 2020, Figures(3, 2019)), "separate": ("澄岭县教育局", 2022, Figures(4, 2021)),
        "bare": ("望津市人民政府", 2023, Figures(5, 2021)), "rects": ("云岭市司法局", 2023, Figures(6, 2021)),
    }
    truth = {name: {"agency": agency, "year": year, "cells": figures} for name, (agency, year, figures) in reports.items()}
    (HERE / "reports.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n")
    page = lambda name, **more: blocks(name, *reports[name], **more)
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        if wanted("writer"):
            (work / "writer.fodt").write_text(fodt(page("writer", long=True)))
            soffice(work / "writer.fodt", work)
            (HERE / "writer.pdf").write_bytes((work / "writer.pdf").read_bytes())
        for name, css, options in [("chromium", COLLAPSED, []), ("separate", SEPARATE, ["--no-pdf-header-footer"]), ("bare", BARE, ["--no-pdf-header-footer"])]:
            if wanted(name):
                (work / f"{name}.html").write_text(html(page(name, long=name != "bare"), css))
                chromium(work / f"{name}.html", HERE / f"{name}.pdf", *options)
        if wanted("calc"):
            (work / "calc.fods").write_text(fods(page("calc")))
            soffice(work / "calc.fods", work)
            (HERE / "calc.pdf").write_bytes((work / "calc.pdf").read_bytes())
    if wanted("rects"):
        rects(page("rects"), HERE / "rects.pdf", bold=True)
    import pikepdf
    if wanted("scan"):
        scans(HERE / "rects.pdf", HERE / "scan.pdf", False)
        scans(HERE / "rects.pdf", HERE / "scan-ocr.pdf", True)
    if wanted("turned"):
        with pikepdf.open(HERE / "writer.pdf") as pdf:
            for at, sheet in enumerate(pdf.pages):
                sheet.MediaBox = [0, 0, 700, 900]
                sheet.contents_add(b"q 1 0 0 1 31 47 cm", prepend=True)
                sheet.contents_add(b"Q")
                sheet.CropBox = [31, 47, 31 + 595, 47 + 842]
                sheet.Rotate = [90, 180, 270, 0][at % 4]
            pdf.save(HERE / "turned.pdf", deterministic_id=True)
    if wanted("unmapped"):
        with pikepdf.open(HERE / "calc.pdf") as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                    del thing.ToUnicode
            pdf.save(HERE / "unmapped.pdf", deterministic_id=True)
    if wanted("mixed"):
        with pikepdf.open(HERE / "rects.pdf") as pdf, pikepdf.open(HERE / "scan.pdf") as scan:
            pdf.pages[1] = scan.pages[1]
            pdf.save(HERE / "mixed.pdf", deterministic_id=True)
    if wanted("encrypted"):
        for name, password in [("encrypted-open", ""), ("encrypted", "geheim")]:
            run("qpdf", "--static-id", "--static-aes-iv", "--object-streams=generate", "--encrypt", password, "owner", "256", "--", HERE / "rects.pdf", HERE / f"{name}.pdf")


main()
