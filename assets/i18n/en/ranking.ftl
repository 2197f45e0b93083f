# The screen Ranking: the list, the line, what is tried, and what it means for the capital.

ranking-tab = Ranking
ranking-title = Round { $round } · { $scored } of { $count } scored · { $rule } · frame NOK { $frame } million
ranking-title-threshold = Round { $round } · { $scored } of { $count } scored · minimum score { $least } · frame NOK { $frame } million
ranking-title-overlay = Round { $round } · { $state } · { $rule } · frame NOK { $frame } million
ranking-title-overlay-threshold = Round { $round } · { $state } · minimum score { $least } · frame NOK { $frame } million
ranking-title-blind = Round { $round } · hidden until it is revealed
ranking-title-none = No scoring round yet
ranking-state-draft = draft, not saved
ranking-state-what-if = being tried
ranking-state-both = draft being tried
ranking-skip = skip
ranking-no-round = No scoring round has been opened yet. The ranking is here when a round has been revealed.
ranking-blind = Round { $round } is hidden until it is revealed. { $submitted } of { $expected } scorecards are submitted. Until then nobody sees scores, order or line.
ranking-empty = There are no proposals in the round that you can see.
ranking-left-out = { $count ->
    [one] One proposal is left out, as you are in conflict. Line and sums omit it.
   *[other] { $count } proposals are left out, as you are in conflict. Line and sums omit them.
    }
ranking-so-far = { $count ->
    [one] Recommended: one proposal of { $sum }, { $refs }
   *[other] Recommended: { $count } proposals of { $sum }, { $refs }
    }

ranking-head-place = #
ranking-head-recommended = Recomm.
ranking-head-decided = { SENTENCE(word-decided) }
ranking-head-sum = Sum
ranking-line = the line
ranking-line-left = NOK { $amount } million left
ranking-line-short = NOK { $amount } million short

ranking-save-help = Saves the new order with a reason. The computed place is kept too.
ranking-what-if = try
ranking-what-if-help = Tries what happens if the proposal is taken in or left out. It is never saved.
ranking-down = move down
ranking-down-help = Moves the proposal one place down in a draft. The star shows what is not saved.
ranking-up = move up
ranking-up-help = Moves the proposal one place up in a draft. The computed place stands in brackets.
ranking-recommend-help = The council’s recommendation: a commitment of an amount, postponement or rejection.
ranking-decide-help = KS’s decision: commit an amount, or decline.
ranking-scores = scores
ranking-scores-help = Shows how the scores of the proposal are spread, in place of the capital.
ranking-rule-help = Changes the rule of the line: stop, skip, minimum score.
ranking-compare = compare
ranking-compare-help = Sets the line beside the best set of proposals, and says what it costs.
ranking-frame-help = Sets the frame by which the line is drawn. Without one it is what is free on hand (K1).
ranking-round-help = Chooses another scoring round.

ranking-use = Use
ranking-show = Show
ranking-frame-title = Frame of the line
ranking-frame-label = { SENTENCE(word-frame) }
ranking-frame-hint = Leave the field empty to use what is free on hand (K1).
ranking-least-title = Minimum score of the line
ranking-least-label = At least
ranking-least-hint = A number from 0 to 5, such as 3.5. { tui-key-back } goes back to stop at the line.
ranking-round-title = Which round?
ranking-round-label = { SENTENCE(word-round) }
ranking-round-hint = The arrow keys choose.
ranking-reason-title = { $count ->
    [one] Save the new order: one proposal is moved
   *[other] Save the new order: { $count } proposals are moved
    }
ranking-save-yes = Save the order

## The capital beside it

ranking-unit = NOK million
ranking-reserve = { SENTENCE(word-reserve) }
ranking-drop-tried = reset
ranking-free-now = now
ranking-free-after = after the line
ranking-ahead = Expected in the bank
ranking-as-saved = as saved
ranking-foot = Capital in NOK million: now → with what is above the line

## The scores of a proposal

ranking-scores-of = The scores of { $ref }
ranking-unscored = Nobody has scored the proposal.
ranking-scorecards = { SENTENCE(word-scorecards) }
ranking-count-of = { $count } at { $figure }
ranking-computed = The computed place is { $computed }.
ranking-computed-short = computed place { $computed }
ranking-recommended-approve = The council recommends a commitment of { $amount }.
ranking-recommended = The council recommends { $what }.

error-move-with-conflict = You do not see the whole list, as you are in conflict in the round. Somebody else must move the proposals.
error-draft-unsaved = The moves are not saved. Save them with { tui-key-save } or undo them with { tui-key-undo } first.
error-no-other-round = There is only one scoring round.
error-what-if-settled = { $ref } is at the stage “{ $stage }” and is no longer weighed by the line.
error-nothing-to-undo = There is nothing to undo.

## What is tried, the same score on either side of the line, and what was moved

ranking-tried-with = With { $with } (NOK { $sum } million),
ranking-tried-with-lower = With { $with } million,
ranking-tried-without = Without { $without },
ranking-tried-both = With { $with } (NOK { $sum } million) and without { $without },
ranking-tried-both-lower = With { $with } million and without { $without },
ranking-tried-lower = { $ref } cut to { $sum }
ranking-tried-lacks = { $tried } the frame is { $amount } short.
ranking-tried-leaves = { $tried } { $amount } of the frame is left.
ranking-tried-displaced = Within the frame, { $refs } would have to go.
ranking-tried-alone = The frame is { $amount } too small for what is taken in alone.
ranking-tie = { $above } and { $below } both have { $score } points, on either side of the line: { $by }.
ranking-tie-decimals = decimals that are not shown set them apart
ranking-tie-median = the median sets them apart
ranking-tie-submission = the one submitted first comes first
ranking-tie-reference = all is equal, and the reference sets them apart
ranking-tie-move = the council has moved them
ranking-tie-amount = the first of them does not fit in the frame
ranking-moved-from = { $ref } was moved from place { $computed }: { $reason }
ranking-moved-unplaced = { $ref } has no scorecards and was moved: { $reason }
ranking-amount-help = Tries the proposal with less than it asks for, such as what is left of the frame. It is never saved.
ranking-amount-title = Try { $ref } with less
ranking-amount-hint = At most { $asks }. The frame has room for { $left }.
error-what-if-amount-above = { $ref } asks for { $asks }. Try at most that, not { $amount }.
error-what-if-twice = { $ref } is named more than once. Name it once, in --with or in --without.

ranking-title-of-page = Ranking · { $round }
ranking-rule = { $rule } · frame { $frame } · { $left } · amounts in NOK
ranking-line-of-page = the line · { $left }
ranking-left = { $amount } left
ranking-lacks = { $amount } short
