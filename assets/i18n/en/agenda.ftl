# 5 Meeting: agenda, the item on the table, votes, and what it takes to lead a meeting by keys.

agenda-title = { minutes-meeting-named } · { $date } · { $state }
agenda-title-written = { minutes-written-named } · { $date } · { $state }
agenda-title-none = No meetings
agenda-nobody = The council has no members yet.
agenda-no-quorum = { minutes-can-vote }. { $missing } more are needed
agenda-no-chair = Nobody can chair. A chair must be elected.
agenda-will-chair = { $leader }; if away, { $deputy }
agenda-no-leader = The council has neither chair nor deputy.
agenda-now = on the table
agenda-informed = noted
agenda-you-are-out = you are { conflict-upheld }
agenda-you-may-be-out = you may be in conflict
agenda-voted-on = voted on now
agenda-marked-internal = { $title } (internal)
agenda-minutes-unfinished = The minutes are not final.
agenda-next-own = The next item is a proposal from your own municipality or county.
agenda-next-conflict = Your conflict is raised in the next item.
agenda-on-the-table = { done-item-opened }. { $next }
agenda-on-the-table-minutes = { done-item-opened-minutes }. { $next }
agenda-is-open = Meeting { $meeting } is under way. { $next }
agenda-taken-along = { $what } You follow the meeting until you go to another screen.
agenda-goes-on = { $what } The key { tui-key-follow } goes there.
agenda-if-approved = With a commitment of
agenda-lowest = Lowest quarter

## Motions

agenda-numbered-approve = { SENTENCE(word-motion-number) }: { minutes-motion-approve }
agenda-numbered-approve-if = { SENTENCE(word-motion-number) }: { minutes-motion-approve } { decide-conditions }
agenda-numbered-postpone = { SENTENCE(word-motion-number) }: { minutes-motion-postpone }
agenda-numbered-decline = { SENTENCE(word-motion-number) }: { minutes-motion-decline }
agenda-numbered-withdraw = { SENTENCE(word-motion-number) }: { minutes-motion-take-back }
agenda-numbered-minutes = { SENTENCE(word-motion-number) }: { minutes-motion-approve-minutes }
agenda-numbered-text = { SENTENCE(word-motion-number) }: { $text }
agenda-short-approve = { SENTENCE(word-motion-number) }: a commitment of { $amount }
agenda-short-approve-if = { agenda-short-approve }, on conditions: { $conditions }
agenda-short-postpone = { SENTENCE(word-motion-number) }: { recommendation-postpone }
agenda-short-decline = { SENTENCE(word-motion-number) }: { word-rejection }
agenda-trial = Motion { $motion }: { agenda-counts }
agenda-trial-vote = { SENTENCE(agenda-key-trial) }

## Votes

agenda-between = Motion { $first } against motion { $second }
agenda-on-conflict = Is { $name } in conflict in item { $item }?
agenda-en-bloc = One vote on items { $items } together
agenda-counts = { $for } for, { $against } against
agenda-counts-carried = The motion is carried by { $for } votes to { $against }.
agenda-counts-lost = The motion is lost by { $for } votes to { $against }.
agenda-counts-between = { $for } for motion { $first }, { $against } for motion { $second }
agenda-counts-conflict = { $for } for in conflict, { $against } for not in conflict
agenda-carried-one = motion { $motion } is carried
agenda-in-item = { $what } (item { $item })
agenda-of-item = In item { $item }:
agenda-did-not-vote = { minutes-awaited }: { $names }
agenda-tie = It is a tie. { $name } chairs the item, decides and must vote.
agenda-you-have-not-voted = You have not voted.
agenda-you-voted = You have voted { $choice }. You can change your mind until the vote closes.
agenda-you-voted-between = You have voted for { $choice }. You can change your mind until the vote closes.
agenda-registered-for-you = { $choice }, registered by { $name }. You can change it until the vote closes.
agenda-own-vote = Your vote
agenda-own-answer = Your answer
agenda-you-agree = You agree. The answer can be changed until the deadline.
agenda-you-disagree = You do not agree to the motion. The answer can be changed until the deadline.
agenda-you-want-a-meeting = You do not agree to the procedure. The answer can be changed until the deadline.
agenda-reads = { $keys } read on
agenda-no-scores = The item has no scores to show.
agenda-have-answered = { $answers } of { $of } have answered
agenda-you-have-not-answered = You have not answered.
agenda-you-have-answered = You have answered. The answer can be changed until the answers are counted.
agenda-cast = Votes cast
agenda-carried-approve = recommended: { $amount }
agenda-carried-above-free = recommended above what is free: { $amount }
agenda-carried-postpone = recommended: { recommendation-postpone }
agenda-carried-decline = recommended: { word-rejection }
agenda-carried-withdraw = recommendation withdrawn

