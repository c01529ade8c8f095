package jianglian.identity.grants;

import jianglian.web.Refusal;

/// Without a secretariat administrator nobody could make one again.
public class LastSecretariatAdministrator extends Refusal {
  public LastSecretariatAdministrator() {
    super(409, "people.last-secretariat-administrator");
  }
}
