### The console's sentences. `it` and `that` are what a sentence is about; `count` is a number, `shown` the same as people write it.

# Around every page

skip = Skip to content
menu = Menu
navigation = Organization
switch-organization = Switch organization
jump = Jump to…
ctrl = Ctrl
jump-more = Jump to a place, an action or a person
jump-empty = Nothing found
people = People
options = Suggestions
theme = Theme
theme-auto = Auto
theme-light = Light
theme-dark = Dark
sign-out = Sign out
signed-in-as = Signed in as { $it }
stream-lost = Live updates paused.
stream-lost-more = Trying to reconnect. What you see may be out of date.
failed = That didn’t load. Check your connection and try again.
retry = Try again
session-ended = You are signed out. Sign in in another tab, then come back and send this again.
close = Close
breadcrumb = Breadcrumb
place-members = Members
place-contacts = Contacts
place-workspaces = Workspaces
place-receipts = Receipts
place-journal = Journal
place-mail = Mail
place-settings = Settings

# Words of many pages

actions = Actions
actions-for = Actions for { $it }
access-none = No access
all = All
apply = Apply
cancel = Cancel
check-first = Check first
choose = Choose…
create = Create
csv = Export CSV
details = Details
done = Done
edit = Edit
email = E-mail
email-confirmed = Confirmed
filter-clear = Clear all
filter-clear-one = Clear “{ $it }”
filter-remove = Remove filter
filters = Filters
find = Find
find-person = Find by name or e-mail
find-workspace = Find a workspace
first-name = First name
last-name = Last name
first-page = First page
next-page = Next
next-step = Next
pages = Pages
from-workspace = from { $it }
in-workspace = in { $it }
hidden = Hidden
language = Language
language-en = English
language-de = Deutsch
last-active = Last active
name = Name
never = Not yet
no = No
nobody = Nobody
none = None
note = Note
nothing = Nothing
off = Off
on = On
online = Online
outcome = Outcome
password = Password
password-hint = At least 12 characters. A few words work well.
strength-0 = Guessed at once.
strength-1 = Guessed quickly.
strength-2 = Guessed with some effort.
strength-3 = Hard to guess.
strength-4 = Very hard to guess.
weakness-keys = Keys in a row are easy to guess.
weakness-repeats = What repeats is easy to guess.
weakness-common = Many people have this password, or one like it.
weakness-sequence = Letters and digits in their order are easy to guess.
weakness-date = Years and dates are easy to guess.
weakness-word = One word alone is easy to guess.
weakness-name = Names are easy to guess.
account-title = Your sign-in
account-sessions = Where you are signed in
account-this = here
account-seen = Last used
account-began = since
account-end = End
account-end-one = End the session of { $it }
account-end-others = End all others
account-password = Change the password
account-password-more = All other sessions end with it.
account-password-current = Present password
account-password-new = New password
account-email = Change the e-mail address
account-email-more = We’ll send a link to the new address. Nothing changes until you open it.
account-email-waits = Waiting for { $it } to be confirmed
account-email-new = New e-mail address
account-email-ask = Send the link
email-change = Change the e-mail address
email-change-more = A link goes to the new address. They confirm it there, with their password.
email-fixed = Addresses stay as they are here. For another one, invite the new address and end this access with a handover.
confirmation-title = Confirm your address
confirmation-more = From then on you sign in with this address, and no longer with the one before.
confirmation-hint = So that nobody has your sign-in who merely reads the mail.
confirmation-manager = Somebody who manages your access asked for it.
confirmation-save = Sign in with this address from now on
confirmation-dead = It was used, has expired, or was replaced by a newer one. Ask for a new link on the page of your sign-in.
account-back = Back to your organizations
account-device-unknown = An unknown device
account-device = { $it } on { $that }
factor = Second factor
factor-more = Besides the password, signing in then takes a code that an authenticator on your phone shows. Whoever learns your password alone can’t sign in.
factor-open = Second factor
factor-back = Back to your sign-in
factor-required = An organization of yours requires a second factor. Add one to open it.
factor-since = On since
factor-codes-left = Recovery codes left
factor-add = Add an authenticator
factor-add-more = Have an authenticator app at hand. All other sessions end once it is added.
factor-replace = Use another authenticator
factor-replace-more = The present one counts until the new one is confirmed. The recovery codes are new then as well.
factor-renew = Make new recovery codes
factor-renew-more = The older ones are dead then.
factor-remove = Remove the second factor
factor-remove-more = From then on the password alone is enough to sign in.
factor-scan = Scan this picture with your authenticator.
factor-qr = A QR code with the key for your authenticator; the same key stands below in letters.
factor-type = If it can’t be scanned, type this key in:
factor-open-app = Open in an authenticator on this device
factor-first-code = The six digits that it shows now
factor-confirm = Confirm
factor-codes = Your recovery codes
factor-codes-more = Each of them signs you in once if your authenticator is lost. They are shown this once: write them down, or keep them in a safe place.
factor-codes-kept = I have kept them
factor-code-title = One more step
factor-code = Code
factor-code-hint = The six digits that your authenticator shows, or one of your recovery codes.
factor-start-over = Start over
settings-factor = Require a second factor
settings-factor-more = Members without one can do nothing here until they have added one. Somebody in charge has to have one first.
done-factor-removed = The second factor was removed.
problem-heading-second-factor-required = A second factor is needed
problem-second-factor-required = This takes a code of your authenticator besides.
refused-second-factor-required = This organization requires a second factor. Add one to your sign-in.
refused-missing-code = Give a code of your authenticator, or a recovery code.
refused-wrong-code = This code isn’t right, or was used before. Give the next one, or a recovery code.
refused-not-begun = Begin again: this took longer than an hour.
refused-no-second-factor = There is no second factor to change.
tokens-title = API tokens
tokens-account = With one, a program acts for you in an organization.
tokens-list = API tokens
tokens-more = With one, a program acts for this member here, with the rights they have at each moment.
tokens-none = None so far.
tokens-manage = Manage tokens
tokens-used = Last used
tokens-unused = Never used
tokens-ends = ends
tokens-only = Only for: { $it }
tokens-lent = Made by somebody who manages this member, and good for as long as they can do all that it is for.
tokens-replace = Replace
tokens-replace-one = Replace { $it }
tokens-delete = Delete
tokens-delete-one = Delete { $it }
tokens-make = Make a token
tokens-name = What it is for
tokens-days = Ends after days
tokens-days-hint = Empty: it lives until it is deleted.
tokens-limit = For some rights alone
tokens-limit-more = Without a choice it can do all that its member can.
tokens-made = The token
tokens-once = Copy it now. It isn’t kept, and can’t be shown again.
tokens-secret = Secret
tokens-closed = Using the API is a right of its own here, and not one of theirs.
tokens-full = No more are allowed. Replace or delete one.
reset-forgot = Forgot your password?
reset-title = Forgot your password?
reset-more = Give the address that you sign in with, and we’ll send you a link to choose a new password.
reset-ask = Send me a link
reset-back = Back to signing in
reset-choose = Choose a new password
reset-ends = Wherever you are signed in, you will be signed out.
reset-save = Save the new password
reset-dead = It was used, has expired, or was replaced by a newer one.
reset-again = Ask for a new link
reset-send = Send a password reset
phone = Phone
reason = Reason
reason-hint = optional, kept in the journal
rename = Rename
revoke = Revoke
revoke-one = Revoke access to { $it }
edit-one = Edit access to { $it }
save = Save
search = Search
since = Since
time-zone = Time zone
undo = Undo
view = View
view-table = Table
view-cards = Cards
what = What
when = When
who = Who
workspace = Workspace
workspace-hint = Access holds there and in everything below it.
workspaces-all = All workspaces
yes = Yes
you = you
status-active = Active
status-pending = Pending
status-inactive = Inactive
restrictions-count =
    { $count ->
        [one] { $shown } restriction
       *[other] { $shown } restrictions
    }
