// Create, change and delete the record; where to go after that.
import { call } from '../api.js';
import { toast, toastOnNextPage } from '../toast.jsx';
import { resolveConflict } from './conflict.jsx';
import { ask } from './dialog.jsx';
import { problem } from './problem.jsx';

export class Saving {
  constructor(data, form, guard) {
    Object.assign(this, { data, form, guard, address: `/api/now/table/${data.table.name}` });
  }

  /** Saves, then stays or goes back; a second press while that goes on does nothing. */
  async save(leave) {
    await this.alone(async () => {
      problem.clear();
      if (!(await this.form.isComplete())) return;
      try {
        const saved = this.data.isNew ? await this.create() : await this.update();
        if (saved) this.go(leave, saved);
      } catch (refused) {
        this.refused(refused);
      }
    });
  }

  async create() {
    const values = Object.entries(this.form.values()).filter(([key, value]) => this.isSent(key, value));
    const { result } = await call('POST', this.address, Object.fromEntries([...values, ['sys_id', this.data.sysId]]));
    return { sysId: result.sys_id, text: `${this.data.table.label} created` };
  }

  /** What the system fills in by itself is not sent; an emptied default is. */
  isSent(key, value) {
    const component = this.form.fields.get(key);
    if (key === 'sys_id' || component?.readonly) return false;
    return value !== '' || Boolean(this.data.values[key]);
  }

  async update() {
    const changes = this.form.changes();
    const text = `${this.data.table.label} saved`;
    if (Object.keys(changes).length === 0) return { sysId: this.data.sysId, text: 'Nothing was changed' };
    try {
      await call('PATCH', `${this.address}/${this.data.sysId}`, changes, { 'If-Match': `"${this.data.version}"` });
      return { sysId: this.data.sysId, text };
    } catch (refused) {
      if (refused.status !== 412) throw refused;
      return this.conflict(refused);
    }
  }

  async conflict(refused) {
    const decided = await resolveConflict(this.form, `${this.address}/${this.data.sysId}`, refused);
    if (decided?.load) {
      this.guard.allow();
      location.reload();
    } else if (decided) {
      this.data.version = decided.version;
      return this.update();
    }
    return null;
  }

  async remove() {
    const answer = await ask({
      title: `Delete this ${this.data.table.label}?`,
      body: 'It is gone for good. What refers to it may be deleted or emptied too.',
      buttons: [
        { text: 'Cancel', value: '' },
        { text: 'Delete', value: 'delete', look: 'button--danger' },
      ],
    });
    if (answer !== 'delete') return;
    await this.alone(async () => {
      try {
        await call('DELETE', `${this.address}/${this.data.sysId}`);
        toastOnNextPage('good', `${this.data.table.label} deleted`);
        this.guard.allow();
        location.assign(this.back());
      } catch (refused) {
        this.refused(refused);
      }
    });
  }

  go(leave, { sysId, text }) {
    this.guard.allow();
    toastOnNextPage('good', text);
    if (leave) {
      location.assign(this.back());
    } else if (this.data.isNew) {
      const from = this.data.from ? `?from=${encodeURIComponent(this.data.from)}` : '';
      location.replace(`/console/record/${this.data.table.name}/${sysId}${from}`);
    } else {
      location.reload();
    }
  }

  /** Where the address says, else where the user came from, else the list. */
  back() {
    if (this.data.from) return this.data.from;
    const before = document.referrer ? new URL(document.referrer) : null;
    const isOurs = before?.origin === location.origin && before.pathname.startsWith('/console/');
    const isForm = before?.pathname.startsWith(`/console/record/${this.data.table.name}/`);
    return isOurs && !isForm ? before.pathname + before.search : this.data.list;
  }

  refused(refused) {
    if (!(refused.field && this.form.showError(refused.field, refused.message)))
      problem.show(refused.title, refused.message);
  }

  async alone(work) {
    if (this.busy) return;
    this.busy = true;
    const buttons = [...document.querySelectorAll('#record-buttons > button')];
    buttons.forEach((button) => button.setAttribute('aria-busy', 'true'));
    try {
      await work();
    } catch (failure) {
      toast('error', failure.message);
    } finally {
      this.busy = false;
      buttons.forEach((button) => button.removeAttribute('aria-busy'));
    }
  }
}
