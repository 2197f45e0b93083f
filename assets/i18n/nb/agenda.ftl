# 5 Møte: saksliste, saken til behandling, avstemning og det som trengs for å lede et møte med taster.

agenda-title = { minutes-meeting-named } · { $date } · { $state }
agenda-title-written = { minutes-written-named } · { $date } · { $state }
agenda-title-none = Ingen møter
agenda-nobody = Rådet har ingen medlemmer ennå.
agenda-no-quorum = { minutes-can-vote }. Det mangler { $missing }
agenda-no-chair = Ingen kan lede. En møteleder må velges.
agenda-will-chair = { $leader }, ved forfall { $deputy }
agenda-no-leader = Rådet har verken leder eller nestleder.
agenda-now = til behandling
agenda-informed = tatt til orientering
agenda-you-are-out = du er { conflict-upheld }
agenda-you-may-be-out = du er mulig inhabil
agenda-voted-on = det stemmes nå
agenda-marked-internal = { $title } (intern)
agenda-minutes-unfinished = Protokollen er ikke gjort ferdig.
agenda-next-own = Neste sak er en søknad fra din egen kommune eller fylkeskommune.
agenda-next-conflict = Du er meldt inhabil i neste sak.
agenda-on-the-table = { done-item-opened }. { $next }
agenda-on-the-table-minutes = { done-item-opened-minutes }. { $next }
agenda-is-open = Møte { $meeting } er i gang. { $next }
agenda-taken-along = { $what } Du følger møtet til du går til et annet skjermbilde.
agenda-goes-on = { $what } Tasten { tui-key-follow } går dit.
agenda-if-approved = Ved tilsagn om
agenda-lowest = Laveste kvartal

## Forslag

agenda-numbered-approve = { SENTENCE(word-motion-number) }: { minutes-motion-approve }
agenda-numbered-approve-if = { SENTENCE(word-motion-number) }: { minutes-motion-approve } { decide-conditions }
agenda-numbered-postpone = { SENTENCE(word-motion-number) }: { minutes-motion-postpone }
agenda-numbered-decline = { SENTENCE(word-motion-number) }: { minutes-motion-decline }
agenda-numbered-withdraw = { SENTENCE(word-motion-number) }: { minutes-motion-take-back }
agenda-numbered-minutes = { SENTENCE(word-motion-number) }: { minutes-motion-approve-minutes }
agenda-numbered-text = { SENTENCE(word-motion-number) }: { $text }
agenda-short-approve = { SENTENCE(word-motion-number) }: tilsagn om { $amount }
agenda-short-approve-if = { agenda-short-approve }, på vilkår: { $conditions }
agenda-short-postpone = { SENTENCE(word-motion-number) }: { recommendation-postpone }
agenda-short-decline = { SENTENCE(word-motion-number) }: { word-rejection }
agenda-trial = Forslag { $motion }: { agenda-counts }
agenda-trial-vote = { SENTENCE(agenda-key-trial) }

## Avstemning

