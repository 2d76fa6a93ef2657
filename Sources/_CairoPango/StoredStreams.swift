import _CCairoPango

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Has Cairo leave as they are the faces and pictures that it would pack while it writes a file: they are packed later, on
/// another core and by a quicker library.
///
/// Cairo has no switch for that. It calls zlib by its name, and of two functions of one name that of the program itself
/// stands before that of a library.
enum StoredStreams {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key, nil)
        return key
    }()

    /// Whether this thread writes what is not to be packed.
    fileprivate static var isAsked: Bool { pthread_getspecific(key) != nil }

    static func during(_ work: () -> Void) {
        pthread_setspecific(key, UnsafeRawPointer(bitPattern: 1))
        defer { pthread_setspecific(key, nil) }
        work()
    }
}

/// zlib's own call with the usual arguments, except where a stream is to be left as it is.
@c(deflateInit_)
public func jianbaoDeflateInit(
    _ stream: UnsafeMutableRawPointer?, _ level: Int32, _ version: UnsafePointer<CChar>?, _ size: Int32
) -> Int32 {
    deflateInit2_(
        stream?.assumingMemoryBound(to: z_stream.self), StoredStreams.isAsked ? Z_NO_COMPRESSION : level, Z_DEFLATED,
        MAX_WBITS, 8, Z_DEFAULT_STRATEGY, version,
        size)
}
