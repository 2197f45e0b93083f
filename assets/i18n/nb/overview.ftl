# Skjermbilde 1: hva som venter, kapitalen i tre tall, runden, invitasjonen og søknadene.

overview-tab = Oversikt
overview-greeting = God dag, { $name }. I dag er det { $date }.
overview-title = God dag. I dag er det { $date }.
overview-tasks = Venter på deg
overview-no-tasks = Ingenting venter på deg nå. Alt er gjort.
error-nothing-waits = Ingenting venter på deg nå.

overview-enter = { tui-key-open }: { $next }
overview-vote = { $count ->
    [one] Møte { $meetings } venter på stemmen din
   *[other] Møtene { $meetings } venter på stemmen din
}
overview-vote-next = stem
overview-in-session = { $count ->
    [one] Møte { $meetings } er i gang
   *[other] Møtene { $meetings } er i gang
}
overview-in-session-next = gå til møtet
overview-meets = { $count ->
    [one] Møte { $meetings } er i dag
   *[other] Møtene { $meetings } er i dag
}
overview-meets-next = se sakslisten
overview-meeting-today = I dag, { $when }
overview-score = { $left ->
    [one] Én
   *[other] { $left }
    } av { $of } søknader i runde { $round } mangler din vurdering
overview-score-next = vurder { $ref }
overview-reveal = { $left ->
    [one] Én vurdering mangler
   *[other] { $left } vurderinger mangler
    } i runde { $round }
overview-reveal-next = se runden
overview-reveal-ready = Alle vurderinger i runde { $round } er levert
overview-recommend = { $count ->
    [one] Én prioritert søknad
   *[other] { $count } prioriterte søknader
    } venter på rådets innstilling
overview-to-agenda = { $count ->
    [one] Én prioritert søknad
   *[other] { $count } prioriterte søknader
    } står ikke på noen saksliste
overview-to-agenda-next = { word-put-on-agenda } (+)
overview-minutes = { $count ->
    [one] Protokollen fra møte { $meetings } er ikke gjort ferdig
   *[other] Protokollene fra møtene { $meetings } er ikke gjort ferdige
    }
overview-minutes-next = gjør ferdig
overview-minutes-awaited = { $count ->
    [one] Protokollen fra møte { $meetings } venter på sekretariatet
   *[other] Protokollene fra møtene { $meetings } venter på sekretariatet
    }
overview-minutes-awaited-next = les utkastet
overview-answer = { $count ->
    [one] Skriftlig behandling { $meetings } venter på svaret ditt
   *[other] Skriftlige behandlinger venter på svaret ditt: { $meetings }
}
overview-close-written = { $count ->
    [one] Skriftlig behandling { $meetings } kan avsluttes
   *[other] Skriftlige behandlinger kan avsluttes: { $meetings }
}
overview-close-written-next = avslutt (l)
overview-decide = { $count ->
    [one] Én søknad
   *[other] { $count } søknader
    } med rådets innstilling venter på KS’ vedtak
overview-approve = { $count ->
    [one] Én utbetaling
   *[other] { $count } utbetalinger
    } venter på din godkjenning
overview-awaits = { $count ->
    [one] En utbetaling venter på KS
   *[other] { $count } utbetalinger venter på KS
}
overview-awaits-next = se hva
overview-qualify = { $count ->
    [one] Én innsendt søknad
   *[other] { $count } innsendte søknader
    } skal prøves mot inngangskravene
overview-open-round = { $count ->
    [one] Én søknad
   *[other] { $count } søknader
    } kan tas med i en ny vurderingsrunde
overview-remind = { $count ->
    [one] Én deltaker
   *[other] { $count } deltakere
    } har ikke betalt innen fristen
overview-remind-next = se hvem
overview-overdue = { $count ->
    [one] Ett krav
   *[other] { $count } krav
    } på { $amount } er forfalt
overview-overdue-next = registrer purring
overview-refund = { $count ->
    [one] Én deltaker
   *[other] { $count } deltakere
    } har { $amount } til gode
overview-refund-next = refunder

overview-round = { SENTENCE(word-round) }
overview-round-name = Runde { $round }
overview-no-round = Ingen vurderingsrunde er åpnet ennå.
overview-round-progress = { $submitted } av { $expected } vurderinger er levert
overview-round-blind = { $count ->
    [one] Én søknad
   *[other] { $count } søknader
    }. Poengene er skjult for alle til runden avsluttes.
overview-round-revealed = { $count ->
    [one] Én søknad
   *[other] { $count } søknader
    }. Runden ble avsluttet { $date }.
overview-invitation = Invitasjonen
overview-joined = { $joined } av { $invited } har takket ja
overview-proposals = { SENTENCE(word-proposals) }

overview-demo = Dette er et demofond. Personer, søknader og penger er funnet på.
overview-actor = Du er { $who }.
overview-administrator = administrator (filens eier)
