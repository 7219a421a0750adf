### Die Briefe, die Tenure verschickt. Ein Schlüssel auf -nobody ist derselbe Satz, wenn niemand zu nennen ist.

greeting = Guten Tag { $name },
greeting-nobody = Guten Tag,
open = { $organization } öffnen
footer-member = Sie erhalten diese Nachricht, weil Sie Mitglied von { $organization } sind.
footer-asked = Sie erhalten diese Nachricht, weil jemand diese Adresse zum Anmelden angegeben hat.
footer-former = Sie erhalten diese Nachricht, weil Sie sich bisher mit dieser Adresse angemeldet haben.
footer-login = Sie erhalten diese Nachricht, weil Sie sich mit dieser Adresse anmelden.
footer-left = Sie erhalten diese Nachricht, weil Sie Mitglied von { $organization } waren.
footer-invited = Sie erhalten diese Nachricht, weil jemand bei { $organization } Ihre Adresse eingetragen hat.

## Einladung

invitation-subject = { $inviter } lädt Sie zu { $organization } ein
invitation-subject-nobody = Sie sind zu { $organization } eingeladen
invitation-lead = { $inviter } lädt Sie ein, Mitglied von { $organization } zu werden.
invitation-lead-nobody = Sie sind eingeladen, Mitglied von { $organization } zu werden.
invitation-offers = Dieser Zugriff ist für Sie vorgesehen:
invitation-note = { $inviter } schreibt dazu:
invitation-note-nobody = Eine Notiz für Sie:
invitation-link = Einladung ansehen
invitation-until = Der Link gilt bis { $moment }. Ihn zu öffnen verpflichtet zu nichts; dort können Sie annehmen oder ablehnen.
invitation-for = Nur { $email } kann die Einladung annehmen. Wenn Sie nicht wissen, worum es geht, brauchen Sie nichts zu tun.

## Zugriff

place = { $workspace } bei { $organization }
place-gone = einen Arbeitsbereich von { $organization }
access-at = { $levels } in { $workspace }
access-levels = Zugriffsstufe: { $levels }
access-permissions = außerdem: { $permissions }
access-restrictions = Einschränkungen: { $restrictions }

granted-subject = Sie haben Zugriff auf { $workspace }
granted-lead = { $actor } hat Ihnen Zugriff auf { $place } gegeben.
granted-lead-nobody = Sie haben jetzt Zugriff auf { $place }.

changed-subject = Ihr Zugriff auf { $workspace } hat sich geändert
changed-lead = { $actor } hat Ihren Zugriff auf { $place } geändert.
changed-lead-nobody = Ihr Zugriff auf { $place } hat sich geändert.
changed-now = So ist er jetzt:

revoked-subject = Ihr Zugriff auf { $workspace } ist beendet
revoked-lead = { $actor } hat Ihren Zugriff auf { $place } beendet.
revoked-lead-nobody = Ihr Zugriff auf { $place } ist beendet.
revoked-rest = Worauf Sie sonst Zugriff haben, bleibt, wie es war.
revoked-ask = Wenn Sie Fragen haben, wenden Sie sich bitte an die Verantwortlichen bei { $organization }.

## Mitgliedschaft

deleted-subject = Sie sind kein Mitglied von { $organization } mehr
deleted-lead = { $actor } hat Ihre Mitgliedschaft bei { $organization } beendet.
deleted-lead-nobody = Ihre Mitgliedschaft bei { $organization } ist beendet.
deleted-rest = Damit ist Ihr gesamter Zugriff bei { $organization } beendet.

deactivated-subject = Sie wurden bei { $organization } deaktiviert
deactivated-lead = { $actor } hat Ihre Mitgliedschaft bei { $organization } deaktiviert.
deactivated-lead-nobody = Ihre Mitgliedschaft bei { $organization } wurde deaktiviert.
deactivated-rest = Vorerst können Sie { $organization } nicht öffnen. Ihr Verlauf bleibt erhalten, und Sie können jederzeit wieder aktiviert werden.

reactivated-subject = Sie sind bei { $organization } wieder aktiv
reactivated-lead = { $actor } hat Ihre Mitgliedschaft bei { $organization } wieder aktiviert. Sie melden sich an wie zuvor.
reactivated-lead-nobody = Ihre Mitgliedschaft bei { $organization } wurde wieder aktiviert. Sie melden sich an wie zuvor.

restored-subject = Sie sind wieder Mitglied von { $organization }
restored-lead = { $actor } hat Ihre Mitgliedschaft bei { $organization } wiederhergestellt.
restored-lead-nobody = Ihre Mitgliedschaft bei { $organization } ist wiederhergestellt.
restored-now = Diesen Zugriff haben Sie:

