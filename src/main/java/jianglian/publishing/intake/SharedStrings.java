package jianglian.publishing.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFRelation;

/// The texts a workbook's cells refer to by number.
record SharedStrings(List<String> texts) {
  /// The most characters of all together that are held in memory.
  private static final int MOST = 100_000_000;

  static SharedStrings of(OPCPackage workbook) throws IOException, XMLStreamException {
    var parts = workbook.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType());
    var texts = new ArrayList<String>();
    if (parts.isEmpty()) return new SharedStrings(texts);
    try (var in = parts.getFirst().getInputStream()) {
      var xml = SafeXml.reader(in);
      var text = new StringBuilder();
      long all = 0;
      boolean value = false;
      int phonetic = 0;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            value = xml.getLocalName().equals("t");
            if (xml.getLocalName().equals("rPh")) phonetic++;
          }
          case XMLStreamConstants.CHARACTERS -> {
            if (value && phonetic == 0) text.append(xml.getText());
            if (all + text.length() > MOST) throw new UnreadableFile("intake.too-much-text");
          }
          case XMLStreamConstants.END_ELEMENT -> {
            value = false;
            if (xml.getLocalName().equals("rPh")) phonetic--;
            if (xml.getLocalName().equals("si")) {
              all += text.length();
              texts.add(text.toString());
              text.setLength(0);
            }
          }
          default -> {}
        }
      }
    }
    return new SharedStrings(texts);
  }

  String at(int index) {
    return texts.get(index);
  }
}
