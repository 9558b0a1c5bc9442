// JSON, indented for reading; what was typed is checked when the field is left.
import { el } from '../../elements.js';

const MOST_ROWS = 18;
const FEWEST_ROWS = 4;

export function json({ id, value, disabled, onChange }) {
  const fewest = disabled ? 1 : FEWEST_ROWS;
  const rows = Math.min(MOST_ROWS, Math.max(fewest, pretty(value).split('\n').length));
  const area = el('textarea', {
    class: 'input mono',
    id,
    rows,
    readonly: disabled,
    spellcheck: 'false',
    oninput: () => onChange(area.value),
    onblur: () => check(area.value),
  });
  const said = el('span', { class: 'field__error', role: 'status' });
  const check = (text) => (said.textContent = text.trim() && !isJson(text) ? 'This is no JSON yet.' : '');
  area.value = pretty(value);
  const box = el('div', { class: 'stack stack--tight' }, area, said);
  box.setValue = (changed) => (area.value = pretty(changed));
  return box;
}

export function pretty(text) {
  return isJson(text) ? JSON.stringify(JSON.parse(text), null, 2) : text;
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
