// A static web server on loopback, as plain as those the site will be published on.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.json': 'application/json', '.xml': 'application/xml', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg',
  '.webp': 'image/webp', '.avif': 'image/avif', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.wasm': 'application/wasm',
  '.pdf': 'application/pdf', '.epub': 'application/epub+zip', '.csv': 'text/csv', '.txt': 'text/plain; charset=utf-8',
};

const kind = (path) => statSync(path, { throwIfNoEntry: false });

/** Serves `folder` below the path `prefix`. Gives the origin and a function that stops it. */
export async function serve(folder, prefix) {
  const server = createServer((request, response) => {
    const send = (status, path) => {
      response.writeHead(status, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
      createReadStream(path).pipe(response);
    };
    let path;
    try {
      const address = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
      if (address.startsWith(prefix)) path = join(folder, normalize(`/${address.slice(prefix.length)}`));
    } catch { /* an address that is no UTF-8 is an unknown one */ }
    if (path && kind(path)?.isDirectory()) {
      if (!path.endsWith('/')) return response.writeHead(301, { location: `${request.url}/` }).end();
      path = join(path, 'index.html');
    }
    if (path && kind(path)?.isFile()) return send(200, path);
    const lost = join(folder, '404.html');
    if (kind(lost)) return send(404, lost);
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
  });
  await new Promise((started) => server.listen(0, '127.0.0.1', started));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => { server.close(); server.closeAllConnections(); },
  };
}
