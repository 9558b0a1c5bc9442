// Groups of conditions of terms, changed at a place: `[group, condition, term]`. Nothing is changed that was given.

let count = 0;

/** Each term keeps its key, so that it keeps its controls wherever it goes. */
export const keyed = (term) => ({ ...term, key: ++count });

export const nothing = () => keyed({ text: '' });

export const withTerm = (groups, place, term) =>
  at(groups, place, (condition, choice) => put(condition, choice, 1, { ...term, key: condition[choice].key }));

/** A condition that must be met too, after the one at this place. */
export const withAnd = (groups, [group, row]) => put(groups, group, 1, put(groups[group], row + 1, 0, [nothing()]));

/** A term that may be met instead, after the one at this place. */
export const withOr = (groups, place) =>
  at(groups, place, (condition, choice) => put(condition, choice + 1, 0, nothing()));

/** Whatever holds nothing any more goes with it. */
export const without = (groups, place) =>
  at(groups, place, (condition, choice) => condition.filter((_, each) => each !== choice))
    .map((group) => group.filter((condition) => condition.length))
    .filter((group) => group.length);

function at(groups, [group, row, choice], change) {
  return put(groups, group, 1, put(groups[group], row, 1, change(groups[group][row], choice)));
}

function put(list, at, instead, item) {
  return [...list.slice(0, at), item, ...list.slice(at + instead)];
}
