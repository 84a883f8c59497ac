/** A handler of one mode gets a message of the other. */
import { sound } from '../../case.ts'
import { grouped, started } from './group.ts'

/** For a handler of plain messages, which may have been given no key. */
const anyKey = { EncodingAESKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', appId: 'kefu-other' }

export const modes = grouped('both modes', [
  {
    id: 'echat.no-downgrade',
    title: 'A handler of encrypted messages refuses a plain one, however well signed',
    why: 'Whoever takes both gives up what the encryption is for: the signature alone does not cover the message.',
    source: '1',
    severity: 'must',
    needs: 'secure',
    steps: [{ send: { ...started, otherMode: true }, expect: 'refused' }, sound],
  },
  {
    id: 'echat.plain-beside-encrypted',
    title: 'A plain message with an Encrypt element of no use is refused',
    why: 'A handler that looks for the element and then reads what stands beside it takes plain messages after all.',
    source: '1',
    severity: 'must',
    needs: 'secure',
    steps: [
      {
        send: {
          ...started,
          otherMode: true,
          text: { replace: [['</xml>', '<Encrypt><![CDATA[]]></Encrypt></xml>']] },
        },
        expect: 'refused',
      },
      sound,
    ],
  },
  {
    id: 'echat.encrypted-to-plain',
    title: 'A handler of plain messages refuses an encrypted one',
    why: 'It cannot read it: what it acknowledges all the same is lost, from the day when somebody switches the mode.',
    source: '1',
    severity: 'must',
    needs: 'plain',
    steps: [{ send: { ...started, otherMode: true, secret: anyKey }, expect: 'refused' }, sound],
  },
])
