// Set Password: asked twice, sent once, never shown.
import { call, Refused } from '../api.js';
import { el } from '../elements.js';
import { toast } from '../toast.js';
import { ask } from './dialog.js';

/** Sets a user's password; answers the record's version after that, or null. */
export async function setPassword(sysId, name) {
  let version = null;
  const input = (id, label) => ({
    label,
    input: el('input', {
      class: 'input',
      type: 'password',
      id,
      autocomplete: 'new-password',
      'aria-describedby': 'password-error',
    }),
  });
  const first = input('new-password', 'New password');
  const again = input('new-password-again', 'Confirm password');
  const error = el('p', { class: 'field__error', id: 'password-error', role: 'alert' });
  const refuse = (text, { input: wrong }) => {
    error.textContent = text;
    wrong.setAttribute('aria-invalid', 'true');
    wrong.focus();
    return false;
  };
  const press = async () => {
    for (const one of [first, again]) one.input.removeAttribute('aria-invalid');
    if (!first.input.value) return refuse('Enter the new password.', first);
    if (first.input.value !== again.input.value) return refuse('The two passwords differ.', again);
    try {
      const { result } = await call('PATCH', `/api/now/table/sys_user/${sysId}`, { user_password: first.input.value });
      version = result.sys_mod_count;
      toast('good', 'Password set');
      return true;
    } catch (refused) {
      if (refused instanceof Refused) return refuse(refused.message, first);
      throw refused;
    }
  };
  const fields = [first, again].map((one) =>
    el('div', { class: 'field' }, el('label', { for: one.input.id }, one.label), one.input),
  );
  await ask({
    title: `Set password of ${name}`,
    body: [...fields, error],
    buttons: [
      { text: 'Cancel', value: null },
      { text: 'Save Password', value: 'set', look: 'button--primary', press },
    ],
  });
  return version;
}
