/** Every mistake that can be made with a signature, the likeliest first where two give the same. */
import { digestMistakes, joinMistakes } from './mistakes-digest.ts'
import { orderMistakes, otherOrders } from './mistakes-order.ts'
import { partMistakes } from './mistakes-parts.ts'
import { secretMistakes } from './mistakes-secret.ts'
import { timeMistakes } from './mistakes-time.ts'
import { valueMistakes } from './mistakes-values.ts'
import type { Recipe } from './recipe.ts'
import type { Mistake } from './search.ts'

/** What changes the parts comes before what joins and digests them, so that any two can be made together. */
export const signatureMistakes: readonly Mistake<Recipe>[] = [
  ...partMistakes,
  ...valueMistakes,
  ...timeMistakes,
  ...orderMistakes,
  ...secretMistakes,
  ...otherOrders,
  ...joinMistakes,
  ...digestMistakes,
]
