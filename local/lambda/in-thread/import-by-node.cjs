/** Imports a module as Node does: a test runner replaces what `import` does in the project's sources in TypeScript. */
module.exports = (url) => import(url);
