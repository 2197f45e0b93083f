# Rådets møter: saksliste, hvem som er til stede, inhabilitet, forslag, avstemninger, valg og protokoll.

form-room = fysisk møte
form-remote = fjernmøte
form-both = fysisk møte og fjernmøte
form-written = skriftlig behandling
meeting-tab = { SENTENCE(word-meeting) }
meeting-planned = planlagt
meeting-called = innkalt
meeting-open = i gang
meeting-adjourned = { word-postponed }
meeting-closed = { word-closed }
meeting-final = protokollen er ferdig
meeting-approved = protokollen er godkjent
meeting-cancelled = avlyst
item-kind-proposal = { word-proposal }
item-kind-information = orientering
item-kind-election = valg
item-kind-minutes = godkjenning av protokoll
item-kind-free = annen sak
item-listed = ikke behandlet
item-treated = ikke avgjort
item-concluded = avgjort
item-withdrawn = { word-withdrawn }
ground-automatic = automatisk
ground-judged = etter en vurdering
conflict-raised = reist, ikke avgjort
conflict-upheld = { word-in-conflict }
conflict-rejected = ikke inhabil
motion-approve = { word-commitment }
motion-postpone = { word-postponement }
motion-decline = { word-rejection }
motion-withdraw = innstillingen trekkes
motion-minutes = { item-kind-minutes }
motion-text = fritekst
choice-for = for
choice-against = mot
vote-no_quorum = ikke gyldig, for få stemmer
vote-carried = { word-decided }
vote-lost = falt
written-waiting = venter på svar
written-decided = { word-decided }
written-not_decided = ikke vedtatt
missing-opened = når møtet ble åpnet
missing-closed = når møtet ble avsluttet
missing-place = hvor møtet ble holdt
missing-presence = hvem som møtte
missing-result = hva som ble resultatet
missing-judgement = om medlemmet er inhabilt
missing-ground = grunn og paragraf for inhabiliteten

action-prepare-meeting = forberede møter
action-cancel-meeting = avlyse møter
action-chair-meeting = lede møtet
action-attend = melde seg til stede
action-register-for-the-room = registrere for de andre
action-raise-conflict = reise spørsmål om inhabilitet
action-put-motion = sette fram forslag
action-withdraw-motion = trekke forslag tilbake
action-vote = stemme
action-take-out-of-en-bloc = be om at en sak tas ut
action-make-statement = gi protokolltilførsel
action-answer-in-writing = svare på skriftlig behandling
action-conduct-election = lede valg
action-ask-for-secrecy = be om hemmelig valg
action-note-lost-election = registrere at et hemmelig valg er gått tapt
action-write-minutes = gjøre protokollen ferdig
action-set-seats = fordele plassene
action-set-parameters = endre ordningens parametre
who-council-and-substitutes = rådets medlemmer og vararepresentanter
who-council-and-secretariat = rådets medlemmer og sekretariatet
step-take_back = få innstillingen trukket