rights-count =
    { $count ->
        [one] { $shown } right
       *[other] { $shown } rights
    }
back-to-members = Back to members
field = Field
before = Before
after = After

# Coming in

sign-in = Sign in
sign-in-title = Sign in
organizations-title = Your organizations
organizations-none = You don’t belong to an organization yet. An invitation brings you in.
organizations-operator = As operator you make organizations through the API.
invitation-title = Invitation
invitation-join = Join { $it }
invitation-by = { $it } invites you.
invitation-as = You join as
invitation-until = Valid until
invitation-other = You are signed in as { $it }. This invitation is for { $that } alone: accepting signs you in with that address.
invitation-signed-in = You are signed in with this address. Nothing else is needed.
invitation-has-login = You have a login with this address. Give its password to accept.
invitation-accept = Accept and join
invitation-decline = Decline
invitation-refused-title = You declined
invitation-refused-more = Nothing was kept, and the link no longer works.
dead-link-title = This link no longer works
dead-link-more = It was used, has expired, or was replaced by a newer one. Ask whoever invited you to send it again.
set-up = Set up
set-up-title = Set up Tenure
set-up-more = The person named here governs the first organization, and is operator of this installation.
set-up-token = One-time token
set-up-token-hint = It stands at the end of the link that the server printed, behind “token=”.
set-up-organization = Organization
model-workspace = Shared inbox teams
model-partner-network = Partner network
model-account-tree = Account tree
model-contact-center = Contact center
model-feedback = Surveys and feedback

# What was just done

done-signed-out = You are signed out.
done-session-ended = This session was ended.
done-sessions-ended = All other sessions were ended.
done-password-changed = Your password was changed. Everywhere else you are signed out.
done-reset-asked = If somebody signs in with this address, a mail with a link is on its way. The link works for an hour.
done-password-reset = Your password was changed. Sign in with the new one.
done-reset-sent = A mail with a link is on its way, unless several were sent just now.
done-email-asked = A mail with a link is on its way to the new address. The link works for a day.
done-email-sent = A mail with a link goes to the new address, where that can be. The link works for a day.
done-email-changed = Your address was changed. Sign in with the new one.
done-accepted = Welcome. You have joined.
done-set-up = Tenure is set up. Sign in to begin.
done-saved = Saved.
done-access-saved = Access saved.
done-resent = The invitation was sent again. The older link is dead.
done-unlocked = The lock was lifted. They can sign in again at once.
done-token-deleted = Deleted. Whatever used it is let in no more.
done-token-made-before = This was carried out before. A secret is shown once; replace the token if you don’t have it.
done-corrected = The invitation goes to the right address now.
done-withdrawn = The invitation was taken back.
done-revoked = Access revoked.
done-deactivated = Deactivated. They act nowhere here from now on.
done-reactivated = Active again. They sign in as before.
done-removed = Removed from the organization.
done-assigned = Assigned.
done-contact-created = The contact was created.
done-model-changed = The access model was changed.
done-workspace-moved = The workspace was moved.
done-workspace-deleted = The workspace was deleted.
done-contact-deleted = The contact was deleted.
done-workspace-saved = Saved.
done-workspace-created = The workspace was created.
done-renamed = Renamed.

# Many at once

workspace-move = Move
workspace-move-of = Move { $it }
workspace-move-more = All that lies below it moves along. Access comes down from what is above it then.
workspace-delete-title = Delete
workspace-delete-one = Delete { $it }
workspace-delete-more = Nobody has access to it and nothing is in it. It can’t be brought back; nor can access that somebody once had at it, or along with it.
workspace-delete-holds = There is still something in it. First move what lies below it, take access away and delete its contacts:
workspace-delete-off = It is switched off: switch it on to see to its contacts.
workspace-delete-holds-workspaces = There are workspaces below it.
workspace-delete-holds-members = Some people have access here, or an offer of it.
workspace-delete-holds-contacts = There are contacts here.
workspace-delete-back = Back to the workspaces
contact-delete-title = Delete
contact-delete-one = Delete { $it }
contact-delete-more = All that is known of this contact is gone at once. This can’t be undone.
move-gaining = Gain rights there
move-losing = Lose rights there
move-comes-on = What lies above is switched on, so all of this comes on, for everybody.
move-goes-off = What lies above is switched off, so all of this goes off, for everybody.
move-feature-on = { $it } is to be had there, for everybody who may use it.
move-feature-off = { $it } isn’t to be had there, for anybody.
move-contacts = Contacts left unassigned
people-in-all =
    { $count ->
        [one] { $shown } person in all
       *[other] { $shown } people in all
    }
bulk-picked = selected
bulk-page = Select all on this page
bulk-pick = Select { $it }
bulk-matching = All { $shown } that match
bulk-matching-more = All that match (more than { $shown })
bulk-levels = Change level
bulk-levels-more = Extra permissions and restrictions stay as far as they go with the new level.
bulk-at-hint = Only access at this very workspace changes, not what comes from above.
bulk-successor-hint = One person takes over the contacts of all of them.
bulk-deletion-heading =
    { $count ->
        [one] Remove { $shown } person?
       *[other] Remove { $shown } people?
    }
bulk-deletion-heading-more = Remove more than { $shown } people?
bulk-levels-heading =
    { $count ->
        [one] Change the level of { $shown } person
       *[other] Change the level of { $shown } people
    }
bulk-levels-heading-more = Change the level of more than { $shown } people
bulk-all-fine =
    { $count ->
        [one] Nothing stands in the way.
       *[other] Nothing stands in the way of any of the { $shown }.
    }
