# Why something was refused: where, what, and what would be right. The key is `error-` and the refusal's code.

## What is written

error-amount-invalid = “{ $value }” is not an amount. Write kroner as 1250000, 1 250 000, 1250000.50 or 1.25 million, with at most two decimals in kroner.
error-amount-ambiguous = “{ $value }” can mean { $thousands } or { $decimals }. Write the amount without a mark between the thousands, or with two decimals.
error-amount-total = With this row the sum is too large. All that is imported can come to at most { $most }.
error-amount-too-large = { $value } is too large. The largest amount is NOK 100 billion.
error-amount-not-positive = { $amount } is not valid. The amount must be above zero.
error-date-empty = A date is needed here, for example 2018-03-31.
error-date-invalid = “{ $value }” is not a date. Write it as 2018-03-31; the years from 2000 to 2099 can be used.
error-date-short-year = “{ $value }” is not a date. Write the year with four digits.
error-date-without-year = “{ $value }” lacks the year. Write the whole date, as 2018-03-31.
error-text-empty = Must be filled in.
error-text-long = The text has { $length } characters. It can have at most { $longest }.
error-text-control = The text has a character that is not allowed ({ $character }). Remove it, or type the text again.
error-role-unknown = “{ $value }” is not a role. The roles are { $known }.
error-handle-invalid = “{ $value }” is not a valid handle. Use at most 32 small letters from a to z, digits and hyphens, a letter first. The name administrator is taken.
error-role-missing = The member must have at least one role.
error-kind-unknown = “{ $value }” is not a kind of participant. Write municipality or county.
error-number-invalid = “{ $value }” is not a { $digits ->
    [2] county number. It has two digits, such as 03.
   *[other] municipality number. It has four digits, such as 0301.
    }
error-ref-invalid = “{ $value }” is not a reference. Write year and number, such as 2018-07.
error-benefit-unknown = “{ $value }” does not say whom the solution is for. Write municipalities, counties or both.
error-price-model-invalid = “{ $value }” is not a price model. Write shared, fixed:KR, inhabitant:KR, fixed:KR+inhabitant:KR or bands:4999=KR,10000=KR,=KR.
error-whole-number-outside = “{ $value }” is not valid. Write a whole number from { $least } to { $most }.
error-whole-number-invalid = “{ $value }” is not a whole number. Write digits only, for example 3.
error-account-unknown = “{ $value }” is not an account of the fund. Write for example assets:bank or expenses:costs.
error-amount-missing = Give an amount.
error-cell-missing = Something is missing here. Fill in the field.
error-date-ahead = { $date } is in the future. Write a date that is not after { $today }.
error-today-ahead = { $date } has not come yet; today is { $today }. Give a date up to today with --today, or leave it out.
error-answer-unknown = “{ $value }” is not an answer. Write yes or no.
error-population-invalid = “{ $value }” is not a number of inhabitants. Write a whole number such as 30790 or 30 790.
error-population-outside = { $value } cannot be a number of inhabitants. Write a number from 1 to { $most }.
error-share-invalid = “{ $value }” is not a share. Write a number from 0 to 1, such as 0.6, or 60%.
error-percent-invalid = “{ $value }” cannot be used. Write a percentage from 0 to 100, such as 65.
error-delay-invalid = “{ $value }” is not a delay. Write whole quarters, from 0 to { $most }.
error-total-negative = What is paid in all cannot be { $amount }. Write zero or more.
error-threshold-invalid = “{ $value }” is not a minimum score. Write a number from 0 to 5 with at most two decimals, such as 3.5.
error-rate-invalid = “{ $value }” is not a number that can be used here. Write zero or more, for example 0.38.
error-flow-kind-unknown = “{ $value }” is not a kind of flow. Write receipt, cost, commitment or disbursement (or innbetaling, kostnad, tilsagn, utbetaling).
error-quarter-invalid = “{ $value }” is not a quarter. Write it as 2018-Q1.

## Who may do what

