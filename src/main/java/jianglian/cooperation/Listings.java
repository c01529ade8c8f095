package jianglian.cooperation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.web.Forbidden;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The needs and offers of the alliance.
@Repository
public class Listings {
  public static final String COLUMNS =
      """
      l.id, l.side, l.park_id, l.organisation_id, l.external_id, l.title, l.text, l.type, l.industries, l.regions,
      l.keywords, l.amount_min, l.amount_max, l.currency, l.maturity, l.stages, l.instruments, l.exclusions, l.contact,
      l.lang, l.state, l.state_reason, l.created_by, l.created_at, l.updated_at, l.opened_at, l.expires_on, l.version
      """;

  private static final String SELECT = "select " + COLUMNS + " from listing l ";

  private final JdbcClient db;

  Listings(JdbcClient db) {
    this.db = db;
  }

  /// The listing if this actor may see it.
  public Optional<Listing> visible(long id, Actor actor) {
    return db.sql(SELECT + "where l.id = :id and " + Sight.SQL)
        .param("id", id)
        .params(Sight.of(actor).parameters())
        .query(Listings::listing)
        .optional();
  }

  /// Those of the ids that this actor may see, in no order.
  public List<Listing> visible(Collection<Long> ids, Actor actor) {
    return db.sql(SELECT + "where l.id = any(:ids) and " + Sight.SQL)
        .param("ids", ids.toArray(Long[]::new))
        .params(Sight.of(actor).parameters())
        .query(Listings::listing)
        .list();
  }

  /// The listing to be changed by one of its own people; its row is locked until the transaction
  /// ends. For everyone else there is none, or it is not theirs to change.
  public Listing own(long id, Actor actor) {
    var listing =
        db.sql(SELECT + "where l.id = :id and " + Sight.SQL + " for no key update of l")
            .param("id", id)
            .params(Sight.of(actor).parameters())
            .query(Listings::listing)
            .optional()
            .orElseThrow(NotFound::new);
    if (!listing.ownedBy(actor)) throw new Forbidden();
    return listing;
  }

  /// For jobs and listeners, which act for the platform and not for a reader.
  public Optional<Listing> byId(long id) {
    return db.sql(SELECT + "where l.id = :id").param("id", id).query(Listings::listing).optional();
  }

  /// The same with its row locked until the transaction ends.
  public Optional<Listing> locked(long id) {
    return db.sql(SELECT + "where l.id = :id for no key update of l")
        .param("id", id)
        .query(Listings::listing)
        .optional();
  }

