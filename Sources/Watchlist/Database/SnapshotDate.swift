import MaritimeModel

/// For which day a list speaks: its own date of publication, else the day that the user states, else its newest file's
/// date, else the day of the import.
struct SnapshotDate: Equatable {
    var day: CivilDate
    var source: ListSnapshot.DateSource

    /// Throws when the stated day contradicts the list, or a date lies in the future.
    init(of list: SanctionsList, asOf: CivilDate?, importedAt: Timestamp) throws(WatchlistError) {
        let path = list.files.first?.path ?? list.name
        // Somewhere it is tomorrow already.
        let latest = CivilDate(daysSince1970: importedAt.date.daysSince1970 + 1)
        if let published = list.publishedOn {
            if let asOf, asOf < published {
                throw WatchlistError(
                    path: path,
                    message: "\(list.name) says that it was published on \(published.iso8601), so it cannot hold as of "
                        + "\(asOf.iso8601): leave out the date, or take the edition of that day.")
            }
            guard published <= latest else {
                throw WatchlistError(
                    path: path,
                    message:
                        "\(list.name) says that it was published on \(published.iso8601), which lies in the future: "
                        + "check the file and this computer's clock.")
            }
        }
        if let asOf, asOf > latest {
            throw WatchlistError(
                path: path, message: "the date \(asOf.iso8601) lies in the future: state the day of the list's edition."
            )
        }
        if let published = list.publishedOn {
            self.init(day: published, source: .published)
        } else if let asOf {
            self.init(day: asOf, source: .stated)
        } else if let modified = list.files.map(\.modified.date).max(), modified <= latest {
            self.init(day: modified, source: .file)
        } else {
            self.init(day: importedAt.date, source: .imported)
        }
    }

    private init(day: CivilDate, source: ListSnapshot.DateSource) {
        self.day = day
        self.source = source
    }
}
