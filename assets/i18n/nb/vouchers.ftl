## Bilagene: listen, ett bilag med posteringene, og reversering

vouchers-title = Bilag · { $count ->
    [one] ett
   *[other] { $count }
    } · nyeste først
vouchers-col-voucher = { SENTENCE(word-voucher) }
vouchers-col-event = Hendelse
vouchers-col-kroner = { SENTENCE(word-kroner) }
vouchers-value-on = Valuteringsdato
vouchers-debit = Debet
vouchers-credit = Kredit
vouchers-reversed-by = reversert med bilag { NUMBER($voucher, useGrouping: "false") }
vouchers-ahead = datert fram i tid
vouchers-reversed-mark = rev. { NUMBER($voucher, useGrouping: "false") }
vouchers-ahead-mark = senere
vouchers-open-help = Åpner bilaget med posteringene. I listen betyr «{ vouchers-ahead-mark }» at det er { vouchers-ahead }, og «rev.» med et tall at det er reversert med det bilaget.
vouchers-reverses = reverserer bilag { NUMBER($voucher, useGrouping: "false") }
vouchers-none = Ingenting er bokført ennå. Det første bilaget kommer når noen betaler innskuddet.
vouchers-reverse-help = Reverserer bilaget som er valgt, med et nytt bilag og en begrunnelse.
vouchers-reverse-title = Reversere bilag { NUMBER($voucher, useGrouping: "false") }
vouchers-reverse-yes = { SENTENCE(word-reverse) }
vouchers-reverse-effect = Bilag { NUMBER($voucher, useGrouping: "false") } på { $amount } reverseres med et nytt bilag: { $text }
vouchers-reverse-follows = Krav som bygger på det, følger etter.
vouchers-reverse-final = En reversering kan ikke selv reverseres.
vouchers-close = avslutt periode
vouchers-close-help = Avslutter regnskapet til og med en dag. Etterpå kan ingenting dateres i perioden.
vouchers-close-title = Avslutt en periode
vouchers-close-day = Siste dag
vouchers-close-hint = Senest i går.
vouchers-close-yes = avslutt perioden
vouchers-close-effect = Regnskapet avsluttes til og med { $date }.
vouchers-close-final = Bare KS kan åpne perioden igjen.
vouchers-reopen = åpne periode
vouchers-reopen-help = KS åpner en avsluttet periode igjen, med en begrunnelse.
vouchers-reopen-title = Åpne en periode
vouchers-reopen-day = En dag i perioden
vouchers-reopen-hint = Perioden som dagen ligger i, og alle senere perioder, åpnes.
vouchers-reopen-yes = åpne perioden
vouchers-reopen-effect = Regnskapet åpnes fra perioden som { $date } ligger i.
vouchers-closed-through = Avsluttet til og med
vouchers-nothing-closed = ingen periode er avsluttet
error-vouchers-none-closed = Ingen periode er avsluttet, så det er ingenting å åpne.
vouchers-reason-hint = Hva som var galt. Begrunnelsen blir teksten på det nye bilaget.
vouchers-posted = Bokført
error-vouchers-none-selected = Velg et bilag først.
error-vouchers-reading = Bilaget er åpent. { tui-key-back } går tilbake til listen.

event-contribution = { word-contribution }
event-contribution_refund = refusjon av innskudd
event-disbursement = utbetaling
event-repayment = tilbakebetaling
event-credit = kreditering
event-refund = { word-refund }
event-write_off = avskrivning
event-other = { word-other }
event-opening = åpningsbalanse
event-reversal = reversering

account-bank = Bank
account-outstanding = Utestående på { $ref }
account-contributions = Innskudd fra { $source }
account-other-income = Andre inntekter
account-losses = Tap på { $ref }
account-costs = { SENTENCE(word-costs) }
account-refunds-owed = { SENTENCE(word-refunds-owed) }

## Teksten på bilagene. Regnskapet føres på bokmål.

voucher-contribution = Innskudd { $number } { $name }
voucher-contribution-over = Innskudd og for mye betalt, fordelt på nytt { $number } { $name }
voucher-contribution-refund = Refusjon av innskudd { $number } { $name }
voucher-kept = For mye betalt innskudd beholdt { $number } { $name }
voucher-contribution-ks = Innskudd KS
voucher-state-grant = Statlig tilskudd (KMD)
voucher-disbursement = Utbetaling { $ref } { $title }
voucher-repayment = Tilbakebetaling { $invoice } { $ref }
voucher-credit = Kreditering { $invoice } { $ref }
voucher-refund = Refusjon { $ref } { $number }
voucher-write-off = Avskrivning { $ref } { $title }

capital-vouchers = { word-voucher }
capital-vouchers-help = Viser alle bilagene med posteringene, og lar sekretariatet reversere ett.
