"""What every peer shares: the definition's numbers, and how a peer is called and answers.

    PEER FILE OUTPUT --threads N [--scratch DIR]

A peer reads one file in NOAA's layout of 2018 to 2023 and writes its events to OUTPUT, a line `one,other,first,last` each:
two MMSIs, the lesser first, and the numbers of the first and last bin. On standard output it says in one line of JSON how
long its work took once its libraries were loaded, and which version of them it is.
"""
import argparse
import json
import sys
import time

BIN_SECONDS = 600
EARTH_RADIUS_METRES = 6_371_008.8
MAX_METRES = 500.0
MAX_KNOTS = 3.0
# A valid row: a position on the globe, a speed that AIS can state, a ship's MMSI (MIDxxxxxx, ITU-R M.585-9).
LATITUDES = (-90.0, 90.0)
LONGITUDES = (-180.0, 180.0)
KNOTS = (0.0, 102.2)
SHIPS = (200_000_000, 799_999_999)
# A step of more bins than this begins a new event; an event spans at least the second number (2 h).
MAX_STEP = 3
MIN_BINS = 12
COLUMNS = ["MMSI", "BaseDateTime", "LAT", "LON", "SOG"]


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("output")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--scratch", help="folder for what a peer keeps while it works")
    return parser.parse_args()


class Stages:
    """The seconds of each stage of a peer's work, and their sum."""

    def __init__(self):
        self.seconds = {}
        self.last = time.monotonic()

    def done(self, name):
        now = time.monotonic()
        self.seconds[name] = now - self.last
        self.last = now

    def say(self, version):
        """The answer; `work_s` leaves out what went before the first stage began."""
        json.dump({"version": version, "work_s": sum(self.seconds.values()), "stages": self.seconds}, sys.stdout)
        print(flush=True)


def write_events(path, rows):
    """Writes the events in the order of their numbers."""
    with open(path, "w", encoding="ascii") as output:
        for row in sorted(tuple(int(value) for value in row) for row in rows):
            output.write("{},{},{},{}\n".format(*row))