## Elections

agenda-candidates = Candidates
agenda-blank = blank
agenda-you-elect = You have voted for { $name }. You can change your mind until the election closes.
agenda-you-elect-nobody = You have voted blank. You can change your mind until the election closes.
agenda-conductor = Conducted by
agenda-conducted-by = { $name }. The votes can be counted only where the election was opened.
agenda-ballot-is-cast = { error-ballot-is-final }
agenda-col-receipt = Receipt
agenda-col-choice = { SENTENCE(action-vote) }
agenda-ballots = Ballots
agenda-ballots-of = { agenda-ballots }, { $office }
agenda-election-is-void = An election came to nothing before it was counted, and is held again.
void-called_off = Called off before the votes were counted. The election is held again.
void-lost = It can no longer be closed where it was opened, and nobody can read the ballots. The election is held again.
void-secrecy_asked = Somebody has asked for a secret election. It is held again, secretly.

## What can be done now

agenda-hint-plan = The key { $key } plans a meeting.
agenda-hint-add = The key { $key } puts an item on the agenda, and { $all } the ranked proposals.
agenda-hint-add-one = The key { $key } puts the item on the agenda.
agenda-hint-call = The key { $key } sends the notice.
agenda-hint-open = The key { $key } opens the meeting.
agenda-hint-send = The key { $key } sends the motion to all, with a deadline.
agenda-hint-chair-sends = The chair sends out the motion, with a deadline.
agenda-hint-resume = The key { $key } resumes the meeting.
agenda-hint-come = The key { $key } registers that you are present.
agenda-hint-everybody = The key { $key } registers everybody as present.
agenda-hint-elect-chair = The key { $key } opens the election of a chair.
agenda-hint-conflict = The key { $key } opens a vote on the conflict.
agenda-hint-conflict-in = The key { $key } opens a vote on the conflict in item { $item }.
agenda-hint-motion = The key { $key } puts a motion.
agenda-hint-open-vote = The key { $key } opens the vote.
agenda-hint-open-vote-of-several = { $key } opens a vote on one motion, { $between } puts two against each other.
agenda-hint-vote = Vote now: { $for } for, { $against } against.
agenda-hint-vote-conflict = Vote now: { $for } in conflict, { $against } not in conflict.
agenda-hint-vote-between = Vote now: { $for } for motion { $first }, { $against } for motion { $second }.
agenda-hint-change = You can change your vote: { $for } for, { $against } against.
agenda-hint-change-conflict = You can change the vote: { $for } in conflict, { $against } not in conflict.
agenda-hint-change-between = You can change your vote: { $for } for motion { $first }, { $against } for motion { $second }.
agenda-hint-room = { $all } registers the rest as for, { $some } some as against; { $close } closes.
agenda-hint-room-between = { $all } registers the rest for motion { $first }, { $some } some for motion { $second }; { $close } closes.
agenda-hint-room-conflict = { $all } registers the rest for “in conflict”, { $some } some for “not”; { $close } closes.
agenda-hint-close-vote = Everybody has voted. The key { $key } closes the vote.
agenda-hint-close-trial = The key { $key } counts the answers of the trial vote.
agenda-hint-trial = Answer in the trial vote: { $for } for, { $against } against. Nobody is told what you answer.
agenda-hint-answer = Answer before the deadline: { $for } agree, { $against } disagree.
agenda-hint-change-answer = You can change the answer: { $for } agree, { $against } disagree.
agenda-hint-close-written = The key { $key } closes the written procedure.
agenda-hint-elect = The key { $key } casts your vote in the election.
agenda-hint-elect-again = You can change your vote with the key { $key }.
agenda-hint-close-election = When everybody who wants to vote has voted, the key { $key } closes the election.
agenda-hint-open-election = The key { $key } opens the election.
agenda-hint-finalise = The key { $key } makes them final when nothing is missing, { $read } shows the draft.
agenda-hint-draft = The key { $key } shows the draft.
agenda-hint-next = The key { $key } goes to the next item.
agenda-hint-take-this = The key { $key } takes up this item.
agenda-hint-take = The key { $key } takes up this item, { tui-key-follow } goes to the one on the table, { $item }.
agenda-hint-elsewhere = Item { $item } is on the table. The key { tui-key-follow } goes there.
agenda-hint-in-item = In item { $item }: { $hint }
agenda-hint-close = No items wait. The key { $key } closes the meeting.
agenda-hint-hindered = The meeting cannot be closed yet. The key { $key } shows which item hinders it.
agenda-hint-minutes = { $key } shows the minutes that are to be approved.
agenda-hint-chair-decides = { $name } opens the vote on the conflict.

