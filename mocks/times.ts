/** Times as the vendors write them into their answers. */

const BEIJING = 8 * 3_600_000

/** `2021-07-14 12:17:10`, Beijing time, which knows no summer time. */
export const localTime = (milliseconds: number) =>
  new Date(milliseconds + BEIJING).toISOString().slice(0, 19).replace('T', ' ')
