# Ord som flere steder deler: beløp og datoer, handlinger, roller, trinn og navn på valg.

## Beløp, datoer og kvartaler

money-kr = { $amount } kr
money-mill-kr = { $amount } mill. kr
list-and = { $first } og { $last }
list-or = { $first } eller { $last }
list-quoted = «{ $text }»
per-cent = { $amount } %
date-short = { $day }.{ $month }.{ $year }
date-long = { $day }. { $monthname } { $year }
date-planned = { $weekday } { date-long }
time-of-day = { $hour }.{ $minute }
time-with-seconds = kl. { $hour }.{ $minute }.{ $second }
quarter-name = { $number }. kv. { $year }
weekday-monday = mandag
weekday-tuesday = tirsdag
weekday-wednesday = onsdag
weekday-thursday = torsdag
weekday-friday = fredag
weekday-saturday = lørdag
weekday-sunday = søndag
month-january = januar
month-february = februar
month-march = mars
month-april = april
month-may = mai
month-june = juni
month-july = juli
month-august = august
month-september = september
month-october = oktober
month-november = november
month-december = desember

## Hva en person kan gjøre. Står også inne i en setning: «… kan { $action }».

action-read = lese
action-read-scores = se poeng og prioritering
action-remind-scorers = se hvem som ikke har levert vurderinger, og minne dem på det
action-score = vurdere søknader
action-declare-conflict = melde inhabilitet
action-open-round = åpne en vurderingsrunde
action-reveal = avslutte en vurderingsrunde og vise poengene
action-move = flytte en søknad i prioriteringen
action-recommend = gi innstilling
action-register-proposal = registrere søknader
action-import-proposals = importere søknader
action-import-participants = importere deltakere
action-import-scores = importere vurderinger
action-register-answer = registrere svar fra deltakere
action-register-payment = registrere innbetalinger
action-score-on-behalf = registrere vurderinger for andre
action-reverse-entry = reversere et bilag
action-close-period = avslutte en regnskapsperiode
action-reopen-period = åpne en avsluttet regnskapsperiode
action-waive = ettergi en rest av et innskudd
action-keep-overpayment = gjøre for mye betalt innskudd til annen inntekt
action-qualify = kvalifisere søknader
action-decide = fatte vedtak
action-release = frigi tilsagn
action-register-disbursement = registrere utbetalinger
action-approve-disbursement = godkjenne utbetalinger og refusjoner av innskudd
action-record-go-live = registrere at en løsning er i drift
action-register-adoption = registrere ibruktakelser
action-import-adoptions = importere ibruktakelser
action-settle = avregne løsninger
action-register-repayment = registrere tilbakebetalinger
action-remind = registrere purring
action-pay-refund = registrere utbetalte refusjoner
action-import-ledger = importere bilag
action-stop = stoppe prosjekter
action-write-off = avskrive
action-save-forecast = lagre prognoser
action-manage-members = administrere medlemmer og nøkler
action-check = kontrollere databasen
action-acknowledge = ta til etterretning hva en oppgradering fant endret
action-back-up = ta og legge tilbake sikkerhetskopier

## Hvem som kan gjøre det. Står først i en setning.

who-council = rådets medlemmer
who-chairs = leder og nestleder
who-chairs-and-secretariat = leder, nestleder og sekretariatet
who-secretariat = sekretariatet
who-ks = { word-ks }
who-all-but-observers = de som ikke er observatører,
who-administrator = administratoren
who-everyone = registrerte personer

## Roller

role-member = medlem
role-chair = { word-chair }
role-deputy = nestleder
role-secretariat = sekretariat
role-ks = { word-ks }
role-observer = observatør

## Deltakere

kind-municipality = kommune
kind-county = fylkeskommune
standing-invited = { word-invited }
standing-answer_late = ikke svart innen fristen
standing-declined = { word-declined }
standing-joined = betaling ikke forfalt
standing-payment_late = { word-payment-overdue }
standing-paid = { word-paid }

## Kilder til kapitalen

source-municipality = { word-municipalities }
source-county = { word-counties }
source-ks = { word-ks }
source-state = { word-the-state-kmd }

## Søknader

benefit-municipalities = { word-municipalities }
benefit-counties = { word-counties }
benefit-both = kommuner og fylkeskommuner

