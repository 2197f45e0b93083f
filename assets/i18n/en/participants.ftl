# 7 Participants: who has answered, paid and is late.

participants-tab = { SENTENCE(-participants) }
participants-title = Participants · { $status } · { $order }
participants-title-county = Participants in { $county } · { $status } · { $order }
participants-title-counties = Participants by county

## Keys

participants-status = { -status }
participants-status-help = Shows only those with the next status, and at last everyone again.
participants-order = { -sort }
participants-order-help = Sorts by number, name, inhabitants or contribution.
participants-counties = counties
participants-counties-help = Shows the counties or the participants. Enter on a county shows the participants there.
participants-answer = { -answer }
participants-answer-help = Registers the answer of the selected participant, or corrects it.
participants-payment = { -payment }
participants-payment-help = Registers a payment from the selected participant.

## Status

participants-all = all

participants-by-number = by number
participants-by-name = { -by-name }
participants-by-inhabitants = by inhabitants
participants-by-amount = by contribution

## List

participants-summary = { $joined } of { $invited } have joined · { $paid } have paid · { $overdue } are late · { $unanswered } unanswered
participants-col-number = { -no }.
participants-col-name = { -name }
participants-col-county = County
participants-col-inhabitants = { -inhab }.
participants-col-amount = To pay
participants-col-paid = { SENTENCE(-paid) }
participants-col-status = { SENTENCE(-status) }
participants-col-invited = Invited
participants-col-joined = { SENTENCE(-yes) }
participants-col-has-paid = { SENTENCE(-paid) }
participants-col-promised = Promised NOK
participants-col-received = Paid NOK

## One participant

participants-kind = { -kind }
participants-money = { SENTENCE(-contribution) }
participants-frozen = { -promised }
participants-paid-so-far = { SENTENCE(-paid) }
participants-owed = Left to pay
participants-would-pay = To pay if it joins
participants-answer-due = Answer due
participants-payment-due = Payment due
participants-answers = Answers
participants-no-answers = { -has-not-answered }.
participants-said-yes = yes, with { $amount }
participants-said-no = { -no-2 }
participants-with-reference = reference { $text }
participants-with-reason = corrected: { $text }
participants-payments = Payments
participants-no-payments = { SENTENCE(-none) }.
participants-payment-line = { $amount }, voucher { NUMBER($voucher, useGrouping: "false") }
participants-contribution = { SENTENCE(-contribution) }
participants-solutions = { -solutions }

## Forms

participants-answer-title = Register an answer
participants-answered-before = Answered
participants-joins = { SENTENCE(-answer) }
participants-yes = { -yes }
participants-no = { -no-2 }
participants-decided-on = { SENTENCE(-date) }
participants-on-hint = { -a-date-such-as-2018 }.
participants-reference = Reference
participants-reference-hint = The participant's own reference number. May be empty.
participants-reason = { -reason }
participants-reason-hint = Why the earlier answer is corrected.
participants-answer-yes = Register the answer
participants-answer-effect-yes = { $name } says yes and promises { $amount }. The amount is frozen now.
participants-answer-effect-no = { $name } says no and promises nothing.
participants-answer-corrects = The answer corrects the one before. Both are kept.

participants-payment-title = Register a payment
participants-amount = { -amount }
participants-amount-hint = What is left to pay is filled in.
participants-paid-on = Date paid
participants-payment-yes = { -post }
participants-payment-effect = { $amount } from { $name } is posted today.
participants-payment-effect-on = { $amount } from { $name } is posted on { $date }.
participants-payment-posted = { -a-voucher-can-t-be }.

error-participants-list-only = These are the counties. Tab goes back to the participants.
error-participants-none-selected = Select a participant first.
error-participants-paid-in-full = { $name } has paid the whole contribution.
