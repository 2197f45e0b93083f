# The forecast: the capital quarter by quarter, with its bands.

forecast-title = Forecast as of { $date }
forecast-title-what-if = Scenario · forecast as of { $date }
forecast-what-if-note = The figures include the changes in the scenario files. Nothing of it is saved.
forecast-in-millions = NOK million. In nine simulations of ten the balance is above P10, in one of ten above P90.
forecast-saved-with = Made with { NUMBER($paths, useGrouping: "false") } simulations and seed { $seed }.
