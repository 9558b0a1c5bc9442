// Questions that must be answered before anything else.
import { openDialog } from '../dialog.js';
import { el } from '../elements.js';

/**
 * Opens a dialog; answers what the button says that was pressed, or null for Escape and Close.
 *
 * `buttons` are `{text, value, look, press}`; `press` may refuse to close by answering false, or a promise of it.
 */
export function ask({ title, body, buttons, wide = false }) {
  return new Promise((resolve) => {
    let answer = null;
    const press = async (choice) => {
      if (choice.press && (await choice.press()) === false) return;
      answer = choice.value;
      dialog.close();
    };
    const foot = buttons.map((choice) =>
      el(
        'button',
        { type: choice.type ?? 'button', class: `button ${choice.look ?? ''}`, onclick: () => press(choice) },
        choice.text,
      ),
    );
    const dialog = openDialog(title, body, foot, wide ? '' : 'dialog--small');
    dialog.addEventListener('close', () => resolve(answer));
    (dialog.querySelector('.dialog__body input, .dialog__body textarea') ?? foot[0]).focus();
  });
}
