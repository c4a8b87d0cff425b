#!/usr/bin/env python3
"""Makes the workbooks of this folder from the web pages of ../office. See README.md."""

import pathlib
import re
import subprocess
import tempfile

import openpyxl
from openpyxl.styles import Border, Side

HERE = pathlib.Path(__file__).parent
PAGES = HERE.parent / "office"
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}


def convert(source, stem, kinds=FILTERS, options=()):
    """LibreOffice Calc: a web page or workbook as workbooks of other formats."""
    for kind in kinds:
        with tempfile.TemporaryDirectory() as folder:
            command = ["soffice", "--headless", *options, "--convert-to", f"{kind}:{FILTERS[kind]}"]
            subprocess.run([*command, "--outdir", folder, str(source)], check=True, stdout=subprocess.DEVNULL)
            written = pathlib.Path(folder) / f"{source.stem}.{kind}"
            (HERE / f"{stem}.{kind}").write_bytes(written.read_bytes())


def number(text):
    """What a clerk types: numbers as numbers."""
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else text


def table(sheet, block, top, left=1):
    """A table of the page, with merged cells and a border around every cell."""
    line = Side(style="thin")
    taken, bottom = set(), top
    for y, row in enumerate(re.findall(r"<tr>(.*?)</tr>", block, re.S), top):
        x = left
        for attributes, text in re.findall(r"<td(.*?)>(.*?)</td>", row, re.S):
            while (y, x) in taken:
                x += 1
            span = lambda kind: int((re.findall(kind + r'="(\d+)"', attributes) or [1])[0])
            wide, high = span("colspan"), span("rowspan")
            for i in range(high):
                for j in range(wide):
                    taken.add((y + i, x + j))
                    sheet.cell(y + i, x + j).border = Border(line, line, line, line)
            sheet.cell(y, x).value = number(text)
            if wide > 1 or high > 1:
                sheet.merge_cells(start_row=y, end_row=y + high - 1, start_column=x, end_column=x + wide - 1)
            x += wide
            bottom = max(bottom, y + high)
    return bottom


def blocks(page):
    text = page.read_text("utf-8")
    return re.findall(r"<h1>.*?</h1>|<p>.*?</p>|<table.*?</table>", text, re.S)


def one_sheet(page, name):
    """Everything on one sheet: titles and paragraphs in cells merged over the whole width."""
    book = openpyxl.Workbook()
    sheet, row = book.active, 1
    for block in blocks(page):
        if block.startswith("<table"):
            row = table(sheet, block, row)
        else:
            sheet.cell(row, 1).value = re.sub("<.*?>", "", block)
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=15)
            row += 1
    book.save(HERE / name)
    return sheet


def by_section(page, name):
    """A sheet for each section, a hidden one with the year before, hidden rows, numbers with formats and
    by formulas."""
    book = openpyxl.Workbook()
    sheet, row = book.active, 2
    sheet.title = "封面"
    for block in blocks(page):
        text = re.sub("<.*?>", "", block)
        if re.match("<p><strong>", block):
            sheet, row = book.create_sheet(text[:12].replace("、", "")), 1
        if block.startswith("<table"):
            row = table(sheet, block, row + 2, 2)
        else:
            sheet.cell(row, 1).value = text
            row += 1
    last = book.copy_worksheet(book.worksheets[2])
    last.sheet_state = "hidden"
    for cell in (cell for row in last.iter_rows() for cell in row):
        if isinstance(cell.value, (int, float)) and not isinstance(cell, openpyxl.cell.cell.MergedCell):
            cell.value += 1
    applications = book.worksheets[3]
    numbers = [cell for row in applications.iter_rows() for cell in row if isinstance(cell.value, int)]
    numbers[0].number_format = "#,##0"
    numbers[1].number_format = '0"件"'
    numbers[2].number_format = "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ "
    numbers[3].value = f"=SUM({numbers[3].value - 1},1)"
    numbers[4].value = f"{numbers[4].value}"
    # Far from everything, without anything in it.
    applications.cell(5000, 300).border = Border(Side(style="thin"))
    applications.insert_rows(applications.max_row + 1)
    hidden = applications.max_row + 2
    applications.cell(hidden, 2).value, applications.cell(hidden, 3).value = "合计", 99999
    applications.row_dimensions[hidden].hidden = True
    with tempfile.TemporaryDirectory() as folder:
        draft = pathlib.Path(folder) / "draft.xlsx"
        book.save(draft)
        # LibreOffice computes the formula and stores its value.
        convert(draft, name)


if __name__ == "__main__":
    for year in ("2020", "2023"):
        page = PAGES / f"report-{year}.html"
        convert(page, f"calc-{year}", options=["--infilter=HTML (StarCalc)"])
        one_sheet(page, f"one-sheet-{year}.xlsx")
        by_section(page, f"by-section-{year}")
