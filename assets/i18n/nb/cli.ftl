# Ord for kommandolinjen: hjelp, tabeller og meldinger. Det som deles med skjermene, står i common.ftl.

## Hva kommandoene gjør. Én linje hver.

cli-about = Rådets verktøy for kommunesektorens selvfinansierende digitaliseringsfond
cli-init = Lag et nytt fond
cli-capital = Kapitalen: kilder, på konto, ledig (også: kapital)
cli-forecast = Prognosen for kapitalen kvartal for kvartal, også med et scenario
cli-forecasts = Prognosene som er lagret
cli-forecasts-list = Alle lagrede prognoser
cli-forecasts-show = Én lagret prognose, slik den var
cli-ranking = Den prioriterte listen i en avsluttet runde, med streken
cli-portfolio = Streken etter hver regel ved siden av den beste sammensetningen av søknader
cli-proposals = Søknadene: alle, eller én med alt som er kjent om den
cli-proposals-list = Alle søknader
cli-proposals-show = Én søknad
cli-participants = Deltakerne: alle, eller én med svarene den har gitt
cli-participants-list = Alle deltakere
cli-participants-show = Én deltaker
cli-rounds = Vurderingsrundene og hvor langt de er kommet
cli-rounds-list = Alle vurderingsrunder
cli-rounds-show = Én vurderingsrunde med søknadene i den
cli-commitments = Tilsagnene: hva KS har gitt tilsagn om, hva som er utbetalt, og hva som gjenstår
cli-commitments-list = Alle tilsagn, med dagen for neste utbetaling etter planen
cli-disbursements = Utbetalingene: hva som er utbetalt, hva som venter på godkjenning, og hva som er trukket
cli-disbursements-list = Alle utbetalinger
cli-disbursements-show = Én utbetaling
cli-disbursements-withdraw = Trekk tilbake en registrert utbetaling som ikke skal godkjennes
cli-solutions = Løsningene: kostnad, ibruktakelser og hva som er betalt tilbake
cli-solutions-list = Alle løsninger fondet har betalt for
cli-solutions-show = Én løsning med ibruktakelser, krav og avregninger
cli-charges = Kravene på dem som har tatt en løsning i bruk
cli-charges-list = Alle krav, eller bare de ubetalte eller forfalte
cli-charges-show = Ett krav
cli-members = De registrerte personene
cli-members-list = Alle medlemmer
cli-members-show = Ett medlem
cli-import = Importer fra en CSV-fil eller en arbeidsbok: alle radene, eller ingen
cli-import-participants = Deltakere, med svar og innbetalinger
cli-import-proposals = { SENTENCE(word-proposals) }
cli-import-scores = Vurderinger på vegne av medlemmer
cli-import-adoptions = Ibruktakelser, med det som er betalt
cli-import-ledger = Posteringer fra andre regnskap
cli-export = Eksporter som CSV, arbeidsbok, hledger-journal eller JSON
cli-export-ledger = Regnskapet, én linje per postering
cli-export-proposals = Søknadene
cli-export-participants = { SENTENCE(word-the-participants) }
cli-export-ranking = Prioriteringen i en avsluttet runde
cli-member = Registrer og fjern medlemmer
cli-member-add = Registrer en person med roller
cli-member-revoke = Ta fra en person alle roller
cli-member-mask = Vis ikke lenger navnet til en som har sluttet
cli-participant = Registrer svar og innbetaling fra en deltaker
cli-participant-decide = Registrer svaret på invitasjonen, eller rett et svar
cli-participant-pay = Registrer en innbetaling
cli-participant-waive = Ettergi en rest av innskuddet (C8)
cli-participant-refund = Registrer at det som er betalt for mye, skal betales tilbake; så godkjenner KS
cli-participant-keep = Før det som er betalt for mye, som annen inntekt
cli-ks = Registrer hva KS betaler inn
cli-ks-pay = Registrer en innbetaling fra KS
cli-state = Registrer hva staten betaler inn
cli-state-pay = Registrer en innbetaling fra staten (KMD)
cli-proposal = Registrer, endre, send inn, kvalifiser eller trekk en søknad; sett i drift eller stopp
cli-proposal-register = Registrer en ny søknad som utkast
cli-proposal-edit = Endre en søknad; det som ikke nevnes, blir som det er
cli-proposal-submit = Send inn et utkast
cli-proposal-qualify = Prøv en søknad mot de fire inngangskravene
cli-proposal-withdraw = Trekk en søknad
cli-proposal-live = Registrer at løsningen er satt i drift
cli-proposal-stop = Stopp et prosjekt: frigi resten av tilsagnet og avskriv det som ikke kommer tilbake
cli-round = Åpne og avslutt vurderingsrunder
cli-round-open = Åpne en vurderingsrunde over kvalifiserte søknader
cli-round-reveal = Avslutt en runde og vis poengene, for alle på én gang
cli-conflict = Meld deg inhabil til å behandle en søknad
cli-score = Gi din vurdering av en søknad
cli-move = Flytt en søknad til en annen plass i prioriteringen
cli-recommend = Gi rådets innstilling om en søknad
cli-decide = Registrer KS’ vedtak om en søknad
cli-release = Frigi det av et tilsagn som ikke skal brukes
cli-disburse = Registrer en utbetaling; en annen må godkjenne den
cli-approve = Godkjenn en utbetaling, så den bokføres
cli-adopt = Registrer at en deltaker har tatt en løsning i bruk
cli-settle = Avregn en løsning der kostnaden deles: krev det som mangler, og krediter det som er for mye
cli-charge = Registrer betaling av et krav, eller en purring
cli-charge-pay = Registrer en betaling, hele kravet, en del av det eller mer
cli-charge-remind = Registrer en purring på et forfalt krav, eller på alle
cli-refund = Registrer hva som betales tilbake til den som har betalt for mye
cli-refund-pay = Registrer en utbetalt refusjon
cli-write-off = Avskriv det av en løsnings kostnad som ikke kommer tilbake
cli-ledger = Avslutt en periode eller åpne den igjen, eller reverser et bilag
cli-ledger-close = Avslutt regnskapet til og med en dato
cli-ledger-reopen = Åpne den avsluttede perioden som en dato ligger i, og alle senere perioder
cli-ledger-reverse = Reverser et bilag
cli-report = Årsrapporten: den årlige evalueringen av ordningen, som Markdown eller HTML
cli-check = Kontroller filen, regnskapet og loggen
cli-who-may-do-what = Hvem som kan gjøre hva
cli-rule = Reglene, eller én av dem: hva den sier, et eksempel og kilden
cli-audit = Loggen, det nyeste først
cli-audit-verify = Kontroller at loggen er hel
cli-audit-acknowledge = Ta til etterretning det en oppgradering fant endret utenom kommit; kontrollen melder fra om det, men godkjenner filen
cli-completions = Skriv ut autofullføring for skallet ditt
cli-man = Skriv ut manualsiden
cli-help = Hjelp om en kommando
cli-demo = Et ferdig demofond med ekte kommuner

