"""Published mistakes, as docs/mistakes.yml tells them: what each code returns, and the words in which pages tell it."""

import math

import numpy as np
import yaml

from press.page import Page


def result(code, call):
    """Return what a call returns after some code, as plain Python, or "raises" and the exception."""
    namespace = {"np": np}
    try:
        exec(compile(code, "<mistake>", "exec"), namespace)
        with np.errstate(all="ignore"):
            return plain(eval(call, namespace))
    except Exception as error:
        return f"raises {type(error).__name__}"


def plain(value):
    """Return NumPy's numbers and arrays as Python's."""
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value


def same(one, other):
    """Tell whether two results are equal to nine digits; nan equals nan here."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if not (isinstance(one, (int, float)) and isinstance(other, (int, float))):
        return one == other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-15) or (math.isnan(one) and math.isnan(other))


def witnessed(entry):
    """Return what the call of an entry returns with the wrong code, and with the right one."""
    return tuple(result(entry[kind], entry["witness"]["call"]) for kind in ("wrong", "right"))


class Words(Page):
    """The words of docs/mistakes.yml in one language, each on its line, to be read by the rules of the page that shows them."""

    def __init__(self, root, language):
        super().__init__(root / "docs" / language / "reference" / "mistakes.md", root, language)
        self.path, self.place = root / "docs" / "mistakes.yml", "docs/mistakes.yml"

    @property
    def markdown(self):
        """The file with everything else blanked; a title stands as a heading."""
        text = self.path.read_text("utf-8")
        kept = [character if character == "\n" else " " for character in text]
        for field, scalar in fields(text, self.language):
            start, end = scalar.start_mark.index, scalar.end_mark.index
            start = text.index("\n", start) if scalar.style == ">" else start
            kept[start:end] = text[start:end]
            if field == "title":
                kept[start - 2:start] = "# "
        return "".join(kept)


def fields(text, language):
    """Return (name, node) of everything that is said in a language."""
    return [
        (field.value, scalar)
        for entry in yaml.compose(text, yaml.CSafeLoader).value
        for key, words in entry.value
        if key.value == language
        for field, scalar in words.value
    ]
