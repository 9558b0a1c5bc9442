// What the designer's dialogs are made of.
import { openDialog } from '../dialog.js';
import { el } from '../elements.js';

export { openDialog };

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
