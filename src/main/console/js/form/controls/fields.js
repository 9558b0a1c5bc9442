// Which fields of the table that another field names are sent.
import { describeTable } from '../../dictionary.js';
import { el } from '../../elements.js';
import { slushbucket } from '../../slushbucket.js';

const ALWAYS = 'sys_id';

export function fields(page) {
  return ({ id, field, value, disabled, onChange }) => {
    const { tableField } = field.properties;
    const box = el('div');
    let held = value;
    const change = (items) => {
      held = items.map((item) => item.value).filter((name) => name !== ALWAYS).join(',');
      onChange(held);
    };
    const show = async () => {
      const labels = await labelsOf(page.valueOf(tableField));
      if (!labels) return box.replaceChildren(el('p', { class: 'muted', id }, 'Choose the table first.'));
      const find = (text) => ({ items: offered(labels, text) });
      box.replaceChildren(slushbucket({ id, find, selected: chosen(labels, held), disabled, ordered: true, onChange: change }));
    };
    show();
    page.onValue(tableField, () => {
      held = '';
      onChange('');
      show();
    });
    box.setValue = (changed) => {
      held = changed;
      show();
    };
    return box;
  };
}

async function labelsOf(tableName) {
  try {
    return tableName ? new Map((await describeTable(tableName)).fields.filter((one) => one.type !== 'password').map((one) => [one.name, one.label])) : null;
  } catch {
    return null;
  }
}

function offered(labels, text) {
  const words = text.toLowerCase().trim();
  return [...labels]
    .filter(([name, label]) => name !== ALWAYS && (label.toLowerCase().includes(words) || name.includes(words)))
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function chosen(labels, value) {
  const names = value.split(',').map((name) => name.trim()).filter((name) => name && name !== ALWAYS);
  return [{ value: ALWAYS, label: labels.get(ALWAYS) ?? 'Sys ID', fixed: true }, ...names.map((name) => ({ value: name, label: labels.get(name) ?? name }))];
}
