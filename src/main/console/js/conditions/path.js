// The field of a condition: of the table itself, or of a record that one of its references leads to.
import { describeTable, offeredFields } from '../dictionary.js';
import { el } from '../elements.js';

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
export function pathInput({ table, found, label, disabled, onChange }) {
  const first = select(
    label,
    [['', '– choose field –'], ...queryable(table).map(option)],
    found?.first.name ?? '',
    disabled,
  );
  first.addEventListener('change', () => onChange(first.value));
  if (!found?.target) return [first];
  const itself = [['', 'itself'], ...queryable(found.target).map(option)];
  const walked = found.last === found.first ? '' : found.last.name;
  const second = select(`${label}, field of ${found.first.label}`, itself, walked, disabled);
  second.addEventListener('change', () => onChange([found.first.name, second.value].filter(Boolean).join('.')));
  return [first, second];
}

const option = (field) => [field.name, field.label];

function select(label, options, value, disabled) {
  const element = el(
    'select',
    { class: 'select', 'aria-label': label, disabled },
    options.map(([code, text]) => el('option', { value: code }, text)),
  );
  element.value = value;
  return element;
}

/** Null where the user may not look. */
async function readable(name) {
  try {
    return await describeTable(name);
  } catch {
    return null;
  }
}
