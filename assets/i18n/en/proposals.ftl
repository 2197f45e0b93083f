# Screen 2: the proposals, one proposal, and the forms of what is done to it.

proposals-tab = { SENTENCE(word-proposals) }
proposals-title-all = { $count } proposals · { $group } · { $order }
proposals-title = { $shown } of { $count } proposals · { $group } · { $order }
error-no-proposal-selected = No proposal is selected.
error-last-proposal = This is the last proposal.
error-first-proposal = This is the first proposal.

proposals-group-all = all stages
proposals-group-office = before the council
proposals-group-council = with the council
proposals-group-ks = with KS
proposals-group-funded = committed
proposals-group-over = { word-closed }
proposals-order-stage = by stage
proposals-order-applied = largest sum first

## Keys

proposals-group-help = Shows the proposals before the council, with the council, with KS, committed or closed.
proposals-order-help = Sorts by reference, stage, sum or name.
proposals-new = new
proposals-disburse-help = Registers a disbursement of the commitment of the proposal.
proposals-new-help = Registers a new proposal as a draft.
proposals-edit = change
proposals-edit-help = Changes what the applicant has said, until scoring starts.
proposals-submit-help = Submits the draft, so that it can be qualified.
proposals-withdraw = withdraw
proposals-withdraw-help = Withdraws the proposal for its applicant, with a reason.
proposals-qualify-help = Checks the proposal against the four requirements.
proposals-recommend-help = Gives the council’s recommendation: approve, postpone or decline.
proposals-decide-help = Takes KS’s decision: a commitment or a refusal.
proposals-solution-help = Shows what was paid out, who has adopted the solution, and what has come back.
proposals-next-help = Shows the next proposal.
proposals-previous-help = Shows the previous proposal.

## One proposal

proposals-stage = { SENTENCE(word-stage) }
proposals-next-step = Next step
proposals-owned = { $name } (owned by { $owner })
proposals-eligible-ks = may always apply
proposals-eligible = has paid its contribution
proposals-not-eligible = has not paid its contribution
proposals-benefit = Of use to
proposals-applied = Applied for
proposals-cost = Project cost
proposals-submitted = { SENTENCE(word-sent-in) }
proposals-not-said = not stated
proposals-likely = most likely { $value }
proposals-between = between { $low } and { $high }
proposals-low = at least { $value }
proposals-high = at most { $value }
proposals-quarters = { $range } { $count ->
    [one] quarter
   *[other] quarters
    }
proposals-bass = Diffusion (Bass)
proposals-price = Price model
proposals-price-shared = Those who adopt the solution share its cost by inhabitants.
proposals-price-fixed = { $fixed } for each adopter
proposals-price-inhabitant = { $inhabitant } per inhabitant
proposals-price-both = { $fixed } for each adopter, and { $inhabitant } per inhabitant
proposals-price-upto = up to { $inhabitants } inhabitants: { $amount }
proposals-price-above = above { $inhabitants } inhabitants: { $amount }
proposals-no-summary = The proposal has no summary.

proposals-gates = Requirements
proposals-gate-shared = Shared digital development
proposals-gate-use = Of use to all municipalities or counties
proposals-gate-eligible = Eligible applicant
proposals-gate-repayment = Credible plan for repayment
proposals-conflicts = In conflict
proposals-scores = Scores in round { $round }
proposals-no-scores = No scorecards have been submitted.
proposals-matrix = Each member’s scores
proposals-matrix-far = at least two points from the median
proposals-blind = Hidden until the reveal · { $submitted } of { $expected } have scored
proposals-recommendation = The council’s recommendation
proposals-recommended-approve = { proposals-decided-commit }
proposals-recommended-postpone = Postponement to a later round
proposals-recommended-decline = { proposals-decided-decline }
proposals-beyond = More than KS could commit then ({ $free }).
proposals-decision = KS’s decision
proposals-decided-commit = Commitment of { $amount }
proposals-decided-decline = { SENTENCE(word-rejection) }
proposals-committed = Committed
proposals-disbursed = { SENTENCE(word-disbursed) }
proposals-plan = Payment plan
proposals-plan-left = Left of the plan
proposals-withdrawn = withdrawn by { $by } { $date }
proposals-unapproved = awaits approval

## Submitting

proposals-submit-title = Submit { $ref }?
proposals-submit-effect = “{ $title }” is submitted, applying for { $amount }.
proposals-submit-after = Then it is checked against the four requirements. It can be changed until scoring starts.
proposals-submit-yes = { SENTENCE(word-submit) }

## The forms

proposals-tab-one = { SENTENCE(word-proposal) }

