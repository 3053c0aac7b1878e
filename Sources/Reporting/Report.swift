public import MaritimeModel

/// Renders a report in pieces through `sink`, so that a large result is never held as one text.
///
/// A piece is about 64 kB of UTF-8; it is longer only where one record is, and where threads make pieces of many events
/// side by side, which they do for `ndjson` and `csv`. The same run and events give the same bytes,
/// except for the run's timing, which stands last in the run record and last in the text report.
/// Errors: only what `sink` throws (disk full, broken pipe); nothing is written after that.
/// Complexity: O(bytes written), and O(n log n) in the number of events for `text` and `geojson`.
public func renderReport<Failure: Error>(
    _ format: ReportFormat, run: RunRecord, events: EventList, style: TextStyle = TextStyle(),
    threads: Int = 1, to sink: ([UInt8]) throws(Failure) -> Void
) throws(Failure) {
    switch format {
    case .text: try TextReport.render(run: run, events: events, style: style, to: sink)
    case .json: try JSONReport.render(run: run, events: events, to: sink)
    case .ndjson: try NDJSONReport.render(run: run, events: events, threads: threads, to: sink)
    case .csv: try CSVReport.render(events: events, threads: threads, to: sink)
    case .geojson: try GeoJSONReport.render(run: run, events: events, to: sink)
    }
}
