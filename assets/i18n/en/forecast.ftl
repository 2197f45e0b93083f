# The forecast: the capital quarter by quarter, with its bands.

forecast-title = Forecast as of { $date }
forecast-title-what-if = What if · forecast as of { $date }
forecast-title-saved = The forecast “{ $name }”, saved as of { $date }
forecast-what-if-note = The figures include the changes in the what-if files. Nothing of it is saved.
forecast-free-on-hand = Free on hand (K1)
forecast-free-cash-flow = Free by cash flow (K2)
forecast-limit-on-hand = What is free now limits new commitments.
forecast-limit-cash-flow = What is free by cash flow limits new commitments.
forecast-lowest = Lowest at the end of { $quarter }: { $amount }
forecast-in-millions = NOK million. In nine paths of ten the balance is above P10, in one of ten above P90.
forecast-sampling-error = With { NUMBER($paths, useGrouping: "false") } paths (seed { $seed }) P10 and P90 are uncertain by ± { $band }, the probabilities by ± { $points } percentage points.
forecast-saved-with = Made with { NUMBER($paths, useGrouping: "false") } paths and seed { $seed }.
forecast-none-saved = No forecasts are saved yet.
forecast-passed = What came of the quarters that are over, in kroner. Difference = actual − forecast.
forecast-col-quarter = Quarter
forecast-col-in = In
forecast-col-out = Out
forecast-col-opening = Opening
forecast-col-contributions = Contrib.
forecast-col-state = State
forecast-col-repayments = Back
forecast-col-other = Other
forecast-col-disbursements = Paid out
forecast-col-costs = Costs
forecast-col-closing = Closing
forecast-col-commitments = Committed
forecast-col-p10 = P10
forecast-col-p50 = P50
forecast-col-p90 = P90
forecast-col-below = Below reserve
