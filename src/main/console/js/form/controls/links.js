// Values that lead to another page.
import { call } from '../../api.js';
import { describeTable } from '../../dictionary.js';
import { el, icon } from '../../elements.js';

/** A record of the table that another field names. */
export function documentLink(page) {
  return ({ id, field, value }) => {
    const box = el('div', { class: 'link-value', id });
    const show = async (sysId) => {
      const table = page.valueOf(field.properties.tableField);
      if (!sysId) return box.replaceChildren(el('span', { class: 'muted' }, 'None'));
      const link = el('a', { href: `/console/record/${table}/${sysId}` }, sysId);
      box.replaceChildren(icon('link'), link);
      link.textContent = await nameOf(table, sysId);
    };
    show(value);
    box.setValue = show;
    return box;
  };
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

export function processInstance({ id, value }) {
  const box = el('div', { class: 'link-value', id });
  const show = (instance) =>
    box.replaceChildren(
      instance
        ? el(
            'a',
            { href: `/camunda/app/cockpit/default/#/process-instance/${encodeURIComponent(instance)}/runtime` },
            instance,
            icon('external-link'),
          )
        : el('span', { class: 'muted' }, 'None'),
    );
  show(value);
  box.setValue = show;
  return box;
}
