import Acquisition
import Testing

@Suite("Checksums")
struct ChecksumTests {
    @Test("Known sums (FIPS 180-4), whichever library makes them", arguments: [true, false])
    func known(isQuick: Bool) {
        let sum = Checksum(isQuick: isQuick)
        sum.add("ab")
        sum.add("c")
        #expect(sum.hexadecimal() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            Checksum(isQuick: isQuick).hexadecimal()
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
