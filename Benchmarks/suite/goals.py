"""The goals of the program as ratios inside one run; who wants them otherwise changes them here."""
from suite.page import short

DETECTING = ("duckdb", "polars", "pandas", "pyspark", "postgis")


def at_most(says, limit, value, unit=" x"):
    return (says, f"at most {limit:g}{unit}", None if value is None else f"{value:.2f}{unit}",
            value is not None and value <= limit)


def at_least(says, limit, value):
    return (says, f"at least {limit:g} x", None if value is None else f"{value:.2f} x",
            value is not None and value >= limit)


def judge(groups):
    """Rows of (goal, wanted, this run, is met); a value of None was not measured."""
    def figure(group, key, what="median_s"):
        return (group or {}).get("programs", {}).get(key, {}).get(what)

    def share(one, other):
        return one / other if one and other else None

    seas = [group for group in groups.values() if group["shape"] == "sea"]
    # Ten million rows are what the goals speak of; else the next best size.
    main = min(seas, key=lambda group: abs(group["rows"] - 10_000_000), default=None)
    at = f" ({short(main['rows'])} rows)" if main else ""
    sts = figure(main, "sts")
    peers = [value for key in DETECTING if (value := figure(main, key, "work_median_s"))]
    rows = [
        at_most(f"a scan against DuckDB's bare count without its start{at}", 0.5,
                share(sts, figure(main, "count", "work_median_s"))),
        at_most(f"a scan against `wc -l`{at}", 4, share(sts, figure(main, "wc"))),
        at_least(f"the fastest peer that detects, without its start, against a scan{at}", 5,
                 share(min(peers, default=None), sts)),
        at_least(f"one thread against two{at}", 1.7, share(figure(main, "sts-1"), sts)),
    ]
    seas.sort(key=lambda group: group["rows"])
    timed = [(group["rows"], figure(group, "sts")) for group in seas if figure(group, "sts")]
    per_row = [seconds / count for count, seconds in timed]
    between = f" ({short(timed[0][0])} to {short(timed[-1][0])})" if len(timed) > 1 else ""
    rows.append(at_most(f"time per row, dearest size against cheapest{between}", 1.1,
                        max(per_row) / min(per_row) if len(per_row) > 1 else None))
    for group in seas:
        if group["rows"] >= 10_000_000:
            for what, name, limit in (("private_bytes", "private", 150), ("peak_bytes", "resident", 250)):
                value = figure(group, "sts", what)
                rows.append(at_most(f"{name} memory at {short(group['rows'])} rows", limit,
                                    value / 1e6 if value else None, " MB"))
    port = next((group for group in groups.values() if group["shape"] == "port"), None)
    rows.append(at_most("crowded port against the same rows at sea, `oil`", 1.5,
                        share(figure(port, "sts-port"), figure(port, "sts"))))
    crowded, write, sea = (figure(port, key) for key in ("sts-port-proximity", "write", "sts-proximity"))
    rows.append(at_most("the same, `proximity` as CSV, less the time to write it", 3,
                        share(crowded - write, sea) if crowded and write and sea else None))
    packed = next((group for group in groups.values() if group["shape"] == "compressed"), None)
    for ending, tools in (("zst", ("zstd",)), ("gz", ("igzip", "gzip"))):
        fastest = [value for tool in tools if (value := figure(packed, tool))]
        rows.append(at_most(f"scan of .{ending} against unpacking alone", 1.3,
                            share(figure(packed, f"sts-{ending}"), min(fastest, default=None))))
    return rows
