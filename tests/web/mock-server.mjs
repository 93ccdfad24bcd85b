// Serves web/ with the headers of the real server, and invented answers of
// its API. For the page's tests, and for working on the page by hand:
//
//     node mock-server.mjs [PORT]
//
// Some searches have an effect of their own: `loi-400`, `loi-503`,
// `mat-mang` (the connection breaks) and `cham` (the answer takes a second).

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { citedDocument, coverage } from './support/mock-entities.js';
import {
  articleById, clusterById, facetPage, search, suggest,
} from './support/mock-search.js';

const WEB = fileURLToPath(new URL('../../web/', import.meta.url));
const SLOW_MS = 1000;

const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; "
    + "style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    + "require-trusted-types-for 'script'; trusted-types 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** @param {import('node:http').ServerResponse} response */
function send(response, status, type, body, headers = {}) {
  response.writeHead(status, { ...HEADERS, 'Content-Type': type, ...headers });
  response.end(body);
}

function sendJson(response, body) {
  send(response, 200, 'application/json; charset=utf-8', JSON.stringify(body));
}

function sendProblem(response, status, title, detail, headers = {}) {
  send(response, status, 'application/problem+json; charset=utf-8',
    JSON.stringify({ status, code: 'mock', title, detail }), headers);
}

async function answerSearch(request, response, params) {
  const text = params.get('q') ?? '';
  if (text === 'loi-400') {
    sendProblem(response, 400, 'Tham số không hợp lệ',
      'Tham số “per_page” phải từ 1 đến 100.');
  } else if (text === 'loi-503') {
    sendProblem(response, 503, 'Máy chủ đang bận', 'Hàng đợi đã đầy.',
      { 'Retry-After': '5' });
  } else if (text === 'mat-mang') {
    request.socket.destroy();
  } else {
    if (text === 'cham') {
      await new Promise((resolve) => { setTimeout(resolve, SLOW_MS); });
    }
    sendJson(response, search(params));
  }
}

async function answerApi(request, response, path, params) {
  const [kind, rest = ''] = path.split(/\/(.*)/s);
  if (kind === 'search') {
    await answerSearch(request, response, params);
  } else if (kind === 'facets') {
    sendJson(response, facetPage(rest, params));
  } else if (kind === 'suggest') {
    sendJson(response, suggest(params.get('q') ?? ''));
  } else if (kind === 'coverage') {
    sendJson(response, coverage(params));
  } else if (kind === 'resolutions') {
    const document = citedDocument(params.get('id') ?? '');
    if (document) sendJson(response, document);
    else sendProblem(response, 404, 'Không tìm thấy', 'Không có văn bản này.');
  } else if (kind === 'documents') {
    const ofCluster = /^(.*)\/cluster$/.exec(rest);
    const article = ofCluster ? clusterById(decodeURIComponent(ofCluster[1]))
      : articleById(decodeURIComponent(rest),
      params.get('q') ?? '');
    if (article) sendJson(response, article);
    else sendProblem(response, 404, 'Không có bài viết này', 'Mã bài không đúng.');
  } else {
    sendProblem(response, 404, 'Không có địa chỉ này', path);
  }
}

async function answerFile(response, path) {
  const name = path === '/' ? 'index.html' : normalize(path).slice(1);
  try {
    send(response, 200, TYPES[extname(name)] ?? 'application/octet-stream',
      await readFile(join(WEB, name)));
  } catch {
    sendProblem(response, 404, 'Không có tệp này', name);
  }
}

/**
 * @param {number} port  0 takes a free one.
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function startMockServer(port = 0) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const api = /^\/api\/v1\/(.*)$/.exec(pathname);
    const answered = api
      ? answerApi(request, response, api[1], searchParams)
      : answerFile(response, pathname);
    answered.catch((error) => sendProblem(response, 500, 'Lỗi', String(error)));
  });
  await new Promise((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startMockServer(Number(process.argv[2] ?? 8081));
  process.stdout.write(`${url}\n`);
}
