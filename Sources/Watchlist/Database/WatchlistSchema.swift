import Database

/// The tables of a watchlist database.
///
/// Dates are days since 1970-01-01, moments POSIX seconds, SHA-256 hexadecimal text. A row of `name`, `number` and `link`
/// belongs to the version `id >> 16`, in which it stands at position `id & 65535`: so the rows of a version lie together
/// in the order of the versions, and need no index. The kinds are numbers from `StoredCodes`.
enum WatchlistSchema {
    static let schema = DatabaseSchema(
        name: "watchlist database",
        // "STSW" in ASCII.
        applicationID: 0x5354_5357,
        migrations: [first])

    /// Positions that fit behind a version's number.
    static let positionBits = 16

    private static let first: StaticString = """
        CREATE TABLE list (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;
        -- One edition of a list. Of several of one date the last (greatest id) holds.
        CREATE TABLE snapshot (
            id INTEGER PRIMARY KEY,
            list INTEGER NOT NULL REFERENCES list (id),
            date INTEGER NOT NULL,
            date_source TEXT NOT NULL,
            format TEXT NOT NULL,
            imported_at INTEGER NOT NULL,
            entries INTEGER NOT NULL,
            vessels INTEGER NOT NULL,
            vessels_with_imo INTEGER NOT NULL,
            vessels_with_mmsi INTEGER NOT NULL,
            links INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX snapshot_by_date ON snapshot (list, date);
        CREATE TABLE file (
            snapshot INTEGER NOT NULL REFERENCES snapshot (id),
            position INTEGER NOT NULL,
            path TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            modified_at INTEGER NOT NULL,
            PRIMARY KEY (snapshot, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE problem (
            snapshot INTEGER NOT NULL REFERENCES snapshot (id),
            reason TEXT NOT NULL,
            cases INTEGER NOT NULL,
            examples TEXT NOT NULL, -- a JSON array
            PRIMARY KEY (snapshot, reason)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE entry (
            id INTEGER PRIMARY KEY,
            list INTEGER NOT NULL REFERENCES list (id),
            number TEXT NOT NULL,
            UNIQUE (number, list)
        ) STRICT;
        -- What an entry says, as long as it stays the same.
        CREATE TABLE version (
            id INTEGER PRIMARY KEY,
            entry INTEGER NOT NULL REFERENCES entry (id),
            kind INTEGER NOT NULL,
            standing INTEGER NOT NULL,
            flag TEXT,
            former_flags TEXT, -- a JSON array, null when empty
            vessel_type TEXT,
            year_of_build INTEGER,
            programmes TEXT, -- as former_flags
            listed_on INTEGER,
            delisted_on INTEGER
        ) STRICT;
        -- From which day on an entry read so, and the first day on which it no longer did.
        CREATE TABLE span (
            entry INTEGER NOT NULL REFERENCES entry (id),
            first_on INTEGER NOT NULL,
            gone_on INTEGER,
            version INTEGER NOT NULL REFERENCES version (id),
            PRIMARY KEY (entry, first_on)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX span_by_version ON span (version);
        CREATE TABLE name (
            id INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            text TEXT NOT NULL
        ) STRICT;
        CREATE TABLE number (
            id INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            value ANY NOT NULL -- a number, or text for call signs and numbers that are none
        ) STRICT;
        CREATE INDEX number_by_value ON number (value);
        CREATE TABLE link (
            id INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            target_kind INTEGER NOT NULL,
            target ANY NOT NULL,
            since INTEGER,
            until INTEGER,
            is_former INTEGER NOT NULL,
            percentage REAL,
            words TEXT NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE name_text USING fts5 (
            text, content = 'name', content_rowid = 'id', tokenize = 'trigram', columnsize = 0
        );
        """
}
