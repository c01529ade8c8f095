package jianglian.web;

import java.util.List;

/// What was sent cannot be accepted; one [Fault] for each field at fault.
public class InvalidInput extends RuntimeException {
  private final transient List<Fault> faults;

  public InvalidInput(List<Fault> faults) {
    super(faults.toString());
    this.faults = List.copyOf(faults);
  }

  public InvalidInput(String pointer, String key, Object... arguments) {
    this(List.of(Fault.at(pointer, key, arguments)));
  }

  public List<Fault> faults() {
    return faults;
  }
}
