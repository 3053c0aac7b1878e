"""Tests of trust_scores with made-up worlds and answers: python3 -B -m unittest discover -s Benchmarks -p '*_test.py'"""
import unittest

import trust_scores
from trust_scores import FABRICATED, LATE_COPY, REPEATED, SAILED, THROWN


def fix(second, place, hull=0, mark=SAILED):
    return [second, place * 10_000_000, 0, hull, mark]


def world(identities, one_hull=(), meetings=()):
    return {"kind": "clean", "file": "made-up.csv", "identities": identities, "one_hull": list(one_hull),
            "meetings": list(meetings)}


def identity(name, sort, fixes, due=(), allowed=()):
    return {"id": name, "truth": sort, "fixes": fixes, "due": list(due), "allowed": list(allowed)}


def account(*names, doubts=None, findings=(), outliers=0):
    return {"findings": list(findings), "vessels": [
        {"id": name, "rejected": {"outlier": outliers} if outliers else {},
         "doubts": [{"kind": "identity_in_doubt", "reason": reason} for reason in (doubts or {}).get(name, [])]}
        for name in names]}


def event(first, other, start, end, identity_marks=(), position_marks=()):
    found = {"vessels": [{"id": first}, {"id": other}], "start": start, "end": end}
    if identity_marks:
        found["identity_in_doubt"] = [{"vessel": vessel, "reason": reason} for vessel, reason in identity_marks]
    if position_marks:
        found["position_in_doubt"] = [{"vessel": vessel, "reason": reason} for vessel, reason in position_marks]
    return found


def scored(truth, answer, kept=(), events=()):
    scores = trust_scores.Scores()
    scores.add(truth, answer, list(kept), list(events))
    return scores


class Identities(unittest.TestCase):
    def test_a_clean_vessel_in_one_piece(self):
        truth = world([identity("A", "clean", [fix(0, 1), fix(10, 1)])])
        scores = scored(truth, account("A"), [("A", 1, 0, 1.0, 0.0), ("A", 1, 10, 1.0, 0.0)])
        self.assertEqual(dict(scores.identities["clean"]),
                         {"one piece, nothing said": 1, "all that is due": 1, "total": 1})
        self.assertEqual(scores.clean_split(), (0, 1))
        self.assertEqual(scores.faults, [])

    def test_a_clean_vessel_in_two_pieces_fails_the_run(self):
        truth = world([identity("A", "clean", [fix(0, 1), fix(10, 1)])])
        scores = scored(truth, account("A"), [("A", 1, 0, 1.0, 0.0), ("A", 2, 10, 1.0, 0.0)])
        self.assertEqual(scores.clean_split(), (1, 1))
        self.assertTrue(any("were split" in failure for failure in scores.failures()))

    def test_two_segments_of_two_hulls_are_no_split(self):
        fixes = [fix(0, 1, 0), fix(5, 9, 1), fix(10, 1, 0), fix(15, 9, 1)]
        truth = world([identity("A", "shared", fixes, due=[["shared_identity"]])])
        kept = [("A", 1, 0, 1.0, 0.0), ("A", 2, 5, 9.0, 0.0), ("A", 1, 10, 1.0, 0.0), ("A", 2, 15, 9.0, 0.0)]
        scores = scored(truth, account("A", doubts={"A": ["shared_identity"]}), kept)
        self.assertEqual(scores.shared_found(), (1, 1))
        self.assertEqual(scores.identities["shared"]["wrongly split"], 0)
        self.assertEqual(scores.identities["shared"]["all that is due"], 1)

    def test_a_shared_identity_can_be_named_by_a_finding(self):
        truth = world([identity("A", "shared", [fix(0, 1)], due=[["shared_identity"]])])
        answer = account("A", findings=[{"kind": "shared_identity", "ids": ["A"]}])
        self.assertEqual(scored(truth, answer).shared_found(), (1, 1))
        self.assertEqual(scored(truth, account("A", doubts={"A": ["position_jump"]})).shared_found(), (0, 1))

    def test_a_doubt_is_due_allowed_or_surplus(self):
        truth = world([identity("A", "frozen", [fix(0, 1, mark=FABRICATED)], due=[["frozen_position"]],
                                allowed=["position_jump"])])
        answer = account("A", doubts={"A": ["frozen_position", "position_jump"]})
        self.assertEqual(scored(truth, answer).faults, [])
        surplus = scored(truth, account("A", doubts={"A": ["circle"]}))
        self.assertEqual(surplus.identities["frozen"]["something not due"], 1)
        self.assertEqual(surplus.identities["frozen"]["all that is due"], 0)
        self.assertEqual(len(surplus.faults), 2)

    def test_findings_must_name_the_true_pair_and_true_gear(self):
        truth = world([identity("A", "reflagged", [fix(0, 1)]), identity("B", "reflagged", [fix(9, 1)]),
                       identity("G", "gear", [fix(0, 2)])], one_hull=[{"ids": ["A", "B"]}])
        right = account("A", "B", "G", findings=[{"kind": "one_hull", "ids": ["B", "A"]}, {"kind": "gear", "ids": ["G"]}])
        self.assertEqual(scored(truth, right).faults, [])
        wrong = account("A", "B", "G", findings=[{"kind": "one_hull", "ids": ["A", "G"]}, {"kind": "gear", "ids": ["B"]}])
        scores = scored(truth, wrong)
        self.assertEqual(scores.identities["reflagged"]["all that is due"], 0)
        self.assertEqual(scores.identities["reflagged"]["something not due"], 2)
        self.assertEqual(scores.identities["gear"]["something not due"], 1)

    def test_a_vessel_that_is_not_accounted_for_is_a_fault(self):
        scores = scored(world([identity("A", "clean", [fix(0, 1)])]), account())
        self.assertEqual(len(scores.faults), 1)


