import type { Initiative, Profile, Section, SectionTemplate } from '../../core'

/** The sections as they stand, and before each the missing ones that the profile wants before it. */
export function inTemplateOrder({ sections, missing }: Initiative, profile: Profile): readonly (Section | SectionTemplate)[] {
  const place = (kind: string | undefined): number => profile.initiative.findIndex((template) => template.kind === kind)
  const left = [...missing]
  const ordered: (Section | SectionTemplate)[] = []
  for (const section of sections) {
    while (left[0] && place(section.kind) > place(left[0].kind)) ordered.push(...left.splice(0, 1))
    ordered.push(section)
  }
  return [...ordered, ...left]
}