agenda-between = Forslag { $first } mot forslag { $second }
agenda-on-conflict = Er { $name } inhabil i sak { $item }?
agenda-en-bloc = Samlet avstemning over sakene { $items }
agenda-counts = { $for } for, { $against } mot
agenda-counts-carried = Forslaget er vedtatt med { $for } mot { $against } stemmer.
agenda-counts-lost = Forslaget har falt med { $for } mot { $against } stemmer.
agenda-counts-between = { $for } for forslag { $first }, { $against } for forslag { $second }
agenda-counts-conflict = { $for } for inhabil, { $against } for habil
agenda-carried-one = forslag { $motion } er vedtatt
agenda-in-item = { $what } (sak { $item })
agenda-of-item = I sak { $item }:
agenda-did-not-vote = { minutes-awaited }: { $names }
agenda-tie = Det står likt. { $name } leder saken, avgjør og må stemme.
agenda-you-have-not-voted = Du har ikke stemt.
agenda-you-voted = Du har stemt { $choice }. Du kan ombestemme deg til avstemningen avsluttes.
agenda-you-voted-between = Du har stemt for { $choice }. Du kan ombestemme deg til avstemningen avsluttes.
agenda-registered-for-you = { $choice }, registrert av { $name }. Du kan endre den til avstemningen avsluttes.
agenda-own-vote = Din stemme
agenda-own-answer = Ditt svar
agenda-you-agree = Enig. Svaret kan endres til fristen.
agenda-you-disagree = Ikke enig i forslaget. Svaret kan endres til fristen.
agenda-you-want-a-meeting = Ikke enig i skriftlig behandling. Svaret kan endres til fristen.
agenda-reads = { $keys } blar
agenda-no-scores = Saken har ingen vurderinger som kan vises.
agenda-have-answered = { $answers } av { $of } har svart
agenda-you-have-not-answered = Du har ikke svart.
agenda-you-have-answered = Du har svart. Svaret kan endres til svarene er talt.
agenda-cast = Avgitte stemmer
agenda-carried-approve = innstilt: tilsagn om { $amount }
agenda-carried-above-free = innstilt over ledig beløp: { $amount }
agenda-carried-postpone = innstilt: { recommendation-postpone }
agenda-carried-decline = innstilt: { word-rejection }
agenda-carried-withdraw = innstillingen er trukket

## Valg

agenda-candidates = Kandidater
agenda-blank = blank
agenda-you-elect = Du har stemt på { $name }. Du kan ombestemme deg til valget avsluttes.
agenda-you-elect-nobody = Du har stemt blankt. Du kan ombestemme deg til valget avsluttes.
agenda-conductor = Valget ledes av
agenda-conducted-by = { $name }. Stemmene kan telles bare der valget ble åpnet.
agenda-ballot-is-cast = { error-ballot-is-final }
agenda-col-receipt = Kvittering
agenda-col-choice = { SENTENCE(action-vote) }
agenda-ballots = Stemmesedler
agenda-ballots-of = { agenda-ballots }, { $office }
agenda-election-is-void = Et valg er avbrutt før det var talt opp, og holdes på nytt.
void-called_off = Avbrutt før stemmene ble talt. Valget holdes på nytt.
void-lost = Valget kan ikke lenger avsluttes der det ble åpnet, og ingen kan lese stemmesedlene. Valget holdes på nytt.
void-secrecy_asked = Noen har bedt om hemmelig valg. Valget holdes på nytt, hemmelig.

## Hva en kan gjøre nå

