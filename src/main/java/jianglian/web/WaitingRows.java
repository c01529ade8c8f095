package jianglian.web;

import java.time.Instant;

/// What waits for the office of a park, for modules whose part of the work list is one plain query:
/// all of them together cost the page one statement. [WorkItems] is for those that must compute.
public interface WaitingRows {
  /// A query for what waits in the parks `:office`, without order, with the columns code, id,
  /// subject, detail, counterpart, since.
  String select();

  WorkItem item(Row row);

  /// `code` tells the kinds of one module apart.
  record Row(
      String code, long id, String subject, String detail, String counterpart, Instant since) {}
}
