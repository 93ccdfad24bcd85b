// The other places where an article was published: near-duplicates, which the
// list of hits folds into one. Asked for only when a reader opens the list.

import { fetchCopies } from '../api.js';
import { element } from '../dom.js';
import { formatDate, formatNumber } from '../format.js';
import { pageLink } from '../routing.js';
import { plainText } from '../segments.js';
import { text } from '../strings.js';

/**
 * @param {import('../page-url.js').PageState} state
 * @param {{id: string, cluster: {size: number} | null}} article
 * @param {boolean} [open]  Whether the list is open from the start.
 * @returns {HTMLElement | null}  Null if there is no copy.
 */
export function renderCopies(state, { id, cluster }, open = false) {
  // The cluster counts this article too.
  const count = (cluster?.size ?? 1) - 1;
  if (count < 1) return null;
  const list = element('div', { class: 'copies__list' });
  const details = element('details', { class: 'copies' },
    element('summary', { 'data-key': `copies-${id}` }, text('otherCopies', {
      count: formatNumber(count), plural: count,
    })), list);
  let asked = false;
  const load = async () => {
    if (asked) return;
    asked = true;
    list.replaceChildren(element('p', { role: 'status' },
      text('copiesLoading')));
    try {
      list.replaceChildren(renderAnswer(state, id, await fetchCopies(id)));
    } catch {
      asked = false;
      list.replaceChildren(element('p', { role: 'alert' },
        text('copiesError')));
    }
  };
  details.addEventListener('toggle', () => {
    if (details.open) load();
  });
  if (open) details.open = true;
  return details;
}

/**
 * @param {import('../page-url.js').PageState} state
 * @param {string} id  Of the article whose copies are listed.
 * @param {object} answer
 */
function renderAnswer(state, id, { cluster, documents }) {
  const others = documents.map((one, index) => ({ ...one, first: index === 0 }))
    .filter((one) => one.id !== id);
  const more = cluster.size - documents.length;
  return element('div', {},
    documents[0]?.id === id ? element('p', {}, text('copiesThisFirst')) : null,
    element('ol', { class: 'copies__items' },
      ...others.map((one) => renderCopy(state, one))),
    more > 0 ? element('p', {}, text('copiesMore', {
      count: formatNumber(more), plural: more,
    })) : null);
}

/**
 * @param {import('../page-url.js').PageState} state
 * @param {object} copy
 */
function renderCopy(state, copy) {
  const day = copy.published ?? copy.event_date;
  const remarks = [
    day ? formatDate(day) : text('noDate'),
    copy.first ? text('copyFirst') : null,
  ].filter((remark) => remark !== null).join(' · ');
  return element('li', {},
    pageLink({ ...state, document: copy.id }, { dir: 'auto' },
      plainText(copy.title).trim() || text('untitled')),
    element('span', { class: 'copies__remarks' },
      ` ${remarks} · `, element('bdi', {}, copy.host ?? copy.source)));
}
