'use client'
import { forwardRef, useEffect } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'
import { urgentRules } from './dropzone-words.js'

/** Props of `FileDropzoneRules`. */
export type FileDropzoneRulesProps = PartProps<'p'>

/**
 * What may come in, in plain words before the pick; why the zone is disabled, or full. Its buttons are described by it.
 * Renders a `<p>`, or nothing where there is nothing to say.
 *
 * @example
 * <FileDropzone.Rules>{rulesInWords(rules, useMessages())}</FileDropzone.Rules>
 */
export const FileDropzoneRules = forwardRef<HTMLParagraphElement, FileDropzoneRulesProps>(
  function FileDropzoneRules({ children, ...props }, ref) {
    const dropzone = useDropzoneContext('Rules')
    const words = urgentRules(dropzone, useMessages()) ?? children
    const isShown = Boolean(words)
    const { setDescribed } = dropzone
    useEffect(() => {
      setDescribed(isShown)
      return () => setDescribed(false)
    }, [isShown, setDescribed])
    if (!isShown) return null
    return renderPart('p', props, {
      name: 'rules',
      ref,
      defaults: { id: dropzone.rulesId, children: <bdi>{words}</bdi> },
    })
  },
)
