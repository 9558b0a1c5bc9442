// Controls about the table that another field names: with another table they begin anew.
import { el } from '../../elements.js';

/**
 * `build(table, value, change)` makes the control for a table, or a promise of it; `change(value)` tells what was
 * chosen.
 */
export function following(page, { id, field, value, onChange }, build) {
  const { tableField } = field.properties;
  const box = el('div', { class: 'following' });
  let held = value;
  let asked = 0;
  const change = (changed) => {
    held = changed;
    onChange(changed);
  };
  const show = async () => {
    const latest = ++asked;
    const table = page.valueOf(tableField);
    const control = table
      ? await build(table, held, change).catch((refused) => said(id, refused.message))
      : said(id, `Choose ${page.labelOf(tableField)} first.`);
    if (latest === asked) box.replaceChildren(control);
  };
  page.onValue(tableField, () => {
    change('');
    show();
  });
  box.setValue = (changed) => {
    held = changed;
    show();
  };
  show();
  return box;
}

function said(id, text) {
  return el('p', { class: 'muted', id }, text);
}
