# 7 Participants: who has answered, paid and is late.

participants-tab = { SENTENCE(word-participants) }
participants-title = Participants · { $status } · { $order }
participants-title-county = Participants in { $county } · { $status } · { $order }
participants-title-counties = Participants by county

## Keys

participants-status-help = Shows only those with the next status that somebody has, and at last everyone again.
participants-order-help = Sorts by number, name, inhabitants or contribution.
participants-counties = counties
participants-counties-help = Shows the counties or the participants. { tui-key-open } on a county shows the participants there.
participants-answer-help = Registers the answer of the selected participant, or corrects it.
participants-payment-help = Registers a payment from the selected participant.
participants-waive = waive remainder
participants-waive-help = KS waives the remainder of the contribution, with a reason.
participants-refund = pay back
participants-refund-help = Registers that what is overpaid is to be paid back. KS approves.
participants-keep = to income
participants-keep-help = KS posts what is overpaid as other income, with a reason.

## Status

participants-all = all

participants-by-number = by number
participants-by-inhabitants = by inhabitants
participants-by-amount = by contribution

## List

participants-summary = { $joined } of { $invited } have joined · { $paid } have paid · { $overdue } are late · { $unanswered } unanswered
participants-col-county = County
participants-col-inhabitants = Inhab.
participants-col-amount = To pay
participants-col-invited = Invited
participants-col-promised = Promised NOK
participants-col-received = Paid NOK

## One participant

participants-money = { SENTENCE(word-contribution) }
participants-paid-so-far = { SENTENCE(word-paid) }
participants-owed = Left to pay
participants-waived = Waived
participants-over = Overpaid
participants-waived-line = waived { $amount }: { $text }
participants-counted-from = { $count } from { $date }
participants-with-sum = the participant’s own resolution names { $amount }
participants-with-resolution = resolution: { $text }
participants-refund-line = refund { NUMBER($id, useGrouping: "false") } of { $amount }: { $state }
participants-would-pay = To pay if it joins
participants-answer-due = Answer due
participants-payment-due = Payment due
participants-answers = Answers
participants-said-yes = yes, with { $amount }
participants-with-reference = reference { $text }
participants-with-reason = corrected: { $text }
participants-payments = Payments
participants-payment-line = { $amount }, voucher { NUMBER($voucher, useGrouping: "false") }
participants-contribution = { SENTENCE(word-contribution) }

## Forms

participants-answer-title = Register an answer
participants-answered-before = Answered
participants-joins = { SENTENCE(word-answer) }
participants-decided-on = { SENTENCE(word-date) }
participants-reference = Reference
participants-reference-hint = The participant’s own reference number. May be empty.
participants-resolution = The resolution
participants-resolution-hint = As the participant’s own resolution reads, if it says more than yes or no.
participants-resolved = Amount resolved
participants-resolved-hint = The amount in the resolution, if it is another than the one asked for.
participants-reason-hint = Why the earlier answer is corrected.
participants-answer-yes = Register the answer
participants-answer-effect-yes = { $name } says yes and promises { $amount }. The amount is frozen now.
participants-answer-effect-no = { $name } declines and owes no contribution.
participants-answer-corrects = The answer corrects the one before. Both are kept.

participants-payment-title = Register a payment
participants-amount-hint = What is left to pay is filled in.
participants-amount-hint-paid = The contribution is paid in full.
participants-paid-on = Date paid
participants-payment-effect = { $amount } from { $name } is posted { form-on-day }.
participants-payment-over = { $over } of it is more than we have asked for and is owed back (C8).

participants-waive-title = Waive a remainder
participants-waive-yes = waive
participants-waive-effect = { $amount } of the contribution of { $name } is waived.
participants-waive-final = It cannot be undone. Once nothing remains, the participant has access.
participants-refund-title = Pay back what is overpaid
participants-refund-yes = register the refund
participants-refund-effect = { $amount } is to be paid back to { $name }.
participants-refund-eyes = It is posted when KS has approved it, on 6 Capital. Until then it can be withdrawn.
participants-keep-title = Post what is overpaid as income
participants-keep-yes = post as income
participants-keep-effect = { $amount } from { $name } becomes other income and is not paid back.
participants-keep-posted = It is posted today.
participants-sum-reason-hint = The reason is kept and shown in the log.

error-participants-list-only = These are the counties. { tui-key-focus } goes back to the participants.
error-participants-none-selected = Select a participant first.
error-participants-nothing-over = { $name } has not overpaid.

participants-none = There are no participants yet.