bulk-some-not =
    { $count ->
        [one] { $shown } person stays as they are:
       *[other] { $shown } people stay as they are:
    }
bulk-each-alone = Each of them is answered on their own; whoever it can’t be done for stays as they are, and is listed afterwards.
job-deletion =
    { $count ->
        [one] Removal of { $shown } person
       *[other] Removal of { $shown } people
    }
job-levels =
    { $count ->
        [one] Change of level for { $shown } person
       *[other] Change of level for { $shown } people
    }
job-undo =
    { $count ->
        [one] Return of { $shown } person
       *[other] Return of { $shown } people
    }
job-state-running = Under way
job-state-done = Done
job-state-stopped = Stopped
job-goes-on = It goes on if you leave this page or sign out.
job-stop = Stop
refused-failed = Something is broken there; the log says what.
job-look-again = Look again
job-stopped = It was stopped, or who began it may not act here any more. Those who hadn’t had their turn stay as they are.
job-done = done
job-refused = refused
job-open = still open
job-undo-more =
    { $count ->
        [one] { $shown } person returns with access and contacts, as far as they may.
       *[other] { $shown } people return with access and contacts, as far as they may.
    }
job-refused-heading =
    { $count ->
        [one] { $shown } person stays as they are
       *[other] { $shown } people stay as they are
    }
job-retry = Try these again
job-is-running = Work for many people is under way
job-is-done = Work for many people is done
job-is-stopped = Work for many people was stopped
job-progress = How far it is
import = Import CSV
import-title = Import members
import-more = Invite and change many people from a sheet. First you see what would come of each row; nothing happens before you say so.
import-sheet = Sheet
import-sheet-hint = CSV in UTF-8, as an export has it: commas or semicolons, at most 10,000 rows and 8 MiB.
import-how = How a sheet is read
import-how-columns = The first line names the columns, in any order:
import-how-who = A row with the id or the address of a member changes what differs from an export; an address that nobody has here is invited.
import-how-grants = Access that a row doesn’t name stays as it is. Nobody is removed.
import-how-levels = Levels without grants count at “{ $it }”.
import-look = See what would happen
import-plan-title = What this sheet would do
import-plan-more = Nothing has happened yet. This is kept for 24 hours.
import-invited = invited
import-changed = changed
import-refused = refused
import-unchanged = unchanged
import-ignored = These columns aren’t imported: { $it }
import-execute =
    { $count ->
        [one] Carry out { $shown } row
       *[other] Carry out { $shown } rows
    }
import-nothing = There is nothing to carry out.
import-refused-heading =
    { $count ->
        [one] { $shown } row would be refused
       *[other] { $shown } rows would be refused
    }
import-asked-heading =
    { $count ->
        [one] { $shown } row would be carried out
       *[other] { $shown } rows would be carried out
    }
import-show-asked = Show the others
import-show-refused = Show those refused
import-line = Line
import-who = Who
import-changes = In detail
import-becomes = { $it } → { $that }
import-nothing-there = nothing
import-verdict-invite = Is invited
import-verdict-change = Is changed
sheet-not-utf8 = Line { $it } is not in UTF-8. Save the sheet as CSV in UTF-8.
sheet-quotes = The cell in quotes that begins on line { $it } doesn’t end where a cell ends.
sheet-cells = Line { $it } has more or fewer cells than the first line.
sheet-empty = Choose a sheet; its first line names the columns.
sheet-too-large = The sheet is larger than 8 MiB.
sheet-unknown-column = There is no column “{ $it }”.
sheet-duplicate-column = The column “{ $it }” stands there twice.
refused-missing-column = Name people by the column “email” or “member”.
refused-duplicate = A row before this one is about the same person.
refused-email-not-changed = The address of a member isn’t changed by an import.
refused-bad-grants = Write grants as workspace:level+level, with the workspace’s id.
refused-bad-levels = Write the keys of levels, with a blank between two of them.
refused-levels-elsewhere = They have access at other workspaces; say in “grants” where these levels are to be.
refused-too-many-grants = A row gives or changes at most 20 grants; leave some for another sheet.
refused-levels-disagree = “levels” says something else than “grants”; change “grants”, or empty it.
job-import =
    { $count ->
        [one] Import of { $shown } row
       *[other] Import of { $shown } rows
    }
job-state-planned = Planned
jobs-title = For many people

# Members

members-title = Members
members-count =
    { $count ->
        [one] { $shown } person
       *[other] { $shown } people
    }
members-count-more = More than { $shown } people
members-search = Search members
members-search-hint = Search name or e-mail
members-search-masked = Search names
members-status = Status
members-level = Level
members-more = More
members-quiet = Not active for
members-quiet-any = Any time
members-quiet-days =
    { $count ->
        [one] { $shown } day
       *[other] { $shown } days
    }
members-chip-q = Search: { $it }
members-chip-status = Status: { $it }
members-chip-level = Level: { $it }
members-chip-workspace = In { $it }
members-chip-quiet = Not active for { $it }
members-no-match = Nobody matches
members-no-match-more = Remove a filter to see more people.
members-first-run = You are the first one here
members-first-run-more = Add the people you work with. Each gets a mail with a link, a level, and only the rights you choose.
members-hidden = Members are not yours to see
members-hidden-more = Your access doesn’t include seeing who is here. Ask somebody who manages members.

# Adding people

add-title = Add people
add-more = Each gets a mail with a link. It works for 7 days.
add-emails = E-mail addresses
add-emails-hint = Commas, semicolons or new lines between them. “Ada Lovelace <ada@…>” works too.
add-tally =
    { $count ->
        [one] { $shown } address can be invited
       *[other] { $shown } addresses can be invited
    }
add-language = Language of the mail
add-note = Add a note
add-note-hint = Shown in the mail, as plain text
add-preview = What they will be able to do
add-preview-none = Choose a level to see it.
add-send = Send invitations
added-title = Invitations
added-count =
    { $count ->
        [0] Nobody was added
        [one] { $shown } person added
       *[other] { $shown } people added
    }
added-others =
    { $count ->
        [one] and { $shown } more
       *[other] and { $shown } more
    }
added-again = Try the others again
added-more = Add more
outcome-invited = Invited
outcome-granted = Has access now
outcome-already-member = Has access already
outcome-inactive = Is inactive here; reactivate them first
outcome-invalid = Not an e-mail address
outcome-duplicate = Named twice
outcome-not-allowed = Not yours to invite
outcome-seats-full = No seat is left
outcome-rate-limited = Too many invitations wait for their mail; try again in an hour

# What is offered

offer-levels = Level
offer-levels-hint = one, or several that add up
offer-governs = In charge of the organization.
offer-may =
    { $count ->
        [one] { $shown } right
       *[other] { $shown } rights
    }
