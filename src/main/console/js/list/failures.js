// What is told about many records.
import { openDialog } from '../dialog.js';
import { el } from '../elements.js';

/** Tells which of many could not be done, and why. */
export function reportFailures(title, failures) {
  const rows = failures.map(({ name, reason }) => el('tr', {}, el('td', {}, name), el('td', {}, reason)));
  const head = el('tr', {}, el('th', { scope: 'col' }, 'Record'), el('th', { scope: 'col' }, 'Reason'));
  const table = el('table', { class: 'table' }, el('thead', {}, head), el('tbody', {}, rows));
  const done = el(
    'button',
    { type: 'button', class: 'button button--primary', onclick: () => dialog.close() },
    'Close',
  );
  const dialog = openDialog(title, el('div', { class: 'table-scroll', tabindex: '0' }, table), [done]);
}