agenda-hint-plan = Tasten { $key } planlegger et møte.
agenda-hint-add = Tasten { $key } setter en sak på sakslisten, og { $all } de prioriterte søknadene.
agenda-hint-add-one = Tasten { $key } setter saken på sakslisten.
agenda-hint-call = Tasten { $key } sender ut innkallingen.
agenda-hint-open = Tasten { $key } åpner møtet.
agenda-hint-send = Tasten { $key } sender ut forslaget til alle, med frist.
agenda-hint-chair-sends = Møteleder sender ut forslaget, med frist.
agenda-hint-resume = Tasten { $key } fortsetter møtet.
agenda-hint-come = Tasten { $key } melder deg til stede.
agenda-hint-everybody = Tasten { $key } registrerer at alle er til stede.
agenda-hint-elect-chair = Tasten { $key } åpner valg av møteleder.
agenda-hint-conflict = Tasten { $key } åpner avstemning om inhabiliteten.
agenda-hint-conflict-in = Tasten { $key } åpner avstemning om inhabiliteten i sak { $item }.
agenda-hint-motion = Tasten { $key } setter fram et forslag.
agenda-hint-open-vote = Tasten { $key } åpner avstemningen.
agenda-hint-open-vote-of-several = { $key } åpner avstemning over ett forslag, { $between } setter to mot hverandre.
agenda-hint-vote = Stem nå: { $for } for, { $against } mot.
agenda-hint-vote-conflict = Stem nå: { $for } inhabil, { $against } habil.
agenda-hint-vote-between = Stem nå: { $for } for forslag { $first }, { $against } for forslag { $second }.
agenda-hint-change = Du kan endre stemmen: { $for } for, { $against } mot.
agenda-hint-change-conflict = Du kan endre stemmen: { $for } inhabil, { $against } habil.
agenda-hint-change-between = Du kan endre stemmen: { $for } for forslag { $first }, { $against } for forslag { $second }.
agenda-hint-room = { $all } registrerer resten som for, { $some } noen som mot; { $close } avslutter.
agenda-hint-room-between = { $all } registrerer resten for forslag { $first }, { $some } noen for forslag { $second }; { $close } avslutter.
agenda-hint-room-conflict = { $all } registrerer resten for «inhabil», { $some } noen for «habil»; { $close } avslutter.
agenda-hint-close-vote = Alle har stemt. Tasten { $key } avslutter avstemningen.
agenda-hint-close-trial = Tasten { $key } teller svarene i prøveavstemningen.
agenda-hint-trial = Svar i prøveavstemningen: { $for } for, { $against } mot. Ingen får vite hva du svarer.
agenda-hint-answer = Svar innen fristen: { $for } enig, { $against } ikke enig.
agenda-hint-change-answer = Du kan endre svaret: { $for } enig, { $against } ikke enig.
agenda-hint-close-written = Tasten { $key } avslutter den skriftlige behandlingen.
agenda-hint-elect = Tasten { $key } avgir stemmen din i valget.
agenda-hint-elect-again = Du kan endre stemmen med tasten { $key }.
agenda-hint-close-election = Når de som vil, har stemt, avslutter tasten { $key } valget.
agenda-hint-open-election = Tasten { $key } åpner valget.
agenda-hint-finalise = Tasten { $key } gjør den ferdig når ingenting mangler, { $read } viser utkastet.
agenda-hint-draft = Tasten { $key } viser utkastet.
agenda-hint-next = Tasten { $key } går til neste sak.
agenda-hint-take-this = Tasten { $key } tar opp denne saken.
agenda-hint-take = Tasten { $key } tar opp denne saken, { tui-key-follow } går til den som behandles, { $item }.
agenda-hint-elsewhere = Sak { $item } er til behandling. Tasten { tui-key-follow } går dit.
agenda-hint-in-item = I sak { $item }: { $hint }
agenda-hint-close = Ingen saker venter på behandling. Tasten { $key } avslutter møtet.
agenda-hint-hindered = Møtet kan ikke avsluttes ennå. Tasten { $key } viser hvilken sak som hindrer det.
agenda-hint-minutes = { $key } viser protokollen som skal godkjennes.
agenda-hint-chair-decides = { $name } åpner avstemningen om inhabiliteten.

## Hvem som er til stede, og stemmer som registreres for de andre

agenda-people-presence = Til stede: { $present }
agenda-people-against = Hvem stemmer hva?
agenda-people-toggle = kom eller gikk
agenda-people-toggle-help = Registrerer at den valgte er kommet, eller har gått.
agenda-people-turn = endre stemmen
agenda-people-turn-help = Bytter mellom for, mot og stemmer ikke; av to forslag mellom det første, det andre og stemmer ikke.
agenda-people-done = ferdig
agenda-people-done-help = Går tilbake til møtet.
agenda-people-object = er imot
agenda-people-object-help = Registrerer at den valgte er imot å ta opp saken, eller ikke.
agenda-objections-help = Setter saken på sakslisten, om ikke møteleder eller minst en tredel er imot.
agenda-objections-title = Er noen imot å ta opp «{ $title }»?
agenda-silent = stemmer ikke
agenda-seat = plass { $seat }
agenda-substitute = vara for plass { $seat }
agenda-room-title = Registrere stemmene for de andre?
agenda-room-for = { $count } for
agenda-room-against = { $count } mot: { $names }
agenda-room-for-motion = { $count } for forslag { $motion }
agenda-room-for-other = { agenda-room-for-motion }: { $names }
agenda-room-for-conflict = { $count } for at { $member } er inhabil
agenda-room-against-conflict = { $count } for at { $member } ikke er inhabil: { $names }
agenda-room-silent = Stemmer ikke: { $names }
agenda-room-can-be-changed = Stemmene kan endres til avstemningen avsluttes.
agenda-unanimous-for = { $count ->
    [one] Denne stemmen registreres for
   *[other] Disse { $count } stemmene registreres for
}: { $names }.
agenda-unanimous-first = Disse registreres for forslag { $motion }: { $names }.
agenda-unanimous-conflict = Disse registreres for at { $member } er inhabil: { $names }.
agenda-register-help = Registrerer stemmene for de andre. Du blir spurt først.
agenda-register = Registrer stemmene

