// The draft on the server: saved by itself some seconds after a change, never over what somebody else saved.
import { call } from '../api.js';
import { forget, keep } from './kept.jsx';

const SAVE_AFTER_MS = 2500;
const RETRY_AFTER_MS = 8000;

export class Draft {
  constructor(subflow, version, xml) {
    this.subflow = subflow;
    this.version = version;
    this.xml = xml;
    this.changes = 0;
    this.savedChanges = 0;
    this.listeners = { saved: [], conflict: [], told: [] };
    window.addEventListener('online', () => this.isDirty && this.save());
    window.addEventListener('beforeunload', (event) => this.isDirty && event.preventDefault());
  }

  get isDirty() {
    return this.changes !== this.savedChanges;
  }

  on(event, listener) {
    this.listeners[event].push(listener);
  }

  changed() {
    this.changes++;
    if (this.conflict) return;
    if (!this.refusal) this.tell('', 'Unsaved changes');
    this.saveIn(SAVE_AFTER_MS);
  }

  /** Answers whether everything is saved now. One save at a time: the next begins with the version that the last one gave. */
  async save() {
    this.running = (this.running ?? Promise.resolve()).catch(() => false).then(() => this.put(this.version));
    return this.running;
  }

  /** Saves over what somebody else saved meanwhile. */
  async overwrite() {
    this.conflict = null;
    return this.put('*');
  }

  /** The server's model is what is drawn now. */
  takes(version) {
    clearTimeout(this.timer);
    this.version = version;
    this.savedChanges = this.changes;
    this.tell('check', 'Saved');
    this.listeners.saved.forEach((listener) => listener());
  }

  /** Nothing here is to be saved any more. */
  abandon() {
    clearTimeout(this.timer);
    this.savedChanges = this.changes;
    forget(this.subflow.key);
  }

  async put(version) {
    clearTimeout(this.timer);
    if (!this.isDirty) return true;
    if (this.conflict) return this.stale(this.conflict);
    const changes = this.changes;
    const xml = await this.xml();
    this.tell('refresh-cw', 'Saving…');
    try {
      const { result, headers } = await call('PUT', this.subflow.api('/bpmn'), xml, { 'If-Match': version });
      this.version = headers.get('ETag');
      this.savedChanges = changes;
      this.refusal = null;
      forget(this.subflow.key);
      this.subflow.update(result);
      this.tell('check', this.isDirty ? 'Unsaved changes' : 'Saved');
      if (this.isDirty) this.saveIn(SAVE_AFTER_MS);
      this.listeners.saved.forEach((listener) => listener());
      return true;
    } catch (refusal) {
      return this.refused(refusal, xml);
    }
  }

  refused(refusal, xml) {
    if (refusal.status === undefined) throw refusal;
    this.refusal = refusal;
    keep(this.subflow.key, this.version, xml);
    if (refusal.status === 412) return this.stale(refusal);
    this.tell('alert-triangle', `Not saved: ${refusal.message}`, true);
    if (refusal.status === 0 || refusal.status === 401 || refusal.status >= 500) this.saveIn(RETRY_AFTER_MS);
    return false;
  }

  stale(refusal) {
    this.conflict = refusal;
    this.tell('alert-triangle', 'Not saved: somebody else changed this draft', true);
    this.listeners.conflict.forEach((listener) => listener(refusal));
    return false;
  }

  saveIn(ms) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), ms);
  }

  /** How it is, to whoever shows it. */
  tell(symbol, text, isBad = false) {
    this.listeners.told.forEach((listener) => listener({ symbol, text, isBad }));
  }
}
