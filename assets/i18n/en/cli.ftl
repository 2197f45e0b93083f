# Words for the command line: help, tables and messages. What is shared with the screens is in common.ftl.

## What the commands do. One line each.

cli-about = The council’s tool for the municipal sector’s self-financing digitalisation fund
cli-init = Make a new fund
cli-capital = The capital: sources, in the bank, free (also: kapital)
cli-forecast = The forecast of the capital, quarter by quarter, also with scenarios
cli-forecasts = The forecasts that were saved
cli-forecasts-list = All saved forecasts
cli-forecasts-show = One saved forecast, as it was
cli-ranking = The ranked list of a revealed round, with the line
cli-portfolio = The line by every rule beside the best set of proposals
cli-proposals = The proposals: all, or one with everything that is known of it
cli-proposals-list = All proposals
cli-proposals-show = One proposal
cli-participants = The participants: all, or one with the answers it has given
cli-participants-list = All participants
cli-participants-show = One participant
cli-rounds = The scoring rounds and how far they have come
cli-rounds-list = All scoring rounds
cli-rounds-show = One scoring round with its proposals
cli-commitments = The commitments: what KS has committed, what is paid out of it, and what is left
cli-commitments-list = All commitments, each with the day of its next instalment
cli-disbursements = The disbursements: what is paid out, what waits for approval, and what was withdrawn
cli-disbursements-list = All disbursements
cli-disbursements-show = One disbursement
cli-disbursements-withdraw = Withdraw a registered disbursement that is not going to be approved
cli-solutions = The solutions: cost, adoptions and what has been repaid
cli-solutions-list = All solutions that the fund has paid for
cli-solutions-show = One solution with adoptions, charges and settlements
cli-charges = The charges on those who have adopted a solution
cli-charges-list = All charges, or only the unpaid or the overdue
cli-charges-show = One charge
cli-members = The registered people
cli-members-list = All members
cli-members-show = One member
cli-import = Import from a CSV file or a workbook: all rows, or none
cli-import-participants = Participants, with answers and payments
cli-import-proposals = { SENTENCE(word-proposals) }
cli-import-scores = Scores on behalf of members
cli-import-adoptions = Adoptions, with what has been paid
cli-import-ledger = Entries from other books
cli-export = Export as CSV, a workbook, an hledger journal or JSON
cli-export-ledger = The ledger, one line for each posting
cli-export-proposals = The proposals
cli-export-participants = { SENTENCE(word-the-participants) }
cli-export-ranking = The ranking of a revealed round
cli-member = Add and revoke members
cli-member-add = Register a person with roles
cli-member-revoke = Take every role from a person
cli-member-mask = Show the name of somebody who has left no more
cli-participant = Register the answer and the payment of a participant
cli-participant-decide = Register the answer to the invitation, or correct one
cli-participant-pay = Register a payment
cli-participant-waive = Waive the remainder of the contribution (C8)
cli-participant-refund = Register that what is overpaid is to be paid back; then KS approves
cli-participant-keep = Post what is overpaid as other income
cli-ks = Register what KS pays in
cli-ks-pay = Register a payment from KS
cli-state = Register what the state pays in
cli-state-pay = Register a payment from the state (KMD)
cli-proposal = Register, edit, submit, qualify or withdraw a proposal; record go-live or stop
cli-proposal-register = Register a new proposal as a draft
cli-proposal-edit = Edit a proposal; what is not named stays as it is
cli-proposal-submit = Submit a draft
cli-proposal-qualify = Check a proposal against the four requirements
cli-proposal-withdraw = Withdraw a proposal
cli-proposal-live = Record that the solution has gone live
cli-proposal-stop = Stop a project: release the rest of the commitment and write off what cannot be recovered
cli-round = Open and reveal scoring rounds
cli-round-open = Open a scoring round over qualified proposals
cli-round-reveal = Reveal the scores of a round, to everyone at once
cli-conflict = Declare a conflict of interest in a proposal
cli-score = Score a proposal
cli-move = Move a proposal to another place in the ranking
cli-recommend = Give the council’s recommendation on a proposal
cli-decide = Register KS’s decision on a proposal
cli-release = Release what of a commitment is not going to be used
cli-disburse = Register a disbursement; somebody else must approve it
cli-approve = Approve a disbursement, so that it is posted
cli-adopt = Register that a participant has adopted a solution
cli-settle = Settle a solution whose cost is shared: charge what is missing and credit what is too much
cli-charge = Register the payment of a charge, or a reminder
cli-charge-pay = Register a payment of all of the charge, part of it, or more
cli-charge-remind = Register a reminder of an overdue charge, or of all
cli-refund = Register what is paid back to whoever has paid too much
cli-refund-pay = Register a refund that is paid
cli-write-off = Write off what of a solution’s cost will not come back
cli-ledger = Close a period or open it again, or reverse a voucher
cli-ledger-close = Close the books up to and including a date
cli-ledger-reopen = Reopen the closed period that a date lies in, and those after it
cli-ledger-reverse = Reverse a voucher
cli-report = The yearly report: the evaluation of the scheme, as Markdown or HTML
cli-check = Check the file, the books and the log
cli-who-may-do-what = Who may do what
cli-rule = The rules, or one of them: what it says, an example and its source
cli-audit = The log, newest first
cli-audit-verify = Check that the log is whole
cli-audit-acknowledge = Acknowledge what an upgrade found changed outside kommit; the check reports it, but passes the file
cli-completions = Print completions for a shell
cli-man = Print the manual page
cli-help = Help on a command
cli-demo = A complete demo fund with real municipalities

