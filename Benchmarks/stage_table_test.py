"""Tests the table of stages with made-up measurements."""
import unittest

from suite import stage_table


def measurement(**changes):
    return {"stage": "parse", "unit": "rows", "count": 1_000_000, "floor": "newlines counted",
            "seconds": [0.05, 0.04, 0.09], "floor_seconds": [0.01, 0.005, 0.005], **changes}


class StageTableTest(unittest.TestCase):
    def test_medians_and_ratio(self):
        row = stage_table.row(measurement())
        self.assertEqual(
            row, "| parse | 1 000 000 rows | 50 ms | 40 ms to 90 ms | 50.0 ns | newlines counted | 5 ms | 10.0 x |")

    def test_bytes_are_told_as_speed(self):
        self.assertEqual(stage_table.cost(0.5, "bytes", 1_000_000_000), "2 000 MB/s")

    def test_what_was_not_there_has_no_cost(self):
        self.assertEqual(stage_table.cost(0.5, "contacts", 0), "-")
        self.assertIn("| - |", stage_table.row(measurement(count=0, floor_seconds=[0])))


if __name__ == "__main__":
    unittest.main()
