#!/usr/bin/env node
// Runs on any Node that knows ES modules, so that one that is too old hears it in a sentence.
import process from 'node:process';

const needed = [22, 20];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  process.stderr.write(
    `iterable-sync needs Node.js ${needed.join('.')} or newer; this is ${process.versions.node}` +
      ` (${process.execPath}).\nInstall a current release of Node.js and run the command again.\n`,
  );
  process.exitCode = 2;
} else {
  import('../dist/bin.js').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || !String(error.url).endsWith('/dist/bin.js'))
      throw error;
    process.stderr.write('iterable-sync is not built yet. In its repository, run: npm run build\n');
    process.exitCode = 2;
  });
}
