import type { FastifyInstance } from 'fastify';
import type { Archive } from '../core/archive.ts';
import { contentSecurityPolicy, renderArticle } from './article-page.ts';

/** Adds `GET /articles/:id`: an article's own page, from the archive as it is when it is asked for. */
export function serveArticles(archive: () => Archive | undefined): (server: FastifyInstance) => void {
  return (server) => {
    server.get<{ Params: { id: string } }>('/articles/:id', async (request, reply) => {
      const page = await archive()?.page(request.params.id);
      if (page === undefined) return reply.code(503).type('text/plain').send('Not ready yet\n');
      if (page === null) return reply.code(404).type('text/plain').send('No such article\n');
      return reply
        .header('content-security-policy', contentSecurityPolicy)
        .header('referrer-policy', 'no-referrer')
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(renderArticle(page));
    });
  };
}
