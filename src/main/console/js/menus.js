// <div class="menu"><button aria-haspopup="true" aria-expanded="false">…</button><div class="menu__list" hidden>…</div></div>

export function startMenus() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('.menu > [aria-haspopup]');
    for (const open of document.querySelectorAll('.menu > [aria-expanded="true"]')) {
      if (open !== button) setOpen(open, false);
    }
    if (button) setOpen(button, button.getAttribute('aria-expanded') !== 'true');
  });
  document.addEventListener('keydown', (event) => {
    const menu = event.target.closest?.('.menu');
    if (!menu) return;
    const button = menu.querySelector('[aria-haspopup]');
    if (event.key === 'Escape' && button.getAttribute('aria-expanded') === 'true') {
      setOpen(button, false);
      button.focus();
      event.stopPropagation();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (button.getAttribute('aria-expanded') !== 'true') setOpen(button, true);
      move(menu, event.key === 'ArrowDown' ? 1 : -1);
    }
  });
}

function setOpen(button, open) {
  button.setAttribute('aria-expanded', String(open));
  button.parentElement.querySelector('.menu__list').hidden = !open;
}

function move(menu, step) {
  const items = [...menu.querySelectorAll('.menu__list a, .menu__list button:not(:disabled)')];
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}
