// Draws the charts of the report. Each figure holds its Vega-Lite specification as JSON; nothing is fetched, and no text is
// evaluated as code: expressions are interpreted (vega-interpreter), so that the page's content security policy can forbid it.
import { parse, View } from './vega.js';
import { compile } from 'vega-lite';
import { expressionInterpreter } from 'vega-interpreter';

const config = {
  aria: false, // the figure carries the label and the numbers
  background: null,
  font: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  view: { stroke: null },
  axis: {
    labelFontSize: 12, titleFontSize: 12, titleFontWeight: 'normal', titlePadding: 8,
    labelColor: '#333', titleColor: '#333', gridColor: '#e3e3e3', domainColor: '#999', tickColor: '#999',
  },
  legend: { labelFontSize: 12, titleFontSize: 12, labelLimit: 260, labelColor: '#222', titleColor: '#333', symbolSize: 120 },
  text: { fontSize: 12, color: '#222' },
};

const charts = new Map(); // figure -> { view, lines }

const narrow = width => width < 480;
const labelWidth = width => Math.min(330, width * 0.42);

function configFor(width) {
  return {
    ...config,
    axisY: { labelLimit: labelWidth(width) + 10 },
    legend: { ...config.legend, labelLimit: narrow(width) ? width - 100 : width / 2 - 60, ...(narrow(width) ? { columns: 1 } : {}) },
  };
}

// Long names of rows take two lines where there is no room for one; legends stand in one column on a phone.
function fitted(spec, width) {
  const letters = Math.floor(labelWidth(width) / 6.3);
  const rows = spec.data?.values ?? [];
  if (spec.encoding?.y?.field === 'name' && rows.some(row => row.name.length > letters)) {
    rows.forEach(row => { row.name = inTwo(row.name, letters); });
    spec.encoding.y.axis.labelExpr = "split(datum.label, '\\n')";
    spec.encoding.y.axis.labelBaseline = 'middle';
    spec.encoding.y.axis.labelLineHeight = 13;
    spec.encoding.y.axis.labelOffset = { condition: { test: "indexof(datum.label, '\\n') >= 0", value: -6 }, value: 0 };
    spec.height = Math.max(spec.height, 33 * rows.length);
  }

  if (narrow(width) && spec.encoding?.color?.legend) {
    delete spec.encoding.color.legend.columns;
  }

  return spec;
}

function inTwo(name, letters) {
  const space = name.length > letters ? name.lastIndexOf(' ', letters) : -1;
  return space > 0 ? `${name.slice(0, space)}\n${name.slice(space + 1)}` : name;
}

function draw(figure) {
  if (charts.has(figure)) {
    return;
  }

  const plot = figure.querySelector('.plot');
  try {
    const spec = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const lines = spec.usermeta?.lines;
    const width = Math.max(220, plot.clientWidth);
    delete spec.usermeta;
    const compiled = compile({ ...fitted(spec, width), width, autosize: { type: 'fit-x', contains: 'padding' } }, { config: configFor(width) }).spec;
    const view = new View(parse(compiled, null, { ast: true }), { expr: expressionInterpreter, renderer: 'svg', hover: false });
    plot.textContent = '';
    const picture = plot.appendChild(document.createElement('div'));
    picture.setAttribute('aria-hidden', 'true'); // the plot around it is the image, with its label
    view.initialize(picture);
    charts.set(figure, { view, lines, width });
    choose(figure);
    view.run();
    figure.dataset.drawn = 'yes';
  } catch (problem) {
    charts.set(figure, {});
    plot.textContent = 'This chart could not be drawn. Its numbers are in the table below it.';
    figure.dataset.drawn = 'no';
    console.error(String(problem?.stack ?? problem));
  }
}

// The strategy whose median is shown beside the baseline in the fans.
function choose(figure) {
  const { view, lines } = charts.get(figure) ?? {};
  if (!view || !lines) {
    return;
  }

  const select = document.getElementById('beside');
  const values = select ? lines.values[select.value] : undefined;
  const rows = (values ?? []).map((value, i) => ({ date: lines.dates[i], value }));
  view.data('beside', rows.filter(row => row.value !== null));
}

const figures = [...document.querySelectorAll('figure[data-chart]')];

function drawAll() {
  figures.forEach(draw);
}

// One chart at a time while the reader does nothing, the visible ones first.
function drawSoon() {
  const waiting = figures.filter(figure => !charts.has(figure));
  if (waiting.length === 0) {
    document.documentElement.dataset.charts = 'drawn';
    return;
  }

  const inSight = figure => {
    const box = figure.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  };
  draw(waiting.find(inSight) ?? waiting[0]);
  schedule(drawSoon);
}

function schedule(work) {
  if ('requestIdleCallback' in window) {
    requestIdleCallback(work, { timeout: 500 });
  } else {
    setTimeout(work, 30);
  }
}

function redraw() {
  for (const [figure, { view, width }] of [...charts]) {
    const plot = figure.querySelector('.plot');
    if (view && Math.abs(plot.clientWidth - width) > 12) {
      view.finalize();
      charts.delete(figure);
    }
  }

  schedule(drawSoon);
}

document.getElementById('beside')?.addEventListener('change', event => {
  document.getElementById('beside-printed').textContent = event.target.selectedOptions[0].textContent;
  for (const [figure, { view, lines }] of charts) {
    if (view && lines) {
      choose(figure);
      view.run();
    }
  }
});

let resizing;
let wide = innerWidth;
addEventListener('resize', () => {
  if (innerWidth !== wide) { // on a phone, scrolling changes the height
    wide = innerWidth;
    clearTimeout(resizing);
    resizing = setTimeout(redraw, 200);
  }
});
addEventListener('beforeprint', drawAll);
schedule(drawSoon);
