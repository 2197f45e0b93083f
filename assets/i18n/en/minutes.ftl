# What is told of a meeting: the page, the notice, the minutes and the register of decisions.

minutes-item-number = item { $number }/{ $year }
minutes-item-without-number = item without a number
minutes-place-on-list = item { $number }
minutes-item-titled = { $item } – { $title }
minutes-approval-of = Approval of the minutes of meeting { $meeting }
minutes-motion-approve = The council recommends a commitment of { $amount } to the proposal.
minutes-motion-approve-on-conditions = { minutes-motion-approve } { decide-conditions }
minutes-motion-postpone = The council recommends postponing the proposal to a later round.
minutes-motion-decline = The council recommends declining the proposal.
minutes-motion-take-back = The council withdraws its recommendation, and the proposal is ranked again.
minutes-motion-approve-minutes = The minutes are approved.
minutes-missing-of-meeting = they do not say { $what }
minutes-missing-of-item = { $item }: they do not say { $what }
minutes-missing-of-member = { $item }, { $who }: they do not say { $what }

minutes-col-title = { SENTENCE(word-title) }
minutes-col-seat = { SENTENCE(word-seat) }
minutes-col-as = Meets as
minutes-col-there = When
minutes-items = Items
minutes-no-meetings = No meeting is planned.

minutes-meeting-named = Meeting { $meeting }
minutes-written-named = Written procedure { $meeting }
minutes-when = Time
minutes-place = Place
minutes-form = Held
minutes-notice = Notice
minutes-chair = Chair
minutes-quorum = Quorum
minutes-can-vote = { $able } of { $seats } can vote; { $quorum } must have voted
minutes-day-at = { $day } at { $time }
minutes-day-from-to = { $day }, { $from }–{ $to }
minutes-from-day-to-day = From { $from } to { $to }
minutes-agenda = Agenda
minutes-agenda-empty = No items have been put on the agenda yet.
minutes-proposed = Proposed by the secretariat
minutes-vote-open = Vote under way
minutes-election-open = Election under way
minutes-secret-election-open = Secret election under way
minutes-have-voted = { $cast } of { $entitled } have voted; { $quorum } must have voted
minutes-awaited = Not voted

minutes-present = { SENTENCE(word-present) }
minutes-absent = Absent
minutes-not-there = { SENTENCE(word-not-present) }
minutes-as-substitute = substitute
minutes-as-other = without a vote
minutes-whole-meeting = the whole meeting
minutes-came = came at { $time }
minutes-came-back = back at { $time }
minutes-went = left at { $time }
minutes-moved-in-item = { $moved } during { $item }
minutes-present-in-item = { $present } of { $seats } seats: { $names }

minutes-title = Minutes of meeting { $meeting }
minutes-title-written = Minutes of written procedure { $meeting }
minutes-extract-title = Extract: { $minutes }
minutes-draft = Draft. The minutes are not final, and their content may change.
minutes-sealed = The content of the minutes has SHA-256 { $sha256 }. Last row of the log when the minutes became final: { $head }.
minutes-masked = Names of former members are masked here. The final minutes are unchanged, and a print of them can be verified.
minutes-the-meeting = The meeting
minutes-notice-sent = sent on { $date }
minutes-notice-short = { $sent }, at short notice. Reason: { $reason }
minutes-pause = Adjourned
minutes-paused = { $from }–{ $to }
minutes-paused-until-closed = from { $from } until the meeting was closed
minutes-quorum-of = The council has { $seats ->
    [one] one seat
   *[other] { $seats } seats
}. A vote is valid when at least { $quorum } have voted.

