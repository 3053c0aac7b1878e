/// The lists of a file or a folder, for commands that store them.
public enum ListSource {
    /// Reads the lists at a path, in a fixed order. Throws when it holds none or one cannot be trusted.
    public static func lists(at path: String) throws(WatchlistError) -> [SanctionsList] {
        try ListFinding.lists(at: path)
    }
}
