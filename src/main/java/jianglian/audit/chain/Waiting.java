package jianglian.audit.chain;

/// Acts that are on record but not sealed yet.
final class Waiting {
  private static final String FROM =
      """
       from audit_entry e
      where e.xid >= (select xid from audit_horizon)
        and not exists (select from audit_seal s where s.entry_id = e.id)
      """;

  static final String COUNT = "select count(*)" + FROM;
  static final String SINCE = "select min(e.at)" + FROM;

  private Waiting() {}
}
