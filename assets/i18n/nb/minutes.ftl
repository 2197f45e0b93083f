# Hva som står om et møte: siden, innkallingen, protokollen og vedtaksoversikten.

minutes-item-number = sak { $number }/{ $year }
minutes-item-without-number = sak uten nummer
minutes-place-on-list = sak { $number }
minutes-item-titled = { $item } – { $title }
minutes-approval-of = Godkjenning av protokollen fra møte { $meeting }
minutes-motion-approve = Rådet innstiller på at søknaden får tilsagn om { $amount }.
minutes-motion-approve-on-conditions = { minutes-motion-approve } { decide-conditions }
minutes-motion-postpone = Rådet innstiller på at søknaden utsettes til en senere runde.
minutes-motion-decline = Rådet innstiller på at søknaden avslås.
minutes-motion-take-back = Rådet trekker innstillingen, og søknaden prioriteres på nytt.
minutes-motion-approve-minutes = Protokollen godkjennes.
minutes-missing-of-meeting = det står ikke { $what }
minutes-missing-of-item = { $item }: det står ikke { $what }
minutes-missing-of-member = { $item }, { $who }: det står ikke { $what }

minutes-col-title = { SENTENCE(word-title) }
minutes-col-seat = { SENTENCE(word-seat) }
minutes-col-as = Møter som
minutes-col-there = Tidsrom
minutes-items = Saker
minutes-no-meetings = Ingen møter er planlagt.

minutes-meeting-named = Møte { $meeting }
minutes-written-named = Skriftlig behandling { $meeting }
minutes-when = Tid
minutes-place = Sted
minutes-form = Møteform
minutes-notice = Innkalling
minutes-chair = Møteleder
minutes-quorum = Vedtaksførhet
minutes-can-vote = { $able } av { $seats } kan stemme; { $quorum } må ha stemt
minutes-day-at = { $day } kl. { $time }
minutes-day-from-to = { $day } kl. { $from }–{ $to }
minutes-from-day-to-day = Fra { $from } til { $to }
minutes-agenda = Saksliste
minutes-agenda-empty = Ingen saker er satt på sakslisten ennå.
minutes-proposed = Sekretariatets forslag
minutes-vote-open = Avstemning i gang
minutes-election-open = Valg i gang
minutes-secret-election-open = Hemmelig valg i gang
minutes-have-voted = { $cast } av { $entitled } har stemt; { $quorum } må ha stemt
minutes-awaited = Har ikke stemt

minutes-present = { SENTENCE(word-present) }
minutes-absent = Forfall
minutes-not-there = { SENTENCE(word-not-present) }
minutes-as-substitute = vararepresentant
minutes-as-other = uten stemmerett
minutes-whole-meeting = hele møtet
minutes-came = kom kl. { $time }
minutes-came-back = tilbake kl. { $time }
minutes-went = gikk kl. { $time }
minutes-moved-in-item = { $moved } under { $item }
minutes-present-in-item = { $present } av { $seats } plasser: { $names }

minutes-title = Protokoll fra møte { $meeting }
minutes-title-written = Protokoll fra skriftlig behandling { $meeting }
minutes-extract-title = Særutskrift: { $minutes }
minutes-draft = Utkast. Protokollen er ikke ferdig, og innholdet kan bli endret.
minutes-sealed = Protokollens innhold har SHA-256 { $sha256 }. Siste linje i loggen da protokollen ble gjort ferdig: { $head }.
minutes-masked = Navn på tidligere medlemmer er skjult her. Den ferdige protokollen er uendret, og en utskrift av den kan kontrolleres.
minutes-the-meeting = Møtet
minutes-notice-sent = sendt { $date }
minutes-notice-short = { $sent }, med kort frist. Begrunnelse: { $reason }
minutes-pause = Pause
minutes-paused = kl. { $from }–{ $to }
minutes-paused-until-closed = fra kl. { $from } til møtet ble avsluttet
minutes-quorum-of = Rådet har { $seats ->
    [one] én plass
   *[other] { $seats } plasser
}. En avstemning er gyldig når minst { $quorum } har stemt.