offer-more = Restrictions
extras = Extra rights
extras-hint = for the levels that are ticked
extras-has = Part of the level
extras-never = Not for this level
kinds-one = exactly one
kinds-one-of-each = With these levels, exactly one of each is to be chosen: { $it }.
kinds-some = any number
kinds-all = All, present and future
kinds-group = (group)
kinds-unnamed =
    { $count ->
        [one] And { $shown } more that is chosen
       *[other] And { $shown } more that are chosen
    }
kinds-none = There is none yet.
kinds-none-found = Nothing is called like that.
kinds-find = Search { $it }
offer-bound = You are bound by it yourself, so it goes along.
offer-feature-off = The plan doesn’t have “{ $it }”. Whoever runs this installation can change that.
offer-not-yours = You don’t have this right yourself.
offer-takes-permissions = Takes away: { $it }
offer-takes-shared = Sees only contacts of people with whom they share: { $it }
offer-takes-own = Sees only contacts assigned to them
offer-takes-own-and-unassigned = Sees only contacts assigned to them or to nobody
offer-takes-mask-partial = Hides phone numbers and e-mail
offer-takes-mask-full = Hides names, phone numbers and e-mail

# Access

grant-edit-title = Edit access
grant-new-title = Give access
grant-new = Give access
grant-where-title = Give access to a workspace
grant-where-none = They have access everywhere that you could give it.
grant-of = Access of { $it }
grant-at = { $it } and everything below it
grant-preview = What changes
grant-preview-none = Choose a level to see it.
grant-preview-as-it-is = Nothing yet. Change something above to see what they gain and lose.
grant-preview-nothing = Nothing changes.
gains = Gains
loses = Loses
limits-begin = New restrictions
limits-end = Restrictions lifted
conflict-theirs = Saved by somebody else
conflict-ours = Yours, not saved
conflict-more = Nothing of yours is lost: the form below has it. Saving it takes the place of theirs.

# A member

member-access = Access
member-access-none = No access anywhere that you see.
member-since = Member since
member-sign-in = Signing in
member-locked = Locked until
unlock = Unlock
member-invited = Invited
member-contacts = Show them
listed-more = and more
statistic-as-of = as of
statistic-none = Nothing reported yet
member-chosen-none = None
member-chosen-none-seen = None that you may know of.
member-chosen-all = All there are, and all there will be
member-chosen-implied = All of them, by level
invited-title = Invitation
invited-expired = Expired
invited-mail = Mail
invited-leaves = Leaves
invited-resend = Send again
invited-withdraw = Withdraw
invited-correct = Wrong address?
invited-correct-send = Correct and send
delivery-queued = On its way
delivery-sent = Sent
delivery-failed = Failed
level-in = Level in { $it }
why-title = Check what { $it } can do
why-right = Right
why-about = About
why-about-none = Nothing in particular
why-ask = Check
why-nothing = Nothing gives them this right.
why-elsewhere = another workspace
why-level = The level { $it } in { $that } gives it.
why-level-inherited = The level { $it } gives it, inherited from { $that }.
why-extra = The extra right “{ $it }” in { $that } gives it.
why-extra-inherited = The extra right “{ $it }” gives it, inherited from { $that }.
why-restricted = The restriction “{ $it }” in { $that } takes it away.
why-feature-off = The plan doesn’t have “{ $it }”.
why-feature-off-at = “{ $it }” is switched off in { $that }.
why-workspace-off = { $it } is switched off.
why-workspace-off-elsewhere = Another workspace is switched off.
why-not-active = The membership isn’t active: { $it }.
why-organization-off = The organization is switched off.
why-for-everyone = What it is about is for everyone.
why-implied = A level reaches everything of this kind.
why-selection = What it is about was chosen for them.
why-whole-kind = All of its kind was chosen for them.
why-group = A group that it is in was chosen for them.
why-out-of-reach = What it is about isn’t theirs.
profile-title = Your profile
profile-edit-title = Edit profile
profile-edit = Edit profile
profile-as-you = As people in { $it } see you.
profile-email = It can’t be changed here.

# Leaving

revocation-title = Revoke access
revocation-heading = Revoke { $it }’s access to { $that }
revocation-more = They stay a member of { $it }.
deactivation-title = Deactivate
deactivation-heading = Deactivate { $it }
deactivation-more = They can’t open the organization any more, at once. Access and history are kept, and they can be reactivated at any time.
reactivation-title = Reactivate
reactivation-heading = Reactivate { $it }
reactivation-more = They sign in as before, with the access that you may give them now.
reactivated-heading = { $it } is active again
reactivation-lapses = What does not come back
reactivation-without = without { $it }
reactivation-limited = limited by { $it }
reactivation-whole = All of: { $it }
reactivation-narrowed = Some of what was chosen for them, which is not yours to give
reactivation-released = Contacts that they may not handle any more become unassigned
reactivation-emptied = What they had before
reactivation-emptied-more = It was emptied when they were deactivated. Assign again what they should have.
leaving-kept = contacts they keep
leaving-moved = contacts they hand over
leaving-empties = They leave everything of: { $it }
leaving-alone =
    { $count ->
        [one] This leaves one resource that nobody else has by choice:
       *[other] This leaves { $shown } resources that nobody else has by choice. The first of them:
    }
leaving-keep = Keep with them
leaving-keep-more = They stay assigned, and nobody is told.
deletion-title = Remove from organization
deletion-heading = Remove { $it } from { $that }
deletion-more = Every access ends, and so does the membership.
leaving-pending = They have not accepted yet: the invitation is taken back.
leaving-happens = What will happen
leaving-contacts = contacts they take care of
leaving-rights = rights they lose
leaving-invitations = open invitations they sent
leaving-tokens = API tokens
leaving-unassign = Leave unassigned
leaving-unassign-more = Anybody who sees them can take them over.
leaving-assign = Hand to somebody
leaving-assign-more = All of them, at once.
leaving-successor = Who takes over
leaving-successor-hint = Only people who can do the work there.
keeps = Keeps
keeps-membership = The membership in { $it }
undo-never = It can’t be undone.
undo-days =
    { $count ->
        [one] You can undo it for { $shown } day.
       *[other] You can undo it for { $shown } days.
    }
