/// The seventeen goals of the United Nations' agenda for 2030: their Chinese names and colours.
struct SustainableGoal {
    var name: String
    /// `#E5243B`
    var colour: String

    private init(_ name: String, _ colour: String) {
        self.name = name
        self.colour = colour
    }

    /// From 1 to 17.
    static let all = [
        SustainableGoal("无贫穷", "#E5243B"), .init("零饥饿", "#DDA63A"), .init("良好健康与福祉", "#4C9F38"),
        .init("优质教育", "#C5192D"), .init("性别平等", "#FF3A21"), .init("清洁饮水和卫生设施", "#26BDE2"),
        .init("经济适用的清洁能源", "#FCC30B"), .init("体面工作和经济增长", "#A21942"), .init("产业、创新和基础设施", "#FD6925"),
        .init("减少不平等", "#DD1367"), .init("可持续城市和社区", "#FD9D24"), .init("负责任消费和生产", "#BF8B2E"),
        .init("气候行动", "#3F7E44"), .init("水下生物", "#0A97D9"), .init("陆地生物", "#56C02B"),
        .init("和平、正义与强大机构", "#00689D"), .init("促进目标实现的伙伴关系", "#19486A"),
    ]
}