## Who is there, and votes that are registered for the others

agenda-people-presence = Present: { $present }
agenda-people-against = Who votes what?
agenda-people-toggle = came or went
agenda-people-toggle-help = Registers the selected one as present, or as gone.
agenda-people-turn = change the vote
agenda-people-turn-help = Switches between for, against and no vote; of two motions between the first, the second and no vote.
agenda-people-done = done
agenda-people-done-help = Goes back to the meeting.
agenda-people-object = objects
agenda-people-object-help = Notes that the selected one objects to taking up the item, or not.
agenda-objections-help = Puts the item on the agenda, unless the chair or at least a third object.
agenda-objections-title = Does anybody object to taking up “{ $title }”?
agenda-silent = does not vote
agenda-seat = seat { $seat }
agenda-substitute = substitute for seat { $seat }
agenda-room-title = Register the votes of the others?
agenda-room-for = { $count } for
agenda-room-against = { $count } against: { $names }
agenda-room-for-motion = { $count } for motion { $motion }
agenda-room-for-other = { agenda-room-for-motion }: { $names }
agenda-room-for-conflict = { $count } for { $member } being in conflict
agenda-room-against-conflict = { $count } for { $member } not being in conflict: { $names }
agenda-room-silent = Not voting: { $names }
agenda-room-can-be-changed = The votes can be changed until the vote closes.
agenda-unanimous-for = { $count ->
    [one] This vote is registered for
   *[other] These { $count } votes are registered for
}: { $names }.
agenda-unanimous-first = Registered for motion { $motion }: { $names }.
agenda-unanimous-conflict = Registered for { $member } being in conflict: { $names }.
agenda-register-help = Registers the votes of the others. You are asked first.
agenda-register = Register the votes

## Questions