error-denied-role = Only { $who } may { $action }.
error-denied-set-up-is-over = The administrator may import until the first scoring round opens. Now the secretariat imports.
error-denied-conflicted = You have a conflict of interest and cannot handle this proposal. You may see the scores once KS has decided.
error-denied-four-eyes = You registered this disbursement. Somebody else must approve it.
error-denied-blind = The scores are hidden from everyone until the scoring round is revealed.

## Proposals

error-cost-not-positive = The cost is { $amount }. It must be above zero.
error-applied-not-positive = The sum applied for is { $amount }. It must be above zero.
error-applied-above-cost = The sum applied for, { $applied }, cannot be above the cost of the project ({ $cost }).
error-uptake-outside = The uptake { $value } is not a share. Write a number from 0 to 1, such as 0.6.
error-estimate-unordered = The estimates must be in rising order: low, most likely, high.
error-decision-too-early = KS cannot decide on { $ref } before the council has given its recommendation.
error-step-out-of-turn = { $ref } is at the stage “{ $stage }” and cannot { $step }; only proposals at { $needs } can. { $next }
error-gate-not-eligible = The applicant has not paid its contribution and is not eligible. Answer no to the third requirement, or wait until the contribution is paid.
error-gate-reason-missing = When a requirement is not met, a reason must be given.
error-proposal-unknown = There is no proposal { $ref }.
error-proposal-not-editable = { $ref } is at the stage “{ $stage }” and can no longer be changed.
error-record-changed = Somebody else has changed { $ref } meanwhile, and nothing is saved. Open the proposal again and make the change there.
error-applicant-without-owner = “{ $value }” is neither a number nor KS. Write the applicant’s number, or give in owner_number the number of a participant that owns the applicant.
error-owner-superfluous = Only an applicant that is a company or a partnership has an owner here. Empty the field, or write the name of the applicant.
error-withdraw-too-late = { $ref } is at the stage “{ $stage }”. A proposal can be withdrawn until KS has decided, not later. { $next }
error-bass-outside = A diffusion of p = { $p } and q = { $q } is not valid. p must be above 0 and at most 1, q between 0 and 2.

## Scoring and ranking

error-criterion-unknown = “{ $value }” is not a criterion. The criteria are { $known }.
error-criterion-twice = The criterion “{ $value }” is named twice. Name each criterion once.
error-score-outside = { $value } is not a score. Give 1 to 5, or leave the criterion without a score.
error-scorecard-handed-in = { $handle } has handed in a scorecard of { $ref }. Only the member can change it.
error-scorecard-empty = The scorecard is empty. Score at least one criterion.
error-place-outside = There is no place { $place } in the list. Choose a place from 1 to { $last }.
error-no-round = No scoring round has been opened yet.
error-round-unknown = There is no scoring round “{ $round }”.
error-round-exists = The scoring round “{ $round }” is already there. Choose another name.
error-round-empty = Choose at least one proposal for the scoring round.
error-round-revealed = The scoring round “{ $round }” was revealed on { $date }.
error-case-twice = { $ref } is named twice. Name each proposal once.
error-case-not-in-round = { $ref } is not in the scoring round “{ $round }”.
error-case-not-movable = { $ref } is at the stage “{ $stage }”. Only ranked proposals that the round still treats can be moved.
error-not-in-a-round = { $ref } is not in any scoring round.
error-move-nothing = No proposal has been moved.
error-ranking-changed = Somebody else has changed the ranking of “{ $round }” meanwhile, and nothing is saved. Look at the new order and move again.
error-scorecard-no-round = { $ref } is at the stage “{ $stage }” and is not being scored now.
error-scorecard-after-reveal = { $ref } is revealed. A scorecard can be changed only while the item is open in a meeting.
error-conflict-declared = You have already declared a conflict of interest in { $ref }.
error-conflict-after-decision = { $ref } is at the stage “{ $stage }”. A conflict of interest is declared before KS decides.

## Recommendation, decision and commitment

