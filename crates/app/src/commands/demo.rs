//! `tenured demo`.

use super::{Out, configuration};
use crate::configuration::{Flags, Purpose};
use crate::failure::Failure;
use crate::serving::{Ending, House};
use crate::{demo, logs};

/// Makes the example, if it isn't there, and serves it until told to stop.
pub(super) async fn demo(flags: &Flags, out: Out<'_>) -> Result<(), Failure> {
    let configuration = configuration(flags, Purpose::Demo)?;
    logs::begin(&configuration);
    let ending = Ending::on_signals()?;
    let data_dir = configuration.data_dir.clone();
    let database = configuration.database.to_string();
    let house = House::open(configuration).await?;
    demo::must_be_free(house.database()).await?;
    house.database().migrate().await?;
    let is_new = demo::ready(&data_dir, house.database().store(), house.key()).await?;
    write!(out, "{}", demo::welcome(house.public_url(), &database, is_new))?;
    out.flush()?;
    house.serve(None, ending).await
}