withdraw-hint = Why the applicant withdraws it. Kept in the log.
withdraw-yes = Withdraw it
withdraw-question = Withdraw { $ref }?
withdraw-effect = “{ $title }” ({ $ref }), applying for { $amount }, is withdrawn and goes no further.
withdraw-final = This cannot be undone. The applicant would have to apply again.

qualify-title = Check { $ref } against the requirements
qualify-use = Of use to all
qualify-repayment = Credible repayment
qualify-paid = Computed: the contribution is paid.
qualify-not-paid = Locked to no: the applicant, or its owner, has not paid its contribution.
qualify-reason-hint = Needed when a requirement is not met.
qualify-done = { SENTENCE(word-go-on) }
qualify-question = Settle whether { $ref } qualifies?
qualify-effect-yes = “{ $title }” ({ $ref }), applying for { $amount }, is qualified and can be taken up in a round.
qualify-effect-no = “{ $title }” ({ $ref }), applying for { $amount }, is not qualified and goes no further.
qualify-yes-all = { SENTENCE(word-qualify) }
qualify-yes-not = Turn down

recommend-title = The council’s recommendation on { $ref }
recommend-what = The council recommends
recommend-conditions-hint = What the applicant must fulfil. May be empty.
recommend-yes = Recommend
recommend-question = Recommend on { $ref }?
recommend-effect-approve = The council recommends a commitment of { $amount } to “{ $title }” ({ $ref }).
recommend-effect-postpone = The council recommends postponing “{ $title }” ({ $ref }). It takes effect at once, and a later round can take it up.
recommend-effect-decline = The council recommends declining “{ $title }” ({ $ref }).
recommend-beyond = That is more than KS can commit now ({ $free }).
recommend-then-ks = KS takes the decision.

decide-title = KS’s decision on { $ref }
decide-recommended = Recommended
decide-what = KS gives
decide-deviates = The decision deviates from the recommendation and must give the reason.
decide-yes = { SENTENCE(word-decide) }
decide-yes-commit = Commit
decide-yes-decline = { SENTENCE(word-decline) }
decide-question = Decide on { $ref }?
decide-conditions = Conditions: { $conditions }
decide-deviation = { $kind ->
    [less] The council recommended { $recommended }. KS commits { $decided }, { $difference } less.
    [more] The council recommended { $recommended }. KS commits { $decided }, { $difference } more.
    [declined] The council recommended { $recommended }. KS declines.
    [committed] The council recommended { $outcome }. KS commits { $decided }.
   *[other] The council recommended { $outcome }. KS declines the proposal.
    }
decide-instalments = { $count ->
    [one] { $amount }: { $dates }
   *[other] { $count } × { $amount }: { $dates }
    }
decide-deviation-short = { $kind ->
    [less] { $difference } less than recommended
    [more] { $difference } more than recommended
    [declined] declined, against the recommended { $recommended }
    [committed] { $decided } committed, against the recommendation
   *[other] declined, against the recommendation
    }
decide-effect-commit = KS commits { $amount } to “{ $title }” ({ $ref }).
decide-free = Free on hand (K1) goes from { $before } to { $after }, free by cash flow (K2) from { $before-cash-flow } to { $after-cash-flow }.
decide-plan = { $count ->
    [one] It is paid out at once, { $date }.
   *[other] It is paid out in { $count } instalments, the first { $date }.
    }
decide-effect-decline = KS declines “{ $title }” ({ $ref }). The proposal is then closed.

write-title-new = New proposal
write-title = Change { $ref }
write-participant = municipality/county
write-company = company
write-number-hint = The official number, such as 0301 or 03.
write-company-name = Name of applicant
write-owner = Owned by number
write-number = Municipal/county no.
write-date-hint = As 2019-09-01. May be empty.
write-uptake-hint = Most likely share that adopts it, such as 65%. May be empty.
write-uptake-low = – lowest
write-uptake-high = – highest
write-low-hint = Low estimate. May be empty.
write-high-hint = High estimate. May be empty.
write-delay-hint = Most likely number of quarters, such as 1. May be empty.
write-delay-low = – shortest
write-delay-high = – longest
write-price-shared = share the cost
write-price-bands = by size
write-fixed = Fixed price
write-inhabitant = Price per inhabitant
write-price-hint = Fill in one of the prices, or both.
write-bands = Prices
write-bands-hint = Up to so many inhabitants = kroner, and the larger: 4 999 = 25 000; over = 60 000
error-bands-invalid = “{ $value }” cannot be read as prices. Write inhabitants = kroner with semicolons between, rising bounds and the largest last: 4 999 = 25 000; 10 000 = 40 000; over = 60 000
