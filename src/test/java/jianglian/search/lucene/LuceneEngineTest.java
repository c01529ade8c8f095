package jianglian.search.lucene;

import jianglian.search.EngineContract;
import jianglian.search.SearchEngine;
import org.springframework.beans.factory.annotation.Autowired;

class LuceneEngineTest extends EngineContract {
  @Autowired SearchEngine lucene;

  @Override
  protected SearchEngine engine() {
    return lucene;
  }
}
