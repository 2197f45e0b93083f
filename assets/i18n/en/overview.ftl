# Screen 1: what is waiting, the capital in three figures, the round, the invitation and the proposals.

overview-tab = Overview
overview-greeting = Good day, { $name }. Today is { $date }.
overview-title = Good day. Today is { $date }.
overview-tasks = Waiting for you
overview-no-tasks = Nothing is waiting for you now. All is done.
error-nothing-waits = Nothing is waiting for you now.

overview-enter = { tui-key-open }: { $next }
overview-vote = { $count ->
    [one] Meeting { $meetings } awaits your vote
   *[other] Meetings { $meetings } await your vote
}
overview-vote-next = vote
overview-in-session = { $count ->
    [one] Meeting { $meetings } is under way
   *[other] Meetings { $meetings } are under way
}
overview-in-session-next = go to the meeting
overview-meets = { $count ->
    [one] Meeting { $meetings } is today
   *[other] Meetings { $meetings } are today
}
overview-meets-next = see the agenda
overview-meeting-today = Today, { $when }
overview-score = { $left ->
    [one] One
   *[other] { $left }
    } of { $of } proposals in round { $round } await your scores
overview-score-next = score { $ref }
overview-reveal = { $left ->
    [one] One scorecard is
   *[other] { $left } scorecards are
    } missing before round { $round } can be revealed
overview-reveal-next = see the round
overview-reveal-ready = All scorecards of round { $round } are submitted
overview-recommend = { $count ->
    [one] One ranked proposal awaits
   *[other] { $count } ranked proposals await
    } the council’s recommendation
overview-to-agenda = { $count ->
    [one] One ranked proposal is
   *[other] { $count } ranked proposals are
    } on no agenda
overview-to-agenda-next = list it (+)
overview-minutes = { $count ->
    [one] The minutes of meeting { $meetings } are not final
   *[other] The minutes of meetings { $meetings } are not final
    }
overview-minutes-next = make final
overview-minutes-awaited = { $count ->
    [one] The minutes of meeting { $meetings } await the secretariat
   *[other] The minutes of meetings { $meetings } await the secretariat
    }
overview-minutes-awaited-next = read the draft
overview-answer = { $count ->
    [one] Written procedure { $meetings } awaits your answer
   *[other] Written procedures await your answer: { $meetings }
}
overview-close-written = { $count ->
    [one] Written procedure { $meetings } can be closed
   *[other] Written procedures can be closed: { $meetings }
}
overview-close-written-next = close (l)
overview-decide = { $count ->
    [one] One recommended proposal awaits
   *[other] { $count } recommended proposals await
    } KS’s decision
overview-approve = { $count ->
    [one] One disbursement awaits
   *[other] { $count } disbursements await
    } your approval
overview-awaits = { $count ->
    [one] One disbursement awaits KS
   *[other] { $count } disbursements await KS
}
overview-awaits-next = see what
overview-qualify = { $count ->
    [one] One submitted proposal awaits
   *[other] { $count } submitted proposals await
    } a check of the requirements
overview-open-round = { $count ->
    [one] One proposal
   *[other] { $count } proposals
    } can be taken up in a new round
overview-remind = { $count ->
    [one] One participant has
   *[other] { $count } participants have
    } not paid in time
overview-remind-next = see who
overview-overdue = { $count ->
    [one] One charge of { $amount } is
   *[other] { $count } charges of { $amount } are
    } overdue
overview-overdue-next = register a reminder
overview-refund = { $count ->
    [one] One participant is
   *[other] { $count } participants are
    } owed { $amount } back
overview-refund-next = refund

overview-round = { SENTENCE(word-round) }
overview-round-name = Round { $round }
overview-no-round = No scoring round has been opened yet.
overview-round-progress = { $submitted } of { $expected } scorecards are submitted
overview-round-blind = { $count ->
    [one] One proposal
   *[other] { $count } proposals
    }. Scores are hidden from everyone until the reveal.
overview-round-revealed = { $count ->
    [one] One proposal
   *[other] { $count } proposals
    }. The round was revealed { $date }.
overview-invitation = Invitation
overview-joined = { $joined } of { $invited } have joined
overview-proposals = { SENTENCE(word-proposals) }

overview-demo = This is a demo fund. People, proposals and money are made up.
overview-actor = You are { $who }.
overview-administrator = the administrator (owner of the file)
