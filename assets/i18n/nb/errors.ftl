# Hvorfor noe ble avvist: hvor, hva og hva som ville vært riktig. Nøkkelen er `error-` og avvisningens kode.

## Hva som er skrevet

error-amount-invalid = «{ $value }» er ikke et beløp. Skriv kroner som 1250000, 1 250 000 eller 1250000,50.
error-amount-too-large = { $value } er for stort. Det største beløpet er 100 000 millioner kroner.
error-amount-not-positive = { $amount } går ikke. Beløpet må være større enn null.
error-date-invalid = «{ $value }» er ikke en dato mellom 2000 og 2099. Skriv 2018-03-31 eller 31.3.2018.
error-text-empty = Her må det stå noe.
error-text-long = Teksten er for lang. Den kan ha høyst { $longest } tegn.
error-text-control = Teksten har et tegn som ikke er lov ({ $character }). Fjern det, eller skriv teksten på nytt.
error-role-unknown = «{ $value }» er ikke en rolle. Rollene er { $known }.
error-handle-invalid = «{ $value }» går ikke som brukernavn. Bruk høyst 32 små bokstaver fra a til z, sifre og bindestreker, med en bokstav først. Navnet administrator er opptatt.
error-role-missing = Medlemmet må ha minst én rolle.
error-kind-unknown = «{ $value }» er ikke en type deltaker. Skriv kommune eller fylkeskommune.
error-number-invalid = «{ $value }» er ikke et { $digits ->
    [2] fylkesnummer. Det har to sifre, som 03.
   *[other] kommunenummer. Det har fire sifre, som 0301.
    }
error-ref-invalid = «{ $value }» er ikke en referanse. Skriv år og løpenummer, som 2018-07.
error-benefit-unknown = «{ $value }» sier ikke hvem løsningen er for. Skriv kommuner, fylkeskommuner eller begge.
error-price-model-invalid = «{ $value }» er ikke en prismodell. Skriv shared, fixed:KR, inhabitant:KR, fixed:KR+inhabitant:KR eller bands:4999=KR,10000=KR,=KR.
error-account-unknown = «{ $value }» er ikke en konto i fondet. Skriv for eksempel assets:bank eller expenses:costs.

## Hvem som kan hva

error-denied-role = { $who } kan { $action }. Det kan ikke du.
error-denied-set-up-is-over = Administratoren kan importere fram til den første vurderingsrunden er åpnet. Nå er det sekretariatet som importerer.
error-denied-conflicted = Du er inhabil i denne saken og kan ikke behandle den. Poengene kan du se når KS har fattet vedtak.
error-denied-four-eyes = Du registrerte denne utbetalingen. En annen må godkjenne den.
error-denied-blind = Poengene er skjult for alle til vurderingsrunden er avdekket.

## Søknader

error-cost-not-positive = Kostnaden er { $amount }. Den må være større enn null.
error-applied-not-positive = Søknadssummen er { $amount }. Den må være større enn null.
error-applied-above-cost = Det er søkt om { $applied }, men kostnaden er { $cost }. Søknadssummen kan ikke være større enn kostnaden.
error-uptake-outside = Utbredelsen { $value } er ikke en andel. Skriv et tall fra 0 til 1, som 0,6.
error-estimate-unordered = Anslagene må stige: lavt, så mest sannsynlig, så høyt.
error-step-out-of-turn = { $ref } har stadiet «{ $stage }» og kan ikke { $step }; det krever «{ $needs }». { $next }
error-gate-not-eligible = Søkeren har ikke betalt sitt innskudd og kan ikke regnes som berettiget. Svar nei på det tredje vilkåret, eller vent til innskuddet er betalt.
error-gate-reason-missing = Når et vilkår ikke er oppfylt, må det begrunnes.

## Vurdering og prioritering

error-criterion-unknown = «{ $value }» er ikke et kriterium. Kriteriene er { $known }.
error-score-outside = { $value } er ikke en poengsum. Gi 1 til 5, eller la kriteriet stå uten poeng.
error-scorecard-empty = Vurderingen er tom. Gi poeng på minst ett kriterium.
error-place-outside = Det finnes ingen plass { $place } i listen. Velg en plass fra 1 til { $last }.

## Innstilling, vedtak og tilsagn

error-deviation-reason-missing = Rådets innstilling var å { $recommended }. Et vedtak som avviker fra den, må begrunnes.
error-amount-above-applied = { $amount } er mer enn det er søkt om. Gi høyst { $applied }.
error-plan-dates = Datoene i utbetalingsplanen må stige, og den første kan ikke være før { $from }.
error-plan-amount = Utbetalingen { $date } må være større enn null.
error-plan-sum = Utbetalingsplanen summerer til { $sum }, men tilsagnet er { $amount }. Summene må være like.
error-entry-unbalanced = Bilaget går ikke opp: linjene summerer til { $sum }. Det må ha minst to linjer, ingen av dem null, og summen må være null.

## Filen med ordningens parametre

error-scheme-syntax = Linje { $line }: filen kan ikke leses som TOML. { $detail }
error-scheme-missing = Linje { $line }: { $key } mangler.
error-scheme-unknown = Linje { $line }: { $key } er ukjent. Rett navnet eller fjern linjen.
error-scheme-kind = Linje { $line }: { $key } må være { $expected }.
error-scheme-range = Linje { $line }: { $key } må være fra { $least } til { $most }.
error-scheme-choice = Linje { $line }: «{ $value }» går ikke for { $key }. Velg { $known }.
error-scheme-profile = Linje { $line }: andelene i { $key } summerer til { $sum }. De må summere til 1.
error-scheme-tranches = Linje { $line }: årene i { $key } må stige, ett for hver del av tilskuddet.
error-scheme-criterion-key = Linje { $line }: «{ $value }» går ikke for { $key }. Bruk små bokstaver fra a til z og understrek.
error-scheme-criterion-twice = Linje { $line }: kriteriet «{ $value }» står to ganger. { $key } må være forskjellig for hvert kriterium.
error-scheme-weights = Linje { $line }: vektene i { $key } summerer til { $sum }. De må summere til 100.
