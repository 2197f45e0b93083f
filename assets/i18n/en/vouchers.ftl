## The vouchers: the list, one voucher with its postings, and reversal

vouchers-title = Vouchers · { $count ->
    [one] one
   *[other] { $count }
    } · newest first
vouchers-col-voucher = Number
vouchers-col-event = Event
vouchers-col-kroner = NOK
vouchers-value-on = Value date
vouchers-debit = Debit
vouchers-credit = Credit
vouchers-reversed-by = reversed by voucher { NUMBER($voucher, useGrouping: "false") }
vouchers-ahead = in the future
vouchers-reversed-mark = rev. by { NUMBER($voucher, useGrouping: "false") }
vouchers-ahead-mark = later
vouchers-open-help = Opens the voucher with its postings. In the list “{ vouchers-ahead-mark }” means dated { vouchers-ahead }, and “rev. by” with a number that it is reversed by that voucher.
vouchers-reverses = reverses voucher { NUMBER($voucher, useGrouping: "false") }
vouchers-none = Nothing is posted yet. The first voucher comes when somebody pays the contribution.
vouchers-reverse-help = Reverses the selected voucher, with a new voucher and a reason.
vouchers-reverse-title = Reverse voucher { NUMBER($voucher, useGrouping: "false") }
vouchers-reverse-yes = { SENTENCE(word-reverse) }
vouchers-reverse-effect = Voucher { NUMBER($voucher, useGrouping: "false") } of { $amount } is reversed by a new voucher: { $text }
vouchers-reverse-follows = Charges that rest on it follow.
vouchers-reverse-final = A reversal cannot itself be reversed.
vouchers-close = close period
vouchers-close-help = Closes the books through a day. After that nothing can be dated in the period.
vouchers-close-title = Close a period
vouchers-close-day = Last day
vouchers-close-hint = Yesterday at the latest.
vouchers-close-yes = close the period
vouchers-close-effect = The books will be closed through { $date }.
vouchers-close-final = Only KS can reopen the period.
vouchers-reopen = reopen period
vouchers-reopen-help = KS reopens a closed period, with a reason.
vouchers-reopen-title = Reopen a period
vouchers-reopen-day = A day in the period
vouchers-reopen-hint = The period that the day lies in, and those after it, are reopened.
vouchers-reopen-yes = reopen
vouchers-reopen-effect = The books will be reopened from the period that { $date } lies in.
vouchers-closed-through = Closed through
vouchers-nothing-closed = no period is closed
error-vouchers-none-closed = No period is closed, so there is nothing to reopen.
vouchers-reason-hint = What was wrong. The reason becomes the text of the new voucher.
vouchers-posted = Posted
error-vouchers-none-selected = Choose a voucher first.
error-vouchers-reading = The voucher is open. { tui-key-back } goes back to the list.

event-contribution = { word-contribution }
event-contribution_refund = refund of a contribution
event-disbursement = disbursement
event-repayment = repayment
event-credit = credit
event-refund = { word-refund }
event-write_off = write-off
event-other = { word-other }
event-opening = opening balance
event-reversal = reversal

account-bank = Bank
account-outstanding = Outstanding on { $ref }
account-contributions = Contributions from { $source }
account-other-income = Other income
account-losses = Losses on { $ref }
account-costs = { SENTENCE(word-costs) }
account-refunds-owed = { SENTENCE(word-refunds-owed) }

## The texts of the vouchers. The books are kept in bokmål: these are for a fund that keeps them in English.

voucher-contribution = Contribution { $number } { $name }
voucher-contribution-over = Contribution and overpayment, redistributed { $number } { $name }
voucher-contribution-refund = Refund of contribution { $number } { $name }
voucher-kept = Overpaid contribution kept { $number } { $name }
voucher-contribution-ks = Contribution KS
voucher-state-grant = State grant (KMD)
voucher-disbursement = Disbursement { $ref } { $title }
voucher-repayment = Repayment { $invoice } { $ref }
voucher-credit = Credit { $invoice } { $ref }
voucher-refund = Refund { $ref } { $number }
voucher-write-off = Write-off { $ref } { $title }

capital-vouchers = vouchers
capital-vouchers-help = Shows all vouchers with their postings, and lets the secretariat reverse one.
