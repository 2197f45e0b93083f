# Sammenligningen av streken med den beste sammensetningen av hele søknader.

portfolio-threshold = poenggrense { $least }
portfolio-under-frame = best under rammen
portfolio-over-reserve = best over reserven
portfolio-kept = holdes
portfolio-broken = brytes

portfolio-title = Runde { $round } · sammenligning · ramme { $frame } · reserve { $reserve }
portfolio-tab = Sammenligning
portfolio-unit = Beløp i mill. kr. «Lavest» er den laveste saldoen i den forventede utviklingen når søknadene får tilsagn i dag.
portfolio-col-count = { SENTENCE(word-count) }
portfolio-col-score = { SENTENCE(word-score) }
portfolio-col-amount = { SENTENCE(word-nok-mill) }
portfolio-nothing = Ingen av søknadene i runden som du kan se, ber lenger om penger.

portfolio-line = { $count ->
    [0] Streken ({ $rule }) gir ingen søknader.
    [one] Streken ({ $rule }) gir én søknad og { $score } poeng for { $amount }.
   *[other] Streken ({ $rule }) gir { $count } søknader og { $score } poeng for { $amount }.
    }
portfolio-same-line = Streken ({ $rule }) gir det samme som { $other }.
portfolio-best-possible = Best mulig
portfolio-best-found = Best funnet
portfolio-best-frame = { $count ->
    [0] { $best } under rammen er ingen søknader: { $more }.
    [one] { $best } under rammen er én søknad og { $score } poeng for { $amount }: { $more }.
   *[other] { $best } under rammen er { $count } søknader og { $score } poeng for { $amount }: { $more }.
    }
portfolio-best-reserve = { $count ->
    [0] { $best } uten at noe kvartal går under reserven, er ingen søknader: { $more }.
    [one] { $best } uten at noe kvartal går under reserven, er én søknad og { $score } poeng for { $amount }: { $more }.
   *[other] { $best } uten at noe kvartal går under reserven, er { $count } søknader og { $score } poeng for { $amount }: { $more }.
    }
portfolio-same-frame = { $best } under rammen er det samme.
portfolio-same-reserve = { $best } uten at noe kvartal går under reserven, er det samme.
portfolio-more = { $points } poeng mer
portfolio-less = { $points } poeng mindre
portfolio-hair-more = mindre enn 0,01 poeng mer
portfolio-hair-less = mindre enn 0,01 poeng mindre
portfolio-cheaper = like mange poeng for { $amount } mindre
portfolio-dearer = like mange poeng for { $amount } mer
portfolio-as-many = like mange poeng for samme beløp
portfolio-in = Inn: { $proposals }
portfolio-out = Ut: { $proposals }
portfolio-unproven = Beregningen stoppet før det var bevist; ingen sammensetning er mer enn { $points } poeng bedre.
portfolio-none = Uansett hvilke søknader som velges, også ingen, går minst ett kvartal under reserven på { $reserve }.
portfolio-none-found = Beregningen stoppet før det fant noen sammensetning som holder reserven på { $reserve } i alle kvartaler. Det kan likevel finnes en.

portfolio-against = Streken mot den beste sammensetningen
portfolio-other = bytt sammenligning
portfolio-other-help = Måler streken mot den beste over reserven i stedet for den beste under rammen, og tilbake.

portfolio-tried-with = Prøves: { $with } er med i alle.
portfolio-tried-without = Prøves: { $without } er ikke med i noen sammensetning.
portfolio-tried-both = Prøves: { $with } er med i alle, { $without } i ingen.

portfolio-title-of-page = Sammenligning · { $round }
portfolio-limits = ramme { $frame } · reserve { $reserve }
