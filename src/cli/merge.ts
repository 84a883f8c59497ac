/** `kefu merge`: merges two customers on the running mock; no operation of the vendor does. */
import { send } from '../wire/send.ts'
import { addressOf } from './arguments.ts'
import { REFUSED } from './exit.ts'

export async function merge(userid: string, merged_userid: string, { to, world }: { to: string; world: string }) {
  const path = `/_kefu/worlds/${encodeURIComponent(world)}/acts/sobot/mergeCustomers`
  const body = JSON.stringify({ userid, merged_userid })
  const request = { query: {}, headers: { 'content-type': 'application/json' }, body }
  const answer = await send(request, { method: 'POST', url: new URL(path, addressOf(to)).href })
  if (answer.status === 200) return void process.stdout.write(`merged ${merged_userid} into ${userid}.\n`)
  const { message = answer.body.toString(), cure = '' } = JSON.parse(answer.body.toString())
  process.stderr.write(`kefu: ${message} ${cure}\n`)
  process.exitCode = REFUSED
}
