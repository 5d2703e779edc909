import '../src/styles.css'
import './preview.css'
import { QueryClientProvider } from '@tanstack/react-query'
import type { Decorator, Preview } from '@storybook/react-vite'
import { setupWorker } from 'msw/browser'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { mswLoader } from 'msw-storybook-addon/csf3'
import { configure } from 'storybook/test'
import { useStore } from 'zustand'
import type { Messages } from '../src/index.js'
import { FilesProvider } from '../src/index.js'
import { de } from '../src/locales/de.js'
import { en } from '../src/locales/en.js'
import type { StoryEpilot } from './story-epilot.js'
import { createStoryEpilot } from './story-epilot.js'

// What a story waits for comes when it comes, on a busy machine too.
configure({ asyncUtilTimeout: 20_000 })

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: { storySort: { order: ['Start here', 'Components', 'Parts', 'Hooks', 'States', 'Scenes'] } },
  },
  initialGlobals: { theme: 'light', direction: 'ltr', locale: 'en' },
  globalTypes: {
    theme: toolbar('Theme', 'contrast', { light: 'Light', dark: 'Dark' }),
    direction: toolbar('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
    locale: toolbar('Language', 'globe', { en: 'English', de: 'Deutsch' }),
  },
  // Browsers know service workers on secure origins only.
  loaders: 'serviceWorker' in navigator ? [mswLoader(startWorker)] : [],
  async beforeEach(context) {
    const { id, globals, parameters, viewMode, msw } = context
    context.words = wordsOf(globals.locale)
    // Stories run again when a switch of the toolbar is turned; their uploads go on.
    context.epilot =
      epilots.get(id) ??
      (await createStoryEpilot({
        ...parameters.epilot,
        // Many stories stand on a page of the manual, and a worker cannot tell whose call it is.
        worker: viewMode === 'docs' ? undefined : msw,
      }))
    epilots.set(id, context.epilot)
    return () => {
      context.epilot.client.close()
      epilots.delete(id)
    }
  },
  decorators: [withEpilot],
}

export default preview

const epilots = new Map<string, StoryEpilot>()

async function startWorker() {
  const worker = setupWorker()
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: './worker.js' },
    findWorker: (scriptUrl) => scriptUrl.endsWith('/worker.js'),
  })
  return worker
}

function withEpilot(...[Story, { epilot, words, globals, viewMode }]: Parameters<Decorator>) {
  return (
    <Page {...{ epilot, words }}>
      <div
        className="canvas"
        data-view={viewMode}
        data-theme={globals.theme}
        dir={globals.direction}
        lang={words.locale}
      >
        <Story />
      </div>
    </Page>
  )
}

interface PageProps {
  readonly epilot: StoryEpilot
  readonly words: Messages
  readonly children: ReactNode
}

function Page({ epilot, words, children }: PageProps) {
  const client = useStore(epilot.page)
  const [loads, setLoads] = useState({ client, count: 0 })
  // After a reload nothing is left of what was on the page.
  if (loads.client !== client) setLoads({ client, count: loads.count + 1 })
  return (
    <QueryClientProvider client={epilot.queryClient}>
      <FilesProvider key={loads.count} client={client} messages={words}>
        {children}
      </FilesProvider>
    </QueryClientProvider>
  )
}

function wordsOf(locale: unknown) {
  return locale === 'de' ? de : en
}

function toolbar(
  title: string,
  icon: 'contrast' | 'transfer' | 'globe',
  values: Readonly<Record<string, string>>,
) {
  const items = Object.entries(values).map(([value, name]) => ({ value, title: name }))
  return { description: title, toolbar: { title, icon, items, dynamicTitle: true } }
}