agenda-close-vote-title = Close the vote?
agenda-close-vote-empty = No vote stands. The key { $key } calls the vote off, so that it can be opened again.
agenda-close-vote-yes = Make the result final
agenda-close-trial-title = Count the answers now?
agenda-close-trial-effect = Only the counts are kept, and the answers cannot be changed.
agenda-close-trial-yes = { SENTENCE(agenda-key-close-trial) }
agenda-not-counted = The answers are not counted.
agenda-close-election-title = Close the election?
agenda-close-election-effect = The votes are counted, and the result cannot be changed.
agenda-call-off-title = Call the election off?
agenda-call-off-effect = Nobody learns what was voted, and the election must be held again.
agenda-call-off-yes = { SENTENCE(agenda-key-call-off-election) }
agenda-call-off-no = let the election go on
not-called-off = The election is still under way.
agenda-call-off-vote-title = Call the vote off?
agenda-call-off-vote-effect = The vote ends without a result, and the minutes say that it was called off. A new vote may be opened.
agenda-call-off-vote-yes = { SENTENCE(agenda-key-call-off-vote) }
agenda-call-off-vote-no = let the vote go on
not-called-off-vote = The vote is still open.
agenda-ask-secret-effect = From now on the elections in the item are secret. It cannot be undone.
agenda-ask-secret-effect-anew = The election under way is called off and held again, secretly. It cannot be undone.
agenda-ask-secret-yes = { SENTENCE(action-ask-for-secrecy) }
not-asked-secret = No secret election was asked for.
agenda-ballot-title = Vote in the secret election
agenda-ballot-for = You vote for { $name }.
agenda-ballot-blank = You vote blank.
agenda-ballot-effect = The vote is final. Nobody learns what you voted, and nobody can vote for you.
agenda-receipt-title = You have voted
agenda-receipt = { agenda-col-receipt }: { $receipt }
agenda-receipt-effect = Your vote is cast and final. Write the receipt down; it is shown only now. When the election is closed, it stands beside your ballot in the list of ballots, in the item and in the minutes.
agenda-receipt-yes = Noted
agenda-en-bloc-title = Vote together?
agenda-en-bloc-effect = One vote on the motion in each of these items:
agenda-item-line-minutes = { $item } – { minutes-approval-of }
agenda-en-bloc-yes = { agenda-vote-yes }
agenda-leave-title = Leave item { $item } undecided?
agenda-leave-nothing = The item has neither a motion nor a result.
agenda-leave-motions = { $count ->
    [one] One motion has not been voted on.
   *[other] { $count } motions have not been voted on.
}
agenda-leave-void = { $count ->
    [one] The vote on one motion was not valid, since too few voted.
   *[other] The votes on { $count } motions were not valid, since too few voted.
}
agenda-in-question = The council has not decided on a conflict: { $names }. Whoever it concerns does not vote until then.
agenda-leave-effect = You can come back to the item in this meeting.
agenda-leave-next-list = Otherwise it comes on the next agenda.
agenda-leave-decide-first = The meeting cannot be closed before the item has been voted on, the motion is withdrawn or somebody has made a statement.
agenda-leave-judge-first = The meeting cannot be closed before the conflict is decided.
agenda-leave-yes = { SENTENCE(word-go-on) }
agenda-leave-no = The item is still on the table.
agenda-vote-early-title = Vote before the conflict is decided?
agenda-vote-early-effect = The question should be decided before you vote on the motion.
agenda-close-title = Close meeting { $meeting }?
agenda-close-left = { $left ->
    [0] All items are concluded.
    [one] One item is not concluded. It is put on the next meeting’s agenda, at the latest when that meeting is called.
   *[other] { $left } items are not concluded. They are put on the next meeting’s agenda, at the latest when that meeting is called.
}
agenda-close-informed = Item { $item } is noted as information.
agenda-close-effect = A closed meeting cannot be opened again.
agenda-close-yes = { cli-meeting-close }
agenda-close-written-title = Close the written procedure?
agenda-written-goes-on = The written procedure is still under way.
agenda-go-title = Leave now?
agenda-go-effect = You have voted in the vote that is open. Your vote is lost when you leave, even if you come back.
agenda-go-unvoted = A vote is open. If you leave now, you cannot vote in it, even if you come back.
agenda-go-told = The minutes say when you left.
agenda-go-next-chair = { $name } chairs meanwhile.
agenda-go-no-chair = Then nobody can chair.
agenda-gone-title = Has { $name } left?
agenda-gone-place = A vote is open. Whoever leaves has no vote in it, even after coming back.
agenda-gone-told = The minutes say when.
agenda-go-yes = { SENTENCE(agenda-key-go) }
agenda-not-gone = You are still present.
agenda-finalise-title = Make the minutes of meeting { $meeting } final?
agenda-finalise-effect = Final minutes cannot be changed. Mistakes are corrected by a note beside them.
agenda-finalise-yes = Make the minutes final
agenda-not-final = { agenda-minutes-unfinished }
not-opened-vote = The vote is not opened.

