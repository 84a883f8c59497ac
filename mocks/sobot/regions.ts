/** 3.8 Provinces, cities and districts of China, by their official codes, as the package china-area-data lists them. */
import { createRequire } from 'node:module'
import { sobot as vendor } from '../../schemas/index.ts'
import { success } from '../../schemas/sobot/common.ts'
import type { Behaviour } from '../behaviour.ts'
import type { World } from '../world/world.ts'

type RegionKind = 'province' | 'city' | 'area'

interface Region {
  id: string
  name: string
  /** Code of the region that it lies in. */
  above: string
}

/** Code of a region → codes and names of what lies in it. */
type Data = Record<string, Record<string, string>>

const CHINA = '86'

let known: Record<RegionKind, Region[]> | undefined

/** Read at the first request, for start-up would wait for it. */
function regions() {
  known ??= levels(createRequire(import.meta.url)('china-area-data/data.json') as Data)
  return known
}

function levels(data: Data): Record<RegionKind, Region[]> {
  const below = (above: string) => Object.entries(data[above] ?? {}).map(([id, name]) => ({ id, name, above }))
  const province = below(CHINA)
  const city = province.flatMap(it => below(it.id))
  return { province, city, area: city.flatMap(it => withoutCollective(below(it.id))) }
}

/** The printed answer leaves out the collective entry of a city (市辖区) where its districts follow. */
function withoutCollective(areas: Region[]) {
  const others = areas.filter(it => it.name !== '市辖区')
  return others.length ? others : areas
}

const swapped = (world: World) => world.switches.choice(vendor, 'regionAnswers') === 'swapped'

const citiesOf = (provinceid: string) =>
  regions()
    .city.filter(it => it.above === provinceid)
    .map(it => ({ cityid: it.id, city_name: it.name, provinceid }))

const areasOf = (cityid: string) =>
  regions()
    .area.filter(it => it.above === cityid)
    .map(it => ({ areaid: it.id, area_name: it.name, cityid }))

/** A code that no region has is no error: there is nothing in it. */
export const regionLists: Behaviour<typeof vendor> = {
  provinceList: () => ({
    ...success,
    items: regions().province.map(it => ({ provinceid: it.id, province_name: it.name })),
  }),
  // As printed, the answers stand at each other's place: every district of the province here, …
  cityList({ params: { provinceid } }, world) {
    const cities = citiesOf(provinceid)
    return { ...success, items: swapped(world) ? cities.flatMap(it => areasOf(it.cityid)) : cities }
  },
  // … and the city with its neighbours in the province there.
  areaList({ params: { cityid } }, world) {
    if (!swapped(world)) return { ...success, items: areasOf(cityid) }
    const city = regions().city.find(it => it.id === cityid)
    return { ...success, items: city ? citiesOf(city.above) : [] }
  },
}
