//! Figures: the sizes of images of pixels, whatever their format, and what is said of files that are none.

use camino::Utf8Path;
use diptych::diagnostics::Code;
use diptych::publication::Image;

use crate::publications::{Project, document};

/// 5 by 3 pixels of one colour, as an encoder wrote them.
const LOSSY: &[u8] = b"RIFF2\x00\x00\x00WEBPVP8 &\x00\x00\x00p\x01\x00\x9d\x01*\x05\x00\x03\x00\x07@\x96%\xa0\x02t\x01@\x00\
    \x00\xfe\xe5\xfa,0\x98'_\xd5\xdf\x9d\xbfS\xe7\x80\x00\x00";
const LOSSLESS: &[u8] =
    b"RIFF\x1e\x00\x00\x00WEBPVP8L\x11\x00\x00\x00/\x04\x80\x00\x00\x07P\x8a\x22\x97\xa2\xff\x81\x88\xe8\
    \x7f\x00\x00";
const EXTENDED: &[u8] = b"RIFFB\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x08\x00\x00\x00\x04\x00\x00\x02\x00\x00VP8L\x11\x00\x00\
    \x00/\x04\x80\x00\x00\x07P\x8a\x22\x97\xa2\xff\x81\x88\xe8\x7f\x00\x00EXIF\x0a\x00\x00\x00MM\x00*\
    \x00\x00\x00\x08\x00\x00";
const PNG: &[u8] = b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x05\x00\x00\x00\x03\x08\x02\x00\x00\x00\xd4T\
    R\xaf\x00\x00\x00\x14IDATx\x9cc<!\x22\xc2\x80\x04\x98\x18P\x01:\x1f\x00,\x94\x00\xf6s'O\x5c\x00\x00\
    \x00\x00IEND\xaeB`\x82";

const FIGURES: [(&str, &[u8]); 4] = [("webp", LOSSY), ("webp", LOSSLESS), ("webp", EXTENDED), ("png", PNG)];

/// One page that shows them all.
fn project(figures: &[(&str, Vec<u8>)]) -> Project {
    let project = Project::in_languages(&["en"]);
    let mut text = "---\ntitle: Page\n---\n".to_owned();
    for (number, (extension, bytes)) in figures.iter().enumerate() {
        text.push_str(&format!("\n![A red field]({number}.{extension})\n"));
        project.write(&format!("content/{number}.{extension}"), bytes);
    }
    project.write("content/index.en.md", text);
    project
}

#[test]
fn images_say_their_size() {
    let figures = FIGURES.map(|(extension, bytes)| (extension, bytes.to_vec()));
    let publication = project(&figures).sound();
    let (index, _) = document(&publication, "index.en.md");
    for image in &publication.images[index] {
        let image: &Image = image.as_ref().expect("the image is there");
        assert_eq!((image.width, image.height), (5, 3), "{}", image.path);
    }
    let site = project(&figures).site();
    assert_eq!(site[Utf8Path::new("assets/content/0.webp")].1, LOSSY);
}

#[test]
fn the_kind_of_an_image_may_be_in_capitals() {
    let publication = project(&[("PNG", PNG.to_vec()), ("WebP", LOSSY.to_vec())]).sound();
    let (index, _) = document(&publication, "index.en.md");
    assert!(publication.images[index].iter().all(Option::is_some));
}

#[test]
fn torn_images_end_in_diagnostics() {
    let torn = FIGURES.into_iter().flat_map(|(extension, bytes)| {
        let cut = move |length: usize| (extension, bytes[..length].to_vec());
        (0..bytes.len() - 1).map(cut)
    });
    let torn: Vec<_> = torn.collect();
    let codes = project(&torn).codes();
    assert_eq!(codes, vec![Code::UnusableImage; torn.len()]);
}

/// Wherever a byte is another one: a size or a diagnostic.
#[test]
fn odd_images_end_in_diagnostics() {
    let odd = FIGURES.into_iter().flat_map(|(extension, bytes)| {
        let other = move |at: usize, byte: u8| {
            let mut bytes = bytes.to_vec();
            bytes[at] = byte;
            (extension, bytes)
        };
        (0..bytes.len()).flat_map(move |at| [0, 0x7f, 0xff].map(|byte| other(at, byte)))
    });
    let odd: Vec<_> = odd.collect();
    let codes = project(&odd).codes();
    assert!(codes.iter().all(|code| *code == Code::UnusableImage) && codes.len() < odd.len(), "{codes:?}");
}
