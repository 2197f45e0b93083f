# Hvorfor noe ble avvist: hvor, hva og hva som ville vært riktig. Nøkkelen er `error-` og avvisningens kode.

## Hva som er skrevet

error-amount-invalid = «{ $value }» er ikke et beløp. Skriv kroner som 1250000, 1 250 000, 1250000,50 eller 1,25 mill., med høyst to desimaler i kroner.
error-amount-ambiguous = «{ $value }» kan bety { $thousands } eller { $decimals }. Skriv beløpet uten tegn mellom tusenene, eller med to desimaler.
error-amount-total = Med denne raden blir summen for stor. Alt som importeres, kan til sammen være høyst { $most }.
error-amount-too-large = { $value } er for stort. Det største beløpet er 100 milliarder kroner.
error-amount-not-positive = { $amount } er ikke gyldig. Beløpet må være større enn null.
error-date-empty = Her må det stå en dato, for eksempel 31.3.2018.
error-date-invalid = «{ $value }» er ikke en dato. Skriv den som 31.3.2018 eller 2018-03-31; årene fra 2000 til 2099 kan brukes.
error-date-short-year = «{ $value }» er ikke en dato. Skriv året med fire sifre.
error-date-without-year = «{ $value }» mangler året. Skriv det også, som 31.3.2018.
error-text-empty = Må fylles ut.
error-text-long = Teksten er på { $length } tegn. Den kan ha høyst { $longest }.
error-text-control = Teksten har et tegn som ikke er lov ({ $character }). Fjern det, eller skriv teksten på nytt.
error-role-unknown = «{ $value }» er ikke en rolle. Rollene er { $known }.
error-handle-invalid = «{ $value }» er ikke et gyldig brukernavn. Bruk høyst 32 små bokstaver fra a til z, sifre og bindestreker, med en bokstav først. Navnet administrator er opptatt.
error-role-missing = Medlemmet må ha minst én rolle.
error-kind-unknown = «{ $value }» er ikke en type deltaker. Skriv kommune eller fylkeskommune.
error-number-invalid = «{ $value }» er ikke et { $digits ->
    [2] fylkesnummer. Det har to sifre, som 03.
   *[other] kommunenummer. Det har fire sifre, som 0301.
    }
error-ref-invalid = «{ $value }» er ikke en referanse. Skriv år og løpenummer, som 2018-07.
error-benefit-unknown = «{ $value }» sier ikke hvem løsningen er for. Skriv kommuner, fylkeskommuner eller begge.
error-price-model-invalid = «{ $value }» er ikke en prismodell. Skriv shared, fixed:KR, inhabitant:KR, fixed:KR+inhabitant:KR eller bands:4999=KR,10000=KR,=KR.
error-whole-number-invalid = «{ $value }» er ikke et helt tall. Skriv bare sifre, for eksempel 3.
error-whole-number-outside = «{ $value }» er ikke gyldig. Skriv et helt tall fra { $least } til { $most }.
error-account-unknown = «{ $value }» er ikke en konto i fondet. Skriv for eksempel assets:bank eller expenses:costs.
error-amount-missing = Oppgi et beløp.
error-cell-missing = Her mangler det noe. Fyll ut feltet.
error-date-ahead = { $date } er fram i tid. Skriv en dato som ikke er etter { $today }.
error-today-ahead = { $date } er ikke kommet ennå; i dag er det { $today }. Angi en dato til og med i dag med --today, eller utelat den.
error-answer-unknown = «{ $value }» er ikke et svar. Skriv ja eller nei.
error-population-invalid = «{ $value }» er ikke et antall innbyggere. Skriv et helt tall som 30790 eller 30 790.
error-population-outside = { $value } kan ikke være antall innbyggere. Skriv et tall fra 1 til { $most }.
error-share-invalid = «{ $value }» er ikke en andel. Skriv et tall fra 0 til 1, som 0,6, eller 60 %.
error-percent-invalid = «{ $value }» kan ikke brukes. Skriv en prosent fra 0 til 100, som 65.
error-delay-invalid = «{ $value }» er ikke en forsinkelse. Skriv hele kvartaler, fra 0 til { $most }.
error-total-negative = Det som er betalt til sammen, kan ikke være { $amount }. Skriv null eller mer.
error-threshold-invalid = «{ $value }» er ikke en poenggrense. Skriv et tall fra 0 til 5 med høyst to desimaler, for eksempel 3,5.
error-rate-invalid = «{ $value }» er ikke et tall som kan brukes her. Skriv null eller mer, for eksempel 0,38.
error-flow-kind-unknown = «{ $value }» er ikke en type bevegelse. Skriv innbetaling, kostnad, tilsagn eller utbetaling (eller receipt, cost, commitment, disbursement).
error-quarter-invalid = «{ $value }» er ikke et kvartal. Skriv det som 2018-Q1.

