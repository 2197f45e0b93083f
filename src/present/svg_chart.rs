//! Charts as SVG that stands in an HTML page: a fan of balances, columns of money in and out, bars of what has come back.
//! Pure: amounts are scaled as exact integers, texts are escaped, and every chart has a title and a description for those
//! who don't see it. What stands beside an axis is worded by the caller.

use std::fmt::Write;

use crate::domain::money::Ore;

/// What a chart is, for those who hear it read.
#[derive(Clone, Copy, Debug)]
pub(super) struct About<'a> {
    /// Of lower-case letters, and the only one on its page.
    pub id: &'a str,
    pub title: &'a str,
    pub description: &'a str,
}

/// One quarter of a fan.
#[derive(Clone, Debug)]
pub(super) struct FanPoint {
    /// What stands below it; often nothing, for there is little room.
    pub label: String,
    pub expected: Ore,
    pub p10: Ore,
    pub p90: Ore,
}

/// A fan of balances, with the line that it should stay above.
#[derive(Clone, Debug)]
pub(super) struct Fans<'a> {
    pub points: &'a [FanPoint],
    pub reserve: Ore,
    /// What the path, the band and the reserve are called.
    pub legend: [String; 3],
}

/// Money in and out in one quarter.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub label: String,
    pub up: Ore,
    pub down: Ore,
}

/// A part of a whole.
#[derive(Clone, Debug)]
pub(super) struct Bar {
    pub label: String,
    pub part: Ore,
    pub whole: Ore,
    /// What stands at its end.
    pub text: String,
}

const WIDTH: i64 = 7200;
const HEIGHT: i64 = 3000;
const LEFT: i64 = 700;
const RIGHT: i64 = 7100;
const TOP: i64 = 340;
const BOTTOM: i64 = 2700;
const INK: &str = "#1a1a1a";
const BLUE: &str = "#0b4f8a";
const PALE: &str = "#bcd6ee";
const RUST: &str = "#9a3b0a";
const GREY: &str = "#cccccc";

/// A chart under way.
struct Canvas {
    svg: String,
}

/// A linear scale of amounts, from the bottom to the top of the chart.
struct Scale {
    least: Ore,
    most: Ore,
    step: i64,
}

/// The expected path in its band from P10 to P90, on an axis that has zero on it.
pub(super) fn fan(about: &About, fans: &Fans, amount: &dyn Fn(Ore) -> String) -> String {
    let points = fans.points;
    let ends = points
        .iter()
        .flat_map(|point| [point.p10, point.p90, point.expected]);
    let scale = Scale::of(ends.chain([fans.reserve]));
    let mut canvas = Canvas::new(about, HEIGHT);
    canvas.axis(&scale, amount);
    let last = i64::try_from(points.len()).unwrap_or(i64::MAX) - 1;
    let x = |at: usize| LEFT + (RIGHT - LEFT) * i64::try_from(at).unwrap_or(i64::MAX) / last.max(1);
    let corner = |(at, balance): (usize, Ore)| format!("{},{} ", x(at), scale.y(balance));
    let upper = points.iter().enumerate().map(|(at, point)| (at, point.p90));
    let lower = points.iter().enumerate().rev().map(|(at, point)| (at, point.p10));
    let band: String = upper.chain(lower).map(corner).collect();
    canvas.add(&format!(
        "<polygon points=\"{}\" fill=\"{PALE}\" stroke=\"#6f9fcb\" stroke-width=\"8\"/>",
        band.trim_end()
    ));
    let path = points.iter().enumerate().map(|(at, point)| (at, point.expected));
    let path: String = path.map(corner).collect();
    canvas.add(&format!(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{BLUE}\" stroke-width=\"16\"/>",
        path.trim_end()
    ));
    let reserve = scale.y(fans.reserve);
    canvas.line(
        (LEFT, reserve),
        (RIGHT, reserve),
        RUST,
        " stroke-dasharray=\"80 50\"",
    );
    for (at, point) in points.iter().enumerate() {
        canvas.text((x(at), BOTTOM + 190), "middle", &point.label);
    }
    let marks = [
        format!("<rect x=\"X\" y=\"90\" width=\"220\" height=\"26\" fill=\"{BLUE}\"/>"),
        format!("<rect x=\"X\" y=\"40\" width=\"220\" height=\"120\" fill=\"{PALE}\"/>"),
        format!("<rect x=\"X\" y=\"90\" width=\"80\" height=\"20\" fill=\"{RUST}\"/>"),
    ];
    canvas.legend(&marks, &fans.legend);
    canvas.done()
}

