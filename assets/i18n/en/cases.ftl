# Screen 2: the proposals, one proposal, and the forms of what is done to it.

cases-tab = Proposals
cases-title = { $shown } of { $count } proposals · { $group } · { $order }
cases-none = No proposals have been registered yet.
cases-none-fit = No proposal fits. Esc clears the search, t shows other stages.
cases-filter-keys = Type what you look for. ↑ ↓ moves, Enter keeps the search, Esc clears it.
error-no-case-selected = No proposal is selected.
error-last-case = This is the last proposal.
error-first-case = This is the first proposal.

cases-head-ref = Ref.
cases-head-title = Proposal
cases-head-applicant = Applicant
cases-head-applied = Mill.
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
cases-order = order
cases-order-help = Orders by reference, stage, sum or name.
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
cases-next = next
cases-next-help = Shows the next proposal.
cases-previous = previous
cases-previous-help = Shows the previous proposal.

## One proposal

cases-stage = Stage
cases-next-step = Next step
cases-applicant = Applicant
cases-owned = { $name } (owned by { $owner })
cases-eligible = has paid its contribution
cases-not-eligible = has not paid its contribution
cases-benefit = Of use to
cases-applied = Applied for
cases-cost = Of the cost
cases-of-cost = { $cost }
cases-submitted = Submitted
cases-go-live = Expected live
cases-not-said = not stated
cases-uptake = Uptake
cases-delay = Delay
cases-low = low { $value }
cases-likely = most likely { $value }
cases-high = high { $value }
cases-quarters = { $range } quarters
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
cases-blind = Blind until the reveal · { $submitted } of { $expected } have scored
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
cases-disbursements = Disbursements
cases-voucher = voucher { NUMBER($voucher, useGrouping: "false") }
cases-unapproved = awaits approval

## Submitting

cases-submit-title = Submit { $ref }?
cases-submit-effect = “{ $title }” is submitted, applying for { $amount }.
cases-submit-after = Then it is tried at the four gates. It can be changed until scoring starts.
cases-submit-yes = Submit
