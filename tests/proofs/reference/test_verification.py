"""Proofs of what the verification page says of the rules."""

import pytest


def test_rules(fact, verify, claim):
    """The smallest number of seeds that a claim about something random may have."""
    def accepted(seeds):
        try:
            claim("reference/rule_of_seeds", True, seeds=seeds)
        except AssertionError:
            return False
        return True

    values = fact("reference/rules", seeds=min(seeds for seeds in range(100) if accepted(seeds)))
    verify("fewest seeds", values["seeds"], by_hand=20)
    with pytest.raises(AssertionError):
        claim("reference/rule_of_seeds", True, seeds=19)
