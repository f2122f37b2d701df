/** `npm run serve`: the built site (OUT_DIR) at http://localhost:4321 (HOST, PORT). */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contentDir, readContent } from '../src/content.ts';
import { listen } from './listen.ts';

const outDir = resolve(process.env['OUT_DIR'] ?? 'dist');
if (!existsSync(join(outDir, 'index.html'))) {
  console.error(`${outDir} holds no site. Build one first: npm run build`);
  process.exit(1);
}
const { site } = readContent(contentDir()).content;
console.log(`Serving ${outDir} at ${await listen(outDir, site)} (Ctrl-C stops)`);
