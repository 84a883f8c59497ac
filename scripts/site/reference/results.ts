/** What functions answer where their source leaves it to the compiler; a test holds these against the compiler. */

/** By name. */
export const results: Readonly<Record<string, string>> = {
  sobotClient: 'Client<typeof sobot>',
  okayapiClient: 'Client<typeof okayapi>',
  receiver: '(request: RawRequest | Http) => Promise<Received>',
  nodeReceiver: '(request: IncomingMessage, response: ServerResponse) => Promise<void>',
  webReceiver: '(request: Request) => Promise<Response>',
  inWords: 'string',
  contractOf: 'Contract<K> | undefined',
}
