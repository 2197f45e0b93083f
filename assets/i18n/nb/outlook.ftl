# Prognosen for kapitalen: de samme ordene overalt der den vises.

outlook-lowest = lavest { $amount } i { $quarter }
outlook-lowest-alone = lavest { $amount }
outlook-risk = høyst { $share } i { $quarter }
outlook-risk-none = { $share } i alle kvartaler
outlook-limits = gjelder nye tilsagn
outlook-legend-fan = P10–P90
outlook-legend-as-it-is = uten scenario
outlook-legend-begins = aksen fra { $amount }
outlook-chart-title = Forventet på konto ved utgangen av kvartalet, mill. kr
outlook-chart-title-short = På konto ved kvartalets utgang, mill. kr
outlook-chart-title-shortest = På konto, mill. kr
outlook-bars-title = Forventet på konto ved utgangen av hvert kvartal
outlook-bars-title-scale = Forventet på konto ved kvartalets utgang, skala { $low }–{ $high } mill. kr
outlook-at = { $amount } i { $quarter }
outlook-between = { $low }–{ $high }
outlook-was = uten scenario { $value }
outlook-low-band = – usikkerhet (P10–P90)
outlook-end = Ved slutten av prognosen
outlook-over-band = Forventet er over P90: Siden ingen betaler tilbake mer enn kostnaden, ligger de fleste simuleringene lavere.
outlook-under-band = Forventet er under P10: De fleste simuleringene ligger høyere enn det mest sannsynlige.
outlook-sampling = { $paths } simuleringer (startverdi { $seed }): P10 og P90 er riktige innenfor ± { $band }, en sannsynlighet innenfor ± { $points } prosentpoeng (95 % konfidens).

outlook-save-title = { SENTENCE(word-save-the-forecast) }
outlook-save-hint = For eksempel «Årsevaluering 2018».
outlook-save-yes = { SENTENCE(word-save-the-forecast) }
outlook-save-effect = Prognosen slik den er i dag, lagres som «{ $name }» for sammenligning senere.
outlook-save-final = En lagret prognose kan ikke endres eller slettes.
outlook-saved = Lagret før
error-forecast-what-if-on = En prognose med scenario lagres aldri. Trykk 0 for å nullstille først.
error-what-if-off = Ingen anslag er endret. Alt står som det er.
error-capital-save-elsewhere = Prognosen lagres fra delen Prognose eller Kvartaler.
error-what-if-nobody-undecided = Alle har svart på invitasjonen, så det er ingen flere som kan bli med.
error-capital-settings-elsewhere = { $times ->
    [one] Scenarioet endres på delen Prognose. { $key } går dit.
   *[other] Scenarioet endres på delen Prognose, { $times } trykk på { $key } herfra.
    }
error-what-if-highest = «{ $setting }» kan ikke økes mer. Dette er det høyeste.
error-what-if-lowest = «{ $setting }» kan ikke senkes mer. Dette er det laveste.

## Kvartal for kvartal

past-note = Kroner ved utgangen av kvartalet. Avvik = faktisk − forventet.
quarters-opening = Inng. saldo
quarters-contributions = { SENTENCE(word-contribution) }
quarters-state = Staten
quarters-repayments = Tilbakebet.
quarters-other = { SENTENCE(word-other) }
quarters-closing = Utg. saldo
quarters-p10 = P10
quarters-p50 = P50
quarters-p90 = P90
quarters-outstanding = Bundet
quarters-risk = Under res.
quarters-sum = { $quarter }: { $opening } + innskudd { $contributions } + staten { $state } + tilbakebetalt { $repayments } + annet { $other } − utbetalt { $disbursements } − kostnader { $costs } = { $closing }
quarters-sides = P10 { $low } · P50 { $middle } · P90 { $high } · bundet i tilsagn ved utgangen { $outstanding }

## Lagrede prognoser

past-title = { SENTENCE(word-saved-forecasts) }
past-title-one = «{ $name }» · lagret { $date }
past-empty = Ingen prognoser er lagret ennå. På skjermbildet Kapital lagrer s prognosen slik den er i dag.
past-col-saved = Lagret
past-col-passed = Kvartaler passert
past-col-last = Siste avvik, mill. kr
past-col-actual = Faktisk
past-col-difference = { SENTENCE(word-deviation) }
past-col-within = I P10–P90
error-past-reading = Du leser allerede prognosen. { tui-key-back } går tilbake til alle som er lagret.
error-past-none = { word-no-forecasts-are-saved-yet }
