/** 3.4.2 and 3.5.2 Following up: notes, and the step to another stage or to an outcome. */
import { sobot as vendor } from '../../schemas/index.ts'
import { success } from '../../schemas/sobot/common.ts'
import { type Behaviour, fail } from '../behaviour.ts'
import { existing, happened, moved, operator, patched } from './changes.ts'
import { stageKinds } from './events.ts'
import { required } from './label-groups.ts'
import { stages } from './tables.ts'

export const followUp: Behaviour<typeof vendor> = {
  customerStageSave({ body }, world) {
    const before = existing(world, required(body.userid, world))
    const stageid = required(body.stageid, world)
    // 2 says that there is an outcome, but not which.
    if (!Object.hasOwn(stageKinds, body.stage_type ?? 1)) fail(vendor, '999999')
    const stage_type = Number(body.stage_type ?? 1)
    if ((stage_type === 1 || stageid) && !stages(world).get(stageid)) fail(vendor, '999999')
    // An outcome is reached in the stage that the customer is in; the id sent counts where it is in none.
    const reached = stage_type === 1 ? stageid : before.stageid || stageid
    moved(world, before, patched(before, { stageid: reached, stage_type }), body.remark ?? null)
    return { ...success }
  },
  customerRecordSave({ body }, world) {
    const { id } = existing(world, required(body.userid, world))
    const text = required(body.content, world)
    happened(world, id, 'user_record', { by: operator(world).id, text })
    return { ...success }
  },
}
