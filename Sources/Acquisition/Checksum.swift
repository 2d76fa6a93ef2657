import _CCrypto
import _CGLib

/// The SHA-256 of bytes that come in pieces.
package final class Checksum {
    /// libcrypto's is many times as quick as GLib's, which stands in where it is not installed.
    private enum Sum {
        case crypto(OpaquePointer, CryptoCalls)
        case glib(OpaquePointer)
    }

    private let sum: Sum
    private static let length = 32

    /// - Parameter isQuick: whether libcrypto may be used.
    package init(isQuick: Bool = true) {
        if isQuick, let crypto = CryptoCalls.shared, let context = crypto.calls.EVP_MD_CTX_new() {
            if crypto.calls.EVP_DigestInit_ex(context, crypto.calls.EVP_sha256(), nil) == 1 {
                sum = .crypto(context, crypto)
                return
            }
            crypto.calls.EVP_MD_CTX_free(context)
        }
        sum = .glib(g_checksum_new(G_CHECKSUM_SHA256)!)
    }

    deinit {
        switch sum {
        case .crypto(let context, let crypto): crypto.calls.EVP_MD_CTX_free(context)
        case .glib(let sum): g_checksum_free(sum)
        }
    }

    package func add(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress else { return }
        switch sum {
        case .crypto(let context, let crypto):
            precondition(crypto.calls.EVP_DigestUpdate(context, start, bytes.count) == 1, "EVP_DigestUpdate")
        case .glib(let sum):
            g_checksum_update(sum, start.assumingMemoryBound(to: UInt8.self), gssize(bytes.count))
        }
    }

    package func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Lower-case hexadecimal. Asked for once; nothing can be added afterwards.
    package func hexadecimal() -> String {
        switch sum {
        case .crypto(let context, let crypto):
            let digest = [UInt8](unsafeUninitializedCapacity: Self.length) { buffer, count in
                var length: UInt32 = 0
                precondition(
                    crypto.calls.EVP_DigestFinal_ex(context, buffer.baseAddress, &length) == 1, "EVP_DigestFinal_ex")
                count = Int(length)
            }
            let digits = Array("0123456789abcdef".utf8)
            return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
        case .glib(let sum): return String(cString: g_checksum_get_string(sum))
        }
    }
}

/// libcrypto's calls, found when the first sum is asked for; `nil` where it is not installed.
private struct CryptoCalls: @unchecked Sendable {
    let calls: jianbao_crypto

    static let shared: CryptoCalls? = {
        var calls = jianbao_crypto()
        return jianbao_crypto_open(&calls) == nil ? CryptoCalls(calls: calls) : nil
    }()
}
