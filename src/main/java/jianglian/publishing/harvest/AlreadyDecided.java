package jianglian.publishing.harvest;

import jianglian.web.Refusal;

class AlreadyDecided extends Refusal {
  AlreadyDecided() {
    super(409, "harvest.already-decided");
  }
}
