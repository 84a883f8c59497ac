/** How a command of ours is bundled, for the package and for the tests: with its dependencies inside, so that it starts fast. */
export const deps = {
  alwaysBundle: [/./],
  // Dependencies of ours that are loaded when they are first needed, and parts of Fastify that are never used.
  neverBundle: [
    'jiti',
    'undici',
    'saxes',
    'jsonc-parser',
    'light-my-request',
    '@fastify/ajv-compiler',
    '@fastify/fast-json-stringify-compiler',
  ],
  onlyBundle: false as const,
}