/// Money in above the line and money out below it.
pub(super) fn columns(
    about: &About,
    columns: &[Column],
    legend: &[String; 2],
    amount: &dyn Fn(Ore) -> String,
) -> String {
    let scale = Scale::of(columns.iter().flat_map(|column| [column.up, -column.down]));
    let mut canvas = Canvas::new(about, HEIGHT);
    canvas.axis(&scale, amount);
    let zero = scale.y(Ore::ZERO);
    let each = (RIGHT - LEFT) / i64::try_from(columns.len().max(1)).unwrap_or(i64::MAX);
    for (at, column) in (0..).zip(columns) {
        let left = LEFT + each * at + each / 5;
        let width = each * 3 / 10;
        canvas.block((left, scale.y(column.up)), (width, zero), BLUE);
        canvas.block((left + width, scale.y(-column.down)), (width, zero), RUST);
        canvas.text((left + width, BOTTOM + 190), "middle", &column.label);
    }
    let mark =
        |color: &str| format!("<rect x=\"X\" y=\"40\" width=\"120\" height=\"120\" fill=\"{color}\"/>");
    canvas.legend(&[mark(BLUE), mark(RUST)], legend);
    canvas.done()
}

/// How much of each whole is there, one bar below another.
#[must_use]
pub(super) fn bars(about: &About, bars: &[Bar]) -> String {
    const EACH: i64 = 420;
    let height = EACH * i64::try_from(bars.len()).unwrap_or(i64::MAX / EACH) + 60;
    let mut canvas = Canvas::new(about, height);
    let full = RIGHT - LEFT;
    for (at, bar) in (0..).zip(bars) {
        let top = EACH * at;
        canvas.text((0, top + 130), "start", &bar.label);
        canvas.text((RIGHT, top + 130), "end", &bar.text);
        canvas.add(&format!(
            "<rect x=\"0\" y=\"{}\" width=\"{}\" height=\"150\" fill=\"#fff\" stroke=\"{INK}\" stroke-width=\"8\"/>",
            top + 180,
            full + LEFT
        ));
        let width = scaled(bar.part.max(Ore::ZERO), bar.whole, full + LEFT).min(full + LEFT);
        canvas.add(&format!(
            "<rect x=\"0\" y=\"{}\" width=\"{width}\" height=\"150\" fill=\"{BLUE}\"/>",
            top + 180
        ));
    }
    canvas.done()
}

/// `length` × part / whole, without a rounded step on the way; 0 of nothing.
fn scaled(part: Ore, whole: Ore, length: i64) -> i64 {
    if whole.is_zero() {
        return 0;
    }
    let exact = i128::from(part.ore()) * i128::from(length) / i128::from(whole.ore());
    i64::try_from(exact).unwrap_or(i64::MAX)
}

impl Scale {
    /// Steps of 1, 2 or 5 times a power of ten, at most six of them; zero is always there.
    fn of(amounts: impl Iterator<Item = Ore>) -> Scale {
        const MOST_STEPS: i64 = 6;
        let (least, most) = amounts.fold((0, 0), |(least, most): (i64, i64), amount| {
            (least.min(amount.ore()), most.max(amount.ore()))
        });
        let span = most.saturating_sub(least).max(100);
        let mut step: i64 = 100;
        for factor in [2, 5, 10].into_iter().cycle() {
            if span / step < MOST_STEPS {
                break;
            }
            let power = 10_i64.pow(step.ilog10());
            step = power.saturating_mul(factor);
        }
        Scale {
            least: Ore::new(least.div_euclid(step) * step),
            most: Ore::new((most.max(least + 1) + step - 1).div_euclid(step) * step),
            step,
        }
    }

    fn y(&self, amount: Ore) -> i64 {
        BOTTOM - scaled(amount - self.least, self.most - self.least, BOTTOM - TOP)
    }

    fn ticks(&self) -> impl Iterator<Item = Ore> {
        let step = Ore::new(self.step);
        let most = self.most;
        std::iter::successors(Some(self.least), move |tick| Some(*tick + step))
            .take_while(move |tick| *tick <= most)
    }
}

impl Canvas {
    fn new(about: &About, height: i64) -> Canvas {
        let id = about.id;
        let mut canvas = Canvas { svg: String::new() };
        canvas.add(&format!(
            "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
             font-family=\"system-ui, 'Liberation Sans', Arial, sans-serif\" font-size=\"120\" fill=\"{INK}\">"
        ));
        canvas.add(&format!(
            "<title id=\"{id}-title\">{}</title>",
            escaped(about.title)
        ));
        canvas.add(&format!(
            "<desc id=\"{id}-desc\">{}</desc>",
            escaped(about.description)
        ));
        canvas
    }

