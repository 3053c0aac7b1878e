import FixMemory

/// Some fixes that one worker read, sorted by identity: in memory, or put aside in its temporary file.
///
/// Within an identity they stand in the order in which they were read.
struct FixRun: Sendable {
    /// Number of the worker, whose numbers of identities the groups have.
    var worker: Int
    var order: Order
    var fixCount: Int
    var groupCount: Int
    /// The input of all fixes, or nil when each has its own.
    var input: Int?
    /// Whether any time has a part of a second.
    var hasFractions: Bool
    private let place: Place

    /// What is in a run. Parts of seconds and inputs are empty where they are the same for all fixes.
    struct Content: Sendable {
        var groups: [FixBatch.Group]
        /// Empty when they stayed where they were sorted.
        var fixes: [StoredFix] = []
        var piece: FixPiece?
        var nanoseconds: [UInt32]
        var inputs: [UInt32]
    }

    private enum Place {
        case memory(Content)
        case file(TemporaryFile, offset: Int)
    }

    /// In which order runs are joined so that most tracks come out in the order of time; no answer depends on it.
    struct Order: Comparable {
        /// The part of an input that the run is from, if it is from a single one; these come first.
        var part: FilePart?
        var worker: Int
        /// The number of the run among those of its worker.
        var number: Int

        static func < (one: Order, other: Order) -> Bool {
            switch (one.part, other.part) {
            case (let part?, let second?):
                (part.input, part.start, one.worker, one.number)
                    < (second.input, second.start, other.worker, other.number)
            case (.some, nil): true
            case (nil, .some): false
            case (nil, nil): (one.worker, one.number) < (other.worker, other.number)
            }
        }
    }

    /// A run that stays in memory.
    init(_ content: Content, worker: Int, order: Order, input: Int?) {
        self.worker = worker
        self.order = order
        self.input = input
        fixCount = content.piece?.count ?? content.fixes.count
        groupCount = content.groups.count
        hasFractions = !content.nanoseconds.isEmpty
        place = .memory(content)
    }

    /// A run whose content is put aside: the fixes that are written at an offset already, and behind them the rest.
    init(
        _ content: Content, fixes fixCount: Int, worker: Int, order: Order, input: Int?, file: TemporaryFile,
        offset: Int
    ) throws(FixMemoryError) {
        self.worker = worker
        self.order = order
        self.input = input
        self.fixCount = fixCount
        groupCount = content.groups.count
        hasFractions = !content.nanoseconds.isEmpty
        place = .file(file, offset: offset)
        try file.write(content.groups, at: offset + groupsOffset)
        try file.write(content.nanoseconds, at: offset + nanosecondsOffset)
        try file.write(content.inputs, at: offset + inputsOffset)
    }

    // Where the parts begin in a file.
    private var groupsOffset: Int { fixCount * MemoryLayout<StoredFix>.stride }
    private var nanosecondsOffset: Int { groupsOffset + groupCount * MemoryLayout<FixBatch.Group>.stride }
    private var inputsOffset: Int { nanosecondsOffset + (hasFractions ? fixCount * MemoryLayout<UInt32>.stride : 0) }
    private var endOffset: Int { inputsOffset + (input == nil ? fixCount * MemoryLayout<UInt32>.stride : 0) }

    /// Where the next run may begin in the file, or nil when the run is in memory.
    var endInFile: Int? { if case .file(_, let offset) = place { offset + endOffset } else { nil } }

    /// Lends a range of the fixes.
    func withFixes<Result>(
        _ range: Range<Int>, _ body: (Span<StoredFix>) throws(FixMemoryError) -> Result
    ) throws(FixMemoryError) -> Result {
        switch place {
        case .memory(let content):
            guard let piece = content.piece else { return try body(content.fixes.span.extracting(range)) }
            return try piece.withFixes(range, body)
        case .file(let file, let offset):
            let fixes = try file.read(
                StoredFix.self, count: range.count, at: offset + range.lowerBound * MemoryLayout<StoredFix>.stride)
            return try body(fixes.span)
        }
    }

    /// A copy of a range of the fixes.
    func fixes(_ range: Range<Int>) throws(FixMemoryError) -> [StoredFix] {
        try withFixes(range) { fixes throws(FixMemoryError) in fixes.indices.map { fixes[$0] } }
    }

    /// A range of the groups.
    func groups(_ range: Range<Int>) throws(FixMemoryError) -> ArraySlice<FixBatch.Group> {
        switch place {
        case .memory(let content): content.groups[range]
        case .file(let file, let offset):
            try file.read(
                FixBatch.Group.self, count: range.count,
                at: offset + groupsOffset + range.lowerBound * MemoryLayout<FixBatch.Group>.stride)[...]
        }
    }

    /// Parts of seconds of a range of the fixes; empty when they are 0.
    func nanoseconds(_ range: Range<Int>) throws(FixMemoryError) -> ArraySlice<UInt32> {
        guard hasFractions else { return [] }
        return try values(range, nanosecondsOffset, \.nanoseconds)
    }

    /// The inputs of a range of the fixes; empty when all are from `input`.
    func inputs(_ range: Range<Int>) throws(FixMemoryError) -> ArraySlice<UInt32> {
        guard input == nil else { return [] }
        return try values(range, inputsOffset, \.inputs)
    }

    private func values(
        _ range: Range<Int>, _ start: Int, _ part: KeyPath<Content, [UInt32]>
    ) throws(FixMemoryError) -> ArraySlice<UInt32> {
        switch place {
        case .memory(let content): content[keyPath: part][range]
        case .file(let file, let offset):
            try file.read(
                UInt32.self, count: range.count,
                at: offset + start + range.lowerBound * MemoryLayout<UInt32>.stride)[...]
        }
    }

    /// The same run with its groups in another order.
    ///
    /// - Parameter groupOrder: the numbers of the groups.
    func rearranged(_ groupOrder: [Int]) throws(FixMemoryError) -> FixRun {
        var whole = Content(groups: [], fixes: [], nanoseconds: [], inputs: [])
        let groups = try groups(0..<groupCount)
        var starts: [Int] = []
        for group in groups { starts.append((starts.last ?? 0) + Int(group.count)) }
        for number in groupOrder {
            let group = groups[groups.startIndex + number]
            let range = (starts[number] - Int(group.count))..<starts[number]
            whole.groups.append(group)
            whole.fixes += try fixes(range)
            whole.nanoseconds += try nanoseconds(range)
            whole.inputs += try inputs(range)
        }
        guard case .file(let file, let offset) = place else {
            return FixRun(whole, worker: worker, order: order, input: input)
        }
        try file.write(whole.fixes, at: offset)
        return try FixRun(
            whole, fixes: fixCount, worker: worker, order: order, input: input, file: file, offset: offset)
    }
}

/// A part of a plain file that one worker reads from end to end.
struct FilePart: Hashable, Sendable {
    var input: Int
    /// Offset in the file.
    var start: Int
}
