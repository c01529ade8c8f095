package jianglian.web.cache;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers visitors from memory. A page is kept for a moment, never longer than until the next
/// change that comes through this node; what a timer changes is seen when it is over. Readers with
/// a session are never answered from here. It stands before sessions and sign-in, so that a kept
/// page costs neither.
final class PageCache extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /// While one visitor's page is drawn anew, the others get the old one, as long as it is not older
  /// than so many lives: many at once would otherwise all wait for the same questions.
  private static final int PATIENCE = 5;

  private final Set<PageKey> drawing = ConcurrentHashMap.newKeySet();
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
    var age = kept == null ? Long.MAX_VALUE : System.nanoTime() - kept.made();
    if (kept != null && age < life) {
      kept.answer(request, response);
      return;
    }
    var first = drawing.add(key);
    try {
      if (kept != null && !first && age < PATIENCE * life) kept.answer(request, response);
      else render(key, request, response, chain);
    } finally {
      if (first) drawing.remove(key);
    }
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
