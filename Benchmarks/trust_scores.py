"""Compares what sts says about dirty worlds with the truth about them, and counts.

The truth is a document of `sts-generate worlds`; what sts says is `sts tracks` as JSON and as CSV, and the events of
`sts scan`. Nothing here runs a program or reads a file, so that the tests can hand in made-up answers.
"""
import collections
import statistics

SAILED, THROWN, LATE_COPY, REPEATED, FABRICATED = range(5)
MARKS = ("sailed", "thrown", "late copy", "repeated", "fabricated")
# Two positions are one when they differ by less than this, in 1e-7 degree: files round to 1e-6 or coarser.
TOLERANCE = 20
LEAST_SHARED, MOST_SPLIT = 0.99, 0.001

SAID = ["one piece, nothing said", "wrongly split", "shared_identity", "position_jump", "scattered_fixes",
        "position in doubt", "outliers removed", "one_hull", "gear", "all that is due", "something not due"]
BECAME = ["in its hull's track", "in a track apart", "in another hull's track", "another row of that second counts",
          "not used"]
FOUND = ["found", "in pieces", "every due mark", "a due mark missing", "a mark not due", "missed"]
UNASKED = ["one hull with itself", "with gear", "not in the truth"]
IDENTITY_REASONS = ("shared_identity", "position_jump", "scattered_fixes")


