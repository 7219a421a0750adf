//! A server, from an open database to its last request.

mod ending;
mod house;

pub(crate) use ending::Ending;
pub(crate) use house::House;
