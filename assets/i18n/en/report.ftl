# The yearly report: the evaluation that KS, the members and the council make.

report-title = { $scheme }: yearly report { $year }
report-as-of = The figures are as of { $date }.
report-as-of-unfinished = The figures are as of { $date }. The year is not over.
report-contents = Contents
report-foot = The figures come from the books and the decisions as they were registered by { $date }. The log stood at { $log }.
report-in-kroner = Amounts in NOK
report-fund-capital = Fund capital: in the bank { $bank } + outstanding at the solutions { $outstanding } − owed refunds { $refunds } = contributions and grants { $contributions } + other income { $income } − costs { $costs } − losses { $losses } = { $capital } (L4).
report-year = In and out in { $year }
report-whole-year = The whole year
report-year-so-far = The year so far
report-commitments = { SENTENCE(word-commitments) }
report-no-commitments = Nothing was committed, paid out or released.
report-decisions = Decisions
report-decisions-note = KS’s decisions in the year. The reason is given when a decision deviates from the council’s recommendation.
report-no-decisions = KS made no decisions.
report-solutions-note = Recovered = repaid / cost. Break-even is the smallest uptake that brings the whole cost back by the last quarter of the forecast (F6).
report-participants-note = Counts. Payment overdue: joined, and not paid in full when it was due.
report-indicators-note = Recovery and break-even are found under The solutions.
report-deviations = Deviations from the forecast
report-no-forecast = No forecast was saved to compare with.
report-forecast-compared = Compared with the forecast “{ $name }”, saved as of { $date }. Difference = actual balance − expected balance.
report-forecast-uncompared = The forecast “{ $name }” is saved as of { $date }. None of the quarters that it covers in the year is over.
report-ahead = What lies ahead
report-ahead-note = Balance at the end of the quarter, in NOK. The first eight quarters, then the last of each year, and the very last.
report-col-committed = Made in the year
report-col-disbursed = Paid out in the year
report-col-released = Released in the year
report-col-ruling = { SENTENCE(word-decision) }
report-col-committed-amount = { SENTENCE(word-commitment) }
report-col-repaid = { SENTENCE(word-repaid) }
report-col-invited = { SENTENCE(word-invited) }
report-col-joined = { SENTENCE(word-joined) }
report-col-joined-in-year = – in the year
report-col-paid = { SENTENCE(word-paid) }
report-col-late = { SENTENCE(word-payment-overdue) }
report-col-declined = { SENTENCE(word-declined) }
report-col-unanswered = Not answered
report-chart-flows = Millions of NOK in and out by quarter in { $year }
report-chart-flows-about = Columns upwards are money in, columns downwards are money out. The figures are in the table above.
report-chart-recovery = Repaid of the cost, solution by solution
report-chart-recovery-about = One bar for each solution. A full bar means that the whole cost is repaid. The figures are in the table above.
report-chart-ahead = Expected balance with its band, in millions of NOK
report-chart-ahead-about = A line of the expected balance in a band from P10 to P90. At the end of { $quarter } { $expected } is expected, with { $low } as P10 and { $high } as P90.
report-chart-expected = Expected balance
report-chart-band = P10 to P90
report-chart-reserve = { SENTENCE(word-reserve) }

error-report-nothing-yet = Nobody has answered and nothing is posted yet, so there is no year to report on.
error-report-year-outside = { NUMBER($year, useGrouping: "false") } cannot be reported on. Choose a year from { NUMBER($first, useGrouping: "false") }, when something first happened in the fund, to { NUMBER($last, useGrouping: "false") }.
error-report-unwritten = The report could not be written: { $detail }
