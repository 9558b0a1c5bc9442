// The field of a condition: of the table itself, or of a record that one of its references leads to.
import { describeTable, offeredFields } from '../dictionary.js';
import { Options } from './options.jsx';

/** The fields that conditions can be about, in the order of their labels. */
export function queryable(table) {
  return offeredFields(table).sort((one, other) => one.label.localeCompare(other.label));
}

/** `{first, last, target}` of a path of at most two names; null if it leads elsewhere. */
export async function resolve(table, path) {
  const [name, ...rest] = path.split('.');
  const first = queryable(table).find((field) => field.name === name);
  if (!first || rest.length > 1) return null;
  const target = first.reference ? await readable(first.reference) : null;
  if (!rest.length) return { first, last: first, target };
  const last = target && queryable(target).find((field) => field.name === rest[0]);
  return last ? { first, last, target } : null;
}

/** Selects for the path; `onChange(path)`. */
export function Path({ table, found, label, disabled, onChange }) {
  const first = (
    <Options
      label={label}
      options={[['', '– choose field –'], ...queryable(table).map(option)]}
      value={found.first?.name ?? ''}
      disabled={disabled}
      onChange={onChange}
    />
  );
  if (!found.target) return first;
  return (
    <>
      {first}
      <Options
        label={`${label}, field of ${found.first.label}`}
        options={[['', 'itself'], ...queryable(found.target).map(option)]}
        value={!found.last || found.last.name === found.first.name ? '' : found.last.name}
        disabled={disabled}
        onChange={(last) => onChange([found.first.name, last].filter(Boolean).join('.'))}
      />
    </>
  );
}

const option = (field) => [field.name, field.label];

/** Null where the user may not look. */
async function readable(name) {
  try {
    return await describeTable(name);
  } catch {
    return null;
  }
}
