// The only way this page makes elements. Strings become text nodes, never
// markup, so nothing that was crawled can become part of the page's code.

/**
 * @typedef {string | number | boolean | null | undefined} AttributeValue
 * @typedef {Node | string | null | undefined} Child
 */

/**
 * Makes an element. An attribute that is null, undefined or false is left
 * out; true gives the empty attribute.
 *
 * @param {string} tag
 * @param {Record<string, AttributeValue>} attributes
 * @param {...Child} children  Null and undefined are left out.
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.filter((child) => child !== null
    && child !== undefined));
  return node;
}

/**
 * Makes a <button type="button">.
 *
 * @param {Record<string, AttributeValue>} attributes
 * @param {(event: Event) => void} onClick
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function button(attributes, onClick, ...children) {
  const node = element('button', { type: 'button', ...attributes },
    ...children);
  node.addEventListener('click', onClick);
  return node;
}

/**
 * Replaces what `root` holds. The control that had the focus gets it back if
 * a control with the same `data-key` is there afterwards: a reader who ticks
 * one box after another never loses the place.
 *
 * @param {HTMLElement} root
 * @param {...Child} children
 * @returns {boolean}  False if the focus was inside and has been lost.
 */
export function replaceChildren(root, ...children) {
  const focused = root.contains(document.activeElement)
    ? document.activeElement : null;
  root.replaceChildren(...children.filter((child) => child !== null
    && child !== undefined));
  if (!focused) return true;
  const key = focused.getAttribute('data-key');
  const successor = key === null ? null
    : root.querySelector(`[data-key="${CSS.escape(key)}"]`);
  successor?.focus({ preventScroll: true });
  return Boolean(successor);
}

/**
 * Tells a wish or a fact to whoever listens above `node`.
 *
 * @param {EventTarget} node
 * @param {string} type
 * @param {unknown} detail
 */
export function announce(node, type, detail) {
  node.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
}
