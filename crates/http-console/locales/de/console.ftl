### Die Sätze der Konsole. `it` und `that` sind, wovon ein Satz handelt; `count` ist eine Zahl, `shown` dieselbe, wie man sie schreibt.

# Around every page

skip = Zum Inhalt springen
menu = Menü
navigation = Organisation
switch-organization = Wechseln
jump = Gehe zu …
ctrl = Strg
jump-more = Zu einem Ort, einer Aktion oder einer Person springen
jump-empty = Nichts gefunden
people = Personen
options = Vorschläge
theme = Farben
theme-auto = Auto
theme-light = Hell
theme-dark = Dunkel
sign-out = Abmelden
signed-in-as = Angemeldet als { $it }
stream-lost = Keine Live-Verbindung.
stream-lost-more = Es wird neu verbunden. Was Sie sehen, ist vielleicht nicht mehr aktuell.
failed = Das wurde nicht geladen. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.
retry = Noch einmal versuchen
session-ended = Sie sind abgemeldet. Melden Sie sich in einem anderen Tab an und senden Sie dies dann noch einmal ab.
close = Schließen
breadcrumb = Übergeordnete Seiten
place-members = Mitglieder
place-contacts = Kontakte
place-workspaces = Arbeitsbereiche
place-receipts = Belege
place-journal = Journal
place-mail = Post
place-settings = Einstellungen

# Words of many pages

actions = Aktionen
actions-for = Aktionen für { $it }
access-none = Kein Zugang
all = Alle
apply = Anwenden
cancel = Abbrechen
check-first = Erst prüfen
choose = Auswählen …
create = Anlegen
csv = CSV exportieren
details = Einzelheiten
done = Fertig
edit = Bearbeiten
email = E-Mail
email-confirmed = Bestätigt
filter-clear = Alle Filter entfernen
filter-clear-one = „{ $it }“ entfernen
filter-remove = Filter entfernen:
filters = Filter
find = Suchen
find-person = Nach Name oder E-Mail suchen
find-workspace = Arbeitsbereich suchen
first-name = Vorname
last-name = Nachname
first-page = Erste Seite
next-page = Weiter
next-step = Weiter
pages = Seiten
from-workspace = aus { $it }
in-workspace = in { $it }
hidden = Verborgen
language = Sprache
language-en = English
language-de = Deutsch
last-active = Zuletzt aktiv
name = Name
never = Noch nie
no = Nein
nobody = Niemand
none = Keiner
note = Nachricht
nothing = Nichts
off = Aus
on = An
online = Online
outcome = Ergebnis
password = Passwort
password-hint = Mindestens 12 Zeichen. Ein paar Wörter eignen sich gut.
strength-0 = Sofort zu erraten.
strength-1 = Schnell zu erraten.
strength-2 = Mit etwas Mühe zu erraten.
strength-3 = Schwer zu erraten.
strength-4 = Sehr schwer zu erraten.
weakness-keys = Tasten in einer Reihe sind leicht zu erraten.
weakness-repeats = Was sich wiederholt, ist leicht zu erraten.
weakness-common = Viele haben dieses oder ein ähnliches Passwort.
weakness-sequence = Buchstaben und Ziffern der Reihe nach sind leicht zu erraten.
weakness-date = Jahre und Tage sind leicht zu erraten.
weakness-word = Ein Wort allein ist leicht zu erraten.
weakness-name = Namen sind leicht zu erraten.
account-title = Ihre Anmeldung
account-sessions = Wo Sie angemeldet sind
account-this = hier
account-seen = Zuletzt benutzt
account-began = seit
account-end = Beenden
account-end-one = Sitzung von { $it } beenden
account-end-others = Alle anderen beenden
account-password = Passwort ändern
account-password-more = Damit enden alle anderen Sitzungen.
account-password-current = Jetziges Passwort
account-password-new = Neues Passwort
account-email = E-Mail-Adresse ändern
account-email-more = Wir senden einen Link an die neue Adresse. Bis Sie ihn öffnen, ändert sich nichts.
account-email-waits = { $it } ist noch zu bestätigen
account-email-new = Neue E-Mail-Adresse
account-email-ask = Link senden
email-change = E-Mail-Adresse ändern
email-change-more = An die neue Adresse geht ein Link. Bestätigt wird sie dort, mit dem Passwort des Mitglieds.
email-fixed = Adressen bleiben hier, wie sie sind. Laden Sie stattdessen die neue Adresse ein und beenden Sie diesen Zugang mit einer Übergabe.
confirmation-title = Adresse bestätigen
confirmation-more = Danach melden Sie sich mit dieser Adresse an und nicht mehr mit der bisherigen.
confirmation-hint = Damit niemand Ihre Anmeldung hat, der nur die E-Mail liest.
confirmation-manager = Darum hat jemand gebeten, der Ihren Zugang verwaltet.
confirmation-save = Ab jetzt mit dieser Adresse anmelden
confirmation-dead = Er wurde benutzt, ist abgelaufen oder durch einen neueren ersetzt. Auf der Seite Ihrer Anmeldung können Sie einen neuen anfordern.
account-back = Zurück zu Ihren Organisationen
account-device-unknown = Ein unbekanntes Gerät
account-device = { $it } auf { $that }
factor = Zweiter Faktor
factor-more = Zur Anmeldung gehört dann neben dem Passwort ein Code, den eine Authenticator-App auf Ihrem Telefon anzeigt. Wer nur Ihr Passwort erfährt, kann sich nicht anmelden.
factor-open = Zweiter Faktor
factor-back = Zurück zu Ihrer Anmeldung
factor-required = Eine Ihrer Organisationen verlangt einen zweiten Faktor. Richten Sie einen ein, um sie zu öffnen.
factor-since = Eingerichtet am
factor-codes-left = Übrige Wiederherstellungscodes
factor-add = Authenticator einrichten
factor-add-more = Halten Sie eine Authenticator-App bereit. Alle anderen Sitzungen enden, sobald sie eingerichtet ist.
factor-replace = Anderen Authenticator verwenden
factor-replace-more = Der bisherige gilt, bis der neue bestätigt ist. Danach gelten auch neue Wiederherstellungscodes.
factor-renew = Neue Wiederherstellungscodes erstellen
factor-renew-more = Die bisherigen gelten dann nicht mehr.
factor-remove = Zweiten Faktor entfernen
factor-remove-more = Danach genügt zur Anmeldung das Passwort.
factor-scan = Scannen Sie dieses Bild mit Ihrer Authenticator-App.
factor-qr = Ein QR-Code mit dem Schlüssel für Ihre Authenticator-App; derselbe Schlüssel steht darunter in Buchstaben.
factor-type = Wenn Sie ihn nicht scannen können, geben Sie diesen Schlüssel ein:
factor-open-app = In einer Authenticator-App auf diesem Gerät öffnen
factor-first-code = Die sechs Ziffern, die sie jetzt anzeigt
factor-confirm = Bestätigen
factor-codes = Ihre Wiederherstellungscodes
factor-codes-more = Mit jedem davon können Sie sich einmal anmelden, wenn Sie Ihren Authenticator verloren haben. Sie werden nur dieses eine Mal angezeigt: Schreiben Sie sie auf, oder bewahren Sie sie an einem sicheren Ort auf.
factor-codes-kept = Ich habe sie aufbewahrt
factor-code-title = Noch ein Schritt
factor-code = Code
factor-code-hint = Die sechs Ziffern aus Ihrer Authenticator-App oder einer Ihrer Wiederherstellungscodes.
factor-start-over = Von vorn beginnen
settings-factor = Zweiten Faktor verlangen
settings-factor-more = Mitglieder ohne zweiten Faktor können hier nichts tun, bis sie einen eingerichtet haben. Zuerst muss ihn jemand haben, der die Verantwortung trägt.
done-factor-removed = Der zweite Faktor wurde entfernt.
problem-heading-second-factor-required = Ein zweiter Faktor ist nötig
problem-second-factor-required = Dazu gehört noch ein Code aus Ihrer Authenticator-App.
refused-second-factor-required = Diese Organisation verlangt einen zweiten Faktor. Richten Sie einen für Ihre Anmeldung ein.
refused-missing-code = Geben Sie einen Code aus Ihrer Authenticator-App oder einen Wiederherstellungscode ein.
refused-wrong-code = Dieser Code stimmt nicht oder wurde schon verwendet. Geben Sie den nächsten oder einen Wiederherstellungscode ein.
refused-not-begun = Beginnen Sie von vorn: Es hat länger als eine Stunde gedauert.
refused-no-second-factor = Es gibt keinen zweiten Faktor, der geändert werden könnte.
tokens-title = API-Tokens
tokens-account = Damit handelt ein Programm in einer Organisation für Sie.
tokens-list = API-Tokens
tokens-more = Damit handelt ein Programm hier für dieses Mitglied, mit den Rechten, die es jeweils hat.
tokens-none = Bisher keine.
tokens-manage = Tokens verwalten
tokens-used = Zuletzt benutzt
tokens-unused = Nie benutzt
tokens-ends = endet
tokens-only = Nur für: { $it }
tokens-lent = Erzeugt von jemandem, der dieses Mitglied verwaltet; gültig, solange diese Person alles darf, wofür es gilt.
tokens-replace = Ersetzen
tokens-replace-one = { $it } ersetzen
tokens-delete = Löschen
tokens-delete-one = { $it } löschen
tokens-make = Token erstellen
tokens-name = Wofür es ist
tokens-days = Endet nach Tagen
tokens-days-hint = Leer: Es gilt, bis es gelöscht wird.
tokens-limit = Nur für einige Rechte
tokens-limit-more = Ohne Auswahl kann es alles, was sein Mitglied kann.
tokens-made = Das Token
tokens-once = Kopieren Sie es jetzt. Es wird nicht aufbewahrt und nicht noch einmal gezeigt.
tokens-secret = Geheimnis
tokens-closed = Die API zu benutzen ist hier ein eigenes Recht, das dieses Mitglied nicht hat.
tokens-full = Mehr sind nicht erlaubt. Ersetzen oder löschen Sie eines.
reset-forgot = Passwort vergessen?
reset-title = Passwort vergessen?
reset-more = Geben Sie die Adresse an, mit der Sie sich anmelden. Wir senden Ihnen einen Link, um ein neues Passwort zu wählen.
reset-ask = Link senden
reset-back = Zurück zur Anmeldung
reset-choose = Neues Passwort wählen
reset-ends = Überall, wo Sie angemeldet sind, werden Sie abgemeldet.
reset-save = Neues Passwort speichern
reset-dead = Er wurde benutzt, ist abgelaufen oder durch einen neueren ersetzt.
reset-again = Neuen Link anfordern
reset-send = Link für neues Passwort senden
phone = Telefon
reason = Grund
reason-hint = freiwillig, steht im Journal
rename = Umbenennen
revoke = Entziehen
revoke-one = Zugang zu { $it } entziehen
edit-one = Zugang zu { $it } bearbeiten
save = Speichern
search = Suchen
since = Seit
time-zone = Zeitzone
undo = Rückgängig
view = Ansicht
view-table = Tabelle
view-cards = Karten
what = Was
when = Wann
who = Wer
workspace = Arbeitsbereich
workspace-hint = Der Zugang gilt dort und in allem darunter.
workspaces-all = Alle Arbeitsbereiche
yes = Ja
you = Sie
status-active = Aktiv
status-pending = Eingeladen
status-inactive = Inaktiv
restrictions-count =
    { $count ->
        [one] { $shown } Einschränkung
       *[other] { $shown } Einschränkungen
    }
