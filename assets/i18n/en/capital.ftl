# 6 Capital: the forecast, where the money comes from, what is free, commitments and disbursements.

capital-tab = Capital
capital-title = Capital on { $date }
capital-title-what-if = Capital on { $date } · what if, never saved
capital-ahead = Forecast
capital-books = The capital today
capital-quarters = Quarters
capital-what-if-on = what if
capital-what-if-not = as it is
capital-sources = Sources
capital-free = Free
capital-commitments = Commitments
capital-waiting = Disbursements

## Keys

capital-next-section = next part
capital-next-section-help = Goes to the next of the parts named at the top.
capital-previous-section = part before
capital-previous-section-help = Goes to the part before.
capital-approve = approve
capital-approve-help = Approves the selected disbursement. Then it is posted.
capital-withdraw = withdraw
capital-withdraw-help = Withdraws the selected disbursement, when it is not going to be approved.
capital-disburse = new disbursement
capital-disburse-help = Registers a disbursement of the selected commitment.
capital-release = release
capital-release-help = Releases what won't be used of the commitment.
capital-workings = workings
capital-workings-help = Shows or hides the workings beside the figures.
capital-more = more
capital-more-help = Turns the selected what-if one step up.
capital-less = less
capital-less-help = Turns the selected what-if one step down.
capital-reset = as it is
capital-reset-help = Puts every what-if back.
capital-save = save the forecast
capital-save-help = Saves the forecast under a name, for the yearly evaluation.
capital-past = saved forecasts
capital-past-help = Shows the forecasts that are saved, and what came of them.

## What if

capital-knobs = What if
capital-knob-hint = { $less } { $more } turns, 0 puts back
capital-knob-uptake = Uptake
capital-knob-delay = Go-live
capital-knob-reserve = Reserve
capital-knob-undecided = Undecided
capital-knob-times = × { $factor }
capital-knob-as-planned = as planned
capital-knob-later = { $count ->
    [one] one quarter
   *[other] { $count } quarters
    } later
capital-knob-earlier = { $count ->
    [one] one quarter
   *[other] { $count } quarters
    } earlier
capital-knob-joining = { $share } of { $amount } joins
capital-knob-nobody = everybody has answered

## Sources

capital-potential = Potential
capital-promised = Promised
capital-paid = Paid
capital-sum = Total
capital-nested = Kroner. Paid is part of promised, which is part of potential.
capital-granted = Granted
capital-released = Released
capital-received = Received
capital-to-come = To come
capital-budget-year = Budget year { $year }
capital-formula-ks = KS promises what the sector lacks, at most { $cap } (C2).
capital-formula-state = The state releases what the sector promises, at most { $cap } (C3).

grant-label = State grant
grant-missing = { $released } of { $cap } released, { $missing } missing
grant-full = { $released } of { $cap } released

## Free

capital-bank = in the bank
capital-less-refunds = refunds owed
capital-less-committed = bound in commitments
capital-less-reserve = reserve
capital-is-free = free on hand (K1)
capital-free-cash-flow = free by cash flow (K2)
capital-self-financing = Self-financing
capital-formula-self-financing = expected repayments / disbursements, so far and in the forecast
capital-commitment-rate = Commitment rate
capital-disbursement-rate = Disbursement rate
capital-turnover = Turnover
capital-no-value = –
capital-fund = Fund capital
capital-formula-cash-flow = K2: the largest commitment that takes no quarter below the reserve
capital-formula-commitment-rate = (committed − released) / paid in = { $part } / { $whole }
capital-formula-disbursement-rate = disbursed / (committed − released) = { $part } / { $whole }
capital-formula-turnover = disbursed / paid in = { $part } / { $whole }
capital-formula-fund = in the bank + outstanding with the solutions { $outstanding } − refunds owed (L4)

## Commitments and disbursements

capital-col-ref = Ref.
capital-col-proposal = Proposal
capital-col-committed = Committed
capital-col-disbursed = Disbursed
capital-col-released = Released
capital-col-left = Left
capital-col-next = Next
capital-col-id = No.
capital-col-amount = Amount
capital-col-pay-on = To be paid
capital-col-state = Status
capital-state-waits = waits
capital-state-approved = approved
capital-col-registered-by = Registered by
capital-col-registered-on = Registered
capital-commitments-sum = Committed { $committed } − disbursed { $disbursed } − released { $released } = left { $left }
capital-commitments-sum-short = Committed { $committed } − disbursed { $disbursed } − released { $released } = { $left }
capital-waiting-total = { $count } waiting for approval: { $amount }
capital-ahead-total = { $count } paid later: { $amount }
capital-no-commitments = KS has made no commitment yet.
capital-none-waiting = No disbursement waits for approval or for its day.

capital-approve-title = Approve disbursement { NUMBER($id, useGrouping: "false") }?
capital-approve-effect = { $amount } is paid out to { $ref } { $title }. It is posted on { $date } and can't be changed, only reversed.
capital-approve-eyes = It was registered by { $name } on { $date }. You approve as the second of two.
capital-approve-yes = Approve

capital-withdraw-title = Withdraw disbursement { NUMBER($id, useGrouping: "false") }?
capital-withdraw-effect = { $amount } to { $ref } { $title } is not paid out. The amount is still part of the commitment and can be registered anew.
capital-withdraw-final = It was registered by { $name } on { $date }. A disbursement that is withdrawn cannot be approved.
capital-withdraw-yes = Withdraw

capital-disburse-title = New disbursement to { $ref }
capital-disburse-yes = Register
capital-disburse-effect = { $amount } to { $ref } is registered to be paid today.
capital-disburse-effect-on = { $amount } to { $ref } is registered to be paid on { $date }.
capital-disburse-four-eyes = KS must approve before anything is paid out.
capital-waiting-sum = Waiting
capital-next = Next in the plan
capital-next-of-plan = { $amount } { $date }
capital-next-none = All of it is paid out, released or registered.
capital-amount = Amount
capital-amount-hint = The next amount of the plan is filled in.
capital-pay-on = Day of payment
capital-pay-on-hint = A date such as 2018-05-07. Empty means today.

capital-release-title = Release from the commitment to { $ref }
capital-release-yes = Release
capital-release-effect = { $amount } of the commitment to { $ref } is released and becomes free capital.
capital-release-final = It can't be taken back; the project would need a new commitment.
capital-release-hint = What is left of the commitment is filled in.
capital-reason = Reason
capital-reason-hint = Why the money won't be used. The log keeps it.

error-capital-nothing-selected = Select a commitment or a disbursement first. Tab goes to the next part.
error-capital-no-commitment-selected = Select a commitment first. Tab goes to the next part.
error-capital-no-waiting-selected = Select a disbursement that waits, in the part Disbursements.
error-capital-nothing-to-disburse = All of the commitment is paid out, released or registered to be paid.
error-capital-nothing-to-release = Nothing is left of the commitment.
