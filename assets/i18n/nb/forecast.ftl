# Prognosen: kapitalen kvartal for kvartal, med båndene.

forecast-title = Prognose per { $date }
forecast-title-what-if = Scenario · prognose per { $date }
forecast-what-if-note = Tallene er med endringene i scenariofilene. Ingenting av det er lagret.
forecast-in-millions = Millioner kroner. I ni av ti simuleringer er saldoen over P10, i én av ti over P90.
forecast-saved-with = Laget med { NUMBER($paths, useGrouping: "false") } simuleringer og startverdi { $seed }.