rights-count =
    { $count ->
        [one] { $shown } Recht
       *[other] { $shown } Rechte
    }
back-to-members = Zurück zu den Mitgliedern
field = Feld
before = Vorher
after = Nachher

# Coming in

sign-in = Anmelden
sign-in-title = Anmelden
organizations-title = Ihre Organisationen
organizations-none = Sie gehören noch zu keiner Organisation. Mit einer Einladung kommen Sie hinein.
organizations-operator = Als Betreiber legen Sie Organisationen über die API an.
invitation-title = Einladung
invitation-join = { $it } beitreten
invitation-by = { $it } lädt Sie ein.
invitation-as = Sie kommen als
invitation-until = Gültig bis
invitation-other = Sie sind als { $it } angemeldet. Diese Einladung ist nur für { $that }: Wenn Sie annehmen, werden Sie mit dieser Adresse angemeldet.
invitation-signed-in = Sie sind mit dieser Adresse angemeldet. Mehr ist nicht nötig.
invitation-has-login = Zu dieser Adresse gibt es schon eine Anmeldung. Geben Sie deren Passwort ein, um anzunehmen.
invitation-accept = Annehmen und beitreten
invitation-decline = Ablehnen
invitation-refused-title = Sie haben abgelehnt
invitation-refused-more = Nichts wurde behalten, und der Link funktioniert nicht mehr.
dead-link-title = Dieser Link funktioniert nicht mehr
dead-link-more = Er wurde benutzt, ist abgelaufen oder durch einen neueren ersetzt. Bitten Sie, dass man ihn Ihnen noch einmal schickt.
set-up = Einrichten
set-up-title = Tenure einrichten
set-up-more = Wer hier genannt wird, leitet die erste Organisation und betreibt diese Installation.
set-up-token = Einmal-Code
set-up-token-hint = Er steht am Ende des Links, den der Server ausgegeben hat, hinter „token=“.
set-up-organization = Organisation
model-workspace = Teams mit gemeinsamem Posteingang
model-partner-network = Partnernetz
model-account-tree = Baum von Konten
model-contact-center = Kontaktzentrum
model-feedback = Umfragen und Rückmeldungen

# What was just done

done-signed-out = Sie sind abgemeldet.
done-session-ended = Die Sitzung wurde beendet.
done-sessions-ended = Alle anderen Sitzungen wurden beendet.
done-password-changed = Ihr Passwort wurde geändert. Überall sonst sind Sie abgemeldet.
done-reset-asked = Wenn sich jemand mit dieser Adresse anmeldet, ist eine E-Mail mit einem Link unterwegs. Der Link gilt eine Stunde.
done-password-reset = Ihr Passwort wurde geändert. Melden Sie sich mit dem neuen an.
done-reset-sent = Eine E-Mail mit einem Link ist unterwegs, sofern nicht eben schon mehrere gesendet wurden.
done-email-asked = Eine E-Mail mit einem Link ist an die neue Adresse unterwegs. Der Link gilt einen Tag.
done-email-sent = An die neue Adresse geht eine E-Mail mit einem Link, wo das möglich ist. Der Link gilt einen Tag.
done-email-changed = Ihre Adresse wurde geändert. Melden Sie sich mit der neuen an.
done-accepted = Willkommen. Sie sind beigetreten.
done-set-up = Tenure ist eingerichtet. Melden Sie sich an.
done-saved = Gespeichert.
done-access-saved = Zugang gespeichert.
done-resent = Die Einladung wurde noch einmal verschickt. Der ältere Link ist tot.
done-unlocked = Die Sperre wurde aufgehoben. Die Anmeldung ist sofort wieder möglich.
done-token-deleted = Gelöscht. Was es benutzt hat, wird nicht mehr eingelassen.
done-token-made-before = Das wurde schon ausgeführt. Ein Geheimnis wird einmal gezeigt; ersetzen Sie das Token, wenn Sie es nicht haben.
done-corrected = Die Einladung geht jetzt an die richtige Adresse.
done-withdrawn = Die Einladung wurde zurückgenommen.
done-revoked = Zugang entzogen.
done-deactivated = Deaktiviert. Ab jetzt kann diese Person hier nichts mehr tun.
done-reactivated = Wieder aktiv. Die Anmeldung geht wie zuvor.
done-removed = Aus der Organisation entfernt.
done-assigned = Zugewiesen.
done-contact-created = Der Kontakt wurde angelegt.
done-model-changed = Das Zugangsmodell wurde geändert.
done-workspace-moved = Der Arbeitsbereich wurde verschoben.
done-workspace-deleted = Der Arbeitsbereich wurde gelöscht.
done-contact-deleted = Der Kontakt wurde gelöscht.
done-workspace-saved = Gespeichert.
done-workspace-created = Der Arbeitsbereich wurde angelegt.
done-renamed = Umbenannt.

# Many at once

workspace-move = Verschieben
workspace-move-of = { $it } verschieben
workspace-move-more = Alles darunter zieht mit um. Zugang kommt dann von dem, was darüber liegt.
workspace-delete-title = Löschen
workspace-delete-one = { $it } löschen
workspace-delete-more = Niemand hat Zugang und nichts ist mehr darin. Er lässt sich nicht zurückholen, ebenso wenig ein Zugang, den jemand dort oder zugleich mit ihm einmal hatte.
workspace-delete-holds = Es ist noch etwas darin. Verschieben Sie zuerst, was darunter liegt, entziehen Sie den Zugang und löschen Sie die Kontakte:
workspace-delete-off = Er ist ausgeschaltet: Schalten Sie ihn ein, um sich um seine Kontakte zu kümmern.
workspace-delete-holds-workspaces = Darunter liegen Arbeitsbereiche.
workspace-delete-holds-members = Jemand hat hier Zugang oder ein Angebot dafür.
workspace-delete-holds-contacts = Hier sind Kontakte.
workspace-delete-back = Zurück zu den Arbeitsbereichen
contact-delete-title = Löschen
contact-delete-one = { $it } löschen
contact-delete-more = Alles, was über diesen Kontakt bekannt ist, ist sofort weg. Das lässt sich nicht rückgängig machen.
move-gaining = Gewinnen dort Rechte
move-losing = Verlieren dort Rechte
move-comes-on = Was darüber liegt, ist eingeschaltet; alles hier geht damit für alle an.
move-goes-off = Was darüber liegt, ist ausgeschaltet; alles hier geht damit für alle aus.
move-feature-on = { $it } gibt es dort für alle, die es nutzen dürfen.
move-feature-off = { $it } gibt es dort für niemanden.
move-contacts = Kontakte ohne Zuständige
people-in-all =
    { $count ->
        [one] { $shown } Person insgesamt
       *[other] { $shown } Personen insgesamt
    }
bulk-picked = ausgewählt
bulk-page = Alle auf dieser Seite auswählen
bulk-pick = { $it } auswählen
bulk-matching = Alle { $shown } Treffer
bulk-matching-more = Alle Treffer (mehr als { $shown })
bulk-levels = Stufe ändern
bulk-levels-more = Zusätzliche Rechte und Einschränkungen bleiben, soweit sie zur neuen Stufe passen.
bulk-at-hint = Nur der Zugang an genau diesem Arbeitsbereich ändert sich, nicht was von oben kommt.
bulk-successor-hint = Eine Person übernimmt die Kontakte von allen.
bulk-deletion-heading =
    { $count ->
        [one] { $shown } Person entfernen?
       *[other] { $shown } Personen entfernen?
    }
