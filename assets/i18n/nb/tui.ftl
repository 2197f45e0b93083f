# Rammen rundt skjermbildene: taster, hjelp, kommandoer, skjema og spørsmål.

tui-brand = KommIT
tui-demo = demo
tui-administrator = administrator
tui-kroner = kr
tui-save = { SENTENCE(word-save) }
tui-register = Registrer
tui-post = Bokfør
tui-cancel = avbryt
tui-stay = bli her

## Taster uten eget tegn

tui-key-space = Mellomrom
tui-key-backspace = Rettetast
tui-key-up = Opp
tui-key-down = Ned
tui-key-left = Venstre
tui-key-right = Høyre

## Taster som tekster nevner, slik de står i tabellene over taster

tui-key-back = Esc
tui-key-follow = F
tui-key-focus = Tab
tui-key-focus-back = Shift-Tab
tui-key-open = Enter
tui-key-save = Ctrl-S
tui-key-undo = u

## Taster som er felles: et verb til bunnlinjen og en setning til hjelpen

tui-open = åpne
tui-open-help = Åpner det som er valgt.
tui-filter = søk
tui-filter-help = Viser bare det som passer med det du skriver.
tui-sort = sorter
tui-filter-keep = behold søket
tui-filter-keep-help = Lukker søkefeltet. Fortsatt vises bare det som passer.
tui-filter-forget = ta bort søket
tui-filter-forget-help = Forkaster søket og viser det som sto der før.
tui-drop-selection = vis alle
tui-none-found = Ingenting passer med søket. { tui-key-back } tar det bort.
tui-none-fit = Ingenting passer med filteret.
tui-undo = angre
tui-undo-help = Angrer det siste du gjorde, så lenge det ikke er lagret.
tui-down-help = Én linje ned.
tui-up-help = Én linje opp.
tui-half-down-help = En halv side ned.
tui-half-up-help = En halv side opp.
tui-page-down-help = En side ned.
tui-page-up-help = En side opp.
tui-first-help = Til den første linjen.
tui-last-help = Til den siste linjen.
tui-help = hjelp
tui-help-help = Viser alle tastene her og hva de gjør.
tui-formulas = formler
tui-formulas-help = Viser hvordan tallene i programmet er regnet ut.
tui-rulebook-help = Viser regelen bak det som nettopp ble avvist, eller alle reglene.
tui-rule = Regel { $label } { $title }
tui-rule-key = { $key } viser regel { $rule }.
tui-palette-help = Finner en kommando når du skriver en del av navnet.
tui-palette-title = Hva vil du gjøre?
tui-palette-none = Ingen kommando passer.
tui-title-waiting = Henter …
tui-title-refused = Kan ikke vises
tui-step-is-slow = Ikke lagret ennå. Venter på tur til å skrive; noen andre skriver i fondet …
tui-rehearsing = Kontrollerer om det er mulig … { tui-key-back } avbryter.
tui-back = tilbake
tui-back-help = Ett steg tilbake.
tui-log-help = Viser alt som er gjort, av hvem og når.
tui-seat = bytt person
tui-seat-help = Lar deg bruke programmet som en annen person. Finnes bare i demofondet.
tui-seats-title = Hvem vil du være?
tui-screen = skjermbilde
tui-screen-help = Går til skjermbildet med dette tallet.
tui-no-such-screen = Det finnes ikke noe skjermbilde med dette tallet.
tui-first-part = første del
tui-last-part = siste del
tui-next-part = neste del
tui-previous-part = forrige del
tui-previous-part-help = Går til forrige del.
tui-redraw = tegn på nytt
tui-redraw-help = Tegner hele skjermen på nytt.
tui-quit = avslutt
tui-quit-help = Avslutter programmet.

## Skjema og spørsmål

