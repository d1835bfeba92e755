/** A `.survey.json` as a German team would write it. */
export const GERMAN = `{
  // So heißen unsere Abschnitte.
  "profile": "swot-de",
  "profiles": {
    "swot-de": {
      "initiatives": { "title": "Aktuelle Initiativen", "endings": ["Initiativen", "Produkte"], "numbered": false },
      "initiative": [
        { "kind": "what", "title": "Was ist das?", "hint": "Was es ist und wie es geht." },
        { "kind": "strengths", "title": "Stärken" },
        { "kind": "weaknesses", "title": "Schwächen" },
        { "kind": "opportunities", "title": "Chancen" },
        { "kind": "threats", "title": "Risiken", "aliases": ["Gefahren"] },
      ],
      "survey": [
        { "kind": "observations", "title": "Beobachtungen", "aliases": ["Fazit"] },
        { "kind": "references", "title": "Quellen", "aliases": ["Literatur"] }
      ],
      "suffixes": ["für"],
      "placeholders": ["offen"],
      "none": ["keine", "keine bekannt"]
    }
  }
}
`