bulk-deletion-heading-more = Mehr als { $shown } Personen entfernen?
bulk-levels-heading =
    { $count ->
        [one] Stufe von { $shown } Person ändern
       *[other] Stufe von { $shown } Personen ändern
    }
bulk-levels-heading-more = Stufe von mehr als { $shown } Personen ändern
bulk-all-fine =
    { $count ->
        [one] Nichts steht im Weg.
       *[other] Bei keiner der { $shown } Personen steht etwas im Weg.
    }
bulk-some-not =
    { $count ->
        [one] Bei { $shown } Person bleibt alles, wie es ist:
       *[other] Bei { $shown } Personen bleibt alles, wie es ist:
    }
bulk-each-alone = Über jede Person wird einzeln entschieden; bei wem es nicht geht, bleibt alles, wie es ist, und wird danach genannt.
job-deletion =
    { $count ->
        [one] Entfernen von { $shown } Person
       *[other] Entfernen von { $shown } Personen
    }
job-levels =
    { $count ->
        [one] Andere Stufe für { $shown } Person
       *[other] Andere Stufe für { $shown } Personen
    }
job-undo =
    { $count ->
        [one] Rückkehr von { $shown } Person
       *[other] Rückkehr von { $shown } Personen
    }
job-state-running = Läuft
job-state-done = Fertig
job-state-stopped = Abgebrochen
job-goes-on = Es geht weiter, auch wenn Sie diese Seite verlassen oder sich abmelden.
job-stop = Anhalten
refused-failed = Hier ist etwas beschädigt; im Protokoll des Servers steht, was.
job-look-again = Erneut nachsehen
job-stopped = Es wurde angehalten, oder wer es begonnen hat, darf hier nicht mehr handeln. Bei allen, die noch nicht an der Reihe waren, bleibt alles, wie es ist.
job-done = erledigt
job-refused = abgelehnt
job-open = noch offen
job-undo-more =
    { $count ->
        [one] { $shown } Person kehrt mit Zugang und Kontakten zurück, soweit sie darf.
       *[other] { $shown } Personen kehren mit Zugang und Kontakten zurück, soweit sie dürfen.
    }
job-refused-heading =
    { $count ->
        [one] Bei { $shown } Person bleibt alles, wie es ist
       *[other] Bei { $shown } Personen bleibt alles, wie es ist
    }
job-retry = Diese noch einmal versuchen
job-is-running = Die Arbeit für viele Personen läuft
job-is-done = Die Arbeit für viele Personen ist fertig
job-is-stopped = Die Arbeit für viele Personen wurde abgebrochen
job-progress = Wie weit es ist
import = CSV importieren
import-title = Mitglieder importieren
import-more = Laden Sie viele Personen aus einer Tabelle ein oder ändern Sie sie. Zuerst sehen Sie, was aus jeder Zeile würde; vorher geschieht nichts.
import-sheet = Tabelle
import-sheet-hint = CSV in UTF-8, wie ein Export es hat: Kommas oder Semikolons, höchstens 10.000 Zeilen und 8 MiB.
import-how = Wie eine Tabelle gelesen wird
import-how-columns = Die erste Zeile nennt die Spalten, in beliebiger Reihenfolge:
import-how-who = Eine Zeile mit der Kennung oder der Adresse eines Mitglieds ändert, was von einem Export abweicht; wessen Adresse hier niemand hat, wird eingeladen.
import-how-grants = Zugang, den eine Zeile nicht nennt, bleibt, wie er ist. Niemand wird entfernt.
import-how-levels = Stufen ohne „grants“ gelten bei „{ $it }“.
import-look = Ansehen, was geschähe
import-plan-title = Was diese Tabelle bewirken würde
import-plan-more = Noch ist nichts geschehen. Dies bleibt 24 Stunden aufgehoben.
import-invited = eingeladen
import-changed = geändert
import-refused = abgelehnt
import-unchanged = unverändert
import-ignored = Diese Spalten werden nicht importiert: { $it }
import-execute =
    { $count ->
        [one] { $shown } Zeile ausführen
       *[other] { $shown } Zeilen ausführen
    }
import-nothing = Es gibt nichts auszuführen.
import-refused-heading =
    { $count ->
        [one] { $shown } Zeile würde abgelehnt
       *[other] { $shown } Zeilen würden abgelehnt
    }
import-asked-heading =
    { $count ->
        [one] { $shown } Zeile würde ausgeführt
       *[other] { $shown } Zeilen würden ausgeführt
    }
import-show-asked = Die anderen zeigen
import-show-refused = Die abgelehnten zeigen
import-line = Zeile
import-who = Wer
import-changes = Im Einzelnen
import-becomes = { $it } → { $that }
import-nothing-there = nichts
import-verdict-invite = Wird eingeladen
import-verdict-change = Wird geändert
sheet-not-utf8 = Zeile { $it } ist nicht in UTF-8. Speichern Sie die Tabelle als CSV in UTF-8.
sheet-quotes = Die Zelle in Anführungszeichen, die in Zeile { $it } beginnt, endet nicht, wo eine Zelle endet.
sheet-cells = Zeile { $it } hat mehr oder weniger Zellen als die erste Zeile.
sheet-empty = Wählen Sie eine Tabelle; ihre erste Zeile nennt die Spalten.
sheet-too-large = Die Tabelle ist größer als 8 MiB.
sheet-unknown-column = Es gibt keine Spalte „{ $it }“.
sheet-duplicate-column = Die Spalte „{ $it }“ steht zweimal da.
refused-missing-column = Nennen Sie Personen in der Spalte „email“ oder „member“.
refused-duplicate = Eine Zeile davor handelt von derselben Person.
refused-email-not-changed = Die Adresse eines Mitglieds ändert ein Import nicht.
refused-bad-grants = Schreiben Sie Zugänge als Arbeitsbereich:Stufe+Stufe, mit der Kennung des Arbeitsbereichs.
refused-bad-levels = Schreiben Sie die Schlüssel von Stufen, mit einem Leerzeichen dazwischen.
refused-levels-elsewhere = Die Person hat anderswo Zugang; sagen Sie in „grants“, wo diese Stufen gelten sollen.
refused-too-many-grants = Eine Zeile vergibt oder ändert höchstens 20 Zugänge; lassen Sie einige für ein weiteres Blatt.
refused-levels-disagree = „levels“ sagt anderes als „grants“; ändern Sie „grants“, oder leeren Sie es.
job-import =
    { $count ->
        [one] Import von { $shown } Zeile
       *[other] Import von { $shown } Zeilen
    }
job-state-planned = Geplant
jobs-title = Für viele Personen

# Members

members-title = Mitglieder
members-count =
    { $count ->
        [one] { $shown } Person
       *[other] { $shown } Personen
    }
members-count-more = Mehr als { $shown } Personen
members-search = Mitglieder suchen
members-search-hint = Name oder E-Mail suchen
members-search-masked = Namen suchen
members-status = Status
members-level = Stufe
members-more = Mehr
members-quiet = Nicht aktiv seit
members-quiet-any = Egal
members-quiet-days =
    { $count ->
        [one] { $shown } Tag
       *[other] { $shown } Tagen
    }
members-chip-q = Suche: { $it }
members-chip-status = Status: { $it }
members-chip-level = Stufe: { $it }
members-chip-workspace = In { $it }
members-chip-quiet = Nicht aktiv seit { $it }
members-no-match = Niemand passt dazu
members-no-match-more = Entfernen Sie einen Filter, um mehr Personen zu sehen.
members-first-run = Sie sind die erste Person hier
members-first-run-more = Fügen Sie die Personen hinzu, mit denen Sie arbeiten. Alle bekommen eine E-Mail mit einem Link, eine Stufe und nur die Rechte, die Sie wählen.
members-hidden = Die Mitglieder sehen Sie hier nicht
members-hidden-more = Ihr Zugang zeigt nicht, wer hier ist. Fragen Sie jemanden, der Mitglieder verwaltet.

# Adding people

add-title = Personen hinzufügen
add-more = Alle bekommen eine E-Mail mit einem Link. Er gilt 7 Tage.
add-emails = E-Mail-Adressen
add-emails-hint = Mit Komma, Semikolon oder neuen Zeilen dazwischen. „Ada Lovelace <ada@…>“ geht auch.
add-tally =
    { $count ->
        [one] { $shown } Adresse kann eingeladen werden
       *[other] { $shown } Adressen können eingeladen werden
    }
add-language = Sprache der E-Mail
add-note = Nachricht hinzufügen
add-note-hint = Steht als einfacher Text in der E-Mail
add-preview = Was sie tun können
add-preview-none = Wählen Sie eine Stufe, um es zu sehen.
add-send = Einladungen senden
added-title = Einladungen
added-count =
    { $count ->
        [0] Niemand wurde hinzugefügt
        [one] { $shown } Person hinzugefügt
       *[other] { $shown } Personen hinzugefügt
    }
added-others =
    { $count ->
        [one] und { $shown } weitere
       *[other] und { $shown } weitere
    }
added-again = Die übrigen noch einmal
added-more = Weitere hinzufügen
outcome-invited = Eingeladen
outcome-granted = Hat jetzt Zugang
outcome-already-member = Hat schon Zugang
outcome-inactive = Ist hier inaktiv; zuerst reaktivieren
outcome-invalid = Keine E-Mail-Adresse
outcome-duplicate = Doppelt genannt
outcome-not-allowed = Dürfen Sie nicht einladen
outcome-seats-full = Kein Platz mehr frei
outcome-rate-limited = Zu viele Einladungen warten auf ihre E-Mail; in einer Stunde noch einmal

