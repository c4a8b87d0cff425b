"""seeds.py TARGET FOLDER: the files of tests/data for a target, and their parts as it takes them."""

import pathlib
import struct
import sys
import zipfile

target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
data = pathlib.Path(__file__).parent.parent / "data"


def parts(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def records(path):
    """The stream of an .xls as LibreOffice writes it: in one piece, from the first record on."""
    content = path.read_bytes()
    start = content.find(struct.pack("<HHH", 0x0809, 16, 0x0600))
    return content[start:]


for path in sorted((data / target).glob("*.*")) if (data / target).is_dir() else []:
    if path.suffix in (".py", ".md"):
        continue
    (folder / path.name).write_bytes(path.read_bytes())
    seed = folder / (path.name + ".parts")
    if path.suffix == ".docx":
        names = ("document", "styles", "numbering", "footnotes")
        found = parts(path)
        seed.write_bytes(b"\x0c".join(found.get(f"word/{name}.xml", b"") for name in names))
    elif path.suffix == ".xlsx":
        found = parts(path)
        for name in (name for name in found if name.startswith("xl/worksheets/sheet")):
            shared = [found[name], found.get("xl/styles.xml", b""), found.get("xl/sharedStrings.xml", b"")]
            (folder / f"{path.name}.{pathlib.Path(name).stem}").write_bytes(b"x" + b"\x0c".join(shared))
    elif path.suffix == ".ods":
        seed.write_bytes(b"o" + parts(path)["content.xml"])
    elif path.suffix == ".xls":
        seed.write_bytes(b"s" + records(path))
