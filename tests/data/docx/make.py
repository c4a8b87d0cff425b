#!/usr/bin/env python3
"""Makes the Word files of this folder from the web pages of ../office. See README.md."""

import copy
import pathlib
import re
import subprocess

import tempfile

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

HERE = pathlib.Path(__file__).parent
PAGES = HERE.parent / "office"


def convert(page, name):
    """LibreOffice Writer: a web page as a Word file."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", "--infilter=HTML (StarWriter)"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(page)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (HERE / name).write_bytes((pathlib.Path(folder) / (page.stem + ".docx")).read_bytes())


def run(text, deleted=False):
    tag = "delText" if deleted else "t"
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def tracked(cell):
    """The number of a cell stands there as an insertion, beside a deletion of another one."""
    paragraph = cell.paragraphs[0]
    number = paragraph.text
    for old in paragraph._p.findall(qn("w:r")):
        paragraph._p.remove(old)
    note = 'w:id="1" w:author="甲" w:date="2024-01-05T09:00:00Z"'
    for kind, content in (("del", run("9" + number, True)), ("ins", run(number))):
        paragraph._p.append(parse_xml(f"<w:{kind} {nsdecls('w')} {note}>{content}</w:{kind}>"))


def deleted_row(table, below):
    """A row that was deleted with changes tracked."""
    row = copy.deepcopy(table.rows[below]._tr)
    note = 'w:id="2" w:author="甲" w:date="2024-01-05T09:00:00Z"'
    properties = row.get_or_add_trPr()
    properties.append(parse_xml(f"<w:del {nsdecls('w')} {note}/>"))
    table.rows[below]._tr.addprevious(row)


def in_control(paragraph):
    """The text of a paragraph in a content control."""
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias w:val='单位'/><w:text/></w:sdtPr><w:sdtContent/></w:sdt>")
    for old in paragraph._p.findall(qn("w:r")):
        control.find(qn("w:sdtContent")).append(old)
    paragraph._p.append(control)


def as_field(paragraph):
    """The text of a paragraph as the result of a field."""
    first = paragraph._p.find(qn("w:r"))
    for kind in ("begin", "instr", "separate"):
        content = f"<w:fldChar w:fldCharType='{kind}'/>"
        if kind == "instr":
            content = "<w:instrText>SUM(ABOVE) 4711</w:instrText>"
        first.addprevious(parse_xml(f"<w:r {nsdecls('w')}>{content}</w:r>"))
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:fldChar w:fldCharType='end'/></w:r>"))


BOX = """
<w:r {0} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{1}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{1}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""


def in_box(paragraph):
    """The text of a paragraph in a text box, in both forms in which Word writes one."""
    content = f"<w:p>{run(paragraph.text)}</w:p>"
    for old in paragraph._p.findall(qn("w:r")):
        paragraph._p.remove(old)
    paragraph._p.append(parse_xml(BOX.format(nsdecls("w"), content)))


NUMBERING = """<w:abstractNum {0} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>"""


def numbered(document, headings):
    """The ordinals of the sections as automatic numbering, the headings in a style of headings."""
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(nsdecls("w"))))
    numbering.append(parse_xml(f"<w:num {nsdecls('w')} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
    for heading in headings:
        text = heading.text.split("、", 1)[1]
        for old in heading._p.findall(qn("w:r")):
            heading._p.remove(old)
        heading.style = document.styles["Heading 1"]
        heading.add_run(text)
        number = parse_xml(f"<w:numPr {nsdecls('w')}><w:ilvl w:val='0'/><w:numId w:val='77'/></w:numPr>")
        heading._p.get_or_add_pPr().append(number)


def rebuilt(page):
    """The report in a Word file of python-docx, which brings styles and numbering of its own."""

    document = docx.Document()
    text = page.read_text("utf-8")
    for block in re.findall(r"<h1>.*?</h1>|<p>.*?</p>|<table.*?</table>", text, re.S):
        if not block.startswith("<table"):
            plain = re.sub(r"<.*?>", "", block)
            document.add_paragraph(plain, "Title" if block.startswith("<h1") else None)
            continue
        rows = re.findall(r"<tr>(.*?)</tr>", block, re.S)
        cells = [re.findall(r"<td(.*?)>(.*?)</td>", row, re.S) for row in rows]
        span = lambda kind, of: int((re.findall(kind + r'="(\d+)"', of) or [1])[0])
        width = sum(span("colspan", attributes) for attributes, _ in cells[0])
        table = document.add_table(len(rows), width, "Table Grid")
        taken = set()
        for y, row in enumerate(cells):
            x = 0
            for attributes, content in row:
                while (y, x) in taken:
                    x += 1
                wide, high = span("colspan", attributes), span("rowspan", attributes)
                taken |= {(y + i, x + j) for i in range(high) for j in range(wide)}
                cell = table.cell(y, x)
                if wide > 1 or high > 1:
                    cell = cell.merge(table.cell(y + high - 1, x + wide - 1))
                cell.text = content
                x += wide
    return document


def edited(page, name):
    """What offices do to such a file before they publish it."""
    document = rebuilt(page)
    paragraphs = document.paragraphs
    numbered(document, [p for p in paragraphs if re.match(r"[一二三四五六]、", p.text)])
    in_box(paragraphs[0])
    in_control(paragraphs[1])
    proactive, applications, challenges = document.tables
    tracked(proactive.cell(2, 1))
    as_field(applications.cell(5, 9).paragraphs[0])
    deleted_row(applications, 5)
    in_control(challenges.rows[-1].cells[0].paragraphs[0])
    document.sections[0].header.paragraphs[0].text = "望津市统计局2019年政府信息公开工作年度报告"
    document.core_properties.title = "望津市统计局2019年政府信息公开工作年度报告"
    document.save(HERE / name)


if __name__ == "__main__":
    convert(PAGES / "report-2020.html", "writer-2020.docx")
    convert(PAGES / "report-2023.html", "writer-2023.docx")
    edited(PAGES / "report-2020.html", "edited-2020.docx")
    edited(PAGES / "report-2023.html", "edited-2023.docx")

