## Løsninger, ibruktakelse, krav og tilbakebetaling: hva som er gjort, hva som er galt, og hva ting heter

done-live = { $ref } er i drift fra { $date }.
done-stopped = { $ref } er stoppet. { $released } av tilsagnet er frigitt, og { $lost } er avskrevet.
done-stopped-credited = { $ref } er stoppet. { $released } av tilsagnet er frigitt, { $credited } er kreditert brukerne, og { $lost } er avskrevet.
done-written-off = { $amount } er avskrevet på { $ref }, bilag { NUMBER($voucher, useGrouping: "false") }.
done-adopted = { $name } har tatt { $ref } i bruk. Kravet kommer med neste avregning.
done-adopted-free = { $name } har tatt { $ref } i bruk og har ingenting å betale.
done-adopted-charged = { $name } har tatt { $ref } i bruk og skal betale { $amount }, krav { $invoice }.
done-settled = { $ref } er avregnet per { $date }: { $charges ->
    [0] ingen nye krav
    [one] ett nytt krav på { $charged }
   *[other] { $charges } nye krav på til sammen { $charged }
}.
done-settled-credited = { $ref } er avregnet per { $date }: { $charges ->
    [0] ingen nye krav
    [one] ett nytt krav på { $charged }
   *[other] { $charges } nye krav på til sammen { $charged }
}, og { $credited } er kreditert.
done-charge-paid = Krav { $invoice } er betalt med { $amount }, bilag { NUMBER($voucher, useGrouping: "false") }.
done-charge-paid-in-part = { $amount } er betalt på krav { $invoice }, bilag { NUMBER($voucher, useGrouping: "false") }. Det gjenstår { $left }.
done-charge-overpaid = { $amount } er betalt på krav { $invoice }, bilag { NUMBER($voucher, useGrouping: "false") }. Det er { $owed } for mye, som skal refunderes.
done-reminded = Purring nummer { $count } på krav { $invoice } til { $name } er registrert; { $open } er ubetalt.
done-reminded-all = { $count ->
    [one] Purring på ett krav er registrert, { $open } er ubetalt.
   *[other] Purring på { $count } krav er registrert, til sammen { $open } er ubetalt.
}
done-refunded = { $name } har fått refundert { $amount }, bilag { NUMBER($voucher, useGrouping: "false") }.

charge-overdue = { word-overdue }
charge-partly_paid = delvis betalt
charge-open = ikke forfalt
charge-paid = { word-paid }
charge-credited = { word-credited }

error-invoice-invalid = «{ $value }» er ikke en kravreferanse. Skriv den som på kravet, for eksempel K-0017.
error-invoice-unknown = Det finnes ikke noe krav { $invoice }.
error-live-already = { $ref } er allerede i drift.
error-solution-missing = Det er ikke registrert når { $ref } ble satt i drift.
error-solution-unpaid = Fondet har ikke betalt ut noe til { $ref }, så det er ingen løsning å vise.
error-adoption-before-live = { $ref } er i drift fra { $date }. Ibruktakelsen kan ikke være før det.
error-adoption-not-for = { $ref } er for { $benefit }, så { $name } kan ikke ta den i bruk.
error-adoption-without-access = { $name } hadde ikke betalt hele innskuddet { $date }. Bare den som har det, kan ta en løsning i bruk.
error-adoption-twice = { $name } tok { $ref } i bruk allerede { $date }.
error-settle-price-list = { $ref } har prisliste. { solutions-charged-at-once }
error-settle-before = { $ref } er avregnet eller satt i drift { $date }. En avregning kan ikke være før det.
error-settle-nobody = Ingen har tatt { $ref } i bruk ennå, så det er ingenting å avregne.
error-charge-paid = Krav { $invoice } er allerede betalt. Oppgi beløpet hvis det likevel er betalt mer.
error-payment-before-charge = Krav { $invoice } ble sendt { $date }. Betalingen kan ikke være før det.
error-payment-before-loss = { $ref } er avskrevet etter den dagen. Registrer betalingen med en dato fra og med avskrivningen.
error-payment-before-reversal = Krav { $invoice } var betalt fram til { $date }, da en betaling ble reversert. Registrer betalingen med den datoen eller en senere.
error-remind-not-overdue = Krav { $invoice } kan ikke purres ennå. Det forfaller { $due }.
error-remind-paid = Krav { $invoice } er betalt. Det er ingenting å purre på.
error-remind-none = Ingen krav var forfalt { $date }, eller alle var allerede purret den dagen.
error-refund-above-owed = { $name } har { $owed } til gode for { $ref }. Mer kan ikke refunderes.
error-write-off-too-much = { $outstanding } er utestående på { $ref }. Mer kan ikke avskrives.
error-disbursement-withdrawn = Utbetaling { NUMBER($id, useGrouping: "false") } ble trukket tilbake av { $by } { $date } og kan ikke godkjennes.
error-ledger-account = Fra { $from } til { $to } kan ikke føres slik. Andre inntekter, kostnader og inngående balanser kan føres; tilbakebetaling, refusjon, utbetaling og avskrivning registreres for seg.
error-voucher-is-credit = Bilag { NUMBER($voucher, useGrouping: "false") } krediterer en betaling og reverseres ikke for seg. Neste avregning retter det, eller en reversering av betalingen.
error-reversal-repaid = Det som bilaget gjelder, er allerede betalt tilbake eller avskrevet på { $ref }. Reverser det først.
error-warning-released-again = { $ref } er stoppet. { $amount } som kom tilbake til tilsagnet, er frigitt igjen.
error-reversal-credited = Det som ble betalt på krav { $invoice }, var allerede kreditert den dagen. Reverser betalingen med en senere dato.
error-reversal-refunded = Det som { $number } hadde til gode for { $ref }, er allerede refundert. Reverser refusjonen først.

