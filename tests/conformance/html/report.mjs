// report.mjs FOLDER BAD-PAGE CHECKED REPORT
// Turns what the Nu checker printed (the names of the files it checked, and its messages as JSON) into verdicts a file.
// The bad page was checked in the same run: unless its errors are in the report, the silence about the others means nothing.
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder, badPage, checkedPath, reportPath] = process.argv.slice(2);

function unusable(why) {
  console.log(why);
  process.exit(2);
}

const expected = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => !entry.isDirectory() && /\.(html|css)$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
if (!expected.some((path) => path.endsWith('.html'))) unusable(`no HTML file in: ${folder}`);

// Whatever the JVM itself has to say comes before the JSON.
const report = readFileSync(reportPath, 'utf8');
const start = report.search(/^\{"/m);
if (start < 0) unusable(`the checker gave no report:\n${report}`);
const messages = JSON.parse(report.slice(start)).messages;

const checked = new Set(readFileSync(checkedPath, 'utf8').split('\n').filter(Boolean).map((path) => realpathSync(resolve(path))));
const unchecked = expected.filter((path) => !checked.has(realpathSync(path)));
if (unchecked.length) unusable(`the checker passed over ${unchecked.length} of ${expected.length} files:\n${unchecked.join('\n')}`);

const failedFiles = new Set();
let badPageFailed = false;
const grouped = new Map(); // a mistake in a template is on every page: said once, with its places
for (const message of messages) {
  const path = message.url?.startsWith('file:') ? fileURLToPath(message.url) : undefined;
  const isError = message.type !== 'info'; // "error", and "non-document-error": a file it could not read
  if (path === badPage) {
    badPageFailed ||= message.type === 'error';
    continue;
  }
  if (isError) failedFiles.add(path ?? folder);
  const key = `${isError ? 'error' : message.subType ?? 'info'}: ${message.message}`;
  if (!grouped.has(key)) grouped.set(key, []);
  const place = path ? relative(folder, path) : message.url;
  grouped.get(key).push(`${place}:${message.lastLine ?? '?'}:${message.firstColumn ?? message.lastColumn ?? '?'}`
    + (message.extract ? `  ${JSON.stringify(message.extract)}` : ''));
}
if (!badPageFailed) unusable(`the checker found no error in ${badPage}: its silence is worth nothing`);

for (const [text, places] of [...grouped].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(`${text} (${places.length})`);
  for (const place of places.slice(0, 5)) console.log(`    ${place}`);
  if (places.length > 5) console.log(`    and ${places.length - 5} more`);
}
for (const path of [...failedFiles].sort()) console.log(`FAIL  ${relative(folder, path) || path}`);
console.log(`${expected.length - failedFiles.size} passed, ${failedFiles.size} failed`);
process.exitCode = failedFiles.size ? 1 : 0;
