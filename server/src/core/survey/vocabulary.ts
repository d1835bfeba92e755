/** What sections that judge are called in many languages. Data: a language more is a line more in each list. */

export type Side = 'for' | 'against'

const TITLES = {
  strengths: {
    en: ['Strengths', 'Strength', 'Strong points', 'Key strengths', 'Main strengths', 'What works well', 'Highlights'],
    de: ['Stärken', 'Stärke'],
    fr: ['Forces', 'Points forts', 'Atouts'],
    es: ['Fortalezas', 'Puntos fuertes', 'Fuerzas'],
    pt: ['Pontos fortes', 'Forças'],
    it: ['Punti di forza', 'Forze'],
    nl: ['Sterktes', 'Sterke punten'],
    sv: ['Styrkor'],
    pl: ['Mocne strony'],
    cs: ['Silné stránky'],
    ru: ['Сильные стороны'],
    uk: ['Сильні сторони'],
    zh: ['优势', '優勢', '强项', '長處', '长处'],
    ja: ['強み', '長所'],
    ko: ['강점'],
    tr: ['Güçlü yönler'],
  },
  weaknesses: {
    en: [
      'Weaknesses',
      'Weakness',
      'Weak points',
      'Key weaknesses',
      'Main weaknesses',
      'Where it falls short',
      'Where they fall short',
      'Shortcomings',
      'Gaps',
    ],
    de: ['Schwächen', 'Schwäche'],
    fr: ['Faiblesses', 'Points faibles'],
    es: ['Debilidades', 'Puntos débiles'],
    pt: ['Pontos fracos', 'Fraquezas'],
    it: ['Punti deboli', 'Debolezze', 'Punti di debolezza'],
    nl: ['Zwaktes', 'Zwakke punten'],
    sv: ['Svagheter'],
    pl: ['Słabe strony'],
    cs: ['Slabé stránky'],
    ru: ['Слабые стороны'],
    uk: ['Слабкі сторони'],
    zh: ['劣势', '劣勢', '弱点', '弱點', '不足', '局限', '局限性'],
    ja: ['弱み', '短所'],
    ko: ['약점'],
    tr: ['Zayıf yönler'],
  },
  pros: {
    en: ['Pros', 'Pro', 'Advantages', 'Advantage', 'Benefits', 'Upsides', 'Good, because', 'The good'],
    de: ['Vorteile', 'Vorteil', 'Für', 'Dafür', 'Gut, weil'],
    fr: ['Avantages', 'Avantage', 'Pour', 'Les plus'],
    es: ['Ventajas', 'Ventaja', 'A favor'],
    pt: ['Vantagens', 'Prós'],
    it: ['Vantaggi', 'Pregi'],
    nl: ['Voordelen'],
    sv: ['Fördelar'],
    pl: ['Zalety'],
    cs: ['Výhody'],
    ru: ['Преимущества', 'Достоинства', 'Плюсы'],
    uk: ['Переваги', 'Плюси'],
    zh: ['优点', '優點'],
    ja: ['メリット', '利点'],
    ko: ['장점'],
    tr: ['Avantajlar', 'Artılar'],
  },
  cons: {
    en: [
      'Cons',
      'Con',
      'Disadvantages',
      'Disadvantage',
      'Drawbacks',
      'Drawback',
      'Downsides',
      'Limitations',
      'Limitation',
      'Bad, because',
      'The bad',
    ],
    de: ['Nachteile', 'Nachteil', 'Einschränkungen', 'Grenzen', 'Dagegen', 'Schlecht, weil'],
    fr: ['Inconvénients', 'Inconvénient', 'Limites', 'Contre', 'Les moins'],
    es: ['Desventajas', 'Desventaja', 'Inconvenientes', 'Limitaciones', 'En contra'],
    pt: ['Desvantagens', 'Contras', 'Limitações'],
    it: ['Svantaggi', 'Difetti', 'Limiti'],
    nl: ['Nadelen', 'Beperkingen'],
    sv: ['Nackdelar'],
    pl: ['Wady', 'Ograniczenia'],
    cs: ['Nevýhody'],
    ru: ['Недостатки', 'Минусы', 'Ограничения'],
    uk: ['Недоліки', 'Мінуси', 'Обмеження'],
    zh: ['缺点', '缺點'],
    ja: ['デメリット', '欠点'],
    ko: ['단점'],
    tr: ['Dezavantajlar', 'Eksiler'],
  },
} as const

/** What a kind of section is called, in all languages or in some of them. */
export function titlesOf(kind: keyof typeof TITLES, languages?: readonly string[]): readonly string[] {
  const titles: Readonly<Record<string, readonly string[]>> = TITLES[kind]
  return Object.entries(titles).flatMap(([language, each]) => (languages?.includes(language) === false ? [] : each))
}

/** What their text goes on with, without a colon: `Good, because it is fast`, as architecture decision records have it. */
export const phrases: readonly string[] = [
  ...Object.keys(TITLES).flatMap((kind) => titlesOf(kind as keyof typeof TITLES)),
  'Neutral, because',
  'Neutral, weil',
].filter((title) => title.includes(', '))
