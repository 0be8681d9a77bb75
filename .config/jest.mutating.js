import swc from '@swc/jest';
import path from 'node:path';

/**
 * Compiles as every other run does, with the changes of UPTAKE_MUTANT (JSON: `[{ file, find, replace }]`, files from the root)
 * made on the way: what is on the disk stays as it is. A change that no longer fits its file is an error, not a run without it.
 */
const edits = JSON.parse(process.env.UPTAKE_MUTANT ?? '[]');

function changed(source, filename, root) {
  const file = path.relative(root, filename).split(path.sep).join('/');
  return edits
    .filter((edit) => edit.file === file)
    .reduce((text, { find, replace }) => {
      const parts = text.split(find);
      if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times, not once: ${find}`);
      return parts.join(replace);
    }, source);
}

export default {
  createTransformer(options) {
    const inner = swc.createTransformer(options);
    const given =
      (step) =>
      (source, filename, { config, ...rest }) =>
        inner[step](changed(source, filename, config.rootDir), filename, { config, ...rest });
    return {
      ...inner,
      process: given('process'),
      processAsync: given('processAsync'),
      getCacheKey: given('getCacheKey'),
    };
  },
};