## Forms

agenda-field-date = { SENTENCE(word-date) }
agenda-field-time = Time
agenda-field-form = { minutes-form }
agenda-field-short = { notice-short-because }
agenda-field-short-hint = Needed only when the notice goes out less than { $days } days ahead.
agenda-field-kind = Kind of item
agenda-field-kind-hint = Proposals are put on the agenda from Ranking.
agenda-field-title = { SENTENCE(word-title) }
agenda-field-internal = Disclosure
agenda-public = open
agenda-internal = internal: only its number is public
agenda-field-reason = { SENTENCE(word-reason) }
agenda-field-until = Reason, and until when
agenda-field-procedure = { SENTENCE(form-written) }
agenda-field-procedure-hint = One no, to the motion or to the procedure, and the item comes on the next agenda.
agenda-field-deadline-hint = Without a time the deadline is the end of the day.
agenda-field-what = { SENTENCE(agenda-key-motion) }
agenda-field-mover = Moved by
agenda-field-motion = Which motion
agenda-field-first = { SENTENCE(agenda-key-first) }
agenda-field-second = { SENTENCE(agenda-key-second) }
agenda-field-for = { SENTENCE(choice-for) }
agenda-field-against = { SENTENCE(choice-against) }
agenda-field-ground-kind = Legal basis
agenda-ground-judged = judged, { $paragraph }
agenda-ground-automatic = automatic, { $paragraph }
agenda-field-ground-kind-hint = Automatic: a party, close kin or leader of a party. Otherwise it is judged.
agenda-field-ground-hint = The ground goes into the minutes.
agenda-field-statement = { SENTENCE(agenda-key-statement) }
agenda-field-statement-hint = Goes into the minutes word for word.
agenda-field-who = By
agenda-field-candidate = Candidate
agenda-field-other-candidate = Other candidate
agenda-field-third-candidate = Third candidate
agenda-field-elect = Vote for
agenda-field-voter = The vote of
agenda-no-other = { word-none }
agenda-myself = myself
agenda-plan-title = { SENTENCE(agenda-key-plan) }
agenda-plan-yes = Plan the meeting
agenda-call-title = { agenda-key-call-help }
agenda-call-yes = Send the notice
agenda-send-title = Send out the motion of the written procedure
agenda-send-yes = { SENTENCE(agenda-key-send) }
agenda-answer-title = Answer in the written procedure
agenda-answer-yes = Deliver the answer
agenda-add-title = New item on the agenda
agenda-add-yes = Add the item
agenda-withdraw-title = Withdraw item { $item }
agenda-withdraw-yes = Withdraw the item
agenda-adjourn-title = Adjourn the meeting
agenda-adjourn-yes = Adjourn
agenda-cancel-title = { agenda-key-cancel-help }
agenda-cancel-yes = Cancel the meeting
agenda-motion-title = Motion in item { $item }
agenda-motion-yes = Put the motion
agenda-vote-title = Vote on one motion
agenda-vote-yes = Open the vote
agenda-between-title = Two motions against each other
agenda-withdraw-motion-title = Withdraw a motion
agenda-withdraw-motion-yes = Withdraw the motion
agenda-trial-title = Trial vote, which binds nobody
agenda-field-trial-hint = Empty: everybody answers for themselves. Numbers: a show of hands.
agenda-trial-yes = Hold the trial vote
agenda-conflict-title = Conflict in item { $item }
agenda-conflict-yes = Raise it
agenda-statement-title = Statement in item { $item }
agenda-statement-yes = Record the statement
agenda-elect-chair-yes = { SENTENCE(agenda-key-open-election) }
agenda-elect-title = { SENTENCE(agenda-key-elect) }
agenda-open-election-of = { agenda-elect-chair-yes }: { $office }
agenda-elect-yes = { SENTENCE(overview-vote-next) }
agenda-field-secret = The election is
agenda-election-openly = open
agenda-election-secretly = secret
agenda-field-secret-hint = In a secret election nobody learns who voted what. It can be closed only where it was opened.
agenda-field-secret-asked = Somebody has asked for it. The election can be closed only where it was opened.