done-meeting-planned = Møte { $meeting } er planlagt til { $date }.
done-written-planned = Skriftlig behandling { $meeting } er planlagt til { $date }.
done-meeting-called = Møte { $meeting } er innkalt til { $date } med { $count ->
    [one] én sak
   *[other] { $count } saker
}.
done-meeting-cancelled = Møte { $meeting } er avlyst. Sakene er ledige igjen.
done-meeting-opened = Møte { $meeting } er åpnet. { $present } er til stede; { $quorum } må ha stemt i en sak.
done-meeting-adjourned = Møte { $meeting } er utsatt.
done-meeting-resumed = Møte { $meeting } fortsetter.
done-meeting-closed = Møte { $meeting } er avsluttet. { agenda-close-left }
done-item-added = «{ $title }» står på sakslisten til møte { $meeting }.
done-item-added-minutes = Godkjenning av protokollen fra møte { $minutes } står på sakslisten til møte { $meeting }.
done-ranked-listed = { $count ->
    [one] Én prioritert søknad er satt
   *[other] { $count } prioriterte søknader er satt
} på sakslisten til møte { $meeting }.
done-item-withdrawn = Sak { $item } er trukket.
done-item-taken-out = Sak { $item } stemmes det over for seg.
done-item-opened = Sak { $item } er til behandling: { $title }
done-item-opened-minutes = Sak { $item } er til behandling: { minutes-approval-of }
done-came-in = { $name } er til stede. { $present } kan stemme.
done-went-out = { $name } har gått. { $present } kan stemme.
done-went-out-vote-lost = { $name } har gått, og stemmen i avstemningen som er i gang, har falt bort. { $present } kan stemme.
done-all-came-in = { $count ->
    [0] Ingen flere er registrert
    [one] Én er registrert
   *[other] { $count } er registrert
} som til stede. { $present } kan stemme.
done-conflict-raised = Spørsmålet om { $name } er inhabil i sak { $item }, er reist. Det gjelder til rådet har avgjort det.
done-motion-put = Forslag { $motion } er satt fram av { $name }.
done-motion-withdrawn = Forslag { $motion } er trukket.
done-statement = Protokolltilførselen fra { $name } i sak { $item } er tatt inn i protokollen.
done-vote-opened = Avstemningen er åpnet. { $entitled } kan stemme; { $quorum } må ha stemt.
done-vote-cast = { $name } stemmer { $choice }.
done-vote-cast-motion = { $name } stemmer for forslag { $motion }.
done-vote-cast-conflict = { $name } stemmer for at { $member } er inhabil.
done-vote-cast-no-conflict = { $name } stemmer for at { $member } ikke er inhabil.
done-vote-room = { $count ->
    [one] Én stemme er registrert
   *[other] { $count } stemmer er registrert
}: { agenda-counts }.
done-vote-room-between = { $count ->
    [one] Én stemme er registrert
   *[other] { $count } stemmer er registrert
}: { agenda-counts-between }.
done-vote-room-conflict = { $count ->
    [one] Én stemme er registrert
   *[other] { $count } stemmer er registrert
}: { agenda-counts-conflict }.
done-vote-closed = Avstemningen er avsluttet, { $for } for og { $against } mot: { $result }.
done-vote-called-off = Avstemningen er avbrutt uten at noen stemme gjaldt.
done-vote-closed-beyond = Avstemningen er avsluttet, { $for } for og { $against } mot: { $result }. { recommend-beyond }
done-conflict-decided = Avstemningen er avsluttet, { $for } for og { $against } mot: { $name } er { $result }.
done-vote-closed-between = Avstemningen er avsluttet, { $for } mot { $against }: Forslag { $motion } er vedtatt.
done-trial-vote = Prøveavstemningen ga { $for } for og { $against } mot. Den binder ingen.
done-trial-answered = Svaret er registrert.
done-trial-opened = Prøveavstemningen om forslag { $motion } er åpen. Hver svarer for seg, og bare tallene blir stående.
done-election-opened = Valget er åpnet med { $count ->
    [one] én kandidat
   *[other] { $count } kandidater
}.
done-secret-election-opened = Det hemmelige valget er åpnet med { $count ->
    [one] én kandidat
   *[other] { $count } kandidater
}. Det er tapt hvis økten din ender før det er avsluttet.
done-ballot-cast = Du har stemt, og stemmen er endelig. Skriv ned kvitteringen. Den vises bare nå: { $receipt }
done-receipt-shown = Kvitteringen vises ikke igjen.
done-election-void = Valget er avbrutt og må holdes på nytt.
done-secrecy-asked = Det er bedt om hemmelig valg.
done-secrecy-asked-anew = Det er bedt om hemmelig valg. Valget som var i gang, må holdes på nytt.
done-election-cast = Stemmen fra { $name } er avgitt.
done-elected = { $name } er valgt. { $cast } stemte.
done-nobody-elected = Ingen fikk mer enn halvparten av de { $cast } stemmene. Åpne valget igjen: Da er flest stemmer nok.
done-election-no-quorum = Valget er ikke gyldig: Bare { $cast } stemte, og { $quorum } må ha stemt.
done-written-started = Forslaget i skriftlig behandling { $meeting } er sendt til alle. Fristen er { $date }.
done-written-answered = Svaret er levert. { $answers } av { $of } har svart.
done-written-closed = Skriftlig behandling { $meeting } er avsluttet. { $result }
done-minutes-final = Protokollen fra møte { $meeting } er ferdig og kan ikke endres.
done-minutes-corrected = Rettelsen er lagt til protokollen fra møte { $meeting }.
done-seat-set = { $handle } har plass { $seat } fra { $date }.
done-seat-vacant = Plass { $seat } er ledig fra { $date }.
done-role-set = { $handle } har rollen { $role } fra { $date }.
done-parameter-set = { $key } er { $value } fra { $date }.

