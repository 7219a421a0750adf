### The letters that Tenure sends. A key ending in -nobody is its sentence when there is nobody to name.

greeting = Hello { $name },
greeting-nobody = Hello,
open = Open { $organization }
footer-member = You get this message because you are a member of { $organization }.
footer-asked = You get this message because somebody gave this address as the one to sign in with.
footer-former = You get this message because you signed in with this address until now.
footer-login = You get this message because you sign in with this address.
footer-left = You get this message because you were a member of { $organization }.
footer-invited = You get this message because somebody at { $organization } entered your address.

## Invitation

invitation-subject = { $inviter } invites you to { $organization }
invitation-subject-nobody = You are invited to { $organization }
invitation-lead = { $inviter } invites you to join { $organization }.
invitation-lead-nobody = You are invited to join { $organization }.
invitation-offers = This access is meant for you:
invitation-note = { $inviter } writes:
invitation-note-nobody = A note for you:
invitation-link = View the invitation
invitation-until = The link works until { $moment }. Looking at it commits you to nothing; there you can accept or decline.
invitation-for = Only { $email } can accept. If you don’t know what this is about, there is nothing you need to do.

## Access

place = { $workspace } at { $organization }
place-gone = a workspace of { $organization }
access-at = { $levels } at { $workspace }
access-levels = Access level: { $levels }
access-permissions = also: { $permissions }
access-restrictions = limits: { $restrictions }

granted-subject = You have access to { $workspace }
granted-lead = { $actor } gave you access to { $place }.
granted-lead-nobody = You now have access to { $place }.

changed-subject = Your access to { $workspace } has changed
changed-lead = { $actor } changed your access to { $place }.
changed-lead-nobody = Your access to { $place } has changed.
changed-now = This is what it is now:

revoked-subject = Your access to { $workspace } has ended
revoked-lead = { $actor } ended your access to { $place }.
revoked-lead-nobody = Your access to { $place } has ended.
revoked-rest = Whatever else you have access to stays as it was.
revoked-ask = If you have questions, please ask the people who run { $organization }.

## Membership

deleted-subject = You are no longer a member of { $organization }
deleted-lead = { $actor } ended your membership of { $organization }.
deleted-lead-nobody = Your membership of { $organization } has ended.
deleted-rest = With it, all your access at { $organization } has ended.

deactivated-subject = You have been deactivated at { $organization }
deactivated-lead = { $actor } deactivated your membership of { $organization }.
deactivated-lead-nobody = Your membership of { $organization } has been deactivated.
deactivated-rest = For now, you can't open { $organization }. Your history is kept, and you can be reactivated at any time.

reactivated-subject = You are active again at { $organization }
reactivated-lead = { $actor } reactivated your membership of { $organization }. You sign in as before.
reactivated-lead-nobody = Your membership of { $organization } has been reactivated. You sign in as before.

restored-subject = You are a member of { $organization } again
restored-lead = { $actor } restored your membership of { $organization }.
restored-lead-nobody = Your membership of { $organization } has been restored.
restored-now = This is the access that you have:

## Who governs

governor-subject = { $governor } is named to run { $organization }
governor-subject-nobody = Somebody is named to run { $organization }
governor-lead = Whoever operates the server named { $governor } as one who is in charge of { $organization }. Nobody at { $organization } did this.
governor-lead-nobody = Whoever operates the server named somebody as one who is in charge of { $organization }. Nobody at { $organization } did this.
governor-rest = The journal of { $organization } says who it is. If you know of no reason for it, ask those who operate the server; you can end that access as you can end any other.

## Password

reset-subject = Choose a new password
reset-lead = { $actor } had this link sent to you, so that you can choose a new password for { $email }.
reset-lead-nobody = Somebody, most likely you, asked for a new password for { $email }.
reset-link = Choose a new password
reset-until = The link works once, until { $moment }. If you ask for another one, this one stops working.
reset-rest = If you don’t want a new password, there is nothing you need to do: the present one stays.

password-changed-subject = Your password was changed
password-changed-lead = The password for { $email } was changed on { $moment }. Nobody is signed in with the older one any more.
password-changed-rest = If that was you, there is nothing you need to do. If it wasn’t, choose another password now, and tell the people who run { $organization }.
password-changed-link = Choose another password

confirmation-subject = Confirm your e-mail address
confirmation-lead = { $email } is to be the address that you sign in with.
confirmation-link = Confirm this address
confirmation-until = The link works until { $moment }, and once.
confirmation-rest = If you know nothing of this, there is nothing you need to do: nothing changes without your confirmation.

email-changed-subject = You sign in with another address now
email-changed-lead = Since { $moment } you sign in with { $after }, and no longer with { $before }.
email-changed-rest = If that was you, there is nothing you need to do. If it wasn’t, tell the people who run { $organization } at once.

## Second factor

factor-added-subject = Signing in takes a second factor now
factor-added-lead = A second factor was added to { $email } on { $moment }. From now on, signing in takes a code of that authenticator besides the password.
factor-removed-subject = Signing in takes no second factor any more
factor-removed-lead = The second factor of { $email } was removed on { $moment }. From now on, the password alone is enough to sign in.
recovery-code-subject = One of your recovery codes was used
recovery-code-lead = A recovery code of { $email } was used on { $moment }. It can’t be used again.
recovery-codes-subject = Your recovery codes are new
recovery-codes-lead = New recovery codes were made for { $email } on { $moment }. The older ones are dead.
factor-rest = If that was you, there is nothing you need to do. If it wasn’t, choose another password now, and tell the people who run { $organization }.

## Contacts handed over

handover-subject = Contacts of { $from } are yours now
handover-subject-nobody = You have new contacts at { $organization }
handover-lead = From now on you look after contacts at { $organization } that { $from } looked after before.
handover-lead-nobody = From now on you look after contacts at { $organization } that a colleague looked after before.
handover-count =
    { $count ->
        [one] That is one contact.
       *[other] That is { $shown } contacts.
    }
handover-count-more = That is more than { $shown } contacts.
handover-by = { $actor } arranged this.

## Dates

moment =
    { $day } { $month ->
        [1] January
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
       *[12] December
    } { $year }, { $time } ({ $zone })
