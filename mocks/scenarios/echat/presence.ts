/** Who is there at Echat: staff come and go, and with the first and the last of them group, route and company. */
import type { Cast } from '../cast.ts'
import { route, type Staff } from '../data/company.ts'
import type { Event } from '../define.ts'
import type { Say } from './teller.ts'

const state = (staffStatus: string, { id, logname, name }: Staff) => ({
  staffStatus,
  staffId: id,
  staffLogname: logname,
  staffName: name,
})

const around = ({ department }: Cast, presence: '1' | '2') => ({
  skill: { skillStatus: presence, skillId: department.id, skillName: department.name },
  route: { routeStatus: presence, routeId: route.routeId, routeName: route.routeName },
  company: { companyStatus: presence },
})

/** The first of the day logs in. */
export function comes(cast: Cast, say: Say, staff: Staff, at: number): Event[] {
  const { skill, route, company } = around(cast, '1')
  return [
    say('staffStatus', at, state('1', staff)),
    say('skillStatus', at, skill),
    say('routeStatus', at, route),
    say('companyStatus', at, company),
  ]
}

/** The last of the day is busy to the end, then logs out. */
export function goes(cast: Cast, say: Say, staff: Staff, at: number): Event[] {
  const { skill, route, company } = around(cast, '2')
  return [
    say('staffStatus', at - 60_000, state('2', staff)),
    say('staffStatus', at, state('5', staff)),
    say('skillStatus', at, skill),
    say('routeStatus', at, route),
    say('companyStatus', at, company),
  ]
}
