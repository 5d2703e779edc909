import { existsSync } from 'node:fs'
import path from 'node:path'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { bundle, Features } from 'lightningcss'
import type { Plugin } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import type { BrowserConfigOptions } from 'vitest/node'
import packageJson from './package.json' with { type: 'json' }
import { browserLaunchOptions } from './test/support/find-browser.js'
import { LongestFirst } from './test/support/longest-first.js'

const fromHere = (file: string) => path.join(import.meta.dirname, file)

/** The React to run on: `REACT=18`, else that of the root. */
const isReact18 = process.env.REACT === '18'
const env = { REACT: isReact18 ? '18' : '19' }

/** Much of the time of a test is waiting: one a core, not one less. */
const maxWorkers = '100%'

/** What a test waits for comes when it comes, on a busy machine too. */
const expectPatiently = { poll: { timeout: 20_000 } }

export default defineConfig({
  plugins: [react(), styles()],
  publicDir: false,
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    lib: {
      entry: {
        index: fromHere('src/index.ts'),
        core: fromHere('src/core.ts'),
        testing: fromHere('src/testing.ts'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies }).map(
        (name) => new RegExp(`^${name}(/|$)`),
      ),
      // One file out for one file in: merged chunks would lose their 'use client'.
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [unit(), components(), ...stories(), e2e(), consumers()],
  },
})

function unit(): TestProjectInlineConfiguration {
  return {
    extends: true,
    ...(isReact18 && react18()),
    test: {
      name: 'unit',
      maxWorkers,
      expect: expectPatiently,
      env,
      environment: 'node',
      setupFiles: ['test/support/patient-waits.ts'],
      testTimeout: 60_000,
      include: [isReact18 ? 'test/ssr/*.test.ts' : 'test/**/*.test.ts'],
      // Node would take the root's React for them.
      ...(isReact18 && { server: { deps: { inline: [/react-query/, /react-dropzone/, /zustand/] } } }),
      exclude: ['test/{e2e,bench,consumers}/**', '**/node_modules/**'],
    },
  }
}

function components(): TestProjectInlineConfiguration {
  return {
    extends: true,
    ...(isReact18 && react18()),
    // Named here, since a dependency met in mid-run makes Vite reload the page under the test.
    optimizeDeps: {
      include: [
        '@tanstack/react-query',
        '@tanstack/react-virtual',
        '@testing-library/jest-dom/vitest',
        '@testing-library/react',
        '@testing-library/user-event',
        'axe-core',
        'fast-check',
        'file-type',
        'msw',
        'msw/browser',
        'react',
        'react-dom',
        'react-dom/client',
        'react-dom/server',
        'react-dropzone',
        'react/jsx-dev-runtime',
        'react/jsx-runtime',
        'zustand',
        'zustand/vanilla',
      ],
    },
    test: {
      name: 'components',
      maxWorkers,
      expect: expectPatiently,
      include: ['test/**/*.test.tsx'],
      exclude: ['test/{e2e,bench,consumers}/**', '**/node_modules/**'],
      setupFiles: ['test/support/patient-waits.ts', 'test/support/setup-components.ts'],
      env,
      testTimeout: 60_000,
      browser: inChromium(),
    },
  }
}

/** React 18 in the place of the root's, for all that imports it. */
function react18(): TestProjectInlineConfiguration {
  const modules = fromHere('test/react18/node_modules')
  return {
    // Dependencies that were bundled with the other React are of no use here.
    cacheDir: fromHere('node_modules/.vite-react18'),
    resolve: {
      alias: [
        { find: /^react(?=\/|$)/, replacement: path.join(modules, 'react') },
        { find: /^react-dom(?=\/|$)/, replacement: path.join(modules, 'react-dom') },
      ],
    },
  }
}

function stories(): TestProjectInlineConfiguration[] {
  if (!existsSync(fromHere('.storybook/main.ts'))) return []
  return [
    {
      extends: true,
      plugins: [storybookTest({ configDir: fromHere('.storybook') })],
      test: { name: 'stories', maxWorkers, testTimeout: 60_000, browser: inChromium() },
    },
  ]
}

function e2e(): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name: 'e2e',
      environment: 'node',
      include: ['test/e2e/**/*.e2e.ts'],
      exclude: process.env.EF_LARGE === '1' ? [] : ['**/*.large.e2e.ts'],
      pool: 'forks',
      maxWorkers,
      expect: expectPatiently,
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  }
}

function consumers(): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name: 'consumers',
      environment: 'node',
      include: ['test/consumers/*.consumer.ts'],
      globalSetup: ['test/consumers/support/pack.ts'],
      pool: 'forks',
      maxWorkers,
      testTimeout: 120_000,
      hookTimeout: 180_000,
    },
  }
}

function inChromium() {
  return {
    enabled: true,
    headless: true,
    provider: {
      ...playwright(),
      // Looks for the browser when tests want it, so unit tests need none. A prewarm would start it for them too.
      prewarm: () => {},
      providerFactory: (project) =>
        playwright({ launchOptions: browserLaunchOptions() }).providerFactory(project),
    },
    instances: [{ browser: 'chromium' }],
    screenshotFailures: false,
  } satisfies BrowserConfigOptions
}

/** dist/styles.css from src/styles.css, which no module imports. Rules are un-nested for Safari 16.4. */
function styles(): Plugin {
  let isLibrary = false
  return {
    name: 'styles',
    apply: 'build',
    configResolved(config) {
      isLibrary = Boolean(config.build.lib)
    },
    generateBundle() {
      if (!isLibrary) return // `storybook build` reads this file too
      const { code } = bundle({
        filename: fromHere('src/styles.css'),
        targets: { safari: (16 << 16) | (4 << 8) },
        // light-dark() stands behind @supports, with a plain fallback before it.
        exclude: Features.LightDark,
        minify: true,
      })
      this.emitFile({ type: 'asset', fileName: 'styles.css', source: code })
      // TypeScript 6 and later want to know what is imported, also for its side effect alone.
      this.emitFile({ type: 'asset', fileName: 'styles.css.d.ts', source: 'export {}\n' })
    },
  }
}
