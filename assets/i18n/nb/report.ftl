# Årsrapporten: den årlige evalueringen som KS, medlemmene og rådet gjør.

report-title = { $scheme }: årsrapport { $year }
report-as-of = Tallene gjelder per { $date }.
report-as-of-unfinished = Tallene gjelder per { $date }. Året er ikke over.
report-contents = { SENTENCE(word-content) }
report-foot = Tallene er hentet fra regnskapet og vedtakene slik de var registrert per { $date }. Siste linje i loggen: { $log }.
report-in-kroner = Beløp i kroner
report-fund-capital = Fondskapital: på konto { $bank } + utestående hos løsningene { $outstanding } − skyldig refusjon { $refunds } = innskudd og tilskudd { $contributions } + andre inntekter { $income } − kostnader { $costs } − tap { $losses } = { $capital } (L4).
report-year = Inn og ut i { $year }
report-whole-year = Hele året
report-year-so-far = Året så langt
report-commitments = { SENTENCE(word-commitments) }
report-no-commitments = Ingen tilsagn er gitt, utbetalt eller frigitt.
report-decisions = { SENTENCE(word-decision) }
report-decisions-note = KS’ vedtak i året. Begrunnelsen er gitt når vedtaket avviker fra rådets innstilling.
report-no-decisions = KS fattet ingen vedtak.
report-solutions-note = Tilbakebetalt andel = betalt tilbake / kostnad. En løsning går i null ved den minste utbredelsen som gjør at hele kostnaden kommer tilbake innen prognosens siste kvartal (F6).
report-participants-note = Antall. Ikke betalt innen fristen: takket ja, men hele innskuddet var ikke betalt da fristen gikk ut.
report-indicators-note = Tilbakebetalt andel, og hva som skal til for å gå i null, står under Løsningene.
report-deviations = Avvik fra prognosen
report-no-forecast = Det var ikke lagret noen prognose å sammenligne med.
report-forecast-compared = Sammenlignet med prognosen «{ $name }», lagret per { $date }. Avvik = faktisk saldo − forventet saldo.
report-forecast-uncompared = Prognosen «{ $name }» er lagret per { $date }. Ingen av kvartalene den dekker i året, er over.
report-ahead = Veien videre
report-ahead-note = Saldo ved utgangen av kvartalet, i kroner. De første åtte kvartalene, deretter det siste i hvert år, og det aller siste.
report-col-committed = Tilsagn i året
report-col-disbursed = Utbetalt i året
report-col-released = Frigitt i året
report-col-ruling = { SENTENCE(word-decision) }
report-col-committed-amount = { SENTENCE(word-commitment) }
report-col-repaid = { SENTENCE(word-repaid) }
report-col-invited = { SENTENCE(word-invited) }
report-col-joined = { SENTENCE(word-joined) }
report-col-joined-in-year = – i året
report-col-paid = { SENTENCE(word-paid) }
report-col-late = { SENTENCE(word-payment-overdue) }
report-col-declined = { SENTENCE(word-declined) }
report-col-unanswered = { SENTENCE(word-has-not-answered) }
report-chart-flows = Millioner kroner inn og ut per kvartal i { $year }
report-chart-flows-about = Søyler oppover er penger inn, søyler nedover er penger ut. Tallene står i tabellen over.
report-chart-recovery = Betalt tilbake av kostnaden, løsning for løsning
report-chart-recovery-about = Én stolpe for hver løsning. Full stolpe betyr at hele kostnaden er betalt tilbake. Tallene står i tabellen over.
report-chart-ahead = Forventet saldo med bånd, i millioner kroner
report-chart-ahead-about = En linje for forventet saldo i et bånd fra P10 til P90. Ved utgangen av { $quarter } ventes { $expected }, med { $low } som P10 og { $high } som P90.
report-chart-expected = Forventet saldo
report-chart-band = P10 til P90
report-chart-reserve = { SENTENCE(word-reserve) }

error-report-nothing-yet = Ingen har svart, og det er ikke bokført noe ennå, så det finnes ikke noe år å rapportere.
error-report-year-outside = { NUMBER($year, useGrouping: "false") } kan ikke rapporteres. Velg et år fra { NUMBER($first, useGrouping: "false") }, da det første skjedde i fondet, til { NUMBER($last, useGrouping: "false") }.
error-report-unwritten = Rapporten kunne ikke skrives: { $detail }
