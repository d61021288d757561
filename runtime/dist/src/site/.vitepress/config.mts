import {readFileSync} from 'node:fs'
import {defineConfig, type MarkdownOptions} from 'vitepress'

// Beside this file the build puts README.md and docs/ as they are; what they link to besides is in the sources.
const sources = process.env.RETORT_URL
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const pages = [...readme.matchAll(/^\| \[([^\]]+)]\((docs\/[\w-]+)\.md\) \|/gm)].map(([, text, page]) => ({text, link: `/${page}`}))

/** As GitHub names headings, so that links between pages lead to the same place there and here. */
const slugify = (heading: string) => heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\p{M} _-]/gu, '').replace(/ /g, '-')

const links: MarkdownOptions['config'] = markdown => markdown.core.ruler.push('links', state => {
    const tokens = state.tokens.flatMap(token => token.children ?? [])
    for (const token of tokens.filter(each => each.type === 'link_open')) {
        const link = token.attrGet('href')!
        const target = new URL(link, `file:///${state.env.relativePath}`)
        if (target.protocol === 'file:' && target.pathname === '/README.md') {
            token.attrSet('href', `/index.md${target.hash}`)
        } else if (target.protocol === 'file:' && !/^\/(docs\/[\w-]+|index)\.md$/.test(target.pathname)) {
            token.attrSet('href', `${sources}/tree/main${target.pathname}`)
        }
    }
})

export default defineConfig({
    title: 'Retort',
    description: 'Schema migrations for the JVM, written in Groovy, checked before they run',
    base: process.env.RETORT_SITE_BASE ?? '/',
    outDir: 'pages',
    rewrites: {'README.md': 'index.md'},
    markdown: {anchor: {slugify}, config: links},
    themeConfig: {
        sidebar: [{text: 'Retort', link: '/'}, ...pages],
        outline: [2, 3],
        search: {provider: 'local'}
    }
})
