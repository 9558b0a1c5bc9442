// Questions that must be answered before anything else.
import { el, icon } from '../elements.js';

let count = 0;

/**
 * Opens a dialog; answers what the button says that was pressed, or null for Escape and Close.
 *
 * `buttons` are `{text, value, look, press}`; `press` may refuse to close by answering false, or a promise of it.
 */
export function ask({ title, body, buttons, wide = false }) {
  const id = `dialog-${++count}`;
  return new Promise((resolve) => {
    let answer = null;
    const press = async (choice) => {
      if (choice.press && (await choice.press()) === false) return;
      answer = choice.value;
      dialog.close();
    };
    const closed = () => {
      dialog.remove();
      resolve(answer);
    };
    const foot = buttons.map((choice) => el('button', { type: choice.type ?? 'button', class: `button ${choice.look ?? ''}`, onclick: () => press(choice) }, choice.text));
    const dialog = el(
      'dialog',
      { class: `dialog ${wide ? '' : 'dialog--small'}`, 'aria-labelledby': id, onclose: closed },
      el('div', { class: 'dialog__head' }, el('h2', { id, class: 'grow' }, title), el('button', { type: 'button', class: 'button button--quiet button--icon', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('x'))),
      el('div', { class: 'dialog__body stack' }, body),
      el('div', { class: 'dialog__foot' }, foot),
    );
    document.body.append(dialog);
    dialog.showModal();
    (dialog.querySelector('.dialog__body input, .dialog__body textarea') ?? foot[0]).focus();
  });
}
