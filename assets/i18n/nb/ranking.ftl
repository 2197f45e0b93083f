# Skjermbildet Prioritering: listen, streken, det som prøves, og hva det betyr for kapitalen.

ranking-tab = Prioritering
ranking-title = Runde { $round } · { $scored } av { $count } er vurdert · { $rule } · ramme { $frame } mill. kr
ranking-title-threshold = Runde { $round } · { $scored } av { $count } er vurdert · poenggrense { $least } · ramme { $frame } mill. kr
ranking-title-overlay = Runde { $round } · { $state } · { $rule } · ramme { $frame } mill. kr
ranking-title-overlay-threshold = Runde { $round } · { $state } · poenggrense { $least } · ramme { $frame } mill. kr
ranking-title-blind = Runde { $round } · skjult til den avsluttes
ranking-title-none = Ingen vurderingsrunde ennå
ranking-state-draft = utkast, ikke lagret
ranking-state-what-if = prøves
ranking-state-both = utkast som prøves
ranking-skip = hopp over
ranking-no-round = Det er ikke åpnet noen vurderingsrunde ennå. Prioriteringen kommer når en runde er avsluttet.
ranking-blind = Runde { $round } er skjult til den avsluttes. { $submitted } av { $expected } vurderinger er levert. Til da ser ingen poeng, rekkefølge eller strek.
ranking-empty = Det er ingen søknader i runden som du kan se.
ranking-left-out = { $count ->
    [one] Én søknad er utelatt fordi du er inhabil. Strek og summer regnes uten den.
   *[other] { $count } søknader er utelatt fordi du er inhabil. Strek og summer regnes uten dem.
    }
ranking-so-far = { $count ->
    [one] Innstilt: én søknad på { $sum }, { $refs }
   *[other] Innstilt: { $count } søknader på { $sum }, { $refs }
    }

ranking-head-place = #
ranking-head-recommended = Innstilt
ranking-head-decided = { SENTENCE(word-decided) }
ranking-head-sum = { SENTENCE(word-total) }
ranking-line = streken
ranking-line-left = igjen { $amount } mill. kr
ranking-line-short = mangler { $amount } mill. kr

ranking-save-help = Lagrer den nye rekkefølgen med en begrunnelse. Beregnet plass blir også stående.
ranking-what-if = prøv
ranking-what-if-help = Prøver hva som skjer om søknaden tas med eller holdes utenfor. Det lagres aldri.
ranking-down = flytt ned
ranking-down-help = Flytter søknaden én plass ned i et utkast. Stjernen viser hva som ikke er lagret.
ranking-up = flytt opp
ranking-up-help = Flytter søknaden én plass opp i et utkast. Beregnet plass står i parentes.
ranking-recommend-help = Rådets innstilling: tilsagn om et beløp, utsettelse eller avslag.
ranking-decide-help = KS’ vedtak: tilsagn om et beløp, eller avslag.
ranking-scores = { word-score }
ranking-scores-help = Viser hvordan poengene til søknaden fordeler seg, i stedet for kapitalen.
ranking-rule-help = Skifter regel for streken: stopp, hopp over, poenggrense.
ranking-compare = sammenlign
ranking-compare-help = Setter streken ved siden av den beste sammensetningen av søknader, og sier hva den koster.
ranking-frame-help = Setter rammen som streken trekkes etter. Uten ramme gjelder det som er ledig nå (K1).
ranking-round-help = Velger en annen vurderingsrunde.

ranking-use = Bruk
ranking-show = Vis
ranking-frame-title = Ramme for streken
ranking-frame-label = { SENTENCE(word-frame) }
ranking-frame-hint = La feltet stå tomt for å bruke det som er ledig nå (K1).
ranking-least-title = Poenggrense for streken
ranking-least-label = Minst
ranking-least-hint = Et tall fra 0 til 5, for eksempel 3,5. { tui-key-back } går tilbake til stopp ved streken.
ranking-round-title = Hvilken runde?
ranking-round-label = { SENTENCE(word-round) }
ranking-round-hint = Piltastene velger.
ranking-reason-title = { $count ->
    [one] Lagre ny rekkefølge: én søknad er flyttet
   *[other] Lagre ny rekkefølge: { $count } søknader er flyttet
    }
