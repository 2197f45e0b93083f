# Skjermbilde 2: søknadene, én søknad, og skjemaene for det som gjøres med den.

proposals-tab = { SENTENCE(word-proposals) }
proposals-title-all = { $count } søknader · { $group } · { $order }
proposals-title = { $shown } av { $count } søknader · { $group } · { $order }
error-no-proposal-selected = Ingen søknad er valgt.
error-last-proposal = Dette er den siste søknaden.
error-first-proposal = Dette er den første søknaden.

proposals-group-all = alle trinn
proposals-group-office = før rådet
proposals-group-council = hos rådet
proposals-group-ks = hos KS
proposals-group-funded = med tilsagn
proposals-group-over = { word-closed }
proposals-order-stage = etter trinn
proposals-order-applied = største sum først

## Taster

proposals-group-help = Viser søknadene før rådet, hos rådet, hos KS, med tilsagn eller avsluttet.
proposals-order-help = Sorterer etter referanse, trinn, sum eller navn.
proposals-new = ny
proposals-disburse-help = Registrerer en utbetaling av tilsagnet til søknaden.
proposals-new-help = Registrerer en ny søknad som utkast.
proposals-edit = endre
proposals-edit-help = Endrer det søkeren har oppgitt, fram til vurderingen starter.
proposals-submit-help = Sender inn utkastet, så det kan kvalifiseres.
proposals-withdraw = trekk
proposals-withdraw-help = Trekker søknaden for søkeren, med en begrunnelse.
proposals-qualify-help = Prøver søknaden mot de fire inngangskravene.
proposals-recommend-help = Gir rådets innstilling: tilsagn, utsettelse eller avslag.
proposals-decide-help = Fatter KS’ vedtak: tilsagn eller avslag.
proposals-solution-help = Viser hva som er betalt ut, hvem som har tatt løsningen i bruk, og hva som er kommet tilbake.
proposals-next-help = Viser den neste søknaden.
proposals-previous-help = Viser den forrige søknaden.

## Én søknad

proposals-stage = { SENTENCE(word-stage) }
proposals-next-step = Neste steg
proposals-owned = { $name } (eid av { $owner })
proposals-eligible-ks = kan alltid søke
proposals-eligible = har betalt innskuddet
proposals-not-eligible = har ikke betalt innskuddet
proposals-benefit = Nytte for
proposals-applied = Søkt om
proposals-cost = Prosjektkostnad
proposals-submitted = { SENTENCE(word-sent-in) }
proposals-not-said = ikke oppgitt
proposals-likely = mest sannsynlig { $value }
proposals-between = mellom { $low } og { $high }
proposals-low = minst { $value }
proposals-high = høyst { $value }
proposals-quarters = { $range } { $count ->
    [one] kvartal
   *[other] kvartaler
    }
proposals-bass = Utbredelsestakt (Bass)
proposals-price = Prismodell
proposals-price-shared = De som tar løsningen i bruk, deler kostnaden etter innbyggertall.
proposals-price-fixed = { $fixed } for hver som tar løsningen i bruk
proposals-price-inhabitant = { $inhabitant } per innbygger
proposals-price-both = { $fixed } for hver som tar løsningen i bruk, og { $inhabitant } per innbygger
proposals-price-upto = til og med { $inhabitants } innbyggere: { $amount }
proposals-price-above = over { $inhabitants } innbyggere: { $amount }
proposals-no-summary = Søknaden har ikke noe sammendrag.

proposals-gates = Inngangskrav
proposals-gate-shared = Felles digital utvikling
proposals-gate-use = Til nytte for alle kommuner eller fylkeskommuner
proposals-gate-eligible = Berettiget søker
proposals-gate-repayment = Troverdig plan for tilbakebetaling
proposals-conflicts = Inhabile
proposals-scores = Vurdering i runde { $round }
proposals-no-scores = Ingen vurderinger er levert.
proposals-matrix = Poeng fra hvert medlem
proposals-matrix-far = minst to poeng fra medianen
proposals-blind = Skjult til runden avsluttes · { $submitted } av { $expected } har vurdert
proposals-recommendation = Rådets innstilling
proposals-recommended-approve = { proposals-decided-commit }
proposals-recommended-postpone = Utsettelse til en senere runde
proposals-recommended-decline = { proposals-decided-decline }
proposals-beyond = Mer enn KS kunne gi tilsagn om da ({ $free }).
proposals-decision = KS’ vedtak
proposals-decided-commit = Tilsagn om { $amount }
proposals-decided-decline = { SENTENCE(word-rejection) }
proposals-committed = Gitt
proposals-disbursed = { SENTENCE(word-disbursed) }
proposals-plan = Utbetalingsplan
proposals-plan-left = Gjenstår etter planen
proposals-withdrawn = trukket tilbake av { $by } { $date }
proposals-unapproved = venter på godkjenning

## Sende inn

proposals-submit-title = Sende inn { $ref }?
proposals-submit-effect = «{ $title }» sendes inn med en søknadssum på { $amount }.
proposals-submit-after = Etterpå prøves den mot de fire inngangskravene. Den kan endres til vurderingen starter.
proposals-submit-yes = { SENTENCE(word-submit) }

## Skjemaene

proposals-tab-one = { SENTENCE(word-proposal) }

