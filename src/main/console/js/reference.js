// Choosing a record of another table: type a part of its name, or look it up in the list.
import { el, icon } from './elements.js';
import { Combobox } from './reference/combobox.js';
import { lookUp } from './reference/lookup.js';
import { recordsOf } from './reference/records.js';

/**
 * An element whose value is the sys_id of a record of `table`.
 *
 * `query` narrows what may be chosen: an encoded query, or a function that answers one when it is needed.
 * `onChange(value, display)` tells each choice. The element is that of a Combobox.
 */
export function referenceInput({ id, table, value, display, label, query = '', disabled = false, onChange }) {
  const records = () => recordsOf(table, typeof query === 'function' ? query() : query);
  const choose = async () => {
    const chosen = await lookUp(records(), label);
    if (chosen) combobox.take(chosen);
    lookup.focus();
  };
  const lookup = el(
    'button',
    {
      type: 'button',
      class: 'button button--icon',
      'aria-label': 'Lookup using list',
      title: 'Lookup using list',
      hidden: disabled,
      onclick: choose,
    },
    icon('search'),
  );
  const link = el(
    'a',
    { class: 'button button--icon', 'aria-label': 'Open record', title: 'Open record' },
    icon('info'),
  );
  const combobox = new Combobox({
    id,
    value,
    display,
    label,
    disabled,
    onChange,
    extras: [lookup, link],
    find: (text, page) => records().find(text, page),
    onShow: (shown) => {
      link.hidden = !shown;
      link.href = `/console/record/${table}/${shown}`;
    },
  });
  return combobox.element;
}
