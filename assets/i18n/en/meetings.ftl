# The council's meetings: agenda, presence, conflicts, motions, votes, elections and minutes.

form-room = in the room
form-remote = remote
form-both = in the room and remote
form-written = written procedure
meeting-tab = { SENTENCE(word-meeting) }
meeting-planned = planned
meeting-called = called
meeting-open = open
meeting-adjourned = adjourned
meeting-closed = { word-closed }
meeting-final = with final minutes
meeting-approved = with approved minutes
meeting-cancelled = cancelled
item-kind-proposal = { word-proposal }
item-kind-information = information
item-kind-election = election
item-kind-minutes = approval of minutes
item-kind-free = other item
item-listed = not treated
item-treated = not decided
item-concluded = decided
item-withdrawn = { word-withdrawn }
ground-automatic = automatic
ground-judged = judged
conflict-raised = raised, not decided
conflict-upheld = in conflict
conflict-rejected = not in conflict
motion-approve = { word-commitment }
motion-postpone = { word-postponement }
motion-decline = { word-rejection }
motion-withdraw = recommendation withdrawn
motion-minutes = { item-kind-minutes }
motion-text = free text
choice-for = for
choice-against = against
vote-no_quorum = not valid, too few votes
vote-carried = carried
vote-lost = lost
written-waiting = waiting for answers
written-decided = { word-decided }
written-not_decided = not decided
missing-opened = when the meeting was opened
missing-closed = when the meeting was closed
missing-place = where the meeting was held
missing-presence = who met
missing-result = what came of it
missing-judgement = whether the member is in conflict
missing-ground = ground and paragraph of the conflict

action-prepare-meeting = prepare meetings
action-cancel-meeting = cancel meetings
action-chair-meeting = chair the meeting
action-attend = be registered as present
action-register-for-the-room = register for the others
action-raise-conflict = raise a conflict of interest
action-put-motion = put motions
action-withdraw-motion = withdraw motions
action-vote = vote
action-take-out-of-en-bloc = ask for an item to be taken out
action-make-statement = make a statement for the minutes
action-answer-in-writing = answer a written procedure
action-conduct-election = conduct elections
action-ask-for-secrecy = ask for a secret election
action-note-lost-election = note that a secret election is lost
action-write-minutes = make the minutes final
action-set-seats = assign the seats
action-set-parameters = change the parameters of the scheme
who-council-and-substitutes = the members of the council and substitutes
who-council-and-secretariat = the members of the council and the secretariat
step-take_back = have the recommendation withdrawn

