// The charts of Outbound Queue State, and the table that says the same.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import { render } from 'preact';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
);

const motion = matchMedia('(prefers-reduced-motion: reduce)');
const charts = [];

document.addEventListener('DOMContentLoaded', () => {
  charts.push(
    chart('processed', 'bar', 'entries', ['sent', 'received']),
    chart('took', 'line', 'ms', ['sentMs', 'receivedMs']),
  );
  draw();
  const live = document.getElementById('live');
  live.addEventListener('click', () => live.setAttribute('aria-pressed', String(!isPaused())));
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.target.id === 'queue-state' && isPaused()) event.preventDefault();
  });
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.target.id === 'queue-state') draw();
  });
  // Colours come from the tokens, which change with the theme.
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
});

function isPaused() {
  return document.getElementById('live').getAttribute('aria-pressed') === 'true';
}

function chart(id, type, unit, fields) {
  const labels = ['Sent', 'Received'];
  const datasets = fields.map((field, i) => ({
    label: labels[i],
    field,
    data: [],
    borderWidth: 2,
    borderRadius: 3,
    tension: 0.25,
    spanGaps: true,
    pointRadius: 3,
    pointStyle: i === 0 ? 'circle' : 'rect',
    borderDash: type === 'line' && i === 1 ? [6, 4] : [],
  }));
  return new Chart(document.getElementById(id), {
    type,
    data: { labels: [], datasets },
    options: {
      animation: motion.matches ? false : { duration: 300 },
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      plugins: {
        legend: { position: 'bottom', labels: { usePointStyle: true } },
        tooltip: {
          callbacks: { label: ({ dataset, formattedValue }) => `${dataset.label}: ${formattedValue} ${unit}` },
        },
      },
      scales: {
        x: { grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 12 } },
        y: { beginAtZero: true, suggestedMax: 4, ticks: { precision: 0 }, title: { display: true, text: unit } },
      },
    },
  });
}

function draw() {
  // In an attribute: a script's block would be dropped from a part that is fetched later.
  const hours = JSON.parse(document.getElementById('queue-state').dataset.hours);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  for (const each of charts) {
    each.data.labels = hours.labels;
    each.data.datasets.forEach((dataset, i) => {
      dataset.data = hours[dataset.field];
      dataset.borderColor = dataset.backgroundColor = colour(i === 0 ? '--accent' : '--info');
    });
    const { plugins, scales } = each.options;
    plugins.legend.labels.color = colour('--text');
    for (const axis of [scales.x, scales.y]) axis.ticks.color = colour('--text-2');
    scales.y.title.color = colour('--text-2');
    scales.y.grid = { color: colour('--line') };
    each.update();
  }
  fill(hours);
}

function fill(hours) {
  const lines = hours.labels.map((label, i) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      {[hours.sent, hours.received, hours.sentMs, hours.receivedMs].map((values, at) => (
        <td key={at} class="number">
          {values[i] === null ? '–' : values[i].toLocaleString('en')}
        </td>
      ))}
    </tr>
  ));
  render(lines.reverse(), document.getElementById('hours-table'));
}
