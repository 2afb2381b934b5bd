// Reads a built site: for each page what the checks need to know of it, and nothing about what is right or wrong.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { tool } from './tools.mjs';

const { Parser } = tool('htmlparser2');

// A page that no address of its own leads to: it answers for addresses that do not exist, however deep.
const UNKNOWN = 'no/such/page/';

/** The pages and style sheets below `folder`, sorted by path. `base`: the address that the site will be published at. */
export function readSite(folder, base) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => readPage(folder, file));
  base = new URL(base ?? guessBase(pages) ?? 'http://localhost/').href;
  if (!base.endsWith('/')) base += '/';
  const prefix = new URL(base).pathname;
  for (const page of pages) page.url = prefix + (page.file === '404.html' ? UNKNOWN : page.path);
  const styles = files.filter((file) => file.endsWith('.css')).map((file) => ({
    file,
    url: prefix + address(file),
    links: cssAddresses(readFileSync(join(folder, file), 'utf8')).map((href) => ({ href, loads: true })),
  }));
  return { base, prefix, files: new Set(files), pages, styles };
}

const address = (file) => file.split('/').map(encodeURIComponent).join('/').replace(/(^|\/)index\.html$/, '$1');

const cssAddresses = (css) =>
  [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+["']([^"']*)["']/g)]
    .map((match) => match.slice(1).find((group) => group !== undefined));

// Attributes whose address the browser fetches by itself, and those that a reader may follow.
const LOADS = { img: ['src'], script: ['src'], iframe: ['src'], source: ['src'], video: ['src', 'poster'], audio: ['src'],
  track: ['src'], embed: ['src'], object: ['data'], input: ['src'], use: ['href', 'xlink:href'], image: ['href', 'xlink:href'] };
const FOLLOWS = { a: ['href'], area: ['href'], form: ['action'], blockquote: ['cite'], q: ['cite'], ins: ['cite'], del: ['cite'] };
const LOADING_LINKS = /\b(stylesheet|icon|apple-touch-icon|mask-icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest)\b/;

function readPage(folder, file) {
  const page = { file, path: address(file), type: '(none)', lang: '', ids: new Set(), duplicates: new Set(), links: [], alternates: [] };
  let inStyle = false;
  const link = (href, loads) => page.links.push({ href, loads });
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, style, srcset, rel = '', href } = attributes;
      if (id !== undefined) (page.ids.has(id) ? page.duplicates : page.ids).add(id);
      for (const attribute of LOADS[name] ?? []) if (attribute in attributes) link(attributes[attribute], true);
      for (const attribute of FOLLOWS[name] ?? []) if (attribute in attributes) link(attributes[attribute], false);
      for (const candidate of srcset?.split(/,\s+/) ?? []) link(candidate.trim().split(/\s+/)[0], true);
      for (const found of style ? cssAddresses(style) : []) link(found, true);
      if (name === 'html') page.lang = attributes.lang ?? '';
      if (name === 'body') page.type = attributes['data-page'] ?? page.type;
      if (name === 'base') page.baseHref = href;
      if (name === 'link' && href !== undefined) {
        link(href, LOADING_LINKS.test(rel));
        if (rel === 'canonical') page.canonical = href;
        // A feed or a PDF may have a language too, but it has no head to link back from.
        const isPage = !attributes.type || attributes.type === 'text/html';
        if (/\balternate\b/.test(rel) && attributes.hreflang && isPage) page.alternates.push({ lang: attributes.hreflang, href });
      }
      if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh') {
        page.redirects = true;
        const target = /url=\s*['"]?([^'"]*)/i.exec(attributes.content ?? '')?.[1];
        if (target) link(target, false);
      }
      inStyle = name === 'style';
    },
    ontext(text) { if (inStyle) for (const found of cssAddresses(text)) link(found, true); },
    onclosetag() { inStyle = false; },
  });
  parser.end(readFileSync(join(folder, file), 'utf8'));
  return page;
}

/** The publication's address, from the first page that names its own in full. */
function guessBase(pages) {
  // Not the home page, whose empty path any address ends with, unless there is no other.
  for (const page of [...pages].sort((a, b) => (a.path === '') - (b.path === ''))) {
    const canonical = page.canonical && URL.canParse(page.canonical) ? new URL(page.canonical).href : '';
    if (canonical.endsWith(`/${page.path}`)) return canonical.slice(0, canonical.length - page.path.length);
  }
}

export const pageTypes = (pages) => [...new Set(pages.map((page) => page.type))].sort();

/**
 * At most `size` pages (more only if there are more kinds than that): in turn one of each type and language, in an order that
 * is the same in every run but spread over the site. A page that only sends the browser elsewhere cannot be looked at.
 */
export function sample(pages, size) {
  const groups = new Map();
  const order = (page) => createHash('sha256').update(page.file).digest('hex');
  const candidates = pages.filter((page) => !page.redirects);
  if (candidates.length <= size) return candidates;
  for (const page of candidates.sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
    const key = `${page.type} ${page.lang}`;
    groups.set(key, [...groups.get(key) ?? [], page]);
  }
  const chosen = [];
  for (let round = 0; chosen.length < size; round++) {
    for (const group of groups.values()) {
      if (round < group.length && (round === 0 || chosen.length < size)) chosen.push(group[round]);
    }
  }
  return chosen.sort((a, b) => (a.file < b.file ? -1 : 1));
}
