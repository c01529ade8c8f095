package jianglian.search.adaptation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Learns a linear map W under which each left vector is nearest to the right one it belongs to
/// among those of its batch: symmetric cross entropy of scaled cosines (InfoNCE, van den Oord and
/// others 2018) by Adam (Kingma and Ba 2015), held back towards the map that changes nothing. The
/// same pairs and settings give the same bytes.
final class Alignment {
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;
  private static final double TINY = 1e-8;

  private final Settings settings;
  private final int size;
  private final double[][] map;
  private final double[][] first;
  private final double[][] second;
  private int steps;

  /// `left` and `right` of equal length, unit vectors of the same dimension; the i-th of both
  /// belong together.
  record Pairs(float[][] left, float[][] right) {
    Pairs some(int[] which) {
      return new Pairs(
          IntStream.of(which).mapToObj(it -> left[it]).toArray(float[][]::new),
          IntStream.of(which).mapToObj(it -> right[it]).toArray(float[][]::new));
    }
  }

  /// `leftOnly`: the right vectors stay as they are. `ridge` holds W back towards the identity.
  record Settings(boolean leftOnly, int rounds, double ridge, double scale, int batch, long seed) {
    static final double RATE = 5e-4;
  }

  private Alignment(Settings settings, int size) {
    this.settings = settings;
    this.size = size;
    this.map = new double[size][size];
    for (var i = 0; i < size; i++) map[i][i] = 1;
    this.first = new double[size][size];
    this.second = new double[size][size];
  }

  static float[][] learn(Pairs pairs, Settings settings) {
    var alignment = new Alignment(settings, pairs.left()[0].length);
    var random = new Random(settings.seed());
    var order = new ArrayList<>(IntStream.range(0, pairs.left().length).boxed().toList());
    for (var round = 0; round < settings.rounds(); round++) {
      Collections.shuffle(order, random);
      for (var from = 0; from < order.size(); from += settings.batch()) {
        var batch = order.subList(from, Math.min(from + settings.batch(), order.size()));
        if (batch.size() > 1) alignment.step(pairs, batch);
      }
    }
    var learned = new float[alignment.size][alignment.size];
    for (var i = 0; i < learned.length; i++) {
      for (var j = 0; j < learned.length; j++) learned[i][j] = (float) alignment.map[i][j];
    }
    return learned;
  }

  /// One side of a batch: the vectors as they come, mapped to unit length, and how long they were.
  private record Side(float[][] plain, double[][] unit, double[] length) {}

  private void step(Pairs pairs, List<Integer> batch) {
    var which = batch.stream().mapToInt(Integer::intValue).toArray();
    var some = pairs.some(which);
    var left = side(some.left(), true);
    var right = side(some.right(), !settings.leftOnly());
    var error = error(left, right);
    var slope = new double[size][size];
    addSlope(left, product(error, right.unit(), false), slope);
    if (!settings.leftOnly()) addSlope(right, product(error, left.unit(), true), slope);
    follow(slope);
  }

  private Side side(float[][] plain, boolean mapped) {
    var unit = new double[plain.length][size];
    var length = new double[plain.length];
    IntStream.range(0, plain.length)
        .parallel()
        .forEach(row -> {
          for (var i = 0; i < size; i++) {
            var value = plain[row][i];
            if (!mapped) unit[row][i] = value;
            else for (var j = 0; j < size; j++) unit[row][j] += value * map[i][j];
          }
          var squares = 0.0;
          for (var value : unit[row]) squares += value * value;
          length[row] = Math.max(TINY, Math.sqrt(squares));
          for (var j = 0; j < size; j++) unit[row][j] /= length[row];
        });
    return new Side(plain, unit, length);
  }

  /// What the loss says of each cosine: the chances by rows and by columns less what is true.
  private double[][] error(Side left, Side right) {
    var n = left.unit().length;
    var scores = new double[n][n];
    IntStream.range(0, n)
        .parallel()
        .forEach(i -> {
          for (var j = 0; j < n; j++) {
            scores[i][j] = settings.scale() * dot(left.unit()[i], right.unit()[j]);
          }
        });
    var error = new double[n][n];
    for (var i = 0; i < n; i++) {
      var row = i;
      addChances(
          IntStream.range(0, n).mapToDouble(j -> scores[row][j]).toArray(),
          (j, chance) -> error[row][j] += chance);
      addChances(
          IntStream.range(0, n).mapToDouble(j -> scores[j][row]).toArray(),
          (j, chance) -> error[j][row] += chance);
    }
    for (var i = 0; i < n; i++) {
      error[i][i] -= 2;
      for (var j = 0; j < n; j++) error[i][j] *= settings.scale() / n;
    }
    return error;
  }

  private interface Taking {
    void chance(int at, double chance);
  }

  private static void addChances(double[] scores, Taking taking) {
    var highest = Double.NEGATIVE_INFINITY;
    for (var score : scores) highest = Math.max(highest, score);
    var sum = 0.0;
    for (var score : scores) sum += Math.exp(score - highest);
    for (var at = 0; at < scores.length; at++) {
      taking.chance(at, Math.exp(scores[at] - highest) / sum);
    }
  }

  private double[][] product(double[][] error, double[][] other, boolean turned) {
    var n = other.length;
    var product = new double[n][size];
    IntStream.range(0, n)
        .parallel()
        .forEach(i -> {
          for (var j = 0; j < n; j++) {
            var weight = turned ? error[j][i] : error[i][j];
            for (var k = 0; k < size; k++) product[i][k] += weight * other[j][k];
          }
        });
    return product;
  }

  /// Through the unit length and the map.
  private void addSlope(Side side, double[][] ofUnit, double[][] slope) {
    for (var row = 0; row < ofUnit.length; row++) {
      var along = dot(side.unit()[row], ofUnit[row]);
      for (var j = 0; j < size; j++) {
        ofUnit[row][j] = (ofUnit[row][j] - along * side.unit()[row][j]) / side.length()[row];
      }
    }
    IntStream.range(0, size)
        .parallel()
        .forEach(i -> {
          for (var row = 0; row < ofUnit.length; row++) {
            var value = side.plain()[row][i];
            for (var j = 0; j < size; j++) slope[i][j] += value * ofUnit[row][j];
          }
        });
  }

  private void follow(double[][] slope) {
    steps++;
    var ofFirst = 1 - Math.pow(FIRST, steps);
    var ofSecond = 1 - Math.pow(SECOND, steps);
    for (var i = 0; i < size; i++) {
      for (var j = 0; j < size; j++) {
        var pull = slope[i][j] + 2 * settings.ridge() * (map[i][j] - (i == j ? 1 : 0));
        first[i][j] = FIRST * first[i][j] + (1 - FIRST) * pull;
        second[i][j] = SECOND * second[i][j] + (1 - SECOND) * pull * pull;
        map[i][j] -=
            Settings.RATE * (first[i][j] / ofFirst) / (Math.sqrt(second[i][j] / ofSecond) + TINY);
      }
    }
  }

  private static double dot(double[] one, double[] other) {
    var sum = 0.0;
    for (var i = 0; i < one.length; i++) sum += one[i] * other[i];
    return sum;
  }
}