## Headings and names in the help

cli-heading-usage = Usage:
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-commands = Commands
cli-common-options = Common options
cli-value-command = { UPPER(word-command) }
cli-value-options = [OPTIONS]
cli-value-file = FILE
cli-value-handle = { UPPER(col-handle) }
cli-value-row = ROW
cli-value-rule = { UPPER(word-rule) }
cli-value-date = { UPPER(word-date) }
cli-value-ref = REF
cli-value-kroner = { UPPER(word-kroner) }
cli-value-text = { UPPER(word-text) }
cli-value-number = NUMBER
cli-value-round = { UPPER(word-round) }
cli-value-id = ID
cli-value-invoice = { UPPER(word-invoice) }
cli-value-scheme = SCHEME
cli-value-score = { UPPER(word-score) }
cli-value-scores = CRITERION=SCORE
cli-value-place = PLACE
cli-value-plan = DATE=KRONER,…
cli-value-tried = REF[=KRONER],…
cli-value-refs = REF,…
cli-value-price-model = MODEL
cli-value-rate = NUMBER
cli-value-quarters = { UPPER(word-quarters) }
cli-value-share = { UPPER(word-share) }
cli-value-roles = ROLE[,ROLE…]
cli-value-applicant = { UPPER(word-applicant) }
cli-value-voucher = { UPPER(word-voucher) }
cli-value-count = { UPPER(word-count) }
cli-value-forecast = { UPPER(word-forecast) }
cli-value-year = YEAR

## What arguments and options mean