done-meeting-planned = Meeting { $meeting } is planned for { $date }.
done-written-planned = Written procedure { $meeting } is planned for { $date }.
done-meeting-called = Meeting { $meeting } is called for { $date } with { $count ->
    [one] one item
   *[other] { $count } items
}.
done-meeting-cancelled = Meeting { $meeting } is cancelled. Its items are free again.
done-meeting-opened = Meeting { $meeting } is open. { $present } are present; { $quorum } must have voted in an item.
done-meeting-adjourned = Meeting { $meeting } is adjourned.
done-meeting-resumed = Meeting { $meeting } goes on.
done-meeting-closed = Meeting { $meeting } is closed. { agenda-close-left }
done-item-added = “{ $title }” is on the agenda of meeting { $meeting }.
done-item-added-minutes = Approval of the minutes of meeting { $minutes } is on the agenda of meeting { $meeting }.
done-ranked-listed = { $count ->
    [one] One ranked proposal is
   *[other] { $count } ranked proposals are
} put on the agenda of meeting { $meeting }.
done-item-withdrawn = Item { $item } is withdrawn.
done-item-taken-out = Item { $item } is voted on by itself.
done-item-opened = Item { $item } is on the table: { $title }
done-item-opened-minutes = Item { $item } is on the table: { minutes-approval-of }
done-came-in = { $name } is present. { $present } can vote.
done-went-out = { $name } has left. { $present } can vote.
done-went-out-vote-lost = { $name } has left, and the vote in what is open is lost. { $present } can vote.
done-all-came-in = { $count ->
    [0] Nobody else is
    [one] One is
   *[other] { $count } are
} registered as present. { $present } can vote.
done-conflict-raised = Whether { $name } is in conflict in item { $item } is raised. It counts until the council has decided.
done-motion-put = Motion { $motion } is put by { $name }.
done-motion-withdrawn = Motion { $motion } is withdrawn.
done-statement = The statement of { $name } in item { $item } is recorded.
done-vote-opened = The vote is open. { $entitled } can vote; { $quorum } must have voted.
done-vote-cast = { $name } votes { $choice }.
done-vote-cast-motion = { $name } votes for motion { $motion }.
done-vote-cast-conflict = { $name } votes for { $member } being in conflict.
done-vote-cast-no-conflict = { $name } votes for { $member } not being in conflict.
done-vote-room = { $count ->
    [one] One vote is
   *[other] { $count } votes are
} registered: { agenda-counts }.
done-vote-room-between = { $count ->
    [one] One vote is
   *[other] { $count } votes are
} registered: { agenda-counts-between }.
done-vote-room-conflict = { $count ->
    [one] One vote is
   *[other] { $count } votes are
} registered: { agenda-counts-conflict }.
done-vote-closed = The vote is closed, { $for } for and { $against } against: { $result }.
done-vote-called-off = The vote has been called off; no vote stood.
done-vote-closed-beyond = The vote is closed, { $for } for and { $against } against: { $result }. { recommend-beyond }
done-conflict-decided = The vote is closed, { $for } for and { $against } against: { $name } is { $result }.
done-vote-closed-between = The vote is closed, { $for } to { $against }: motion { $motion } is carried.
done-trial-vote = The trial vote gave { $for } for and { $against } against. It binds nothing.
done-trial-answered = The answer is registered.
done-trial-opened = The trial vote on motion { $motion } is open. Everybody answers for themselves, and only the counts are kept.
done-election-opened = The election is open with { $count ->
    [one] one candidate
   *[other] { $count } candidates
}.
done-secret-election-opened = The secret election is open with { $count ->
    [one] one candidate
   *[other] { $count } candidates
}. It is lost if your session ends before it is closed.
done-ballot-cast = You have voted, and the vote is final. Write down the receipt. It is shown only now: { $receipt }
done-receipt-shown = The receipt is not shown again.
done-election-void = The election is called off and must be held again.
done-secrecy-asked = A secret election was asked for.
done-secrecy-asked-anew = A secret election was asked for. The one that was under way must be held again.
done-election-cast = The vote of { $name } is cast.
done-elected = { $name } is elected. { $cast } voted.
done-nobody-elected = Nobody got more than half of the { $cast } votes. Open the election again: then most votes are enough.
done-election-no-quorum = The election is not valid: only { $cast } voted, and { $quorum } must have voted.
done-written-started = The motion in written procedure { $meeting } is sent to everybody. The deadline is { $date }.
done-written-answered = The answer is given. { $answers } of { $of } have answered.
done-written-closed = Written procedure { $meeting } is closed. { $result }
done-minutes-final = The minutes of meeting { $meeting } are final and cannot be changed.
done-minutes-corrected = The correction is added to the minutes of meeting { $meeting }.
done-seat-set = Seat { $seat } is held by { $handle } from { $date }.
done-seat-vacant = Seat { $seat } is vacant from { $date }.
done-role-set = { $handle } is { $role } from { $date }.
done-parameter-set = { $key } is { $value } from { $date }.

