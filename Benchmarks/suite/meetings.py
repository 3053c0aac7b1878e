"""Compares events: those of the peers with each other, and with the exact ones of sts."""
import dataclasses
import json
import statistics

BIN_SECONDS = 600
TWO_HOURS = 7_200
# Bins round a beginning and an end by up to ten minutes each.
ROUNDING = 1_200


@dataclasses.dataclass(frozen=True, order=True)
class Meeting:
    one: int
    other: int
    start: int
    end: int

    @property
    def pair(self):
        return (self.one, self.other)


def of_peer(lines):
    """Events of a peer: from the begin of the first bin to the end of the last one."""
    found = []
    for line in lines:
        one, other, first, last = (int(field) for field in line.split(","))
        found.append(Meeting(one, other, first * BIN_SECONDS, (last + 1) * BIN_SECONDS))
    return sorted(found)


def seconds(text):
    """Seconds since 1970 of `2024-01-01T00:00:12Z`, without the cost of a library's parser."""
    year, month, day = int(text[0:4]), int(text[5:7]), int(text[8:10])
    # Days from the civil calendar: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    days = era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468
    return days * 86_400 + int(text[11:13]) * 3_600 + int(text[14:16]) * 60 + int(text[17:19])


def is_ship(text):
    """Whether an identity is a ship's MMSI, as the peers want it."""
    return len(text) == 9 and text.isdigit() and "2" <= text[0] <= "7"


def of_sts(lines):
    """Events of sts in NDJSON, those of two ships."""
    found = []
    for line in lines:
        event = json.loads(line)
        if event.get("kind") != "rendezvous":
            continue
        ids = [vessel["id"] for vessel in event["vessels"]]
        if all(is_ship(text) for text in ids):
            one, other = sorted(int(text) for text in ids)
            found.append(Meeting(one, other, seconds(event["start"]), seconds(event["end"])))
    return sorted(found)


@dataclasses.dataclass
class Score:
    """What became of the exact meetings among those that were found."""
    exact: int
    found: int
    matched: int
    missed: int
    # Missed, but inside one that is matched with another: two were taken for one.
    missed_joined: int
    # Missed, and hardly longer than two hours.
    missed_short: int
    extra: int
    # Extra, but inside an exact one that is matched with another: one was taken for two.
    extra_pieces: int
    extra_short: int
    # Matched, and neither end off by more than a bin.
    close: int
    start_median_s: float | None
    start_greatest_s: int | None
    end_median_s: float | None
    end_greatest_s: int | None


def overlap(a, b):
    """Seconds that two meetings of one pair share; touching ends share none."""
    return min(a.end, b.end) - max(a.start, b.start)


def by_pair(meetings):
    pairs = {}
    for meeting in meetings:
        pairs.setdefault(meeting.pair, []).append(meeting)
    return pairs


def score(exact, found):
    """Matches one to one within each pair, those first that share most time."""
    exact_pairs, found_pairs = by_pair(exact), by_pair(found)
    matches, missed, extra = [], [], []
    missed_joined = extra_pieces = 0
    for pair in sorted(exact_pairs.keys() | found_pairs.keys()):
        left, right = exact_pairs.get(pair, []), found_pairs.get(pair, [])
        shared = sorted(
            ((overlap(a, b), -i, -j) for i, a in enumerate(left) for j, b in enumerate(right) if overlap(a, b) > 0),
            reverse=True)
        used_left, used_right = set(), set()
        for _, i, j in shared:
            if -i not in used_left and -j not in used_right:
                used_left.add(-i)
                used_right.add(-j)
                matches.append((left[-i], right[-j]))
        lost = [meeting for i, meeting in enumerate(left) if i not in used_left]
        more = [meeting for j, meeting in enumerate(right) if j not in used_right]
        missed_joined += sum(any(overlap(meeting, other) > 0 for other in right) for meeting in lost)
        extra_pieces += sum(any(overlap(meeting, other) > 0 for other in left) for meeting in more)
        missed += lost
        extra += more
    starts = [abs(b.start - a.start) for a, b in matches]
    ends = [abs(b.end - a.end) for a, b in matches]
    return Score(
        exact=len(exact), found=len(found), matched=len(matches), missed=len(missed), missed_joined=missed_joined,
        missed_short=sum(meeting.end - meeting.start <= TWO_HOURS + ROUNDING for meeting in missed), extra=len(extra),
        extra_pieces=extra_pieces,
        # The span of bins that decides is one bin shorter than the meeting.
        extra_short=sum(meeting.end - meeting.start - BIN_SECONDS <= TWO_HOURS + ROUNDING for meeting in extra),
        close=sum(start <= BIN_SECONDS and end <= BIN_SECONDS for start, end in zip(starts, ends)),
        start_median_s=statistics.median(starts) if starts else None, start_greatest_s=max(starts, default=None),
        end_median_s=statistics.median(ends) if ends else None, end_greatest_s=max(ends, default=None))


def differences(lists):
    """Where peers differ: a sentence for each one that has not the same events as the first; none when all agree."""
    said = []
    names = list(lists)
    for name in names[1:]:
        first, other = set(lists[names[0]]), set(lists[name])
        if first == other:
            continue
        lacking, more = sorted(first - other), sorted(other - first)
        example = (lacking + more)[0]
        said.append(
            f"{name} lacks {len(lacking)} of the events of {names[0]} and has {len(more)} others; the first that differs: "
            f"{example.one} and {example.other}, bins {example.start // BIN_SECONDS} to {example.end // BIN_SECONDS - 1}")
    return said
