import Foundation
import RendezvousDetection
import ScanPipeline

/// Measures the stages of a scan one by one, on one thread, each beside a floor. For `Benchmarks/stages`.
///
///     measure-stages FILE ROUNDS
///
/// Prints a line of JSON for each measurement: the stage, what it is counted in, how many there were, the seconds of
/// each round, and the seconds of each round of its floor.
@main enum MeasureStages {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let rounds = Int(arguments[2]), (1...100).contains(rounds) else {
            FileHandle.standardError.write(Data("usage: measure-stages FILE ROUNDS\n".utf8))
            exit(2)
        }
        do {
            let reading = ReadingStages(path: arguments[1])
            for _ in 0..<rounds { try reading.measure() }
            let tracks = try reading.tracks()
            let detecting = DetectionStages(tracks: tracks)
            for _ in 0..<rounds { detecting.measure() }
            let writing = try WritingStage(path: arguments[1])
            for _ in 0..<rounds { writing.measure() }
            for measurement in reading.measurements + detecting.measurements + writing.measurements {
                print(measurement.line)
            }
        } catch {
            FileHandle.standardError.write(Data("measure-stages: \(error)\n".utf8))
            exit(1)
        }
    }
}

/// The rounds of one stage and of its floor.
struct Measurement {
    let stage: String
    /// What the stage is counted in, and how many of these a round handles.
    let unit: String
    var count: Int
    /// What the floor is, in a few words.
    let floor: String
    var seconds: [Double] = []
    var floorSeconds: [Double] = []

    init(_ stage: String, unit: String, count: Int, floor: String) {
        self.stage = stage
        self.unit = unit
        self.count = count
        self.floor = floor
    }

    mutating func add(_ seconds: Double, floor: Double) {
        self.seconds.append(seconds)
        floorSeconds.append(floor)
    }

    /// One line of JSON.
    var line: String {
        func list(_ values: [Double]) -> String { values.map { String($0) }.joined(separator: ",") }
        return """
            {"stage":"\(stage)","unit":"\(unit)","count":\(count),"floor":"\(floor)",\
            "seconds":[\(list(seconds))],"floor_seconds":[\(list(floorSeconds))]}
            """
    }
}

/// Seconds that some work takes.
func seconds<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) -> Double {
    let start = ContinuousClock.now
    try work()
    let parts = (ContinuousClock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
}