ranking-save-yes = Lagre rekkefølgen

## Kapitalen ved siden av

ranking-unit = { word-nok-mill }
ranking-reserve = { SENTENCE(word-reserve) }
ranking-drop-tried = nullstill
ranking-free-now = nå
ranking-free-after = etter streken
ranking-ahead = Forventet på konto
ranking-as-saved = som lagret
ranking-foot = Kapital i mill. kr: nå → med det som er over streken

## Poengene til en søknad

ranking-scores-of = Poengene til { $ref }
ranking-unscored = Ingen har vurdert søknaden.
ranking-scorecards = { SENTENCE(word-scorecards) }
ranking-count-of = { $count } på { $figure }
ranking-computed = Beregnet plass er { $computed }.
ranking-computed-short = beregnet plass { $computed }
ranking-recommended-approve = Rådet innstiller på tilsagn om { $amount }.
ranking-recommended = Rådet innstiller på { $what }.

error-move-with-conflict = Du ser ikke hele listen, for du er inhabil i runden. En annen må flytte søknadene.
error-draft-unsaved = Flyttingen er ikke lagret. Lagre den med { tui-key-save } eller angre den med { tui-key-undo } først.
error-no-other-round = Det er bare én vurderingsrunde.
error-what-if-settled = { $ref } er på trinnet «{ $stage }» og er ikke lenger til vurdering under streken.
error-nothing-to-undo = Det er ingenting å angre.

## Det som prøves, likt poeng ved streken, og det som er flyttet

ranking-tried-with = Med { $with } ({ $sum } mill.)
ranking-tried-with-lower = Med { $with } mill.
ranking-tried-without = Uten { $without }
ranking-tried-both = Med { $with } ({ $sum } mill.) og uten { $without }
ranking-tried-both-lower = Med { $with } mill. og uten { $without }
ranking-tried-lower = { $ref } redusert til { $sum }
ranking-tried-lacks = { $tried } mangler { $amount }.
ranking-tried-leaves = { $tried } er { $amount } igjen av rammen.
ranking-tried-displaced = Innenfor rammen måtte { $refs } ut.
ranking-tried-alone = Rammen er { $amount } for liten bare til det som er tatt med.
ranking-tie = { $above } og { $below } har begge { $score } poeng, på hver sin side av streken: { $by }.
ranking-tie-decimals = desimaler som ikke vises, skiller dem
ranking-tie-median = medianen skiller dem
ranking-tie-submission = den som søkte først, går foran
ranking-tie-reference = alt er likt, og referansen skiller dem
ranking-tie-move = rådet har flyttet dem
ranking-tie-amount = den første har ikke plass i rammen
ranking-moved-from = { $ref } er flyttet fra plass { $computed }: { $reason }
ranking-moved-unplaced = { $ref } har ingen vurderinger og er flyttet: { $reason }
ranking-amount-help = Prøver søknaden med et lavere beløp enn det er bedt om, for eksempel det som er igjen av rammen. Det lagres aldri.
ranking-amount-title = Prøv { $ref } med et lavere beløp
ranking-amount-hint = Høyst { $asks }. Rammen har plass til { $left }.
error-what-if-amount-above = { $ref } ber om { $asks }. Prøv med høyst det, ikke { $amount }.
error-what-if-twice = { $ref } er nevnt mer enn én gang. Nevn søknaden én gang, enten i --with eller i --without.

ranking-title-of-page = Prioritering · { $round }
ranking-rule = { $rule } · ramme { $frame } · { $left } · beløp i kr
ranking-line-of-page = streken · { $left }
ranking-left = igjen { $amount }
ranking-lacks = mangler { $amount }