stage-draft = { word-draft }
stage-submitted = { word-sent-in }
stage-qualified = kvalifisert
stage-scoring = til vurdering
stage-ranked = prioritert
stage-recommended = til vedtak i KS
stage-committed = tilsagn gitt
stage-developing = under utvikling
stage-live = { word-live }
stage-repaid = { word-repaid }
stage-written_off = avskrevet
stage-not_qualified = ikke kvalifisert
stage-declined = avslått
stage-withdrawn = { word-withdrawn }
stage-postponed = { word-postponed }
stage-stopped = stoppet

step-submit = sendes inn
step-qualify = kvalifiseres
step-disqualify = avvises som ikke kvalifisert
step-open_round = tas med i en vurderingsrunde
step-reveal = avsluttes
step-recommend = innstilles
step-postpone = utsettes
step-commit = få tilsagn
step-decline = avslås
step-disburse = få utbetaling
step-go_live = settes i drift
step-adopt = tas i bruk
step-settle = avregnes
step-stop = stoppes
step-withdraw = trekkes

next-submit = Den må sendes inn.
next-qualify = Den må kvalifiseres.
next-open-round = Den må tas med i en vurderingsrunde.
next-reveal = Vurderingsrunden må avsluttes.
next-recommend = Rådet må gi sin innstilling.
next-decide = KS må fatte vedtak.
next-register-disbursement = Sekretariatet må registrere den første utbetalingen.
next-disburse = Den første utbetalingen må godkjennes.
next-go-live = Løsningen må settes i drift.
next-repay = Utviklingskostnaden må betales tilbake.
next-repaid = Det som er utbetalt, er betalt tilbake. Løsningen kan fortsatt tas i bruk. Er det noe igjen av tilsagnet, kan det utbetales eller frigis.
next-written-off = Det er ingenting utestående, og noe er tapt. Prosjektet kan fortsatt stoppes.
next-nothing = Søknaden er avsluttet, og det gjenstår ingenting.

## Innstilling, vedtak og streken

recommendation-approve = { word-commitment }
recommendation-postpone = { word-postponement }
rule-stop = stopp ved streken
rule-skip = hopp over det som ikke får plass
rule-threshold = poenggrense

## Hva en verdi i en fil skal være

kind-of-array = en liste
kind-of-boolean = ja eller nei, som true eller false
kind-of-date = en dato, som 2018-03-31
kind-of-money = et beløp i kroner, høyst to desimaler
kind-of-number = et tall
kind-of-ref = en referanse, som "2018-07"
kind-of-table = en gruppe med nøkler
kind-of-text = en kort tekst på én linje
kind-of-whole = et helt tall

## Hvor i en fil noe er galt

problem-cell = Linje { NUMBER($line, useGrouping: "false") }, kolonne { $column }: { $what }
problem-row = Linje { NUMBER($line, useGrouping: "false") }: { $what }

## Hva som er gjort

done-member-added = Medlemmet «{ $handle }» er lagt til.
done-member-revoked = «{ $handle }» er ikke lenger medlem.
done-name-masked = Navnet til «{ $handle }» vises ikke lenger. Protokoller og logg er uendret og kan fortsatt kontrolleres.
done-acknowledged = Det som oppgraderingen i linje { $log } fant endret, er tatt til etterretning. Kontrollen melder fra om det, men godkjenner filen.
done-participants-imported = { $count ->
    [one] Én deltaker er importert.
   *[other] { $count } deltakere er importert.
    } { $payments ->
    [0] Ingen innbetalinger er bokført.
    [one] Én innbetaling er bokført, bilag { NUMBER($last, useGrouping: "false") }.
   *[other] { $payments } innbetalinger er bokført, bilag { NUMBER($first, useGrouping: "false") }–{ NUMBER($last, useGrouping: "false") }.
    }
done-answer-yes = { $name } har takket ja og skal betale { $amount }.
done-answer-no = { $name } har takket nei.
done-paid = { $name } har betalt inn { $amount }, bilag { NUMBER($voucher, useGrouping: "false") }.
done-paid-part = { done-paid } Det gjenstår { $left }.
done-paid-all = { done-paid } Innskuddet er betalt i sin helhet.
done-paid-over = { $name } har betalt inn { $amount }, bilag { NUMBER($voucher, useGrouping: "false") }. { $over } er mer enn det som ble bedt om, og skal betales tilbake.
done-waived = { $amount } er ettergitt { $name }. Det gjenstår { $left }.
done-waived-all = { $amount } er ettergitt { $name }, som nå har betalt det den skal.
done-contribution-refund-registered = Refusjon { NUMBER($id, useGrouping: "false") } på { $amount } til { $name } er registrert og venter på godkjenning.
done-contribution-refunded = { $name } har fått tilbake { $amount } av innskuddet, bilag { NUMBER($voucher, useGrouping: "false") }.
done-kept = { $amount } fra { $name } er ført som annen inntekt, bilag { NUMBER($voucher, useGrouping: "false") }.
done-proposals-imported = { $count ->
    [one] Én søknad er importert.
   *[other] { $count } søknader er importert.
    }