# What is offered

offer-levels = Stufe
offer-levels-hint = eine, oder mehrere, die sich ergänzen
offer-governs = Leitet die Organisation.
offer-may =
    { $count ->
        [one] { $shown } Recht
       *[other] { $shown } Rechte
    }
offer-more = Einschränkungen
extras = Zusätzliche Rechte
extras-hint = zu den angekreuzten Stufen
extras-has = Gehört zur Stufe
extras-never = Nicht für diese Stufe
kinds-one = genau eins
kinds-one-of-each = Zu diesen Stufen gehört jeweils genau eins davon: { $it }.
kinds-some = beliebig viele
kinds-all = Alle, auch künftige
kinds-group = (Gruppe)
kinds-unnamed =
    { $count ->
        [one] Und { $shown } weiteres, das ausgewählt ist
       *[other] Und { $shown } weitere, die ausgewählt sind
    }
kinds-none = Noch gibt es nichts.
kinds-none-found = So heißt nichts.
kinds-find = { $it } durchsuchen
offer-bound = Sie sind selbst daran gebunden, deshalb gilt es auch hier.
offer-feature-off = Der Tarif hat „{ $it }“ nicht. Wer diese Installation betreibt, kann das ändern.
offer-not-yours = Sie haben dieses Recht selbst nicht.
offer-takes-permissions = Nimmt weg: { $it }
offer-takes-shared = Sieht nur Kontakte von Personen, mit denen sie gemeinsam haben: { $it }
offer-takes-own = Sieht nur eigene Kontakte
offer-takes-own-and-unassigned = Sieht nur eigene Kontakte und die von niemandem
offer-takes-mask-partial = Verbirgt Telefonnummern und E-Mail
offer-takes-mask-full = Verbirgt Namen, Telefonnummern und E-Mail

# Access

grant-edit-title = Zugang bearbeiten
grant-new-title = Zugang geben
grant-new = Zugang geben
grant-where-title = Zugang zu einem Arbeitsbereich geben
grant-where-none = Sie haben überall dort schon Zugang, wo Sie ihn geben könnten.
grant-of = Zugang von { $it }
grant-at = { $it } und alles darunter
grant-preview = Was sich ändert
grant-preview-none = Wählen Sie eine Stufe, um es zu sehen.
grant-preview-as-it-is = Noch nichts. Ändern Sie oben etwas, um zu sehen, was gewonnen und verloren wird.
grant-preview-nothing = Nichts ändert sich.
gains = Gewinnt
loses = Verliert
limits-begin = Neue Einschränkungen
limits-end = Aufgehobene Einschränkungen
conflict-theirs = Von jemand anderem gespeichert
conflict-ours = Ihres, nicht gespeichert
conflict-more = Von Ihrem geht nichts verloren: Es steht im Formular unten. Wenn Sie speichern, ersetzt es das andere.

# A member

member-access = Zugang
member-access-none = Kein Zugang, soweit Sie sehen können.
member-since = Mitglied seit
member-sign-in = Anmeldung
member-locked = Gesperrt bis
unlock = Entsperren
member-invited = Eingeladen
member-contacts = Anzeigen
listed-more = und weitere
statistic-as-of = Stand
statistic-none = Noch nichts gemeldet
member-chosen-none = Keine
member-chosen-none-seen = Keine, soweit Sie sehen können.
member-chosen-all = Alle, auch künftige
member-chosen-implied = Alle, durch die Stufe
invited-title = Einladung
invited-expired = Abgelaufen
invited-mail = E-Mail
invited-leaves = Geht ab
invited-resend = Noch einmal senden
invited-withdraw = Zurückziehen
invited-correct = Falsche Adresse?
invited-correct-send = Berichtigen und senden
delivery-queued = Unterwegs
delivery-sent = Gesendet
delivery-failed = Fehlgeschlagen
level-in = Stufe in { $it }
why-title = Prüfen, was { $it } darf
why-right = Recht
why-about = Worum es geht
why-about-none = Nichts Bestimmtes
why-ask = Prüfen
why-nothing = Nichts verleiht dieses Recht.
why-elsewhere = einem anderen Arbeitsbereich
why-level = Die Stufe { $it } in { $that } verleiht dieses Recht.
why-level-inherited = Die Stufe { $it } verleiht dieses Recht, geerbt von { $that }.
why-extra = Das zusätzliche Recht „{ $it }“ in { $that } verleiht es.
why-extra-inherited = Das zusätzliche Recht „{ $it }“ verleiht es, geerbt von { $that }.
why-restricted = Die Einschränkung „{ $it }“ in { $that } nimmt es weg.
why-feature-off = Der Tarif hat „{ $it }“ nicht.
why-feature-off-at = „{ $it }“ ist in { $that } ausgeschaltet.
why-workspace-off = { $it } ist ausgeschaltet.
why-workspace-off-elsewhere = Ein anderer Arbeitsbereich ist ausgeschaltet.
why-not-active = Die Mitgliedschaft ist nicht aktiv: { $it }.
why-organization-off = Die Organisation ist ausgeschaltet.
why-for-everyone = Worum es geht, ist für alle.
why-implied = Eine Stufe erreicht alles dieser Art.
why-selection = Worum es geht, wurde für die Person ausgewählt.
why-whole-kind = Alles dieser Art wurde für die Person ausgewählt.
why-group = Eine Gruppe, zu der es gehört, wurde für die Person ausgewählt.
why-out-of-reach = Worum es geht, hat die Person nicht.
profile-title = Ihr Profil
profile-edit-title = Profil bearbeiten
profile-edit = Profil bearbeiten
profile-as-you = Wie man Sie in { $it } sieht.
profile-email = Sie kann hier nicht geändert werden.

# Leaving

revocation-title = Zugang entziehen
revocation-heading = { $it } den Zugang zu { $that } entziehen
revocation-more = Die Mitgliedschaft in { $it } bleibt.
deactivation-title = Deaktivieren
deactivation-heading = { $it } deaktivieren
deactivation-more = Die Organisation lässt sich sofort nicht mehr öffnen. Zugang und Verlauf bleiben, und Sie können die Person jederzeit reaktivieren.
reactivation-title = Reaktivieren
reactivation-heading = { $it } reaktivieren
reactivation-more = Die Anmeldung geht wie zuvor, mit dem Zugang, den Sie jetzt geben dürfen.
reactivated-heading = { $it } ist wieder aktiv
reactivation-lapses = Was nicht zurückkommt
reactivation-without = ohne { $it }
reactivation-limited = eingeschränkt: { $it }
reactivation-whole = Alle: { $it }
reactivation-narrowed = Ein Teil der Auswahl, den Sie nicht geben dürfen
reactivation-released = Kontakte, die die Person nicht mehr betreuen darf, haben dann keine Zuständigen
reactivation-emptied = Was vorher zugeordnet war
reactivation-emptied-more = Es wurde beim Deaktivieren geleert. Ordnen Sie wieder zu, was gebraucht wird.
leaving-moved = abgegebene Kontakte
leaving-kept = behaltene Kontakte
leaving-empties = Alle Zuordnungen enden von: { $it }
leaving-alone =
    { $count ->
        [one] Diese Ressource ist sonst niemandem zugeordnet:
       *[other] Danach sind { $shown } Ressourcen niemandem mehr einzeln zugeordnet. Die ersten davon:
    }
leaving-keep = Behalten lassen
leaving-keep-more = Sie bleiben zugeordnet, und niemand wird benachrichtigt.
deletion-title = Aus der Organisation entfernen
deletion-heading = { $it } aus { $that } entfernen
deletion-more = Jeder Zugang endet, und die Mitgliedschaft auch.
leaving-pending = Die Einladung wurde noch nicht angenommen: Sie wird zurückgenommen.
leaving-happens = Was geschehen wird
leaving-contacts = betreute Kontakte
leaving-rights = verlorene Rechte
leaving-invitations = offene Einladungen
leaving-tokens = API-Tokens
leaving-unassign = Niemandem zuweisen
leaving-unassign-more = Wer sie sieht, kann sie übernehmen.
leaving-assign = Jemandem übergeben
leaving-assign-more = Alle auf einmal.
leaving-successor = Wer übernimmt
leaving-successor-hint = Nur Personen, die dort arbeiten können.
keeps = Behält
keeps-membership = Die Mitgliedschaft in { $it }
undo-never = Das lässt sich nicht rückgängig machen.
undo-days =
    { $count ->
        [one] Sie können es { $shown } Tag lang rückgängig machen.
       *[other] Sie können es { $shown } Tage lang rückgängig machen.
    }