## Overskrifter og navn i hjelpen

cli-heading-usage = Bruk:
cli-heading-arguments = Argumenter
cli-heading-options = Valg
cli-commands = Kommandoer
cli-common-options = Felles valg
cli-value-command = { UPPER(word-command) }
cli-value-options = [VALG]
cli-value-file = FIL
cli-value-handle = { UPPER(col-handle) }
cli-value-row = LINJE
cli-value-rule = { UPPER(word-rule) }
cli-value-date = { UPPER(word-date) }
cli-value-ref = REF
cli-value-kroner = { UPPER(word-kroner) }
cli-value-text = { UPPER(word-text) }
cli-value-number = NUMMER
cli-value-round = { UPPER(word-round) }
cli-value-id = ID
cli-value-invoice = { UPPER(word-invoice) }
cli-value-scheme = ORDNING
cli-value-score = { UPPER(word-score) }
cli-value-scores = KRITERIUM=POENG
cli-value-place = { UPPER(word-seat) }
cli-value-plan = DATO=KRONER,…
cli-value-tried = REF[=KRONER],…
cli-value-refs = REF,…
cli-value-price-model = MODELL
cli-value-rate = TALL
cli-value-quarters = { UPPER(word-quarters) }
cli-value-share = { UPPER(word-share) }
cli-value-roles = ROLLE[,ROLLE…]
cli-value-applicant = { UPPER(word-applicant) }
cli-value-voucher = { UPPER(word-voucher) }
cli-value-count = { UPPER(word-count) }
cli-value-forecast = { UPPER(word-forecast) }
cli-value-year = ÅR

## Hva argumenter og valg betyr

