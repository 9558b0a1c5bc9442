// The properties panel as a person uses it: fields by their labels, and patience while it draws.
const PATIENCE = 10_000;
const ENTRY = '.bio-properties-panel-entry';
const ITEM = '.bio-properties-panel-collapsible-entry';

export class Panel {
  constructor(window, modeler) {
    this.window = window;
    this.modeler = modeler;
    this.root = window.document.getElementById('properties');
  }

  // Clicks on an element, and again as long as the panel shows another one.
  async select(element) {
    const selection = this.modeler.get('selection');
    await this.until(`the element ${element.id}`, () => {
      selection.select(null);
      selection.select(element);
      return this.root.querySelector('[data-entry-id=id] input')?.value === element.id;
    });
  }

  // Fills in a text field, or chooses from a list.
  async fill(label, value, within = () => this.root) {
    const input = await this.until(`a field '${label}'`, () =>
      this.find(within(), ENTRY, 'label', label)?.querySelector('input, textarea, select'));
    input.value = value;
    input.dispatchEvent(new this.window.Event('input'));
  }

  // Fills an input of type Map: a click on + for each entry, then its key and its value.
  async fillMap(name, entries) {
    const input = () => this.find(this.root, ITEM, `${ITEM}-header-title`, name);
    const rows = () => input()?.querySelectorAll('.bio-properties-panel-list-entry-item') ?? [];
    await this.fill('Assignment type', 'map', input);
    for (const [key, value] of Object.entries(entries)) {
      const before = rows().length;
      const add = await this.until(`a map '${name}'`, () => input().querySelector('.bio-properties-panel-add-entry'));
      add.click();
      await this.until('the new entry', () => rows().length > before);
      await this.fill('Key', key, () => rows()[before]);
      await this.fill('Value', value, () => rows()[before]);
    }
  }

  find(within, selector, heading, text) {
    return [...within?.querySelectorAll(selector) ?? []]
      .find((candidate) => candidate.querySelector(heading)?.textContent === text);
  }

  async until(what, look) {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const found = look();
      if (found) {
        return found;
      }
      if (Date.now() > deadline) {
        const labels = [...this.root.querySelectorAll('label')].map((label) => label.textContent);
        throw new Error(`The properties panel does not show ${what}, but ${labels.join(', ')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
