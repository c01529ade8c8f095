/// The engine on an external SolrCloud, with `jianglian.search.engine=solr`.
@NullMarked
package jianglian.search.solr;

import org.jspecify.annotations.NullMarked;
