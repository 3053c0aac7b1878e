@testable import ByteInput

/// Everything that came out of an input, and the errors on the way.
struct ReadResult {
    var members: [(name: String?, bytes: [UInt8])] = []
    var errors: [ByteInputError] = []

    var firstBytes: [UInt8] { members.first?.bytes ?? [] }
}

/// Reads an input to its end, through blocks of `blockSize` bytes.
///
/// Goes on after errors, but gives up after `errorLimit` of them.
func readAll(
    _ path: String, blockSize: Int = 10_000, bufferSize: Int = StreamDecoder.usualBufferSize, errorLimit: Int = 100
) -> ReadResult {
    var result = ReadResult()
    let stream: ByteStream
    do {
        stream = try ByteStream(OpenFile(path: path), bufferSize: bufferSize)
    } catch {
        result.errors.append(error)
        return result
    }
    var block = ByteBlock(capacity: blockSize)
    while result.errors.count < errorLimit {
        do throws(ByteInputError) {
            guard let member = try stream.nextMember() else { break }
            result.members.append((member.name, []))
            while try stream.read(into: &block) > 0 {
                result.members[result.members.count - 1].bytes += block.copyBytes(0..<block.count)
            }
        } catch {
            result.errors.append(error)
        }
    }
    return result
}
