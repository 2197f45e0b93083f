# Ordforrådet: hver tekst som flere skjermbilder og kommandoer deler, én gang. Ordene har liten forbokstav; SENTENCE gir stor, UPPER bare store bokstaver.

## Personer, roller og deltakere

word-chair = leder
word-counties = fylkeskommuner
word-declined = takket nei
word-has-not-answered = ikke svart
word-inhabitants = innbyggere
word-invited = invitert
word-joined = takket ja
word-ks = KS
word-municipalities = kommuner
word-participant = deltaker
word-participants = deltakere
word-payment-overdue = ikke betalt innen fristen
word-seat = plass
word-the-participants = deltakerne
word-the-state-kmd = staten (KMD)

## Søknader, vurdering og prioritering

word-applicant = søker
word-applied = søkt
word-comment = kommentar
word-conditions = vilkår
word-decided = vedtatt
word-decision = vedtak
word-delay = forsinkelse
word-deviation = avvik
word-draft = utkast
word-expected-live = forventet i drift
word-frame = ramme
word-handed-in = levert
word-in-conflict = inhabil
word-live = i drift
word-median = median
word-postponed = utsatt
word-postponement = utsettelse
word-proposal = søknad
word-proposals = søknader
word-ref = ref.
word-rejection = avslag
word-reserve = reserve
word-round = runde
word-score = poeng
word-scorecards = vurderinger
word-sent-in = innsendt
word-spread = uenighet
word-stage = trinn
word-standard-deviation = standardavvik
word-summary = sammendrag
word-uptake = utbredelse
word-withdrawn = trukket

## Møter

word-answer = svar
word-closed = avsluttet
word-deadline = frist
word-item = sak
word-meeting = møte
word-motion = forslag
word-not-present = ikke til stede
word-present = til stede

## Penger og bilag

word-amount = beløp
word-below-the-reserve = under reserven
word-bound-in-commitments = bundet i tilsagn
word-charged = krevd
word-commitment = tilsagn
word-commitments = { word-commitment }
word-contribution = innskudd
word-cost = kostnad
word-costs = kostnader
word-credited = kreditert
word-disbursed = utbetalt
word-disbursements = utbetalinger
word-fixed-price = fast pris
word-free = ledig
word-in = inn
word-in-the-bank = på konto
word-invoice = krav
word-kroner = kroner
word-left = gjenstår
word-losses = tap
word-nok-mill = mill. kr
word-out = ut
word-overdue = forfalt
word-owed-back = til gode
word-paid = betalt
word-payment = betaling
word-promised = lovet
word-refund = refusjon
word-refunds-owed = skyldig refusjon
word-released = frigitt
word-repaid = tilbakebetalt
word-share = andel
word-the-capital = kapitalen
word-total = sum
word-voucher = bilag
word-waits = venter

## Løsninger

word-adopters = i bruk hos
word-adoptions = ibruktakelser
word-break-even = går i null ved
word-solution = løsning
word-solutions = løsninger
word-the-solutions = løsningene

## Prognosen

word-expected = forventet
word-forecast = prognose
word-indicators = nøkkeltall
word-lowest = lavest
word-quarter = kvartal
word-quarters = kvartaler
word-saved-forecasts = lagrede prognoser
word-scenario = scenario

## Skjermbilde, kommandoer og filer

word-by-name = etter navn
word-by-reference = etter referanse
word-command = kommando
word-content = innhold
word-count = antall
word-date = dato
word-kind = type
word-log = logg
word-name = navn
word-number-short = nr.
word-reason = begrunnelse
word-registered = registrert
word-rule = regel
word-status = status
word-text = tekst
word-title = tittel

## Hva en tast gjør

word-approve = godkjenn
word-choose = velg
word-decide = fatt vedtak
word-decline = avslå
word-go-live = sett i drift
word-go-on = fortsett
word-next = neste
word-open-a-round = åpne runde
word-previous = forrige
word-put-on-agenda = sett på sakslisten
word-qualify = kvalifiser
word-recommend = innstill
word-release = frigi
word-reveal = vis poengene
word-reverse = reverser
word-save = lagre
word-save-the-forecast = lagre prognosen
word-settle = avregn
word-submit = send inn
word-withdraw = trekk tilbake
word-write-off = avskriv

## Små ord

word-dash = –
word-no = nei
word-none = ingen
word-other = annet
word-yes = ja

## Hele setninger

word-date-hint = F.eks. { $date } eller bare { $short }. Står feltet tomt, gjelder dagens dato.
word-go-live-about = Registrerer når løsningen ble satt i drift, og hvordan den betales.
word-no-forecasts-are-saved-yet = Ingen prognoser er lagret ennå.
word-no-proposals-have-been-registered = Ingen søknader er registrert ennå.
word-vouchers-are-reversed = Et bilag kan ikke endres, bare reverseres.

## Former med variabler

word-motion-number = forslag { $number }
word-of = { $part } av { $all }
word-pair = { $first }, { $second }
word-voucher-number = Bilag { NUMBER($voucher, useGrouping: "false") }
