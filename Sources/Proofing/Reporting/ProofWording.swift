/// The only file that words what is proved and what is found.
extension ProofSubject {
    /// `版心`
    public var title: String {
        switch self {
        case .file: "文件"
        case .paper: "纸张"
        case .margins: "版心"
        case .grid: "行格"
        case .folio: "页码"
        case .faces: "字体字号"
        case .rules: "线条"
        case .lineEdges: "行首行末"
        case .names: "姓名"
        case .glyphs: "缺字"
        case .text: "文本"
        case .fonts: "字体嵌入"
        case .structure: "结构标记"
        case .readingOrder: "阅读顺序"
        case .navigation: "书签链接"
        case .metadata: "元数据"
        case .archive: "归档"
        case .mailSize: "邮件大小"
        }
    }
}

extension Flaw.Side {
    var title: String {
        switch self {
        case .left: "左"
        case .right: "右"
        case .top: "上"
        case .bottom: "下"
        }
    }
}

extension Flaw {
    /// What was found, and what was wanted; one sentence without a full stop.
    public var message: String {
        layoutMessage ?? lineMessage ?? characterMessage ?? structureMessage ?? fileMessage
    }

    private var layoutMessage: String? {
        switch self {
        case .paper(let width, let height, let wanted): "纸张 \(width.plain)×\(height.plain) mm，应为 \(wanted) mm"
        case .outside(let side, let by, let text): "“\(text)”超出版心\(side.title)边 \(by.plain) mm"
        case .nearEdge(let side, let distance, let what):
            distance < 0 ? "“\(what)”超出纸\(side.title)边" : "“\(what)”距纸\(side.title)边只有 \(distance.plain) mm，可能印不出"
        case .edge(let side, let found, let wanted): "正文\(side.title)边距 \(found.plain) mm，应为 \(wanted.plain) mm"
        case .pitch(let found, let wanted): "行距 \(found.plain) 磅，应为 \(wanted.plain) 磅"
        case .unevenPitch(let least, let most): "同页行距不一：\(least.plain) 至 \(most.plain) 磅"
        case .lines(let found, let wanted): "一页 \(found) 行，应不超过 \(wanted) 行"
        case .characters(let found, let wanted): "每行 \(found.plain) 字，应为 \(wanted) 字"
        case .folioMissing: "没有页码"
        case .folioForm(let text): "页码“\(text)”两侧没有一字线，应如“— 1 —”"
        case .folioSize(let found, let wanted): "页码 \(found.plain) 磅，应为 \(wanted.plain) 磅"
        case .folioSide(let side): "页码应居\(side.title)（单页居右，双页居左）"
        case .folioPlace(let found, let wanted): "页码在版心下 \(found.plain) mm，应为 \(wanted.plain) mm"
        case .folioInset(let found, let wanted): "页码距版心外边 \(found.plain) mm，应空一字（\(wanted.plain) mm）"
        case .folioNumber(let found, let wanted): "页码印作 \(found)，应为 \(wanted)"
        case .pageLabel(let label, let printed): "阅读器显示第 \(label) 页，印的是 \(printed)"
        case .size(let found, let text): "“\(text)”用 \(found.plain) 磅，不合字号"
        case .bodySize(let found, let wanted): "正文 \(found.plain) 磅，应为三号（\(wanted.plain) 磅）"
        case .face(let found, let wanted, let text): "“\(text)”用\(found)，应为\(wanted)"
        case .hairline(let thickness): "线粗只有 \(thickness.plain) 磅，可能印不出"
        case .ruleLength(let found, let wanted): "线长 \(found.plain) mm，应与版心同宽（\(wanted.plain) mm）"
        case .ruleThickness(let found, let wanted): "版记线粗 \(found.plain) mm，应为 \(wanted.plain) mm"
        case .rulePlace(let distance): "版记末条线距版心下边 \(distance.plain) mm，应与之重合"
        default: nil
        }
    }

    private var lineMessage: String? {
        switch self {
        case .lineStart(let mark, let text): "“\(mark)”在行首（\(text)）"
        case .lineEnd(let mark, let text): "“\(mark)”在行末（\(text)）"
        case .partedDash(let text): "破折号或省略号断在两行（\(text)）"
        case .partedNumber(let text): "数字断在两行（\(text)）"
        case .ragged(let by, let text): "行末\(by > 0 ? "超出" : "不足") \(abs(by).plain) mm（\(text)）"
        case .partedName(let name, let acrossPages): "“\(name)”断在两\(acrossPages ? "页" : "行")"
        default: nil
        }
    }