minutes-remark = Merknad
minutes-treatment = Behandling
minutes-added-later = Saken sto ikke på sakslisten i innkallingen.
minutes-withdrawn = Trukket. { $reason }
minutes-not-treated = Saken ble ikke behandlet.
minutes-internal = Intern sak.
minutes-chair-of-item = Møteleder i saken
minutes-conflict = Habilitet
minutes-conflict-of-oneself = { $name } meldte fra om mulig inhabilitet etter { $paragraph }: { $ground }
minutes-conflict-of-another = { $by } reiste spørsmål om { $name } er inhabil etter { $paragraph }: { $ground }
minutes-conflict-undecided = Rådet har ikke avgjort spørsmålet.
minutes-conflict-upheld = Rådet fant at { $name } er inhabil. { $name } deltok ikke i behandlingen av saken.
minutes-conflict-rejected = Rådet fant at { $name } ikke er inhabil.
minutes-the-motion = forslaget
minutes-motion-put = { $motion } fra { $mover }
minutes-motion-withdrawn = { $motion } Forslaget ble trukket.
minutes-vote-on = Avstemning over { $motion }
minutes-vote-en-bloc = Avstemning over { $motion }, samlet med andre saker
minutes-vote-between = Avstemning mellom { $first } og { $second }
minutes-vote-on-conflict = Avstemning om habiliteten til { $name }
minutes-vote-on-taking-up = Avstemning om å ta saken opp igjen
minutes-vote-called-off = Avbrutt uten at noen stemme gjaldt.
minutes-voted-on-conflict = { $for } stemte for at { $name } er inhabil, og { $against ->
    [0] ingen
   *[other] { $against }
} mot.
minutes-voted-all-for = enstemmig vedtatt.
minutes-voted-carried = vedtatt med { $for } mot { $against } stemmer.
minutes-voted-all-against = fikk ingen stemmer og falt.
minutes-voted-lost = fikk { $for } av { $cast } stemmer og falt.
minutes-voted-between = { $won } ble vedtatt med { $most } mot { $least } stemmer.
minutes-voted-without-quorum = ikke gyldig: { $for } stemte for og { $against } mot, og minst { $quorum } må ha stemt.
minutes-voted-against = Mot stemte { $names }.
minutes-voted-for-the-other = For { $motion } stemte { $names }.
minutes-not-voted = { $names } stemte ikke.
minutes-tie = Stemmetallet var likt, og møteleder { $chair } hadde den avgjørende stemmen.
minutes-vote-base = Stemmeberettigede: { $entitled } av { $seats }. Avgitte stemmer: { $cast }.
minutes-election-of-chair = Valg av møteleder for møtet
minutes-election-of-chair-of-item = Valg av møteleder for saken
minutes-election-of = Valg av { $office }
minutes-election-secret = Valget var hemmelig.
minutes-election-votes = Stemmer: { $votes }.
minutes-election-votes-of = { $votes } til { $name }
minutes-election-blank = { $votes ->
    [one] én blank
   *[other] { $votes } blanke
}
minutes-election-second = Omvalg, der flest stemmer er nok.
minutes-election-by-lot = Stemmetallet var likt, og valget ble avgjort ved loddtrekning (startverdi { $seed }).
minutes-elected = { $name } er valgt.
minutes-nobody-elected = Ingen fikk mer enn halvparten av stemmene.
minutes-election-without-quorum = Valget er ikke gyldig, fordi færre enn halvparten av plassene stemte.
minutes-void-called-off = Valget ble avbrutt før stemmene var talt opp.
minutes-void-lost = Stemmesedlene gikk tapt før de var talt opp.
minutes-void-secrecy-asked = Valget ble avbrutt fordi noen ba om hemmelig valg.
minutes-scorecards-changed = Endret mens saken var åpen: { $names }.
minutes-statement-of = Protokolltilførsel fra { $name }
minutes-recommendation = { decide-recommended }
minutes-informed = Saken ble lagt fram til orientering.
minutes-no-result = Saken ble ikke avgjort og settes på neste saksliste.

