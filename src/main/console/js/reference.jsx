// Choosing a record of another table: type a part of its name, or look it up in the list.
import { useRef, useState } from 'preact/hooks';
import { Button } from './button.jsx';
import { Icon } from './icon.jsx';
import { Combobox } from './reference/combobox.jsx';
import { lookUp } from './reference/lookup.jsx';
import { recordsOf } from './reference/records.js';

/**
 * A field whose value is the sys_id of a record of `table`, which is called `display`.
 *
 * `query` narrows what may be chosen: an encoded query, or a function that answers one when it is needed. Anything else
 * is the Combobox's.
 */
export function Reference({ table, query = '', ...field }) {
  const { value = '', label, disabled, onChange } = field;
  const [shown, show] = useState(value);
  const [last, see] = useState(value);
  if (last !== value) {
    see(value);
    show(value);
  }
  const combobox = useRef(null);
  const lookup = useRef(null);
  const records = () => recordsOf(table, typeof query === 'function' ? query() : query);
  const choose = async () => {
    const chosen = await lookUp(records(), label);
    if (chosen) combobox.current.take(chosen);
    lookup.current.querySelector('button').focus();
  };
  const changed = (chosen, name) => {
    show(chosen);
    onChange?.(chosen, name);
  };
  return (
    <Combobox {...field} ref={combobox} onChange={changed} find={(text, page) => records().find(text, page)}>
      <span class="reference__more" ref={lookup}>
        <Button icon="search" label="Lookup using list" hidden={disabled} onClick={choose} />
        <a
          class="button button--icon"
          aria-label="Open record"
          title="Open record"
          hidden={!shown}
          href={`/console/record/${table}/${shown}`}
        >
          <Icon name="info" />
        </a>
      </span>
    </Combobox>
  );
}
