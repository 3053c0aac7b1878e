import MaritimeModel
import RendezvousDetection

/// The rule on what vessels take part.
enum TypeRuleCheck {
    static func passes(
        _ rule: DetectionParameters.TypeRule, _ first: TrackedVessel, _ second: TrackedVessel, at moment: Timestamp
    ) -> Bool {
        switch rule {
        case .any: true
        case .tankerOrUnknown:
            [first, second].contains { vessel in
                let type = vessel.staticData.shipTypes.value(at: moment)
                return type == nil || type == .tanker || type == .unknown
            }
        }
    }
}

/// The rule on how fast the vessels may be.
enum SpeedRuleCheck {
    static func passes(_ rule: DetectionParameters.SpeedRule, _ measure: MeetingMeasure) -> Bool {
        let fastest = max(measure.firstMedianSpeedKnots, measure.secondMedianSpeedKnots)
        switch rule {
        case .none: return true
        case .bothBelow(let knots): return fastest < knots
        case .slowOrJointUnderWay(let knots):
            return fastest <= knots
                || (fastest <= DetectionParameters.jointUnderWayMaxKnots && measure.keptTogether)
        }
    }
}
