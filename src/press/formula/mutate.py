"""Mutants of a formula: each has one slip of the kinds that authors make. A proof that is worth something notices them."""

import re
from collections.abc import Iterator

from press.formula.parser import Parsed
from press.formula.tokens import Token, tokens_of

_RELATIONS = {
    r"\le": (r"\ge", "<"), r"\leq": (r"\geq", "<"), r"\ge": (r"\le", ">"), r"\geq": (r"\leq", ">"), "<": (">", r"\le "),
    ">": ("<", r"\ge "),
}  # fmt: skip
_SWAPPED = {
    r"\max": r"\min", r"\min": r"\max", r"\lceil": r"\lfloor", r"\rceil": r"\rfloor", r"\lfloor": r"\lceil",
    r"\rfloor": r"\rceil",
}  # fmt: skip
_ACCENTS = (r"\hat", r"\bar", r"\tilde")

Mutant = tuple[str, str]


def mutants(latex: str) -> list[Mutant]:
    """Return (kind, LaTeX) of every small change of a formula, each once.

    Kinds: sign, exponent sign, exponent, index, number, prime, hat, fraction, relation, strictness, factor, term,
    transpose, extreme.
    """
    tokens = tokens_of(latex)
    found: dict[str, str] = {}
    for kind, changed in (*_of_tokens(latex, tokens), *_of_scripts(latex, tokens), *_of_spans(latex)):
        if [t.text for t in tokens_of(changed)] != [t.text for t in tokens]:
            found.setdefault(changed, kind)
    return [(kind, changed) for changed, kind in found.items()]


def _put(latex: str, start: int, end: int, text: str) -> str:
    space = " " if re.search(r"\\[A-Za-z]+$", latex[:start]) and text[:1].isalpha() else ""
    return latex[:start] + space + text + latex[end:]


def _of_tokens(latex: str, tokens: list[Token]) -> Iterator[Mutant]:
    """Change one token: a sign, a relation, a prime, a number, an extreme."""
    scripts = {place for place, _, _ in _scripts(tokens)}
    for place, token in enumerate(tokens):
        def put(text: str, token: Token = token) -> str:
            return _put(latex, token.start, token.end, text)

        if token.text in ("+", "-") and place not in scripts:
            yield "sign", put("-" if token.text == "+" else "+")
        elif token.text in _RELATIONS and place not in scripts:
            yield "relation", put(_RELATIONS[token.text][0] + " ")
            yield "strictness", put(_RELATIONS[token.text][1])
        elif token.text == "'":
            yield "prime", put("")
        elif token.text[0].isdigit() and place not in scripts:
            yield from (("number", put(text)) for text in _other_numbers(token.text))
        elif token.text in (r"\max", r"\min"):
            yield "extreme", put(_SWAPPED[token.text])
        elif token.text in (r"\lceil", r"\lfloor"):
            yield "extreme", _rounded_otherwise(latex, tokens, place)
        elif token.text in _ACCENTS:
            yield "hat", put("")
        elif token.text == r"\frac":
            yield from _upside_down(latex, tokens, place)
        elif token.text == "/":
            yield "fraction", put(r" \cdot ")


def _other_numbers(text: str) -> Iterator[str]:
    last = text[-1]
    yield text[:-1] + str((int(last) + 1) % 10) if len(text) > 1 else str(int(last) + 1)


def _rounded_otherwise(latex: str, tokens: list[Token], place: int) -> str:
    close = next(t for t in tokens[place:] if t.text in (r"\rceil", r"\rfloor"))
    changed = _put(latex, close.start, close.end, _SWAPPED[close.text])
    return _put(changed, tokens[place].start, tokens[place].end, _SWAPPED[tokens[place].text])


def _upside_down(latex: str, tokens: list[Token], place: int) -> Iterator[Mutant]:
    first = _group(tokens, place + 1)
    second = _group(tokens, first)
    top = latex[tokens[place + 1].start : tokens[first - 1].end]
    bottom = latex[tokens[first].start : tokens[second - 1].end]
    yield "fraction", latex[: tokens[place + 1].start] + bottom + top + latex[tokens[second - 1].end :]


def _group(tokens: list[Token], place: int) -> int:
    """Return the place after a token or a group in braces."""
    depth = 0
    while True:
        depth += (tokens[place].text == "{") - (tokens[place].text == "}")
        place += 1
        if depth == 0:
            return place


def _scripts(tokens: list[Token]) -> Iterator[tuple[int, str, int]]:
    """Yield (place of a token, ``_`` or ``^``, place of the script's first token) for every token in a script."""
    for place, token in enumerate(tokens[:-1]):
        if token.text in ("_", "^"):
            end = _group(tokens, place + 1)
            is_layer = token.text == "^" and [t.text for t in tokens[place + 1 : place + 3]] == ["{", "("]
            for inner in range(place + 1, end):
                if token.text == "_" or is_layer or end == place + 2 or tokens[inner].text.isdigit():
                    yield inner, "_" if token.text == "_" or is_layer else "^", place + 1


def _of_scripts(latex: str, tokens: list[Token]) -> Iterator[Mutant]:
    """Change an index or an exponent, drop a transposition."""
    indices = [place for place, kind, _ in _scripts(tokens) if kind == "_"]
    letters = {tokens[p].text for p in indices if re.fullmatch("[a-z]", tokens[p].text)}
    digits = {tokens[p].text for p in indices if tokens[p].text.isdigit()}
    for place in indices:
        text = tokens[place].text
        if text in letters:
            others = letters - {text} or {"q"}
        elif text in digits:
            others = digits - {text} or {str(int(text) + 1)}
        elif text in ("+", "-"):
            others = {"-" if text == "+" else "+"}
        else:
            continue
        yield from (("index", _put(latex, tokens[place].start, tokens[place].end, other)) for other in sorted(others))
    yield from _of_exponents(latex, tokens)


def _of_exponents(latex: str, tokens: list[Token]) -> Iterator[Mutant]:
    layers = {start for _, kind, start in _scripts(tokens) if kind == "_"}
    for place, token in enumerate(tokens[:-1]):
        if token.text != "^" or place + 1 in layers:
            continue
        end = _group(tokens, place + 1)
        start, stop = tokens[place + 1].start, tokens[end - 1].end
        inner = latex[start:stop].removeprefix("{").removesuffix("}") if tokens[place + 1].text == "{" else latex[start:stop]
        if inner.strip() == r"\top":
            yield "transpose", latex[: token.start] + latex[stop:]
            continue
        if not inner.startswith("-"):                   # there the sign itself is changed
            negative = f"-({inner})" if re.search("[+-]", inner) else f"-{inner}"
            yield "exponent sign", f"{latex[:start]}{{{negative}}}{latex[stop:]}"
        if inner.isdigit():
            yield "exponent", f"{latex[:start]}{{{int(inner) + 1}}}{latex[stop:]}"
        else:
            yield "exponent", f"{latex[: token.start]}{latex[stop:]}"


def _of_spans(latex: str) -> Iterator[Mutant]:
    """Drop a factor of a product or a term of a sum."""
    for kind, parts in Parsed(latex).spans:
        if len(parts) < 2:
            continue
        for number, (before, start, end) in enumerate(parts):
            if number == 0:
                yield kind, latex[:start] + " " + latex[parts[1][0 if kind == "term" else 1] :]
            else:
                yield kind, latex[:before] + " " + latex[end:]
