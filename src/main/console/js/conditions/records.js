// The controls in which a condition names records of another table.
import { call } from '../api.js';
import { describeTable } from '../dictionary.js';
import { el, icon } from '../elements.js';
import { referenceInput } from '../reference.js';

let count = 0;

const inputFor = ({ field, label, disabled }, more) => referenceInput({ id: `condition-record-${++count}`, table: field.reference, label, disabled, ...more });

/** One record. */
export async function recordInput(settings) {
  const { field, value, onChange } = settings;
  return inputFor(settings, { value, display: value && (await nameOf(field.reference, value)), onChange });
}

/** Several: each with a button that takes it out, and a place to add one more. */
export async function recordsInput(settings) {
  const { field, value, label, disabled, onChange } = settings;
  const chosen = new Map();
  for (const id of value.split(',').filter(Boolean)) chosen.set(id, await nameOf(field.reference, id));
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
    list.replaceChildren(...[...chosen].map(([id, name]) => el('li', { class: 'condition__record' }, name,
      el('button', { type: 'button', class: 'button button--quiet button--icon', 'aria-label': `Take out ${name}`, title: 'Take out', hidden: disabled, onclick: () => drop(id) }, icon('x')))));
  }

  function drop(id) {
    chosen.delete(id);
    changed();
    add.querySelector('input').focus();
  }
}

/** A record that is gone, or that the user may not read, is called by its id. */
async function nameOf(tableName, id) {
  try {
    const table = await describeTable(tableName);
    const { result } = await call('GET', `/api/now/table/${tableName}/${encodeURIComponent(id)}?sysparm_display_value=true&sysparm_exclude_reference_link=true&sysparm_fields=${table.display}`);
    return result[table.display] || id;
  } catch {
    return id;
  }
}
