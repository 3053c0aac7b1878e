#!/usr/bin/env python3
"""The common definition in Polars, with one k-d tree of SciPy for each bin.

The tree holds the positions as points in space, where 500 m along the sphere are a chord of a fixed length; what lies within
it is then measured by the same haversine formula as everywhere. Bins are shared out to the threads: the tree's search is
compiled code that Python's lock does not hold up.
"""
import os
import sys

import common

# Polars reads it when it is imported.
OPTIONS = common.arguments()
os.environ["POLARS_MAX_THREADS"] = str(OPTIONS.threads)

from concurrent.futures import ThreadPoolExecutor  # noqa: E402

import numpy  # noqa: E402
import polars  # noqa: E402
from polars import col  # noqa: E402
from scipy.spatial import cKDTree  # noqa: E402


def slow_latest(path):
    """The latest row of every vessel and bin, where it is slow."""
    kinds = {"MMSI": polars.Int64, "BaseDateTime": polars.String, "LAT": polars.Float64, "LON": polars.Float64,
             "SOG": polars.Float64}
    rows = (
        polars.scan_csv(path, schema_overrides=kinds).select(common.COLUMNS)
        .filter(col("LAT").is_between(*common.LATITUDES), col("LON").is_between(*common.LONGITUDES),
                col("SOG").is_between(*common.KNOTS), col("MMSI").is_between(*common.SHIPS))
        # A format that is given is read three times as fast as one that is guessed.
        .with_columns(t=col("BaseDateTime").str.to_datetime("%Y-%m-%dT%H:%M:%S").dt.epoch("s")))
    rows = rows.select("t", "LAT", "LON", "SOG", id=col("MMSI"), bin=col("t") // common.BIN_SECONDS)
    rows = rows.collect(engine="streaming").lazy()
    # First the latest second, which leaves a row or few of each bin, and then the least of those. Sorting all rows of a bin
    # takes half as long again, a window a little longer.
    latest = rows.group_by("id", "bin").agg(col("t").max())
    return (
        rows.join(latest, on=["id", "bin", "t"], how="semi").sort("LAT", "LON", "SOG")
        .unique(["id", "bin"], keep="first", maintain_order=True).filter(col("SOG") <= common.MAX_KNOTS)
        .select("id", "bin", lat="LAT", lon="LON").sort("bin").collect(engine="streaming"))


def near(fixes, threads):
    """Every pair of one bin within the distance: the lesser id, the greater one, the bin."""
    lat, lon = numpy.radians(fixes["lat"].to_numpy()), numpy.radians(fixes["lon"].to_numpy())
    ids, bins = fixes["id"].to_numpy(), fixes["bin"].to_numpy()
    points = numpy.column_stack([numpy.cos(lat) * numpy.cos(lon), numpy.cos(lat) * numpy.sin(lon), numpy.sin(lat)])
    # A little more than the chord, so that rounding loses nothing that the haversine would keep.
    chord = 2 * numpy.sin(common.MAX_METRES / common.EARTH_RADIUS_METRES / 2) * (1 + 1e-6)
    borders = numpy.concatenate([[0], numpy.flatnonzero(numpy.diff(bins)) + 1, [len(bins)]])

    def of_bin(number):
        begin, end = borders[number], borders[number + 1]
        found = cKDTree(points[begin:end]).query_pairs(chord, output_type="ndarray") + begin
        a, b = found[:, 0], found[:, 1]
        part = (numpy.sin((lat[b] - lat[a]) / 2) ** 2
                + numpy.cos(lat[a]) * numpy.cos(lat[b]) * numpy.sin((lon[b] - lon[a]) / 2) ** 2)
        is_near = 2 * common.EARTH_RADIUS_METRES * numpy.arcsin(numpy.sqrt(part)) <= common.MAX_METRES
        a, b = ids[a[is_near]], ids[b[is_near]]
        return numpy.minimum(a, b), numpy.maximum(a, b), numpy.full(len(a), bins[begin])

    with ThreadPoolExecutor(threads) as pool:
        parts = list(pool.map(of_bin, range(len(borders) - 1))) if len(bins) else []
    one, other, when = (numpy.concatenate(column) for column in zip(*parts)) if parts else ([], [], [])
    kinds = {"one": polars.Int64, "other": polars.Int64, "bin": polars.Int64}
    return polars.DataFrame({"one": one, "other": other, "bin": when}, schema=kinds)


def events(pairs):
    # Within a pair bins rise; another pair is another group, whatever its number.
    is_new = (col("bin").diff() > common.MAX_STEP).fill_null(False)
    return (
        pairs.lazy().sort("one", "other", "bin").with_columns(event=is_new.cum_sum())
        .group_by("one", "other", "event").agg(first=col("bin").min(), last=col("bin").max())
        .filter(col("last") - col("first") >= common.MIN_BINS).select("one", "other", "first", "last").collect())


def main():
    stages = common.Stages()
    fixes = slow_latest(OPTIONS.file)
    stages.done("read and bin")
    pairs = near(fixes, OPTIONS.threads)
    stages.done("pairs")
    common.write_events(OPTIONS.output, events(pairs).iter_rows())
    stages.done("events")
    stages.say(polars.__version__)


if __name__ == "__main__":
    sys.exit(main())
