// Controls that are one input, as browsers have it.
import { el } from '../../elements.js';

export function text({ id, field, value, disabled, onChange }) {
  return typed(
    el('input', {
      class: 'input',
      type: 'text',
      id,
      maxlength: field.validate?.maxLength,
      readonly: disabled,
      autocomplete: 'off',
    }),
    value,
    onChange,
  );
}

export function textarea({ id, field, value, disabled, onChange }) {
  return typed(
    el('textarea', {
      class: 'input',
      id,
      rows: disabled && !value ? 1 : 4,
      maxlength: field.validate?.maxLength,
      readonly: disabled,
    }),
    value,
    onChange,
  );
}

/** As text: the numbers of records have 64 bits, a number of JavaScript less. */
export function number({ id, value, disabled, onChange }) {
  return typed(
    el('input', { class: 'input', type: 'text', inputmode: 'numeric', id, readonly: disabled, autocomplete: 'off' }),
    value,
    onChange,
  );
}

export function password({ id, field, disabled, onChange }) {
  const placeholder = field.validate?.required || disabled ? null : 'Leave empty to keep it as it is';
  return typed(
    el('input', {
      class: 'input',
      type: 'password',
      id,
      autocomplete: 'new-password',
      readonly: disabled,
      placeholder,
    }),
    '',
    onChange,
  );
}

export function checkbox({ id, value, disabled, onChange }) {
  const input = el('input', { type: 'checkbox', id, disabled, onchange: () => onChange(input.checked) });
  input.setValue = (changed) => (input.checked = Boolean(changed));
  input.setValue(value);
  return input;
}

function typed(input, value, onChange) {
  input.value = value;
  input.addEventListener('input', () => onChange(input.value));
  input.setValue = (changed) => (input.value = changed);
  return input;
}

/** A native select: works with every keyboard, screen reader and phone. A value that is not listed is shown too. */
export function choice({ id, field, value, disabled, onChange }) {
  const select = el('select', { class: 'select', id, disabled, onchange: () => onChange(select.value) });
  const fill = (chosen) => {
    const values = field.values ?? [];
    const known = chosen === '' || values.some((one) => one.value === chosen);
    const offered = [
      { value: '', label: '-- None --' },
      ...values,
      ...(known ? [] : [{ value: chosen, label: chosen }]),
    ];
    select.replaceChildren(...offered.map((one) => el('option', { value: one.value }, one.label)));
    select.value = chosen;
  };
  fill(value);
  select.setValue = fill;
  return select;
}
