// The keys of subflows.

export const LONGEST_KEY = 64;

/** "Copy of RPS – Basic" as copy-of-rps-basic */
export function keyOf(name) {
  const words =
    name
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  while (words.length && !/^[a-z]/.test(words[0])) words.shift();
  while (words.length > 1 && words.join('-').length > LONGEST_KEY) words.pop();
  return words.join('-');
}
