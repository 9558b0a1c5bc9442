// Controls that choose by name: a record, a table, a subflow.
import { call } from '../../api.js';
import { readableTables } from '../../dictionary.js';
import { el, icon } from '../../elements.js';
import { Combobox } from '../../reference/combobox.js';
import { referenceInput } from '../../reference.js';

export function reference(page) {
  return ({ id, field, value, disabled, onChange }) => {
    const { table, scope } = field.properties;
    const query = () => (scope && page.valueOf(scope) ? `${scope}=${page.valueOf(scope)}` : '');
    const display = page.displayOf(field.key, value);
    return referenceInput({ id, table, value, display, label: field.label, query, disabled, onChange });
  };
}

export function table({ id, field, value, disabled, onChange }) {
  const title = (one) => `${one.label} [${one.name}]`;
  return chooser({
    id,
    field,
    value,
    disabled,
    onChange,
    rows: async () => (await readableTables()).map((one) => ({ value: one.name, display: title(one), cells: [] })),
  });
}

/** A published subflow of the field's kind, and the way to the designer: in a tab of its own, so that this form stays. */
export function subflow({ id, field, value, disabled, onChange }) {
  const { kind } = field.properties;
  const configure = el(
    'a',
    { class: 'button', target: '_blank', title: 'Configure Subflow (opens Flow Designer in a new tab)' },
    icon('workflow'),
    'Configure Subflow',
  );
  const onShow = (key) =>
    (configure.href = key ? `/console/subflows/${encodeURIComponent(key)}` : `/console/subflows?kind=${kind}`);
  const rows = async () => {
    const { result } = await call('GET', '/api/process-sync/v1/subflows');
    const usable = (one) => one.kind === kind && one.version > 0 && one.active;
    return result
      .filter((one) => usable(one) || one.key === value)
      .map((one) => ({
        value: one.key,
        display: one.name,
        cells: [one.name, one.template ? 'Template: copy it to change it' : ''],
      }));
  };
  return chooser({ id, field, value, disabled, onChange, onShow, rows, extras: [configure] });
}

/** A combobox over a list that is short enough to be read whole. */
function chooser({ rows, value, field, ...options }) {
  const find = async (text, { limit }) => {
    const words = text.toLowerCase().trim();
    const found = (await rows()).filter((row) => row.display.toLowerCase().includes(words) || row.value === words);
    return { rows: found.slice(0, Math.max(limit, 30)), more: false };
  };
  const combobox = new Combobox({ ...options, value, label: field.label, find });
  const name = async (chosen) => {
    const row = chosen && (await rows().catch(() => [])).find((one) => one.value === chosen);
    if (row && combobox.value === chosen) combobox.set(row.value, row.display);
  };
  name(value);
  const show = combobox.element.setValue;
  combobox.element.setValue = (changed) => {
    show(changed);
    name(changed);
  };
  return combobox.element;
}