error-denied-not-the-chair = Bare møteleder kan gjøre dette, og du leder ikke møtet nå.
error-denied-not-seated = Du har ingen plass her nå: { $why }.
unseated-nowhere = du har ikke plass i rådet, heller ikke som vararepresentant
unseated-away = du er ikke registrert til stede
unseated-in-conflict = du er inhabil i saken
unseated-in-question = du er mulig inhabil i saken, til rådet har avgjort det
unseated-taken = en annen har plassen
unseated-since = du har ikke vært til stede uten avbrudd siden avstemningen ble åpnet
error-item-listed-elsewhere = Saken står allerede på sakslisten til møte { $meeting }.
error-proposal-voted-on = Rådet stemmer over søknad { $ref } i møte { $meeting } nå. Vent til avstemningen er avsluttet.
error-conflicts-undecided = Spørsmål om inhabilitet er reist, men ikke avgjort, i { $count ->
    [one] sak
   *[other] sakene
} { $items }. Det må stemmes over spørsmålet før møtet avsluttes.
error-items-without-result = { $count ->
    [one] Sak { $items } er ikke avgjort. Stem over den, trekk den
   *[other] Sakene { $items } er ikke avgjort. Stem over dem, trekk dem
} eller gi en protokolltilførsel før møtet avsluttes.
error-meeting-key-invalid = «{ $value }» er ikke et møte. Skriv nummer og år, som 3/2018.
error-meeting-exists = Møte { $meeting } finnes allerede.
error-meeting-unknown = Det finnes ikke noe møte { $meeting }.
error-no-meeting = Ingen møter er planlagt, innkalt eller i gang. Sekretariatet planlegger et med kommit meeting plan.
error-meeting-state = Møte { $meeting } er { $state }. Dette kan bare gjøres når det er { $needs }.
error-meeting-other-day = Møtet er innkalt til { $date } og kan bare åpnes den dagen.
error-meeting-day-over = Møte { $meeting } skulle holdes { $date } og ble ikke åpnet den dagen. Nå kan det bare avlyses.
error-meeting-in-the-past = Et møte kan ikke planlegges til { $date }, som er passert.
error-meeting-not-written = Dette er ikke en skriftlig behandling.
error-notice-short = Innkallingen skal gå ut minst { $days } dager før { $date }. En kortere frist må begrunnes.
error-notice-after-meeting = Møtet er { $date }, og innkallingen kan ikke komme etter det.
error-agenda-empty = Sakslisten er tom. Sett en sak på den først.
error-agenda-done = Alle sakene på sakslisten er behandlet. Avslutt møtet, eller nevn saken det skal gås til.
error-item-unknown = Det er ingen sak { $item } i møtet.
error-item-listed = { $ref } står allerede på sakslisten.
error-objections-unasked = Møtet er i gang, og ingen er spurt om de har noe imot saken. Sett den på sakslisten fra møtet.
error-item-not-ranked = { $ref } er { $stage }. Rådet behandler søknader fra den prioriterte listen.
error-item-objected = Saken kan ikke tas opp: Møteleder eller minst en tredel av de tilstedeværende er imot.
error-item-not-open = Sak { $item } er { $state } og kan ikke behandles nå. En avgjort sak tas opp igjen ved avstemning.
error-item-not-on-table = Sak { $item } er ikke til behandling nå.
error-item-not-concluded = Bare en avgjort sak tas opp igjen. Denne er { $state }.
error-nothing-on-the-table = Ingen sak er til behandling nå.
error-already-registered = Du er allerede registrert som til stede.
error-already-present = { $handle } er allerede til stede.
error-not-present = { $handle } er ikke til stede.
error-presence-before-vote = Den siste avstemningen ble avsluttet kl. { $time }. Ingen kan registreres som kommet eller gått før det.
error-presence-ahead = Klokkeslettet er fram i tid.
error-meeting-day-passed = Det siste som er ført i møte { $meeting }, er datert { $reached }. Noe fra { $date } kan ikke føres etter det.
error-not-in-seat = { $handle } har ingen plass i saken nå.
error-conflict-raised = Spørsmålet om { $handle } er inhabil, er allerede reist i saken.
error-conflict-rejected = Rådet har avgjort at { $handle } ikke er inhabil i saken.
error-no-conflict-raised = Ingen har reist spørsmål om { $handle } er inhabil i saken.
error-motion-unknown = Det er ikke satt fram noe forslag { $motion }.
error-motion-put = Det samme forslaget er allerede satt fram.
error-motion-does-not-fit = Forslaget «{ $motion }» passer ikke i en sak av typen «{ $kind }».
error-motion-withdrawn = Forslag { $motion } er trukket og kan ikke stemmes over.
error-motion-lost = Forslag { $motion } har falt i en gyldig avstemning.
error-motions-not-of-one-item = To forslag kan bare settes mot hverandre når de gjelder samme sak.
error-vote-open = En avstemning er i gang. Avslutt eller avbryt den først.
error-vote-not-open = Ingen avstemning er i gang.
error-nothing-to-vote-in = Verken en avstemning eller et valg er i gang.
error-vote-was-cast = { $cast ->
    [one] Én stemme er
   *[other] { $cast } stemmer er
    } avgitt. En avstemning kan bare avbrytes når ingen stemmer gjelder. Avslutt den i stedet.
