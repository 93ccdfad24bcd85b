// What the answers on the page were taken from.

import { formatNumber, formatSnapshotDay } from '../format.js';
import { text } from '../strings.js';

/**
 * @param {HTMLElement} root
 */
export function mountPageFooter(root) {
  const show = ({ detail: { answer } }) => {
    if (!answer.snapshot) return;
    const { id, documents } = answer.snapshot;
    root.textContent = text('footerSnapshot', {
      count: formatNumber(documents),
      plural: documents,
      day: formatSnapshotDay(id),
    });
    root.title = id;
  };
  root.addEventListener('list:answer', show);
  for (const view of ['article', 'cited', 'coverage']) {
    root.addEventListener(`${view}:answer`, show);
  }
}
