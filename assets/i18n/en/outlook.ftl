# The forecast of the capital: the same words wherever it is shown.

outlook-lowest = lowest { $amount } in { $quarter }
outlook-lowest-alone = lowest { $amount }
outlook-risk = at most { $share } in { $quarter }
outlook-risk-none = { $share } in every quarter
outlook-limits = sets the limit
outlook-legend-fan = P10–P90
outlook-legend-as-it-is = without scenario
outlook-legend-begins = axis from { $amount }
outlook-chart-title = Expected in the bank at the end of the quarter, NOK million
outlook-chart-title-short = In the bank at quarter’s end, NOK million
outlook-chart-title-shortest = In the bank, NOK million
outlook-bars-title = Expected in the bank at the end of each quarter
outlook-bars-title-scale = In the bank at quarter’s end, scale NOK { $low }–{ $high } million
outlook-at = { $amount } in { $quarter }
outlook-between = { $low }–{ $high }
outlook-was = without scenario { $value }
outlook-low-band = – uncertainty (P10–P90)
outlook-end = At the end of the forecast
outlook-over-band = Expected lies above P90: since nobody pays back more than the cost, most simulations lie lower.
outlook-under-band = Expected lies below P10: most simulations lie higher than what is likeliest.
outlook-sampling = { $paths } simulations (seed { $seed }): P10 and P90 are right within ± { $band }, a probability within ± { $points } percentage points (95% confidence).

outlook-save-title = { SENTENCE(word-save-the-forecast) }
outlook-save-hint = For example “Evaluation 2018”.
outlook-save-yes = { SENTENCE(word-save-the-forecast) }
outlook-save-effect = The forecast as it is today is saved as “{ $name }”, for comparison later.
outlook-save-final = A saved forecast cannot be changed or deleted.
outlook-saved = Saved before
error-forecast-what-if-on = A forecast with a scenario is never saved. Press 0 to reset it first.
error-what-if-off = No estimate is changed. Everything stands as it is.
error-capital-save-elsewhere = The forecast is saved from the part Forecast or Quarters.
error-what-if-nobody-undecided = Everybody has answered the invitation, so there is nobody left who could join.
error-capital-settings-elsewhere = { $times ->
    [one] The scenario is changed in the part Forecast. { $key } goes there.
   *[other] The scenario is changed in the part Forecast, { $times } presses of { $key } from here.
    }
error-what-if-highest = “{ $setting }” cannot be raised further. This is the highest.
error-what-if-lowest = “{ $setting }” cannot be lowered further. This is the lowest.

## Quarter by quarter

past-note = Kroner at the end of the quarter. Difference = actual − expected.
quarters-opening = Opening
quarters-contributions = Contrib.
quarters-state = State
quarters-repayments = Repaid
quarters-other = { SENTENCE(word-other) }
quarters-closing = Closing
quarters-p10 = P10
quarters-p50 = P50
quarters-p90 = P90
quarters-outstanding = Bound
quarters-risk = Below res.
quarters-sum = { $quarter }: { $opening } + contributions { $contributions } + state { $state } + repaid { $repayments } + other { $other } − disbursed { $disbursements } − costs { $costs } = { $closing }
quarters-sides = P10 { $low } · P50 { $middle } · P90 { $high } · bound in commitments at the end { $outstanding }

## Saved forecasts

past-title = { SENTENCE(word-saved-forecasts) }
past-title-one = “{ $name }” · saved { $date }
past-empty = No forecasts are saved yet. On the screen Capital, s saves the forecast as it is today.
past-col-saved = Saved
past-col-passed = Quarters past
past-col-last = Last diff., NOK million
past-col-actual = Actual
past-col-difference = Diff.
past-col-within = In P10–P90
error-past-reading = You are reading the forecast. { tui-key-back } goes back to all that are saved.
error-past-none = { word-no-forecasts-are-saved-yet }