    fn add(&mut self, element: &str) {
        self.svg.push_str(element);
        self.svg.push('\n');
    }

    fn text(&mut self, at: (i64, i64), anchor: &str, text: &str) {
        if !text.is_empty() {
            let text = escaped(text);
            self.add(&format!(
                "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\">{text}</text>",
                at.0, at.1
            ));
        }
    }

    fn line(&mut self, from: (i64, i64), to: (i64, i64), color: &str, more: &str) {
        self.add(&format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{color}\" stroke-width=\"14\"{more}/>",
            from.0, from.1, to.0, to.1
        ));
    }

    /// A block between two heights, whichever is the higher.
    fn block(&mut self, corner: (i64, i64), (width, zero): (i64, i64), color: &str) {
        let (top, height) = (corner.1.min(zero), (corner.1 - zero).abs());
        self.add(&format!(
            "<rect x=\"{}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{color}\"/>",
            corner.0
        ));
    }

    fn axis(&mut self, scale: &Scale, amount: &dyn Fn(Ore) -> String) {
        for tick in scale.ticks() {
            let y = scale.y(tick);
            let color = if tick.is_zero() { INK } else { GREY };
            self.line((LEFT, y), (RIGHT, y), color, "");
            self.text((LEFT - 60, y + 40), "end", &amount(tick));
        }
    }

    /// Marks at the top, each with what it is called; `X` in a mark is where it stands.
    fn legend(&mut self, marks: &[String], names: &[String]) {
        let each = (RIGHT - LEFT) / i64::try_from(marks.len().max(1)).unwrap_or(i64::MAX);
        for (at, (mark, name)) in (0..).zip(marks.iter().zip(names)) {
            let x = LEFT + each * at;
            self.add(&mark.replacen('X', &x.to_string(), 1));
            self.text((x + 280, 140), "start", name);
        }
    }

    fn done(mut self) -> String {
        self.svg.push_str("</svg>");
        self.svg
    }
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        // A write to a string can't fail.
        let _ = match c {
            '&' => safe.write_str("&amp;"),
            '<' => safe.write_str("&lt;"),
            '>' => safe.write_str("&gt;"),
            '"' => safe.write_str("&quot;"),
            '\'' => safe.write_str("&#39;"),
            c => safe.write_char(c),
        };
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ABOUT: About = About {
        id: "a",
        title: "<b>&\"",
        description: "",
    };

    #[test]
    fn texts_are_escaped_and_bars_are_as_long_as_their_share() {
        let bar = |part| Bar {
            label: "<i>'".to_owned(),
            part: Ore::kroner(part),
            whole: Ore::kroner(300),
            text: String::new(),
        };
        let svg = bars(&ABOUT, &[bar(100), bar(900), bar(-5)]);
        assert!(
            svg.contains("&lt;b&gt;&amp;&quot;") && svg.contains("&lt;i&gt;&#39;"),
            "{svg}"
        );
        for width in [
            "width=\"2366\"",
            "width=\"7100\" height=\"150\" fill=\"#0b4f8a\"",
            "width=\"0\"",
        ] {
            assert!(svg.contains(width), "{width} {svg}");
        }
    }

    #[test]
    fn an_axis_has_few_round_steps_and_zero_among_them() {
        let scale = Scale::of([Ore::kroner(233_000_000), Ore::kroner(-12)].into_iter());
        let ticks: Vec<i64> = scale.ticks().map(|tick| tick.ore() / 100).collect();
        assert_eq!(
            ticks,
            [
                -50_000_000,
                0,
                50_000_000,
                100_000_000,
                150_000_000,
                200_000_000,
                250_000_000
            ]
        );
        assert_eq!((scale.y(scale.least), scale.y(scale.most)), (BOTTOM, TOP));
    }

    proptest! {
        #[test]
        fn any_amount_stands_on_its_axis(amounts in proptest::collection::vec(-10_000_000_000_000i64..10_000_000_000_000, 0..9)) {
            let amounts: Vec<Ore> = amounts.into_iter().map(Ore::new).collect();
            let scale = Scale::of(amounts.iter().copied());
            let ticks: Vec<Ore> = scale.ticks().collect();
            prop_assert!(ticks.contains(&Ore::ZERO) && (2..=9).contains(&ticks.len()), "{ticks:?}");
            for amount in amounts {
                prop_assert!((TOP..=BOTTOM).contains(&scale.y(amount)));
            }
        }
    }
}
