// Starts `diptych serve` on a copy of a golden case, opens it in a browser, edits sources, and checks what a person would see.
//
// Prints what failed and "N passed, N failed"; exits 0 when all passed, 1 when some failed, 2 when the checks could not run.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './pages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const binary = process.argv[2];
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'diptych-preview-')));
const chapter = 'content/guidelines/home/01-rights.en.md';
const results = [];

const path = (file) => join(folder, file);
const read = (file) => readFileSync(path(file), 'utf8');
const write = (file, text) => writeFileSync(path(file), text);
const edit = (file, from, to) => {
  const text = read(file);
  if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`);
  write(file, text.replace(from, to));
};

function check(name, passed, seen = '') {
  results.push(passed);
  if (!passed) console.log(`FAILED ${name} ${seen}`);
}

// Waits until a page's own function gives true.
async function until(tab, name, test, argument) {
  try {
    await tab.waitForFunction(test, argument, { timeout: 8000 });
    check(name, true);
  } catch (error) {
    check(name, false, error.message.split('\n')[0]);
  }
}

const holds = (text) => document.body.textContent.includes(text);

async function main() {
  cpSync(join(here, '../../golden/bilingual'), folder, { recursive: true });
  for (const made of ['expected', '.diptych']) rmSync(path(made), { recursive: true, force: true });
  // Long enough to scroll.
  for (const tag of ['en', 'es']) {
    const file = chapter.replace('.en.', `.${tag}.`);
    const say = { en: (n) => `Paragraph ${n} of the English text, with some words.`, es: (n) => `Párrafo ${n} del texto en español, con algunas palabras.` }[tag];
    write(file, read(file) + Array.from({ length: 60 }, (_, n) => `\n\n${say(n)}`).join('') + '\n');
  }
  const opened = path('opened.txt');
  const editor = join(tmpdir(), `diptych-editor-${process.pid}`);
  writeFileSync(editor, `#!/bin/sh\necho "$@" >> ${opened}\n`, { mode: 0o755 });
  const server = spawn(binary, ['serve', '--root', folder], {
    env: { ...process.env, LC_ALL: 'C', DIPTYCH_EDITOR: `${editor} {file} {line}` },
  });
  let said = '';
  server.stdout.on('data', (data) => { said += data; });
  server.stderr.on('data', (data) => { said += data; });
  const browser = await openBrowser();
  try {
    for (let tries = 0; !/http:\S+/.test(said); tries += 1) {
      if (tries > 200) throw new Error(`the preview does not start: ${said}`);
      await new Promise((done) => setTimeout(done, 50));
    }
    await look(browser, said.match(/http:\S+/)[0], opened);
    check('the terminal names the mistake', said.includes(`${chapter}:`) && said.includes('error'), said.slice(-500));
  } finally {
    await browser.close();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
    rmSync(editor, { force: true });
  }
}

