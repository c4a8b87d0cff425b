//! Causes in words: what happened, what it explains, and why it is ranked so.

use super::CauseKind;
use super::explanation::Explanation;
use super::layout::is_total;
use super::sheet::{Change, Sheet};
use super::single::{is_inferred, is_no_count, is_stated};
use crate::check::rules::wording;
use crate::form::Cell;
use crate::message::Message;
use crate::report::Entry;
use std::fmt::Write;

/// Longer lists of cells are cut.
const LISTED: usize = 4;

/// What a cell prints: nothing for a blank one.
pub(super) fn printed(sheet: &Sheet<'_>, change: Change) -> String {
    match sheet.entry(change.suspect) {
        Entry::Value(number) => number.to_string(),
        Entry::Mark => "/".to_owned(),
        Entry::Unreadable(text) => text.to_string(),
        Entry::Absent | Entry::Blank => String::new(),
    }
}

/// What a cell should say.
pub(super) fn suggested(sheet: &Sheet<'_>, change: Change) -> String {
    sheet.count(change.value).map(|count| count.to_string()).unwrap_or_default()
}

/// A cause in words. `place` is its place among the causes of its fault, `rivals` how many others
/// would clear just the same findings.
pub(super) fn message(sheet: &Sheet<'_>, explanation: &Explanation, place: usize, rivals: usize) -> Message {
    let mut message = slip(sheet, explanation);
    let changes = changes(sheet, &explanation.changes);
    message.push(&changes.zh, &changes.en);
    match explanation.clears.count_ones() {
        0 | 1 => message.push("，照此更正即相符", "; with that, the sum holds"),
        count => message.push(
            &format!("，照此更正，{count}处不符一并消除"),
            &format!("; with that, all {count} sums hold"),
        ),
    }
    for reason in reasons(sheet, explanation, place, rivals) {
        message.push(&format!("；{}", reason.zh), &format!("; {}", reason.en));
    }
    message
}

/// What happened.
fn slip(sheet: &Sheet<'_>, explanation: &Explanation) -> Message {
    let many = explanation.changes.len() > 1;
    let (zh, en) = match explanation.rank.kind {
        CauseKind::WrongCell => ("一处填错", "one cell is wrong"),
        CauseKind::WrongCells => ("数处填错", "several cells are wrong"),
        CauseKind::DigitLost => ("漏写一位数字", "a digit was lost"),
        CauseKind::DigitDoubled => ("重写一位数字", "a digit was doubled"),
        CauseKind::DigitsTransposed => ("相邻两位数字颠倒", "two digits changed places"),
        CauseKind::DigitWrong => ("一位数字写错", "one digit is wrong"),
        CauseKind::TotalZero if many => ("一列总计均留为0", "a line of totals was left at 0"),
        CauseKind::TotalZero => ("总计留为0", "the total was left at 0"),
        CauseKind::TotalCopied => return copied(sheet, explanation),
        CauseKind::CaseMoved => return moved(sheet, explanation),
        CauseKind::RowsSwapped => ("两行数据互换", "two rows changed places"),
        CauseKind::ColumnsSwapped => ("两列数据互换", "two columns changed places"),
        CauseKind::CellsSwapped => ("两格数据互换", "two numbers changed places"),
        CauseKind::TornNumber => ("一个数被拆在相邻两格", "one number was torn over two cells"),
    };
    Message::new(format!("{zh}："), format!("{en}: "))
}

fn copied(sheet: &Sheet<'_>, explanation: &Explanation) -> Message {
    let source = explanation.rank.source.map_or_else(|| Message::new("", ""), |cell| name(sheet, cell));
    Message::new(format!("总计似误抄自{}：", source.zh), format!("the total was copied from {}: ", source.en))
}

