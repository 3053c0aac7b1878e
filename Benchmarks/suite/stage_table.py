"""The table of `Benchmarks/stages`."""
import statistics

from suite.page import spaced


def cost(seconds, unit, count):
    """What one costs, or how fast bytes go."""
    if not count or not seconds:
        return "-"
    if unit == "bytes":
        return f"{count / seconds / 1e6:,.0f} MB/s".replace(",", " ")
    return f"{seconds / count * 1e9:,.1f} ns".replace(",", " ")


def milliseconds(seconds):
    return f"{seconds * 1e3:.3g} ms" if seconds < 0.9995 else f"{seconds * 1e3:.0f} ms"


def row(measurement):
    """A row of the table."""
    median, floor = (statistics.median(measurement[name]) for name in ("seconds", "floor_seconds"))
    unit, count = measurement["unit"], measurement["count"]
    spread = f"{milliseconds(min(measurement['seconds']))} to {milliseconds(max(measurement['seconds']))}"
    ratio = f"{median / floor:.1f} x" if floor else "-"
    return (f"| {measurement['stage']} | {spaced(count)} {unit} | {milliseconds(median)} | {spread} "
            f"| {cost(median, unit, count)} | {measurement['floor']} | {milliseconds(floor)} | {ratio} |")


def page(measurements, options, about, command):
    lines = [
        "# Stages of a scan, beside their floors", "",
        f"Made by `{command}` on {about['processor']}: {options.rows} rows, shape `{options.shape}`, one thread, "
        f"medians of {options.rounds} rounds. A floor is what merely copying or counting the same bytes takes on one thread.", "",
        "| stage | of what | time | spread | for one | floor | time | ratio |", "|---|--:|--:|--:|--:|---|--:|--:|",
    ]
    return "\n".join(lines + [row(measurement) for measurement in measurements]) + "\n"
