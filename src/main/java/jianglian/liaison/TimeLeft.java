package jianglian.liaison;

/// What a clock shows: working days left, 0 on the last day itself, or the calendar days since it
/// ran out.
public record TimeLeft(int workingDays, int daysLate) {
  public boolean late() {
    return daysLate > 0;
  }
}