act-revocation = Access revoked
act-deletion = Removed from the organization
act-deactivation = Deactivated
receipts-title = Receipts
receipts-more = What was taken away, and until when it can be undone.
receipts-none = No receipts yet
receipts-none-more = When somebody’s access is revoked, or they are removed, the receipt is here.
receipt-title = Receipt
receipt-workspace-gone = a workspace that is gone
receipt-heading = { $it }’s access to { $that } was revoked
receipt-heading-deactivation = { $it } was deactivated
receipt-deactivation-standing = Inactive
receipt-deactivation-undone = Reactivated
receipt-deactivation-superseded = Superseded
receipt-heading-deletion = { $it } was removed from the organization
receipt-revocation = Access to { $it } revoked
receipt-to = handed to { $it }
receipt-no-contacts = None
receipt-unassigned = left unassigned
receipt-until = until { $it }
receipt-closed = Can’t be undone any more
receipt-by = By: { $it }
receipt-done-by = Done by
receipt-happened = What happened
receipt-state-standing = Standing
receipt-state-undone = Undone
receipt-state-superseded = Superseded
undo-title = Changed your mind?
undo-until = Undo until { $it }. Access and contacts return.
undone-title = Undone
undone-heading = { $it } has access again
undone-back = What came back
undone-access = Access, as it was
undone-portfolios =
    { $count ->
        [one] Contacts of { $shown } workspace
       *[other] Contacts of { $shown } workspaces
    }
undone-gone =
    { $count ->
        [one] Access to { $shown } workspace couldn’t return: it was deleted
       *[other] Access to { $shown } workspaces couldn’t return: they were deleted
    }
undone-kept-away =
    { $count ->
        [one] Contacts of { $shown } workspace couldn’t return: it is out of reach
       *[other] Contacts of { $shown } workspaces couldn’t return: they are out of reach
    }
undone-chosen =
    { $count ->
        [one] { $shown } thing that they had chosen or were given, such as a team
       *[other] { $shown } things that they had chosen or were given, such as teams
    }
undone-left-out =
    { $count ->
        [one] { $shown } thing that they had is gone, or isn’t yours to give
       *[other] { $shown } things that they had are gone, or aren’t yours to give
    }
undone-stayed =
    { $count ->
        [one] { $shown } contact stays with whoever was given it since
       *[other] { $shown } contacts stay with whoever was given them since
    }
undone-emptied =
    { $count ->
        [one] { $shown } later receipt has nothing to return any more
       *[other] { $shown } later receipts have nothing to return any more
    }

# Contacts

contacts-title = Contacts
contacts-of = Assigned to { $it }
contacts-search = Search contacts
contacts-narrowed = You see only some of the contacts: your access is restricted.
contacts-no-match = No contact matches
contacts-none = No contacts yet
contacts-none-more = Contacts come in through your product, or are added here one by one.
contact-new-title = New contact
assignee-title = Contact
assigned-to = Assigned to
assigned-anybody = Assigned to anybody
assigned-you = To you
assigned-nobody = To nobody
assign-to = Assign to
assign-one = Assign { $it }

# Workspaces

workspaces-title = Workspaces
workspaces-more = Access at one reaches everything below it.
workspace-new-title = New workspace
workspace-new-below = New below it
workspace-below = Below
workspace-below-hint = Whoever has access there has it here, too.
workspace-kind = Kind
workspace-settings = Settings
workspace-settings-of = Settings of { $it }
workspace-on = Switched on
workspace-on-hint = While it is off, only people and workspaces can be looked after here and below. Nobody loses their access.
workspace-features-hint = here and in everything below
workspace-feature-off-above = It is switched off in a workspace above.
workspace-off = Switched off
workspace-invite = Add people here
workspaces-no-match = No workspace is called that

# Journal

journal-title = Journal
journal-more = Who did what to whom. Nothing here can be changed.
journal-everything = Everything
journal-by = By { $it }
journal-about = About { $it }
journal-none = Nothing of that kind
journal-all = Show all
journal-details = Before and after
journal-somebody = Somebody
target-member = somebody
target-contact = a contact
target-workspace = a workspace
target-resource = something
target-resource-group = a group of resources
target-organization = the organization
journal-by-whom = By whom
journal-by-anybody = By anybody
journal-about-whom = About whom
journal-about-anybody = About anybody
actor-operator = The operator
actor-system = Tenure
kind-member-invited = Invited
kind-invitation-accepted = Accepted the invitation
kind-invitation-resent = Invitation sent again
kind-invitation-corrected = Address of an invitation corrected
kind-invitation-withdrawn = Invitation taken back
kind-invitation-refused = Invitation declined
kind-offer-changed = Offer changed
kind-offer-lapsed = Offer lapsed
kind-access-granted = Access given
kind-access-changed = Access changed
kind-access-revoked = Access revoked
kind-access-restored = Access given back
kind-access-refused = Was refused something
kind-contacts-created = Contacts created
kind-contact-assigned = Contact assigned
kind-contact-deleted = Contact deleted
kind-contacts-handed-over = Contacts handed over
kind-contacts-returned = Contacts returned
kind-profile-changed = Profile changed
kind-password-reset-requested = Password reset asked for
kind-email-change-requested = Another address asked for
kind-email-changed = E-mail address changed
kind-workspace-created = Workspace created
kind-workspace-moved = Workspace moved
kind-workspace-deleted = Workspace deleted
kind-workspace-changed = Workspace changed
kind-organization-founded = Organization founded
kind-access-model-changed = Access model changed
kind-organization-changed = Organization changed
kind-members-exported = Members exported
kind-journal-exported = Journal exported
kind-member-deleted = Removed from the organization
kind-member-deactivated = Deactivated
kind-member-reactivated = Reactivated
kind-governor-named = Named to govern
kind-member-restored = Brought back
kind-member-unlocked = Lock lifted
kind-token-made = API token made
kind-token-replaced = API token replaced
kind-token-deleted = API token deleted
kind-selection-changed = What somebody reaches changed
did-member-invited = invited { $it }
did-invitation-accepted = accepted the invitation
did-invitation-resent = sent { $it } the invitation again
did-invitation-corrected = corrected the address of { $it }
did-invitation-withdrawn = withdrew the invitation of { $it }
did-invitation-refused = declined the invitation
did-offer-changed = changed what { $it } is invited to
did-offer-lapsed = accepted, but part of the offer had lapsed
did-access-granted = gave { $it } access
did-access-changed = changed the access of { $it }
did-access-revoked = revoked the access of { $it }
did-access-restored = gave { $it } their access back
did-access-refused = was refused something
did-contacts-created = added contacts to { $it }
did-contact-assigned = assigned the contact { $it }
did-contact-deleted = deleted a contact
did-contacts-handed-over = handed over the contacts of { $it }
did-contacts-returned = returned contacts to { $it }
did-profile-changed = changed the profile of { $it }
own-profile-changed = changed their own profile
did-password-reset-requested = asked for a link to a new password for { $it }
did-email-change-requested = asked for another address for { $it }
did-email-changed = signs in with another address
did-workspace-created = created the workspace { $it }
did-workspace-moved = moved the workspace { $it }
did-workspace-deleted = deleted the workspace { $it }
did-workspace-changed = changed the workspace { $it }
did-organization-founded = founded the organization
did-access-model-changed = changed the access model
did-organization-changed = changed the settings of the organization
did-members-exported = exported members
did-journal-exported = exported the journal
did-member-deleted = removed { $it } from the organization
did-member-deactivated = deactivated { $it }
did-member-reactivated = reactivated { $it }
did-governor-named = named { $it } as one who runs the organization
did-member-restored = brought { $it } back
did-member-unlocked = lifted the lock on { $it }’s sign-in
did-token-made = made an API token for { $it }
did-token-replaced = replaced an API token of { $it }
did-token-deleted = deleted an API token of { $it }
own-token-made = made an API token for themselves
own-token-replaced = replaced an API token of their own
own-token-deleted = deleted an API token of their own
did-selection-changed = changed what { $it } reaches
did-resource-created = created { $it }
did-resource-changed = changed { $it }
did-resource-deleted = deleted { $it }
did-resource-group-created = made the group { $it }
did-resource-group-changed = changed the group { $it }
did-resource-group-deleted = deleted the group { $it }
field-name = Name
field-model = Access model
field-lines = Lines
field-more-lines = More lines
field-migration = Words that became others
field-parent = Below
field-email = E-mail
field-workspace = Workspace
field-workspaces = Workspaces
field-levels = Levels
field-permissions = Extra rights
field-restrictions = Restrictions
field-assignee = Assigned to
field-contacts = Contacts
field-receipt = Receipt
field-invitation = Invitation
field-to = To
field-portfolios = Workspaces concerned
field-fields = Fields
field-plan = Plan
field-features-off = Features switched off
field-features = Features
field-seats = Seats
field-kind = Kind
field-for-everyone = For everyone
field-grants = Access
field-rule = Rule
field-actor = By whom
field-target = About whom
field-since = Since
field-times = Times
field-reaches = Has
field-members = Members
field-more-members = More than these
field-resources = Chosen
field-groups = Groups
field-active = Switched on
field-undo-window-days = Undo window, in days
field-second-factor-required = Second factor required
field-tokens-per-member = API tokens for each member
field-token = API token
field-inherited = With inherited access
field-searched = Searched
field-told = People told
field-status = Status
field-statuses = Status
field-resource = Has
field-not-active-since = Not active since
field-first-name = First name
field-last-name = Last name
field-phone = Phone
field-language = Language
field-time-zone = Time zone
field-digest = Digest
reaches-none = None
reaches-all = All
reaches-only = Those chosen
quoted = “{ $it }”

