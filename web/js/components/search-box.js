// The search box: a real form, with suggestions while typing. It follows the
// combobox pattern of ARIA 1.2: the focus stays in the box, the arrows move
// `aria-activedescendant`.

import { fetchSuggestions, isAborted } from '../api.js';
import { withoutCompleted } from '../completion.js';
import { button, element } from '../dom.js';
import { firstPage, withValue } from '../filters.js';
import { parsePageUrl } from '../page-url.js';
import { focusResults, navigate } from '../routing.js';
import { text } from '../strings.js';
import { openHelp } from './help-dialog.js';
import { mountSuggestions } from './suggestions.js';

const PAUSE_MS = 120;

/**
 * @param {HTMLElement} root  Holds the form as it is in index.html.
 */
export function mountSearchBox(root) {
  const form = root.querySelector('form');
  const input = root.querySelector('#query');
  const clear = root.querySelector('.search-box__clear');
  const suggestions = mountSuggestions(input, (suggestion) => {
    take(root, input, suggestion);
  });
  const { askSoon, giveUp } = makeAsker(input, suggestions);

  root.querySelector('.search-box__hint').append(`${text('searchHint')} `,
    button({ class: 'link-button', 'aria-haspopup': 'dialog' }, openHelp,
      text('helpOpen')));

  input.addEventListener('input', () => {
    clear.hidden = input.value === '';
    if (input.value.trim() === '') giveUp();
    else askSoon();
  });
  input.addEventListener('blur', giveUp);
  clear.addEventListener('click', () => {
    input.value = '';
    clear.hidden = true;
    giveUp();
    input.focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    giveUp();
    navigate(root, firstPage({
      ...parsePageUrl(location.search),
      text: input.value.trim(),
      reading: 'auto',
    }), focusResults);
  });
  root.addEventListener('page:state', ({ detail: { state } }) => {
    giveUp();
    input.value = state.text;
    clear.hidden = state.text === '';
  });
  focusOnSlash(input);
}

/**
 * Asks for suggestions when the reader pauses, and forgets what was asked
 * before.
 *
 * @param {HTMLInputElement} input
 * @param {ReturnType<typeof mountSuggestions>} suggestions
 * @returns {{askSoon: () => void, giveUp: () => void}}
 */
function makeAsker(input, suggestions) {
  let request = new AbortController();
  let pause = 0;
  const ask = async () => {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    try {
      const { collapse } = parsePageUrl(location.search);
      const answer = await fetchSuggestions(input.value.trim(), collapse,
        signal);
      if (!signal.aborted) suggestions.show(answer.suggestions);
    } catch (error) {
      // Suggestions are a help, not an answer: without them the search works.
      if (!isAborted(error)) suggestions.close();
    }
  };
  return {
    askSoon: () => {
      clearTimeout(pause);
      pause = setTimeout(ask, PAUSE_MS);
    },
    giveUp: () => {
      clearTimeout(pause);
      request.abort();
      suggestions.close();
    },
  };
}

/** @param {HTMLInputElement} input */
function focusOnSlash(input) {
  document.addEventListener('keydown', (event) => {
    const writing = event.target instanceof Element && event.target.closest(
      'input, select, textarea, dialog, [contenteditable]');
    if (event.key !== '/' || writing || event.ctrlKey || event.metaKey
      || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

/**
 * Goes where a suggestion leads: to an article, a search or a filter.
 *
 * @param {HTMLElement} root
 * @param {HTMLInputElement} input
 * @param {import('./suggestions.js').Suggestion} suggestion
 */
function take(root, input, { type, value, label, id }) {
  const state = parsePageUrl(location.search);
  if (id) {
    navigate(root, { ...state, document: id });
    return;
  }
  if (type === 'phrase') {
    input.value = value;
    navigate(root, firstPage({ ...state, text: value }), focusResults);
    return;
  }
  const rest = withoutCompleted(input.value, label);
  navigate(root, withValue({ ...state, text: rest }, type, value),
    focusResults);
}
