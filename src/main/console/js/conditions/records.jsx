// The controls in which a condition names records of another table.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnswer } from '../answer.js';
import { Button } from '../button.jsx';
import { Reference } from '../reference.jsx';
import { recordsOf } from '../reference/records.js';

/** One record. */
export function OneRecord({ field, value, label, disabled, onChange }) {
  const { value: names } = useAnswer(() => namesOf(field.reference, value ? [value] : []), [field]);
  return (
    names && <Reference table={field.reference} {...{ value, label, disabled, onChange }} display={names.get(value)} />
  );
}

/** Several: each with a button that takes it out, and a place to add one more. */
export function SeveralRecords({ field, value, label, disabled, onChange }) {
  const chosen = value.split(',').filter(Boolean);
  const { value: names } = useAnswer(() => namesOf(field.reference, chosen), [field]);
  const [turn, next] = useState(0);
  const place = useRef(null);
  const focus = () => place.current.querySelector('input').focus();
  // The field is another after each choice; whoever chose stays at it.
  useEffect(() => {
    if (turn) focus();
  }, [turn]);
  if (!names) return null;
  const add = (id, name) => {
    if (!id) return;
    names.set(id, name);
    next(turn + 1);
    if (!chosen.includes(id)) onChange([...chosen, id].join(','));
  };
  const drop = (id) => {
    onChange(chosen.filter((one) => one !== id).join(','));
    focus();
  };
  return (
    <span class="condition__several" ref={place}>
      <ul class="condition__records" aria-label={`${label}: chosen`}>
        {chosen.map((id) => (
          <li key={id} class="condition__record">
            {names.get(id) ?? id}
            <Button
              icon="x"
              label={`Take out ${names.get(id) ?? id}`}
              title="Take out"
              look="button--quiet"
              hidden={disabled}
              onClick={() => drop(id)}
            />
          </li>
        ))}
      </ul>
      <Reference key={turn} table={field.reference} {...{ label, disabled }} placeholder="Add one" onChange={add} />
    </span>
  );
}

/** What records are called, by their ids. One that is gone, or that the user may not read, has no name. */
async function namesOf(table, ids) {
  if (!ids.length) return new Map();
  const wanted = `sys_idIN${ids.map((id) => id.replaceAll('^', '^^')).join(',')}`;
  const { rows } = await recordsOf(table, wanted)
    .find('', { limit: ids.length })
    .catch(() => ({ rows: [] }));
  return new Map(rows.map((row) => [row.value, row.display]));
}
