"""The files to scan: made once by the seeded generator, kept, and made anew when the generator gives other bytes."""
import hashlib
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / ".build" / "benchmark-data"
# Bytes of a row, a little more than the truth, and what is to stay free on the disk.
ROW_BYTES = 120
SPARE_BYTES = 5_000_000_000

SHAPES = {
    "sea": ["--shape", "sea"],
    "port": ["--shape", "port"],
    "random": ["--shape", "sea", "--random"],
}


class NoRoom(Exception):
    """Why a file was not made, as a sentence."""


class Files:
    def __init__(self, generator, folder=DATA):
        self.generator = generator
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.marks = {}

    def mark(self, shape):
        """Tells the output of this generator from that of another one: a digest of a small file of that shape."""
        if shape not in self.marks:
            command = [self.generator, "fleet", "--rows", "2000", *SHAPES[shape], "--output", "-"]
            small = subprocess.run(command, check=True, capture_output=True).stdout
            self.marks[shape] = hashlib.sha256(small).hexdigest()[:8]
        return self.marks[shape]

    def plain(self, shape, rows):
        """The path of a CSV file with that many rows."""
        path = self.folder / f"{shape}-{rows}-{self.mark(shape)}.csv"
        if not path.exists():
            for old in self.folder.glob(f"{shape}-{rows}-*"):
                old.unlink()
            self.make_room(path, rows * ROW_BYTES)
            command = [self.generator, "fleet", "--rows", str(rows), *SHAPES[shape], "--output"]
            with_partial(path, lambda partial: subprocess.run([*command, str(partial)], check=True))
        return path

    def packed(self, path, ending):
        """The path of the same file, packed as `.gz` or `.zst`."""
        target = path.with_name(path.name + ending)
        if not target.exists():
            self.make_room(target, path.stat().st_size // 3)
            packer = {".gz": ["gzip", "-6", "-n", "-c"], ".zst": ["zstd", "-q", "-3", "-c"]}[ending]

            def pack(partial):
                with open(partial, "wb") as output:
                    subprocess.run([*packer, str(path)], check=True, stdout=output)

            with_partial(target, pack)
        return target

    def make_room(self, path, size):
        free = shutil.disk_usage(self.folder).free
        if free < size + SPARE_BYTES:
            raise NoRoom(f"{path.name} needs {size / 1e9:.1f} GB and 5 GB to spare; {free / 1e9:.1f} GB are free")
        print(f"making {path.name}", file=sys.stderr)


def with_partial(path, make):
    """A file that was not made to its end never has its final name."""
    partial = path.with_name(path.name + ".partial")
    try:
        make(partial)
        partial.rename(path)
    finally:
        partial.unlink(missing_ok=True)


def warm(paths):
    """Reads files once, so that they come from memory afterwards; false when they cannot all stay there."""
    available = 0
    for line in pathlib.Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
        if line.startswith("MemAvailable:"):
            available = int(line.split()[1]) * 1024
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            while file.read(1 << 22):
                pass
    return sum(path.stat().st_size for path in paths) < available * 0.8