## Spørsmål

agenda-close-vote-title = Avslutte avstemningen?
agenda-close-vote-empty = Ingen stemmer gjelder. Tasten { $key } avbryter avstemningen, så den kan åpnes på nytt.
agenda-close-vote-yes = Gjør resultatet endelig
agenda-close-trial-title = Telle svarene nå?
agenda-close-trial-effect = Bare tallene blir stående, og svarene kan ikke endres.
agenda-close-trial-yes = { SENTENCE(agenda-key-close-trial) }
agenda-not-counted = Svarene er ikke talt.
agenda-close-election-title = Avslutte valget?
agenda-close-election-effect = Stemmene telles, og resultatet kan ikke endres.
agenda-call-off-title = Avbryte valget?
agenda-call-off-effect = Ingen får vite hva som er stemt, og valget må holdes på nytt.
agenda-call-off-yes = { SENTENCE(agenda-key-call-off-election) }
agenda-call-off-no = la valget fortsette
not-called-off = Valget er fortsatt i gang.
agenda-call-off-vote-title = Avbryte avstemningen?
agenda-call-off-vote-effect = Avstemningen ender uten resultat, og protokollen sier at den ble avbrutt. Det kan stemmes på nytt.
agenda-call-off-vote-yes = { SENTENCE(agenda-key-call-off-vote) }
agenda-call-off-vote-no = la avstemningen fortsette
not-called-off-vote = Avstemningen er fortsatt i gang.
agenda-ask-secret-effect = Fra nå av er valgene i saken hemmelige. Det kan ikke angres.
agenda-ask-secret-effect-anew = Valget som er i gang, avbrytes og holdes på nytt, hemmelig. Det kan ikke angres.
agenda-ask-secret-yes = { SENTENCE(action-ask-for-secrecy) }
not-asked-secret = Det er ikke bedt om hemmelig valg.
agenda-ballot-title = Stemme i det hemmelige valget
agenda-ballot-for = Du stemmer på { $name }.
agenda-ballot-blank = Du stemmer blankt.
agenda-ballot-effect = Stemmen er endelig. Ingen får vite hva du har stemt, og ingen kan stemme for deg.
agenda-receipt-title = Du har stemt
agenda-receipt = { agenda-col-receipt }: { $receipt }
agenda-receipt-effect = Stemmen er avgitt og endelig. Skriv ned kvitteringen; den vises bare nå. Når valget er avsluttet, står den ved stemmeseddelen din i listen over stemmesedlene, i saken og i protokollen.
agenda-receipt-yes = Notert
agenda-en-bloc-title = Stemme samlet?
agenda-en-bloc-effect = Én avstemning gjelder forslaget i hver av disse sakene:
agenda-item-line-minutes = { $item } – { minutes-approval-of }
agenda-en-bloc-yes = { agenda-vote-yes }
agenda-leave-title = Gå fra sak { $item } uten at den er avgjort?
agenda-leave-nothing = Saken har verken forslag eller resultat.
agenda-leave-motions = { $count ->
    [one] Ett forslag er det ikke stemt over.
   *[other] { $count } forslag er det ikke stemt over.
}
agenda-leave-void = { $count ->
    [one] Avstemningen over ett forslag var ikke gyldig, fordi for få stemte.
   *[other] Avstemningene over { $count } forslag var ikke gyldige, fordi for få stemte.
}
agenda-in-question = Rådet har ikke avgjort om noen er inhabil: { $names }. Den det gjelder, stemmer ikke så lenge.
agenda-leave-effect = Dere kan gå tilbake til saken i dette møtet.
agenda-leave-next-list = Ellers kommer den på neste saksliste.
agenda-leave-decide-first = Møtet kan ikke avsluttes før det er stemt over saken, forslaget er trukket eller noen har gitt en protokolltilførsel.
agenda-leave-judge-first = Møtet kan ikke avsluttes før inhabiliteten er avgjort.
agenda-leave-yes = { SENTENCE(word-go-on) }
agenda-leave-no = Saken er fortsatt til behandling.
agenda-vote-early-title = Stemme før inhabiliteten er avgjort?
agenda-vote-early-effect = Spørsmålet bør avgjøres før dere stemmer over forslaget.
agenda-close-title = Avslutte møte { $meeting }?
agenda-close-left = { $left ->
    [0] Alle sakene er avgjort.
    [one] Én sak er ikke avgjort. Den settes på neste møtes saksliste, senest når det møtet kalles inn.
   *[other] { $left } saker er ikke avgjort. De settes på neste møtes saksliste, senest når det møtet kalles inn.
}
agenda-close-informed = Sak { $item } tas til orientering.
agenda-close-effect = Et avsluttet møte kan ikke åpnes igjen.
agenda-close-yes = { cli-meeting-close }
agenda-close-written-title = Avslutte den skriftlige behandlingen?
agenda-written-goes-on = Den skriftlige behandlingen er fortsatt i gang.
agenda-go-title = Gå ut nå?
agenda-go-effect = Du har stemt i avstemningen som er i gang. Stemmen faller bort når du går, også om du kommer tilbake.
agenda-go-unvoted = En avstemning er i gang. Går du nå, kan du ikke stemme i den, heller ikke om du kommer tilbake.
agenda-go-told = Protokollen sier når du gikk.
agenda-go-next-chair = { $name } leder så lenge.
agenda-go-no-chair = Da er det ingen som kan lede.
agenda-gone-title = Har { $name } gått?
agenda-gone-place = En avstemning er i gang. Den som går, har ingen stemme i den, heller ikke etter å ha kommet tilbake.
agenda-gone-told = Protokollen sier når det var.
agenda-go-yes = { SENTENCE(agenda-key-go) }
agenda-not-gone = Du er fortsatt til stede.
agenda-finalise-title = Gjøre protokollen fra møte { $meeting } ferdig?
agenda-finalise-effect = En ferdig protokoll kan ikke endres. Feil rettes med en merknad ved siden av.
agenda-finalise-yes = { SENTENCE(agenda-key-finalise) }
agenda-not-final = { agenda-minutes-unfinished }
not-opened-vote = Avstemningen er ikke åpnet.