error-deviation-reason-missing = { decide-deviation } The deviation needs a reason.
error-amount-above-applied = { $amount } is more than was applied for. Give at most { $applied }.
error-plan-dates = The dates of the payment plan must be in rising order, and the first cannot be before { $from }.
error-plan-amount = The instalment on { $date } must be above zero.
error-plan-sum = The payment plan sums to { $sum }, but the commitment is { $amount }. The sums must be the same.
error-entry-unbalanced = The voucher does not balance: its lines sum to { $sum }. It must have at least two lines, none of them zero, and the sum must be zero.
error-recommendation-missing = The council has not given a recommendation on { $ref }. It must come before the decision.
error-not-enough-free = { $amount } is more than what is free, which is { $free }.
error-commitment-missing = { $ref } has no commitment.
error-release-too-much = { $left } remains of the commitment to { $ref }. No more can be released.
error-disbursement-unknown = There is no disbursement { NUMBER($id, useGrouping: "false") }.
error-disbursement-approved = Disbursement { NUMBER($id, useGrouping: "false") } is already approved by { $by }, with voucher { NUMBER($voucher, useGrouping: "false") }.
error-step-before = { $basis ->
    [submitted] The proposal was submitted on { $date }
    [qualified] The proposal was qualified on { $date }
    [round_opened] The scoring round was opened on { $date }
    [round_revealed] The scoring round was revealed on { $date }
    [recommended] The council made its recommendation on { $date }
    [decided] KS made the decision on { $date }
    [registered] The payment was registered on { $date }
   *[answered] The participant said yes on { $date }
}, and what rests on that cannot be earlier.
error-reveal-before-cards = Scoring round { $round } has scorecards of days after { $date }, and cannot be closed on that day.
error-disbursement-too-much = { $left } remains of the commitment to { $ref }. No more can be disbursed.
error-warning-below-reserve = The bank now holds { $bank }. That is less than the reserve of { $reserve }.

## The file with the parameters of the scheme

error-toml-syntax = Line { NUMBER($line, useGrouping: "false") }: the file cannot be read as TOML. { $detail }
error-toml-missing = Line { NUMBER($line, useGrouping: "false") }: { $key } is missing.
error-toml-unknown = Line { NUMBER($line, useGrouping: "false") }: { $key } is unknown. Correct the name or remove the line.
error-toml-kind = Line { NUMBER($line, useGrouping: "false") }: { $key } must be { $expected }.
error-toml-range = Line { NUMBER($line, useGrouping: "false") }: { $key } must be from { NUMBER($least, useGrouping: "false") } to { NUMBER($most, useGrouping: "false") }.
error-scheme-choice = Line { NUMBER($line, useGrouping: "false") }: “{ $value }” is not valid for { $key }. Choose { $known }.
error-scheme-profile = Line { NUMBER($line, useGrouping: "false") }: the shares in { $key } sum to { $sum }. They must sum to 1.
error-scheme-tranches = Line { NUMBER($line, useGrouping: "false") }: the years in { $key } must rise, one for each part of the grant.
error-scheme-criterion-key = Line { NUMBER($line, useGrouping: "false") }: “{ $value }” is not valid for { $key }. Use small letters from a to z and underscore.
error-scheme-criterion-twice = Line { NUMBER($line, useGrouping: "false") }: the criterion “{ $value }” is there twice. { $key } must differ for each criterion.
error-scheme-weights = Line { NUMBER($line, useGrouping: "false") }: the weights in { $key } sum to { $sum }. They must sum to 100.
error-scheme-spread = Line { NUMBER($line, useGrouping: "false") }: “{ $key }” needs three numbers that do not fall: low, most likely and high.
error-scheme-name-unknown = There is no built-in scheme “{ $value }”. Write digifin-2017, blank or the name of a TOML file.

## Members

error-member-unknown = There is no member with the handle “{ $handle }”.
error-member-exists = The handle “{ $handle }” is taken. Choose another.
error-member-revoked = { done-member-revoked }
error-mask-of-a-member = “{ $handle }” is a member. Only the name of somebody who has left can be masked.
error-mask-already = The name of “{ $handle }” is masked already.
error-member-not-in-council = “{ $handle }” does not sit in the council and cannot have scorecards.
error-member-conflicted = “{ $handle }” has a conflict of interest in { $ref } and cannot score it.

## Participants

