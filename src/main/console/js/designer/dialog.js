// Dialogs of the designer: the browser's own, which keeps the focus inside and closes with Escape.
import { el, icon } from '../elements.js';

/** Opens a dialog; `answers` are its buttons. It is gone once it is closed. */
export function openDialog(title, content, answers = [], look = '') {
  const close = el('button', { type: 'button', class: 'button button--quiet button--icon', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('x'));
  const dialog = el('dialog', { class: `dialog ${look}`, 'aria-label': title },
    el('div', { class: 'dialog__head' }, el('h2', { class: 'grow' }, title), close),
    el('div', { class: 'dialog__body stack' }, content),
    answers.length ? el('div', { class: 'dialog__foot' }, answers) : null);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function button(label, onclick, look = '') {
  return el('button', { type: 'button', class: `button ${look}`, onclick }, label);
}

/** Asks before something that can't be undone; answers whether to go on. */
export function confirmed(title, text, yes) {
  return new Promise((resolve) => {
    const dialog = openDialog(title, el('p', {}, text), [
      button('Cancel', () => dialog.close()),
      button(yes, () => {
        resolve(true);
        dialog.close();
      }, 'button--primary'),
    ]);
    dialog.addEventListener('close', () => resolve(false));
  });
}

/** A field with its label; `control` gets the id. */
export function field(label, control) {
  control.id = `field-${label.toLowerCase().replace(/[^a-z]+/g, '-')}`;
  return el('div', { class: 'field' }, el('label', { for: control.id }, label), control);
}

/** Where a dialog says what was refused. */
export function refusalPlace() {
  const place = el('p', { class: 'notice notice--error', role: 'alert', hidden: true });
  return {
    place,
    show(refusal) {
      place.textContent = refusal?.message ?? '';
      place.hidden = !refusal;
    },
  };
}
