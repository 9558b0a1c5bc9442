// The record of this page: its data, its form, and the server's newer state of it.
import { call } from '../api.js';
import { RecordForm } from './record-form.js';

export class PageRecord {
  constructor(data) {
    this.data = data;
    this.form = new RecordForm(data, document.getElementById('record-form'));
    this.whenRefreshed = () => {};
  }

  /** Shows what something else than the form made of the record. */
  async refresh() {
    const { result } = await call(
      'GET',
      `/api/now/table/${this.data.table.name}/${this.data.sysId}?sysparm_display_value=all&sysparm_exclude_reference_link=true`,
    );
    const part = (name) => Object.fromEntries(Object.entries(result).map(([key, value]) => [key, value[name]]));
    this.data.version = result.sys_mod_count.value;
    await this.form.refill(part('value'), part('display_value'));
    this.whenRefreshed();
  }
}
