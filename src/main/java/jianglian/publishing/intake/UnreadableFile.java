package jianglian.publishing.intake;

import jianglian.web.Refusal;

/// A file of which no row can be taken; the message says why and what to do.
class UnreadableFile extends Refusal {
  UnreadableFile(String key, Object... arguments) {
    super(422, key, arguments);
  }
}
