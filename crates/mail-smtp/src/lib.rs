//! SMTP, file, log and capture transports.
