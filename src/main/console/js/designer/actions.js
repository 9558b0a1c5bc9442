// The menu "More Actions".
import { call } from '../api.js';
import { confirm } from '../dialog.jsx';
import { toast, toastOnNextPage } from '../toast.jsx';
import { startCopying } from './copy.jsx';
import { download } from './download.js';

export function startActions(designer) {
  const { subflow, modeler, draft } = designer;
  const on = (id, action) =>
    document
      .getElementById(id)
      ?.addEventListener('click', () => action().catch((refusal) => toast('error', refusal.message)));
  startCopying(designer);
  on('download', async () => download(`${subflow.key}.bpmn`, (await modeler.saveXML({ format: true })).xml));
  on('discard', () => discard(subflow, draft));
  on('activation', async () => {
    if (!subflow.isPublished) return toast('info', 'Only a published subflow can be deactivated.');
    const { result } = await call('POST', subflow.api(subflow.line.active ? '/deactivate' : '/activate'), {});
    subflow.update(result);
    toast(
      'good',
      result.active
        ? 'The subflow is active: flows may use it.'
        : 'The subflow is inactive: no flow may begin to use it.',
    );
  });
}

/** Also of a model that can't be read, so that nothing else of the designer works. */
export function startDeleting(subflow) {
  document
    .getElementById('delete-subflow')
    ?.addEventListener('click', () => remove(subflow).catch((refusal) => toast('error', refusal.message)));
}

async function remove(subflow) {
  if (!(await confirm('Delete subflow', 'The subflow and all its versions will be deleted.', 'Delete subflow'))) return;
  await call('DELETE', subflow.api());
  toastOnNextPage('good', `Subflow ${subflow.line.name} was deleted.`);
  location.assign('/console/subflows');
}

async function discard(subflow, draft) {
  if (!subflow.hasDraft && !draft.isDirty) return toast('info', 'There is no draft: this is the published version.');
  if (!subflow.isPublished) {
    if (
      !(await confirm(
        'Discard draft',
        'This subflow was never published, so the draft is all of it. It will be deleted.',
        'Delete subflow',
      ))
    )
      return;
    await call('DELETE', subflow.api());
    draft.abandon();
    toastOnNextPage('good', `Subflow ${subflow.line.name} was deleted.`);
    location.assign('/console/subflows');
    return;
  }
  if (
    !(await confirm('Discard draft', `The draft is given up; version ${subflow.line.version} stays.`, 'Discard draft'))
  )
    return;
  if (subflow.hasDraft) await call('DELETE', subflow.api('/draft'));
  draft.abandon();
  toastOnNextPage('good', `The draft was discarded. This is version ${subflow.line.version}.`);
  location.reload();
}
