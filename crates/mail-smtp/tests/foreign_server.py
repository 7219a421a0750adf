"""A mail server that nobody here wrote (aiosmtpd), made to misbehave as its flags say.

Says on standard output, one JSON object a line: first {"port", "root"}, then what happens.
"""

import argparse
import asyncio
import datetime
import email
import email.header
import email.policy
import email.utils
import ipaddress
import json
import pathlib
import ssl

from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

COMMANDS = ("EHLO", "MAIL", "RCPT", "DATA")


def say(**what):
    print(json.dumps(what), flush=True)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--tls", choices=["none", "starttls", "implicit"], default="none")
    parser.add_argument("--certificates", type=pathlib.Path, help="folder for a new authority and its certificate")
    parser.add_argument("--auth", metavar="USER:PASSWORD", help="required before any mail")
    parser.add_argument("--reply", metavar="COMMAND=STATUS", action="append", default=[], help="{address} is the recipient's")
    parser.add_argument("--stall", choices=["GREETING", *COMMANDS], help="never answer this")
    parser.add_argument("--stalls", type=int, default=1_000_000, help="how often to stall before behaving")
    parser.add_argument("--drop-after-dot", action="store_true", help="take the message, say nothing, hang up")
    parser.add_argument("--byte-seconds", type=float, default=0.0, help="answer one byte at a time, this far apart")
    parser.add_argument("--utf8", action="store_true", help="offer SMTPUTF8")
    return parser.parse_args()


def certificate(name, key, issuer, issuer_key, authority):
    now = datetime.datetime.now(datetime.timezone.utc)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    )
    if not authority:
        names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
        builder = builder.add_extension(x509.SubjectAlternativeName(names), critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


def tls_context(folder):
    """Makes a private authority and a certificate of it; only the authority is told to the client."""
    named = lambda text: x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])
    root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root_name = named("Private Authority")
    root = certificate(root_name, root_key, root_name, root_key, authority=True)
    leaf = certificate(named("Mail Server"), key, root_name, root_key, authority=False)
    pem = serialization.Encoding.PEM
    (folder / "root.pem").write_bytes(root.public_bytes(pem))
    (folder / "server.pem").write_bytes(
        leaf.public_bytes(pem)
        + key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    return context


def addressees(text):
    # The older of Python's two readers, because the newer puts spaces between the parts of a long encoded name.
    written = email.message_from_string(text, policy=email.policy.compat32).get_all("To")
    unfolded = [value.replace("\r\n", "").replace("\n", "") for value in written]
    pairs = email.utils.getaddresses(unfolded)
    return [[str(email.header.make_header(email.header.decode_header(name))), address] for name, address in pairs]


def received(server, session, envelope):
    encoding = "utf-8" if server.enable_SMTPUTF8 else "ascii"
    text = envelope.original_content.decode(encoding)
    message = email.message_from_string(text, policy=email.policy.default)
    return {
        "event": "mail",
        "connection": session.number,
        "encrypted": server.transport.get_extra_info("ssl_object") is not None,
        "from": envelope.mail_from,
        "recipients": envelope.rcpt_tos,
        "headers": [[name, str(value)] for name, value in message.items()],
        "to": addressees(text),
        "defects": [str(d) for part in message.walk() for d in part.defects],
        "parts": [[part.get_content_type(), part.get_content().replace("\r\n", "\n")] for part in message.iter_parts()],
        "longest_line": max(map(len, envelope.original_content.split(b"\r\n"))),
    }


async def stall(options, command):
    if options.stall == command and options.stalls > 0:
        options.stalls -= 1
        say(event="stalled", at=command)
        await asyncio.Event().wait()


class Handler:
    def __init__(self, options):
        self.options = options
        self.replies = dict(reply.split("=", 1) for reply in options.reply)

    async def answer(self, command, envelope, otherwise):
        await stall(self.options, command)
        address = (envelope.rcpt_tos or ["nobody"])[-1]
        return self.replies.get(command, otherwise).replace("{address}", address)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        session.host_name = hostname
        reply = await self.answer("EHLO", envelope, "")
        return [reply] if reply else responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        return await self.answer("MAIL", envelope, "250 OK")

    async def handle_RCPT(self, server, session, envelope, address, options):
        envelope.rcpt_tos.append(address)
        reply = await self.answer("RCPT", envelope, "250 OK")
        if not reply.startswith("250"):
            envelope.rcpt_tos.pop()
        return reply

    async def handle_DATA(self, server, session, envelope):
        say(**received(server, session, envelope))
        if self.options.drop_after_dot:
            server.transport.abort()
        return await self.answer("DATA", envelope, "250 Taken")


class Server(SMTP):
    connections = 0

    def __init__(self, handler, options, **settings):
        super().__init__(handler, **settings)
        self.options = options

    def _create_session(self):
        session = super()._create_session()
        Server.connections += 1
        session.number = Server.connections
        return session

    async def _handle_client(self):
        await stall(self.options, "GREETING")
        await super()._handle_client()

    async def push(self, status):
        if not self.options.byte_seconds:
            await super().push(status)
            return
        line = status if isinstance(status, bytes) else status.encode()
        for byte in line + b"\r\n":
            self._writer.write(bytes([byte]))
            await self._writer.drain()
            await asyncio.sleep(self.options.byte_seconds)


async def serve(options):
    context = tls_context(options.certificates) if options.tls != "none" else None
    settings = {"enable_SMTPUTF8": options.utf8, "hostname": "foreign.test"}
    if options.tls == "starttls":
        settings |= {"tls_context": context, "require_starttls": True}
    if options.auth:
        user, password = options.auth.encode().split(b":", 1)

        def authenticate(server, session, envelope, mechanism, login):
            return AuthResult(success=(login.login, login.password) == (user, password), handled=False)

        settings |= {"authenticator": authenticate, "auth_required": True, "auth_require_tls": options.tls == "starttls"}

    handler = Handler(options)
    loop = asyncio.get_running_loop()
    listener = await loop.create_server(
        lambda: Server(handler, options, **settings),
        host="127.0.0.1",
        port=options.port,
        ssl=context if options.tls == "implicit" else None,
    )
    say(port=listener.sockets[0].getsockname()[1], root=str(options.certificates / "root.pem") if context else None)
    await listener.serve_forever()


asyncio.run(serve(arguments()))