class Fixes(unittest.TestCase):
    def became(self, fixes, kept):
        scores = scored(world([identity("A", "any", fixes)]), account("A"), [("A", *row) for row in kept])
        self.assertEqual(scores.strange_rows, 0)
        return {mark: dict(score) for (mark, _), score in scores.fixes.items()}

    def test_a_thrown_fix_is_not_used_apart_or_believed(self):
        fixes = [fix(0, 1), fix(10, 1), fix(20, 1)] + [fix(second, 7, mark=THROWN) for second in (5, 15, 16, 25)]
        sailed = [(1, second, 1.0, 0.0) for second in (0, 10, 20)]
        found = self.became(fixes, sailed + [(2, 15, 7.0, 0.0), (2, 16, 7.0, 0.0), (1, 25, 7.0, 0.0)])
        self.assertEqual(found["thrown"], {"not used": 1, "in a track apart": 2, "in its hull's track": 1})
        self.assertEqual(found["sailed"], {"in its hull's track": 3})

    def test_a_fix_in_the_track_of_another_hull(self):
        fixes = [fix(0, 1, 0), fix(1, 1, 0), fix(2, 1, 0), fix(3, 4, 1)]
        found = self.became(fixes, [(1, second, 1.0, 0.0) for second in (0, 1, 2)] + [(1, 3, 4.0, 0.0)])
        self.assertEqual(found["sailed"], {"in its hull's track": 3, "in another hull's track": 1})

    def test_of_one_second_another_row_counts(self):
        fixes = [fix(0, 1), fix(0, 1, mark=REPEATED), fix(3.25, 1), fix(3.5, 2, mark=LATE_COPY), fix(6, 1)]
        found = self.became(fixes, [(1, 0, 1.0, 0.0), (1, 3, 2.0, 0.0)])
        self.assertEqual(found["repeated"], {"another row of that second counts": 1})
        self.assertEqual(found["late copy"], {"in its hull's track": 1})
        self.assertEqual(found["sailed"], {
            "in its hull's track": 1, "another row of that second counts": 1, "not used": 1})

    def test_rows_that_are_in_no_file_fail_the_run(self):
        truth = world([identity("A", "clean", [fix(0, 1)])])
        scores = scored(truth, account("A"), [("A", 1, 0, 1.5, 0.0), ("B", 1, 0, 1.0, 0.0), ("A", 1, 7, 1.0, 0.0)])
        self.assertEqual(scores.strange_rows, 3)
        self.assertTrue(any("not in the files" in failure for failure in scores.failures()))

    def test_the_dateline_has_two_names(self):
        self.assertEqual(trust_scores.apart([0, 0, 1_800_000_000, 0, 0], (0, -1_800_000_000)), 0)


