// A sample payload without pasting (steps 40 and 47): asked of the other instance, or of a message that came.
import { useRef, useState } from 'preact/hooks';
import { call } from '../api.js';
import { Button } from '../button.jsx';
import { DialogBody, DialogFoot, openDialog } from '../dialog.jsx';
import { Refusal } from '../refusal.jsx';
import { toast } from '../toast.jsx';
import { QueueRecordField } from './choices.jsx';
import { NO_RECORD, RecordField, SelectField, useRecordFields } from './fields.jsx';

const SOURCES = [
  ['remote', 'What a remote system sends for an event'],
  ['message', 'A message that was received'],
];

export function startSamples({ subflow, modeler, draft }) {
  const take = async (wanted) => {
    if (!(await draft.save())) return false;
    await call('POST', subflow.api('/sample'), wanted);
    await readAgain();
    toast('good', 'The sample payload is in the draft: its fields are data pills now.');
    return true;
  };
  document
    .getElementById('take-sample')
    ?.addEventListener('click', () =>
      openDialog('Take sample payload', ({ close }) => <Sample take={take} close={close} />),
    );

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

function Sample({ take, close }) {
  const [source, from] = useState('remote');
  const [message, choose] = useState('');
  const [refusal, refuse] = useState('');
  const [isTaking, setTaking] = useState(false);
  const remote = useRef(NO_RECORD);
  const event = useRef(NO_RECORD);
  const { Fields, fields, settled } = useRecordFields();
  const wanted = async () => {
    if (source === 'message') return { queue_record: message };
    await settled();
    return { remote_system: remote.current.value, process_event: event.current.display };
  };
  const press = async () => {
    setTaking(true);
    try {
      if (await take(await wanted())) close();
    } catch (refused) {
      refuse(refused.message);
    } finally {
      setTaking(false);
    }
  };
  return (
    <>
      <DialogBody>
        <SelectField label="From" options={SOURCES} value={source} onChange={from} />
        <Fields value={fields}>
          <div class="stack" hidden={source !== 'remote'}>
            <RecordField label="Remote system" table="ih_sync_remote_system" chosen={remote} />
            <RecordField label="Process event" table="ih_sync_process_event" chosen={event} />
          </div>
        </Fields>
        {source === 'message' && (
          <QueueRecordField label="Message" table="ih_sync_inbound_queue" value={message} onChange={choose} />
        )}
        <Refusal message={refusal} />
      </DialogBody>
      <DialogFoot>
        <Button onClick={() => close()}>Cancel</Button>
        <Button look="button--primary" disabled={isTaking} onClick={press}>
          Take
        </Button>
      </DialogFoot>
    </>
  );
}
