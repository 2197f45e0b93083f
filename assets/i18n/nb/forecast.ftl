# Prognosen: kapitalen kvartal for kvartal, med båndene.

forecast-title = Prognose per { $date }
forecast-title-what-if = Hva om · prognose per { $date }
forecast-title-saved = Prognosen «{ $name }», lagret per { $date }
forecast-what-if-note = Tallene er med endringene i hva-om-filene. Ingenting av det er lagret.
forecast-free-on-hand = Ledig nå (K1)
forecast-free-cash-flow = Ledig, kontantstrøm (K2)
forecast-limit-on-hand = Det som er ledig nå, begrenser nye tilsagn.
forecast-limit-cash-flow = Det som er ledig etter kontantstrøm, begrenser nye tilsagn.
forecast-lowest = Lavest ved utgangen av { $quarter }: { $amount }
forecast-in-millions = Millioner kroner. I ni av ti forløp er saldoen over P10, i ett av ti over P90.
forecast-sampling-error = Med { NUMBER($paths, useGrouping: "false") } forløp (startverdi { $seed }) er P10 og P90 usikre med ± { $band }, sannsynlighetene med ± { $points } prosentpoeng.
forecast-saved-with = Laget med { NUMBER($paths, useGrouping: "false") } forløp og startverdi { $seed }.
forecast-none-saved = Ingen prognoser er lagret ennå.
forecast-passed = Det som ble av kvartalene som er over, i kroner. Avvik = faktisk − prognose.
forecast-col-quarter = Kvartal
forecast-col-in = Inn
forecast-col-out = Ut
forecast-col-opening = Inngående
forecast-col-contributions = Innskudd
forecast-col-state = Stat
forecast-col-repayments = Tilbake
forecast-col-other = Annet
forecast-col-disbursements = Utbetalt
forecast-col-costs = Kostnader
forecast-col-closing = Utgående
forecast-col-commitments = Tilsagn
forecast-col-p10 = P10
forecast-col-p50 = P50
forecast-col-p90 = P90
forecast-col-below = Under reserven
