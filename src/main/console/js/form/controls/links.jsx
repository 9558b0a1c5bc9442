// Values that lead to another page.
import { useAnswer } from '../../answer.js';
import { call } from '../../api.js';
import { describeTable } from '../../dictionary.js';
import { Icon } from '../../icon.jsx';

/** A record of the table that another field names. */
export function DocumentLink({ page, id, field, value }) {
  const table = page.valueOf(field.properties.tableField);
  const { value: name } = useAnswer(() => (value ? nameOf(table, value) : ''), [table, value]);
  return (
    <div class="link-value" id={id}>
      {value ? (
        <>
          <Icon name="link" />
          <a href={`/console/record/${table}/${value}`}>{name || value}</a>
        </>
      ) : (
        <None />
      )}
    </div>
  );
}

async function nameOf(tableName, sysId) {
  try {
    const table = await describeTable(tableName);
    const parameters = new URLSearchParams({
      sysparm_fields: table.display,
      sysparm_display_value: 'true',
      sysparm_exclude_reference_link: 'true',
    });
    const { result } = await call('GET', `/api/now/table/${tableName}/${sysId}?${parameters}`);
    return `${table.label} ${result[table.display]}`;
  } catch {
    return sysId; // deleted meanwhile, or not for this user to read
  }
}

export const ProcessInstance = ({ id, value }) => (
  <div class="link-value" id={id}>
    {value ? (
      <a href={`/camunda/app/cockpit/default/#/process-instance/${encodeURIComponent(value)}/runtime`}>
        {value}
        <Icon name="external-link" />
      </a>
    ) : (
      <None />
    )}
  </div>
);

const None = () => <span class="muted">None</span>;
