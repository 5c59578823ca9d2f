import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const root = fileURLToPath(new URL('.', import.meta.url));
const lib = (name: string) =>
  fileURLToPath(new URL(`../../libs/${name}/src/index.ts`, import.meta.url));
const server = process.env['TONGYUN_SERVER'] ?? 'http://127.0.0.1:3000';

/** Every page beside this file is an audience's entry. */
const pages = readdirSync(root).filter((name) => name.endsWith('.html'));

const vendor = (name: string, packages: string) => ({
  name,
  test: new RegExp(`node_modules[\\\\/](${packages})[\\\\/]`),
});

export default defineConfig({
  root,
  base: '/',
  plugins: [
    react(),
    // The driver's page opens without a network, from what is kept even where there is one.
    VitePWA({
      filename: 'driver-sw.js',
      scope: '/driver',
      injectRegister: null,
      registerType: 'autoUpdate',
      manifest: {
        name: '砼运 司机',
        short_name: '砼运司机',
        lang: 'zh-CN',
        start_url: '/driver.html',
        scope: '/driver',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#0b5cad',
      },
      workbox: {
        globPatterns: ['driver.html', 'tongyun.svg', 'assets/*.{js,css}'],
        globIgnores: [
          'assets/{dispatcher,plan,admin,police,city,plot,fitter,grades,index,vendor-m,vendor-antd}*',
        ],
        importScripts: ['/driver-push.js'],
        navigateFallback: '/driver.html',
        navigateFallbackAllowlist: [/^\/driver/],
      },
    }),
    // The officer's page is kept for where the server cannot be reached; every other page never is.
    VitePWA({
      filename: 'police-sw.js',
      scope: '/police',
      injectRegister: null,
      registerType: 'autoUpdate',
      manifest: false,
      workbox: {
        globPatterns: ['police.html', 'tongyun.svg', 'assets/*.{js,css}'],
        globIgnores: [
          'assets/{dispatcher,plan,admin,driver,city,plot,fitter,grades,index,laboratory,layers,engine,vendor-m}*',
        ],
        importScripts: ['/police-page.js'],
        navigateFallback: null,
      },
    }),
  ],
  resolve: {
    alias: {
      '@tongyun/contracts': lib('contracts'),
      '@tongyun/geo': lib('geo'),
      '@tongyun/kernel': lib('kernel'),
    },
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The map engine is one library of about a megabyte and is not divisible.
    chunkSizeWarningLimit: 1_800,
    rolldownOptions: {
      input: Object.fromEntries(pages.map((name) => [name.replace(/\.html$/, ''), root + name])),
      output: {
        codeSplitting: {
          groups: [
            vendor('vendor-react', 'react|react-dom|scheduler|react-router'),
            vendor('vendor-i18n', 'i18next|react-i18next'),
            vendor('vendor-mapbox', 'mapbox-gl|@mapbox'),
            vendor('vendor-maplibre', 'maplibre-gl|@maplibre'),
            vendor('vendor-antd', 'antd|@ant-design|@rc-component|rc-[a-z-]+|dayjs'),
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