fn moved(sheet: &Sheet<'_>, explanation: &Explanation) -> Message {
    let delta = explanation.changes.first().map_or(0, |&change| sheet.delta(change).abs());
    let cases = sheet.count(delta).unwrap_or(0);
    let are = if cases == 1 { "case was" } else { "cases were" };
    Message::new(format!("{cases}件计错一格："), format!("{cases} {are} counted in the wrong cell: "))
}

/// Every cell with what it prints and should say.
fn changes(sheet: &Sheet<'_>, changes: &[Change]) -> Message {
    let one = |&change: &Change| {
        let name = name(sheet, sheet.suspects[change.suspect].cell);
        let (printed, suggested) = (printed(sheet, change), suggested(sheet, change));
        match printed.is_empty() {
            true => Message::new(
                format!("{}空白，似应为{suggested}", name.zh),
                format!("{} is blank, should likely be {suggested}", name.en),
            ),
            false => Message::new(
                format!("{}填报为{printed}，似应为{suggested}", name.zh),
                format!("{} prints {printed}, should likely be {suggested}", name.en),
            ),
        }
    };
    let (zh, en): (Vec<_>, Vec<_>) = changes.iter().map(one).map(|it| (it.zh, it.en)).take(LISTED).unzip();
    let (mut zh, mut en) = (zh.join("；"), en.join("; "));
    if changes.len() > LISTED {
        let _ = write!(zh, "等{}处", changes.len());
        let _ = write!(en, " … ({} cells in all)", changes.len());
    }
    Message::new(zh, en)
}

/// Why the cause is ranked where it is.
fn reasons(sheet: &Sheet<'_>, explanation: &Explanation, place: usize, rivals: usize) -> Vec<Message> {
    let any =
        |is: fn(&Sheet<'_>, Change) -> bool| explanation.changes.iter().any(|&change| is(sheet, change));
    let mut reasons = Vec::new();
    let mut reason = |zh: String, en: String| reasons.push(Message::new(zh, en));
    if any(is_stated) {
        reason("正文所述数字正是如此".into(), "the prose states that very figure".into());
    }
    if any(is_no_count) {
        reason("填报的数不是件数".into(), "what is printed is no count".into());
    }
    if any(is_inferred) {
        reason(
            "该处数据的位置系读取时推定，请先核对原文".into(),
            "what it prints was placed there in reading: see the page first".into(),
        );
    }
    match (rivals, place) {
        (0, 0) => {}
        (_, 0) => {
            let Message { zh, en } = why(sheet, explanation);
            reason(
                format!("仅凭勾稽关系，另有{rivals}种改法同样成立，此处最为可能{zh}"),
                format!(
                    "by the sums alone {rivals} other corrections would do as well; this is the likeliest{en}"
                ),
            );
        }
        _ => reason("也有此可能，但可能性较小".into(), "possible too, but less likely".into()),
    }
    reasons
}

/// Why a cause is likelier than others that clear the same findings.
fn why(sheet: &Sheet<'_>, explanation: &Explanation) -> Message {
    let is_total =
        matches!(explanation.changes[..], [change] if is_total(sheet.suspects[change.suspect].cell));
    let (zh, en) = match explanation.rank.kind {
        CauseKind::CaseMoved => {
            ("（件数越多，越易错计）", ", for the more cases, the likelier one goes astray")
        }
        CauseKind::WrongCell | CauseKind::DigitWrong if is_total => {
            ("（总计较分项易错）", ", for totals go wrong more often than their parts")
        }
        CauseKind::WrongCell | CauseKind::WrongCells => ("", ""),
        _ => ("（此类笔误较常见）", ", for such slips are common"),
    };
    Message::new(zh, en)
}

/// A cell in words.
fn name(sheet: &Sheet<'_>, cell: Cell) -> Message {
    let report = sheet.case.report;
    let (zh, en) = wording::table(cell.table());
    Message::new(
        format!("{zh}「{}」行「{}」列", wording::row_zh(report, cell), wording::column_zh(report, cell)),
        format!("{en}, row “{}”, column “{}”", wording::row_en(cell), wording::column_en(cell)),
    )
}
