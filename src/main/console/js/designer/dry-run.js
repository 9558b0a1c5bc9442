// Dry run: what the subflow would do, step by step, without doing it.
import { call } from '../api.js';
import { openDialog } from '../dialog.js';
import { el } from '../elements.js';
import { dryRunForm } from './dry-run-form.js';
import { markWay, resultOf } from './dry-run-result.js';
import { button, refusalPlace } from './fields.js';

export function startDryRun({ subflow, draft, marks }) {
  document.getElementById('dry-run').addEventListener('click', () => {
    marks.clear('run');
    const refused = refusalPlace();
    const result = el('div', { role: 'status', 'aria-live': 'polite' });
    const form = dryRunForm(subflow.line.kind);
    const run = button('Run', start, 'button--primary');
    const dialog = openDialog(
      'Dry run',
      el(
        'div',
        { class: 'stack' },
        el(
          'p',
          { class: 'muted' },
          'Runs the draft, or the published version if there is none, on the records of this instance. Nothing is written and nothing is sent.',
        ),
        form.element,
        refused.place,
        result,
      ),
      [button('Close', () => dialog.close()), run],
      'dialog--wide',
    );

    async function start() {
      if (run.hasAttribute('aria-busy')) return;
      refused.show(null);
      marks.clear('run');
      run.setAttribute('aria-busy', 'true');
      result.replaceChildren(el('p', { class: 'row' }, el('progress', { 'aria-label': 'Running' }), 'Running…'));
      try {
        if (draft && !(await draft.save())) throw new Error('The draft could not be saved, so it was not run.');
        const answer = (await call('POST', subflow.api('/dry-run'), await form.value())).result;
        markWay(answer, marks);
        result.replaceChildren(
          resultOf(answer, (element) => {
            dialog.close();
            marks.show(element);
          }),
        );
      } catch (refusal) {
        result.replaceChildren();
        refused.show(refusal);
      } finally {
        run.removeAttribute('aria-busy');
      }
    }
  });
}