cli-arg-help = Vis hjelp
cli-arg-help-of = Kommandoen det gjelder
cli-arg-rule-label = Regelen, som R1; alle når ingen er nevnt
cli-arg-version = Vis versjonen
cli-arg-db = Fondets fil (ellers KOMMIT_DB, ellers kommit.db i datamappen; demofondet er demo.db der)
cli-arg-as = Hvem du er (ellers KOMMIT_MEMBER, ellers filens eier som administrator)
cli-arg-lang = Språk (ellers KOMMIT_LANG, ellers bokmål)
cli-arg-color = Farger: automatisk, alltid, aldri, eller alltid og bare de 16 vanlige
cli-arg-ascii = Bruk bare ASCII-tegn
cli-arg-plain = Skriv skjermbildet som ren tekst; velg et annet med tallet (kommit --plain 4) eller én post med nøkkelen (kommit --plain 2018-14)
cli-arg-today = Forretningsdato i stedet for dagens dato; alle tall er per den dagen
cli-arg-json = Svar som JSON
cli-arg-ref = Søknadens referanse, som 2018-07
cli-arg-proposals = Søknadene som skal vurderes
cli-arg-number = Kommunenummer eller fylkesnummer
cli-arg-on = Dato (ellers i dag)
cli-arg-reason = { SENTENCE(word-reason) }
cli-arg-title = { SENTENCE(word-title) }
cli-arg-comment = { SENTENCE(word-comment) }
cli-arg-summary = { SENTENCE(word-summary) }
cli-arg-scheme = digifin-2017, blank eller en TOML-fil med ordningens parametre
cli-arg-ranking-round = Vurderingsrunden (ellers den siste som er avsluttet)
cli-arg-round = Navnet på vurderingsrunden
cli-arg-frame = Rammen (ellers ledig kapital)
cli-arg-rule = Hvordan streken trekkes: stopp, hopp over eller poenggrense
cli-arg-threshold = Laveste poeng over streken, som 3,5
cli-arg-with = Ta med disse, uansett hvor streken går; gjerne med et lavere beløp
cli-arg-without = La disse være utenfor
cli-arg-portfolio-threshold = Ta med streken etter poenggrense også, som 3,5
cli-arg-quarters = Hvor mange kvartaler, 1–120 (ellers 40)
cli-arg-paths = Hvor mange simuleringer båndene bygger på, 1–100 000 (ellers 2000)
cli-arg-seed = Startverdien for simuleringene (ellers 1). Samme startverdi gir samme bånd
cli-arg-what-if = CSV-fil med ekstra inn- og utbetalinger: date,kind,amount,label
cli-arg-scenario = TOML-fil med andre forutsetninger: uptake_factor, delay_quarters, undecided_joining, reserve, include, exclude
cli-arg-save = Lagre prognosen under et navn. Den kan ikke endres siden
cli-arg-forecast = Navnet prognosen er lagret under
cli-arg-year = Året rapporten gjelder, som 2018
cli-arg-report-format = Format (ellers md); html er én fil med figurer
cli-arg-report-forecast = Den lagrede prognosen året sammenlignes med (ellers den siste av dem som forutså mest av året)
cli-arg-disbursement = Utbetalingens nummer
cli-arg-disburse-amount = Hva som skal utbetales
cli-arg-disburse-on = Dagen det betales (ellers i dag)
cli-arg-live-on = Dagen løsningen ble satt i drift (ellers i dag)
cli-arg-live-price-model = Prismodell, som ved registrering av søknaden (ellers søknadens egen)
cli-arg-invoice = Kravets referanse, som K-0017
cli-arg-invoice-or-all = Kravet, for eksempel K-0017; uten det alle krav som er forfalt
cli-arg-open = Bare krav som ikke er betalt i sin helhet
cli-arg-overdue = Bare forfalte krav
cli-arg-charge-amount = Hva som er betalt (ellers alt som gjenstår)
cli-arg-refund-amount = Hva som er refundert (ellers alt deltakeren har til gode)
cli-arg-write-off-amount = Hva som avskrives
cli-arg-handle = Medlemmets brukernavn
cli-arg-new-handle = Brukernavn: små bokstaver, sifre og bindestreker
cli-arg-name = Fullt navn
cli-arg-roles = member, chair, deputy, secretariat, ks, observer; flere med komma
cli-arg-member-participant = Kommunen eller fylkeskommunen personen kommer fra
cli-arg-import-file = CSV-fil (UTF-8) eller arbeidsbok (.xlsx, .xlsm) med overskrifter på første linje
cli-arg-dry-run = Prøv alt, men lagre ingenting
cli-arg-format = Format (ellers CSV); xlsx er en arbeidsbok
cli-arg-format-ledger = Format (ellers CSV); hledger er en journal, som kan prøves med hledger check --strict
cli-arg-joins = Om deltakeren blir med: ja eller nei
cli-arg-reference = Deltakerens egen saksreferanse
cli-arg-answer-reason = Begrunnelse, når et tidligere svar rettes
cli-arg-pay-amount = Hva som er betalt (ellers alt som skyldes)
cli-arg-resolution = Ordlyden i deltakerens eget vedtak
cli-arg-resolved = Beløpet i deltakerens eget vedtak
cli-arg-waive-amount = Hva som ettergis av resten
cli-arg-over-amount = Hva som skal betales tilbake (ellers alt som er betalt for mye)
cli-arg-keep-amount = Hva som beholdes av det som er betalt for mye
cli-arg-counted-on = Dagen innbyggertallene gjelder fra, som regel 1. januar
cli-arg-paid-amount = Hva som er betalt
cli-arg-applicant = Kommune- eller fylkesnummer, KS, eller navnet på et selskap
cli-arg-owner = Deltakeren som eier selskapet
cli-arg-benefit = Hvem løsningen er for
cli-arg-cost = Hele utviklingskostnaden
cli-arg-applied = Hva det søkes om
cli-arg-go-live = Når løsningen ventes satt i drift
cli-arg-uptake-low = Utbredelse, lavt anslag (0–1)
cli-arg-uptake = Utbredelse, mest sannsynlig (0–1)
cli-arg-uptake-high = Utbredelse, høyt anslag (0–1)
cli-arg-delay-low = Forsinkelse i kvartaler, lavt anslag
cli-arg-delay = Forsinkelse i kvartaler, mest sannsynlig
cli-arg-delay-high = Forsinkelse i kvartaler, høyt anslag
cli-arg-price-model = shared, fixed:KR, inhabitant:KR, fixed:KR+inhabitant:KR eller bands:4999=KR,10000=KR,=KR
cli-arg-bass-p = Utbredelsestakt etter Bass, p: andelen per år som tar løsningen i bruk av seg selv (ellers 0,03)
cli-arg-bass-q = Utbredelsestakt etter Bass, q: andelen per år som følger etter andre (ellers 0,38)
cli-arg-gates = Inngangskravene i rekkefølge: felles utvikling, nytte for alle, berettiget søker, troverdig tilbakebetaling
cli-arg-gates-reason = Begrunnelse, når et inngangskrav ikke er oppfylt
cli-arg-set = Poeng 1–5, eller - for ikke vurdert: benefit=4 fit=-. Det som ikke nevnes, er ikke vurdert
cli-arg-for = Medlemmet vurderingen registreres for
cli-arg-ground = Hvorfor du er inhabil
cli-arg-to = Plassen i listen, 1 er først
cli-arg-recommend-amount = Innstill på tilsagn om beløpet
cli-arg-conditions = Vilkår for tilsagnet
cli-arg-postpone = Innstill på utsettelse
cli-arg-recommend-decline = Innstill på avslag
cli-arg-decide-amount = Gi tilsagn om beløpet
cli-arg-plan = Utbetalingsplan (ellers ordningens standard)
cli-arg-decide-decline = { SENTENCE(word-decline) }
cli-arg-decide-reason = Begrunnelse, når vedtaket avviker fra innstillingen
cli-arg-release-amount = Hva som frigis
cli-arg-through = Siste dag i perioden
cli-arg-reopen = En dag i perioden som skal åpnes
cli-arg-voucher = Bilagets nummer
cli-arg-limit = Hvor mange linjer som vises
cli-arg-shell = Skallet
cli-arg-fresh = Lag demofondet på nytt

