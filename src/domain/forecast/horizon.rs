//! The quarters of a forecast: the current one, whole, and those that follow it (F1).

use jiff::civil::Date;

use crate::domain::calendar::Quarter;

/// The days in a year, as F3 counts them.
pub(super) const DAYS_A_YEAR: f64 = 365.25;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Horizon {
    pub today: Date,
    /// At least one; the first is the current one.
    pub quarters: Vec<Quarter>,
}

impl Horizon {
    /// A horizon without a quarter says nothing, so that it has at least one.
    pub(super) fn new(today: Date, quarters: usize) -> Horizon {
        let first = Quarter::of(today);
        let next = |quarter: &Quarter| Some(quarter.next());
        Horizon {
            today,
            quarters: std::iter::successors(Some(first), next)
                .take(quarters.max(1))
                .collect(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.quarters.len()
    }

    /// F2: in which quarter something falls that is due on a day: the current one when it is overdue, `None` beyond the
    /// horizon.
    pub(super) fn place(&self, due_on: Date) -> Option<usize> {
        let quarter = Quarter::of(due_on).max(self.quarters[0]);
        self.quarters.binary_search(&quarter).ok()
    }

    /// F3: years from a day to the end of the quarter before each one; negative before that day.
    pub(super) fn lagged_years(&self, from: Date) -> impl Iterator<Item = f64> {
        self.quarters.iter().map(move |quarter| {
            let end = quarter.first_day().yesterday().unwrap_or(Date::MIN);
            years_between(from, end)
        })
    }
}

/// F3: days / 365.25.
pub(super) fn years_between(from: Date, to: Date) -> f64 {
    let days = to.duration_since(from).as_hours() / 24;
    // All dates there are lie within four million days of each other.
    f64::from(i32::try_from(days).unwrap_or(i32::MAX)) / DAYS_A_YEAR
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn f2_what_is_overdue_falls_in_the_current_quarter_and_what_is_beyond_the_horizon_in_none() {
        let horizon = Horizon::new(date(2018, 5, 7), 3);
        assert_eq!(horizon.place(date(2017, 1, 1)), Some(0));
        assert_eq!(horizon.place(date(2018, 4, 1)), Some(0));
        assert_eq!(horizon.place(date(2018, 12, 31)), Some(2));
        assert_eq!(horizon.place(date(2019, 1, 1)), None);
    }

    #[test]
    fn f3_time_runs_to_the_end_of_the_quarter_before() {
        let horizon = Horizon::new(date(2018, 5, 7), 2);
        let years: Vec<f64> = horizon
            .lagged_years(date(2018, 3, 1))
            .map(|years| years * DAYS_A_YEAR)
            .collect();
        assert_eq!(years, [30.0, 121.0]);
    }
}
