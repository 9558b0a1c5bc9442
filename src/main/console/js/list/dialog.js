// Questions and reports in the browser's own dialog: it keeps the focus and closes with Escape.
import { el, icon } from '../elements.js';

let count = 0;

/** Opens a dialog; `buttons` are elements for its foot. Removed when it is closed. */
export function openDialog(title, body, buttons) {
  const id = `dialog-${++count}`;
  const close = () => dialog.close();
  const dialog = el('dialog', { class: 'dialog list-dialog', 'aria-labelledby': id },
    el('div', { class: 'dialog__head' }, el('h2', { id, class: 'grow' }, title), el('button', { type: 'button', class: 'button button--quiet button--icon', 'aria-label': 'Close', onclick: close }, icon('x'))),
    el('div', { class: 'dialog__body' }, body),
    el('div', { class: 'dialog__foot' }, buttons));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
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
