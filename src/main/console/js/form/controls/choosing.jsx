// Controls that choose by name: a record, a table, a subflow.
import { useAnswer } from '../../answer.js';
import { call } from '../../api.js';
import { readableTables } from '../../dictionary.js';
import { Icon } from '../../icon.jsx';
import { Combobox } from '../../reference/combobox.jsx';
import { Reference } from '../../reference.jsx';

export function RecordField({ page, id, field, value, disabled, onChange, marks }) {
  const { table, scope } = field.properties;
  const query = () => (scope && page.valueOf(scope) ? `${scope}=${page.valueOf(scope)}` : '');
  return (
    <Reference
      {...{ id, table, value, disabled, query, onChange, marks }}
      label={field.label}
      display={page.displayOf(field.key, value)}
    />
  );
}

export function TableField(control) {
  return <Chooser {...control} rows={tables} />;
}

async function tables() {
  return (await readableTables()).map((one) => ({
    value: one.name,
    display: `${one.label} [${one.name}]`,
    cells: [],
  }));
}

/** A published subflow of the field's kind, and the way to the designer: in a tab of its own, so that this form stays. */
export function SubflowField(control) {
  const { field, value } = control;
  const { kind } = field.properties;
  return (
    <Chooser {...control} rows={() => subflows(kind, value)}>
      <a
        class="button"
        target="_blank"
        title="Configure Subflow (opens Flow Designer in a new tab)"
        href={value ? `/console/subflows/${encodeURIComponent(value)}` : `/console/subflows?kind=${kind}`}
      >
        <Icon name="workflow" />
        Configure Subflow
      </a>
    </Chooser>
  );
}

async function subflows(kind, value) {
  const { result } = await call('GET', '/api/process-sync/v1/subflows');
  const usable = (one) => one.kind === kind && one.version > 0 && one.active;
  return result
    .filter((one) => usable(one) || one.key === value)
    .map((one) => ({
      value: one.key,
      display: one.name,
      cells: [one.name, one.template ? 'Template: copy it to change it' : ''],
    }));
}

/** A combobox over a list that is short enough to be read whole. */
function Chooser({ rows, id, field, value, disabled, onChange, marks, children }) {
  const { value: known = [] } = useAnswer(() => (value ? rows().catch(() => []) : []), [value]);
  const find = async (text, { limit }) => {
    const words = text.toLowerCase().trim();
    const found = (await rows()).filter((row) => row.display.toLowerCase().includes(words) || row.value === words);
    return { rows: found.slice(0, Math.max(limit, 30)), more: false };
  };
  return (
    <Combobox
      {...{ id, value, disabled, onChange, marks, find }}
      label={field.label}
      display={known.find((row) => row.value === value)?.display}
    >
      {children}
    </Combobox>
  );
}
