/** The six sections of an initiative, written, so that an example shows nothing but its own finding. */
export const sixSections = `#### What is it?
A side chain.
#### Who does it?
Two companies.
#### Strengths
It is fast.
#### Weaknesses
It is young.
#### Opportunities
Cheap payments.
#### Threats
None.`
