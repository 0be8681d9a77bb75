export * from './identity.module.js';
export * from './account/create-user.js';
