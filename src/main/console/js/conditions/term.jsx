// One line of the builder: field, operator, value; or text where there is no control for what it says.
import { useEffect } from 'preact/hooks';
import { useAnswer } from '../answer.js';
import { operatorsOf } from './operators.js';
import { Options } from './options.jsx';
import { Path, queryable, resolve } from './path.jsx';
import { withField, withOperator, withValue } from './terms.js';
import { Value } from './values.jsx';

/**
 * `table` is of the dictionary, `name` for screen readers; `onChange(term)` gives the term that stands for this one.
 * `isFocused` puts the focus into the first of the `controls` once they are there, and tells it by `onFocused()`.
 */
export function Term({ term, table, name, disabled, changes, controls, isFocused, onFocused, onChange }) {
  const found = useField(table, term.field);
  useEffect(() => {
    const first = isFocused && controls.current.querySelector('select, input');
    if (!first) return;
    first.focus();
    onFocused();
  });
  if (!found) return null;
  const offered = found.last ? operatorsOf(found.last, { changes }) : {};
  if (term.isRaw || (found.isKnown && term.text && !(term.operator in offered))) {
    return <Raw {...{ term, name, disabled, onChange }} />;
  }
  const path = (
    <Path
      table={table}
      found={found}
      label={`Field of ${name}`}
      disabled={disabled}
      onChange={(field) => onChange(withField(field))}
    />
  );
  if (!found.isKnown || !found.last) return path;
  return (
    <>
      {path}
      <Options
        label={`Operator of ${name}`}
        options={Object.entries(offered)}
        value={term.operator}
        disabled={disabled}
        onChange={(operator) => onChange(withOperator(term, operator))}
      />
      <Value
        key={`${term.field} ${term.operator}`}
        field={found.last}
        table={table.name}
        operator={term.operator}
        value={term.value}
        label={`Value of ${name}`}
        disabled={disabled}
        onChange={(value) => onChange(withValue(term, value))}
      />
      <small class="condition__hint muted" hidden={Boolean(term.text)}>
        Left out until it has a value.
      </small>
    </>
  );
}

/** What a path leads to; before that is known, what can be shown of it without losing who is choosing. */
function useField(table, path = '') {
  const { value } = useAnswer(async () => ({ path, found: path ? await resolve(table, path) : null }), [table, path]);
  if (!path) return { isKnown: true };
  if (!value) return null;
  if (value.path === path) return { ...value.found, isKnown: true };
  const first = queryable(table).find((field) => field.name === path.split('.')[0]);
  const target = value.found?.first.name === first?.name ? value.found?.target : null;
  return { first, last: target && queryable(target).find((field) => field.name === path.split('.')[1]), target };
}

/** What has no control is never lost: it can be read, changed and removed as text. */
const Raw = ({ term, name, disabled, onChange }) => (
  <input
    class="input mono grow"
    value={term.text}
    aria-label={`Encoded ${name}`}
    title="A condition as text: the builder has no controls for it"
    disabled={disabled}
    spellcheck={false}
    onInput={({ target }) => onChange({ text: target.value, isRaw: true })}
  />
);
