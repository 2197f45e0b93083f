//! `kommit` without a command: the terminal program, or its first screen as text where there is no terminal.

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::overview;
use crate::usecases::views::Overview;

/// Opens the fund for whoever sits at the terminal.
pub fn fund(call: &Call) -> Result<Answer, Failure> {
    let data = call.view(&Overview)?;
    Ok(call.answer(|| overview::report(&data, &call.words), |page| overview::draw(&data, page)))
}
