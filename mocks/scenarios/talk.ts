/** What is said: questions and answers with the pauses before them, and the lines that they become. */
import type { Dice } from './dice.ts'
import type { Person } from './person.ts'
import type { Topic } from './topics/index.ts'

export interface Exchange {
  asked: string
  answer: string
  /** Milliseconds before the question, and before the answer. */
  thinking: number
  typing: number
}

export interface Talk {
  /** What the robot answers, and what it cannot. */
  robot: readonly Exchange[]
  unanswered: Exchange
  /** What the visitor picks of the topic’s choice. */
  chosen: string
  /** With the first person, and with the second. */
  first: readonly Exchange[]
  second: readonly Exchange[]
  /** The visitor leaves a telephone number. */
  contact: Exchange
  goodbye: Exchange
  /** Written when nobody is there. */
  message: string
}

export function talkOf(topic: Topic, { phone, title }: Person, dice: Dice): Talk {
  const exchange = (asked: string, answer: string): Exchange => ({
    asked,
    answer,
    thinking: dice.seconds(3, 40),
    typing: dice.seconds(2, 35),
  })
  const asking = ([asked, answer]: readonly [string, string]) => exchange(dice.one(openings) + asked, answer)
  const asked = dice.some(topic.staff, dice.between(4, 6)).map(asking)
  const half = dice.between(1, asked.length - 2)
  return {
    robot: dice.some(topic.robot, dice.between(2, 4)).map(asking),
    unanswered: exchange(dice.one(unanswerable), '好的，这个我来请同事答复您。'),
    chosen: dice.one(topic.choice.options),
    first: asked.slice(0, half),
    second: asked.slice(half),
    contact: exchange(dice.one(contacts) + phone, `好的${title}，已经登记，${dice.one(promises)}。`),
    goodbye: exchange(dice.one(thanks), dice.one(farewells)),
    message: `${dice.one(topic.messages)}。${title}，${phone}`,
  }
}
const openings = ['', '', '请问', '想问一下，', '麻烦问下，', '再请教一下，', '还有，', '您好，', '对了，']
const unanswerable = [
  '转人工',
  '我想找人工客服',
  '能不能换真人回答',
  '我的情况比较特殊，想和客服说',
  '还是不太明白，找个人吧',
]
const contacts = ['我的电话是', '可以打这个电话：', '手机号：', '联系我就打', '留个电话吧，']
const promises = ['今天之内联系您', '十分钟后给您回电', '资料马上发您', '稍后有专人联系您', '明天上午给您回电']
const thanks = ['好的，谢谢', '明白了，谢谢您', '行，那先这样', '知道了，麻烦您了', '可以，等您消息']
const farewells = ['不客气，祝您生活愉快。', '感谢您的咨询，再见。', '好的，有问题随时来问。', '应该的，再见。']

export interface Line {
  /** Milliseconds since the story began. */
  at: number
  visitor: boolean
  speaker: string
  words: string
}

/** Who answers whom, one after the other from that moment on. The first answer introduces the speaker. */
export function spoken(exchanges: readonly Exchange[], speaker: string, from: number): Line[] {
  const lines: Line[] = []
  let at = from
  for (const { asked, answer, thinking, typing } of exchanges) {
    at += thinking
    lines.push({ at, visitor: true, speaker: '访客', words: asked })
    at += typing
    lines.push({ at, visitor: false, speaker, words: lines.length > 1 ? answer : `您好，我是${speaker}。${answer}` })
  }
  return lines
}

/** When the last word was said. */
export const over = (lines: readonly Line[]) => lines.at(-1)?.at ?? 0

/** Who said how much, and in how many milliseconds the visitor was answered. */
export function figuresOf(lines: readonly Line[]) {
  const answers = lines.flatMap((line, index) => (line.visitor ? [] : [line.at - (lines[index - 1]?.at ?? line.at)]))
  const total = answers.reduce((sum, it) => sum + it, 0)
  return {
    visitor: lines.length - answers.length,
    staff: answers.length,
    first: answers[0] ?? 0,
    average: Math.round(total / Math.max(answers.length, 1)),
  }
}
