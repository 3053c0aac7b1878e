import Glibc

/// Why a report could not be written: the name of the place and the remedy.
struct OutputFailure: Error, Equatable, Sendable {
    var message: String

    init(writing place: String, _ error: SystemError) {
        let remedy =
            switch error.code {
            case ENOSPC, EDQUOT: "; free some space or choose another place with --output"
            case EACCES, EPERM, EROFS: "; choose a place that you may write to"
            case ENOENT: "; the folder does not exist"
            case EBADF: "; it is closed"
            default: ""
            }
        message = "cannot write \(place): \(error.explanation)\(remedy)"
    }
}
