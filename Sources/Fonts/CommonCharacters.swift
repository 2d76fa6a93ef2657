#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The characters that the first parts of a prepared face hold where its file does.
enum CommonCharacters {
    /// The Han characters of usual texts: the 3755 of GB/T 2312's first level, and what places and people are named by;
    /// ascending, from the system's own table.
    static let usual = (characters(of: "GB2312", rows: 0xB0...0xD7, cells: 0xA1...0xFE) + inNames).sorted()

    /// The others of its second level.
    static let unusual = characters(of: "GB2312", rows: 0xD8...0xF7, cells: 0xA1...0xFE).filter {
        !inNames.contains($0)
    }

    /// Of the second level: of thirty texts twenty-nine need no other of it.
    private static let inNames = Set(
        """
        丨禺匕胤毓睾亟亓厍厥叵卦攸佟侃俨俣倩佘巽夔兖亳衮袤禀冼讷诋诏诒诠诩谌谕谟谧阪陂陉隍隗隰邗邛邝邬邡邴邳\
        邰郏郅郄郓郦郢郜郗郛郫郯鄄鄢鄞鄣鄱鄯酃酆壅圩圳坂埕塬馨懿芊芗芙芷芮苁苒苓茜莒茱荃荟茗莓莅莘莞莺菁萃菀\
        萦葑葚葳葆萱蓓蔺蕙蕈薇藜蘅弈奕奚摒揆撸攥哔囡帼帷岘岑岚岱峁岷峥崃崧嵘崴嵩嶙豳巅徂衢獗庹庾赓忡怡恺恪惚\
        愫憬憧闫闵闾阆阗阙阚沣沅沐沔沌汨汩汶沭泸泗泠泖泮沱泓泾洧洌浈洙洮洵浏浔涞涓浠淇淅淞渎涿渑淦湫溆湄滢滏\
        潢潇滹漯漪澍潼濉澧濂濮瀛灏灞宓宥宸骞寰逍遴妍娅姣娣娓婧婕婵媛婷嫣嫱嫦嬉孚驿骁骅骈骐骛骥纾绫缙缪幺畿邕\
        玮珏珂珑珙珩珞珲琏琪瑛琦琨琰琮琬琛瑁瑜瑗瑭瑾璎璇璋璞璨璐璧韫韬杞枞杼栌柃桢桦栾栩梵梓棣楠榄楫楣榛榕橄\
        樾殡轲轶轼戬臧瓯昊昕昀昱昶昵耆晟晔晁晏晖晗暄暾曦贲贻赅赉犍牒肱豚膑滕飙斐旌旎旖炀炜烨烊焱煜煊熠燧焘煦\
        熹扈祀祉祜祯祺禅禧悫懋淼砀砺砥碣黻盱眙睑睢睿瞌畲羁钊钏钜钰铄铎铖铠铧铨铮铿锂锟锴锵镌镒镓镛镡秭嵇稔稷\
        皓鸾鹂鹭疱痣瘾翊窦褚耒聃聆覃颀颍虔蚣蜈蠡竺笃笙筝筠筱箐箴臾裘羲暨羿翡綦酯醴踵靓雯霆霁霏霭隽雎雒瞿鑫鳌\
        髋魅麒麟黟
        """.unicodeScalars.map(\.value))

    /// Whether a character is one of those; without opening a face to see.
    static func isUnusual(_ code: UInt32) -> Bool {
        var (low, high) = (0, unusual.count)
        while low < high {
            let middle = (low + high) / 2
            if unusual[middle] < code { low = middle + 1 } else { high = middle }
        }
        return low < unusual.count && unusual[low] == code
    }

    /// The 5401 Han characters of Big5's first level, ascending: those of usual Traditional texts.
    static let big5 = characters(of: "BIG5", rows: 0xA4...0xC6, cells: 0x40...0xFE) { row, cell in
        row < 0xC6 || cell <= 0x7E
    }

    private static func characters(
        of charset: String, rows: ClosedRange<UInt8>, cells: ClosedRange<UInt8>,
        where isWanted: (UInt8, UInt8) -> Bool = { _, _ in true }
    ) -> [UInt32] {
        guard let converter = iconv_open("UTF-32LE", charset), converter != iconv_t(bitPattern: -1) else { return [] }
        defer { iconv_close(converter) }
        var found: [UInt32] = []
        for row in rows {
            for cell in cells where isWanted(row, cell) {
                if let scalar = convert(converter, row, cell) { found.append(scalar) }
            }
        }
        return found.sorted()
    }

    private static func convert(_ converter: iconv_t, _ row: UInt8, _ cell: UInt8) -> UInt32? {
        var input = [CChar(bitPattern: row), CChar(bitPattern: cell)]
        var output = [CChar](repeating: 0, count: 4)
        var (inLeft, outLeft) = (2, 4)
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (from, to) = (input.baseAddress, output.baseAddress)
                return iconv(converter, &from, &inLeft, &to, &outLeft)
            }
        }
        guard result == 0, outLeft == 0 else { return nil }
        return output.enumerated().reduce(0) { $0 | UInt32(UInt8(bitPattern: $1.element)) << (8 * UInt32($1.offset)) }
    }

    /// Latin, marks, numbers in circles, tables' lines and the full-width forms; what Chinese offices write besides
    /// Han characters.
    static let besidesHan: [ClosedRange<UInt32>] = [
        0x0020...0x007E, 0x00A0...0x017F, 0x01CD...0x01DC, 0x0250...0x0261, 0x02C6...0x02DC, 0x0391...0x03C9,
        0x0401...0x0451, 0x1E3E...0x1E3F, 0x2010...0x2027, 0x202F...0x205E, 0x2070...0x209C, 0x20AC...0x20AC,
        0x2100...0x218F, 0x2190...0x2199, 0x2200...0x22BF, 0x2460...0x24FF, 0x2500...0x266F, 0x3000...0x312F,
        0x31A0...0x31BF, 0x3220...0x33FF, 0xFE10...0xFE1F, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    ]
}