## Hvem som kan hva

error-denied-role = Bare { $who } kan { $action }.
error-denied-set-up-is-over = Administratoren kan importere fram til den første vurderingsrunden er åpnet. Nå er det sekretariatet som importerer.
error-denied-conflicted = Du er inhabil og kan ikke behandle denne søknaden. Poengene kan du se når KS har fattet vedtak.
error-denied-four-eyes = Du registrerte denne utbetalingen. En annen må godkjenne den.
error-denied-blind = Poengene er skjult for alle til vurderingsrunden er avsluttet.

## Søknader

error-cost-not-positive = Kostnaden er { $amount }. Den må være større enn null.
error-applied-not-positive = Søknadssummen er { $amount }. Den må være større enn null.
error-applied-above-cost = Søknadssummen { $applied } kan ikke være høyere enn prosjektkostnaden ({ $cost }).
error-uptake-outside = Utbredelsen { $value } er ikke en andel. Skriv et tall fra 0 til 1, som 0,6.
error-estimate-unordered = Anslagene må stå i stigende rekkefølge: lavt, mest sannsynlig, høyt.
error-decision-too-early = KS kan ikke fatte vedtak om { $ref } før rådet har gitt sin innstilling.
error-step-out-of-turn = { $ref } er på trinnet «{ $stage }» og kan ikke { $step }. Det kan bare søknader på trinnet { $needs }. { $next }
error-gate-not-eligible = Søkeren har ikke betalt sitt innskudd og kan ikke regnes som berettiget. Svar nei på det tredje inngangskravet, eller vent til innskuddet er betalt.
error-gate-reason-missing = Når et inngangskrav ikke er oppfylt, må det begrunnes.
error-proposal-unknown = Det finnes ingen søknad { $ref }.
error-proposal-not-editable = { $ref } er på trinnet «{ $stage }» og kan ikke lenger endres.
error-record-changed = { $ref } er endret av en annen i mellomtiden, og ingenting er lagret. Åpne søknaden på nytt og gjør endringen der.
error-applicant-without-owner = «{ $value }» er verken et nummer eller KS. Skriv søkerens nummer, eller oppgi i owner_number nummeret til en deltaker som eier søkeren.
error-owner-superfluous = Bare en søker som er et selskap eller et samarbeid, har en eier her. Tøm feltet, eller skriv navnet på søkeren.
error-withdraw-too-late = { $ref } er på trinnet «{ $stage }». En søknad kan trekkes til KS har fattet vedtak, ikke senere. { $next }
error-bass-outside = Utbredelsestakten p = { $p } og q = { $q } er ikke gyldig. p skal være over 0 og høyst 1, q mellom 0 og 2.

## Vurdering og prioritering