cli-arg-help = Show help
cli-arg-help-of = The command in question
cli-arg-rule-label = The rule, such as R1; all when none is named
cli-arg-version = Show the version
cli-arg-db = The fund’s file (otherwise KOMMIT_DB, otherwise kommit.db in the data directory; the demo is demo.db there)
cli-arg-as = Who you are (otherwise KOMMIT_MEMBER, otherwise the owner of the file as administrator)
cli-arg-lang = Language (otherwise KOMMIT_LANG, otherwise bokmål)
cli-arg-color = Colours: automatic, always, never, or always and only the 16 common ones
cli-arg-ascii = Use ASCII characters only
cli-arg-plain = Print the screen as plain text; choose another by its digit (kommit --plain 4) or one record by its key (kommit --plain 2018-14)
cli-arg-today = Business date instead of today’s date; every figure is as of that day
cli-arg-json = Answer in JSON
cli-arg-ref = The reference of the proposal, such as 2018-07
cli-arg-proposals = The proposals to be scored
cli-arg-number = Municipality number or county number
cli-arg-on = Date (otherwise today)
cli-arg-reason = { SENTENCE(word-reason) }
cli-arg-title = { SENTENCE(word-title) }
cli-arg-comment = { SENTENCE(word-comment) }
cli-arg-summary = { SENTENCE(word-summary) }
cli-arg-scheme = digifin-2017, blank or a TOML file with the parameters of the scheme
cli-arg-ranking-round = The scoring round (otherwise the latest that is revealed)
cli-arg-round = The name of the scoring round
cli-arg-frame = The frame (otherwise what is free)
cli-arg-rule = How the line is drawn: stop, skip or minimum score
cli-arg-threshold = The lowest score above the line, such as 3.5
cli-arg-with = Take these in, wherever the line runs; with a lower amount if wanted
cli-arg-without = Leave these out
cli-arg-portfolio-threshold = Take in the line by a minimum score too, such as 3.5
cli-arg-quarters = How many quarters, 1–120 (otherwise 40)
cli-arg-paths = How many simulations the bands rest on, 1–100,000 (otherwise 2000)
cli-arg-seed = The seed of the simulations (otherwise 1). The same seed gives the same bands
cli-arg-what-if = CSV file of extra money in and out: date,kind,amount,label
cli-arg-scenario = TOML file of other assumptions: uptake_factor, delay_quarters, undecided_joining, reserve, include, exclude
cli-arg-save = Save the forecast under a name. It cannot be changed afterwards
cli-arg-forecast = The name that the forecast is saved under
cli-arg-year = The year that the report is about, such as 2018
cli-arg-report-format = Format (otherwise md); html is one file with charts
cli-arg-report-forecast = The saved forecast that the year is compared with (otherwise the latest of those that foresaw most of the year)
cli-arg-disbursement = The number of the disbursement
cli-arg-disburse-amount = What is to be paid out
cli-arg-disburse-on = The day of the payment (otherwise today)
cli-arg-live-on = The day the solution went live (otherwise today)
cli-arg-live-price-model = Price model, as when the proposal is registered (otherwise the proposal’s own)
cli-arg-invoice = The reference of the charge, such as K-0017
cli-arg-invoice-or-all = The charge, such as K-0017; without it every charge that is overdue
cli-arg-open = Only charges that are not paid in full
cli-arg-overdue = Only overdue charges
cli-arg-charge-amount = What is paid (otherwise all that is left)
cli-arg-refund-amount = What is refunded (otherwise all that the participant is owed)
cli-arg-write-off-amount = What is written off
cli-arg-handle = The member’s handle
cli-arg-new-handle = Handle: small letters, digits and hyphens
cli-arg-name = Full name
cli-arg-roles = member, chair, deputy, secretariat, ks, observer; several with commas
cli-arg-member-participant = The municipality or county that the person comes from
cli-arg-import-file = CSV file (UTF-8) or workbook (.xlsx, .xlsm) with headings on the first line
cli-arg-dry-run = Try everything, but store nothing
cli-arg-format = Format (otherwise CSV); xlsx is a workbook
cli-arg-format-ledger = Format (otherwise CSV); hledger is a journal, which hledger check --strict can prove
cli-arg-joins = Whether the participant joins
cli-arg-reference = The participant’s own reference
cli-arg-answer-reason = Reason, when an earlier answer is corrected
cli-arg-pay-amount = What is paid (otherwise all that is owed)
cli-arg-resolution = The wording of the participant’s own resolution
cli-arg-resolved = The sum in the participant’s own resolution
cli-arg-waive-amount = What is waived of the remainder
cli-arg-over-amount = What is to be paid back (otherwise all that is overpaid)
cli-arg-keep-amount = What is kept of what is overpaid
cli-arg-counted-on = The day from which the inhabitants are counted, usually 1 January
cli-arg-paid-amount = What is paid
cli-arg-applicant = Municipality or county number, KS, or the name of a company
cli-arg-owner = The participant that owns the company
cli-arg-benefit = Whom the solution is for
cli-arg-cost = The whole development cost
cli-arg-applied = What is applied for
cli-arg-go-live = When the solution is expected to go live
cli-arg-uptake-low = Uptake, low estimate (0–1)
cli-arg-uptake = Uptake, most likely (0–1)
cli-arg-uptake-high = Uptake, high estimate (0–1)
cli-arg-delay-low = Delay in quarters, low estimate
cli-arg-delay = Delay in quarters, most likely
cli-arg-delay-high = Delay in quarters, high estimate
cli-arg-price-model = shared, fixed:KR, inhabitant:KR, fixed:KR+inhabitant:KR or bands:4999=KR,10000=KR,=KR
cli-arg-bass-p = Diffusion by Bass, p: the share per year that adopts of its own accord (otherwise 0.03)
cli-arg-bass-q = Diffusion by Bass, q: the share per year that follows others (otherwise 0.38)
cli-arg-gates = The requirements in order: shared development, of use to all, eligible applicant, credible repayment
cli-arg-gates-reason = Reason, when a requirement is not met
cli-arg-set = Score 1–5, or - for not assessed: benefit=4 fit=-. What is not named is not assessed
cli-arg-for = The member that the scores are registered for
cli-arg-ground = Why you are in conflict
cli-arg-to = The place in the list, 1 is first
cli-arg-recommend-amount = Recommend a commitment of the amount
cli-arg-conditions = Conditions of the commitment
cli-arg-postpone = Recommend postponing the proposal
cli-arg-recommend-decline = Recommend declining
cli-arg-decide-amount = Commit the amount
cli-arg-plan = Payment plan (otherwise the scheme’s standard)
cli-arg-decide-decline = { SENTENCE(word-decline) }
cli-arg-decide-reason = Reason, when the decision deviates from the recommendation
cli-arg-release-amount = What is released
cli-arg-through = The last day of the period
cli-arg-reopen = A day in the period to reopen
cli-arg-voucher = The number of the voucher
cli-arg-limit = How many rows are shown
cli-arg-shell = The shell
cli-arg-fresh = Make the demo fund from scratch

