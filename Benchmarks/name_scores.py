"""Counts how often a matcher of names is right, and finds the threshold at which it is right most often."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Confusion:
    """How many pairs were taken for one and for two, beside what they are."""

    right_match: int = 0
    wrong_match: int = 0
    missed: int = 0
    right_no_match: int = 0

    @property
    def all(self):
        return self.right_match + self.wrong_match + self.missed + self.right_no_match

    @property
    def accuracy(self):
        return (self.right_match + self.right_no_match) / self.all if self.all else 0.0

    @property
    def precision(self):
        found = self.right_match + self.wrong_match
        return self.right_match / found if found else 1.0

    @property
    def recall(self):
        due = self.right_match + self.missed
        return self.right_match / due if due else 1.0

    @property
    def f1(self):
        both = 2 * self.right_match + self.wrong_match + self.missed
        return 2 * self.right_match / both if both else 1.0


def confusion(truths, scores, threshold):
    """What comes of calling every pair with at least a score of `threshold` one."""
    counts = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for truth, score in zip(truths, scores, strict=True):
        counts[truth, score >= threshold] += 1
    return Confusion(counts[True, True], counts[False, True], counts[True, False], counts[False, False])


def best_threshold(truths, scores):
    """The threshold with the greatest F1, and of those the greatest; a score that occurs."""
    best = max(set(scores), key=lambda threshold: (confusion(truths, scores, threshold).f1, threshold))
    return best, confusion(truths, scores, best)
