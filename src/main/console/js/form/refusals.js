// What the server refused of a record, by field: said at the field until its value is another, or is sent again.

export class Refusals {
  #said = new Map();
  #listeners = new Map();

  /** Tells what is refused of a field, now and whenever that changes, '' for nothing; answers how to stop. */
  of(key, listener) {
    this.#listeners.set(key, listener);
    listener(this.#said.get(key) ?? '');
    return () => this.#listeners.delete(key);
  }

  /** Answers whether anybody hears it: a field may not be there, or not be shown. */
  tell(key, message) {
    if (!this.#listeners.has(key)) return false;
    this.#said.set(key, message);
    this.#listeners.get(key)(message);
    return true;
  }

  forget(key) {
    if (this.#said.delete(key)) this.#listeners.get(key)?.('');
  }

  forgetAll() {
    for (const key of [...this.#said.keys()]) this.forget(key);
  }
}
