#!/usr/bin/env python3
"""The common definition in pandas, with one BallTree of scikit-learn (haversine) for each bin.

Only the reading uses more than one thread: pandas and the tree know no other way.
"""
import os
import sys

import common

OPTIONS = common.arguments()
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = str(OPTIONS.threads)

import numpy  # noqa: E402
import pandas  # noqa: E402
import pyarrow  # noqa: E402
from sklearn.neighbors import BallTree  # noqa: E402


def slow_latest(path):
    """The latest row of every vessel and bin, where it is slow."""
    # The engine of pyarrow reads times by itself and takes a third less time than pandas' own.
    rows = pandas.read_csv(path, usecols=common.COLUMNS, engine="pyarrow", parse_dates=["BaseDateTime"])
    rows = rows[rows["LAT"].between(*common.LATITUDES) & rows["LON"].between(*common.LONGITUDES)
                & rows["SOG"].between(*common.KNOTS) & rows["MMSI"].between(*common.SHIPS)]
    seconds = rows["BaseDateTime"].to_numpy().astype("datetime64[s]").astype(numpy.int64)
    rows = pandas.DataFrame({
        "id": rows["MMSI"].to_numpy(), "bin": seconds // common.BIN_SECONDS, "t": seconds,
        "lat": rows["LAT"].to_numpy(), "lon": rows["LON"].to_numpy(), "sog": rows["SOG"].to_numpy()})
    # First the latest second, which leaves a row or few of each bin, and then the least of those.
    rows = rows[rows["t"] == rows.groupby(["id", "bin"], sort=False)["t"].transform("max")]
    rows = rows.sort_values(["bin", "id", "lat", "lon", "sog"]).drop_duplicates(["bin", "id"])
    return rows[rows["sog"] <= common.MAX_KNOTS]


def near(fixes):
    """Every pair of one bin within the distance: the lesser id, the greater one, the bin."""
    radians = numpy.radians(fixes[["lat", "lon"]].to_numpy())
    ids, bins = fixes["id"].to_numpy(), fixes["bin"].to_numpy()
    borders = numpy.concatenate([[0], numpy.flatnonzero(numpy.diff(bins)) + 1, [len(bins)]])
    parts = []
    for begin, end in zip(borders, borders[1:]):
        if end - begin < 2:
            continue
        tree = BallTree(radians[begin:end], metric="haversine")
        found = tree.query_radius(radians[begin:end], common.MAX_METRES / common.EARTH_RADIUS_METRES)
        one = numpy.repeat(ids[begin:end], [len(hits) for hits in found])
        other = ids[begin:end][numpy.concatenate(found)]
        is_once = one < other
        parts.append((one[is_once], other[is_once], numpy.full(is_once.sum(), bins[begin])))
    columns = [numpy.concatenate(column) for column in zip(*parts)] if parts else [numpy.empty(0, numpy.int64)] * 3
    return pandas.DataFrame(dict(zip(("one", "other", "bin"), columns)))


def events(pairs):
    pairs = pairs.sort_values(["one", "other", "bin"])
    # Within a pair bins rise; another pair is another group, whatever its number.
    pairs["event"] = (pairs["bin"].diff() > common.MAX_STEP).cumsum()
    found = pairs.groupby(["one", "other", "event"])["bin"].agg(["min", "max"]).reset_index()
    return found[found["max"] - found["min"] >= common.MIN_BINS][["one", "other", "min", "max"]]


def main():
    pyarrow.set_cpu_count(OPTIONS.threads)
    stages = common.Stages()
    fixes = slow_latest(OPTIONS.file)
    stages.done("read and bin")
    pairs = near(fixes)
    stages.done("pairs")
    common.write_events(OPTIONS.output, events(pairs).itertuples(index=False, name=None))
    stages.done("events")
    stages.say(pandas.__version__)


if __name__ == "__main__":
    sys.exit(main())