## Når kommandolinjen ikke kan leses

cli-usage-missing-command = Her mangler en kommando.
cli-usage-missing-command-of = Her mangler en kommando. Velg { $known }.
cli-usage-no-value = { $argument } mangler en verdi.
cli-usage-value = «{ $value }» er ikke gyldig for { $argument }. Velg { $known }.
cli-usage-unknown = { $argument } finnes ikke her.
cli-usage-command = «{ $value }» er ikke en kommando.
cli-usage-missing = Her mangler { $argument }.
cli-usage-conflict = { $argument } kan ikke brukes sammen med { $other }.
cli-usage-encoding = Et av argumentene er ikke gyldig UTF-8.
cli-usage-other = Kommandolinjen kan ikke leses.
cli-usage-suggestion = Mente du { $known }?
cli-usage-hint = Bruk: { $usage }
    Mer hjelp: --help
cli-usage-more = Mer hjelp: kommit --help

## Feil og advarsler

cli-error = Feil: { $message }
cli-see-rules = Se: { $rules }
cli-error-argument = { $argument }: { $message }
cli-error-terminal = Terminalen kan ikke brukes: { $detail }
cli-unprinted = Svaret kunne ikke skrives ut, men handlingen ER utført og lagret. Ikke gjør det en gang til.
    { $done }
    { $made }
