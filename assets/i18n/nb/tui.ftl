# Rammen rundt skjermbildene: taster, hjelp, kommandoer, skjema og spørsmål.

tui-brand = KommIT
tui-demo = demo
tui-administrator = administrator
tui-kroner = kr
tui-save = Lagre
tui-cancel = Avbryt

## Taster uten eget tegn

tui-key-space = Mellomrom
tui-key-backspace = Rettetast
tui-key-up = Opp
tui-key-down = Ned
tui-key-left = Venstre
tui-key-right = Høyre

## Taster som er felles: et verb til bunnlinjen og en setning til hjelpen

tui-open = åpne
tui-open-help = Åpner det som er valgt.
tui-filter = søk
tui-filter-help = Viser bare det som passer med det du skriver.
tui-filter-keys = Enter beholder søket  Esc viser alt  Piltastene flytter
tui-found = { $shown } av { $count }
tui-none-found = Ingenting passer med søket. Esc viser alt igjen.
tui-none-fit = Ingenting passer med utvalget.
tui-focus = bytt felt
tui-focus-help = Går til neste del av skjermbildet.
tui-undo = angre
tui-undo-help = Tar tilbake det siste du gjorde og ikke har lagret.
tui-down = ned
tui-down-help = Én linje ned.
tui-up = opp
tui-up-help = Én linje opp.
tui-half-down = en halv side ned
tui-half-down-help = En halv side ned.
tui-half-up = en halv side opp
tui-half-up-help = En halv side opp.
tui-page-down = en side ned
tui-page-down-help = En side ned.
tui-page-up = en side opp
tui-page-up-help = En side opp.
tui-first = først
tui-first-help = Til den første linjen.
tui-last = sist
tui-last-help = Til den siste linjen.
tui-help = hjelp
tui-help-help = Viser alle tastene her og hva de gjør.
tui-formulas = formler
tui-formulas-help = Viser hvordan tallene i programmet er regnet ut.
tui-rulebook = regel
tui-rulebook-help = Viser regelen bak det som nettopp ble avvist, eller alle reglene.
tui-rule = Regel { $label } { $title }
tui-rule-key = { $key } viser regel { $rule }.
tui-palette = kommando
tui-palette-help = Finner en kommando når du skriver en del av navnet.
tui-palette-title = Hva vil du gjøre?
tui-palette-none = Ingen kommando passer.
tui-rehearsing = Ser etter om det går … Esc avbryter.
tui-back = tilbake
tui-back-help = Ett steg tilbake.
tui-log = logg
tui-log-help = Viser alt som er gjort, av hvem og når.
tui-seat = bytt plass
tui-seat-help = Lar deg sitte på en annens plass. Finnes bare i demofondet.
tui-seats-title = Hvem vil du være?
tui-screen = skjermbilde
tui-screen-help = Går til skjermbildet med dette tallet.
tui-no-such-screen = Det finnes ikke noe skjermbilde med dette tallet.
tui-redraw = tegn på nytt
tui-redraw-help = Tegner hele skjermen på nytt.
tui-quit = avslutt
tui-quit-help = Avslutter programmet.

## Skjema og spørsmål

tui-form-keys = Tab neste felt  Ctrl-S ferdig  Esc ut
tui-form-keys-button = Enter ferdig  Shift-Tab forrige felt  Esc ut
tui-form-keys-choice = Piltaster velger  Tab neste felt  Ctrl-S ferdig  Esc ut
tui-form-keys-prose = Enter ny linje  Tab neste felt  Ctrl-S ferdig  Esc ut
tui-quit-title = Avslutte?
tui-unsaved = Du har endringer som ikke er lagret. De går tapt.
tui-leave-title = Forlate skjemaet?
tui-leave-anyway = Forlat uten å lagre
tui-quit-anyway = Avslutt uten å lagre
error-nothing-behind = Du er på Oversikt. Det er ikke noe å gå tilbake til.
error-seat-only-in-demo = Bare i demofondet kan du sitte på en annens plass.
tui-hint-help = Piltastene ruller  Esc lukker
tui-hint-rulebook = Piltastene velger  Enter viser regelen  Esc lukker
tui-hint-rule = Opp og ned ruller  Venstre og høyre: en annen regel  Esc lukker
tui-hint-palette = Skriv det du leter etter  Piltastene velger  Enter gjør det  Esc lukker
tui-hint-confirm = Piltastene velger  Enter svarer  Esc avbryter
tui-hint-seats = Piltastene velger  Enter setter deg  Esc lukker
