//! What hosts measure of members, and report.

use std::collections::BTreeMap;
use std::fmt::{self, Formatter};

use axum::extract::State;
use axum::http::StatusCode;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use tenure_domain::StatisticKey;
use tenure_http_base::{AppState, Body, Fields, Ids, Inside, Problem, perform};
use tenure_usecases::ReportStatistics;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(report_statistics))
}

/// Numbers by the keys of the access model's statistics.
#[derive(ToSchema)]
#[schema(value_type = BTreeMap<String, u64>)]
struct ReportBody(BTreeMap<String, u64>);

impl<'de> Deserialize<'de> for ReportBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Numbers)
    }
}

/// More than this no access model has.
const MOST: usize = 256;

/// Reads numbers, none of them twice: a map alone would take the last one.
struct Numbers;

impl<'de> Visitor<'de> for Numbers {
    type Value = ReportBody;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of numbers")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ReportBody, A::Error> {
        let mut numbers = BTreeMap::new();
        while let Some((key, number)) = map.next_entry::<String, u64>()? {
            if numbers.contains_key(&key) {
                return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
            }
            numbers.insert(key, number);
            if numbers.len() > MOST {
                return Err(A::Error::custom(format_args!("no access model has more than {MOST} statistics")));
            }
        }
        Ok(ReportBody(numbers))
    }
}

/// Report what was measured of a member, such as calls handled.
///
/// Each number is the total so far, from 0 to 9007199254740991, and takes the place of the one before it: sent twice it counts once, and
/// of several reports the last one holds. What isn't named stays. It isn't journalled: nothing was decided.
#[utoipa::path(post, path = "/organizations/{org}/members/{member}/statistics", tag = "members",
    params(("org" = uuid::Uuid, Path), ("member" = String, Path)), request_body = ReportBody, responses((status = 204)))]
async fn report_statistics(
    State(state): State<AppState>,
    inside: Inside,
    ids: Ids,
    body: Body<ReportBody>,
) -> Result<StatusCode, Problem> {
    let mut fields = Fields::default();
    let mut numbers = BTreeMap::new();
    for (key, number) in body.value.0 {
        let pointer = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
        numbers.extend(fields.take(&pointer, "key", StatisticKey::parse(&key)).map(|key| (key, number)));
    }
    fields.all_right()?;
    let ask = ReportStatistics { organization: inside.organization, member: ids.member(&inside)?, numbers };
    perform(&state, inside.caller(), ask).await?;
    Ok(StatusCode::NO_CONTENT)
}
