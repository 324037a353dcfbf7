// Opens a report from its file in headless Chromium and looks at it as a reader would, on a desktop and on a phone.
//   node check.mjs REPORT.html [--shots DIR]     exit 0: all is well; 1: what is not is told, a line each
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const [file, option, folder] = process.argv.slice(2);
const shots = option === '--shots' ? folder : null;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const widths = [{ name: 'desktop', width: 1280, height: 900 }, { name: 'phone', width: 375, height: 812 }];
const faults = [];

function findBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = (process.env.PATH ?? '').split(delimiter).flatMap(path => names.map(name => join(path, name))).find(existsSync);
  if (!found) {
    throw new Error('no Chromium on PATH');
  }

  return found;
}

function hold(truth, where, fault) {
  if (!truth) {
    faults.push(`${where}: ${fault}`);
  }
}

async function look(browser, { name, width, height }) {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 1, isMobile: name === 'phone', hasTouch: name === 'phone' });
  page.on('request', request => hold(/^(file|data):/.test(request.url()), name, `asks for ${request.url()}`));
  page.on('console', message => hold(message.type() !== 'error' && message.type() !== 'warn', name, `console: ${message.text()}`));
  page.on('pageerror', error => hold(false, name, `script: ${error.message}`));
  await page.evaluateOnNewDocument(() => {
    addEventListener('DOMContentLoaded', () => requestIdleCallback(() => { window.interactiveAt = performance.now(); }));
    window.longest = 0;
    new PerformanceObserver(list => list.getEntries().forEach(task => { window.longest = Math.max(window.longest, task.duration); }))
      .observe({ type: 'longtask', buffered: true });
    new MutationObserver(() => {
      if (document.documentElement?.dataset.charts === 'drawn') {
        window.drawnAt ??= performance.now();
      }
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-charts'] });
  });
  await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: 'load' });
  const charts = await page.$$eval('figure[data-chart]', figures => figures.length);
  if (charts > 0) {
    await page.waitForFunction(() => document.documentElement.dataset.charts === 'drawn', { timeout: 20_000 });
  }

  const times = await page.evaluate(() => ({ interactive: window.interactiveAt, drawn: window.drawnAt, longest: window.longest }));
  const ms = time => time === undefined ? '-' : `${Math.round(time)} ms`;
  console.log(`${name}: interactive after ${ms(times.interactive)}, ${charts} charts drawn after ${ms(times.drawn)}, longest task ${ms(times.longest)}`);

  const broken = await page.$$eval('figure[data-chart]', figures => figures
    .filter(figure => figure.dataset.drawn !== 'yes' || figure.querySelectorAll('.plot svg path, .plot svg rect, .plot svg line').length < 5)
    .map(figure => figure.id));
  hold(broken.length === 0, name, `charts not drawn: ${broken.join(', ')}`);
  hold(await page.$eval('html', html => html.scrollWidth <= html.clientWidth), name, 'the page scrolls sideways');
  hold(await page.$$eval('.plot svg', all => all.every(svg => svg.getBoundingClientRect().width <= svg.parentElement.clientWidth + 1)), name, 'a chart is wider than its place');

  await page.keyboard.press('Tab');
  hold(await page.evaluate(() => document.activeElement?.getAttribute('href') === '#main'), name, 'the first stop of the keyboard is not the skip link');
  await page.evaluate(() => document.activeElement?.blur());
  if (shots) {
    await page.screenshot({ path: join(shots, `${name}-top.png`), clip: { x: 0, y: 0, width, height: name === 'phone' ? 1600 : 1330 } });
    const whole = await page.$eval('html', html => html.scrollHeight);
    const slice = 1800;
    for (let y = 0; y < whole; y += slice) {
      const clip = { x: 0, y, width, height: Math.min(slice, whole - y) };
      await page.screenshot({ path: join(shots, `${name}-${1 + y / slice}.png`), clip, captureBeyondViewport: true });
    }
  }

  await choose(page, name);
  await page.$$eval('details', all => all.forEach(details => { details.open = true; }));
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  console.log(`${name}: axe: ${violations.length} violations, ${passes.length} rules passed`);
  for (const violation of violations) {
    faults.push(`${name}: axe ${violation.id} (${violation.impact}): ${violation.help}: ${violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`);
  }

  hold(await page.$eval('html', html => html.scrollWidth <= html.clientWidth), name, 'the page scrolls sideways with all details open');
  await page.close();
}

// Choosing another strategy must move the broken lines.
async function choose(page, name) {
  const options = await page.$$eval('#beside option', all => all.map(option => option.value)).catch(() => []);
  if (options.length < 2) {
    return;
  }

  const lines = () => page.$$eval('.grid .plot svg', all => all.map(svg => svg.innerHTML).join());
  const before = await lines();
  await page.select('#beside', options[0]);
  hold(before !== await lines(), name, 'choosing no strategy leaves the charts as they were');
  await page.select('#beside', options[1]);
}

async function print(browser) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: 'load' });
  await page.waitForFunction(() => document.documentElement.dataset.charts === 'drawn', { timeout: 20_000 }).catch(() => {});
  await page.pdf({ path: join(shots, 'report.pdf'), preferCSSPageSize: true, printBackground: false });
  await page.close();
}

const browser = await puppeteer.launch({ executablePath: findBrowser(), headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
try {
  if (shots) {
    mkdirSync(shots, { recursive: true });
  }

  for (const size of widths) {
    await look(browser, size);
  }

  if (shots) {
    await print(browser);
  }
} finally {
  await browser.close();
}

faults.forEach(fault => console.error(fault));
console.log(faults.length === 0 ? 'all is well' : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
