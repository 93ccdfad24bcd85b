// The facets beside the list, one group each.

import { button } from '../dom.js';
import { formatNumber } from '../format.js';
import { emptyState } from '../page-url.js';
import { focusResults } from '../routing.js';
import { text } from '../strings.js';
import { mountFacetGroup } from './facet-group.js';

// The provinces of both eras share a group with a switch.
const GROUPS = ['province', 'unit', 'unit_level', 'year', 'resolution', 'host'];

/**
 * @param {HTMLDetailsElement} root  A drawer on narrow screens, always open
 *     on wide ones.
 */
export function mountFacetPanel(root) {
  const place = root.querySelector('#facet-groups');
  const groups = GROUPS.map((name) => {
    const group = mountFacetGroup(name);
    place.append(group.root);
    return group;
  });
  const show = button({
    class: 'button button--primary facet-panel__show',
  }, () => {
    root.open = false;
    focusResults();
  });
  root.append(show);
  const wide = window.matchMedia('(min-width: 56rem)');
  const follow = () => { root.open = wide.matches; };
  wide.addEventListener('change', follow);
  follow();

  let state = emptyState();
  root.addEventListener('page:state', ({ detail }) => { state = detail.state; });
  root.addEventListener('list:answer', ({ detail: { answer } }) => {
    root.hidden = false;
    show.textContent = text('showResults', {
      count: formatNumber(answer.total), plural: answer.total,
    });
    for (const group of groups) group.update(state, answer.facets ?? {});
  });
  root.addEventListener('list:error', () => { root.hidden = true; });
}