done-proposal-saved = { $ref } er lagret.
done-proposal-submitted = { $ref } er sendt inn.
done-proposal-withdrawn = { $ref } er trukket.
done-qualified = { $ref } er kvalifisert.
done-not-qualified = { $ref } er ikke kvalifisert.
done-round-opened = Vurderingsrunden «{ $round }» er åpnet med { $count ->
    [one] én søknad.
   *[other] { $count } søknader.
    }
done-round-revealed = Vurderingsrunden «{ $round }» er avsluttet, og poengene vises.
done-scored = Vurderingen av { $ref } er levert.
done-scores-imported = { $count ->
    [one] Én vurdering er importert.
   *[other] { $count } vurderinger er importert.
    }
done-conflict-declared = Inhabilitet er meldt i { $ref }.
done-moved = { $count ->
    [one] Én søknad er flyttet i prioriteringen.
   *[other] { $count } søknader er flyttet i prioriteringen.
    }
done-recommended-approve = Rådet innstiller på tilsagn om { $amount } til { $ref }.
done-recommended-postpone = Rådet innstiller på utsettelse av { $ref }.
done-recommended-decline = Rådet innstiller på avslag på { $ref }.
done-committed = KS har gitt { $ref } tilsagn om { $amount }.
done-decided-otherwise = KS har fattet vedtak om { $ref }. { decide-deviation }
done-declined = KS har avslått { $ref }.
done-released = { $amount } av tilsagnet til { $ref } er frigitt.
done-released-credited = { $amount } av tilsagnet til { $ref } er frigitt, og { $credited } er kreditert brukerne, som ikke skal bære mer enn løsningen kommer til å koste.
done-disbursement-registered = Utbetaling { NUMBER($id, useGrouping: "false") } på { $amount } til { $ref } er registrert og venter på godkjenning.
done-disbursed = { $amount } er betalt til { $applicant } for { $ref }, bilag { NUMBER($voucher, useGrouping: "false") }.
done-reversed = Bilag { NUMBER($voucher, useGrouping: "false") } er reversert, med bilag { NUMBER($by, useGrouping: "false") }.
done-reversed-lowered = Bilag { NUMBER($voucher, useGrouping: "false") } er reversert, med bilag { NUMBER($by, useGrouping: "false") }. Kravene følger kostnaden ned: { $credited } er kreditert, og { $owed } av det skal refunderes.
done-reversed-with-credits = Bilag { NUMBER($voucher, useGrouping: "false") } er reversert, med bilag { NUMBER($by, useGrouping: "false") }. { $credits ->
    [one] Én kreditering av betalingen er
   *[other] { $credits } krediteringer av betalingen er
} reversert med den, og { $owed } skal fortsatt refunderes. Kravet er like lavt som før.
done-period-closed = Perioden er avsluttet til og med { $date }.
done-period-reopened = Regnskapet er åpnet igjen fra perioden som { $date } ligger i. Det er fortsatt avsluttet til og med { $through }.
done-all-periods-reopened = Regnskapet er åpnet igjen fra perioden som { $date } ligger i. Ingen periode er avsluttet nå.

col-title = { SENTENCE(word-proposal) }
col-sd = { SENTENCE(word-standard-deviation) }
col-scorecards = { SENTENCE(word-count) }
col-date = { SENTENCE(word-date) }
col-opened = Åpnet
col-handle = Brukernavn
col-roles = Roller
col-active = Aktiv
col-approved = Godkjent av
col-solution = { SENTENCE(word-solution) }
col-recovery = { SENTENCE(word-repaid) }
col-overdue = { SENTENCE(word-overdue) }
col-action = Handling
col-total = { SENTENCE(word-total) }
col-score = { SENTENCE(word-score) }
policy-set-up = (ja)
policy-in-a-seat = vara
policy-note = (ja): fram til den første vurderingsrunden er åpnet. vara: bare som vararepresentant som har tatt en plass. Administratoren er den som eier fondets fil.
policy-member = medl.
policy-chair = { word-chair }
policy-deputy = nestl.
policy-secretariat = sekr.
policy-ks = { word-ks }
policy-observer = obs.
policy-administrator = adm.
