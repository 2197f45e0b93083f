# Skjermbilde 2: søknadene, én søknad, og skjemaene for det som gjøres med den.

cases-tab = Søknader
cases-title = { $shown } av { $count } søknader · { $group } · { $order }
cases-none = Ingen søknader er registrert ennå.
cases-none-fit = Ingen søknader passer. Esc tømmer søket, t viser andre trinn.
cases-filter-keys = Skriv det du leter etter. ↑ ↓ flytter, Enter beholder søket, Esc tømmer det.
error-no-case-selected = Ingen søknad er valgt.
error-last-case = Dette er den siste søknaden.
error-first-case = Dette er den første søknaden.

cases-head-ref = Ref.
cases-head-title = Søknad
cases-head-applicant = Søker
cases-head-applied = Mill.
cases-head-stage = Trinn

cases-group-all = alle trinn
cases-group-office = før rådet
cases-group-council = hos rådet
cases-group-ks = hos KS
cases-group-funded = med tilsagn
cases-group-over = avsluttet
cases-order-ref = etter referanse
cases-order-stage = etter trinn
cases-order-applied = største sum først
cases-order-title = etter navn

## Taster

cases-group = trinn
cases-group-help = Viser søknadene før rådet, hos rådet, hos KS, med tilsagn eller avsluttet.
cases-order = orden
cases-order-help = Ordner etter referanse, trinn, sum eller navn.
cases-new = ny
cases-new-help = Registrerer en ny søknad som utkast.
cases-edit = endre
cases-edit-help = Endrer det søkeren har oppgitt, fram til vurderingen starter.
cases-submit = send inn
cases-submit-help = Sender inn utkastet, så det kan kvalifiseres.
cases-withdraw = trekk
cases-withdraw-help = Trekker søknaden for søkeren, med en begrunnelse.
cases-qualify = kvalifiser
cases-qualify-help = Prøver søknaden mot de fire vilkårene.
cases-recommend = innstill
cases-recommend-help = Gir rådets innstilling: innvilge, utsette eller avslå.
cases-decide = vedtak
cases-decide-help = Fatter KS sitt vedtak: tilsagn eller avslag.
cases-next = neste
cases-next-help = Viser den neste søknaden.
cases-previous = forrige
cases-previous-help = Viser den forrige søknaden.

## Én søknad

cases-stage = Trinn
cases-next-step = Neste steg
cases-applicant = Søker
cases-owned = { $name } (eid av { $owner })
cases-eligible = har betalt innskuddet
cases-not-eligible = har ikke betalt innskuddet
cases-benefit = Nytte for
cases-applied = Søkt om
cases-cost = Av kostnaden
cases-of-cost = { $cost }
cases-submitted = Innsendt
cases-go-live = Ventes i drift
cases-not-said = ikke oppgitt
cases-uptake = Utbredelse
cases-delay = Forsinkelse
cases-low = lavt { $value }
cases-likely = mest sannsynlig { $value }
cases-high = høyt { $value }
cases-quarters = { $range } kvartaler
cases-price = Prismodell
cases-price-shared = De som tar løsningen i bruk, deler kostnaden etter innbyggertall.
cases-price-fixed = { $fixed } for hver som tar løsningen i bruk
cases-price-inhabitant = { $inhabitant } per innbygger
cases-price-both = { $fixed } for hver som tar løsningen i bruk, og { $inhabitant } per innbygger
cases-price-upto = til og med { $inhabitants } innbyggere { $amount }
cases-price-above = flere enn det { $amount }
cases-summary = Sammendrag
cases-no-summary = Søknaden har ikke noe sammendrag.

cases-gates = Vilkår
cases-gate-shared = Felles digital utvikling
cases-gate-use = Til nytte for alle kommuner eller fylkeskommuner
cases-gate-eligible = Berettiget søker
cases-gate-repayment = Troverdig plan for tilbakebetaling
cases-reason = Begrunnelse
cases-conflicts = Inhabile
cases-scores = Vurdering i runde { $round }
cases-score = Poeng
cases-score-spread = median { $median }, standardavvik { $deviation }, spenn { $range }, { $count ->
    [one] én vurdering
   *[other] { $count } vurderinger
    }
cases-no-scores = Ingen vurderinger er sendt inn.
cases-blind = Blind til runden avdekkes · { $submitted } av { $expected } har vurdert
cases-recommendation = Rådets innstilling
cases-recommended-approve = Innvilge { $amount }
cases-recommended-postpone = Utsette til en senere runde
cases-recommended-decline = Avslå
cases-conditions = Vilkår
cases-decision = Vedtak i KS
cases-decided-commit = Tilsagn om { $amount }
cases-decided-decline = Avslag
cases-signed = { $date }, { $name }
cases-commitment = Tilsagn
cases-committed = Gitt
cases-disbursed = Utbetalt
cases-released = Frigitt
cases-left = Gjenstår
cases-plan = Utbetalingsplan
cases-disbursements = Utbetalinger
cases-voucher = bilag { NUMBER($voucher, useGrouping: "false") }
cases-unapproved = venter på godkjenning

## Sende inn

cases-submit-title = Sende inn { $ref }?
cases-submit-effect = «{ $title }» sendes inn med en søknadssum på { $amount }.
cases-submit-after = Etterpå prøves den mot de fire vilkårene. Den kan endres til vurderingen starter.
cases-submit-yes = Send inn
