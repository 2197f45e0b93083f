## Solutions, adoptions, charges and repayments: what was done, what is wrong, and what things are called

done-live = { $ref } is live from { $date }.
done-stopped = { $ref } is stopped. { $released } of the commitment is released, and { $lost } written off.
done-stopped-credited = { $ref } is stopped. { $released } of the commitment is released, { $credited } is credited to the adopters, and { $lost } is written off.
done-written-off = { $amount } is written off on { $ref }, voucher { NUMBER($voucher, useGrouping: "false") }.
done-adopted = { $name } has adopted { $ref }. It is charged by the next settlement.
done-adopted-free = { $name } has adopted { $ref } and has nothing to pay.
done-adopted-charged = { $name } has adopted { $ref } and is to pay { $amount }, charge { $invoice }.
done-settled = { $ref } is settled as of { $date }: { $charges ->
    [0] no new charges
    [one] one new charge of { $charged }
   *[other] { $charges } new charges totalling { $charged }
}.
done-settled-credited = { $ref } is settled as of { $date }: { $charges ->
    [0] no new charges
    [one] one new charge of { $charged }
   *[other] { $charges } new charges totalling { $charged }
}, and { $credited } credited.
done-charge-paid = Charge { $invoice } is paid with { $amount }, voucher { NUMBER($voucher, useGrouping: "false") }.
done-charge-paid-in-part = { $amount } is paid on charge { $invoice }, voucher { NUMBER($voucher, useGrouping: "false") }. { $left } is left.
done-charge-overpaid = { $amount } is paid on charge { $invoice }, voucher { NUMBER($voucher, useGrouping: "false") }. { $owed } of it is overpaid and owed back.
done-reminded = Reminder number { $count } of charge { $invoice } to { $name } is registered; { $open } is unpaid.
done-reminded-all = { $count ->
    [one] A reminder is registered for one charge, with { $open } unpaid.
   *[other] Reminders are registered for { $count } charges, with a total of { $open } unpaid.
}
done-refunded = { $name } has been refunded { $amount }, voucher { NUMBER($voucher, useGrouping: "false") }.

charge-overdue = { word-overdue }
charge-partly_paid = partly paid
charge-open = not due
charge-paid = { word-paid }
charge-credited = { word-credited }

error-invoice-invalid = “{ $value }” is not the reference of a charge. Write it as on the charge, such as K-0017.
error-invoice-unknown = There is no charge { $invoice }.
error-live-already = { $ref } is already live.
error-solution-missing = It is not recorded when { $ref } went live.
error-solution-unpaid = The fund has paid nothing to { $ref }, so there is no solution to show.
error-adoption-before-live = { $ref } is live from { $date }. It cannot be adopted before that.
error-adoption-not-for = { $ref } is for { $benefit }, so { $name } cannot adopt it.
error-adoption-without-access = { $name } had not paid its whole contribution by { $date }. Only those that have may adopt a solution.
error-adoption-twice = { $name } adopted { $ref } on { $date } already.
error-settle-price-list = { $ref } has a price list. { solutions-charged-at-once }
error-settle-before = { $ref } was settled or went live on { $date }. It cannot be settled before that.
error-settle-nobody = Nobody has adopted { $ref } yet, so there is nothing to settle.
error-charge-paid = Charge { $invoice } is paid already. Give the amount if more was paid all the same.
error-payment-before-charge = Charge { $invoice } was issued on { $date }. It cannot be paid before that.
error-payment-before-loss = { $ref } was written off after that day. Register the payment with a date from the write-off on.
error-payment-before-reversal = Charge { $invoice } was paid until { $date }, when a payment was reversed. Register the payment on that date or a later one.
error-remind-not-overdue = Charge { $invoice } cannot be reminded of yet. It is due on { $due }.
error-remind-paid = Charge { $invoice } is paid. There is nothing to remind of.
error-remind-none = No charge was overdue on { $date }, or all had been reminded of that day.
error-refund-above-owed = { $name } is owed { $owed } for { $ref }. No more can be refunded.
error-write-off-too-much = { $outstanding } is outstanding on { $ref }. No more can be written off.
error-disbursement-withdrawn = Disbursement { NUMBER($id, useGrouping: "false") } was withdrawn by { $by } on { $date } and cannot be approved.
error-ledger-account = From { $from } to { $to } cannot be posted like this. Other income, costs and opening balances can; repayments, refunds, disbursements and write-offs have steps of their own.
error-voucher-is-credit = Voucher { NUMBER($voucher, useGrouping: "false") } credits a payment and is not reversed by itself. The next settlement mends it, or a reversal of the payment.
error-reversal-repaid = What the voucher is about has been repaid or written off on { $ref }. Reverse that first.
error-warning-released-again = { $ref } is stopped. { $amount } that came back to the commitment is released again.
error-reversal-credited = What was paid on charge { $invoice } was credited on that day already. Reverse the payment with a later date.
error-reversal-refunded = What { $number } was owed for { $ref } has been refunded. Reverse the refund first.

