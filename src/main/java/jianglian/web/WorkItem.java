package jianglian.web;

import java.time.Instant;

/// One row of a work list. `kind` is a message key that names the matter (`work.case-to-take`),
/// `subject` its title, `detail` a second line (number, park), `counterpart` who is on the other
/// side, `action` the message key of the one main act, `address` where it is done.
public record WorkItem(
    String kind,
    String subject,
    String detail,
    String counterpart,
    String action,
    String address,
    Limit limit,
    Instant since) {}
