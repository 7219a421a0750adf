//! Metrics, collected in this process and rendered in Prometheus' text format.

use std::time::Duration;

use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};

use crate::failure::Failure;

/// Bounds of histograms of durations, in seconds: from a lookup in memory to a mail server that is slow.
const SECONDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

/// How often samples are folded into their histograms when nobody asks for them.
const UPKEEP: Duration = Duration::from_secs(15);

/// Begins to collect, once in a process; the handle renders.
pub(crate) fn begin() -> Result<PrometheusHandle, Failure> {
    let handle = recorder().map_err(|error| Failure::of("metrics can't be collected", error))?;
    let upkeep = handle.clone();
    tokio::spawn(async move {
        let mut rounds = tokio::time::interval(UPKEEP);
        loop {
            rounds.tick().await;
            upkeep.run_upkeep();
        }
    });
    Ok(handle)
}

fn recorder() -> Result<PrometheusHandle, BuildError> {
    PrometheusBuilder::new().set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &SECONDS)?.install_recorder()
}
