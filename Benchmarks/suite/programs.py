"""What is run on a file: sts, the floors and the peers, and what a peer needs to be there."""
import contextlib
import dataclasses
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parents[1]
ROOT = HERE.parent
PYTHON = ROOT / ".build" / "benchmark-venv" / "bin" / "python"
WATCHLIST = "SampleTracks/watchlist.csv"

sys.path.insert(0, str(HERE / "peers"))
import postgis  # noqa: E402


@dataclasses.dataclass
class Program:
    key: str
    label: str
    # How its output is read: `sts` (events as NDJSON), `peer` (events of the common definition), `bytes` or `none`.
    output: str
    command: list
    # Gives (further arguments, the process of a server or None) while the program runs; not timed.
    ready: object = None
    to_nothing: bool = False

    @property
    def shown(self):
        """The command without places that are this machine's own."""
        return shown(self.command)

    @contextlib.contextmanager
    def prepared(self, scratch, threads):
        if self.ready is None:
            yield [], None
        else:
            with self.ready(scratch, threads) as more:
                yield more


@dataclasses.dataclass
class Peer:
    key: str
    label: str
    script: str
    # The modules without which it cannot run.
    modules: str
    is_detecting: bool = True
    command: str | None = None

    def missing(self):
        """Why it is left out, or None."""
        if not PYTHON.exists():
            return "Benchmarks/setup has not been run"
        probe = subprocess.run([str(PYTHON), "-c", f"import {self.modules}"], capture_output=True, check=False)
        if probe.returncode != 0:
            return f"no {self.modules} in .build/benchmark-venv"
        if self.command and shutil.which(self.command) is None:
            return f"no {self.command}"
        if self.key == "postgis":
            try:
                postgis.Server.check()
            except postgis.Missing as reason:
                return str(reason)
        return None

    def program(self, path, threads):
        command = [relative(PYTHON), "-B", f"Benchmarks/peers/{self.script}", relative(path), "OUTPUT",
                   "--threads", str(threads)]
        return Program(self.key, self.label, "peer" if self.is_detecting else "none", command,
                       ready=server_folder if self.key == "postgis" else plain_folder)


PEERS = [
    Peer("count", "DuckDB: bare `read_csv` count", "duckdb_count.py", "duckdb", is_detecting=False),
    Peer("duckdb", "DuckDB: SQL, grid join", "duckdb_meetings.py", "duckdb"),
    Peer("polars", "Polars, k-d trees of SciPy", "polars_meetings.py", "polars, scipy.spatial"),
    Peer("pandas", "pandas, BallTree of scikit-learn", "pandas_meetings.py", "pandas, pyarrow, sklearn.neighbors"),
    Peer("pyspark", "PySpark, local, grid join", "pyspark_meetings.py", "pyspark", command="java"),
    Peer("postgis", "PostGIS: load, SQL, grid join", "postgis_meetings.py", "json", command="psql"),
]


@contextlib.contextmanager
def plain_folder(scratch, _):
    folder = scratch / "peer"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield ["--scratch", str(folder)], None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def server_folder(scratch, threads):
    with postgis.Server(scratch, threads) as server:
        server.fresh()
        yield ["--scratch", str(server.folder)], server.process


def relative(path):
    """A path as it is written from the top of the project, where everything is run."""
    path = pathlib.Path(path)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def shown(words):
    """A command line in which a path outside the project is its last name alone."""
    return " ".join(pathlib.Path(word).name if word.startswith("/") and word != "/dev/null" else word for word in words)


def wc(path):
    return Program("wc", "`wc -l`", "none", ["wc", "-l", relative(path)])


def scan(sts, path, key, label, threads, profile="oil", form="ndjson", more=()):
    command = [relative(sts), "scan", relative(path), "--profile", profile, "--threads", str(threads), "--format", form,
               "--watchlist", WATCHLIST, "--quiet", *more]
    return Program(key, label, "sts" if form == "ndjson" else "bytes", command)


def nearest_scan(sts, path, threads):
    """The exact answer that is nearest to the peers' definition: it knows no port, no type of ship and no cargo."""
    return scan(sts, path, "sts-nearest", "`sts scan`, rules nearest to the peers'", threads, "proximity",
                more=("--max-speed", "3", "--join-gap", "30m", "--include-gear"))


def unpacking(key, path, command):
    """Unpacks and throws the result away."""
    return Program(key, f"unpacking alone, `{' '.join(command)}`", "none", [*command, relative(path)], to_nothing=True)
