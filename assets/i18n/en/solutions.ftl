# 8 Solutions: what the projects have cost, who has adopted the solutions, and what has come back.

solutions-tab = { SENTENCE(word-solutions) }
solutions-title = Solutions · { $order }
solutions-none = The fund has paid nothing to a project yet.
error-solutions-none-selected = No solution is selected.

solutions-by-overdue = most overdue first
solutions-by-recovered = least recovered first
solutions-by-outstanding = most outstanding first
solutions-order-help = Sorts by reference, overdue, recovered or outstanding.

solutions-totals = { $projects ->
    [one] One project
   *[other] { $projects } projects
    }, { $live } live · cost { $cost } · { $share } recovered
solutions-total-outstanding = Outstanding { $amount }
solutions-total-overdue = { $count ->
    [0] nothing overdue
    [one] { $amount } overdue on one charge
   *[other] { $amount } overdue on { $count } charges
    }
solutions-total-owed = { $amount } owed back
solutions-total-lost = { $amount } written off

solutions-col-status = { SENTENCE(word-status) }
solutions-col-cost = Cost so far
solutions-col-outstanding = Outstanding
solutions-col-recovered = Recovered
solutions-col-break-even = Breaks even at
solutions-break-even-at = { $share } uptake
solutions-break-even-never = not within the forecast
solutions-col-overdue = { SENTENCE(word-overdue) }

## One solution

solutions-next-section-help = Goes to the next part: adoptions, charges and settlements.
solutions-pay-help = Registers a payment of the selected charge.
solutions-remind-help = Registers a reminder of the selected charge, when it is overdue.
solutions-refund-help = Registers that the selected participant gets back what it is owed.
solutions-adopt = new adoption
solutions-adopt-help = Registers that a participant adopts the solution.
solutions-settle-help = Works out each participant’s share again, and charges or credits the difference.
solutions-write-off-help = Writes off what will not come back of what is outstanding.
solutions-stop = stop
solutions-stop-help = Stops the project, releases the rest of the commitment and writes off what is lost.
solutions-proposal-help = Shows the proposal behind the solution.

error-solutions-nothing-to-open = There is nothing to open here. { tui-key-focus } goes to the next part.
error-solutions-no-charge = Select a charge first. { tui-key-focus } goes to the charges.
error-solutions-no-adopter = Select a participant first. { tui-key-focus } goes to the adoptions.
error-solutions-nothing-owed = { $name } is owed nothing.
error-solutions-nothing-outstanding = Nothing is outstanding, so there is nothing to write off.
error-solutions-nobody-may-adopt = Everyone that has paid its contribution and that the solution is for has adopted it.
error-solutions-no-such-participant = No participant has a name that begins with “{ $value }”. Give the number or the beginning of the name.
error-solutions-several-participants = { $count } participants have names that begin with “{ $value }”. Give the number or more of the name.

solutions-adoptions = { SENTENCE(word-adoptions) }
solutions-charges = Charges
solutions-charges-overdue = { $count }, { $overdue } overdue
solutions-settlements = Settlements
solutions-no-adoptions = Nobody has adopted the solution yet.
solutions-no-charges = Nobody has been charged yet.
solutions-no-settlements = The solution has not been settled yet.
solutions-settled-by-list = The solution has a price list. { solutions-charged-at-once }
solutions-charged-at-once = Adopters are charged at once, and there is nothing to settle.
solutions-not-live = The solution has not gone live. Until it does there are no adoptions, charges or settlements.

solutions-live-since = live since { $date }
solutions-was-live = { $stage }, live since { $date }
solutions-expected = in development, expected live { $date }
solutions-price = Price
solutions-price-shared = shared by inhabitants
solutions-base = Base
solutions-recovered-of-cost = { $share } of the cost
solutions-base-reached = { $reached } of { $planned } inhabitants planned
solutions-base-today = { $planned } inhabitants if it went live today
solutions-repaid = { SENTENCE(word-repaid) }
solutions-short-overdue = Overdue { $amount }

solutions-col-adopted-on = Adopted
solutions-col-paid = { SENTENCE(word-paid) }
solutions-col-shares = Sum of shares
solutions-col-of-cost = Of cost
solutions-charge-about = { $invoice } to { $name }: { $amount } charged { $date }, { $paid } paid.
solutions-charge-about-credited = { $invoice } to { $name }: { $amount } charged { $date }, { $credited } credited, { $paid } paid.
solutions-charge-reminded = { $count ->
    [one] Reminded once, { $date }.
   *[other] Reminded { $count } times, last { $date }.
    }
solutions-settlement = Settlement { $date }: shares of { $shares } out of { $cost }

## Reminding and settling

