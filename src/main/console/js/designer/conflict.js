// Somebody else saved the draft that is being edited here: nobody's work is lost silently.
import { openDialog } from '../dialog.js';
import { el } from '../elements.js';
import { download } from './download.js';
import { button } from './fields.js';

export function startConflicts({ subflow, draft }) {
  let open = null;
  draft.on('conflict', (refusal) => {
    if (open?.open) return;
    const mine = async () => download(`${subflow.key}-mine.bpmn`, await draft.xml());
    open = openDialog(
      'This draft was changed by somebody else',
      el(
        'div',
        { class: 'stack' },
        el('p', {}, refusal.message.replace(/ Nothing was changed.*$/, '')),
        el(
          'p',
          {},
          'Your changes are not saved yet. Save them over the other ones, or take the others; yours are then downloaded first. To decide later, close this: saving will ask again.',
        ),
      ),
      [
        button('Decide later', () => open.close()),
        button('Take theirs', async () => {
          await mine();
          draft.abandon();
          location.reload();
        }),
        button(
          'Save mine over them',
          async () => {
            open.close();
            await draft.overwrite();
          },
          'button--danger',
        ),
      ],
    );
  });
}
