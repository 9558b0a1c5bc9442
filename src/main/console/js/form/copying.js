// Copy sys_id, Copy URL: also where the browser gives no clipboard.
import { el } from '../elements.js';
import { toast } from '../toast.js';
import { ask } from './dialog.js';

export async function copy(name, text) {
  try {
    await navigator.clipboard.writeText(text);
    toast('good', `${name} copied: ${text}`);
  } catch {
    const input = el('input', { class: 'input mono', readonly: true, value: text, 'aria-label': name });
    input.addEventListener('focus', () => input.select());
    await ask({
      title: `Copy ${name}`,
      body: [
        el('p', {}, 'The browser does not let this page use the clipboard. The text is selected: copy it.'),
        input,
      ],
      buttons: [{ text: 'Done', value: null }],
    });
  }
}
