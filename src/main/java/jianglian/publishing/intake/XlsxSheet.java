package jianglian.publishing.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jianglian.publishing.IntakeCell;
import jianglian.publishing.IntakeJson;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;

/// The first sheet of an Excel workbook, read as a stream: only its shared strings stand in memory.
final class XlsxSheet implements Sheet {
  private static final int WIDEST = 200;

  static {
    ZipSecureFile.setMaxEntrySize(1L << 30);
  }

  private final OPCPackage workbook;
  private final InputStream in;
  private final XMLStreamReader xml;
  private final SharedStrings strings;
  private final MergedCells merged;
  private final int limit;
  private int number;

  private XlsxSheet(
      OPCPackage workbook,
      InputStream in,
      XMLStreamReader xml,
      SharedStrings strings,
      MergedCells merged,
      int limit) {
    this.workbook = workbook;
    this.in = in;
    this.xml = xml;
    this.strings = strings;
    this.merged = merged;
    this.limit = limit;
  }

  static XlsxSheet open(Path file, int limit) throws IOException {
    OPCPackage workbook = null;
    try {
      workbook = OPCPackage.open(file.toFile(), PackageAccess.READ);
      refuseMacros(workbook);
      var reader = new XSSFReader(workbook);
      var strings = SharedStrings.of(workbook);
      MergedCells merged;
      try (var first = firstSheet(reader)) {
        merged = MergedCells.of(first);
      }
      var in = firstSheet(reader);
      return new XlsxSheet(workbook, in, SafeXml.reader(in), strings, merged, limit);
    } catch (OpenXML4JException | XMLStreamException | RuntimeException | IOException broken) {
      if (workbook != null) workbook.revert();
      throw refusal(broken);
    }
  }

  private static InputStream firstSheet(XSSFReader reader)
      throws IOException, InvalidFormatException {
    var sheets = reader.getSheetsData();
    if (!sheets.hasNext()) throw new UnreadableFile("intake.no-sheet");
    return sheets.next();
  }

  private static void refuseMacros(OPCPackage workbook) throws InvalidFormatException {
    for (PackagePart part : workbook.getParts()) {
      var type = part.getContentType().toLowerCase(java.util.Locale.ROOT);
      if (type.contains("macroenabled") || type.contains("vbaproject")) {
        throw new UnreadableFile("intake.macros");
      }
    }
  }

  /// What POI and the XML reader say of a file that is not what it should be.
  private static RuntimeException refusal(Exception broken) {
    if (broken instanceof UnreadableFile already) return already;
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
        return new UnreadableFile("intake.zip-bomb");
      }
    }
    return new UnreadableFile("intake.broken-spreadsheet");
  }

  @Override
  public @Nullable Line next() throws IOException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
          return line();
        }
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("sheetData")) {
          return null;
        }
      }
      return null;
    } catch (XMLStreamException | RuntimeException | IOException broken) {
      throw refusal(broken);
    }
  }

  private Line line() throws XMLStreamException, IOException {
    var given = xml.getAttributeValue(null, "r");
    number = given == null ? number + 1 : Integer.parseInt(given);
    var cells = new ArrayList<@Nullable IntakeCell>();
    var faults = new ArrayList<CellFault>();
    long weight = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) break;
      if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("c")) continue;
      int column = column(xml.getAttributeValue(null, "r"), cells.size());
      var cell = cell(column, faults);
      if (column >= WIDEST) continue;
      while (cells.size() <= column) cells.add(null);
      cells.set(column, cell);
      weight += cell == null ? 0 : cell.text().length();
      if (weight > IntakeJson.LARGEST) return new Line(number, List.of(), List.of(), true);
    }
    for (int column : merged.hidden(number)) {
      faults.add(
          new CellFault(column, "intake.merged-cell", List.of(merged.first(number, column))));
    }
    return new Line(number, cells, faults, false);
  }

  private static int column(@Nullable String reference, int next) {
    if (reference == null) return next;
    int column = 0;
    for (int i = 0; i < reference.length(); i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') break;
      column = column * 26 + (c - 'A' + 1);
      if (column > 20_000) break;
    }
    return column - 1;
  }

  private @Nullable IntakeCell cell(int column, List<CellFault> faults) throws XMLStreamException {
    var type = xml.getAttributeValue(null, "t");
    var value = new StringBuilder();
    var inside = new ArrayDeque<String>();
    boolean formula = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        inside.push(xml.getLocalName());
        formula |= xml.getLocalName().equals("f");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (inside.isEmpty()) break;
        inside.pop();
      } else if (xml.isCharacters() && isValue(inside) && value.length() <= IntakeJson.LARGEST) {
        value.append(xml.getText());
      }
    }
    if (formula) {
      faults.add(new CellFault(column, "intake.formula", List.of()));
      return null;
    }
    return read(type == null ? "n" : type, value.toString(), column, faults);
  }

  /// The value stands in v, or in the t of an inline text (not that of its phonetic guide).
  private static boolean isValue(Deque<String> inside) {
    return "v".equals(inside.peek())
        || ("t".equals(inside.peek()) && inside.contains("is") && !inside.contains("rPh"));
  }

  private @Nullable IntakeCell read(String type, String value, int column, List<CellFault> faults) {
    if (value.isEmpty()) return null;
    return switch (type) {
      case "s" -> new IntakeCell(strings.at(Integer.parseInt(value.strip())), false);
      case "b" -> new IntakeCell(value.equals("1") ? "true" : "false", false);
      case "e" -> {
        faults.add(new CellFault(column, "intake.error-cell", List.of(value)));
        yield null;
      }
      case "n" -> new IntakeCell(plainNumber(value), true);
      default -> new IntakeCell(value, false);
    };
  }

  /// 1.0E7 is how a spreadsheet stores what it shows as 10000000.
  private static String plainNumber(String value) {
    return new java.math.BigDecimal(value.strip()).stripTrailingZeros().toPlainString();
  }

  @Override
  public int limit() {
    return limit;
  }

  @Override
  public void close() throws IOException {
    in.close();
    workbook.revert();
  }
}
