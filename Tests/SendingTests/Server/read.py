#!/usr/bin/env python3
"""What Python's own mail library reads in a message: read.py FILE, as JSON."""
import email
import email.policy
import hashlib
import json
import sys
from email.header import decode_header, make_header
from email.utils import collapse_rfc2231_value

with open(sys.argv[1], "rb") as file:
    raw = file.read()
message = email.message_from_bytes(raw, policy=email.policy.default)
plain = email.message_from_bytes(raw)
parts = []
for part in plain.walk():
    content = part.get_payload(decode=True)
    disposition = part.get_param("filename", header="content-disposition")
    name = part.get_param("name")
    parts.append({
        "type": part.get_content_type(),
        # RFC 2231 gives a triple, RFC 2047 a text with encoded words.
        "extended": collapse_rfc2231_value(disposition) if isinstance(disposition, tuple) else None,
        "plain": disposition if isinstance(disposition, str) else None,
        "encoded": str(make_header(decode_header(name.replace("\n", "")))) if isinstance(name, str) else None,
        "text": content.decode("utf-8") if content is not None and part.get_content_maintype() == "text" else None,
        "sha256": hashlib.sha256(content).hexdigest() if content is not None else None,
    })
mailboxes = {
    key: [[address.display_name, address.addr_spec] for address in message[key].addresses] if message[key] else []
    for key in ("from", "to", "cc", "bcc")
}
print(json.dumps({
    "headers": message.keys(),
    "subject": message["subject"],
    "date": message["date"],
    "messageID": message["message-id"],
    "mailboxes": mailboxes,
    "parts": parts,
    "defects": [str(defect) for part in message.walk() for defect in part.defects]
    + [str(defect) for key in message.keys() for defect in getattr(message[key], "defects", [])],
    "isASCII": raw.isascii(),
    "longestLine": max(map(len, raw.split(b"\r\n"))),
    "bareLineEnds": raw.count(b"\n") - raw.count(b"\r\n"),
}, ensure_ascii=False))
