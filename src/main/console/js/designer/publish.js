// Save and Publish.
import { call } from '../api.js';
import { toast } from '../toast.jsx';

export function startPublishing({ subflow, draft, problems }) {
  const save = document.getElementById('save');
  const publish = document.getElementById('publish');
  save.addEventListener('click', () =>
    busy(save, async () => {
      if (!draft.isDirty) return toast('info', 'There is nothing to save: the draft has every change.');
      await draft.save();
    }),
  );
  publish.addEventListener('click', () =>
    busy(publish, async () => {
      if (!(await draft.save())) return;
      if (!subflow.hasDraft)
        return toast(
          'info',
          `There is nothing to publish: flows run version ${subflow.line.version}, and it has not been changed.`,
        );
      try {
        const { result, body } = await call('POST', subflow.api('/publish'), {}, { 'If-Match': draft.version });
        subflow.update(result);
        problems.set(body.warnings);
        const note = body.warnings.length ? ' See the warnings below.' : '';
        toast('good', `Version ${result.version} is published: flows run it from now on.${note}`);
      } catch (refusal) {
        if (refusal.status === 412) return draft.stale(refusal);
        if (refusal.body?.problems) {
          problems.set(refusal.body.problems);
          problems.focus();
          return toast('error', 'Not published: correct the errors listed under Problems first.');
        }
        toast('error', refusal.message);
      }
    }),
  );
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      document.activeElement?.blur();
      save.click();
    }
  });
}

/** Not disabled meanwhile: a disabled button would lose the focus. */
async function busy(button, work) {
  if (button.hasAttribute('aria-busy')) return;
  button.setAttribute('aria-busy', 'true');
  try {
    await work();
  } finally {
    button.removeAttribute('aria-busy');
  }
}
