/** Errata of chapters 4 and 5: pushes and codes. */
import type { Erratum } from '../../define.ts'

export const pushes: readonly Erratum[] = [
  { id: 'S76', kind: 'missing', lines: [1850], says: 'The link to how pushes are signed, answered and repeated is lost.', reads: 'See the assumptions that begin with push.', touches: ['customerAdded', 'customerUpdated', 'customerMerged'] },
  { id: 'S77', kind: 'type-mismatch', lines: [1872, 1873, 1875, 1893, 1900, 1940, 1941, 1943, 1961, 1968], says: 'Integers by the tables, text in the examples.', reads: 'Text; numbers are accepted.', touches: ['customerAdded', 'customerUpdated'], variant: 'numbers as in the table' },
  { id: 'S78', kind: 'typo', lines: [1893, 2032], says: 'The type int among Integer.', reads: 'Integer.', touches: ['customerAdded', 'customerUpdated'] },
  { id: 'S79', kind: 'enum-mismatch', lines: [1908, 1976], says: 'sex is 1 or 2 by the table, 0 in the example.', reads: '0 is unknown.', touches: ['customerAdded', 'customerUpdated'], variant: 'sex unknown' },
  { id: 'S80', kind: 'type-mismatch', lines: [1918, 1980, 2119], says: 'extend_field_values is a list by the table, "" in the first example.', reads: 'A list, or "" when there is none.', touches: ['customerAdded', 'customerUpdated'], variant: 'no custom fields' },
  { id: 'S81', kind: 'typo', lines: [1886, 2025], says: '更新者者类型.', reads: '更新者类型.', touches: ['customerAdded', 'customerUpdated'] },
  { id: 'S82', kind: 'typo', lines: [1873, 1892, 2012, 2031], says: 'Kinds of operators separated by , and 、 in turn.', reads: 'One list, 1 to 7.', touches: ['customerAdded', 'customerUpdated'] },
  { id: 'S83', kind: 'lost-formatting', lines: [1924, 2063], says: 'Types and formats run into each other: 2019-09-014、时间 10:20:305、.', reads: '3 date (2019-09-01), 4 time (10:20:30), 5 number.', touches: ['customerAdded', 'customerUpdated'] },
  { id: 'S84', kind: 'enum-mismatch', lines: [1890, 2029, 2097], says: 'msg_type is 0, new, for changed customers as well.', reads: '0 is either; see the assumption addedOrUpdated.', touches: ['customerAdded', 'customerUpdated'], unmet: 'Every message has it, the documented examples too.' },
  { id: 'S85', kind: 'ambiguous', lines: [1894, 1901], says: 'unionid and wx_build_unionid side by side.', reads: 'The first is of WeCom, the second of an app of your own.', touches: ['customerAdded', 'customerUpdated'] },
  { id: 'S86', kind: 'type-mismatch', lines: [2158, 2173, 2175], says: 'datetime is text by the table and in the other pushes, a number here; so is msg_type in the other pushes.', reads: 'Numbers; text is accepted.', touches: ['customerMerged'], variant: 'text like the other pushes' },
  { id: 'S87', kind: 'inconsistent-example', lines: [2177, 2178], says: 'A customer is merged with itself.', reads: 'The two ids differ.', touches: ['customerMerged'], variant: 'merged with itself' },
  { id: 'S88', kind: 'copy-paste', lines: [1856], says: 'The list of events names views such as all customers and the page of a company.', reads: 'A new customer, wherever it was created.', touches: ['customerAdded'] },
  { id: 'S96', kind: 'inconsistent-example', lines: [1902, 2041], says: 'wx_build_unionid stands at different places of the two tables.', reads: 'The order of fields means nothing.', touches: ['customerAdded', 'customerUpdated'], unmet: 'Objects have no order.' },
  { id: 'S97', kind: 'inconsistent-example', lines: [1913, 2052], says: 'What bizid holds is explained in 4.2 only.', reads: 'It holds for both.', touches: ['customerAdded', 'customerUpdated'], unmet: 'Only the remark differs.' },
  { id: 'S98', kind: 'enum-mismatch', lines: [1050, 1887, 2026], says: 'black_type is 24/48/72 hours, 0 in the detail: codes or hours?', reads: 'Open; 24, 48 and 72 as printed.', touches: ['customerDetail', 'customerAdded', 'customerUpdated'], variant: 'blacklisted' },
  { id: 'S101', kind: 'type-mismatch', lines: [1954, 1955, 1960, 1965, 1971, 1984, 2094, 2134], says: 'Integers are "" when there is no value.', reads: '"" is no value.', touches: ['customerAdded', 'customerUpdated'], variant: 'empty codes' },
  { id: 'S109', kind: 'name-mismatch', lines: [1869, 1876, 1878, 1911, 1914], says: 'userid, liable_agentid, user_tels, … where the API says id, liable_serviceid, tel, …', reads: 'As printed, per place.', touches: ['customerAdded', 'customerUpdated'], unmet: 'Each place is consistent.' },
  { id: 'S115', kind: 'inconsistent-example', lines: [2079, 2088, 2108], says: 'The printed change has the second in which the customer was created.', reads: 'A change all the same, for its update_type is set.', touches: ['customerUpdated'], unmet: 'Only the data raise the doubt; the message is sound.' },
  { id: 'S89', kind: 'duplicate', lines: [2192, 2203, 2205], says: '5.3 has the heading of 5.2, system errors; it lists errors of business.', reads: '业务异常.', touches: [], unmet: 'A heading.' },
  { id: 'S90', kind: 'ambiguous', lines: [2211], says: '510004 has two meanings.', reads: 'The message tells which.', touches: ['labelSave', 'labelUpdate', 'labelRemove', 'customerLabelUpdate'] },
  { id: 'S91', kind: 'missing', lines: [2205, 2215], says: 'The codes are said to be unfinished.', reads: '700046 and 400004 are added; the codes of tickets and of the blacklist are left out, since no operation here can answer them.', touches: [] },
]
