//! What all tests of the API share: a house with a real store in a temporary file, a clock that the test moves, and clients
//! that speak to the router as HTTP does.

#![allow(dead_code, unused_imports, reason = "every test binary uses its part of this")]

mod answer;
mod authenticator;
mod client;
mod house;
mod own_model;
mod people;
mod routes;
mod stream;
mod tape;

pub(crate) use answer::Answer;
pub(crate) use authenticator::Authenticator;
pub(crate) use client::{Ask, Client};
pub(crate) use house::{House, PASSWORD, PROXY, SETUP_TOKEN};
pub(crate) use own_model::OWN_MODEL;
pub(crate) use routes::{Route, routes};
pub(crate) use stream::{Event, Stream};
