// A user's roles, a group's members: chosen as a whole, saved as what differs.
import { call } from '../api.js';
import { recordsOf } from '../reference/records.js';
import { slushbucket } from '../slushbucket.js';
import { toastOnNextPage } from '../toast.js';
import { guard } from './leaving.js';
import { problem } from './problem.js';

const OFFERED = 200;

export function startMembers(data) {
  const before = new Map(data.selected.map((item) => [item.value, item.link]));
  let chosen = data.selected;
  const added = () => chosen.filter((item) => !before.has(item.value));
  const removed = () => [...before].filter(([value]) => !chosen.some((item) => item.value === value));
  const leaving = guard(() => added().length + removed().length > 0);
  const others = recordsOf(data.otherTable);
  const find = async (text) => {
    const { rows, more } = await others.find(text, { limit: OFFERED });
    return { items: rows.map((row) => ({ value: row.value, label: row.display })), more };
  };
  document.getElementById('members').replaceChildren(
    slushbucket({
      availableLabel: 'Collection',
      selectedLabel: data.listLabel,
      addLabel: 'Add',
      removeLabel: 'Remove',
      find,
      selected: data.selected,
      onChange: (items) => (chosen = items),
    }),
  );
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
