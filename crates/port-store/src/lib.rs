//! What use cases need from durable storage.
