import Diagnostics
import Testing

@testable import Cleaning

@Suite("Readings in brackets, and characters lost between two of them")
struct ReadingTests {
    @Test(
        "readings go, with and without tones and spaces, in either bracket",
        arguments: [
            ("頁(yè)碼", "页码"), ("黨(dang) 中央國務院", "党中央国务院"), ("國（guó）務院", "国务院"), ("領( lǐng )導", "领导"),
            ("綠(lü)化率", "绿化率"), ("綠(lǜ)化率", "绿化率"), ("綠(lv4)化率", "绿化率"), ("長(zhǎng)、長(cháng)", "长、长"),
            ("國(guó)際", "国际"), ("產(chǎn)業", "产业"), ("規(guī)規(guī)劃", "规划"), ("常(cháng)常(cháng)", "常常"),
            ("層(céng)層(céng)落實", "层层落实"),
        ])
    func removed(printed: String, restored: String) { #expect(cleaned(printed) == restored) }

    @Test(
        "what is no reading of the character before it stays",
        arguments: [
            "GDP(gross)", "机构（an）", "国内生产总值（GDP）", "关于(a)项", "世界银行（WB）", "会议（meeting）", "公司（he）",
        ])
    func kept(text: String) {
        #expect(cleaned(text).contains { $0.isLetter && $0.isASCII })
        #expect(clean(text).repairs.allSatisfy { $0.kind != .reading })
    }

    @Test(
        "brackets that hold no reading stay in a text full of readings too",
        arguments: [
            ("里程(km)", "里程（km）"), ("條例(試行)", "条例（试行）"), ("景區(A級)", "景区（A级）"), ("面积(ha)", "面积（ha）"),
            ("企業(SOE)", "企业（SOE）"),
        ])
    func keptAmongReadings(printed: String, restored: String) {
        let full = "國(guó)際(jì)發(fā)展(zhǎn)議(yì)程(chéng)黨(dang)員(yuan)幹(gan)部(bu)"
        #expect(cleaned(full + "，" + printed) == "国际发展议程党员干部，" + restored)
    }

    @Test("in a text full of readings a reading that no table has is one too")
    func pattern() {
        let full = "國(guó)際(jì)發(fā)展(zhǎn)議(yì)程"
        #expect(cleaned(full + "創(lǜ)新") == "国际发展议程创新")
        #expect(cleaned("国际创(lǜ)新") == "国际创（lǜ）新")
    }

    @Test(
        "lost characters follow from the bytes of their neighbours and the readings",
        arguments: [
            ("再?gòu)?qiáng)化", "再强化", "D4D9 8F8A -> D98F gòu; 8F+qiáng -> 強 8F8A"),
            ("日?qǐng)?bào)社", "日报社", "C8D5 88F3 -> D588 qǐng; 88+bào -> 報 88F3"),
            ("收悉?,F(xiàn)批复", "收悉。现批复", "A1A3 AC46 -> A3AC ，; AC46+xiàn -> 現 AC46"),
            ("收悉，F(xiàn)批复", "收悉。现批复", "A1A3 AC46 -> A3AC ，; AC46+xiàn -> 現 AC46"),
            ("新?lián)?dāng)", "新担当", "lexicon 擔當 93FA AE94"),
        ])
    func lostBytes(printed: String, restored: String, proof: String) {
        let clean = clean(printed + "國(guó)務(wù)院")
        #expect(clean.string(0..<clean.scalars.count) == restored + "国务院")
        #expect(clean.repairs.filter { $0.kind == .lostBytes }.map(\.proof) == [proof])
        #expect(clean.warnings.isEmpty)
    }

    /// The inserter, walked out of step on purpose: what it breaks must come back.
    @Test(
        "any character is worked out, not those of one text",
        arguments: [
            ("的", "實", "施"), ("加", "強", "化"), ("日", "報", "社"), ("新", "聞", "社"), ("工", "業", "化"), ("時", "間", "表"),
        ])
    func general(before: Unicode.Scalar, lost: Unicode.Scalar, after: Unicode.Scalar) throws {
        let table = GBKTable.shared
        let readings = MandarinReadings.shared
        let first = try #require(table.bytes(before))
        let second = try #require(table.bytes(lost))
        guard let crossing = table.scalar(first.trail, second.lead), crossing.isHan else { return }
        let printed = "\(before)?\(readings.first(crossing)))?\(readings.first(lost)))\(after)"
        let clean = clean(printed)
        let simplified = ScriptTable.shared.simplified(String(scalars: [before, lost, after]))
        let text = clean.string(0..<clean.scalars.count)
        // Never a wrong character: right, or marked.
        #expect(text == simplified || (text.contains("〓") && !clean.warnings.isEmpty))
    }

    /// One lost character or two: bytes and the last reading alone do not tell, so a word has to.
    @Test(
        "what may be one lost character or two is marked unless a word settles it",
        arguments: [
            // 領域? 權益? Only 實 makes a word with its neighbours.
            ("以?chà)?shí)際(jì)行動(dòng)", "以实际行动"),
            ("優(yōu)秀的?nóng)?dàng)，應(yīng)有的貢(gòng)獻(xiàn)", "优秀的〓，应有的贡献"),
            ("推?qī)?nóng)村供水工程標(biāo)準(zhǔn)化", "推〓村供水工程标准化"),
            ("研判?xù)?xiǎn)情況(kuàng)並(bìng)安排", "研判〓情况并安排"),
        ])
    func oneOrTwo(printed: String, restored: String) {
        let clean = clean(printed)
        let text = clean.string(0..<clean.scalars.count)
        #expect(text == restored)
        #expect(text.contains("〓") == !clean.warnings.isEmpty)
    }

    @Test(
        "a character that stands twice is kept where both sides make a word",
        arguments: [("市長(zhǎng)長(zhǎng)期堅(jiān)持", "市长长期坚持"), ("層(céng)層(céng)落實(shí)", "层层落实")])
    func bothMeant(printed: String, restored: String) { #expect(cleaned(printed) == restored) }

    @Test("what nothing settles is marked and asked about")
    func unsettled() {
        let clean = clean("時(shí)間?yè)?dāng)的")
        #expect(clean.scalars.contains("〓"))
        #expect(clean.warnings.count == 1)
        #expect(clean.warnings.allSatisfy { $0.question != nil })
        #expect(clean.repairs.contains { $0.kind == .lostBytes && $0.restored == nil })
    }

    @Test("a question mark before a bracket is no damage", arguments: ["为什么?(GDP)", "是吗？（笑）", "会议（2024年）"])
    func questions(text: String) { #expect(clean(text).repairs.allSatisfy { $0.kind != .lostBytes }) }

    @Test("syllables are told from words")
    func syllables() {
        let readings = MandarinReadings.shared
        for text in ["gòu", "qiáng", "lü", "lǜ", "nv3", "shi4", "yè", "er", "zhuàng"] {
            #expect(readings.syllable(Array(text.unicodeScalars)[...]) != nil, "\(text)")
        }
        for text in ["gross", "GDP", "abc", "xx", "gòù", "", "4", "shii"] {
            #expect(readings.syllable(Array(text.unicodeScalars)[...]) == nil, "\(text)")
        }
    }
}

extension MandarinReadings {
    /// A reading of a character, spelled: the first that the table has.
    func first(_ scalar: Unicode.Scalar) -> String {
        for base in UInt16(0)..<420 {
            for tone in UInt8(0)...4 {
                let syllable = Syllable(base: base, tone: tone)
                if tone > 0, reads(scalar, as: syllable) { return spelling(syllable) }
            }
        }
        return ""
    }
}
