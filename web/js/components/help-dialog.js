// How to write a search, on one small sheet.

import { button, element } from '../dom.js';
import { text } from '../strings.js';

// What to type, and the key of what it means. The examples are the query
// language itself and therefore the same in both languages.
const EXAMPLES = [
  ['xây dựng đảng', 'helpAll'],
  ['"nền tảng tư tưởng"', 'helpPhrase'],
  ['=đảng', 'helpExact'],
  ['-bóng', 'helpExclude'],
  ['kiểm tra HOẶC giám sát', 'helpEither'],
  ['tập*', 'helpPrefix'],
  ['tiêu-đề:đại hội', 'helpTitleField'],
  ['tỉnh:"Quảng Trị"', 'helpProvince'],
  ['đơn-vị:"Tỉnh ủy Cà Mau"', 'helpUnit'],
  ['năm:2021..2023', 'helpYear'],
  ['nq:35-NQ/TW', 'helpResolution'],
  ['nguồn:example.vn', 'helpHost'],
];

/** Opens the sheet; it removes itself when closed. */
export function openHelp() {
  const rows = EXAMPLES.map(([example, meaning]) => element('tr', {},
    element('td', {}, element('code', { lang: 'vi' }, example)),
    element('td', {}, text(meaning))));
  const dialog = element('dialog', {
    class: 'help-dialog', 'aria-labelledby': 'help-title',
  },
  element('h2', { id: 'help-title' }, text('helpTitle')),
  element('div', {
    class: 'help-dialog__scroll',
    role: 'region',
    tabindex: '0',
    'aria-labelledby': 'help-title',
  },
  element('table', {},
    element('thead', {}, element('tr', {},
      element('th', { scope: 'col' }, text('helpWrite')),
      element('th', { scope: 'col' }, text('helpMeaning')))),
    element('tbody', {}, ...rows)),
  element('p', {}, text('helpKeys'))),
  button({ class: 'button', autofocus: true }, () => dialog.close(),
    text('helpClose')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