error-criterion-unknown = «{ $value }» er ikke et kriterium. Kriteriene er { $known }.
error-criterion-twice = Kriteriet «{ $value }» er nevnt to ganger. Nevn hvert kriterium én gang.
error-score-outside = { $value } er ikke en poengsum. Gi 1 til 5, eller la kriteriet stå uten poeng.
error-scorecard-handed-in = { $handle } har levert sin egen vurdering av { $ref }. Bare medlemmet selv kan endre den.
error-scorecard-empty = Vurderingen er tom. Gi poeng på minst ett kriterium.
error-place-outside = Det finnes ingen plass { $place } i listen. Velg en plass fra 1 til { $last }.
error-no-round = Det er ikke åpnet noen vurderingsrunde ennå.
error-round-unknown = Det finnes ingen vurderingsrunde «{ $round }».
error-round-exists = Vurderingsrunden «{ $round }» finnes fra før. Velg et annet navn.
error-round-empty = Velg minst én søknad til vurderingsrunden.
error-round-revealed = Vurderingsrunden «{ $round }» ble avsluttet { $date }.
error-case-twice = { $ref } er nevnt to ganger. Nevn hver søknad én gang.
error-case-not-in-round = { $ref } er ikke med i vurderingsrunden «{ $round }».
error-case-not-movable = { $ref } er på trinnet «{ $stage }». Bare prioriterte søknader som ennå er til behandling i runden, kan flyttes.
error-not-in-a-round = { $ref } er ikke med i noen vurderingsrunde.
error-move-nothing = Ingen søknad er flyttet.
error-ranking-changed = Prioriteringen i «{ $round }» er endret av en annen i mellomtiden, og ingenting er lagret. Se på den nye rekkefølgen og flytt på nytt.
error-scorecard-no-round = { $ref } er på trinnet «{ $stage }» og er ikke til vurdering nå.
error-scorecard-after-reveal = Runden med { $ref } er avsluttet. En vurdering kan bare endres mens saken er åpen i et møte.
error-conflict-declared = Du har allerede meldt inhabilitet i { $ref }.
error-conflict-after-decision = { $ref } er på trinnet «{ $stage }». Inhabilitet meldes før KS fatter vedtak.

## Innstilling, vedtak og tilsagn

error-deviation-reason-missing = { decide-deviation } Avviket må begrunnes.
error-amount-above-applied = { $amount } er mer enn det er søkt om. Gi høyst { $applied }.
error-plan-dates = Datoene i utbetalingsplanen må være i stigende rekkefølge, og den første kan ikke være før { $from }.
error-plan-amount = Utbetalingen { $date } må være større enn null.
error-plan-sum = Utbetalingsplanen summerer til { $sum }, men tilsagnet er { $amount }. Summene må være like.
error-entry-unbalanced = Bilaget går ikke opp: Linjene summerer til { $sum }. Det må ha minst to linjer, ingen av dem null, og summen må være null.
error-recommendation-missing = Rådet har ikke gitt innstilling om { $ref }. Den må komme før vedtaket.
error-not-enough-free = { $amount } er mer enn den ledige kapitalen, som er { $free }.
error-commitment-missing = { $ref } har ikke fått tilsagn.
error-release-too-much = Det gjenstår { $left } av tilsagnet til { $ref }. Mer kan ikke frigis.
error-disbursement-unknown = Det finnes ingen utbetaling { NUMBER($id, useGrouping: "false") }.
error-disbursement-approved = Utbetaling { NUMBER($id, useGrouping: "false") } er allerede godkjent av { $by }, med bilag { NUMBER($voucher, useGrouping: "false") }.
error-step-before = { $basis ->
    [submitted] Søknaden ble sendt inn { $date }
    [qualified] Søknaden ble kvalifisert { $date }
    [round_opened] Vurderingsrunden ble åpnet { $date }
    [round_revealed] Vurderingsrunden ble avsluttet { $date }
    [recommended] Rådet ga sin innstilling { $date }
    [decided] KS fattet vedtaket { $date }
    [registered] Beløpet ble registrert til utbetaling { $date }
   *[answered] Deltakeren takket ja { $date }
}, og det som bygger på det, kan ikke være tidligere.
error-reveal-before-cards = Vurderingsrunden { $round } har vurderinger fra dager etter { $date }, og kan ikke avsluttes den dagen.
error-disbursement-too-much = Det gjenstår { $left } av tilsagnet til { $ref }. Mer kan ikke utbetales.
error-warning-below-reserve = På konto er det nå { $bank }. Det er mindre enn reserven på { $reserve }.

## Filen med ordningens parametre

