// Related lists come from the server one by one; here they get the names that they have on this page.

export function startRelatedLists() {
  document.addEventListener('htmx:afterSettle', () => document.querySelectorAll('.related-list').forEach(name));
}

function name(section) {
  const head = section.querySelector('.list__head');
  const title = head?.querySelector('h3 > span');
  const edit = section.querySelector(':scope > .related-list__edit');
  if (title) title.textContent = section.getAttribute('aria-label');
  if (head && edit && !head.querySelector('.related-list__edit')) {
    const copy = edit.cloneNode(true);
    copy.hidden = false;
    head.append(copy);
  }
}
