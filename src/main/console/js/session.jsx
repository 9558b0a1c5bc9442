// A session that ended while somebody worked: log in again here, so that nothing that was typed is lost.
import { useRef, useState } from 'preact/hooks';
import { Button } from './button.jsx';
import { DialogBody, DialogFoot, openDialog } from './dialog.jsx';
import { Refusal } from './refusal.jsx';

/** Whether this answer says that the session is the problem, and not what was asked for. */
export const isSessionOver = (answer) =>
  answer.status === 401 || (answer.status === 403 && answer.headers.get('X-Page') === 'too-old');

let asking = null;
let givenUp = false;

/** Answers whether this page's user is logged in again; asks for the password if nobody is. */
export function backInSession() {
  asking ??= comeBack().finally(() => {
    asking = null;
  });
  return asking;
}

async function comeBack() {
  const now = await state();
  if (isOwner(now.user)) return adopt(now);
  // What repeats itself must not ask again and again; who presses something is asked.
  if (givenUp && !navigator.userActivation?.isActive) return false;
  const back = await ask(now.user);
  givenUp = !back;
  return back;
}

async function state() {
  const answer = await fetch('/login/state', { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  return answer.ok ? answer.json() : { user: '', token: '' };
}

const meta = (name) => document.querySelector(`meta[name="${name}"]`);

const owner = () => meta('user-name')?.content ?? '';

const isOwner = (user) => user !== '' && user.toLowerCase() === owner().toLowerCase();

function adopt({ token }) {
  meta('csrf-token').content = token;
  for (const field of document.querySelectorAll('input[name="_csrf"]')) field.value = token;
  return true;
}

async function ask(other) {
  const title = other ? 'Somebody else is logged in' : 'Log in again';
  return (await openDialog(title, ({ close }) => <LogInAgain other={other} close={close} />)) === true;
}

function LogInAgain({ other, close }) {
  const [refusal, refuse] = useState('');
  const password = useRef(null);
  const send = async (event) => {
    event.preventDefault();
    const wrong = await logIn(password.current.value);
    if (!wrong) return close(true);
    refuse(wrong);
    password.current.select();
  };
  return (
    <>
      <DialogBody>
        <form id="again" class="stack" onSubmit={send}>
          <p>
            {other
              ? `${other} is logged in in this browser now, and this page is ${owner()}'s: nothing was saved. What you typed is still here. Log in as ${owner()} to save it; that logs ${other} out.`
              : 'Your session has ended. What you typed is still here: log in again, and it is saved.'}
          </p>
          <Refusal message={refusal} />
          <div class="field">
            <label for="again-user">User ID</label>
            <input class="input" id="again-user" name="username" autocomplete="username" readonly value={owner()} />
          </div>
          <div class="field">
            <label for="again-password">Password</label>
            <input
              ref={password}
              class="input"
              id="again-password"
              name="password"
              type="password"
              autocomplete="current-password"
              required
              autofocus
            />
          </div>
        </form>
      </DialogBody>
      <DialogFoot>
        <Button onClick={() => close()}>Not now</Button>
        <Button type="submit" look="button--primary" form="again">
          Log in
        </Button>
      </DialogFoot>
    </>
  );
}

/** Answers what is wrong, nothing if all is well. */
async function logIn(password) {
  try {
    const { token } = await state();
    const answer = await fetch('/login', {
      method: 'POST',
      headers: { 'X-Requested-With': 'XMLHttpRequest', 'X-CSRF-TOKEN': token },
      body: new URLSearchParams({ username: owner(), password }),
    });
    if (answer.status === 429)
      return `Too many wrong passwords. Try again in ${answer.headers.get('Retry-After')} seconds.`;
    const now = await state();
    if (!answer.ok || !isOwner(now.user)) return 'The password is wrong, or the user is not active.';
    adopt(now);
    return '';
  } catch {
    return 'The instance does not answer. Check your connection and try again.';
  }
}
