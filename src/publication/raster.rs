//! Images of pixels: PNG, JPEG and WebP, as far as their headers tell.
//!
//! Takes: a file's bytes. Gives: its size in pixels, or why it is no figure: of another format than its name says, cut off, moving, too
//! large. The pixels are not looked at: a header that lies is left to whoever decodes them. Must not know where files lie.

use super::images::{Format, Unusable};

/// Decoded, a figure of this many pixels takes a quarter of a gigabyte.
const MOST_PIXELS: u64 = 64_000_000;

/// The size of an image that is to be of a format.
pub(super) fn size(format: Format, bytes: &[u8]) -> Result<(u32, u32), Unusable> {
    if bytes.is_empty() {
        return Err(Unusable::new("empty", format.name()));
    }
    match signature(bytes) {
        Some(Ok(found)) if found != format => return Err(Unusable::new("name", found.name())),
        Some(Err(extension)) => return Err(Unusable::new("format", extension)),
        _ => {}
    }
    let size = match format {
        Format::Png => png(bytes),
        Format::Jpeg => jpeg(bytes),
        Format::WebP => webp(bytes),
        Format::Svg => None,
    };
    match size.ok_or_else(|| Unusable::new("damaged", format.name()))? {
        Size::Moving => Err(Unusable::new("moves", format.name())),
        Size::Still(0, _) | Size::Still(_, 0) => Err(Unusable::new("damaged", format.name())),
        Size::Still(width, height) if u64::from(width) * u64::from(height) > MOST_PIXELS => {
            Err(Unusable::new("large", format!("{width} × {height}")))
        }
        Size::Still(width, height) => Ok((width, height)),
    }
}

enum Size {
    Still(u32, u32),
    Moving,
}

/// What a file is by its first bytes: a format of figures, or the ending of another format's names.
fn signature(bytes: &[u8]) -> Option<Result<Format, &'static str>> {
    let is = |head: &[u8]| bytes.starts_with(head);
    let at_eight = bytes.get(8..12).unwrap_or_default();
    match () {
        () if is(b"\x89PNG") => Some(Ok(Format::Png)),
        () if is(b"\xff\xd8") => Some(Ok(Format::Jpeg)),
        () if is(b"RIFF") && at_eight == b"WEBP" => Some(Ok(Format::WebP)),
        () if is(b"<svg") || is(b"<?xml") => Some(Ok(Format::Svg)),
        () if is(b"GIF8") => Some(Err("gif")),
        () if is(b"%PDF") => Some(Err("pdf")),
        () if is(b"II*\0") || is(b"MM\0*") => Some(Err("tiff")),
        () if is(b"BM") => Some(Err("bmp")),
        () if bytes.get(4..8) == Some(b"ftyp") && at_eight == b"avif" => Some(Err("avif")),
        () if bytes.get(4..8) == Some(b"ftyp") => Some(Err("heic")),
        () => None,
    }
}

/// The first chunk is IHDR, the last IEND; one called acTL makes it move (PNG specification, sections 5 and 11).
fn png(bytes: &[u8]) -> Option<Size> {
    let chunks = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| Some(u32::from_be_bytes(chunks.get(at..at + 4)?.try_into().ok()?));
    if chunks.get(4..8)? != b"IHDR" {
        return None;
    }
    let size = Size::Still(number(8)?, number(12)?);
    let (mut at, mut pixels) = (0, false);
    loop {
        let length = number(at)? as usize;
        match chunks.get(at + 4..at + 8)? {
            b"acTL" => return Some(Size::Moving),
            b"IDAT" => pixels = true,
            b"IEND" => return Some(size).filter(|_| pixels && chunks.len() >= at + 12),
            _ => {}
        }
        // Length, name and checksum.
        at += length.checked_add(12)?;
    }
}

/// The frame header, wherever it stands among the markers, and the marker of the end after the first scan (ITU T.81, section B).
fn jpeg(bytes: &[u8]) -> Option<Size> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    let mut size = None;
    loop {
        let (marker, length) = match rest {
            // Markers may be filled up with any number of these.
            [0xff, 0xff, ..] => {
                rest = &rest[1..];
                continue;
            }
            [0xff, marker, high, low, ..] => (*marker, usize::from(*high) << 8 | usize::from(*low)),
            _ => return None,
        };
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let number = |at: usize| Some(u32::from(*rest.get(at)?) << 8 | u32::from(*rest.get(at + 1)?));
            size = Some(Size::Still(number(7)?, number(5)?));
        }
        rest = rest.get(2 + length.max(2)..)?;
        if marker == 0xda {
            return size.filter(|_| rest.windows(2).rev().any(|pair| pair == b"\xff\xd9"));
        }
    }
}

/// A lossy, a lossless or an extended file (RFC 9649, sections 2.5 to 2.7; RFC 6386, section 9.1).
fn webp(bytes: &[u8]) -> Option<Size> {
    let number = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let whole = number(4)? as usize + 8 <= bytes.len();
    let (name, length, data) = (bytes.get(12..16)?, number(16)? as usize, bytes.get(20..)?);
    if !whole || length > data.len() {
        return None;
    }
    let byte = |at: usize| data.get(at).copied().map(u32::from);
    match name {
        b"VP8 " if data.get(3..6)? == b"\x9d\x01\x2a" => {
            let side = |at: usize| Some((byte(at)? | byte(at + 1)? << 8) & 0x3fff);
            Some(Size::Still(side(6)?, side(8)?))
        }
        b"VP8L" if byte(0)? == 0x2f => {
            let bits = byte(1)? | byte(2)? << 8 | byte(3)? << 16 | byte(4)? << 24;
            Some(Size::Still((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8X" if byte(0)? & 0x02 != 0 => Some(Size::Moving),
        b"VP8X" => {
            let side = |at: usize| Some((byte(at)? | byte(at + 1)? << 8 | byte(at + 2)? << 16) + 1);
            Some(Size::Still(side(4)?, side(7)?)).filter(|_| has_pixels(bytes))
        }
        _ => None,
    }
}

/// Whether an extended file has a chunk of pixels, whole.
fn has_pixels(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(12..).unwrap_or_default();
    while let Some((head, after)) = rest.split_at_checked(8) {
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        if matches!(&head[..4], b"VP8 " | b"VP8L") {
            return length > 0 && length <= after.len();
        }
        rest = after.get(length.saturating_add(length % 2)..).unwrap_or_default();
    }
    false
}
