// A user's roles, a group's members: chosen as a whole, saved as what differs.
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../api.js';
import { recordsOf } from '../reference/records.js';
import { Slushbucket } from '../slushbucket.jsx';
import { toastOnNextPage } from '../toast.jsx';
import { guard } from './leaving.js';
import { problem } from './problem.jsx';

const OFFERED = 200;

export function startMembers(data) {
  const before = new Map(data.selected.map((item) => [item.value, item.link]));
  let chosen = data.selected;
  const added = () => chosen.filter((item) => !before.has(item.value));
  const removed = () => [...before].filter(([value]) => !chosen.some((item) => item.value === value));
  const leaving = guard(() => added().length + removed().length > 0);
  render(<Members data={data} onChange={(items) => (chosen = items)} />, document.getElementById('members'));
  const save = document.getElementById('members-save');
  save.addEventListener('click', async () => {
    if (save.getAttribute('aria-busy')) return;
    save.setAttribute('aria-busy', 'true');
    try {
      const counts = `${added().length} added, ${removed().length} removed`;
      await store(data, added(), removed(), before);
      toastOnNextPage('good', `${data.title}: ${counts}`);
      leaving.allow();
      location.assign(data.parent);
    } catch (refused) {
      problem.show(
        refused.title ?? 'Not saved',
        `${refused.message} What was saved before this stays; save again to go on.`,
      );
    } finally {
      save.removeAttribute('aria-busy');
    }
  });
}

function Members({ data, onChange }) {
  const [selected, select] = useState(data.selected);
  const [find] = useState(() => findIn(recordsOf(data.otherTable)));
  return (
    <Slushbucket
      availableLabel="Collection"
      selectedLabel={data.listLabel}
      addLabel="Add"
      removeLabel="Remove"
      find={find}
      selected={selected}
      onChange={(items) => {
        select(items);
        onChange(items);
      }}
    />
  );
}

const findIn = (others) => async (text) => {
  const { rows, more } = await others.find(text, { limit: OFFERED });
  return { items: rows.map((row) => ({ value: row.value, label: row.display })), more };
};

/** One after the other: what was done is noted, so that a second try goes on where the first one failed. */
async function store({ links, own, other, sysId }, added, removed, before) {
  for (const item of added) {
    const { result } = await call('POST', `/api/now/table/${links}`, { [own]: sysId, [other]: item.value });
    before.set(item.value, result.sys_id);
  }
  for (const [value, link] of removed) {
    await call('DELETE', `/api/now/table/${links}/${link}`);
    before.delete(value);
  }
}
