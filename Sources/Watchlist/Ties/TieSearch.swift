public import MaritimeModel

/// Which ties are looked for.
public struct TieLimits: Hashable, Sendable {
    /// The greatest number of links of a path, 0...20; with 0 only listed vessels themselves are found.
    public var depth: Int
    /// The degrees that count; a path is as near as its weakest link.
    public var degrees: Set<TieDegree>

    public init(depth: Int = 8, degrees: Set<TieDegree> = Set(TieDegree.allCases)) {
        self.depth = max(0, min(20, depth))
        self.degrees = degrees
    }
}

/// Finds the listed parties to which an entry is tied over recorded links, and the paths.
///
/// A path ends at the first designated party that it meets. Of several paths to one party the strongest is the main
/// one, by its weakest link (`TieDegree`), and of the equally strong ones the shortest, then the one whose links are
/// printed first. Shorter and weaker ways are kept beside it.
struct TieSearch {
    /// Ways to one party that are kept beside the main one.
    static let otherPathsKept = 4

    let graph: PartyGraph
    let limits: TieLimits

    /// A tie to one listed party.
    struct Tie: Hashable {
        /// Position of the listed party in the graph.
        var party: Int
        var degree: TieDegree
        var path: [TieStep]
        var otherPaths: [[TieStep]]
    }

    /// The ties of an entry, the nearest degree first, then the shortest, then in the order of the lists.
    ///
    /// A designated entry is tied to itself, and its path is what lies beyond it. Complexity: O(links within depth).
    func ties(of party: Int) -> [Tie] {
        if graph.party(party).standing == .designated {
            guard limits.degrees.contains(.listed) else { return [] }
            var ways = waysBeyond(party)
            let main = ways.isEmpty ? [] : ways.removeFirst()
            return [Tie(party: party, degree: .listed, path: main, otherPaths: ways)]
        }
        var found: [Int: Tie] = [:]
        for degree in TieDegree.allCases where degree != .listed {
            for (target, path) in shortestPaths(from: party, weakest: degree) {
                if var tie = found[target] {
                    // A weaker way is worth telling only when it is shorter.
                    if path.count < tie.path.count, tie.otherPaths.allSatisfy({ $0.count > path.count }) {
                        tie.otherPaths.append(path)
                        found[target] = tie
                    }
                } else {
                    found[target] = Tie(party: target, degree: degree, path: path, otherPaths: [])
                }
            }
        }
        return found.values.filter { limits.degrees.contains($0.degree) }.sorted {
            if $0.degree != $1.degree { return $0.degree < $1.degree }
            return ($0.path.count, $0.party) < ($1.path.count, $1.party)
        }
    }

    /// How a party was reached first: from which party over which link.
    private struct Arrival {
        var from: Int
        var link: PartyLink
    }

    /// The shortest path to each designated party over links no weaker than `weakest`. Breadth first, in printed order.
    private func shortestPaths(from start: Int, weakest: TieDegree) -> [(target: Int, path: [TieStep])] {
        var arrivals: [Int: Arrival] = [:]
        var reached: [Int] = []
        var layer = [start]
        var depth = 0
        while depth < limits.depth, !layer.isEmpty {
            var next: [Int] = []
            for party in layer {
                for link in graph.party(party).links where TieDegree(link.kind) <= weakest {
                    for case .party(let end) in graph.ends(of: link, from: party)
                    where end != start && arrivals[end] == nil {
                        arrivals[end] = Arrival(from: party, link: link)
                        if graph.party(end).standing == .designated { reached.append(end) } else { next.append(end) }
                    }
                }
            }
            layer = next
            depth += 1
        }
        return reached.map { target in
            var path: [TieStep] = []
            var party = target
            while party != start, let arrival = arrivals[party] {
                path.append(
                    TieStep(
                        arrival.link, source: graph.listName(of: arrival.from),
                        to: PartyReference(graph.party(party), list: graph.listName(of: party))))
                party = arrival.from
            }
            return (target, path.reversed())
        }
    }

    /// What a list records beyond a designated entry: for each of its links the way on, the strongest link first.
    private func waysBeyond(_ party: Int) -> [[TieStep]] {
        guard limits.depth > 0 else { return [] }
        var ways: [[TieStep]] = []
        for link in strongestFirst(graph.party(party).links) where limits.degrees.contains(TieDegree(link.kind)) {
            for end in graph.ends(of: link, from: party) where ways.count <= Self.otherPathsKept {
                ways.append(way(from: party, over: link, to: end))
            }
        }
        return ways
    }

    /// Follows the strongest link of each party as far as it goes; a party that was met already ends the way.
    private func way(from party: Int, over link: PartyLink, to end: PartyGraph.End) -> [TieStep] {
        var steps: [TieStep] = []
        var met: Set<Int> = [party]
        var (from, link, end) = (party, link, end)
        while steps.count < limits.depth {
            let list = graph.listName(of: from)
            steps.append(TieStep(link, source: list, to: graph.reference(end, list: list)))
            guard case .party(let here) = end, met.insert(here).inserted else { break }
            let onward = strongestFirst(graph.party(here).links).lazy
                .filter { limits.degrees.contains(TieDegree($0.kind)) }
                .flatMap { link in graph.ends(of: link, from: here).map { (link, $0) } }
                .first { if case .party(let next) = $0.1 { !met.contains(next) } else { true } }
            guard let onward else { break }
            (from, link, end) = (here, onward.0, onward.1)
        }
        return steps
    }

    /// The order printed, within each kind, and links that have ended last.
    private func strongestFirst(_ links: [PartyLink]) -> [PartyLink] {
        func rank(_ link: PartyLink) -> Int {
            (link.isFormer ? LinkKind.allCases.count : 0) + (LinkKind.allCases.firstIndex(of: link.kind) ?? 0)
        }
        return links.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
            .map(\.element)
    }
}
