//! Which cells a clause speaks of.

use super::phrase::{Outcome, Phrase, SUITS};
use super::rows::{Rows, concluded_rows, group_rows, in_columns, received_rows, term};
use super::topic::Topic;
use crate::form::Sign::{Minus, Plus};
use crate::form::{
    Applicant, Cell, ChallengeColumn, ChallengeRow, Group, ProactiveColumn, ProactiveRow, Row, Term,
};
use crate::report::{Doubt, Report};

/// What a clause speaks of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Meaning {
    pub(super) sort: Sort,
    /// The cells, as signed sums, the likeliest first; none for what the tables do not count.
    pub(super) readings: Vec<Vec<Term>>,
    pub(super) doubt: Option<Doubt>,
}

/// The sorts of figures, each of which may stand beside another in one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// 收到, 新收
    Received,
    /// 办结, 答复
    Concluded,
    Carried(Row),
    /// 自然人
    Columns,
    /// 予以公开
    Outcomes,
    /// 网上申请
    Channel,
    /// 行政复议
    Challenges,
    /// 维持
    Results,
    /// A row of table 二.
    Acts,
}

/// What a phrase means after what was said before it; none if that is not certain.
pub(super) fn of(phrase: &Phrase, topic: &Topic, report: &Report) -> Option<Meaning> {
    let verb = phrase.new || phrase.receive || phrase.handle || phrase.conclude || phrase.answer;
    let lists = !phrase.challenges.is_empty() || !phrase.results.is_empty();
    let of_table_2 = phrase.act.is_some() || phrase.column.is_some() || phrase.decision || phrase.publish;
    if phrase.cause && !lists && !of_table_2 {
        return None;
    }
    match phrase {
        _ if of_table_2 => {
            let alien =
                verb && !phrase.handle || lists || !phrase.outcomes.is_empty() || phrase.carried.is_some();
            act(phrase, topic, report).filter(|_| !alien && !phrase.request && phrase.columns.is_empty())
        }
        _ if lists => {
            let alien = verb || !phrase.outcomes.is_empty() || !phrase.columns.is_empty() || phrase.channel;
            challenges(phrase, topic).filter(|_| !alien && phrase.carried.is_none())
        }
        Phrase { carried: Some(row), .. } => {
            let alien = verb || phrase.channel || !phrase.outcomes.is_empty() || !phrase.columns.is_empty();
            let about = phrase.request || topic.speaks_of_applications();
            (about && !alien).then(|| meaning(Sort::Carried(*row), vec![vec![(Plus, *row)]], topic.doubt()))
        }
        Phrase { channel: true, .. } => {
            let alien =
                phrase.conclude || phrase.answer || !phrase.outcomes.is_empty() || !phrase.columns.is_empty();
            (!alien && topic.head.is_some()).then(|| meaning(Sort::Channel, Vec::new(), None))
        }
        _ if !phrase.outcomes.is_empty() => {
            let alien = phrase.new || phrase.receive || phrase.conclude || !phrase.columns.is_empty();
            outcomes(phrase, topic, report).filter(|_| !alien)
        }
        _ if verb || phrase.request || !phrase.columns.is_empty() => {
            applications(phrase, topic, report, verb)
        }
        _ => None,
    }
}

fn meaning(sort: Sort, rows: Vec<Rows>, doubt: Option<Doubt>) -> Meaning {
    Meaning { sort, readings: in_columns(&rows, &[Applicant::Total]), doubt }
}

/// 收到46件, 办结46件, 自然人38件
fn applications(phrase: &Phrase, topic: &Topic, report: &Report, verb: bool) -> Option<Meaning> {
    let counted = phrase.request || phrase.apply && topic.mentioned;
    let only_verb = (phrase.conclude || phrase.answer || phrase.handle) && !phrase.receive && !phrase.new;
    let concluded = (phrase.conclude || phrase.answer) && !phrase.receive && !phrase.new;
    if !phrase.columns.is_empty() && !verb {
        let rows = topic.rows();
        return (!rows.is_empty()).then(|| columns(&rows, phrase, topic.doubt()));
    }
    let goes_on = only_verb && topic.head.is_some() && topic.here;
    if !(counted || goes_on || topic.speaks_of_applications() && phrase.new) {
        return None;
    }
    let loose = phrase.receive && (phrase.conclude || phrase.answer || phrase.handle)
        || !verb
        || only_verb && !phrase.conclude
        || !phrase.request && topic.head.is_none();
    let (sort, rows) = if concluded {
        (Sort::Concluded, concluded_rows(phrase.answer, report))
    } else if phrase.new {
        (Sort::Received, vec![vec![(Plus, Row::Received)]])
    } else {
        let mut rows = received_rows();
        if phrase.conclude || phrase.answer || phrase.handle {
            rows.extend(concluded_rows(true, report));
        }
        (Sort::Received, rows)
    };
    let doubt = loose.then_some(Doubt::Wording);
    if phrase.columns.is_empty() {
        return Some(meaning(sort, rows, doubt));
    }
    Some(columns(&rows, phrase, doubt))
}