    private var characterMessage: String? {
        switch self {
        case .missingGlyph(let character, let font, let count):
            (character.isEmpty ? "有字没有字形" : "“\(character)”没有字形") + "（\(font)，\(count) 处）"
        case .noCharacter(let font, let count): "有字形不知是什么字，不能复制和检索（\(font)，\(count) 处）"
        case .notEmbedded(let font): "\(font) 没有嵌入"
        case .notSubset(let font): "\(font) 整套嵌入，没有取子集"
        case .noUnicode(let font): "\(font) 没有 ToUnicode"
        case .noGlyphMap(let font): "\(font) 没有 CIDToGIDMap"
        case .bitmapFont(let font): "\(font) 是 Type 3 字体"
        case .noText: "只有图片，没有文字"
        case .textIsArtifact(let share): "\(Int((share * 100).rounded()))% 的文字标为页面装饰，读屏软件读不到"
        default: nil
        }
    }

    private var structureMessage: String? {
        switch self {
        case .untagged: "没有结构标记，读屏软件无从读起"
        case .looseContent(let operation, let count): "\(count) 处内容既无标记也不是装饰（\(operation)）"
        case .artifactInside: "装饰标在正文标记之内"
        case .markedTwice(let count): "\(count) 处标记内容属于两个元素"
        case .orphanMarks(let count): "\(count) 处标记内容与结构树对不上"
        case .noParentTree: "结构树没有 ParentTree"
        case .unknownRole(let role): "结构类型 \(role) 不是标准类型"
        case .misplaced(let role, let parent): "\(role) 放在 \(parent) 之内"
        case .headingJump(let from, let to): from == 0 ? "第一个标题是 H\(to)，应从 H1 起" : "标题从 H\(from) 跳到 H\(to)"
        case .emptyHeading(let level): "标题 H\(level) 是空的"
        case .noScope: "表头（TH）没有 Scope"
        case .noHeader: "表格没有表头（TH）"
        case .unevenTable(let rows): "表格各行列数不一（\(rows.map(String.init).joined(separator: "、"))）"
        case .noAlternative(let role): "\(role == "Figure" ? "图" : "公式")没有替代文字（Alt）"
        case .order(let first, let second): "“\(first)”排在“\(second)”之上，却读在其后"
        case .noLanguage: "没有注明语言（Lang）"
        case .language(let found): "正文是中文，语言注作 \(found)"
        case .tabOrder: "跳格次序（Tabs）不是按结构（S）"
        case .linkText: "链接没有说明（Contents）"
        case .linkLoose: "链接不在结构树中"
        case .linkHidden: "链接没有打印标志（F）"
        case .noOutline(let pages): "共 \(pages) 页，没有书签"
        case .deadLink: "链接没有去处"
        default: nil
        }
    }

    private var fileMessage: String {
        switch self {
        case .damaged(let reason): "文件结构有误：\(reason)"
        case .encrypted: "文件已加密，不能归档"
        case .resourceMissing(let name): "缺少资源 \(name)"
        case .noTitle: "没有题名（Title）"
        case .titleHidden: "窗口标题不显示题名（DisplayDocTitle）"
        case .noMetadata: "没有 XMP 元数据"
        case .metadataDiffers(let key, let information, let metadata):
            "\(key) 两处不一：“\(information)”与 XMP 中的“\(metadata)”"
        case .noIdentifier: "没有文件标识（ID）"
        case .archive(let level): level.isEmpty ? "没有注明 PDF/A" : "注明 \(level)，不是已知的等级"
        case .accessible(let part): part.isEmpty ? "没有注明 PDF/UA" : "注明 PDF/UA-\(part)，不是已知的部分"
        case .noIntent: "没有输出意图（OutputIntent）"
        case .attachment(let what): "附件 \(what)"
        case .action(let what): "带有自动动作（\(what)）"
        case .tooLarge(let bytes, let limit): "作附件约 \(Self.megabytes(bytes)) MB，超过 \(Self.megabytes(limit)) MB"
        default: ""
        }
    }

    private static func megabytes(_ bytes: Int) -> String {
        let tenths = (bytes * 10 + (1 << 19)) >> 20
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// `line-start`: what the kind is called in JSON.
    public var code: String {
        let label = Mirror(reflecting: self).children.first?.label ?? "\(self)"
        var code = ""
        for character in label {
            if character.isUppercase { code += "-" }
            code += character.lowercased()
        }
        return code
    }
}

extension Double {
    /// `28`, `28.5`
    var plain: String { self == rounded() && abs(self) < 1e9 ? "\(Int(self))" : "\(self)" }
}
