extension String {
    /// The text of these scalars, written as UTF-8 at once: a `UnicodeScalarView` takes them one by one, at ten times the
    /// cost.
    package init(scalars: ArraySlice<Unicode.Scalar>) {
        var length = 0
        for scalar in scalars { length += UTF8.width(scalar) }
        self.init(unsafeUninitializedCapacity: length) { buffer in
            var at = 0
            for scalar in scalars {
                for byte in UTF8.encode(scalar)! {
                    buffer[at] = byte
                    at += 1
                }
            }
            return at
        }
    }

    package init(scalars: [Unicode.Scalar]) { self.init(scalars: scalars[...]) }
}
