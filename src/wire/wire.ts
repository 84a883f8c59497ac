/** How a message looks on the wire and how it proves where it came from: seal on the sender's side, open on the receiver's. */

export type Query = Record<string, string>

/** One HTTP message, raw: query values decoded, header names in lower case, the body as the bytes that came or the text that goes. */
export interface Http {
  query: Query
  headers: Record<string, string>
  body: Uint8Array | string
}

/** The same message, opened: `body` is the parsed value, `query` is free of signature parameters. */
export interface Plain {
  query: Query
  body: unknown
}

/** What a call is sealed for. An open operation (Sobot's getToken) needs no token. */
export interface PlainCall extends Plain {
  open?: boolean | undefined
}

/** The sender's time and randomness, passed in so that the same seed gives the same bytes. */
export interface Moment {
  /** Milliseconds since 1970. */
  now: number
  random: (bytes: number) => Uint8Array
}

/** `open` throws a KefuError. */
export interface Codec<P, Secret> {
  seal(plain: P, secret: Secret, moment: Moment): Http
  open(http: Http, secret: Secret, hint?: Hint): P
}

/** What is known of a message before it is opened. */
export interface Hint {
  /** It needs no token. */
  open?: boolean | undefined
  /** A success without a signature is refused, where the vendor signs its answers. */
  signed?: boolean | undefined
}

/** The choice made for each of a vendor's assumptions, by name. */
export type Choose = (assumption: string) => string

/** A message as text, before it is signed or encrypted: what stays the same however often it is sent. */
export interface Written {
  query: Query
  contentType: string | undefined
  /** UTF-8 where it is bytes. */
  text: string | Uint8Array
}

/** `seal` is `wrap` around `write`. */
export interface PushCodec<Secret> extends Codec<Plain, Secret> {
  seal(plain: Plain, secret: Secret, moment: Moment, choose?: Choose): Http
  write(plain: Plain, choose?: Choose): Written
  /** What is made anew at each sending: timestamp, nonce, signature, ciphertext. */
  wrap(written: Written, secret: Secret, moment: Moment, choose?: Choose): Http
  /** Takes off what `wrap` puts around, and checks no proof: for who looks at what was recorded. */
  unwrap(http: Http, secret: Secret): Written
  read(written: Written): Plain
}

/** What proved a push. */
export interface Proof {
  signature: string
  /** As it was sent. */
  timestamp: string
}

/** One vendor's wire. Each direction that the vendor does not have is left out. */
export interface Wire<Secret> {
  /** The vendor to us. */
  push?: PushCodec<Secret>
  /** Checks what proves a push; undefined for one that carries no proof and needs none. Throws signature-missing and signature-wrong. */
  proof?(http: Http, secret: Secret, required: boolean): Proof | undefined
  /** The text to answer when the vendor only checks our address; undefined when the request is no such check. */
  challenge?(http: Http, secret: Secret): string | undefined
  /** We to the vendor. */
  call?: Codec<PlainCall, Secret>
  /** The vendor's answer to a call. */
  reply?: Codec<unknown, Secret>
}
