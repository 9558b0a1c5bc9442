// A filter for records of the table that another field names.
import { ConditionBuilder } from '../../conditions.jsx';
import { ChooseFirst, useTableOf } from './following.jsx';

export function Conditions(control) {
  const { page, field, value, disabled, onChange } = control;
  const table = useTableOf(page, field, onChange);
  if (!table) return <ChooseFirst {...control} />;
  return (
    <ConditionBuilder table={table} value={value} label={field.label} disabled={disabled} changes onChange={onChange} />
  );
}
