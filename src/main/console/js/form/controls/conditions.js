// A filter for records of the table that another field names.
import { el } from '../../elements.js';

export function conditions() {
  return ({ id, value, disabled, onChange }) => {
    const input = el('input', { class: 'input', id, readonly: disabled, oninput: () => onChange(input.value) });
    input.value = value;
    return input;
  };
}