cli-warning = Merk: { $message }

error-not-the-owner = { $path } eies av en annen. Oppgi hvem du er med --as, eller la eieren gjøre det.
error-no-data-directory = Datamappen er ikke kjent. Oppgi hvor fondet er med --db.
error-not-a-demo = { $path } er ikke et demofond. Oppgi med --db hvor demofondet skal ligge.
error-folder-missing = Det finnes ingen mappe { $path }. Lag den, eller velg et annet sted.
error-file-missing = Det finnes ingen fil { $path }. Rett navnet.
error-file-denied = Du har ikke tilgang til { $path }.
error-file-unreadable = { $path } kan ikke leses: { $detail }
error-file-too-large = { $path } er for stor. En fil kan være høyst { $most } MiB.
error-file-encoding = { $path } er ikke lagret som UTF-8. Lagre den på nytt.
error-gates-invalid = «{ $value }» er ikke fire svar. Skriv ett for hvert inngangskrav, som j,j,j,n.
error-score-invalid = «{ $value }» er ikke en vurdering av et kriterium. Skriv som benefit=4, eller benefit=- når det ikke er vurdert.
error-plan-invalid = «{ $value }» er ikke en utbetalingsplan. Skriv dato og beløp, som 2018-04-01=500000,2018-07-01=250000.
error-threshold-superfluous = En poenggrense hører til regelen threshold. Velg den regelen, eller la være å gi en grense.

## Hva som er gjort

done-fund-created = Fondet er laget i { $path } etter ordningen { $scheme }.
cli-dry-run = Prøvekjøring. Ingenting er lagret. Uten --dry-run ville svaret vært:
cli-progress-demo = Lager demofondet
cli-progress-forecast = Regner ut prognosen
cli-progress-import = Importerer rader

## Deltakere, runder, medlemmer og utbetalinger

cli-rounds-none = Det er ingen vurderingsrunder ennå.
cli-members-none = Det er ingen medlemmer ennå.
cli-disbursements-none = Det er ingen utbetalinger ennå.

## Løsninger og krav

cli-charges-none = Det er ingen krav ennå.
cli-charges-none-open = Alle krav er betalt.
cli-charges-none-overdue = Ingen krav er forfalt.
cli-charges-sum = { $count ->
    [one] Ett krav, { $open } ubetalt, { $overdue } forfalt
   *[other] { $count } krav, { $open } ubetalt, { $overdue } forfalt
    }

## Loggen og kontrollen

cli-audit-whole = Loggen er hel. Den har { $count } linjer.
cli-audit-broken = Loggen er brutt fra linje { $seq }. Noen har endret filen utenom kommit.
cli-audit-head = Siste sjekksum: { $hash }
cli-check-ok = Alt stemmer: filen, regnskapet og loggen.
cli-check-no-notices = Systemet sier ikke fra når andre skriver i fondet: En åpen skjerm ser etter hvert annet sekund i stedet.
cli-check-findings = { $count ->
    [one] Én ting stemmer ikke:
   *[other] { $count } ting stemmer ikke:
    }