error-tie-waits-for-chair = Det står likt, og møteleders stemme avgjør. Møteleder må stemme før avstemningen avsluttes.
error-not-entitled = { $handle } kan ikke stemme her: ikke til stede siden avstemningen ble åpnet, inhabil, eller uten plass.
error-not-en-bloc = Sak { $item } kan ikke tas sammen med andre: Den har ikke ett forslag, er tatt ut, eller møteleder er inhabil i den.
error-en-bloc-too-few = Minst to saker må ha hvert sitt forslag for å tas samlet.
error-trial-vote-too-many = Bare { $seated } kan stemme i saken.
error-trial-answers-missing = Svarene fra { $names } er borte. De må svare på nytt, eller så registreres en håndsopprekning i stedet.
error-trial-not-open = Ingen prøveavstemning er åpen.
error-trial-open = En prøveavstemning er åpen. Svarene må telles først.
error-taken-up-after-decision = KS har fattet vedtak om { $ref }, og saken kan ikke tas opp igjen.
error-election-not-open = Ikke noe valg er i gang.
error-election-open = Et valg er i gang. Avslutt det først.
error-chair-not-needed = Leder eller nestleder kan lede, så det trengs ikke noe valg.
error-candidate-not-seated = { $handle } kan ikke velges til å lede: uten plass i møtet, eller uten stemme i avstemningen som er i gang.
error-no-candidates = Nevn minst én kandidat.
error-candidate-twice = { $handle } er nevnt som kandidat to ganger.
error-not-a-candidate = { $handle } er ikke kandidat.
error-election-must-be-secret = Noen har bedt om hemmelig valg. Åpne det hemmelig.
error-election-is-secret = Valget er hemmelig. Hver og en må stemme selv.
error-election-is-open = Valget er åpent, og stemmene er ikke hemmelige.
error-ballot-by-oneself = I et hemmelig valg kan ingen stemme for en annen.
error-ballot-is-final = Du har stemt, og stemmen er endelig.
error-ballots-unreadable = En stemmeseddel kan ikke leses. Avbryt valget og hold det på nytt.
error-election-elsewhere = Det hemmelige valget kan avsluttes bare der det ble åpnet. Er det ikke lenger mulig, avbryt valget.
error-election-no-lock = Et hemmelig valg kan ikke ledes herfra: { $detail }
error-election-not-lost = Ikke noe valg er gått tapt.
error-election-called-off = { done-election-void }
error-secrecy-asked = Valget er allerede hemmelig.
error-secrecy-too-late = Noen har stemt åpent. Be om hemmelig valg før det stemmes, eller etter at valget er avbrutt.
error-written-one-item = En skriftlig behandling gjelder én sak.
error-amount-not-above-free = Beløpet er ikke større enn det KS kan gi tilsagn om.
error-written-nobody-meets = Det er ingen som møter i en skriftlig behandling. Forslaget sendes ut med frist, og hver svarer for seg.
error-written-is-sent = En skriftlig behandling har ingen innkalling. Møteleder sender ut forslaget med frist.
error-written-deadline-past = Fristen for å svare er ute.
error-written-unanswerable = Det kan ikke vedtas skriftlig: Ingen kan svare for { $names }, som er inhabil og uten vararepresentant som kan. Sett saken på sakslisten til et møte, eller gi plassen en vararepresentant.
error-written-too-few = Det kan ikke vedtas skriftlig: Mindre enn halvparten av rådets plasser har noen som kan svare.
error-written-waits = Ikke alle har svart, og fristen er ikke ute.
error-minutes-incomplete = Protokollen mangler { $count ->
    [one] én ting
   *[other] { $count } ting
} og kan ikke gjøres ferdig.
error-minutes-not-final = Protokollen fra møte { $meeting } er ikke ferdig.
error-minutes-approved = Protokollen fra møte { $meeting } er godkjent.
error-minutes-unreadable = Protokollen kan ikke skrives: { $detail }
error-seat-unknown = Det er ingen plass { $seat }. Rådet har { $seats } plasser.
error-seat-twice = { $handle } er nevnt to ganger i samme plass.
error-seat-not-in-council = { $handle } er ikke medlem av rådet den { $date }, og kan ikke ha en plass der.
error-substitute-not-in-council = { $handle } er verken medlem av rådet eller observatør den { $date }, og kan ikke være vararepresentant.
error-seat-held-already = { $handle } har plass { $seat } den { $date }. Én person har én plass.
error-role-held = { $name } ({ $handle }) er { $role } fra før. Gi den rollen en siste dag først.
error-role-held-until = { $name } ({ $handle }) er { $role } til og med { $date }.
error-term-ends-early = Funksjonstiden slutter { $to }, før den begynner { $from }.
error-parameter-unknown = «{ $key }» kan ikke endres. Disse kan: { $known }.
error-parameter-invalid = «{ $value }» er ikke gyldig for { $key }. Gyldige verdier: { $known }.
error-parameter-in-the-past = Parametre endres ikke bakover i tid når den første vurderingsrunden er åpnet: { $date } er passert.
error-recommend-by-vote = Innstillingen til { $ref } gis ved avstemning i et møte. Ordningen tillater den ikke utenfor møte.

