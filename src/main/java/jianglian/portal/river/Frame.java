package jianglian.portal.river;

/// How places become points of the picture: north is up, the width holds longitudes 101.6 to 122.6,
/// the height follows from `stretch` (1 keeps the true shape at 30° north). `reserved` is the part
/// at the upper left where the page's headline lies over the picture. Names keep `apart` from each
/// other; the rivers' points too.
record Frame(double width, double stretch, double font, double apart, Box reserved) {
  static final Frame WIDE = new Frame(1152, 0.84, 13, 1.5, new Box(0, 0, 640, 96));
  static final Frame NARROW = new Frame(360, 1.3, 11, 5, new Box(0, 0, 0, 0));

  private static final double WEST = 101.6;
  private static final double EAST = 122.6;
  private static final double NORTH = 34.75;
  private static final double SOUTH = 24.5;
  private static final double NARROWING = Math.cos(Math.toRadians(30));

  Spot at(River.Place place) {
    return at(place.longitude(), place.latitude());
  }

  Spot at(double longitude, double latitude) {
    return new Spot((longitude - WEST) * perDegree(), (NORTH - latitude) * perDegreeDown());
  }

  double height() {
    return Math.rint((NORTH - SOUTH) * perDegreeDown());
  }

  Box bounds() {
    return new Box(0, 0, width, height());
  }

  /// Radius of an ordinary mark without anything open, and the measure of all strokes.
  double unit() {
    return width < 600 ? 0.62 : 1;
  }

  private double perDegree() {
    return width / (EAST - WEST);
  }

  private double perDegreeDown() {
    return perDegree() / NARROWING * stretch;
  }
}
