# Words that several places share: amounts and dates, actions, roles, stages and the names of choices.

## Amounts, dates and quarters

money-kr = NOK { $amount }
money-mill-kr = NOK { $amount } million
list-and = { $first } and { $last }
list-or = { $first } or { $last }
list-quoted = “{ $text }”
per-cent = { $amount }%
date-short = { $day } { $monthname } { $year }
date-long = { $day } { $monthname } { $year }
date-planned = { $weekday } { date-long }
time-of-day = { $hour }:{ $minute }
time-with-seconds = { $hour }:{ $minute }:{ $second }
quarter-name = { $year } Q{ $number }
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

## What a person can do. Also stands inside a sentence: “… may { $action }”.

action-read = read
action-read-scores = see scores and the ranking
action-remind-scorers = see who has not handed in scores, and remind them
action-score = score proposals
action-declare-conflict = declare a conflict of interest
action-open-round = open a scoring round
action-reveal = reveal a scoring round
action-move = move a proposal in the ranking
action-recommend = recommend
action-register-proposal = register proposals
action-import-proposals = import proposals
action-import-participants = import participants
action-import-scores = import scores
action-register-answer = register answers from participants
action-register-payment = register payments
action-score-on-behalf = register scores on behalf of others
action-reverse-entry = reverse a voucher
action-close-period = close a period
action-reopen-period = reopen a closed period
action-waive = waive the remainder of a contribution
action-keep-overpayment = make an overpaid contribution other income
action-qualify = qualify proposals
action-decide = decide
action-release = release commitments
action-register-disbursement = register disbursements
action-approve-disbursement = approve disbursements and refunds of contributions
action-record-go-live = record that a solution is live
action-register-adoption = register adoptions
action-import-adoptions = import adoptions
action-settle = settle solutions
action-register-repayment = register repayments
action-remind = register reminders
action-pay-refund = register refunds paid
action-import-ledger = import ledger entries
action-stop = stop projects
action-write-off = write off
action-save-forecast = save forecasts
action-manage-members = manage members and keys
action-check = check the database
action-acknowledge = acknowledge what an upgrade found changed
action-back-up = take and put back backups

## Who may do it. Stands first in a sentence.

who-council = the members of the council
who-chairs = the chair and the deputy
who-chairs-and-secretariat = the chair, the deputy and the secretariat
who-secretariat = the secretariat
who-ks = { word-ks }
who-all-but-observers = those who are not observers
who-administrator = the administrator
who-everyone = registered people

## Roles

role-member = member
role-chair = { word-chair }
role-deputy = deputy
role-secretariat = secretariat
role-ks = { word-ks }
role-observer = observer

## Participants

kind-municipality = municipality
kind-county = county
standing-invited = { word-invited }
standing-answer_late = answer overdue
standing-declined = { word-declined }
standing-joined = payment not due
standing-payment_late = { word-payment-overdue }
standing-paid = { word-paid }

## Sources of the capital

source-municipality = { word-municipalities }
source-county = { word-counties }
source-ks = { word-ks }
source-state = { word-the-state-kmd }

## Proposals

benefit-municipalities = { word-municipalities }
benefit-counties = { word-counties }
benefit-both = municipalities and counties

stage-draft = { word-draft }
stage-submitted = { word-sent-in }
stage-qualified = qualified
stage-scoring = being scored
stage-ranked = ranked
stage-recommended = recommended
stage-committed = committed
stage-developing = in development
stage-live = { word-live }
stage-repaid = { word-repaid }
stage-written_off = written off
stage-not_qualified = not qualified
stage-declined = declined
stage-withdrawn = { word-withdrawn }
stage-postponed = { word-postponed }
stage-stopped = stopped

step-submit = be submitted
step-qualify = be qualified
step-disqualify = be turned down as not qualified
step-open_round = be taken into a scoring round
step-reveal = be revealed
step-recommend = be recommended
step-postpone = be postponed
step-commit = be committed
step-decline = be declined
step-disburse = receive a disbursement
step-go_live = go live
step-adopt = be adopted
step-settle = be settled
step-stop = be stopped
step-withdraw = be withdrawn

next-submit = It must be submitted.
next-qualify = It must be qualified.
next-open-round = It must be taken into a scoring round.
next-reveal = The scoring round must be revealed.
next-recommend = The council must give its recommendation.
next-decide = KS must decide.
next-register-disbursement = The secretariat must register the first disbursement.
next-disburse = The first disbursement must be approved.
next-go-live = The solution must go live.
next-repay = The development cost must be repaid.
next-repaid = What was paid out has been repaid. The solution can still be adopted. Anything left of the commitment can be paid out or released.
next-written-off = Nothing is outstanding, and some of it was lost. The project can still be stopped.
next-nothing = The proposal is closed, and nothing remains.

## Recommendation, decision and the cut line

recommendation-approve = { word-commitment }
recommendation-postpone = { word-postponement }
rule-stop = stop at the line
rule-skip = skip what does not fit
rule-threshold = minimum score

## What a value in a file must be

kind-of-array = a list
kind-of-boolean = yes or no, as true or false
kind-of-date = a date, such as 2018-03-31
kind-of-money = an amount in kroner, at most two decimals
kind-of-number = a number
kind-of-ref = a reference, such as "2018-07"
kind-of-table = a group of keys
kind-of-text = a short text on one line
kind-of-whole = a whole number

## Where in a file something is wrong

problem-cell = Line { NUMBER($line, useGrouping: "false") }, column { $column }: { $what }
problem-row = Line { NUMBER($line, useGrouping: "false") }: { $what }