act-revocation = Zugang entzogen
act-deletion = Aus der Organisation entfernt
act-deactivation = Deaktiviert
receipts-title = Belege
receipts-more = Was entzogen wurde, und bis wann es sich rückgängig machen lässt.
receipts-none = Noch keine Belege
receipts-none-more = Wenn jemandem der Zugang entzogen wird oder jemand entfernt wird, steht hier der Beleg.
receipt-title = Beleg
receipt-workspace-gone = einem gelöschten Arbeitsbereich
receipt-heading = { $it } wurde der Zugang zu { $that } entzogen
receipt-heading-deactivation = { $it } wurde deaktiviert
receipt-deactivation-standing = Inaktiv
receipt-deactivation-undone = Reaktiviert
receipt-deactivation-superseded = Überholt
receipt-heading-deletion = { $it } wurde aus der Organisation entfernt
receipt-revocation = Zugang zu { $it } entzogen
receipt-to = übergeben an { $it }
receipt-no-contacts = Keine
receipt-unassigned = niemandem zugewiesen
receipt-until = bis { $it }
receipt-closed = Lässt sich nicht mehr rückgängig machen
receipt-by = Von: { $it }
receipt-done-by = Ausgeführt von
receipt-happened = Was geschah
receipt-state-standing = Gültig
receipt-state-undone = Rückgängig gemacht
receipt-state-superseded = Überholt
undo-title = Doch anders?
undo-until = Rückgängig bis { $it }. Zugang und Kontakte kehren zurück.
undone-title = Rückgängig gemacht
undone-heading = { $it } hat wieder Zugang
undone-back = Was zurückkam
undone-access = Der Zugang, wie er war
undone-portfolios =
    { $count ->
        [one] Kontakte aus { $shown } Arbeitsbereich
       *[other] Kontakte aus { $shown } Arbeitsbereichen
    }
undone-gone =
    { $count ->
        [one] Zugang zu { $shown } Arbeitsbereich konnte nicht zurück: Er wurde gelöscht
       *[other] Zugang zu { $shown } Arbeitsbereichen konnte nicht zurück: Sie wurden gelöscht
    }
undone-kept-away =
    { $count ->
        [one] Kontakte aus { $shown } Arbeitsbereich konnten nicht zurück: Er ist außer Reichweite
       *[other] Kontakte aus { $shown } Arbeitsbereichen konnten nicht zurück: Sie sind außer Reichweite
    }
undone-chosen =
    { $count ->
        [one] { $shown } Zuordnung, etwa zu einem Team
       *[other] { $shown } Zuordnungen, etwa zu Teams
    }
undone-left-out =
    { $count ->
        [one] { $shown } Zuordnung fehlt: Das Ziel gibt es nicht mehr, oder Sie dürfen es nicht vergeben
       *[other] { $shown } Zuordnungen fehlen: Die Ziele gibt es nicht mehr, oder Sie dürfen sie nicht vergeben
    }
undone-stayed =
    { $count ->
        [one] { $shown } Kontakt bleibt bei der Person, die ihn seither bekam
       *[other] { $shown } Kontakte bleiben bei den Personen, die sie seither bekamen
    }
undone-emptied =
    { $count ->
        [one] { $shown } späterer Beleg hat nichts mehr zurückzugeben
       *[other] { $shown } spätere Belege haben nichts mehr zurückzugeben
    }

# Contacts

contacts-title = Kontakte
contacts-of = Zugewiesen an { $it }
contacts-search = Kontakte suchen
contacts-narrowed = Sie sehen nur einen Teil der Kontakte: Ihr Zugang ist eingeschränkt.
contacts-no-match = Kein Kontakt passt dazu
contacts-none = Noch keine Kontakte
contacts-none-more = Kontakte kommen über Ihr Produkt herein oder werden hier einzeln angelegt.
contact-new-title = Neuer Kontakt
assignee-title = Kontakt
assigned-to = Zugewiesen an
assigned-anybody = Egal wem zugewiesen
assigned-you = Ihnen
assigned-nobody = Niemandem
assign-to = Zuweisen an
assign-one = { $it } zuweisen

# Workspaces

workspaces-title = Arbeitsbereiche
workspaces-more = Zugang zu einem reicht in alles darunter.
workspace-new-title = Neuer Arbeitsbereich
workspace-new-below = Neuer darunter
workspace-below = Unterhalb von
workspace-below-hint = Wer dort Zugang hat, hat ihn auch hier.
workspace-kind = Art
workspace-settings = Einstellungen
workspace-settings-of = Einstellungen von { $it }
workspace-on = Eingeschaltet
workspace-on-hint = Solange er ausgeschaltet ist, lassen sich hier und darunter nur Personen und Arbeitsbereiche verwalten. Niemand verliert seinen Zugang.
workspace-features-hint = hier und in allem darunter
workspace-feature-off-above = In einem Arbeitsbereich darüber ausgeschaltet.
workspace-off = Ausgeschaltet
workspace-invite = Hier jemanden hinzufügen
workspaces-no-match = Kein Arbeitsbereich heißt so

# Journal

journal-title = Journal
journal-more = Wer wem was getan hat. Nichts hier lässt sich ändern.
journal-everything = Alles
journal-by = Von { $it }
journal-about = Über { $it }
journal-none = Nichts dergleichen
journal-all = Alles anzeigen
journal-details = Vorher und nachher
journal-somebody = Jemand
target-member = jemanden
target-contact = einen Kontakt
target-workspace = einen Arbeitsbereich
target-resource = etwas
target-resource-group = eine Gruppe von Ressourcen
target-organization = die Organisation
journal-by-whom = Von wem
journal-by-anybody = Von irgendwem
journal-about-whom = Über wen
journal-about-anybody = Über irgendwen
actor-operator = Der Betreiber
actor-system = Tenure
kind-member-invited = Eingeladen
kind-invitation-accepted = Einladung angenommen
kind-invitation-resent = Einladung noch einmal gesendet
kind-invitation-corrected = Adresse einer Einladung berichtigt
kind-invitation-withdrawn = Einladung zurückgenommen
kind-invitation-refused = Einladung abgelehnt
kind-offer-changed = Angebot geändert
kind-offer-lapsed = Angebot verfallen
kind-access-granted = Zugang gegeben
kind-access-changed = Zugang geändert
kind-access-revoked = Zugang entzogen
kind-access-restored = Zugang zurückgegeben
kind-access-refused = Durfte etwas nicht
kind-contacts-created = Kontakte angelegt
kind-contact-assigned = Kontakt zugewiesen
kind-contact-deleted = Kontakt gelöscht
kind-contacts-handed-over = Kontakte übergeben
kind-contacts-returned = Kontakte zurückgegeben
kind-profile-changed = Profil geändert
kind-password-reset-requested = Link für neues Passwort angefordert
kind-email-change-requested = Andere Adresse angefordert
kind-email-changed = E-Mail-Adresse geändert
kind-workspace-created = Arbeitsbereich angelegt
kind-workspace-moved = Arbeitsbereich verschoben
kind-workspace-deleted = Arbeitsbereich gelöscht
kind-workspace-changed = Arbeitsbereich geändert
kind-organization-founded = Organisation gegründet
kind-access-model-changed = Zugangsmodell geändert
kind-organization-changed = Organisation geändert
kind-members-exported = Mitglieder exportiert
kind-journal-exported = Protokoll exportiert
kind-member-deleted = Aus der Organisation entfernt
kind-member-deactivated = Deaktiviert
kind-member-reactivated = Reaktiviert
kind-governor-named = Zur Leitung bestimmt
kind-member-restored = Zurückgeholt
kind-member-unlocked = Sperre aufgehoben
kind-token-made = API-Token erstellt
kind-token-replaced = API-Token ersetzt
kind-token-deleted = API-Token gelöscht
kind-selection-changed = Auswahl von jemandem geändert
did-member-invited = hat { $it } eingeladen
did-invitation-accepted = hat die Einladung angenommen
did-invitation-resent = hat { $it } die Einladung noch einmal gesendet
did-invitation-corrected = hat die Adresse von { $it } berichtigt
did-invitation-withdrawn = hat die Einladung von { $it } zurückgezogen
did-invitation-refused = hat die Einladung abgelehnt
did-offer-changed = hat geändert, wozu { $it } eingeladen ist
did-offer-lapsed = hat angenommen, aber ein Teil des Angebots war verfallen
did-access-granted = hat { $it } Zugang gegeben
did-access-changed = hat den Zugang von { $it } geändert
did-access-revoked = hat { $it } den Zugang entzogen
did-access-restored = hat { $it } den Zugang zurückgegeben
did-access-refused = durfte etwas nicht
did-contacts-created = hat Kontakte angelegt in { $it }
did-contact-assigned = hat den Kontakt { $it } zugewiesen
did-contact-deleted = hat einen Kontakt gelöscht
did-contacts-handed-over = hat die Kontakte von { $it } übergeben
did-contacts-returned = hat Kontakte an { $it } zurückgegeben
did-profile-changed = hat das Profil von { $it } geändert
own-profile-changed = hat das eigene Profil geändert
did-password-reset-requested = hat für { $it } einen Link für ein neues Passwort angefordert
did-email-change-requested = hat für { $it } eine andere Adresse angefordert
did-email-changed = meldet sich mit einer anderen Adresse an
did-workspace-created = hat den Arbeitsbereich { $it } angelegt
did-workspace-moved = hat den Arbeitsbereich { $it } verschoben
did-workspace-deleted = hat den Arbeitsbereich { $it } gelöscht
did-workspace-changed = hat den Arbeitsbereich { $it } geändert
did-organization-founded = hat die Organisation gegründet
did-access-model-changed = hat das Zugangsmodell geändert
did-organization-changed = hat die Einstellungen der Organisation geändert
did-members-exported = hat Mitglieder exportiert
did-journal-exported = hat das Protokoll exportiert
did-member-deleted = hat { $it } aus der Organisation entfernt
did-member-deactivated = hat { $it } deaktiviert
did-member-reactivated = hat { $it } reaktiviert
did-governor-named = hat { $it } zur Leitung bestimmt
did-member-restored = hat { $it } zurückgeholt
did-member-unlocked = hat die Anmeldesperre von { $it } aufgehoben
did-token-made = hat ein API-Token für { $it } erstellt
did-token-replaced = hat ein API-Token von { $it } ersetzt
did-token-deleted = hat ein API-Token von { $it } gelöscht
own-token-made = hat sich ein API-Token erstellt
own-token-replaced = hat ein eigenes API-Token ersetzt
own-token-deleted = hat ein eigenes API-Token gelöscht
did-selection-changed = hat geändert, was { $it } erreicht
did-resource-created = hat { $it } angelegt
did-resource-changed = hat { $it } geändert
did-resource-deleted = hat { $it } gelöscht
did-resource-group-created = hat die Gruppe { $it } angelegt
did-resource-group-changed = hat die Gruppe { $it } geändert
did-resource-group-deleted = hat die Gruppe { $it } gelöscht
field-name = Name
field-model = Zugangsmodell
field-lines = Zeilen
field-more-lines = Weitere Zeilen
field-migration = Wörter, die andere wurden
field-parent = Unterhalb von
field-email = E-Mail
field-workspace = Arbeitsbereich
field-workspaces = Arbeitsbereiche
field-levels = Stufen
field-permissions = Zusätzliche Rechte
field-restrictions = Einschränkungen
field-assignee = Zugewiesen an
field-contacts = Kontakte
field-receipt = Beleg
field-invitation = Einladung
field-to = An
field-portfolios = Betroffene Arbeitsbereiche
field-fields = Felder
field-plan = Tarif
field-features-off = Ausgeschaltete Funktionen
field-features = Funktionen
field-seats = Plätze
field-kind = Art
field-for-everyone = Für alle
field-grants = Zugang
field-rule = Regel
field-actor = Von wem
field-target = Über wen
field-since = Seit
field-times = Mal
field-reaches = Hat
field-members = Mitglieder
field-more-members = Mehr als diese
field-resources = Ausgewählt
field-groups = Gruppen
field-active = Eingeschaltet
field-undo-window-days = Frist zum Rückgängigmachen, in Tagen
field-second-factor-required = Zweiter Faktor verlangt
field-tokens-per-member = API-Tokens je Mitglied
field-token = API-Token
field-inherited = Mit geerbtem Zugang
field-searched = Gesucht
field-told = Benachrichtigte
field-status = Status
field-statuses = Status
field-resource = Hat
field-not-active-since = Nicht aktiv seit
field-first-name = Vorname
field-last-name = Nachname
field-phone = Telefon
field-language = Sprache
field-time-zone = Zeitzone
field-digest = Zusammenfassung
reaches-none = Nichts davon
reaches-all = Alle
reaches-only = Die ausgewählten
quoted = „{ $it }“

