// Set Password: asked twice, sent once, never shown.
import { useRef, useState } from 'preact/hooks';
import { call, Refused } from '../api.js';
import { Button } from '../button.jsx';
import { DialogBody, DialogFoot, openDialog } from '../dialog.jsx';
import { toast } from '../toast.jsx';

/** Sets a user's password; answers the record's version after that, or null. */
export function setPassword(sysId, name) {
  return openDialog(
    `Set password of ${name}`,
    ({ close }) => <NewPassword sysId={sysId} close={close} />,
    'dialog--small',
  );
}

function NewPassword({ sysId, close }) {
  const first = useRef(null);
  const again = useRef(null);
  const [wrong, setWrong] = useState({ text: '' });
  const refuse = (text, place) => {
    setWrong({ text, place });
    place.current.focus();
  };
  const save = async () => {
    const password = first.current.value;
    if (!password) return refuse('Enter the new password.', first);
    if (password !== again.current.value) return refuse('The two passwords differ.', again);
    try {
      const { result } = await call('PATCH', `/api/now/table/sys_user/${sysId}`, { user_password: password });
      toast('good', 'Password set');
      return close(result.sys_mod_count);
    } catch (refused) {
      if (refused instanceof Refused) return refuse(refused.message, first);
      throw refused;
    }
  };
  const field = (id, label, place) => (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={place}
        class="input"
        type="password"
        id={id}
        autocomplete="new-password"
        autofocus={place === first}
        aria-describedby="password-error"
        aria-invalid={wrong.place === place ? 'true' : undefined}
      />
    </div>
  );
  return (
    <>
      <DialogBody>
        {field('new-password', 'New password', first)}
        {field('new-password-again', 'Confirm password', again)}
        <p class="field__error" id="password-error" role="alert">
          {wrong.text}
        </p>
      </DialogBody>
      <DialogFoot>
        <Button onClick={() => close()}>Cancel</Button>
        <Button look="button--primary" onClick={save}>
          Save Password
        </Button>
      </DialogFoot>
    </>
  );
}
