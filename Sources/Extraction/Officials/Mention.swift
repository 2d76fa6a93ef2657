/// A title where it stands: the unit and the post with what modifies it.
struct Title: Sendable {
    /// Unit and post.
    var range: Range<Int>
    /// Where the post with 原, 副, 常务副 … begins.
    var post: Int
    /// Several people of one body can hold it at once.
    var isShared: Bool
    /// The unit where it stands apart from the post, as in 协和医院张明昌教授.
    var body: Range<Int>?
    /// A rank of the person, of no body: 教授 behind a name.
    var isRank = false
    /// Can stand behind a name: 王伟主任, but not 王伟领导.
    var isNamable = true
}

/// One person named in one place.
struct Mention: Sendable {
    enum Rule: String, Sendable {
        case titledName = "titled-name"
        case nameList = "name-list"
        case namedPost = "named-post"
        case surnamePost = "surname-post"
        case bareSubject = "bare-subject"
        case bareList = "bare-list"
        case laterMention = "later-mention"
        case rollCall = "roll-call"
        case parenthesis = "name-parenthesis"
        case cited = "cited-leader"
        case appointed
    }

    var rule: Rule
    /// From the first title or the name to the end of name, 同志 and what is in brackets behind it.
    var span: Range<Int>
    var name: Range<Int>
    var titles: [Title]
    var sure: Bool
    /// Cited for doctrine: 总书记, 思想.
    var isDoctrine = false
    /// Only a surname with a post (王市长): who it is, the text says elsewhere.
    var isSurname = false
    /// Only the given name with 同志: who it is, the text says before.
    var isGiven = false
    /// Roles that the place itself gives, as in 出席：….
    var given: Lexicon.Kind = []
    /// The person, as an index into the people of the text.
    var person = -1
}
