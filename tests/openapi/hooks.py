"""What schemathesis doesn't know by itself: how to sign in, and what the server holds."""

import itertools
import json
import os
import uuid
from pathlib import Path

import requests
import schemathesis

BASE = os.environ["TENURE_BASE"]
# Nobody, where it is empty.
EMAIL = os.environ["TENURE_EMAIL"]
PASSWORD = os.environ["TENURE_PASSWORD"]

# What the examples of the document stand for, by the end of their ids.
EXAMPLES = {"7a90": "member", "7a11": "workspace", "7a22": "resource"}
# What the `id` in a path names, by what stands before it.
KINDS = {"contacts": "contact", "invitations": "invitation", "jobs": "job", "receipts": "receipt", "resource-groups": "resource_group", "resources": "resource", "sessions": "session", "tokens": "api_token"}
# What is asked of the workspace that was made to be moved, so that no other is; beside it lies one to be deleted.
MOVES = ["move_workspace", "plan_move"]
# What can be done to all who match at once: for these a plan is asked for, so that people are left for the rest of the run.
BULK = ["change_levels", "delete_members"]
# What can't be asked for without a tag.
TAGGED = ["change_access_model", "put_grant", "put_selection"]
# What takes a password: wrong ones come from a network of their own each, or they would lock everybody out for the rest of the run.
GUESSING = [
    "accept_invitation",
    "begin_second_factor",
    "change_email",
    "change_password",
    "confirm_email",
    "confirm_second_factor",
    "remove_second_factor",
    "renew_recovery_codes",
    "sign_in",
]
# What would have a second factor asked for at every sign-in of the run, or takes one.
FACTORS = ["begin_second_factor", "remove_second_factor", "renew_recovery_codes"]
# Which of those that are known each of these operations gets, since it ends or changes what it gets: others come after it.
OWN = {
    "accept_invitation": 0,
    "refuse_invitation": 1,
    "correct_invitation": 0,
    "resend_invitation": 1,
    "withdraw_invitation": 2,
    "put_grant": 0,
    "delete_member": 1,
    "deactivate_member": 4,
    "plan_reactivation": 5,
    "reactivate_member": 5,
    "revoke_access": 2,
    "change_levels": 3,
    "rename_resource_group": 1,
    "delete_resource_group": 2,
    "delete_contact": 1,
    "delete_token": 1,
    "delete_resource": 1,
}


# What each of these leaves changed for all who come after it: what is known and made for another is left to that one, whatever was drawn.
ENDING = {
    "withdraw_invitation": ("id", "invitation"),
    "delete_member": ("member", "member"),
    "deactivate_member": ("member", "member"),
    "reactivate_member": ("member", "member"),
    "put_grant": ("member", "member"),
    "revoke_access": ("member", "member"),
    "rename_resource_group": ("id", "resource_group"),
    "delete_resource_group": ("id", "resource_group"),
    "delete_contact": ("id", "contact"),
    "delete_token": ("id", "api_token"),
    "delete_resource": ("id", "resource"),
}


networks = itertools.count()


def known(kind):
    return [json.loads(line) for line in Path(f"{kind}.txt").read_text().splitlines()]


def example_of(path, operation, parameter):
    name, own = parameter["name"], OWN.get(operation["operationId"], 0)
    if name == "org":
        return known("other_organization" if path.startswith("/api/v1/operator/") else "organization")[0]
    if name == "id":
        return known(next(kind for word, kind in KINDS.items() if f"/{word}/{{id}}" in path))[own]
    if name == "member" and "/tokens" in path:
        return "me"
    if name == "plan":
        return known("import")[0]
    if name == "If-Match" and operation["operationId"] == "put_selection":
        return known("selection_tag")[0]
    if name == "If-Match" and operation["operationId"] == "change_access_model":
        return "*"
    if name == "If-Match":
        return known("tag")[0]
    if name == "ws" and operation["operationId"] in MOVES:
        return known("to_move")[0]
    if name == "ws" and operation["operationId"] == "delete_workspace":
        return known("to_move")[1]
    return {
        "ws": known("workspace")[0],
        "workspace": known("workspace")[0],
        "parent": known("workspace")[0],
        "member": known("member")[own],
        "kind": "team",
        "levels": ["agent"],
        "permission": "contacts.handle",
    }.get(name)


def body_of(operation):
    return operation["requestBody"]["content"]["application/json"]["example"]


