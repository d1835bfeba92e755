/** The bundle of the BibTeX library, which is larger than the rest of the server: loaded when somebody has such a text. */
export { bibtexLibrary } from './sources/formats/bibtex/library'