error-toml-syntax = Linje { NUMBER($line, useGrouping: "false") }: Filen kan ikke leses som TOML. { $detail }
error-toml-missing = Linje { NUMBER($line, useGrouping: "false") }: { $key } mangler.
error-toml-unknown = Linje { NUMBER($line, useGrouping: "false") }: { $key } er ukjent. Rett navnet eller fjern linjen.
error-toml-kind = Linje { NUMBER($line, useGrouping: "false") }: { $key } må være { $expected }.
error-toml-range = Linje { NUMBER($line, useGrouping: "false") }: { $key } må være fra { NUMBER($least, useGrouping: "false") } til { NUMBER($most, useGrouping: "false") }.
error-scheme-choice = Linje { NUMBER($line, useGrouping: "false") }: «{ $value }» er ikke gyldig for { $key }. Velg { $known }.
error-scheme-profile = Linje { NUMBER($line, useGrouping: "false") }: Andelene i { $key } summerer til { $sum }. De må summere til 1.
error-scheme-tranches = Linje { NUMBER($line, useGrouping: "false") }: Årene i { $key } må stige, ett for hver del av tilskuddet.
error-scheme-criterion-key = Linje { NUMBER($line, useGrouping: "false") }: «{ $value }» er ikke gyldig for { $key }. Bruk små bokstaver fra a til z og understrek.
error-scheme-criterion-twice = Linje { NUMBER($line, useGrouping: "false") }: Kriteriet «{ $value }» står to ganger. { $key } må være forskjellig for hvert kriterium.
error-scheme-weights = Linje { NUMBER($line, useGrouping: "false") }: Vektene i { $key } summerer til { $sum }. De må summere til 100.
error-scheme-spread = Linje { NUMBER($line, useGrouping: "false") }: «{ $key }» skal ha tre tall som ikke synker: lavt, mest sannsynlig og høyt.
error-scheme-name-unknown = Det finnes ingen innebygd ordning «{ $value }». Skriv digifin-2017, blank eller navnet på en TOML-fil.

## Medlemmer

error-member-unknown = Det finnes ikke noe medlem med brukernavnet «{ $handle }».
error-member-exists = Brukernavnet «{ $handle }» er i bruk. Velg et annet.
error-member-revoked = { done-member-revoked }
error-mask-of-a-member = «{ $handle }» er medlem. Bare navnet til en som har sluttet, kan skjules.
error-mask-already = Navnet til «{ $handle }» er allerede skjult.
error-member-not-in-council = «{ $handle }» sitter ikke i rådet og kan ikke ha vurderinger.
error-member-conflicted = «{ $handle }» er inhabil i { $ref } og kan ikke vurdere den.

## Deltakere

error-participant-unknown = Det finnes ingen deltaker med nummeret { $number }.
error-answer-reason-missing = { $name } har svart før. Når svaret skal rettes, må det begrunnes.
error-payment-without-promise = { $name } har ikke takket ja. Registrer svaret før innbetalingen.
error-contribution-paid = { $name } har betalt hele innskuddet. Oppgi beløpet hvis mer er kommet inn.
error-waive-too-much = { $name } skylder { $rest }. Mer enn det kan ikke ettergis.
error-waive-the-whole = Hele innskuddet til { $name } kan ikke ettergis, bare en rest.
error-answer-below-waived = KS har ettergitt { $waived } av innskuddet til { $name }. Da kan det ikke settes ned til { $amount }, for da ville hele innskuddet være ettergitt.
error-over-too-little = { $name } har { $over } til gode av det som er betalt for mye. Mer enn det kan ikke betales tilbake eller beholdes.
error-reversal-paid-back = Det { $name } har betalt for mye, er allerede betalt tilbake eller beholdt. Reverser det bilaget først.
error-warning-state-unmatched = Staten har betalt { $amount } mer enn sektoren nå har lovet. Det er ennå ikke dekket av løfter.
error-payment-above-promise = { $amount } er for mye. Det gjenstår { $left } å betale inn.
error-paid-below-posted = Det er allerede bokført { $paid } som betalt. Skriv det som er betalt til sammen, eller reverser bilaget.

## Regnskapet