log-solution-live = registrerte løsning i drift
log-project-stop = stoppet prosjekt
log-project-write-off = avskrev
log-solution-adopt = registrerte ibruktakelse
log-solution-settle = avregnet løsning
log-charge-pay = registrerte tilbakebetaling
log-charge-remind = registrerte purring
log-charge-remind-all = registrerte purring på alle forfalte krav
log-refund-pay = registrerte refusjon
done-adoptions-imported = { $count ->
    [one] Én rad er lest
   *[other] { $count } rader er lest
}: { $adoptions ->
    [0] ingen nye ibruktakelser
    [one] én ny ibruktakelse
   *[other] { $adoptions } nye ibruktakelser
}, { $vouchers ->
    [0] ingen nye bilag
    [one] ett nytt bilag, nummer { NUMBER($first, useGrouping: "false") }
   *[other] { $vouchers } nye bilag, nummer { NUMBER($first, useGrouping: "false") }–{ NUMBER($last, useGrouping: "false") }
}.
done-ledger-imported = { $count ->
    [one] Én rad er lest
   *[other] { $count } rader er lest
}: { $vouchers ->
    [0] ingen nye bilag
    [one] ett nytt bilag, nummer { NUMBER($first, useGrouping: "false") }
   *[other] { $vouchers } nye bilag, nummer { NUMBER($first, useGrouping: "false") }–{ NUMBER($last, useGrouping: "false") }
}.{ $passed ->
    [0] {""}
    [one] { " " }Én rad var importert før og er hoppet over.
   *[other] { " " }{ $passed } rader var importert før og er hoppet over.
}
error-adoption-date-stands = Ibruktakelsen er registrert { $date }. Den endres ikke; la cellen stå tom.
error-payment-without-charge = Det er ikke sendt noe krav å betale på. Der kostnaden deles, kommer kravet med en avregning.
error-payment-of-nothing = Det er ikke noe krav å betale på: Etter prislisten er det ingenting å betale.
error-ledger-voucher-dates = Bilag { $voucher } har rader med ulik dato. Alle radene i et bilag må ha samme dato.
error-ledger-imported-otherwise = Bilag { $voucher } er importert før og sa noe annet. Det som er bokført, endres ikke; reverser det og bruk et nytt bilagsnummer.
error-opening-too-late = Åpningsbalansen føres før alle andre bilag, og her er det ført andre.
error-opening-not-administrator = Bare administratoren kan importere åpningsbalansen.
error-opening-other-day = Åpningsbalansen har én dato, og den er { $date }.
error-ledger-own-step = { $from } til { $to } kan ikke importeres. Innskudd og utestående registreres for seg; en deltakers innskudd kommer med kolonnen paid i kommit import participants. Bare åpningsbalansen til KS og staten kan importeres, av administratoren, til assets:bank.
log-adoptions-import = importerte ibruktakelser
log-ledger-import = importerte bilag
log-about-adoptions = { word-adoptions }
log-about-charges = { word-invoice }
log-about-ledger = regnskapet
done-forecast-saved = Prognosen per { $date } er lagret som «{ $name }».
error-forecast-exists = Det finnes allerede en prognose «{ $name }». En lagret prognose endres ikke; velg et annet navn.
error-forecast-unknown = Det finnes ingen lagret prognose «{ $name }».
log-forecast-save = lagret prognose
error-plan-below-reserve = Med denne utbetalingsplanen for { $amount } ventes minst ett kvartal å slutte under reserven. Spre utbetalingene mer, eller gi mindre.
error-stop-posted-ahead = { $amount } er bokført utbetalt til { $ref } fram i tid. Reverser den utbetalingen, eller vent til dagen er kommet.
error-stop-comes-back = { $amount } av tilsagnet til { $ref } kommer tilbake fram i tid, ved en reversert utbetaling. Vent til dagen er kommet.
done-disbursement-withdrawn = Utbetaling { NUMBER($id, useGrouping: "false") } på { $amount } til { $ref } er trukket tilbake.
log-disbursement-withdraw = trakk tilbake utbetaling
done-disbursed-ahead = { $amount } betales til { $applicant } for { $ref } den { $date }, bilag { NUMBER($voucher, useGrouping: "false") }.
error-frame-negative = Rammen er { $amount }. Den kan ikke være mindre enn null.

charges-title-one = Krav { $invoice }
charges-issued = Sendt
charges-invoice = Kravnr.
charges-credited = { SENTENCE(word-credited) }
charges-unpaid = Ubetalt
charges-due = Forfaller
charges-reminders = Purret
