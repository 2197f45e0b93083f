# 7 Deltakere: hvem som har svart, betalt og er forsinket.

participants-tab = { SENTENCE(word-participants) }
participants-title = Deltakere · { $status } · { $order }
participants-title-county = Deltakere i { $county } · { $status } · { $order }
participants-title-counties = Deltakere etter fylke

## Taster

participants-status-help = Viser bare dem med neste status som noen har, og til slutt alle igjen.
participants-order-help = Sorterer etter nummer, navn, innbyggere eller innskudd.
participants-counties = fylker
participants-counties-help = Viser fylkene eller deltakerne. { tui-key-open } på et fylke viser deltakerne der.
participants-answer-help = Registrerer svaret fra deltakeren som er valgt, eller retter det.
participants-payment-help = Registrerer en innbetaling fra deltakeren som er valgt.
participants-waive = ettergi rest
participants-waive-help = KS ettergir en rest av innskuddet, med en begrunnelse.
participants-refund = betal tilbake
participants-refund-help = Registrerer at det som er betalt for mye, skal betales tilbake. KS godkjenner.
participants-keep = til inntekt
participants-keep-help = KS fører det som er betalt for mye, som annen inntekt, med en begrunnelse.

## Status

participants-all = alle

participants-by-number = etter nummer
participants-by-inhabitants = etter innbyggere
participants-by-amount = etter innskudd

## Liste

participants-summary = { $joined } av { $invited } har takket ja · { $paid } betalt · { $overdue } mangler betaling · { $unanswered } uten svar
participants-col-county = Fylke
participants-col-inhabitants = { SENTENCE(word-inhabitants) }
participants-col-amount = { SENTENCE(word-contribution) }
participants-col-invited = Inviterte
participants-col-promised = Lovet kr
participants-col-received = Betalt kr

## Én deltaker

participants-money = { SENTENCE(word-contribution) }
participants-paid-so-far = { SENTENCE(word-paid) }
participants-owed = { SENTENCE(word-left) }
participants-waived = Ettergitt
participants-over = Betalt for mye
participants-waived-line = ettergitt { $amount }: { $text }
participants-counted-from = { $count } fra { $date }
participants-with-sum = deltakerens eget vedtak lyder på { $amount }
participants-with-resolution = vedtak: { $text }
participants-refund-line = refusjon { NUMBER($id, useGrouping: "false") } på { $amount }: { $state }
participants-would-pay = Innskudd ved ja
participants-answer-due = Svarfrist
participants-payment-due = Betalingsfrist
participants-answers = { SENTENCE(word-answer) }
participants-said-yes = ja, med { $amount }
participants-with-reference = referanse { $text }
participants-with-reason = rettet: { $text }
participants-payments = Innbetalinger
participants-payment-line = { $amount }, bilag { NUMBER($voucher, useGrouping: "false") }
participants-contribution = { SENTENCE(word-contribution) }

## Skjema

participants-answer-title = Registrer svar
participants-answered-before = Svarte
participants-joins = { SENTENCE(word-answer) }
participants-decided-on = { SENTENCE(word-date) }
participants-reference = Referanse
participants-reference-hint = Deltakerens eget saksnummer. Kan stå tomt.
participants-resolution = Vedtakets ordlyd
participants-resolution-hint = Slik deltakerens eget vedtak lyder, om det sier noe annet enn ja eller nei.
participants-resolved = Vedtatt beløp
participants-resolved-hint = Beløpet i vedtaket, hvis det er et annet enn det vi ba om.
participants-reason-hint = Hvorfor det tidligere svaret rettes.
participants-answer-yes = Registrer svaret
participants-answer-effect-yes = { $name } svarer ja og lover { $amount }. Beløpet låses nå.
participants-answer-effect-no = { $name } takker nei og skal ikke betale innskudd.
participants-answer-corrects = Svaret retter det forrige. Begge blir stående.

participants-payment-title = Registrer innbetaling
participants-amount-hint = Det som gjenstår, er fylt inn.
participants-amount-hint-paid = Innskuddet er betalt i sin helhet.
participants-paid-on = { SENTENCE(word-date) }
participants-payment-effect = { $amount } fra { $name } bokføres { form-on-day }.
participants-payment-over = { $over } av det er mer enn vi har bedt om, og skal betales tilbake (C8).

participants-waive-title = Ettergi en rest
participants-waive-yes = ettergi
participants-waive-effect = { $amount } av innskuddet til { $name } ettergis.
participants-waive-final = Det kan ikke angres. Er resten borte, får deltakeren tilgang.
participants-refund-title = Betal tilbake det som er betalt for mye
participants-refund-yes = registrer refusjonen
participants-refund-effect = { $amount } skal betales tilbake til { $name }.
participants-refund-eyes = Refusjonen bokføres når KS har godkjent den, på 6 Kapital. Til da kan den trekkes tilbake.
participants-keep-title = Før det som er betalt for mye, til inntekt
participants-keep-yes = før som inntekt
participants-keep-effect = { $amount } fra { $name } blir annen inntekt og betales ikke tilbake.
participants-keep-posted = Det bokføres i dag.
participants-sum-reason-hint = Begrunnelsen lagres og vises i loggen.

error-participants-list-only = Her vises fylkene. { tui-key-focus } går tilbake til deltakerne.
error-participants-none-selected = Velg en deltaker først.
error-participants-nothing-over = { $name } har ikke betalt for mye.

participants-none = Det er ingen deltakere ennå.
