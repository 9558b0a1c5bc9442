// Which columns the user wants, and in which order.
import { useState } from 'preact/hooks';
import { call } from '../api.js';
import { Button } from '../button.jsx';
import { DialogBody, DialogFoot, openDialog } from '../dialog.jsx';
import { toast } from '../toast.jsx';
import { facts, refresh, tools } from './current.js';

export function startColumns() {
  document.getElementById('columns').addEventListener('click', () => openDialog('Choose columns', Columns));
}

function Columns({ close }) {
  const [fields, order] = useState(fieldsInOrder);
  const [said, say] = useState('');
  const tick = (at, isColumn) => order(fields.map((field, each) => (each === at ? { ...field, isColumn } : field)));
  const move = (at, step) => {
    const to = at + step;
    if (!fields[to]) return;
    const moved = [...fields];
    [moved[at], moved[to]] = [moved[to], moved[at]];
    order(moved);
    say(`${fields[at].label} is at place ${to + 1}`);
  };
  const save = async (wanted) => {
    try {
      await call('PUT', `/console/preferences/list.${facts().table}.columns`, wanted, { 'Content-Type': 'text/plain' });
      close();
      await refresh();
    } catch (refused) {
      toast('error', refused.message);
    }
  };
  const saveTicked = () => {
    const ticked = fields.filter((field) => field.isColumn).map((field) => field.name);
    return ticked.length ? save(ticked.join(',')) : toast('error', 'Choose at least one column.');
  };
  return (
    <>
      <DialogBody>
        <p class="muted small">Ticked fields are columns, from left to right as they stand here from top to bottom.</p>
        <ol class="list-columns">
          {fields.map((field, at) => (
            <Column key={field.name} {...field} tick={(on) => tick(at, on)} move={(step) => move(at, step)} />
          ))}
        </ol>
        <p class="visually-hidden" role="status">
          {said}
        </p>
      </DialogBody>
      <DialogFoot>
        <Button look="button--quiet" onClick={() => save('')}>
          Use the default
        </Button>
        <Button onClick={() => close()}>Cancel</Button>
        <Button look="button--primary" onClick={saveTicked}>
          Save
        </Button>
      </DialogFoot>
    </>
  );
}

function Column({ name, label, isColumn, tick, move }) {
  const id = `column-${name}`;
  /** Moving the line takes the focus from its button. */
  const press = (step) => (event) => {
    const button = event.currentTarget;
    move(step);
    requestAnimationFrame(() => button.focus());
  };
  const mover = { look: 'button--quiet button--small' };
  return (
    <li>
      <input type="checkbox" id={id} checked={isColumn} onChange={({ target }) => tick(target.checked)} />
      <label for={id} class="grow">
        {label} <small class="mono muted">{name}</small>
      </label>
      <Button {...mover} icon="arrow-up" label={`Move ${label} up`} title="Move up" onClick={press(-1)} />
      <Button {...mover} icon="arrow-down" label={`Move ${label} down`} title="Move down" onClick={press(1)} />
    </li>
  );
}

/** Columns first, as they stand in the list. */
function fieldsInOrder() {
  const chosen = facts().columns.split(',');
  const labels = new Map(tools().fields.map(({ name, label }) => [name, label]));
  const names = [...chosen, ...[...labels.keys()].filter((name) => !chosen.includes(name))];
  return names.map((name) => ({ name, label: labels.get(name), isColumn: chosen.includes(name) }));
}