class Meetings(unittest.TestCase):
    vessels = [identity("A", "shared", [], due=[["shared_identity"]]), identity("B", "clean", []),
               identity("G", "gear", [])]

    def meeting(self, *due):
        return {"ids": ["A", "B"], "start": 1_000, "end": 11_000, "is_true": True,
                "due": [{"ids": ["A"], "any_of": list(reasons)} for reasons in due]}

    def scored(self, meeting, *events):
        scores = scored(world(self.vessels, meetings=[meeting], one_hull=[{"ids": ["A", "X"]}]),
                        account("A", "B", "G"), events=events)
        (score,) = scores.meetings.values()
        return scores, {what: count for what, count in score.items() if what != "total"}

    def test_a_meeting_is_found_with_its_mark(self):
        due = self.meeting(["shared_identity", "position_jump"])
        scores, score = self.scored(due, event("A", "B", 1_003, 10_990, [(0, "shared_identity")]))
        self.assertEqual(score, {"found": 1, "every due mark": 1})
        self.assertEqual(sorted(scores.edges), [3, 10])

    def test_a_mark_on_the_other_vessel_is_not_the_due_one(self):
        due = self.meeting(["shared_identity"])
        _, score = self.scored(due, event("A", "B", 1_000, 11_000, [(1, "shared_identity")]))
        self.assertEqual(score, {"found": 1, "a due mark missing": 1, "a mark not due": 1})

    def test_a_meeting_in_pieces_and_one_that_is_hardly_seen(self):
        _, score = self.scored(self.meeting(), event("A", "B", 1_000, 4_000), event("A", "B", 5_000, 11_000))
        self.assertEqual(score, {"found": 1, "in pieces": 1})
        scores, score = self.scored(self.meeting(), event("A", "B", 1_000, 4_000))
        self.assertEqual(score, {"missed": 1})
        self.assertEqual(sum(scores.false_meetings.values()), 0)

    def test_meetings_that_are_none_are_told_apart(self):
        scores, score = self.scored(
            self.meeting(), event("A", "B", 1_000, 11_000), event("A", "X", 0, 9_000), event("B", "G", 0, 9_000),
            event("A", "B", 20_000, 30_000, position_marks=[(0, "circle")]))
        self.assertEqual(score, {"found": 1})
        self.assertEqual(dict(scores.false_meetings), {
            ("one hull with itself", False): 1, ("with gear", False): 1, ("not in the truth", True): 1})


class Page(unittest.TestCase):
    def test_an_empty_run_is_no_success(self):
        self.assertEqual(len(trust_scores.Scores().failures()), 1)

    def test_every_table_has_as_many_cells_as_heads(self):
        truth = world([identity("A", "clean", [fix(0, 1)])], meetings=[
            {"ids": ["A", "A"], "start": 0, "end": 9_000, "is_true": True, "due": []}])
        page = scored(truth, account("A"), [("A", 1, 0, 1.0, 0.0)], [event("A", "A", 0, 9_000)]).page()
        width = None
        for text in page:
            if not text.startswith("|"):
                width = None
                continue
            self.assertEqual(text.count("|"), width or text.count("|"), text)
            width = text.count("|")


if __name__ == "__main__":
    unittest.main()