@schemathesis.serializer("text/csv")
def sheet(context, value):
    """A sheet as it is; what is none as some text that is no sheet either."""
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Lets the examples of the document name what is there, so that what is made from them reaches it."""
    text = json.dumps(raw_schema)
    for end, kind in EXAMPLES.items():
        text = text.replace(f"01a0c7a2-5b1c-7c55-9d8e-3f0d5c1e{end}", known(kind)[0])
    raw_schema.update(json.loads(text))
    for path, operations in raw_schema["paths"].items():
        for operation in operations.values():
            if operation["operationId"] not in TAGGED:
                # A tag that is made up is stale, and nothing behind it would be reached: where none is needed none is sent.
                kept = [parameter for parameter in operation.get("parameters", []) if parameter["name"] != "If-Match"]
                operation["parameters"] = kept
            for parameter in operation.get("parameters", []):
                example = example_of(path, operation, parameter)
                if example is not None:
                    parameter["example"] = example
            match operation["operationId"]:
                case "revoke_access" | "deactivate_member" | "reactivate_member" | "delete_member" | "move_workspace":
                    # No plan was looked at.
                    del body_of(operation)["fingerprint"]
                case "change_access_model" | "plan_access_model":
                    # What nobody has to become anything else for.
                    body_of(operation).update({"access_model": known("document")[0], "migration": {}})
                case "change_levels" as bulk:
                    body_of(operation)["members"] = [known("member")[OWN[bulk]]]
                case "delete_members":
                    body_of(operation)["plan"] = True
                case "accept_invitation" | "refuse_invitation" as link:
                    body_of(operation)["token"] = known("token")[OWN[link]]
                case "read_invitation":
                    body_of(operation)["token"] = known("token_to_read")[0]
                case operation_id if operation_id in FACTORS:
                    # Nobody of the run is to have one.
                    body_of(operation)["current_password"] = "not the password"
                case "change_password" | "change_email":
                    # Another one would be the end of the run.
                    body_of(operation)["current_password"] = "not the password"
                case "complete_password_reset":
                    # The login's that it is for has no other part in the run.
                    body_of(operation)["token"] = known("reset_token")[0]
                case "confirm_email":
                    body_of(operation)["token"] = known("email_token")[0]
                case "report_statistics":
                    # This model counts nothing, and an empty report is one.
                    body_of(operation).clear()
                case "sign_in":
                    body_of(operation)["email"] = "you@example.test"


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.operation.definition.raw["operationId"] == "create_resource" and "Idempotency-Key" in (case.headers or {}):
        # Under a key that was used before, what was made then is answered again, though it may have been deleted since.
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
    leave_to_others(case)
    if case.operation.definition.raw["operationId"] in GUESSING:
        number = next(networks)
        case.headers = {**(case.headers or {}), "X-Forwarded-For": f"198.{18 + number // 256}.{number % 256}.1"}
    # Here and not where bodies are made: those that are made of examples and of limits don't come by there.
    body = case.body
    if case.operation.definition.raw["operationId"] in BULK and isinstance(body, dict) and "matching" in body:
        if body.get("plan", False) is False:
            case.body = {**body, "plan": True}


def leave_to_others(case):
    """Keeps what one operation ends or switches off from those that come after it."""
    operation, body = case.operation.definition.raw["operationId"], case.body
    if operation in ENDING:
        parameter, kind = ENDING[operation]
        drawn, own = (case.path_parameters or {}).get(parameter), known(kind)[OWN[operation]]
        if drawn in known(kind) and drawn not in (own, "me"):
            case.path_parameters = {**case.path_parameters, parameter: own}
    if not isinstance(body, dict):
        return
    if operation in BULK and isinstance(body.get("members"), list):
        others = [member for member in known("member") if member != "me"]
        others.remove(known("member")[OWN["change_levels"]])
        case.body = {**body, "members": [member for member in body["members"] if member not in others]}
    if operation == "change_workspace" and body.get("active") is False and (case.path_parameters or {}).get("ws") in known("workspace"):
        case.path_parameters = {**case.path_parameters, "ws": known("to_move")[0]}
    if operation == "change_settings" and type(body.get("tokens_per_member")) is int and 1 <= body["tokens_per_member"] <= 20:
        # More are made after this.
        case.body = {**body, "tokens_per_member": 20}


def session(email=EMAIL):
    answer = requests.post(f"{BASE}/api/v1/session", json={"email": email, "password": PASSWORD}, timeout=30)
    return answer.cookies.get("tenure")


@schemathesis.auth(refresh_interval=None)
class Session:
    kept = None

    def get(self, case, context):
        operation = case.operation.definition.raw
        if not EMAIL or {} in operation.get("security", []):
            return None
        if operation["operationId"] == "sign_out":
            # Each ends a session of its own, and the run goes on.
            return session()
        if operation["operationId"] == "end_other_sessions":
            # Of somebody else, for the same reason.
            return session("marta.nowak@example.test")
        Session.kept = Session.kept or session()
        return Session.kept

    def set(self, case, cookie, context):
        if cookie:
            case.cookies = {**(case.cookies or {}), "tenure": cookie}


@schemathesis.hook
def after_call(context, case, response):
    """Notes what each operation answered: one that is refused at the door alone is not tried."""
    with Path("answers.txt").open("a") as notes:
        notes.write(f"{case.operation.definition.raw['operationId']} {response.status_code}\n")