## What is done

done-member-added = The member “{ $handle }” is added.
done-member-revoked = “{ $handle }” is no longer a member.
done-name-masked = The name of “{ $handle }” is shown no more. Minutes and log are unchanged and can still be verified.
done-acknowledged = What the upgrade in row { $log } found changed is acknowledged. The check reports it, but passes the file.
done-participants-imported = { $count ->
    [one] One participant is imported.
   *[other] { $count } participants are imported.
    } { $payments ->
    [0] No payments are posted.
    [one] One payment is posted, voucher { NUMBER($last, useGrouping: "false") }.
   *[other] { $payments } payments are posted, vouchers { NUMBER($first, useGrouping: "false") }–{ NUMBER($last, useGrouping: "false") }.
    }
done-answer-yes = { $name } joins and is to pay { $amount }.
done-answer-no = { $name } has declined.
done-paid = { $name } has paid in { $amount }, voucher { NUMBER($voucher, useGrouping: "false") }.
done-paid-part = { done-paid } { $left } remains.
done-paid-all = { done-paid } The contribution is paid in full.
done-paid-over = { $name } has paid { $amount }, voucher { NUMBER($voucher, useGrouping: "false") }. { $over } is more than was asked for and is owed back.
done-waived = { $amount } is waived for { $name }. { $left } remains.
done-waived-all = { $amount } is waived for { $name }, which has now paid in full.
done-contribution-refund-registered = Refund { NUMBER($id, useGrouping: "false") } of { $amount } to { $name } is registered and awaits approval.
done-contribution-refunded = { $name } has got back { $amount } of the contribution, voucher { NUMBER($voucher, useGrouping: "false") }.
done-kept = { $amount } from { $name } is posted as other income, voucher { NUMBER($voucher, useGrouping: "false") }.
done-proposals-imported = { $count ->
    [one] One proposal is imported.
   *[other] { $count } proposals are imported.
    }
done-proposal-saved = { $ref } is saved.
done-proposal-submitted = { $ref } is submitted.
done-proposal-withdrawn = { $ref } is withdrawn.
done-qualified = { $ref } is qualified.
done-not-qualified = { $ref } is not qualified.
done-round-opened = The scoring round “{ $round }” is open with { $count ->
    [one] one proposal.
   *[other] { $count } proposals.
    }
done-round-revealed = The scoring round “{ $round }” is revealed.
done-scored = The scorecard for { $ref } is submitted.
done-scores-imported = { $count ->
    [one] One scorecard is imported.
   *[other] { $count } scorecards are imported.
    }
done-conflict-declared = A conflict of interest is declared in { $ref }.
done-moved = { $count ->
    [one] One proposal is moved in the ranking.
   *[other] { $count } proposals are moved in the ranking.
    }
done-recommended-approve = The council recommends a commitment of { $amount } to { $ref }.
done-recommended-postpone = The council recommends postponing { $ref }.
done-recommended-decline = The council recommends declining { $ref }.
done-committed = KS has committed { $amount } to { $ref }.
done-decided-otherwise = KS has decided on { $ref }. { decide-deviation }
done-declined = KS has declined { $ref }.
done-released = { $amount } of the commitment to { $ref } is released.
done-released-credited = { $amount } of the commitment to { $ref } is released, and { $credited } is credited to the adopters, who bear no more than the solution will cost.
done-disbursement-registered = Disbursement { NUMBER($id, useGrouping: "false") } of { $amount } to { $ref } is registered and awaits approval.
done-disbursed = { $amount } is paid to { $applicant } for { $ref }, voucher { NUMBER($voucher, useGrouping: "false") }.
done-reversed = Voucher { NUMBER($voucher, useGrouping: "false") } is reversed, by voucher { NUMBER($by, useGrouping: "false") }.
done-reversed-lowered = Voucher { NUMBER($voucher, useGrouping: "false") } is reversed, by voucher { NUMBER($by, useGrouping: "false") }. The charges follow the cost down: { $credited } is credited, and { $owed } of it owed back.
done-reversed-with-credits = Voucher { NUMBER($voucher, useGrouping: "false") } is reversed, by voucher { NUMBER($by, useGrouping: "false") }. { $credits ->
    [one] One credit of the payment is
   *[other] { $credits } credits of the payment are
} reversed with it, and { $owed } is owed back still. The charge is as low as before.
done-period-closed = The books are closed through { $date }.
done-period-reopened = The books are open again from the period that { $date } lies in. They are still closed through { $through }.
done-all-periods-reopened = The books are open again from the period that { $date } lies in. No period is closed now.

col-title = { SENTENCE(word-proposal) }
col-sd = Std. dev.
col-scorecards = Cards
col-date = { SENTENCE(word-date) }
col-opened = Opened
col-handle = Handle
col-roles = Roles
col-active = Active
col-approved = Approved by
col-solution = { SENTENCE(word-solution) }
col-recovery = { SENTENCE(word-repaid) }
col-overdue = { SENTENCE(word-overdue) }
col-action = Action
col-total = { SENTENCE(word-total) }
col-score = { SENTENCE(word-score) }
policy-set-up = (yes)
policy-in-a-seat = sub.
policy-note = (yes): until the first scoring round is opened. sub.: only as a substitute in a seat. The administrator is whoever owns the file of the fund.
policy-member = memb.
policy-chair = { word-chair }
policy-deputy = deputy
policy-secretariat = secr.
policy-ks = { word-ks }
policy-observer = obs.
policy-administrator = adm.
