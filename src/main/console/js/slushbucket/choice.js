// What is chosen of what there is, in its order. An item is `{value, label, fixed}`; `marked` is a set of values.

export const added = (selected, offered, marked) => {
  const taken = new Set(selected.map((item) => item.value));
  return [...selected, ...offered.filter((item) => marked.has(item.value) && !taken.has(item.value))];
};

export const removed = (selected, marked) => selected.filter((item) => item.fixed || !marked.has(item.value));

/** Each marked one goes one place up (-1) or down (1), as far as there is room: fixed ones are not passed. */
export function moved(selected, marked, step) {
  const items = [...selected];
  const places = items.map((_, at) => at).filter((at) => marked.has(items[at].value));
  for (const at of step < 0 ? places : places.reverse()) {
    const to = at + step;
    if (!items[to] || items[to].fixed || items[at].fixed || marked.has(items[to].value)) continue;
    [items[at], items[to]] = [items[to], items[at]];
  }
  return items;
}
