"""The font of the formulas: STIX Two Math, mended for browsers and cut down to the characters that the site uses.

``python -m press.font`` writes docs/theme/assets/math.woff2, which is kept; a test makes it again and finds it the same.
Five things look wrong in a browser as the font stands; each function below mends one. The font file comes from the
installed ziamath package, licensed under the SIL Open Font License.
"""

import importlib.util
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from press.book import ROOT, Book
from press.markdown.math import characters, convert

PATH = ROOT / "docs" / "theme" / "assets" / "math.woff2"
FAMILY = "Doc Math"
ALWAYS = (
    set(map(chr, range(0x20, 0x7F)))
    | set("ΓΔΘΛΞΠΣΥΦΨΩαβγδεζηθικλμνξοπρςστυφχψωϑϕϖϱϵϰ∂∇ℎ")
    | set(map(chr, range(0x1D434, 0x1D468)))        # italic letters, into which browsers turn a single letter
    | set(map(chr, range(0x1D6E2, 0x1D71C)))        # italic Greek
    | set("√\u2061\u2062\u2063\u2009")              # a root has no text of its own
)
PRIMES = (0x2032, 0x2033, 0x2034, 0x2035, 0x2036, 0x2037, 0x2057)
ACCENTS = (0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DC, 0xAF, 0xA8, 0xB4, 0x302, 0x303, 0x304, 0x305, 0x306, 0x307,
           0x308, 0x30A, 0x30C, 0x20D6, 0x20D7, 0x332)
ROOT_SIGN = 0x221A
SCRIPT_SHIFTS = {           # TeX-like: the scripts of x and x² stand at one height
    "SubscriptBaselineDropMin": 0,
    "SuperscriptBaselineDropMax": 400,
    "FractionRuleThickness": 52,
    "FractionNumeratorShiftUp": 400,
    "FractionDenominatorShiftDown": 350,
}
UNCHANGED = (1, 0, 0, 1, 0, 0)


def build(characters, path):
    """Write the mended subset for `characters` to `path`, as woff2."""
    options = subset.Options(
        flavor="woff2", hinting=False, glyph_names=False, notdef_outline=True, layout_features=[], recalc_timestamp=False
    )
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.drop_tables += ["DSIG", "GPOS"]
    font = subset.load_font(str(original()), options)
    mend(font)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={ord(character) for character in characters | ALWAYS})
    subsetter.subset(font)
    rename(font)
    subset.save_font(font, str(path), options)
    font.close()


def original():
    """Return the font file inside the installed ziamath, which is found without importing it."""
    return Path(importlib.util.find_spec("ziamath").origin).parent / "fonts" / "STIXTwoMath-Regular.ttf"


def mend(font):
    """Apply the five mendings."""
    glyphs = font.getBestCmap()
    use_script_primes(font)
    for name in font["glyf"].glyphs:        # parts of composites are moved below, so composites become outlines first
        if font["glyf"][name].isComposite():
            redraw(font, name, UNCHANGED, font["hmtx"][name][0])
    widen_marks(font, glyphs)
    lower_accents(font, glyphs)
    equalise_roots(font, glyphs)
    for constant, shift in SCRIPT_SHIFTS.items():
        getattr(font["MATH"].table.MathConstants, constant).Value = shift


def redraw(font, name, transform, advance):
    """Draw a glyph anew, transformed and with the given advance."""
    glyphs = font.getGlyphSet()
    recording = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(recording)
    pen = TTGlyphPen(None)
    recording.replay(TransformPen(pen, transform))
    font["glyf"][name] = glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))


def use_script_primes(font):
    """Map primes to their script forms: browsers other than Firefox never apply the feature that would."""
    smaller = {}
    substitutions = font["GSUB"].table
    for record in substitutions.FeatureList.FeatureRecord:
        if record.FeatureTag == "ssty":
            for index in record.Feature.LookupListIndex:
                for table in substitutions.LookupList.Lookup[index].SubTable:
                    table = getattr(table, "ExtSubTable", table)
                    smaller |= {name: forms[0] for name, forms in getattr(table, "alternates", {}).items()}
                    smaller |= getattr(table, "mapping", {})
    for table in font["cmap"].tables:
        for prime in PRIMES:
            if table.cmap.get(prime) in smaller:
                table.cmap[prime] = smaller[table.cmap[prime]]


def widen_marks(font, glyphs):
    """Give combining marks a width of their own: browsers centre an accent by its advance."""
    accents = font["MATH"].table.MathGlyphInfo.MathTopAccentAttachment
    attachment = dict(zip(accents.TopAccentCoverage.glyphs, accents.TopAccentAttachment, strict=True))
    for code, name in glyphs.items():
        glyph = font["glyf"][name]
        is_mark = unicodedata.category(chr(code)) == "Mn" and font["hmtx"][name][0] == 0
        if is_mark and getattr(glyph, "numberOfContours", 0):
            shift = -glyph.xMin
            redraw(font, name, (1, 0, 0, 1, shift, 0), glyph.xMax - glyph.xMin)
            font["GDEF"].table.GlyphClassDef.classDefs[name] = 1        # else its advance is set to zero again
            if name in attachment:
                attachment[name].Value += shift


def lower_accents(font, glyphs):
    """Let the ink of accents start at the baseline: WebKit stacks whole glyph boxes."""
    for name in {glyphs[code] for code in ACCENTS if code in glyphs}:
        redraw(font, name, (1, 0, 0, 1, 0, -font["glyf"][name].yMin), font["hmtx"][name][0])


def equalise_roots(font, glyphs):
    """Give all sizes of the root sign one width: Chromium reserves the widest and leaves a gap."""
    variants = font["MATH"].table.MathVariants
    constructions = dict(zip(variants.VertGlyphCoverage.glyphs, variants.VertGlyphConstruction, strict=True))
    root = constructions[glyphs[ROOT_SIGN]]
    names = {record.VariantGlyph for record in root.MathGlyphVariantRecord}
    names |= {part.glyph for part in root.GlyphAssembly.PartRecords}
    wanted = font["hmtx"][glyphs[ROOT_SIGN]][0]
    for name in sorted(names):
        redraw(font, name, (wanted / font["hmtx"][name][0], 0, 0, 1, 0, 0), wanted)


def rename(font):
    """Name the family for the style sheet; a changed font may not keep a reserved name."""
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = FAMILY
        if record.nameID == 6:
            record.string = FAMILY.replace(" ", "")


def shown(book):
    """Return the characters of all formulas of all pages."""
    formulas = [formula for page in book.pages.values() for formula in page.formulas]
    return {character for formula in formulas for character in characters(convert(formula.latex, True))}


if __name__ == "__main__":
    build(shown(Book()), PATH)