error-participant-unknown = There is no participant with the number { $number }.
error-answer-reason-missing = { $name } has answered before. To correct the answer, give a reason.
error-payment-without-promise = { $name } has not said yes. Register the answer before the payment.
error-contribution-paid = { $name } has paid the whole contribution. Give the amount if more has come in.
error-waive-too-much = { $name } owes { $rest }. No more than that can be waived.
error-waive-the-whole = The whole contribution of { $name } cannot be waived, only a remainder.
error-answer-below-waived = KS has waived { $waived } of the contribution of { $name }. It cannot be lowered to { $amount }, for the whole contribution would be waived.
error-over-too-little = { $name } is owed { $over } of what was overpaid. No more than that can be paid back or kept.
error-reversal-paid-back = What { $name } overpaid has already been paid back or kept. Reverse that voucher first.
error-warning-state-unmatched = The state has paid { $amount } more than the sector has now promised. It remains to be matched.
error-payment-above-promise = { $amount } is too much. { $left } remains to be paid in.
error-paid-below-posted = { $paid } is already posted as paid. Write what is paid in all, or reverse the voucher.

## The books

error-bank-below-zero = There is too little in the bank: { $available } is available, { $short } short of what is needed.
error-balance-below-zero = { $kind ->
    [contribution] What is paid of the contribution of { $subject }
    [overpaid] What { $subject } is owed of its contribution
    [charge] What is paid on charge { $subject }
    [refund] What { $subject } is owed as an adopter of { $ref }
   *[loss] The loss on { $subject }
} would be below zero on { $date }, for some of it is posted later. Do it on a later day.
error-voucher-unknown = There is no voucher { NUMBER($voucher, useGrouping: "false") }.
error-voucher-reversed = Voucher { NUMBER($voucher, useGrouping: "false") } is already reversed, by voucher { NUMBER($by, useGrouping: "false") }.
error-voucher-is-reversal = Voucher { NUMBER($voucher, useGrouping: "false") } itself reverses voucher { NUMBER($of, useGrouping: "false") } and cannot be reversed. Post the voucher again.
error-reversal-before = The reversal cannot be before the voucher, which is dated { $date }.
error-period-closed = { $date } is in a closed period. The books are closed through { $through }.
error-period-already-closed = The books are already closed through { $through }. Choose a later date.
error-period-not-over = { $date } is not over. The books can be closed through the day before { $today }.
error-period-not-closed = { $date } is not in a closed period. Choose a day in the period to reopen.

## Files that are imported

error-import-rows = { $count ->
    [one] The file has one fault. Nothing is done.
   *[other] The file has { $count } faults. Nothing is done.
    }
error-import-not-text = This is a workbook in an older format, or with a password. Save it as an Excel workbook (.xlsx) without a password or as CSV (UTF-8), and import that file.
error-import-workbook-unreadable = This is no workbook that can be read ({ $detail }). Save it again as an Excel workbook (.xlsx) or as CSV (UTF-8), and import that file.
error-import-workbook-large = The workbook is too large. It can have at most { $rows } rows, { $columns } columns and { $most } MB unpacked. Keep only the sheet with the rows to import.
error-import-cell-error = The spreadsheet could not work out the cell ({ $value }). Mend the formula, or type the value.
error-import-cell-uncalculated = The cell has a formula that has not been calculated. Open the workbook in a spreadsheet, save it and import again, or type the value.
error-import-encoding = The file is not saved as UTF-8: a character here cannot be read. Save it again as CSV (UTF-8).
error-import-empty = The file is empty. Its first line holds headings, and each line after it one row.
error-import-no-rows = The file has headings, but no rows.
error-import-quote-open = A quotation mark opens here and never closes. Put in the one that is missing, or remove this one.
error-import-heading-unknown = The heading is unknown. Known headings are { $known } (or { $bokmaal }).
error-import-heading-ore = An exported amount is in hundredths of a krone. The import has { $name }, in kroner.
error-import-heading-missing = The heading { $name } (or { $bokmaal }) is missing.
error-import-heading-twice = Two headings mean the same ({ $name }). Keep one of them.
error-import-heading-empty = “{ $value }” is in a column without a heading. Give the column a heading, or empty it.
error-import-row-ragged = The row has { $found } cells, but there are { $expected } headings. A cell that holds a delimiter must be in quotation marks.
error-import-hidden-rows = { $count ->
    [one] Row { $rows } is hidden in the workbook and was read like the others.
   *[other] { $count } rows are hidden in the workbook and were read like the others: { $rows }.
    }
