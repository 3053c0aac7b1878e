"""Tests the counting of the benchmark of names with made-up scores."""
import unittest

from name_scores import Confusion, best_threshold, confusion


class NameScoresTest(unittest.TestCase):
    truths = [True, True, True, False, False]
    scores = [0.9, 0.8, 0.3, 0.85, 0.1]

    def test_every_pair_is_counted_once(self):
        self.assertEqual(confusion(self.truths, self.scores, 0.8), Confusion(2, 1, 1, 1))
        self.assertEqual(confusion(self.truths, self.scores, 0.0), Confusion(3, 2, 0, 0))
        self.assertEqual(confusion(self.truths, self.scores, 1.0), Confusion(0, 0, 3, 2))

    def test_the_rates_follow_from_the_counts(self):
        counts = Confusion(2, 1, 1, 1)
        self.assertAlmostEqual(counts.accuracy, 3 / 5)
        self.assertAlmostEqual(counts.precision, 2 / 3)
        self.assertAlmostEqual(counts.recall, 2 / 3)
        self.assertAlmostEqual(counts.f1, 2 / 3)

    def test_without_pairs_nothing_is_divided_by_nothing(self):
        counts = Confusion()
        self.assertEqual((counts.accuracy, counts.precision, counts.recall, counts.f1), (0, 1, 1, 1))

    def test_the_best_threshold_is_a_score_that_parts_them_best(self):
        threshold, counts = best_threshold([True, True, False], [0.9, 0.7, 0.6])
        self.assertEqual((threshold, counts), (0.7, Confusion(2, 0, 0, 1)))


if __name__ == "__main__":
    unittest.main()
