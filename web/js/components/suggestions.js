// The list of suggestions under the search box.

import { element } from '../dom.js';
import { formatNumber } from '../format.js';
import { hasText, text } from '../strings.js';

/**
 * @typedef {object} Suggestion
 * @property {string} type  title, phrase, resolution, unit or province.
 * @property {string} value  The value of the facet, the phrase or the title.
 * @property {string} label  The same in more words.
 * @property {?number} count  Articles with the value; null: not counted.
 * @property {string} [id]   Of the article, for type title.
 */

/**
 * Makes `input` a combobox.
 *
 * @param {HTMLInputElement} input
 * @param {(suggestion: Suggestion) => void} onTake
 * @returns {{show: (suggestions: Suggestion[]) => void, close: () => void}}
 */
export function mountSuggestions(input, onTake) {
  const { list, status } = buildList(input);
  let shown = [];
  let active = -1;

  const activate = (index) => {
    active = index;
    markActive(input, list, index);
  };
  const close = () => {
    shown = [];
    list.hidden = true;
    list.replaceChildren();
    status.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    activate(-1);
  };
  const show = (suggestions) => {
    if (suggestions.length === 0) {
      close();
      return;
    }
    shown = suggestions;
    list.replaceChildren(...suggestions.map(renderOption));
    list.hidden = false;
    status.textContent = text('suggestionsFound', {
      count: suggestions.length, plural: suggestions.length,
    });
    input.setAttribute('aria-expanded', 'true');
    activate(-1);
  };
  const take = (index) => {
    const suggestion = shown[index];
    close();
    onTake(suggestion);
  };

  input.addEventListener('keydown', (event) => {
    // Input methods for Vietnamese use these keys while a word is unfinished.
    if (shown.length === 0 || event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      // One place more than there are options: none is chosen, as at first.
      const places = shown.length + 1;
      activate((active + 1 + steps[event.key] + places) % places - 1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(active);
    }
  });
  takeOnClick(list, take);
  return { show, close };
}

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {number} index  -1 for none.
 */
function markActive(input, list, index) {
  [...list.children].forEach((option, position) => {
    option.setAttribute('aria-selected', String(position === index));
  });
  const option = list.children[index];
  if (option) {
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  } else {
    input.removeAttribute('aria-activedescendant');
  }
}

/**
 * @param {HTMLElement} list
 * @param {(index: number) => void} take
 */
function takeOnClick(list, take) {
  // The box must not lose the focus before the click is through.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) take([...list.children].indexOf(option));
  });
}

/**
 * Puts the empty list under the box and ties the two together.
 *
 * @param {HTMLInputElement} input
 * @returns {{list: HTMLElement, status: HTMLElement}}
 */
function buildList(input) {
  const list = element('ul', {
    class: 'suggestions',
    id: 'suggestions',
    role: 'listbox',
    'aria-label': text('suggestionList'),
    hidden: true,
  });
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  input.after(list, status);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': 'suggestions',
    'aria-expanded': 'false',
  })) input.setAttribute(name, value);
  return { list, status };
}

/**
 * @param {Suggestion} suggestion
 * @param {number} index
 */
function renderOption(suggestion, index) {
  const key = `suggestion.${suggestion.type}`;
  const type = hasText(key) ? text(key) : suggestion.type;
  const count = suggestion.id || suggestion.count === null ? '' : ` · ${text('articleCount', {
    count: formatNumber(suggestion.count), plural: suggestion.count,
  })}`;
  return element('li', {
    class: 'suggestions__option',
    id: `suggestion-${index}`,
    role: 'option',
    'aria-selected': 'false',
  },
  element('bdi', { class: 'suggestions__text' }, suggestion.label),
  element('span', { class: 'suggestions__type' }, ` ${type}${count}`));
}