withdraw-hint = Hvorfor søkeren trekker søknaden. Står i loggen.
withdraw-yes = Trekk søknaden
withdraw-question = Trekke { $ref }?
withdraw-effect = «{ $title }» ({ $ref }), søkt om { $amount }, trekkes og behandles ikke videre.
withdraw-final = Dette kan ikke angres. Søkeren må i så fall søke på nytt.

qualify-title = Prøve { $ref } mot inngangskravene
qualify-use = Til nytte for alle
qualify-repayment = Troverdig tilbakebetaling
qualify-paid = Regnes ut: Innskuddet er betalt.
qualify-not-paid = Låst til nei: Søkeren, eller eieren, har ikke betalt innskuddet.
qualify-reason-hint = Må fylles ut når et inngangskrav ikke er oppfylt.
qualify-done = { SENTENCE(word-go-on) }
qualify-question = Avgjøre om { $ref } kvalifiserer?
qualify-effect-yes = «{ $title }» ({ $ref }), søkt om { $amount }, er kvalifisert og kan tas med i en vurderingsrunde.
qualify-effect-no = «{ $title }» ({ $ref }), søkt om { $amount }, er ikke kvalifisert og behandles ikke videre.
qualify-yes-all = { SENTENCE(word-qualify) }
qualify-yes-not = Avvis

recommend-title = Rådets innstilling om { $ref }
recommend-what = Rådet innstiller på
recommend-conditions-hint = Det søkeren må oppfylle. Kan stå tomt.
recommend-yes = Gi innstillingen
recommend-question = Gi innstilling om { $ref }?
recommend-effect-approve = Rådet innstiller på tilsagn om { $amount } til «{ $title }» ({ $ref }).
recommend-effect-postpone = Rådet innstiller på utsettelse av «{ $title }» ({ $ref }). Det gjelder straks, og den kan tas med i en senere runde.
recommend-effect-decline = Rådet innstiller på avslag på «{ $title }» ({ $ref }).
recommend-beyond = Det er mer enn KS kan gi tilsagn om nå ({ $free }).
recommend-then-ks = KS fatter vedtaket.

decide-title = KS’ vedtak om { $ref }
decide-recommended = Innstilling
decide-what = KS gir
decide-deviates = Vedtaket avviker fra innstillingen og må begrunnes.
decide-yes = { SENTENCE(word-decide) }
decide-yes-commit = Gi tilsagn
decide-yes-decline = { SENTENCE(word-decline) }
decide-question = Fatte vedtak om { $ref }?
decide-conditions = Vilkår: { $conditions }
decide-deviation = { $kind ->
    [less] Rådet innstilte på { $recommended }. KS gir { $decided }, { $difference } mindre.
    [more] Rådet innstilte på { $recommended }. KS gir { $decided }, { $difference } mer.
    [declined] Rådet innstilte på { $recommended }. KS avslår.
    [committed] Rådet innstilte på { $outcome }. KS gir { $decided }.
   *[other] Rådet innstilte på { $outcome }. KS avslår søknaden.
    }
decide-instalments = { $count ->
    [one] { $amount }: { $dates }
   *[other] { $count } × { $amount }: { $dates }
    }
decide-deviation-short = { $kind ->
    [less] { $difference } mindre enn innstillingen
    [more] { $difference } mer enn innstillingen
    [declined] avslag, mot innstillingen på { $recommended }
    [committed] tilsagn om { $decided }, mot innstillingen
   *[other] avslag, mot innstillingen
    }
decide-effect-commit = KS gir tilsagn om { $amount } til «{ $title }» ({ $ref }).
decide-free = Ledig nå (K1) går fra { $before } til { $after }, ledig etter kontantstrøm (K2) fra { $before-cash-flow } til { $after-cash-flow }.
decide-plan = { $count ->
    [one] Beløpet utbetales samlet { $date }.
   *[other] Beløpet utbetales i { $count } deler, den første { $date }.
    }
decide-effect-decline = KS avslår «{ $title }» ({ $ref }). Søknaden er da avsluttet.

write-title-new = Ny søknad
write-title = Endre { $ref }
write-participant = kommune/fylke
write-company = selskap/samarbeid
write-number-hint = Kommunenummer eller fylkesnummer, som 0301 eller 03.
write-company-name = Navn på søker
write-owner = Eies av nummer
write-number = Kommune-/fylkesnr.
write-date-hint = Som 1.9.2019. Kan stå tomt.
write-uptake-hint = Mest sannsynlig andel som tar løsningen i bruk, som 65 %. Kan stå tomt.
write-uptake-low = – lavest
write-uptake-high = – høyest
write-low-hint = Lavt anslag. Kan stå tomt.
write-high-hint = Høyt anslag. Kan stå tomt.
write-delay-hint = Mest sannsynlig antall kvartaler, som 1. Kan stå tomt.
write-delay-low = – kortest
write-delay-high = – lengst
write-price-shared = deler kostnaden
write-price-bands = etter størrelse
write-fixed = { SENTENCE(word-fixed-price) }
write-inhabitant = Pris per innbygger
write-price-hint = Fyll ut en av prisene, eller begge.
write-bands = Priser
write-bands-hint = Til og med så mange innbyggere = kroner, og de større: 4 999 = 25 000; over = 60 000
error-bands-invalid = «{ $value }» kan ikke leses som priser. Skriv innbyggere = kroner med semikolon mellom, grensene stigende og de største til slutt: 4 999 = 25 000; 10 000 = 40 000; over = 60 000
