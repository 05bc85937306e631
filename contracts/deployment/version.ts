import manifest from '../../package.json' with { type: 'json' };

/** The version of this checkout: of what is deployed from it, and of its command line. */
export const version: string = manifest.version;