minutes-agreed = Enig i forslag og framgangsmåte
minutes-disagreed = { SENTENCE(agenda-key-disagree) }
minutes-result = Resultat
minutes-written-decided = Alle er enige, og forslaget er vedtatt.
minutes-written-not-decided = Ikke alle er enige, og saken settes på neste møtes saksliste.
written-ends-unanswerable = Det kunne ikke vedtas skriftlig, for ingen kan svare for alle plassene, og saken settes på neste møtes saksliste.
written-ends-too-few = Det kunne ikke vedtas skriftlig, for mindre enn halvparten av plassene kan svare, og saken settes på neste møtes saksliste.
minutes-unanswerable = Ingen kan svare for
minutes-corrections = Rettelser

notice-title = Innkalling til møte { $meeting }
notice-draft = Utkast. Innkallingen er ikke sendt.
notice-short-because = Begrunnelse for kort frist
notice-invited = { meeting-called }
notice-please-tell = Forfall meldes til sekretariatet så snart som mulig, slik at vararepresentanter kan kalles inn. Den som kan være inhabil i en sak, bes melde fra før møtet.
notice-changed = Endret etter innkallingen
notice-added-later = Lagt til
notice-place = Plass på den prioriterte listen

decisions-above-free = { $what } over ledig beløp
decisions-replaced = { $what } (erstattet)
decisions-none = Rådet har ikke innstilt på noen søknader i møte ennå.

done-minutes-approved = Protokollen fra møte { $meeting } er godkjent i sak { $item }.
error-minutes-not-on-table = Godkjenning av protokollen fra møte { $meeting } er ikke til behandling nå.
error-minutes-file-differs = { $file } er ikke lik noen av de bevarte utgavene av protokollen fra møte { $meeting }. Mest lik er { $nearest }, som er ulik fra og med linje { $line }. Bevarte utgaver: { $forms }.
error-item-internal = Sak { $item } er intern. Av den er bare nummeret offentlig.
log-minutes-approve = godkjente protokoll

minutes-approved-in = Godkjent i { $item } i møte { $meeting }.
minutes-equal = { $file } er lik { $form }, slik protokollen ble bevart. SHA-256: { $sha256 }
minutes-has-corrections = { $count ->
    [one] Én rettelse er
   *[other] { $count } rettelser er
} ført etter at protokollen ble ferdig, og står ikke i denne utskriften. Les dem med kommit minutes show { $meeting }.

cli-minutes = Protokollen fra et møte: les, gjør ferdig, godkjenn, rett, kontroller
cli-minutes-show = Vis protokollen; en ferdig protokoll vises slik den ble bevart
cli-minutes-finalise = Gjør protokollen ferdig; etterpå kan den ikke endres
cli-minutes-approve = Godkjenn protokollen fra et tidligere møte i saken som er til behandling: forslag, avstemning og resultat i ett steg
cli-minutes-correct = Før en rettelse til en ferdig protokoll
cli-minutes-extract = Særutskrift av én sak, for søkeren
cli-minutes-verify = Kontroller at en fil er lik protokollen som ble bevart
cli-notice = Innkallingen til et møte med saksliste og sakspapirer
cli-decisions = Vedtaksoversikten: hva rådet har innstilt på i møtene, og hva KS har vedtatt
cli-decisions-list = Alle innstillinger med møte, vedtak og avvik
cli-arg-approve-against = De som stemmer mot; de andre stemmer for
cli-arg-correct-concerns = Hva i protokollen rettelsen gjelder
cli-arg-correct-text = Rettelsen
cli-arg-minutes-format = Format (ellers text); html er én fil som kan skrives ut
cli-arg-minutes-public = Uten det som er internt; av interne saker står bare nummeret
cli-arg-minutes-item = Bare denne saken
cli-arg-minutes-file = Filen som sammenlignes
minutes-is-missing = Mangler i protokollen
