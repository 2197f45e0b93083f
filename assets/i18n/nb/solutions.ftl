# 8 Løsninger: hva prosjektene har kostet, hvem som har tatt løsningene i bruk, og hva som er kommet tilbake.

solutions-tab = { SENTENCE(word-solutions) }
solutions-title = Løsninger · { $order }
solutions-none = Fondet har ikke betalt ut noe til et prosjekt ennå.
error-solutions-none-selected = Ingen løsning er valgt.

solutions-by-overdue = mest forfalt først
solutions-by-recovered = minst tilbakebetalt først
solutions-by-outstanding = mest utestående først
solutions-order-help = Sorterer etter referanse, forfalt, tilbakebetalt eller utestående.

solutions-totals = { $projects ->
    [one] Ett prosjekt
   *[other] { $projects } prosjekter
    }, { $live } satt i drift · kostnad { $cost } · { $share } tilbakebetalt
solutions-total-outstanding = Utestående { $amount }
solutions-total-overdue = { $count ->
    [0] ingenting forfalt
    [one] { $amount } forfalt på ett krav
   *[other] { $amount } forfalt på { $count } krav
    }
solutions-total-owed = { $amount } til gode
solutions-total-lost = { $amount } avskrevet

solutions-col-status = { SENTENCE(word-status) }
solutions-col-cost = Kostnad til nå
solutions-col-outstanding = Utestående
solutions-col-recovered = { SENTENCE(word-repaid) }
solutions-col-break-even = { SENTENCE(word-break-even) }
solutions-break-even-at = { $share } utbredelse
solutions-break-even-never = ikke i prognosens tid
solutions-col-overdue = { SENTENCE(word-overdue) }

## Én løsning

solutions-next-section-help = Går til neste del: ibruktakelser, krav og avregninger.
solutions-pay-help = Registrerer en betaling på kravet som er valgt.
solutions-remind-help = Registrerer en purring på kravet som er valgt, når det er forfalt.
solutions-refund-help = Registrerer at deltakeren som er valgt, får tilbake det den har til gode.
solutions-adopt = ny ibruktakelse
solutions-adopt-help = Registrerer at en deltaker tar løsningen i bruk.
solutions-settle-help = Regner ut hver deltakers andel på nytt og krever eller krediterer forskjellen.
solutions-write-off-help = Avskriver det av det utestående som ikke kommer tilbake.
solutions-stop = stopp
solutions-stop-help = Stopper prosjektet, frigir resten av tilsagnet og avskriver det som er tapt.
solutions-proposal-help = Viser søknaden bak løsningen.

error-solutions-nothing-to-open = Det er ingenting å åpne her. { tui-key-focus } går til neste del.
error-solutions-no-charge = Velg et krav først. { tui-key-focus } går til kravene.
error-solutions-no-adopter = Velg en deltaker først. { tui-key-focus } går til ibruktakelsene.
error-solutions-nothing-owed = { $name } har ingenting til gode.
error-solutions-nothing-outstanding = Ingenting er utestående, så det er ingenting å avskrive.
error-solutions-nobody-may-adopt = Alle som har betalt innskuddet og som løsningen er for, har tatt den i bruk.
error-solutions-no-such-participant = Ingen deltaker heter noe som begynner med «{ $value }». Skriv nummeret eller begynnelsen av navnet.
error-solutions-several-participants = { $count } deltakere heter noe som begynner med «{ $value }». Skriv nummeret eller mer av navnet.

solutions-adoptions = { SENTENCE(word-adoptions) }
solutions-charges = Betalingskrav
solutions-charges-overdue = { $count }, { $overdue } forfalt
solutions-settlements = Avregninger
solutions-no-adoptions = Ingen har tatt løsningen i bruk ennå.
solutions-no-charges = Ingen har fått krav ennå.
solutions-no-settlements = Løsningen er ikke avregnet ennå.
solutions-settled-by-list = Løsningen har prisliste. { solutions-charged-at-once }
solutions-charged-at-once = Kravene kommer ved ibruktakelse, og det er ikke noe å avregne.
solutions-not-live = Løsningen er ikke satt i drift. Da er det ingen ibruktakelser, krav eller avregninger.

solutions-live-since = i drift fra { $date }
solutions-was-live = { $stage }, i drift fra { $date }
solutions-expected = under utvikling, forventes i drift { $date }
solutions-price = Pris
solutions-price-shared = deles etter innbyggertall
solutions-base = Grunnlag
solutions-recovered-of-cost = { $share } av kostnaden
solutions-base-reached = { $reached } av { $planned } planlagte innbyggere
solutions-base-today = { $planned } innbyggere om den ble satt i drift i dag
solutions-repaid = { SENTENCE(word-repaid) }
solutions-short-overdue = Forfalt { $amount }

solutions-col-adopted-on = Tatt i bruk
solutions-col-paid = { SENTENCE(word-paid) }
solutions-col-shares = Sum andeler
solutions-col-of-cost = Av kostnad
solutions-charge-about = { $invoice } til { $name }: { $amount } krevd { $date }, { $paid } betalt.
solutions-charge-about-credited = { $invoice } til { $name }: { $amount } krevd { $date }, { $credited } kreditert, { $paid } betalt.
solutions-charge-reminded = { $count ->
    [one] Purret én gang, { $date }.
   *[other] Purret { $count } ganger, sist { $date }.
    }
solutions-settlement = Avregning { $date }: andeler på { $shares } av { $cost }

## Purring og avregning

