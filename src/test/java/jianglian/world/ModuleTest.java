package jianglian.world;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jianglian.Jianglian;
import jianglian.matching.reading.Agenda;
import jianglian.search.Shelf;
import jianglian.search.solr.SolrOfTests;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// The whole product on a real port with a real database; every test class that carries this shares
/// one context. Take [World] for people, parks and firms. Parks' sites of the tests are on this
/// machine; only under the name localhost may they be harvested.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Jianglian.class,
    properties = "jianglian.harvest.allowed-hosts=localhost",
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, Http.class, QueryCount.class, Shelf.class, SolrOfTests.class, Agenda.class})
public @interface ModuleTest {}
