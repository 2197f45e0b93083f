# 7 Deltakere: hvem som har svart, betalt og er forsinket.

participants-tab = { SENTENCE(-participants) }
participants-title = Deltakere · { $status } · { $order }
participants-title-county = Deltakere i { $county } · { $status } · { $order }
participants-title-counties = Deltakere etter fylke

## Taster

participants-status = { -status }
participants-status-help = Viser bare dem med neste status, og til slutt alle igjen.
participants-order = { -sort }
participants-order-help = Sorterer etter nummer, navn, innbyggere eller innskudd.
participants-counties = fylker
participants-counties-help = Viser fylkene eller deltakerne. Enter på et fylke viser deltakerne der.
participants-answer = { -answer }
participants-answer-help = Registrerer svaret fra deltakeren som er valgt, eller retter det.
participants-payment = { -payment }
participants-payment-help = Registrerer en innbetaling fra deltakeren som er valgt.

## Status

participants-all = alle

participants-by-number = etter nummer
participants-by-name = { -by-name }
participants-by-inhabitants = etter innbyggere
participants-by-amount = etter innskudd

## Liste

participants-summary = { $joined } av { $invited } har takket ja · { $paid } betalt · { $overdue } mangler betaling · { $unanswered } uten svar
participants-col-number = { -no }.
participants-col-name = { -name }
participants-col-county = Fylke
participants-col-inhabitants = { -inhab }
participants-col-amount = { SENTENCE(-contribution) }
participants-col-paid = { SENTENCE(-paid) }
participants-col-status = { SENTENCE(-status) }
participants-col-invited = Inviterte
participants-col-joined = { SENTENCE(-yes) }
participants-col-has-paid = { SENTENCE(-paid) }
participants-col-promised = Lovet kr
participants-col-received = Betalt kr

## Én deltaker

participants-kind = { -kind }
participants-money = { SENTENCE(-contribution) }
participants-frozen = { -promised }
participants-paid-so-far = { SENTENCE(-paid) }
participants-owed = { -left }
participants-would-pay = Innskudd ved ja
participants-answer-due = Svarfrist
participants-payment-due = Betalingsfrist
participants-answers = { SENTENCE(-answer) }
participants-no-answers = { -has-not-answered }.
participants-said-yes = ja, med { $amount }
participants-said-no = { -no-2 }
participants-with-reference = referanse { $text }
participants-with-reason = rettet: { $text }
participants-payments = Innbetalinger
participants-no-payments = { SENTENCE(-none) }.
participants-payment-line = { $amount }, bilag { NUMBER($voucher, useGrouping: "false") }
participants-contribution = { SENTENCE(-contribution) }
participants-solutions = { -solutions }

## Skjema

participants-answer-title = Registrer svar
participants-answered-before = Svarte
participants-joins = { SENTENCE(-answer) }
participants-yes = { -yes }
participants-no = { -no-2 }
participants-decided-on = { -date }
participants-on-hint = { -a-date-such-as-2018 }.
participants-reference = Referanse
participants-reference-hint = Deltakerens eget saksnummer. Kan stå tomt.
participants-reason = { -reason }
participants-reason-hint = Hvorfor det tidligere svaret rettes.
participants-answer-yes = Registrer svaret
participants-answer-effect-yes = { $name } svarer ja og lover { $amount }. Beløpet fryses nå.
participants-answer-effect-no = { $name } svarer nei og lover ingenting.
participants-answer-corrects = Svaret retter det forrige. Begge blir stående.

participants-payment-title = Registrer innbetaling
participants-amount = { -amount }
participants-amount-hint = Det som gjenstår er fylt inn.
participants-paid-on = { -date }
participants-payment-yes = { -post }
participants-payment-effect = { $amount } fra { $name } bokføres i dag.
participants-payment-effect-on = { $amount } fra { $name } bokføres { $date }.
participants-payment-posted = { -a-voucher-can-t-be }.

error-participants-list-only = Her vises fylkene. Tab går tilbake til deltakerne.
error-participants-none-selected = Velg en deltaker først.
error-participants-paid-in-full = { $name } har betalt hele innskuddet.