solutions-remind-title = Register a reminder of charge { $invoice }?
solutions-remind-effect = A reminder to { $name } of { $amount } will be registered; the charge was due { $date }.
solutions-remind-count = It will be reminder number { $count }, and stands in the log.
solutions-remind = reminder
solutions-remind-yes = { SENTENCE(overview-overdue-next) }
solutions-remind-all = reminders of all
solutions-remind-all-help = Registers a reminder of every charge that is overdue, in all solutions.
solutions-remind-all-title = Register reminders of all overdue charges?
solutions-remind-all-effect = { $count ->
    [one] One overdue charge of { $amount } has had no reminder today.
   *[other] { $count } overdue charges totalling { $amount } have had no reminder today.
} Each gets a reminder.
solutions-remind-all-yes = Register reminders of all
error-solutions-none-overdue = No charge is overdue, or all have been reminded of today.

solutions-settle-title = Settle { $ref }?
solutions-settle-effect = { $adopters ->
    [one] One participant bears its share
   *[other] { $adopters } participants bear a share each
    } of the cost of { $cost } as of { $date }, by the inhabitants registered now.
solutions-settle-charges = Charged before: { $before }. { $charges ->
    [0] No new charges.
    [one] One new charge of { $charged }.
   *[other] { $charges } new charges totalling { $charged }.
    }
solutions-settle-credits = { $amount } is taken off unpaid charges.
solutions-settle-refunds = { $amount } is overpaid and is owed back.
solutions-settle-final = A settlement cannot be undone. The next settlement corrects it.
solutions-settle-yes = { SENTENCE(word-settle) }

## The forms

solutions-after = Afterwards

solutions-adopt-title = New adoption of { $ref }
solutions-adopt-number-hint = A number such as 0301, or the beginning of the name.
solutions-adopt-several = { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }
solutions-adopt-is = { $number } { $name }, { $inhabitants } inhabitants
solutions-live-on = Live since
solutions-may-adopt = May adopt
solutions-may-adopt-count = { $count ->
    [one] One participant
   *[other] { $count } participants
    } that have paid the contribution
solutions-adopt-effect = { $name } adopts { $ref } from { $when }.
solutions-adopt-price = The charge is { $amount } by the price list, but never more than what is left of the cost.
solutions-adopt-shared = The cost is shared, so it is charged by the next settlement.
solutions-adopt-final = An adoption cannot be undone.

solutions-live-title = { $ref } goes live
solutions-paid-out = { SENTENCE(word-disbursed) }
solutions-still-to-pay-out = Left of the commitment
solutions-proposed = Price proposed
solutions-live-effect = { $ref } is live from { $when }. It has cost { $cost } until now.
solutions-live-shared = Adopters share the cost. The planned base is { $base } inhabitants.
solutions-live-shared-then = Adopters share the cost. The planned base is worked out from those that had paid the contribution on that day.
solutions-live-priced = Adopters pay the price at once.
solutions-live-final = The day, the price and the base are fixed from then on.

solutions-pay-title = Payment of charge { $invoice }
solutions-pay-hint = What is unpaid is filled in.
solutions-pay-all-hint = The charge is paid. Whatever is paid now is owed back.
solutions-pay-effect = { $amount } from { $name } on charge { $invoice } is posted { form-on-day }.
solutions-pay-whole = The charge is paid then.
solutions-pay-left = { $amount } is left of the charge.
solutions-pay-too-much = { $amount } is overpaid and is owed back.

solutions-refund-title = Refund for { $ref }
solutions-refund-hint = All that the participant is owed is filled in.
solutions-refund-effect = { $amount } is refunded to { $name } and posted { form-on-day }.

solutions-write-off-title = Write off on { $ref }
solutions-write-off-yes = { SENTENCE(word-write-off) }
solutions-write-off-amount-hint = At most what is outstanding.
solutions-write-off-hint = Why the money will not come back. The reason stands in the log.
solutions-unpaid-charges = Unpaid charges
solutions-write-off-effect = { $amount } of what is outstanding on { $ref } is written off. Then { $left } is outstanding, and the fund’s capital is { $amount } lower.
solutions-write-off-shares = No share changes. If the money comes in after all, the loss is reversed.

solutions-stop-title = Stop { $ref }
solutions-stop-yes = Stop the project
solutions-stop-hint = Why the project is stopped. The reason stands in the log.
solutions-to-release = Released
solutions-to-write-off = Written off
solutions-stop-effect = { $ref } will be stopped. { $released } of the commitment will be released, and { $lost } written off.
solutions-stop-withdrawn = { $count ->
    [one] One disbursement of { $amount } that waits for approval will be withdrawn.
   *[other] { $count } disbursements totalling { $amount } that wait for approval will be withdrawn.
    }
solutions-stop-credited = The adopters are credited { $amount }, which they are charged beyond what the solution then costs.
solutions-stop-charges = Unpaid charges of { $amount } stand.
solutions-stop-final = A stopped project cannot be started again.
