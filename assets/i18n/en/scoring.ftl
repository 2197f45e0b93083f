# The screen Scoring: one's own scorecards, conflicts of interest, and rounds that are opened and revealed.

scoring-tab = Scoring
scoring-range = Range
scoring-title = Round { $round } · { $submitted } of { $expected } scorecards are submitted
scoring-title-own = Round { $round } · { $scored } of { $mine } scored · { $submitted } of { $expected } scorecards are submitted
scoring-no-round = No scoring round is open. The chair or the deputy chair opens a new one. The scores of earlier rounds are under Ranking.
scoring-no-proposals = All proposals of the round have been withdrawn.
scoring-head-own = Your score
scoring-unscored = not assessed
scoring-registered = { $score } (secr.)
scoring-proposal-facts = { $ref } · applied for { $applied }

scoring-score = score
scoring-score-help = Opens the scorecard of the proposal. If you have scored it before, your scores are there.
scoring-next-help = Goes to the next proposal that you have not scored.
scoring-conflict-help = Declares that you are in conflict, with a reason.
scoring-proposal = proposal
scoring-proposal-help = Opens the whole proposal.
scoring-open = open round
scoring-open-title = Open a new scoring round
scoring-open-help = Chooses proposals for a new scoring round and opens it.
scoring-reveal-help = Reveals the round to everyone. After that nobody can change their scores.

scoring-reveal-title = Reveal round { $round }?
scoring-cards-in = { overview-round-progress }.
scoring-reveal-missing = { $missing ->
    [one] One scorecard is missing and will not count.
   *[other] { $missing } scorecards are missing and will not count.
    }
scoring-reveal-effect = Scores, order and line become visible to everyone. It cannot be undone.
scoring-reveal-yes = Reveal the round
scoring-declare-conflict = conflict
scoring-no-open-round = No scoring round is open.

## The scorecard

scorecard-title = Your scorecard of { $ref }
scorecard-criterion = Criterion
scorecard-weight = Weight
scorecard-score = { SENTENCE(word-score) }
scorecard-whole = Total score
scorecard-own-score = Your score: { $score }
scorecard-no-score = Score at least one criterion.
scorecard-registered = Registered by the secretariat. Submit to make it yours.
scorecard-registered-only = Registered by the secretariat.
scorecard-submit = Submit the scorecard
card-score = points
card-score-help = Gives the criterion its points and goes on to the next.
card-not-assessed-help = Leaves the criterion without an assessment and goes on to the next.
card-next-help = Goes to the next criterion, and from the last one to the comment.
card-previous-help = Goes to the criterion before.
card-first-help = Goes to the first criterion.
card-comment-help = Goes to the comment.
card-erase-help = Removes the score and stays on the criterion.
card-submit-help = Submits the scorecard. You are asked first.
card-summary-down-help = One page down in the summary of the proposal.
card-summary-up-help = One page up in the summary of the proposal.
scorecard-submit-title = Submit the scorecard of { $ref }?
scorecard-submit-score = Your score will be { $score }.
scorecard-submit-blank = { $count ->
    [one] One criterion is not assessed. The others are weighted up.
   *[other] { $count } criteria are not assessed. The others are weighted up.
    }
scorecard-submit-effect = Nobody else sees the scores until the round is revealed. Until then you can submit again; the last scorecard counts.
scorecard-submit-yes = Submit
scorecard-leave-title = Leave { $ref } without submitting?
scorecard-leave-effect = What you have changed since you last submitted will be lost.
scorecard-leave-yes = Leave without submitting

## Conflict of interest

conflict-title = Declare a conflict of interest in { $ref }
conflict-ground-hint = For example: I am on the board of the company that applies.
conflict-declare = Declare the conflict
conflict-means = This means
conflict-effect = You can then not score or treat the proposal, and you do not see its scores until KS has decided.
conflict-effect-card = The scorecard that you have submitted no longer counts.
conflict-effect-card-registered = The scorecard that the secretariat has registered for you no longer counts.
conflict-effect-final = The reason is kept. The declaration cannot be taken back here.

## A new round

round-title = New scoring round · { $chosen } of { $count } proposals chosen
round-choose-help = Takes the proposal into the round, or out of it.
round-all = choose all
round-all-help = Takes in all proposals, or none.
round-name-help = Names the round and opens it.
round-name-title = What should the round be called?
round-no-candidates = No proposals are ready. A proposal must be qualified, or postponed from an earlier round.
round-open-title = Open round { $round }?
round-open-proposals = { $count ->
    [one] One proposal is chosen.
   *[other] { $count } proposals are chosen.
    }
round-open-effect = The council’s members can score them from now on, without seeing each other’s scores. The applicants can no longer change them.
round-open-yes = Open the round

error-no-open-round = { scoring-no-open-round }
error-round-without-proposals = There are no proposals in the round.
error-nothing-left-to-score = You have scored all the proposals that you are to score in this round.
error-proposal-not-in-open-round = { $ref } is not in the open round. It has been withdrawn, or the round has been revealed.
rounds-not-handed-in = Not handed in
rounds-all-handed-in = Everybody has handed in.
rounds-registered = { $what } (registered by the secretariat)

rounds-blind = hidden

rounds-revealed = revealed