## Skjemaer

agenda-field-date = { SENTENCE(word-date) }
agenda-field-time = Klokkeslett
agenda-field-form = { minutes-form }
agenda-field-short = { notice-short-because }
agenda-field-short-hint = Trengs bare når innkallingen går ut mindre enn { $days } dager før.
agenda-field-kind = Hva slags sak
agenda-field-kind-hint = Søknader settes på sakslisten fra Prioritering.
agenda-field-title = { SENTENCE(word-title) }
agenda-field-internal = Offentlighet
agenda-public = åpen
agenda-internal = intern: bare nummeret er offentlig
agenda-field-reason = { SENTENCE(word-reason) }
agenda-field-until = Begrunnelse, og til når
agenda-field-procedure = { SENTENCE(form-written) }
agenda-field-procedure-hint = Ett nei, til forslaget eller til framgangsmåten, og saken settes på neste møtes saksliste.
agenda-field-deadline-hint = Uten klokkeslett gjelder fristen ut dagen.
agenda-field-what = { SENTENCE(agenda-key-motion) }
agenda-field-mover = Satt fram av
agenda-field-motion = Hvilket forslag
agenda-field-first = { SENTENCE(agenda-key-first) }
agenda-field-second = { SENTENCE(agenda-key-second) }
agenda-field-for = { SENTENCE(choice-for) }
agenda-field-against = { SENTENCE(choice-against) }
agenda-field-ground-kind = Hjemmel
agenda-ground-judged = skjønn, { $paragraph }
agenda-ground-automatic = fast grunn, { $paragraph }
agenda-field-ground-kind-hint = Fast grunn: part, nær slektning av en part eller leder hos en part. Ellers avgjøres det etter skjønn.
agenda-field-ground-hint = Grunnen tas inn i protokollen.
agenda-field-statement = { SENTENCE(agenda-key-statement) }
agenda-field-statement-hint = Tas ordrett inn i protokollen.
agenda-field-who = Fra hvem
agenda-field-candidate = Kandidat
agenda-field-other-candidate = Motkandidat
agenda-field-third-candidate = Tredje kandidat
agenda-field-elect = Stem på
agenda-field-voter = Stemmen til
agenda-no-other = { word-none }
agenda-myself = meg selv
agenda-plan-title = { SENTENCE(agenda-key-plan) }
agenda-plan-yes = Planlegg møtet
agenda-call-title = { agenda-key-call-help }
agenda-call-yes = Send innkallingen
agenda-send-title = Sende ut forslaget i skriftlig behandling
agenda-send-yes = { SENTENCE(agenda-key-send) }
agenda-answer-title = Svar i den skriftlige behandlingen
agenda-answer-yes = Lever svaret
agenda-add-title = Ny sak på sakslisten
agenda-add-yes = Sett saken på sakslisten
agenda-withdraw-title = Trekke sak { $item }
agenda-withdraw-yes = Trekk saken
agenda-adjourn-title = Utsette møtet
agenda-adjourn-yes = { cli-meeting-adjourn }
agenda-cancel-title = { agenda-key-cancel-help }
agenda-cancel-yes = Avlys møtet
agenda-motion-title = Forslag i sak { $item }
agenda-motion-yes = Sett fram forslaget
agenda-vote-title = Avstemning over ett forslag
agenda-vote-yes = Åpne avstemningen
agenda-between-title = To forslag mot hverandre
agenda-withdraw-motion-title = Trekke et forslag
agenda-withdraw-motion-yes = Trekk forslaget
agenda-trial-title = Prøveavstemning, som ikke binder noen
agenda-field-trial-hint = Tomt: Hver svarer for seg. Tall: håndsopprekning.
agenda-trial-yes = Hold prøveavstemningen
agenda-conflict-title = Inhabilitet i sak { $item }
agenda-conflict-yes = Reis spørsmålet
agenda-statement-title = Protokolltilførsel i sak { $item }
agenda-statement-yes = Ta inn protokolltilførselen
agenda-elect-chair-yes = { SENTENCE(agenda-key-open-election) }
agenda-elect-title = { SENTENCE(agenda-key-elect) }
agenda-open-election-of = { agenda-elect-chair-yes }: { $office }
agenda-elect-yes = { SENTENCE(overview-vote-next) }
agenda-field-secret = Valget er
agenda-election-openly = åpent
agenda-election-secretly = hemmelig
agenda-field-secret-hint = I et hemmelig valg får ingen vite hvem som stemte hva. Det kan avsluttes bare der det ble åpnet.
agenda-field-secret-asked = Noen har bedt om det. Valget kan avsluttes bare der det ble åpnet.

