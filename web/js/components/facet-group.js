// One facet: its heading, its most frequent values with boxes to tick, the
// excluded ones with a way back, and the door to all of its values.

import { button, element, replaceChildren } from '../dom.js';
import { shownValues, withTick } from '../facet-values.js';
import { withExcluded, withoutFilter } from '../filters.js';
import { facetValueLabel, formatNumber } from '../format.js';
import { NO_VALUE } from '../page-url.js';
import { navigate } from '../routing.js';
import { text } from '../strings.js';
import { renderCitedLink } from './cited-link.js';
import { renderEras } from './era-choice.js';
import { renderCount } from './facet-count.js';
import { openFacetDialog } from './facet-dialog.js';
import { mountYearChart } from './year-chart.js';

/** @typedef {import('../page-url.js').PageState} PageState */

const SHOWN = 8;

/**
 * @param {string} name  A facet, or `province` for both kinds of provinces.
 * @returns {{root: HTMLElement,
 *            update: (state: PageState, facets: object) => void}}
 */
export function mountFacetGroup(name) {
  const headingId = `facet-${name}-heading`;
  const era = element('div', { class: 'facet__era' });
  const list = element('div', { class: 'facet__body' });
  const chart = name === 'year' ? mountYearChart() : null;
  const root = element('section', {
    class: 'facet', 'aria-labelledby': headingId, 'data-facet': name,
  },
  element('h2', { class: 'facet__heading', id: headingId },
    text(`facet.${name}`)),
  name === 'province' ? era : null, chart?.root, list);

  const update = (state, facets) => {
    const facet = facetOf(name, state);
    const answer = facets[facet] ?? {};
    const isUseless = (answer.distinct ?? 0) === 0 && !answer.missing
      && state.filters[facet].length + state.excluded[facet].length === 0;
    if (name === 'province') replaceChildren(era, ...renderEras(state));
    chart?.update(state, answer);
    replaceChildren(list, ...(isUseless
      ? [element('p', { class: 'facet__none' }, text('noValues'))]
      : renderValues(root, state, facet, answer)));
  };
  return { root, update };
}

/**
 * @param {string} name  Of a group.
 * @param {PageState} state
 * @returns {string}  The facet that the group shows in this state.
 */
function facetOf(name, state) {
  return name === 'province' && state.era === 'now' ? 'province_now' : name;
}

/**
 * @param {HTMLElement} root
 * @param {PageState} state
 * @param {string} facet
 * @param {object} answer
 */
function renderValues(root, state, facet, answer) {
  const all = shownValues(state, facet, answer, SHOWN);
  // Years have their bars; only what no bar can show is listed.
  const shown = facet === 'year'
    ? all.filter(({ value }) => !/^\d{4}/.test(value)) : all;
  const excluded = state.excluded[facet];
  const hasMore = facet === 'year'
    ? (answer.distinct ?? 0) > (answer.values ?? []).length
    : (answer.distinct ?? 0) > SHOWN;
  return [
    shown.length > 0 ? element('ul', { class: 'facet__values' },
      ...shown.map((value) => renderValue(root, state, facet, answer, value)))
      : null,
    excluded.length > 0 ? element('ul', { class: 'facet__values' },
      ...excluded.map((value) => renderExcluded(root, state, facet, value)))
      : null,
    hasMore ? button({
      class: 'link-button facet__more',
      'aria-haspopup': 'dialog',
      'data-key': `more-${facet}`,
    }, () => openFacetDialog(root, state, facet), text('moreOf', {
      count: formatNumber(answer.distinct), plural: answer.distinct,
    })) : null,
  ];
}

/**
 * @param {HTMLElement} root
 * @param {PageState} state
 * @param {string} facet
 * @param {object} answer
 * @param {import('../facet-values.js').FacetValue} one
 */
function renderValue(root, state, facet, answer, { value, count, selected }) {
  const label = facetValueLabel(facet, value);
  const box = element('input', {
    type: 'checkbox', checked: selected, 'data-key': `tick-${facet}-${value}`,
  });
  box.addEventListener('change', () => navigate(root,
    withTick(state, facet, answer, value, box.checked)));
  return element('li', { class: 'facet-value' },
    element('label', { class: 'facet-value__label' }, box,
      element('bdi', { class: 'facet-value__name' }, label),
      count === null ? null : renderCount(count)),
    facet === 'resolution' && value !== NO_VALUE
      ? renderCitedLink(state, value, { short: true }) : null,
    button({
      class: 'facet-value__exclude',
      'aria-label': text('excludeValue', { value: label }),
      title: text('exclude'),
      'data-key': `exclude-${facet}-${value}`,
    }, () => navigate(root, withExcluded(state, facet, value)), '−'));
}

/**
 * @param {HTMLElement} root
 * @param {PageState} state
 * @param {string} facet
 * @param {string} value
 */
function renderExcluded(root, state, facet, value) {
  const label = facetValueLabel(facet, value);
  return element('li', { class: 'facet-value facet-value--excluded' },
    element('span', { class: 'facet-value__label' },
      element('bdi', { class: 'facet-value__name' }, element('s', {}, label)),
      element('span', { class: 'facet-value__count' }, text('excluded'))),
    button({
      class: 'facet-value__exclude',
      'aria-label': text('includeAgainValue', { value: label }),
      title: text('includeAgain'),
      'data-key': `exclude-${facet}-${value}`,
    }, () => navigate(root,
      withoutFilter(state, { kind: 'not', facet, value })), '+'));
}