## Keys

agenda-key-for = { choice-for }
agenda-key-for-help = Votes for what is voted on; of two motions for the first. In a written procedure: agrees to motion and procedure.
agenda-key-first = the first
agenda-key-against = { choice-against }
agenda-key-against-help = Votes against; of two motions for the second. In a written procedure: does not agree to the motion or the procedure.
agenda-key-second = the second
agenda-key-no-conflict = no conflict
agenda-key-agree = agree
agenda-key-disagree = disagree
agenda-key-unanimous = rest for
agenda-key-unanimous-help = Registers all who have not voted as for; of two motions for the first. You are asked first.
agenda-key-rest-first = rest for the first
agenda-key-name-second = some for the second
agenda-key-rest-conflict = rest in conflict
agenda-key-name-no-conflict = some not in conflict
agenda-key-name-against = some against
agenda-key-name-against-help = Registers the votes of the others: you name who is against or does not vote.
agenda-key-close-vote = close the vote
agenda-key-close-election = close the election
agenda-key-close-trial = count the answers
agenda-key-close-written = close the procedure
agenda-key-close-vote-help = Closes the vote, the election, the trial vote or the written procedure. You are asked first.
agenda-key-elect = vote in the election
agenda-key-elect-help = Casts a vote in the election that is open.
agenda-key-open = open the meeting
agenda-key-open-help = Opens the meeting. Chair and deputy are registered as present when they open it. In a written procedure: sends out the motion.
agenda-key-send = send out the motion
agenda-key-resume = resume
agenda-key-resume-help = Resumes an adjourned meeting.
agenda-key-everybody = everybody is present
agenda-key-everybody-help = Registers everybody who has a seat as present.
agenda-key-decide-conflict = decide conflict
agenda-key-decide-conflict-help = Opens a vote on whether a member is in conflict in the item.
agenda-key-vote = vote
agenda-key-vote-help = Opens a vote on the motion. If there are several, you choose one.
agenda-key-between = two against each other
agenda-key-between-help = Opens a vote between two motions.
agenda-key-motion = { word-motion }
agenda-key-motion-help = Puts a motion in the item on the table.
agenda-key-next = next item
agenda-key-next-help = Goes to the next item. All who follow the meeting go along. An item that has been taken up must be decided before the meeting is closed.
agenda-key-call = send notice
agenda-key-call-help = Sends the notice. Items get their numbers; agenda and papers are locked.
agenda-key-take = take up the item
agenda-key-take-help = Goes to the selected item. All who follow the meeting go along.
agenda-key-en-bloc = vote together
agenda-key-en-bloc-help = Opens one vote on all items that have one motion.
agenda-key-add = new item
agenda-key-add-help = Puts information, an election or another item on the agenda.
agenda-key-add-ranked = all ranked
agenda-key-add-ranked-help = Puts the ranked proposals that are on no agenda on this one, in the order of Ranking.
agenda-key-plan = new meeting
agenda-key-plan-help = Plans a meeting. Unfinished items and minutes are put on its agenda.
agenda-key-come = be present
agenda-key-come-help = Registers that you are present.
agenda-key-presence = { word-present }
agenda-key-presence-help = Shows who is present, and registers that somebody comes or goes.
agenda-key-conflict = conflict
agenda-key-conflict-help = Raises whether somebody is in conflict in the selected item. It counts until the council has decided.
agenda-key-elect-chair = elect a chair
agenda-key-elect-chair-help = Opens the election of a chair when neither chair nor deputy can chair, else the election that the item is about.
agenda-key-open-election = open the election
agenda-key-ask-secret = { action-ask-for-secrecy }
agenda-key-ask-secret-help = Asks that the elections in the item are secret. An open one in which nobody has voted is held again.
agenda-key-call-off = call off a vote or an election
agenda-key-call-off-election = call the election off
agenda-key-call-off-vote = call the vote off
agenda-key-call-off-help = Calls off the election that is open, without counting it, or a vote in which no vote stands.
agenda-key-close = close the meeting
agenda-key-close-help = Closes the meeting. Items that have been taken up must be decided; those that have not come on the next agenda.
agenda-key-statement = statement
agenda-key-statement-help = Makes a statement for the minutes in the item on the table.
agenda-key-take-out = take out
agenda-key-take-out-help = Asks that the selected item be voted on by itself.
agenda-key-take-again = take up again
agenda-key-take-again-help = Opens a vote on whether the selected, concluded item is taken up again.
agenda-key-withdraw-motion = withdraw motion
agenda-key-withdraw-motion-help = Withdraws a motion that has not been voted on.
agenda-key-withdraw-item = withdraw item
agenda-key-withdraw-item-help = Withdraws the selected item from the agenda. Its number is not used again.
agenda-key-scores-help = Shows the members’ scores of the proposal in place of the agenda, or goes back to it.
agenda-key-read = read on
agenda-key-read-help = Takes the arrow keys to the selected item, when it is longer than its place, or back to the agenda.
agenda-key-read-back = to the agenda
agenda-key-choose-item = choose item
agenda-key-minutes = read the minutes
agenda-key-own-minutes = read these minutes
agenda-key-own-minutes-help = Shows the minutes of this meeting. They are a draft until they are made final.
agenda-key-trial = trial vote
agenda-key-trial-help = Holds a trial vote, which binds nobody: everybody answers for themselves, or you register a show of hands.
agenda-key-adjourn = adjourn
agenda-key-adjourn-help = Adjourns the meeting, for a pause or until another day.
agenda-key-go = leave
agenda-key-go-help = Registers that you leave. A vote in an open vote is lost.
agenda-key-cancel = cancel
agenda-key-cancel-help = Cancels the meeting. Its items are free again.
agenda-key-finalise = make minutes final
agenda-key-finalise-help = Makes the minutes of a closed meeting final. What is missing stands on the screen.
agenda-key-earlier = previous meeting
agenda-key-earlier-help = Shows the meeting before this one.
agenda-key-later = next meeting
agenda-key-later-help = Shows the meeting after this one.
tui-follow = follow the meeting
tui-follow-help = Goes to the item on the table, and follows the meeting from there.