async function look(browser, address, opened) {
  const tab = await (await browser.newContext({ viewport: { width: 1000, height: 600 } })).newPage();
  const errors = [];
  tab.on('pageerror', (error) => errors.push(error.message));
  await tab.goto(`${address}en/guidelines/home/rights/`);
  await until(tab, 'the badge says that all is well', () => document.querySelector('diptych-preview').shadowRoot.textContent.includes('No mistakes'));

  await tab.evaluate(() => { window.stayed = true; });
  const topmost = () => {
    const blocks = [...document.querySelectorAll('p[data-source]')];
    const block = blocks.find((one) => one.getBoundingClientRect().top >= 0);
    return [block.textContent, Math.round(block.getBoundingClientRect().top)];
  };
  await tab.evaluate(() => [...document.querySelectorAll('p[data-source]')].find((p) => p.textContent.includes('Paragraph 30 ')).scrollIntoView());
  const before = await tab.evaluate(topmost);
  edit(chapter, 'Paragraph 2 of', `A paragraph has become much longer${', so that everything below it moves down'.repeat(12)}: paragraph 2 of`);
  await until(tab, 'a paragraph that was edited is shown', holds, 'has become much longer');
  check('the page was not loaded again', await tab.evaluate(() => window.stayed === true));
  const after = await tab.evaluate(topmost);
  check('the reader stays where he was', before[0] === after[0] && Math.abs(before[1] - after[1]) <= 2, `${before} ${after}`);

  const messages = readFileSync(join(here, '../../../locales/en/site.ftl'), 'utf8');
  mkdirSync(path('locales/en'), { recursive: true });
  write('locales/en/site.ftl', messages.replace('toc-title = On this page', 'toc-title = Sections of this page'));
  await until(tab, 'a message that was edited is shown', holds, 'Sections of this page');
  mkdirSync(path('themes/default/templates'), { recursive: true });
  write('themes/default/templates/toc.html', '<nav class="toc">{{ t(key="toc-title") }} of our own</nav>');
  await until(tab, 'a template that was edited is shown', holds, 'Sections of this page of our own');

  edit(chapter, '---\n', '');
  await until(tab, 'the overlay appears', (file) => {
    const shown = document.querySelector('diptych-preview').shadowRoot.querySelector('.panel');
    return !shown.hidden && shown.textContent.includes(`${file}:1:1`);
  }, chapter);
  check('the last good page is beneath', await tab.evaluate(holds, 'has become much longer'));
  await tab.evaluate(() => document.querySelector('diptych-preview').shadowRoot.querySelector('.panel li button').click());
  for (let tries = 0; tries < 60; tries += 1) {
    await new Promise((done) => setTimeout(done, 50));
    try { if (readFileSync(opened, 'utf8')) break; } catch { /* not yet */ }
  }
  check('the editor opens at the line', readFileSync(opened, 'utf8').trim() === `${path(chapter)} 1`, readFileSync(opened, 'utf8'));
  // As some editors save: a new file takes the old one's name.
  write(`${chapter}~`, `---\n${read(chapter)}`);
  renameSync(path(`${chapter}~`), path(chapter));
  await until(tab, 'the overlay goes', () => document.querySelector('diptych-preview').shadowRoot.querySelector('.panel').hidden);

  write('book.toml.good', read('book.toml'));
  edit('book.toml', 'title = ', 'title : ');
  await until(tab, 'broken settings are reported', () => document.querySelector('diptych-preview').shadowRoot.textContent.includes('book.toml:'));
  write('book.toml', read('book.toml.good').replaceAll('Guidelines on the home', 'Guidelines on dwellings'));
  await until(tab, 'mended settings are shown', () => document.title.includes('Guidelines on dwellings'));

  await tab.evaluate(() => [...document.querySelectorAll('p[data-source]')].find((p) => p.textContent.includes('Paragraph 30 ')).scrollIntoView());
  const alone = await tab.evaluate(topmost);
  await tab.keyboard.press('p');
  await tab.waitForURL('**/en/parallel/es/**');
  await tab.waitForLoadState('load');
  await until(tab, 'the key leads beside the other language, to the same place', ([text, top]) => {
    const block = [...document.querySelectorAll('p[data-source]')].find((one) => one.textContent === text);
    return Math.abs(block.getBoundingClientRect().top - top) <= 3;
  }, alone);
  check('both languages have their places', await tab.evaluate(() => ['en', 'es'].every((tag) => document.querySelector(`[data-source*="01-rights.${tag}.md:"]`))));
  await tab.keyboard.press('p');
  await tab.waitForURL('**/en/guidelines/home/rights/');
  check('and back', true);

  await tab.goto(`${address}en/signatories/`);
  mkdirSync(path('content/signatories'), { recursive: true });
  const signatory = (name) => `id: xx-town\nnames: { en: ${name}, es: ${name} }\ntype: local-government\ncountry: ES\n`
    + 'endorsements:\n  - { work: guidelines/home, edition: "1.0", language: en, signed: 2026-05-05, status: active }\n'
    + 'verification: { method: official-letter, date: 2026-05-06 }\nauthorisation: { name: true }\n';
  write('content/signatories/xx-town.yaml', signatory('Exampletown'));
  await until(tab, 'a new signatory is shown', holds, 'Exampletown');
  write('content/signatories/xx-town.yaml', signatory('Villaejemplo'));
  await until(tab, 'a signatory that was edited is shown', holds, 'Villaejemplo');

  await tab.goto(`${address}en/plans/`);
  await until(tab, 'a draft is marked', () => !document.querySelector('diptych-preview')?.shadowRoot.querySelector('.draft').hidden);
  check('no script failed', errors.length === 0, errors.join('; '));
}

try {
  await main();
} catch (error) {
  console.error(error.stack);
  process.exit(2);
}
const failed = results.filter((passed) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
