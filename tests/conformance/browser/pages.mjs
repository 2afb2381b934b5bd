// Opens pages in Chromium: as a reader without JavaScript at three widths and on paper, and with it for axe in both colour schemes.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pageTypes } from './site.mjs';
import { tool } from './tools.mjs';

const { chromium } = tool('playwright-core');
const { AxeBuilder } = tool('@axe-core/playwright');

const WIDTHS = [360, 768, 1280];
const PAPER = 620; // what A4 leaves between the default theme's margins
const SCHEMES = ['light', 'dark'];
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const CHECKS = ['without JavaScript', ...WIDTHS.map((width) => `width ${width}`), 'on paper', 'with JavaScript', ...SCHEMES.map((scheme) => `axe ${scheme}`)];
export const CHECKS_PER_PAGE = CHECKS.length;
const AT_ONCE = 2; // pages: one a core
const PATIENCE = 60_000; // milliseconds; a loaded machine is no fault of a page
const HEIGHT = 900;

export const openBrowser = () => chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/** One result a page and check, in the order of the pages. */
export async function checkPages(browser, origin, pages) {
  const results = new Map();
  await inParallel(pages, async (page) => {
    const problems = new Map();
    try {
      await withoutJavaScript(browser, origin, page, problems);
      await withJavaScript(browser, origin, page, problems);
    } catch (error) {
      // A check that was not reached has not passed.
      for (const check of CHECKS) if (!problems.has(check)) problems.set(check, [`not checked: ${error.message.split('\n')[0]}`]);
    }
    results.set(page, CHECKS.map((check) => ({ page: page.file, check, problems: problems.get(check) })));
  });
  return pages.flatMap((page) => results.get(page));
}

async function withoutJavaScript(browser, origin, page, problems) {
  await inContext(browser, { javaScriptEnabled: false }, async (tab) => {
    const seen = await open(tab, origin, page);
    for (const width of WIDTHS) {
      await tab.setViewportSize({ width, height: HEIGHT });
      problems.set(`width ${width}`, await tab.evaluate(findOverflow));
    }
    if (!(await tab.innerText('body')).trim()) seen.add('nothing to read');
    await tab.setViewportSize({ width: PAPER, height: HEIGHT });
    await tab.emulateMedia({ media: 'print' });
    problems.set('on paper', [...await tab.evaluate(findUnprintable), ...await tab.evaluate(findOverflow)]);
    problems.set('without JavaScript', [...seen]);
  });
}

async function withJavaScript(browser, origin, page, problems) {
  await inContext(browser, {}, async (tab) => {
    const seen = await open(tab, origin, page);
    for (const scheme of SCHEMES) {
      await tab.emulateMedia({ colorScheme: scheme });
      // "Legacy" only means without a second tab to gather the results of frames in: twice as fast, and there are no frames.
      const { violations, passes } = await new AxeBuilder({ page: tab }).withTags(WCAG).setLegacyMode().analyze();
      problems.set(`axe ${scheme}`, violations.map(describe));
      if (!violations.length && !passes.length) throw new Error('axe found nothing to check');
    }
    problems.set('with JavaScript', [...seen]); // last: a script may fail at any time
  });
}

/** The rule in the first line, by which the same mistake on other pages is known; then where. */
function describe({ id, help, nodes }) {
  const places = nodes.slice(0, 3).map((node) =>
    `${node.target.join(' ')}  ${node.html.slice(0, 120)}  ${node.failureSummary.split('\n').slice(1).map((line) => line.trim()).join('; ')}`);
  return [`${id}: ${help}`, ...places, ...nodes.length > 3 ? [`and ${nodes.length - 3} more`] : []].join('\n');
}

