# 7 Deltakere: hvem som har svart, betalt og er forsinket.

participants-tab = Deltakere
participants-title = Deltakere · { $status } · { $order }
participants-title-county = Deltakere i { $county } · { $status } · { $order }
participants-title-counties = Deltakere etter fylke

## Taster

participants-status = status
participants-status-help = Viser bare dem med neste status, og til slutt alle igjen.
participants-order = sorter
participants-order-help = Sorterer etter nummer, navn, innbyggere eller innskudd.
participants-counties = fylker
participants-counties-help = Viser fylkene eller deltakerne. Enter på et fylke viser deltakerne der.
participants-answer = svar
participants-answer-help = Registrerer svaret fra deltakeren som er valgt, eller retter det.
participants-payment = betaling
participants-payment-help = Registrerer en innbetaling fra deltakeren som er valgt.

## Status

participants-all = alle

participants-by-number = etter nummer
participants-by-name = etter navn
participants-by-inhabitants = etter innbyggere
participants-by-amount = etter innskudd

## Liste

participants-summary = { $joined } av { $invited } har takket ja · { $paid } betalt · { $overdue } mangler betaling · { $unanswered } uten svar
participants-col-number = Nr.
participants-col-name = Navn
participants-col-county = Fylke
participants-col-inhabitants = Innbyggere
participants-col-amount = Innskudd
participants-col-paid = Betalt
participants-col-status = Status
participants-col-invited = Inviterte
participants-col-joined = Ja
participants-col-has-paid = Betalt
participants-col-promised = Lovet kr
participants-col-received = Betalt kr

## Én deltaker

participants-kind = Type
participants-money = Innskudd
participants-frozen = Lovet
participants-paid-so-far = Betalt
participants-owed = Gjenstår
participants-would-pay = Innskudd ved ja
participants-answer-due = Svarfrist
participants-payment-due = Betalingsfrist
participants-answers = Svar
participants-no-answers = Ikke svart.
participants-said-yes = ja, med { $amount }
participants-said-no = nei
participants-with-reference = referanse { $text }
participants-with-reason = rettet: { $text }
participants-payments = Innbetalinger
participants-no-payments = Ingen.
participants-payment-line = { $amount }, bilag { NUMBER($voucher, useGrouping: "false") }
participants-contribution = Innskudd
participants-solutions = Løsninger

## Skjema

participants-answer-title = Registrer svar
participants-answered-before = Svarte
participants-joins = Svar
participants-yes = ja
participants-no = nei
participants-decided-on = Dato
participants-on-hint = Dato som 7.5.2018. Tomt felt betyr i dag.
participants-reference = Referanse
participants-reference-hint = Deltakerens eget saksnummer. Kan stå tomt.
participants-reason = Begrunnelse
participants-reason-hint = Hvorfor det tidligere svaret rettes.
participants-answer-yes = Registrer svaret
participants-answer-effect-yes = { $name } svarer ja og lover { $amount }. Beløpet fryses nå.
participants-answer-effect-no = { $name } svarer nei og lover ingenting.
participants-answer-corrects = Svaret retter det forrige. Begge blir stående.

participants-payment-title = Registrer innbetaling
participants-amount = Beløp
participants-amount-hint = Det som gjenstår er fylt inn.
participants-paid-on = Dato
participants-payment-yes = Bokfør
participants-payment-effect = { $amount } fra { $name } bokføres i dag.
participants-payment-effect-on = { $amount } fra { $name } bokføres { $date }.
participants-payment-posted = Et bilag kan ikke endres, bare reverseres.

error-participants-list-only = Her vises fylkene. Tab går tilbake til deltakerne.
error-participants-none-selected = Velg en deltaker først.
error-participants-paid-in-full = { $name } har betalt hele innskuddet.
