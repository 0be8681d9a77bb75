import './from-source.mjs';

/** Jest loads this file as it stands; the setup itself is TypeScript and reads the packages from source. */
export default async function setup(...given) {
  const { default: prepare } = await import('../tests/support/global-setup.ts');
  return prepare(...given);
}
