// The controls in which a condition names records of another table.
import { el, icon } from '../elements.js';
import { referenceInput } from '../reference.js';
import { recordsOf } from '../reference/records.js';

let count = 0;

const inputFor = ({ field, label, disabled }, more) =>
  referenceInput({ id: `condition-record-${++count}`, table: field.reference, label, disabled, ...more });

/** One record. */
export async function recordInput(settings) {
  const { field, value, onChange } = settings;
  const names = await namesOf(field.reference, value ? [value] : []);
  return inputFor(settings, { value, display: names.get(value), onChange });
}

/** Several: each with a button that takes it out, and a place to add one more. */
export async function recordsInput(settings) {
  const { field, value, label, disabled, onChange } = settings;
  const chosen = await namesOf(field.reference, value.split(',').filter(Boolean));
  const list = el('ul', { class: 'condition__records', 'aria-label': `${label}: chosen` });
  const add = inputFor(settings, {
    onChange: (id, display) => {
      if (!id) return;
      chosen.set(id, display);
      add.setValue('', '');
      changed();
    },
  });
  add.querySelector('input').placeholder = 'Add one';
  show();
  return el('span', { class: 'condition__several' }, list, add);

  function changed() {
    show();
    onChange([...chosen.keys()].join(','));
  }

  function show() {
    list.replaceChildren(
      ...[...chosen].map(([id, name]) =>
        el(
          'li',
          { class: 'condition__record' },
          name,
          el(
            'button',
            {
              type: 'button',
              class: 'button button--quiet button--icon',
              'aria-label': `Take out ${name}`,
              title: 'Take out',
              hidden: disabled,
              onclick: () => drop(id),
            },
            icon('x'),
          ),
        ),
      ),
    );
  }

  function drop(id) {
    chosen.delete(id);
    changed();
    add.querySelector('input').focus();
  }
}

/** What records are called, by their ids. One that is gone, or that the user may not read, is called by its id. */
async function namesOf(table, ids) {
  if (!ids.length) return new Map();
  const wanted = `sys_idIN${ids.map((id) => id.replaceAll('^', '^^')).join(',')}`;
  const { rows } = await recordsOf(table, wanted)
    .find('', { limit: ids.length })
    .catch(() => ({ rows: [] }));
  const names = new Map(rows.map((row) => [row.value, row.display]));
  return new Map(ids.map((id) => [id, names.get(id) ?? id]));
}
