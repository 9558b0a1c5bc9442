// Light, dark, or as the system says. Kept in the browser: it is about this screen, not about the user.

const KEY = 'processsync.theme';
const NEXT = { system: 'light', light: 'dark', dark: 'system' };

export function applyTheme() {
  const chosen = localStorage.getItem(KEY);
  if (chosen) document.documentElement.dataset.theme = chosen;
}

export function startTheme() {
  const button = document.getElementById('theme');
  if (!button) return;
  label(button);
  button.addEventListener('click', () => {
    const next = NEXT[localStorage.getItem(KEY) ?? 'system'];
    if (next === 'system') {
      localStorage.removeItem(KEY);
      delete document.documentElement.dataset.theme;
    } else {
      localStorage.setItem(KEY, next);
      document.documentElement.dataset.theme = next;
    }
    label(button);
  });
}

function label(button) {
  const now = localStorage.getItem(KEY) ?? 'system';
  const text = `Colours: ${now}`;
  button.setAttribute('aria-label', text);
  button.title = text;
  for (const symbol of button.querySelectorAll('[data-theme-is]')) {
    symbol.toggleAttribute('hidden', symbol.dataset.themeIs !== now);
  }
}
