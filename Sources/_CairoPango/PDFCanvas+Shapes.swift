package import Diagnostics
import _CCairoPango

/// Lines, polygons, pictures and turned paper; lengths in pt.
extension PDFCanvas {
    /// A line through points. Corners and ends are sharp.
    package func stroke(_ points: [(x: Double, y: Double)], width: Double, dashes: [Double]) throws(Diagnostic) {
        guard let first = points.first else { return }
        cairo_set_line_width(context, width)
        cairo_set_dash(context, dashes, Int32(dashes.count), 0)
        cairo_move_to(context, first.x, first.y)
        for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
        cairo_stroke(context)
        try check(cairo_status(context), "cairo_stroke")
    }

    /// A filled polygon.
    package func fill(_ points: [(x: Double, y: Double)]) throws(Diagnostic) {
        guard let first = points.first else { return }
        cairo_move_to(context, first.x, first.y)
        for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
        cairo_close_path(context)
        cairo_fill(context)
        try check(cairo_status(context), "cairo_fill")
    }

    /// Draws on paper turned anticlockwise by quarters about its origin, which comes to lie at x, y.
    package func turned(quarters: Int, x: Double, y: Double, _ draw: () throws -> Void) throws {
        cairo_save(context)
        turns += 1
        defer {
            turns -= 1
            cairo_restore(context)
        }
        var matrix = cairo_matrix_t()
        switch quarters & 3 {
        case 1: cairo_matrix_init(&matrix, 0, -1, 1, 0, x, y)
        case 2: cairo_matrix_init(&matrix, -1, 0, 0, -1, x, y)
        case 3: cairo_matrix_init(&matrix, 0, 1, -1, 0, x, y)
        default: cairo_matrix_init(&matrix, 1, 0, 0, 1, x, y)
        }
        cairo_transform(context, &matrix)
        try draw()
    }

    /// Draws on paper turned anticlockwise by degrees about its origin, which comes to lie at x, y.
    package func slanted(degrees: Double, x: Double, y: Double, _ draw: () throws -> Void) throws {
        cairo_save(context)
        turns += 1
        defer {
            turns -= 1
            cairo_restore(context)
        }
        cairo_translate(context, x, y)
        cairo_rotate(context, -degrees * .pi / 180)
        try draw()
    }

    /// A picture in a box. A JPEG goes into the file as it is.
    ///
    /// - Parameters:
    ///   - width: in pixels, as the file says.
    ///   - height: in pixels.
    /// - Throws: `libraryFailed` where it cannot be decoded.
    package func picture(
        _ bytes: [UInt8], isPNG: Bool, width: Int, height: Int, x: Double, y: Double, drawnWidth: Double,
        drawnHeight: Double
    ) throws(Diagnostic) {
        let image = isPNG ? Self.decode(bytes) : try jpeg(bytes, width: width, height: height)
        defer { cairo_surface_destroy(image) }
        try check(cairo_surface_status(image), "cairo_image_surface_create_from_png_stream")
        let pixels = (Double(cairo_image_surface_get_width(image)), Double(cairo_image_surface_get_height(image)))
        cairo_save(context)
        defer { cairo_restore(context) }
        cairo_translate(context, x, y)
        cairo_scale(context, drawnWidth / pixels.0, drawnHeight / pixels.1)
        cairo_set_source_surface(context, image, 0, 0)
        // A filled rectangle: cairo_paint as the first drawing of a tagged page loses the file.
        cairo_rectangle(context, 0, 0, pixels.0, pixels.1)
        cairo_fill(context)
        try check(cairo_status(context), "cairo_fill")
    }

    private static func decode(_ bytes: [UInt8]) -> OpaquePointer {
        struct Reading {
            var rest: UnsafeRawBufferPointer
        }
        return bytes.withUnsafeBytes { buffer in
            var reading = Reading(rest: buffer)
            return withUnsafeMutablePointer(to: &reading) { pointer in
                cairo_image_surface_create_from_png_stream(
                    { closure, data, length in
                        let reading = closure!.assumingMemoryBound(to: Reading.self)
                        let count = Int(length)
                        guard reading.pointee.rest.count >= count else { return CAIRO_STATUS_READ_ERROR }
                        if count > 0 {
                            UnsafeMutableRawPointer(data!).copyMemory(
                                from: reading.pointee.rest.baseAddress!, byteCount: count)
                        }
                        reading.pointee.rest = UnsafeRawBufferPointer(rebasing: reading.pointee.rest.dropFirst(count))
                        return CAIRO_STATUS_SUCCESS
                    }, pointer)!
            }
        }
    }

    /// An empty image of the picture's size that carries the file, which Cairo embeds instead.
    private func jpeg(_ bytes: [UInt8], width: Int, height: Int) throws(Diagnostic) -> OpaquePointer {
        let image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))!
        let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
        bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress!, byteCount: bytes.count) }
        let status = cairo_surface_set_mime_data(
            image, "image/jpeg", copy.assumingMemoryBound(to: UInt8.self), UInt(bytes.count), { $0?.deallocate() }, copy
        )
        if status != CAIRO_STATUS_SUCCESS {
            copy.deallocate()
            cairo_surface_destroy(image)
        }
        try check(status, "cairo_surface_set_mime_data")
        return image
    }
}