## When the command line cannot be read

cli-usage-missing-command = A command is missing here.
cli-usage-missing-command-of = A command is missing here. Choose { $known }.
cli-usage-no-value = { $argument } needs a value.
cli-usage-value = “{ $value }” is not valid for { $argument }. Choose { $known }.
cli-usage-unknown = There is no { $argument } here.
cli-usage-command = “{ $value }” is not a command.
cli-usage-missing = { $argument } is missing here.
cli-usage-conflict = { $argument } cannot be used together with { $other }.
cli-usage-encoding = One of the arguments is not valid UTF-8.
cli-usage-other = The command line cannot be read.
cli-usage-suggestion = Did you mean { $known }?
cli-usage-hint = Usage: { $usage }
    More help: --help
cli-usage-more = More help: kommit --help

## Errors and warnings

cli-error = Error: { $message }
cli-see-rules = See: { $rules }
cli-error-argument = { $argument }: { $message }
cli-error-terminal = The terminal cannot be used: { $detail }
cli-unprinted = The answer could not be printed, but the step IS done and saved. Do not do it again.
    { $done }
    { $made }
cli-warning = Note: { $message }

error-not-the-owner = { $path } belongs to somebody else. Say who you are with --as, or let its owner do it.
error-no-data-directory = The data directory is not known. Say where the fund is with --db.
error-not-a-demo = { $path } is not a demo fund. Say with --db where the demo is to be.
error-folder-missing = There is no directory { $path }. Make it, or choose another place.
error-file-missing = There is no file { $path }. Correct the name.
error-file-denied = You have no access to { $path }.
error-file-unreadable = { $path } cannot be read: { $detail }
error-file-too-large = { $path } is too large. A file can be at most { $most } MiB.
error-file-encoding = { $path } is not saved as UTF-8. Save it again.
error-gates-invalid = “{ $value }” is not four answers. Write one for each requirement, such as y,y,y,n.
error-score-invalid = “{ $value }” is not a score of a criterion. Write it as benefit=4, or benefit=- when it is not assessed.
error-plan-invalid = “{ $value }” is not a payment plan. Write date and amount, such as 2018-04-01=500000,2018-07-01=250000.
error-threshold-superfluous = A minimum score belongs to the rule threshold. Choose that rule, or give no minimum.

## What was done

done-fund-created = The fund is made in { $path } by the scheme { $scheme }.
cli-dry-run = Dry run. Nothing is stored. Without --dry-run the answer would be:
cli-progress-demo = Making the demo fund
cli-progress-forecast = Working out the forecast
cli-progress-import = Importing rows

## Participants, rounds, members and disbursements

cli-rounds-none = There are no scoring rounds yet.
cli-members-none = There are no members yet.
cli-disbursements-none = There are no disbursements yet.

## Solutions and charges

cli-charges-none = There are no charges yet.
cli-charges-none-open = All charges are paid.
cli-charges-none-overdue = No charge is overdue.
cli-charges-sum = { $count ->
    [one] One charge, { $open } unpaid, { $overdue } overdue
   *[other] { $count } charges, { $open } unpaid, { $overdue } overdue
    }

## The log and the check

cli-audit-whole = The log is whole. It has { $count } rows.
cli-audit-broken = The log is broken from row { $seq }. Somebody has changed the file outside kommit.
cli-audit-head = Latest checksum: { $hash }
cli-check-ok = All is well: the file, the books and the log.
cli-check-no-notices = The system gives no notice when others write to the fund: an open screen looks every two seconds instead.
cli-check-findings = { $count ->
    [one] One thing is wrong:
   *[other] { $count } things are wrong:
    }
