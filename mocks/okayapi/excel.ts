/** The Excel file of several sheets: a record when it is asked for, a real workbook when it is fetched. */
import { AAndyUseRecordStatistics } from '../../schemas/okayapi/reports.ts'
import { localTime } from '../times.ts'
import type { World } from '../world/world.ts'
import type { Work } from './behaviour.ts'
import { columnsOf, type Listing, lists } from './lists.ts'
import { usesOf } from './messages.ts'
import { planColumns, plansOf } from './plans.ts'
import { type Row, rowsOf } from './rows/rows.ts'

/** What a file holds besides the lists that come from the seed. */
interface File {
  id: string
  /** Milliseconds since 1970. */
  time: number
  uses: readonly Row[]
  plans: readonly Row[]
}

const files = (world: World) => world.store.table<File>('okayapi.files')

export const excel = {
  ABuildExcel({ base }, world) {
    const id = world.newId('okayapi.file')
    const time = world.clock.now()
    files(world).put(id, { id, time, uses: usesOf(world), plans: [...plansOf(world).values()] })
    return { url: `${base}/files/${id}.xlsx`, file_name: `数据汇总_${localTime(time).replace(/\D/g, '')}.xlsx` }
  },
} satisfies Work

/** The names of the sheets; Excel allows 31 characters. */
const titles: { readonly [operation in Listing]: string } = {
  ANrkhCaseDetail: '内容客户案例',
  ANrdadanCaseDetail: '内容打单方案',
  APtjdCaseDetail: '平台竞对切换案例',
  ALieBiaoProductprocuredetail: '内容产品采购明细',
  ALieBiaoAndyReportPromts: '报告解读提示词',
  ALieBiaoAndypromptsteps: '提示词步骤',
  ARjkhSaleCaseDetail: '软件客户售卖案例',
}

type Columns = { readonly [column: string]: string }

const titled = (properties: { [column: string]: { title?: string } }): Columns =>
  Object.fromEntries(Object.entries(properties).map(([name, { title = name }]) => [name, title]))

/** The bytes of that .xlsx; undefined when the world has no such file. Equal seeds and requests give equal cells. */
export function workbook(world: World, id: string): Promise<Buffer> | undefined {
  const file = files(world).get(id)
  return file && written(file, world)
}

async function written({ uses, plans }: File, world: World): Promise<Buffer> {
  // Only who fetches a file needs the writer.
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const seeded = (Object.keys(lists) as Listing[]).map(it =>
    sheet(titles[it], columnsOf(it), rowsOf(world, lists[it].rows)),
  )
  const usage = AAndyUseRecordStatistics.reply.properties.data.properties.items.items.properties
  const kept = [sheet('使用情况记录', titled(usage), uses), sheet('过程数据', titled(planColumns), plans)]
  return writeExcelFile([...seeded, ...kept]).toBuffer()
}

const sheet = (name: string, columns: Columns, rows: readonly Row[]) => ({
  sheet: name,
  stickyRowsCount: 1,
  data: [
    Object.values(columns).map(value => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map(row => Object.keys(columns).map(column => cell(row[column]))),
  ],
})

/** Excel calls a file broken whose cell is longer. */
const LONGEST = 32_767

/** Text throughout: digits with leading zeros stay what they are. */
const cell = (value: string | number | undefined) => ({ value: String(value ?? '').slice(0, LONGEST), type: String })