error-import-hidden-columns = { $count ->
    [one] The column { $names } is hidden in the workbook and was read like the others.
   *[other] { $count } columns are hidden in the workbook and were read like the others: { $names }.
    }
error-import-hidden-sheets = { $count ->
    [one] The sheet { $names } is hidden in the workbook and was not read.
   *[other] { $count } sheets are hidden in the workbook and were not read: { $names }.
    }
error-import-other-sheets = Only the sheet { $sheet } was read. These have the same headings and were not read: { $names }.
error-import-twice = { $value } is also on line { $first }. Keep only one of the rows.

## The file of the fund and the log in it

error-fund-missing = There is no fund in { $path }. Make one with kommit init, or try kommit demo.
error-fund-exists = { $path } is already there. Choose another name for the file.
error-fund-foreign = { $path } was not made by kommit. Choose another file.
error-fund-newer = The fund was made or upgraded by a newer edition of kommit (version { NUMBER($version, useGrouping: "false") }). Leave and connect again. If that does not help, kommit must be upgraded here.
error-fund-removed = { $path } was removed or moved while the program was open. Ask whoever owns the file to put it back.
error-fund-replaced = { $path } was replaced by another file while the program was open. Quit and start again.
error-database-busy = The database is busy. Nothing is written. Try again in a moment.
error-database-read-only = The file, or the folder it is in, cannot be written. Give write access to both. The folder must be writable also when the fund is only to be read.
error-database-cannot-open = The file cannot be opened: { $detail }
error-database-corrupt = The file is damaged, was changed outside kommit, or lies on a disk that is failing. As far as it can be read, kommit check tells what is wrong. Put a backup back with kommit restore FILE. (Technical: { $detail })
error-database-error = The database answered with an error: { $detail }
error-anchor-unreadable = “{ $value }” is not an anchor in the log. Write the row number, a colon and the 64 characters of the checksum, as the report and the exports have it.
error-acknowledge-nothing = Row { $log } of the log is not of an upgrade that found something changed outside kommit.
error-acknowledge-already = What the upgrade in row { $log } found changed was acknowledged in row { $by }.
error-disk-full = The disk is full, or the quota is used up. Nothing is written. Make room and try again.
error-disk-failed = The system did not take what was to be written: the disk is full, the quota is used up, the file may not grow, or the disk is failing. Nothing is written.
error-disk-unreadable = The system cannot read the fund’s file: the disk is failing, or it has been disconnected. Nothing is written. Leave the file as it is, see what the machine reports of the disk (dmesg), and put a backup back on another disk with kommit restore.
error-fund-forbidden = You have no right to read { $path }. Ask whoever owns the file, or choose another file.
error-demo-script = The content of the demo fund cannot be read: { $detail }

## Files that are exported

error-export-to-terminal = A workbook is a file, not text that can be shown here. Add “> { $file }” at the end of the command.
error-export-workbook = The workbook cannot be made: { $detail }. Export as CSV instead.

## Scenarios

error-scenario-both = Line { NUMBER($line, useGrouping: "false") }: { $ref } is in both include and { $key }. Keep it in only one of them.
error-what-if-past = { $date } is before today, { $today }. A flow in a scenario must be dated today or later.
error-what-if-beyond = { $count ->
    [one] One flow in the scenario is dated after { $date }, the last day of the forecast, and changes nothing.
   *[other] { $count } flows in the scenario are dated after { $date }, the last day of the forecast, and change nothing.
    }
error-what-if-outside = { $value } is not valid for “{ $field }”. The value must be from { $least } to { $most }.
error-what-if-not-undecided = { $ref } is not among the proposals that wait for a decision, and cannot be taken into a scenario.
error-what-if-not-committed = { $ref } has no commitment and cannot be taken out in a scenario.
error-forecast-what-if-unsaved = A scenario is not saved. Save the forecast without one, or leave out the name.
