// Somebody else saved the draft that is being edited here: nobody's work is lost silently.
import { Button } from '../button.jsx';
import { DialogBody, DialogFoot, openDialog } from '../dialog.jsx';
import { download } from './download.js';

export function startConflicts({ subflow, draft }) {
  let isOpen = false;
  draft.on('conflict', async (refusal) => {
    if (isOpen) return;
    isOpen = true;
    const answer = await openDialog('This draft was changed by somebody else', ({ close }) => (
      <Question text={refusal.message.replace(/ Nothing was changed.*$/, '')} close={close} />
    ));
    isOpen = false;
    if (answer === 'theirs') {
      download(`${subflow.key}-mine.bpmn`, await draft.xml());
      draft.abandon();
      location.reload();
    } else if (answer === 'mine') {
      await draft.overwrite();
    }
  });
}

const Question = ({ text, close }) => (
  <>
    <DialogBody>
      <p>{text}</p>
      <p>
        Your changes are not saved yet. Save them over the other ones, or take the others; yours are then downloaded
        first. To decide later, close this: saving will ask again.
      </p>
    </DialogBody>
    <DialogFoot>
      <Button onClick={() => close()}>Decide later</Button>
      <Button onClick={() => close('theirs')}>Take theirs</Button>
      <Button look="button--danger" onClick={() => close('mine')}>
        Save mine over them
      </Button>
    </DialogFoot>
  </>
);
