import MaritimeModel

extension JSONWriter {
    /// Which form of the event record is wanted.
    enum EventForm {
        /// As a line of NDJSON or an element of a JSON document.
        case whole
        /// As the properties of a GeoJSON feature, whose geometry already says where it is.
        case withoutPosition
    }

    /// Writes an event as the event record: agreed names in the agreed order, our further ones behind them.
    ///
    /// What is not known is null; doubts are there only when there are any. No assessment is made in this version, so `assessment` is null.
    mutating func event(_ event: RendezvousEvent, form: EventForm = .whole) {
        object { json in
            json.field("id", event.id)
            json.field("kind", "rendezvous")
            json.array("vessels") { json in
                for vessel in event.vessels { json.vessel(vessel) }
            }
            json.field("start", event.start)
            json.field("end", event.end)
            json.field("contact_s", event.ledger.contactSeconds)
            json.field("longest_silence_s", event.ledger.longestSilenceSeconds)
            if case .whole = form {
                json.object("position") { json in
                    json.field("latitude", event.latitude, decimals: 7)
                    json.field("longitude", longitudeInRange(event.longitude), decimals: 7)
                }
            }
            json.object("distance_m") { json in
                json.field("min", event.distance.minimum, decimals: 1)
                json.field("median", event.distance.median, decimals: 1)
                json.field("max", event.distance.maximum, decimals: 1)
                json.field("min_at_fix", event.distance.minimumAtFix, decimals: 1)
            }
            json.place(event.place)
            json.null("assessment")
            json.array("sanctions") { json in
                for hit in event.sanctions {
                    json.object { json in
                        json.field("vessel", hit.vessel)
                        json.listing(hit.match, timing: hit.timing, pathTiming: hit.pathTiming)
                    }
                }
            }
            json.field("flagged", event.flagged)
            json.field("operation_id", event.operationID)
            json.field("span_s", event.spanSeconds)
            json.ledger(event.ledger)
            json.doubts(of: event)
        }
    }

    private mutating func vessel(_ vessel: EventVessel) {
        object { json in
            json.field("id", vessel.id)
            json.field("mmsi", vessel.mmsi?.description)
            json.field("imo", vessel.imo?.description)
            json.field("name", vessel.name)
            json.field("call_sign", vessel.callSign)
            json.field("flag", vessel.flag)
            json.field("type", vessel.type.stated)
            json.field("ais_type", vessel.aisType)
            json.field("length_m", vessel.length, atMost: 1)
            json.field("beam_m", vessel.beam, atMost: 1)
            json.object("draught_m") { json in
                json.field("before", vessel.draughtBefore, atMost: 2)
                json.field("after", vessel.draughtAfter, atMost: 2)
            }
            json.field("fixes", vessel.fixes)
            json.field("median_speed_kn", vessel.medianSpeedKnots, decimals: 2)
            json.field("destination", vessel.destination)
        }
    }

    private mutating func place(_ place: EventPlace) {
        object("place") { json in
            json.field("port_km", place.portKilometres, decimals: 3)
            json.field("port", place.port)
            json.field("shore_km", place.shoreKilometres, decimals: 3)
            json.field("in_port", place.inPort)
            json.field("port_country", place.portCountry)
        }
    }

    private mutating func ledger(_ ledger: ContactLedger) {
        object("ledger") { json in
            json.field("contacts", ledger.contacts)
            json.field("contact_s_on_stretches_up_to_10_min", ledger.onStretchesUpTo10Minutes)
            json.field("contact_s_on_stretches_up_to_30_min", ledger.onStretchesUpTo30Minutes)
            json.field("contact_s_on_stretches_longer", ledger.onLongerStretches)
            json.field("steady_s", ledger.steadySeconds)
        }
    }
}

extension ShipType {
    /// The name in records; nil when no type was stated.
    var stated: String? { self == .unknown ? nil : rawValue }
}

extension RendezvousEvent {
    /// From the start of the first contact to the end of the last, in seconds.
    var spanSeconds: Int { Int(end.secondsSince1970 - start.secondsSince1970) }
}
