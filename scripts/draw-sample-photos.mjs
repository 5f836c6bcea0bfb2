// Draws the doors of the made-up sample district into seed-data/photos/; photos.json there says whose doors they are. Same input, same output.
// Run with: node scripts/draw-sample-photos.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeRandom } from './sample-district/numbers.mjs';
import { draw, scenes } from './sample-photos/scenes.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'seed-data', 'photos');
mkdirSync(folder, { recursive: true });
Object.keys(scenes).forEach((name, at) => {
  const text = draw(name, makeRandom(2026 + at));
  writeFileSync(join(folder, `${name}.svg`), text);
  console.log(`${name}.svg: ${Math.ceil(text.length / 1024)} kB`);
});
