import { forwardRef } from 'react'
import type { IconName } from './icon-paths.js'
import { iconPaths } from './icon-paths.js'
import type { PartProps } from './render-part.js'
import { renderPart } from './render-part.js'

/** What an `Icon` tells by its `data-*` attributes. */
export interface IconState {
  /** 16 px instead of 20. @selector [data-size=sm] */
  readonly size?: 'sm' | undefined
  /** Turned round where one reads from right to left. @selector [data-mirror] */
  readonly mirror?: boolean | undefined
  /** @selector [data-spin] */
  readonly spin?: boolean | undefined
  /** Draws itself once. @selector [data-draw] */
  readonly draw?: boolean | undefined
}

/** Props of `Icon`. */
export interface IconProps extends IconState, Omit<PartProps<'svg', IconState>, 'name' | 'spin' | 'mirror'> {
  readonly name: IconName
}

/**
 * A drawing beside words, never instead of them. Renders an `<svg>`.
 *
 * @example
 * <Icon name="download" size="sm" />
 */
export const Icon = forwardRef<SVGSVGElement, IconProps>(function Icon(
  { name, size, mirror, spin, draw, ...props },
  ref,
) {
  return renderPart('svg', props, {
    name: 'icon',
    state: { size, mirror, spin, draw },
    ref,
    defaults: {
      viewBox: '0 0 20 20',
      'aria-hidden': true,
      // Sizes of its own, for pages without our styles.
      width: 20,
      height: 20,
      fill: 'none',
      stroke: 'currentColor',
      children: <path d={iconPaths[name]} pathLength={draw ? 1 : undefined} />,
    },
  })
})