log-solution-live = recorded a solution as live
log-project-stop = stopped a project
log-project-write-off = wrote off
log-solution-adopt = registered an adoption
log-solution-settle = settled a solution
log-charge-pay = registered a repayment
log-charge-remind = registered a reminder
log-charge-remind-all = registered reminders of all overdue charges
log-refund-pay = registered a refund
done-adoptions-imported = { $count ->
    [one] One row is read
   *[other] { $count } rows are read
}: { $adoptions ->
    [0] no new adoptions
    [one] one new adoption
   *[other] { $adoptions } new adoptions
}, { $vouchers ->
    [0] no new vouchers
    [one] one new voucher, number { NUMBER($first, useGrouping: "false") }
   *[other] { $vouchers } new vouchers, numbers { NUMBER($first, useGrouping: "false") }–{ NUMBER($last, useGrouping: "false") }
}.
done-ledger-imported = { $count ->
    [one] One row is read
   *[other] { $count } rows are read
}: { $vouchers ->
    [0] no new vouchers
    [one] one new voucher, number { NUMBER($first, useGrouping: "false") }
   *[other] { $vouchers } new vouchers, numbers { NUMBER($first, useGrouping: "false") }–{ NUMBER($last, useGrouping: "false") }
}.{ $passed ->
    [0] {""}
    [one] { " " }One row was imported before and is passed over.
   *[other] { " " }{ $passed } rows were imported before and are passed over.
}
error-adoption-date-stands = The adoption is registered on { $date }. It is not changed; leave the cell empty.
error-payment-without-charge = There is no charge to pay. Where the cost is shared, charges come with a settlement.
error-payment-of-nothing = There is no charge to pay: by the price list there is nothing to pay.
error-ledger-voucher-dates = Voucher { $voucher } has rows with different dates. All rows of a voucher need the same date.
error-ledger-imported-otherwise = Voucher { $voucher } was imported before and said something else. What is posted is not changed; reverse it and use a new number.
error-opening-too-late = Opening balances come before any other voucher, and there are others here.
error-opening-not-administrator = Only the administrator can import opening balances.
error-opening-other-day = Opening balances have one date, and it is { $date }.
error-ledger-own-step = { $from } to { $to } cannot be imported. Contributions and what is outstanding are posted by their own steps; a participant’s contribution comes by the column paid in kommit import participants. Only the opening balance of KS and the state can be imported, by the administrator, to assets:bank.
log-adoptions-import = imported adoptions
log-ledger-import = imported ledger entries
log-about-adoptions = { word-adoptions }
log-about-charges = charges
log-about-ledger = the ledger
done-forecast-saved = The forecast as of { $date } is saved as “{ $name }”.
error-forecast-exists = There is a forecast “{ $name }” already. A saved forecast is not changed; choose another name.
error-forecast-unknown = There is no saved forecast “{ $name }”.
log-forecast-save = saved a forecast
error-plan-below-reserve = With this plan for { $amount } at least one quarter is expected to close below the reserve. Spread the payments more, or give less.
error-stop-posted-ahead = { $amount } is posted as paid to { $ref } on a day to come. Reverse that disbursement, or wait until the day has come.
error-stop-comes-back = { $amount } of the commitment to { $ref } comes back on a day to come, by the reversal of a disbursement. Wait until the day has come.
done-disbursement-withdrawn = Disbursement { NUMBER($id, useGrouping: "false") } of { $amount } to { $ref } is withdrawn.
log-disbursement-withdraw = withdrew a disbursement
done-disbursed-ahead = { $amount } is paid to { $applicant } for { $ref } on { $date }, voucher { NUMBER($voucher, useGrouping: "false") }.
error-frame-negative = The frame is { $amount }. It cannot be less than zero.

charges-title-one = Charge { $invoice }
charges-issued = Issued
charges-invoice = Charge
charges-credited = { SENTENCE(word-credited) }
charges-unpaid = Unpaid
charges-due = Due
charges-reminders = Reminded