error-bank-below-zero = Det er for lite på konto: { $available } er tilgjengelig, og det mangler { $short }.
error-balance-below-zero = { $kind ->
    [contribution] Det som er betalt av innskuddet til { $subject }
    [overpaid] Det { $subject } har til gode av innskuddet
    [charge] Det som er betalt på krav { $subject }
    [refund] Det { $subject } har til gode som bruker av { $ref }
   *[loss] Tapet på { $subject }
} ville være under null { $date }, for noe av det er bokført senere. Gjør det på en senere dag.
error-voucher-unknown = Det finnes ikke noe bilag { NUMBER($voucher, useGrouping: "false") }.
error-voucher-reversed = Bilag { NUMBER($voucher, useGrouping: "false") } er allerede reversert, med bilag { NUMBER($by, useGrouping: "false") }.
error-voucher-is-reversal = Bilag { NUMBER($voucher, useGrouping: "false") } reverserer selv bilag { NUMBER($of, useGrouping: "false") } og kan ikke reverseres. Før bilaget på nytt.
error-reversal-before = Reverseringen kan ikke være før bilaget, som er datert { $date }.
error-period-closed = { $date } er i en avsluttet periode. Regnskapet er avsluttet til og med { $through }.
error-period-already-closed = Regnskapet er allerede avsluttet til og med { $through }. Velg en senere dato.
error-period-not-over = { $date } er ikke over. Regnskapet kan avsluttes til og med dagen før { $today }.
error-period-not-closed = { $date } er ikke i en avsluttet periode. Velg en dag i den perioden som skal åpnes.

## Filer som importeres

error-import-rows = { $count ->
    [one] Filen har én feil. Ingenting er gjort.
   *[other] Filen har { $count } feil. Ingenting er gjort.
    }
error-import-not-text = Dette er en arbeidsbok i et eldre format eller med passord. Lagre den som Excel-arbeidsbok (.xlsx) uten passord eller som CSV (UTF-8), og importer den filen.
error-import-workbook-unreadable = Dette er ingen arbeidsbok som kan leses ({ $detail }). Lagre den på nytt som Excel-arbeidsbok (.xlsx) eller som CSV (UTF-8), og importer den filen.
error-import-workbook-large = Arbeidsboken er for stor. Den kan ha høyst { $rows } rader, { $columns } kolonner og { $most } MB utpakket. Behold bare arket med radene som skal importeres.
error-import-cell-error = Regnearket har ikke kunnet regne ut cellen ({ $value }). Rett formelen, eller skriv inn verdien.
error-import-cell-uncalculated = Cellen har en formel som ikke er regnet ut. Åpne arbeidsboka i et regneark, lagre den og importer på nytt, eller skriv inn verdien.
error-import-encoding = Filen er ikke lagret som UTF-8: Her står et tegn som ikke kan leses. Lagre den på nytt som CSV (UTF-8).
error-import-empty = Filen er tom. Første linje skal ha overskrifter, og hver linje etter den én rad.
error-import-no-rows = Filen har overskrifter, men ingen rader.
error-import-quote-open = Et anførselstegn åpnes her og lukkes aldri. Sett inn det som mangler, eller fjern det.
error-import-heading-unknown = Overskriften er ukjent. Kjente overskrifter er { $bokmaal } (eller { $known }).
error-import-heading-ore = Et eksportert beløp er i øre. Importen har { $name }, i kroner.
error-import-heading-missing = Overskriften { $bokmaal } (eller { $name }) mangler.
error-import-heading-twice = To overskrifter betyr det samme ({ $name }). Behold én av dem.
error-import-heading-empty = «{ $value }» står i en kolonne uten overskrift. Gi kolonnen en overskrift, eller tøm den.
error-import-row-ragged = Raden har { $found } felt, men det er { $expected } overskrifter. Et felt med skilletegn i må stå i anførselstegn.
error-import-hidden-rows = { $count ->
    [one] Rad { $rows } er skjult i arbeidsboken og er lest som de andre.
   *[other] { $count } rader er skjult i arbeidsboken og er lest som de andre: { $rows }.
    }
error-import-hidden-columns = { $count ->
    [one] Kolonnen { $names } er skjult i arbeidsboken og er lest som de andre.
   *[other] { $count } kolonner er skjult i arbeidsboken og er lest som de andre: { $names }.
    }
error-import-hidden-sheets = { $count ->
    [one] Arket { $names } er skjult i arbeidsboken og er ikke lest.
   *[other] { $count } ark er skjult i arbeidsboken og er ikke lest: { $names }.
    }
error-import-other-sheets = Bare arket { $sheet } er lest. Disse har de samme overskriftene og er ikke lest: { $names }.
error-import-twice = { $value } står også på linje { $first }. La bare én av radene stå.

