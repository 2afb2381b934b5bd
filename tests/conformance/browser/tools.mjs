// The pinned packages live outside the repository (see ../tools.sh), so `import` does not find them by name.
import { createRequire } from 'node:module';

const folder = process.env.DIPTYCH_BROWSER_TOOLS;
if (!folder) throw new Error('start this by ./run, which installs what it needs');
export const tool = createRequire(`${folder}/package.json`);
