# Tilgang over SSH: nøkler, sshd og økter.

cli-member-key = Registrer, vis og fjern nøklene et medlem kommer inn med over SSH
cli-arg-key-file = Fil med én offentlig nøkkel (.pub), eller - for å lese fra standard inn
cli-arg-key-list = Vis nøklene som er registrert
cli-arg-key-remove = Fjern nøkkelen med dette fingeravtrykket; åpne økter med den avsluttes
cli-value-fingerprint = { UPPER(col-fingerprint) }
cli-value-key = { UPPER(word-key) }
cli-value-account = KONTO
cli-keys-none = Det er ikke registrert noen nøkler.
col-fingerprint = Fingeravtrykk
col-algorithm = { SENTENCE(word-kind) }
col-key-comment = { SENTENCE(word-comment) }
col-added-on = { SENTENCE(word-registered) }
col-removed-on = Fjernet
col-key-opens = Gir tilgang
word-key = nøkkel

done-key-added = Nøkkelen { $key } er registrert for «{ $handle }».
done-key-removed = Nøkkelen { $key } er fjernet. «{ $handle }» kommer ikke lenger inn med den.
log-member-key-add = registrerte en nøkkel
log-member-key-remove = fjernet en nøkkel

error-key-private = Dette er en privat nøkkel. Den skal aldri ut av maskinen den ble laget på. Be om den offentlige (.pub).
error-key-format = Nøkkelen er skrevet slik PuTTY lagrer den. Kopier linjen som begynner med «ssh-», eller gjør den om med ssh-keygen -i -f FIL.
error-key-several = Filen har flere nøkler. Registrer én om gangen.
error-key-options = Det står valg foran nøkkelen. Registrer nøkkelen alene; hva den kan brukes til, bestemmes her.
error-key-certificate = Dette er et sertifikat. Registrer den offentlige nøkkelen i stedet.
error-key-dsa = DSA-nøkler er ikke sikre lenger. Lag en ny med ssh-keygen -t ed25519.
error-key-rsa-short = RSA-nøkkelen har { $bits } bit, og må ha minst { $least }. Lag en ny med ssh-keygen -t ed25519.
error-key-unreadable = Dette kan ikke leses som en offentlig nøkkel. Den er én linje og begynner for eksempel med «ssh-ed25519».
error-key-of-another = Nøkkelen er eller har vært registrert for «{ $handle }». To medlemmer kan ikke ha samme nøkkel.
error-key-registered = Nøkkelen er allerede registrert for «{ $handle }».
error-key-unknown = Det er ikke registrert noen nøkkel med fingeravtrykket { $key }.
error-key-removed = Nøkkelen { $key } er ikke registrert for «{ $handle }» lenger.

cli-ssh = Tilgang over SSH: det sshd trenger
cli-ssh-authorized-keys = Skriv linjene sshd slipper medlemmer inn med
cli-ssh-config = Skriv det sshd_config må inneholde, og kontroller maskinen
cli-ssh-session = Kjør en økt over SSH; startes av sshd
cli-arg-ssh-key = Bare for denne nøkkelen, slik sshd gir den: «%t %k»
cli-arg-ssh-fingerprint = Fingeravtrykket til nøkkelen økten kom inn med
cli-arg-ssh-account = Kontoen medlemmene kommer inn på (ellers den som eier fondets fil)

error-ssh-no-option = { $argument } kan ikke brukes over SSH: Nøkkelen bestemmer hvem du er, og serveren hvilket fond og hvilken dag.
error-ssh-no-command = «{ $command }» kan ikke brukes over SSH.
error-ssh-no-path = Filer på serveren kan ikke navngis over SSH. Bruk - og send filen, for eksempel: ssh … import participants - < fil.csv
error-ssh-no-terminal = Her trengs en terminal. Bruk ssh -t, eller skriv en kommando etter navnet.
error-ssh-unreadable = Kommandoen kan ikke leses: Et anførselstegn mangler, eller tegnene er ikke UTF-8.
error-ssh-not-sshd = Denne kommandoen startes av sshd og ikke for hånd.
error-ssh-no-file = Linjen sshd har fått, mangler full sti til fondets fil. Skriv den på nytt med kommit ssh authorized-keys.
error-ssh-no-program = Programmet finner ikke sin egen fil.
error-ssh-odd-path = Stien { $path } kan ikke skrives i filene til sshd. Den må være fullstendig og uten styretegn.
error-ssh-unsafe-root = { $path } eies av root, så medlemmene ville komme inn som root. Gi filen til en egen konto.
error-ssh-unsafe-owner = { $path } eies av { $user }, som kan bytte ut det som ligger der.
error-ssh-unsafe-group = Alle i gruppen { $group } kan skrive til { $path }.
error-ssh-unsafe-others = Alle på maskinen kan skrive til { $path }.
error-ssh-unsafe-read = Andre enn eieren kan lese { $path }.
error-ssh-unsafe-unseen = { $path } kan ikke undersøkes.

tui-idle = Ingen har brukt økten på lenge. Den avsluttes om litt. Trykk på en tast for å fortsette.
error-session-idle = Økten er avsluttet fordi ingen brukte den. Koble til på nytt.
error-ssh-full-member = Du har allerede { $count } økter åpne. Avslutt en av dem og prøv igjen.
error-ssh-full = Det er allerede { $count } økter åpne. Prøv igjen om litt.
