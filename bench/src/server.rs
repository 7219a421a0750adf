//! A server as a child process, and what it takes of the machine.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// How many ticks of processor time the kernel counts in a second, wherever Linux runs.
const TICKS: f64 = 100.0;

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running server, ended when dropped.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    address: String,
    /// How long it took from its start to the first answer.
    pub(crate) started_in: Duration,
}

/// `tenured`, built as a release is, beside this program.
pub(crate) fn tenured() -> Result<PathBuf> {
    let beside = std::env::current_exe()?.with_file_name("tenured");
    if beside.exists() { Ok(beside) } else { bail!("{} isn't built; run `cargo xtask bench`", beside.display()) }
}

impl Server {
    /// Starts one that prints the address it listens on.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let began = Instant::now();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut lines = BufReader::new(child.stdout.take().context("its output")?).lines().map_while(Result::ok);
        let address = lines.find_map(|line| {
            let (_, after) = line.split_once("http://")?;
            Some(after.split([' ', '/', ',']).next()?.to_owned())
        });
        let Some(address) = address else { bail!("the server ended: {}", child.wait()?) };
        // A server whose reader has gone would stop at its next line.
        std::thread::spawn(move || lines.for_each(drop));
        while !is_answering(&address) {
            if let Some(status) = child.try_wait()? {
                bail!("the server ended: {status}");
            }
            if began.elapsed() > PATIENCE {
                child.kill()?;
                bail!("the server answers nothing at {address}");
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Ok(Self { child, address, started_in: began.elapsed() })
    }

    /// `host:port`.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The processor time it has taken so far, in seconds.
    pub(crate) fn cpu(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name of the program is in brackets and may have anything in it; after it the 12th and 13th figures count ticks.
        let (_, figures) = stat.rsplit_once(')').context("a line of /proc")?;
        let ticks = figures.split_whitespace().skip(11).take(2).map(str::parse::<f64>).sum::<Result<f64, _>>()?;
        Ok(ticks / TICKS)
    }

    /// The anonymous memory that it holds, in MiB.
    pub(crate) fn memory(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).context("RssAnon")?;
        let kib: f64 = line.trim().trim_end_matches(" kB").trim().parse()?;
        Ok(kib / 1_024.0)
    }
}

fn is_answering(address: &str) -> bool {
    use std::io::{Read as _, Write as _};
    let ask = || -> std::io::Result<bool> {
        let mut connection = std::net::TcpStream::connect(address)?;
        connection.write_all(format!("GET /health/live HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n").as_bytes())?;
        let mut answer = [0; 10];
        connection.read_exact(&mut answer)?;
        Ok(answer.ends_with(b" 2"))
    };
    ask().unwrap_or_default()
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
