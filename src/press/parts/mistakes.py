"""Published mistakes: ``{{ mistakes }}`` lists those that docs/mistakes.yml tells, by topic, with what both codes return."""

import re

from press.wording import TOPICS, WORDS

ORDER = ("network", "activations", "losses", "metrics", "backpropagation", "training", "optimizers")
# Repositories are named only where the owner is an organization, not a person.
ORGANIZATIONS = {
    "BVLC", "d2l-ai", "deepchem", "deeplearning4j", "epfml", "EurekaLabsAI", "keras-team", "lisa-lab", "mlcommons",
    "oreilly-japan", "pytorch", "tensorflow", "udacity",
}


def expand(markdown, page, book):
    """Write the list where a page asks for it."""
    return markdown.replace("{{ mistakes }}", listing(book, page.language)) if "{{ mistakes }}" in markdown else markdown


def listing(book, language):
    """Return all mistakes that are shown, topic by topic."""
    parts = []
    for topic in ORDER:
        shown = [entry for entry in book.mistakes.values() if entry["topic"] == topic]
        if shown:
            title = TOPICS[topic][language] if topic in TOPICS else WORDS[language][topic]
            parts += [f"## {title} {{ #{topic} }}", *(item(entry, book, language) for entry in shown)]
    return "\n\n".join(parts)


def item(entry, book, language):
    """Return one mistake: what is wrong, both codes, what they return, how to notice it, and where it stood."""
    words, told = WORDS[language]["mistake"], entry[language]
    wrong, right = map(short, book.witnessed[entry["id"]])
    returned = f"{entry['witness']['call']}\n{words['wrong']}: {wrong}\n{words['right']}: {right}"
    return "\n\n".join([
        f"### {told['title']} {{ #{entry['id']} }}",
        told["wrong"],
        f"**{words['wrong']}**\n\n```python\n{entry['wrong']}\n```",
        f"**{words['right']}**\n\n```python\n{entry['right']}\n```",
        f"```text\n{returned}\n```",
        f"**{words['notice']}.** {told['notice']}",
        f"**{words['seen']}.** {seen(entry, words)} {more(entry, book, language)}".rstrip(),
    ])


def short(value):
    """Return a result with seven digits, which are enough to see a difference."""
    if isinstance(value, list):
        return f"[{', '.join(map(short, value))}]"
    return f"{value:.7g}" if isinstance(value, float) else str(value)


def seen(entry, words):
    """Return where a mistake stood, without the name of a person, and whether it was mended."""
    repository, _, place = entry["seen"].partition(": ")
    owner = repository.partition("/")[0]
    name = repository if owner in ORGANIZATIONS else words["somewhere"]
    mended = words["mended"].get(entry["mended"]) or words["when"].format(entry["mended"])
    return f"{name}, `{re.sub(r' [(].*', '', place)}`. {mended}"


def more(entry, book, language):
    """Return a link to the page whose pitfall it is, where there is one."""
    page = book.pages.get((language, entry["page"]))
    words = WORDS[language]["mistake"]
    return words["more"].format(f"[{page.meta['title']}](../{page.name}.md#pitfalls)") if page else ""