## Taster

agenda-key-for = { choice-for }
agenda-key-for-help = Stemmer for det som det stemmes over; av to forslag for det første. I skriftlig behandling: enig i forslag og framgangsmåte.
agenda-key-first = det første
agenda-key-against = { choice-against }
agenda-key-against-help = Stemmer mot; av to forslag for det andre. I skriftlig behandling: ikke enig i forslaget eller framgangsmåten.
agenda-key-second = det andre
agenda-key-no-conflict = habil
agenda-key-agree = enig
agenda-key-disagree = ikke enig
agenda-key-unanimous = resten for
agenda-key-unanimous-help = Registrerer at alle som ikke har stemt, stemmer for; av to forslag for det første. Du blir spurt først.
agenda-key-rest-first = resten for det første
agenda-key-name-second = noen for det andre
agenda-key-rest-conflict = resten inhabil
agenda-key-name-no-conflict = noen habil
agenda-key-name-against = noen mot
agenda-key-name-against-help = Registrerer stemmene for de andre: Du nevner hvem som er mot eller ikke stemmer.
agenda-key-close-vote = avslutt avstemning
agenda-key-close-election = avslutt valget
agenda-key-close-trial = tell svarene
agenda-key-close-written = avslutt behandlingen
agenda-key-close-vote-help = Avslutter avstemningen, valget, prøveavstemningen eller den skriftlige behandlingen. Du blir spurt først.
agenda-key-elect = stem i valget
agenda-key-elect-help = Avgir en stemme i valget som er i gang.
agenda-key-open = åpne møtet
agenda-key-open-help = Åpner møtet. Leder og nestleder registreres som til stede når de åpner. I skriftlig behandling: sender ut forslaget.
agenda-key-send = send ut forslaget
agenda-key-resume = { word-go-on }
agenda-key-resume-help = Fortsetter et utsatt møte.
agenda-key-everybody = alle er til stede
agenda-key-everybody-help = Registrerer at alle som har en plass, er til stede.
agenda-key-decide-conflict = avgjør inhabilitet
agenda-key-decide-conflict-help = Åpner avstemning om et medlem er inhabilt i saken.
agenda-key-vote = avstemning
agenda-key-vote-help = Åpner avstemning over forslaget. Er det flere, velger du ett.
agenda-key-between = to mot hverandre
agenda-key-between-help = Åpner avstemning mellom to forslag.
agenda-key-motion = { word-motion }
agenda-key-motion-help = Setter fram et forslag i saken som er til behandling.
agenda-key-next = neste sak
agenda-key-next-help = Går til neste sak på sakslisten. Alle som følger møtet, går med. En sak som er tatt opp, må avgjøres før møtet avsluttes.
agenda-key-call = kall inn
agenda-key-call-help = Sender ut innkallingen. Sakene får nummer, og sakslisten og sakspapirene låses.
agenda-key-take = ta opp saken
agenda-key-take-help = Går til den valgte saken. Alle som følger møtet, går med.
agenda-key-en-bloc = stem samlet
agenda-key-en-bloc-help = Åpner én avstemning over alle saker som har ett forslag.
agenda-key-add = ny sak
agenda-key-add-help = Setter en orientering, et valg eller en annen sak på sakslisten.
agenda-key-add-ranked = alle prioriterte
agenda-key-add-ranked-help = Setter de prioriterte søknadene som ikke står på noen saksliste, på denne, i rekkefølgen fra Prioritering.
agenda-key-plan = nytt møte
agenda-key-plan-help = Planlegger et møte. Uferdige saker og protokoller settes på sakslisten.
agenda-key-come = meld deg til stede
agenda-key-come-help = Melder deg til stede.
agenda-key-presence = { word-present }
agenda-key-presence-help = Viser hvem som er til stede, og registrerer at noen kommer eller går.
agenda-key-conflict = inhabilitet
agenda-key-conflict-help = Reiser spørsmål om noen er inhabil i den valgte saken. Det gjelder til rådet har avgjort det.
agenda-key-elect-chair = velg møteleder
agenda-key-elect-chair-help = Åpner valg av møteleder når verken leder eller nestleder kan lede, ellers valget som saken gjelder.
agenda-key-open-election = åpne valget
agenda-key-ask-secret = { action-ask-for-secrecy }
agenda-key-ask-secret-help = Ber om at valgene i saken er hemmelige. Et åpent valg der ingen har stemt, holdes på nytt.
agenda-key-call-off = avbryt avstemning eller valg
agenda-key-call-off-election = avbryt valget
agenda-key-call-off-vote = avbryt avstemningen
agenda-key-call-off-help = Avbryter et valg uten at stemmene telles, eller en avstemning der ingen stemmer gjelder.
agenda-key-close = avslutt møtet
agenda-key-close-help = Avslutter møtet. Saker som er tatt opp, må være avgjort; de som ikke er tatt opp, kommer på neste saksliste.
agenda-key-statement = protokolltilførsel
agenda-key-statement-help = Gir en protokolltilførsel i saken som er til behandling.
agenda-key-take-out = ta ut
agenda-key-take-out-help = Ber om at det stemmes over den valgte saken for seg.
agenda-key-take-again = ta opp igjen
agenda-key-take-again-help = Åpner avstemning om den valgte, avgjorte saken skal tas opp igjen.
agenda-key-withdraw-motion = trekk forslag
agenda-key-withdraw-motion-help = Trekker et forslag som det ikke er stemt over.
agenda-key-withdraw-item = trekk sak
agenda-key-withdraw-item-help = Trekker den valgte saken fra sakslisten. Nummeret brukes ikke på nytt.
agenda-key-scores-help = Viser medlemmenes vurderinger av søknaden i stedet for sakslisten, eller går tilbake til den.
agenda-key-read = les videre
agenda-key-read-help = Flytter piltastene til den valgte saken, når den er lengre enn plassen, eller tilbake til sakslisten.
agenda-key-read-back = til sakslisten
agenda-key-choose-item = velg sak
agenda-key-minutes = les protokoll
agenda-key-own-minutes = les møteprotokollen
agenda-key-own-minutes-help = Viser protokollen fra dette møtet. Til den er gjort ferdig, er det et utkast.
agenda-key-trial = prøveavstemning
agenda-key-trial-help = Holder en prøveavstemning, som ikke binder noen: Hver svarer for seg, eller du registrerer en håndsopprekning.
agenda-key-adjourn = utsett
agenda-key-adjourn-help = Tar pause i møtet, eller utsetter det til en annen dag.
agenda-key-go = gå ut
agenda-key-go-help = Melder at du går. En stemme i en åpen avstemning faller bort.
agenda-key-cancel = avlys
agenda-key-cancel-help = Avlyser møtet. Sakene blir ledige igjen.
agenda-key-finalise = gjør protokollen ferdig
agenda-key-finalise-help = Gjør protokollen fra et avsluttet møte ferdig. Mangler noe, står det på skjermen.
agenda-key-earlier = forrige møte
agenda-key-earlier-help = Viser møtet før dette.
agenda-key-later = neste møte
agenda-key-later-help = Viser møtet etter dette.
tui-follow = følg møtet
tui-follow-help = Går til saken som er til behandling, og følger møtet videre.