error-denied-not-the-chair = The meeting chair does this. You do not chair the meeting now.
error-denied-not-seated = You have no seat here now: { $why }.
unseated-nowhere = you neither hold a seat in the council nor are a substitute
unseated-away = you are not registered as present
unseated-in-conflict = you are in conflict in the item
unseated-in-question = you may be in conflict in the item, until the council has decided
unseated-taken = somebody else has the seat
unseated-since = you have not been present without a break since the vote opened
error-item-listed-elsewhere = The item is on the list of meeting { $meeting } already.
error-proposal-voted-on = The council is voting on proposal { $ref } in meeting { $meeting } now. Wait until the vote is closed.
error-conflicts-undecided = A conflict of interest has been raised and not decided in { $count ->
    [one] item
   *[other] items
} { $items }. It must be voted on before the meeting closes.
error-items-without-result = { $count ->
    [one] Item { $items } is not decided. Vote on it, withdraw it
   *[other] Items { $items } are not decided. Vote on them, withdraw them
} or make a statement for the minutes before the meeting closes.
error-meeting-key-invalid = “{ $value }” is not a meeting. Write number and year, such as 3/2018.
error-meeting-exists = Meeting { $meeting } exists already.
error-meeting-unknown = There is no meeting { $meeting }.
error-no-meeting = No meeting is planned, called or open. The secretariat plans one with kommit meeting plan.
error-meeting-state = Meeting { $meeting } is { $state }. This can only be done when it is { $needs }.
error-meeting-other-day = The meeting is called for { $date } and can only be opened that day.
error-meeting-day-over = Meeting { $meeting } was to be held on { $date } and was not opened that day. Now it can only be cancelled.
error-meeting-in-the-past = A meeting cannot be planned for { $date }, which has passed.
error-meeting-not-written = This is not a written procedure.
error-notice-short = The notice goes out at least { $days } days before { $date }. A shorter one needs a reason.
error-notice-after-meeting = The meeting is on { $date }, and the notice cannot come after it.
error-agenda-empty = The agenda is empty. Put an item on it first.
error-agenda-done = All items on the agenda have been treated. Close the meeting, or name the item to go to.
error-item-unknown = There is no item { $item } in the meeting.
error-item-listed = { $ref } is on the agenda already.
error-objections-unasked = The meeting is open, and nobody has been asked whether they object to the item. Put it on the agenda from the meeting.
error-item-not-ranked = { $ref } is { $stage }. The council treats proposals from the ranked list.
error-item-objected = The item cannot be taken up: the chair or at least a third of those present object.
error-item-not-open = Item { $item } is { $state } and cannot be treated now. A decided item is taken up again by a vote.
error-item-not-on-table = Item { $item } is not on the table now.
error-item-not-concluded = Only a decided item is taken up again. This one is { $state }.
error-nothing-on-the-table = No item is on the table now.
error-already-registered = You are already registered as present.
error-already-present = { $handle } is present already.
error-not-present = { $handle } is not present.
error-presence-before-vote = The last vote was closed at { $time }. Nobody can be registered as coming or going before that.
error-presence-ahead = That time is in the future.
error-meeting-day-passed = The last entry in meeting { $meeting } is dated { $reached }. Nothing can be entered for { $date } after it.
error-not-in-seat = { $handle } has no seat in the item now.
error-conflict-raised = Whether { $handle } is in conflict has been raised in the item already.
error-conflict-rejected = The council has decided that { $handle } is not in conflict in the item.
error-no-conflict-raised = Nobody has raised whether { $handle } is in conflict in the item.
error-motion-unknown = No motion { $motion } has been put.
error-motion-put = The same motion has been put already.
error-motion-does-not-fit = The motion “{ $motion }” does not fit an item of the kind “{ $kind }”.
error-motion-withdrawn = Motion { $motion } is withdrawn and cannot be voted on.
error-motion-lost = Motion { $motion } was lost in a valid vote.
error-motions-not-of-one-item = Two motions can be put against each other only in one item.
error-vote-open = A vote is open. Close it or call it off first.
error-vote-not-open = No vote is open.
error-nothing-to-vote-in = Neither a vote nor an election is open.
error-vote-was-cast = { $cast ->
    [one] One vote has
   *[other] { $cast } votes have
    } been cast. A vote can only be called off while no vote stands. Close it instead.