## Fondets fil og loggen i den

error-fund-missing = Det finnes ikke noe fond i { $path }. Lag et med kommit init, eller prøv kommit demo.
error-fund-exists = { $path } finnes fra før. Velg et annet navn på filen.
error-fund-foreign = { $path } er ikke laget av kommit. Velg en annen fil.
error-fund-newer = Fondet er laget eller oppgradert av en nyere utgave av kommit (versjon { NUMBER($version, useGrouping: "false") }). Avslutt og koble til på nytt. Hjelper ikke det, må kommit oppgraderes her.
error-fund-removed = { $path } er fjernet eller flyttet mens programmet var åpent. Be den som eier filen, om å legge den tilbake.
error-fund-replaced = { $path } er byttet ut med en annen fil mens programmet var åpent. Avslutt og start på nytt.
error-database-busy = Databasen er opptatt. Ingenting er skrevet. Prøv igjen om litt.
error-database-read-only = Filen, eller mappen den ligger i, kan ikke skrives til. Gi skriverettighet til begge. Mappen må kunne skrives til også når fondet bare skal leses.
error-database-cannot-open = Filen kan ikke åpnes: { $detail }
error-database-corrupt = Filen er skadet, endret utenom kommit, eller ligger på en disk som svikter. Så langt den kan leses, viser kommit check hva som er galt. Legg tilbake en sikkerhetskopi med kommit restore FIL. (Teknisk: { $detail })
error-database-error = Databasen svarte med en feil: { $detail }
error-anchor-unreadable = «{ $value }» er ikke et kontrollpunkt i loggen. Skriv linjenummeret, kolon og de 64 tegnene i sjekksummen, slik de står i rapporten og eksportene.
error-acknowledge-nothing = Linje { $log } i loggen gjelder ikke en oppgradering som fant noe endret utenom kommit.
error-acknowledge-already = Det som oppgraderingen i linje { $log } fant endret, ble tatt til etterretning i linje { $by }.
error-disk-full = Disken er full, eller kvoten er brukt opp. Ingenting er skrevet. Frigjør plass og prøv igjen.
error-disk-failed = Systemet tok ikke imot det som skulle skrives: Disken er full, kvoten er brukt opp, filen kan ikke bli større, eller disken svikter. Ingenting er skrevet.
error-disk-unreadable = Systemet klarer ikke å lese fondets fil: Disken svikter, eller den er koblet fra. Ingenting er skrevet. La filen være som den er, se hva maskinen melder om disken (dmesg), og legg en sikkerhetskopi tilbake på en annen disk med kommit restore.
error-fund-forbidden = Du har ikke rett til å lese { $path }. Be den som eier filen om det, eller velg en annen fil.
error-demo-script = Innholdet i demofondet kan ikke leses: { $detail }

## Filer som eksporteres

error-export-to-terminal = En arbeidsbok er en fil, ikke tekst som kan vises her. Legg til «> { $file }» sist i kommandoen.
error-export-workbook = Arbeidsboken kan ikke lages: { $detail }. Eksporter som CSV i stedet.

## Scenarioer

error-scenario-both = Linje { NUMBER($line, useGrouping: "false") }: { $ref } står både i include og i { $key }. La den stå i bare én av dem.
error-what-if-past = { $date } er før i dag, { $today }. En post i et scenario må gjelde i dag eller senere.
error-what-if-beyond = { $count ->
    [one] Én post i scenariet er datert etter { $date }, den siste dagen i prognosen, og endrer ingenting.
   *[other] { $count } poster i scenariet er datert etter { $date }, den siste dagen i prognosen, og endrer ingenting.
    }
error-what-if-outside = { $value } er ikke gyldig for «{ $field }». Verdien skal være fra { $least } til { $most }.
error-what-if-not-undecided = { $ref } er ikke blant søknadene som venter på vedtak og kan ikke tas med i et scenario.
error-what-if-not-committed = { $ref } har ikke tilsagn og kan ikke tas ut i et scenario.
error-forecast-what-if-unsaved = Et scenario lagres ikke. Lagre prognosen uten scenario, eller la være å lagre.