## Leitung

governor-subject = { $governor } soll { $organization } leiten
governor-subject-nobody = Jemand soll { $organization } leiten
governor-lead = Wer den Server betreibt, hat bestimmt, dass { $governor } { $organization } leitet. Bei { $organization } selbst hat das niemand veranlasst.
governor-lead-nobody = Wer den Server betreibt, hat bestimmt, dass jemand { $organization } leitet, der hier nicht genannt wird. Bei { $organization } selbst hat das niemand veranlasst.
governor-rest = Das Journal von { $organization } zeigt, wer es ist. Wenn Sie keinen Grund dafür kennen, fragen Sie bei denen nach, die den Server betreiben; beenden können Sie diesen Zugang wie jeden anderen.

## Passwort

reset-subject = Wählen Sie ein neues Passwort
reset-lead = { $actor } hat Ihnen diesen Link senden lassen, damit Sie ein neues Passwort für { $email } wählen können.
reset-lead-nobody = Jemand, vermutlich Sie selbst, möchte ein neues Passwort für { $email }.
reset-link = Neues Passwort wählen
reset-until = Der Link gilt einmal, bis { $moment }. Wenn Sie einen weiteren anfordern, gilt dieser nicht mehr.
reset-rest = Wenn Sie kein neues Passwort möchten, brauchen Sie nichts zu tun: Das jetzige bleibt.

password-changed-subject = Ihr Passwort wurde geändert
password-changed-lead = Das Passwort für { $email } wurde am { $moment } geändert. Mit dem bisherigen ist niemand mehr angemeldet.
password-changed-rest = Wenn Sie das waren, brauchen Sie nichts zu tun. Wenn nicht, wählen Sie jetzt ein anderes Passwort und wenden Sie sich an die Verantwortlichen bei { $organization }.
password-changed-link = Anderes Passwort wählen

confirmation-subject = Bestätigen Sie Ihre E-Mail-Adresse
confirmation-lead = Mit { $email } sollen Sie sich künftig anmelden.
confirmation-link = Diese Adresse bestätigen
confirmation-until = Der Link gilt bis { $moment }, und nur einmal.
confirmation-rest = Wenn Sie davon nichts wissen, brauchen Sie nichts zu tun: Ohne Ihre Bestätigung ändert sich nichts.

email-changed-subject = Sie melden sich jetzt mit einer anderen Adresse an
email-changed-lead = Seit { $moment } melden Sie sich mit { $after } an und nicht mehr mit { $before }.
email-changed-rest = Wenn Sie das waren, brauchen Sie nichts zu tun. Wenn nicht, wenden Sie sich sofort an die Verantwortlichen bei { $organization }.

## Zweiter Faktor

factor-added-subject = Die Anmeldung verlangt jetzt einen zweiten Faktor
factor-added-lead = Für { $email } wurde am { $moment } ein zweiter Faktor eingerichtet. Die Anmeldung verlangt von jetzt an neben dem Passwort einen Code aus dieser Authenticator-App.
factor-removed-subject = Die Anmeldung verlangt keinen zweiten Faktor mehr
factor-removed-lead = Der zweite Faktor von { $email } wurde am { $moment } entfernt. Zur Anmeldung genügt von jetzt an das Passwort.
recovery-code-subject = Ein Wiederherstellungscode wurde verwendet
recovery-code-lead = Ein Wiederherstellungscode von { $email } wurde am { $moment } verwendet. Er gilt kein zweites Mal.
recovery-codes-subject = Ihre Wiederherstellungscodes sind neu
recovery-codes-lead = Für { $email } wurden am { $moment } neue Wiederherstellungscodes erzeugt. Die bisherigen gelten nicht mehr.
factor-rest = Wenn Sie das waren, brauchen Sie nichts zu tun. Wenn nicht, wählen Sie jetzt ein anderes Passwort und wenden Sie sich an die Verantwortlichen bei { $organization }.

## Übergebene Kontakte

handover-subject = Kontakte von { $from } gehören jetzt zu Ihnen
handover-subject-nobody = Sie haben neue Kontakte bei { $organization }
handover-lead = Ab jetzt betreuen Sie Kontakte bei { $organization }, die bisher { $from } betreut hat.
handover-lead-nobody = Ab jetzt betreuen Sie Kontakte bei { $organization }, die bisher jemand anderes betreut hat.
handover-count =
    { $count ->
        [one] Das ist ein Kontakt.
       *[other] Das sind { $shown } Kontakte.
    }
handover-count-more = Das sind mehr als { $shown } Kontakte.
handover-by = Veranlasst hat das { $actor }.

## Datum

moment =
    { $day }. { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    } { $year }, { $time } Uhr ({ $zone })
