"""Display formulas: one quiet line below each says that it was executed."""

import re
import textwrap

from press import text as cut
from press.parts.examples import address
from press.wording import WORDS

BLOCK = re.compile(r"^(?P<indent> *)\$\$\n(?P<latex>.+?)\n *\$\$[ ]*$", re.M | re.S)


def key(latex):
    """Return a formula without its layout in the source."""
    return " ".join(latex.split())


def expand(markdown, page, book):
    """Add the line to each display formula that the proofs have executed."""
    executed = book.report.get("formulas", {}).get(page.name, {})

    def with_line(match):
        record = executed.get(key(match["latex"]))
        if record is None:
            return match[0]
        words = WORDS[page.language]
        text = record["declared"] or words["executed"].format(count=sum(record["comparisons"].values()))
        line = f"{text} [{words['proof']}]({address(page)}#formulas)\n{{ .verified }}"
        return f"{match[0]}\n\n{textwrap.indent(line, match['indent'])}"

    fences = [match.span() for match in cut.FENCE.finditer(markdown)]
    return BLOCK.sub(
        lambda match: match[0] if any(a <= match.start() < b for a, b in fences) else with_line(match), markdown
    )
