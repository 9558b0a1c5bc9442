/*
 * The tab "Queue Entry" of a process instance's page. Everything that comes from the server goes into the page as
 * text, never as HTML.
 */

const DECISIONS = {
  ready: {
    path: "set-ready",
    label: "Set Ready",
    means: "The flow is tried again, with the latest published version of its subflow.",
    done: "The flow is tried again: reload the page to see how it goes.",
  },
  skipped: {
    path: "skip",
    label: "Skip",
    means: "This process instance ends and its event is given up for good. Later entries of its record go on.",
    done: "This process instance has ended.",
    asks: true,
  },
};

const STATUS_COLOURS = {ready: "info", processed: "success", error: "danger", skipped: "default"};

/** An element; children that are no elements become text. */
function element(tag, className, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

function button(label, colour, title, act) {
  const made = element("button", `btn btn-sm btn-${colour}`, label);
  made.type = "button";
  made.title = title;
  made.addEventListener("click", act);
  return made;
}

function part({title, facts, note}, status) {
  const list = element("dl", "");
  facts.forEach(({name, label, value}) => {
    const shown = name === "status" ? element("span", `label label-${STATUS_COLOURS[status]}`, value) : value;
    list.append(element("dt", "", label), element("dd", "", shown));
  });
  return element("section", "process-sync-part", element("h4", "", title), list, element("p", "text-muted", note));
}

/** What the server answered, null if it has nothing to say; throws what it refused. */
async function call(url, options) {
  const answer = await fetch(url, options);
  if (answer.status === 204) {
    return null;
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(body.message || `The server answered with status ${answer.status}.`);
  }
  return body;
}

class QueueEntryTab {
  constructor(container, api, processInstanceId) {
    this.bar = element("div", "process-sync-bar");
    this.parts = element("div", "process-sync-parts");
    container.append(element("div", "process-sync-entry", this.bar, this.parts));
    this.csrfToken = api.CSRFToken;
    this.url =
      `${api.cockpitApi}/plugin/process-sync/${api.engine}` +
      `/process-instance/${encodeURIComponent(processInstanceId)}/queue-entry`;
  }

  async load() {
    try {
      const entry = await call(this.url);
      if (entry) {
        this.show(entry);
      } else {
        this.bar.replaceChildren("This process instance belongs to no queue entry.");
      }
    } catch (problem) {
      this.bar.replaceChildren(problem.message);
    }
  }

  show({status, decisions, parts}) {
    this.parts.replaceChildren(...parts.map((shown) => part(shown, status)));
    this.offer(decisions);
  }

  offer(decisions) {
    this.bar.replaceChildren(
      ...decisions.map((status) => {
        const decision = DECISIONS[status];
        const act = () => (decision.asks ? this.ask(decision, decisions) : this.decide(decision));
        return button(decision.label, "default", decision.means, act);
      }),
    );
  }

  ask(decision, decisions) {
    this.bar.replaceChildren(
      decision.means,
      button(decision.label, "danger", decision.means, () => this.decide(decision)),
      button("Cancel", "default", "Changes nothing", () => this.offer(decisions)),
    );
  }

  async decide(decision) {
    this.bar.replaceChildren("…");
    try {
      const options = {method: "POST", headers: {"X-XSRF-TOKEN": this.csrfToken}};
      this.show(await call(`${this.url}/${decision.path}`, options));
      this.bar.append(decision.done);
    } catch (problem) {
      const again = button("Look again", "default", "Shows the entry as it is now", () => this.load());
      this.bar.replaceChildren(problem.message, again);
    }
  }
}

export default {
  id: "process-sync-queue-entry",
  pluginPoint: "cockpit.processInstance.runtime.tab",
  priority: 19, // after Variables, before Incidents
  properties: {label: "Queue Entry"},
  render(container, {api, processInstanceId}) {
    new QueueEntryTab(container, api, processInstanceId).load();
  },
};
