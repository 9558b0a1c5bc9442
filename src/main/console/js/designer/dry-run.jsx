// Dry run: what the subflow would do, step by step, without doing it.
import { useRef, useState } from 'preact/hooks';
import { call } from '../api.js';
import { Button } from '../button.jsx';
import { DialogBody, DialogFoot, openDialog } from '../dialog.jsx';
import { Refusal } from '../refusal.jsx';
import { DryRunForm } from './dry-run-form.jsx';
import { DryRunResult, markWay } from './dry-run-result.jsx';

export function startDryRun(designer) {
  document.getElementById('dry-run').addEventListener('click', () => {
    designer.marks.clear('run');
    openDialog('Dry run', ({ close }) => <DryRun {...designer} close={close} />, 'dialog--wide');
  });
}

function DryRun({ subflow, draft, marks, close }) {
  const given = useRef(null);
  const [{ isRunning, refusal, answer }, become] = useState({});
  const run = async () => {
    if (isRunning) return;
    marks.clear('run');
    become({ isRunning: true });
    try {
      if (draft && !(await draft.save())) throw new Error('The draft could not be saved, so it was not run.');
      const { result } = await call('POST', subflow.api('/dry-run'), await given.current.value());
      markWay(result, marks);
      become({ answer: result });
    } catch (refused) {
      become({ refusal: refused.message });
    }
  };
  const show = (element) => {
    close();
    marks.show(element);
  };
  return (
    <>
      <DialogBody>
        <p class="muted">
          Runs the draft, or the published version if there is none, on the records of this instance. Nothing is written
          and nothing is sent.
        </p>
        <DryRunForm kind={subflow.line.kind} given={given} />
        <Refusal message={refusal} />
        <div role="status" aria-live="polite">
          {isRunning && (
            <p class="row">
              <progress aria-label="Running" />
              Running…
            </p>
          )}
          {answer && <DryRunResult run={answer} show={show} />}
        </div>
      </DialogBody>
      <DialogFoot>
        <Button onClick={() => close()}>Close</Button>
        <Button look="button--primary" aria-busy={isRunning ? 'true' : undefined} onClick={run}>
          Run
        </Button>
      </DialogFoot>
    </>
  );
}
