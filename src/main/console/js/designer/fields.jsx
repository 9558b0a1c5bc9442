// What the designer's dialogs are made of.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Reference } from '../reference.jsx';
import { recordsOf } from '../reference/records.js';
import { settle, Unsettled } from '../reference/unsettled.js';

/** A field with its label; the control is a function of its id. */
export function Field({ label, children }) {
  const id = idOf(label);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children(id)}
    </div>
  );
}

/** A select; `options` are `[value, label]`. */
export const SelectField = ({ label, options, value, onChange }) => (
  <Field label={label}>
    {(id) => (
      <select class="select" id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([code, text]) => (
          <option key={code} value={code} selected={code === value}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/**
 * A record of a table, found by its name; if the table has just one, that is it unless there is a `placeholder`, which
 * says what no record means. `chosen`, a ref, has `{value, display}`.
 */
export function RecordField({ label, table, placeholder, chosen }) {
  const place = useRef(null);
  const [record, show] = useState(chosen.current);
  const choose = (value, display) => {
    chosen.current = { value, display };
    show(chosen.current);
  };
  useEffect(() => {
    if (!placeholder) suggestTheOnly(table, () => place.current?.querySelector('input'), choose);
  }, []);
  const id = idOf(label);
  return (
    <div class="field" ref={place}>
      <label for={id}>{label}</label>
      <Reference {...{ id, table, label, placeholder }} {...record} onChange={choose} />
    </div>
  );
}

export const NO_RECORD = { value: '', display: '' };

/** Not to somebody who is there already: what they type would be put behind the suggestion. */
async function suggestTheOnly(table, input, choose) {
  const { rows, more } = await recordsOf(table)
    .find('', { limit: 1 })
    .catch(() => ({ rows: [] }));
  const field = input();
  const isLeftAlone = field && document.activeElement !== field && !field.value;
  if (rows.length === 1 && !more && isLeftAlone) choose(rows[0].value, rows[0].display);
}

/** The fields for records below it wait for names that are still being looked up. */
export function useRecordFields() {
  const [fields] = useState(() => new Set());
  return {
    Fields: Unsettled.Provider,
    fields,
    /** Throws if no record has a name that was typed. */
    async settled() {
      const unknown = await settle(fields);
      if (!unknown) return;
      unknown.focus();
      throw new Error(`${unknown.getAttribute('aria-label')}: choose one from the list.`);
    },
  };
}

function idOf(label) {
  return `field-${label.toLowerCase().replace(/[^a-z]+/g, '-')}`;
}
