/** Names of people who do not exist: surnames with their spelling in Latin letters, given names by gender. */

export const surnames = `
赵 zhao,钱 qian,孙 sun,李 li,周 zhou,吴 wu,郑 zheng,王 wang,冯 feng,陈 chen,褚 chu,卫 wei,蒋 jiang,沈 shen,韩 han,杨 yang,
朱 zhu,秦 qin,尤 you,许 xu,何 he,吕 lv,施 shi,张 zhang,孔 kong,曹 cao,严 yan,华 hua,金 jin,魏 wei,陶 tao,姜 jiang,
戚 qi,谢 xie,邹 zou,喻 yu,柏 bai,窦 dou,章 zhang,苏 su,潘 pan,葛 ge,范 fan,彭 peng,鲁 lu,韦 wei,马 ma,苗 miao,
方 fang,俞 yu,任 ren,袁 yuan,柳 liu,鲍 bao,史 shi,唐 tang,费 fei,岑 cen,薛 xue,雷 lei,贺 he,倪 ni,汤 tang,罗 luo`
  .trim()
  .split(/,\s*/)
  .map(it => it.split(' ') as [character: string, latin: string])

const words = (text: string) => text.trim().split(/\s+/)

export const givenNames = {
  male: words(`
    明远 景行 书衡 知白 云峥 嘉树 承泽 允文 修齐 怀瑾 立言 守拙 思源 望舒 听澜 砚清 牧之 以恒 乐山 临川
    季平 伯川 仲谦 叔远 维岳 启明 向阳 志恒 文博 建屏 国恒 春生 承川 永年 德润 庆丰 长庚 松年 海川 安邦
    子墨 浩然 天佑 俊彦 泽宇 梓轩 奕辰 皓轩 亦舟 柏舟`),
  female: words(`
    一诺 晓然 语桐 若溪 静姝 采薇 清扬 婉清 疏桐 念慈 映雪 知夏 南枝 听雨 书瑶 锦书 月白 初晴 云舒 慕青
    雅文 淑贤 秀兰 玉梅 春华 秋实 桂香 丽娟 红霞 素芬 美玲 爱珍 慧宁 佩华 文静 丹青 晓燕 小满 立夏 霜降
    子衿 梓涵 欣怡 诗涵 语岚 可馨 佳慧 思琪 雨桐 沐阳`),
}
