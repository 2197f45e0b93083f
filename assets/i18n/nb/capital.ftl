# 6 Kapital: prognosen, hvor pengene kommer fra, hva som er ledig, tilsagn og utbetalinger.

capital-tab = Kapital
capital-title = Kapital per { $date }
capital-title-what-if = Kapital per { $date } · scenario – lagres ikke
capital-ahead = { SENTENCE(word-forecast) }
capital-books = Kapitalen i dag
capital-quarters = { SENTENCE(word-quarters) }
capital-sources = Kilder
capital-source = Kilde
capital-free = { SENTENCE(word-free) }
capital-commitments = { SENTENCE(word-commitments) }
capital-waiting = { SENTENCE(word-disbursements) }

## Taster

capital-next-section-help = Går til neste av delene som står øverst, og fra den siste til den første.
capital-approve-help = Godkjenner utbetalingen som er valgt. Da bokføres den.
capital-withdraw-help = Trekker tilbake utbetalingen som er valgt og ikke skal godkjennes.
capital-disburse = ny utbetaling
capital-disburse-help = Registrerer en utbetaling av tilsagnet som er valgt.
capital-release-help = Frigir det som ikke skal brukes av tilsagnet.
capital-workings = utregning
capital-workings-help = Viser eller skjuler utregningen ved tallene.
capital-more = mer
capital-more-help = Øker det valgte anslaget ett trinn.
capital-less = mindre
capital-less-help = Senker det valgte anslaget ett trinn.
capital-reset-help = Nullstiller alle anslag.
capital-save-help = Lagrer prognosen under et navn, til årsevalueringen.
capital-past-help = Viser de lagrede prognosene og hvordan det faktisk gikk.

## Scenario

capital-settings = { SENTENCE(word-scenario) }
capital-setting-hint = { $less } { $more } endrer, 0 { capital-as-it-is }
capital-setting-uptake = { SENTENCE(word-uptake) }
capital-setting-delay = { SENTENCE(word-live) }
capital-setting-reserve = { SENTENCE(word-reserve) }
capital-setting-undecided = Uten svar
capital-setting-times = × { $factor }
capital-setting-as-planned = som planlagt
capital-setting-later = { $count ->
    [one] ett kvartal
   *[other] { $count } kvartaler
    } senere
capital-setting-earlier = { $count ->
    [one] ett kvartal
   *[other] { $count } kvartaler
    } tidligere
capital-setting-joining = { $share } takker ja (av { $amount })
capital-setting-nobody = alle har svart

## Kilder

capital-free-with-all = Ledig med alt innstilt
capital-awaits-ks = { $amount } venter på KS
capital-potential = Høyst
capital-paid = { SENTENCE(word-paid) }
capital-nested = Kroner. Betalt er en del av lovet, som er en del av «høyst».
capital-granted = Bevilget
capital-released = Utløst
capital-received = Mottatt
capital-to-come = { SENTENCE(word-left) }
capital-budget-year = Budsjettår
capital-formula-ks = KS lover det sektoren mangler, høyst { $cap } (C2).
capital-formula-state = Statens tilskudd utløses krone for krone mot det sektoren lover, høyst { $cap } (C3).

grant-label = Statlig tilskudd
grant-missing = { $released } av { $cap } er utløst, { $missing } mangler
grant-unmatched = { $released } av { $cap } er utløst, { $unmatched } av det er ennå ikke dekket av løfter fra sektoren
grant-full = { $released } av { $cap } er utløst

## Tilsagn og utbetalinger

capital-col-committed = { SENTENCE(word-commitment) }
capital-col-pay-on = Betales
capital-col-state = { SENTENCE(word-status) }
capital-state-approved = godkjent
capital-col-registered-by = Registrert av
capital-commitments-sum = Tilsagn { $committed } − utbetalt { $disbursed } − frigitt { $released } = gjenstår { $left }
capital-commitments-sum-short = Tilsagn { $committed } − utbetalt { $disbursed } − frigitt { $released } = { $left }
capital-commitments-waiting = Av dette venter { $amount } på godkjenning eller på betalingsdagen.
capital-waiting-total = { $count } venter på godkjenning: { $amount }
capital-ahead-total = { $count } betales senere: { $amount }
capital-no-commitments = KS har ikke gitt noe tilsagn ennå.
capital-none-waiting = Ingen utbetalinger venter på godkjenning eller på betalingsdagen.

capital-approve-title = Godkjenne utbetaling { NUMBER($id, useGrouping: "false") }?
capital-approve-effect = { $amount } betales ut til { $ref } { $title }. Utbetalingen bokføres { $date } og kan ikke endres, bare reverseres.
capital-approve-eyes = Den er registrert av { $name } { $date }. Du godkjenner som den andre av to.
capital-approve-yes = { SENTENCE(word-approve) }

capital-withdraw-title = Trekke tilbake utbetaling { NUMBER($id, useGrouping: "false") }?
capital-withdraw-effect = { $amount } til { $ref } { $title } blir ikke betalt ut. Beløpet står fortsatt i tilsagnet og kan registreres på nytt.
capital-withdraw-final = Den er registrert av { $name } { $date }. En utbetaling som er trukket tilbake, kan ikke godkjennes.
capital-withdraw-yes = { SENTENCE(word-withdraw) }

capital-disburse-title = Ny utbetaling til { $ref }
capital-disburse-effect = { $amount } til { $ref } registreres for utbetaling { form-on-day }.
capital-disburse-four-eyes = KS må godkjenne før noe betales ut.
capital-waiting-sum = { SENTENCE(word-waits) }
capital-next = Neste i planen
capital-next-of-plan = { $amount } { $date }
capital-next-none = Alt er utbetalt, frigitt eller registrert.
capital-amount-hint = Neste beløp i planen er fylt inn.
capital-pay-on = Betalingsdag

capital-release-title = Frigi tilsagn til { $ref }
capital-release-yes = { SENTENCE(word-release) }
capital-release-effect = { $amount } av tilsagnet til { $ref } frigis og blir ledig kapital.
capital-release-final = Det kan ikke angres. Trengs pengene likevel, må KS gi et nytt tilsagn.
capital-release-hint = Det som gjenstår av tilsagnet, er fylt inn.
capital-reason-hint = Hvorfor pengene ikke skal brukes. Begrunnelsen står i loggen.
capital-by-hand = K1
capital-by-cash-flow = K2
capital-as-it-is = som i dag

error-capital-nothing-selected = Velg et tilsagn eller en utbetaling først. { tui-key-focus } går til neste del.
error-capital-no-commitment-selected = Velg et tilsagn først. { tui-key-focus } går til neste del.
error-capital-no-waiting-selected = Velg en utbetaling som venter, på delen Utbetalinger.
error-capital-nothing-to-disburse = Hele tilsagnet er utbetalt, frigitt eller registrert for utbetaling.
error-capital-nothing-to-release = Det gjenstår ingenting av tilsagnet.
