# Why something was refused: where, what, and what would be right. The key is `error-` and the refusal's code.

## What is written

error-amount-invalid = “{ $value }” is not an amount. Write kroner as 1250000, 1 250 000 or 1250000,50.
error-amount-too-large = { $value } is too large. The largest amount is 100,000 million kroner.
error-amount-not-positive = { $amount } will not do. The amount must be above zero.
error-date-invalid = “{ $value }” is not a date between 2000 and 2099. Write 2018-03-31 or 31.3.2018.
error-text-empty = Something must be written here.
error-text-long = The text is too long. It can have at most { $longest } characters.
error-text-control = The text has a character that is not allowed ({ $character }). Remove it, or type the text anew.
error-role-unknown = “{ $value }” is not a role. The roles are { $known }.
error-handle-invalid = “{ $value }” will not do as a handle. Use at most 32 small letters from a to z, digits and hyphens, a letter first. The name administrator is taken.
error-role-missing = The member must have at least one role.
error-kind-unknown = “{ $value }” is not a kind of participant. Write municipality or county.
error-number-invalid = “{ $value }” is not a { $digits ->
    [2] county number. It has two digits, such as 03.
   *[other] municipality number. It has four digits, such as 0301.
    }
error-ref-invalid = “{ $value }” is not a reference. Write year and number, such as 2018-07.
error-benefit-unknown = “{ $value }” does not say whom the solution is for. Write municipalities, counties or both.
error-price-model-invalid = “{ $value }” is not a price model. Write shared, fixed:KR, inhabitant:KR, fixed:KR+inhabitant:KR or bands:4999=KR,10000=KR,=KR.
error-account-unknown = “{ $value }” is not an account of the fund. Write for example assets:bank or expenses:costs.

## Who may do what

error-denied-role = { $who } may { $action }. You may not.
error-denied-set-up-is-over = The administrator may import until the first scoring round opens. Now the secretariat imports.
error-denied-conflicted = You have a conflict of interest in this case and cannot treat it. You may see the scores once KS has decided.
error-denied-four-eyes = You registered this disbursement. Somebody else must approve it.
error-denied-blind = The scores are hidden from everyone until the scoring round is revealed.

## Proposals

error-cost-not-positive = The cost is { $amount }. It must be above zero.
error-applied-not-positive = The sum applied for is { $amount }. It must be above zero.
error-applied-above-cost = { $applied } is applied for, but the cost is { $cost }. The sum applied for cannot be above the cost.
error-uptake-outside = The uptake { $value } is not a share. Write a number from 0 to 1, such as 0.6.
error-estimate-unordered = The estimates must rise: low, then most likely, then high.
error-step-out-of-turn = { $ref } is at the stage “{ $stage }” and cannot { $step }; that takes “{ $needs }”. { $next }
error-gate-not-eligible = The applicant has not paid its contribution and is not eligible. Answer no to the third gate, or wait until the contribution is paid.
error-gate-reason-missing = When a gate is not met, a reason must be given.

## Scoring and ranking

error-criterion-unknown = “{ $value }” is not a criterion. The criteria are { $known }.
error-score-outside = { $value } is not a score. Give 1 to 5, or leave the criterion without a score.
error-scorecard-empty = The scorecard is empty. Score at least one criterion.
error-place-outside = There is no place { $place } in the list. Choose a place from 1 to { $last }.

## Recommendation, decision and commitment

error-deviation-reason-missing = The council recommended to { $recommended }. A decision that deviates from it must be given a reason.
error-amount-above-applied = { $amount } is more than was applied for. Give at most { $applied }.
error-plan-dates = The dates of the payment plan must rise, and the first cannot be before { $from }.
error-plan-amount = The instalment on { $date } must be above zero.
error-plan-sum = The payment plan sums to { $sum }, but the commitment is { $amount }. The sums must be the same.
error-entry-unbalanced = The voucher does not balance: its lines sum to { $sum }. It must have at least two lines, none of them zero, and the sum must be zero.

## The file with the parameters of the scheme

error-scheme-syntax = Line { $line }: the file cannot be read as TOML. { $detail }
error-scheme-missing = Line { $line }: { $key } is missing.
error-scheme-unknown = Line { $line }: { $key } is unknown. Correct the name or remove the line.
error-scheme-kind = Line { $line }: { $key } must be { $expected }.
error-scheme-range = Line { $line }: { $key } must be from { $least } to { $most }.
error-scheme-choice = Line { $line }: “{ $value }” will not do for { $key }. Choose { $known }.
error-scheme-profile = Line { $line }: the shares in { $key } sum to { $sum }. They must sum to 1.
error-scheme-tranches = Line { $line }: the years in { $key } must rise, one for each part of the grant.
error-scheme-criterion-key = Line { $line }: “{ $value }” will not do for { $key }. Use small letters from a to z and underscore.
error-scheme-criterion-twice = Line { $line }: the criterion “{ $value }” is there twice. { $key } must differ for each criterion.
error-scheme-weights = Line { $line }: the weights in { $key } sum to { $sum }. They must sum to 100.
