"""A mail server for tests: takes everything, and prints one line of JSON for each message."""

import email.policy
import json
import sys

from aiosmtpd.controller import Controller
from email import message_from_bytes


class Handler:
    async def handle_DATA(self, server, session, envelope):
        message = message_from_bytes(envelope.content, policy=email.policy.default)
        parts = {part.get_content_type(): part.get_content() for part in message.walk() if not part.is_multipart()}
        print(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "subject": str(message["Subject"]),
            "text": parts.get("text/plain", ""),
            "html": parts.get("text/html", ""),
            "id": str(message["Message-ID"]),
            "headers": "\n".join(f"{name}: {value}" for name, value in message.items()),
        }), flush=True)
        return "250 taken"


controller = Controller(Handler(), hostname="127.0.0.1", port=int(sys.argv[1]))
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