# Mail, settings, help

mail-title = Mail
mail-more = No mail leaves this demo: whatever would be sent is kept here.
mail-none = No mail yet
mail-links = Links
mail-text = Text
mail-html = HTML source
mail-headers = Headers
settings-title = Settings
settings-organization = Organization
settings-undo = Undo window, in days
settings-tokens = API tokens for each member
settings-undo-hint =
    { $count ->
        [one] How long a revocation can be undone; then profiles are erased. 0 means not at all. Empty means as the access model says: { $shown } day.
       *[other] How long a revocation can be undone; then profiles are erased. 0 means not at all. Empty means as the access model says: { $shown } days.
    }
settings-plan-title = Plan and features
settings-plan-more = Only whoever runs this installation can change these.
settings-plan = Plan
settings-seats = Seats
settings-seats-any = Unlimited
settings-by-operator = set for this organization alone
settings-with-plans = comes with the plans { $it }
settings-model = Access model
settings-matrix = Rights by level
settings-document = The model as TOML
model-edit = Edit the access model
model-more = A change holds for everybody from their next request on. Check first: nothing changes until you say so.
model-faults =
    { $count ->
        [one] The document has a fault:
       *[other] The document has { $shown } faults:
    }
model-line = Line { $it }:
model-in-use = In use, and not in the new model
model-in-use-more = Say what each of these becomes for those who have it, or put it back into the document.
model-times =
    { $count ->
        [one] held once
       *[other] held { $shown } times
    }
model-word-level = Level “{ $it }”
model-word-permission = Right “{ $it }”
model-word-restriction = Restriction “{ $it }”
model-word-workspace-kind = Kind of workspaces “{ $it }”
model-word-resource-kind = Kind of resources “{ $it }”
model-keep = This has to stay in the document as it is.
model-becomes-nothing = Choose what it becomes
model-becomes = becomes { $it }
model-changes = What would change
model-changes-nothing = Nothing, for anybody who has access today.
model-aspect-manages = manages others than before
model-aspect-governs = is in charge, or isn’t any more
model-aspect-masking = sees more or less of phone numbers, addresses and names
model-aspect-visibility = sees other contacts than before
model-aspect-reach = reaches further or less far into resources
model-releases = Contacts of those who may not handle them any more are left unassigned.
model-change = Change the model
model-not-manageable = An access model is about every level, and “{ $it }” isn’t yours to manage.
model-not-grantable = It gives the right “{ $it }” to others, or takes it out of the model, and you don’t have it yourself.
model-not-liftable = The model is for people to change whom nothing restricts, and “{ $it }” restricts you.
model-operators-own = Plans and features, and what needs them, are for whoever runs this installation to decide; leave “{ $it }” as it is.
model-selection-required = Some people would need exactly one of “{ $it }” and have none or several. Choose one for each of them first.
feature-masking = Masking of phone numbers and e-mail
feature-api-access = API access
feature-call-statistics = Call statistics
feature-call-tracking = Call tracking
feature-chat = Chat
feature-live-conversations = Live conversations
feature-message-center = Message center
feature-texting = Texting
help-title = Keyboard
help-more = Single keys never act while you type.
help-switch = Single-key shortcuts
help-switch-more = Switched off, only Ctrl K and the browser’s own keys work.
help-unscripted = Shortcuts need scripting. Everything works without them.
key-palette = Jump to a place, an action or a person
key-search = Search
key-move = Next and previous row
key-open = Open the row
key-edit = Edit access
key-add = Add people
key-help = This page
key-back = Back one level

# Problems

