// Bundles main.js and what it uses into one script, with the licences of all of it at its head.
//   node build.mjs OUT [NOTICES]
import { readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const [out, notices] = process.argv.slice(2);
if (!out) {
  console.error('usage: node build.mjs OUT [NOTICES]');
  process.exit(2);
}

const result = await build({
  absWorkingDir: here,
  entryPoints: ['main.js'],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  charset: 'ascii',
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
  alias: { vega: './vega.js' },
});

// Only what left bytes in the bundle counts as distributed.
const used = new Set();
for (const output of Object.values(result.metafile.outputs)) {
  for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
    const inside = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file);
    if (inside && bytesInOutput > 0) {
      used.add(inside[1]);
    }
  }
}

const byLicence = new Map();
for (const name of [...used].sort()) {
  const folder = join(here, 'node_modules', name);
  const { version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  const by = typeof author === 'object' ? author?.name : author;
  const text = file ? readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim() : `${license}, by ${by ?? 'its authors'}`;
  byLicence.set(text, [...(byLicence.get(text) ?? []), `${name} ${version} (${license})`]);
}

const heading = 'The charts of the report contain these packages, each under its licence.';
const sections = [...byLicence].map(([text, names]) => `${names.join(', ')}\n\n${text}`);
const script = result.outputFiles[0].text;
const comment = `/*! ${[heading, ...sections].join('\n\n----\n\n').replaceAll('*/', '* /')} */\n`;
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, comment + script);
if (notices) {
  writeFileSync(notices, [`# Third-party notices\n\n${heading} They are fetched from npm when the program is built.`,
    ...[...byLicence].map(([text, names]) => `## ${names.join(', ')}\n\n${text.split('\n').map(line => `    ${line}`.trimEnd()).join('\n')}`)].join('\n\n') + '\n');
}
