import Foundation
import MaritimeModel
import Testing

@testable import Reporting

/// Doubts about events, and findings about identities, in the reports of a scan.
struct DoubtReportTests {
    @Test func eventsInDoubtSayWhyAndOthersStayAsTheyWere() throws {
        let events = try #require(jsonObject(rendered(.json))["events"] as? [[String: Any]])
        for (event, sample) in zip(events, SampleReport.events) {
            for kind in TrackDoubt.Kind.allCases {
                let expected = sample.doubts.filter { $0.doubt.reason.kind == kind }
                guard !expected.isEmpty else {
                    #expect(event[kind.rawValue] == nil)
                    continue
                }
                let doubts = try #require(event[kind.rawValue] as? [[String: Any]])
                #expect(doubts.map { $0["vessel"] as? Int } == expected.map(\.vessel))
                #expect(doubts.map { $0["reason"] as? String } == expected.map(\.doubt.reason.rawValue))
                #expect(doubts.map { $0["says"] as? String } == expected.map(\.doubt.says))
            }
        }
        #expect(events[0]["identity_in_doubt"] != nil && events[0]["position_in_doubt"] != nil)
    }

    @Test func theTableHoldsTheReasons() {
        #expect(CSVReport.columns.suffix(2) == ["identity_in_doubt", "position_in_doubt"])
        let row = lines(of: rendered(.csv, events: [SampleReport.events[0]]))[1]
        #expect(row.hasSuffix(",200000001:shared_identity;200000002:shared_identity,200000001:circle"))
        let clean = lines(of: rendered(.csv, events: [SampleReport.events[3]]))[1]
        #expect(clean.hasSuffix(",,"))
    }

    @Test func theTextSaysItInWords() {
        let text = rendered(.text)
        #expect(text.contains("     in doubt  STELLA: Two tracks that one hull cannot have sailed"))
        #expect(text.contains("     in doubt: "))
        #expect(text.contains("IDENTITIES (3)"))
    }

    @Test func ofManyFindingsTheFirstTenAreNamed() {
        var run = SampleReport.emptyRun
        run.identityFindings = (0..<25).map { number in
            var finding = SampleReport.findings[2]
            finding.ids = ["20000\(1_000 + number)"]
            return finding
        }
        let text = rendered(.text, run: run, events: [])
        #expect(text.contains("200001009") && !text.contains("200001010"))
        #expect(text.contains("and 15 more: see why with sts tracks"))
        #expect(!rendered(.text, run: SampleReport.emptyRun, events: []).contains("IDENTITIES"))
    }

    @Test func theRunNamesFindingsAndGear() throws {
        let run = try #require(jsonObject(rendered(.json))["run"] as? [String: Any])
        #expect((run["identity_findings"] as? [Any])?.count == 3)
        #expect((run["parameters"] as? [String: Any])?["include_gear"] as? Bool == false)
    }
}