log-meeting-plan = planla møtet
log-meeting-call = kalte inn til møtet
log-meeting-cancel = avlyste møtet
log-meeting-open = åpnet møtet
log-meeting-adjourn = utsatte møtet
log-meeting-resume = fortsatte møtet
log-meeting-close = avsluttet møtet
log-meeting-next = gikk til en sak
log-item-add = satte sak på sakslisten
log-item-add-ranked = satte prioriterte søknader på sakslisten
log-item-withdraw = trakk en sak
log-item-out = tok en sak ut av samlet avstemning
log-attend-in = kom inn
log-attend-out = gikk ut
log-attend-all = registrerte alle som til stede
log-conflict-raise = reiste spørsmål om inhabilitet
log-motion-add = satte fram et forslag
log-motion-withdraw = trakk et forslag
log-statement-make = ga en protokolltilførsel
log-vote-open = åpnet avstemning
log-vote-cast = stemte
log-vote-cast-for = registrerte en stemme for en annen
log-vote-room = registrerte stemmer for de andre
log-vote-close = avsluttet avstemning
log-vote-cancel = avbrøt avstemning
log-vote-trial = registrerte en prøveavstemning
log-vote-trial-answer = svarte i en prøveavstemning
log-vote-trial-close = telte svarene i en prøveavstemning
log-vote-trial-open = åpnet en prøveavstemning
log-election-open = åpnet valg
log-election-cast = stemte i valg
log-election-close = avsluttet valg
log-election-void = avbrøt valg
log-election-ask-secret = ba om hemmelig valg
log-written-start = startet skriftlig behandling
log-written-answer = svarte på skriftlig behandling
log-minutes-finalise = gjorde protokollen ferdig
log-minutes-correct = rettet protokollen
log-seat-set = fordelte en plass
log-member-role = ga en rolle
log-scheme-set = endret parameter
