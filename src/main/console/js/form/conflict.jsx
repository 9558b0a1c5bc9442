// Two people changed the same record: nobody's work is overwritten unseen.
import { call } from '../api.js';
import { ask } from './dialog.jsx';

/** Shows what differs; answers `{load: true}`, `{version}` to save over, or null to go on editing. */
export async function resolveConflict(form, address, refused) {
  const { result } = await call('GET', `${address}?sysparm_display_value=all&sysparm_exclude_reference_link=true`);
  return ask({
    title: 'Somebody else changed this record',
    wide: true,
    body: (
      <>
        <p>
          {result.sys_updated_by.value} saved it at {result.sys_updated_on.value} UTC, after you opened it.
        </p>
        <div class="table-scroll">
          <Differences rows={differences(form, result)} />
        </div>
        <p class="muted small">{refused.message}</p>
      </>
    ),
    buttons: [
      { text: 'Go on editing', value: null },
      { text: 'Load theirs', value: { load: true } },
      { text: 'Keep mine and save over it', value: { version: result.sys_mod_count.value }, look: 'button--danger' },
    ],
  });
}

function differences(form, theirs) {
  const mine = form.values();
  const changed = form.changes();
  return [...form.fields.keys()]
    .filter(
      (key) =>
        theirs[key] &&
        (theirs[key].value !== form.baseline[key] || (key in changed && theirs[key].value !== mine[key])),
    )
    .map((key) => [
      form.labelOf(key),
      theirs[key].display_value || theirs[key].value || '(empty)',
      (key in changed ? form.shownValue(key) : 'not changed by you') || '(empty)',
    ]);
}

const Differences = ({ rows }) => (
  <table class="table">
    <thead>
      <tr>
        {['Field', 'Theirs', 'Yours'].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([label, theirs, yours]) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td>{theirs}</td>
          <td>{yours}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
