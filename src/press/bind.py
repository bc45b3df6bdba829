"""``press bind``: for each number that nothing binds, the quantities whose values it states, the page's own first."""

from press import numbers
from press.rules.numbers import numbers_of, texts


def proposals(book, page):
    """Return (line, number, names) for each unbound number of a page."""
    known = [
        (subject not in page.subjects, name_of(subject, variable, place, quantity, page.topic), number)
        for subject, record in book.report["subjects"].items()
        if not subject.startswith("figures/")
        for variable, quantity in record["quantities"].items()
        if quantity["state"] != "computed" and quantity["values"]
        for place, number in enumerate(quantity["values"])
    ]
    found = []
    for text, offset in texts(page):
        for number in numbers_of(text, book.declared):
            if number.how == "unbound":
                fitting = sorted((far, name) for far, name, value in known if states(number.text, value))
                found.append((offset + number.line, number.text, [name for _, name in fitting]))
    return found


def states(text, proven):
    """Tell whether a printed number states a proven one."""
    return numbers.agrees(text, numbers.value(proven))


def name_of(subject, variable, place, quantity, topic):
    """Return the name of one value of a quantity, as short as a page of the topic may write it."""
    its_topic, _, idea = subject.partition("/")[2].rpartition("/")
    indices = []
    for length in reversed(quantity["shape"]):
        place, index = divmod(place, length)
        indices.insert(0, f"[{index}]")
    return f"{'' if its_topic == topic else its_topic + '/'}{idea}.{variable}{''.join(indices)}"
