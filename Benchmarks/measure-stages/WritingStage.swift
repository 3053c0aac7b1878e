import MaritimeModel
import Reporting
import ScanPipeline

/// Writing events as NDJSON and CSV into memory, beside a copy of the same bytes.
final class WritingStage {
    private let result: ScanResult
    private var forms: [(form: ReportFormat, measurement: Measurement)] = []

    /// Scans the file for as many events as it can give.
    init(path: String) throws {
        result = try Scan.run(ScanPlan(inputs: [path], profile: .proximity))
        for form in [ReportFormat.ndjson, .csv] {
            forms.append((form, Measurement("output, \(form)", unit: "bytes", count: 0, floor: "bytes copied")))
        }
    }

    var measurements: [Measurement] { forms.map(\.measurement) }

    func measure() {
        for index in forms.indices {
            var bytes = 0
            let time = seconds {
                renderReport(forms[index].form, run: result.run, events: result.events) { bytes += $0.count }
            }
            forms[index].measurement.count = bytes
            forms[index].measurement.add(time, floor: Floors.copy(bytes: bytes))
        }
    }
}
