/** The company that all stories happen at: its staff, groups, route and what each vendor calls it. */

export interface Staff {
  id: string
  logname: string
  name: string
  role: string
  /** Id at Sobot. */
  agent: string
}

const member = (id: string, account: string, name: string, role: string, agent: string): Staff => ({
  id,
  logname: `${account}@example.com`,
  name,
  role,
  agent,
})

/** The account alone, which is the id of an agent at EasyLiao. */
export const account = ({ logname }: Staff) => logname.slice(0, logname.indexOf('@'))

/** A group that visitors are served by. */
export interface Department {
  id: string
  name: string
  staff: readonly Staff[]
}

export const departments = {
  sales: {
    id: '11',
    name: '售前咨询组',
    staff: [
      member('2014', 'hesongnian', '何松年', '客服主管', '6f3b0e5d7c9147a28d10b45fa2c6e391'),
      member('2015', 'suqingyang', '苏清扬', '客服专员', 'a41c77d0e2684f5b93b8d6051ef7c20a'),
      member('2016', 'tangboshan', '汤柏山', '客服专员', '0d95e86b13fa4c7e8a62f94b70d3158c'),
    ],
  },
  service: {
    id: '12',
    name: '售后服务组',
    staff: [
      member('2021', 'miaoyinxue', '苗映雪', '客服主管', 'c8217f4ab06d49e3b5f1079de4832a6c'),
      member('2022', 'yuanlechuan', '袁乐川', '客服专员', '53e0ab9914d84276ae7c3fb1d820f695'),
      member('2023', 'nizhixia', '倪知夏', '客服专员', 'e7b64d2f8c0a4135917ed0a2c5f8b34d'),
    ],
  },
} satisfies { [name: string]: Department }

export const robot = { name: '小合', /** At Yunduo, where staff have numbers in the same range. */ id: 5_001_000 }

/** The way from the site to the groups, at Echat. */
export const route = { routeId: '310', routeName: '官网咨询', styleId: '45', styleName: '官网标准样式' }

export const company = {
  name: '合成示例有限公司',
  site: 'https://www.example.com',
  yunduo: { companyId: 4016, channelId: 2710, childChannelId: 2733 },
  easyliao: { companyId: '20611', siteId: '1207', siteName: '官网' },
  sobot: 'b7d02f6ce95a4813a0f4186dc3925e7b',
}
