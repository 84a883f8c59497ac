/** What the commands say of themselves, in Chinese: by command, and its arguments and options. */

export interface CommandWords {
  says: string
  arguments?: Readonly<Record<string, string>>
  /** By the long form: `--to`. */
  options: Readonly<Record<string, string>>
}

const secret = '一项凭证，可重复；也可写成 <vendor>.<name>，或用环境变量 KEFU_<VENDOR>_<NAME>'
const seed = '种子相同，凭证就相同'
const assume = '切换一项假设，可重复'
const allowHost = '除本机外还允许调用的主机，可重复'
const runningMock = '正在运行的模拟服务的地址'
const receiverAddress = '接收端的地址'

/** Of every command that sends pushes. */
const sending = {
  '--header': '增加一个请求头，可重复',
  '--param': '在地址里增加一个参数，可重复',
  '--field': '易聊：用另一个名称发送字段，可重复',
  '--assume': assume,
  '--allow-host': '除本机外还允许调用的主机、地址或网段，可重复',
  '--profile': '推送何时重发',
  '--limit': '每个地址同时进行的发送次数',
  '--most': '全部地址同时进行的发送次数',
  '--faults': '按这个比例让发送在中途断开',
  '--state': '把等待发送的推送保存在这个文件里，以后接着发送',
  '--redrive': '把该文件里的死信再发送一次',
  '--record': '把每个请求写入这个文件，格式与 replay 读取的相同',
  '--json': '每行输出一个 JSON 对象，不输出文字',
  '--secret': secret,
  '--seed': seed,
}

/** Of every command that judges. */
const reporting = {
  '--min': '及格线：must、should、may，或百分比',
  '--report': '输出报告：junit、json、html、badge，以及写到标准输出的 github',
  '--out': '报告和请求写入的目录',
  '--verbose': '每个用例一行，通过的也列出',
}

const serving: Record<string, CommandWords> = {
  mock: {
    says: '启动模拟服务，包含全部厂商或指定的厂商',
    arguments: { vendors: '厂商名：sobot、okayapi、echat、yunduo、easyliao' },
    options: {
      '--port': '监听的端口',
      '--host': '监听的地址',
      '--assume': assume,
      '--strict': '拒绝偏离契约的请求，不再容忍',
      '--fault': '注入故障：flaky、slow、rate-limited、down；可重复',
      '--state': '把各个世界保存在这个文件里',
      '--load': '从一个世界的这份快照开始',
      '--allow-host': allowHost,
      '--allow-origin': '除本机页面外还允许调用的来源，文件用 "null"；可重复',
      '--journal-entries': '每个世界记住的请求条数',
      '--journal-mebibytes': '其中最多保留多少 MiB',
      '--unmasked': '在日志里显示密钥和电话号码',
      '--seed': seed,
    },
  },
  list: { says: '列出全部厂商或某个厂商的接口和推送', options: {} },
  call: {
    says: '调用厂商或模拟服务的一个接口',
    options: {
      '--to': '基础地址；默认是本机的模拟服务',
      '--query': '一个查询参数，可重复',
      '--param': '路径里的一个参数，可重复',
      '--body': '请求体，或 @文件',
      '--secret': secret,
      '--seed': seed,
    },
  },
  open: {
    says: '解码并检查一条截获的消息，从标准输入读取',
    options: { '--as': '消息本身看不出类型时，指定它是哪种推送', '--secret': secret, '--seed': seed },
  },
  explain: {
    says: '说明签名或加密消息错在哪里；截获的内容从标准输入读取',
    options: {
      '--as': '截获的内容看不出来时，指定要检查什么',
      '--window': '时间最多可以与现在相差多少秒',
      '--secret': secret,
      '--seed': seed,
    },
  },
  merge: {
    says: '在运行中的模拟服务上合并智齿的两个客户，如同有人在控制台操作',
    arguments: { userid: '保留的客户', merged_userid: '被合并的客户' },
    options: { '--to': '模拟服务的地址', '--world': '客户所在的世界' },
  },
}

const pushing: Record<string, CommandWords> = {
  push: {
    says: '向接收端发送一条推送，按厂商的方式签名或加密；也可发送多份',
    options: {
      ...sending,
      '--to': receiverAddress,
      '--example': '示例或变体的名称；默认是文档里的示例',
      '--set': '设置消息的一个字段，可重复',
      '--count': '发送多少条，每条的 id 都不同',
    },
  },
  scenario: {
    says: '向接收端播放完整的会话，或列出可以播放的场景',
    options: {
      ...sending,
      '--to': '接收端的地址；有多个厂商时写成 <vendor>=<url>，可重复',
      '--count': '会话的数量，每个都不同',
      '--start': '第一个会话的开始时间；默认是现在',
      '--pace': '上一个事件得到确认后再发下一个、按时间发送，或一次全部发出',
      '--at-once': '同时进行的会话数量',
      '--shuffle': '打乱同一会话里事件的顺序',
      '--twice': '按这个比例把事件发送两次',
    },
  },
  replay: {
    says: '重新发送录制的推送：每行一个 JSON 对象，含 time、headers、query、body',
    options: {
      ...sending,
      '--vendor': '这些推送属于哪个厂商',
      '--to': receiverAddress,
      '--pace': '保留录制时的间隔，或得到确认就接着发送',
      '--rate': '改为每秒发送多少条',
      '--keep-bytes': '逐字节发送录制的内容，不重新签名',
      '--broken': '遇到无法发送的行怎么办：全部不发，或发送其余的',
    },
  },
}

const judging: Record<string, CommandWords> = {
  verify: {
    says: '用一致性测试评判推送的处理程序',
    arguments: { vendor: '默认是配置里的全部厂商' },
    options: {
      ...reporting,
      '--target': '处理程序的地址',
      '--config': '处理程序，以及推送应当引起的结果；默认是 kefu.config.ts',
      '--case': '只尝试这个用例；* 代表任意字符；可重复',
      '--list': '改为列出全部用例',
      '--seed': '种子相同，消息就相同；默认每次运行都不同',
      '--header': '处理程序要求的请求头，可重复',
      '--param': '处理程序要求的地址参数，可重复',
      '--assume': assume,
      '--allow-host': allowHost,
      '--mock': '评判结果时，处理程序所调用的模拟服务',
      '--world': '它所在的世界；默认是 default',
      '--timeout': '等待应答的毫秒数；默认按厂商的规定',
      '--at-once': '同时进行的用例数量；默认 4，评判结果时为 1',
      '--patience': '处理程序退出后，等待它恢复的毫秒数',
      '--secret': secret,
    },
  },
  audit: {
    says: '根据日志评判调用过模拟服务的客户端，以及收到推送的接收端',
    arguments: { vendor: '默认是日志里的全部厂商' },
    options: {
      ...reporting,
      '--mock': runningMock,
      '--world': '日志所属的世界',
      '--journal': '从 /_kefu/exchanges 保存的日志，代替运行中的模拟服务',
    },
  },
  journal: {
    says: '列出运行中的模拟服务收到的请求和发出的推送，或把其中一次写成可以运行的文件',
    arguments: { number: '3 表示一条记录，p3 表示一条推送；不写则全部列出' },
    options: {
      '--as': '测试文件、shell 脚本，或一行 JSON（默认）',
      '--file': '写入这个文件，不写到标准输出',
      '--force': '覆盖已有的文件',
      '--mock': runningMock,
      '--world': '日志所属的世界',
    },
  },
}

export const commandWords: Readonly<Record<string, CommandWords>> = { ...serving, ...pushing, ...judging }
