/** What an answer holds, for tests that look into it field by field. */
export const jsonOf = async (answer: Response | Promise<Response>) => JSON.parse(await (await answer).text())
