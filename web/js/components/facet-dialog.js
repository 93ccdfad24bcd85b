// All values of one facet, with a box to search among them. Nothing is
// filtered before the reader says so.

import { fetchFacet, isAborted } from '../api.js';
import { button, element } from '../dom.js';
import { withoutTick } from '../facet-values.js';
import { facetValueLabel, formatNumber } from '../format.js';
import { withExcluded, withValues } from '../filters.js';
import { navigate } from '../routing.js';
import { text } from '../strings.js';
import { renderCount } from './facet-count.js';
import { renderError } from './notice.js';

/** @typedef {import('../page-url.js').PageState} PageState */

const PAUSE_MS = 150;

/**
 * @param {HTMLElement} opener  Where the choice is told.
 * @param {PageState} state
 * @param {string} facet
 */
export function openFacetDialog(opener, state, facet) {
  const choice = {
    chosen: new Set(state.filters[facet]),
    excluded: new Set(state.excluded[facet]),
  };
  const parts = buildDialog(facet);
  const { dialog, contains, sort, list, status, more } = parts;
  let request = new AbortController();
  let pause = 0;
  let page = 1;

  const load = async (wanted) => {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    list.setAttribute('aria-busy', 'true');
    try {
      const view = {
        contains: contains.value.trim(), sort: sort.value, page: wanted,
      };
      const answer = await fetchFacet(state, facet, view, signal);
      page = wanted;
      showValues(parts, facet, choice, answer, view);
    } catch (error) {
      if (isAborted(error)) return;
      more.hidden = true;
      list.replaceChildren();
      const notice = renderError(error, text('errorTitle'));
      notice.addEventListener('page:retry', (event) => {
        event.stopPropagation();
        load(1);
      });
      status.replaceChildren(notice);
    }
    list.setAttribute('aria-busy', 'false');
  };

  contains.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => load(1), PAUSE_MS);
  });
  sort.addEventListener('change', () => load(1));
  more.addEventListener('click', () => load(page + 1));
  dialog.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close();
    navigate(opener, withChoice(state, facet, choice));
  });
  dialog.addEventListener('close', () => {
    request.abort();
    clearTimeout(pause);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  load(1);
}

/**
 * @param {PageState} state
 * @param {string} facet
 * @param {{chosen: Set<string>, excluded: Set<string>}} choice
 * @returns {PageState}
 */
function withChoice(state, facet, { chosen, excluded }) {
  const without = { ...state, excluded: { ...state.excluded, [facet]: [] } };
  return [...excluded].reduce((next, value) => withExcluded(next, facet, value),
    withValues(without, facet, [...chosen]));
}

/** @param {string} facet */
function buildDialog(facet) {
  const contains = element('input', {
    type: 'search', autocomplete: 'off', spellcheck: 'false', autofocus: true,
    'aria-label': text('dialogSearch'), placeholder: text('dialogSearch'),
  });
  const sort = element('select', {},
    element('option', { value: 'count' }, text('dialogByCount')),
    element('option', { value: 'alpha' }, text('dialogByName')));
  const list = element('ul', { class: 'facet__values' });
  const status = element('div', { class: 'facet-dialog__status', role: 'status' });
  const more = button({ class: 'button', hidden: true }, () => {},
    text('dialogMore'));
  const dialog = element('dialog', {
    class: 'facet-dialog', 'aria-labelledby': 'facet-dialog-title',
  },
  element('form', { class: 'facet-dialog__form' },
    element('h2', { id: 'facet-dialog-title' }, text(`facet.${facet}`)),
    element('div', { class: 'facet-dialog__tools' }, contains,
      element('label', {}, `${text('dialogSort')} `, sort)),
    element('div', { class: 'facet-dialog__scroll' }, list, status, more),
    element('div', { class: 'facet-dialog__actions' },
      element('button', { type: 'submit', class: 'button button--primary' },
        text('dialogApply')),
      button({ class: 'button' }, () => dialog.close(),
        text('dialogCancel')))));
  return { dialog, contains, sort, list, status, more };
}

/**
 * @param {object} parts  Of buildDialog().
 * @param {string} facet
 * @param {{chosen: Set<string>, excluded: Set<string>}} choice
 * @param {object} answer
 * @param {{contains: string, page: number}} view
 */
function showValues({ list, status, more }, facet, choice, answer, view) {
  const rows = (answer.values ?? []).map((value) => renderRow(facet, choice,
    String(value.value), value.count, value.selected));
  if (view.page === 1) list.replaceChildren(...rows);
  else list.append(...rows);
  const { matching } = answer;
  more.hidden = rows.length === 0 || list.children.length >= matching;
  status.textContent = list.children.length === 0
    ? text('dialogNothing', { contains: view.contains })
    : text('dialogShown', {
      shown: formatNumber(list.children.length),
      count: formatNumber(matching),
    });
}

/**
 * @param {string} facet
 * @param {{chosen: Set<string>, excluded: Set<string>}} choice
 * @param {string} value
 * @param {number} count
 * @param {boolean} selected  By a filter that may be written otherwise.
 */
function renderRow(facet, choice, value, count, selected) {
  const label = facetValueLabel(facet, value);
  const box = element('input', {
    type: 'checkbox', value, checked: choice.chosen.has(value) || selected,
  });
  const untick = () => {
    const ticked = [...box.closest('ul').querySelectorAll('input:checked')];
    choice.chosen = new Set(withoutTick([...choice.chosen], value,
      ticked.map((other) => other.value)));
  };
  const exclude = button({
    class: 'facet-value__exclude',
    'aria-label': text('excludeValue', { value: label }),
    'aria-pressed': String(choice.excluded.has(value)),
    title: text('exclude'),
  }, () => {
    const isExcluded = !choice.excluded.has(value);
    exclude.setAttribute('aria-pressed', String(isExcluded));
    choice.excluded[isExcluded ? 'add' : 'delete'](value);
    if (box.checked) {
      box.checked = false;
      untick();
    }
  }, '−');
  box.addEventListener('change', () => {
    if (box.checked) choice.chosen.add(value);
    else untick();
    choice.excluded.delete(value);
    exclude.setAttribute('aria-pressed', 'false');
  });
  return element('li', { class: 'facet-value' },
    element('label', { class: 'facet-value__label' }, box,
      element('bdi', { class: 'facet-value__name' }, label),
      renderCount(count)),
    exclude);
}