error-no-open-meeting = Ingen møter er i gang.
error-vote-is-another = Avstemningen du hadde foran deg, er over. En annen er åpnet.
error-everybody-is-there = Alle som har en plass, er registrert som til stede.
error-nothing-cut = Hele saken er synlig.
error-agenda-without-items = { minutes-agenda-empty }
error-no-other-meeting = Det er ingen flere møter i den retningen.
error-no-ranked-to-list = Ingen prioriterte søknader står utenfor en saksliste.
error-item-on-the-table = Saken er til behandling nå.
error-everybody-has-voted = Alle som kan stemme, har stemt.
error-no-conflict-to-decide = Ingen spørsmål om inhabilitet venter på avgjørelse i saken.
error-no-motion-to-vote-on = Ingen forslag står til avstemning i saken.
error-two-motions-needed = Det må være to forslag for å sette dem mot hverandre.
error-no-motion-to-withdraw = Du har ingen forslag i saken å trekke.
error-item-is-out = Saken er allerede tatt ut.
error-item-without-proposal = Saken gjelder ingen søknad.
error-minutes-not-begun = Møtet har ikke vært åpnet, så det finnes ingen protokoll.
error-item-without-papers = Saken har verken søknad eller protokoll å lese.

## På oversikten

overview-meeting-on-the-table = { done-item-opened }
overview-meeting-on-the-table-minutes = { done-item-opened-minutes }
overview-meeting-items = { $state }, { $count ->
    [one] én sak
   *[other] { $count } saker
}

## Fra Prioritering

ranking-to-agenda-help = Setter søknaden på sakslisten til møtet som er i gang, eller det neste.
ranking-listed = + { $ref } er en sak i møte { $meeting }.
ranking-are-listed = + er på sakslisten til møte { $meetings }.
