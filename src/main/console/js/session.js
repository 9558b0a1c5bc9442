// A session that ended while somebody worked: log in again here, so that nothing that was typed is lost.
import { openDialog } from './dialog.js';
import { el } from './elements.js';

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

function ask(other) {
  return new Promise((resolve) => {
    let back = false;
    const name = el('input', {
      class: 'input',
      id: 'again-user',
      name: 'username',
      autocomplete: 'username',
      readonly: true,
      value: owner(),
    });
    const password = el('input', {
      class: 'input',
      id: 'again-password',
      name: 'password',
      type: 'password',
      autocomplete: 'current-password',
      required: true,
    });
    const problem = el('p', { class: 'notice notice--error', role: 'alert', hidden: true });
    const send = async (event) => {
      event.preventDefault();
      const refusal = await logIn(password.value);
      back = !refusal;
      if (back) return dialog.close();
      problem.textContent = refusal;
      problem.hidden = false;
      password.select();
    };
    const form = el(
      'form',
      { id: 'again', class: 'stack', onsubmit: send },
      el(
        'p',
        {},
        other
          ? `${other} is logged in in this browser now, and this page is ${owner()}'s: nothing was saved. What you typed is still here. Log in as ${owner()} to save it; that logs ${other} out.`
          : 'Your session has ended. What you typed is still here: log in again, and it is saved.',
      ),
      problem,
      el('div', { class: 'field' }, el('label', { for: 'again-user' }, 'User ID'), name),
      el('div', { class: 'field' }, el('label', { for: 'again-password' }, 'Password'), password),
    );
    const foot = [
      el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Not now'),
      el('button', { type: 'submit', class: 'button button--primary', form: 'again' }, 'Log in'),
    ];
    const dialog = openDialog(other ? 'Somebody else is logged in' : 'Log in again', form, foot);
    dialog.addEventListener('close', () => resolve(back));
    password.focus();
  });
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
