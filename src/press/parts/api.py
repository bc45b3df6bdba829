"""The API: ``{{ api activations }}`` becomes every public function and class of a module, from the docstrings of its source."""

import re

import griffe

MARKER = re.compile(r"^\{\{ api (\w+) \}\}$", re.M)
# How the sections of a docstring are headed; what stands under Notes and its like follows as it is.
TITLES = {"parameters": "Parameters", "attributes": "Attributes", "returns": "Returns", "raises": "Raises"}


def expand(markdown, page, book):
    """Write the modules where a page asks for them."""
    return MARKER.sub(lambda match: module(griffe.load(
        f"dlnotes.{match[1]}", search_paths=[str(book.root / "src")], docstring_parser="numpy"
    )), markdown)


def module(found):
    """Return a module's own words and its public members, in the order of the source."""
    members = [member for member in found.members.values() if not member.is_alias and is_shown(member)]
    return "\n\n".join([docstring(found), *(entry(member, "###") for member in members)])


def is_shown(member):
    """Tell whether a member is public, and a function or a class."""
    return not member.name.startswith("_") and (member.is_function or member.is_class)


def entry(found, level):
    """Return a function or class: its name, how it is called, and its docstring; of a class, its methods too."""
    methods = [member for name, member in found.members.items() if found.is_class and has_words(name, member)]
    name = found.path.removeprefix(f"{found.module.path}.")
    shown, anchor = name.replace("__", r"\_\_"), found.path.replace("__", "")          # no bold letters in __call__
    heading = f"{level} {shown} {{ #{anchor} .api }}"
    return "\n\n".join([heading, signature(found, name), docstring(found), *(entry(method, "####") for method in methods)])


def has_words(name, member):
    """Tell whether a method is shown: one with a docstring that is public, or the call itself."""
    shown = not name.startswith("_") or name == "__call__"
    return shown and not member.is_alias and bool(member.docstring) and (member.is_function or member.is_attribute)


def signature(found, name):
    """Return how a function or class is called; a property is not."""
    if found.is_attribute:
        return f"```python\n{name}\n```"
    function = found.members.get("__init__") if found.is_class else found
    if function is None:
        return f"```python\n{name}\n```"
    parameters = [text for text in map(parameter, function.parameters) if text]
    returned = f" -> {found.returns}" if found.is_function and found.returns is not None else ""
    line = f"{name}({', '.join(parameters)}){returned}"
    if len(line) > 72:
        line = f"{name}(\n" + "".join(f"    {text},\n" for text in parameters) + f"){returned}"
    return f"```python\n{line}\n```"


def parameter(found):
    """Return one parameter as it is written in a signature; nothing for self."""
    if found.name == "self":
        return ""
    stars = {"variadic positional": "*", "variadic keyword": "**"}.get(found.kind.value, "")
    annotation = f": {found.annotation}" if found.annotation is not None else ""
    default = f" = {found.default}" if found.default is not None and not stars else ""
    return f"{stars}{found.name}{annotation}{default}"


def docstring(found):
    """Return a docstring as Markdown."""
    parts = found.docstring.parsed if found.docstring else []
    return "\n\n".join(section(part) for part in parts)


def section(part):
    """Return one section of a docstring."""
    kind = part.kind.value
    if kind == "text":
        return part.value
    if kind == "admonition":
        return f"**{part.title}**\n\n{part.value.contents}"
    if kind == "examples":
        return "\n\n".join(["**Examples**", *(example(*pair) for pair in part.value)])
    return f"**{TITLES[kind]}**\n\n" + "\n".join(map(item, part.value))


def example(kind, text):
    """Return the words or the session of an example."""
    return f"```pycon\n{text}\n```" if kind.value == "examples" else text


def kind_of(annotation):
    """Return what a parameter is, as the docstring says it: griffe reads "float, positive" as a pair and adds parentheses."""
    text = str(annotation or "")
    return text[1:-1] if isinstance(annotation, griffe.ExprTuple) else text


def item(found):
    """Return one parameter, attribute, result or error, with what it is and what it means."""
    what, name = kind_of(found.annotation), getattr(found, "name", "")
    head = (f"`{name}`" + (f": {what}" if what else "")) if name else what
    return f"- {head}. {' '.join(found.description.split())}"
