"""Runs the programs of one group in turn, so that what disturbs the machine disturbs all alike."""
import dataclasses
import hashlib
import random
import statistics
import sys

from suite import measure
from suite.files import ROOT


@dataclasses.dataclass
class Figures:
    """What is known of one program in one group."""
    key: str
    label: str
    rows: int
    command: str
    wall_s: list = dataclasses.field(default_factory=list)
    # Without the start of an interpreter and its libraries, where the program says so.
    work_s: list = dataclasses.field(default_factory=list)
    cpu_s: list = dataclasses.field(default_factory=list)
    stages: list = dataclasses.field(default_factory=list)
    peak_bytes: int = 0
    private_bytes: int = 0
    output_bytes: int = 0
    version: str | None = None
    events: int | None = None
    digest: str | None = None
    failure: str | None = None

    @property
    def median(self):
        return statistics.median(self.wall_s) if self.wall_s else None

    @property
    def work(self):
        """The median without the start."""
        return statistics.median(self.work_s) if self.work_s else self.median


def event_lines(path, kind):
    """The lines of an output that are events; the record of the run, with its times, is none."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            if kind == "peer" or (kind == "sts" and '"kind":"rendezvous"' in line[:60]):
                yield line


def digest(path, kind):
    """A digest of what must be the same in every run, and the number of events."""
    if kind == "none":
        return None, None
    total, count = hashlib.sha256(), 0
    if kind == "bytes":
        with open(path, "rb") as file:
            while block := file.read(1 << 22):
                total.update(block)
                count += block.count(b"\n")
        # The header is no event.
        return total.hexdigest()[:16], max(0, count - 1)
    for line in event_lines(path, kind):
        total.update(line.encode())
        count += 1
    return total.hexdigest()[:16], count


class Rounds:
    def __init__(self, scratch, rounds, threads, limit, seed=1):
        self.scratch = scratch
        self.count = rounds
        self.threads = threads
        self.limit = limit
        self.order = random.Random(seed)

    def output(self, group, key):
        return self.scratch / f"{group}-{key}.out"

    def once(self, group, program, is_watched):
        output = self.output(group, program.key)
        with program.prepared(self.scratch, self.threads) as (more, server):
            command = [str(output) if word == "OUTPUT" else word for word in program.command] + more
            is_own = "OUTPUT" in program.command
            answers = self.scratch / "answer.out" if is_own else "/dev/null" if program.to_nothing else output
            done = measure.run(command, answers, self.scratch / "messages.log", self.limit, is_watched, server, ROOT)
        return done

    def run(self, group, programs, rows):
        """Figures of every program. The round before the first is for memory and for the outputs, and warms up."""
        figures = {
            program.key: Figures(program.key, program.label, rows, program.shown) for program in programs}
        for number in range(self.count + 1):
            turn = list(programs)
            self.order.shuffle(turn)
            for program in turn:
                if figures[program.key].failure is None:
                    self.take(group, program, figures[program.key], number)
        return figures

    def take(self, group, program, figure, number):
        done = self.once(group, program, is_watched=number == 0)
        if done.failure:
            figure.failure = done.failure
            print(f"{group}: {program.label} {done.failure}", file=sys.stderr)
            return
        found, events = digest(self.output(group, program.key), program.output)
        if figure.digest not in (None, found):
            figure.failure = "gave another answer in another round"
        figure.digest, figure.events = found, events
        figure.version = done.answer.get("version", figure.version)
        if number == 0:
            figure.peak_bytes, figure.private_bytes = done.peak_bytes, done.private_bytes
            figure.output_bytes = 0 if program.to_nothing else self.output(group, program.key).stat().st_size
            return
        figure.wall_s.append(done.wall_s)
        figure.cpu_s.append(done.cpu_s)
        if "work_s" in done.answer:
            figure.work_s.append(done.answer["work_s"])
            figure.stages.append(done.answer.get("stages", {}))
        print(f"{group}, round {number} of {self.count}: {done.wall_s:8.3f} s  {program.label}", file=sys.stderr)
