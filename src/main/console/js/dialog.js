// Dialogs: the browser's own, which keeps the focus inside and closes with Escape.
import { el, icon } from './elements.js';

let count = 0;

/** Opens a dialog with the buttons of `foot`; it is gone once it is closed. `look` is a class of its own. */
export function openDialog(title, body, foot = [], look = '') {
  const id = `dialog-${++count}`;
  const close = el(
    'button',
    {
      type: 'button',
      class: 'button button--quiet button--icon',
      'aria-label': 'Close',
      onclick: () => dialog.close(),
    },
    icon('x'),
  );
  const dialog = el(
    'dialog',
    { class: `dialog ${look}`, 'aria-labelledby': id, onclose: () => dialog.remove() },
    el('div', { class: 'dialog__head' }, el('h2', { id, class: 'grow' }, title), close),
    el('div', { class: 'dialog__body stack' }, body),
    foot.length ? el('div', { class: 'dialog__foot' }, foot) : null,
  );
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks before something is done; answers whether it may be. */
export function confirm(title, body, action, look = 'button--primary') {
  return new Promise((resolve) => {
    let answer = false;
    const yes = el(
      'button',
      {
        type: 'button',
        class: `button ${look}`,
        onclick: () => {
          answer = true;
          dialog.close();
        },
      },
      action,
    );
    const no = el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel');
    const dialog = openDialog(title, el('p', {}, body), [no, yes]);
    dialog.addEventListener('close', () => resolve(answer));
    no.focus();
  });
}
