# Prognosen for kapitalen: de samme ordene overalt der den vises.

forecast-lowest = lavest { $amount } i { $quarter }
forecast-risk = høyst { $share } i { $quarter }
forecast-risk-none = { $share } i alle kvartaler
forecast-limits = begrenser
forecast-legend-expected = forventet
forecast-legend-what-if = hva om
forecast-legend-fan = P10–P90
forecast-legend-as-it-is = uten hva om
forecast-legend-reserve = reserve
forecast-chart-title = Forventet på konto ved utgangen av kvartalet, mill. kr
forecast-bars-title = Forventet på konto ved utgangen av hvert kvartal
forecast-at = i { $quarter }
forecast-between = { $low }–{ $high }
forecast-was = (uten hva om { $value })
forecast-free-on-hand = Ledig nå (K1)
forecast-free-cash-flow = Ledig, kontantstrøm (K2)
forecast-low = Lavest
forecast-low-band = – P10–P90 da
forecast-below-reserve = Under reserven
forecast-end = Til slutt
forecast-end-band = – P10–P90 da
forecast-sampling = Av { $paths } trekninger, frø { $seed }: P10 og P90 er riktige innenfor ± { $band }, en sannsynlighet innenfor ± { $points } prosentpoeng (95 % sikkert).

forecast-save-title = Lagre prognosen
forecast-save-name = Navn
forecast-save-hint = For eksempel «Årsevaluering 2018».
forecast-save-yes = Lagre prognosen
forecast-save-effect = Prognosen slik den er i dag, lagres som «{ $name }» for sammenligning senere.
forecast-save-final = En lagret prognose kan ikke endres eller slettes.
forecast-saved = Lagret før
forecast-none-saved = Ingen prognoser er lagret ennå.
error-forecast-what-if-on = En prognose med «hva om» lagres aldri. Trykk 0 for å sette alt tilbake først.
error-what-if-off = «Hva om» er ikke i bruk. Alt står som det er.
error-what-if-nobody-undecided = Alle har svart på invitasjonen, så det er ingen flere som kan bli med.
error-capital-no-knob = Dette endrer et «hva om». Tab går til Prognose, der de står.

## Kvartal for kvartal

quarters-quarter = Kvartal
quarters-opening = Inngående
quarters-contributions = Innskudd
quarters-state = Staten
quarters-repayments = Tilbakebet.
quarters-other = Annet
quarters-in = Inn
quarters-disbursements = Utbetalt
quarters-costs = Kostnader
quarters-out = Ut
quarters-closing = Utgående
quarters-p10 = P10
quarters-p50 = P50
quarters-p90 = P90
quarters-outstanding = Bundet
quarters-risk = Under res.
quarters-sum = { $quarter }: { $opening } + innskudd { $contributions } + staten { $state } + tilbakebetalt { $repayments } + annet { $other } − utbetalt { $disbursements } − kostnader { $costs } = { $closing }
quarters-sides = P10 { $low } · P50 { $middle } · P90 { $high } · bundet i tilsagn ved utgangen { $outstanding }