minutes-remark = Remark
minutes-treatment = Treatment
minutes-added-later = The item was not on the agenda that was sent out.
minutes-withdrawn = Withdrawn. { $reason }
minutes-not-treated = The item was not treated.
minutes-internal = Internal item.
minutes-chair-of-item = Chair of the item
minutes-conflict = Conflict of interest
minutes-conflict-of-oneself = { $name } declared a possible conflict of interest under { $paragraph }: { $ground }
minutes-conflict-of-another = { $by } asked whether { $name } is in conflict under { $paragraph }: { $ground }
minutes-conflict-undecided = The council has not decided the question.
minutes-conflict-upheld = The council found that { $name } is in conflict. { $name } took no part in the treatment of the item.
minutes-conflict-rejected = The council found that { $name } is not in conflict.
minutes-the-motion = the motion
minutes-motion-put = { $motion } by { $mover }
minutes-motion-withdrawn = { $motion } The motion was withdrawn.
minutes-vote-on = Vote on { $motion }
minutes-vote-en-bloc = Vote on { $motion }, en bloc with other items
minutes-vote-between = Vote between { $first } and { $second }
minutes-vote-on-conflict = Vote on the conflict of { $name }
minutes-vote-on-taking-up = Vote on taking the item up again
minutes-vote-called-off = Called off; no vote stood.
minutes-voted-on-conflict = { $for } voted that { $name } is in conflict, and { $against ->
    [0] nobody
   *[other] { $against }
} against it.
minutes-voted-all-for = carried unanimously.
minutes-voted-carried = carried by { $for } votes to { $against }.
minutes-voted-all-against = got no votes and was lost.
minutes-voted-lost = got { $for } of { $cast } votes and was lost.
minutes-voted-between = { $won } was carried by { $most } votes to { $least }.
minutes-voted-without-quorum = not valid: { $for } voted for and { $against } against, and at least { $quorum } must have voted.
minutes-voted-against = Against: { $names }.
minutes-voted-for-the-other = For { $motion }: { $names }.
minutes-not-voted = Not voting: { $names }.
minutes-tie = The votes were equal, and the chair, { $chair }, had the deciding vote.
minutes-vote-base = Entitled: { $entitled } of { $seats }. Votes cast: { $cast }.
minutes-election-of-chair = Election of a chair for the meeting
minutes-election-of-chair-of-item = Election of a chair for the item
minutes-election-of = Election of { $office }
minutes-election-secret = The election was secret.
minutes-election-votes = Votes: { $votes }.
minutes-election-votes-of = { $votes } for { $name }
minutes-election-blank = { $votes } blank
minutes-election-second = Second election, in which most votes wins.
minutes-election-by-lot = The votes were equal, and the election was decided by lot (seed { $seed }).
minutes-elected = { $name } is elected.
minutes-nobody-elected = Nobody got more than half of the votes.
minutes-election-without-quorum = The election is not valid, for fewer than half of the seats voted.
minutes-void-called-off = The election was called off before the votes were counted.
minutes-void-lost = The ballots were lost before they were counted.
minutes-void-secrecy-asked = The election was called off because somebody asked for a secret one.
minutes-scorecards-changed = Changed while the item was open: { $names }.
minutes-statement-of = Statement by { $name }
minutes-recommendation = Recommendation
minutes-informed = The item was presented for information.
minutes-no-result = The item was not decided and goes on the next agenda.

minutes-agreed = Agree to motion and procedure
minutes-disagreed = Do not agree
minutes-result = Result
minutes-written-decided = All agree, and the motion is carried.
minutes-written-not-decided = Not all agree, and the item goes on the agenda of the next meeting.
written-ends-unanswerable = It could not be decided in writing, for nobody can answer for some of the seats, and the item goes on the agenda of the next meeting.
written-ends-too-few = It could not be decided in writing, for fewer than half of the seats can answer, and the item goes on the agenda of the next meeting.
minutes-unanswerable = Nobody can answer for
minutes-corrections = Corrections

notice-title = Notice of meeting { $meeting }
notice-draft = Draft. The notice has not been sent.
notice-short-because = Reason for short notice
notice-invited = { meeting-called }
notice-please-tell = Tell the secretariat as soon as possible if you cannot come, so that substitutes can be called. Whoever may be in conflict in an item is asked to say so before the meeting.
notice-changed = Changed after the notice
notice-added-later = Added
notice-place = Place in the ranked list

decisions-above-free = { $what } above what is free
decisions-replaced = { $what } (replaced)
decisions-none = The council has not recommended on any proposal in a meeting yet.

done-minutes-approved = The minutes of meeting { $meeting } are approved in item { $item }.
error-minutes-not-on-table = Approval of the minutes of meeting { $meeting } is not on the table now.
error-minutes-file-differs = { $file } is not equal to any form of the minutes of meeting { $meeting } that is kept. Nearest is { $nearest }, which differs from line { $line } on. These are kept: { $forms }.
error-item-internal = Item { $item } is internal. Only its number is public.
log-minutes-approve = approved minutes

minutes-approved-in = Approved in { $item } of meeting { $meeting }.
minutes-equal = { $file } is equal to { $form } as the minutes were kept. SHA-256: { $sha256 }
minutes-has-corrections = { $count ->
    [one] One correction was noted after the minutes became final and is
   *[other] { $count } corrections were noted after the minutes became final and are
} not in this print. Read with kommit minutes show { $meeting }.

cli-minutes = The minutes of a meeting: read, make final, approve, correct, verify
cli-minutes-show = Show the minutes; final ones as they were kept
cli-minutes-finalise = Make the minutes final; after that they cannot be changed
cli-minutes-approve = Approve the minutes of an earlier meeting in the item on the table: motion, vote and result in one step
cli-minutes-correct = Note a correction to final minutes
cli-minutes-extract = Extract of one item, for the applicant
cli-minutes-verify = Verify that a file is equal to the minutes that were kept
cli-notice = The notice of a meeting with agenda and papers
cli-decisions = The register of decisions: what the council recommended in its meetings, and what KS decided
cli-decisions-list = All recommendations with meeting, decision and deviation
cli-arg-approve-against = Those who vote against; the others vote for
cli-arg-correct-concerns = What in the minutes the correction concerns
cli-arg-correct-text = The correction
cli-arg-minutes-format = Format (text unless given); html is one file that prints well
cli-arg-minutes-public = Without what is internal; of internal items only the number
cli-arg-minutes-item = This item only
cli-arg-minutes-file = The file to compare
minutes-is-missing = Missing in the minutes
