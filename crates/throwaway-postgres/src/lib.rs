//! A Postgres server for one test run, with a template database.
