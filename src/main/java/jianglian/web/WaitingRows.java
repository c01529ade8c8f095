package jianglian.web;

import java.time.Instant;

/// What waits for the office of a park, the secretariat or the keepers of the record, for modules
/// whose part of the work list is one plain query: all of them together cost the page one
/// statement. [WorkItems] is for those that must compute.
public interface WaitingRows {
  /// A query without order, with the columns code, id, subject, detail, counterpart, since.
  /// `:office` are the parks in whose office the reader acts; `:secretariat` and `:keeper` (of the
  /// record of acts) are true for who is one.
  String select();

  WorkItem item(Row row);

  /// `code` tells the kinds of one module apart.
  record Row(
      String code, long id, String subject, String detail, String counterpart, Instant since) {}
}
