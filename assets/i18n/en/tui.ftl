# The frame around the screens: keys, help, commands, forms and questions.

tui-brand = KommIT
tui-demo = demo
tui-administrator = administrator
tui-kroner = NOK
tui-save = { SENTENCE(word-save) }
tui-register = Register
tui-post = Post
tui-cancel = cancel
tui-stay = stay here

## Keys without a sign of their own

tui-key-space = Space
tui-key-backspace = Backspace
tui-key-up = Up
tui-key-down = Down
tui-key-left = Left
tui-key-right = Right

## Keys that texts name, as they stand in the tables of keys

tui-key-back = Esc
tui-key-follow = F
tui-key-focus = Tab
tui-key-focus-back = Shift-Tab
tui-key-open = Enter
tui-key-save = Ctrl-S
tui-key-undo = u

## Keys that all screens share: a verb for the last line and a sentence for the help

tui-open = open
tui-open-help = Opens what is selected.
tui-filter = search
tui-filter-help = Shows only what matches what you type.
tui-sort = sort
tui-filter-keep = keep the search
tui-filter-keep-help = Closes the search. What does not match stays hidden.
tui-filter-forget = drop the search
tui-filter-forget-help = Drops the search and shows what was there before.
tui-drop-selection = show all
tui-none-found = Nothing matches the search. { tui-key-back } drops it.
tui-none-fit = Nothing matches the filter.
tui-undo = undo
tui-undo-help = Takes back the last thing that you did and have not saved.
tui-down-help = One line down.
tui-up-help = One line up.
tui-half-down-help = Half a page down.
tui-half-up-help = Half a page up.
tui-page-down-help = A page down.
tui-page-up-help = A page up.
tui-first-help = To the first line.
tui-last-help = To the last line.
tui-help = help
tui-help-help = Shows all the keys here and what they do.
tui-formulas = formulas
tui-formulas-help = Shows how the figures in the program are worked out.
tui-rulebook-help = Shows the rule behind what was just refused, or all the rules.
tui-rule = Rule { $label } { $title }
tui-rule-key = { $key } shows rule { $rule }.
tui-palette-help = Finds a command by a part of its name.
tui-palette-title = What do you want to do?
tui-palette-none = No command matches.
tui-title-waiting = Reading …
tui-title-refused = Cannot be shown
tui-step-is-slow = Not saved yet. Waiting for a turn to write; somebody else is writing to the fund …
tui-rehearsing = Finding out whether it can be done … { tui-key-back } calls it off.
tui-back = back
tui-back-help = One step back.
tui-log-help = Shows all that was done, by whom and when.
tui-seat = change person
tui-seat-help = Lets you use the program as somebody else. In the demo fund only.
tui-seats-title = Who do you want to be?
tui-screen = screen
tui-screen-help = Goes to the screen with this digit.
tui-no-such-screen = There is no screen with this digit.
tui-first-part = first part
tui-last-part = last part
tui-next-part = next part
tui-previous-part = previous part
tui-previous-part-help = Goes to the previous part.
tui-redraw = redraw
tui-redraw-help = Draws the whole screen again.
tui-quit = quit
tui-quit-help = Ends the program.

## Forms and questions

tui-erase-help = Deletes the character before the cursor.
tui-empty-help = Deletes all you have typed in the field.
tui-scroll = page down
tui-close = close
tui-close-help = Goes back to the screen.
tui-turn-help = Goes from one answer to the other.
tui-answer-help = Gives the answer that is chosen. The first letter of what is on the button does it without choosing.
tui-cancel-help = Cancels. Nothing is done.
tui-run = run
tui-run-help = Runs the command that is chosen.
tui-sit-help = Changes to the person who is selected.
form-amount-understood = NOK { $amount }, that is { $mill } million
form-amount-small = NOK { $amount }, that is less than 0.1 million
form-date-understood = Read as { $date }.
form-today = today
# The day, or the text of form-today.
form-on-day = { $when ->
    [today] today
   *[other] on { $when }
    }
form-next = next field
form-next-help = Goes to the next field, and from the last one to the button.
form-previous = previous field
form-previous-help = Goes to the field before.
form-submit = finish
form-submit-help = Finishes the form.
form-leave-help = Leaves the form. If something that you have written would be lost, you are asked first.
form-new-line = new line
form-new-line-help = Begins a new line.
form-line-up-help = One line up, and from the first line to the field above.
form-line-down-help = One line down, and from the last line to the field below.
form-left-help = One character to the left.
form-right-help = One character to the right.
form-start-help = To the beginning of the line.
form-end-help = To the end of the line.
form-delete-help = Deletes the character after the cursor.
form-erase-word-help = Deletes the word before the cursor.
form-erase-rest-help = Deletes the rest of the line.
form-choose-help = Chooses the next option.
form-choose-before-help = Chooses the previous option.
tui-quit-title = Quit?
error-form-unanswered = Choose yes or no.
tui-unsaved = You have changes that are not saved. They will be lost.
tui-quit-conducting = A secret election is conducted from this session. If you quit now, it is called off and must be held again.
tui-quit-own-vote = A vote is open in meeting { $meeting }, and you have not voted.
tui-quit-led-vote = A vote is open in meeting { $meeting }. It stays open until you are back.
tui-quit-vote = A vote is open in meeting { $meeting }. You are still listed as present.
tui-quit-led-meeting = Meeting { $meeting } has not been closed. It stays open until you are back.
tui-quit-meeting = Meeting { $meeting } is in progress. You are still listed as present.
tui-draft-found = What you typed here last and did not deliver is back.
tui-leave-title = Leave the form?
tui-leave-anyway = Leave without saving
tui-quit-call-off = Quit and call the election off
tui-quit-all-the-same = Quit all the same
tui-quit-anyway = Quit without saving
error-nothing-behind = q quits
error-seat-only-in-demo = You can change person in the demo fund only.

## What is said when the answer is no

tui-yes-help = Does what is asked about.
tui-choose-first = Nothing is done yet. Choose with { $key } or { tui-key-back }.
not-asked = Cancelled. Nothing is done.
not-closed = Not closed.
not-approved = Not approved.
not-declared = No conflict is declared.
not-decided = No decision is made.
not-handed-in = Not submitted.
not-left = The form is still open.
not-opened = The round is not opened.
not-posted = Not posted.
not-qualified = The requirements are not settled.
not-quit = The program goes on.
not-recommended = No recommendation is made.
not-registered = Not registered.
not-released = Not released.
not-reopened = Not reopened.
not-reminded = No reminder is registered.
not-revealed = The round is not revealed.
not-reversed = Not reversed.
not-saved = Not saved.
not-sent-in = Not sent in.
not-settled = Not settled.
not-stopped = The project is not stopped.
not-taken-back = Not withdrawn.
not-waived = Not waived.
not-withdrawn = The proposal is not withdrawn.
not-written-off = Not written off.

## Headings of the manual’s page of keys

keys-everywhere = Everywhere
keys-lists = In lists and on pages
keys-search = While you search a list
keys-line = In a field of text, an amount or a date
keys-prose = In a field of running text
keys-choice = In a field with options
keys-button = On the button below the fields
keys-question = When you are asked
keys-scorecard = The criteria of a scorecard
keys-new-round = The proposals of a new round
keys-vouchers = The vouchers
keys-solution = One solution
