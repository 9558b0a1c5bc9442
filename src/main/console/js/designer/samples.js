// A sample payload without pasting (steps 40 and 47): asked of the other instance, or of a message that came.
import { call } from '../api.js';
import { openDialog } from '../dialog.js';
import { el } from '../elements.js';
import { toast } from '../toast.js';
import { queueRecords } from './choices.js';
import { button, field, recordField, refusalPlace } from './fields.js';

export function startSamples({ subflow, modeler, draft }) {
  document.getElementById('take-sample')?.addEventListener('click', () => {
    const from = el(
      'select',
      { class: 'select' },
      el('option', { value: 'remote' }, 'What a remote system sends for an event'),
      el('option', { value: 'message' }, 'A message that was received'),
    );
    const remote = recordField('Remote system', 'ih_sync_remote_system');
    const event = recordField('Process event', 'ih_sync_process_event');
    const message = queueRecords('ih_sync_inbound_queue');
    const asked = el('div', { class: 'stack' }, remote.element, event.element);
    const received = field('Message', message);
    const shown = () => {
      asked.hidden = from.value !== 'remote';
      received.hidden = from.value !== 'message';
    };
    from.addEventListener('change', shown);
    shown();
    const wanted = async () => ({
      remote_system: (await remote.chosen()).value,
      process_event: (await event.chosen()).display,
    });
    const refused = refusalPlace();
    const take = button(
      'Take',
      async () => {
        take.disabled = true;
        try {
          if (!(await draft.save())) return;
          await call(
            'POST',
            subflow.api('/sample'),
            from.value === 'remote' ? await wanted() : { queue_record: message.value },
          );
          await readAgain();
          dialog.close();
          toast('good', 'The sample payload is in the draft: its fields are data pills now.');
        } catch (refusal) {
          refused.show(refusal);
        } finally {
          take.disabled = false;
        }
      },
      'button--primary',
    );
    const dialog = openDialog(
      'Take sample payload',
      el('div', { class: 'stack' }, field('From', from), asked, received, refused.place),
      [button('Cancel', () => dialog.close()), take],
    );
  });

  async function readAgain() {
    const { result: xml, headers } = await call('GET', subflow.api('/bpmn'));
    const { result: line } = await call('GET', subflow.api());
    const view = modeler.get('canvas').viewbox();
    await modeler.importXML(xml);
    modeler.get('canvas').viewbox(view);
    subflow.update(line);
    draft.takes(headers.get('ETag'));
  }
}
