"""Runs one program: how long it took, what it needed of the processors, how much memory it had at its peak."""
import contextlib
import ctypes
import dataclasses
import json
import os
import pathlib
import signal
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")
# What a program leaves behind has this long to end.
PATIENCE = 10

# Processes that outlive the one that started them, such as Spark's Java, become children of this one, so that their
# processor time is counted and the next program does not run beside them. PR_SET_CHILD_SUBREAPER, see prctl(2).
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)


@dataclasses.dataclass
class Run:
    wall_s: float
    cpu_s: float
    # Of a watched run alone.
    peak_bytes: int
    private_bytes: int
    # What a peer says of itself in its last line of JSON.
    answer: dict
    failure: str | None = None


def family(root):
    """A process and all below it that are alive."""
    found, waiting = [], [root]
    while waiting:
        process = waiting.pop()
        found.append(process)
        for children in pathlib.Path(f"/proc/{process}/task").glob("*/children"):
            try:
                waiting += [int(number) for number in children.read_text(encoding="ascii").split()]
            except OSError:
                pass
    return found


def memory(processes):
    """Bytes that processes occupy together, and those of them that no file stands behind.

    Both from `smaps_rollup`, which counts a page that several share in parts, so that the sum is right; the figures of
    `status` lag behind by some pages a thread, and would count what processes share more than once.
    """
    whole = private = 0
    for process in processes:
        try:
            text = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        for line in text.splitlines():
            name, _, value = line.partition(":")
            if name == "Pss":
                whole += int(value.split()[0]) * 1024
            elif name in ("Pss_Anon", "Pss_Shmem"):
                private += int(value.split()[0]) * 1024
    return whole, private


def high_water(process):
    """The peak of a process by the system's own count, which misses nothing between two looks, and its pages of files now.

    The system's last word to the parent (`ru_maxrss`) will not do: it begins with the size of the parent itself.
    """
    peak = of_files = 0
    try:
        for line in pathlib.Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                peak = int(line.split()[1]) * 1024
            elif line.startswith("RssFile:"):
                of_files = int(line.split()[1]) * 1024
    except OSError:
        pass
    return peak, of_files


def server_seconds(process):
    """Processor time of a server, its processes and those that have ended."""
    total = 0
    for number in family(process) if process else []:
        try:
            fields = pathlib.Path(f"/proc/{number}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except OSError:
            continue
        total += sum(int(field) for field in fields[11:15])
    return total / TICK


def run(command, output, log, limit, is_watched=False, server=None, directory=None):
    """One run. A watched one is for memory: looking at it costs time. `server` is a process that works for the program.

    The output goes to a file, messages to another; after `limit` seconds the program and what it started are ended.
    """
    before = server_seconds(server)
    with open(output, "wb") as standard, open(log, "wb") as messages:
        begin = time.monotonic()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=standard, stderr=messages, cwd=directory,
                                 start_new_session=True)
        try:
            watched = watch(child.pid, server, begin + limit) if is_watched else wait(child.pid, begin + limit)
        except BaseException:
            # It has a session of its own, which no key of the terminal reaches.
            end(child.pid)
            raise
        (status, usage), is_late, peak, private = watched
        wall = time.monotonic() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime + reap(child.pid)
    if server:
        # The server buries its dead a moment later.
        time.sleep(0.1)
    cpu += server_seconds(server) - before
    failure = None
    if is_late:
        failure = f"stopped after {limit:.0f} s"
    elif child.returncode != 0:
        said = pathlib.Path(log).read_text(encoding="utf-8", errors="replace").strip().split("\n")[-1]
        failure = f"failed ({child.returncode}): {said[:200]}"
    return Run(wall, cpu, peak, private, answer_in(output), failure)


def end(group):
    """Ends a program that this one has started, with what it started in its turn."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def reap(group):
    """Waits for what a program left behind, and ends it when it does not end; its processor time."""
    total, deadline = 0.0, time.monotonic() + PATIENCE
    while True:
        try:
            ended, _, usage = os.wait4(-group, os.WNOHANG)
        except ChildProcessError:
            return total
        if ended:
            total += usage.ru_utime + usage.ru_stime
        elif time.monotonic() > deadline:
            end(group)
            deadline += PATIENCE
        else:
            time.sleep(0.01)


def wait(process, deadline):
    """Waits without looking. An alarm ends a program that takes too long."""
    is_late = False

    def ring(*_):
        nonlocal is_late
        is_late = True
        end(process)

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, max(0.001, deadline - time.monotonic()))
    try:
        _, status, usage = os.wait4(process, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return (status, usage), is_late, 0, 0


def watch(process, server, deadline):
    """Looks at the memory every millisecond, or as often as a third of the time allows."""
    peak = private = of_files = 0
    is_late, is_alone = False, server is None
    while True:
        begin = time.monotonic()
        members = family(process) + (family(server) if server else [])
        is_alone = is_alone and len(members) == 1
        now, anonymous = memory(members)
        high, files = high_water(process)
        peak, private, of_files = max(peak, now, high), max(private, anonymous), max(of_files, files)
        ended, status, usage = os.wait4(process, os.WNOHANG)
        if ended:
            # At the peak of one process at least what its greatest share of files leaves was private.
            return (status, usage), is_late, peak, max(private, peak - of_files) if is_alone else private
        if begin > deadline and not is_late:
            is_late = True
            end(process)
        time.sleep(max(0.001, 2 * (time.monotonic() - begin)))


def answer_in(output):
    """The last line of a short output, when it is an object of JSON that names a version."""
    if os.path.getsize(output) > 10_000:
        return {}
    try:
        lines = pathlib.Path(output).read_text(encoding="utf-8").strip().split("\n")
        answer = json.loads(lines[-1])
        return answer if "version" in answer and "work_s" in answer else {}
    except (ValueError, TypeError):
        return {}
