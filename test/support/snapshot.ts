import type { Document } from '../../server/src/core'
import { findingsIn } from './findings'

/** All that a document says, its findings and their fixes included, to compare with what another says. */
export const snapshot = (document: Document): object => ({
  survey: document.survey,
  recognition: document.recognition,
  findings: findingsIn(document).map(({ rule, severity, span, message, related, fix }) => ({
    code: rule.code,
    severity,
    span,
    message,
    related,
    fix: fix && { title: fix.title, edits: fix.edits() },
  })),
})