/** Opens the page; gives the set of what went wrong so far, which grows for as long as the page is open. */
async function open(tab, origin, page) {
  const seen = new Set();
  const url = origin + page.url;
  const short = (address) => address.replace(origin, '');
  await tab.route((address) => address.origin !== origin && /^(https?|wss?):$/.test(address.protocol), (route) => {
    seen.add(`request to another host: ${route.request().url()}`);
    return route.abort();
  });
  tab.on('pageerror', (error) => seen.add(`error in a script: ${error.message}`));
  tab.on('console', (message) => {
    // That the page for unknown addresses answers with 404 is what it is for.
    if (message.type() === 'error' && message.location().url !== url) seen.add(`console: ${message.text()} (${short(message.location().url)})`);
    else if (message.type() === 'error' && page.file !== '404.html') seen.add(`console: ${message.text()}`);
  });
  tab.on('response', (response) => {
    if (response.status() >= 400 && response.url() !== url) seen.add(`${response.status()} for ${short(response.url())}`);
  });
  tab.on('requestfailed', (request) => seen.add(`failed request: ${short(request.url())}`));
  const response = await tab.goto(url, { waitUntil: 'load', timeout: PATIENCE });
  const expected = page.file === '404.html' ? 404 : 200;
  if (response.status() !== expected) seen.add(`status ${response.status()}`);
  return seen;
}

/** Runs in the page: names what makes it wider than the window. */
function findOverflow() {
  const root = document.documentElement;
  const room = root.clientWidth;
  const widest = Math.max(root.scrollWidth, document.body.scrollWidth);
  if (widest <= room) return [];
  const culprits = [...document.body.querySelectorAll('*')].filter((element) =>
    element.getBoundingClientRect().right > room + 0.5 && ![...element.children].some((child) => child.getBoundingClientRect().right > room + 0.5));
  const names = culprits.slice(0, 3).map((element) =>
    element.localName + (element.id && `#${element.id}`) + [...element.classList].map((name) => `.${name}`).join(''));
  return [`${widest} px wide in ${room} px: ${names.join(', ')}`];
}

/** Runs in the page as it is printed: ways to go that lead nowhere on paper, and clause numbers that are not there. */
function findUnprintable() {
  const shows = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  const all = (selector) => [...document.querySelectorAll(selector)];
  // Whose page it is, and what a work contains, are of use on paper.
  const ways = all('nav').filter((nav) => !nav.closest('.running, .contents') && [...nav.querySelectorAll('a')].some(shows));
  const numbers = all(':is(h1, h2, h3, h4, h5, h6) .number').filter((number) => /\d/.test(number.textContent) && !shows(number));
  return [
    ...ways.map((nav) => `navigation is printed: ${nav.getAttribute('aria-label') ?? nav.className}`),
    ...numbers.map((number) => `number is not printed: ${number.textContent}`),
  ];
}

/** Saves full-page pictures of the first page of each type in `folder`; gives their number. */
export async function savePictures(browser, origin, pages, folder) {
  mkdirSync(folder, { recursive: true });
  const shots = [...WIDTHS.map((width) => ({ width, scheme: 'light' })), { width: 1280, scheme: 'dark' }];
  const firsts = pageTypes(pages).map((type) => pages.find((page) => page.type === type && !page.redirects)).filter(Boolean);
  await inParallel(firsts, (page) => inContext(browser, {}, async (tab) => {
    await open(tab, origin, page);
    for (const { width, scheme } of shots) {
      await tab.setViewportSize({ width, height: HEIGHT });
      await tab.emulateMedia({ colorScheme: scheme });
      const height = await tab.evaluate(() => document.documentElement.scrollHeight);
      const name = `${page.type.replace(/[^\w-]/g, '')}-${width}${scheme === 'dark' ? '-dark' : ''}.png`;
      // Chromium repeats itself in a picture taller than 16,384 pixels.
      const clip = height > 16_000 ? { x: 0, y: 0, width, height: 16_000 } : undefined;
      await tab.screenshot({ path: join(folder, name), fullPage: true, clip, timeout: PATIENCE });
    }
  }));
  return firsts.length * shots.length;
}

async function inContext(browser, options, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: HEIGHT }, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(PATIENCE);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function inParallel(items, work) {
  const queue = items.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => { for (const item of queue) await work(item); }));
}
