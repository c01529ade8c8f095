package jianglian.search.solr;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import jianglian.search.SearchUnavailable;

/// Questions that are asked at the same time.
final class Together {
  private Together() {}

  /// The answers in the order of the questions.
  static <T> List<T> ask(List<? extends Callable<T>> questions) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = questions.stream().map(threads::submit).toList();
      var all = new java.util.ArrayList<T>();
      for (var answer : answers) all.add(answer.get());
      return all;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SearchUnavailable("interrupted", interrupted);
    }
  }
}
