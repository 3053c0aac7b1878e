"""Tests of the measuring itself: python3 -B -m unittest discover -s Benchmarks -p '*_test.py'."""
import pathlib
import sys
import tempfile
import unittest

from suite import goals, machine, measure, page


class Measuring(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.scratch = pathlib.Path(self.folder.name)

    def run_python(self, text, limit=60, is_watched=False):
        return measure.run([sys.executable, "-c", text], self.scratch / "out", self.scratch / "log", limit, is_watched)

    def test_memory_is_that_of_the_program_and_its_children(self):
        child = "b = bytearray(60_000_000); import time; time.sleep(0.5)"
        done = self.run_python(
            f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {child!r}]); a = bytearray(40_000_000);"
            " p.wait()", is_watched=True)
        self.assertIsNone(done.failure)
        self.assertGreater(done.private_bytes, 100_000_000)
        self.assertLess(done.private_bytes, 160_000_000)
        self.assertGreaterEqual(done.peak_bytes, done.private_bytes)

    def test_memory_of_the_measuring_program_is_not_counted(self):
        ballast = bytearray(200_000_000)
        done = self.run_python("import time; time.sleep(0.2)", is_watched=True)
        self.assertLess(done.peak_bytes, 100_000_000)
        del ballast

    def test_processor_time_of_what_is_left_behind_is_counted(self):
        # The child goes on when its parent has ended, as Spark's Java does.
        busy = "import time\nend = time.process_time() + 0.5\nwhile time.process_time() < end: pass"
        done = self.run_python(f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {busy!r}])")
        self.assertGreater(done.cpu_s, 0.5)

    def test_a_program_that_takes_too_long_is_ended(self):
        for is_watched in (False, True):
            done = self.run_python("import time; time.sleep(60)", limit=0.5, is_watched=is_watched)
            self.assertEqual(done.failure, "stopped after 0 s")

    def test_a_failure_says_its_last_message(self):
        done = self.run_python("import sys; print('one', file=sys.stderr); sys.exit('no such file')")
        self.assertEqual(done.failure, "failed (1): no such file")

    def test_an_answer_is_read_from_the_last_line(self):
        done = self.run_python("""print('noise'); print('{"version": "1.2", "work_s": 0.5}')""")
        self.assertEqual(done.answer, {"version": "1.2", "work_s": 0.5})
        self.assertEqual(self.run_python("print('noise')").answer, {})


class Words(unittest.TestCase):
    def test_a_machine_is_named_after_its_processor(self):
        self.assertEqual(machine.kind("Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz", 2), "2-core-intel-xeon-platinum-8370c")
        self.assertEqual(machine.kind("AMD EPYC 7763 64-Core Processor", 4), "4-core-amd-epyc-7763")

    def test_figures_are_short(self):
        self.assertEqual([page.time(value) for value in (0.0421, 1.234, 12.34, 123.4)],
                         ["0.042 s", "1.23 s", "12.3 s", "123 s"])
        self.assertEqual([page.size(value) for value in (3_140_000, 314_000_000, 3_140_000_000)],
                         ["3.1 MB", "314 MB", "3 140 MB"])
        self.assertEqual([page.ratio(value, 2) for value in (1, 30, 400)], ["0.50 x", "15.0 x", "200 x"])

    def test_every_row_of_a_table_has_as_many_cells_as_its_head(self):
        figure = {"label": "x", "failure": None, "median_s": 1.0, "wall_s": [1.0, 2.0], "work_s": [0.5], "work_median_s": 0.5,
                  "cpu_median_s": 1.5, "peak_bytes": 5, "private_bytes": 4, "events": 3}
        failed = {**figure, "failure": "failed (1): no", "median_s": None, "wall_s": []}
        lines = page.programs({"programs": {"sts": figure, "peer": failed}})
        self.assertEqual({line.count("|") for line in lines if line}, {lines[0].count("|")})


class Goals(unittest.TestCase):
    def group(self, shape, rows, **seconds):
        return {"shape": shape, "rows": rows, "programs": {
            key.replace("_", "-"): {"median_s": value, "work_median_s": value, "peak_bytes": 300e6, "private_bytes": 100e6}
            for key, value in seconds.items()}}

    def test_each_goal_is_judged_by_its_own_figures(self):
        groups = {
            "a": self.group("sea", 1_000_000, sts=0.1),
            "b": self.group("sea", 10_000_000, sts=1.2, sts_1=2.4, wc=0.2, count=3, duckdb=9, pandas=6.6),
            "c": self.group("port", 1_000_000, sts=0.1, sts_port=0.14, sts_proximity=0.1, sts_port_proximity=1, write=0.8),
            "d": self.group("compressed", 10_000_000, sts_zst=1.3, zstd=1, sts_gz=3, gzip=4, igzip=2),
        }
        found = {says: (value, is_met) for says, _, value, is_met in goals.judge(groups)}
        values = [found[says] for says in found]
        self.assertEqual(values, [
            ("0.40 x", True), ("6.00 x", False), ("5.50 x", True), ("2.00 x", True), ("1.20 x", False),
            ("100.00 MB", True), ("300.00 MB", False), ("1.40 x", True), ("2.00 x", True), ("1.30 x", True),
            ("1.50 x", False)])

    def test_what_was_not_measured_is_not_met(self):
        self.assertTrue(all(value is None and not is_met for _, _, value, is_met in goals.judge({})))


if __name__ == "__main__":
    unittest.main()
