// Controls that are one input, as browsers have it.
import { useState } from 'preact/hooks';

export const Text = ({ id, field, value, disabled, onChange, marks }) => (
  <input
    class="input"
    type="text"
    id={id}
    maxlength={field.validate?.maxLength}
    readonly={disabled}
    autocomplete="off"
    value={value}
    onInput={({ target }) => onChange(target.value)}
    {...marks}
  />
);

export const TextArea = ({ id, field, value, disabled, onChange, marks }) => (
  <textarea
    class="input"
    id={id}
    rows={disabled && !value ? 1 : 4}
    maxlength={field.validate?.maxLength}
    readonly={disabled}
    value={value}
    onInput={({ target }) => onChange(target.value)}
    {...marks}
  />
);

/** As text: the numbers of records have 64 bits, a number of JavaScript less. */
export const Number = ({ id, value, disabled, onChange, marks }) => (
  <input
    class="input"
    type="text"
    inputmode="numeric"
    id={id}
    readonly={disabled}
    autocomplete="off"
    value={value}
    onInput={({ target }) => onChange(target.value)}
    {...marks}
  />
);

/** The one that is stored is not shown, only what is typed here. */
export function Password({ id, field, value, disabled, onChange, marks }) {
  const [typed, type] = useState('');
  return (
    <input
      class="input"
      type="password"
      id={id}
      autocomplete="new-password"
      readonly={disabled}
      placeholder={field.validate?.required || disabled ? undefined : 'Leave empty to keep it as it is'}
      value={typed === value ? typed : ''}
      onInput={({ target }) => {
        type(target.value);
        onChange(target.value);
      }}
      {...marks}
    />
  );
}

export const Checkbox = ({ id, value, disabled, onChange, marks }) => (
  <input
    type="checkbox"
    id={id}
    disabled={disabled}
    checked={Boolean(value)}
    onChange={({ target }) => onChange(target.checked)}
    {...marks}
  />
);

/** A native select: works with every keyboard, screen reader and phone. A value that is not listed is shown too. */
export function Choice({ id, field, value, disabled, onChange, marks }) {
  const values = field.values ?? [];
  const known = value === '' || values.some((one) => one.value === value);
  const offered = [{ value: '', label: '-- None --' }, ...values, ...(known ? [] : [{ value, label: value }])];
  return (
    <select
      class="select"
      id={id}
      disabled={disabled}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      {...marks}
    >
      {offered.map((one) => (
        <option key={one.value} value={one.value} selected={one.value === value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
