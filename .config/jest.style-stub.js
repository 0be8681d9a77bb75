/** Stands for every stylesheet: a CSS module's class is named like its key. */
export default new Proxy({}, { get: (_, key) => (typeof key === 'string' ? key : undefined) });
