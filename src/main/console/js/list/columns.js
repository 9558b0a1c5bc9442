// Which columns the user wants, and in which order.
import { call } from '../api.js';
import { openDialog } from '../dialog.js';
import { el, icon } from '../elements.js';
import { toast } from '../toast.js';
import { facts, refresh, tools } from './current.js';

export function startColumns() {
  document.getElementById('columns').addEventListener('click', choose);
}

function choose() {
  const chosen = facts().columns.split(',');
  const labels = new Map(tools().fields.map(({ name, label }) => [name, label]));
  const names = [...chosen, ...[...labels.keys()].filter((name) => !chosen.includes(name))];
  const items = el(
    'ol',
    { class: 'list-columns' },
    names.map((name) => item(name, labels.get(name), chosen.includes(name))),
  );
  const said = el('p', { class: 'visually-hidden', role: 'status' });
  items.addEventListener('column:moved', (event) => {
    said.textContent = event.detail;
  });
  const save = (value) => async () => {
    const wanted = value ?? [...items.querySelectorAll('input:checked')].map((box) => box.value).join(',');
    if (value === undefined && !wanted) {
      toast('error', 'Choose at least one column.');
      return;
    }
    try {
      await call('PUT', `/console/preferences/list.${facts().table}.columns`, wanted, { 'Content-Type': 'text/plain' });
      dialog.close();
      await refresh();
    } catch (refused) {
      toast('error', refused.message);
    }
  };
  const button = (label, look, onclick) => el('button', { type: 'button', class: `button ${look}`, onclick }, label);
  const hint = el(
    'p',
    { class: 'muted small' },
    'Ticked fields are columns, from left to right as they stand here from top to bottom.',
  );
  const dialog = openDialog(
    'Choose columns',
    [hint, items, said],
    [
      button('Use the default', 'button--quiet', save('')),
      button('Cancel', '', () => dialog.close()),
      button('Save', 'button--primary', save()),
    ],
  );
}

function item(name, label, isChosen) {
  const id = `column-${name}`;
  const mover = (symbol, word, step) =>
    el(
      'button',
      {
        type: 'button',
        class: 'button button--quiet button--icon button--small',
        'aria-label': `Move ${label} ${word}`,
        title: `Move ${word}`,
        onclick: (event) => move(event.currentTarget, label, step),
      },
      icon(symbol),
    );
  return el(
    'li',
    {},
    el('input', { type: 'checkbox', id, value: name, checked: isChosen }),
    el('label', { for: id, class: 'grow' }, label, ' ', el('small', { class: 'mono muted' }, name)),
    mover('arrow-up', 'up', -1),
    mover('arrow-down', 'down', 1),
  );
}

/** Moves by one place; the button that was pressed keeps the focus. */
function move(button, label, step) {
  const line = button.closest('li');
  const other = step < 0 ? line.previousElementSibling : line.nextElementSibling;
  if (!other) return;
  if (step < 0) other.before(line);
  else other.after(line);
  button.focus();
  const place = [...line.parentElement.children].indexOf(line) + 1;
  line.parentElement.dispatchEvent(new CustomEvent('column:moved', { detail: `${label} is at place ${place}` }));
}
