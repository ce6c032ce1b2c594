"""The fonts of what is printed: fixed weights of the vendored ones, in a form that typst reads.

`python .ci/fonts.py` writes `assets/fonts/print/`. The licence reserves the name of the originals for
unchanged files: these carry another.
"""

import json
from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parents[1] / "assets" / "fonts"
PRINT = FONTS / "print"
SANS = ["source-sans-3-latin-wght-normal.woff2", "source-sans-3-latin-ext-wght-normal.woff2"]
SERIF = ["source-serif-4-latin-wght-normal.woff2"]
# The file of each, what it is made of, its family, weight and the name of that weight.
MADE = [
    ("atlas-sans-regular.ttf", SANS, "Atlas Sans", 400, "Regular"),
    ("atlas-sans-semibold.ttf", SANS, "Atlas Sans", 600, "SemiBold"),
    ("atlas-sans-bold.ttf", SANS, "Atlas Sans", 700, "Bold"),
    ("atlas-serif-regular.ttf", SERIF, "Atlas Serif", 400, "Regular"),
]
# Signs that the originals lack and our legend has, as corners in thousandths of the height of a letter.
SIGNS = {
    "▲": [(60, 0), (340, 560), (620, 0)],
    "◆": [(340, -20), (60, 280), (340, 580), (620, 280)],
    "■": [(80, 20), (80, 540), (600, 540), (600, 20)],
    "→": [
        (40, 210),
        (40, 280),
        (440, 280),
        (350, 400),
        (440, 400),
        (650, 245),
        (440, 90),
        (350, 90),
        (440, 210),
    ],
}
ADVANCE = 680


def instance(name: str, weight: int) -> TTFont:
    """Return one weight of a vendored font."""
    font = instantiateVariableFont(TTFont(FONTS / name), {"wght": weight})
    font.flavor = None
    for table in ("STAT", "DSIG", "meta"):
        if table in font:
            del font[table]
    return font


def signs(like: TTFont) -> TTFont:
    """Make a font of the signs, with the measures of another."""
    units = like["head"].unitsPerEm
    builder = FontBuilder(units, isTTF=True)
    names = [".notdef", *(f"uni{ord(sign):04X}" for sign in SIGNS)]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(sign): name for sign, name in zip(SIGNS, names[1:], strict=True)})
    glyphs = {".notdef": TTGlyphPen(None).glyph()}
    for name, corners in zip(names[1:], SIGNS.values(), strict=True):
        pen = TTGlyphPen(None)
        first, *rest = [(x * units // 1000, y * units // 1000) for x, y in corners]
        pen.moveTo(first)
        for point in rest:
            pen.lineTo(point)
        pen.closePath()
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict.fromkeys(names, (ADVANCE * units // 1000, 0)))
    builder.setupHorizontalHeader(ascent=like["hhea"].ascent, descent=like["hhea"].descent)
    builder.setupNameTable({})
    builder.setupOS2()
    builder.setupPost()
    return builder.font


def merged(parts: list[TTFont]) -> TTFont:
    """Join fonts of different letters into one."""
    files = []
    for part in parts:
        file = BytesIO()
        part.save(file)
        file.seek(0)
        files.append(file)
    return Merger().merge(files)


def named(font: TTFont, family: str, weight: int, style: str) -> TTFont:
    """Give a font a name of its own; who made the original and its licence stay written in it."""
    table = font["name"]
    for name in list(table.names):
        if name.nameID not in {0, 13, 14}:
            table.removeNames(nameID=name.nameID)
    full = f"{family} {style}"
    for ident, text in {
        1: full,
        2: "Regular",
        3: full,
        4: full,
        6: full.replace(" ", ""),
        16: family,
        17: style,
    }.items():
        table.setName(text, ident, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["head"].created = font["head"].modified = 0  # the same bytes each time
    return font


def main() -> None:
    """Write the fonts, and how wide the letters of the drawn map are."""
    PRINT.mkdir(exist_ok=True)
    widths = {}
    for file, parts, family, weight, style in MADE:
        instances = [instance(part, weight) for part in parts]
        font = named(merged([*instances, signs(instances[0])]), family, weight, style)
        font.recalcTimestamp = False
        font.save(PRINT / file)
        if family == "Atlas Sans":
            units, metrics = font["head"].unitsPerEm, font["hmtx"]
            widths[str(weight)] = {
                chr(code): round(metrics[glyph][0] * 1000 / units)
                for code, glyph in font.getBestCmap().items()
            }
    text = json.dumps(widths, ensure_ascii=False, separators=(",", ":"))
    (PRINT / "widths.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
