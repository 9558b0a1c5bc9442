import { createContext } from 'preact';

/**
 * The fields below that may hold a name which is not looked up yet: a set of functions. Each waits for that, and
 * answers its input if nothing is called like this.
 */
export const Unsettled = createContext(new Set());

/** Answers the first input with a name that nothing has, once all names are looked up. */
export async function settle(fields) {
  const unknown = await Promise.all([...fields].map((look) => look()));
  return unknown.find(Boolean);
}
