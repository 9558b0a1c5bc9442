// The condition builder: an encoded query as lines that people read and change.
import { useEffect, useRef, useState } from 'preact/hooks';
import { useAnswer } from './answer.js';
import { Button } from './button.jsx';
import { keyed, nothing, withAnd, withOr, withTerm, without } from './conditions/groups.js';
import { parse, write } from './conditions/query.js';
import { Term } from './conditions/term.jsx';
import { describeTable } from './dictionary.js';
import { Refusal } from './refusal.jsx';

/**
 * Shows the encoded query `value` of the table that is called `table`, and tells each change by `onChange(query)`.
 *
 * What was not touched is written as it was read. `changes` offers what only filters of changes can say: changes,
 * changes from, changes to. `focused` puts whoever opened it into the first line.
 */
export function ConditionBuilder({ table: name, ...settings }) {
  const { value: table, refusal } = useAnswer(() => describeTable(name), [name]);
  if (refusal) return <Refusal message={refusal.message} />;
  return table?.name === name && <Builder key={name} table={table} {...settings} />;
}

function Builder({ table, value = '', label = 'Conditions', disabled = false, changes = false, focused, onChange }) {
  const [query, setQuery] = useState(() => begun(value, disabled));
  const [focus, setFocus] = useState(focused ? '0-0-0' : '');
  const [seen, see] = useState(value);
  const place = useRef(null);
  const { groups } = query;
  if (seen !== value) {
    see(value);
    if (value !== write(query)) setQuery(begun(value, disabled)); // it is another query, and not what was told
  }
  useEffect(() => {
    if (focus && !groups.length) place.current.querySelector('button')?.focus();
  }, [focus, groups]);
  const change = (next, at) => {
    setQuery({ ...query, groups: next });
    if (at) setFocus(at.join('-'));
    const told = write({ ...query, groups: next });
    if (told !== write(query)) onChange(told);
  };
  const lineOf = (term, at) => (
    <Line
      key={term.key}
      {...{ table, term, disabled, changes, groups, change, at }}
      isFocused={focus === at.join('-')}
      onFocused={() => setFocus('')}
    />
  );
  return (
    <div class="conditions" role="group" aria-label={label} ref={place}>
      {groups.map((group, at) => (
        <fieldset key={group[0][0].key} class="conditions__group">
          <legend>{at ? 'or all of these conditions are met' : 'All of these conditions must be met'}</legend>
          {group.flatMap((condition, row) => condition.map((term, choice) => lineOf(term, [at, row, choice])))}
        </fieldset>
      ))}
      {!groups.length && <p class="muted">No conditions: every record is meant.</p>}
      {!disabled && (
        <Button
          icon="plus"
          look="button--small"
          onClick={() => change([...groups, [[nothing()]]], [groups.length, 0, 0])}
        >
          {groups.length ? 'New query' : 'Add condition'}
        </Button>
      )}
    </div>
  );
}

function Line({ table, term, disabled, changes, groups, change, at, isFocused, onFocused }) {
  const [group, row, choice] = at;
  const name = `condition ${row + 1}${choice ? `, or ${choice}` : ''}${group ? ` of alternative ${group + 1}` : ''}`;
  const controls = useRef(null);
  const remove = () => {
    const left = without(groups, at);
    change(left, left[group] ? [group, Math.max(0, row - 1), 0] : [0, 0, 0]);
  };
  return (
    <div class={`condition${choice ? ' condition--or' : ''}`}>
      <span class="condition__word">{choice ? 'or' : row ? 'and' : ''}</span>
      <div class="condition__inputs" ref={controls}>
        <Term
          {...{ term, table, name, disabled, changes, controls, isFocused, onFocused }}
          onChange={(next) => change(withTerm(groups, at, next))}
        />
      </div>
      <div class="condition__buttons">
        {!disabled && (
          <>
            <Button
              label={`And after ${name}`}
              look="button--small"
              onClick={() => change(withAnd(groups, at), [group, row + 1, 0])}
            >
              AND
            </Button>
            <Button
              label={`Or after ${name}`}
              look="button--small"
              onClick={() => change(withOr(groups, at), [group, row, choice + 1])}
            >
              OR
            </Button>
            <Button
              icon="x"
              label={`Remove ${name}`}
              title="Remove"
              look="button--small button--quiet"
              onClick={remove}
            />
          </>
        )}
      </div>
    </div>
  );
}

function begun(value, disabled) {
  const { groups, orders } = parse(value);
  const known = groups.map((group) => group.map((condition) => condition.map(keyed)));
  return { groups: known.length || disabled ? known : [[[nothing()]]], orders };
}
