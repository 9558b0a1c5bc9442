// Copy subflow: a draft with a key and name of its own, opened at once.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { call } from '../api.js';
import { Button } from '../button.jsx';
import { DialogBody, DialogFoot, openDialog } from '../dialog.jsx';
import { Refusal } from '../refusal.jsx';
import { toastOnNextPage } from '../toast.jsx';
import { Field } from './fields.jsx';
import { keyOf, LONGEST_KEY } from './keys.js';

export function startCopying({ subflow, draft }) {
  const copy = async (key, name) => {
    if (draft) await draft.save();
    const { result } = await call('POST', subflow.api('/copy'), { key, name });
    toastOnNextPage('good', `This is the copy. It is a draft: change it, then publish it.`);
    location.assign(`/console/subflows/${encodeURIComponent(result.key)}`);
  };
  document
    .getElementById('copy')
    .addEventListener('click', () =>
      openDialog('Copy subflow', ({ close }) => <Copy of={subflow.line.name} copy={copy} close={close} />),
    );
}

function Copy({ of, copy, close }) {
  const [name, call] = useState(`Copy of ${of}`);
  const [ownKey, setOwnKey] = useState(null);
  const [refusal, refuse] = useState('');
  const first = useRef(null);
  useLayoutEffect(() => first.current.select(), []);
  const key = ownKey ?? keyOf(name);
  const submit = async (event) => {
    event.preventDefault();
    try {
      await copy(key.trim(), name.trim());
    } catch (refused) {
      refuse(refused.message);
    }
  };
  return (
    <>
      <DialogBody>
        <form id="copy-form" class="stack" onSubmit={submit}>
          <Field label="Name">
            {(id) => (
              <input
                ref={first}
                class="input"
                id={id}
                required
                autofocus
                maxlength={255}
                value={name}
                onInput={({ target }) => call(target.value)}
              />
            )}
          </Field>
          <Field label="Key">
            {(id) => (
              <input
                class="input mono"
                id={id}
                required
                maxlength={LONGEST_KEY}
                spellcheck={false}
                aria-describedby="copy-key-hint"
                value={key}
                onInput={({ target }) => setOwnKey(target.value)}
              />
            )}
          </Field>
          <p id="copy-key-hint" class="muted small">
            Flows name the subflow by its key: lower-case words joined by hyphens. It can not be changed later.
          </p>
          <Refusal message={refusal} />
        </form>
      </DialogBody>
      <DialogFoot>
        <Button onClick={() => close()}>Cancel</Button>
        <Button type="submit" form="copy-form" look="button--primary">
          Copy
        </Button>
      </DialogFoot>
    </>
  );
}
