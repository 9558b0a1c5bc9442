// Questions and reports about many records.
import { openDialog as open } from '../dialog.js';
import { el } from '../elements.js';

export function openDialog(title, body, buttons) {
  return open(title, body, buttons, 'list-dialog');
}

/** Asks before something is done; answers whether it may be. */
export function confirm(title, body, action, look = 'button--primary') {
  return new Promise((resolve) => {
    let answer = false;
    const yes = el('button', { type: 'button', class: `button ${look}`, onclick: () => { answer = true; dialog.close(); } }, action);
    const no = el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel');
    const dialog = openDialog(title, body, [no, yes]);
    dialog.addEventListener('close', () => resolve(answer));
    no.focus();
  });
}

/** Tells which of many could not be done, and why. */
export function reportFailures(title, failures) {
  const rows = failures.map(({ name, reason }) => el('tr', {}, el('td', {}, name), el('td', {}, reason)));
  const head = el('tr', {}, el('th', { scope: 'col' }, 'Record'), el('th', { scope: 'col' }, 'Reason'));
  const table = el('table', { class: 'table' }, el('thead', {}, head), el('tbody', {}, rows));
  const done = el('button', { type: 'button', class: 'button button--primary', onclick: () => dialog.close() }, 'Close');
  const dialog = openDialog(title, el('div', { class: 'table-scroll', tabindex: '0' }, table), [done]);
}
