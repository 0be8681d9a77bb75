/** Jest runs this in the process of the set-up, which left behind how to undo it. */
export default async function teardown() {
  await globalThis.stopTestServer?.();
}
