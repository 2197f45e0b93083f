# Skjermbilde 2: søknadene, én søknad, og skjemaene for det som gjøres med den.

cases-tab = Søknader
cases-title-all = { $count } søknader · { $group } · { $order }
cases-title = { $shown } av { $count } søknader · { $group } · { $order }
cases-none = Ingen søknader er registrert ennå.
cases-none-fit = Ingen søknader passer. Esc tømmer søket, t viser andre trinn.
cases-filter-keys = Skriv for å søke. Piltastene flytter, Enter beholder søket, Esc tømmer det.
error-no-case-selected = Ingen søknad er valgt.
error-last-case = Dette er den siste søknaden.
error-first-case = Dette er den første søknaden.

cases-head-ref = Ref.
cases-head-title = Søknad
cases-head-applicant = Søker
cases-head-applied = Mill. kr
cases-head-stage = Trinn

cases-group-all = alle trinn
cases-group-office = før rådet
cases-group-council = hos rådet
cases-group-ks = hos KS
cases-group-funded = med tilsagn
cases-group-over = avsluttet
cases-order-ref = etter referanse
cases-order-stage = etter trinn
cases-order-applied = største sum først
cases-order-title = etter navn

## Taster

cases-group = trinn
cases-group-help = Viser søknadene før rådet, hos rådet, hos KS, med tilsagn eller avsluttet.
cases-order = sorter
cases-order-help = Sorterer etter referanse, trinn, sum eller navn.
cases-new = ny
cases-new-help = Registrerer en ny søknad som utkast.
cases-edit = endre
cases-edit-help = Endrer det søkeren har oppgitt, fram til vurderingen starter.
cases-submit = send inn
cases-submit-help = Sender inn utkastet, så det kan kvalifiseres.
cases-withdraw = trekk
cases-withdraw-help = Trekker søknaden for søkeren, med en begrunnelse.
cases-qualify = kvalifiser
cases-qualify-help = Prøver søknaden mot de fire kravene.
cases-recommend = innstill
cases-recommend-help = Gir rådets innstilling: innvilge, utsette eller avslå.
cases-decide = vedtak
cases-decide-help = Fatter KS' vedtak: tilsagn eller avslag.
cases-live = sett i drift
cases-live-help = Registrerer dagen løsningen ble satt i drift, og hvordan den betales.
cases-solution = løsning
cases-solution-help = Viser hva som er betalt ut, hvem som har tatt løsningen i bruk, og hva som er kommet tilbake.
cases-next = neste
cases-next-help = Viser den neste søknaden.
cases-previous = forrige
cases-previous-help = Viser den forrige søknaden.

## Én søknad

cases-stage = Trinn
cases-next-step = Neste steg
cases-applicant = Søker
cases-owned = { $name } (eid av { $owner })
cases-eligible-ks = kan alltid søke
cases-eligible = har betalt innskuddet
cases-not-eligible = har ikke betalt innskuddet
cases-benefit = Nytte for
cases-applied = Søkt om
cases-cost = Prosjektkostnad
cases-submitted = Innsendt
cases-go-live = Ventes i drift
cases-not-said = ikke oppgitt
cases-uptake = Utbredelse
cases-delay = Forsinkelse
cases-likely = mest sannsynlig { $value }
cases-between = mellom { $low } og { $high }
cases-low = minst { $value }
cases-high = høyst { $value }
cases-quarters = { $range } { $count ->
    [one] kvartal
   *[other] kvartaler
    }
cases-price = Prismodell
cases-price-shared = De som tar løsningen i bruk, deler kostnaden etter innbyggertall.
cases-price-fixed = { $fixed } for hver som tar løsningen i bruk
cases-price-inhabitant = { $inhabitant } per innbygger
cases-price-both = { $fixed } for hver som tar løsningen i bruk, og { $inhabitant } per innbygger
cases-price-upto = til og med { $inhabitants } innbyggere { $amount }
cases-price-above = flere enn det { $amount }
cases-summary = Sammendrag
cases-no-summary = Søknaden har ikke noe sammendrag.

cases-gates = Krav
cases-gate-shared = Felles digital utvikling
cases-gate-use = Til nytte for alle kommuner eller fylkeskommuner
cases-gate-eligible = Berettiget søker
cases-gate-repayment = Troverdig plan for tilbakebetaling
cases-reason = Begrunnelse
cases-conflicts = Inhabile
cases-scores = Vurdering i runde { $round }
cases-score = Poeng
cases-score-spread = median { $median }, standardavvik { $deviation }, spenn { $range }, { $count ->
    [one] én vurdering
   *[other] { $count } vurderinger
    }
cases-no-scores = Ingen vurderinger er levert.
cases-blind = Skjult til runden avdekkes · { $submitted } av { $expected } har vurdert
cases-recommendation = Rådets innstilling
cases-recommended-approve = Innvilge { $amount }
cases-recommended-postpone = Utsette til en senere runde
cases-recommended-decline = Avslå
cases-conditions = Vilkår
cases-decision = Vedtak i KS
cases-decided-commit = Tilsagn om { $amount }
cases-decided-decline = Avslag
cases-signed = { $date }, { $name }
cases-commitment = Tilsagn
cases-committed = Gitt
cases-disbursed = Utbetalt
cases-released = Frigitt
cases-left = Gjenstår
cases-plan = Utbetalingsplan
cases-plan-left = Gjenstår etter planen
cases-withdrawn = trukket tilbake
cases-disbursements = Utbetalinger
cases-voucher = bilag { NUMBER($voucher, useGrouping: "false") }
cases-unapproved = venter på godkjenning

