/** Example of customerListByPage (3.3.1). */
import type { Static } from '@sinclair/typebox'
import type { FoundCustomer } from '../customer-shape.ts'

type Customer = Static<typeof FoundCustomer>

export const customers: Customer[] = [
  {
    id: '494e7107aaa9d96b12d927815689ea4b',
    pid: 'fb1eac5fcacbcb053ae018b64665c9ad',
    nick: '晴空小鹿',
    sex: 1,
    source: 9,
    status: 8,
    partnerid: 'wmExampleAAAA_ofNobodyInParticu1',
    is_vip: '0',
    user_status: 0,
    extend_fields: {},
    fixed_fields: {
      userLabel: '团员,泰山,www',
    },
    create_type: 1,
    create_time: 1629860308,
    create_date: 1629820800,
    create_serviceid: 'b1ecb2497a7a50cee8fe7b905c24cc2d',
    update_time: 1632369757,
    update_user_id: '882ea4e246f64614c8fc07cc3d79a120',
    update_user_name: '周-众服',
    liable_serviceid: 'b1ecb2497a7a50cee8fe7b905c24cc2d',
    liable_service_name: '林远',
    crm_status: 3,
    wx_build_unionid: 'or-ExampleUnionId_ofNobody01',
  },
  {
    id: 'bf82775ce1c3259fd430a10bc15bcd3b',
    pid: 'fb1eac5fcacbcb053ae018b64665c9ad',
    nick: 'tet221',
    uname: 'stedfg',
    email: 'yinuo@example.com',
    tel: '16000000103',
    source: 18,
    status: 8,
    is_vip: '0',
    user_status: 0,
    extend_fields: {},
    fixed_fields: {},
    create_type: 1,
    create_time: 1632369647,
    create_date: 1632326400,
    create_serviceid: 'cdc3a491984d502ffa7231959719619e',
    create_service_name: 'SCRM测试',
    update_time: 1632369647,
    update_user_id: 'cdc3a491984d502ffa7231959719619e',
    update_user_name: 'SCRM测试',
    crm_status: 1,
    wx_build_unionid: '11112222333334',
  },
]

/** The numbers of a customer in the spelling of the table. */
export const asText = (customer: Customer): Customer => ({
  ...customer,
  user_status: '0',
  source: `${customer.source}`,
  create_type: '1',
  create_time: `${customer.create_time}`,
  create_date: `${customer.create_date}`,
  update_time: `${customer.update_time}`,
})