error-tie-waits-for-chair = It is a tie, and the meeting chair’s vote decides. The meeting chair must vote before the vote is closed.
error-not-entitled = { $handle } cannot vote here: not present since the vote opened, in conflict, or without a seat.
error-not-en-bloc = Item { $item } cannot be taken with others: it does not have one motion, is taken out, or the meeting chair is in conflict in it.
error-en-bloc-too-few = At least two items must have a motion each to be taken together.
error-trial-vote-too-many = Only { $seated } can vote in the item.
error-trial-answers-missing = The answers of { $names } are gone. They must answer again, or a show of hands is registered instead.
error-trial-not-open = No trial vote is open.
error-trial-open = A trial vote is open. Its answers must be counted first.
error-taken-up-after-decision = KS has decided on { $ref }, and the item cannot be taken up again.
error-election-not-open = No election is open.
error-election-open = An election is under way. Close it first.
error-chair-not-needed = The leader or the deputy can chair, so no election is needed.
error-candidate-not-seated = { $handle } cannot be elected to chair: no seat in the meeting, or no vote in the vote that is open.
error-no-candidates = Name at least one candidate.
error-candidate-twice = { $handle } is named as a candidate twice.
error-not-a-candidate = { $handle } is not a candidate.
error-election-must-be-secret = Somebody has asked for a secret election. Open it as one.
error-election-is-secret = The election is secret. One votes by oneself only.
error-election-is-open = The election is open, and its votes are not secret.
error-ballot-by-oneself = In a secret election nobody can vote for another.
error-ballot-is-final = You have voted, and the vote is final.
error-ballots-unreadable = A ballot cannot be read. Call the election off and hold it again.
error-election-elsewhere = The secret election can be closed only where it was opened. If that is no longer possible, call it off.
error-election-no-lock = A secret election cannot be conducted from here: { $detail }
error-election-not-lost = No election is lost.
error-election-called-off = { done-election-void }
error-secrecy-asked = The election is secret already.
error-secrecy-too-late = Somebody has voted openly. Ask for a secret election before anybody votes, or after it is called off.
error-written-one-item = A written procedure concerns one item.
error-amount-not-above-free = The amount is not more than KS can commit.
error-written-nobody-meets = Nobody meets in a written procedure. The motion is sent out with a deadline, and everybody answers for themselves.
error-written-is-sent = A written procedure has no notice. The chair sends out the motion with a deadline.
error-written-deadline-past = The deadline for answers has passed.
error-written-unanswerable = It cannot be decided in writing: nobody can answer for { $names }, in conflict and without a substitute who can. Put the item on the agenda of a meeting, or give the seat a substitute.
error-written-too-few = It cannot be decided in writing: fewer than half of the council’s seats have somebody who can answer.
error-written-waits = Not everybody has answered, and the deadline has not passed.
error-minutes-incomplete = The minutes lack { $count ->
    [one] one thing
   *[other] { $count } things
} and cannot be made final.
error-minutes-not-final = The minutes of meeting { $meeting } are not final.
error-minutes-approved = The minutes of meeting { $meeting } are approved.
error-minutes-unreadable = The minutes cannot be written: { $detail }
error-seat-unknown = There is no seat { $seat }. The council has { $seats } seats.
error-seat-twice = { $handle } is named twice in the same seat.
error-seat-not-in-council = { $handle } is not a member of the council on { $date }, and cannot hold a seat in it.
error-substitute-not-in-council = { $handle } is neither a member of the council nor an observer on { $date }, and cannot be a substitute.
error-seat-held-already = { $handle } holds seat { $seat } on { $date }. One person, one seat.
error-role-held = { $name } ({ $handle }) is { $role } already. Give that role a last day first.
error-role-held-until = { $name } ({ $handle }) is { $role } until { $date }.
error-term-ends-early = The term ends on { $to }, before it begins on { $from }.
error-parameter-unknown = “{ $key }” cannot be changed. These can: { $known }.
error-parameter-invalid = “{ $value }” is not valid for { $key }. Valid values: { $known }.
error-parameter-in-the-past = Parameters are not changed back in time once the first scoring round is open: { $date } has passed.
error-recommend-by-vote = What the council recommends on { $ref } comes of a vote in a meeting. The scheme does not allow it outside one.

log-meeting-plan = planned a meeting
log-meeting-call = called a meeting
log-meeting-cancel = cancelled a meeting
log-meeting-open = opened a meeting
log-meeting-adjourn = adjourned the meeting
log-meeting-resume = resumed the meeting
log-meeting-close = closed a meeting
log-meeting-next = went to an item
log-item-add = put an item on the agenda
log-item-add-ranked = put ranked proposals on the agenda
log-item-withdraw = withdrew an item
log-item-out = took an item out of a vote en bloc
log-attend-in = came in
log-attend-out = went out
log-attend-all = registered everybody as present
log-conflict-raise = raised a conflict
log-motion-add = put a motion
log-motion-withdraw = withdrew a motion
log-statement-make = made a statement
log-vote-open = opened a vote
log-vote-cast = voted
log-vote-cast-for = registered a vote for another
log-vote-room = registered votes for the others
log-vote-close = closed a vote
log-vote-cancel = called off a vote
log-vote-trial = registered a trial vote
log-vote-trial-answer = answered in a trial vote
log-vote-trial-close = counted the answers in a trial vote
log-vote-trial-open = opened a trial vote
log-election-open = opened an election
log-election-cast = voted in an election
log-election-close = closed an election
log-election-void = called an election off
log-election-ask-secret = asked for a secret election
log-written-start = started a written procedure
log-written-answer = answered a written procedure
log-minutes-finalise = made minutes final
log-minutes-correct = corrected minutes
log-seat-set = assigned a seat
log-member-role = gave a role
log-scheme-set = changed a parameter
