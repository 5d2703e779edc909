import type { IconProps } from '../../parts/icon.js'
import { Icon } from '../../parts/icon.js'

/** Icons that come only with the viewer, so that others need not load them. */
export function Glyph({
  name,
  ...props
}: Omit<IconProps, 'name' | 'children'> & { readonly name: GlyphName }) {
  return (
    <Icon {...props} name="file">
      <path d={paths[name]} />
    </Icon>
  )
}

const paths = {
  eye: 'M2.5 10S5.25 5 10 5s7.5 5 7.5 5-2.75 5-7.5 5-7.5-5-7.5-5zM10 7.75a2.25 2.25 0 1 1 0 4.5 2.25 2.25 0 0 1 0-4.5z',
  left: 'M12.25 5.5 7.75 10l4.5 4.5',
  right: 'm7.75 5.5 4.5 4.5-4.5 4.5',
  minus: 'M4.5 10h11',
} as const

type GlyphName = keyof typeof paths
