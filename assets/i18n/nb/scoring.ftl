# Skjermbildet Vurdering: egne vurderinger, inhabilitet, og runder som åpnes og avsluttes.

scoring-tab = Vurdering
scoring-range = Spenn
scoring-title = Runde { $round } · { $submitted } av { $expected } vurderinger er levert
scoring-title-own = Runde { $round } · du har vurdert { $scored } av { $mine } · rådet har levert { $submitted } av { $expected }
scoring-no-round = Ingen vurderingsrunde er åpen. Leder eller nestleder åpner en ny. Poengene fra tidligere runder står i Prioritering.
scoring-no-proposals = Alle søknadene i runden er trukket.
scoring-head-own = Din vurdering
scoring-unscored = ikke vurdert
scoring-registered = { $score } (sekr.)
scoring-proposal-facts = { $ref } · søkt om { $applied }

scoring-score = vurder
scoring-score-help = Åpner vurderingsskjemaet for søknaden. Har du vurdert den før, står poengene dine der.
scoring-next-help = Går til neste søknad som du ikke har vurdert.
scoring-conflict-help = Melder at du er inhabil, med en begrunnelse.
scoring-proposal = søknaden
scoring-proposal-help = Åpner hele søknaden.
scoring-open = { word-open-a-round }
scoring-open-title = Åpne ny vurderingsrunde
scoring-open-help = Velger søknader til en ny vurderingsrunde og åpner den.
scoring-reveal-help = Avslutter runden og viser poengene for alle. Etterpå kan ingen endre poengene sine.

scoring-reveal-title = Avslutte runde { $round } og vise poengene?
scoring-cards-in = { overview-round-progress }.
scoring-reveal-missing = { $missing ->
    [one] Én vurdering mangler og kommer ikke med.
   *[other] { $missing } vurderinger mangler og kommer ikke med.
    }
scoring-reveal-effect = Poeng, rekkefølge og grense blir synlige for alle. Det kan ikke angres.
scoring-reveal-yes = Avslutt og vis poengene
scoring-declare-conflict = meld inhabilitet
scoring-no-open-round = Ingen vurderingsrunde er åpen.

## Vurderingsskjemaet

scorecard-title = Din vurdering av { $ref }
scorecard-criterion = Kriterium
scorecard-weight = Vekt
scorecard-score = { SENTENCE(word-score) }
scorecard-whole = Poengsum
scorecard-own-score = Din poengsum: { $score }
scorecard-no-score = Gi poeng på minst ett kriterium.
scorecard-registered = Ført inn av sekretariatet. Når du leverer den, er den din egen.
scorecard-registered-only = Ført inn av sekretariatet.
scorecard-submit = Lever vurderingen
card-score = { word-score }
card-score-help = Gir kriteriet poeng og går til det neste.
card-not-assessed-help = Lar kriteriet stå uten vurdering og går til det neste.
card-next-help = Går til neste kriterium, og fra det siste til kommentaren.
card-previous-help = Går til kriteriet før.
card-first-help = Går til det første kriteriet.
card-comment-help = Går til kommentaren.
card-erase-help = Fjerner poengene og blir på kriteriet.
card-submit-help = Leverer vurderingen. Du blir spurt først.
card-summary-down-help = En side ned i sammendraget av søknaden.
card-summary-up-help = En side opp i sammendraget av søknaden.
scorecard-submit-title = Levere vurderingen av { $ref }?
scorecard-submit-score = Poengsummen din blir { $score }.
scorecard-submit-blank = { $count ->
    [one] Ett kriterium er ikke vurdert. De andre vektes opp.
   *[other] { $count } kriterier er ikke vurdert. De andre vektes opp.
    }
scorecard-submit-effect = Ingen andre ser poengene før runden avsluttes. Til da kan du levere på nytt; den siste vurderingen gjelder.
scorecard-submit-yes = Lever
scorecard-leave-title = Gå ut av { $ref } uten å levere?
scorecard-leave-effect = Det du har endret siden sist du leverte, går tapt.
scorecard-leave-yes = Gå ut uten å levere

## Inhabilitet

conflict-title = Melde inhabilitet i { $ref }
conflict-ground-hint = For eksempel: Jeg sitter i styret i selskapet som søker.
conflict-declare = { SENTENCE(scoring-declare-conflict) }
conflict-means = Det betyr
conflict-effect = Du kan da ikke vurdere eller behandle søknaden, og du ser ikke poengene før KS har fattet vedtak.
conflict-effect-card = Vurderingen som du har levert, teller ikke lenger.
conflict-effect-card-registered = Vurderingen som sekretariatet har registrert for deg, teller ikke lenger.
conflict-effect-final = Begrunnelsen blir stående. Meldingen kan ikke trekkes tilbake her.

## En ny runde

round-title = Ny vurderingsrunde · { $chosen } av { $count } søknader er valgt
round-choose-help = Tar søknaden med i runden, eller ut av den.
round-all = velg alle
round-all-help = Tar med alle søknadene, eller ingen.
round-name-help = Gir runden et navn og åpner den.
round-name-title = Hva skal runden hete?
round-no-candidates = Ingen søknader er klare. En søknad må være kvalifisert, eller utsatt fra en tidligere runde.
round-open-title = Åpne runde { $round }?
round-open-proposals = { $count ->
    [one] Én søknad er valgt.
   *[other] { $count } søknader er valgt.
    }
round-open-effect = Rådets medlemmer kan vurdere dem fra nå av, uten å se hverandres poeng. Søkerne kan ikke lenger endre dem.
round-open-yes = Åpne runden

error-no-open-round = { scoring-no-open-round }
error-round-without-proposals = Det er ingen søknader i runden.
error-nothing-left-to-score = Du har vurdert alle søknadene du skal vurdere i denne runden.
error-proposal-not-in-open-round = { $ref } er ikke med i den åpne runden. Den er trukket, eller runden er avsluttet.
rounds-not-handed-in = Har ikke levert
rounds-all-handed-in = Alle har levert.
rounds-registered = { $what } (ført inn av sekretariatet)

rounds-blind = skjult

rounds-revealed = { word-closed }
