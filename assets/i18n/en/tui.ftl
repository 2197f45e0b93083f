# The frame around the screens: keys, help, commands, forms and questions.

tui-brand = KommIT
tui-demo = demo
tui-administrator = administrator
tui-kroner = NOK
tui-save = Save
tui-cancel = Cancel

## Keys without a sign of their own

tui-key-space = Space
tui-key-backspace = Backspace
tui-key-up = Up
tui-key-down = Down
tui-key-left = Left
tui-key-right = Right

## Keys that all screens share: a verb for the last line and a sentence for the help

tui-open = open
tui-open-help = Opens what is selected.
tui-filter = search
tui-filter-help = Shows only what matches what you type.
tui-filter-keys = Enter keeps the search  Esc shows all  The arrow keys move
tui-found = { $shown } of { $count }
tui-none-found = Nothing matches the search. Esc shows everything again.
tui-none-fit = Nothing matches the selection.
tui-focus = switch part
tui-focus-help = Goes to the next part of the screen.
tui-undo = undo
tui-undo-help = Takes back the last thing that you did and have not saved.
tui-down = down
tui-down-help = One line down.
tui-up = up
tui-up-help = One line up.
tui-half-down = half a page down
tui-half-down-help = Half a page down.
tui-half-up = half a page up
tui-half-up-help = Half a page up.
tui-page-down = a page down
tui-page-down-help = A page down.
tui-page-up = a page up
tui-page-up-help = A page up.
tui-first = first
tui-first-help = To the first line.
tui-last = last
tui-last-help = To the last line.
tui-help = help
tui-help-help = Shows all the keys here and what they do.
tui-formulas = formulas
tui-formulas-help = Shows how the figures in the program are worked out.
tui-rulebook = rule
tui-rulebook-help = Shows the rule behind what was just refused, or all the rules.
tui-rule = Rule { $label } { $title }
tui-rule-key = { $key } shows rule { $rule }.
tui-palette = command
tui-palette-help = Finds a command by a part of its name.
tui-palette-title = What do you want to do?
tui-palette-none = No command matches.
tui-rehearsing = Finding out whether it can be done … Esc calls it off.
tui-back = back
tui-back-help = One step back.
tui-log = log
tui-log-help = Shows all that was done, by whom and when.
tui-seat = change seats
tui-seat-help = Lets you sit in somebody else's seat. In the demo fund only.
tui-seats-title = Who do you want to be?
tui-screen = screen
tui-screen-help = Goes to the screen with this digit.
tui-no-such-screen = There is no screen with this digit.
tui-redraw = redraw
tui-redraw-help = Draws the whole screen anew.
tui-quit = quit
tui-quit-help = Ends the program.

## Forms and questions

tui-form-keys = Tab next field  Ctrl-S done  Esc out
tui-form-keys-button = Enter done  Shift-Tab previous field  Esc out
tui-form-keys-choice = Arrows choose  Tab next field  Ctrl-S done  Esc out
tui-form-keys-prose = Enter new line  Tab next field  Ctrl-S done  Esc out
tui-quit-title = Quit?
tui-unsaved = You have changes that are not saved. They will be lost.
tui-leave-title = Leave the form?
tui-leave-anyway = Leave without saving
tui-quit-anyway = Quit without saving
error-nothing-behind = You are on the overview. There is nothing to go back to.
error-seat-only-in-demo = You can change seats in the demo fund only.
tui-hint-help = The arrow keys scroll  Esc closes
tui-hint-rulebook = The arrow keys choose  Enter shows the rule  Esc closes
tui-hint-rule = Up and down scroll  Left and right: another rule  Esc closes
tui-hint-palette = Type what you look for  The arrow keys choose  Enter does it  Esc closes
tui-hint-confirm = The arrow keys choose  Enter answers  Esc cancels
tui-hint-seats = The arrow keys choose  Enter sits down  Esc closes
