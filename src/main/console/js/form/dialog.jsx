// Questions that must be answered before anything else.
import { Button } from '../button.jsx';
import { DialogBody, DialogFoot, openDialog } from '../dialog.jsx';

/**
 * Asks; answers what the button says that was pressed, or null for Escape and Close.
 *
 * `body` is what the dialog says, `buttons` are `{text, value, look}`; whoever opens it is at the first.
 */
export function ask({ title, body, buttons, wide = false }) {
  const Question = ({ close }) => (
    <>
      <DialogBody>{body}</DialogBody>
      <DialogFoot>
        {buttons.map((choice, at) => (
          <Button key={choice.text} look={choice.look} autofocus={at === 0} onClick={() => close(choice.value)}>
            {choice.text}
          </Button>
        ))}
      </DialogFoot>
    </>
  );
  return openDialog(title, Question, wide ? '' : 'dialog--small');
}
