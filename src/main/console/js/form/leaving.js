// Nothing typed gets lost by a click beside the button.
import { ask } from './dialog.jsx';

/** Asks before a page with unsaved changes is left. */
export function guard(isDirty) {
  let allowed = false;
  window.addEventListener('beforeunload', (event) => {
    if (!allowed && isDirty()) event.preventDefault();
  });
  document.addEventListener(
    'click',
    async (event) => {
      const link = event.target.closest?.('a[href]');
      const here =
        link && !link.target && !event.ctrlKey && !event.metaKey && !event.shiftKey && link.origin === location.origin;
      const onThisPage = here && link.pathname === location.pathname && link.search === location.search && link.hash;
      if (!here || onThisPage || !isDirty()) return;
      event.preventDefault();
      event.stopPropagation();
      const answer = await ask({
        title: 'Leave without saving?',
        body: 'This record has changes that are not saved yet.',
        buttons: [
          { text: 'Stay on this page', value: 'stay' },
          { text: 'Leave without saving', value: 'leave', look: 'button--danger' },
        ],
      });
      if (answer === 'leave') {
        allowed = true;
        location.assign(link.href);
      }
    },
    true,
  );
  return { allow: () => (allowed = true) };
}
