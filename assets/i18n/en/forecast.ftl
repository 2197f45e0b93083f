# The forecast of the capital: the same words wherever it is shown.

forecast-lowest = lowest { $amount } in { $quarter }
forecast-risk = at most { $share } in { $quarter }
forecast-risk-none = { $share } in every quarter
forecast-limits = limits
forecast-legend-expected = expected
forecast-legend-what-if = what if
forecast-legend-fan = P10–P90
forecast-legend-as-it-is = without what-if
forecast-legend-reserve = reserve
forecast-chart-title = Expected in the bank at the end of the quarter, NOK million
forecast-bars-title = Expected in the bank at the end of each quarter
forecast-at = in { $quarter }
forecast-between = { $low } to { $high }
forecast-was = (without what-if { $value })
forecast-free-on-hand = Free on hand (K1)
forecast-free-cash-flow = Free by cash flow (K2)
forecast-low = Lowest
forecast-low-band = – P10–P90 then
forecast-below-reserve = Below the reserve
forecast-end = At the end
forecast-end-band = – P10–P90 then
forecast-sampling = Of { $paths } draws, seed { $seed }: P10 and P90 are right within ± { $band }, a probability within ± { $points } percentage points (95% confidence).

forecast-save-title = Save the forecast
forecast-save-name = Name
forecast-save-hint = For example “Evaluation 2018”.
forecast-save-yes = Save the forecast
forecast-save-effect = The forecast as it is today is saved as “{ $name }”, for comparison later.
forecast-save-final = A saved forecast can't be changed or deleted.
forecast-saved = Saved before
forecast-none-saved = No forecast has been saved yet.
error-forecast-what-if-on = A forecast with a what-if is never saved. Press 0 to put everything back first.
error-what-if-off = No what-if is on. Everything stands as it is.
error-what-if-nobody-undecided = Everybody has answered the invitation, so there is nobody left who could join.
error-capital-no-knob = This turns a what-if. Tab goes to the forecast, where they are.

## Quarter by quarter

quarters-quarter = Quarter
quarters-opening = Opening
quarters-contributions = Contrib.
quarters-state = State
quarters-repayments = Repaid
quarters-other = Other
quarters-in = In
quarters-disbursements = Disbursed
quarters-costs = Costs
quarters-out = Out
quarters-closing = Closing
quarters-p10 = P10
quarters-p50 = P50
quarters-p90 = P90
quarters-outstanding = Bound
quarters-risk = Below res.
quarters-sum = { $quarter }: { $opening } + contributions { $contributions } + state { $state } + repaid { $repayments } + other { $other } − disbursed { $disbursements } − costs { $costs } = { $closing }
quarters-sides = P10 { $low } · P50 { $middle } · P90 { $high } · bound in commitments at the end { $outstanding }