# Mail, settings, help

mail-title = Post
mail-more = Keine E-Mail verlässt diese Vorführung: Was verschickt würde, steht hier.
mail-none = Noch keine Post
mail-links = Links
mail-text = Text
mail-html = HTML-Quelltext
mail-headers = Kopfzeilen
settings-title = Einstellungen
settings-organization = Organisation
settings-undo = Frist zum Rückgängigmachen, in Tagen
settings-tokens = API-Tokens je Mitglied
settings-undo-hint =
    { $count ->
        [one] Wie lange sich ein Entzug rückgängig machen lässt; danach werden Profile gelöscht. 0 heißt gar nicht. Leer heißt, wie das Zugangsmodell es sagt: { $shown } Tag.
       *[other] Wie lange sich ein Entzug rückgängig machen lässt; danach werden Profile gelöscht. 0 heißt gar nicht. Leer heißt, wie das Zugangsmodell es sagt: { $shown } Tage.
    }
settings-plan-title = Tarif und Funktionen
settings-plan-more = Das ändert nur, wer diese Installation betreibt.
settings-plan = Tarif
settings-seats = Plätze
settings-seats-any = Unbegrenzt
settings-by-operator = nur für diese Organisation eingestellt
settings-with-plans = gehört zu den Tarifen { $it }
settings-model = Zugangsmodell
settings-matrix = Rechte je Stufe
settings-document = Das Modell als TOML
model-edit = Zugangsmodell bearbeiten
model-more = Eine Änderung gilt für alle ab ihrer nächsten Anfrage. Prüfen Sie erst: Bis Sie es sagen, ändert sich nichts.
model-faults =
    { $count ->
        [one] Das Dokument hat einen Fehler:
       *[other] Das Dokument hat { $shown } Fehler:
    }
model-line = Zeile { $it }:
model-in-use = In Gebrauch und nicht im neuen Modell
model-in-use-more = Sagen Sie, was jedes davon für die wird, die es haben, oder nehmen Sie es wieder ins Dokument auf.
model-times =
    { $count ->
        [one] einmal vergeben
       *[other] { $shown }-mal vergeben
    }
model-word-level = Stufe „{ $it }“
model-word-permission = Recht „{ $it }“
model-word-restriction = Einschränkung „{ $it }“
model-word-workspace-kind = Art von Arbeitsbereichen „{ $it }“
model-word-resource-kind = Art von Ressourcen „{ $it }“
model-keep = Das muss im Dokument bleiben, wie es ist.
model-becomes-nothing = Wählen Sie, was daraus wird
model-becomes = wird { $it }
model-changes = Was sich ändern würde
model-changes-nothing = Nichts, für niemanden, der heute Zugriff hat.
model-aspect-manages = verwaltet andere als bisher
model-aspect-governs = leitet von nun an, oder nicht mehr
model-aspect-masking = sieht mehr oder weniger von Telefonnummern, Adressen und Namen
model-aspect-visibility = sieht andere Kontakte als bisher
model-aspect-reach = erreicht mehr oder weniger Ressourcen
model-releases = Kontakte derer, die sie nicht mehr bearbeiten dürfen, sind danach niemandem zugewiesen.
model-change = Modell ändern
model-not-manageable = Ein Zugangsmodell betrifft alle Stufen, und „{ $it }“ verwalten Sie nicht.
model-not-grantable = Das gibt anderen das Recht „{ $it }“ oder nimmt es aus dem Modell, und Sie haben es selbst nicht.
model-not-liftable = Das Modell ändert, wen nichts einschränkt, und „{ $it }“ schränkt Sie ein.
model-operators-own = Über Tarife und Funktionen und was sie braucht entscheidet, wer diese Installation betreibt; lassen Sie „{ $it }“, wie es ist.
model-selection-required = Manche bräuchten genau eins von „{ $it }“ und haben keins oder mehrere. Wählen Sie erst für jeden eins.
feature-masking = Verbergen von Telefon und E-Mail
feature-api-access = API-Zugang
feature-call-statistics = Anrufstatistik
feature-call-tracking = Anrufverfolgung
feature-chat = Chat
feature-live-conversations = Gespräche in Echtzeit
feature-message-center = Nachrichtenzentrale
feature-texting = SMS
help-title = Tastatur
help-more = Einzelne Tasten wirken nie, während Sie schreiben.
help-switch = Kürzel mit einer Taste
help-switch-more = Ausgeschaltet gehen nur Strg K und die Tasten des Browsers.
help-unscripted = Kürzel brauchen Skripte. Alles geht auch ohne sie.
key-palette = Zu einem Ort, einer Aktion oder einer Person springen
key-search = Suchen
key-move = Nächste und vorige Zeile
key-open = Zeile öffnen
key-edit = Zugang bearbeiten
key-add = Personen hinzufügen
key-help = Diese Seite
key-back = Eine Ebene zurück

# Problems

