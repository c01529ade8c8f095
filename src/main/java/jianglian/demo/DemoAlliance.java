package jianglian.demo;

import java.util.ArrayList;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.audit.Cryptography;
import jianglian.database.Home;
import jianglian.demo.DemoCredentials.AccountSignIn;
import jianglian.demo.DemoCredentials.ParkToken;
import jianglian.demo.DemoPeople.DemoPerson;
import jianglian.identity.ParkTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Fills an empty instance with the demo alliance, in one transaction, before it is ready.
@Component
@ConditionalOnProperty(name = "jianglian.demo", havingValue = "true")
class DemoAlliance implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(DemoAlliance.class);
  private static final Actor ACTOR = new Actor.Job("demo");

  private final DemoFiles files;
  private final DemoParks parks;
  private final DemoPeople people;
  private final DemoOrganisations organisations;
  private final DemoListings listings;
  private final DemoReleases releases;
  private final DemoCases cases;
  private final ParkTokens tokens;
  private final TransactionTemplate transaction;
  private final JdbcClient db;
  private final JsonMapper json;
  private final Home home;
  private final Environment environment;

  DemoAlliance(
      DemoFiles files,
      DemoParks parks,
      DemoPeople people,
      DemoOrganisations organisations,
      DemoListings listings,
      DemoReleases releases,
      DemoCases cases,
      ParkTokens tokens,
      TransactionTemplate transaction,
      JdbcClient db,
      JsonMapper json,
      Home home,
      Environment environment) {
    this.files = files;
    this.parks = parks;
    this.people = people;
    this.organisations = organisations;
    this.listings = listings;
    this.releases = releases;
    this.cases = cases;
    this.tokens = tokens;
    this.transaction = transaction;
    this.db = db;
    this.json = json;
    this.home = home;
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (db.sql("select count(*) from account").query(Long.class).single() > 0) {
      DemoCredentials.moveTo(address(), home.home(), json);
      return;
    }
    LOG.info("loading the demo alliance");
    var credentials = transaction.execute(_ -> load());
    if (credentials != null) credentials.write(home.home(), json);
    LOG.info("the demo alliance is loaded");
  }

  private DemoCredentials load() {
    var password = "长江-" + Cryptography.randomSecret().substring(0, 10);
    var parkFile = files.read("parks.yaml", DemoPark.class);
    var firmFile = files.read("organisations-*.yaml", DemoOrganisation.class);
    var parkIds = parks.add(parkFile, ACTOR);
    var firmIds = organisations.add(firmFile, parkIds, ACTOR);
    var everyone = everyone(parkFile, firmFile, parkIds, firmIds);
    var peopleIds = people.add(everyone, password, ACTOR);
    var listingFile = files.read("listings-*.yaml", DemoListing.class);
    var listingIds = listings.add(listingFile, firmFile, parkIds, firmIds, ACTOR);
    releases.add(files.read("releases-*.yaml", DemoRelease.class), parkIds, ACTOR);
    var sides =
        new DemoCases.Sides(
            DemoCases.by(listingFile, DemoListing::key),
            DemoCases.by(firmFile, DemoOrganisation::key),
            DemoCases.by(parkFile, DemoPark::code),
            DemoCases.by(everyone, DemoPerson::username),
            peopleIds);
    cases.add(files.read("cases.yaml", DemoCase.class), sides, listingIds);
    return new DemoCredentials(
        address(),
        parkFile.stream().map(it -> token(it, parkIds.of(it.code()))).toList(),
        everyone.stream()
            .map(it -> new AccountSignIn(it.role().code(), it.park(), it.username(), password))
            .toList());
  }

  private String address() {
    return "http://127.0.0.1:" + environment.getProperty("local.server.port");
  }

  private static List<DemoPerson> everyone(
      List<DemoPark> parks, List<DemoOrganisation> firms, Ids parkIds, Ids firmIds) {
    var everyone = new ArrayList<>(DemoPeople.ofAlliance());
    parks.forEach(it -> everyone.addAll(DemoPeople.of(it, parkIds.of(it.code()))));
    firms.forEach(it -> everyone.add(DemoPeople.of(it, firmIds.of(it.key()))));
    return everyone;
  }

  private ParkToken token(DemoPark park, long id) {
    return new ParkToken(park.code(), park.name(), tokens.issue(id, "园区网站", ACTOR));
  }
}
