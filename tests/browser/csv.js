/** Reads CSV as RFC 4180 has it: rows of cells, in which quoted ones may hold commas, quotes and line ends. */

/** @param {string} text @returns {string[][]} */
export function lines(text) {
  const found = [['']]
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const [row, c] = [found[found.length - 1], text[at]]
    if (quoted && c === '"' && text[at + 1] === '"') row[row.length - 1] += text[at += 1]
    else if (c === '"') quoted = !quoted
    else if (!quoted && c === ',') row.push('')
    else if (!quoted && c === '\n') found.push([''])
    else if (quoted || !(c === '\r' || (c === '\uFEFF' && at === 0))) row[row.length - 1] += c
  }
  return found.filter(row => row.length > 1 || row[0])
}
