/** What earns each code of Sobot's catalogue, by operation; or why only an injected fault does. */
import type { Cause, Earn } from './causes.ts'
import type { Ask } from './tenant.ts'

const TOO_LONG = '标'.repeat(31)
const UNKNOWN = '0'.repeat(32)
const body = (sent: unknown) => (): Ask => ({ body: sent })
const labelling =
  (sent: unknown): Earn =>
  ({ customer }) => ({ params: { id: customer }, body: sent })

export const sobotCauses: readonly Cause[] = [
  { code: '900001', message: 'token为空', earned: { every: () => ({ headers: { token: '' } }) } },
  { code: '900002', message: 'token已失效,请重新获取', earned: { every: () => ({ headers: { token: UNKNOWN } }) } },
  {
    code: '900003',
    message: 'signature错误',
    earned: { getToken: ({ keys }) => ({ query: { appid: keys.appid as string, create_time: 1, sign: 'x' } }) },
  },
  { code: '900004', message: '没有找到公司的api配置信息!', earned: { getToken: () => ({ query: { appid: 'x' } }) } },
  {
    code: '999999',
    message: '系统未知异常',
    earned: {
      customerDetail: () => ({ params: { id: UNKNOWN } }),
      customerUpdate: () => ({ params: { id: UNKNOWN }, body: { nick: '甲' } }),
      customerLabelUpdate: () => ({ params: { id: UNKNOWN }, body: [] }),
      customerSave: body({ nick: '长'.repeat(51) }),
      customerAssign: ({ customer }) => ({
        body: { confirmids: customer, assign_biz_type: '9', liable_list: [{ liable_serviceid: UNKNOWN }] },
      }),
      customerConfirm: body({ confirmids: UNKNOWN, confirm_type: 1 }),
      customerListByPage: () => ({ query: { page_size: 0 } }),
      customerDynamicListByPage: () => ({ query: { userid: UNKNOWN } }),
      customerRecordSave: body({ userid: UNKNOWN, content: '已回访' }),
      customerStageSave: ({ customer }) => ({ body: { userid: customer, stageid: UNKNOWN, stage_type: 1 } }),
      labelGroupList: () => ({ query: { page_no: 0 } }),
      labelList: () => ({ query: { page_no: 'x' } }),
      labelGroupSave: body('{"name":'),
      every: () => ({ headers: { 'content-encoding': 'gzip' } }),
    },
  },
  {
    code: '700046',
    message: '当前企业所购的版本不支持使用接口（免费版、海外团队版不可使用）',
    onlyAsFault: 'A tenant of the mock has no edition that it could have bought.',
  },
  {
    code: '400004',
    message: '请求参数不能为空',
    earned: {
      labelGroupUpdate: body({ name: '新' }),
      labelGroupRemove: () => ({ path: '/api/scrm/5/label_group/remove' }),
      labelSave: body({ name: '新' }),
      labelUpdate: body({ name: '新' }),
      labelRemove: () => ({ path: '/api/scrm/5/label/remove' }),
      customerLabels: [body({ ids: '' }), body({})],
      customerLabelUpdate: [[{ id: '' }], [{ name: '新' }], {}].map(sent => labelling(sent)),
      customerSave: body({ email: 'nobody@example.com' }),
      customerUpdate: ({ customer }) => ({ params: { id: customer }, body: { nick: '' } }),
      customerAssign: body({ confirmids: '', liable_list: [], assign_biz_type: '1' }),
      customerConfirm: body({ confirm_type: 1 }),
      customerRecordSave: ({ customer }) => ({ body: { userid: customer, content: ' ' } }),
      customerStageSave: body({ stageid: 'x' }),
    },
  },
  {
    code: '510001',
    message: '标签组不存在',
    earned: {
      labelGroupUpdate: body({ id: UNKNOWN, name: '新' }),
      labelGroupRemove: () => ({ params: { id: UNKNOWN } }),
      labelSave: body({ name: '新', groupid: UNKNOWN }),
    },
  },
  {
    code: '510002',
    message: '标签组名称已存在',
    earned: {
      labelGroupSave: body({ name: '组一' }),
      labelGroupUpdate: ({ groups }) => ({ body: { id: groups[1], name: '组一' } }),
    },
  },
  {
    code: '510003',
    message: '标签名称已存在',
    earned: {
      labelSave: ({ groups }) => ({ body: { name: '标签一', groupid: groups[1] } }),
      labelUpdate: ({ labels }) => ({ body: { id: labels[1], name: '标签一' } }),
    },
  },
  {
    code: '510004',
    message: '标签参数名已存在',
    earned: {
      labelSave: ({ groups }) => ({ body: { name: '新', groupid: groups[1], param_name: 'one' } }),
      labelUpdate: ({ labels }) => ({ body: { id: labels[1], name: '标签二', param_name: 'one' } }),
    },
  },
  {
    code: '510004',
    message: '标签已不存在',
    earned: {
      labelUpdate: body({ id: UNKNOWN, name: '新' }),
      labelRemove: () => ({ params: { id: UNKNOWN } }),
      customerLabelUpdate: ({ customer }) => ({ params: { id: customer }, body: [{ id: UNKNOWN }] }),
    },
  },
  {
    code: '510005',
    message: '标签组名称不能为空',
    earned: { labelGroupSave: body({}), labelGroupUpdate: ({ groups }) => ({ body: { id: groups[0], name: ' ' } }) },
  },
  {
    code: '510006',
    message: '标签名称不能为空',
    earned: {
      labelSave: [
        ({ groups }) => ({ body: { groupid: groups[0], name: '' } }),
        ({ groups }) => ({ body: { groupid: groups[0] } }),
      ],
      labelUpdate: ({ labels }) => ({ body: { id: labels[0], name: '' } }),
    },
  },
  {
    code: '510007',
    message: '名称不能超过30个字',
    earned: {
      labelGroupSave: body({ name: TOO_LONG }),
      labelGroupUpdate: ({ groups }) => ({ body: { id: groups[0], name: TOO_LONG } }),
      labelSave: ({ groups }) => ({ body: { name: TOO_LONG, groupid: groups[0] } }),
      labelUpdate: ({ labels }) => ({ body: { id: labels[0], name: TOO_LONG } }),
    },
  },
  {
    code: '510008',
    message: '参数名称不能超过30个字',
    earned: {
      labelSave: ({ groups }) => ({ body: { name: '新', groupid: groups[0], param_name: TOO_LONG } }),
      labelUpdate: ({ labels }) => ({ body: { id: labels[0], name: '标签一', param_name: TOO_LONG } }),
    },
  },
]
