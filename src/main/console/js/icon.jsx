// An icon of the sprite; decoration only, so screen readers pass it over.

const address = (name) => `${document.documentElement.dataset.icons}#${name}`;

export const Icon = ({ name }) => (
  <svg class="icon" aria-hidden="true">
    <use href={address(name)} />
  </svg>
);

/** The same for libraries that take markup. */
export const iconMarkup = (name) => `<svg class="icon" aria-hidden="true"><use href="${address(name)}"></use></svg>`;
