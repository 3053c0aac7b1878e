"""Lets every peer that is installed answer for small files, and compares them with the definition written out plainly.

python3 -B -m unittest discover -s Benchmarks -p '*_test.py'; a peer that is not installed is skipped and named.
"""
import collections
import itertools
import math
import pathlib
import random
import subprocess
import tempfile
import unittest

from suite import programs

HEAD = ("MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,"
        "TransceiverClass")
RADIUS = 6_371_008.8


def haversine(a, b):
    (lat_a, lon_a), (lat_b, lon_b) = [(math.radians(lat), math.radians(lon)) for lat, lon in (a, b)]
    part = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * RADIUS * math.asin(math.sqrt(part))


def plainly(rows):
    """The common definition with no index, no grid and no tree: every pair of every bin."""
    latest = {}
    for mmsi, time, lat, lon, sog in rows:
        if sog is None or not (-90 <= lat <= 90 and -180 <= lon <= 180 and 0 <= sog <= 102.2):
            continue
        if 200_000_000 <= mmsi <= 799_999_999:
            key, rank = (mmsi, time // 600), (-time, lat, lon, sog)
            latest[key] = min(latest.get(key, rank), rank)
    bins = collections.defaultdict(list)
    for (mmsi, number), (_, lat, lon, sog) in latest.items():
        if sog <= 3:
            bins[number].append((mmsi, (lat, lon)))
    pairs = collections.defaultdict(list)
    for number, vessels in sorted(bins.items()):
        for (one, here), (other, there) in itertools.combinations(sorted(vessels), 2):
            if haversine(here, there) <= 500:
                pairs[one, other].append(number)
    events = []
    for (one, other), numbers in pairs.items():
        first = last = numbers[0]
        for number in [*numbers[1:], math.inf]:
            if number - last > 3:
                if last - first >= 12:
                    events.append((one, other, first, last))
                first = number
            last = number
    return sorted(events)


def stamp(time):
    day, second = divmod(time, 86_400)
    return f"2024-01-{day - 19_722:02}T{second // 3_600:02}:{second // 60 % 60:02}:{second % 60:02}"


def written(path, rows):
    lines = [HEAD]
    for mmsi, time, lat, lon, sog in rows:
        lines.append(f'{mmsi},{stamp(time)},{lat:.5f},{lon:.5f},{"" if sog is None else sog},0.0,511,"A, B",IMO0000000,,80,0,,,,,A')
    path.write_text("\n".join(lines) + "\n", encoding="ascii")


def world(seed):
    """Ships that drift by each other in a few places, with all that the definition has to tell apart."""
    draw = random.Random(seed)
    start = 19_723 * 86_400
    # The dateline on both sides, the equator and the meridian, high latitudes on both halves, an ordinary place.
    places = [(12.0, 179.9995), (0.0, 0.0), (78.3, 15.2), (-89.9, 40.0), (29.3, -94.6)]
    rows = []
    for number in range(60):
        mmsi = draw.choice([200_000_000, 367_000_000, 799_000_000, 111_000_000, 990_000_000]) + number
        if number < 2:
            mmsi = (200_000_000, 799_999_999)[number]
        lat, lon = draw.choice(places)
        metre = 1 / 111_195
        north, east = draw.uniform(-400, 400), draw.uniform(-400, 400)
        time = start + draw.randrange(0, 4_000)
        end = start + draw.choice([20_000, 40_000])
        while time < end:
            north, east = north + draw.gauss(0, 15), east + draw.gauss(0, 15)
            here = lat + north * metre
            there = lon + east * metre / max(0.001, math.cos(math.radians(here)))
            there = (there + 180) % 360 - 180
            sog = draw.choice([0.0, 0.1, 1.5, 3.0, 3.0, 3.1, 12.0, 102.2]) if draw.random() < 0.15 else 0.2
            row = (mmsi, time, round(here, 5), round(there, 5), sog)
            rows.append(row)
            if draw.random() < 0.1:
                # The same second again: one a little off, one with another speed, one that is not valid.
                rows += [(mmsi, time, round(here + 0.00301, 5), round(there, 5), sog), (*row[:4], 9.0), (*row[:4], 102.3),
                         (*row[:4], None), (mmsi, time, 91.0, 181.0, 0.0)]
            time += draw.choice([60, 120, 180, 300, 300, 400, 400, 700, 700, 1_900])
    draw.shuffle(rows)
    return rows


class Peers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        parent = programs.ROOT / ".build"
        cls.folder = tempfile.TemporaryDirectory(dir=parent if parent.exists() else None)
        cls.scratch = pathlib.Path(cls.folder.name)
        cls.scratch.chmod(0o755)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def events(self, peer, rows):
        file, output = self.scratch / "tracks.csv", self.scratch / "events.csv"
        written(file, rows)
        program = peer.program(file, 2)
        with program.prepared(self.scratch, 2) as (more, _):
            command = [str(output) if word == "OUTPUT" else word for word in program.command] + more
            done = subprocess.run(command, cwd=programs.ROOT, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return [tuple(int(field) for field in line.split(",")) for line in output.read_text(encoding="ascii").splitlines()]

    def test_the_plain_answer_knows_the_rules(self):
        def pair(bins, sog=0.0, metres=400.0):
            return [(mmsi, 19_723 * 86_400 + number * 600, 10.0 + shift, 20.0, sog)
                    for number in bins for mmsi, shift in ((300_000_001, 0), (300_000_002, metres / 111_195.08))]
        first = 19_723 * 144
        event = (300_000_001, 300_000_002, first, first + 12)
        self.assertEqual(plainly(pair(range(13))), [event])
        self.assertEqual(plainly(pair(range(12))), [])
        self.assertEqual(plainly(pair([0, 3, 6, 9, 12])), [event])
        self.assertEqual(plainly(pair([0, 3, 6, 10, 13])), [])
        self.assertEqual(plainly(pair(range(13), sog=3.1)), [])
        self.assertEqual(plainly(pair(range(13), metres=501)), [])

    def test_peers_give_what_the_definition_says(self):
        for peer in programs.PEERS:
            if not peer.is_detecting:
                continue
            with self.subTest(peer=peer.label):
                if reason := peer.missing():
                    self.skipTest(reason)
                # Java alone takes ten seconds to start: one world for it, three for the others.
                for seed in (1,) if peer.key == "pyspark" else (1, 2, 3):
                    rows = world(seed)
                    due = plainly(rows)
                    self.assertGreater(len(due), 20, f"world({seed}) tests nothing")
                    self.assertEqual(self.events(peer, rows), due, f"world({seed})")

    def test_files_without_meetings_give_none(self):
        lone = [(300_000_001, 19_723 * 86_400 + number * 60, 10.0, 20.0, 0.0) for number in range(300)]
        fast = [(mmsi, time, lat, lon, 9.0) for mmsi, time, lat, lon, _ in lone]
        for peer in programs.PEERS:
            if peer.is_detecting and peer.key != "pyspark" and not peer.missing():
                for rows in (lone, fast):
                    with self.subTest(peer=peer.label):
                        self.assertEqual(self.events(peer, rows), [])


if __name__ == "__main__":
    unittest.main()
