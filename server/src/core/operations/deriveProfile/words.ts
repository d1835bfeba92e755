/** What authors write for text that is still to come, and for having nothing to say. In the case that is usual for each. */

export const PLACEHOLDER_WORDS: readonly string[] = [
  'XXX', 'WIP', 'offen', 'folgt', 'ausstehend', 'à faire', 'à compléter', 'por hacer', 'pendiente', 'da fare', 'nog te doen', 'a fazer', '待定', '未定', '待补充',
]

export const NONE_WORDS: readonly string[] = [
  'keine', 'keiner', 'keines', 'keine bekannt', 'entfällt', 'aucun', 'aucune', 'ninguno', 'ninguna', 'nessuno', 'nessuna', 'geen', 'nenhum', 'nenhuma', 'ingen', 'brak', '无', 'なし',
]