  public List<Listing> byIds(Collection<Long> ids) {
    return db.sql(SELECT + "where l.id = any(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query(Listings::listing)
        .list();
  }

  /// From here to the end of the transaction nobody else takes deliveries of many rows of this
  /// park: two with the same rows in another order would wait for each other for ever.
  public void takeTurns(long park) {
    db.sql("select pg_advisory_xact_lock(hashtextextended('listings of park', :park))")
        .param("park", park)
        .query((_, _) -> 0)
        .single();
  }

  /// A park's listing under the park's own id, locked until the transaction ends.
  public Optional<Listing> delivered(long park, Side side, String externalId) {
    return db.sql(
            SELECT
                + "where l.park_id = :park and l.side = :side and l.external_id = :externalId for no key update of l")
        .param("park", park)
        .param("side", side.code())
        .param("externalId", externalId)
        .query(Listings::listing)
        .optional();
  }

  /// Adds a row and answers its id; null where the park's own id is taken already.
  public @Nullable Long add(Listing listing) {
    return db.sql(
            """
            insert into listing (side, park_id, organisation_id, external_id, title, text, type, industries, regions,
              keywords, amount_min, amount_max, currency, maturity, stages, instruments, exclusions, contact, lang, state,
              state_reason, digest, created_by, created_at, updated_at, opened_at, expires_on)
            values (:side, :park, :organisation, :externalId, :title, :text, :type, :industries, :regions,
              :keywords, :amountMin, :amountMax, :currency, :maturity, :stages, :instruments, :exclusions, :contact, :lang,
              :state, :reason, :digest, :createdBy, :createdAt, :updatedAt, :openedAt, :expiresOn)
            on conflict (park_id, side, external_id) do nothing
            returning id
            """)
        .params(row(listing))
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  /// Writes what changed; refuses when someone else saved since `listing` was read.
  public Listing save(Listing listing) {
    var written =
        db.sql(
                """
                update listing set organisation_id = :organisation, title = :title, text = :text, type = :type,
                  industries = :industries, regions = :regions, keywords = :keywords, amount_min = :amountMin,
                  amount_max = :amountMax, currency = :currency, maturity = :maturity, stages = :stages, instruments = :instruments,
                  exclusions = :exclusions, contact = :contact, lang = :lang, state = :state, state_reason = :reason, digest = :digest, updated_at = :updatedAt,
                  opened_at = :openedAt, expires_on = :expiresOn, version = version + 1
                where id = :id and version = :version
                """)
            .params(row(listing))
            .update();
    if (written == 0) throw new ListingChangedMeanwhile();
    return listing.saved(listing.id(), listing.version() + 1);
  }

  private static Map<String, @Nullable Object> row(Listing it) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("id", it.id());
    row.put("side", it.side().code());
    row.put("park", it.park());
    row.put("organisation", it.organisation());
    row.put("externalId", it.externalId());
    row.put("title", it.content().title());
    row.put("text", it.content().text());
    row.put("type", it.content().type().code());
    row.put("industries", it.content().industries().toArray(String[]::new));
    row.put("regions", it.content().regions().toArray(String[]::new));
    row.put("keywords", it.content().keywords().toArray(String[]::new));
    row.put("amountMin", it.content().amount().min());
    row.put("amountMax", it.content().amount().max());
    row.put("currency", it.content().amount().currency());
    var maturity = it.content().maturity();
    row.put("maturity", maturity == null ? null : maturity.code());
    var financing = it.content().financing();
    row.put("stages", financing.stageCodes().toArray(String[]::new));
    row.put("instruments", financing.instrumentCodes().toArray(String[]::new));
    row.put("exclusions", financing.exclusions().toArray(String[]::new));
    row.put("contact", it.content().contact());
    row.put("lang", it.content().lang());
    row.put("state", it.state().code());
    row.put("reason", it.reason());
    row.put("digest", it.content().digest());
    row.put("createdBy", it.createdBy());
    row.put("createdAt", at(it.createdAt()));
    row.put("updatedAt", at(it.updatedAt()));
    row.put("openedAt", it.openedAt() == null ? null : at(it.openedAt()));
    row.put("expiresOn", it.expiresOn());
    row.put("version", it.version());
    return row;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /// Reads a row of [#COLUMNS].
  public static Listing listing(ResultSet row, int number) throws SQLException {
    return new Listing(
        row.getLong("id"),
        Side.of(row.getString("side")),
        row.getLong("park_id"),
        number(row, "organisation_id"),
        row.getString("external_id"),
        content(row),
        ListingState.of(row.getString("state")),
        row.getString("state_reason"),
        number(row, "created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        instant(row, "opened_at"),
        row.getObject("expires_on", LocalDate.class),
        row.getInt("version"));
  }

  private static ListingContent content(ResultSet row) throws SQLException {
    var maturity = row.getString("maturity");
    return new ListingContent(
        row.getString("title"),
        row.getString("text"),
        ListingType.of(row.getString("type")),
        texts(row.getArray("industries")),
        texts(row.getArray("regions")),
        texts(row.getArray("keywords")),
        new Amount(number(row, "amount_min"), number(row, "amount_max"), row.getString("currency")),
        maturity == null ? null : Maturity.of(maturity),
        Financing.of(
            texts(row.getArray("stages")),
            texts(row.getArray("instruments")),
            texts(row.getArray("exclusions"))),
        row.getString("contact"),
        row.getString("lang"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
