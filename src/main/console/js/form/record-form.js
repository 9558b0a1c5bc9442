// The form of a record: form-js with our controls, values as on the wire.
import { Form } from '@bpmn-io/form-js-viewer';
import { settle } from '../reference/unsettled.js';
import { controlField } from './control-field.jsx';
import { CONTROLS } from './controls/index.js';
import { Refusals } from './refusals.js';
import { fieldsOf, forPage, typeOf } from './schema.js';
import { toForm, toWire } from './values.js';

export class RecordForm {
  constructor(data, container) {
    this.data = data;
    this.container = container;
    this.schema = forPage(data.schema, data);
    this.fields = fieldsOf(this.schema);
    this.listeners = [];
    this.refusals = new Refusals();
    this.unsettled = new Set();
    this.now = this.fromWire(data.values);
    this.baseline = this.values();
  }

  async show() {
    this.container.replaceChildren();
    const page = this;
    class RecordFields {
      constructor(formFields) {
        for (const [name, control] of Object.entries(CONTROLS)) {
          formFields.register(typeOf(name), controlField(typeOf(name), control, page));
        }
      }
    }
    RecordFields.$inject = ['formFields'];
    this.form = new Form({
      container: this.container,
      properties: { readOnly: !this.data.rights.write },
      additionalModules: [{ __init__: ['recordFields'], recordFields: ['type', RecordFields] }],
    });
    this.form.on('changed', ({ data }) => this.changed(data));
    await this.form.importSchema(this.schema, this.now);
    this.baseline = this.values();
    this.container.removeAttribute('aria-busy');
  }

  fromWire(values) {
    return Object.fromEntries([...this.fields].map(([key, component]) => [key, toForm(component, values[key] ?? '')]));
  }

  changed(data) {
    const before = this.now;
    this.now = { ...before, ...data };
    for (const key of this.fields.keys()) {
      if (before[key] !== this.now[key]) this.refusals.forget(key);
    }
    for (const { key, listener } of this.listeners) {
      if (before[key] !== this.now[key]) listener(this.now[key]);
    }
  }

  /** As on the wire, by field name: what the form shows, and what the page was given besides. */
  values() {
    const shown = [...this.fields].map(([key, component]) => [key, toWire(component, this.now[key])]);
    return { ...this.data.values, ...Object.fromEntries(shown) };
  }

  /** What the user has changed since the form was filled. */
  changes() {
    const values = this.values();
    return Object.fromEntries(Object.entries(values).filter(([key, value]) => value !== this.baseline[key]));
  }

  isDirty() {
    return this.data.rights.write && Object.keys(this.changes()).length > 0;
  }

  /** Shows the record as it is now, after something else than this form changed it. */
  async refill(values, display) {
    Object.assign(this.data, { values, display });
    this.now = this.fromWire(values);
    await this.form.importSchema(this.schema, this.now);
    this.baseline = this.values();
  }

  valueOf(key) {
    return this.values()[key] ?? '';
  }

  displayOf(key, value) {
    return value === this.data.values[key] ? this.data.display[key] : undefined;
  }

  /** A value as people read it. */
  shownValue(key) {
    const input = this.inputOf(key);
    return input?.selectedOptions?.[0]?.label ?? input?.value ?? this.valueOf(key);
  }

  /** Answers how to stop. */
  onValue(key, listener) {
    const one = { key, listener };
    this.listeners.push(one);
    return () => (this.listeners = this.listeners.filter((other) => other !== one));
  }

  labelOf(key) {
    return this.fields.get(key)?.label ?? key;
  }

  /** Waits for names that are still being looked up; answers whether everything is filled in as it must be. */
  async isComplete() {
    document.activeElement?.blur?.(); // form-js takes what is being typed when the field is left
    const unknown = await settle(this.unsettled);
    this.refusals.forgetAll();
    const errors = this.form.validate();
    const first = [...this.fields.values()].find((component) => errors[component.id]);
    if (first) this.focus(first.key);
    else unknown?.focus();
    return !first && !unknown;
  }

  /** Shows what the server says of a field; answers whether the form shows the field. */
  showError(key, message) {
    const isShown = this.refusals.tell(key, message);
    if (isShown) this.focus(key);
    return isShown;
  }

  focus(key) {
    requestAnimationFrame(() => this.inputOf(key)?.focus());
  }

  inputOf(key) {
    const component = this.fields.get(key);
    return component && this.container.querySelector(`[id$="-${component.id}"]`);
  }
}
