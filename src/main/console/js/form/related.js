// Related lists come from the server one by one; here they get the names that they have on this page.

export function startRelatedLists() {
  document.addEventListener('htmx:afterSettle', () => document.querySelectorAll('.related-list').forEach(name));
}

/** Edit… stands in the list's head, also in that of the next page of the list. */
const edits = new WeakMap();

function name(section) {
  const head = section.querySelector('.list__head');
  const title = head?.querySelector('h3 > span');
  if (title) title.textContent = section.getAttribute('aria-label');
  const edit = edits.get(section) ?? section.querySelector('.related-list__edit');
  if (head && edit && !head.contains(edit)) {
    edits.set(section, edit);
    edit.hidden = false;
    head.append(edit);
  }
}