class Scores:
    """The counts over all worlds, and a list of what went wrong."""

    def __init__(self):
        self.identities = collections.defaultdict(collections.Counter)
        self.fixes = collections.defaultdict(collections.Counter)
        self.meetings = collections.defaultdict(collections.Counter)
        self.false_meetings = collections.Counter()
        self.edges = []
        self.strange_rows = 0
        self.worlds = collections.Counter()
        self.faults = []

    def add(self, truth, account, kept, events):
        """Counts one world.

        truth: its truth file; account: `sts tracks --format json`; kept: (id, segment, second, latitude, longitude) for
        every row of `sts tracks --format csv`; events: those of the scan.
        """
        self.worlds[truth["kind"]] += 1
        vessels = {vessel["id"]: vessel for vessel in account["vessels"]}
        rows = collections.defaultdict(list)
        for row in kept:
            rows[row[0]].append(row[1:])
        for identity in truth["identities"]:
            segments = self._fixes(truth, identity, rows.pop(identity["id"], []))
            self._identity(truth, identity, vessels.get(identity["id"]), account.get("findings", []), segments)
        self.strange_rows += sum(map(len, rows.values()))
        self._events(truth, events)

    def _fault(self, truth, what):
        self.faults.append(f"{truth['file']}: {what}")

    # (b) fixes

    def _fixes(self, truth, identity, rows):
        """Matches rows with fixes; returns the segments in which each hull's own fixes lie."""
        fixes = identity["fixes"]
        in_second = collections.defaultdict(list)
        for number, fix in enumerate(fixes):
            in_second[int(fix[0] // 1)].append(number)
        segment_of = {}
        for segment, second, latitude, longitude in rows:
            place = (round(latitude * 1e7), round(longitude * 1e7))
            near = [number for number in in_second.get(second, [])
                    if number not in segment_of and apart(fixes[number], place) <= TOLERANCE]
            if not near:
                self.strange_rows += 1
                continue
            # Of rows that agree the one that was sent stands for its copies.
            segment_of[min(near, key=lambda number: fixes[number][4])] = segment

        votes = collections.defaultdict(collections.Counter)
        for number, segment in segment_of.items():
            votes[segment][owner(fixes[number])] += 1
        owner_of = {segment: max(sorted(count), key=count.get) for segment, count in votes.items()}
        own_segments = collections.defaultdict(set)
        for number, fix in enumerate(fixes):
            segment = segment_of.get(number)
            if segment is None:
                others = (other for other in in_second[int(fix[0] // 1)] if other in segment_of)
                is_covered = any(owner(fixes[other]) == owner(fix) for other in others)
                became = BECAME[3] if is_covered else BECAME[4]
            elif owner_of[segment] == fix[3]:
                became = BECAME[0]
            else:
                became = BECAME[1] if owner_of[segment] == -1 else BECAME[2]
            self.fixes[MARKS[fix[4]], identity["truth"]][became] += 1
            if segment is not None and fix[4] != THROWN:
                own_segments[fix[3]].add(segment)
        return own_segments

    # (a) identities

    def _identity(self, truth, identity, vessel, findings, own_segments):
        said = set()
        sort, name = identity["truth"], identity["id"]
        about = [finding for finding in findings if name in finding["ids"]]
        reasons = {doubt["reason"] for doubt in (vessel or {}).get("doubts", [])}
        reasons |= {"shared_identity" for finding in about if finding["kind"] == "shared_identity"}
        kinds = {finding["kind"] for finding in about}
        pairs = [sorted(finding["ids"]) for finding in about if finding["kind"] == "one_hull"]
        true_pairs = [pair["ids"] for pair in truth["one_hull"] if name in pair["ids"]]

        is_sailed = all(fix[4] != FABRICATED for fix in identity["fixes"])
        if is_sailed and any(len(segments) > 1 for segments in own_segments.values()):
            said.add("wrongly split")
        said |= reasons & set(IDENTITY_REASONS)
        if reasons - set(IDENTITY_REASONS):
            said.add("position in doubt")
        if (vessel or {}).get("rejected", {}).get("outlier", 0) > 0:
            said.add("outliers removed")
        said |= kinds & {"one_hull", "gear"}
        if not said:
            said.add("one piece, nothing said")

        missing = ["/".join(choice) for choice in identity["due"] if not reasons & set(choice)]
        missing += ["one_hull " + "+".join(pair) for pair in true_pairs if pair not in pairs]
        if sort == "gear" and "gear" not in kinds:
            missing.append("gear")
        allowed = set(identity["allowed"]).union(*identity["due"])
        surplus = sorted(reasons - allowed) + ["one_hull " + "+".join(pair) for pair in pairs if pair not in true_pairs]
        if sort != "gear" and "gear" in kinds:
            surplus.append("gear")
        if vessel is None:
            missing.append("any account")
        if not missing:
            said.add("all that is due")
        if surplus:
            said.add("something not due")
        for what in said:
            self.identities[sort][what] += 1
        self.identities[sort]["total"] += 1

        if missing:
            self._fault(truth, f"{sort} {name}: not said: {', '.join(missing)}")
        if surplus:
            self._fault(truth, f"{sort} {name}: said and not due: {', '.join(surplus)}")
        if "wrongly split" in said:
            parts = max(map(len, own_segments.values()))
            self._fault(truth, f"{sort} {name}: one hull in {parts} segments")

    # (c) events

    def _events(self, truth, events):
        identities = {identity["id"]: identity for identity in truth["identities"]}
        claimed = set()
        for meeting in truth["meetings"]:
            sorts = {identities[name]["truth"] for name in meeting["ids"]} - {"clean"}
            label = ("true" if meeting["is_true"] else "made up", "+".join(sorted(sorts)) or "clean",
                     "; ".join("/".join(mark["any_of"]) for mark in meeting["due"]) or "none")
            score = self.meetings[label]
            score["total"] += 1
            begin, end = meeting["start"], meeting["end"]
            matching = []
            for number, event in enumerate(events):
                if sorted(vessel["id"] for vessel in event["vessels"]) != meeting["ids"]:
                    continue
                shared = min(end, event["end"]) - max(begin, event["start"])
                if shared > 0:
                    matching.append((shared, event))
                    claimed.add(number)
            if sum(shared for shared, _ in matching) < (end - begin) / 2:
                score["missed"] += 1
                self._fault(truth, f"the meeting of {' and '.join(meeting['ids'])} was not found")
                continue
            score["found"] += 1
            if len(matching) > 1:
                score["in pieces"] += 1
            elif meeting["is_true"]:
                event = matching[0][1]
                self.edges += [abs(event["start"] - begin), abs(event["end"] - end)]
            marks = {mark for _, event in matching for mark in marks_of(event)}
            missing = [due for due in meeting["due"]
                       if not any((name, reason) in marks for name in due["ids"] for reason in due["any_of"])]
            if meeting["due"]:
                score["a due mark missing" if missing else "every due mark"] += 1
            surplus = sorted(f"{name} {reason}" for name, reason in marks if not is_allowed(
                name, reason, identities[name], meeting["due"]))
            if surplus:
                score["a mark not due"] += 1
                self._fault(truth, f"the meeting of {' and '.join(meeting['ids'])} is marked: {', '.join(surplus)}")
            for due in missing:
                self._fault(truth, f"the meeting of {' and '.join(meeting['ids'])} lacks {'/'.join(due['any_of'])}")
        pairs = [pair["ids"] for pair in truth["one_hull"]]
        for number, event in enumerate(events):
            if number in claimed:
                continue
            names = sorted(vessel["id"] for vessel in event["vessels"])
            if names in pairs:
                what = "one hull with itself"
            elif any(identities.get(name, {}).get("truth") == "gear" for name in names):
                what = "with gear"
            else:
                what = "not in the truth"
            self.false_meetings[what, bool(marks_of(event))] += 1
            self._fault(truth, f"a meeting of {' and '.join(names)} is reported: {what}")

    # What is asked of sts

    def shared_found(self):
        score = self.identities["shared"]
        return score["shared_identity"], score["total"]

    def clean_split(self):
        score = self.identities["clean"]
        return score["wrongly split"], score["total"]

    def failures(self):
        """Why the run does not pass, one sentence each."""
        found, shared = self.shared_found()
        split, clean = self.clean_split()
        failures = []
        if shared == 0 or clean == 0:
            failures.append("there are no shared or no clean identities: nothing was measured")
        if found < LEAST_SHARED * shared:
            failures.append(f"{found} of {shared} shared identities were found, fewer than {LEAST_SHARED:.0%}")
        if split > MOST_SPLIT * clean:
            failures.append(f"{split} of {clean} clean vessels were split, more than {MOST_SPLIT:.1%}")
        if self.strange_rows:
            failures.append(f"{self.strange_rows} rows of sts tracks are not in the files")
        return failures

    def page(self):
        """All tables as lines of Markdown."""
        found, shared = self.shared_found()
        split, clean = self.clean_split()
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.worlds.items()))
        lines = [f"{sum(self.worlds.values())} generated worlds: {kinds}.", "",
                 "| asked for | wanted | this run | |", "|---|---|--:|---|",
                 line("shared identities found", "at least 99 %", f"{found} of {shared}, {percent(found, shared)}",
                      "met" if shared and found >= LEAST_SHARED * shared else "**missed**"),
                 line("clean vessels wrongly split", "at most 0.1 %", f"{split} of {clean}, {percent(split, clean)}",
                      "met" if clean and split <= MOST_SPLIT * clean else "**missed**"), "",
                 "Identities: what they are, and what is said of them. One identity can stand in several columns.", ""]
        lines += table(["identity", "total"], SAID,
                       [([sort, score["total"]], score) for sort, score in self.identities.items()])
        lines += ["", "Fixes: what they are, whose they are, and what became of them.", ""]
        lines += table(["fix", "of", "total"], BECAME, [
            ([mark, sort, sum(score.values())], score)
            for (mark, sort), score in sorted(self.fixes.items(), key=lambda entry: MARKS.index(entry[0][0]))])
        lines += ["", "Meetings: true ones, and those that false positions make up, by the mark that is due.", ""]
        lines += table(["meeting", "a vessel is", "mark due", "total"], FOUND,
                       [([*label, score["total"]], score) for label, score in sorted(self.meetings.items())])
        if self.edges:
            lines += ["", "True meetings found in one piece begin and end within "
                      f"{statistics.median(self.edges):.0f} s of the truth (median); 95 % within "
                      f"{quantile(self.edges, 0.95):.0f} s, all within {max(self.edges):.0f} s."]
        lines += ["", "Meetings that are reported and are none:", "", "| | marked | not marked |", "|---|--:|--:|"]
        lines += [line(what, self.false_meetings[what, True], self.false_meetings[what, False]) for what in UNASKED]
        return lines


def owner(fix):
    """The hull whose position a fix gives; -1 for one that is nobody's."""
    return -1 if fix[4] == THROWN else fix[3]


def apart(fix, place):
    """How far a fix is from a place, in 1e-7 degree; the dateline has two names."""
    east = abs(fix[2] - place[1])
    return max(abs(fix[1] - place[0]), min(east, abs(east - 3_600_000_000)))


def marks_of(event):
    """The doubts of an event as (id, reason)."""
    doubts = (event.get("identity_in_doubt") or []) + (event.get("position_in_doubt") or [])
    return {(event["vessels"][doubt["vessel"]]["id"], doubt["reason"]) for doubt in doubts}


def is_allowed(name, reason, identity, due):
    if reason in identity["allowed"] or any(reason in choice for choice in identity["due"]):
        return True
    return any(name in mark["ids"] and reason in mark["any_of"] for mark in due)


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def percent(part, whole):
    return f"{100 * part / whole:.2f} %" if whole else "none"


def line(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def table(heads, columns, rows):
    """A table of counts; a zero is left empty so that the others stand out."""
    lines = [line(*heads, *columns), "|" + "---|" * (len(heads) - 1) + "--:|" * (len(columns) + 1)]
    return lines + [line(*cells, *(score[column] or "" for column in columns)) for cells, score in rows]
