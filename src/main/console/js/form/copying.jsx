// Copy sys_id, Copy URL: also where the browser gives no clipboard.
import { toast } from '../toast.jsx';
import { ask } from './dialog.jsx';

export async function copy(name, text) {
  try {
    await navigator.clipboard.writeText(text);
    toast('good', `${name} copied: ${text}`);
  } catch {
    await ask({
      title: `Copy ${name}`,
      body: (
        <>
          <p>The browser does not let this page use the clipboard. Copy it from here.</p>
          <input
            class="input mono"
            readonly
            autofocus
            value={text}
            aria-label={name}
            onFocus={({ target }) => target.select()}
          />
        </>
      ),
      buttons: [{ text: 'Done', value: null }],
    });
  }
}
