// The hits of one page.

import { element } from '../dom.js';
import { facetValueLabel, formatDate } from '../format.js';
import { safeUrl } from '../links.js';
import { pageLink } from '../routing.js';
import { plainText, renderSegments } from '../segments.js';
import { text } from '../strings.js';
import { renderCopies } from './copies-list.js';

/**
 * @param {HTMLElement} root  An <ol>.
 */
export function mountResultList(root) {
  root.addEventListener('list:answer', ({ detail: { state, answer } }) => {
    root.hidden = answer.hits.length === 0;
    root.start = (answer.page - 1) * answer.per_page + 1;
    root.replaceChildren(...answer.hits.map((hit) => renderHit(state, hit)));
  });
  root.addEventListener('list:error', () => {
    root.hidden = true;
    root.replaceChildren();
  });
}

/**
 * @param {import('../page-url.js').PageState} state
 * @param {object} hit
 */
function renderHit(state, hit) {
  const title = plainText(hit.title).trim();
  return element('li', { class: 'hit' },
    element('h2', { class: 'hit__title' },
      pageLink({ ...state, document: hit.id }, {
        'data-key': `hit-${hit.id}`, dir: 'auto',
      }, ...(title ? renderSegments(hit.title) : [text('untitled')]))),
    renderFacts(hit),
    element('p', { class: 'hit__snippet', dir: 'auto' },
      ...renderSegments(hit.snippet)),
    hit.missing?.length > 0 ? element('p', { class: 'hit__missing' },
      `${text('missingWords')} `, ...isolated(hit.missing)) : null,
    renderSource(hit, title || text('untitled')),
    renderCopies(state, hit));
}

/** @param {object} hit */
function renderFacts(hit) {
  const date = hit.published ? text('published', {
    date: formatDate(hit.published),
  }) : hit.event_date ? text('eventDate', { date: formatDate(hit.event_date) })
    : hit.year ? String(hit.year) : text('noDate');
  const places = hit.provinces?.length > 0 ? hit.provinces
    : hit.provinces_now ?? [];
  return element('ul', { class: 'hit__facts' },
    element('li', {}, element('time', {
      datetime: hit.published ?? hit.event_date ?? hit.year ?? null,
    }, date)),
    places.length > 0
      ? element('li', { class: 'hit__place' }, ...isolated(places)) : null,
    hit.units?.length > 0
      ? element('li', { class: 'hit__unit' }, ...isolated(hit.units.slice(0, 1)))
      : null);
}

/**
 * @param {object} hit
 * @param {string} title
 */
function renderSource(hit, title) {
  const cited = (hit.resolutions ?? [])
    .map((value) => facetValueLabel('resolution', value));
  const original = safeUrl(hit.url);
  const host = original ? new URL(original).host.replace(/^www\./, '') : null;
  return element('p', { class: 'hit__source' },
    cited.length > 0 ? element('span', { class: 'hit__cited' },
      `${text('citedDocuments')} `, ...isolated(cited)) : null,
    element('bdi', { class: 'hit__host' }, host ?? hit.host ?? hit.source),
    original ? element('a', {
      href: original,
      rel: 'noopener noreferrer',
      target: '_blank',
      'aria-label': text('openOriginalOf', { title }),
    }, text('openOriginal')) : null);
}

/**
 * Values that cannot disturb the direction of the text around them, with
 * commas between.
 *
 * @param {string[]} values
 */
function isolated(values) {
  return values.flatMap((value, index) => [
    index > 0 ? ', ' : null, element('bdi', {}, value),
  ]);
}