problem-title = Something is in the way
problem-home = Back to the start
problem-heading-not-found = Not here
problem-heading-forbidden = Not yours to do
problem-heading-conflict = That contradicts the state of things
problem-heading-plan-moved = Something moved since you looked
problem-heading-stale = Changed in the meantime
problem-heading-malformed = That can’t be read
problem-heading-method-not-allowed = Not this way
problem-heading-timed-out = That took too long
problem-heading-too-large = Too much at once
problem-heading-unsupported-media-type = Not this way
problem-heading-internal = Something failed here
problem-heading-invalid = That makes no sense here
problem-heading-selection-required = Something is still to be chosen
problem-heading-unavailable = Not now
problem-heading-locked = Locked for a while
problem-heading-too-many-requests = Too often
problem-heading-out-of-space = No space left
problem-heading-not-acceptable = Not this way
problem-heading-precondition-required = Look first
problem-heading-unauthenticated = Sign in first
problem-not-found = There is no such thing here, or it isn’t yours to know of.
problem-forbidden = This isn’t yours to do.
problem-conflict = This contradicts the state of things.
problem-plan-moved = Something has moved since you looked. Nothing was done; look again, then confirm.
problem-stale = Somebody else changed this in the meantime; read it again.
problem-malformed = This can’t be read.
problem-invalid = Something in the form won’t do.
problem-selection-required = With these levels something has to be chosen besides.
problem-fields = Nothing was saved yet: check what is marked.
problem-internal = Something failed here, and the log says what.
problem-unavailable = Not now; try again in a moment.
problem-locked = This is locked for a while; try again later.
problem-too-many-requests = That was too often; try again later.
problem-unauthenticated = Sign in first.
problem-timed-out = This took too long, and was given up.
problem-method-not-allowed = This address doesn’t take that.
problem-too-large = This is too much at once.
problem-unsupported-media-type = This can’t be read; send the form from its page.
problem-not-acceptable = There is no page here that a browser could show.
problem-precondition-required = Look at this first, then change it.
problem-out-of-space = There is no space left; nothing was changed.
refused-wrong-credentials = The e-mail address or the password is wrong.
refused-not-oneself = Nobody changes their own access.
refused-missing-permission = You don’t have the right to do this here.
refused-not-manageable = This person holds a level that isn’t yours to manage.
refused-not-grantable = You can’t give a right that you don’t have yourself.
refused-not-liftable = You can’t lift a restriction that binds you.
refused-feature-off = The plan doesn’t have this. Whoever runs this installation can change that.
refused-no-api-access = This member doesn’t have the right to use the API.
refused-beyond-own = This token could do or see more than you do. They can make it themselves.
refused-tokens-full = No more tokens are allowed. Replace or delete one first.
refused-token-expiry = A token ends after now, and within ten years.
refused-session-required = This takes somebody who is signed in; a token can’t do it.
refused-limited-token = A token for some rights alone can’t begin what goes on without it.
refused-tokens-per-member = Each member may have 1 to 20 tokens.
refused-headless = This would leave nobody in charge; name somebody else who governs first.
refused-inactive = This member is inactive; reactivate them first.
refused-seats-full = No seat is left.
refused-rate-limited = Too many invitations wait for their mail to leave. Try again in an hour.
refused-no-address = Name at least one e-mail address.
refused-too-many = Too many at once.
refused-nobody = Choose at least one person.
refused-not-found = They aren’t here any more, have no access at this workspace, or aren’t yours to know of.
refused-still-running = This is still under way; wait until it is done.
refused-nothing-to-undo = There is nothing left here that could be undone.
refused-no-level = Choose a level.
refused-empty = This is needed.
refused-too-long = This is too long.
refused-email = This is no e-mail address.
refused-phone = Write the number in international form, such as +49 30 1234567.
refused-number = Write a number.
refused-password-too-short = The password is too short; use at least 12 characters.
refused-password-missing = Give a password.
refused-successor-missing = Choose who takes the contacts over.
refused-successor-unknown = There is no such member to hand the contacts to.
refused-successor-leaves = Contacts can’t be handed to the person who leaves.
refused-successor-not-active = Contacts can only be handed to an active member.
refused-successor-cannot-handle = The chosen member can’t handle contacts in every workspace concerned.
refused-masked = E-mail addresses are hidden from you.
refused-stale = Somebody else changed this in the meantime; read it again.
refused-foreign-origin = This request came from another site.
refused-wrong-password = The password is wrong.
refused-email-fixed = Addresses stay as they are in an organization that this is about: have the new address invited, and the access of the old one ended with a handover.
refused-same-email = This is the address already.
refused-email-taken = Somebody signs in with this address already.
refused-too-many-mails = Mails about this went out several times just now. Look for the newest, or try again in a quarter of an hour.
refused-no-organization = You belong to no organization that could send the mail.
refused-locked = Too many wrong passwords. Try again in a quarter of an hour, or ask whoever manages your access to unlock it.
refused-too-many-wrong-passwords = Too many wrong passwords came from your network. Try again later.
refused-other-account = Sign out first: you are signed in with another address.
refused-password-too-long = The password is too long.
refused-already-undone = This was undone already.
refused-pending = They have not accepted their invitation yet: withdraw it, or send it again.
refused-already-active = This member is active already.
refused-would-lapse = Some of what they had would not come back. Look over what, and send it again; or ask somebody who may give it.
refused-reactivate-instead = A deactivation isn’t undone; reactivate this person instead.
refused-superseded = They were invited again since; this can’t be undone any more.
refused-too-late = It is too late to undo this.
refused-ended = This has ended already.
refused-plan-moved = Something has moved since you looked. Nothing was done; look again, then confirm.
refused-assignee-missing = Choose somebody, or nobody.
refused-already-set-up = This installation is set up already.
refused-wrong-token = There is nothing to set up with this token.
refused-assigned-from-member = Who has which is chosen on each member’s page.
refused-assigned-from-resource = Who has which is chosen on the page of each.
refused-bad-cursor = This list has moved on; begin at its first page.
refused-bad-model = This is no access model.
refused-bad-parameter = There is something in the address that this page doesn’t take.
refused-switched-off = This organization is switched off; an operator switches it on first.
refused-cannot-govern = They can’t govern: they are not active, or have no password yet.
refused-day = Write the day as in 2026-01-31.
refused-dead-link = This link no longer works.
refused-selection-required = This takes exactly one: choose that one first.
refused-exactly-one = With this level it is exactly one.
refused-fingerprint = The plan that was confirmed can’t be read; look again.
refused-for-everyone = This is for everyone, and can’t be taken from one member.
refused-has-all = This member reaches all of this kind; choose single ones for them first.
refused-id = Choose one of those that are offered.
refused-idempotency-key = This form was sent before, with other things in it. Look it over, and send it again.
refused-implied = Their level reaches all of this kind; there is nothing to choose.
refused-root = The root can’t be switched off.
refused-off-above = It is switched off in a workspace above; switch it on there.
refused-migration = One of the words can’t become that.
refused-operators-own = Plans and features, and what needs them, are for whoever runs this installation to decide.
refused-model-changed = The access model was changed since and doesn’t have what would come back. Give them access anew.
refused-busy = You are exporting or importing something already; try again when that is through.
refused-others-busy = Others are exporting or importing at the moment; try again in a moment.
refused-in-use = It is the only one that some people have, and they must have one. Give them another first.
refused-instant = Write the time as in 2026-01-31T12:00:00Z.
refused-key = Choose one of those that are offered.
refused-language = Choose one of the languages.
refused-not-for-everyone = One of this kind can’t be for everyone.
refused-operator-only-fills-the-chair = Operators only name somebody who governs, where nobody does.
refused-out-of-level = Their level reaches none of this kind.
refused-out-of-range = This number is out of range.
refused-taken = This is taken already.
refused-time-zone = Choose one of the time zones.
refused-undo-window = The undo window is at most 365 days.
refused-unknown-feature = There is no such feature.
refused-unknown-model = There is no such access model.
refused-unknown-plan = There is no such plan.
refused-unknown-resource = There is no such thing here.
refused-unknown-group = There is no such group here.
refused-not-grouped = This kind has no groups.
refused-has-by-group = This member has it by a group; change which groups they have, or what is in them.
refused-not-governing = Only who is in charge says which levels are.
refused-group-full = No more can be in that group.
refused-too-many-groups = There can't be more groups of this kind; delete one first.
refused-unknown-statistic = There is no such statistic.
refused-statistic-too-high = That is more than can be counted. It has to be a whole number up to 9,007,199,254,740,991.
refused-unknown-status = There is no such status.
refused-control-character = There are characters in it that can’t be shown.
refused-assignee-unknown = There is no such member here.
refused-assignee-not-active = Contacts can only be assigned to an active member.
refused-assignee-cannot-handle = This member can’t handle contacts there.
refused-not-active = They are not active.
refused-not-eligible = This restriction doesn’t go with these levels.
refused-not-for-levels = This right can’t be added to these levels.
refused-unknown-level = There is no such level.
refused-unknown-permission = There is no such right.
refused-unknown-restriction = There is no such restriction.
refused-unknown-kind = There is no such kind.
refused-circle = A workspace can’t lie below itself.
refused-no-parent = Choose a workspace.
refused-too-deep = The tree is too deep there.
refused-already-member = They have access here already.
refused-bad-expiry = Choose a time within the next 90 days.
refused-wrong-type = This is of another sort than is wanted.
refused-member-missing = Choose somebody.
refused-no-contact = Name at least one contact.
refused-seats-taken = More seats are taken than that.
members-resource = Team or other resource
place-resources = Resources
resources-more = What people reach one by one, or share with each other.
resources-search = Search by name
resources-none = None yet
resources-none-more = Create one, then add people to it.
resource-new-title = New resource
resource-new-of = New { $it }
resource-kind = Kind
resource-reach = For whom
resource-everyone = For everyone
resource-chosen = The people added to it
resource-nobody = Nobody is in it yet
resource-put-in = Add somebody
resource-put-in-do = Add
resource-take-out = Remove { $it }
resource-delete-title = Delete
resource-delete-one = Delete { $it }
resource-delete-more = It goes out of everybody’s reach at once. This can’t be undone.
groups-title = Groups
groups-more = Whoever has a group reaches whatever is in it.
groups-none-more = Create a group, then put into it what people should reach together.
groups-find = Look for a group
groups-choose-title = Choose groups
groups-of = Groups of { $it }
groups-of-more = Whoever has one of these groups reaches it at once.
group-new-title = New group
group-of = Group of { $it }
group-empty = Nothing is in it yet
group-empty-more = Choose it on the page of what should be in it.
group-delete-more = Whoever has it loses what nothing else gives them. What is in it stays. This can’t be undone.
resource-in-groups = In the groups
resource-in-no-groups = In no group
resource-by-level = by level
resource-by-whole-kind = with all of its kind
resource-by-group = by a group
resource-by-that-group = by the group { $it }
done-group-created = Created. Now choose it on the page of what should be in it.
done-group-deleted = Deleted.
done-groups-chosen = Saved.
done-resource-created = Created. Add the first people.
done-resource-deleted = Deleted.
done-put-in = Added.
done-taken-out = Removed.
kind-resource-changed = Resource changed
kind-resource-created = Resource created
kind-resource-deleted = Resource deleted
kind-resource-group-created = Group of resources made
kind-resource-group-changed = Group of resources changed
kind-resource-group-deleted = Group of resources deleted

