/** What a handler of Echat is tried with, besides every message of its contracts. */
import type { Case } from '../case.ts'
import { acknowledgement } from './echat/acknowledgement.ts'
import { address } from './echat/address.ts'
import { broken } from './echat/broken.ts'
import { delivery } from './echat/delivery.ts'
import { encrypted } from './echat/encrypted.ts'
import { forged } from './echat/forged.ts'
import { harmful } from './echat/harmful.ts'
import { modes } from './echat/modes.ts'
import { proofs } from './echat/proofs.ts'
import { repeats } from './echat/repeats.ts'
import { replays } from './echat/replays.ts'
import { sealings } from './echat/sealings.ts'
import { spellings } from './echat/spellings.ts'
import { texts } from './echat/texts.ts'
import { unknowns } from './echat/unknowns.ts'

export const echat: readonly Case[] = [
  ...address,
  ...acknowledgement,
  ...forged,
  ...proofs,
  ...replays,
  ...modes,
  ...encrypted,
  ...sealings,
  ...texts,
  ...unknowns,
  ...spellings,
  ...broken,
  ...harmful,
  ...repeats,
  ...delivery,
]
