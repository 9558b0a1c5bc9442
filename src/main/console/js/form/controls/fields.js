// Which fields of the table that another field names are sent.
import { describeTable, offeredFields } from '../../dictionary.js';
import { slushbucket } from '../../slushbucket.js';
import { following } from './following.js';

const ALWAYS = 'sys_id';

export function fields(page) {
  return (options) =>
    following(page, options, async (table, value, change) => {
      const labels = labelsOf(await describeTable(table));
      const find = (text) => ({ items: offered(labels, text) });
      const names = (items) => items.map((item) => item.value).filter((name) => name !== ALWAYS);
      const { id, disabled } = options;
      return slushbucket({
        id,
        find,
        selected: chosen(labels, value),
        disabled,
        ordered: true,
        onChange: (items) => change(names(items).join(',')),
      });
    });
}

function labelsOf(table) {
  return new Map(offeredFields(table).map((one) => [one.name, one.label]));
}

function offered(labels, text) {
  const words = text.toLowerCase().trim();
  return [...labels]
    .filter(([name, label]) => name !== ALWAYS && (label.toLowerCase().includes(words) || name.includes(words)))
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

function chosen(labels, value) {
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== ALWAYS);
  return [
    { value: ALWAYS, label: labels.get(ALWAYS) ?? 'Sys ID', fixed: true },
    ...names.map((name) => ({ value: name, label: labels.get(name) ?? name })),
  ];
}
