//! PDFs.
