/** What every example call has in common. The key is invented; so is the digest, which nobody can check without a secret. */
export const app_key = '7C2E9A41D05B83F6E1A94D7730BC58F2'

/** Success without the reverse signature: what an application answers that had it switched off. */
export const plain = (name: string) => ({ ret: 200 as const, msg: `V1.0 果创云开放接口 SVIP.Swxiryan0788_MyApi.${name}` })

/** Success as documented. */
export const signed = (name: string) => ({ ...plain(name), _t: 1719540761, _auth: 'b3d0f4a96c1e27588f60ad937e4512cb' })
