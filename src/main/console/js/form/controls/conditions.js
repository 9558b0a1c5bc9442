// A filter for records of the table that another field names.
import { conditionBuilder } from '../../conditions.js';
import { following } from './following.js';

export function conditions(page) {
  return (options) => {
    const { field, disabled } = options;
    return following(page, options, (table, value, change) =>
      conditionBuilder({ table, value, label: field.label, disabled, changes: true, onChange: change }),
    );
  };
}
