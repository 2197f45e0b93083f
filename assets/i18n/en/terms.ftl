# The vocabulary: each text that several screens and commands share, once. Words begin small; SENTENCE gives a capital first, UPPER capitals.

## People, roles and participants

word-chair = chair
word-counties = counties
word-declined = declined
word-has-not-answered = has not answered
word-inhabitants = inhabitants
word-invited = invited
word-joined = joined
word-ks = KS
word-municipalities = municipalities
word-participant = participant
word-participants = participants
word-payment-overdue = payment overdue
word-seat = seat
word-the-participants = the participants
word-the-state-kmd = the state (KMD)

## Proposals, scoring and ranking

word-applicant = applicant
word-applied = applied for
word-comment = comment
word-conditions = conditions
word-decided = decided
word-decision = decision
word-delay = delay
word-deviation = deviation
word-draft = draft
word-expected-live = expected live
word-frame = frame
word-handed-in = submitted
word-in-conflict = conflict
word-live = live
word-median = median
word-postponed = postponed
word-postponement = postponement
word-proposal = proposal
word-proposals = proposals
word-ref = ref.
word-rejection = rejection
word-reserve = reserve
word-round = round
word-score = score
word-scorecards = scorecards
word-sent-in = submitted
word-spread = spread
word-stage = stage
word-standard-deviation = standard deviation
word-summary = summary
word-uptake = uptake
word-withdrawn = withdrawn

## Meetings

word-answer = answer
word-closed = closed
word-deadline = deadline
word-item = item
word-meeting = meeting
word-motion = motion
word-not-present = not present
word-present = present

## Money and vouchers

word-amount = amount
word-below-the-reserve = below the reserve
word-bound-in-commitments = bound in commitments
word-charged = charged
word-commitment = commitment
word-commitments = commitments
word-contribution = contribution
word-cost = cost
word-costs = costs
word-credited = credited
word-disbursed = disbursed
word-disbursements = disbursements
word-fixed-price = a price
word-free = free
word-in = in
word-in-the-bank = in the bank
word-invoice = invoice
word-kroner = kroner
word-left = left
word-losses = losses
word-nok-mill = NOK mill.
word-out = out
word-overdue = overdue
word-owed-back = owed back
word-paid = paid
word-payment = payment
word-promised = promised
word-refund = refund
word-refunds-owed = refunds owed
word-released = released
word-repaid = repaid
word-share = share
word-the-capital = the capital
word-total = total
word-voucher = voucher
word-waits = waits

## Solutions

word-adopters = adopters
word-adoptions = adoptions
word-break-even = break-even
word-solution = solution
word-solutions = solutions
word-the-solutions = the solutions

## The forecast

word-expected = expected
word-forecast = forecast
word-indicators = indicators
word-lowest = lowest
word-quarter = quarter
word-quarters = quarters
word-saved-forecasts = saved forecasts
word-scenario = scenario

## Screens, commands and files

word-by-name = by name
word-by-reference = by reference
word-command = command
word-content = content
word-count = count
word-date = date
word-kind = kind
word-log = log
word-name = name
word-number-short = no.
word-reason = reason
word-registered = registered
word-rule = rule
word-status = status
word-text = text
word-title = title

## What a key does

word-approve = approve
word-choose = choose
word-decide = decide
word-decline = decline
word-go-live = go live
word-go-on = go on
word-next = next
word-open-a-round = open a round
word-previous = previous
word-put-on-agenda = put on the agenda
word-qualify = qualify
word-recommend = recommend
word-release = release
word-reveal = reveal
word-reverse = reverse
word-save = save
word-save-the-forecast = save the forecast
word-settle = settle
word-submit = submit
word-withdraw = withdraw
word-write-off = write off

## Small words

word-dash = –
word-no = no
word-none = none
word-other = other
word-yes = yes

## Whole sentences

word-date-hint = Such as { $date }, or just { $short } (day and month). Left empty, it means today.
word-go-live-about = Records the day that the solution went live, and how it is paid for.
word-no-forecasts-are-saved-yet = No forecasts are saved yet.
word-no-proposals-have-been-registered = No proposals have been registered yet.
word-vouchers-are-reversed = A voucher cannot be changed, only reversed.

## Forms with variables

word-motion-number = motion { $number }
word-of = { $part } of { $all }
word-pair = { $first }, { $second }
word-voucher-number = Voucher { NUMBER($voucher, useGrouping: "false") }
