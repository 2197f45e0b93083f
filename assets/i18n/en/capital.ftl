# 6 Capital: the forecast, where the money comes from, what is free, commitments and disbursements.

capital-tab = Capital
capital-title = Capital on { $date }
capital-title-what-if = Capital on { $date } · scenario, not saved
capital-ahead = { SENTENCE(word-forecast) }
capital-books = The capital today
capital-quarters = { SENTENCE(word-quarters) }
capital-sources = Sources
capital-source = Source
capital-free = { SENTENCE(word-free) }
capital-commitments = { SENTENCE(word-commitments) }
capital-waiting = { SENTENCE(word-disbursements) }

## Keys

capital-next-section-help = Goes to the next of the parts named at the top, and from the last to the first.
capital-approve-help = Approves the selected disbursement. Then it is posted.
capital-withdraw-help = Withdraws the selected disbursement, when it is not going to be approved.
capital-disburse = new disbursement
capital-disburse-help = Registers a disbursement of the selected commitment.
capital-release-help = Releases what will not be used of the commitment.
capital-workings = workings
capital-workings-help = Shows or hides the workings beside the figures.
capital-more = more
capital-more-help = Raises the selected estimate one step.
capital-less = less
capital-less-help = Lowers the selected estimate one step.
capital-reset-help = Resets every estimate.
capital-save-help = Saves the forecast under a name, for the yearly evaluation.
capital-past-help = Shows the forecasts that are saved, and what came of them.

## Scenario

capital-settings = { SENTENCE(word-scenario) }
capital-setting-hint = { $less } { $more } change, 0 { capital-as-it-is }
capital-setting-uptake = { SENTENCE(word-uptake) }
capital-setting-delay = Go-live
capital-setting-reserve = { SENTENCE(word-reserve) }
capital-setting-undecided = Undecided
capital-setting-times = × { $factor }
capital-setting-as-planned = as planned
capital-setting-later = { $count ->
    [one] one quarter
   *[other] { $count } quarters
    } later
capital-setting-earlier = { $count ->
    [one] one quarter
   *[other] { $count } quarters
    } earlier
capital-setting-joining = { $share } join (of { $amount })
capital-setting-nobody = everybody has answered

## Sources

capital-free-with-all = Free with all recommended
capital-awaits-ks = { $amount } awaits KS
capital-potential = At most
capital-paid = { SENTENCE(word-paid) }
capital-nested = Kroner. Paid is part of promised, which is part of “at most”.
capital-granted = Granted
capital-released = Released
capital-received = Received
capital-to-come = To come
capital-budget-year = Budget year
capital-formula-ks = KS promises what the sector lacks, at most { $cap } (C2).
capital-formula-state = The state’s grant is released krone for krone against what the sector promises, at most { $cap } (C3).

grant-label = State grant
grant-missing = { $released } of { $cap } released, { $missing } missing
grant-unmatched = { $released } of { $cap } is released, { $unmatched } of it remains to be matched
grant-full = { $released } of { $cap } released

## Commitments and disbursements

capital-col-committed = Committed
capital-col-pay-on = To be paid
capital-col-state = { SENTENCE(word-status) }
capital-state-approved = approved
capital-col-registered-by = Registered by
capital-commitments-sum = Committed { $committed } − disbursed { $disbursed } − released { $released } = left { $left }
capital-commitments-sum-short = Committed { $committed } − disbursed { $disbursed } − released { $released } = { $left }
capital-commitments-waiting = Of this, { $amount } waits for approval or for its day.
capital-waiting-total = { $count } waiting for approval: { $amount }
capital-ahead-total = { $count } paid later: { $amount }
capital-no-commitments = KS has made no commitment yet.
capital-none-waiting = No disbursement waits for approval or for its day.

capital-approve-title = Approve disbursement { NUMBER($id, useGrouping: "false") }?
capital-approve-effect = { $amount } is paid out to { $ref } { $title }. It is posted on { $date } and cannot be changed, only reversed.
capital-approve-eyes = It was registered by { $name } on { $date }. You approve as the second of two.
capital-approve-yes = { SENTENCE(word-approve) }

capital-withdraw-title = Withdraw disbursement { NUMBER($id, useGrouping: "false") }?
capital-withdraw-effect = { $amount } to { $ref } { $title } is not paid out. The amount is still part of the commitment and can be registered again.
capital-withdraw-final = It was registered by { $name } on { $date }. A disbursement that is withdrawn cannot be approved.
capital-withdraw-yes = { SENTENCE(word-withdraw) }

capital-disburse-title = New disbursement to { $ref }
capital-disburse-effect = { $amount } to { $ref } is registered to be paid { form-on-day }.
capital-disburse-four-eyes = KS must approve before anything is paid out.
capital-waiting-sum = Waiting
capital-next = Next in the plan
capital-next-of-plan = { $amount } { $date }
capital-next-none = All of it is paid out, released or registered.
capital-amount-hint = The next amount of the plan is filled in.
capital-pay-on = Day of payment

capital-release-title = Release from the commitment to { $ref }
capital-release-yes = { SENTENCE(word-release) }
capital-release-effect = { $amount } of the commitment to { $ref } is released and becomes free capital.
capital-release-final = It cannot be taken back; the project would need a new commitment.
capital-release-hint = What is left of the commitment is filled in.
capital-reason-hint = Why the money will not be used. The log keeps it.
capital-by-hand = K1
capital-by-cash-flow = K2
capital-as-it-is = as it is

error-capital-nothing-selected = Select a commitment or a disbursement first. { tui-key-focus } goes to the next part.
error-capital-no-commitment-selected = Select a commitment first. { tui-key-focus } goes to the next part.
error-capital-no-waiting-selected = Select a disbursement that waits, in the part Disbursements.
error-capital-nothing-to-disburse = All of the commitment is paid out, released or registered to be paid.
error-capital-nothing-to-release = Nothing is left of the commitment.