## Rights of the engine's own

permission-members-view = See members
permission-members-invite = Invite people
permission-members-manage = Manage members
permission-members-export = Export members
permission-workspaces-manage = Create and arrange workspaces
permission-workspaces-settings = Change settings of workspaces
permission-resources-manage = Create and change resources
permission-contacts-view = See contacts
permission-contacts-handle = Take care of contacts
permission-contacts-delete = Delete contacts
permission-contacts-export = Export contacts
permission-alerts-raise = Raise alerts
permission-insights-view = See insights
permission-journal-view = Read the journal
permission-access-model-manage = Change the access model
permission-organization-manage = Change the organization’s settings
permission-assign = Add people to: { $it }

## Times

day = { $day } { $month ->
        *[1] January
         [2] February
         [3] March
         [4] April
         [5] May
         [6] June
         [7] July
         [8] August
         [9] September
         [10] October
         [11] November
         [12] December
    } { $year }
moment = { $day }, { $time }

# Insights

place-insights = Insights
insights-title = Insights
insights-more = What there is to know, and to do something about. Each is gone from here once it is mended.
insights-none = Nothing to tell
insights-none-more = Nothing is to be done, as far as you can see.
insights-none-here = None, as far as was looked. The next page looks further.
insights-none-of-it = None of these.
insights-all = All insights
insights-further = Show more
insight-too-few-govern = Too few in charge
insight-more-too-few-govern = If one is away, somebody else should be able to govern.
insight-governors =
    { $count ->
        [0] Nobody governs
        [one] One person governs
       *[other] { $shown } people govern
    }
insight-nobody-in = With nobody
insight-more-nobody-in = Nobody who is active works in these.
insight-in-none = In none
insight-more-in-none = They work in what is chosen for them, and nothing is.
insight-in-none-of = In no { $it }
insight-unanswered = Invitations without an answer
insight-more-unanswered = They expired before anybody accepted them.
insight-expired = Expired
insight-wider-level = More than most have
insight-more-wider-level = Most around them have less, and for 30 days the journal has nothing that they did.
insight-level = { $it }, where most are { $that }
insight-give = Make them { $it }
insight-not-active = Not active for 30 days
insight-more-not-active = Access that nobody uses is better switched off. It can be given back at any time.
insight-last-active = Last active
insight-never-active = Never active
insight-onboarding = New here
insight-more-onboarding = Who came in the last 30 days, and what is still to be done.
insight-assign = Assign
insight-assign-to = What to assign to { $it }
onboarding-accepted = Accepted
onboarding-named = Has a name
onboarding-second-factor = Has a second factor
onboarding-assigned = { $it } assigned
onboarding-active = Was active
onboarding-done = Done:
onboarding-open = Open:
resource-alone = The only one
resource-take-out-last = Take { $it } out, which leaves nobody
refused-resource-missing = Choose one of these.
