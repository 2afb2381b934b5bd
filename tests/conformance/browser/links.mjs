// Follows every link and anchor of every page over the files, without a browser.

export const CHECKS_PER_PAGE = 3;

/** One result a page for each of links, ids and alternates; one a style sheet for its links. */
export function checkLinks(site) {
  const pages = new Map(site.pages.map((page) => [page.file, page]));
  const results = [];
  for (const page of site.pages) {
    results.push({ page: page.file, check: 'links', problems: brokenLinks(site, pages, page) });
    results.push({ page: page.file, check: 'ids', problems: [...page.duplicates].map((id) => `id "${id}" twice`) });
    results.push({ page: page.file, check: 'alternates', problems: alternates(site, pages, page) });
  }
  for (const style of site.styles) {
    results.push({ page: style.file, check: 'style sheet links', problems: brokenLinks(site, pages, style) });
  }
  return results;
}

function brokenLinks(site, pages, page) {
  const problems = new Set();
  for (const { href, loads } of page.links) {
    const problem = broken(site, pages, page, href, loads);
    if (problem) problems.add(`${href}: ${problem}`);
  }
  return [...problems];
}

/** What is wrong with the address `href` on `page`, if anything. `loads`: the browser fetches it by itself. */
function broken(site, pages, page, href, loads) {
  const { anchor, file, outside, problem } = locate(site, page, href);
  if (problem) return problem;
  if (outside) return loads ? 'fetched from another host' : undefined;
  if (!file) return undefined;
  const target = pages.get(file);
  if (anchor && anchor !== 'top' && target && !target.ids.has(anchor)) return `no such anchor in ${target.file}`;
}

/** Where `href` on `page` leads to: {file, anchor}, {outside: true}, {} for what is no web address, or {problem}. */
function locate(site, page, href) {
  const own = new URL(page.url, site.base);
  let url;
  try {
    url = new URL(href.trim(), page.baseHref ? new URL(page.baseHref, own) : own);
  } catch {
    return { problem: 'not an address' };
  }
  if (!/^https?:$/.test(url.protocol)) return url.protocol === 'javascript:' ? { problem: 'needs JavaScript' } : {};
  if (url.host !== new URL(site.base).host) return { outside: true };
  if (!url.pathname.startsWith(site.prefix)) return { problem: `outside of ${site.prefix}` };
  let path, anchor;
  try {
    path = decodeURIComponent(url.pathname.slice(site.prefix.length));
    anchor = decodeURIComponent(url.hash.slice(1).replace(/:~:.*/, ''));
  } catch {
    return { problem: 'badly encoded' };
  }
  if (href.trim().startsWith('#')) return { file: page.file, anchor };
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (site.files.has(file)) return { file, anchor };
  // Most servers would send the browser on, some would not: the address is not the folder's own.
  return { problem: site.files.has(`${file}/index.html`) ? 'a folder, without the closing slash' : 'no such file' };
}

/** Each alternate is a page, in the language named, that links back; and the page is among its own alternates. */
function alternates(site, pages, page) {
  const problems = [];
  const seen = new Map();
  for (const { lang, href } of page.alternates) {
    const { file, problem } = locate(site, page, href);
    const other = pages.get(file);
    if (!other) {
      problems.push(`${lang} ${href}: ${problem ?? 'not a page of this site'}`);
      continue;
    }
    if (seen.has(lang)) problems.push(`${lang}: named twice`);
    seen.set(lang, file);
    const isBack = (alternate) => locate(site, other, alternate.href).file === page.file;
    if (!other.alternates.some(isBack)) problems.push(`${lang} ${href}: does not link back`);
    if (lang !== 'x-default' && !sameLanguage(other.lang, lang)) problems.push(`${lang} ${href}: is in "${other.lang}"`);
  }
  if (seen.size && ![...seen.values()].includes(page.file)) problems.push('not among its own alternates');
  return problems;
}

const sameLanguage = (a, b) => a.toLowerCase().split('-')[0] === b.toLowerCase().split('-')[0];
