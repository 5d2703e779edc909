import { forwardRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'

/** Props of `FileDropzoneRules`. */
export type FileDropzoneRulesProps = PartProps<'p'>

/** What may come in, in plain words before the pick. Renders a `<p>`. */
export const FileDropzoneRules = forwardRef<HTMLParagraphElement, FileDropzoneRulesProps>(
  function FileDropzoneRules(props, ref) {
    return renderPart('p', props, { name: 'rules', ref })
  },
)
