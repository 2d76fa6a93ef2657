/// The tables of the mails that were sent.
enum MailSchema {
    static let first = """
        CREATE TABLE mails (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            at TEXT NOT NULL,
            date TEXT NOT NULL,
            messageID TEXT NOT NULL,
            sender TEXT NOT NULL,
            subject TEXT NOT NULL,
            series TEXT,
            issue TEXT,
            file TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            size INTEGER NOT NULL,
            server TEXT NOT NULL,
            state TEXT NOT NULL,
            reason TEXT
        );
        CREATE INDEX mailsByFile ON mails(sha256, number);
        CREATE TABLE mailRecipients (
            mail INTEGER NOT NULL REFERENCES mails(number) ON DELETE RESTRICT,
            place INTEGER NOT NULL,
            kind TEXT NOT NULL,
            name TEXT,
            address TEXT NOT NULL,
            fate TEXT NOT NULL,
            reply TEXT,
            PRIMARY KEY (mail, place)
        ) WITHOUT ROWID;
        """
}