problem-title = Etwas steht im Weg
problem-home = Zurück zum Anfang
problem-heading-not-found = Nicht hier
problem-heading-forbidden = Das dürfen Sie nicht
problem-heading-conflict = Das widerspricht dem Stand der Dinge
problem-heading-plan-moved = Etwas hat sich geändert, seit Sie nachsahen
problem-heading-stale = Inzwischen geändert
problem-heading-malformed = Das lässt sich nicht lesen
problem-heading-method-not-allowed = So geht es nicht
problem-heading-timed-out = Das dauerte zu lange
problem-heading-too-large = Zu viel auf einmal
problem-heading-unsupported-media-type = So geht es nicht
problem-heading-internal = Hier ist etwas fehlgeschlagen
problem-heading-invalid = Das ergibt hier keinen Sinn
problem-heading-selection-required = Etwas fehlt noch
problem-heading-unavailable = Nicht jetzt
problem-heading-locked = Eine Weile gesperrt
problem-heading-too-many-requests = Zu oft
problem-heading-out-of-space = Kein Platz mehr
problem-heading-not-acceptable = So geht es nicht
problem-heading-precondition-required = Erst ansehen
problem-heading-unauthenticated = Erst anmelden
problem-not-found = Das gibt es hier nicht, oder Sie dürfen nicht davon wissen.
problem-forbidden = Das dürfen Sie nicht.
problem-conflict = Das widerspricht dem Stand der Dinge.
problem-plan-moved = Seit Sie nachsahen, hat sich etwas geändert. Nichts wurde getan; sehen Sie noch einmal nach und bestätigen Sie dann.
problem-stale = Jemand anderes hat dies inzwischen geändert; lesen Sie es noch einmal.
problem-malformed = Das lässt sich nicht lesen.
problem-invalid = Etwas im Formular geht so nicht.
problem-selection-required = Zu diesen Stufen gehört noch eine Auswahl.
problem-fields = Noch ist nichts gespeichert: Prüfen Sie, was markiert ist.
problem-internal = Hier ist etwas fehlgeschlagen, und das Protokoll sagt, was.
problem-unavailable = Jetzt nicht; versuchen Sie es gleich noch einmal.
problem-locked = Das ist eine Weile gesperrt; versuchen Sie es später noch einmal.
problem-too-many-requests = Das war zu oft; versuchen Sie es später noch einmal.
problem-unauthenticated = Melden Sie sich zuerst an.
problem-timed-out = Das dauerte zu lange und wurde aufgegeben.
problem-method-not-allowed = Diese Adresse nimmt das nicht an.
problem-too-large = Das ist zu viel auf einmal.
problem-unsupported-media-type = Das lässt sich nicht lesen; senden Sie das Formular von seiner Seite.
problem-not-acceptable = Hier gibt es keine Seite, die ein Browser zeigen könnte.
problem-precondition-required = Sehen Sie sich das zuerst an, und ändern Sie es dann.
problem-out-of-space = Es ist kein Platz mehr; nichts wurde geändert.
refused-wrong-credentials = Die E-Mail-Adresse oder das Passwort ist falsch.
refused-not-oneself = Niemand ändert den eigenen Zugang.
refused-missing-permission = Sie haben hier nicht das Recht dazu.
refused-not-manageable = Diese Person hat eine Stufe, die Sie nicht verwalten.
refused-not-grantable = Ein Recht, das Sie selbst nicht haben, können Sie nicht geben.
refused-not-liftable = Eine Einschränkung, die Sie selbst bindet, können Sie nicht aufheben.
refused-feature-off = Der Tarif hat das nicht. Wer diese Installation betreibt, kann das ändern.
refused-no-api-access = Dieses Mitglied hat nicht das Recht, die API zu benutzen.
refused-beyond-own = Dieses Token könnte mehr tun oder sehen als Sie. Das Mitglied kann es selbst erstellen.
refused-tokens-full = Mehr Tokens sind nicht erlaubt. Ersetzen oder löschen Sie zuerst eines.
refused-token-expiry = Ein Token endet nach jetzt und innerhalb von zehn Jahren.
refused-session-required = Dafür müssen Sie angemeldet sein; ein Token kann das nicht.
refused-limited-token = Ein Token für einige Rechte kann nichts beginnen, das ohne es weitergeht.
refused-tokens-per-member = Jedes Mitglied darf 1 bis 20 Tokens haben.
refused-headless = Danach wäre niemand mehr in der Leitung; bestimmen Sie zuerst jemand anderen.
refused-inactive = Dieses Mitglied ist inaktiv; reaktivieren Sie es zuerst.
refused-seats-full = Kein Platz ist mehr frei.
refused-rate-limited = Zu viele Einladungen warten darauf, dass ihre E-Mail abgeht. Versuchen Sie es in einer Stunde noch einmal.
refused-no-address = Nennen Sie mindestens eine E-Mail-Adresse.
refused-too-many = Zu viele auf einmal.
refused-nobody = Wählen Sie mindestens eine Person.
refused-not-found = Sie ist nicht mehr hier, hat keinen Zugang an diesem Arbeitsbereich, oder Sie dürfen nicht von ihr wissen.
refused-still-running = Das läuft noch; warten Sie, bis es fertig ist.
refused-nothing-to-undo = Hier ist nichts mehr, was rückgängig gemacht werden könnte.
refused-no-level = Wählen Sie eine Stufe.
refused-empty = Das wird gebraucht.
refused-too-long = Das ist zu lang.
refused-email = Das ist keine E-Mail-Adresse.
refused-phone = Schreiben Sie die Nummer international, etwa +49 30 1234567.
refused-number = Schreiben Sie eine Zahl.
refused-password-too-short = Das Passwort ist zu kurz; nehmen Sie mindestens 12 Zeichen.
refused-password-missing = Geben Sie ein Passwort ein.
refused-successor-missing = Wählen Sie, wer die Kontakte übernimmt.
refused-successor-unknown = Ein solches Mitglied gibt es hier nicht.
refused-successor-leaves = Kontakte können nicht an die Person gehen, die geht.
refused-successor-not-active = Kontakte können nur an ein aktives Mitglied gehen.
refused-successor-cannot-handle = Die gewählte Person kann nicht in jedem betroffenen Arbeitsbereich mit Kontakten arbeiten.
refused-masked = E-Mail-Adressen sind vor Ihnen verborgen.
refused-stale = Jemand anderes hat dies inzwischen geändert; lesen Sie es noch einmal.
refused-foreign-origin = Diese Anfrage kam von einer anderen Seite.
refused-wrong-password = Das Passwort ist falsch.
refused-email-fixed = In einer Organisation, um die es geht, bleiben Adressen, wie sie sind: Lassen Sie die neue Adresse einladen und den Zugang der alten mit einer Übergabe beenden.
refused-same-email = Das ist bereits die Adresse.
refused-email-taken = Mit dieser Adresse meldet sich bereits jemand an.
refused-too-many-mails = Dazu wurden eben schon mehrere E-Mails gesendet. Suchen Sie die neueste, oder versuchen Sie es in einer Viertelstunde noch einmal.
refused-no-organization = Sie gehören zu keiner Organisation, die die E-Mail senden könnte.
refused-locked = Zu viele falsche Passwörter. Versuchen Sie es in einer Viertelstunde noch einmal, oder bitten Sie jemanden, der Ihren Zugang verwaltet, ihn zu entsperren.
refused-too-many-wrong-passwords = Aus Ihrem Netz kamen zu viele falsche Passwörter. Versuchen Sie es später noch einmal.
refused-other-account = Melden Sie sich zuerst ab: Sie sind mit einer anderen Adresse angemeldet.
refused-password-too-long = Das Passwort ist zu lang.
refused-already-undone = Das wurde schon rückgängig gemacht.
refused-pending = Die Einladung ist noch nicht angenommen: Ziehen Sie sie zurück, oder senden Sie sie erneut.
refused-already-active = Dieses Mitglied ist schon aktiv.
refused-would-lapse = Ein Teil des Zugangs käme nicht zurück. Sehen Sie nach, was, und senden Sie es noch einmal; oder fragen Sie jemanden, der ihn geben darf.
refused-reactivate-instead = Ein Deaktivieren wird nicht rückgängig gemacht; reaktivieren Sie diese Person stattdessen.
refused-superseded = Die Person wurde inzwischen wieder eingeladen; das lässt sich nicht mehr rückgängig machen.
refused-too-late = Es ist zu spät, das rückgängig zu machen.
refused-ended = Das ist schon vorbei.
refused-plan-moved = Seit Sie nachsahen, hat sich etwas geändert. Nichts wurde getan; sehen Sie noch einmal nach und bestätigen Sie dann.
refused-assignee-missing = Wählen Sie jemanden, oder niemanden.
refused-already-set-up = Diese Installation ist schon eingerichtet.
refused-wrong-token = Mit diesem Code lässt sich nichts einrichten.
refused-assigned-from-member = Wer was hat, wird auf der Seite jedes Mitglieds gewählt.
refused-assigned-from-resource = Wer was hat, wird auf der Seite der Sache selbst gewählt.
refused-bad-cursor = Diese Liste hat sich geändert; beginnen Sie auf der ersten Seite.
refused-bad-model = Das ist kein Zugangsmodell.
refused-bad-parameter = In der Adresse steht etwas, womit diese Seite nichts anfangen kann.
refused-switched-off = Diese Organisation ist abgeschaltet; ein Betreiber schaltet sie zuerst wieder ein.
refused-cannot-govern = Diese Person kann nicht leiten: Sie ist nicht aktiv oder hat noch kein Passwort.
refused-day = Schreiben Sie den Tag wie 2026-01-31.
refused-dead-link = Dieser Link funktioniert nicht mehr.
refused-selection-required = Dazu gehört genau eins: bitte erst das auswählen.
refused-exactly-one = Mit dieser Stufe ist es genau eines.
refused-fingerprint = Der bestätigte Plan lässt sich nicht lesen; sehen Sie noch einmal nach.
refused-for-everyone = Das ist für alle und lässt sich niemandem einzeln nehmen.
refused-has-all = Dieses Mitglied hat alle dieser Art; wählen Sie zuerst einzelne aus.
refused-id = Wählen Sie etwas von dem, was angeboten wird.
refused-idempotency-key = Dieses Formular wurde schon einmal mit anderem Inhalt gesendet. Sehen Sie es durch und senden Sie es noch einmal.
refused-implied = Die Stufe dieser Person hat alle dieser Art; es gibt nichts zu wählen.
refused-root = Die Wurzel lässt sich nicht ausschalten.
refused-off-above = In einem Arbeitsbereich darüber ausgeschaltet; dort lässt es sich einschalten.
refused-migration = Eines der Wörter kann nicht dazu werden.
refused-operators-own = Über Tarife und Funktionen und was sie braucht entscheidet, wer diese Installation betreibt.
refused-model-changed = Das Zugangsmodell wurde seither geändert und kennt nicht mehr, was zurückkäme. Geben Sie den Zugriff neu.
refused-busy = Sie exportieren oder importieren gerade schon etwas; versuchen Sie es danach noch einmal.
refused-others-busy = Gerade exportieren oder importieren andere; versuchen Sie es gleich noch einmal.
refused-in-use = Für manche ist es das einzige, und eines müssen sie haben. Geben Sie ihnen zuerst ein anderes.
refused-instant = Schreiben Sie die Zeit wie 2026-01-31T12:00:00Z.
refused-key = Wählen Sie etwas von dem, was angeboten wird.
refused-language = Wählen Sie eine der Sprachen.
refused-not-for-everyone = Etwas von dieser Art kann nicht für alle sein.
refused-operator-only-fills-the-chair = Betreiber bestimmen nur dann jemanden zur Leitung, wenn es niemanden gibt.
refused-out-of-level = Die Stufe dieser Person hat nichts von dieser Art.
refused-out-of-range = Diese Zahl liegt außerhalb des Erlaubten.
refused-taken = Das ist schon vergeben.
refused-time-zone = Wählen Sie eine der Zeitzonen.
refused-undo-window = Die Frist zum Rückgängigmachen beträgt höchstens 365 Tage.
refused-unknown-feature = Diese Funktion gibt es nicht.
refused-unknown-model = Dieses Zugangsmodell gibt es nicht.
refused-unknown-plan = Diesen Tarif gibt es nicht.
refused-unknown-resource = Das gibt es hier nicht.
refused-unknown-group = Diese Gruppe gibt es hier nicht.
refused-not-grouped = Diese Art hat keine Gruppen.
refused-has-by-group = Dieses Mitglied hat das durch eine Gruppe; ändern Sie, welche Gruppen es hat oder was in ihnen ist.
refused-not-governing = Nur wer leitet, bestimmt, welche Stufen leiten.
refused-group-full = In diese Gruppe passt nicht mehr hinein.
refused-too-many-groups = Von dieser Art kann es nicht mehr Gruppen geben; löschen Sie erst eine.
refused-unknown-statistic = Diese Kennzahl gibt es nicht.
refused-statistic-too-high = Das ist mehr, als sich zählen lässt. Erlaubt ist eine ganze Zahl bis 9.007.199.254.740.991.
refused-unknown-status = Diesen Status gibt es nicht.
refused-control-character = Es enthält Zeichen, die sich nicht zeigen lassen.
refused-assignee-unknown = Ein solches Mitglied gibt es hier nicht.
refused-assignee-not-active = Kontakte können nur einem aktiven Mitglied zugewiesen werden.
refused-assignee-cannot-handle = Dieses Mitglied kann dort nicht mit Kontakten arbeiten.
refused-not-active = Die Person ist nicht aktiv.
refused-not-eligible = Diese Einschränkung passt nicht zu diesen Stufen.
refused-not-for-levels = Dieses Recht lässt sich diesen Stufen nicht hinzufügen.
refused-unknown-level = Diese Stufe gibt es nicht.
refused-unknown-permission = Dieses Recht gibt es nicht.
refused-unknown-restriction = Diese Einschränkung gibt es nicht.
refused-unknown-kind = Diese Art gibt es nicht.
refused-circle = Ein Arbeitsbereich kann nicht unter sich selbst liegen.
refused-no-parent = Wählen Sie einen Arbeitsbereich.
refused-too-deep = Dort ist der Baum zu tief.
refused-already-member = Die Person hat hier schon Zugang.
refused-bad-expiry = Wählen Sie eine Zeit in den nächsten 90 Tagen.
refused-wrong-type = Das ist von anderer Art als gewünscht.
refused-member-missing = Wählen Sie jemanden.
refused-no-contact = Nennen Sie mindestens einen Kontakt.
refused-seats-taken = Es sind mehr Plätze belegt.
members-resource = Team oder andere Ressource
place-resources = Ressourcen
resources-more = Was einzelne erreichen oder miteinander teilen.
resources-search = Nach Namen suchen
resources-none = Noch nichts
resources-none-more = Legen Sie etwas an, und fügen Sie dann Personen hinzu.
resource-new-title = Neue Ressource
resource-new-of = { $it } anlegen
resource-kind = Art
resource-reach = Für wen
resource-everyone = Für alle
resource-chosen = Wer hinzugefügt wurde
resource-nobody = Noch niemand gehört dazu
resource-put-in = Jemanden hinzufügen
resource-put-in-do = Hinzufügen
resource-take-out = { $it } entfernen
resource-delete-title = Löschen
resource-delete-one = { $it } löschen
resource-delete-more = Es ist sofort für alle weg. Das lässt sich nicht rückgängig machen.
groups-title = Gruppen
groups-more = Wer eine Gruppe hat, erreicht alles, was in ihr ist.
groups-none-more = Legen Sie eine Gruppe an, und nehmen Sie dann auf, was zusammen erreicht werden soll.
groups-find = Nach einer Gruppe suchen
groups-choose-title = Gruppen wählen
groups-of = Gruppen von { $it }
groups-of-more = Wer eine dieser Gruppen hat, erreicht es sofort.
group-new-title = Neue Gruppe
group-of = Gruppe der Art { $it }
group-empty = Noch ist nichts darin
group-empty-more = Wählen Sie sie auf der Seite dessen, was hineinkommen soll.
group-delete-more = Wer sie hat, verliert, was nichts anderes gibt. Was in ihr ist, bleibt. Das lässt sich nicht rückgängig machen.
resource-in-groups = In den Gruppen
resource-in-no-groups = In keiner Gruppe
resource-by-level = durch die Stufe
resource-by-whole-kind = mit allem dieser Art
resource-by-group = durch eine Gruppe
resource-by-that-group = durch die Gruppe { $it }
done-group-created = Angelegt. Wählen Sie sie jetzt auf der Seite dessen, was hineinkommen soll.
done-group-deleted = Gelöscht.
done-groups-chosen = Gespeichert.
done-resource-created = Angelegt. Fügen Sie die ersten Personen hinzu.
done-resource-deleted = Gelöscht.
done-put-in = Hinzugefügt.
done-taken-out = Entfernt.
kind-resource-changed = Ressource geändert
kind-resource-created = Ressource angelegt
kind-resource-deleted = Ressource gelöscht
kind-resource-group-created = Gruppe von Ressourcen angelegt
kind-resource-group-changed = Gruppe von Ressourcen geändert
kind-resource-group-deleted = Gruppe von Ressourcen gelöscht

