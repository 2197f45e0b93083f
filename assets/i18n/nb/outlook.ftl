# Prognosen for kapitalen: de samme ordene overalt der den vises.

outlook-lowest = lavest { $amount } i { $quarter }
outlook-lowest-alone = lavest { $amount }
outlook-risk = høyst { $share } i { $quarter }
outlook-risk-none = { $share } i alle kvartaler
outlook-limits = begrenser
outlook-legend-expected = forventet
outlook-legend-what-if = hva om
outlook-legend-fan = P10–P90
outlook-legend-as-it-is = uten hva om
outlook-legend-reserve = reserve
outlook-legend-begins = aksen fra { $amount }
outlook-chart-title = Forventet på konto ved utgangen av kvartalet, mill. kr
outlook-chart-title-short = På konto ved kvartalets utgang, mill. kr
outlook-chart-title-shortest = På konto, mill. kr
outlook-bars-title = Forventet på konto ved utgangen av hvert kvartal
outlook-bars-title-scale = Forventet på konto ved kvartalets utgang, skala { $low }–{ $high } mill. kr
outlook-at = i { $quarter }
outlook-between = { $low }–{ $high }
outlook-was = (uten hva om { $value })
outlook-free-on-hand = Ledig nå (K1)
outlook-free-cash-flow = Ledig, kontantstrøm (K2)
outlook-low = Lavest
outlook-low-band = – P10–P90 da
outlook-below-reserve = Under reserven
outlook-end = Til slutt
outlook-end-band = – P10–P90 da
outlook-over-band = Forventet er over P90: mer enn kostnaden betales aldri tilbake, så forløpene sprer seg nedover.
outlook-under-band = Forventet er under P10: forløpene sprer seg mest oppover fra det mest sannsynlige.
outlook-sampling = Av { $paths } forløp (startverdi { $seed }): P10 og P90 er riktige innenfor ± { $band }, en sannsynlighet innenfor ± { $points } prosentpoeng (95 % sikkert).

outlook-save-title = Lagre prognosen
outlook-save-name = Navn
outlook-save-hint = For eksempel «Årsevaluering 2018».
outlook-save-yes = Lagre prognosen
outlook-save-effect = Prognosen slik den er i dag, lagres som «{ $name }» for sammenligning senere.
outlook-save-final = En lagret prognose kan ikke endres eller slettes.
outlook-saved = Lagret før
error-forecast-what-if-on = En prognose med «hva om» lagres aldri. Trykk 0 for å sette alt tilbake først.
error-what-if-off = «Hva om» er ikke i bruk. Alt står som det er.
error-capital-save-elsewhere = Prognosen lagres fra delen Prognose eller Kvartaler.
error-what-if-nobody-undecided = Alle har svart på invitasjonen, så det er ingen flere som kan bli med.
error-capital-knobs-on = { $times ->
    [one] «Hva om» endres på delen Prognose. Tab går dit.
   *[other] «Hva om» endres på delen Prognose, { $times } Tab herfra.
    }
error-capital-knobs-back = { $times ->
    [one] «Hva om» endres på delen Prognose. Shift-Tab går dit.
   *[other] «Hva om» endres på delen Prognose, { $times } Shift-Tab herfra.
    }
error-what-if-highest = «{ $knob }» kan ikke skrus lenger opp. Dette er det høyeste.
error-what-if-lowest = «{ $knob }» kan ikke skrus lenger ned. Dette er det laveste.

## Kvartal for kvartal

quarters-quarter = Mill. kr
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

## Lagrede prognoser

past-title = Lagrede prognoser
past-title-one = «{ $name }» · lagret { $date }
past-empty = Ingen prognoser er lagret ennå. På skjermbildet Kapital lagrer s prognosen slik den er i dag.
past-col-name = Navn
past-col-saved = Lagret
past-col-passed = Kvartaler bak
past-col-last = Siste avvik, mill. kr
past-passed = { $passed } av { $all }
past-col-expected = Ventet
past-col-actual = Faktisk
past-col-difference = Avvik
past-col-within = I P10–P90
past-quarter = { $quarter }: ventet { $expected } · P10–P90 { $low }–{ $high }. Kvartalet er ikke over.
past-quarter-over = { $quarter }: ventet { $expected } · faktisk { $actual } · avvik { $difference } · P10–P90 { $low }–{ $high }
error-past-reading = Du leser allerede prognosen. Esc går tilbake til alle som er lagret.
error-past-none = Ingen prognoser er lagret ennå.
