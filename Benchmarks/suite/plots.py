#!/usr/bin/env python3
"""Draws the plots of a result: `plots.py results.json` writes SVG files beside it and prints their names as JSON."""
import json
import pathlib
import sys

import matplotlib

matplotlib.use("svg")
# Text is drawn as outlines: it looks the same whatever fonts a reader has. The same figures give the same file.
matplotlib.rcParams.update({
    "svg.fonttype": "path", "svg.hashsalt": "sts", "font.size": 11, "axes.spines.top": False, "axes.spines.right": False})

from matplotlib import pyplot  # noqa: E402
from matplotlib.ticker import FixedLocator, FuncFormatter, NullFormatter, NullLocator  # noqa: E402

# Colours that people with any colour vision tell apart (Okabe and Ito), and different marks.
STYLES = {
    "sts": ("sts", "#0072B2", "o"),
    "sts-1": ("sts, 1 thread", "#56B4E9", "o"),
    "wc": ("wc -l", "#000000", "x"),
    "count": ("DuckDB, bare count", "#8A8A8A", "s"),
    "duckdb": ("DuckDB", "#D9A400", "s"),
    "polars": ("Polars + k-d tree", "#009E73", "^"),
    "pandas": ("pandas + BallTree", "#CC79A7", "v"),
    "postgis": ("PostGIS", "#D55E00", "D"),
    "pyspark": ("PySpark", "#7A4FBF", "P"),
}
FLOORS = ("wc", "count")


def shown_seconds(value, _=None):
    if value >= 0.9995:
        return f"{value:.3g} s" if value < 1000 else f"{value:.0f} s"
    return f"{value * 1000:.3g} ms"


def shown_ratio(value):
    return f"{value:.0f}" if value >= 9.95 else f"{value:.2g}" if value >= 0.0995 else f"{value:.1g}"


def shown_rows(value, _=None):
    return f"{value / 1e6:g} M" if value >= 1e6 else f"{value / 1e3:g} k"


def seas(results):
    return sorted((group for group in results["groups"].values() if group["shape"] == "sea"), key=lambda group: group["rows"])


def apart(values, least):
    """Places for labels: as near to the values as they can be with `least` between two of them (all as logarithms)."""
    order = sorted(range(len(values)), key=lambda index: values[index])
    # Blocks of labels that touch each other move as one, to the mean of where their members want to be.
    blocks = []
    for index in order:
        blocks.append([[index], values[index]])
        while len(blocks) > 1:
            (low, low_middle), (high, high_middle) = blocks[-2], blocks[-1]
            if high_middle - low_middle >= least * (len(low) + len(high)) / 2:
                break
            members = low + high
            blocks[-2:] = [[members, (low_middle * len(low) + high_middle * len(high)) / len(members)]]
    places = [0.0] * len(values)
    for members, middle in blocks:
        for number, index in enumerate(members):
            places[index] = middle + least * (number - (len(members) - 1) / 2)
    return places


def decades(axis, low, high):
    """Ticks at 1, 2, 5 of every decade, or at 1 alone when there are many."""
    import math
    steps = (1, 2, 5) if high / low < 300 else (1,)
    ticks = [step * 10.0 ** power for power in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
             for step in steps]
    axis.set_major_locator(FixedLocator([tick for tick in ticks if low <= tick <= high]))
    axis.set_minor_locator(NullLocator())
    axis.set_minor_formatter(NullFormatter())


def by_rows(results, target):
    """Lines of time against rows, each with its name at its end."""
    import math
    groups = seas(results)
    figure, axes = pyplot.subplots(figsize=(9, 6))
    lines = []
    for key, (label, colour, mark) in STYLES.items():
        points = [(group["rows"], group["programs"][key]) for group in groups
                  if group["programs"].get(key, {}).get("median_s")]
        if not points:
            continue
        rows, times = [count for count, _ in points], [figure["median_s"] for _, figure in points]
        is_own = key.startswith("sts")
        axes.plot(rows, times, color=colour, marker=mark, markersize=7 if is_own else 6, linewidth=2.6 if is_own else 1.6,
                  linestyle=":" if key in FLOORS else "-", zorder=3 if is_own else 2)
        for count, point in points:
            axes.vlines(count, min(point["wall_s"]), max(point["wall_s"]), color=colour, linewidth=1, zorder=1)
        lines.append((label, colour, rows[-1], times[-1], is_own))
    axes.set_xscale("log")
    axes.set_yscale("log")
    low, high = axes.get_ylim()
    decades(axes.yaxis, low, high)
    axes.yaxis.set_major_formatter(FuncFormatter(shown_seconds))
    axes.set_xticks([group["rows"] for group in groups])
    axes.xaxis.set_major_formatter(FuncFormatter(shown_rows))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.grid(axis="y", color="#DDDDDD", linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_xlabel("rows of the file (medians; upright lines: least to greatest; dotted: does not detect)", labelpad=10)
    axes.set_title("Time of the whole program against the rows of the file, at sea", loc="left", pad=14)
    # Names where the lines end, pushed apart where they end close to each other.
    first, last = groups[0]["rows"], groups[-1]["rows"]
    span = math.log(last / first) if last > first else 1
    axes.set_xlim(first / math.exp(span * 0.05), last * math.exp(span * 0.05))
    for end in sorted({line[2] for line in lines}):
        ending = [line for line in lines if line[2] == end]
        heights = apart([math.log(line[3]) for line in ending], math.log(high / low) * 0.05)
        # Fractions of the axes: on the right of them, or beside the last point of a line that ends before.
        beside = 1.03 if end == last else (math.log(end / first) / span + 0.05) / 1.1 + 0.025
        for (label, colour, count, seconds, is_own), height in zip(ending, heights):
            axes.annotate(
                f"{label}: {shown_seconds(seconds)}", xy=(count, seconds), xycoords="data",
                xytext=(beside, (height - math.log(low)) / math.log(high / low)), textcoords="axes fraction",
                color=colour, va="center", fontweight="bold" if is_own else "normal", annotation_clip=False, zorder=5,
                bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 1} if end < last else None,
                arrowprops={"arrowstyle": "-", "color": colour, "linewidth": 0.6, "shrinkA": 1, "shrinkB": 5,
                            "relpos": (0, 0.5)})
    save(figure, target)


