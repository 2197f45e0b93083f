# Screen 2: the proposals, one proposal, and the forms of what is done to it.

cases-tab = Proposals
cases-title-all = { $count } proposals · { $group } · { $order }
cases-title = { $shown } of { $count } proposals · { $group } · { $order }
cases-none = No proposals have been registered yet.
cases-none-fit = No proposal fits. Esc clears the search, t shows other stages.
cases-filter-keys = Type to search. The arrow keys move, Enter keeps the search, Esc clears it.
error-no-case-selected = No proposal is selected.
error-last-case = This is the last proposal.
error-first-case = This is the first proposal.

cases-head-ref = Ref.
cases-head-title = Proposal
cases-head-applicant = Applicant
cases-head-applied = NOK mill
cases-head-stage = Stage

cases-group-all = all stages
cases-group-office = before the council
cases-group-council = with the council
cases-group-ks = with KS
cases-group-funded = committed
cases-group-over = closed
cases-order-ref = by reference
cases-order-stage = by stage
cases-order-applied = largest sum first
cases-order-title = by name

## Keys

cases-group = stage
cases-group-help = Shows the proposals before the council, with the council, with KS, committed or closed.
cases-order = sort
cases-order-help = Sorts by reference, stage, sum or name.
cases-new = new
cases-new-help = Registers a new proposal as a draft.
cases-edit = change
cases-edit-help = Changes what the applicant has said, until scoring starts.
cases-submit = submit
cases-submit-help = Submits the draft, so that it can be qualified.
cases-withdraw = withdraw
cases-withdraw-help = Withdraws the proposal for its applicant, with a reason.
cases-qualify = qualify
cases-qualify-help = Tries the proposal at the four gates.
cases-recommend = recommend
cases-recommend-help = Gives the council’s recommendation: approve, postpone or decline.
cases-decide = decide
cases-decide-help = Takes KS’s decision: a commitment or a refusal.
cases-live = go live
cases-live-help = Records the day that the solution went live, and how it is paid for.
cases-solution = solution
cases-solution-help = Shows what was paid out, who has adopted the solution, and what has come back.
cases-next = next
cases-next-help = Shows the next proposal.
cases-previous = previous
cases-previous-help = Shows the previous proposal.

## One proposal

cases-stage = Stage
cases-next-step = Next step
cases-applicant = Applicant
cases-owned = { $name } (owned by { $owner })
cases-eligible-ks = may always apply
cases-eligible = has paid its contribution
cases-not-eligible = has not paid its contribution
cases-benefit = Of use to
cases-applied = Applied for
cases-cost = Project cost
cases-submitted = Submitted
cases-go-live = Expected live
cases-not-said = not stated
cases-uptake = Uptake
cases-delay = Delay
cases-likely = most likely { $value }
cases-between = between { $low } and { $high }
cases-low = at least { $value }
cases-high = at most { $value }
cases-quarters = { $range } { $count ->
    [one] quarter
   *[other] quarters
    }
cases-price = Price model
cases-price-shared = Those who adopt the solution share its cost by inhabitants.
cases-price-fixed = { $fixed } for each adopter
cases-price-inhabitant = { $inhabitant } per inhabitant
cases-price-both = { $fixed } for each adopter, and { $inhabitant } per inhabitant
cases-price-upto = up to { $inhabitants } inhabitants { $amount }
cases-price-above = more than that { $amount }
cases-summary = Summary
cases-no-summary = The proposal has no summary.

cases-gates = Gates
cases-gate-shared = Shared digital development
cases-gate-use = Of use to all municipalities or counties
cases-gate-eligible = Eligible applicant
cases-gate-repayment = Credible plan for repayment
cases-reason = Reason
cases-conflicts = In conflict
cases-scores = Scores in round { $round }
cases-score = Score
cases-score-spread = median { $median }, standard deviation { $deviation }, range { $range }, { $count ->
    [one] one scorecard
   *[other] { $count } scorecards
    }
cases-no-scores = No scorecards have been submitted.
cases-blind = Hidden until the reveal · { $submitted } of { $expected } have scored
cases-recommendation = The council’s recommendation
cases-recommended-approve = Approve { $amount }
cases-recommended-postpone = Postpone to a later round
cases-recommended-decline = Decline
cases-conditions = Conditions
cases-decision = KS’s decision
cases-decided-commit = Commitment of { $amount }
cases-decided-decline = Declined
cases-signed = { $date }, { $name }
cases-commitment = Commitment
cases-committed = Committed
cases-disbursed = Paid out
cases-released = Released
cases-left = Left
cases-plan = Payment plan
cases-plan-left = Left of the plan
cases-withdrawn = withdrawn
cases-disbursements = Disbursements
cases-voucher = voucher { NUMBER($voucher, useGrouping: "false") }
cases-unapproved = awaits approval

