// One line of the builder: field, operator, value; or text where there is no control for what it says.
import { el } from '../elements.js';
import { operatorsOf, shapeOf } from './operators.js';
import { pathInput, resolve } from './path.js';
import { valueInput } from './values.js';

/** `settings`: `table` (of the dictionary), `name` (for screen readers), `disabled`, `changes`, `onChange()`. */
export async function termInputs(term, settings) {
  const { table, name, disabled } = settings;
  const found = term.field ? await resolve(table, term.field) : null;
  const offered = found ? operatorsOf(found.last, settings) : {};
  if (term.text && !(term.operator in offered)) return [rawInput(term, settings)];
  const choose = (field) => set(term, field, '=', '', settings);
  const path = pathInput({ table, found, label: `Field of ${name}`, disabled, onChange: choose });
  if (!found) return path;
  const operator = el(
    'select',
    { class: 'select', 'aria-label': `Operator of ${name}`, disabled },
    Object.entries(offered).map(([code, label]) => el('option', { value: code }, label)),
  );
  operator.value = term.operator;
  operator.addEventListener('change', () => {
    const keeps = shapeOf(operator.value) === shapeOf(term.operator);
    set(term, term.field, operator.value, keeps ? term.value : '', settings);
  });
  const value = await valueInput({
    field: found.last,
    table: table.name,
    operator: term.operator,
    value: term.value,
    label: `Value of ${name}`,
    disabled,
    onChange: (given) => say(term, given, settings),
  });
  const incomplete = el(
    'small',
    { class: 'condition__hint muted', hidden: Boolean(term.text) },
    'Left out until it has a value.',
  );
  term.showIncomplete = () => {
    incomplete.hidden = Boolean(term.text);
  };
  return [...path, operator, value ?? el('span', { class: 'grow' }), incomplete];
}

/** What has no control is never lost: it can be read, changed and removed as text. */
function rawInput(term, { name, disabled, onChange }) {
  const input = el('input', {
    class: 'input mono grow',
    value: term.text,
    'aria-label': `Encoded ${name}`,
    title: 'A condition as text: the builder has no controls for it',
    disabled,
    spellcheck: 'false',
  });
  input.addEventListener('input', () => {
    Object.assign(term, { text: input.value, field: undefined, operator: undefined, value: undefined });
    onChange(false);
  });
  return input;
}

/** Another field or operator needs other controls. */
function set(term, field, operator, value, { onChange }) {
  Object.assign(term, { field: field || undefined, operator, value });
  put(term);
  onChange(true);
}

function say(term, value, { onChange }) {
  term.value = value;
  put(term);
  term.showIncomplete?.();
  onChange(false);
}

/** Empty values have operators of their own; without a value a condition says nothing yet. */
function put(term) {
  const complete = term.field && (shapeOf(term.operator) === 'none' || term.value !== '');
  term.text = complete ? `${term.field}${term.operator}${term.value}` : '';
}
