package jianglian.parks.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.parks.Identification;
import jianglian.parks.Industries;
import jianglian.parks.Organisation;
import jianglian.parks.Organisations;
import jianglian.parks.Regions;
import jianglian.parks.Registration;
import jianglian.search.SearchChanges;
import jianglian.web.InvalidInput;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class Profiles {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final SearchChanges search;

  Profiles(JdbcClient db, AuditTrail audit, SearchChanges search) {
    this.db = db;
    this.audit = audit;
    this.search = search;
  }

  /// With how to reach it and what its park said, if the actor may see the organisation at all.
  Optional<OrganisationPage> page(long id, Actor actor) {
    return db.sql(
            """
            select * from organisation
            where id = :id and (state = 'admitted' or :all or id = any(:own) or park_id = any(:offices))
            """)
        .param("id", id)
        .param("all", actor.readsAll())
        .param("own", actor.organisations().toArray(Long[]::new))
        .param("offices", actor.officeOf().toArray(Long[]::new))
        .query(Profiles::read)
        .optional();
  }

  private static OrganisationPage read(ResultSet row, int number) throws SQLException {
    return new OrganisationPage(
        Organisations.organisation(row, number),
        row.getString("state_reason"),
        new OrganisationPage.Contact(
            row.getString("contact_name"),
            row.getString("contact_title"),
            row.getString("contact_phone"),
            row.getString("contact_email")));
  }

  /// As the form shows it to be changed.
  static OrganisationForm form(OrganisationPage page) {
    var it = page.organisation();
    var registration = it.registration();
    return new OrganisationForm(
        it.name(),
        it.kind().code(),
        registration.uscc(),
        registration.country(),
        registration.number(),
        it.region() == null ? null : Regions.name(it.region()),
        it.founded() == null ? null : it.founded().toString(),
        it.employees() == null ? null : it.employees().toString(),
        it.industries().stream().map(Industries::name).collect(Collectors.joining("、")),
        String.join("、", it.qualifications()),
        it.website(),
        it.introduction(),
        page.contact().name(),
        page.contact().title(),
        page.contact().phone(),
        page.contact().email());
  }

  @Transactional
  void describe(Organisation organisation, Profile profile, Actor actor) {
    db.sql(
            """
            update organisation set region = :region, founded = :founded, employees = :employees,
              industries = :industries, qualifications = :qualifications, website = :website,
              introduction = :introduction, contact_name = :name, contact_title = :title, contact_phone = :phone,
              contact_email = :email, version = version + 1
            where id = :id
            """)
        .param("region", profile.region())
        .param("founded", profile.founded(), Types.INTEGER)
        .param("employees", profile.employees(), Types.INTEGER)
        .param("industries", profile.industries().toArray(String[]::new))
        .param("qualifications", profile.qualifications().toArray(String[]::new))
        .param("website", profile.website())
        .param("introduction", profile.introduction())
        .param("name", profile.contact().name())
        .param("title", profile.contact().title())
        .param("phone", profile.contact().phone())
        .param("email", profile.contact().email())
        .param("id", organisation.id())
        .update();
    audit.record(
        act("organisation-described", organisation, actor)
            .with(
                Map.of(
                    "industries", profile.industries(), "qualifications", profile.qualifications()))
            .withPersonal(profile.contact().personal()));
    search.changed("organisation", organisation.id());
  }

  /// Name, kind and registration; refuses a number that another bears.
  @Transactional
  void identify(Organisation organisation, Identification identification, Actor actor) {
    var registration = identification.registration();
    try {
      db.sql(
              """
              update organisation set name = :name, kind = :kind, uscc = :uscc, foreign_country = :country,
                foreign_number = :number, version = version + 1
              where id = :id
              """)
          .param("name", identification.name())
          .param("kind", identification.kind().code())
          .param("uscc", registration.uscc())
          .param("country", registration.country())
          .param("number", registration.number())
          .param("id", organisation.id())
          .update();
    } catch (DuplicateKeyException taken) {
      var field = registration instanceof Registration.Chinese ? "/uscc" : "/number";
      throw new InvalidInput(field, "organisation.number-taken");
    }
    audit.record(
        act("organisation-identified", organisation, actor)
            .with(
                Map.of(
                    "name", identification.name(),
                    "kind", identification.kind().code(),
                    "registration", registration.shown())));
    search.changed("organisation", organisation.id());
  }

  private static Act act(String name, Organisation organisation, Actor actor) {
    return Act.of(actor, name, "organisation", organisation.id()).in(organisation.park());
  }
}
