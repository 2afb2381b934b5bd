// Checks a built site: every page's links and ids by reading the files, a sample of pages in a browser.
//
//   --sample N          how many pages to open in the browser (default 60; 0 for all); every page type is among them
//   --base ADDRESS      where the site will be published; default: taken from the pages' canonical links
//   --screenshots OUT   also save pictures of the first page of each type
//   --only LIST         of links, pages, screenshots: only these
//
// A result is one check of one page. Prints what failed and "N passed, N failed"; exits 0 when all passed, 1 when some
// failed, 2 when the checks themselves could not run.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHECKS_PER_PAGE as LINK_CHECKS, checkLinks } from './links.mjs';
import { CHECKS_PER_PAGE as PAGE_CHECKS, openBrowser, checkPages, savePictures } from './pages.mjs';
import { serve } from './serve.mjs';
import { pageTypes, readSite, sample } from './site.mjs';

const here = dirname(fileURLToPath(import.meta.url));

async function main() {
  const { values: options, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sample: { type: 'string', default: '60' },
      base: { type: 'string' },
      screenshots: { type: 'string' },
      only: { type: 'string', default: 'links,pages,screenshots' },
    },
  });
  const folder = resolve(positionals[0] ?? join(here, '../../../public'));
  if (positionals.length > 1 || !/^\d+$/.test(options.sample)) throw new Error('usage: see the top of check.mjs');
  if (!existsSync(folder)) throw new Error(`there is no ${folder}`);
  const parts = new Set(options.only.split(','));
  const wanted = parts.delete('screenshots') && options.screenshots;
  for (const part of parts) if (!['links', 'pages'].includes(part)) throw new Error(`--only knows no '${part}'`);
  if (!parts.size && !wanted) throw new Error('nothing to do: --only screenshots needs --screenshots OUT');

  const site = readSite(folder, options.base);
  if (!site.pages.length) throw new Error(`no HTML file in: ${folder}`);
  const chosen = sample(site.pages, Number(options.sample) || Infinity);
  console.log(`${site.pages.length} pages, published at ${site.base}; types: ${pageTypes(site.pages).join(', ')}`);

  const results = [];
  let expected = 0;
  if (parts.has('links')) {
    results.push(...checkLinks(site));
    expected += site.pages.length * LINK_CHECKS + site.styles.length;
  }
  if (parts.has('pages') || wanted) {
    const browser = await openBrowser();
    const server = await serve(folder, new URL(site.base).pathname);
    try {
      if (parts.has('pages')) {
        await proveTheChecksWork(browser);
        console.log(`${chosen.length} pages opened in the browser`);
        results.push(...await checkPages(browser, server.origin, chosen));
        expected += chosen.length * PAGE_CHECKS;
      }
      if (wanted) console.log(`${await savePictures(browser, server.origin, site.pages, options.screenshots)} pictures in ${options.screenshots}`);
    } finally {
      await browser.close();
      server.close();
    }
  }
  if (results.length !== expected) throw new Error(`${results.length} results where there should be ${expected}`);
  if (!parts.size) return 0;
  return report(results);
}

// Each check of the browser must fail on a page made to fail it, in this very run: else its silence is worth nothing.
async function proveTheChecksWork(browser) {
  const folder = join(here, 'samples/bad');
  const site = readSite(folder);
  const server = await serve(folder, '/');
  const results = await checkPages(browser, server.origin, site.pages.filter((page) => page.type === 'bad'));
  server.close();
  const passed = results.filter((result) => !result.problems.length).map((result) => result.check);
  if (results.length !== PAGE_CHECKS || passed.length) throw new Error(`the browser checks find nothing wrong with a bad page: ${passed.join(', ')}`);
}

function report(results) {
  const failed = results.filter((result) => result.problems.length);
  // The same mistake of a template is on every page: said once, with its places and the details of the first.
  const grouped = new Map();
  for (const { check, page, problems } of failed) {
    for (const problem of problems) {
      const [text, ...details] = problem.split('\n');
      const key = `FAIL  ${check}: ${text}`;
      if (!grouped.has(key)) grouped.set(key, { details, pages: [] });
      grouped.get(key).pages.push(page);
    }
  }
  for (const [text, { details, pages }] of [...grouped].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const more = pages.length > 3 ? ` and ${pages.length - 3} more` : '';
    console.log([text, `on ${pages.slice(0, 3).join(', ')}${more}`, ...details].join('\n      '));
  }
  const tally = new Map();
  for (const { check, problems } of results) {
    const [passes, fails] = tally.get(check) ?? [0, 0];
    tally.set(check, problems.length ? [passes, fails + 1] : [passes + 1, fails]);
  }
  for (const [check, [passes, fails]] of tally) console.log(`${check.padEnd(20)} ${passes} pages pass, ${fails} fail`);
  console.log(`${results.length - failed.length} passed, ${failed.length} failed`);
  return failed.length ? 1 : 0;
}

main().then((code) => { process.exitCode = code; }, (error) => {
  console.log(`could not check: ${error.message.split('\n')[0]}`); // Playwright's go on for a page
  process.exitCode = 2;
});
