// On narrow screens the properties are a drawer over the diagram.
export function startDrawer(modeler) {
  const button = document.getElementById('drawer');
  const side = document.getElementById('side');
  const setOpen = (open) => {
    side.classList.toggle('is-open', open);
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => setOpen(!side.classList.contains('is-open')));
  side.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && side.classList.contains('is-open')) {
      setOpen(false);
      button.focus();
    }
  });
  modeler.on('canvas.viewbox.changed', () => setOpen(false));
}
