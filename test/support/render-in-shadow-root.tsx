import { within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { onTestFinished } from 'vitest'
import styles from '../../src/styles.css?inline'
import { createApp } from './render-with-files.js'

/** An app in an open shadow root, with our stylesheet there and nowhere else. */
export function renderInShadowRoot(ui: ReactElement, options?: Parameters<typeof createApp>[0]) {
  const outer = [...document.styleSheets]
  for (const sheet of outer) sheet.disabled = true

  const host = document.createElement('div')
  const shadow = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  shadow.adoptedStyleSheets = [sheet]
  const mount = document.createElement('div')
  shadow.append(mount)
  document.body.append(host)
  onTestFinished(() => {
    host.remove()
    for (const each of outer) each.disabled = false
  })

  const app = createApp(options)
  app.render(ui, { container: mount, baseElement: mount })
  return { ...app, host, shadow, mount, screen: within(mount) }
}
