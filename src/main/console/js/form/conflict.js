// Two people changed the same record: nobody's work is overwritten unseen.
import { call } from '../api.js';
import { el } from '../elements.js';
import { ask } from './dialog.js';

/** Shows what differs; answers `{load: true}`, `{version}` to save over, or null to go on editing. */
export async function resolveConflict(form, address, refused) {
  const { result } = await call('GET', `${address}?sysparm_display_value=all&sysparm_exclude_reference_link=true`);
  const answer = await ask({
    title: 'Somebody else changed this record',
    wide: true,
    body: [
      el('p', {}, said(result)),
      el('div', { class: 'table-scroll' }, differences(form, result)),
      el('p', { class: 'muted small' }, refused.message),
    ],
    buttons: [
      { text: 'Go on editing', value: null },
      { text: 'Load theirs', value: { load: true } },
      { text: 'Keep mine and save over it', value: { version: result.sys_mod_count.value }, look: 'button--danger' },
    ],
  });
  return answer;
}

function said(theirs) {
  return `${theirs.sys_updated_by.value} saved it at ${theirs.sys_updated_on.value} UTC, after you opened it.`;
}

function differences(form, theirs) {
  const mine = form.values();
  const changed = form.changes();
  const rows = [...form.fields.keys()].filter(
    (key) =>
      theirs[key] && (theirs[key].value !== form.baseline[key] || (key in changed && theirs[key].value !== mine[key])),
  );
  const head = ['Field', 'Theirs', 'Yours'].map((name) => el('th', { scope: 'col' }, name));
  const lines = rows.map((key) => {
    const yours = key in changed ? form.shownValue(key) : 'not changed by you';
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, form.labelOf(key)),
      el('td', {}, theirs[key].display_value || theirs[key].value || '(empty)'),
      el('td', {}, yours || '(empty)'),
    );
  });
  return el('table', { class: 'table' }, el('thead', {}, el('tr', {}, head)), el('tbody', {}, lines));
}
