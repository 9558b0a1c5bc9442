// Dialogs: the browser's own, which keeps the focus inside and closes with Escape.
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.jsx';

let count = 0;

/**
 * Opens a dialog with a component, which gets `close(answer)`; answers what it was closed with, null for Escape and
 * Close. It is gone once it is closed. `look` is a class of its own.
 */
export function openDialog(title, Content, look = '') {
  return new Promise((resolve) => {
    const place = document.body.appendChild(document.createElement('div'));
    let given = null;
    const close = (answer = null) => {
      given = answer;
      place.querySelector('dialog')?.close();
    };
    const gone = () => {
      render(null, place);
      place.remove();
      resolve(given);
    };
    render(<Dialog id={`dialog-${++count}`} {...{ title, look, close, gone, Content }} />, place);
  });
}

function Dialog({ id, title, look, close, gone, Content }) {
  const dialog = useRef(null);
  useLayoutEffect(() => dialog.current.showModal(), []);
  return (
    <dialog ref={dialog} class={`dialog ${look}`} aria-labelledby={id} onClose={gone}>
      <div class="dialog__head">
        <h2 id={id} class="grow">
          {title}
        </h2>
        <Button icon="x" label="Close" look="button--quiet" onClick={() => close()} />
      </div>
      <Content close={close} />
    </dialog>
  );
}

export const DialogBody = ({ children }) => <div class="dialog__body stack">{children}</div>;

export const DialogFoot = ({ children }) => <div class="dialog__foot">{children}</div>;

/** Asks before something is done; answers whether it may be. */
export async function confirm(title, body, action, look = 'button--primary') {
  const Question = ({ close }) => (
    <>
      <DialogBody>
        <p>{body}</p>
      </DialogBody>
      <DialogFoot>
        <Button autofocus onClick={() => close()}>
          Cancel
        </Button>
        <Button look={look} onClick={() => close(true)}>
          {action}
        </Button>
      </DialogFoot>
    </>
  );
  return (await openDialog(title, Question)) === true;
}