## Sende inn

cases-submit-title = Sende inn { $ref }?
cases-submit-effect = «{ $title }» sendes inn med en søknadssum på { $amount }.
cases-submit-after = Etterpå prøves den mot de fire kravene. Den kan endres til vurderingen starter.
cases-submit-yes = Send inn

## Skjemaene

cases-tab-one = Søknad
cases-free = Ledig nå (K1)
cases-free-cash-flow = Ledig, kontantstrøm (K2)

withdraw-title = Trekke { $ref }
withdraw-hint = Hvorfor søkeren trekker søknaden. Står i loggen.
withdraw-yes = Trekk søknaden
withdraw-question = Trekke { $ref }?
withdraw-effect = «{ $title }» ({ $ref }), søkt om { $amount }, trekkes og behandles ikke videre.
withdraw-final = Dette kan ikke angres. Søkeren må i så fall søke på nytt.

qualify-title = Prøve { $ref } mot kravene
qualify-yes = ja
qualify-no = nei
qualify-use = Til nytte for alle
qualify-repayment = Troverdig tilbakebetaling
qualify-paid = Regnes ut: innskuddet er betalt.
qualify-not-paid = Låst til nei: søkeren, eller eieren, har ikke betalt innskuddet.
qualify-reason-hint = Må fylles ut når et krav ikke er oppfylt.
qualify-done = Gå videre
qualify-question = Avgjøre om { $ref } kvalifiserer?
qualify-effect-yes = «{ $title }» ({ $ref }), søkt om { $amount }, er kvalifisert og kan tas med i en vurderingsrunde.
qualify-effect-no = «{ $title }» ({ $ref }), søkt om { $amount }, er ikke kvalifisert og behandles ikke videre.
qualify-yes-all = Kvalifiser
qualify-yes-not = Avvis

recommend-title = Rådets innstilling om { $ref }
recommend-what = Rådet vil
recommend-amount = Beløp
recommend-conditions-hint = Det søkeren må oppfylle. Kan stå tomt.
recommend-yes = Gi innstillingen
recommend-question = Gi innstilling om { $ref }?
recommend-effect-approve = Rådet innstiller på å innvilge { $amount } til «{ $title }» ({ $ref }).
recommend-effect-postpone = Rådet utsetter «{ $title }» ({ $ref }). Det gjelder straks, og den kan tas med i en senere runde.
recommend-effect-decline = Rådet innstiller på å avslå «{ $title }» ({ $ref }).
recommend-beyond = Det er mer enn ordningen lar KS binde nå, som er { $free }.
recommend-then-ks = KS fatter vedtaket.

decide-title = Vedtak i KS om { $ref }
decide-recommended = Innstilling
decide-what = KS gir
decide-amount = Beløp
decide-deviates = Vedtaket avviker fra innstillingen og må begrunnes.
decide-yes = Fatt vedtak
decide-yes-commit = Gi tilsagn
decide-yes-decline = Avslå
decide-question = Fatte vedtak om { $ref }?
decide-effect-commit = KS gir tilsagn om { $amount } til «{ $title }» ({ $ref }).
decide-free = Ledig nå (K1) går fra { $before } til { $after }, ledig etter kontantstrøm (K2) fra { $before-cash-flow } til { $after-cash-flow }.
decide-plan = { $count ->
    [one] Beløpet utbetales samlet { $date }.
   *[other] Beløpet utbetales i { $count } deler, den første { $date }.
    }
decide-effect-decline = KS avslår «{ $title }» ({ $ref }). Søknaden er da avsluttet.

write-title-new = Ny søknad
write-title = Endre { $ref }
write-name = Navn
write-participant = kommune/fylke
write-ks = KS
write-company = selskap/samarbeid
write-number = Nummer
write-number-hint = Kommunenummer eller fylkesnummer, som 0301 eller 03.
write-number-is = { $name }, { $standing }
write-company-name = Navn på søker
write-owner = Eies av nummer
write-date-hint = Som 1.9.2019. Kan stå tomt.
write-uptake = Utbredelse
write-uptake-hint = Mest sannsynlig andel som tar løsningen i bruk, som 65 %. Kan stå tomt.
write-uptake-low = – lavest
write-uptake-high = – høyest
write-low-hint = Lavt anslag. Kan stå tomt.
write-high-hint = Høyt anslag. Kan stå tomt.
write-delay = Forsinkelse
write-delay-hint = Mest sannsynlig antall kvartaler, som 1. Kan stå tomt.
write-delay-low = – kortest
write-delay-high = – lengst
write-price-shared = deler kostnaden
write-price-price = fast pris
write-price-bands = etter størrelse
write-fixed = Fast pris
write-inhabitant = Pris per innbygger
write-price-hint = Fyll ut en av prisene, eller begge.
write-bands = Priser
write-bands-hint = Til og med så mange innbyggere = kroner, og de større: 4 999 = 25 000; over = 60 000
error-bands-invalid = «{ $value }» kan ikke leses som priser. Skriv innbyggere = kroner med semikolon mellom, grensene stigende og de største til slutt: 4 999 = 25 000; 10 000 = 40 000; over = 60 000
