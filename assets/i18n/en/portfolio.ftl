# The comparison of the line with the best set of whole proposals.

portfolio-threshold = minimum score { $least }
portfolio-under-frame = best under the frame
portfolio-over-reserve = best over the reserve
portfolio-kept = kept
portfolio-broken = broken

portfolio-title = Round { $round } · comparison · frame { $frame } · reserve { $reserve }
portfolio-tab = Comparison
portfolio-unit = Amounts in NOK million. “Lowest” is the lowest balance on the expected path when the proposals are committed today.
portfolio-col-count = { SENTENCE(word-count) }
portfolio-col-score = { SENTENCE(word-score) }
portfolio-col-amount = { word-nok-mill }
portfolio-nothing = None of the proposals in the round that you can see asks for money any more.

portfolio-line = { $count ->
    [0] The line ({ $rule }) gives no proposals.
    [one] The line ({ $rule }) gives one proposal and { $score } points for { $amount }.
   *[other] The line ({ $rule }) gives { $count } proposals and { $score } points for { $amount }.
    }
portfolio-same-line = The line ({ $rule }) gives the same as { $other }.
portfolio-best-possible = The best possible
portfolio-best-found = The best found
portfolio-best-frame = { $count ->
    [0] { $best } under the frame is no proposals: { $more }.
    [one] { $best } under the frame is one proposal and { $score } points for { $amount }: { $more }.
   *[other] { $best } under the frame is { $count } proposals and { $score } points for { $amount }: { $more }.
    }
portfolio-best-reserve = { $count ->
    [0] { $best } with no quarter below the reserve is no proposals: { $more }.
    [one] { $best } with no quarter below the reserve is one proposal and { $score } points for { $amount }: { $more }.
   *[other] { $best } with no quarter below the reserve is { $count } proposals and { $score } points for { $amount }: { $more }.
    }
portfolio-same-frame = { $best } under the frame is the same.
portfolio-same-reserve = { $best } with no quarter below the reserve is the same.
portfolio-more = { $points } points more
portfolio-less = { $points } points less
portfolio-hair-more = less than 0.01 points more
portfolio-hair-less = less than 0.01 points less
portfolio-cheaper = as many points for { $amount } less
portfolio-dearer = as many points for { $amount } more
portfolio-as-many = as many points for the same amount
portfolio-in = In: { $proposals }
portfolio-out = Out: { $proposals }
portfolio-unproven = The search stopped before it was proven; no set is more than { $points } points better.
portfolio-none = Whichever proposals are chosen, even none, at least one quarter closes below the reserve of { $reserve }.
portfolio-none-found = The search stopped before it found a set that keeps the reserve of { $reserve } in every quarter. There may still be one.

portfolio-against = The line against the best set
portfolio-other = change comparison
portfolio-other-help = Measures the line against the best over the reserve instead of the best under the frame, and back.

portfolio-tried-with = Tried: { $with } is in all of them.
portfolio-tried-without = Tried: { $without } is in none of them.
portfolio-tried-both = Tried: { $with } is in all of them, { $without } in none.

portfolio-title-of-page = Comparison · { $round }
portfolio-limits = frame { $frame } · reserve { $reserve }
