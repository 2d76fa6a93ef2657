#!/usr/bin/env python3
"""A mail server on loopback for the tests: server.py FOLDER [--option ...]

Prints its port, then serves until standard input ends. Each message it takes becomes FOLDER/N.eml, with FOLDER/N.json
beside it (sender, recipients, whether encrypted, who logged in). FOLDER/log has a line for each command it heard.
"""
import argparse
import asyncio
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--tls", choices=["none", "start", "implicit"], default="none")
parser.add_argument("--certificate")
parser.add_argument("--key")
parser.add_argument("--login", help="user:password that the server asks for")
parser.add_argument("--refuse", action="append", default=[], help="a recipient it does not know")
parser.add_argument("--refuse-data", help="what it says to the whole message")
parser.add_argument("--size", type=int, default=0, help="the most it says it takes")
parser.add_argument(
    "--drop",
    choices=["connect", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "middle", "dot", "QUIT"],
    help="where it hangs up: instead of answering; middle: within the message; dot: after its last line")
parser.add_argument("--silent", action="store_true", help="where it would hang up it says nothing instead")
parser.add_argument("--after", type=int, default=0, help="how many messages go well before --drop begins")
options = parser.parse_args()

context = None
if options.tls != "none":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate, options.key)


class Gone(Exception):
    """The connection is closed; nothing more is said on it."""


class Server(SMTP):
    taken = 0

    async def leave(self):
        if options.silent:
            await asyncio.sleep(3600)
        self.transport.abort()
        raise asyncio.CancelledError

    def is_bad(self, step):
        return options.drop == step and Server.taken >= options.after

    async def _call(self, step, method, argument):
        with open(options.folder / "log", "a") as log:
            log.write(f"{step} {argument or ''}\n" if step != "AUTH" else "AUTH\n")
        if self.is_bad(step):
            await self.leave()
        await method(argument)

    def connection_made(self, transport):
        if self.is_bad("connect"):
            transport.abort()
        super().connection_made(transport)

    async def smtp_EHLO(self, argument):
        await self._call("EHLO", super().smtp_EHLO, argument)

    async def smtp_STARTTLS(self, argument):
        await self._call("STARTTLS", super().smtp_STARTTLS, argument)

    async def smtp_AUTH(self, argument):
        await self._call("AUTH", super().smtp_AUTH, argument)

    async def smtp_MAIL(self, argument):
        await self._call("MAIL", super().smtp_MAIL, argument)

    async def smtp_RCPT(self, argument):
        await self._call("RCPT", super().smtp_RCPT, argument)

    async def smtp_QUIT(self, argument):
        await self._call("QUIT", super().smtp_QUIT, argument)

    async def smtp_DATA(self, argument):
        if self.is_bad("middle"):
            await self.push("354 go on")
            await self._reader.read(20000)
            await self.leave()
        await self._call("DATA", super().smtp_DATA, argument)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address in options.refuse:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 known"

    async def handle_DATA(self, server, session, envelope):
        if options.refuse_data:
            return options.refuse_data
        Server.taken += 1
        name = options.folder / str(Server.taken)
        name.with_suffix(".eml").write_bytes(envelope.original_content)
        facts = {
            "sender": envelope.mail_from,
            "recipients": envelope.rcpt_tos,
            "encrypted": session.ssl is not None or options.tls == "implicit",
            "login": getattr(session, "login_name", None),
            "hello": session.host_name,
        }
        # A reader who waits for it finds it whole.
        name.with_suffix(".part").write_text(json.dumps(facts))
        name.with_suffix(".part").rename(name.with_suffix(".json"))
        if options.drop == "dot" and Server.taken > options.after:
            await server.leave()
        return "250 2.0.0 taken"


def authenticate(server, session, envelope, mechanism, data):
    user, password = options.login.split(":", 1)
    good = data.login == user.encode() and data.password == password.encode()
    if good:
        session.login_name = user
    return AuthResult(success=good, handled=False)


def make():
    return Server(
        Handler(), hostname="test.example", enable_SMTPUTF8=False,
        data_size_limit=options.size or 200_000_000,
        tls_context=context if options.tls == "start" else None, require_starttls=options.tls == "start",
        authenticator=authenticate if options.login else None, auth_required=bool(options.login),
        auth_require_tls=options.tls == "start")


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        make, "127.0.0.1", 0, ssl=context if options.tls == "implicit" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
