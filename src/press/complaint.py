"""What a rule says when it is broken: where, what is wrong, and what to do."""

from typing import NamedTuple


class Complaint(NamedTuple):
    """One thing to mend."""

    path: str
    line: int
    message: str

    def __str__(self):
        """Return the complaint as one line."""
        return f"{self.path}:{self.line}: {self.message}"


class Refused(Exception):
    """Complaints that leave nothing to build; its text is one line for each."""

    def __init__(self, complaints):
        super().__init__("\n".join(map(str, complaints)))
