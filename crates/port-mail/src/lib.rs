//! What couriers need from a postal service.