/// 自然人38件; 公民 may be anyone.
fn columns(rows: &[Rows], phrase: &Phrase, doubt: Option<Doubt>) -> Meaning {
    let mut readings = in_columns(rows, &phrase.columns);
    if phrase.loose {
        readings.extend(in_columns(rows, &[Applicant::Total]));
    }
    Meaning { sort: Sort::Columns, readings, doubt: doubt.or(phrase.loose.then_some(Doubt::Wording)) }
}

/// 予以公开30件
fn outcomes(phrase: &Phrase, topic: &Topic, report: &Report) -> Option<Meaning> {
    topic.head.as_ref()?;
    if phrase.outcomes.len() > 1 && !phrase.joined {
        return None;
    }
    if phrase.outcomes == [Outcome::Others] && topic.last == Some(Sort::Columns) {
        let readings = in_columns(&topic.rows(), &[Applicant::Other]);
        return Some(Meaning {
            sort: Sort::Columns,
            readings,
            doubt: topic.doubt().or(Some(Doubt::Wording)),
        });
    }
    let mut sum: Vec<Row> = Vec::new();
    for outcome in &phrase.outcomes {
        match *outcome {
            Outcome::Row(row) => sum.push(row),
            Outcome::Group(group) => sum.extend(group_rows(group, report)),
            Outcome::Others if topic.last == Some(Sort::Outcomes) => {
                sum.extend(group_rows(Group::Other, report))
            }
            Outcome::Others => return None,
        }
    }
    let plus = |rows: &[Row]| -> Rows { rows.iter().map(|&row| (Plus, row)).collect() };
    let mut readings = vec![plus(&sum)];
    let more = |groups: &[Group]| -> Rows {
        let more = groups.iter().flat_map(|&group| group_rows(group, report));
        plus(&sum).into_iter().chain(more.map(|row| (Plus, row))).collect()
    };
    match phrase.outcomes[..] {
        // Loosely, what was not given in full or in part was 不予公开.
        [Outcome::Group(Group::Denied)] => readings.extend([
            more(&[Group::Unavailable]),
            more(&[Group::Unavailable, Group::NotProcessed]),
            more(&[Group::Unavailable, Group::NotProcessed, Group::Other]),
        ]),
        [Outcome::Row(Row::Granted)] => readings.push(plus(&[Row::Granted, Row::PartlyGranted])),
        _ => {}
    }
    Some(meaning(Sort::Outcomes, readings, topic.doubt()))
}

/// 因政府信息公开引起的行政复议5件, 维持3件
fn challenges(phrase: &Phrase, topic: &Topic) -> Option<Meaning> {
    let column = match phrase.results[..] {
        [] => ChallengeColumn::Total,
        [one] => one,
        _ => return None,
    };
    let rows = match phrase.challenges[..] {
        [] => topic.challenges.clone()?,
        // 行政诉讼：未经复议直接起诉
        [ChallengeRow::DirectSuits, ChallengeRow::SuitsAfterReview, one] if SUITS.contains(&one) => vec![one],
        _ => phrase.challenges.clone(),
    };
    let named = phrase.disclosure || phrase.request || topic.names_challenges();
    let qualified = named || topic.speaks_of_challenges();
    let twice =
        rows.len() > ChallengeRow::ALL.len() || (1..rows.len()).any(|at| rows[at..].contains(&rows[at - 1]));
    if !qualified || twice {
        return None;
    }
    let terms = |sign, column| rows.iter().map(move |&row| term(sign, Cell::Challenges(row, column)));
    let mut readings = vec![terms(Plus, column).collect::<Vec<_>>()];
    let total = column == ChallengeColumn::Total;
    if total {
        // Some count only those that are decided.
        readings.push(terms(Plus, column).chain(terms(Minus, ChallengeColumn::Pending)).collect());
    }
    let sort = if phrase.challenges.is_empty() { Sort::Results } else { Sort::Challenges };
    // The total of table 四 may count what last year left, and prose not.
    let doubt = if named { total.then_some(Doubt::Wording) } else { Some(Doubt::Scope) };
    Some(Meaning { sort, readings, doubt })
}

/// 制发行政规范性文件4件, 作出行政处罚决定12件
fn act(phrase: &Phrase, topic: &Topic, report: &Report) -> Option<Meaning> {
    use ProactiveColumn as C;
    // 制发4件，废止2件
    let row = phrase.act.or(topic.act.filter(|_| topic.last == Some(Sort::Acts)))?;
    let column = match (row, phrase.column) {
        (ProactiveRow::Rules | ProactiveRow::NormativeDocuments, Some(column)) if !phrase.decision => column,
        (ProactiveRow::Rules | ProactiveRow::NormativeDocuments, None) if phrase.publish => C::Issued,
        (ProactiveRow::Licensing | ProactiveRow::Penalties | ProactiveRow::Coercion, None)
            if phrase.decision =>
        {
            C::Decisions
        }
        (ProactiveRow::Fees, None) if !phrase.publish && !phrase.decision => C::Amount,
        _ => return None,
    };
    let made = column == C::Issued && report.get(Cell::Proactive(row, C::Issued)).is_absent();
    let column = if made { C::Made } else { column };
    let doubt = phrase.publish.then_some(Doubt::Wording);
    Some(Meaning { sort: Sort::Acts, readings: vec![vec![term(Plus, Cell::Proactive(row, column))]], doubt })
}
