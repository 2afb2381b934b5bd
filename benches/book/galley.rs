//! A process that typesets, watched from outside.
//!
//! Takes: a command that prints a line whenever it has made the PDF, and makes it again for every line it is given. Gives: what that cost,
//! as the system counts it: processor time of all threads in nanoseconds, the most memory the process ever held.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

#[derive(Clone, Copy)]
pub struct Cost {
    /// Of all processors together.
    pub seconds: f64,
    /// Resident, since the process began.
    pub megabytes: f64,
}

pub struct Galley {
    child: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
    /// What it had cost when it last answered.
    spent: f64,
}

impl Galley {
    /// Starts the process and waits for the first PDF.
    pub fn start(command: &mut Command) -> io::Result<Galley> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (orders, answers) = (child.stdin.take(), child.stdout.take());
        let (orders, answers) = orders.zip(answers).ok_or_else(|| io::Error::other("no pipes"))?;
        let mut galley = Galley { child, orders, answers: BufReader::new(answers), spent: 0.0 };
        galley.wait()?;
        Ok(galley)
    }

    /// Has it made again.
    pub fn again(&mut self) -> io::Result<Cost> {
        self.spent = self.seconds()?;
        self.orders.write_all(b"\n")?;
        self.orders.flush()?;
        self.wait()?;
        self.cost()
    }

    /// What it cost since it was last told, and its end.
    pub fn end(mut self) -> io::Result<Cost> {
        let cost = self.cost()?;
        drop(self.orders);
        self.child.wait()?;
        Ok(cost)
    }

    fn wait(&mut self) -> io::Result<()> {
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        if line.trim() == "made" { Ok(()) } else { Err(io::Error::other("it failed; what it said stands above")) }
    }

    fn cost(&self) -> io::Result<Cost> {
        Ok(Cost { seconds: self.seconds()? - self.spent, megabytes: self.megabytes()? })
    }

    /// Of all its threads: none of them ends before the process does.
    fn seconds(&self) -> io::Result<f64> {
        let mut nanoseconds = 0.0;
        for task in fs::read_dir(format!("/proc/{}/task", self.child.id()))? {
            let counted = fs::read_to_string(task?.path().join("schedstat"))?;
            nanoseconds += counted.split_whitespace().next().and_then(|own| own.parse::<f64>().ok()).unwrap_or_default();
        }
        Ok(nanoseconds / 1e9)
    }

    fn megabytes(&self) -> io::Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kilobytes.map(|kilobytes| kilobytes * 1024.0 / 1e6).ok_or_else(|| io::Error::other("no memory is counted"))
    }
}
