// Two lists: what there is, and what is chosen of it.
import { useState } from 'preact/hooks';
import { useAnswer } from './answer.js';
import { Button } from './button.jsx';
import { added, moved, removed } from './slushbucket/choice.js';

const ROWS = 12;
let count = 0;

/**
 * `find(text)` answers the items `{value, label}` that are offered; `selected` is a list of such items; those that are
 * `fixed` stay. `onChange(selected)` tells each change. `ordered` lets the selected ones be moved.
 */
export function Slushbucket({
  id: given,
  availableLabel = 'Available',
  selectedLabel = 'Selected',
  addLabel = 'Add item',
  removeLabel = 'Remove item',
  find,
  selected,
  disabled = false,
  ordered = false,
  onChange,
}) {
  const [id] = useState(() => given ?? `slushbucket-${++count}`);
  const [text, type] = useState('');
  const [marked, mark] = useState(new Set());
  const [done, tell] = useState('');
  const { value: found, refusal } = useAnswer(() => find(text), [text, find]);
  const offered = found?.items ?? [];
  const taken = new Set(selected.map((item) => item.value));
  const change = (next, said) => {
    const moves = Math.abs(next.length - selected.length);
    if (!moves) return tell('Select something in the list first.');
    tell(`${moves} ${said}`);
    return onChange(next);
  };
  const add = () => change(added(selected, offered, marked), 'added');
  const remove = () => change(removed(selected, marked), 'removed');
  const move = (step) => onChange(moved(selected, marked, step));
  const more = found?.more ? 'There are more: search for what is missing.' : '';
  const list = { marked, mark, disabled };
  return (
    <div class="slushbucket">
      <div class="slushbucket__side">
        <input
          class="input"
          type="search"
          id={id}
          aria-label={`Search ${availableLabel}`}
          placeholder="Search"
          autocomplete="off"
          disabled={disabled}
          value={text}
          onInput={({ target }) => {
            tell('');
            type(target.value);
          }}
        />
        <label class="label" for={`${id}-available`}>
          {availableLabel}
        </label>
        <List
          {...list}
          id={`${id}-available`}
          items={offered.filter((item) => !taken.has(item.value))}
          activate={add}
        />
      </div>
      <div class="slushbucket__buttons">
        <Button icon="chevron-right" label={addLabel} disabled={disabled} onClick={add} />
        <Button icon="chevron-left" label={removeLabel} disabled={disabled} onClick={remove} />
      </div>
      <div class="slushbucket__side">
        <label class="label" for={`${id}-selected`}>
          {selectedLabel}
        </label>
        <List {...list} id={`${id}-selected`} items={selected} activate={remove} />
      </div>
      {ordered && (
        <div class="slushbucket__buttons">
          <Button icon="arrow-up" label="Move up" disabled={disabled} onClick={() => move(-1)} />
          <Button icon="arrow-down" label="Move down" disabled={disabled} onClick={() => move(1)} />
        </div>
      )}
      <p class="small muted" role="status">
        {refusal?.message || done || more}
      </p>
    </div>
  );
}

/** What is marked stays so wherever it goes: who moved something can move it on, or back. */
function List({ id, items, marked, mark, activate, disabled }) {
  const marking = ({ target }) => {
    const others = [...marked].filter((value) => !items.some((item) => item.value === value));
    mark(new Set([...others, ...[...target.selectedOptions].map((option) => option.value)]));
  };
  const onKeyDown = (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    activate();
  };
  return (
    <select
      class="select"
      multiple
      size={ROWS}
      id={id}
      disabled={disabled}
      onChange={marking}
      onDblClick={activate}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <option
          key={item.value}
          value={item.value}
          disabled={Boolean(item.fixed)}
          selected={!item.fixed && marked.has(item.value)}
        >
          {item.fixed ? `${item.label} (always included)` : item.label}
        </option>
      ))}
    </select>
  );
}