solutions-remind-title = Registrere en purring på krav { $invoice }?
solutions-remind-effect = En purring til { $name } på { $amount } registreres; kravet forfalt { $date }.
solutions-remind-count = Det blir purring nummer { $count }. Den står i loggen.
solutions-remind = purring
solutions-remind-yes = { SENTENCE(overview-overdue-next) }
solutions-remind-all = purring på alle
solutions-remind-all-help = Registrerer en purring på hvert krav som er forfalt, i alle løsninger.
solutions-remind-all-title = Registrere purring på alle forfalte krav?
solutions-remind-all-effect = { $count ->
    [one] Ett krav er forfalt og ikke purret i dag, på { $amount }.
   *[other] { $count } krav er forfalt og ikke purret i dag, på til sammen { $amount }.
} En purring registreres på hvert.
solutions-remind-all-yes = Registrer purring på alle
error-solutions-none-overdue = Ingen krav er forfalt, eller alle er allerede purret i dag.

solutions-settle-title = Avregne { $ref }?
solutions-settle-effect = { $adopters ->
    [one] Én deltaker skal dekke sin
   *[other] { $adopters } deltakere skal dekke hver sin
    } andel av kostnaden på { $cost } per { $date }, etter innbyggertallet nå.
solutions-settle-charges = Krevd før: { $before }. { $charges ->
    [0] Ingen nye krav.
    [one] Ett nytt krav på { $charged }.
   *[other] { $charges } nye krav på til sammen { $charged }.
    }
solutions-settle-credits = { $amount } trekkes fra ubetalte krav.
solutions-settle-refunds = { $amount } er betalt for mye og skal refunderes.
solutions-settle-final = En avregning kan ikke angres. Neste avregning retter den.
solutions-settle-yes = { SENTENCE(word-settle) }

## Skjemaene

solutions-after = Etterpå

solutions-adopt-title = Ny ibruktakelse av { $ref }
solutions-adopt-number-hint = Nummer som 0301, eller begynnelsen av navnet.
solutions-adopt-several = { $names }{ $more ->
    [0] {""}
   *[other] {" "}og { $more } til
    }
solutions-adopt-is = { $number } { $name }, { $inhabitants } innbyggere
solutions-live-on = I drift fra
solutions-may-adopt = Kan ta i bruk
solutions-may-adopt-count = { $count ->
    [one] Én deltaker
   *[other] { $count } deltakere
    } som har betalt innskuddet
solutions-adopt-effect = { $name } tar { $ref } i bruk fra { $when }.
solutions-adopt-price = Kravet er { $amount } etter prislisten, men aldri mer enn det som gjenstår av kostnaden.
solutions-adopt-shared = Kostnaden deles, så kravet kommer med neste avregning.
solutions-adopt-final = En ibruktakelse kan ikke angres.

solutions-live-title = Sette { $ref } i drift
solutions-paid-out = { SENTENCE(word-disbursed) }
solutions-still-to-pay-out = Gjenstår av tilsagnet
solutions-proposed = Pris i søknaden
solutions-live-effect = { $ref } er i drift fra { $when }. Den har til nå kostet { $cost }.
solutions-live-shared = De som tar den i bruk, deler kostnaden. Planlagt grunnlag er { $base } innbyggere.
solutions-live-shared-then = De som tar den i bruk, deler kostnaden. Planlagt grunnlag regnes ut av dem som hadde betalt innskuddet den dagen.
solutions-live-priced = De som tar den i bruk, betaler prisen med en gang.
solutions-live-final = Dagen, prisen og grunnlaget ligger fast etterpå.

solutions-pay-title = Betaling på krav { $invoice }
solutions-pay-hint = Det som er ubetalt, er fylt inn.
solutions-pay-all-hint = Kravet er betalt. Alt som betales nå, skal refunderes.
solutions-pay-effect = { $amount } fra { $name } på krav { $invoice } bokføres { form-on-day }.
solutions-pay-whole = Da er kravet betalt.
solutions-pay-left = { $amount } gjenstår av kravet.
solutions-pay-too-much = { $amount } er for mye og skal refunderes.

solutions-refund-title = Refusjon for { $ref }
solutions-refund-hint = Alt deltakeren har til gode, er fylt inn.
solutions-refund-effect = { $amount } refunderes til { $name } og bokføres { form-on-day }.

solutions-write-off-title = Avskrive på { $ref }
solutions-write-off-yes = { SENTENCE(word-write-off) }
solutions-write-off-amount-hint = Høyst det som er utestående.
solutions-write-off-hint = Hvorfor pengene ikke kommer tilbake. Begrunnelsen står i loggen.
solutions-unpaid-charges = Ubetalte krav
solutions-write-off-effect = { $amount } av det utestående på { $ref } avskrives. Da er { $left } utestående, og fondskapitalen er { $amount } lavere.
solutions-write-off-shares = Ingen andel endres. Kommer pengene likevel inn, blir tapet reversert.

solutions-stop-title = Stoppe { $ref }
solutions-stop-yes = Stopp prosjektet
solutions-stop-hint = Hvorfor prosjektet stoppes. Begrunnelsen står i loggen.
solutions-to-release = Frigis av tilsagnet
solutions-to-write-off = Avskrives
solutions-stop-effect = { $ref } stoppes. { $released } av tilsagnet frigis, og { $lost } avskrives.
solutions-stop-withdrawn = { $count ->
    [one] Én utbetaling på { $amount }
   *[other] { $count } utbetalinger på til sammen { $amount }
    } som venter på godkjenning, trekkes tilbake.
solutions-stop-credited = Brukerne krediteres { $amount }, det de er krevd for utover det løsningen da koster.
solutions-stop-charges = Ubetalte krav på { $amount } står ved lag.
solutions-stop-final = Et stoppet prosjekt kan ikke settes i gang igjen.
