"""The font of the formulas has every character that they show, and is what press.font makes of STIX Two Math."""

from fontTools.ttLib import TTFont

from press import font


def test_every_character_of_every_formula_is_in_the_font(book):
    with TTFont(font.PATH) as kept:
        missing = font.shown(book) - set(map(chr, kept.getBestCmap()))
    assert not missing, f"{sorted(missing)} are missing: run python -m press.font"


def test_the_font_is_made_again_the_same(book, tmp_path):
    font.build(font.shown(book), tmp_path / "math.woff2")
    assert (tmp_path / "math.woff2").read_bytes() == font.PATH.read_bytes(), "it has changed: run python -m press.font"