## Rights of the engine's own

permission-members-view = Mitglieder sehen
permission-members-invite = Personen einladen
permission-members-manage = Mitglieder verwalten
permission-members-export = Mitglieder exportieren
permission-workspaces-manage = Arbeitsbereiche anlegen und ordnen
permission-workspaces-settings = Einstellungen von Arbeitsbereichen ändern
permission-resources-manage = Ressourcen anlegen und ändern
permission-contacts-view = Kontakte sehen
permission-contacts-handle = Kontakte betreuen
permission-contacts-delete = Kontakte löschen
permission-contacts-export = Kontakte exportieren
permission-alerts-raise = Meldungen auslösen
permission-insights-view = Einblicke sehen
permission-journal-view = Das Journal lesen
permission-access-model-manage = Das Zugangsmodell ändern
permission-organization-manage = Einstellungen der Organisation ändern
permission-assign = Personen hinzufügen: { $it }

## Times

day = { $day }. { $month ->
        *[1] Januar
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
         [12] Dezember
    } { $year }
moment = { $day }, { $time }

# Hinweise

place-insights = Hinweise
insights-title = Hinweise
insights-more = Was es zu wissen und zu tun gibt. Was erledigt ist, steht hier nicht mehr.
insights-none = Nichts zu melden
insights-none-more = Soweit Sie es sehen, ist nichts zu tun.
insights-none-here = Soweit gesucht wurde, nichts. Die nächste Seite sucht weiter.
insights-none-of-it = Nichts davon.
insights-all = Alle Hinweise
insights-further = Mehr zeigen
insight-too-few-govern = Zu wenige leiten
insight-more-too-few-govern = Ist jemand nicht da, sollte jemand anderes leiten können.
insight-governors =
    { $count ->
        [0] Niemand leitet
        [one] Eine Person leitet
       *[other] { $shown } Personen leiten
    }
insight-nobody-in = Ohne jemanden
insight-more-nobody-in = Niemand Aktives arbeitet hier.
insight-in-none = Nirgends eingeteilt
insight-more-in-none = Sie arbeiten dort, wo sie eingeteilt sind, und sind es nirgends.
insight-in-none-of = Ohne { $it }
insight-unanswered = Einladungen ohne Antwort
insight-more-unanswered = Sie sind abgelaufen, bevor sie jemand angenommen hat.
insight-expired = Abgelaufen
insight-wider-level = Mehr als die meisten
insight-more-wider-level = Die meisten um sie herum haben weniger, und seit 30 Tagen steht nichts von ihnen im Journal.
insight-level = { $it }; die meisten hier: { $that }
insight-give = Zu { $it } machen
insight-not-active = Seit 30 Tagen nicht aktiv
insight-more-not-active = Zugang, den niemand nutzt, ist besser abgeschaltet. Er lässt sich jederzeit zurückgeben.
insight-last-active = Zuletzt aktiv
insight-never-active = Nie aktiv
insight-onboarding = Neu hier
insight-more-onboarding = Wer in den letzten 30 Tagen kam, und was noch zu tun ist.
insight-assign = Zuteilen
insight-assign-to = Was { $it } zugeteilt wird
onboarding-accepted = Angenommen
onboarding-named = Hat einen Namen
onboarding-second-factor = Hat einen zweiten Faktor
onboarding-assigned = { $it } zugeteilt
onboarding-active = War aktiv
onboarding-done = Erledigt:
onboarding-open = Offen:
resource-alone = Sonst niemand
resource-take-out-last = { $it } herausnehmen, danach ist niemand mehr da
refused-resource-missing = Wählen Sie eins davon.