cli-finding-integrity = The file is damaged: { $detail }
cli-finding-dangling = { $count ->
    [one] One row in { $table } refers to something that is not there.
   *[other] { $count } rows in { $table } refer to something that is not there.
}
cli-finding-unbalanced = Voucher { $voucher } does not balance; the difference is { $sum }.
cli-finding-gap = A voucher is missing after { $after }.
cli-finding-capital = Fund capital and equity differ by { $difference }.
cli-finding-disbursement = Disbursement { $id } does not agree with its voucher.
cli-finding-repayments = The charges and the books do not say the same of what has come back on { $ref }; the difference is { $difference }.
cli-finding-refunds = The charges and the books do not say the same of what is owed back; the difference is { $difference }.
cli-finding-movements = Voucher { $voucher } posts other amounts than it says of the charges it is about.
cli-finding-charge = More has been credited or paid on charge { $invoice } than it asks for.
cli-finding-overcharged = The adopters of { $ref } are charged { $charged }. That is more than the solution has cost.
cli-finding-below-zero = { $kind ->
    [contribution] What is paid of the contribution of { $subject }
    [overpaid] What { $subject } is owed of its contribution
    [charge] What is paid on charge { $subject }
    [refund] What { $subject } is owed as an adopter of { $ref }
   *[loss] The loss on { $subject }
} is below zero on { $date }: { $amount }.
cli-finding-audit = The log is broken from row { $seq }.
cli-finding-ballots = The count of the secret election { $election } in meeting { $meeting } is not that of its ballots.
cli-finding-sum = What is kept of what { $account } moved on { $day } does not agree with the vouchers; the difference is { $difference }.
cli-finding-row-changed = The row { $key } of the table { $table } was changed outside kommit. Row { $log } of the log wrote it last.
cli-finding-row-added = The row { $key } of the table { $table } was added outside kommit.
cli-finding-row-removed = The row { $key } of the table { $table } was removed outside kommit. Row { $log } of the log wrote it last.
cli-finding-version-changed = The version that the file says it is of ({ $key }) was changed outside kommit. Row { $log } of the log wrote it last.
cli-finding-schema-changed = The structure of the database was changed outside kommit: { $table } { $key }. Row { $log } of the log wrote it last.
cli-finding-schema-added = Something was added to the structure of the database outside kommit: { $table } { $key }.
cli-finding-schema-gone = Something is missing from the structure of the database: { $table } { $key }.
cli-finding-log-removed = Row { $log } of the log was removed outside kommit.
cli-finding-schema-removed = Something is missing from the structure of the database: { $table } { $key }. Row { $log } of the log wrote it last.
cli-finding-seals = The seals that row { $log } of the log wrote in the table seals were changed outside kommit.
cli-finding-upgraded = When the file was upgraded in row { $log } of the log, it had already been changed outside kommit in { $count ->
    [one] one place
   *[other] { $count } places
  }. The row says where.
cli-finding-acknowledged = Acknowledged in row { $log }.
cli-finding-to-acknowledge = Once it has been looked into, acknowledge it with kommit audit acknowledge { $log } --reason TEXT.
cli-export-log = The log stood at { $log }.
cli-arg-expect = The row and the checksum that the log is to go through
cli-arg-acknowledge-row = The row of the log that tells of the upgrade
cli-value-anchor = ROW:CHECKSUM
cli-audit-met = The log goes through row { $row } as expected.
cli-audit-cut = The log has no row { $row }. Somebody has set the file back.
cli-audit-other = Row { $row } has another checksum than expected. Somebody has rewritten the log, or it is the log of another fund.

## The manual page

man-name = { UPPER(word-name) }
man-synopsis = SYNOPSIS
man-globals = { UPPER(cli-common-options) }
man-commands = { UPPER(cli-commands) }
man-keyboard = KEYBOARD
man-exit = EXIT CODES
man-exit-done = done
man-exit-internal = internal error, or something is wrong with the file
man-exit-usage = an error in the command line
man-exit-denied = not allowed
man-exit-refused = the value is not valid, or a rule prevents it; nothing is written
man-exit-busy = the database is busy, or something has changed meanwhile; try again

cli-plain-next = How to go on
cli-plain-records = kommit --plain KEY: a proposal (2018-14), a round (2018-2), a participant (0301), a charge (K-0001) or a meeting (1/2018)