error-no-open-meeting = No meeting is under way.
error-vote-is-another = The vote that you had before you is over. Another one is open.
error-everybody-is-there = Everybody who has a seat is registered as present.
error-nothing-cut = The whole item is in sight.
error-agenda-without-items = { minutes-agenda-empty }
error-no-other-meeting = There are no more meetings in that direction.
error-no-ranked-to-list = Every ranked proposal is on an agenda.
error-item-on-the-table = The item is on the table now.
error-everybody-has-voted = Everybody who can vote has voted.
error-no-conflict-to-decide = No conflict waits to be decided in the item.
error-no-motion-to-vote-on = No motion can be voted on in the item.
error-two-motions-needed = There must be two motions to put them against each other.
error-no-motion-to-withdraw = You have no motion in the item to withdraw.
error-item-is-out = The item has been taken out already.
error-item-without-proposal = The item is about no proposal.
error-minutes-not-begun = The meeting has not been opened, so there are no minutes.
error-item-without-papers = The item has neither a proposal nor minutes to read.

## On the overview

overview-meeting-on-the-table = { done-item-opened }
overview-meeting-on-the-table-minutes = { done-item-opened-minutes }
overview-meeting-items = { $state }, { $count ->
    [one] one item
   *[other] { $count } items
}

## From Ranking

ranking-to-agenda-help = Puts the proposal on the agenda of the meeting that is under way, or of the next.
ranking-listed = + { $ref } is an item of meeting { $meeting }.
ranking-are-listed = + is on the agenda of meeting { $meetings }.
