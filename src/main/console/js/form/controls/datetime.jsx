// Moments: the wire has UTC; people have their own zone, which is said.
import { useState } from 'preact/hooks';

const MINUTE_MS = 60_000;

export function DateTime({ id, value, disabled, onChange, marks }) {
  return (
    <div class="moment">
      {disabled ? (
        <input class="input" type="text" id={id} readonly value={readable(value)} {...marks} />
      ) : (
        <Local id={id} value={value} onChange={onChange} marks={marks} />
      )}
      <span class="small muted" title="The time zone of your browser">
        {zone()}
      </span>
    </div>
  );
}

/** What is being typed is the browser's; a value that comes from elsewhere is shown anew. */
function Local({ id, value, onChange, marks }) {
  const [told, tell] = useState(value);
  const [turn, next] = useState({ count: 0, text: toLocal(value) });
  if (told !== value) {
    tell(value);
    next({ count: turn.count + 1, text: toLocal(value) });
  }
  const changed = ({ target }) => {
    tell(fromLocal(target.value));
    onChange(fromLocal(target.value));
  };
  return (
    <input
      key={turn.count}
      class="input"
      type="datetime-local"
      step="1"
      id={id}
      defaultValue={turn.text}
      onChange={changed}
      {...marks}
    />
  );
}

function moment(wire) {
  return new Date(`${wire.replace(' ', 'T')}Z`);
}

function readable(wire) {
  return wire ? moment(wire).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' }) : '';
}

function toLocal(wire) {
  if (!wire) return '';
  const local = moment(wire);
  return new Date(local - local.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 19);
}

function fromLocal(local) {
  return local ? new Date(local).toISOString().slice(0, 19).replace('T', ' ') : '';
}

function zone() {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
}