tui-erase-help = Sletter tegnet før markøren.
tui-empty-help = Sletter alt du har skrevet i feltet.
tui-scroll = bla
tui-close = lukk
tui-close-help = Går tilbake til skjermbildet.
tui-turn-help = Går fra det ene svaret til det andre.
tui-answer-help = Gir svaret som er valgt. Forbokstaven på en knapp gir svaret direkte.
tui-cancel-help = Avbryter. Ingenting blir gjort.
tui-run = utfør
tui-run-help = Utfører kommandoen som er valgt.
tui-sit-help = Bytter til personen som er valgt.
form-amount-understood = { $amount } kroner, altså { $mill } millioner
form-amount-small = { $amount } kroner, altså under 0,1 millioner
form-date-understood = Forstått som { $date }.
form-today = i dag
form-on-day = { $when }
form-next = neste felt
form-next-help = Går til neste felt, og fra det siste feltet til knappen.
form-previous = forrige felt
form-previous-help = Går til feltet før.
form-submit = fullfør
form-submit-help = Fullfører skjemaet.
form-leave-help = Forlater skjemaet. Går noe du har skrevet tapt, blir du spurt først.
form-new-line = ny linje
form-new-line-help = Begynner på en ny linje.
form-line-up-help = Én linje opp, og fra den første linjen til feltet over.
form-line-down-help = Én linje ned, og fra den siste linjen til feltet under.
form-left-help = Ett tegn til venstre.
form-right-help = Ett tegn til høyre.
form-start-help = Til begynnelsen av linjen.
form-end-help = Til slutten av linjen.
form-delete-help = Sletter tegnet etter markøren.
form-erase-word-help = Sletter ordet før markøren.
form-erase-rest-help = Sletter resten av linjen.
form-choose-help = Velger det neste alternativet.
form-choose-before-help = Velger det forrige alternativet.
tui-quit-title = Avslutte?
error-form-unanswered = Velg ja eller nei.
tui-unsaved = Du har endringer som ikke er lagret. De går tapt.
tui-quit-conducting = Et hemmelig valg ledes fra denne økten. Avslutter du nå, blir det avbrutt og må holdes på nytt.
tui-quit-own-vote = En avstemning er i gang i møte { $meeting }, og du har ikke stemt.
tui-quit-led-vote = En avstemning er i gang i møte { $meeting }. Den blir stående åpen til du er tilbake.
tui-quit-vote = En avstemning er i gang i møte { $meeting }. Du står fortsatt som til stede.
tui-quit-led-meeting = Møte { $meeting } er ikke avsluttet. Det blir stående åpent til du er tilbake.
tui-quit-meeting = Møte { $meeting } er i gang. Du står fortsatt som til stede.
tui-draft-found = Det du skrev her sist og ikke leverte, er hentet fram.
tui-leave-title = Forlate skjemaet?
tui-leave-anyway = Forlat uten å lagre
tui-quit-call-off = Avslutt og avbryt valget
tui-quit-all-the-same = Avslutt likevel
tui-quit-anyway = Avslutt uten å lagre
error-nothing-behind = q avslutter
error-seat-only-in-demo = Bare i demofondet kan du bytte person.

## Hva som sies når svaret er nei

tui-yes-help = Gjør det som det spørres om.
tui-choose-first = Ingenting er gjort ennå. Velg med { $key } eller { tui-key-back }.
not-asked = Avbrutt. Ingenting er gjort.
not-closed = Ikke avsluttet.
not-approved = Ikke godkjent.
not-declared = Inhabilitet er ikke meldt.
not-decided = Det er ikke fattet vedtak.
not-handed-in = Ikke levert.
not-left = Skjemaet er fortsatt åpent.
not-opened = Runden er ikke åpnet.
not-posted = Ikke bokført.
not-qualified = Inngangskravene er ikke avgjort.
not-quit = Programmet er ikke avsluttet.
not-recommended = Innstillingen er ikke gitt.
not-registered = Ikke registrert.
not-released = Ikke frigitt.
not-reopened = Ikke åpnet igjen.
not-reminded = Ingen purring er registrert.
not-revealed = Runden er ikke avsluttet.
not-reversed = Ikke reversert.
not-saved = Ikke lagret.
not-sent-in = Ikke sendt inn.
not-settled = Løsningen er ikke avregnet.
not-stopped = Prosjektet er ikke stoppet.
not-taken-back = Ikke trukket tilbake.
not-waived = Ikke ettergitt.
not-withdrawn = Søknaden er ikke trukket.
not-written-off = Ikke avskrevet.

## Overskrifter i håndbokens side om tastene

keys-everywhere = Overalt
keys-lists = I lister og på sider
keys-search = Mens du søker i en liste
keys-line = I et felt med tekst, beløp eller dato
keys-prose = I et felt med løpende tekst
keys-choice = I et felt med valg
keys-button = På knappen under feltene
keys-question = Når du blir spurt
keys-scorecard = Kriteriene i en vurdering
keys-new-round = Søknadene i en ny runde
keys-vouchers = Bilagene
keys-solution = Én løsning
