"""The result as a Markdown page; every figure in it is in results.json too."""


def spaced(number):
    """1000000 as `1 000 000`."""
    return f"{number:,}".replace(",", " ")


def short(rows):
    """1000000 as `1 M`."""
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        if rows >= size:
            return f"{rows / size:g} {letter}"
    return str(rows)


def time(value):
    """Seconds with three figures that count."""
    if value is None:
        return ""
    if value >= 99.5:
        return f"{value:.0f} s"
    return f"{value:.1f} s" if value >= 9.95 else f"{value:.2f} s" if value >= 0.995 else f"{value:.3f} s"


def size(value):
    if not value:
        return ""
    megabytes = value / 1e6
    return f"{megabytes:.1f} MB" if megabytes < 10 else f"{spaced(round(megabytes))} MB"


def ratio(value, base):
    if value is None or not base:
        return ""
    times = value / base
    return f"{times:.0f} x" if times >= 99.5 else f"{times:.1f} x" if times >= 9.95 else f"{times:.2f} x"


def table(head, rows):
    """A table; the first column holds words, the others figures."""
    lines = ["| " + " | ".join(head) + " |", "|---|" + "--:|" * (len(head) - 1)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows] + [""]


def programs(group, base_key="sts"):
    """The table of one group; `base_key` is the program that the others are compared with."""
    base = group["programs"].get(base_key, {}).get("median_s")
    rows = []
    for figure in group["programs"].values():
        if figure["failure"] and figure["median_s"] is None:
            rows.append([figure["label"], figure["failure"], *[""] * 8])
            continue
        spread = f"{time(min(figure['wall_s']))[:-2]}–{time(max(figure['wall_s']))}"
        has_start = bool(figure["work_s"])
        rows.append([
            figure["label"] + (f" ({figure['failure']})" if figure["failure"] else ""), time(figure["median_s"]), spread,
            ratio(figure["median_s"], base), time(figure["work_median_s"]) if has_start else "",
            ratio(figure["work_median_s"], base) if has_start else "", time(figure["cpu_median_s"]),
            size(figure["peak_bytes"]), size(figure["private_bytes"]),
            "" if figure["events"] is None else spaced(figure["events"])])
    head = ["program", "time", "spread", "ratio", "without start", "ratio", "processors", "peak memory", "of it private",
            "events"]
    return table(head, rows)


def comparison(scores):
    rows = []
    for name, score in scores.items():
        if score is None:
            continue
        rows.append([
            name, spaced(score["found"]), spaced(score["matched"]),
            counted(score["missed"], score["missed_joined"], "joined", score["missed_short"]),
            counted(score["extra"], score["extra_pieces"], "pieces", score["extra_short"]),
            spaced(score["close"]), minutes(score["start_median_s"]), minutes(score["start_greatest_s"]),
            minutes(score["end_median_s"]), minutes(score["end_greatest_s"])])
    return table(["peers", "events", "matched", "missed", "extra", "both ends within a bin", "start off by, median", "greatest",
                  "end off by, median", "greatest"], rows)


def counted(total, within, word, near):
    if total == 0:
        return "0"
    parts = [f"{spaced(count)} {what}" for count, what in ((within, word), (near, "near 2 h")) if count]
    return spaced(total) + (f" ({', '.join(parts)})" if parts else "")


def minutes(value):
    return "" if value is None else f"{value / 60:.1f} min"


def goals(rows):
    """Every goal with what this run gave; a miss is shown as one."""
    lines = []
    for says, wanted, value, is_met in rows:
        if value is None:
            lines.append([says, wanted, "not measured", ""])
        else:
            lines.append([says, wanted, value, "met" if is_met else "**missed**"])
    return table(["goal", "wanted", "this run", ""], lines)


def environment(about):
    versions = "; ".join(f"{name} {value}" for name, value in about["versions"].items() if value)
    return [
        f"- {about['processor']}, {about['cores']} cores, {about['memory_gb']} GB; {about['system']}, kernel {about['kernel']}",
        f"- commit {about['commit']}; every program was held to {about['threads']} processors and told to use as many threads",
        f"- {versions}", ""]


TITLES = {
    "sea": "at sea",
    "port": "a crowded port",
    "random": "random order",
    "compressed": "compressed",
}


def page(results):
    about = results["environment"]
    lines = [f"# Benchmark of {results['date']}, {about['machine']}", ""]
    lines += ["Made by `" + results["command"] + "`. How it is measured, what each program does and what the columns mean: "
              "[Benchmarks/README.md](../../README.md). Compare figures of one run only.", ""]
    lines += environment(about)
    if results["plots"]:
        lines += [f"![{says}]({name})" for name, says in results["plots"].items()] + [""]
    if results["left_out"]:
        lines += ["Left out:", ""] + [f"- {sentence}" for sentence in results["left_out"]] + [""]
    lines += ["## Goals", ""] + goals(results["goals"])
    for group in results["groups"].values():
        lines += group_page(group)
    return "\n".join(lines).rstrip() + "\n"


def group_page(group):
    files = ", ".join(f"{file['name']} {size(file['bytes'])}" for file in group["files"])
    lines = [f"## {short(group['rows'])} rows, {TITLES[group['shape']]}", ""]
    lines += [f"{files}; median of {group['rounds']} rounds." + ("" if group["is_warm"] else
              " The files do not all fit into memory: reading them from the disk is part of the times."), ""]
    lines += programs(group, group["base"])
    lines += [sentence + "\n" for sentence in group["notes"]]
    if group.get("scores"):
        lines += comparison(group["scores"])
    return lines