## Submitting

cases-submit-title = Submit { $ref }?
cases-submit-effect = “{ $title }” is submitted, applying for { $amount }.
cases-submit-after = Then it is tried at the four gates. It can be changed until scoring starts.
cases-submit-yes = Submit

## The forms

cases-tab-one = Proposal
cases-free = Free on hand (K1)
cases-free-cash-flow = Free by cash flow (K2)

withdraw-title = Withdraw { $ref }
withdraw-hint = Why the applicant withdraws it. Kept in the log.
withdraw-yes = Withdraw it
withdraw-question = Withdraw { $ref }?
withdraw-effect = “{ $title }” ({ $ref }), applying for { $amount }, is withdrawn and goes no further.
withdraw-final = This cannot be undone. The applicant would have to apply anew.

qualify-title = Try { $ref } at the gates
qualify-yes = yes
qualify-no = no
qualify-use = Of use to all
qualify-repayment = Credible repayment
qualify-paid = Computed: the contribution is paid.
qualify-not-paid = Locked to no: the applicant, or its owner, has not paid its contribution.
qualify-reason-hint = Needed when a gate is closed.
qualify-done = Go on
qualify-question = Settle whether { $ref } qualifies?
qualify-effect-yes = “{ $title }” ({ $ref }), applying for { $amount }, is qualified and can be taken up in a round.
qualify-effect-no = “{ $title }” ({ $ref }), applying for { $amount }, is not qualified and goes no further.
qualify-yes-all = Qualify
qualify-yes-not = Turn down

recommend-title = The council’s recommendation on { $ref }
recommend-what = The council would
recommend-amount = Amount
recommend-conditions-hint = What the applicant must fulfil. May be empty.
recommend-yes = Recommend
recommend-question = Recommend on { $ref }?
recommend-effect-approve = The council recommends approving { $amount } for “{ $title }” ({ $ref }).
recommend-effect-postpone = The council postpones “{ $title }” ({ $ref }). It takes effect at once, and a later round can take it up.
recommend-effect-decline = The council recommends declining “{ $title }” ({ $ref }).
recommend-beyond = That is more than the scheme lets KS commit now, which is { $free }.
recommend-then-ks = KS takes the decision.

decide-title = KS’s decision on { $ref }
decide-recommended = Recommended
decide-what = KS gives
decide-amount = Amount
decide-deviates = The decision deviates from the recommendation and must give the reason.
decide-yes = Decide
decide-yes-commit = Commit
decide-yes-decline = Decline
decide-question = Decide on { $ref }?
decide-effect-commit = KS commits { $amount } to “{ $title }” ({ $ref }).
decide-free = Free on hand (K1) goes from { $before } to { $after }, free by cash flow (K2) from { $before-cash-flow } to { $after-cash-flow }.
decide-plan = { $count ->
    [one] It is paid out at once, { $date }.
   *[other] It is paid out in { $count } instalments, the first { $date }.
    }
decide-effect-decline = KS declines “{ $title }” ({ $ref }). The proposal is then closed.

write-title-new = New proposal
write-title = Change { $ref }
write-name = Name
write-participant = municipality/county
write-ks = KS
write-company = company
write-number = Number
write-number-hint = The official number, such as 0301 or 03.
write-number-is = { $name }, { $standing }
write-company-name = Name of applicant
write-owner = Owned by number
write-date-hint = As 1.9.2019. May be empty.
write-uptake = Uptake
write-uptake-hint = Most likely share that adopts it, such as 65%. May be empty.
write-uptake-low = – lowest
write-uptake-high = – highest
write-low-hint = Low estimate. May be empty.
write-high-hint = High estimate. May be empty.
write-delay = Delay
write-delay-hint = Most likely number of quarters, such as 1. May be empty.
write-delay-low = – shortest
write-delay-high = – longest
write-price-shared = share the cost
write-price-price = a price
write-price-bands = by size
write-fixed = Fixed price
write-inhabitant = Price per inhabitant
write-price-hint = Fill in one of the prices, or both.
write-bands = Prices
write-bands-hint = Up to so many inhabitants = kroner, and the larger: 4 999 = 25 000; over = 60 000
error-bands-invalid = “{ $value }” cannot be read as prices. Write inhabitants = kroner with semicolons between, rising bounds and the largest last: 4 999 = 25 000; 10 000 = 40 000; over = 60 000
