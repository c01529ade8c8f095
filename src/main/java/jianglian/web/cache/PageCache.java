package jianglian.web.cache;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers visitors from memory. A page is kept for a moment, never longer than until the next
/// change that comes through this node; what a timer changes is seen when it is over. Readers with
/// a session are never answered from here. It stands before sessions and sign-in, so that a kept
/// page costs neither.
final class PageCache extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final long life;
  private final KeptPages pages;

  PageCache(Duration life, long mostBytes) {
    this.life = life.toNanos();
    this.pages = new KeptPages(mostBytes);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!READING.contains(request.getMethod())) {
      change(request, response, chain);
      return;
    }
    var key = PageKey.of(request);
    if (key == null) {
      chain.doFilter(request, response);
      return;
    }
    var kept = pages.get(key);
    if (kept != null && System.nanoTime() - kept.made() < life) {
      kept.answer(request, response);
      return;
    }
    render(key, request, response, chain);
  }

  private void change(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } finally {
      pages.forget();
    }
  }

  private void render(
      PageKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var begun = pages.era();
    var recording = new Recording(response);
    chain.doFilter(request, recording);
    if (!recording.whole()) {
      recording.release();
      return;
    }
    var page = recording.keep(System.nanoTime());
    pages.keep(key, page, begun);
    page.send(request, response);
  }
}
