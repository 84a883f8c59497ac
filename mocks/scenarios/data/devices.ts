/** What visitors sit at, and which search engine they come by. */

export interface Device {
  phone: boolean
  browser: string
  browserVersion: string
  screen: string
  system: string
  systemVersion: string
}

export const devices: readonly Device[] = `
computer 谷歌浏览器 126.0 1920*1080 Windows 10
computer Edge浏览器 125.0 2560*1440 Windows 11
computer QQ浏览器 12.3 1366*768 Windows 7
computer Safari浏览器 17.4 1440*900 MacOS 14.4
phone 谷歌浏览器 124.0 412*915 Android 14
phone UC浏览器 16.2 360*800 Android 13
phone QQ浏览器 14.8 393*873 Android 12
phone Safari浏览器 17.5 390*844 iOS 17.5`
  .trim()
  .split('\n')
  .map(row => {
    const [kind, browser = '', browserVersion = '', screen = '', system = '', systemVersion = ''] = row.split(' ')
    return { phone: kind === 'phone', browser, browserVersion, screen, system, systemVersion }
  })

/**
 * The search engine that all come by, since it is the one that hides its keywords. Yunduo has a code and a word for a bought
 * and for a found result; only the first code has a published name.
 */
export const engine = {
  id: 'baidu',
  title: '百度',
  host: 'search.example.com',
  paid: { code: 'BD_PAY_LINK', word: '百度-付费链接' },
  found: { code: '11', word: '百度-非付费链接' },
}
