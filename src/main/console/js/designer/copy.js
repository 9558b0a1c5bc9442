// Copy subflow: a draft with a key and name of its own, opened at once.
import { call } from '../api.js';
import { openDialog } from '../dialog.js';
import { el } from '../elements.js';
import { toastOnNextPage } from '../toast.js';
import { button, field, refusalPlace } from './fields.js';

const LONGEST_KEY = 64;

export function startCopying({ subflow, draft }) {
  document.getElementById('copy').addEventListener('click', () => {
    const name = el('input', { class: 'input', required: true, maxlength: 255, value: `Copy of ${subflow.line.name}` });
    const key = el('input', {
      class: 'input mono',
      required: true,
      maxlength: LONGEST_KEY,
      value: keyOf(name.value),
      spellcheck: 'false',
      'aria-describedby': 'copy-key-hint',
    });
    let isOwnKey = false;
    name.addEventListener('input', () => {
      if (!isOwnKey) key.value = keyOf(name.value);
    });
    key.addEventListener('input', () => {
      isOwnKey = true;
    });
    const refused = refusalPlace();
    const copy = async () => {
      try {
        if (draft) await draft.save();
        const { result } = await call('POST', subflow.api('/copy'), { key: key.value.trim(), name: name.value.trim() });
        toastOnNextPage('good', `This is the copy. It is a draft: change it, then publish it.`);
        location.assign(`/console/subflows/${encodeURIComponent(result.key)}`);
      } catch (refusal) {
        refused.show(refusal);
      }
    };
    const form = el(
      'form',
      {
        id: 'copy-form',
        class: 'stack',
        onsubmit: (event) => {
          event.preventDefault();
          copy();
        },
      },
      field('Name', name),
      field('Key', key),
      el(
        'p',
        { id: 'copy-key-hint', class: 'muted small' },
        'Flows name the subflow by its key: lower-case words joined by hyphens. It can not be changed later.',
      ),
      refused.place,
    );
    const dialog = openDialog('Copy subflow', form, [
      button('Cancel', () => dialog.close()),
      el('button', { type: 'submit', form: 'copy-form', class: 'button button--primary' }, 'Copy'),
    ]);
    name.select();
  });
}

/** "Copy of RPS – Basic" as copy-of-rps-basic */
function keyOf(name) {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  while (words.length && !/^[a-z]/.test(words[0])) words.shift();
  while (words.length > 1 && words.join('-').length > LONGEST_KEY) words.pop();
  return words.join('-');
}
