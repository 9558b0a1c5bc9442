// The pages of a record: its form, and whom it is linked with.
import { pageData } from './api.js';
import { copy } from './form/copying.jsx';
import { guard } from './form/leaving.js';
import { startMembers } from './form/members.jsx';
import { setPassword } from './form/passwords.jsx';
import { problem } from './form/problem.jsx';
import { PageRecord } from './form/record.js';
import { startRelatedLists } from './form/related.js';
import { showRelatedLinks } from './form/related-links.jsx';
import { Saving } from './form/saving.js';

async function startForm(data) {
  startRelatedLists();
  const record = new PageRecord(data);
  const leaving = guard(() => record.form.isDirty());
  const saving = new Saving(data, record.form, leaving);
  const actions = {
    submit: () => saving.save(true),
    update: () => saving.save(true),
    save: () => saving.save(false),
    delete: () => saving.remove(),
    'set-password': async () => (data.version = (await setPassword(data.sysId, data.values.name)) ?? data.version),
    'copy-sys-id': () => copy('sys_id', data.sysId),
    'copy-url': () => copy('URL', location.origin + location.pathname),
    reload: () => location.reload(),
  };
  document
    .getElementById('record-buttons')
    .addEventListener('click', (event) => actions[event.target.closest('[data-action]')?.dataset.action]?.());
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's' && data.rights.write) {
      event.preventDefault();
      saving.save(false);
    }
  });
  record.whenRefreshed = () => showRelatedLinks(record);
  try {
    await record.form.show();
    showRelatedLinks(record);
  } catch (failure) {
    problem.show('The form can not be shown', failure.message);
    throw failure;
  }
}

const record = pageData('record-data');
const members = pageData('members-data');
if (record) startForm(record);
if (members) startMembers(members);
