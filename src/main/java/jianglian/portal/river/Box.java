package jianglian.portal.river;

/// An upright rectangle of the picture.
record Box(double left, double top, double right, double bottom) {

  static Box around(Spot centre, double radius) {
    return new Box(
        centre.x() - radius, centre.y() - radius, centre.x() + radius, centre.y() + radius);
  }

  Box wider(double by) {
    return new Box(left - by, top - by, right + by, bottom + by);
  }

  boolean overlaps(Box other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  boolean holds(Spot spot) {
    return spot.x() > left && spot.x() < right && spot.y() > top && spot.y() < bottom;
  }

  boolean holds(Box other) {
    return other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom;
  }
}
