"""Tests of the comparison of events, with made-up ones: python3 -B -m unittest discover -s Benchmarks -p '*_test.py'."""
import json
import unittest

from suite import meetings
from suite.meetings import Meeting, score

HOUR = 3_600


def meeting(start, end, one=1, other=2):
    return Meeting(one, other, int(start * HOUR), int(end * HOUR))


class Reading(unittest.TestCase):
    def test_a_peers_bins_become_times(self):
        self.assertEqual(meetings.of_peer(["7,9,6,18\n", "5,9,0,12\n"]), [
            Meeting(5, 9, 0, 7_800), Meeting(7, 9, 3_600, 11_400)])

    def test_times_are_read_as_utc(self):
        self.assertEqual(meetings.seconds("1970-01-01T00:00:00Z"), 0)
        self.assertEqual(meetings.seconds("2024-02-29T23:59:59Z"), 1_709_251_199)
        self.assertEqual(meetings.seconds("2000-03-01T00:00:00Z"), 951_868_800)

    def test_events_of_sts_are_those_of_two_ships(self):
        def line(*ids, kind="rendezvous"):
            return json.dumps({"kind": kind, "vessels": [{"id": text} for text in ids],
                               "start": "1970-01-01T00:00:05Z", "end": "1970-01-01T02:00:00Z"})
        lines = [line("367000002", "235000001"), line("367000002", "111000001"), line("367000002", "NAMELESS"),
                 line("367000002", "812345678"), line("1", "2", kind="run")]
        self.assertEqual(meetings.of_sts(lines), [Meeting(235000001, 367000002, 5, 7_200)])


class Scoring(unittest.TestCase):
    def test_the_same_events_are_all_matched(self):
        exact = [meeting(0, 3), meeting(5, 9), meeting(0, 3, one=3, other=4)]
        found = score(exact, list(exact))
        self.assertEqual((found.exact, found.found, found.matched, found.missed, found.extra), (3, 3, 3, 0, 0))
        self.assertEqual((found.close, found.start_median_s, found.end_greatest_s), (3, 0, 0))

    def test_times_off_are_measured_at_both_ends(self):
        exact = [meeting(0, 3), meeting(10, 14), meeting(20, 25)]
        found = score(exact, [meeting(0.1, 3), meeting(10, 15), meeting(19.5, 25)])
        self.assertEqual((found.start_median_s, found.start_greatest_s), (360, 1_800))
        self.assertEqual((found.end_median_s, found.end_greatest_s), (0, 3_600))
        self.assertEqual(found.close, 1)

    def test_another_pair_or_time_is_missed_and_extra(self):
        found = score([meeting(0, 5)], [meeting(0, 5, other=3), meeting(6, 12)])
        self.assertEqual((found.matched, found.missed, found.extra), (0, 1, 2))
        self.assertEqual((found.missed_joined, found.extra_pieces), (0, 0))
        self.assertEqual((found.start_median_s, found.start_greatest_s), (None, None))

    def test_meetings_that_only_touch_are_not_the_same(self):
        self.assertEqual(score([meeting(0, 3)], [meeting(3, 6)]).matched, 0)

    def test_one_taken_for_two_gives_a_piece(self):
        found = score([meeting(0, 10)], [meeting(0, 3), meeting(4, 10)])
        self.assertEqual((found.matched, found.missed, found.extra, found.extra_pieces), (1, 0, 1, 1))
        # The longer piece is the match.
        self.assertEqual(found.start_greatest_s, 4 * HOUR)

    def test_two_taken_for_one_gives_a_joined_one(self):
        found = score([meeting(0, 3), meeting(4, 10)], [meeting(0, 10)])
        self.assertEqual((found.matched, found.missed, found.missed_joined, found.extra), (1, 1, 1, 0))

    def test_two_of_one_pair_are_not_matched_crosswise(self):
        found = score([meeting(0, 4), meeting(5, 9)], [meeting(0, 4.5), meeting(4.6, 9)])
        self.assertEqual((found.matched, found.missed, found.extra), (2, 0, 0))

    def test_what_lies_near_two_hours_is_told_apart(self):
        found = score([meeting(0, 2.1), meeting(20, 30)], [meeting(40, 42.2), meeting(50, 60)])
        self.assertEqual((found.missed, found.missed_short, found.extra, found.extra_short), (2, 1, 2, 1))

    def test_nothing_against_nothing(self):
        found = score([], [])
        self.assertEqual((found.matched, found.missed, found.extra, found.close), (0, 0, 0, 0))


class Agreement(unittest.TestCase):
    def test_peers_with_the_same_events_agree(self):
        self.assertEqual(meetings.differences({"one": [meeting(0, 3)], "other": [meeting(0, 3)]}), [])

    def test_a_peer_that_differs_is_named_with_an_example(self):
        said = meetings.differences({
            "one": [meeting(0, 3), meeting(5, 8)], "other": [meeting(0, 3)], "third": [meeting(0, 3), meeting(5, 9)]})
        self.assertEqual(len(said), 2)
        self.assertIn("other lacks 1 of the events of one and has 0 others", said[0])
        self.assertIn("third lacks 1 of the events of one and has 1 others", said[1])
        self.assertIn("1 and 2, bins 30 to 47", said[0])


if __name__ == "__main__":
    unittest.main()
