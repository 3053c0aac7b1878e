import MaritimeModel
import RendezvousDetection

/// The rule on what vessels take part.
enum TypeRuleCheck {
    /// - Parameter type: that of the first vessel, 0, or the second, 1.
    static func passes(_ rule: DetectionParameters.TypeRule, type: (Int) -> ShipType?) -> Bool {
        switch rule {
        case .any: true
        case .tankerOrUnknown:
            (0...1).contains { vessel in
                let type = type(vessel)
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
