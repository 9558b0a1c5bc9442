// Which fields of the table that another field names are sent.
import { useCallback } from 'preact/hooks';
import { useAnswer } from '../../answer.js';
import { describeTable, offeredFields } from '../../dictionary.js';
import { Refusal } from '../../refusal.jsx';
import { Slushbucket } from '../../slushbucket.jsx';
import { ChooseFirst, useTableOf } from './following.jsx';

const ALWAYS = 'sys_id';

export function Fields(control) {
  const { page, id, field, value, disabled, onChange } = control;
  const table = useTableOf(page, field, onChange);
  const { value: labels, refusal } = useAnswer(
    async () => (table ? labelsOf(await describeTable(table)) : null),
    [table],
  );
  const find = useCallback((text) => ({ items: offered(labels, text) }), [labels]);
  if (!table) return <ChooseFirst {...control} />;
  if (refusal) return <Refusal message={refusal.message} />;
  if (!labels) return null;
  const names = (items) => items.map((item) => item.value).filter((name) => name !== ALWAYS);
  return (
    <Slushbucket
      id={id}
      find={find}
      selected={chosen(labels, value)}
      disabled={disabled}
      ordered
      onChange={(items) => onChange(names(items).join(','))}
    />
  );
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