cli-finding-integrity = Filen er skadet: { $detail }
cli-finding-dangling = { $count ->
    [one] Én rad i { $table } viser til noe som ikke finnes.
   *[other] { $count } rader i { $table } viser til noe som ikke finnes.
}
cli-finding-unbalanced = Bilag { $voucher } går ikke opp; differansen er { $sum }.
cli-finding-gap = Det mangler bilag etter { $after }.
cli-finding-capital = Fondskapitalen og egenkapitalen er ulike; differansen er { $difference }.
cli-finding-disbursement = Utbetaling { $id } stemmer ikke med bilaget sitt.
cli-finding-repayments = Kravene og regnskapet sier ikke det samme om hva som er betalt tilbake på { $ref }; differansen er { $difference }.
cli-finding-refunds = Kravene og regnskapet sier ikke det samme om hva som skal refunderes; differansen er { $difference }.
cli-finding-movements = Bilag { $voucher } fører andre beløp enn det sier om kravene det gjelder.
cli-finding-charge = Krav { $invoice } er kreditert eller betalt med mer enn det lyder på.
cli-finding-overcharged = De som har tatt { $ref } i bruk, er krevd for { $charged }. Det er mer enn løsningen har kostet.
cli-finding-below-zero = { $kind ->
    [contribution] Det som er betalt av innskuddet til { $subject }
    [overpaid] Det { $subject } har til gode av innskuddet
    [charge] Det som er betalt på krav { $subject }
    [refund] Det { $subject } har til gode som bruker av { $ref }
   *[loss] Tapet på { $subject }
} er under null { $date }: { $amount }.
cli-finding-audit = Loggen er brutt fra linje { $seq }.
cli-finding-ballots = Opptellingen av det hemmelige valget { $election } i møte { $meeting } stemmer ikke med stemmesedlene.
cli-finding-sum = Summen som er lagret for { $account } { $day }, stemmer ikke med bilagene; differansen er { $difference }.
cli-finding-row-changed = Raden { $key } i tabellen { $table } er endret utenom kommit. Linje { $log } i loggen skrev den sist.
cli-finding-row-added = Raden { $key } i tabellen { $table } er lagt til utenom kommit.
cli-finding-row-removed = Raden { $key } i tabellen { $table } er fjernet utenom kommit. Linje { $log } i loggen skrev den sist.
cli-finding-version-changed = Versjonen som filen sier at den er av ({ $key }), er endret utenom kommit. Linje { $log } i loggen skrev den sist.
cli-finding-schema-changed = Databasens oppbygning er endret utenom kommit: { $table } { $key }. Linje { $log } i loggen skrev den sist.
cli-finding-schema-added = Databasens oppbygning har fått noe utenom kommit: { $table } { $key }.
cli-finding-schema-gone = Databasens oppbygning mangler noe: { $table } { $key }.
cli-finding-log-removed = Linje { $log } i loggen er fjernet utenom kommit.
cli-finding-schema-removed = Databasens oppbygning mangler noe: { $table } { $key }. Linje { $log } i loggen skrev den sist.
cli-finding-seals = Forseglingene som linje { $log } i loggen skrev i tabellen seals, er endret utenom kommit.
cli-finding-upgraded = Da filen ble oppgradert i linje { $log } i loggen, var den allerede endret utenom kommit { $count ->
    [one] på ett sted
   *[other] på { $count } steder
  }. Linjen sier hvor.
cli-finding-acknowledged = Tatt til etterretning i linje { $log }.
cli-finding-to-acknowledge = Når det er undersøkt, tas det til etterretning med kommit audit acknowledge { $log } --reason TEKST.
cli-export-log = Siste linje i loggen: { $log }
cli-arg-expect = Linjen og sjekksummen som loggen skal gå gjennom
cli-arg-acknowledge-row = Linjen i loggen som forteller om oppgraderingen
cli-value-anchor = LINJE:SJEKKSUM
cli-audit-met = Loggen går gjennom linje { $row } som ventet.
cli-audit-cut = Loggen har ingen linje { $row }. Filen er erstattet med en eldre utgave.
cli-audit-other = Linje { $row } har en annen sjekksum enn ventet. Noen har skrevet loggen om, eller det er loggen til et annet fond.

## Manualsiden

man-name = { UPPER(word-name) }
man-synopsis = BRUK
man-globals = { UPPER(cli-common-options) }
man-commands = { UPPER(cli-commands) }
man-keyboard = TASTATUR
man-exit = AVSLUTNINGSKODER
man-exit-done = utført
man-exit-internal = intern feil, eller noe er galt med filen
man-exit-usage = feil i kommandolinjen
man-exit-denied = mangler rettighet
man-exit-refused = verdien er ikke gyldig, eller en regel hindrer det; ingenting er skrevet
man-exit-busy = databasen er opptatt, eller noe er endret i mellomtiden; prøv igjen

cli-plain-next = Slik går du videre
cli-plain-records = kommit --plain NØKKEL: en søknad (2018-14), en runde (2018-2), en deltaker (0301), et krav (K-0001) eller et møte (1/2018)