def bars(results, group, target, what, title, note, form, lowest):
    """One bar a program on a logarithmic scale, the smallest on top, with its figure."""
    rows = []
    for key, (label, colour, _) in STYLES.items():
        value = group["programs"].get(key, {}).get(what)
        if value:
            rows.append((value, label, colour, group["programs"][key], key))
    rows.sort(key=lambda row: -row[0])
    figure, axes = pyplot.subplots(figsize=(9, 1.5 + 0.46 * len(rows)))
    for place, (value, label, colour, program, key) in enumerate(rows):
        axes.barh(place, value, color=colour, height=0.66, hatch="//" if key in FLOORS else None,
                  edgecolor="white" if key in FLOORS else colour)
        edge = value
        if what == "median_s":
            least, edge = min(program["wall_s"]), max(program["wall_s"])
            axes.hlines(place, least, edge, color="#222222", linewidth=1.4)
            axes.vlines([least, edge], place - 0.14, place + 0.14, color="#222222", linewidth=1.4)
        base = group["programs"].get("sts", {}).get(what)
        times = f" ({shown_ratio(value / base)} x sts)" if base and key != "sts" else ""
        axes.annotate(f"{form(value)}{times}", xy=(max(value, edge), place), xytext=(6, 0), textcoords="offset points",
                      va="center", fontweight="bold" if key == "sts" else "normal")
    axes.set_xscale("log")
    # Room for the figures beside the longest bar.
    values = [row[0] for row in rows]
    low, high = min(values) * lowest, max(values)
    axes.set_xlim(low, high * (high / low) ** 0.28)
    decades(axes.xaxis, low, high * 1.2)
    axes.xaxis.set_major_formatter(FuncFormatter(form))
    axes.set_yticks(range(len(rows)), [row[1] for row in rows])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x", color="#DDDDDD", linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_title(title, loc="left", pad=14)
    axes.set_xlabel(note, labelpad=10)
    save(figure, target)


def shown_size(value, _=None):
    return f"{value / 1e6:.3g} MB" if value < 0.9995e9 else f"{value / 1e9:.3g} GB"


def save(figure, target):
    figure.savefig(target, bbox_inches="tight", metadata={"Date": None})
    pyplot.close(figure)


def main(path):
    results = json.loads(path.read_text(encoding="utf-8"))
    drawn = {}
    groups = seas(results)
    if len(groups) > 1:
        by_rows(results, path.with_name("time-by-rows.svg"))
        drawn["time-by-rows.svg"] = "Time against rows, both on logarithmic scales"
    # The greatest size that most programs took part in.
    if groups:
        group = max(groups, key=lambda one: (sum(bool(program["median_s"]) for program in one["programs"].values()), one["rows"]))
        rows = shown_rows(group["rows"])
        bars(results, group, path.with_name("time-by-program.svg"), "median_s", f"Time for {rows} rows at sea",
             "median of the whole run, logarithmic scale; whiskers: least and greatest; hatched: does not detect",
             shown_seconds, 0.5)
        drawn["time-by-program.svg"] = f"Time of every program for {rows} rows"
        bars(results, group, path.with_name("memory-by-program.svg"), "peak_bytes", f"Peak memory for {rows} rows at sea",
             "all processes of the program together, logarithmic scale; hatched: does not detect", shown_size, 0.5)
        drawn["memory-by-program.svg"] = f"Peak memory of every program for {rows} rows"
    print(json.dumps(drawn))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
